#include "view_security.h"

#include "text.h"

/* Which member of the client's options the credential comes from. */
static const char *option_of(const struct model_scheme *scheme)
{
	if (scheme->kind == SCHEME_TLS)
		return "client_cert of struct oac_curl_options";
	if (scheme->kind == SCHEME_BASIC)
		return "options.username and options.password";
	return scheme->key ? "options.api_key" : "options.credentials";
}

static void add_schemes(struct arena *arena, struct tree_node *api, const struct model *model)
{
	static const char *const kinds[] = { "HEADER", "BASIC", "QUERY", "COOKIE" };
	struct tree_node *table = NULL;
	struct tree_node *comments;
	const struct model_scheme *scheme;

	if (model->schemes == NULL)
		return;
	tree_set_bool(arena, api, "has_scheme_comments", true);
	comments = tree_set_list(arena, api, "scheme_comments");
	for (scheme = model->schemes; scheme != NULL; scheme = scheme->next) {
		struct tree_node *item = tree_add(comments, tree_new(arena, TREE_MAP));

		tree_set(arena, item, "id_comment", text_comment(arena, scheme->id));
		tree_set(arena, item, "about_comment", text_comment(arena, scheme->about));
		tree_set(arena, item, "option", option_of(scheme));
		if (scheme->kind == SCHEME_TLS)
			continue;
		if (table == NULL)
			table = tree_set_list(arena, api, "schemes");
		item = tree_add(table, tree_new(arena, TREE_MAP));
		tree_set(arena, item, "id", text_literal(arena, scheme->id));
		tree_set(arena, item, "name", text_literal(arena, scheme->name));
		tree_set(arena, item, "prefix", text_literal(arena, scheme->prefix));
		tree_set(arena, item, "kind",
			arena_format(arena, "OAC_SCHEME_%s", kinds[scheme->kind]));
	}
	tree_set_bool(arena, api, "has_schemes", table != NULL);
}

void view_security(struct arena *arena, struct tree_node *api, const struct model *model)
{
	const struct model_security *security;
	struct tree_node *list;

	add_schemes(arena, api, model);
	tree_set_bool(arena, api, "auth_required", model->auth_required);
	if (!model->security->none)
		tree_set(arena, api, "security", model->security->name);
	list = tree_set_list(arena, api, "securities");
	for (security = model->securities; security != NULL; security = security->next) {
		struct tree_node *item;

		if (!security->written)
			continue;
		item = tree_add(list, tree_new(arena, TREE_MAP));
		tree_set(arena, item, "name", security->name);
		tree_set(arena, item, "table", security->table);
	}
	tree_set_bool(arena, api, "has_securities", list->first != NULL);
}

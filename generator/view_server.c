#include "view_server.h"

#include "buffer.h"
#include "text.h"

/* "for tests; region: eu, us", or NULL */
static const char *about(struct arena *arena, const struct openapi_server *server)
{
	if (server->description != NULL && server->variables != NULL)
		return arena_format(arena, "%s; %s", server->description, server->variables);
	return server->description ? server->description : server->variables;
}

static void add_constants(
	struct arena *arena, struct tree_node *api, const struct openapi_servers *servers)
{
	struct tree_node *list = NULL;
	size_t i;

	for (i = 0; i < servers->count; i++) {
		const struct openapi_server *server = &servers->list[i];
		struct tree_node *item;

		if (server->constant == NULL)
			continue;
		if (list == NULL)
			list = tree_set_list(arena, api, "servers");
		item = tree_add(list, tree_new(arena, TREE_MAP));
		tree_set(arena, item, "name", server->constant);
		tree_set(arena, item, "url", text_literal(arena, server->url));
		if (about(arena, server) != NULL)
			tree_set(arena, item, "about_comment",
				text_comment(arena, about(arena, server)));
	}
	tree_set_bool(arena, api, "has_servers", list != NULL);
}

void view_servers(struct arena *arena, struct tree_node *api, const struct model *model)
{
	const struct openapi_servers *servers = &model->openapi->servers;
	unsigned i;

	if (servers->count > 0 && servers->list[0].whole)
		tree_set(arena, api, "base_url", text_literal(arena, servers->list[0].url));
	else if (servers->count > 0)
		tree_set(arena, api, "partial_url", text_literal(arena, servers->list[0].url));
	if (servers->count > 0)
		tree_set(arena, api, "base_url_comment", text_comment(arena, servers->list[0].url));
	for (i = 0; i < model->operation_count; i++) {
		if (model->operations[i].servers.count > 0)
			tree_set_bool(arena, api, "own_servers", true);
	}
	add_constants(arena, api, servers);
}

void view_operation_server(
	struct arena *arena, struct tree_node *node, const struct model_operation *operation)
{
	const struct openapi_servers *servers = &operation->servers;
	struct buffer text = BUFFER_EMPTY;
	size_t i;

	if (servers->count == 0)
		return;
	tree_set(arena, node, "server", text_literal(arena, servers->list[0].url));
	for (i = 0; i < servers->count; i++)
		buffer_format(&text, "%s%s", i > 0 ? " or " : "", servers->list[i].url);
	tree_set(arena, node, "server_comment",
		text_comment(arena, arena_text(arena, text.text, text.len)));
	buffer_clear(&text);
}

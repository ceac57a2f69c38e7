/* The client: where it talks to, and what it says of itself. */
#include "diff_compare.h"

#include <string.h>

static const struct tree_node *member_or_root(const struct openapi *openapi, const char *key)
{
	const struct tree_node *node = tree_get(openapi->root, key);

	return node ? node : openapi->root;
}

/* ---- servers ---- */

static const char *base_url(const struct openapi *openapi)
{
	return openapi->servers.count > 0 ? openapi->servers.list[0].url : NULL;
}

static void fill_constants(struct table *table, const struct openapi_servers *servers)
{
	size_t i;

	for (i = 0; i < servers->count; i++) {
		if (servers->list[i].constant != NULL)
			table_set(table, servers->list[i].constant, &servers->list[i]);
	}
}

static void compare_constants(struct diff_work *work, const struct openapi_servers *old,
	const struct openapi_servers *new, struct diff_where *where)
{
	struct table olds = TABLE_EMPTY;
	struct table news = TABLE_EMPTY;
	size_t i;

	fill_constants(&olds, old);
	fill_constants(&news, new);
	for (i = 0; i < old->count; i++) {
		const struct openapi_server *other;

		where->name = old->list[i].constant;
		if (where->name == NULL)
			continue;
		other = table_get(&news, where->name);
		if (other == NULL)
			diff_say(work, where, DIFF_COMPILE, "macro-removed", old->list[i].url, NULL,
				NULL);
		else if (strcmp(other->url, old->list[i].url) != 0)
			diff_say(work, where, DIFF_RUN, "macro-value-changed", old->list[i].url,
				other->url, NULL);
	}
	for (i = 0; i < new->count; i++) {
		where->name = new->list[i].constant;
		if (where->name != NULL && table_get(&olds, where->name) == NULL)
			diff_say(work, where, DIFF_ADDITIVE, "macro-added", NULL, new->list[i].url,
				NULL);
	}
	table_clear(&olds);
	table_clear(&news);
}

/* ---- credentials ---- */

static const char *scheme_text(struct diff_work *work, const struct model_scheme *scheme)
{
	return arena_format(
		work->arena, "%s%s", scheme->about, scheme->key ? ", options.api_key" : "");
}

/* Whether one of the choices in about ("a, or b and c") is this one. */
static bool has_choice(const char *about, const char *choice, size_t len)
{
	static const char between[] = ", or ";

	for (;;) {
		const char *end = strstr(about, between);
		size_t own = end != NULL ? (size_t)(end - about) : strlen(about);

		if (own == len && memcmp(about, choice, len) == 0)
			return true;
		if (end == NULL)
			return false;
		about = end + strlen(between);
	}
}

/* Who had one of the old choices has one of the new. */
static bool is_satisfied(const struct model_security *old, const struct model_security *new)
{
	const char *choice = old->about;

	if (!new->required)
		return true;
	for (;;) {
		const char *end = strstr(choice, ", or ");

		if (!has_choice(new->about, choice, end ? (size_t)(end - choice) : strlen(choice)))
			return false;
		if (end == NULL)
			return true;
		choice = end + strlen(", or ");
	}
}

void diff_security(struct diff_work *work, const struct diff_where *where,
	const struct model_security *old, const struct model_security *new)
{
	if (strcmp(old->about, new->about) != 0)
		diff_say(work, where, is_satisfied(old, new) ? DIFF_ADDITIVE : DIFF_RUN,
			"function-security-changed", old->about, new->about, NULL);
}

/* Which credentials there are is told by what needs them; here is how they are sent. */
static void compare_schemes(struct diff_work *work, struct diff_where *where)
{
	struct table news = TABLE_EMPTY;
	struct model_scheme *scheme;

	for (scheme = work->diff->new.model->schemes; scheme != NULL; scheme = scheme->next)
		table_set(&news, scheme->id, scheme);
	for (scheme = work->diff->old.model->schemes; scheme != NULL; scheme = scheme->next) {
		const struct model_scheme *other = table_get(&news, scheme->id);
		const char *before = scheme_text(work, scheme);

		where->part = scheme->id;
		if (other != NULL && strcmp(before, scheme_text(work, other)) != 0)
			diff_say(work, where, DIFF_RUN, "credential-changed", before,
				scheme_text(work, other), NULL);
	}
	table_clear(&news);
}

void diff_client(struct diff_work *work)
{
	const struct model *old = work->diff->old.model;
	const struct model *new = work->diff->new.model;
	struct diff_where where = { "function",
		arena_format(work->arena, "%s_client_new", old->config->prefix), NULL,
		member_or_root(old->openapi, "servers"), member_or_root(new->openapi, "servers") };
	struct diff_where macro = where;

	macro.subject = "macro";
	if (!diff_equal(base_url(old->openapi), base_url(new->openapi)))
		diff_say(work, &where, DIFF_RUN, "function-base-url-changed",
			base_url(old->openapi), base_url(new->openapi), NULL);
	compare_constants(work, &old->openapi->servers, &new->openapi->servers, &macro);
	where.old_place = member_or_root(old->openapi, "security");
	where.new_place = member_or_root(new->openapi, "security");
	diff_security(work, &where, old->security, new->security);
	compare_schemes(work, &where);
}

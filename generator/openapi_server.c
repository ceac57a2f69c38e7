#include "openapi_server.h"

#include "buffer.h"

#include <string.h>

/* Absolute, for a request to be built on it. */
static bool is_whole(const char *url)
{
	size_t scheme = strncmp(url, "https://", 8) == 0 ? 8
		: strncmp(url, "http://", 7) == 0        ? 7
							 : 0;
	const char *p;

	for (p = url; *p != '\0'; p++) {
		if ((unsigned char)*p <= ' ' || *p == 0x7f || strchr("{}#\"<>\\", *p) != NULL)
			return false;
	}
	return scheme > 0 && url[scheme] != '\0' && strchr("/?:", url[scheme]) == NULL;
}

static bool is_one_of(const struct tree_node *list, const char *text)
{
	const struct tree_node *node;

	for (node = list->first; node != NULL; node = node->next) {
		if (node->text != NULL && strcmp(node->text, text) == 0)
			return true;
	}
	return false;
}

/* "region: eu, us; port: 443" */
static const char *describe_variables(
	const struct tree_node *variables, struct arena *arena, struct diag *diag)
{
	struct buffer out = BUFFER_EMPTY;
	const struct tree_node *node;
	const struct tree_node *value;
	const char *text;

	for (node = tree_is(variables, TREE_MAP) ? variables->first : NULL; node != NULL;
		node = node->next) {
		const struct tree_node *values = tree_get(node, "enum");
		const char *usual = tree_text(node, "default");

		buffer_format(
			&out, "%s%s: %s", out.len > 0 ? "; " : "", node->key, usual ? usual : "");
		if (!tree_is(values, TREE_LIST))
			continue;
		if (usual != NULL && !is_one_of(values, usual))
			diag_warning(diag, tree_get(node, "default"),
				"the default '%s' is not one of the variable's values", usual);
		for (value = values->first; value != NULL; value = value->next) {
			if (value->text != NULL &&
				(usual == NULL || strcmp(value->text, usual) != 0))
				buffer_format(&out, ", %s", value->text);
		}
	}
	text = out.len > 0 ? arena_text(arena, out.text, out.len) : NULL;
	buffer_clear(&out);
	return text;
}

/* The URL with the defaults of its variables; a variable without one stays, and is said. */
static const char *fill_variables(
	const struct tree_node *server, const char *url, struct arena *arena, struct diag *diag)
{
	const struct tree_node *variables = tree_get(server, "variables");
	struct buffer out = BUFFER_EMPTY;
	const char *open;

	while ((open = strchr(url, '{')) != NULL) {
		const char *close = strchr(open, '}');
		const char *value = NULL;

		if (close == NULL)
			break;
		value = tree_text(
			tree_get_n(variables, open + 1, (size_t)(close - open - 1)), "default");
		if (value == NULL)
			diag_warning(diag, server,
				"the variable '%.*s' of the server's URL has no default; the program must give the base URL",
				(int)(close - open - 1), open + 1);
		buffer_add(&out, url, (size_t)(open - url));
		if (value != NULL)
			buffer_add_text(&out, value);
		else
			buffer_add(&out, open, (size_t)(close + 1 - open));
		url = close + 1;
	}
	buffer_add_text(&out, url);
	url = arena_text(arena, out.text, out.len);
	buffer_clear(&out);
	return url;
}

/* "/v2" of an operation, where the document's server is "https://host/v1". */
static const char *resolve(const char *url, const struct openapi_server *home, struct arena *arena)
{
	const char *host = strstr(home->url, "://") + 3;
	size_t len = (size_t)(host - home->url) + strcspn(host, "/?");

	return arena_format(arena, "%.*s%s", (int)len, home->url, url);
}

static bool read_server(struct openapi_server *server, const struct tree_node *node,
	const struct openapi_server *home, struct arena *arena, struct diag *diag)
{
	const char *url = tree_text(node, "url");

	if (url == NULL) {
		diag_error(diag, node, "a server needs a 'url'");
		return false;
	}
	server->node = node;
	server->name = tree_text(node, "name");
	server->description = tree_text(node, "description");
	server->variables = describe_variables(tree_get(node, "variables"), arena, diag);
	server->url = fill_variables(node, url, arena, diag);
	if (home != NULL && home->whole && server->url[0] == '/' && server->url[1] != '/')
		server->url = resolve(server->url, home, arena);
	server->whole = is_whole(server->url);
	return true;
}

struct openapi_servers openapi_servers(const struct tree_node *node,
	const struct openapi_server *home, struct arena *arena, struct diag *diag)
{
	struct openapi_servers servers = { NULL, 0 };
	const struct tree_node *item;

	if (node != NULL && node->kind != TREE_LIST)
		diag_error(diag, node, "'servers' must be a list");
	if (!tree_is(node, TREE_LIST) || node->count == 0)
		return servers;
	servers.list = arena_alloc(arena, node->count * sizeof(*servers.list));
	for (item = node->first; item != NULL; item = item->next) {
		if (read_server(&servers.list[servers.count], item, home, arena, diag))
			servers.count++;
	}
	return servers;
}

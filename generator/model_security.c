/*
 * Security: the schemes that operations need, and in which choices. The document's own list
 * comes first; an operation that says the same again says nothing.
 */
#include "model.h"

#include "buffer.h"
#include "names.h"

#include <string.h>

/* ---- schemes ---- */

/* What HTTP calls a token (RFC 9110, 5.6.2): text of the document becomes a header's name. */
static bool is_token(const char *text)
{
	const char *p;

	for (p = text; *p != '\0'; p++) {
		if (*p <= ' ' || *p == 0x7f || strchr("\"(),/:;<=>?@[\\]{}", *p) != NULL)
			return false;
	}
	return p > text;
}

static bool same_word(const char *a, const char *b)
{
	while (*a != '\0' && (*a | 32) == (*b | 32)) {
		a++;
		b++;
	}
	return *a == '\0' && *b == '\0';
}

static bool read_http(
	struct model *model, struct model_scheme *scheme, const struct tree_node *node)
{
	const char *word = tree_text(node, "scheme");

	if (word == NULL || !is_token(word)) {
		diag_error(model->diag, node,
			"security scheme '%s' needs the name of an HTTP 'scheme', such as bearer",
			scheme->id);
		return false;
	}
	scheme->name = "Authorization";
	scheme->kind = SCHEME_HEADER;
	if (same_word(word, "bearer")) {
		scheme->prefix = "Bearer ";
		scheme->about = "a bearer token";
	} else if (same_word(word, "basic")) {
		scheme->prefix = "Basic ";
		scheme->kind = SCHEME_BASIC;
		scheme->about = "HTTP Basic";
	} else {
		scheme->prefix = arena_format(model->arena, "%s ", word);
		scheme->about = arena_format(
			model->arena, "what follows '%s' in the header Authorization", word);
		diag_warning(model->diag, node,
			"HTTP authentication '%s' is not computed; a credential is sent as it is given",
			word);
	}
	return true;
}

static bool read_api_key(
	struct model *model, struct model_scheme *scheme, const struct tree_node *node)
{
	const char *in = tree_text(node, "in");

	scheme->name = tree_text(node, "name");
	if (scheme->name == NULL || in == NULL) {
		diag_error(model->diag, node,
			"security scheme '%s' of type apiKey needs 'name' and 'in'", scheme->id);
		return false;
	}
	if (strcmp(in, "header") == 0) {
		scheme->kind = SCHEME_HEADER;
	} else if (strcmp(in, "query") == 0) {
		scheme->kind = SCHEME_QUERY;
	} else if (strcmp(in, "cookie") == 0) {
		scheme->kind = SCHEME_COOKIE;
	} else {
		diag_error(model->diag, tree_get(node, "in"),
			"an API key is in 'header', 'query' or 'cookie', not in '%s'", in);
		return false;
	}
	if (scheme->kind != SCHEME_QUERY && !is_token(scheme->name)) {
		diag_error(model->diag, tree_get(node, "name"), "'%s' cannot be the name of a %s",
			scheme->name, in);
		return false;
	}
	scheme->about = arena_format(model->arena, "a key in the %s %s",
		strcmp(in, "query") == 0 ? "query parameter" : in, scheme->name);
	return true;
}

static bool read_scheme(
	struct model *model, struct model_scheme *scheme, const struct tree_node *node)
{
	const char *type = tree_text(node, "type");

	scheme->prefix = "";
	if (type != NULL && strcmp(type, "http") == 0)
		return read_http(model, scheme, node);
	if (type != NULL && strcmp(type, "apiKey") == 0)
		return read_api_key(model, scheme, node);
	scheme->kind = SCHEME_HEADER;
	scheme->name = "Authorization";
	scheme->prefix = "Bearer ";
	if (type != NULL && strcmp(type, "oauth2") == 0) {
		scheme->about = "an access token of OAuth 2";
	} else if (type != NULL && strcmp(type, "openIdConnect") == 0) {
		scheme->about = "a token of OpenID Connect";
	} else if (type != NULL && strcmp(type, "mutualTLS") == 0) {
		scheme->kind = SCHEME_TLS;
		scheme->about = "mutual TLS";
	} else {
		diag_error(model->diag, type ? tree_get(node, "type") : node,
			"security scheme '%s' %s", scheme->id,
			type ? "has an unknown type" : "needs a 'type'");
		diag_help(
			model->diag, "types are http, apiKey, oauth2, openIdConnect and mutualTLS");
		return false;
	}
	return true;
}

/*
 * OpenAPI 3.2: a requirement may name a scheme by its URI. *name: what it is called there, unless
 * another one is. NULL: an error was reported.
 */
static struct tree_node *refer(struct model *model, const struct tree_node *key,
	const struct tree_node *schemes, const char **name)
{
	struct tree_node *node = tree_new(model->arena, TREE_MAP);
	struct tree_node *ref = tree_set(model->arena, node, "$ref", key->key);
	const char *called = NULL;
	const struct tree_node *other;

	ref->file = key->file;
	ref->line = key->key_line;
	ref->column = key->key_column;
	node = reference_resolve(model->openapi->reference, node, &called);
	other = called ? tree_get(schemes, called) : NULL;
	*name = called != NULL && (other == NULL || other == node) ? called : key->key;
	return node;
}

/* The scheme that a requirement names; key: its member there. NULL: an error was reported. */
static struct model_scheme *find_scheme(struct model *model, const struct tree_node *key)
{
	struct tree_node *schemes =
		tree_get(tree_get(model->openapi->root, "components"), "securitySchemes");
	struct tree_node *node = tree_get(schemes, key->key);
	struct model_scheme *scheme;
	struct model_scheme **link;
	const char *id = key->key;

	if (node != NULL) {
		node = reference_resolve(model->openapi->reference, node, NULL);
	} else if (strpbrk(key->key, "/#") != NULL) {
		node = refer(model, key, schemes, &id);
	} else {
		diag_at(model->diag, DIAG_ERROR, key, true, "there is no security scheme '%s'",
			key->key);
	}
	if (node == NULL)
		return NULL;
	for (link = &model->schemes; *link != NULL; link = &(*link)->next) {
		if (strcmp((*link)->id, id) == 0)
			return *link;
	}
	scheme = arena_alloc(model->arena, sizeof(*scheme));
	scheme->id = id;
	if (!read_scheme(model, scheme, node))
		return NULL;
	*link = scheme;
	return scheme;
}

/* ---- choices ---- */

static bool check_list(struct model *model, const struct tree_node *list)
{
	const struct tree_node *need;
	const struct tree_node *key;
	bool ok = true;

	if (list != NULL && list->kind != TREE_LIST) {
		diag_error(model->diag, list, "'security' must be a list");
		return false;
	}
	for (need = list ? list->first : NULL; need != NULL; need = need->next) {
		if (need->kind != TREE_MAP) {
			diag_error(model->diag, need,
				"a security requirement must be a map from schemes to scopes");
			ok = false;
			continue;
		}
		for (key = need->first; key != NULL; key = key->next)
			ok &= find_scheme(model, key) != NULL;
	}
	return ok;
}

/* The table's indexes of the schemes of one requirement: "1, 2", or "" when there is nothing to send. */
static void write_choice(struct model *model, const struct tree_node *need, struct buffer *table,
	struct buffer *about)
{
	const struct model_scheme *earlier[2] = { NULL, NULL };
	const struct tree_node *key;

	for (key = need->first; key != NULL; key = key->next) {
		const struct model_scheme *scheme = find_scheme(model, key);

		buffer_format(about, "%s%s", about->len > 0 ? " and " : "", scheme->id);
		if (scheme->kind == SCHEME_TLS)
			continue;
		if (strcmp(scheme->name, "Authorization") == 0) {
			earlier[0] = earlier[1];
			earlier[1] = scheme;
		}
		if (earlier[0] != NULL)
			diag_at(model->diag, DIAG_WARNING, key, true,
				"'%s' and '%s' both need the header Authorization", earlier[0]->id,
				earlier[1]->id);
		buffer_format(table, "%s%u", table->len > 0 ? ", " : "", scheme->index);
	}
}

/* Whether one of the choices in all is this one; scopes may be all that tells two apart. */
static bool has_choice(const struct buffer *all, const char *choice)
{
	static const char between[] = ", OAC_SECURITY_OR, ";
	size_t len = strlen(choice);
	const char *p = all->text;

	while (p != NULL && *p != '\0') {
		const char *end = strstr(p, between);

		if ((size_t)(end - p) == len && memcmp(p, choice, len) == 0)
			return true;
		p = end + strlen(between);
	}
	return false;
}

/* A choice that sends nothing goes last: a credential that is there is used. */
static struct model_security *read_list(struct model *model, const struct tree_node *list)
{
	struct model_security *security = arena_alloc(model->arena, sizeof(*security));
	struct model_security **link = &model->securities;
	const struct tree_node *need;
	struct buffer all = BUFFER_EMPTY;
	struct buffer text = BUFFER_EMPTY;
	const char *free_about = NULL;

	for (need = list ? list->first : NULL; need != NULL; need = need->next) {
		struct buffer one = BUFFER_EMPTY;
		struct buffer about = BUFFER_EMPTY;

		write_choice(model, need, &one, &about);
		if (one.len == 0 && (free_about == NULL || about.len == 0))
			free_about = about.len > 0 ? arena_text(model->arena, about.text, about.len)
						   : "none";
		if (one.len > 0 && !has_choice(&all, one.text)) {
			buffer_format(&all, "%s, OAC_SECURITY_OR, ", one.text);
			buffer_format(&text, "%s%s", text.len > 0 ? ", or " : "", about.text);
		}
		buffer_clear(&one);
		buffer_clear(&about);
	}
	if (all.len == 0 && free_about == NULL)
		free_about = "none";
	if (free_about != NULL)
		buffer_format(&text, "%s%s", text.len > 0 ? ", or " : "", free_about);
	else
		all.len -= strlen("OAC_SECURITY_OR, ");
	buffer_add_text(&all, "OAC_SECURITY_END");
	security->table = arena_text(model->arena, all.text, all.len);
	security->about = arena_text(model->arena, text.text, text.len);
	security->required = free_about == NULL;
	security->none = strcmp(security->table, "OAC_SECURITY_END") == 0;
	buffer_clear(&all);
	buffer_clear(&text);
	for (; *link != NULL; link = &(*link)->next) {
		if (strcmp((*link)->table, security->table) == 0 &&
			strcmp((*link)->about, security->about) == 0)
			return *link;
	}
	*link = security;
	return security;
}

/* ---- the whole ---- */

/* First those that the document's own list names, then the others in the order of components. */
static void number_schemes(struct model *model)
{
	const struct tree_node *schemes =
		tree_get(tree_get(model->openapi->root, "components"), "securitySchemes");
	struct model_scheme *sorted = NULL;
	struct model_scheme **end = &sorted;
	struct model_scheme **link = &model->schemes;
	struct model_scheme *scheme;
	const struct tree_node *node;
	unsigned i;

	for (i = 0; i < model->own_schemes; i++)
		link = &(*link)->next;
	for (node = schemes ? schemes->first : NULL; node != NULL; node = node->next) {
		struct model_scheme **at;

		for (at = link; *at != NULL; at = &(*at)->next) {
			if (strcmp((*at)->id, node->key) == 0) {
				scheme = *at;
				*at = scheme->next;
				scheme->next = NULL;
				*end = scheme;
				end = &scheme->next;
				break;
			}
		}
	}
	*end = *link; /* those that are elsewhere */
	*link = sorted;
	i = 0;
	for (scheme = model->schemes; scheme != NULL; scheme = scheme->next) {
		if (scheme->kind == SCHEME_TLS)
			continue;
		scheme->index = i++;
		scheme->key = model->key_scheme == NULL && scheme->kind != SCHEME_BASIC;
		if (scheme->key)
			model->key_scheme = scheme;
	}
}

/* One table for all that have the same text, where anything points at it. */
static void name_tables(struct model *model)
{
	struct model_security *security;

	for (security = model->securities; security != NULL; security = security->next) {
		struct model_security *first = model->securities;

		if (!security->used)
			continue;
		while (strcmp(first->table, security->table) != 0)
			first = first->next;
		if (first->name == NULL) {
			first->name = names_unique(model->arena, &model->functions,
				arena_format(model->arena, "%s_security", model->config->prefix));
			first->written = true;
		}
		security->name = first->name;
	}
}

bool model_read_security(struct model *model)
{
	const struct tree_node *own = tree_get(model->openapi->root, "security");
	const struct tree_node *key = tree_get(config_environment(model->config), "api_key");
	const struct model_scheme *scheme;
	bool ok = check_list(model, own);
	unsigned i;

	for (scheme = model->schemes; scheme != NULL; scheme = scheme->next)
		model->own_schemes++;
	for (i = 0; i < model->operation_count; i++)
		ok &= check_list(model, model->operations[i].source->security);
	if (!ok)
		return false;
	number_schemes(model);
	if (key != NULL && model->key_scheme == NULL)
		diag_warning(
			model->diag, key, "no operation has a security scheme that takes this key");
	model->security = read_list(model, own);
	model->security->used = !model->security->none;
	model->auth_required = model->operation_count > 0;
	for (i = 0; i < model->operation_count; i++) {
		struct model_operation *operation = &model->operations[i];
		const struct tree_node *list = operation->source->security;

		operation->security = list != NULL ? read_list(model, list) : model->security;
		operation->security->used |= operation->security != model->security;
		model->auth_required &= operation->security->required;
	}
	name_tables(model);
	return true;
}

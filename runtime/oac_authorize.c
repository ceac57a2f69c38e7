/* Which credentials a call carries: the first choice for which the client has all. */
#include "oac_request.h"

#include "oac_credential.h"
#include "oac_error_set.h"
#include "oac_query.h"
#include "oac_url.h"

#include <string.h>

enum {
	TOKEN_MAX = 16384, /* more than any server takes in a header */
	NAME_MAX_BYTES = 4096,
};

/* ---- once ---- */

static bool has_cookie(const char *cookies, const char *name)
{
	size_t len = strlen(name);

	while (cookies != NULL) {
		cookies += strspn(cookies, " ;");
		if (strncmp(cookies, name, len) == 0 && cookies[len] == '=')
			return true;
		cookies = strchr(cookies, ';');
	}
	return false;
}

static bool is_in_query(const struct oac_query *query, const char *name)
{
	struct oac_buffer encoded = OAC_BUFFER_MAX(NAME_MAX_BYTES);
	bool found;

	oac_url_add_query_text(&encoded, name, strlen(name));
	found = !encoded.failed && oac_query_has(query, encoded.text, encoded.len);
	oac_buffer_clear(&encoded);
	return found;
}

/* Headers and query that the caller sets, or removes, stand before any credential. */
static bool is_given(const struct oac_prepared *prepared, const struct oac_call_options *options,
	const struct oac_query *query, const struct oac_scheme *scheme)
{
	const struct oac_client *client = prepared->client;

	switch (scheme->kind) {
	case OAC_SCHEME_QUERY:
		return is_in_query(query, scheme->name) ||
			oac_list_names(&client->query, scheme->name, false) ||
			oac_list_names(&options->query, scheme->name, false);
	case OAC_SCHEME_COOKIE:
		return has_cookie(oac_headers_get(&prepared->headers, "Cookie"), scheme->name);
	default:
		return oac_headers_get(&prepared->headers, scheme->name) != NULL ||
			oac_list_names(&client->headers, scheme->name, true) ||
			oac_list_names(&options->headers, scheme->name, true);
	}
}

enum oac_status oac_prepare_security(struct oac_prepared *prepared,
	const struct oac_call_options *options, const struct oac_query *query,
	struct oac_error *err)
{
	const struct oac_client *client = prepared->client;
	const struct oac_headers *headers = &prepared->headers;
	size_t count = client->scheme_count;

	prepared->security = prepared->operation->security != NULL ? prepared->operation->security :
								     client->security;
	if (prepared->security == NULL)
		return OAC_OK;
	bool *given = oac_arena_alloc(&prepared->arena, count + 1);
	prepared->items = oac_arena_alloc(&prepared->arena,
		(headers->count + count + 1) * sizeof(*prepared->items));
	if (given == NULL || prepared->items == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	for (size_t i = 0; i < count; i++)
		given[i] = is_given(prepared, options, query, &client->schemes[i]);
	prepared->given = given;
	prepared->url_len = prepared->url.len;
	return OAC_OK;
}

/* ---- before each try ---- */

/* size bytes that live as long as the try, or NULL. */
static char *new_text(struct oac_prepared *prepared, size_t size)
{
	if (prepared->secrets.first == NULL && !oac_arena_init(&prepared->secrets, size + 512))
		return NULL;
	return oac_arena_text(&prepared->secrets, size);
}

static enum oac_status ask_for_token(struct oac_prepared *prepared,
	const struct oac_scheme *scheme, const char **text, struct oac_error *err)
{
	const struct oac_client *client = prepared->client;
	char *token = new_text(prepared, TOKEN_MAX);

	if (token == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	token[0] = '\0';
	enum oac_status status = client->token(client->token_user, scheme->id, token, TOKEN_MAX);
	if (status != OAC_OK)
		return oac_error_set(err, status,
			"%s %s: options.token gave none for the security scheme '%s'",
			prepared->operation->method, prepared->operation->path, scheme->id);
	token[TOKEN_MAX - 1] = '\0';
	return token[0] == '\0'
		? OAC_OK
		: oac_credential_write(&prepared->secrets, scheme, token, "token", text, err);
}

/* *text: the credential of a scheme as it is sent; NULL: there is none. */
static enum oac_status find_credential(struct oac_prepared *prepared, size_t scheme,
	const char **text, struct oac_error *err)
{
	const struct oac_client *client = prepared->client;
	const char **token = prepared->tokens != NULL ? &prepared->tokens[scheme] : NULL;

	*text = client->credentials[scheme];
	if (*text != NULL || token == NULL)
		return OAC_OK;
	/* Asked once for all choices; "": there was none. */
	if (*token == NULL) {
		*token = "";
		enum oac_status status =
			ask_for_token(prepared, &client->schemes[scheme], token, err);
		if (status != OAC_OK)
			return status;
	}
	if (**token != '\0')
		*text = *token;
	return OAC_OK;
}

/* Adds a cookie to the header for them, which is the last one when there was none. */
static enum oac_status add_cookie(struct oac_prepared *prepared, const char *cookie,
	struct oac_error *err)
{
	struct oac_header_list *list = &prepared->request.headers;
	struct oac_header *header = prepared->items;
	size_t len = strlen(cookie);
	size_t i = 0;

	while (i < list->count && !oac_header_is(header[i].name, "Cookie"))
		i++;
	const char *old = i < list->count ? header[i].value : "";
	size_t old_len = strlen(old);
	char *text = new_text(prepared, old_len + len + 3);
	if (text == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	memcpy(text, old, old_len);
	if (old_len > 0) {
		memcpy(text + old_len, "; ", 2);
		old_len += 2;
	}
	memcpy(text + old_len, cookie, len + 1);
	header[i] = (struct oac_header){ "Cookie", text };
	if (i == list->count)
		list->count++;
	return OAC_OK;
}

static enum oac_status add_credential(struct oac_prepared *prepared,
	const struct oac_scheme *scheme, const char *text, struct oac_error *err)
{
	struct oac_header_list *headers = &prepared->request.headers;
	struct oac_buffer *url = &prepared->url;

	switch (scheme->kind) {
	case OAC_SCHEME_COOKIE:
		return add_cookie(prepared, text, err);
	case OAC_SCHEME_QUERY:
		oac_buffer_add_char(url, url->len == prepared->url_len &&
			strchr(url->text, '?') == NULL ? '?' : '&');
		oac_buffer_add_text(url, text);
		if (url->failed)
			return oac_error_buffer(err, url, "the URL");
		prepared->request.url = url->text;
		prepared->request.secret = url->text + prepared->url_len + 1;
		return OAC_OK;
	default:
		prepared->items[headers->count++] = (struct oac_header){ scheme->name, text };
		return OAC_OK;
	}
}

/* Back to what it was before an earlier try's credentials. */
static void take_out(struct oac_prepared *prepared)
{
	const struct oac_headers *headers = &prepared->headers;

	if (headers->count > 0)
		memcpy(prepared->items, headers->items, headers->count * sizeof(*headers->items));
	prepared->request.headers = (struct oac_header_list){ headers->count, prepared->items };
	prepared->url.len = prepared->url_len;
	prepared->url.text[prepared->url.len] = '\0';
	prepared->request.url = prepared->url.text;
	prepared->request.secret = NULL;
}

/* Goes through one choice. *missing: its first scheme without a credential, or OAC_SECURITY_END. */
static enum oac_status try_choice(struct oac_prepared *prepared, const uint16_t **at,
	uint16_t *missing, struct oac_error *err)
{
	const struct oac_client *client = prepared->client;

	*missing = OAC_SECURITY_END;
	take_out(prepared);
	for (; **at < OAC_SECURITY_OR; ++*at) {
		uint16_t scheme = **at;
		const char *text = NULL;
		if (prepared->given[scheme] || *missing != OAC_SECURITY_END)
			continue;
		enum oac_status status = find_credential(prepared, scheme, &text, err);
		if (status == OAC_OK && text == NULL)
			*missing = scheme;
		else if (status == OAC_OK)
			status = add_credential(prepared, &client->schemes[scheme], text, err);
		if (status != OAC_OK)
			return status;
	}
	return OAC_OK;
}

/* Room for what the callback says of each scheme; without a callback there is nothing to keep. */
static bool forget_tokens(struct oac_prepared *prepared)
{
	size_t bytes = prepared->client->scheme_count * sizeof(*prepared->tokens);

	oac_arena_clear(&prepared->secrets);
	prepared->tokens = NULL;
	if (prepared->client->token == NULL)
		return true;
	if (!oac_arena_init(&prepared->secrets, bytes + 2 * TOKEN_MAX))
		return false;
	prepared->tokens = oac_arena_alloc(&prepared->secrets, bytes);
	if (prepared->tokens != NULL)
		memset(prepared->tokens, 0, bytes);
	return prepared->tokens != NULL;
}

enum oac_status oac_prepared_authorize(struct oac_prepared *prepared, struct oac_error *err)
{
	const uint16_t *at = prepared->security;
	uint16_t first = OAC_SECURITY_END;
	uint16_t missing;

	if (at == NULL)
		return OAC_OK;
	if (!forget_tokens(prepared))
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	for (;; at++) {
		enum oac_status status = try_choice(prepared, &at, &missing, err);
		if (status != OAC_OK || missing == OAC_SECURITY_END)
			return status;
		if (first == OAC_SECURITY_END)
			first = missing;
		if (*at == OAC_SECURITY_END)
			return oac_credential_missing(
				prepared->client, first, prepared->operation, err);
	}
}

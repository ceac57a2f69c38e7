#include "oac_credential.h"

#include "oac_buffer.h"
#include "oac_error_set.h"
#include "oac_header.h"
#include "oac_url.h"

#include <string.h>

enum {
	TEXT_MAX = 1 << 16,
};

/* Of an API that names no scheme, when the caller names a header. */
static const uint16_t only_scheme[] = { 0, OAC_SECURITY_END };

static enum oac_status out_of_memory(struct oac_error *err)
{
	return oac_error_set(err, OAC_E_NOMEM, "out of memory");
}

/* ---- what is sent ---- */

/* RFC 4648, 4. */
static void add_base64(struct oac_buffer *out, const char *text, size_t len)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < len; i += 3) {
		uint32_t bits = (uint32_t)(unsigned char)text[i] << 16;
		if (i + 1 < len)
			bits |= (uint32_t)(unsigned char)text[i + 1] << 8;
		if (i + 2 < len)
			bits |= (unsigned char)text[i + 2];
		const char four[4] = { digits[bits >> 18], digits[bits >> 12 & 63],
			i + 1 < len ? digits[bits >> 6 & 63] : '=',
			i + 2 < len ? digits[bits & 63] : '=' };
		oac_buffer_add(out, four, sizeof(four));
	}
}

static void add_secret(struct oac_buffer *out, const struct oac_scheme *scheme, const char *secret)
{
	size_t len = strlen(secret);

	switch (scheme->kind) {
	case OAC_SCHEME_BASIC:
		oac_buffer_add_text(out, scheme->prefix);
		add_base64(out, secret, len);
		break;
	case OAC_SCHEME_QUERY:
		oac_url_add_query_text(out, scheme->name, strlen(scheme->name));
		oac_buffer_add_char(out, '=');
		oac_url_add_query_text(out, secret, len);
		break;
	case OAC_SCHEME_COOKIE:
		oac_buffer_add_text(out, scheme->name);
		oac_buffer_add_char(out, '=');
		oac_buffer_add(out, secret, len);
		break;
	default:
		oac_buffer_add_text(out, scheme->prefix);
		oac_buffer_add(out, secret, len);
		break;
	}
}

enum oac_status oac_credential_write(struct oac_arena *arena, const struct oac_scheme *scheme,
	const char *secret, const char *what, const char **text, struct oac_error *err)
{
	struct oac_buffer out = OAC_BUFFER_MAX(TEXT_MAX);
	enum oac_status status = OAC_OK;

	*text = NULL;
	if (!oac_header_value_ok(secret, strlen(secret)) ||
		(scheme->kind == OAC_SCHEME_COOKIE && strchr(secret, ';') != NULL))
		return oac_error_set(err, OAC_E_CONFIG,
			"the %s for the security scheme '%s' has a line end or another character "
			"in it that cannot be sent", what, scheme->id);
	add_secret(&out, scheme, secret);
	if (out.failed)
		status = oac_error_buffer(err, &out, "a credential");
	else if ((*text = oac_arena_strndup(arena, out.text, out.len)) == NULL)
		status = out_of_memory(err);
	oac_buffer_clear(&out);
	return status;
}

/* ---- options ---- */

/* The scheme that options.api_key is for: the first that takes one secret; or scheme_count. */
static size_t key_scheme(const struct oac_client *client)
{
	size_t i = 0;

	while (i < client->scheme_count && client->schemes[i].kind == OAC_SCHEME_BASIC)
		i++;
	return i;
}

static enum oac_status take_schemes(struct oac_client *client, const char *auth_header,
	struct oac_error *err)
{
	const struct oac_api *api = client->api;
	struct oac_scheme *schemes =
		oac_arena_alloc(&client->arena, (api->scheme_count + 1) * sizeof(*schemes));
	size_t bytes = (api->scheme_count + 1) * sizeof(*client->credentials);

	client->credentials = oac_arena_alloc(&client->arena, bytes);
	if (schemes == NULL || client->credentials == NULL)
		return out_of_memory(err);
	memset(client->credentials, 0, bytes);
	if (api->scheme_count > 0)
		memcpy(schemes, api->schemes, api->scheme_count * sizeof(*schemes));
	client->schemes = schemes;
	client->scheme_count = api->scheme_count;
	client->security = api->security;
	if (auth_header == NULL)
		return OAC_OK;
	if (!oac_header_name_ok(auth_header, strlen(auth_header)))
		return oac_error_set(err, OAC_E_CONFIG, "auth_header is not the name of a header");
	auth_header = oac_arena_strndup(&client->arena, auth_header, strlen(auth_header));
	if (auth_header == NULL)
		return out_of_memory(err);
	if (api->scheme_count == 0) {
		schemes[0] = (struct oac_scheme){ "api_key", auth_header, "", OAC_SCHEME_HEADER };
		client->scheme_count = 1;
		client->security = only_scheme;
		return OAC_OK;
	}
	size_t key = key_scheme(client);
	if (key == client->scheme_count || (schemes[key].kind == OAC_SCHEME_HEADER &&
		oac_header_is(schemes[key].name, auth_header)))
		return OAC_OK;
	schemes[key].kind = OAC_SCHEME_HEADER;
	schemes[key].name = auth_header;
	schemes[key].prefix = "";
	return OAC_OK;
}

static enum oac_status take_key(struct oac_client *client,
	const struct oac_client_options *options, const char *key, struct oac_error *err)
{
	size_t scheme = key_scheme(client);

	if (key == NULL || *key == '\0')
		return OAC_OK;
	if (scheme < client->scheme_count)
		return oac_credential_write(&client->arena, &client->schemes[scheme], key,
			"API key", &client->credentials[scheme], err);
	if (options->api_key == NULL)
		return OAC_OK;
	return oac_error_set(err, OAC_E_CONFIG,
		"options.api_key: the API has no security scheme that takes one secret%s",
		client->scheme_count == 0 ? "; name the header for it in options.auth_header" : "");
}

static enum oac_status take_password(struct oac_client *client,
	const struct oac_client_options *options, struct oac_error *err)
{
	struct oac_buffer pair = OAC_BUFFER_MAX(TEXT_MAX);
	enum oac_status status = OAC_OK;
	bool used = false;

	if (options->username == NULL && options->password == NULL)
		return OAC_OK;
	if (options->username == NULL || strchr(options->username, ':') != NULL)
		return oac_error_set(err, OAC_E_CONFIG, "options.username %s",
			options->username == NULL ? "is missing" : "has a colon in it");
	oac_buffer_add_text(&pair, options->username);
	oac_buffer_add_char(&pair, ':');
	oac_buffer_add_text(&pair, options->password != NULL ? options->password : "");
	if (pair.failed)
		status = oac_error_buffer(err, &pair, "options.password");
	for (size_t i = 0; i < client->scheme_count && status == OAC_OK; i++) {
		if (client->schemes[i].kind != OAC_SCHEME_BASIC)
			continue;
		used = true;
		status = oac_credential_write(&client->arena, &client->schemes[i], pair.text,
			"user name or password", &client->credentials[i], err);
	}
	if (status == OAC_OK && !used)
		status = oac_error_set(err, OAC_E_CONFIG,
			"options.username: the API has no security scheme of HTTP Basic");
	oac_buffer_clear(&pair);
	return status;
}

static enum oac_status take_named(struct oac_client *client, const struct oac_credential *named,
	struct oac_error *err)
{
	const char *id = named->scheme != NULL ? named->scheme : "";

	for (size_t i = 0; i < client->scheme_count; i++) {
		const struct oac_scheme *scheme = &client->schemes[i];
		if (strcmp(scheme->id, id) != 0)
			continue;
		if (named->value == NULL)
			return oac_error_set(err, OAC_E_CONFIG,
				"options.credentials: the value for '%s' is NULL", id);
		if (scheme->kind == OAC_SCHEME_BASIC && strchr(named->value, ':') == NULL)
			return oac_error_set(err, OAC_E_CONFIG,
				"options.credentials: the value for '%s' is not \"user:password\"",
				id);
		return oac_credential_write(&client->arena, scheme, named->value, "credential",
			&client->credentials[i], err);
	}
	return oac_error_set(err, OAC_E_CONFIG,
		"options.credentials: no operation of the API has a security scheme '%s'", id);
}

enum oac_status oac_credentials_take(struct oac_client *client,
	const struct oac_client_options *options, const char *key, struct oac_error *err)
{
	enum oac_status status = take_schemes(client, options->auth_header, err);

	if (status == OAC_OK)
		status = take_key(client, options, key, err);
	if (status == OAC_OK)
		status = take_password(client, options, err);
	for (size_t i = 0; i < options->credentials.count && status == OAC_OK; i++)
		status = take_named(client, &options->credentials.items[i], err);
	client->token = options->token;
	client->token_user = options->token_user;
	return status;
}

/* ---- what is there ---- */

bool oac_list_names(const struct oac_header_list *list, const char *name, bool is_header)
{
	for (size_t i = 0; i < list->count; i++) {
		const char *own = list->items[i].name;
		if (own != NULL && (is_header ? oac_header_is(own, name) : strcmp(own, name) == 0))
			return true;
	}
	return false;
}

enum oac_status oac_credential_missing(const struct oac_client *client, size_t scheme,
	const struct oac_operation *operation, struct oac_error *err)
{
	bool is_basic = client->schemes[scheme].kind == OAC_SCHEME_BASIC;
	bool is_key = scheme == key_scheme(client);
	const char *env = is_key ? client->api->env_api_key : NULL;
	const char *set = is_basic ? "options.username and options.password" :
		is_key		   ? "options.api_key" :
				     "options.credentials";
	const char *or = env != NULL ? " or the environment variable " : "";

	if (env == NULL)
		env = "";
	if (operation == NULL)
		return oac_error_set(err, OAC_E_CONFIG, "no %s: set %s%s%s",
			is_key ? "API key" : "credentials", set, or, env);
	return oac_error_set(err, OAC_E_CONFIG,
		"%s %s: no credential for the security scheme '%s': set %s%s%s", operation->method,
		operation->path, client->schemes[scheme].id, set, or, env);
}

enum oac_status oac_credentials_check(const struct oac_client *client, struct oac_error *err)
{
	size_t key = key_scheme(client);
	bool any =
		client->token != NULL || client->scheme_count == 0 || !client->api->auth_required;

	for (size_t i = 0; i < client->scheme_count && !any; i++) {
		bool in_query = client->schemes[i].kind == OAC_SCHEME_QUERY;
		any = client->credentials[i] != NULL ||
			oac_list_names(in_query ? &client->query : &client->headers,
				client->schemes[i].name, !in_query);
	}
	if (any)
		return OAC_OK;
	return oac_credential_missing(client, key < client->scheme_count ? key : 0, NULL, err);
}

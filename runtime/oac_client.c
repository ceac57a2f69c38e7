#include "oac_client_type.h"

#include "oac_credential.h"
#include "oac_error_set.h"
#include "oac_header.h"
#include "oac_platform.h"
#include "oac_url.h"

#include <stdlib.h>
#include <string.h>

enum {
	TIMEOUT_MS = 600000,
	CONNECT_TIMEOUT_MS = 5000,
	MAX_RETRIES = 2,
	MAX_RESPONSE_BYTES = 64 << 20,
};

static const struct oac_client_options no_options;

/* ---- copies ---- */

static char *join(struct oac_arena *arena, const char *first, const char *second)
{
	size_t first_len = strlen(first);
	size_t second_len = strlen(second);
	char *text = oac_arena_text(arena, first_len + second_len + 1);

	if (text == NULL)
		return NULL;
	memcpy(text, first, first_len);
	memcpy(text + first_len, second, second_len + 1);
	return text;
}

/* ---- environment ---- */

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void trim(const char **text, size_t *len)
{
	while (*len > 0 && is_space((*text)[0])) {
		(*text)++;
		(*len)--;
	}
	while (*len > 0 && is_space((*text)[*len - 1]))
		(*len)--;
}

/* The variable without white space around it; NULL in *value when it is unset or blank. */
static bool from_environment(struct oac_arena *arena, const char *name, const char **value)
{
	const char *text = name != NULL ? getenv(name) : NULL;
	size_t len;

	*value = NULL;
	if (text == NULL)
		return true;
	len = strlen(text);
	trim(&text, &len);
	if (len == 0)
		return true;
	*value = oac_arena_strndup(arena, text, len);
	return *value != NULL;
}

static bool add_header_line(struct oac_arena *arena, struct oac_header_list *list,
	struct oac_header *items, const char *line, size_t len)
{
	const char *colon = memchr(line, ':', len);
	if (colon == NULL)
		return true;
	const char *value = colon + 1;
	size_t name_len = (size_t)(colon - line);
	size_t value_len = len - name_len - 1;
	trim(&line, &name_len);
	trim(&value, &value_len);
	struct oac_header *item = &items[list->count];
	item->name = oac_arena_strndup(arena, line, name_len);
	item->value = oac_arena_strndup(arena, value, value_len);
	list->count++;
	return item->name != NULL && item->value != NULL;
}

static bool add_own(struct oac_arena *arena, struct oac_header_list *list, struct oac_header *items,
	const struct oac_header_list *own)
{
	for (size_t i = 0; i < own->count; i++) {
		struct oac_header *item = &items[list->count++];
		item->name = own->items[i].name != NULL ? own->items[i].name : "";
		item->value = own->items[i].value;
		if (!oac_arena_keep(arena, &item->name) || !oac_arena_keep(arena, &item->value))
			return false;
	}
	return true;
}

static size_t count_lines(const char *text)
{
	size_t count = 1;

	for (; *text != '\0'; text++)
		count += *text == '\n';
	return count;
}

/* All default headers: those of the environment, then the caller's, which win. */
static bool collect_headers(struct oac_client *client, const struct oac_header_list *own)
{
	const struct oac_api *api = client->api;
	const char *lines = api->env_headers != NULL ? getenv(api->env_headers) : NULL;
	size_t most = api->header_env_count + own->count + (lines != NULL ? count_lines(lines) : 0);
	struct oac_header *items = oac_arena_alloc(&client->arena, (most + 1) * sizeof(*items));
	struct oac_header_list *list = &client->headers;

	if (items == NULL)
		return false;
	list->items = items;
	for (size_t i = 0; i < api->header_env_count; i++) {
		const char *value;
		if (!from_environment(&client->arena, api->header_envs[i].env, &value))
			return false;
		if (value != NULL)
			items[list->count++] =
				(struct oac_header){ api->header_envs[i].header, value };
	}
	while (lines != NULL) {
		size_t len = strcspn(lines, "\n");
		if (!add_header_line(&client->arena, list, items, lines, len))
			return false;
		lines = lines[len] == '\n' ? lines + len + 1 : NULL;
	}
	return add_own(&client->arena, list, items, own);
}

static bool copy_query(struct oac_client *client, const struct oac_header_list *query)
{
	struct oac_header *items =
		oac_arena_alloc(&client->arena, (query->count + 1) * sizeof(*items));

	client->query.items = items;
	return items != NULL && add_own(&client->arena, &client->query, items, query);
}

/* ---- settings ---- */

static enum oac_status out_of_memory(struct oac_error *err)
{
	return oac_error_set(err, OAC_E_NOMEM, "out of memory");
}

static enum oac_status take_credentials(struct oac_client *client,
	const struct oac_client_options *options, struct oac_error *err)
{
	const char *key = options->api_key;

	/* What the program itself says comes before the environment. */
	if (key == NULL && options->token == NULL &&
		!from_environment(&client->arena, client->api->env_api_key, &key))
		return out_of_memory(err);
	return oac_credentials_take(client, options, key, err);
}

/* A server of the document may be relative, or have a variable that has no default. */
bool oac_client_is_server(const char *url)
{
	return url != NULL && oac_url_is_base(url) && strchr(url, '{') == NULL;
}

static enum oac_status no_base_url(const struct oac_api *api, struct oac_error *err)
{
	const char *env = api->env_base_url;
	const char *url = api->base_url;

	return oac_error_set(err, OAC_E_CONFIG, "no base URL: %s%s%sset options.base_url%s%s",
		url != NULL ? "the document's server '" : "", url != NULL ? url : "",
		url != NULL ? "' is no whole URL, " : "",
		env != NULL ? " or the environment variable " : "", env != NULL ? env : "");
}

static enum oac_status take_base_url(struct oac_client *client,
	const struct oac_client_options *options, struct oac_error *err)
{
	const struct oac_api *api = client->api;
	const char *url = options->base_url;
	const char *source = "options.base_url";

	if (url == NULL) {
		if (!from_environment(&client->arena, api->env_base_url, &url))
			return out_of_memory(err);
		source = api->env_base_url;
	}
	if (url == NULL && oac_client_is_server(api->base_url)) {
		client->base_url = api->base_url;
		return OAC_OK;
	}
	if (url == NULL)
		return api->own_servers ? OAC_OK : no_base_url(api, err);
	/* The value itself is not shown: it may hold a password. */
	if (!oac_url_is_base(url))
		return oac_error_set(err, OAC_E_CONFIG, "%s is not an http or https URL", source);
	client->base_url_given = true;
	client->base_url = oac_arena_strndup(&client->arena, url, strlen(url));
	return client->base_url != NULL ? OAC_OK : out_of_memory(err);
}

static enum oac_status take_headers(struct oac_client *client,
	const struct oac_client_options *options, struct oac_error *err)
{
	const char *agent = options->user_agent;

	if (!collect_headers(client, &options->headers) || !copy_query(client, &options->query))
		return out_of_memory(err);
	for (size_t i = 0; i < client->headers.count; i++) {
		const struct oac_header *header = &client->headers.items[i];
		if (!oac_header_name_ok(header->name, strlen(header->name)))
			return oac_error_set(err, OAC_E_CONFIG,
				"a default header's name is not allowed: '%s'", header->name);
		if (header->value != NULL &&
			!oac_header_value_ok(header->value, strlen(header->value)))
			return oac_error_set(err, OAC_E_CONFIG,
				"default header '%s': the value has a control character in it",
				header->name);
	}
	if (agent != NULL && !oac_header_value_ok(agent, strlen(agent)))
		return oac_error_set(err, OAC_E_CONFIG, "user_agent has a control character in it");
	if (agent != NULL) {
		client->user_agent = oac_arena_strndup(&client->arena, agent, strlen(agent));
	} else {
		const char *name = join(&client->arena, "oac-", client->api->name);
		if (name != NULL)
			name = join(&client->arena, name, "/");
		client->user_agent =
			name != NULL ? join(&client->arena, name, client->api->version) : NULL;
	}
	return client->user_agent != NULL ? OAC_OK : out_of_memory(err);
}

static int64_t limit_or(int64_t value, int64_t otherwise)
{
	if (value == 0)
		return otherwise;
	return value < 0 ? OAC_NO_LIMIT : value;
}

static void take_limits(struct oac_client *client, const struct oac_client_options *options)
{
	client->timeout_ms = limit_or(options->timeout_ms, TIMEOUT_MS);
	client->connect_timeout_ms = limit_or(options->connect_timeout_ms, CONNECT_TIMEOUT_MS);
	client->max_response_bytes = limit_or(options->max_response_bytes, MAX_RESPONSE_BYTES);
	client->max_retries = options->max_retries.set ? options->max_retries.value : MAX_RETRIES;
	client->retry_post = options->retry_post;
	client->strict = options->strict;
	client->log = options->log;
	client->log_user = options->log_user;
}

#ifdef OAC_NO_CURL
enum oac_status oac_curl_transport(const struct oac_curl_options *options,
	struct oac_transport *transport, struct oac_error *err)
{
	(void)options;
	memset(transport, 0, sizeof(*transport));
	return oac_error_set(err, OAC_E_CONFIG,
		"this runtime was built without libcurl: set options.transport");
}
#endif

/* ---- public ---- */

struct oac_client *oac_client_new(const struct oac_api *api,
	const struct oac_client_options *options, struct oac_error *err)
{
	struct oac_client *client = oac_malloc(sizeof(*client));
	enum oac_status status;

	oac_error_clear(err);
	if (options == NULL)
		options = &no_options;
	if (client == NULL) {
		out_of_memory(err);
		return NULL;
	}
	memset(client, 0, sizeof(*client));
	client->users = 1;
	client->api = api;
	take_limits(client, options);
	status = oac_arena_init(&client->arena, 512) ? OAC_OK : out_of_memory(err);
	if (status == OAC_OK)
		status = take_credentials(client, options, err);
	if (status == OAC_OK)
		status = take_base_url(client, options, err);
	if (status == OAC_OK)
		status = take_headers(client, options, err);
	if (status == OAC_OK)
		status = oac_credentials_check(client, err);
	/* Last, because from here on oac_client_free() frees the transport, too. */
	if (status == OAC_OK && options->transport != NULL)
		client->transport = *options->transport;
	else if (status == OAC_OK)
		status = oac_curl_transport(options->curl, &client->transport, err);
	if (status == OAC_OK)
		return client;
	oac_client_free(client);
	return NULL;
}

struct oac_client *oac_client_keep(struct oac_client *client)
{
	oac_global_lock();
	client->users++;
	oac_global_unlock();
	return client;
}

static bool is_last_user(struct oac_client *client)
{
	bool last;

	oac_global_lock();
	last = --client->users == 0;
	oac_global_unlock();
	return last;
}

void oac_client_free(struct oac_client *client)
{
	if (client == NULL || !is_last_user(client))
		return;
	if (client->transport.free != NULL)
		client->transport.free(client->transport.user);
	oac_arena_clear(&client->arena);
	oac_mem_free(client);
}

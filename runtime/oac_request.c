#include "oac_request.h"

#include "oac_body.h"
#include "oac_check.h"
#include "oac_error_set.h"
#include "oac_params.h"
#include "oac_platform.h"
#include "oac_retry.h"
#include "oac_url.h"

#include <string.h>

enum {
	URL_MAX = 1 << 20,
	TYPE_MAX = 1 << 16,
	ARENA_FIRST = 1000, /* with what malloc() adds, what it still keeps at hand for each thread */
};

static const struct oac_call_options no_options;

/* ---- URL ---- */

static enum oac_status add_path_argument(struct oac_buffer *url, const char *name, size_t name_len,
	const char *value, struct oac_error *err)
{
	if (value == NULL || *value == '\0')
		return oac_error_set(err, OAC_E_ARGUMENT, "path parameter '%.*s' is %s",
			(int)name_len, name, value == NULL ? "NULL" : "empty");
	oac_url_add_segment(url, value, strlen(value));
	return OAC_OK;
}

/* A server or a proxy would take the segment out and so address something else. */
static enum oac_status check_segment(const struct oac_buffer *url, size_t start, const char *name,
	size_t name_len, struct oac_error *err)
{
	if (name == NULL || url->failed ||
		!oac_url_is_dot_segment(url->text + start, url->len - start))
		return OAC_OK;
	return oac_error_set(err, OAC_E_ARGUMENT,
		"path parameter '%.*s' makes a segment of dots, which cannot be sent",
		(int)name_len, name);
}

/* Fills the braces of the template, "/threads/{thread_id}", and adds it to the URL. */
static enum oac_status add_path(struct oac_buffer *url, const char *template,
	const char *const *path, struct oac_error *err)
{
	const char *name = NULL; /* of the last parameter in this segment */
	size_t name_len = 0;
	size_t segment = url->len;
	enum oac_status status = OAC_OK;

	for (const char *p = template; *p != '\0' && status == OAC_OK; p++) {
		const char *close = *p == '{' ? strchr(p, '}') : NULL;
		if (close != NULL) {
			name = p + 1;
			name_len = (size_t)(close - name);
			status = add_path_argument(url, name, name_len, *path++, err);
			p = close;
			continue;
		}
		if (*p == '/') {
			status = check_segment(url, segment, name, name_len, err);
			segment = url->len + 1;
			name = NULL;
		}
		oac_buffer_add_char(url, *p);
	}
	return status != OAC_OK ? status : check_segment(url, segment, name, name_len, err);
}

/* What the caller says goes before the operation's own server, and that before the API's. */
static enum oac_status find_base(const struct oac_prepared *prepared, const char *own,
	const char **base, struct oac_error *err)
{
	const struct oac_client *client = prepared->client;
	const struct oac_operation *operation = prepared->operation;

	*base = own != NULL ? own : client->base_url;
	if (own != NULL && !oac_url_is_base(own))
		return oac_error_set(err, OAC_E_ARGUMENT, "base_url is not an http or https URL");
	if (own != NULL || client->base_url_given)
		return OAC_OK;
	if (operation->server != NULL)
		*base = operation->server;
	if (oac_client_is_server(*base))
		return OAC_OK;
	return oac_error_set(err, OAC_E_CONFIG,
		"%s %s: no base URL: %s%s%sset options.base_url", operation->method, operation->path,
		*base != NULL ? "its server '" : "", *base != NULL ? *base : "",
		*base != NULL ? "' is no whole URL, " : "");
}

static enum oac_status add_base(struct oac_prepared *prepared, const char *own,
	struct oac_query *query, struct oac_error *err)
{
	const char *base;
	enum oac_status status = find_base(prepared, own, &base, err);

	if (status != OAC_OK)
		return status;
	size_t len = strcspn(base, "?");
	if (base[len] == '?')
		oac_query_add_encoded(query, base + len + 1, strlen(base + len + 1));
	while (len > 0 && base[len - 1] == '/')
		len--;
	oac_buffer_add(&prepared->url, base, len);
	return OAC_OK;
}

/* ---- headers ---- */

/* content_type NULL: there is no body. */
static enum oac_status add_own_headers(struct oac_headers *headers, const struct oac_client *client,
	const char *accept, const char *content_type, struct oac_error *err)
{
	const struct oac_header own[] = {
		{ "Accept", accept != NULL ? accept : "application/json" },
		{ "Content-Type", content_type },
		{ "User-Agent", client->user_agent },
	};
	const struct oac_header_list lists[] = {
		{ OAC_COUNT(own), own },
		{ client->api->header_count, client->api->headers },
		client->headers,
	};
	enum oac_status status = OAC_OK;

	for (size_t i = 0; i < OAC_COUNT(lists) && status == OAC_OK; i++)
		status = oac_headers_set_list(headers, &lists[i], err);
	return status;
}

/* ---- the whole ---- */

static enum oac_status check_limits(const struct oac_operation *operation, const void *request,
	struct oac_error *err)
{
	const struct oac_shape shape = { operation->request, 0, OAC_KIND_OBJECT };

	if (operation->request == NULL || request == NULL)
		return OAC_OK;
	return oac_check(&shape, request, OAC_E_ARGUMENT, err);
}

static int64_t limit_of(int64_t call, int64_t client)
{
	if (call == 0)
		return client;
	return call < 0 ? OAC_NO_LIMIT : call;
}

static void take_limits(struct oac_prepared *prepared, const struct oac_client *client,
	const struct oac_call_options *options)
{
	struct oac_request *request = &prepared->request;

	prepared->deadline =
		oac_deadline_in(options->deadline_ms > 0 ? options->deadline_ms : OAC_NO_LIMIT);
	prepared->timeout_ms = limit_of(options->timeout_ms, client->timeout_ms);
	prepared->idle_timeout_ms = OAC_NO_LIMIT;
	/* A stream may last; it is silence that tells that something is wrong. */
	if (prepared->operation->streaming != NULL) {
		prepared->idle_timeout_ms = prepared->timeout_ms;
		prepared->timeout_ms = OAC_NO_LIMIT;
	}
	prepared->max_retries =
		options->max_retries.set ? options->max_retries.value : client->max_retries;
	prepared->retry_post = options->retry_post != OAC_RETRY_POST_DEFAULT ? options->retry_post :
									       client->retry_post;
	prepared->strict = client->strict || options->strict;
	prepared->progress = options->progress;
	prepared->progress_user = options->progress_user;
	request->connect_timeout_ms =
		limit_of(options->connect_timeout_ms, client->connect_timeout_ms);
}

enum oac_status oac_prepare(struct oac_prepared *prepared, const struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, struct oac_error *err)
{
	struct oac_buffer content_type = OAC_BUFFER_MAX(TYPE_MAX);
	struct oac_query query;
	enum oac_status status;

	if (options == NULL)
		options = &no_options;
	memset(prepared, 0, sizeof(*prepared));
	prepared->client = client;
	prepared->operation = operation;
	prepared->request.method = operation->method;
	prepared->headers.arena = &prepared->arena;
	oac_buffer_init(&prepared->url, URL_MAX);
	oac_content_init(&prepared->content, SIZE_MAX / 4);
	oac_query_init(&query, URL_MAX);
	take_limits(prepared, client, options);

	if (!oac_arena_init(&prepared->arena, ARENA_FIRST)) {
		status = oac_error_set(err, OAC_E_NOMEM, "out of memory");
		goto done;
	}
	status = add_base(prepared, options->base_url, &query, err);
	if (status == OAC_OK)
		status = add_path(&prepared->url, operation->path, path, err);
	if (status == OAC_OK)
		status = oac_body_write(operation, request, &options->body, &prepared->content,
			&content_type, err);
	if (status == OAC_OK && prepared->strict)
		status = check_limits(operation, request, err);
	if (status == OAC_OK)
		status = add_own_headers(&prepared->headers, client, operation->accept,
			prepared->content.text.text != NULL ? content_type.text : NULL, err);
	oac_query_replace(&query, &client->query);
	if (status == OAC_OK && operation->request != NULL)
		status = oac_params_add(operation->request, request, &query, &prepared->headers,
			err);
	if (status == OAC_OK)
		status = oac_headers_set_list(&prepared->headers, &options->headers, err);
	if (status != OAC_OK)
		goto done;
	oac_query_replace(&query, &options->query);
	oac_query_write(&query, &prepared->url);
	if (prepared->url.failed) {
		status = oac_error_buffer(err, &prepared->url, "the URL");
		goto done;
	}
	prepared->request.url = prepared->url.text;
	prepared->request.headers =
		(struct oac_header_list){ prepared->headers.count, prepared->headers.items };
	status = oac_prepare_security(prepared, options, &query, err);
	if (oac_content_is_streamed(&prepared->content)) {
		prepared->source = oac_content_source(&prepared->content);
		prepared->request.source = &prepared->source;
	} else if (prepared->content.text.text != NULL) {
		prepared->request.body = prepared->content.text.text;
		prepared->request.body_len = prepared->content.text.len;
	}
done:
	oac_buffer_clear(&content_type);
	oac_query_clear(&query);
	return status;
}

enum oac_status oac_prepared_move(struct oac_prepared *prepared, const char *url,
	struct oac_error *err)
{
	const struct oac_operation *operation = prepared->operation;
	struct oac_buffer whole = OAC_BUFFER_MAX(URL_MAX);
	enum oac_status status = OAC_OK;

	if (!oac_url_resolve(&whole, prepared->url.text, url, strlen(url)))
		status = oac_error_set(err, OAC_E_PROTOCOL,
			"%s %s: the next page has no http or https URL", operation->method,
			operation->path);
	else if (whole.failed)
		status = oac_error_buffer(err, &whole, "the URL of the next page");
	/* The credentials are for this one. */
	else if (!oac_url_same_origin(prepared->url.text, whole.text))
		status = oac_error_set(err, OAC_E_PROTOCOL,
			"%s %s: the next page is on another server", operation->method,
			operation->path);
	if (status != OAC_OK) {
		oac_buffer_clear(&whole);
		return status;
	}
	oac_buffer_clear(&prepared->url);
	prepared->url = whole;
	prepared->url_len = whole.len;
	prepared->request.url = whole.text;
	return OAC_OK;
}

void oac_prepared_clear(struct oac_prepared *prepared)
{
	oac_content_clear(&prepared->content);
	oac_buffer_clear(&prepared->url);
	oac_arena_clear(&prepared->secrets);
	oac_arena_clear(&prepared->arena);
}

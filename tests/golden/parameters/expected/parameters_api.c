/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "parameters_api.h"

#include "parameters_tables.h"

static const struct oac_field parameters_search_request_fields[] = {
	OAC_STRING(struct parameters_search_request, q, "q", OAC_REQUIRED | OAC_IN_QUERY | OAC_RESERVED),
	OAC_LIST_OF(struct parameters_search_request, fields, "fields", OAC_IN_QUERY | OAC_STYLE_FORM | OAC_RESERVED, oac_string_list),
	OAC_STRING(struct parameters_search_request, plain, "plain", OAC_IN_QUERY),
	OAC_STRING(struct parameters_search_request, x_trace, "X-Trace", OAC_IN_HEADER | OAC_STYLE_SIMPLE),
	OAC_STRING(struct parameters_search_request, note, "note", OAC_IN_QUERY),
	OAC_OPT_FLAG(struct parameters_search_request, verbose, "verbose", OAC_IN_QUERY),
};

const struct oac_object parameters_search_request_type = OAC_OBJECT_TYPE(parameters_search_request, parameters_search_request_fields, 0);

static const struct oac_field parameters_send_request_fields[] = {
	OAC_STRING(struct parameters_send_request, link, "link", 0),
	OAC_LIST_OF(struct parameters_send_request, tags, "tags", 0, oac_string_list),
	OAC_STRING(struct parameters_send_request, plain, "plain", 0),
};

const struct oac_object parameters_send_request_type = OAC_OBJECT_TYPE(parameters_send_request, parameters_send_request_fields, 0);

OAC_TYPE_FUNCTIONS(parameters_send_request, OAC_KIND_OBJECT)

const struct oac_operation parameters_search_operation = {
	.id = "search",
	.method = "GET",
	.path = "/search/{where}",
	.request = &parameters_search_request_type,
};

enum oac_status parameters_search(struct oac_client *client,
	const char *where,
	const struct parameters_search_request *request,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	const char *const path[] = { where };

	return oac_call(client, &parameters_search_operation,
		path, request, options, NULL, err);
}

enum oac_status parameters_search_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *where,
	const struct parameters_search_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { where };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &parameters_search_operation,
		path, request, options, &then, async, err);
}

static const struct oac_encoding send_encodings[] = {
	{ "link", OAC_STYLE_UNSTATED | OAC_RESERVED, NULL },
	{ "tags", OAC_STYLE_FORM | OAC_RESERVED, NULL },
};

const struct oac_operation parameters_send_operation = {
	.id = "send",
	.method = "POST",
	.path = "/search/{where}",
	.body_media = OAC_MEDIA_FORM,
	.request = &parameters_send_request_type,
	.encodings = send_encodings,
	.encoding_count = OAC_COUNT(send_encodings),
};

enum oac_status parameters_send(struct oac_client *client,
	const char *where,
	const struct parameters_send_request *request,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	const char *const path[] = { where };

	return oac_call(client, &parameters_send_operation,
		path, request, options, NULL, err);
}

enum oac_status parameters_send_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *where,
	const struct parameters_send_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { where };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &parameters_send_operation,
		path, request, options, &then, async, err);
}

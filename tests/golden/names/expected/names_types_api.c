/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "names_types_api.h"

#include "names_tables.h"

static const struct oac_field names_get_a_b_class_id_request_fields[] = {
	OAC_STRING(struct names_get_a_b_class_id_request, filter_name, "filter[name]", OAC_IN_QUERY),
	OAC_STRING(struct names_get_a_b_class_id_request, x_trace, "X-Trace", OAC_IN_HEADER | OAC_STYLE_SIMPLE),
	OAC_LIST_OF(struct names_get_a_b_class_id_request, body, "body", OAC_IN_QUERY | OAC_STYLE_FORM, oac_string_list),
};

const struct oac_object names_get_a_b_class_id_request_type = OAC_OBJECT_TYPE(names_get_a_b_class_id_request, names_get_a_b_class_id_request_fields, 0);

const struct oac_operation names_get_a_b_class_id_operation = {
	.id = "get_a_b__class___id_",
	.method = "GET",
	.path = "/a-b/{class}/{id}",
	.request = &names_get_a_b_class_id_request_type,
};

enum oac_status names_get_a_b_class_id(struct oac_client *client,
	const char *class_,
	int64_t id,
	const struct names_get_a_b_class_id_request *request,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	char id_text[OAC_INT64_TEXT];
	const char *const path[] = { class_, oac_int64_text(id, id_text) };

	return oac_call(client, &names_get_a_b_class_id_operation,
		path, request, options, NULL, err);
}

enum oac_status names_get_a_b_class_id_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *class_,
	int64_t id,
	const struct names_get_a_b_class_id_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	char id_text[OAC_INT64_TEXT];
	const char *const path[] = { class_, oac_int64_text(id, id_text) };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &names_get_a_b_class_id_operation,
		path, request, options, &then, async, err);
}

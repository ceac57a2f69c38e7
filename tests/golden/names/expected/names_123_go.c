/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "names_123_go.h"

#include "names_tables.h"

const struct oac_operation names_switch_operation = {
	.id = "switch",
	.method = "DELETE",
	.path = "/a-b/{class}/{id}",
	.response_media = OAC_MEDIA_JSON,
	.response = { &oac_string_list_type, sizeof(struct oac_string_list), OAC_KIND_LIST },
};

enum oac_status names_switch(struct oac_client *client,
	const char *class_,
	int64_t id,
	const struct oac_call_options *options,
	struct oac_string_list **out,
	struct oac_error *err)
{
	char id_text[OAC_INT64_TEXT];
	const char *const path[] = { class_, oac_int64_text(id, id_text) };
	void *result = NULL;
	enum oac_status status = oac_call(client, &names_switch_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status names_switch_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *class_,
	int64_t id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_string_list *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	char id_text[OAC_INT64_TEXT];
	const char *const path[] = { class_, oac_int64_text(id, id_text) };
	const struct oac_done then = { oac_string_list_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &names_switch_operation,
		path, NULL, options, &then, async, err);
}

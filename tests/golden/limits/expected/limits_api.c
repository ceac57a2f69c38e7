/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "limits_api.h"

#include "limits_tables.h"

static const char *const limits_thing_kind_values[] = {
	"thing",
};

const struct oac_enum limits_thing_kind_type = OAC_ENUM_TYPE(limits_thing_kind, limits_thing_kind_values);

const char *limits_thing_kind_text(enum limits_thing_kind value)
{
	return oac_enum_text(&limits_thing_kind_type, (int)value);
}

const struct oac_list limits_double_list_list_type = OAC_LIST_TYPE(limits_double_list_list, OAC_KIND_LIST, &oac_double_list_type);

const struct oac_list limits_thing_list_type = OAC_LIST_TYPE(limits_thing_list, OAC_KIND_OBJECT, &limits_thing_type);

static const struct oac_variant limits_thing_choice_variants[] = {
	OAC_VARIANT(struct limits_thing_choice, string, const char *, OAC_KIND_STRING, NULL, NULL),
	OAC_VARIANT(struct limits_thing_choice, string_list, struct oac_string_list, OAC_KIND_LIST, NULL, &oac_string_list_type),
	OAC_VARIANT(struct limits_thing_choice, thing_choice_option_3, const struct limits_thing_choice_option_3 *, OAC_KIND_POINTER, NULL, &limits_thing_choice_option_3_type),
};

static const struct oac_limit limits_thing_choice_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MOST, 2),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MOST, 1),
};

const struct oac_union limits_thing_choice_type = OAC_LIMITED_UNION_TYPE(limits_thing_choice, limits_thing_choice_variants, limits_thing_choice_limits);

OAC_TYPE_FUNCTIONS(limits_thing_choice, OAC_KIND_UNION)

static const struct oac_variant limits_thing_both_variants[] = {
	OAC_VARIANT(struct limits_thing_both, string, const char *, OAC_KIND_STRING, NULL, NULL),
	OAC_VARIANT(struct limits_thing_both, boolean, bool, OAC_KIND_BOOL, NULL, NULL),
};

const struct oac_union limits_thing_both_type = OAC_PLAIN_UNION_TYPE(limits_thing_both, limits_thing_both_variants);

OAC_TYPE_FUNCTIONS(limits_thing_both, OAC_KIND_UNION)

static const struct oac_field limits_thing_fields[] = {
	OAC_ENUM(struct limits_thing, kind, "kind", 0, limits_thing_kind),
	OAC_OPT_INT64(struct limits_thing, size, "size", 0),
	OAC_OPT_INT64(struct limits_thing, even, "even", 0),
	OAC_OPT_INT64(struct limits_thing, any, "any", 0),
	OAC_OPT_DOUBLE(struct limits_thing, share, "share", 0),
	OAC_OPT_DOUBLE(struct limits_thing, maybe, "maybe", OAC_NULLABLE),
	OAC_OPT_DOUBLE(struct limits_thing, old, "old", 0),
	OAC_STRING(struct limits_thing, name, "name", 0),
	OAC_STRING(struct limits_thing, seen, "seen", 0),
	OAC_STRING(struct limits_thing, dotted, "dotted", 0),
	OAC_LIST_OF(struct limits_thing, tags, "tags", 0, oac_string_list),
	OAC_LIST_OF(struct limits_thing, grid, "grid", 0, limits_double_list_list),
	OAC_MAP_OF(struct limits_thing, labels, "labels", 0, oac_string_map),
	OAC_LIST_OF(struct limits_thing, parts, "parts", 0, limits_thing_list),
	OAC_UNION(struct limits_thing, choice, "choice", 0, limits_thing_choice),
	OAC_UNION(struct limits_thing, both, "both", 0, limits_thing_both),
};

static const struct oac_limit limits_thing_limits[] = {
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MAXIMUM, 10),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MINIMUM, 1),
	OAC_NUMBER_LIMIT(2, 0, OAC_LIMIT_MULTIPLE, 2),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_ABOVE, 0),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_BELOW, 1),
	OAC_NUMBER_LIMIT(5, 0, OAC_LIMIT_MINIMUM, 0.5),
	OAC_NUMBER_LIMIT(6, 0, OAC_LIMIT_ABOVE, 0),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_LEAST, 1),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_MOST, 8),
	OAC_PATTERN_LIMIT(7, 0, "^[a-z]+(-[a-z]+)*$"),
	OAC_PATTERN_LIMIT(9, 0, "^([]\001-\011\013\014\016-,.-Z\\_-\177[^-]|[\302-\364][\200-\277]{1,3})[.]?\"$"),
	OAC_NUMBER_LIMIT(10, 0, OAC_LIMIT_MOST, 3),
	OAC_NUMBER_LIMIT(10, 0, OAC_LIMIT_UNIQUE, 0),
	OAC_NUMBER_LIMIT(10, 1, OAC_LIMIT_LEAST, 2),
	OAC_NUMBER_LIMIT(11, 1, OAC_LIMIT_LEAST, 1),
	OAC_NUMBER_LIMIT(11, 2, OAC_LIMIT_MAXIMUM, 5),
	OAC_NUMBER_LIMIT(12, 0, OAC_LIMIT_MOST, 2),
	OAC_NUMBER_LIMIT(12, 1, OAC_LIMIT_MOST, 4),
};

const struct oac_object limits_thing_type = OAC_LIMITED_OBJECT_TYPE(limits_thing, limits_thing_fields, 0, limits_thing_limits);

OAC_TYPE_FUNCTIONS(limits_thing, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(limits_thing)

static const struct oac_field limits_thing_choice_option_3_fields[] = {
	OAC_OPT_INT64(struct limits_thing_choice_option_3, n, "n", 0),
};

static const struct oac_limit limits_thing_choice_option_3_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MAXIMUM, 3),
};

const struct oac_object limits_thing_choice_option_3_type = OAC_LIMITED_OBJECT_TYPE(limits_thing_choice_option_3, limits_thing_choice_option_3_fields, 0, limits_thing_choice_option_3_limits);

OAC_TYPE_FUNCTIONS(limits_thing_choice_option_3, OAC_KIND_OBJECT)

static const struct oac_field limits_create_thing_request_fields[] = {
	OAC_ENUM(struct limits_create_thing_request, kind, "kind", 0, limits_thing_kind),
	OAC_OPT_INT64(struct limits_create_thing_request, size, "size", 0),
	OAC_OPT_INT64(struct limits_create_thing_request, even, "even", 0),
	OAC_OPT_INT64(struct limits_create_thing_request, any, "any", 0),
	OAC_OPT_DOUBLE(struct limits_create_thing_request, share, "share", 0),
	OAC_OPT_DOUBLE(struct limits_create_thing_request, maybe, "maybe", OAC_NULLABLE),
	OAC_OPT_DOUBLE(struct limits_create_thing_request, old, "old", 0),
	OAC_STRING(struct limits_create_thing_request, name, "name", 0),
	OAC_STRING(struct limits_create_thing_request, seen, "seen", 0),
	OAC_STRING(struct limits_create_thing_request, dotted, "dotted", 0),
	OAC_LIST_OF(struct limits_create_thing_request, tags, "tags", 0, oac_string_list),
	OAC_LIST_OF(struct limits_create_thing_request, grid, "grid", 0, limits_double_list_list),
	OAC_MAP_OF(struct limits_create_thing_request, labels, "labels", 0, oac_string_map),
	OAC_LIST_OF(struct limits_create_thing_request, parts, "parts", 0, limits_thing_list),
	OAC_UNION(struct limits_create_thing_request, choice, "choice", 0, limits_thing_choice),
	OAC_UNION(struct limits_create_thing_request, both, "both", 0, limits_thing_both),
	OAC_OPT_INT64(struct limits_create_thing_request, page, "page", OAC_IN_QUERY),
};

static const struct oac_limit limits_create_thing_request_limits[] = {
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MAXIMUM, 10),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MINIMUM, 1),
	OAC_NUMBER_LIMIT(2, 0, OAC_LIMIT_MULTIPLE, 2),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_ABOVE, 0),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_BELOW, 1),
	OAC_NUMBER_LIMIT(5, 0, OAC_LIMIT_MINIMUM, 0.5),
	OAC_NUMBER_LIMIT(6, 0, OAC_LIMIT_ABOVE, 0),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_LEAST, 1),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_MOST, 8),
	OAC_PATTERN_LIMIT(7, 0, "^[a-z]+(-[a-z]+)*$"),
	OAC_PATTERN_LIMIT(9, 0, "^([]\001-\011\013\014\016-,.-Z\\_-\177[^-]|[\302-\364][\200-\277]{1,3})[.]?\"$"),
	OAC_NUMBER_LIMIT(10, 0, OAC_LIMIT_MOST, 3),
	OAC_NUMBER_LIMIT(10, 0, OAC_LIMIT_UNIQUE, 0),
	OAC_NUMBER_LIMIT(10, 1, OAC_LIMIT_LEAST, 2),
	OAC_NUMBER_LIMIT(11, 1, OAC_LIMIT_LEAST, 1),
	OAC_NUMBER_LIMIT(11, 2, OAC_LIMIT_MAXIMUM, 5),
	OAC_NUMBER_LIMIT(12, 0, OAC_LIMIT_MOST, 2),
	OAC_NUMBER_LIMIT(12, 1, OAC_LIMIT_MOST, 4),
	OAC_NUMBER_LIMIT(16, 0, OAC_LIMIT_MINIMUM, 1),
};

const struct oac_object limits_create_thing_request_type = OAC_LIMITED_OBJECT_TYPE(limits_create_thing_request, limits_create_thing_request_fields, 0, limits_create_thing_request_limits);

OAC_TYPE_FUNCTIONS(limits_create_thing_request, OAC_KIND_OBJECT)

const struct oac_operation limits_create_thing_operation = {
	.id = "createThing",
	.method = "POST",
	.path = "/things",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &limits_create_thing_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &limits_thing_type, sizeof(struct limits_thing), OAC_KIND_OBJECT },
};

enum oac_status limits_create_thing(struct oac_client *client,
	const struct limits_create_thing_request *request,
	const struct oac_call_options *options,
	struct limits_thing **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &limits_create_thing_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status limits_create_thing_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct limits_create_thing_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct limits_thing *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { limits_thing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &limits_create_thing_operation,
		NULL, request, options, &then, async, err);
}

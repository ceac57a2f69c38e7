/* Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "openai_types.h"

#include "openai_tables.h"

const struct oac_list openai_assistant_tool_list_type = OAC_LIST_TYPE(openai_assistant_tool_list, OAC_KIND_UNION, &openai_assistant_tool_type);

static const struct oac_variant openai_response_format_variants[] = {
	OAC_CONST_VARIANT("\"auto\""),
	OAC_VARIANT(struct openai_response_format, text, const struct openai_response_format_text *, OAC_KIND_POINTER, "\"text\"", &openai_response_format_text_type),
	OAC_VARIANT(struct openai_response_format, json_object, const struct openai_response_format_json_object *, OAC_KIND_POINTER, "\"json_object\"", &openai_response_format_json_object_type),
	OAC_VARIANT(struct openai_response_format, json_schema, const struct openai_response_format_json_schema *, OAC_KIND_POINTER, "\"json_schema\"", &openai_response_format_json_schema_type),
};

const struct oac_union openai_response_format_type = OAC_UNION_TYPE(openai_response_format, "\"type\":", openai_response_format_variants);

OAC_TYPE_FUNCTIONS(openai_response_format, OAC_KIND_UNION)

static const struct oac_variant openai_assistant_tool_variants[] = {
	OAC_VARIANT(struct openai_assistant_tool, code_interpreter, const struct openai_code_interpreter_tool *, OAC_KIND_POINTER, "\"code_interpreter\"", &openai_code_interpreter_tool_type),
	OAC_VARIANT(struct openai_assistant_tool, file_search, const struct openai_file_search_tool *, OAC_KIND_POINTER, "\"file_search\"", &openai_file_search_tool_type),
	OAC_VARIANT(struct openai_assistant_tool, function, const struct openai_function_tool *, OAC_KIND_POINTER, "\"function\"", &openai_function_tool_type),
};

const struct oac_union openai_assistant_tool_type = OAC_UNION_TYPE(openai_assistant_tool, "\"type\":", openai_assistant_tool_variants);

OAC_TYPE_FUNCTIONS(openai_assistant_tool, OAC_KIND_UNION)

static const struct oac_field openai_code_interpreter_tool_fields[] = {
	OAC_CONST("type", "\"code_interpreter\"", OAC_REQUIRED),
};

const struct oac_object openai_code_interpreter_tool_type = OAC_OBJECT_TYPE(openai_code_interpreter_tool, openai_code_interpreter_tool_fields, 0);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_tool, OAC_KIND_OBJECT)

static const struct oac_field openai_file_search_tool_fields[] = {
	OAC_CONST("type", "\"file_search\"", OAC_REQUIRED),
	OAC_POINTER(struct openai_file_search_tool, file_search, "file_search", 0, openai_file_search_options),
};

const struct oac_object openai_file_search_tool_type = OAC_OBJECT_TYPE(openai_file_search_tool, openai_file_search_tool_fields, 0);

OAC_TYPE_FUNCTIONS(openai_file_search_tool, OAC_KIND_OBJECT)

static const struct oac_field openai_file_search_options_fields[] = {
	OAC_OPT_INT64(struct openai_file_search_options, max_num_results, "max_num_results", 0),
	OAC_POINTER(struct openai_file_search_options, ranking_options, "ranking_options", 0, openai_file_search_ranking_options),
};

static const struct oac_limit openai_file_search_options_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MINIMUM, 1),
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MAXIMUM, 50),
};

const struct oac_object openai_file_search_options_type = OAC_LIMITED_OBJECT_TYPE(openai_file_search_options, openai_file_search_options_fields, 0, openai_file_search_options_limits);

OAC_TYPE_FUNCTIONS(openai_file_search_options, OAC_KIND_OBJECT)

static const char *const openai_file_search_ranker_values[] = {
	"auto",
	"default_2024_08_21",
};

const struct oac_enum openai_file_search_ranker_type = OAC_ENUM_TYPE(openai_file_search_ranker, openai_file_search_ranker_values);

const char *openai_file_search_ranker_text(enum openai_file_search_ranker value)
{
	return oac_enum_text(&openai_file_search_ranker_type, (int)value);
}

static const struct oac_field openai_file_search_ranking_options_fields[] = {
	OAC_ENUM(struct openai_file_search_ranking_options, ranker, "ranker", 0, openai_file_search_ranker),
	OAC_DOUBLE(struct openai_file_search_ranking_options, score_threshold, "score_threshold", OAC_REQUIRED),
};

static const struct oac_limit openai_file_search_ranking_options_limits[] = {
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MAXIMUM, 1),
};

const struct oac_object openai_file_search_ranking_options_type = OAC_LIMITED_OBJECT_TYPE(openai_file_search_ranking_options, openai_file_search_ranking_options_fields, 0, openai_file_search_ranking_options_limits);

OAC_TYPE_FUNCTIONS(openai_file_search_ranking_options, OAC_KIND_OBJECT)

static const struct oac_field openai_function_definition_fields[] = {
	OAC_STRING(struct openai_function_definition, description, "description", 0),
	OAC_STRING(struct openai_function_definition, name, "name", OAC_REQUIRED),
	OAC_ANY(struct openai_function_definition, parameters, "parameters", 0),
	OAC_OPT_FLAG(struct openai_function_definition, strict, "strict", OAC_NULLABLE),
};

const struct oac_object openai_function_definition_type = OAC_OBJECT_TYPE(openai_function_definition, openai_function_definition_fields, 0);

OAC_TYPE_FUNCTIONS(openai_function_definition, OAC_KIND_OBJECT)

static const struct oac_field openai_function_tool_fields[] = {
	OAC_CONST("type", "\"function\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_function_tool, function, "function", OAC_REQUIRED, openai_function_definition),
};

const struct oac_object openai_function_tool_type = OAC_OBJECT_TYPE(openai_function_tool, openai_function_tool_fields, 0);

OAC_TYPE_FUNCTIONS(openai_function_tool, OAC_KIND_OBJECT)

static const struct oac_field openai_tool_resources_fields[] = {
	OAC_POINTER(struct openai_tool_resources, code_interpreter, "code_interpreter", 0, openai_tool_resources_code_interpreter),
	OAC_POINTER(struct openai_tool_resources, file_search, "file_search", 0, openai_tool_resources_file_search),
};

const struct oac_object openai_tool_resources_type = OAC_OBJECT_TYPE(openai_tool_resources, openai_tool_resources_fields, 0);

OAC_TYPE_FUNCTIONS(openai_tool_resources, OAC_KIND_OBJECT)

static const struct oac_field openai_tool_resources_code_interpreter_fields[] = {
	OAC_LIST_OF(struct openai_tool_resources_code_interpreter, file_ids, "file_ids", 0, oac_string_list),
};

static const struct oac_limit openai_tool_resources_code_interpreter_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MOST, 20),
};

const struct oac_object openai_tool_resources_code_interpreter_type = OAC_LIMITED_OBJECT_TYPE(openai_tool_resources_code_interpreter, openai_tool_resources_code_interpreter_fields, 0, openai_tool_resources_code_interpreter_limits);

OAC_TYPE_FUNCTIONS(openai_tool_resources_code_interpreter, OAC_KIND_OBJECT)

static const struct oac_field openai_tool_resources_file_search_fields[] = {
	OAC_LIST_OF(struct openai_tool_resources_file_search, vector_store_ids, "vector_store_ids", 0, oac_string_list),
};

static const struct oac_limit openai_tool_resources_file_search_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MOST, 1),
};

const struct oac_object openai_tool_resources_file_search_type = OAC_LIMITED_OBJECT_TYPE(openai_tool_resources_file_search, openai_tool_resources_file_search_fields, 0, openai_tool_resources_file_search_limits);

OAC_TYPE_FUNCTIONS(openai_tool_resources_file_search, OAC_KIND_OBJECT)

static const struct oac_field openai_response_format_text_fields[] = {
	OAC_CONST("type", "\"text\"", OAC_REQUIRED),
};

const struct oac_object openai_response_format_text_type = OAC_OBJECT_TYPE(openai_response_format_text, openai_response_format_text_fields, 0);

OAC_TYPE_FUNCTIONS(openai_response_format_text, OAC_KIND_OBJECT)

static const struct oac_field openai_response_format_json_object_fields[] = {
	OAC_CONST("type", "\"json_object\"", OAC_REQUIRED),
};

const struct oac_object openai_response_format_json_object_type = OAC_OBJECT_TYPE(openai_response_format_json_object, openai_response_format_json_object_fields, 0);

OAC_TYPE_FUNCTIONS(openai_response_format_json_object, OAC_KIND_OBJECT)

static const struct oac_field openai_json_schema_format_fields[] = {
	OAC_STRING(struct openai_json_schema_format, description, "description", 0),
	OAC_STRING(struct openai_json_schema_format, name, "name", OAC_REQUIRED),
	OAC_ANY(struct openai_json_schema_format, schema, "schema", 0),
	OAC_OPT_FLAG(struct openai_json_schema_format, strict, "strict", OAC_NULLABLE),
};

const struct oac_object openai_json_schema_format_type = OAC_OBJECT_TYPE(openai_json_schema_format, openai_json_schema_format_fields, 0);

OAC_TYPE_FUNCTIONS(openai_json_schema_format, OAC_KIND_OBJECT)

static const struct oac_field openai_response_format_json_schema_fields[] = {
	OAC_CONST("type", "\"json_schema\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_response_format_json_schema, json_schema, "json_schema", OAC_REQUIRED, openai_json_schema_format),
};

const struct oac_object openai_response_format_json_schema_type = OAC_OBJECT_TYPE(openai_response_format_json_schema, openai_response_format_json_schema_fields, 0);

OAC_TYPE_FUNCTIONS(openai_response_format_json_schema, OAC_KIND_OBJECT)

static const char *const openai_reasoning_effort_values[] = {
	"none",
	"minimal",
	"low",
	"medium",
	"high",
	"xhigh",
	"max",
};

const struct oac_enum openai_reasoning_effort_type = OAC_ENUM_TYPE(openai_reasoning_effort, openai_reasoning_effort_values);

const char *openai_reasoning_effort_text(enum openai_reasoning_effort value)
{
	return oac_enum_text(&openai_reasoning_effort_type, (int)value);
}

static const struct oac_field openai_create_tool_resources_fields[] = {
	OAC_POINTER(struct openai_create_tool_resources, code_interpreter, "code_interpreter", 0, openai_create_tool_resources_code_interpreter),
	OAC_POINTER(struct openai_create_tool_resources, file_search, "file_search", 0, openai_create_tool_resources_file_search),
};

const struct oac_object openai_create_tool_resources_type = OAC_OBJECT_TYPE(openai_create_tool_resources, openai_create_tool_resources_fields, 0);

OAC_TYPE_FUNCTIONS(openai_create_tool_resources, OAC_KIND_OBJECT)

static const struct oac_field openai_create_tool_resources_code_interpreter_fields[] = {
	OAC_LIST_OF(struct openai_create_tool_resources_code_interpreter, file_ids, "file_ids", 0, oac_string_list),
};

static const struct oac_limit openai_create_tool_resources_code_interpreter_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MOST, 20),
};

const struct oac_object openai_create_tool_resources_code_interpreter_type = OAC_LIMITED_OBJECT_TYPE(openai_create_tool_resources_code_interpreter, openai_create_tool_resources_code_interpreter_fields, 0, openai_create_tool_resources_code_interpreter_limits);

OAC_TYPE_FUNCTIONS(openai_create_tool_resources_code_interpreter, OAC_KIND_OBJECT)

const struct oac_list openai_new_vector_store_list_type = OAC_LIST_TYPE(openai_new_vector_store_list, OAC_KIND_OBJECT, &openai_new_vector_store_type);

static const struct oac_field openai_create_tool_resources_file_search_fields[] = {
	OAC_LIST_OF(struct openai_create_tool_resources_file_search, vector_store_ids, "vector_store_ids", 0, oac_string_list),
	OAC_LIST_OF(struct openai_create_tool_resources_file_search, vector_stores, "vector_stores", 0, openai_new_vector_store_list),
};

static const struct oac_limit openai_create_tool_resources_file_search_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MOST, 1),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MOST, 1),
};

const struct oac_object openai_create_tool_resources_file_search_type = OAC_LIMITED_OBJECT_TYPE(openai_create_tool_resources_file_search, openai_create_tool_resources_file_search_fields, 0, openai_create_tool_resources_file_search_limits);

OAC_TYPE_FUNCTIONS(openai_create_tool_resources_file_search, OAC_KIND_OBJECT)

static const struct oac_variant openai_chunking_strategy_variants[] = {
	OAC_VARIANT(struct openai_chunking_strategy, auto_, const struct openai_auto_chunking *, OAC_KIND_POINTER, "\"auto\"", &openai_auto_chunking_type),
	OAC_VARIANT(struct openai_chunking_strategy, static_, const struct openai_static_chunking *, OAC_KIND_POINTER, "\"static\"", &openai_static_chunking_type),
};

const struct oac_union openai_chunking_strategy_type = OAC_UNION_TYPE(openai_chunking_strategy, "\"type\":", openai_chunking_strategy_variants);

OAC_TYPE_FUNCTIONS(openai_chunking_strategy, OAC_KIND_UNION)

static const struct oac_field openai_new_vector_store_fields[] = {
	OAC_LIST_OF(struct openai_new_vector_store, file_ids, "file_ids", 0, oac_string_list),
	OAC_UNION(struct openai_new_vector_store, chunking_strategy, "chunking_strategy", 0, openai_chunking_strategy),
	OAC_MAP_OF(struct openai_new_vector_store, metadata, "metadata", OAC_NULLABLE, oac_string_map),
};

static const struct oac_limit openai_new_vector_store_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MOST, 100000000),
};

const struct oac_object openai_new_vector_store_type = OAC_LIMITED_OBJECT_TYPE(openai_new_vector_store, openai_new_vector_store_fields, 0, openai_new_vector_store_limits);

OAC_TYPE_FUNCTIONS(openai_new_vector_store, OAC_KIND_OBJECT)

static const struct oac_field openai_auto_chunking_fields[] = {
	OAC_CONST("type", "\"auto\"", OAC_REQUIRED),
};

const struct oac_object openai_auto_chunking_type = OAC_OBJECT_TYPE(openai_auto_chunking, openai_auto_chunking_fields, OAC_CLOSED);

OAC_TYPE_FUNCTIONS(openai_auto_chunking, OAC_KIND_OBJECT)

static const struct oac_field openai_static_chunking_sizes_fields[] = {
	OAC_INT64(struct openai_static_chunking_sizes, max_chunk_size_tokens, "max_chunk_size_tokens", OAC_REQUIRED),
	OAC_INT64(struct openai_static_chunking_sizes, chunk_overlap_tokens, "chunk_overlap_tokens", OAC_REQUIRED),
};

static const struct oac_limit openai_static_chunking_sizes_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MINIMUM, 100),
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MAXIMUM, 4096),
};

const struct oac_object openai_static_chunking_sizes_type = OAC_LIMITED_OBJECT_TYPE(openai_static_chunking_sizes, openai_static_chunking_sizes_fields, OAC_CLOSED, openai_static_chunking_sizes_limits);

OAC_TYPE_FUNCTIONS(openai_static_chunking_sizes, OAC_KIND_OBJECT)

static const struct oac_field openai_static_chunking_fields[] = {
	OAC_CONST("type", "\"static\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_static_chunking, static_, "static", OAC_REQUIRED, openai_static_chunking_sizes),
};

const struct oac_object openai_static_chunking_type = OAC_OBJECT_TYPE(openai_static_chunking, openai_static_chunking_fields, OAC_CLOSED);

OAC_TYPE_FUNCTIONS(openai_static_chunking, OAC_KIND_OBJECT)

static const char *const openai_supported_model_values[] = {
	"gpt-5",
	"gpt-5-mini",
	"gpt-5-nano",
	"gpt-5-2025-08-07",
	"gpt-5-mini-2025-08-07",
	"gpt-5-nano-2025-08-07",
	"gpt-4.1",
	"gpt-4.1-mini",
	"gpt-4.1-nano",
	"gpt-4.1-2025-04-14",
	"gpt-4.1-mini-2025-04-14",
	"gpt-4.1-nano-2025-04-14",
	"o3-mini",
	"o3-mini-2025-01-31",
	"o1",
	"o1-2024-12-17",
	"gpt-4o",
	"gpt-4o-2024-11-20",
	"gpt-4o-2024-08-06",
	"gpt-4o-2024-05-13",
	"gpt-4o-mini",
	"gpt-4o-mini-2024-07-18",
	"gpt-4.5-preview",
	"gpt-4.5-preview-2025-02-27",
	"gpt-4-turbo",
	"gpt-4-turbo-2024-04-09",
	"gpt-4-0125-preview",
	"gpt-4-turbo-preview",
	"gpt-4-1106-preview",
	"gpt-4-vision-preview",
	"gpt-4",
	"gpt-4-0314",
	"gpt-4-0613",
	"gpt-4-32k",
	"gpt-4-32k-0314",
	"gpt-4-32k-0613",
	"gpt-3.5-turbo",
	"gpt-3.5-turbo-16k",
	"gpt-3.5-turbo-0613",
	"gpt-3.5-turbo-1106",
	"gpt-3.5-turbo-0125",
	"gpt-3.5-turbo-16k-0613",
};

const struct oac_enum openai_supported_model_type = OAC_ENUM_TYPE(openai_supported_model, openai_supported_model_values);

const char *openai_supported_model_text(enum openai_supported_model value)
{
	return oac_enum_text(&openai_supported_model_type, (int)value);
}

static const struct oac_field openai_file_search_attachment_tool_fields[] = {
	OAC_CONST("type", "\"file_search\"", OAC_REQUIRED),
};

const struct oac_object openai_file_search_attachment_tool_type = OAC_OBJECT_TYPE(openai_file_search_attachment_tool, openai_file_search_attachment_tool_fields, 0);

OAC_TYPE_FUNCTIONS(openai_file_search_attachment_tool, OAC_KIND_OBJECT)

static const struct oac_field openai_thread_fields[] = {
	OAC_STRING(struct openai_thread, id, "id", OAC_REQUIRED),
	OAC_CONST("object", "\"thread\"", OAC_REQUIRED),
	OAC_INT64(struct openai_thread, created_at, "created_at", OAC_REQUIRED),
	OAC_POINTER(struct openai_thread, tool_resources, "tool_resources", OAC_REQUIRED | OAC_NULLABLE, openai_tool_resources),
	OAC_MAP_OF(struct openai_thread, metadata, "metadata", OAC_REQUIRED | OAC_NULLABLE, oac_string_map),
};

const struct oac_object openai_thread_type = OAC_OBJECT_TYPE(openai_thread, openai_thread_fields, 0);

OAC_TYPE_FUNCTIONS(openai_thread, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_thread)

const struct oac_list openai_create_message_request_list_type = OAC_LIST_TYPE(openai_create_message_request_list, OAC_KIND_OBJECT, &openai_create_message_request_type);

static const char *const openai_message_role_values[] = {
	"user",
	"assistant",
};

const struct oac_enum openai_message_role_type = OAC_ENUM_TYPE(openai_message_role, openai_message_role_values);

const char *openai_message_role_text(enum openai_message_role value)
{
	return oac_enum_text(&openai_message_role_type, (int)value);
}

const struct oac_list openai_message_input_part_list_type = OAC_LIST_TYPE(openai_message_input_part_list, OAC_KIND_UNION, &openai_message_input_part_type);

static const struct oac_variant openai_message_input_variants[] = {
	OAC_VARIANT(struct openai_message_input, string, const char *, OAC_KIND_STRING, NULL, NULL),
	OAC_VARIANT(struct openai_message_input, list, struct openai_message_input_part_list, OAC_KIND_LIST, NULL, &openai_message_input_part_list_type),
};

static const struct oac_limit openai_message_input_limits[] = {
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_LEAST, 1),
};

const struct oac_union openai_message_input_type = OAC_LIMITED_UNION_TYPE(openai_message_input, openai_message_input_variants, openai_message_input_limits);

OAC_TYPE_FUNCTIONS(openai_message_input, OAC_KIND_UNION)

const struct oac_list openai_attachment_list_type = OAC_LIST_TYPE(openai_attachment_list, OAC_KIND_OBJECT, &openai_attachment_type);

static const struct oac_field openai_create_message_request_fields[] = {
	OAC_ENUM(struct openai_create_message_request, role, "role", OAC_REQUIRED, openai_message_role),
	OAC_UNION(struct openai_create_message_request, content, "content", OAC_REQUIRED, openai_message_input),
	OAC_LIST_OF(struct openai_create_message_request, attachments, "attachments", OAC_NULLABLE, openai_attachment_list),
	OAC_MAP_OF(struct openai_create_message_request, metadata, "metadata", OAC_NULLABLE, oac_string_map),
};

const struct oac_object openai_create_message_request_type = OAC_OBJECT_TYPE(openai_create_message_request, openai_create_message_request_fields, OAC_CLOSED);

OAC_TYPE_FUNCTIONS(openai_create_message_request, OAC_KIND_OBJECT)

static const struct oac_variant openai_message_input_part_variants[] = {
	OAC_VARIANT(struct openai_message_input_part, image_file, const struct openai_image_file_content *, OAC_KIND_POINTER, "\"image_file\"", &openai_image_file_content_type),
	OAC_VARIANT(struct openai_message_input_part, image_url, const struct openai_image_url_content *, OAC_KIND_POINTER, "\"image_url\"", &openai_image_url_content_type),
	OAC_VARIANT(struct openai_message_input_part, text, const struct openai_text_input_part *, OAC_KIND_POINTER, "\"text\"", &openai_text_input_part_type),
};

const struct oac_union openai_message_input_part_type = OAC_UNION_TYPE(openai_message_input_part, "\"type\":", openai_message_input_part_variants);

OAC_TYPE_FUNCTIONS(openai_message_input_part, OAC_KIND_UNION)

static const char *const openai_image_detail_values[] = {
	"auto",
	"low",
	"high",
};

const struct oac_enum openai_image_detail_type = OAC_ENUM_TYPE(openai_image_detail, openai_image_detail_values);

const char *openai_image_detail_text(enum openai_image_detail value)
{
	return oac_enum_text(&openai_image_detail_type, (int)value);
}

static const struct oac_field openai_image_file_fields[] = {
	OAC_STRING(struct openai_image_file, file_id, "file_id", OAC_REQUIRED),
	OAC_ENUM(struct openai_image_file, detail, "detail", 0, openai_image_detail),
};

const struct oac_object openai_image_file_type = OAC_OBJECT_TYPE(openai_image_file, openai_image_file_fields, 0);

OAC_TYPE_FUNCTIONS(openai_image_file, OAC_KIND_OBJECT)

static const struct oac_field openai_image_file_content_fields[] = {
	OAC_CONST("type", "\"image_file\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_image_file_content, image_file, "image_file", OAC_REQUIRED, openai_image_file),
};

const struct oac_object openai_image_file_content_type = OAC_OBJECT_TYPE(openai_image_file_content, openai_image_file_content_fields, 0);

OAC_TYPE_FUNCTIONS(openai_image_file_content, OAC_KIND_OBJECT)

static const struct oac_field openai_image_url_fields[] = {
	OAC_STRING(struct openai_image_url, url, "url", OAC_REQUIRED),
	OAC_ENUM(struct openai_image_url, detail, "detail", 0, openai_image_detail),
};

const struct oac_object openai_image_url_type = OAC_OBJECT_TYPE(openai_image_url, openai_image_url_fields, 0);

OAC_TYPE_FUNCTIONS(openai_image_url, OAC_KIND_OBJECT)

static const struct oac_field openai_image_url_content_fields[] = {
	OAC_CONST("type", "\"image_url\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_image_url_content, image_url, "image_url", OAC_REQUIRED, openai_image_url),
};

const struct oac_object openai_image_url_content_type = OAC_OBJECT_TYPE(openai_image_url_content, openai_image_url_content_fields, 0);

OAC_TYPE_FUNCTIONS(openai_image_url_content, OAC_KIND_OBJECT)

static const struct oac_field openai_text_input_part_fields[] = {
	OAC_CONST("type", "\"text\"", OAC_REQUIRED),
	OAC_STRING(struct openai_text_input_part, text, "text", OAC_REQUIRED),
};

const struct oac_object openai_text_input_part_type = OAC_OBJECT_TYPE(openai_text_input_part, openai_text_input_part_fields, 0);

OAC_TYPE_FUNCTIONS(openai_text_input_part, OAC_KIND_OBJECT)

const struct oac_list openai_attachment_tool_list_type = OAC_LIST_TYPE(openai_attachment_tool_list, OAC_KIND_UNION, &openai_attachment_tool_type);

static const struct oac_field openai_attachment_fields[] = {
	OAC_STRING(struct openai_attachment, file_id, "file_id", 0),
	OAC_LIST_OF(struct openai_attachment, tools, "tools", 0, openai_attachment_tool_list),
};

const struct oac_object openai_attachment_type = OAC_OBJECT_TYPE(openai_attachment, openai_attachment_fields, 0);

OAC_TYPE_FUNCTIONS(openai_attachment, OAC_KIND_OBJECT)

static const struct oac_variant openai_attachment_tool_variants[] = {
	OAC_VARIANT(struct openai_attachment_tool, code_interpreter, const struct openai_code_interpreter_tool *, OAC_KIND_POINTER, "\"code_interpreter\"", &openai_code_interpreter_tool_type),
	OAC_VARIANT(struct openai_attachment_tool, file_search, const struct openai_file_search_attachment_tool *, OAC_KIND_POINTER, "\"file_search\"", &openai_file_search_attachment_tool_type),
};

const struct oac_union openai_attachment_tool_type = OAC_UNION_TYPE(openai_attachment_tool, "\"type\":", openai_attachment_tool_variants);

OAC_TYPE_FUNCTIONS(openai_attachment_tool, OAC_KIND_UNION)

static const char *const openai_message_status_values[] = {
	"in_progress",
	"incomplete",
	"completed",
};

const struct oac_enum openai_message_status_type = OAC_ENUM_TYPE(openai_message_status, openai_message_status_values);

const char *openai_message_status_text(enum openai_message_status value)
{
	return oac_enum_text(&openai_message_status_type, (int)value);
}

const struct oac_list openai_message_content_list_type = OAC_LIST_TYPE(openai_message_content_list, OAC_KIND_UNION, &openai_message_content_type);

static const struct oac_field openai_message_fields[] = {
	OAC_STRING(struct openai_message, id, "id", OAC_REQUIRED),
	OAC_CONST("object", "\"thread.message\"", OAC_REQUIRED),
	OAC_INT64(struct openai_message, created_at, "created_at", OAC_REQUIRED),
	OAC_STRING(struct openai_message, thread_id, "thread_id", OAC_REQUIRED),
	OAC_ENUM(struct openai_message, status, "status", OAC_REQUIRED, openai_message_status),
	OAC_POINTER(struct openai_message, incomplete_details, "incomplete_details", OAC_REQUIRED | OAC_NULLABLE, openai_message_incomplete_details),
	OAC_OPT_INT64(struct openai_message, completed_at, "completed_at", OAC_REQUIRED | OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_message, incomplete_at, "incomplete_at", OAC_REQUIRED | OAC_NULLABLE),
	OAC_ENUM(struct openai_message, role, "role", OAC_REQUIRED, openai_message_role),
	OAC_LIST_OF(struct openai_message, content, "content", OAC_REQUIRED, openai_message_content_list),
	OAC_STRING(struct openai_message, assistant_id, "assistant_id", OAC_REQUIRED | OAC_NULLABLE),
	OAC_STRING(struct openai_message, run_id, "run_id", OAC_REQUIRED | OAC_NULLABLE),
	OAC_LIST_OF(struct openai_message, attachments, "attachments", OAC_REQUIRED | OAC_NULLABLE, openai_attachment_list),
	OAC_MAP_OF(struct openai_message, metadata, "metadata", OAC_REQUIRED | OAC_NULLABLE, oac_string_map),
};

const struct oac_object openai_message_type = OAC_OBJECT_TYPE(openai_message, openai_message_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_message)
OAC_GIVEN_FUNCTION(openai_message)

static const char *const openai_message_incomplete_details_reason_values[] = {
	"content_filter",
	"max_tokens",
	"run_cancelled",
	"run_expired",
	"run_failed",
};

const struct oac_enum openai_message_incomplete_details_reason_type = OAC_ENUM_TYPE(openai_message_incomplete_details_reason, openai_message_incomplete_details_reason_values);

const char *openai_message_incomplete_details_reason_text(enum openai_message_incomplete_details_reason value)
{
	return oac_enum_text(&openai_message_incomplete_details_reason_type, (int)value);
}

static const struct oac_field openai_message_incomplete_details_fields[] = {
	OAC_ENUM(struct openai_message_incomplete_details, reason, "reason", OAC_REQUIRED, openai_message_incomplete_details_reason),
};

const struct oac_object openai_message_incomplete_details_type = OAC_OBJECT_TYPE(openai_message_incomplete_details, openai_message_incomplete_details_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_incomplete_details, OAC_KIND_OBJECT)

static const struct oac_variant openai_message_content_variants[] = {
	OAC_VARIANT(struct openai_message_content, image_file, const struct openai_image_file_content *, OAC_KIND_POINTER, "\"image_file\"", &openai_image_file_content_type),
	OAC_VARIANT(struct openai_message_content, image_url, const struct openai_image_url_content *, OAC_KIND_POINTER, "\"image_url\"", &openai_image_url_content_type),
	OAC_VARIANT(struct openai_message_content, text, const struct openai_text_content *, OAC_KIND_POINTER, "\"text\"", &openai_text_content_type),
	OAC_VARIANT(struct openai_message_content, refusal, const struct openai_refusal_content *, OAC_KIND_POINTER, "\"refusal\"", &openai_refusal_content_type),
};

const struct oac_union openai_message_content_type = OAC_UNION_TYPE(openai_message_content, "\"type\":", openai_message_content_variants);

OAC_TYPE_FUNCTIONS(openai_message_content, OAC_KIND_UNION)

const struct oac_list openai_annotation_list_type = OAC_LIST_TYPE(openai_annotation_list, OAC_KIND_UNION, &openai_annotation_type);

static const struct oac_field openai_text_fields[] = {
	OAC_STRING(struct openai_text, value, "value", OAC_REQUIRED),
	OAC_LIST_OF(struct openai_text, annotations, "annotations", OAC_REQUIRED, openai_annotation_list),
};

const struct oac_object openai_text_type = OAC_OBJECT_TYPE(openai_text, openai_text_fields, 0);

OAC_TYPE_FUNCTIONS(openai_text, OAC_KIND_OBJECT)

static const struct oac_field openai_text_content_fields[] = {
	OAC_CONST("type", "\"text\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_text_content, text, "text", OAC_REQUIRED, openai_text),
};

const struct oac_object openai_text_content_type = OAC_OBJECT_TYPE(openai_text_content, openai_text_content_fields, 0);

OAC_TYPE_FUNCTIONS(openai_text_content, OAC_KIND_OBJECT)

static const struct oac_variant openai_annotation_variants[] = {
	OAC_VARIANT(struct openai_annotation, file_citation, const struct openai_file_citation_annotation *, OAC_KIND_POINTER, "\"file_citation\"", &openai_file_citation_annotation_type),
	OAC_VARIANT(struct openai_annotation, file_path, const struct openai_file_path_annotation *, OAC_KIND_POINTER, "\"file_path\"", &openai_file_path_annotation_type),
};

const struct oac_union openai_annotation_type = OAC_UNION_TYPE(openai_annotation, "\"type\":", openai_annotation_variants);

OAC_TYPE_FUNCTIONS(openai_annotation, OAC_KIND_UNION)

static const struct oac_field openai_file_citation_fields[] = {
	OAC_STRING(struct openai_file_citation, file_id, "file_id", OAC_REQUIRED),
};

const struct oac_object openai_file_citation_type = OAC_OBJECT_TYPE(openai_file_citation, openai_file_citation_fields, 0);

OAC_TYPE_FUNCTIONS(openai_file_citation, OAC_KIND_OBJECT)

static const struct oac_field openai_file_citation_annotation_fields[] = {
	OAC_CONST("type", "\"file_citation\"", OAC_REQUIRED),
	OAC_STRING(struct openai_file_citation_annotation, text, "text", OAC_REQUIRED),
	OAC_INSIDE(struct openai_file_citation_annotation, file_citation, "file_citation", OAC_REQUIRED, openai_file_citation),
	OAC_INT64(struct openai_file_citation_annotation, start_index, "start_index", OAC_REQUIRED),
	OAC_INT64(struct openai_file_citation_annotation, end_index, "end_index", OAC_REQUIRED),
};

static const struct oac_limit openai_file_citation_annotation_limits[] = {
	OAC_NUMBER_LIMIT(3, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_MINIMUM, 0),
};

const struct oac_object openai_file_citation_annotation_type = OAC_LIMITED_OBJECT_TYPE(openai_file_citation_annotation, openai_file_citation_annotation_fields, 0, openai_file_citation_annotation_limits);

OAC_TYPE_FUNCTIONS(openai_file_citation_annotation, OAC_KIND_OBJECT)

static const struct oac_field openai_file_path_fields[] = {
	OAC_STRING(struct openai_file_path, file_id, "file_id", OAC_REQUIRED),
};

const struct oac_object openai_file_path_type = OAC_OBJECT_TYPE(openai_file_path, openai_file_path_fields, 0);

OAC_TYPE_FUNCTIONS(openai_file_path, OAC_KIND_OBJECT)

static const struct oac_field openai_file_path_annotation_fields[] = {
	OAC_CONST("type", "\"file_path\"", OAC_REQUIRED),
	OAC_STRING(struct openai_file_path_annotation, text, "text", OAC_REQUIRED),
	OAC_INSIDE(struct openai_file_path_annotation, file_path, "file_path", OAC_REQUIRED, openai_file_path),
	OAC_INT64(struct openai_file_path_annotation, start_index, "start_index", OAC_REQUIRED),
	OAC_INT64(struct openai_file_path_annotation, end_index, "end_index", OAC_REQUIRED),
};

static const struct oac_limit openai_file_path_annotation_limits[] = {
	OAC_NUMBER_LIMIT(3, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_MINIMUM, 0),
};

const struct oac_object openai_file_path_annotation_type = OAC_LIMITED_OBJECT_TYPE(openai_file_path_annotation, openai_file_path_annotation_fields, 0, openai_file_path_annotation_limits);

OAC_TYPE_FUNCTIONS(openai_file_path_annotation, OAC_KIND_OBJECT)

static const struct oac_field openai_refusal_content_fields[] = {
	OAC_CONST("type", "\"refusal\"", OAC_REQUIRED),
	OAC_STRING(struct openai_refusal_content, refusal, "refusal", OAC_REQUIRED),
};

const struct oac_object openai_refusal_content_type = OAC_OBJECT_TYPE(openai_refusal_content, openai_refusal_content_fields, 0);

OAC_TYPE_FUNCTIONS(openai_refusal_content, OAC_KIND_OBJECT)

static const char *const openai_run_status_values[] = {
	"queued",
	"in_progress",
	"requires_action",
	"cancelling",
	"cancelled",
	"failed",
	"completed",
	"incomplete",
	"expired",
};

const struct oac_enum openai_run_status_type = OAC_ENUM_TYPE(openai_run_status, openai_run_status_values);

const char *openai_run_status_text(enum openai_run_status value)
{
	return oac_enum_text(&openai_run_status_type, (int)value);
}

static const struct oac_variant openai_tool_choice_variants[] = {
	OAC_CONST_VARIANT("\"none\""),
	OAC_CONST_VARIANT("\"auto\""),
	OAC_CONST_VARIANT("\"required\""),
	OAC_VARIANT(struct openai_tool_choice, named_tool_choice, const struct openai_named_tool_choice *, OAC_KIND_POINTER, NULL, &openai_named_tool_choice_type),
};

const struct oac_union openai_tool_choice_type = OAC_PLAIN_UNION_TYPE(openai_tool_choice, openai_tool_choice_variants);

OAC_TYPE_FUNCTIONS(openai_tool_choice, OAC_KIND_UNION)

static const struct oac_field openai_run_fields[] = {
	OAC_STRING(struct openai_run, id, "id", OAC_REQUIRED),
	OAC_CONST("object", "\"thread.run\"", OAC_REQUIRED),
	OAC_INT64(struct openai_run, created_at, "created_at", OAC_REQUIRED),
	OAC_STRING(struct openai_run, thread_id, "thread_id", OAC_REQUIRED),
	OAC_STRING(struct openai_run, assistant_id, "assistant_id", OAC_REQUIRED),
	OAC_ENUM(struct openai_run, status, "status", OAC_REQUIRED, openai_run_status),
	OAC_POINTER(struct openai_run, required_action, "required_action", OAC_REQUIRED | OAC_NULLABLE, openai_run_required_action),
	OAC_POINTER(struct openai_run, last_error, "last_error", OAC_REQUIRED | OAC_NULLABLE, openai_run_last_error),
	OAC_OPT_INT64(struct openai_run, expires_at, "expires_at", OAC_REQUIRED | OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_run, started_at, "started_at", OAC_REQUIRED | OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_run, cancelled_at, "cancelled_at", OAC_REQUIRED | OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_run, failed_at, "failed_at", OAC_REQUIRED | OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_run, completed_at, "completed_at", OAC_REQUIRED | OAC_NULLABLE),
	OAC_POINTER(struct openai_run, incomplete_details, "incomplete_details", OAC_REQUIRED | OAC_NULLABLE, openai_run_incomplete_details),
	OAC_STRING(struct openai_run, model, "model", OAC_REQUIRED),
	OAC_STRING(struct openai_run, instructions, "instructions", OAC_REQUIRED),
	OAC_LIST_OF(struct openai_run, tools, "tools", OAC_REQUIRED, openai_assistant_tool_list),
	OAC_MAP_OF(struct openai_run, metadata, "metadata", OAC_REQUIRED | OAC_NULLABLE, oac_string_map),
	OAC_POINTER(struct openai_run, usage, "usage", OAC_REQUIRED | OAC_NULLABLE, openai_run_usage),
	OAC_OPT_DOUBLE(struct openai_run, temperature, "temperature", OAC_NULLABLE),
	OAC_OPT_DOUBLE(struct openai_run, top_p, "top_p", OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_run, max_prompt_tokens, "max_prompt_tokens", OAC_REQUIRED | OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_run, max_completion_tokens, "max_completion_tokens", OAC_REQUIRED | OAC_NULLABLE),
	OAC_POINTER(struct openai_run, truncation_strategy, "truncation_strategy", OAC_REQUIRED | OAC_NULLABLE, openai_truncation_strategy),
	OAC_UNION(struct openai_run, tool_choice, "tool_choice", OAC_REQUIRED | OAC_NULLABLE, openai_tool_choice),
	OAC_FLAG(struct openai_run, parallel_tool_calls, "parallel_tool_calls", OAC_REQUIRED),
	OAC_UNION(struct openai_run, response_format, "response_format", OAC_REQUIRED | OAC_NULLABLE, openai_response_format),
};

static const struct oac_limit openai_run_limits[] = {
	OAC_NUMBER_LIMIT(16, 0, OAC_LIMIT_MOST, 20),
	OAC_NUMBER_LIMIT(21, 0, OAC_LIMIT_MINIMUM, 256),
	OAC_NUMBER_LIMIT(22, 0, OAC_LIMIT_MINIMUM, 256),
};

const struct oac_object openai_run_type = OAC_LIMITED_OBJECT_TYPE(openai_run, openai_run_fields, 0, openai_run_limits);

OAC_TYPE_FUNCTIONS(openai_run, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_run)
OAC_GIVEN_FUNCTION(openai_run)

const struct oac_list openai_run_tool_call_list_type = OAC_LIST_TYPE(openai_run_tool_call_list, OAC_KIND_OBJECT, &openai_run_tool_call_type);

static const struct oac_field openai_run_required_action_submit_tool_outputs_fields[] = {
	OAC_LIST_OF(struct openai_run_required_action_submit_tool_outputs, tool_calls, "tool_calls", OAC_REQUIRED, openai_run_tool_call_list),
};

const struct oac_object openai_run_required_action_submit_tool_outputs_type = OAC_OBJECT_TYPE(openai_run_required_action_submit_tool_outputs, openai_run_required_action_submit_tool_outputs_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_required_action_submit_tool_outputs, OAC_KIND_OBJECT)

static const struct oac_field openai_run_required_action_fields[] = {
	OAC_CONST("type", "\"submit_tool_outputs\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_required_action, submit_tool_outputs, "submit_tool_outputs", OAC_REQUIRED, openai_run_required_action_submit_tool_outputs),
};

const struct oac_object openai_run_required_action_type = OAC_OBJECT_TYPE(openai_run_required_action, openai_run_required_action_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_required_action, OAC_KIND_OBJECT)

static const struct oac_field openai_run_tool_call_function_fields[] = {
	OAC_STRING(struct openai_run_tool_call_function, name, "name", OAC_REQUIRED),
	OAC_STRING(struct openai_run_tool_call_function, arguments, "arguments", OAC_REQUIRED),
};

const struct oac_object openai_run_tool_call_function_type = OAC_OBJECT_TYPE(openai_run_tool_call_function, openai_run_tool_call_function_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_tool_call_function, OAC_KIND_OBJECT)

static const struct oac_field openai_run_tool_call_fields[] = {
	OAC_STRING(struct openai_run_tool_call, id, "id", OAC_REQUIRED),
	OAC_CONST("type", "\"function\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_tool_call, function, "function", OAC_REQUIRED, openai_run_tool_call_function),
};

const struct oac_object openai_run_tool_call_type = OAC_OBJECT_TYPE(openai_run_tool_call, openai_run_tool_call_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_tool_call, OAC_KIND_OBJECT)

static const char *const openai_run_last_error_code_values[] = {
	"server_error",
	"rate_limit_exceeded",
	"invalid_prompt",
};

const struct oac_enum openai_run_last_error_code_type = OAC_ENUM_TYPE(openai_run_last_error_code, openai_run_last_error_code_values);

const char *openai_run_last_error_code_text(enum openai_run_last_error_code value)
{
	return oac_enum_text(&openai_run_last_error_code_type, (int)value);
}

static const struct oac_field openai_run_last_error_fields[] = {
	OAC_ENUM(struct openai_run_last_error, code, "code", OAC_REQUIRED, openai_run_last_error_code),
	OAC_STRING(struct openai_run_last_error, message, "message", OAC_REQUIRED),
};

const struct oac_object openai_run_last_error_type = OAC_OBJECT_TYPE(openai_run_last_error, openai_run_last_error_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_last_error, OAC_KIND_OBJECT)

static const char *const openai_run_incomplete_details_reason_values[] = {
	"max_completion_tokens",
	"max_prompt_tokens",
};

const struct oac_enum openai_run_incomplete_details_reason_type = OAC_ENUM_TYPE(openai_run_incomplete_details_reason, openai_run_incomplete_details_reason_values);

const char *openai_run_incomplete_details_reason_text(enum openai_run_incomplete_details_reason value)
{
	return oac_enum_text(&openai_run_incomplete_details_reason_type, (int)value);
}

static const struct oac_field openai_run_incomplete_details_fields[] = {
	OAC_ENUM(struct openai_run_incomplete_details, reason, "reason", 0, openai_run_incomplete_details_reason),
};

const struct oac_object openai_run_incomplete_details_type = OAC_OBJECT_TYPE(openai_run_incomplete_details, openai_run_incomplete_details_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_incomplete_details, OAC_KIND_OBJECT)

static const struct oac_field openai_run_usage_fields[] = {
	OAC_INT64(struct openai_run_usage, completion_tokens, "completion_tokens", OAC_REQUIRED),
	OAC_INT64(struct openai_run_usage, prompt_tokens, "prompt_tokens", OAC_REQUIRED),
	OAC_INT64(struct openai_run_usage, total_tokens, "total_tokens", OAC_REQUIRED),
};

const struct oac_object openai_run_usage_type = OAC_OBJECT_TYPE(openai_run_usage, openai_run_usage_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_usage, OAC_KIND_OBJECT)

static const char *const openai_truncation_strategy_type_values[] = {
	"auto",
	"last_messages",
};

const struct oac_enum openai_truncation_strategy_type_type = OAC_ENUM_TYPE(openai_truncation_strategy_type, openai_truncation_strategy_type_values);

const char *openai_truncation_strategy_type_text(enum openai_truncation_strategy_type value)
{
	return oac_enum_text(&openai_truncation_strategy_type_type, (int)value);
}

static const struct oac_field openai_truncation_strategy_fields[] = {
	OAC_ENUM(struct openai_truncation_strategy, type, "type", OAC_REQUIRED, openai_truncation_strategy_type),
	OAC_OPT_INT64(struct openai_truncation_strategy, last_messages, "last_messages", OAC_NULLABLE),
};

static const struct oac_limit openai_truncation_strategy_limits[] = {
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MINIMUM, 1),
};

const struct oac_object openai_truncation_strategy_type = OAC_LIMITED_OBJECT_TYPE(openai_truncation_strategy, openai_truncation_strategy_fields, 0, openai_truncation_strategy_limits);

OAC_TYPE_FUNCTIONS(openai_truncation_strategy, OAC_KIND_OBJECT)

static const char *const openai_named_tool_choice_type_values[] = {
	"function",
	"code_interpreter",
	"file_search",
};

const struct oac_enum openai_named_tool_choice_type_type = OAC_ENUM_TYPE(openai_named_tool_choice_type, openai_named_tool_choice_type_values);

const char *openai_named_tool_choice_type_text(enum openai_named_tool_choice_type value)
{
	return oac_enum_text(&openai_named_tool_choice_type_type, (int)value);
}

static const struct oac_field openai_named_tool_choice_fields[] = {
	OAC_ENUM(struct openai_named_tool_choice, type, "type", OAC_REQUIRED, openai_named_tool_choice_type),
	OAC_POINTER(struct openai_named_tool_choice, function, "function", 0, openai_named_tool_choice_function),
};

const struct oac_object openai_named_tool_choice_type = OAC_OBJECT_TYPE(openai_named_tool_choice, openai_named_tool_choice_fields, 0);

OAC_TYPE_FUNCTIONS(openai_named_tool_choice, OAC_KIND_OBJECT)

static const struct oac_field openai_named_tool_choice_function_fields[] = {
	OAC_STRING(struct openai_named_tool_choice_function, name, "name", OAC_REQUIRED),
};

const struct oac_object openai_named_tool_choice_function_type = OAC_OBJECT_TYPE(openai_named_tool_choice_function, openai_named_tool_choice_function_fields, 0);

OAC_TYPE_FUNCTIONS(openai_named_tool_choice_function, OAC_KIND_OBJECT)

static const char *const openai_run_step_include_item_values[] = {
	"step_details.tool_calls[*].file_search.results[*].content",
};

const struct oac_enum openai_run_step_include_item_type = OAC_ENUM_TYPE(openai_run_step_include_item, openai_run_step_include_item_values);

const char *openai_run_step_include_item_text(enum openai_run_step_include_item value)
{
	return oac_enum_text(&openai_run_step_include_item_type, (int)value);
}

const struct oac_list openai_run_step_include_item_list_type = OAC_LIST_TYPE(openai_run_step_include_item_list, OAC_KIND_ENUM, &openai_run_step_include_item_type);

static const char *const openai_run_step_type_values[] = {
	"message_creation",
	"tool_calls",
};

const struct oac_enum openai_run_step_type_type = OAC_ENUM_TYPE(openai_run_step_type, openai_run_step_type_values);

const char *openai_run_step_type_text(enum openai_run_step_type value)
{
	return oac_enum_text(&openai_run_step_type_type, (int)value);
}

static const char *const openai_run_step_status_values[] = {
	"in_progress",
	"cancelled",
	"failed",
	"completed",
	"expired",
};

const struct oac_enum openai_run_step_status_type = OAC_ENUM_TYPE(openai_run_step_status, openai_run_step_status_values);

const char *openai_run_step_status_text(enum openai_run_step_status value)
{
	return oac_enum_text(&openai_run_step_status_type, (int)value);
}

static const struct oac_variant openai_step_details_variants[] = {
	OAC_VARIANT(struct openai_step_details, message_creation, const struct openai_message_creation_details *, OAC_KIND_POINTER, "\"message_creation\"", &openai_message_creation_details_type),
	OAC_VARIANT(struct openai_step_details, tool_calls, const struct openai_tool_calls_details *, OAC_KIND_POINTER, "\"tool_calls\"", &openai_tool_calls_details_type),
};

const struct oac_union openai_step_details_type = OAC_UNION_TYPE(openai_step_details, "\"type\":", openai_step_details_variants);

OAC_TYPE_FUNCTIONS(openai_step_details, OAC_KIND_UNION)

static const struct oac_field openai_run_step_fields[] = {
	OAC_STRING(struct openai_run_step, id, "id", OAC_REQUIRED),
	OAC_CONST("object", "\"thread.run.step\"", OAC_REQUIRED),
	OAC_INT64(struct openai_run_step, created_at, "created_at", OAC_REQUIRED),
	OAC_STRING(struct openai_run_step, assistant_id, "assistant_id", OAC_REQUIRED),
	OAC_STRING(struct openai_run_step, thread_id, "thread_id", OAC_REQUIRED),
	OAC_STRING(struct openai_run_step, run_id, "run_id", OAC_REQUIRED),
	OAC_ENUM(struct openai_run_step, type, "type", OAC_REQUIRED, openai_run_step_type),
	OAC_ENUM(struct openai_run_step, status, "status", OAC_REQUIRED, openai_run_step_status),
	OAC_UNION(struct openai_run_step, step_details, "step_details", OAC_REQUIRED, openai_step_details),
	OAC_POINTER(struct openai_run_step, last_error, "last_error", OAC_REQUIRED | OAC_NULLABLE, openai_run_step_last_error),
	OAC_OPT_INT64(struct openai_run_step, expired_at, "expired_at", OAC_REQUIRED | OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_run_step, cancelled_at, "cancelled_at", OAC_REQUIRED | OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_run_step, failed_at, "failed_at", OAC_REQUIRED | OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_run_step, completed_at, "completed_at", OAC_REQUIRED | OAC_NULLABLE),
	OAC_MAP_OF(struct openai_run_step, metadata, "metadata", OAC_REQUIRED | OAC_NULLABLE, oac_string_map),
	OAC_POINTER(struct openai_run_step, usage, "usage", OAC_REQUIRED | OAC_NULLABLE, openai_run_step_usage),
};

const struct oac_object openai_run_step_type = OAC_OBJECT_TYPE(openai_run_step, openai_run_step_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_run_step)
OAC_GIVEN_FUNCTION(openai_run_step)

static const struct oac_field openai_message_creation_fields[] = {
	OAC_STRING(struct openai_message_creation, message_id, "message_id", OAC_REQUIRED),
};

const struct oac_object openai_message_creation_type = OAC_OBJECT_TYPE(openai_message_creation, openai_message_creation_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_creation, OAC_KIND_OBJECT)

static const struct oac_field openai_message_creation_details_fields[] = {
	OAC_CONST("type", "\"message_creation\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_message_creation_details, message_creation, "message_creation", OAC_REQUIRED, openai_message_creation),
};

const struct oac_object openai_message_creation_details_type = OAC_OBJECT_TYPE(openai_message_creation_details, openai_message_creation_details_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_creation_details, OAC_KIND_OBJECT)

const struct oac_list openai_tool_call_list_type = OAC_LIST_TYPE(openai_tool_call_list, OAC_KIND_UNION, &openai_tool_call_type);

static const struct oac_field openai_tool_calls_details_fields[] = {
	OAC_CONST("type", "\"tool_calls\"", OAC_REQUIRED),
	OAC_LIST_OF(struct openai_tool_calls_details, tool_calls, "tool_calls", OAC_REQUIRED, openai_tool_call_list),
};

const struct oac_object openai_tool_calls_details_type = OAC_OBJECT_TYPE(openai_tool_calls_details, openai_tool_calls_details_fields, 0);

OAC_TYPE_FUNCTIONS(openai_tool_calls_details, OAC_KIND_OBJECT)

static const struct oac_variant openai_tool_call_variants[] = {
	OAC_VARIANT(struct openai_tool_call, code_interpreter, const struct openai_code_interpreter_tool_call *, OAC_KIND_POINTER, "\"code_interpreter\"", &openai_code_interpreter_tool_call_type),
	OAC_VARIANT(struct openai_tool_call, file_search, const struct openai_file_search_tool_call *, OAC_KIND_POINTER, "\"file_search\"", &openai_file_search_tool_call_type),
	OAC_VARIANT(struct openai_tool_call, function, const struct openai_function_tool_call *, OAC_KIND_POINTER, "\"function\"", &openai_function_tool_call_type),
};

const struct oac_union openai_tool_call_type = OAC_UNION_TYPE(openai_tool_call, "\"type\":", openai_tool_call_variants);

OAC_TYPE_FUNCTIONS(openai_tool_call, OAC_KIND_UNION)

const struct oac_list openai_code_interpreter_output_list_type = OAC_LIST_TYPE(openai_code_interpreter_output_list, OAC_KIND_UNION, &openai_code_interpreter_output_type);

static const struct oac_field openai_code_interpreter_call_fields[] = {
	OAC_STRING(struct openai_code_interpreter_call, input, "input", OAC_REQUIRED),
	OAC_LIST_OF(struct openai_code_interpreter_call, outputs, "outputs", OAC_REQUIRED, openai_code_interpreter_output_list),
};

const struct oac_object openai_code_interpreter_call_type = OAC_OBJECT_TYPE(openai_code_interpreter_call, openai_code_interpreter_call_fields, 0);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_call, OAC_KIND_OBJECT)

static const struct oac_field openai_code_interpreter_tool_call_fields[] = {
	OAC_STRING(struct openai_code_interpreter_tool_call, id, "id", OAC_REQUIRED),
	OAC_CONST("type", "\"code_interpreter\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_code_interpreter_tool_call, code_interpreter, "code_interpreter", OAC_REQUIRED, openai_code_interpreter_call),
};

const struct oac_object openai_code_interpreter_tool_call_type = OAC_OBJECT_TYPE(openai_code_interpreter_tool_call, openai_code_interpreter_tool_call_fields, 0);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_tool_call, OAC_KIND_OBJECT)

static const struct oac_variant openai_code_interpreter_output_variants[] = {
	OAC_VARIANT(struct openai_code_interpreter_output, logs, const struct openai_code_interpreter_logs *, OAC_KIND_POINTER, "\"logs\"", &openai_code_interpreter_logs_type),
	OAC_VARIANT(struct openai_code_interpreter_output, image, const struct openai_code_interpreter_image *, OAC_KIND_POINTER, "\"image\"", &openai_code_interpreter_image_type),
};

const struct oac_union openai_code_interpreter_output_type = OAC_UNION_TYPE(openai_code_interpreter_output, "\"type\":", openai_code_interpreter_output_variants);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_output, OAC_KIND_UNION)

static const struct oac_field openai_code_interpreter_logs_fields[] = {
	OAC_CONST("type", "\"logs\"", OAC_REQUIRED),
	OAC_STRING(struct openai_code_interpreter_logs, logs, "logs", OAC_REQUIRED),
};

const struct oac_object openai_code_interpreter_logs_type = OAC_OBJECT_TYPE(openai_code_interpreter_logs, openai_code_interpreter_logs_fields, 0);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_logs, OAC_KIND_OBJECT)

static const struct oac_field openai_code_interpreter_image_file_fields[] = {
	OAC_STRING(struct openai_code_interpreter_image_file, file_id, "file_id", OAC_REQUIRED),
};

const struct oac_object openai_code_interpreter_image_file_type = OAC_OBJECT_TYPE(openai_code_interpreter_image_file, openai_code_interpreter_image_file_fields, 0);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_image_file, OAC_KIND_OBJECT)

static const struct oac_field openai_code_interpreter_image_fields[] = {
	OAC_CONST("type", "\"image\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_code_interpreter_image, image, "image", OAC_REQUIRED, openai_code_interpreter_image_file),
};

const struct oac_object openai_code_interpreter_image_type = OAC_OBJECT_TYPE(openai_code_interpreter_image, openai_code_interpreter_image_fields, 0);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_image, OAC_KIND_OBJECT)

const struct oac_list openai_file_search_result_list_type = OAC_LIST_TYPE(openai_file_search_result_list, OAC_KIND_OBJECT, &openai_file_search_result_type);

static const struct oac_field openai_file_search_tool_call_file_search_fields[] = {
	OAC_POINTER(struct openai_file_search_tool_call_file_search, ranking_options, "ranking_options", 0, openai_file_search_call_ranking_options),
	OAC_LIST_OF(struct openai_file_search_tool_call_file_search, results, "results", 0, openai_file_search_result_list),
};

const struct oac_object openai_file_search_tool_call_file_search_type = OAC_OBJECT_TYPE(openai_file_search_tool_call_file_search, openai_file_search_tool_call_file_search_fields, 0);

OAC_TYPE_FUNCTIONS(openai_file_search_tool_call_file_search, OAC_KIND_OBJECT)

static const struct oac_field openai_file_search_tool_call_fields[] = {
	OAC_STRING(struct openai_file_search_tool_call, id, "id", OAC_REQUIRED),
	OAC_CONST("type", "\"file_search\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_file_search_tool_call, file_search, "file_search", OAC_REQUIRED, openai_file_search_tool_call_file_search),
};

const struct oac_object openai_file_search_tool_call_type = OAC_OBJECT_TYPE(openai_file_search_tool_call, openai_file_search_tool_call_fields, 0);

OAC_TYPE_FUNCTIONS(openai_file_search_tool_call, OAC_KIND_OBJECT)

static const struct oac_field openai_file_search_call_ranking_options_fields[] = {
	OAC_ENUM(struct openai_file_search_call_ranking_options, ranker, "ranker", OAC_REQUIRED, openai_file_search_ranker),
	OAC_DOUBLE(struct openai_file_search_call_ranking_options, score_threshold, "score_threshold", OAC_REQUIRED),
};

static const struct oac_limit openai_file_search_call_ranking_options_limits[] = {
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MAXIMUM, 1),
};

const struct oac_object openai_file_search_call_ranking_options_type = OAC_LIMITED_OBJECT_TYPE(openai_file_search_call_ranking_options, openai_file_search_call_ranking_options_fields, 0, openai_file_search_call_ranking_options_limits);

OAC_TYPE_FUNCTIONS(openai_file_search_call_ranking_options, OAC_KIND_OBJECT)

const struct oac_list openai_file_search_result_content_list_type = OAC_LIST_TYPE(openai_file_search_result_content_list, OAC_KIND_OBJECT, &openai_file_search_result_content_type);

static const struct oac_field openai_file_search_result_fields[] = {
	OAC_STRING(struct openai_file_search_result, file_id, "file_id", OAC_REQUIRED),
	OAC_STRING(struct openai_file_search_result, file_name, "file_name", OAC_REQUIRED),
	OAC_DOUBLE(struct openai_file_search_result, score, "score", OAC_REQUIRED),
	OAC_LIST_OF(struct openai_file_search_result, content, "content", 0, openai_file_search_result_content_list),
};

static const struct oac_limit openai_file_search_result_limits[] = {
	OAC_NUMBER_LIMIT(2, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(2, 0, OAC_LIMIT_MAXIMUM, 1),
};

const struct oac_object openai_file_search_result_type = OAC_LIMITED_OBJECT_TYPE(openai_file_search_result, openai_file_search_result_fields, 0, openai_file_search_result_limits);

OAC_TYPE_FUNCTIONS(openai_file_search_result, OAC_KIND_OBJECT)

static const char *const openai_file_search_result_content_type_values[] = {
	"text",
};

const struct oac_enum openai_file_search_result_content_type_type = OAC_ENUM_TYPE(openai_file_search_result_content_type, openai_file_search_result_content_type_values);

const char *openai_file_search_result_content_type_text(enum openai_file_search_result_content_type value)
{
	return oac_enum_text(&openai_file_search_result_content_type_type, (int)value);
}

static const struct oac_field openai_file_search_result_content_fields[] = {
	OAC_ENUM(struct openai_file_search_result_content, type, "type", 0, openai_file_search_result_content_type),
	OAC_STRING(struct openai_file_search_result_content, text, "text", 0),
};

const struct oac_object openai_file_search_result_content_type = OAC_OBJECT_TYPE(openai_file_search_result_content, openai_file_search_result_content_fields, 0);

OAC_TYPE_FUNCTIONS(openai_file_search_result_content, OAC_KIND_OBJECT)

static const struct oac_field openai_function_tool_call_function_fields[] = {
	OAC_STRING(struct openai_function_tool_call_function, name, "name", OAC_REQUIRED),
	OAC_STRING(struct openai_function_tool_call_function, arguments, "arguments", OAC_REQUIRED),
	OAC_STRING(struct openai_function_tool_call_function, output, "output", OAC_REQUIRED | OAC_NULLABLE),
};

const struct oac_object openai_function_tool_call_function_type = OAC_OBJECT_TYPE(openai_function_tool_call_function, openai_function_tool_call_function_fields, 0);

OAC_TYPE_FUNCTIONS(openai_function_tool_call_function, OAC_KIND_OBJECT)

static const struct oac_field openai_function_tool_call_fields[] = {
	OAC_STRING(struct openai_function_tool_call, id, "id", OAC_REQUIRED),
	OAC_CONST("type", "\"function\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_function_tool_call, function, "function", OAC_REQUIRED, openai_function_tool_call_function),
};

const struct oac_object openai_function_tool_call_type = OAC_OBJECT_TYPE(openai_function_tool_call, openai_function_tool_call_fields, 0);

OAC_TYPE_FUNCTIONS(openai_function_tool_call, OAC_KIND_OBJECT)

static const char *const openai_run_step_last_error_code_values[] = {
	"server_error",
	"rate_limit_exceeded",
};

const struct oac_enum openai_run_step_last_error_code_type = OAC_ENUM_TYPE(openai_run_step_last_error_code, openai_run_step_last_error_code_values);

const char *openai_run_step_last_error_code_text(enum openai_run_step_last_error_code value)
{
	return oac_enum_text(&openai_run_step_last_error_code_type, (int)value);
}

static const struct oac_field openai_run_step_last_error_fields[] = {
	OAC_ENUM(struct openai_run_step_last_error, code, "code", OAC_REQUIRED, openai_run_step_last_error_code),
	OAC_STRING(struct openai_run_step_last_error, message, "message", OAC_REQUIRED),
};

const struct oac_object openai_run_step_last_error_type = OAC_OBJECT_TYPE(openai_run_step_last_error, openai_run_step_last_error_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_last_error, OAC_KIND_OBJECT)

static const struct oac_field openai_run_step_usage_fields[] = {
	OAC_INT64(struct openai_run_step_usage, completion_tokens, "completion_tokens", OAC_REQUIRED),
	OAC_INT64(struct openai_run_step_usage, prompt_tokens, "prompt_tokens", OAC_REQUIRED),
	OAC_INT64(struct openai_run_step_usage, total_tokens, "total_tokens", OAC_REQUIRED),
};

const struct oac_object openai_run_step_usage_type = OAC_OBJECT_TYPE(openai_run_step_usage, openai_run_step_usage_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_usage, OAC_KIND_OBJECT)

static const struct oac_variant openai_assistant_stream_event_variants[] = {
	OAC_VARIANT(struct openai_assistant_stream_event, thread_created, const struct openai_thread_created_event *, OAC_KIND_POINTER, "\"thread.created\"", &openai_thread_created_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_created, const struct openai_run_created_event *, OAC_KIND_POINTER, "\"thread.run.created\"", &openai_run_created_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_queued, const struct openai_run_queued_event *, OAC_KIND_POINTER, "\"thread.run.queued\"", &openai_run_queued_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_in_progress, const struct openai_run_in_progress_event *, OAC_KIND_POINTER, "\"thread.run.in_progress\"", &openai_run_in_progress_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_requires_action, const struct openai_run_requires_action_event *, OAC_KIND_POINTER, "\"thread.run.requires_action\"", &openai_run_requires_action_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_completed, const struct openai_run_completed_event *, OAC_KIND_POINTER, "\"thread.run.completed\"", &openai_run_completed_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_incomplete, const struct openai_run_incomplete_event *, OAC_KIND_POINTER, "\"thread.run.incomplete\"", &openai_run_incomplete_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_failed, const struct openai_run_failed_event *, OAC_KIND_POINTER, "\"thread.run.failed\"", &openai_run_failed_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_cancelling, const struct openai_run_cancelling_event *, OAC_KIND_POINTER, "\"thread.run.cancelling\"", &openai_run_cancelling_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_cancelled, const struct openai_run_cancelled_event *, OAC_KIND_POINTER, "\"thread.run.cancelled\"", &openai_run_cancelled_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_expired, const struct openai_run_expired_event *, OAC_KIND_POINTER, "\"thread.run.expired\"", &openai_run_expired_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_step_created, const struct openai_run_step_created_event *, OAC_KIND_POINTER, "\"thread.run.step.created\"", &openai_run_step_created_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_step_in_progress, const struct openai_run_step_in_progress_event *, OAC_KIND_POINTER, "\"thread.run.step.in_progress\"", &openai_run_step_in_progress_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_step_delta, const struct openai_run_step_delta_event *, OAC_KIND_POINTER, "\"thread.run.step.delta\"", &openai_run_step_delta_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_step_completed, const struct openai_run_step_completed_event *, OAC_KIND_POINTER, "\"thread.run.step.completed\"", &openai_run_step_completed_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_step_failed, const struct openai_run_step_failed_event *, OAC_KIND_POINTER, "\"thread.run.step.failed\"", &openai_run_step_failed_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_step_cancelled, const struct openai_run_step_cancelled_event *, OAC_KIND_POINTER, "\"thread.run.step.cancelled\"", &openai_run_step_cancelled_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_run_step_expired, const struct openai_run_step_expired_event *, OAC_KIND_POINTER, "\"thread.run.step.expired\"", &openai_run_step_expired_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_message_created, const struct openai_message_created_event *, OAC_KIND_POINTER, "\"thread.message.created\"", &openai_message_created_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_message_in_progress, const struct openai_message_in_progress_event *, OAC_KIND_POINTER, "\"thread.message.in_progress\"", &openai_message_in_progress_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_message_delta, const struct openai_message_delta_event *, OAC_KIND_POINTER, "\"thread.message.delta\"", &openai_message_delta_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_message_completed, const struct openai_message_completed_event *, OAC_KIND_POINTER, "\"thread.message.completed\"", &openai_message_completed_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, thread_message_incomplete, const struct openai_message_incomplete_event *, OAC_KIND_POINTER, "\"thread.message.incomplete\"", &openai_message_incomplete_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, error, const struct openai_error_event *, OAC_KIND_POINTER, "\"error\"", &openai_error_event_type),
	OAC_VARIANT(struct openai_assistant_stream_event, done, const struct openai_done_event *, OAC_KIND_POINTER, "\"done\"", &openai_done_event_type),
};

const struct oac_union openai_assistant_stream_event_type = OAC_UNION_TYPE(openai_assistant_stream_event, "\"event\":", openai_assistant_stream_event_variants);

OAC_TYPE_FUNCTIONS(openai_assistant_stream_event, OAC_KIND_UNION)
OAC_EVENT_FUNCTIONS(openai_assistant_stream_event)
OAC_GIVEN_FUNCTION(openai_assistant_stream_event)

static const struct oac_field openai_thread_created_event_fields[] = {
	OAC_CONST("event", "\"thread.created\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_thread_created_event, data, "data", OAC_REQUIRED, openai_thread),
};

const struct oac_object openai_thread_created_event_type = OAC_OBJECT_TYPE(openai_thread_created_event, openai_thread_created_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_thread_created_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_created_event_fields[] = {
	OAC_CONST("event", "\"thread.run.created\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_created_event, data, "data", OAC_REQUIRED, openai_run),
};

const struct oac_object openai_run_created_event_type = OAC_OBJECT_TYPE(openai_run_created_event, openai_run_created_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_created_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_queued_event_fields[] = {
	OAC_CONST("event", "\"thread.run.queued\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_queued_event, data, "data", OAC_REQUIRED, openai_run),
};

const struct oac_object openai_run_queued_event_type = OAC_OBJECT_TYPE(openai_run_queued_event, openai_run_queued_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_queued_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_in_progress_event_fields[] = {
	OAC_CONST("event", "\"thread.run.in_progress\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_in_progress_event, data, "data", OAC_REQUIRED, openai_run),
};

const struct oac_object openai_run_in_progress_event_type = OAC_OBJECT_TYPE(openai_run_in_progress_event, openai_run_in_progress_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_in_progress_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_requires_action_event_fields[] = {
	OAC_CONST("event", "\"thread.run.requires_action\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_requires_action_event, data, "data", OAC_REQUIRED, openai_run),
};

const struct oac_object openai_run_requires_action_event_type = OAC_OBJECT_TYPE(openai_run_requires_action_event, openai_run_requires_action_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_requires_action_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_completed_event_fields[] = {
	OAC_CONST("event", "\"thread.run.completed\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_completed_event, data, "data", OAC_REQUIRED, openai_run),
};

const struct oac_object openai_run_completed_event_type = OAC_OBJECT_TYPE(openai_run_completed_event, openai_run_completed_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_completed_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_incomplete_event_fields[] = {
	OAC_CONST("event", "\"thread.run.incomplete\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_incomplete_event, data, "data", OAC_REQUIRED, openai_run),
};

const struct oac_object openai_run_incomplete_event_type = OAC_OBJECT_TYPE(openai_run_incomplete_event, openai_run_incomplete_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_incomplete_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_failed_event_fields[] = {
	OAC_CONST("event", "\"thread.run.failed\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_failed_event, data, "data", OAC_REQUIRED, openai_run),
};

const struct oac_object openai_run_failed_event_type = OAC_OBJECT_TYPE(openai_run_failed_event, openai_run_failed_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_failed_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_cancelling_event_fields[] = {
	OAC_CONST("event", "\"thread.run.cancelling\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_cancelling_event, data, "data", OAC_REQUIRED, openai_run),
};

const struct oac_object openai_run_cancelling_event_type = OAC_OBJECT_TYPE(openai_run_cancelling_event, openai_run_cancelling_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_cancelling_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_cancelled_event_fields[] = {
	OAC_CONST("event", "\"thread.run.cancelled\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_cancelled_event, data, "data", OAC_REQUIRED, openai_run),
};

const struct oac_object openai_run_cancelled_event_type = OAC_OBJECT_TYPE(openai_run_cancelled_event, openai_run_cancelled_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_cancelled_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_expired_event_fields[] = {
	OAC_CONST("event", "\"thread.run.expired\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_expired_event, data, "data", OAC_REQUIRED, openai_run),
};

const struct oac_object openai_run_expired_event_type = OAC_OBJECT_TYPE(openai_run_expired_event, openai_run_expired_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_expired_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_step_created_event_fields[] = {
	OAC_CONST("event", "\"thread.run.step.created\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_step_created_event, data, "data", OAC_REQUIRED, openai_run_step),
};

const struct oac_object openai_run_step_created_event_type = OAC_OBJECT_TYPE(openai_run_step_created_event, openai_run_step_created_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_created_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_step_in_progress_event_fields[] = {
	OAC_CONST("event", "\"thread.run.step.in_progress\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_step_in_progress_event, data, "data", OAC_REQUIRED, openai_run_step),
};

const struct oac_object openai_run_step_in_progress_event_type = OAC_OBJECT_TYPE(openai_run_step_in_progress_event, openai_run_step_in_progress_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_in_progress_event, OAC_KIND_OBJECT)

static const struct oac_variant openai_step_details_delta_variants[] = {
	OAC_VARIANT(struct openai_step_details_delta, message_creation, const struct openai_message_creation_details_delta *, OAC_KIND_POINTER, "\"message_creation\"", &openai_message_creation_details_delta_type),
	OAC_VARIANT(struct openai_step_details_delta, tool_calls, const struct openai_tool_calls_details_delta *, OAC_KIND_POINTER, "\"tool_calls\"", &openai_tool_calls_details_delta_type),
};

const struct oac_union openai_step_details_delta_type = OAC_UNION_TYPE(openai_step_details_delta, "\"type\":", openai_step_details_delta_variants);

OAC_TYPE_FUNCTIONS(openai_step_details_delta, OAC_KIND_UNION)

static const struct oac_field openai_run_step_delta_body_fields[] = {
	OAC_UNION(struct openai_run_step_delta_body, step_details, "step_details", 0, openai_step_details_delta),
};

const struct oac_object openai_run_step_delta_body_type = OAC_OBJECT_TYPE(openai_run_step_delta_body, openai_run_step_delta_body_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_delta_body, OAC_KIND_OBJECT)

static const struct oac_field openai_run_step_delta_fields[] = {
	OAC_STRING(struct openai_run_step_delta, id, "id", OAC_REQUIRED),
	OAC_CONST("object", "\"thread.run.step.delta\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_step_delta, delta, "delta", OAC_REQUIRED, openai_run_step_delta_body),
};

const struct oac_object openai_run_step_delta_type = OAC_OBJECT_TYPE(openai_run_step_delta, openai_run_step_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_run_step_delta_event_fields[] = {
	OAC_CONST("event", "\"thread.run.step.delta\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_step_delta_event, data, "data", OAC_REQUIRED, openai_run_step_delta),
};

const struct oac_object openai_run_step_delta_event_type = OAC_OBJECT_TYPE(openai_run_step_delta_event, openai_run_step_delta_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_delta_event, OAC_KIND_OBJECT)

static const struct oac_field openai_message_creation_details_delta_fields[] = {
	OAC_CONST("type", "\"message_creation\"", OAC_REQUIRED),
	OAC_POINTER(struct openai_message_creation_details_delta, message_creation, "message_creation", 0, openai_message_creation_delta),
};

const struct oac_object openai_message_creation_details_delta_type = OAC_OBJECT_TYPE(openai_message_creation_details_delta, openai_message_creation_details_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_creation_details_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_message_creation_delta_fields[] = {
	OAC_STRING(struct openai_message_creation_delta, message_id, "message_id", 0),
};

const struct oac_object openai_message_creation_delta_type = OAC_OBJECT_TYPE(openai_message_creation_delta, openai_message_creation_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_creation_delta, OAC_KIND_OBJECT)

const struct oac_list openai_tool_call_delta_list_type = OAC_LIST_TYPE(openai_tool_call_delta_list, OAC_KIND_UNION, &openai_tool_call_delta_type);

static const struct oac_field openai_tool_calls_details_delta_fields[] = {
	OAC_CONST("type", "\"tool_calls\"", OAC_REQUIRED),
	OAC_LIST_OF(struct openai_tool_calls_details_delta, tool_calls, "tool_calls", 0, openai_tool_call_delta_list),
};

const struct oac_object openai_tool_calls_details_delta_type = OAC_OBJECT_TYPE(openai_tool_calls_details_delta, openai_tool_calls_details_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_tool_calls_details_delta, OAC_KIND_OBJECT)

static const struct oac_variant openai_tool_call_delta_variants[] = {
	OAC_VARIANT(struct openai_tool_call_delta, code_interpreter, const struct openai_code_interpreter_tool_call_delta *, OAC_KIND_POINTER, "\"code_interpreter\"", &openai_code_interpreter_tool_call_delta_type),
	OAC_VARIANT(struct openai_tool_call_delta, file_search, const struct openai_file_search_tool_call_delta *, OAC_KIND_POINTER, "\"file_search\"", &openai_file_search_tool_call_delta_type),
	OAC_VARIANT(struct openai_tool_call_delta, function, const struct openai_function_tool_call_delta *, OAC_KIND_POINTER, "\"function\"", &openai_function_tool_call_delta_type),
};

const struct oac_union openai_tool_call_delta_type = OAC_UNION_TYPE(openai_tool_call_delta, "\"type\":", openai_tool_call_delta_variants);

OAC_TYPE_FUNCTIONS(openai_tool_call_delta, OAC_KIND_UNION)

static const struct oac_field openai_code_interpreter_tool_call_delta_fields[] = {
	OAC_INT64(struct openai_code_interpreter_tool_call_delta, index, "index", OAC_REQUIRED),
	OAC_STRING(struct openai_code_interpreter_tool_call_delta, id, "id", 0),
	OAC_CONST("type", "\"code_interpreter\"", OAC_REQUIRED),
	OAC_POINTER(struct openai_code_interpreter_tool_call_delta, code_interpreter, "code_interpreter", 0, openai_code_interpreter_call_delta),
};

const struct oac_object openai_code_interpreter_tool_call_delta_type = OAC_OBJECT_TYPE(openai_code_interpreter_tool_call_delta, openai_code_interpreter_tool_call_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_tool_call_delta, OAC_KIND_OBJECT)

const struct oac_list openai_code_interpreter_output_delta_list_type = OAC_LIST_TYPE(openai_code_interpreter_output_delta_list, OAC_KIND_UNION, &openai_code_interpreter_output_delta_type);

static const struct oac_field openai_code_interpreter_call_delta_fields[] = {
	OAC_STRING(struct openai_code_interpreter_call_delta, input, "input", 0),
	OAC_LIST_OF(struct openai_code_interpreter_call_delta, outputs, "outputs", 0, openai_code_interpreter_output_delta_list),
};

const struct oac_object openai_code_interpreter_call_delta_type = OAC_OBJECT_TYPE(openai_code_interpreter_call_delta, openai_code_interpreter_call_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_call_delta, OAC_KIND_OBJECT)

static const struct oac_variant openai_code_interpreter_output_delta_variants[] = {
	OAC_VARIANT(struct openai_code_interpreter_output_delta, logs, const struct openai_code_interpreter_logs_delta *, OAC_KIND_POINTER, "\"logs\"", &openai_code_interpreter_logs_delta_type),
	OAC_VARIANT(struct openai_code_interpreter_output_delta, image, const struct openai_code_interpreter_image_delta *, OAC_KIND_POINTER, "\"image\"", &openai_code_interpreter_image_delta_type),
};

const struct oac_union openai_code_interpreter_output_delta_type = OAC_UNION_TYPE(openai_code_interpreter_output_delta, "\"type\":", openai_code_interpreter_output_delta_variants);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_output_delta, OAC_KIND_UNION)

static const struct oac_field openai_code_interpreter_logs_delta_fields[] = {
	OAC_INT64(struct openai_code_interpreter_logs_delta, index, "index", OAC_REQUIRED),
	OAC_CONST("type", "\"logs\"", OAC_REQUIRED),
	OAC_STRING(struct openai_code_interpreter_logs_delta, logs, "logs", 0),
};

const struct oac_object openai_code_interpreter_logs_delta_type = OAC_OBJECT_TYPE(openai_code_interpreter_logs_delta, openai_code_interpreter_logs_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_logs_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_code_interpreter_image_delta_fields[] = {
	OAC_INT64(struct openai_code_interpreter_image_delta, index, "index", OAC_REQUIRED),
	OAC_CONST("type", "\"image\"", OAC_REQUIRED),
	OAC_POINTER(struct openai_code_interpreter_image_delta, image, "image", 0, openai_code_interpreter_image_file_delta),
};

const struct oac_object openai_code_interpreter_image_delta_type = OAC_OBJECT_TYPE(openai_code_interpreter_image_delta, openai_code_interpreter_image_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_image_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_code_interpreter_image_file_delta_fields[] = {
	OAC_STRING(struct openai_code_interpreter_image_file_delta, file_id, "file_id", 0),
};

const struct oac_object openai_code_interpreter_image_file_delta_type = OAC_OBJECT_TYPE(openai_code_interpreter_image_file_delta, openai_code_interpreter_image_file_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_code_interpreter_image_file_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_file_search_tool_call_delta_fields[] = {
	OAC_INT64(struct openai_file_search_tool_call_delta, index, "index", OAC_REQUIRED),
	OAC_STRING(struct openai_file_search_tool_call_delta, id, "id", 0),
	OAC_CONST("type", "\"file_search\"", OAC_REQUIRED),
	OAC_ANY(struct openai_file_search_tool_call_delta, file_search, "file_search", OAC_REQUIRED),
};

const struct oac_object openai_file_search_tool_call_delta_type = OAC_OBJECT_TYPE(openai_file_search_tool_call_delta, openai_file_search_tool_call_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_file_search_tool_call_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_function_tool_call_delta_fields[] = {
	OAC_INT64(struct openai_function_tool_call_delta, index, "index", OAC_REQUIRED),
	OAC_STRING(struct openai_function_tool_call_delta, id, "id", 0),
	OAC_CONST("type", "\"function\"", OAC_REQUIRED),
	OAC_POINTER(struct openai_function_tool_call_delta, function, "function", 0, openai_function_tool_call_delta_function),
};

const struct oac_object openai_function_tool_call_delta_type = OAC_OBJECT_TYPE(openai_function_tool_call_delta, openai_function_tool_call_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_function_tool_call_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_function_tool_call_delta_function_fields[] = {
	OAC_STRING(struct openai_function_tool_call_delta_function, name, "name", 0),
	OAC_STRING(struct openai_function_tool_call_delta_function, arguments, "arguments", 0),
	OAC_STRING(struct openai_function_tool_call_delta_function, output, "output", OAC_NULLABLE),
};

const struct oac_object openai_function_tool_call_delta_function_type = OAC_OBJECT_TYPE(openai_function_tool_call_delta_function, openai_function_tool_call_delta_function_fields, 0);

OAC_TYPE_FUNCTIONS(openai_function_tool_call_delta_function, OAC_KIND_OBJECT)

static const struct oac_field openai_run_step_completed_event_fields[] = {
	OAC_CONST("event", "\"thread.run.step.completed\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_step_completed_event, data, "data", OAC_REQUIRED, openai_run_step),
};

const struct oac_object openai_run_step_completed_event_type = OAC_OBJECT_TYPE(openai_run_step_completed_event, openai_run_step_completed_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_completed_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_step_failed_event_fields[] = {
	OAC_CONST("event", "\"thread.run.step.failed\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_step_failed_event, data, "data", OAC_REQUIRED, openai_run_step),
};

const struct oac_object openai_run_step_failed_event_type = OAC_OBJECT_TYPE(openai_run_step_failed_event, openai_run_step_failed_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_failed_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_step_cancelled_event_fields[] = {
	OAC_CONST("event", "\"thread.run.step.cancelled\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_step_cancelled_event, data, "data", OAC_REQUIRED, openai_run_step),
};

const struct oac_object openai_run_step_cancelled_event_type = OAC_OBJECT_TYPE(openai_run_step_cancelled_event, openai_run_step_cancelled_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_cancelled_event, OAC_KIND_OBJECT)

static const struct oac_field openai_run_step_expired_event_fields[] = {
	OAC_CONST("event", "\"thread.run.step.expired\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_run_step_expired_event, data, "data", OAC_REQUIRED, openai_run_step),
};

const struct oac_object openai_run_step_expired_event_type = OAC_OBJECT_TYPE(openai_run_step_expired_event, openai_run_step_expired_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_expired_event, OAC_KIND_OBJECT)

static const struct oac_field openai_message_created_event_fields[] = {
	OAC_CONST("event", "\"thread.message.created\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_message_created_event, data, "data", OAC_REQUIRED, openai_message),
};

const struct oac_object openai_message_created_event_type = OAC_OBJECT_TYPE(openai_message_created_event, openai_message_created_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_created_event, OAC_KIND_OBJECT)

static const struct oac_field openai_message_in_progress_event_fields[] = {
	OAC_CONST("event", "\"thread.message.in_progress\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_message_in_progress_event, data, "data", OAC_REQUIRED, openai_message),
};

const struct oac_object openai_message_in_progress_event_type = OAC_OBJECT_TYPE(openai_message_in_progress_event, openai_message_in_progress_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_in_progress_event, OAC_KIND_OBJECT)

const struct oac_list openai_message_content_delta_list_type = OAC_LIST_TYPE(openai_message_content_delta_list, OAC_KIND_UNION, &openai_message_content_delta_type);

static const struct oac_field openai_message_delta_body_fields[] = {
	OAC_ENUM(struct openai_message_delta_body, role, "role", 0, openai_message_role),
	OAC_LIST_OF(struct openai_message_delta_body, content, "content", 0, openai_message_content_delta_list),
};

const struct oac_object openai_message_delta_body_type = OAC_OBJECT_TYPE(openai_message_delta_body, openai_message_delta_body_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_delta_body, OAC_KIND_OBJECT)

static const struct oac_field openai_message_delta_fields[] = {
	OAC_STRING(struct openai_message_delta, id, "id", OAC_REQUIRED),
	OAC_CONST("object", "\"thread.message.delta\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_message_delta, delta, "delta", OAC_REQUIRED, openai_message_delta_body),
};

const struct oac_object openai_message_delta_type = OAC_OBJECT_TYPE(openai_message_delta, openai_message_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_message_delta_event_fields[] = {
	OAC_CONST("event", "\"thread.message.delta\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_message_delta_event, data, "data", OAC_REQUIRED, openai_message_delta),
};

const struct oac_object openai_message_delta_event_type = OAC_OBJECT_TYPE(openai_message_delta_event, openai_message_delta_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_delta_event, OAC_KIND_OBJECT)

static const struct oac_variant openai_message_content_delta_variants[] = {
	OAC_VARIANT(struct openai_message_content_delta, image_file, const struct openai_image_file_content_delta *, OAC_KIND_POINTER, "\"image_file\"", &openai_image_file_content_delta_type),
	OAC_VARIANT(struct openai_message_content_delta, text, const struct openai_text_content_delta *, OAC_KIND_POINTER, "\"text\"", &openai_text_content_delta_type),
	OAC_VARIANT(struct openai_message_content_delta, refusal, const struct openai_refusal_content_delta *, OAC_KIND_POINTER, "\"refusal\"", &openai_refusal_content_delta_type),
	OAC_VARIANT(struct openai_message_content_delta, image_url, const struct openai_image_url_content_delta *, OAC_KIND_POINTER, "\"image_url\"", &openai_image_url_content_delta_type),
};

const struct oac_union openai_message_content_delta_type = OAC_UNION_TYPE(openai_message_content_delta, "\"type\":", openai_message_content_delta_variants);

OAC_TYPE_FUNCTIONS(openai_message_content_delta, OAC_KIND_UNION)

static const struct oac_field openai_image_file_content_delta_fields[] = {
	OAC_INT64(struct openai_image_file_content_delta, index, "index", OAC_REQUIRED),
	OAC_CONST("type", "\"image_file\"", OAC_REQUIRED),
	OAC_POINTER(struct openai_image_file_content_delta, image_file, "image_file", 0, openai_image_file_delta),
};

const struct oac_object openai_image_file_content_delta_type = OAC_OBJECT_TYPE(openai_image_file_content_delta, openai_image_file_content_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_image_file_content_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_image_file_delta_fields[] = {
	OAC_STRING(struct openai_image_file_delta, file_id, "file_id", 0),
	OAC_ENUM(struct openai_image_file_delta, detail, "detail", 0, openai_image_detail),
};

const struct oac_object openai_image_file_delta_type = OAC_OBJECT_TYPE(openai_image_file_delta, openai_image_file_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_image_file_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_text_content_delta_fields[] = {
	OAC_INT64(struct openai_text_content_delta, index, "index", OAC_REQUIRED),
	OAC_CONST("type", "\"text\"", OAC_REQUIRED),
	OAC_POINTER(struct openai_text_content_delta, text, "text", 0, openai_text_delta),
};

const struct oac_object openai_text_content_delta_type = OAC_OBJECT_TYPE(openai_text_content_delta, openai_text_content_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_text_content_delta, OAC_KIND_OBJECT)

const struct oac_list openai_annotation_delta_list_type = OAC_LIST_TYPE(openai_annotation_delta_list, OAC_KIND_UNION, &openai_annotation_delta_type);

static const struct oac_field openai_text_delta_fields[] = {
	OAC_STRING(struct openai_text_delta, value, "value", 0),
	OAC_LIST_OF(struct openai_text_delta, annotations, "annotations", 0, openai_annotation_delta_list),
};

const struct oac_object openai_text_delta_type = OAC_OBJECT_TYPE(openai_text_delta, openai_text_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_text_delta, OAC_KIND_OBJECT)

static const struct oac_variant openai_annotation_delta_variants[] = {
	OAC_VARIANT(struct openai_annotation_delta, file_citation, const struct openai_file_citation_annotation_delta *, OAC_KIND_POINTER, "\"file_citation\"", &openai_file_citation_annotation_delta_type),
	OAC_VARIANT(struct openai_annotation_delta, file_path, const struct openai_file_path_annotation_delta *, OAC_KIND_POINTER, "\"file_path\"", &openai_file_path_annotation_delta_type),
};

const struct oac_union openai_annotation_delta_type = OAC_UNION_TYPE(openai_annotation_delta, "\"type\":", openai_annotation_delta_variants);

OAC_TYPE_FUNCTIONS(openai_annotation_delta, OAC_KIND_UNION)

static const struct oac_field openai_file_citation_annotation_delta_fields[] = {
	OAC_INT64(struct openai_file_citation_annotation_delta, index, "index", OAC_REQUIRED),
	OAC_CONST("type", "\"file_citation\"", OAC_REQUIRED),
	OAC_STRING(struct openai_file_citation_annotation_delta, text, "text", 0),
	OAC_POINTER(struct openai_file_citation_annotation_delta, file_citation, "file_citation", 0, openai_file_citation_delta),
	OAC_OPT_INT64(struct openai_file_citation_annotation_delta, start_index, "start_index", 0),
	OAC_OPT_INT64(struct openai_file_citation_annotation_delta, end_index, "end_index", 0),
};

static const struct oac_limit openai_file_citation_annotation_delta_limits[] = {
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(5, 0, OAC_LIMIT_MINIMUM, 0),
};

const struct oac_object openai_file_citation_annotation_delta_type = OAC_LIMITED_OBJECT_TYPE(openai_file_citation_annotation_delta, openai_file_citation_annotation_delta_fields, 0, openai_file_citation_annotation_delta_limits);

OAC_TYPE_FUNCTIONS(openai_file_citation_annotation_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_file_citation_delta_fields[] = {
	OAC_STRING(struct openai_file_citation_delta, file_id, "file_id", 0),
	OAC_STRING(struct openai_file_citation_delta, quote, "quote", 0),
};

const struct oac_object openai_file_citation_delta_type = OAC_OBJECT_TYPE(openai_file_citation_delta, openai_file_citation_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_file_citation_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_file_path_annotation_delta_fields[] = {
	OAC_INT64(struct openai_file_path_annotation_delta, index, "index", OAC_REQUIRED),
	OAC_CONST("type", "\"file_path\"", OAC_REQUIRED),
	OAC_STRING(struct openai_file_path_annotation_delta, text, "text", 0),
	OAC_POINTER(struct openai_file_path_annotation_delta, file_path, "file_path", 0, openai_file_path_delta),
	OAC_OPT_INT64(struct openai_file_path_annotation_delta, start_index, "start_index", 0),
	OAC_OPT_INT64(struct openai_file_path_annotation_delta, end_index, "end_index", 0),
};

static const struct oac_limit openai_file_path_annotation_delta_limits[] = {
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(5, 0, OAC_LIMIT_MINIMUM, 0),
};

const struct oac_object openai_file_path_annotation_delta_type = OAC_LIMITED_OBJECT_TYPE(openai_file_path_annotation_delta, openai_file_path_annotation_delta_fields, 0, openai_file_path_annotation_delta_limits);

OAC_TYPE_FUNCTIONS(openai_file_path_annotation_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_file_path_delta_fields[] = {
	OAC_STRING(struct openai_file_path_delta, file_id, "file_id", 0),
};

const struct oac_object openai_file_path_delta_type = OAC_OBJECT_TYPE(openai_file_path_delta, openai_file_path_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_file_path_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_refusal_content_delta_fields[] = {
	OAC_INT64(struct openai_refusal_content_delta, index, "index", OAC_REQUIRED),
	OAC_CONST("type", "\"refusal\"", OAC_REQUIRED),
	OAC_STRING(struct openai_refusal_content_delta, refusal, "refusal", 0),
};

const struct oac_object openai_refusal_content_delta_type = OAC_OBJECT_TYPE(openai_refusal_content_delta, openai_refusal_content_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_refusal_content_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_image_url_content_delta_fields[] = {
	OAC_INT64(struct openai_image_url_content_delta, index, "index", OAC_REQUIRED),
	OAC_CONST("type", "\"image_url\"", OAC_REQUIRED),
	OAC_POINTER(struct openai_image_url_content_delta, image_url, "image_url", 0, openai_image_url_delta),
};

const struct oac_object openai_image_url_content_delta_type = OAC_OBJECT_TYPE(openai_image_url_content_delta, openai_image_url_content_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_image_url_content_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_image_url_delta_fields[] = {
	OAC_STRING(struct openai_image_url_delta, url, "url", 0),
	OAC_ENUM(struct openai_image_url_delta, detail, "detail", 0, openai_image_detail),
};

const struct oac_object openai_image_url_delta_type = OAC_OBJECT_TYPE(openai_image_url_delta, openai_image_url_delta_fields, 0);

OAC_TYPE_FUNCTIONS(openai_image_url_delta, OAC_KIND_OBJECT)

static const struct oac_field openai_message_completed_event_fields[] = {
	OAC_CONST("event", "\"thread.message.completed\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_message_completed_event, data, "data", OAC_REQUIRED, openai_message),
};

const struct oac_object openai_message_completed_event_type = OAC_OBJECT_TYPE(openai_message_completed_event, openai_message_completed_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_completed_event, OAC_KIND_OBJECT)

static const struct oac_field openai_message_incomplete_event_fields[] = {
	OAC_CONST("event", "\"thread.message.incomplete\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_message_incomplete_event, data, "data", OAC_REQUIRED, openai_message),
};

const struct oac_object openai_message_incomplete_event_type = OAC_OBJECT_TYPE(openai_message_incomplete_event, openai_message_incomplete_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_incomplete_event, OAC_KIND_OBJECT)

static const struct oac_field openai_error_fields[] = {
	OAC_STRING(struct openai_error, code, "code", OAC_REQUIRED | OAC_NULLABLE),
	OAC_STRING(struct openai_error, message, "message", OAC_REQUIRED),
	OAC_STRING(struct openai_error, param, "param", OAC_REQUIRED | OAC_NULLABLE),
	OAC_STRING(struct openai_error, type, "type", OAC_REQUIRED),
};

const struct oac_object openai_error_type = OAC_OBJECT_TYPE(openai_error, openai_error_fields, 0);

OAC_TYPE_FUNCTIONS(openai_error, OAC_KIND_OBJECT)

static const struct oac_field openai_error_event_fields[] = {
	OAC_CONST("event", "\"error\"", OAC_REQUIRED),
	OAC_INSIDE(struct openai_error_event, data, "data", OAC_REQUIRED, openai_error),
};

const struct oac_object openai_error_event_type = OAC_OBJECT_TYPE(openai_error_event, openai_error_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_error_event, OAC_KIND_OBJECT)

static const struct oac_field openai_done_event_fields[] = {
	OAC_CONST("event", "\"done\"", OAC_REQUIRED),
	OAC_CONST("data", "\"[DONE]\"", OAC_REQUIRED),
};

const struct oac_object openai_done_event_type = OAC_OBJECT_TYPE(openai_done_event, openai_done_event_fields, 0);

OAC_TYPE_FUNCTIONS(openai_done_event, OAC_KIND_OBJECT)

static const struct oac_field openai_error_response_fields[] = {
	OAC_INSIDE(struct openai_error_response, error, "error", OAC_REQUIRED, openai_error),
};

const struct oac_object openai_error_response_type = OAC_OBJECT_TYPE(openai_error_response, openai_error_response_fields, 0);

OAC_TYPE_FUNCTIONS(openai_error_response, OAC_KIND_OBJECT)

static const char *const openai_list_order_values[] = {
	"asc",
	"desc",
};

const struct oac_enum openai_list_order_type = OAC_ENUM_TYPE(openai_list_order, openai_list_order_values);

const char *openai_list_order_text(enum openai_list_order value)
{
	return oac_enum_text(&openai_list_order_type, (int)value);
}

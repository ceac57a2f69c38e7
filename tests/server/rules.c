/*
 * The request schemas of the vendor's document, as tables. A schema is closed
 * where the document says additionalProperties: false, and open elsewhere.
 */
#include "validate.h"

#include <math.h>

#define END                                                                                        \
	{                                                                                          \
		NULL, NULL, false                                                                  \
	}

enum {
	STRING = KIND_STRING,
	OBJECT = KIND_OBJECT,
	ARRAY = KIND_ARRAY,
	NULLABLE = KIND_NULL,
};

static const struct rule string = { .kinds = STRING };
static const struct rule string_or_null = { .kinds = STRING | NULLABLE };
static const struct rule boolean_or_null = { .kinds = KIND_BOOL | NULLABLE };
static const struct rule boolean = { .kinds = KIND_BOOL };
static const struct rule number_0_to_1 = { .kinds = KIND_NUMBER, .min = 0, .max = 1 };
static const struct rule integer = { .kinds = KIND_INTEGER };
static const struct rule name_64 = { .kinds = STRING, .name = true, .max_chars = 64 };
static const struct rule any_object = { .kinds = OBJECT };
static const struct rule strings = { .kinds = ARRAY, .items = &string };

static const struct rule temperature = { .kinds = KIND_NUMBER | NULLABLE, .min = 0, .max = 2 };
static const struct rule top_p = { .kinds = KIND_NUMBER | NULLABLE, .min = 0, .max = 1 };
static const struct rule max_tokens = {
	.kinds = KIND_INTEGER | NULLABLE, .min = 256, .max = INFINITY
};

static const struct rule metadata_value = { .kinds = STRING, .max_chars = 512 };
static const struct rule metadata = {
	.kinds = OBJECT | NULLABLE, .every = &metadata_value, .max_members = 16, .max_key_chars = 64
};

static const char *const effort_values[] = { "none", "minimal", "low", "medium", "high", "xhigh",
	"max", NULL };
static const struct rule reasoning_effort = { .kinds = STRING | NULLABLE, .values = effort_values };

/* Tools */

static const struct member function_members[] = {
	{ "name", &name_64, true },
	{ "description", &string, false },
	{ "parameters", &any_object, false },
	{ "strict", &boolean_or_null, false },
	END,
};
static const struct rule function = { .kinds = OBJECT, .members = function_members };
static const struct member function_tool[] = { { "function", &function, true }, END };

static const char *const ranker_values[] = { "auto", "default_2024_08_21", NULL };
static const struct rule ranker = { .kinds = STRING, .values = ranker_values };
static const struct member ranking_members[] = {
	{ "ranker", &ranker, false },
	{ "score_threshold", &number_0_to_1, true },
	END,
};
static const struct rule ranking_options = { .kinds = OBJECT, .members = ranking_members };
static const struct rule max_num_results = { .kinds = KIND_INTEGER, .min = 1, .max = 50 };
static const struct member file_search_members[] = {
	{ "max_num_results", &max_num_results, false },
	{ "ranking_options", &ranking_options, false },
	END,
};
static const struct rule file_search = { .kinds = OBJECT, .members = file_search_members };
static const struct member file_search_tool[] = { { "file_search", &file_search, false }, END };

static const struct variant tool_variants[] = {
	{ "code_interpreter", NULL, false },
	{ "file_search", file_search_tool, false },
	{ "function", function_tool, false },
	{ NULL, NULL, false },
};
static const struct rule tool = { .kinds = OBJECT, .variants = tool_variants };
static const struct rule assistant_tools = { .kinds = ARRAY, .items = &tool, .max_items = 128 };
static const struct rule run_tools = { .kinds = ARRAY | NULLABLE, .items = &tool, .max_items = 20 };

static const struct member choice_function_members[] = { { "name", &string, true }, END };
static const struct rule choice_function = { .kinds = OBJECT, .members = choice_function_members };
static const struct member choice_members[] = { { "function", &choice_function, false }, END };
static const struct variant choice_variants[] = {
	{ "function", choice_members, false },
	{ "code_interpreter", choice_members, false },
	{ "file_search", choice_members, false },
	{ NULL, NULL, false },
};
static const char *const choice_values[] = { "none", "auto", "required", NULL };
static const struct rule tool_choice = {
	.kinds = STRING | OBJECT | NULLABLE, .values = choice_values, .variants = choice_variants
};

/* Resources of tools */

static const struct rule file_ids = { .kinds = ARRAY, .items = &string, .max_items = 20 };
static const struct member code_members[] = { { "file_ids", &file_ids, false }, END };
static const struct rule code_resources = { .kinds = OBJECT, .members = code_members };

static const struct rule chunk_size = { .kinds = KIND_INTEGER, .min = 100, .max = 4096 };
static const struct member static_members[] = {
	{ "max_chunk_size_tokens", &chunk_size, true },
	{ "chunk_overlap_tokens", &integer, true },
	END,
};
static const struct rule static_chunks = {
	.kinds = OBJECT, .members = static_members, .closed = true
};
static const struct member static_strategy[] = { { "static", &static_chunks, true }, END };
static const struct variant chunking_variants[] = {
	{ "auto", NULL, true },
	{ "static", static_strategy, true },
	{ NULL, NULL, false },
};
static const struct rule chunking_strategy = { .kinds = OBJECT, .variants = chunking_variants };
static const struct member vector_store_members[] = {
	{ "file_ids", &strings, false },
	{ "chunking_strategy", &chunking_strategy, false },
	{ "metadata", &metadata, false },
	END,
};
static const struct rule vector_store = { .kinds = OBJECT, .members = vector_store_members };
static const struct rule vector_stores = { .kinds = ARRAY, .items = &vector_store, .max_items = 1 };
static const struct rule vector_store_ids = { .kinds = ARRAY, .items = &string, .max_items = 1 };

static const struct member search_create_members[] = {
	{ "vector_store_ids", &vector_store_ids, false },
	{ "vector_stores", &vector_stores, false },
	END,
};
static const struct rule search_create = { .kinds = OBJECT,
	.members = search_create_members,
	.one_of = { "vector_store_ids", "vector_stores" } };
static const struct member search_modify_members[] = {
	{ "vector_store_ids", &vector_store_ids, false },
	END,
};
static const struct rule search_modify = { .kinds = OBJECT, .members = search_modify_members };

static const struct member resources_create_members[] = {
	{ "code_interpreter", &code_resources, false },
	{ "file_search", &search_create, false },
	END,
};
static const struct rule resources_create = { .kinds = OBJECT | NULLABLE,
	.members = resources_create_members };
static const struct member resources_modify_members[] = {
	{ "code_interpreter", &code_resources, false },
	{ "file_search", &search_modify, false },
	END,
};
static const struct rule resources_modify = { .kinds = OBJECT | NULLABLE,
	.members = resources_modify_members };

/* Formats and truncation */

static const struct member json_schema_members[] = {
	{ "name", &name_64, true },
	{ "description", &string, false },
	{ "schema", &any_object, false },
	{ "strict", &boolean_or_null, false },
	END,
};
static const struct rule json_schema = { .kinds = OBJECT, .members = json_schema_members };
static const struct member schema_format[] = { { "json_schema", &json_schema, true }, END };
static const struct variant format_variants[] = {
	{ "text", NULL, false },
	{ "json_object", NULL, false },
	{ "json_schema", schema_format, false },
	{ NULL, NULL, false },
};
static const char *const format_values[] = { "auto", NULL };
static const struct rule response_format = {
	.kinds = STRING | OBJECT | NULLABLE, .values = format_values, .variants = format_variants
};

static const char *const truncation_values[] = { "auto", "last_messages", NULL };
static const struct rule truncation_type = { .kinds = STRING, .values = truncation_values };
static const struct rule last_messages = {
	.kinds = KIND_INTEGER | NULLABLE, .min = 1, .max = INFINITY
};
static const struct member truncation_members[] = {
	{ "type", &truncation_type, true },
	{ "last_messages", &last_messages, false },
	END,
};
static const struct rule truncation_strategy = { .kinds = OBJECT | NULLABLE,
	.members = truncation_members };

/* Messages */

static const char *const detail_values[] = { "auto", "low", "high", NULL };
static const struct rule detail = { .kinds = STRING, .values = detail_values };
static const struct member image_file_members[] = {
	{ "file_id", &string, true },
	{ "detail", &detail, false },
	END,
};
static const struct rule image_file = { .kinds = OBJECT, .members = image_file_members };
static const struct member image_url_members[] = {
	{ "url", &string, true },
	{ "detail", &detail, false },
	END,
};
static const struct rule image_url = { .kinds = OBJECT, .members = image_url_members };
static const struct member text_part[] = { { "text", &string, true }, END };
static const struct member image_file_part[] = { { "image_file", &image_file, true }, END };
static const struct member image_url_part[] = { { "image_url", &image_url, true }, END };
static const struct variant part_variants[] = {
	{ "text", text_part, false },
	{ "image_file", image_file_part, false },
	{ "image_url", image_url_part, false },
	{ NULL, NULL, false },
};
static const struct rule part = { .kinds = OBJECT, .variants = part_variants };
static const struct rule content = { .kinds = STRING | ARRAY, .items = &part, .min_items = 1 };

static const struct variant attachment_tool_variants[] = {
	{ "code_interpreter", NULL, false },
	{ "file_search", NULL, false },
	{ NULL, NULL, false },
};
static const struct rule attachment_tool = { .kinds = OBJECT,
	.variants = attachment_tool_variants };
static const struct rule attachment_tools = { .kinds = ARRAY, .items = &attachment_tool };
static const struct member attachment_members[] = {
	{ "file_id", &string, true },
	{ "tools", &attachment_tools, true },
	END,
};
static const struct rule attachment = { .kinds = OBJECT, .members = attachment_members };
static const struct rule attachments = { .kinds = ARRAY | NULLABLE, .items = &attachment };

static const char *const role_values[] = { "user", "assistant", NULL };
static const struct rule role = { .kinds = STRING, .values = role_values };
static const struct member message_members[] = {
	{ "role", &role, true },
	{ "content", &content, true },
	{ "attachments", &attachments, false },
	{ "metadata", &metadata, false },
	END,
};
const struct rule rule_create_message = {
	.kinds = OBJECT, .members = message_members, .closed = true
};
static const struct rule messages = { .kinds = ARRAY, .items = &rule_create_message };
static const struct rule messages_or_null = { .kinds = ARRAY | NULLABLE,
	.items = &rule_create_message };

static const struct member metadata_members[] = { { "metadata", &metadata, false }, END };
const struct rule rule_modify_metadata = {
	.kinds = OBJECT, .members = metadata_members, .closed = true
};

/* Assistants */

static const struct rule assistant_name = { .kinds = STRING | NULLABLE, .max_chars = 256 };
static const struct rule description = { .kinds = STRING | NULLABLE, .max_chars = 512 };
static const struct rule instructions = { .kinds = STRING | NULLABLE, .max_chars = 256000 };

#define ASSISTANT_MEMBERS                                                                          \
	{ "name", &assistant_name, false }, { "description", &description, false },                \
		{ "instructions", &instructions, false },                                          \
		{ "reasoning_effort", &reasoning_effort, false },                                  \
		{ "tools", &assistant_tools, false }, { "metadata", &metadata, false },            \
		{ "temperature", &temperature, false }, { "top_p", &top_p, false },                \
	{                                                                                          \
		"response_format", &response_format, false                                         \
	}

static const struct member create_assistant_members[] = {
	{ "model", &string, true },
	{ "tool_resources", &resources_create, false },
	ASSISTANT_MEMBERS,
	END,
};
const struct rule rule_create_assistant = {
	.kinds = OBJECT, .members = create_assistant_members, .closed = true
};

static const struct member modify_assistant_members[] = {
	{ "model", &string, false },
	{ "tool_resources", &resources_modify, false },
	ASSISTANT_MEMBERS,
	END,
};
const struct rule rule_modify_assistant = {
	.kinds = OBJECT, .members = modify_assistant_members, .closed = true
};

/* Threads */

static const struct member create_thread_members[] = {
	{ "messages", &messages, false },
	{ "tool_resources", &resources_create, false },
	{ "metadata", &metadata, false },
	END,
};
const struct rule rule_create_thread = {
	.kinds = OBJECT, .members = create_thread_members, .closed = true
};

static const struct member modify_thread_members[] = {
	{ "tool_resources", &resources_modify, false },
	{ "metadata", &metadata, false },
	END,
};
const struct rule rule_modify_thread = {
	.kinds = OBJECT, .members = modify_thread_members, .closed = true
};

/* Runs */

#define RUN_MEMBERS                                                                                \
	{ "assistant_id", &string, true }, { "model", &string_or_null, false },                    \
		{ "instructions", &string_or_null, false }, { "tools", &run_tools, false },        \
		{ "metadata", &metadata, false }, { "temperature", &temperature, false },          \
		{ "top_p", &top_p, false }, { "stream", &boolean_or_null, false },                 \
		{ "max_prompt_tokens", &max_tokens, false },                                       \
		{ "max_completion_tokens", &max_tokens, false },                                   \
		{ "truncation_strategy", &truncation_strategy, false },                            \
		{ "tool_choice", &tool_choice, false },                                            \
		{ "parallel_tool_calls", &boolean, false },                                        \
	{                                                                                          \
		"response_format", &response_format, false                                         \
	}

static const struct member create_run_members[] = {
	RUN_MEMBERS,
	{ "reasoning_effort", &reasoning_effort, false },
	{ "additional_instructions", &string_or_null, false },
	{ "additional_messages", &messages_or_null, false },
	END,
};
const struct rule rule_create_run = {
	.kinds = OBJECT, .members = create_run_members, .closed = true
};

static const struct member create_thread_and_run_members[] = {
	RUN_MEMBERS,
	{ "thread", &rule_create_thread, false },
	{ "tool_resources", &resources_modify, false },
	END,
};
const struct rule rule_create_thread_and_run = {
	.kinds = OBJECT, .members = create_thread_and_run_members, .closed = true
};

/* The document requires neither member, but an output without its call cannot be used. */
static const struct member tool_output_members[] = {
	{ "tool_call_id", &string, true },
	{ "output", &string, false },
	END,
};
static const struct rule tool_output = { .kinds = OBJECT, .members = tool_output_members };
static const struct rule tool_outputs = { .kinds = ARRAY, .items = &tool_output };
static const struct member submit_members[] = {
	{ "tool_outputs", &tool_outputs, true },
	{ "stream", &boolean_or_null, false },
	END,
};
const struct rule rule_submit_tool_outputs = {
	.kinds = OBJECT, .members = submit_members, .closed = true
};

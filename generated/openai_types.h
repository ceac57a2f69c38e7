/*
 * openai_types.h: types that several parts share (Assistants API).
 *
 * Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate.
 */
#ifndef OPENAI_TYPES_H
#define OPENAI_TYPES_H

#include "oac.h"

#ifndef OPENAI_API
#define OPENAI_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct openai_assistant_tool_list {
	size_t count;
	const struct openai_assistant_tool *items;
};

enum openai_response_format_kind {
	OPENAI_RESPONSE_FORMAT_UNSET = 0,
	OPENAI_RESPONSE_FORMAT_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_RESPONSE_FORMAT_AUTO, /* stores nothing in as */
	OPENAI_RESPONSE_FORMAT_TEXT,
	OPENAI_RESPONSE_FORMAT_JSON_OBJECT,
	OPENAI_RESPONSE_FORMAT_JSON_SCHEMA,
};

/*
 * The form of the answer. `auto` leaves it to the model; a JSON schema makes
 * the answer match it; JSON mode promises valid JSON, but only when the prompt
 * asks for JSON as well, and an answer that hits a token limit can still be cut
 * short.
 */
struct openai_response_format {
	enum openai_response_format_kind kind;
	union {
		const struct openai_response_format_text *text;
		const struct openai_response_format_json_object *json_object;
		const struct openai_response_format_json_schema *json_schema;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_response_format);

enum openai_assistant_tool_kind {
	OPENAI_ASSISTANT_TOOL_UNSET = 0,
	OPENAI_ASSISTANT_TOOL_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_ASSISTANT_TOOL_CODE_INTERPRETER,
	OPENAI_ASSISTANT_TOOL_FILE_SEARCH,
	OPENAI_ASSISTANT_TOOL_FUNCTION,
};

struct openai_assistant_tool {
	enum openai_assistant_tool_kind kind;
	union {
		const struct openai_code_interpreter_tool *code_interpreter;
		const struct openai_file_search_tool *file_search;
		const struct openai_function_tool *function;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_assistant_tool);

/* Lets the model write Python and run it in a sandbox. */
struct openai_code_interpreter_tool {
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_tool);

/* Lets the model search the attached vector stores. */
struct openai_file_search_tool {
	/* Settings of the search; the server's own apply when left out. */
	const struct openai_file_search_options *file_search;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_search_tool);

/* Settings of the search; the server's own apply when left out. */
struct openai_file_search_options {
	/*
	 * Most results that a search gives to the model. The server's default
	 * depends on the model: 20 for the GPT-4 family, 5 for gpt-3.5-turbo.
	 * (1 to 50)
	 */
	struct oac_opt_int64 max_num_results;
	/* How search results are scored and which are dropped. */
	const struct openai_file_search_ranking_options *ranking_options;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_search_options);

/* Name of the ranker; `auto` lets the server choose. */
enum openai_file_search_ranker {
	OPENAI_FILE_SEARCH_RANKER_UNSET = 0,
	OPENAI_FILE_SEARCH_RANKER_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_FILE_SEARCH_RANKER_AUTO,
	OPENAI_FILE_SEARCH_RANKER_DEFAULT_2024_08_21,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_file_search_ranker_text(enum openai_file_search_ranker value);

/* How search results are scored and which are dropped. */
struct openai_file_search_ranking_options {
	/* Name of the ranker; `auto` lets the server choose. */
	enum openai_file_search_ranker ranker;
	/* Results that score lower are dropped. (required; 0 to 1) */
	double score_threshold;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_search_ranking_options);

/* A function as the model sees it. */
struct openai_function_definition {
	/* What it does and when to call it, for the model to read. */
	const char *description;
	/* Up to 64 letters, digits, underscores and dashes. (required) */
	const char *name;
	/* JSON Schema of the arguments. A function without it takes none. */
	struct oac_json parameters;
	/*
	 * Hold the model to the schema in `parameters` exactly. Works with a
	 * subset of JSON Schema only. (default false)
	 */
	struct oac_opt_bool strict;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_function_definition);

/*
 * Lets the model call a function of yours. The run stops with `requires_action`
 * until you submit the output.
 */
struct openai_function_tool {
	/* A function as the model sees it. (required) */
	struct openai_function_definition function;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_function_tool);

/*
 * Files and vector stores that the tools work on. A thread can have its own
 * besides.
 */
struct openai_tool_resources {
	/* What the code interpreter may use. */
	const struct openai_tool_resources_code_interpreter *code_interpreter;
	/* What file search may use. */
	const struct openai_tool_resources_file_search *file_search;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_tool_resources);

/* What the code interpreter may use. */
struct openai_tool_resources_code_interpreter {
	/* Files that the code interpreter can open. (at most 20 items) */
	struct oac_string_list file_ids;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_tool_resources_code_interpreter);

/* What file search may use. */
struct openai_tool_resources_file_search {
	/* The vector store to search; only one is accepted. (at most 1 items) */
	struct oac_string_list vector_store_ids;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_tool_resources_file_search);

/* Plain text. */
struct openai_response_format_text {
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_response_format_text);

/*
 * Any valid JSON object. The prompt itself must ask for JSON. Where the model
 * knows schemas, prefer one.
 */
struct openai_response_format_json_object {
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_response_format_json_object);

/* The schema with its name. */
struct openai_json_schema_format {
	/* What the answer is for, for the model to read. */
	const char *description;
	/* Up to 64 letters, digits, underscores and dashes. (required) */
	const char *name;
	/* A JSON Schema. */
	struct oac_json schema;
	/*
	 * Hold the model to the schema exactly. Works with a subset of JSON
	 * Schema only. (default false)
	 */
	struct oac_opt_bool strict;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_json_schema_format);

/* JSON that matches a schema. */
struct openai_response_format_json_schema {
	/* The schema with its name. (required) */
	struct openai_json_schema_format json_schema;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_response_format_json_schema);

/*
 * How hard a reasoning model thinks before it answers. Less is faster and uses
 * fewer tokens; not every model knows every value.
 */
enum openai_reasoning_effort {
	OPENAI_REASONING_EFFORT_UNSET = 0,
	OPENAI_REASONING_EFFORT_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_REASONING_EFFORT_NONE,
	OPENAI_REASONING_EFFORT_MINIMAL,
	OPENAI_REASONING_EFFORT_LOW,
	OPENAI_REASONING_EFFORT_MEDIUM,
	OPENAI_REASONING_EFFORT_HIGH,
	OPENAI_REASONING_EFFORT_XHIGH,
	OPENAI_REASONING_EFFORT_MAX,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_reasoning_effort_text(enum openai_reasoning_effort value);

/* Files and vector stores that the tools work on. */
struct openai_create_tool_resources {
	/* What the code interpreter may use. */
	const struct openai_create_tool_resources_code_interpreter *code_interpreter;
	/* What file search may use. */
	const struct openai_create_tool_resources_file_search *file_search;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_create_tool_resources);

/* What the code interpreter may use. */
struct openai_create_tool_resources_code_interpreter {
	/* Files that the code interpreter can open. (at most 20 items) */
	struct oac_string_list file_ids;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_create_tool_resources_code_interpreter);

struct openai_new_vector_store_list {
	size_t count;
	const struct openai_new_vector_store *items;
};

/* What file search may use. */
struct openai_create_tool_resources_file_search {
	/* The vector store to search; only one is accepted. (at most 1 items) */
	struct oac_string_list vector_store_ids;
	/*
	 * A vector store to be made on the fly, instead of an existing one. One
	 * at most, and never together with `vector_store_ids`. (at most 1
	 * items)
	 */
	struct openai_new_vector_store_list vector_stores;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_create_tool_resources_file_search);

enum openai_chunking_strategy_kind {
	OPENAI_CHUNKING_STRATEGY_UNSET = 0,
	OPENAI_CHUNKING_STRATEGY_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_CHUNKING_STRATEGY_AUTO,
	OPENAI_CHUNKING_STRATEGY_STATIC,
};

/* How files are cut into chunks; automatic when left out. */
struct openai_chunking_strategy {
	enum openai_chunking_strategy_kind kind;
	union {
		const struct openai_auto_chunking *auto_;
		const struct openai_static_chunking *static_;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_chunking_strategy);

struct openai_new_vector_store {
	/*
	 * Files to put into the new store. The limit is 10,000 for stores made
	 * before November 2025. (at most 100000000 items)
	 */
	struct oac_string_list file_ids;
	/* How files are cut into chunks; automatic when left out. */
	struct openai_chunking_strategy chunking_strategy;
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512.
	 */
	struct oac_string_map metadata;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_new_vector_store);

/* Chunks of 800 tokens that overlap by 400. */
struct openai_auto_chunking {
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_auto_chunking);

/* The sizes. */
struct openai_static_chunking_sizes {
	/*
	 * Longest chunk, in tokens. The server uses 800 unless told otherwise.
	 * (required; 100 to 4096)
	 */
	int64_t max_chunk_size_tokens;
	/*
	 * Tokens that neighbouring chunks share, at most half of the chunk
	 * size. The server uses 400 unless told otherwise. (required)
	 */
	int64_t chunk_overlap_tokens;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_static_chunking_sizes);

/* Chunks of a size of your choice. */
struct openai_static_chunking {
	/* The sizes. (required; called "static" on the wire) */
	struct openai_static_chunking_sizes static_;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_static_chunking);

/*
 * Models that the service is known to accept. Newer names work too, so it is
 * offered beside a plain string.
 */
enum openai_supported_model {
	OPENAI_SUPPORTED_MODEL_UNSET = 0,
	OPENAI_SUPPORTED_MODEL_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_SUPPORTED_MODEL_GPT_5,
	OPENAI_SUPPORTED_MODEL_GPT_5_MINI,
	OPENAI_SUPPORTED_MODEL_GPT_5_NANO,
	OPENAI_SUPPORTED_MODEL_GPT_5_2025_08_07,
	OPENAI_SUPPORTED_MODEL_GPT_5_MINI_2025_08_07,
	OPENAI_SUPPORTED_MODEL_GPT_5_NANO_2025_08_07,
	OPENAI_SUPPORTED_MODEL_GPT_4_1,
	OPENAI_SUPPORTED_MODEL_GPT_4_1_MINI,
	OPENAI_SUPPORTED_MODEL_GPT_4_1_NANO,
	OPENAI_SUPPORTED_MODEL_GPT_4_1_2025_04_14,
	OPENAI_SUPPORTED_MODEL_GPT_4_1_MINI_2025_04_14,
	OPENAI_SUPPORTED_MODEL_GPT_4_1_NANO_2025_04_14,
	OPENAI_SUPPORTED_MODEL_O3_MINI,
	OPENAI_SUPPORTED_MODEL_O3_MINI_2025_01_31,
	OPENAI_SUPPORTED_MODEL_O1,
	OPENAI_SUPPORTED_MODEL_O1_2024_12_17,
	OPENAI_SUPPORTED_MODEL_GPT_4O,
	OPENAI_SUPPORTED_MODEL_GPT_4O_2024_11_20,
	OPENAI_SUPPORTED_MODEL_GPT_4O_2024_08_06,
	OPENAI_SUPPORTED_MODEL_GPT_4O_2024_05_13,
	OPENAI_SUPPORTED_MODEL_GPT_4O_MINI,
	OPENAI_SUPPORTED_MODEL_GPT_4O_MINI_2024_07_18,
	OPENAI_SUPPORTED_MODEL_GPT_4_5_PREVIEW,
	OPENAI_SUPPORTED_MODEL_GPT_4_5_PREVIEW_2025_02_27,
	OPENAI_SUPPORTED_MODEL_GPT_4_TURBO,
	OPENAI_SUPPORTED_MODEL_GPT_4_TURBO_2024_04_09,
	OPENAI_SUPPORTED_MODEL_GPT_4_0125_PREVIEW,
	OPENAI_SUPPORTED_MODEL_GPT_4_TURBO_PREVIEW,
	OPENAI_SUPPORTED_MODEL_GPT_4_1106_PREVIEW,
	OPENAI_SUPPORTED_MODEL_GPT_4_VISION_PREVIEW,
	OPENAI_SUPPORTED_MODEL_GPT_4,
	OPENAI_SUPPORTED_MODEL_GPT_4_0314,
	OPENAI_SUPPORTED_MODEL_GPT_4_0613,
	OPENAI_SUPPORTED_MODEL_GPT_4_32K,
	OPENAI_SUPPORTED_MODEL_GPT_4_32K_0314,
	OPENAI_SUPPORTED_MODEL_GPT_4_32K_0613,
	OPENAI_SUPPORTED_MODEL_GPT_3_5_TURBO,
	OPENAI_SUPPORTED_MODEL_GPT_3_5_TURBO_16K,
	OPENAI_SUPPORTED_MODEL_GPT_3_5_TURBO_0613,
	OPENAI_SUPPORTED_MODEL_GPT_3_5_TURBO_1106,
	OPENAI_SUPPORTED_MODEL_GPT_3_5_TURBO_0125,
	OPENAI_SUPPORTED_MODEL_GPT_3_5_TURBO_16K_0613,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_supported_model_text(enum openai_supported_model value);

/* File search, without settings. */
struct openai_file_search_attachment_tool {
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_search_attachment_tool);

/* A conversation: messages in order, on which assistants are run. */
struct openai_thread {
	/* Identifier, `thread_...`. (required) */
	const char *id;
	/* When it was created, in seconds since 1970-01-01 UTC. (required) */
	int64_t created_at;
	/*
	 * Files and vector stores for this thread, besides the assistant's.
	 * (required)
	 */
	const struct openai_tool_resources *tool_resources;
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512. (required)
	 */
	struct oac_string_map metadata;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_thread);

struct openai_create_message_request_list {
	size_t count;
	const struct openai_create_message_request *items;
};

/*
 * On whose behalf it is added, `user` for what your user said. With `assistant`
 * you put words into the model's mouth.
 */
enum openai_message_role {
	OPENAI_MESSAGE_ROLE_UNSET = 0,
	OPENAI_MESSAGE_ROLE_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_MESSAGE_ROLE_USER,
	OPENAI_MESSAGE_ROLE_ASSISTANT,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_message_role_text(enum openai_message_role value);

struct openai_message_input_part_list {
	size_t count;
	const struct openai_message_input_part *items;
};

enum openai_message_input_kind {
	OPENAI_MESSAGE_INPUT_UNSET = 0,
	OPENAI_MESSAGE_INPUT_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_MESSAGE_INPUT_STRING,
	OPENAI_MESSAGE_INPUT_LIST,
};

/* A text, or a list of parts where images are involved. */
struct openai_message_input {
	enum openai_message_input_kind kind;
	union {
		const char *string;
		struct openai_message_input_part_list list;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_message_input);

struct openai_attachment_list {
	size_t count;
	const struct openai_attachment *items;
};

/* The message to add to a thread. */
struct openai_create_message_request {
	/*
	 * On whose behalf it is added, `user` for what your user said. With
	 * `assistant` you put words into the model's mouth. (required)
	 */
	enum openai_message_role role;
	/* A text, or a list of parts where images are involved. (required) */
	struct openai_message_input content;
	/* Files that come with the message. */
	struct openai_attachment_list attachments;
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512.
	 */
	struct oac_string_map metadata;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_create_message_request);

enum openai_message_input_part_kind {
	OPENAI_MESSAGE_INPUT_PART_UNSET = 0,
	OPENAI_MESSAGE_INPUT_PART_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_MESSAGE_INPUT_PART_IMAGE_FILE,
	OPENAI_MESSAGE_INPUT_PART_IMAGE_URL,
	OPENAI_MESSAGE_INPUT_PART_TEXT,
};

struct openai_message_input_part {
	enum openai_message_input_part_kind kind;
	union {
		const struct openai_image_file_content *image_file;
		const struct openai_image_url_content *image_url;
		const struct openai_text_input_part *text;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_message_input_part);

/* How closely the model looks: `low` costs fewer tokens, `high` shows more. */
enum openai_image_detail {
	OPENAI_IMAGE_DETAIL_UNSET = 0,
	OPENAI_IMAGE_DETAIL_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_IMAGE_DETAIL_AUTO,
	OPENAI_IMAGE_DETAIL_LOW,
	OPENAI_IMAGE_DETAIL_HIGH,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_image_detail_text(enum openai_image_detail value);

/* The image. */
struct openai_image_file {
	/*
	 * The uploaded file. Upload with the purpose `vision` to be able to
	 * read it back. (required)
	 */
	const char *file_id;
	/*
	 * How closely the model looks: `low` costs fewer tokens, `high` shows
	 * more. (default auto)
	 */
	enum openai_image_detail detail;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_image_file);

/* An image that was uploaded as a file. */
struct openai_image_file_content {
	/* The image. (required) */
	struct openai_image_file image_file;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_image_file_content);

/* The image. */
struct openai_image_url {
	/* Address of a JPEG, PNG, GIF or WebP. (required; uri) */
	const char *url;
	/*
	 * How closely the model looks: `low` costs fewer tokens, `high` shows
	 * more. (default auto)
	 */
	enum openai_image_detail detail;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_image_url);

/* An image on the web. */
struct openai_image_url_content {
	/* The image. (required) */
	struct openai_image_url image_url;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_image_url_content);

/* A text in a message to be added. */
struct openai_text_input_part {
	/* The text. (required) */
	const char *text;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_text_input_part);

struct openai_attachment_tool_list {
	size_t count;
	const struct openai_attachment_tool *items;
};

struct openai_attachment {
	/* The file. */
	const char *file_id;
	/* The tools that may use it. */
	struct openai_attachment_tool_list tools;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_attachment);

enum openai_attachment_tool_kind {
	OPENAI_ATTACHMENT_TOOL_UNSET = 0,
	OPENAI_ATTACHMENT_TOOL_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_ATTACHMENT_TOOL_CODE_INTERPRETER,
	OPENAI_ATTACHMENT_TOOL_FILE_SEARCH,
};

struct openai_attachment_tool {
	enum openai_attachment_tool_kind kind;
	union {
		const struct openai_code_interpreter_tool *code_interpreter;
		const struct openai_file_search_attachment_tool *file_search;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_attachment_tool);

/* Messages that you add are complete; those of a run grow. */
enum openai_message_status {
	OPENAI_MESSAGE_STATUS_UNSET = 0,
	OPENAI_MESSAGE_STATUS_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_MESSAGE_STATUS_IN_PROGRESS,
	OPENAI_MESSAGE_STATUS_INCOMPLETE,
	OPENAI_MESSAGE_STATUS_COMPLETED,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_message_status_text(enum openai_message_status value);

struct openai_message_content_list {
	size_t count;
	const struct openai_message_content *items;
};

/* A message of a thread. */
struct openai_message {
	/* Identifier, `msg_...`. (required) */
	const char *id;
	/* When it was created, in seconds since 1970-01-01 UTC. (required) */
	int64_t created_at;
	/* The thread that it belongs to. (required) */
	const char *thread_id;
	/* Messages that you add are complete; those of a run grow. (required) */
	enum openai_message_status status;
	/* Why the message ended early; null when it did not. (required) */
	const struct openai_message_incomplete_details *incomplete_details;
	/*
	 * When the message was complete, in seconds since 1970-01-01 UTC.
	 * (required)
	 */
	struct oac_opt_int64 completed_at;
	/*
	 * When the message was given up, in seconds since 1970-01-01 UTC.
	 * (required)
	 */
	struct oac_opt_int64 incomplete_at;
	/* Who speaks. (required) */
	enum openai_message_role role;
	/* The parts of the message, in order. (required) */
	struct openai_message_content_list content;
	/* The assistant that wrote it, if one did. (required) */
	const char *assistant_id;
	/*
	 * The run that wrote it; null for messages that were added by hand.
	 * (required)
	 */
	const char *run_id;
	/* Files that came with the message. (required) */
	struct openai_attachment_list attachments;
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512. (required)
	 */
	struct oac_string_map metadata;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message);

/* What ended it. */
enum openai_message_incomplete_details_reason {
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_UNSET = 0,
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_CONTENT_FILTER,
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_MAX_TOKENS,
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_RUN_CANCELLED,
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_RUN_EXPIRED,
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_RUN_FAILED,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_message_incomplete_details_reason_text(enum openai_message_incomplete_details_reason value);

/* Why the message ended early; null when it did not. */
struct openai_message_incomplete_details {
	/* What ended it. (required) */
	enum openai_message_incomplete_details_reason reason;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_incomplete_details);

enum openai_message_content_kind {
	OPENAI_MESSAGE_CONTENT_UNSET = 0,
	OPENAI_MESSAGE_CONTENT_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_MESSAGE_CONTENT_IMAGE_FILE,
	OPENAI_MESSAGE_CONTENT_IMAGE_URL,
	OPENAI_MESSAGE_CONTENT_TEXT,
	OPENAI_MESSAGE_CONTENT_REFUSAL,
};

struct openai_message_content {
	enum openai_message_content_kind kind;
	union {
		const struct openai_image_file_content *image_file;
		const struct openai_image_url_content *image_url;
		const struct openai_text_content *text;
		const struct openai_refusal_content *refusal;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_message_content);

struct openai_annotation_list {
	size_t count;
	const struct openai_annotation *items;
};

/* The text and what it refers to. */
struct openai_text {
	/* The text itself. Citations appear in it as placeholders. (required) */
	const char *value;
	/* What the placeholders stand for. (required) */
	struct openai_annotation_list annotations;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_text);

/* A text in a message, with its citations. */
struct openai_text_content {
	/* The text and what it refers to. (required) */
	struct openai_text text;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_text_content);

enum openai_annotation_kind {
	OPENAI_ANNOTATION_UNSET = 0,
	OPENAI_ANNOTATION_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_ANNOTATION_FILE_CITATION,
	OPENAI_ANNOTATION_FILE_PATH,
};

struct openai_annotation {
	enum openai_annotation_kind kind;
	union {
		const struct openai_file_citation_annotation *file_citation;
		const struct openai_file_path_annotation *file_path;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_annotation);

/* The citation. */
struct openai_file_citation {
	/* The file that is cited. (required) */
	const char *file_id;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_citation);

/* A placeholder that cites a file which file search has found. */
struct openai_file_citation_annotation {
	/* The placeholder, as it stands in the message. (required) */
	const char *text;
	/* The citation. (required) */
	struct openai_file_citation file_citation;
	/* Where the placeholder begins in the text. (required; at least 0) */
	int64_t start_index;
	/* Where it ends. (required; at least 0) */
	int64_t end_index;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_citation_annotation);

/* The file. */
struct openai_file_path {
	/* The file that was written, to be downloaded by this id. (required) */
	const char *file_id;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_path);

/* A placeholder for a file that the code interpreter has written. */
struct openai_file_path_annotation {
	/* The placeholder, as it stands in the message. (required) */
	const char *text;
	/* The file. (required) */
	struct openai_file_path file_path;
	/* Where the placeholder begins in the text. (required; at least 0) */
	int64_t start_index;
	/* Where it ends. (required; at least 0) */
	int64_t end_index;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_path_annotation);

/* The model declined to answer. */
struct openai_refusal_content {
	/* What it said instead. (required) */
	const char *refusal;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_refusal_content);

/*
 * Where the run stands. `queued`, `in_progress` and `cancelling` go on by
 * themselves, `requires_action` waits for you, the others are final.
 */
enum openai_run_status {
	OPENAI_RUN_STATUS_UNSET = 0,
	OPENAI_RUN_STATUS_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_RUN_STATUS_QUEUED,
	OPENAI_RUN_STATUS_IN_PROGRESS,
	OPENAI_RUN_STATUS_REQUIRES_ACTION,
	OPENAI_RUN_STATUS_CANCELLING,
	OPENAI_RUN_STATUS_CANCELLED,
	OPENAI_RUN_STATUS_FAILED,
	OPENAI_RUN_STATUS_COMPLETED,
	OPENAI_RUN_STATUS_INCOMPLETE,
	OPENAI_RUN_STATUS_EXPIRED,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_status_text(enum openai_run_status value);

enum openai_tool_choice_kind {
	OPENAI_TOOL_CHOICE_UNSET = 0,
	OPENAI_TOOL_CHOICE_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_TOOL_CHOICE_NONE, /* stores nothing in as */
	OPENAI_TOOL_CHOICE_AUTO, /* stores nothing in as */
	OPENAI_TOOL_CHOICE_REQUIRED, /* stores nothing in as */
	OPENAI_TOOL_CHOICE_NAMED_TOOL_CHOICE,
};

/*
 * Whether the model may, must or must not call tools, or which one it must
 * call.
 */
struct openai_tool_choice {
	enum openai_tool_choice_kind kind;
	union {
		const struct openai_named_tool_choice *named_tool_choice;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_tool_choice);

/* An assistant at work on a thread. */
struct openai_run {
	/* Identifier, `run_...`. (required) */
	const char *id;
	/* When it was created, in seconds since 1970-01-01 UTC. (required) */
	int64_t created_at;
	/* The thread that it works on. (required) */
	const char *thread_id;
	/* The assistant at work. (required) */
	const char *assistant_id;
	/*
	 * Where the run stands. `queued`, `in_progress` and `cancelling` go on
	 * by themselves, `requires_action` waits for you, the others are final.
	 * (required)
	 */
	enum openai_run_status status;
	/*
	 * What the run waits for; null unless the status is `requires_action`.
	 * (required)
	 */
	const struct openai_run_required_action *required_action;
	/* What went wrong; null when nothing did. (required) */
	const struct openai_run_last_error *last_error;
	/*
	 * When an unfinished run will expire, in seconds since 1970-01-01 UTC.
	 * (required)
	 */
	struct oac_opt_int64 expires_at;
	/*
	 * When work on the run began, in seconds since 1970-01-01 UTC.
	 * (required)
	 */
	struct oac_opt_int64 started_at;
	/*
	 * When the run was cancelled, in seconds since 1970-01-01 UTC.
	 * (required)
	 */
	struct oac_opt_int64 cancelled_at;
	/* When the run failed, in seconds since 1970-01-01 UTC. (required) */
	struct oac_opt_int64 failed_at;
	/*
	 * When the run was complete, in seconds since 1970-01-01 UTC.
	 * (required)
	 */
	struct oac_opt_int64 completed_at;
	/* Why the run ended as `incomplete`; null otherwise. (required) */
	const struct openai_run_incomplete_details *incomplete_details;
	/* The model in use. (required) */
	const char *model;
	/* The system prompt in use. (required) */
	const char *instructions;
	/* The tools in use. (required; at most 20 items) */
	struct openai_assistant_tool_list tools;
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512. (required)
	 */
	struct oac_string_map metadata;
	/* Tokens that the run has used; null until it has ended. (required) */
	const struct openai_run_usage *usage;
	/* The sampling temperature in use; 1 when null. */
	struct oac_opt_double temperature;
	/* The nucleus sampling value in use; 1 when null. */
	struct oac_opt_double top_p;
	/*
	 * The budget of prompt tokens; null when there is none. (required; at
	 * least 256)
	 */
	struct oac_opt_int64 max_prompt_tokens;
	/*
	 * The budget of completion tokens; null when there is none. (required;
	 * at least 256)
	 */
	struct oac_opt_int64 max_completion_tokens;
	/* Which messages of a long thread the model gets to see. (required) */
	const struct openai_truncation_strategy *truncation_strategy;
	/*
	 * Whether the model may, must or must not call tools, or which one it
	 * must call. (required)
	 */
	struct openai_tool_choice tool_choice;
	/* Whether the model may ask for several tool calls at once. (required) */
	bool parallel_tool_calls;
	/*
	 * The form of the answer. `auto` leaves it to the model; a JSON schema
	 * makes the answer match it; JSON mode promises valid JSON, but only
	 * when the prompt asks for JSON as well, and an answer that hits a
	 * token limit can still be cut short. (required)
	 */
	struct openai_response_format response_format;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run);

struct openai_run_tool_call_list {
	size_t count;
	const struct openai_run_tool_call *items;
};

/* The outputs to submit. */
struct openai_run_required_action_submit_tool_outputs {
	/*
	 * The calls to carry out; all outputs go back in one request.
	 * (required)
	 */
	struct openai_run_tool_call_list tool_calls;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_required_action_submit_tool_outputs);

/* What the run waits for; null unless the status is `requires_action`. */
struct openai_run_required_action {
	/* The outputs to submit. (required) */
	struct openai_run_required_action_submit_tool_outputs submit_tool_outputs;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_required_action);

/* What to call. */
struct openai_run_tool_call_function {
	/* Name of the function. (required) */
	const char *name;
	/*
	 * The arguments as JSON text. The model wrote it: check it before use.
	 * (required)
	 */
	const char *arguments;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_tool_call_function);

/* A call that the model asks you to carry out. */
struct openai_run_tool_call {
	/* Identifier, `call_...`; the output is submitted under it. (required) */
	const char *id;
	/* What to call. (required) */
	struct openai_run_tool_call_function function;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_tool_call);

/* The kind of error. */
enum openai_run_last_error_code {
	OPENAI_RUN_LAST_ERROR_CODE_UNSET = 0,
	OPENAI_RUN_LAST_ERROR_CODE_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_RUN_LAST_ERROR_CODE_SERVER_ERROR,
	OPENAI_RUN_LAST_ERROR_CODE_RATE_LIMIT_EXCEEDED,
	OPENAI_RUN_LAST_ERROR_CODE_INVALID_PROMPT,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_last_error_code_text(enum openai_run_last_error_code value);

/* What went wrong; null when nothing did. */
struct openai_run_last_error {
	/* The kind of error. (required) */
	enum openai_run_last_error_code code;
	/* The error in words. (required) */
	const char *message;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_last_error);

/* The budget that was used up. */
enum openai_run_incomplete_details_reason {
	OPENAI_RUN_INCOMPLETE_DETAILS_REASON_UNSET = 0,
	OPENAI_RUN_INCOMPLETE_DETAILS_REASON_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_RUN_INCOMPLETE_DETAILS_REASON_MAX_COMPLETION_TOKENS,
	OPENAI_RUN_INCOMPLETE_DETAILS_REASON_MAX_PROMPT_TOKENS,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_incomplete_details_reason_text(enum openai_run_incomplete_details_reason value);

/* Why the run ended as `incomplete`; null otherwise. */
struct openai_run_incomplete_details {
	/* The budget that was used up. */
	enum openai_run_incomplete_details_reason reason;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_incomplete_details);

/* Tokens that the run has used; null until it has ended. */
struct openai_run_usage {
	/* Tokens written. (required) */
	int64_t completion_tokens;
	/* Tokens read. (required) */
	int64_t prompt_tokens;
	/* Both together. (required) */
	int64_t total_tokens;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_usage);

/*
 * With `auto` the middle of the thread goes first, until the rest fits;
 * `last_messages` keeps the latest.
 */
enum openai_truncation_strategy_type {
	OPENAI_TRUNCATION_STRATEGY_TYPE_UNSET = 0,
	OPENAI_TRUNCATION_STRATEGY_TYPE_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_TRUNCATION_STRATEGY_TYPE_AUTO,
	OPENAI_TRUNCATION_STRATEGY_TYPE_LAST_MESSAGES,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_truncation_strategy_type_text(enum openai_truncation_strategy_type value);

/* Which messages of a long thread the model gets to see. */
struct openai_truncation_strategy {
	/*
	 * With `auto` the middle of the thread goes first, until the rest fits;
	 * `last_messages` keeps the latest. (required)
	 */
	enum openai_truncation_strategy_type type;
	/* How many of the latest messages to keep. (at least 1) */
	struct oac_opt_int64 last_messages;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_truncation_strategy);

/* The kind of tool. */
enum openai_named_tool_choice_type {
	OPENAI_NAMED_TOOL_CHOICE_TYPE_UNSET = 0,
	OPENAI_NAMED_TOOL_CHOICE_TYPE_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_NAMED_TOOL_CHOICE_TYPE_FUNCTION,
	OPENAI_NAMED_TOOL_CHOICE_TYPE_CODE_INTERPRETER,
	OPENAI_NAMED_TOOL_CHOICE_TYPE_FILE_SEARCH,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_named_tool_choice_type_text(enum openai_named_tool_choice_type value);

/* The tool that the model must call. */
struct openai_named_tool_choice {
	/* The kind of tool. (required) */
	enum openai_named_tool_choice_type type;
	/* Which function; needed when the type is `function`. */
	const struct openai_named_tool_choice_function *function;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_named_tool_choice);

/* Which function; needed when the type is `function`. */
struct openai_named_tool_choice_function {
	/* Name of the function. (required) */
	const char *name;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_named_tool_choice_function);

enum openai_run_step_include_item {
	OPENAI_RUN_STEP_INCLUDE_ITEM_UNSET = 0,
	OPENAI_RUN_STEP_INCLUDE_ITEM_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_RUN_STEP_INCLUDE_ITEM_STEP_DETAILS_TOOL_CALLS_FILE_SEARCH_RESULTS_CONTENT,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_step_include_item_text(enum openai_run_step_include_item value);

struct openai_run_step_include_item_list {
	size_t count;
	const enum openai_run_step_include_item *items;
};

/* Which of the two `step_details` holds. */
enum openai_run_step_type {
	OPENAI_RUN_STEP_TYPE_UNSET = 0,
	OPENAI_RUN_STEP_TYPE_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_RUN_STEP_TYPE_MESSAGE_CREATION,
	OPENAI_RUN_STEP_TYPE_TOOL_CALLS,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_step_type_text(enum openai_run_step_type value);

/* Where the step stands. */
enum openai_run_step_status {
	OPENAI_RUN_STEP_STATUS_UNSET = 0,
	OPENAI_RUN_STEP_STATUS_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_RUN_STEP_STATUS_IN_PROGRESS,
	OPENAI_RUN_STEP_STATUS_CANCELLED,
	OPENAI_RUN_STEP_STATUS_FAILED,
	OPENAI_RUN_STEP_STATUS_COMPLETED,
	OPENAI_RUN_STEP_STATUS_EXPIRED,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_step_status_text(enum openai_run_step_status value);

enum openai_step_details_kind {
	OPENAI_STEP_DETAILS_UNSET = 0,
	OPENAI_STEP_DETAILS_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_STEP_DETAILS_MESSAGE_CREATION,
	OPENAI_STEP_DETAILS_TOOL_CALLS,
};

/* The message that was written, or the tools that were called. */
struct openai_step_details {
	enum openai_step_details_kind kind;
	union {
		const struct openai_message_creation_details *message_creation;
		const struct openai_tool_calls_details *tool_calls;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_step_details);

/* One thing that a run did: it wrote a message or called tools. */
struct openai_run_step {
	/* Identifier, `step_...`. (required) */
	const char *id;
	/* When it was created, in seconds since 1970-01-01 UTC. (required) */
	int64_t created_at;
	/* The assistant at work. (required) */
	const char *assistant_id;
	/* The thread that the run works on. (required) */
	const char *thread_id;
	/* The run that this is a step of. (required) */
	const char *run_id;
	/* Which of the two `step_details` holds. (required) */
	enum openai_run_step_type type;
	/* Where the step stands. (required) */
	enum openai_run_step_status status;
	/*
	 * The message that was written, or the tools that were called.
	 * (required)
	 */
	struct openai_step_details step_details;
	/* What went wrong; null when nothing did. (required) */
	const struct openai_run_step_last_error *last_error;
	/*
	 * When the step expired together with its run, in seconds since
	 * 1970-01-01 UTC. (required)
	 */
	struct oac_opt_int64 expired_at;
	/*
	 * When the step was cancelled, in seconds since 1970-01-01 UTC.
	 * (required)
	 */
	struct oac_opt_int64 cancelled_at;
	/* When the step failed, in seconds since 1970-01-01 UTC. (required) */
	struct oac_opt_int64 failed_at;
	/*
	 * When the step was complete, in seconds since 1970-01-01 UTC.
	 * (required)
	 */
	struct oac_opt_int64 completed_at;
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512. (required)
	 */
	struct oac_string_map metadata;
	/*
	 * Tokens that the step has used; null while it is in progress.
	 * (required)
	 */
	const struct openai_run_step_usage *usage;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step);

/* Which message. */
struct openai_message_creation {
	/* The message that was written. (required) */
	const char *message_id;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_creation);

/* The step wrote a message. */
struct openai_message_creation_details {
	/* Which message. (required) */
	struct openai_message_creation message_creation;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_creation_details);

struct openai_tool_call_list {
	size_t count;
	const struct openai_tool_call *items;
};

/* The step called tools. */
struct openai_tool_calls_details {
	/* The calls, in the order in which the model made them. (required) */
	struct openai_tool_call_list tool_calls;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_tool_calls_details);

enum openai_tool_call_kind {
	OPENAI_TOOL_CALL_UNSET = 0,
	OPENAI_TOOL_CALL_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_TOOL_CALL_CODE_INTERPRETER,
	OPENAI_TOOL_CALL_FILE_SEARCH,
	OPENAI_TOOL_CALL_FUNCTION,
};

struct openai_tool_call {
	enum openai_tool_call_kind kind;
	union {
		const struct openai_code_interpreter_tool_call *code_interpreter;
		const struct openai_file_search_tool_call *file_search;
		const struct openai_function_tool_call *function;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_tool_call);

struct openai_code_interpreter_output_list {
	size_t count;
	const struct openai_code_interpreter_output *items;
};

/* The code and what came out of it. */
struct openai_code_interpreter_call {
	/* The Python source. (required) */
	const char *input;
	/* What the code printed and the images that it made. (required) */
	struct openai_code_interpreter_output_list outputs;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_call);

/* Code that the code interpreter ran. */
struct openai_code_interpreter_tool_call {
	/* Identifier of the call. (required) */
	const char *id;
	/* The code and what came out of it. (required) */
	struct openai_code_interpreter_call code_interpreter;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_tool_call);

enum openai_code_interpreter_output_kind {
	OPENAI_CODE_INTERPRETER_OUTPUT_UNSET = 0,
	OPENAI_CODE_INTERPRETER_OUTPUT_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_CODE_INTERPRETER_OUTPUT_LOGS,
	OPENAI_CODE_INTERPRETER_OUTPUT_IMAGE,
};

struct openai_code_interpreter_output {
	enum openai_code_interpreter_output_kind kind;
	union {
		const struct openai_code_interpreter_logs *logs;
		const struct openai_code_interpreter_image *image;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_output);

/* Text that the code printed. */
struct openai_code_interpreter_logs {
	/* The text. (required) */
	const char *logs;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_logs);

/* The image. */
struct openai_code_interpreter_image_file {
	/* The file that holds the image. (required) */
	const char *file_id;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_image_file);

/* An image that the code made. */
struct openai_code_interpreter_image {
	/* The image. (required) */
	struct openai_code_interpreter_image_file image;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_image);

struct openai_file_search_result_list {
	size_t count;
	const struct openai_file_search_result *items;
};

/* How results were ranked and, when the results are given, what was found. */
struct openai_file_search_tool_call_file_search {
	/* How the results of a search were ranked. */
	const struct openai_file_search_call_ranking_options *ranking_options;
	/* What was found. */
	struct openai_file_search_result_list results;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_search_tool_call_file_search);

/* A search through the vector stores. */
struct openai_file_search_tool_call {
	/* Identifier of the call. (required) */
	const char *id;
	/*
	 * How results were ranked and, when the results are given, what was
	 * found. (required)
	 */
	struct openai_file_search_tool_call_file_search file_search;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_search_tool_call);

/* How the results of a search were ranked. */
struct openai_file_search_call_ranking_options {
	/* Name of the ranker; `auto` lets the server choose. (required) */
	enum openai_file_search_ranker ranker;
	/* Results that scored lower were dropped. (required; 0 to 1) */
	double score_threshold;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_search_call_ranking_options);

struct openai_file_search_result_content_list {
	size_t count;
	const struct openai_file_search_result_content *items;
};

/* One result of a search. */
struct openai_file_search_result {
	/* The file that it was found in. (required) */
	const char *file_id;
	/* Name of that file. (required) */
	const char *file_name;
	/* How well it matches, 1 being best. (required; 0 to 1) */
	double score;
	/*
	 * The passages that were found. Only there when the request's
	 * `include[]` asks for them.
	 */
	struct openai_file_search_result_content_list content;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_search_result);

enum openai_file_search_result_content_type {
	OPENAI_FILE_SEARCH_RESULT_CONTENT_TYPE_UNSET = 0,
	OPENAI_FILE_SEARCH_RESULT_CONTENT_TYPE_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_FILE_SEARCH_RESULT_CONTENT_TYPE_TEXT,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_file_search_result_content_type_text(enum openai_file_search_result_content_type value);

/* One passage. */
struct openai_file_search_result_content {
	enum openai_file_search_result_content_type type;
	/* Its text. */
	const char *text;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_search_result_content);

/* The call and its output. */
struct openai_function_tool_call_function {
	/* Name of the function. (required) */
	const char *name;
	/* The arguments as JSON text, as the model wrote it. (required) */
	const char *arguments;
	/* The output that was submitted; null until then. (required) */
	const char *output;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_function_tool_call_function);

/* A call of a function of yours. */
struct openai_function_tool_call {
	/* Identifier of the call. (required) */
	const char *id;
	/* The call and its output. (required) */
	struct openai_function_tool_call_function function;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_function_tool_call);

/* The kind of error. */
enum openai_run_step_last_error_code {
	OPENAI_RUN_STEP_LAST_ERROR_CODE_UNSET = 0,
	OPENAI_RUN_STEP_LAST_ERROR_CODE_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_RUN_STEP_LAST_ERROR_CODE_SERVER_ERROR,
	OPENAI_RUN_STEP_LAST_ERROR_CODE_RATE_LIMIT_EXCEEDED,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_step_last_error_code_text(enum openai_run_step_last_error_code value);

/* What went wrong; null when nothing did. */
struct openai_run_step_last_error {
	/* The kind of error. (required) */
	enum openai_run_step_last_error_code code;
	/* The error in words. (required) */
	const char *message;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step_last_error);

/* Tokens that the step has used; null while it is in progress. */
struct openai_run_step_usage {
	/* Tokens written. (required) */
	int64_t completion_tokens;
	/* Tokens read. (required) */
	int64_t prompt_tokens;
	/* Both together. (required) */
	int64_t total_tokens;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step_usage);

enum openai_assistant_stream_event_kind {
	OPENAI_ASSISTANT_STREAM_EVENT_UNSET = 0,
	OPENAI_ASSISTANT_STREAM_EVENT_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_CREATED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_CREATED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_QUEUED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_IN_PROGRESS,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_REQUIRES_ACTION,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_COMPLETED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_INCOMPLETE,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_FAILED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_CANCELLING,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_CANCELLED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_EXPIRED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_CREATED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_IN_PROGRESS,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_DELTA,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_COMPLETED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_FAILED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_CANCELLED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_EXPIRED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_CREATED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_IN_PROGRESS,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_DELTA,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_COMPLETED,
	OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_INCOMPLETE,
	OPENAI_ASSISTANT_STREAM_EVENT_ERROR,
	OPENAI_ASSISTANT_STREAM_EVENT_DONE,
};

/*
 * One server-sent event of a run that is streamed. The names are open-ended:
 * skip those you do not know.
 */
struct openai_assistant_stream_event {
	enum openai_assistant_stream_event_kind kind;
	union {
		const struct openai_thread_created_event *thread_created;
		const struct openai_run_created_event *thread_run_created;
		const struct openai_run_queued_event *thread_run_queued;
		const struct openai_run_in_progress_event *thread_run_in_progress;
		const struct openai_run_requires_action_event *thread_run_requires_action;
		const struct openai_run_completed_event *thread_run_completed;
		const struct openai_run_incomplete_event *thread_run_incomplete;
		const struct openai_run_failed_event *thread_run_failed;
		const struct openai_run_cancelling_event *thread_run_cancelling;
		const struct openai_run_cancelled_event *thread_run_cancelled;
		const struct openai_run_expired_event *thread_run_expired;
		const struct openai_run_step_created_event *thread_run_step_created;
		const struct openai_run_step_in_progress_event *thread_run_step_in_progress;
		const struct openai_run_step_delta_event *thread_run_step_delta;
		const struct openai_run_step_completed_event *thread_run_step_completed;
		const struct openai_run_step_failed_event *thread_run_step_failed;
		const struct openai_run_step_cancelled_event *thread_run_step_cancelled;
		const struct openai_run_step_expired_event *thread_run_step_expired;
		const struct openai_message_created_event *thread_message_created;
		const struct openai_message_in_progress_event *thread_message_in_progress;
		const struct openai_message_delta_event *thread_message_delta;
		const struct openai_message_completed_event *thread_message_completed;
		const struct openai_message_incomplete_event *thread_message_incomplete;
		const struct openai_error_event *error;
		const struct openai_done_event *done;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_assistant_stream_event);
OAC_EVENT_API(OPENAI_API, openai_assistant_stream_event);

/* A thread was created. */
struct openai_thread_created_event {
	/*
	 * A conversation: messages in order, on which assistants are run.
	 * (required)
	 */
	struct openai_thread data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_thread_created_event);

/* A run was created. */
struct openai_run_created_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_created_event);

/* The run waits for its turn. */
struct openai_run_queued_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_queued_event);

/* The run has started, or goes on after tool outputs. */
struct openai_run_in_progress_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_in_progress_event);

/* The run waits for tool outputs; the stream ends here. */
struct openai_run_requires_action_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_requires_action_event);

/* The run has ended well. */
struct openai_run_completed_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_completed_event);

/* The run has ended early, over budget for one. */
struct openai_run_incomplete_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_incomplete_event);

/* The run has failed. */
struct openai_run_failed_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_failed_event);

/* The run is being cancelled. */
struct openai_run_cancelling_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_cancelling_event);

/* The run was cancelled. */
struct openai_run_cancelled_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_cancelled_event);

/* The run has expired. */
struct openai_run_expired_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_expired_event);

/* A step of the run was created. */
struct openai_run_step_created_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step_created_event);

/* The step has started. */
struct openai_run_step_in_progress_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step_in_progress_event);

enum openai_step_details_delta_kind {
	OPENAI_STEP_DETAILS_DELTA_UNSET = 0,
	OPENAI_STEP_DETAILS_DELTA_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_STEP_DETAILS_DELTA_MESSAGE_CREATION,
	OPENAI_STEP_DETAILS_DELTA_TOOL_CALLS,
};

/* What to add to the details of the step. */
struct openai_step_details_delta {
	enum openai_step_details_delta_kind kind;
	union {
		const struct openai_message_creation_details_delta *message_creation;
		const struct openai_tool_calls_details_delta *tool_calls;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_step_details_delta);

/* The members that changed. */
struct openai_run_step_delta_body {
	/* What to add to the details of the step. */
	struct openai_step_details_delta step_details;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step_delta_body);

/* A piece of a step that is in progress. */
struct openai_run_step_delta {
	/* The step that it belongs to. (required) */
	const char *id;
	/* The members that changed. (required) */
	struct openai_run_step_delta_body delta;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step_delta);

/* A piece to be added to the step. */
struct openai_run_step_delta_event {
	/* A piece of a step that is in progress. (required) */
	struct openai_run_step_delta data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step_delta_event);

/* The step writes a message. */
struct openai_message_creation_details_delta {
	/* Which message. */
	const struct openai_message_creation_delta *message_creation;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_creation_details_delta);

/* Which message. */
struct openai_message_creation_delta {
	/* The message that was written. */
	const char *message_id;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_creation_delta);

struct openai_tool_call_delta_list {
	size_t count;
	const struct openai_tool_call_delta *items;
};

/* Pieces of tool calls. */
struct openai_tool_calls_details_delta {
	/* Each says by its index which call it goes on with. */
	struct openai_tool_call_delta_list tool_calls;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_tool_calls_details_delta);

enum openai_tool_call_delta_kind {
	OPENAI_TOOL_CALL_DELTA_UNSET = 0,
	OPENAI_TOOL_CALL_DELTA_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_TOOL_CALL_DELTA_CODE_INTERPRETER,
	OPENAI_TOOL_CALL_DELTA_FILE_SEARCH,
	OPENAI_TOOL_CALL_DELTA_FUNCTION,
};

struct openai_tool_call_delta {
	enum openai_tool_call_delta_kind kind;
	union {
		const struct openai_code_interpreter_tool_call_delta *code_interpreter;
		const struct openai_file_search_tool_call_delta *file_search;
		const struct openai_function_tool_call_delta *function;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_tool_call_delta);

/* A piece of a call of the code interpreter. */
struct openai_code_interpreter_tool_call_delta {
	/*
	 * Place in the list of the finished object. Pieces with the same index
	 * belong together. (required)
	 */
	int64_t index;
	/* Identifier of the call. */
	const char *id;
	/* What to add. */
	const struct openai_code_interpreter_call_delta *code_interpreter;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_tool_call_delta);

struct openai_code_interpreter_output_delta_list {
	size_t count;
	const struct openai_code_interpreter_output_delta *items;
};

/* What to add. */
struct openai_code_interpreter_call_delta {
	/* Source to append. */
	const char *input;
	/* Outputs to add, each at its index. */
	struct openai_code_interpreter_output_delta_list outputs;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_call_delta);

enum openai_code_interpreter_output_delta_kind {
	OPENAI_CODE_INTERPRETER_OUTPUT_DELTA_UNSET = 0,
	OPENAI_CODE_INTERPRETER_OUTPUT_DELTA_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_CODE_INTERPRETER_OUTPUT_DELTA_LOGS,
	OPENAI_CODE_INTERPRETER_OUTPUT_DELTA_IMAGE,
};

struct openai_code_interpreter_output_delta {
	enum openai_code_interpreter_output_delta_kind kind;
	union {
		const struct openai_code_interpreter_logs_delta *logs;
		const struct openai_code_interpreter_image_delta *image;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_output_delta);

/* A piece of what the code printed. */
struct openai_code_interpreter_logs_delta {
	/*
	 * Place in the list of the finished object. Pieces with the same index
	 * belong together. (required)
	 */
	int64_t index;
	/* Text to append. */
	const char *logs;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_logs_delta);

/* An image that the code made. */
struct openai_code_interpreter_image_delta {
	/*
	 * Place in the list of the finished object. Pieces with the same index
	 * belong together. (required)
	 */
	int64_t index;
	/* The image. */
	const struct openai_code_interpreter_image_file_delta *image;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_image_delta);

/* The image. */
struct openai_code_interpreter_image_file_delta {
	/* The file that holds the image. */
	const char *file_id;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_code_interpreter_image_file_delta);

/* A piece of a search. */
struct openai_file_search_tool_call_delta {
	/*
	 * Place in the list of the finished object. Pieces with the same index
	 * belong together. (required)
	 */
	int64_t index;
	/* Identifier of the call. */
	const char *id;
	/* Empty so far. (required) */
	struct oac_json file_search;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_search_tool_call_delta);

/* A piece of a call of a function of yours. */
struct openai_function_tool_call_delta {
	/*
	 * Place in the list of the finished object. Pieces with the same index
	 * belong together. (required)
	 */
	int64_t index;
	/* Identifier of the call. */
	const char *id;
	/* What to add. */
	const struct openai_function_tool_call_delta_function *function;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_function_tool_call_delta);

/* What to add. */
struct openai_function_tool_call_delta_function {
	/* Name of the function. */
	const char *name;
	/* JSON text to append. */
	const char *arguments;
	/* The output that was submitted; null until then. */
	const char *output;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_function_tool_call_delta_function);

/* The step has ended well. */
struct openai_run_step_completed_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step_completed_event);

/* The step has failed. */
struct openai_run_step_failed_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step_failed_event);

/* The step was cancelled. */
struct openai_run_step_cancelled_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step_cancelled_event);

/* The step has expired together with its run. */
struct openai_run_step_expired_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_step_expired_event);

/* A message was created, still without content. */
struct openai_message_created_event {
	/* A message of a thread. (required) */
	struct openai_message data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_created_event);

/* The message is being written. */
struct openai_message_in_progress_event {
	/* A message of a thread. (required) */
	struct openai_message data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_in_progress_event);

struct openai_message_content_delta_list {
	size_t count;
	const struct openai_message_content_delta *items;
};

/* The members that changed. */
struct openai_message_delta_body {
	/* Who speaks. */
	enum openai_message_role role;
	/*
	 * Pieces of content parts; each says by its index which part it goes on
	 * with.
	 */
	struct openai_message_content_delta_list content;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_delta_body);

/* A piece of a message that is being written. */
struct openai_message_delta {
	/* The message that it belongs to. (required) */
	const char *id;
	/* The members that changed. (required) */
	struct openai_message_delta_body delta;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_delta);

/* A piece to be added to the message. */
struct openai_message_delta_event {
	/* A piece of a message that is being written. (required) */
	struct openai_message_delta data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_delta_event);

enum openai_message_content_delta_kind {
	OPENAI_MESSAGE_CONTENT_DELTA_UNSET = 0,
	OPENAI_MESSAGE_CONTENT_DELTA_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_MESSAGE_CONTENT_DELTA_IMAGE_FILE,
	OPENAI_MESSAGE_CONTENT_DELTA_TEXT,
	OPENAI_MESSAGE_CONTENT_DELTA_REFUSAL,
	OPENAI_MESSAGE_CONTENT_DELTA_IMAGE_URL,
};

struct openai_message_content_delta {
	enum openai_message_content_delta_kind kind;
	union {
		const struct openai_image_file_content_delta *image_file;
		const struct openai_text_content_delta *text;
		const struct openai_refusal_content_delta *refusal;
		const struct openai_image_url_content_delta *image_url;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_message_content_delta);

/* An uploaded image, or a piece of it. */
struct openai_image_file_content_delta {
	/*
	 * Place in the list of the finished object. Pieces with the same index
	 * belong together. (required)
	 */
	int64_t index;
	/* The image. */
	const struct openai_image_file_delta *image_file;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_image_file_content_delta);

/* The image. */
struct openai_image_file_delta {
	/*
	 * The uploaded file. Upload with the purpose `vision` to be able to
	 * read it back.
	 */
	const char *file_id;
	/*
	 * How closely the model looks: `low` costs fewer tokens, `high` shows
	 * more. (default auto)
	 */
	enum openai_image_detail detail;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_image_file_delta);

/* A piece of a text. */
struct openai_text_content_delta {
	/*
	 * Place in the list of the finished object. Pieces with the same index
	 * belong together. (required)
	 */
	int64_t index;
	/* What to add. */
	const struct openai_text_delta *text;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_text_content_delta);

struct openai_annotation_delta_list {
	size_t count;
	const struct openai_annotation_delta *items;
};

/* What to add. */
struct openai_text_delta {
	/* Text to append. */
	const char *value;
	/* Citations to add, each at its index. */
	struct openai_annotation_delta_list annotations;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_text_delta);

enum openai_annotation_delta_kind {
	OPENAI_ANNOTATION_DELTA_UNSET = 0,
	OPENAI_ANNOTATION_DELTA_UNKNOWN = 1, /* not known here: as.json has it */
	OPENAI_ANNOTATION_DELTA_FILE_CITATION,
	OPENAI_ANNOTATION_DELTA_FILE_PATH,
};

struct openai_annotation_delta {
	enum openai_annotation_delta_kind kind;
	union {
		const struct openai_file_citation_annotation_delta *file_citation;
		const struct openai_file_path_annotation_delta *file_path;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(OPENAI_API, openai_annotation_delta);

/* A citation of a file which file search has found. */
struct openai_file_citation_annotation_delta {
	/*
	 * Place in the list of the finished object. Pieces with the same index
	 * belong together. (required)
	 */
	int64_t index;
	/* The placeholder, as it stands in the message. */
	const char *text;
	/* The citation. */
	const struct openai_file_citation_delta *file_citation;
	/* Where the placeholder begins in the text. (at least 0) */
	struct oac_opt_int64 start_index;
	/* Where it ends. (at least 0) */
	struct oac_opt_int64 end_index;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_citation_annotation_delta);

/* The citation. */
struct openai_file_citation_delta {
	/* The file that is cited. */
	const char *file_id;
	/* The passage that is cited. */
	const char *quote;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_citation_delta);

/* A reference to a file that the code interpreter has written. */
struct openai_file_path_annotation_delta {
	/*
	 * Place in the list of the finished object. Pieces with the same index
	 * belong together. (required)
	 */
	int64_t index;
	/* The placeholder, as it stands in the message. */
	const char *text;
	/* The file. */
	const struct openai_file_path_delta *file_path;
	/* Where the placeholder begins in the text. (at least 0) */
	struct oac_opt_int64 start_index;
	/* Where it ends. (at least 0) */
	struct oac_opt_int64 end_index;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_path_annotation_delta);

/* The file. */
struct openai_file_path_delta {
	/* The file that was written, to be downloaded by this id. */
	const char *file_id;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_file_path_delta);

/* A piece of a refusal. */
struct openai_refusal_content_delta {
	/*
	 * Place in the list of the finished object. Pieces with the same index
	 * belong together. (required)
	 */
	int64_t index;
	/* Text to append. */
	const char *refusal;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_refusal_content_delta);

/* An image on the web, or a piece of it. */
struct openai_image_url_content_delta {
	/*
	 * Place in the list of the finished object. Pieces with the same index
	 * belong together. (required)
	 */
	int64_t index;
	/* The image. */
	const struct openai_image_url_delta *image_url;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_image_url_content_delta);

/* The image. */
struct openai_image_url_delta {
	/* Address of a JPEG, PNG, GIF or WebP. (uri) */
	const char *url;
	/*
	 * How closely the model looks: `low` costs fewer tokens, `high` shows
	 * more. (default auto)
	 */
	enum openai_image_detail detail;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_image_url_delta);

/* The message is complete. */
struct openai_message_completed_event {
	/* A message of a thread. (required) */
	struct openai_message data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_completed_event);

/* The message has ended early. */
struct openai_message_incomplete_event {
	/* A message of a thread. (required) */
	struct openai_message data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_incomplete_event);

/* What the service says about a failure. */
struct openai_error {
	/* A short name for the error, if it has one. (required) */
	const char *code;
	/* The error in words. (required) */
	const char *message;
	/* The request member at fault, if it was one. (required) */
	const char *param;
	/* The class of errors that it belongs to. (required) */
	const char *type;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_error);

/* Something went wrong on the server, or it took too long. */
struct openai_error_event {
	/* What the service says about a failure. (required) */
	struct openai_error data;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_error_event);

/* The stream has ended. */
struct openai_done_event {
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_done_event);

/* The body of every answer that is not a success. */
struct openai_error_response {
	/* What the service says about a failure. (required) */
	struct openai_error error;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_error_response);

enum openai_list_order {
	OPENAI_LIST_ORDER_UNSET = 0,
	OPENAI_LIST_ORDER_UNKNOWN = 1, /* not known here; oac_more has its text */
	OPENAI_LIST_ORDER_ASC,
	OPENAI_LIST_ORDER_DESC,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_list_order_text(enum openai_list_order value);

#ifdef __cplusplus
}
#endif

#endif

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
	OPENAI_RESPONSE_FORMAT_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

enum openai_assistant_tool_kind {
	OPENAI_ASSISTANT_TOOL_UNSET = 0,
	OPENAI_ASSISTANT_TOOL_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* Lets the model write Python and run it in a sandbox. */
struct openai_code_interpreter_tool {
	struct oac_json oac_more; /* what has no member here */
};

/* Lets the model search the attached vector stores. */
struct openai_file_search_tool {
	/* Settings of the search; the server's own apply when left out. */
	const struct openai_file_search_options *file_search;
	struct oac_json oac_more; /* what has no member here */
};

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

/* Name of the ranker; `auto` lets the server choose. */
enum openai_file_search_ranker {
	OPENAI_FILE_SEARCH_RANKER_UNSET = 0,
	OPENAI_FILE_SEARCH_RANKER_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_FILE_SEARCH_RANKER_AUTO,
	OPENAI_FILE_SEARCH_RANKER_DEFAULT_2024_08_21,
};

/* How search results are scored and which are dropped. */
struct openai_file_search_ranking_options {
	/* Name of the ranker; `auto` lets the server choose. */
	enum openai_file_search_ranker ranker;
	/* Results that score lower are dropped. (required; 0 to 1) */
	double score_threshold;
	struct oac_json oac_more; /* what has no member here */
};

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

/*
 * Lets the model call a function of yours. The run stops with `requires_action`
 * until you submit the output.
 */
struct openai_function_tool {
	/* A function as the model sees it. (required) */
	struct openai_function_definition function;
	struct oac_json oac_more; /* what has no member here */
};

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

/* What the code interpreter may use. */
struct openai_tool_resources_code_interpreter {
	/*
	 * Files that the code interpreter can open, 20 at most. (at most 20
	 * items)
	 */
	struct oac_string_list file_ids;
	struct oac_json oac_more; /* what has no member here */
};

/* What file search may use. */
struct openai_tool_resources_file_search {
	/* The vector store to search; only one is accepted. (at most 1 items) */
	struct oac_string_list vector_store_ids;
	struct oac_json oac_more; /* what has no member here */
};

/* Plain text. */
struct openai_response_format_text {
	struct oac_json oac_more; /* what has no member here */
};

/*
 * Any valid JSON object. The prompt itself must ask for JSON. Where the model
 * knows schemas, prefer one.
 */
struct openai_response_format_json_object {
	struct oac_json oac_more; /* what has no member here */
};

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

/* JSON that matches a schema. */
struct openai_response_format_json_schema {
	/* The schema with its name. (required) */
	struct openai_json_schema_format json_schema;
	struct oac_json oac_more; /* what has no member here */
};

/*
 * How hard a reasoning model thinks before it answers. Less is faster and uses
 * fewer tokens; not every model knows every value.
 */
enum openai_reasoning_effort {
	OPENAI_REASONING_EFFORT_UNSET = 0,
	OPENAI_REASONING_EFFORT_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_REASONING_EFFORT_NONE,
	OPENAI_REASONING_EFFORT_MINIMAL,
	OPENAI_REASONING_EFFORT_LOW,
	OPENAI_REASONING_EFFORT_MEDIUM,
	OPENAI_REASONING_EFFORT_HIGH,
	OPENAI_REASONING_EFFORT_XHIGH,
	OPENAI_REASONING_EFFORT_MAX,
};

/* Files and vector stores that the tools work on. */
struct openai_create_tool_resources {
	/* What the code interpreter may use. */
	const struct openai_create_tool_resources_code_interpreter *code_interpreter;
	/* What file search may use. */
	const struct openai_create_tool_resources_file_search *file_search;
	struct oac_json oac_more; /* what has no member here */
};

/* What the code interpreter may use. */
struct openai_create_tool_resources_code_interpreter {
	/*
	 * Files that the code interpreter can open, 20 at most. (at most 20
	 * items)
	 */
	struct oac_string_list file_ids;
	struct oac_json oac_more; /* what has no member here */
};

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

enum openai_chunking_strategy_kind {
	OPENAI_CHUNKING_STRATEGY_UNSET = 0,
	OPENAI_CHUNKING_STRATEGY_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* Chunks of 800 tokens that overlap by 400. */
struct openai_auto_chunking {
	struct oac_json oac_more; /* what has no member here */
};

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

/* Chunks of a size of your choice. */
struct openai_static_chunking {
	/* The sizes. (required; called "static" on the wire) */
	struct openai_static_chunking_sizes static_;
	struct oac_json oac_more; /* what has no member here */
};

/*
 * Models that the service is known to accept. Newer names work too, so it is
 * offered beside a plain string.
 */
enum openai_supported_model {
	OPENAI_SUPPORTED_MODEL_UNSET = 0,
	OPENAI_SUPPORTED_MODEL_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
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

/* File search, without settings. */
struct openai_file_search_attachment_tool {
	struct oac_json oac_more; /* what has no member here */
};

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
	OPENAI_MESSAGE_ROLE_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_MESSAGE_ROLE_USER,
	OPENAI_MESSAGE_ROLE_ASSISTANT,
};

struct openai_message_input_part_list {
	size_t count;
	const struct openai_message_input_part *items;
};

enum openai_message_input_kind {
	OPENAI_MESSAGE_INPUT_UNSET = 0,
	OPENAI_MESSAGE_INPUT_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

enum openai_message_input_part_kind {
	OPENAI_MESSAGE_INPUT_PART_UNSET = 0,
	OPENAI_MESSAGE_INPUT_PART_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* How closely the model looks: `low` costs fewer tokens, `high` shows more. */
enum openai_image_detail {
	OPENAI_IMAGE_DETAIL_UNSET = 0,
	OPENAI_IMAGE_DETAIL_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_IMAGE_DETAIL_AUTO,
	OPENAI_IMAGE_DETAIL_LOW,
	OPENAI_IMAGE_DETAIL_HIGH,
};

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

/* An image that was uploaded as a file. */
struct openai_image_file_content {
	/* The image. (required) */
	struct openai_image_file image_file;
	struct oac_json oac_more; /* what has no member here */
};

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

/* An image on the web. */
struct openai_image_url_content {
	/* The image. (required) */
	struct openai_image_url image_url;
	struct oac_json oac_more; /* what has no member here */
};

/* A text in a message to be added. */
struct openai_text_input_part {
	/* The text. (required) */
	const char *text;
	struct oac_json oac_more; /* what has no member here */
};

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

enum openai_attachment_tool_kind {
	OPENAI_ATTACHMENT_TOOL_UNSET = 0,
	OPENAI_ATTACHMENT_TOOL_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* Messages that you add are complete; those of a run grow. */
enum openai_message_status {
	OPENAI_MESSAGE_STATUS_UNSET = 0,
	OPENAI_MESSAGE_STATUS_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_MESSAGE_STATUS_IN_PROGRESS,
	OPENAI_MESSAGE_STATUS_INCOMPLETE,
	OPENAI_MESSAGE_STATUS_COMPLETED,
};

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

/* What ended it. */
enum openai_message_incomplete_details_reason {
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_UNSET = 0,
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_CONTENT_FILTER,
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_MAX_TOKENS,
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_RUN_CANCELLED,
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_RUN_EXPIRED,
	OPENAI_MESSAGE_INCOMPLETE_DETAILS_REASON_RUN_FAILED,
};

/* Why the message ended early; null when it did not. */
struct openai_message_incomplete_details {
	/* What ended it. (required) */
	enum openai_message_incomplete_details_reason reason;
	struct oac_json oac_more; /* what has no member here */
};

enum openai_message_content_kind {
	OPENAI_MESSAGE_CONTENT_UNSET = 0,
	OPENAI_MESSAGE_CONTENT_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* A text in a message, with its citations. */
struct openai_text_content {
	/* The text and what it refers to. (required) */
	struct openai_text text;
	struct oac_json oac_more; /* what has no member here */
};

enum openai_annotation_kind {
	OPENAI_ANNOTATION_UNSET = 0,
	OPENAI_ANNOTATION_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* The citation. */
struct openai_file_citation {
	/* The file that is cited. (required) */
	const char *file_id;
	struct oac_json oac_more; /* what has no member here */
};

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

/* The file. */
struct openai_file_path {
	/* The file that was written, to be downloaded by this id. (required) */
	const char *file_id;
	struct oac_json oac_more; /* what has no member here */
};

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

/* The model declined to answer. */
struct openai_refusal_content {
	/* What it said instead. (required) */
	const char *refusal;
	struct oac_json oac_more; /* what has no member here */
};

/*
 * Where the run stands. `queued`, `in_progress` and `cancelling` go on by
 * themselves, `requires_action` waits for you, the others are final.
 */
enum openai_run_status {
	OPENAI_RUN_STATUS_UNSET = 0,
	OPENAI_RUN_STATUS_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
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

enum openai_tool_choice_kind {
	OPENAI_TOOL_CHOICE_UNSET = 0,
	OPENAI_TOOL_CHOICE_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* What the run waits for; null unless the status is `requires_action`. */
struct openai_run_required_action {
	/* The outputs to submit. (required) */
	struct openai_run_required_action_submit_tool_outputs submit_tool_outputs;
	struct oac_json oac_more; /* what has no member here */
};

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

/* A call that the model asks you to carry out. */
struct openai_run_tool_call {
	/* Identifier, `call_...`; the output is submitted under it. (required) */
	const char *id;
	/* What to call. (required) */
	struct openai_run_tool_call_function function;
	struct oac_json oac_more; /* what has no member here */
};

/* The kind of error. */
enum openai_run_last_error_code {
	OPENAI_RUN_LAST_ERROR_CODE_UNSET = 0,
	OPENAI_RUN_LAST_ERROR_CODE_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_RUN_LAST_ERROR_CODE_SERVER_ERROR,
	OPENAI_RUN_LAST_ERROR_CODE_RATE_LIMIT_EXCEEDED,
	OPENAI_RUN_LAST_ERROR_CODE_INVALID_PROMPT,
};

/* What went wrong; null when nothing did. */
struct openai_run_last_error {
	/* The kind of error. (required) */
	enum openai_run_last_error_code code;
	/* The error in words. (required) */
	const char *message;
	struct oac_json oac_more; /* what has no member here */
};

/* The budget that was used up. */
enum openai_run_incomplete_details_reason {
	OPENAI_RUN_INCOMPLETE_DETAILS_REASON_UNSET = 0,
	OPENAI_RUN_INCOMPLETE_DETAILS_REASON_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_RUN_INCOMPLETE_DETAILS_REASON_MAX_COMPLETION_TOKENS,
	OPENAI_RUN_INCOMPLETE_DETAILS_REASON_MAX_PROMPT_TOKENS,
};

/* Why the run ended as `incomplete`; null otherwise. */
struct openai_run_incomplete_details {
	/* The budget that was used up. */
	enum openai_run_incomplete_details_reason reason;
	struct oac_json oac_more; /* what has no member here */
};

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

/*
 * With `auto` the middle of the thread goes first, until the rest fits;
 * `last_messages` keeps the latest.
 */
enum openai_truncation_strategy_type {
	OPENAI_TRUNCATION_STRATEGY_TYPE_UNSET = 0,
	OPENAI_TRUNCATION_STRATEGY_TYPE_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_TRUNCATION_STRATEGY_TYPE_AUTO,
	OPENAI_TRUNCATION_STRATEGY_TYPE_LAST_MESSAGES,
};

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

/* The kind of tool. */
enum openai_named_tool_choice_type {
	OPENAI_NAMED_TOOL_CHOICE_TYPE_UNSET = 0,
	OPENAI_NAMED_TOOL_CHOICE_TYPE_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_NAMED_TOOL_CHOICE_TYPE_FUNCTION,
	OPENAI_NAMED_TOOL_CHOICE_TYPE_CODE_INTERPRETER,
	OPENAI_NAMED_TOOL_CHOICE_TYPE_FILE_SEARCH,
};

/* The tool that the model must call. */
struct openai_named_tool_choice {
	/* The kind of tool. (required) */
	enum openai_named_tool_choice_type type;
	/* Which function; needed when the type is `function`. */
	const struct openai_named_tool_choice_function *function;
	struct oac_json oac_more; /* what has no member here */
};

/* Which function; needed when the type is `function`. */
struct openai_named_tool_choice_function {
	/* Name of the function. (required) */
	const char *name;
	struct oac_json oac_more; /* what has no member here */
};

enum openai_run_step_include_item {
	OPENAI_RUN_STEP_INCLUDE_ITEM_UNSET = 0,
	OPENAI_RUN_STEP_INCLUDE_ITEM_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_RUN_STEP_INCLUDE_ITEM_STEP_DETAILS_TOOL_CALLS_FILE_SEARCH_RESULTS_CONTENT,
};

struct openai_run_step_include_item_list {
	size_t count;
	const enum openai_run_step_include_item *items;
};

/* Which of the two `step_details` holds. */
enum openai_run_step_type {
	OPENAI_RUN_STEP_TYPE_UNSET = 0,
	OPENAI_RUN_STEP_TYPE_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_RUN_STEP_TYPE_MESSAGE_CREATION,
	OPENAI_RUN_STEP_TYPE_TOOL_CALLS,
};

/* Where the step stands. */
enum openai_run_step_status {
	OPENAI_RUN_STEP_STATUS_UNSET = 0,
	OPENAI_RUN_STEP_STATUS_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_RUN_STEP_STATUS_IN_PROGRESS,
	OPENAI_RUN_STEP_STATUS_CANCELLED,
	OPENAI_RUN_STEP_STATUS_FAILED,
	OPENAI_RUN_STEP_STATUS_COMPLETED,
	OPENAI_RUN_STEP_STATUS_EXPIRED,
};

enum openai_step_details_kind {
	OPENAI_STEP_DETAILS_UNSET = 0,
	OPENAI_STEP_DETAILS_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* Which message. */
struct openai_message_creation {
	/* The message that was written. (required) */
	const char *message_id;
	struct oac_json oac_more; /* what has no member here */
};

/* The step wrote a message. */
struct openai_message_creation_details {
	/* Which message. (required) */
	struct openai_message_creation message_creation;
	struct oac_json oac_more; /* what has no member here */
};

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

enum openai_tool_call_kind {
	OPENAI_TOOL_CALL_UNSET = 0,
	OPENAI_TOOL_CALL_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* Code that the code interpreter ran. */
struct openai_code_interpreter_tool_call {
	/* Identifier of the call. (required) */
	const char *id;
	/* The code and what came out of it. (required) */
	struct openai_code_interpreter_call code_interpreter;
	struct oac_json oac_more; /* what has no member here */
};

enum openai_code_interpreter_output_kind {
	OPENAI_CODE_INTERPRETER_OUTPUT_UNSET = 0,
	OPENAI_CODE_INTERPRETER_OUTPUT_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* Text that the code printed. */
struct openai_code_interpreter_logs {
	/* The text. (required) */
	const char *logs;
	struct oac_json oac_more; /* what has no member here */
};

/* The image. */
struct openai_code_interpreter_image_file {
	/* The file that holds the image. (required) */
	const char *file_id;
	struct oac_json oac_more; /* what has no member here */
};

/* An image that the code made. */
struct openai_code_interpreter_image {
	/* The image. (required) */
	struct openai_code_interpreter_image_file image;
	struct oac_json oac_more; /* what has no member here */
};

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

/* How the results of a search were ranked. */
struct openai_file_search_call_ranking_options {
	/* Name of the ranker; `auto` lets the server choose. (required) */
	enum openai_file_search_ranker ranker;
	/* Results that scored lower were dropped. (required; 0 to 1) */
	double score_threshold;
	struct oac_json oac_more; /* what has no member here */
};

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

enum openai_file_search_result_content_type {
	OPENAI_FILE_SEARCH_RESULT_CONTENT_TYPE_UNSET = 0,
	OPENAI_FILE_SEARCH_RESULT_CONTENT_TYPE_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_FILE_SEARCH_RESULT_CONTENT_TYPE_TEXT,
};

/* One passage. */
struct openai_file_search_result_content {
	enum openai_file_search_result_content_type type;
	/* Its text. */
	const char *text;
	struct oac_json oac_more; /* what has no member here */
};

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

/* A call of a function of yours. */
struct openai_function_tool_call {
	/* Identifier of the call. (required) */
	const char *id;
	/* The call and its output. (required) */
	struct openai_function_tool_call_function function;
	struct oac_json oac_more; /* what has no member here */
};

/* The kind of error. */
enum openai_run_step_last_error_code {
	OPENAI_RUN_STEP_LAST_ERROR_CODE_UNSET = 0,
	OPENAI_RUN_STEP_LAST_ERROR_CODE_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_RUN_STEP_LAST_ERROR_CODE_SERVER_ERROR,
	OPENAI_RUN_STEP_LAST_ERROR_CODE_RATE_LIMIT_EXCEEDED,
};

/* What went wrong; null when nothing did. */
struct openai_run_step_last_error {
	/* The kind of error. (required) */
	enum openai_run_step_last_error_code code;
	/* The error in words. (required) */
	const char *message;
	struct oac_json oac_more; /* what has no member here */
};

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

enum openai_assistant_stream_event_kind {
	OPENAI_ASSISTANT_STREAM_EVENT_UNSET = 0,
	OPENAI_ASSISTANT_STREAM_EVENT_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* A thread was created. */
struct openai_thread_created_event {
	/*
	 * A conversation: messages in order, on which assistants are run.
	 * (required)
	 */
	struct openai_thread data;
	struct oac_json oac_more; /* what has no member here */
};

/* A run was created. */
struct openai_run_created_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};

/* The run waits for its turn. */
struct openai_run_queued_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};

/* The run has started, or goes on after tool outputs. */
struct openai_run_in_progress_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};

/* The run waits for tool outputs; the stream ends here. */
struct openai_run_requires_action_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};

/* The run has ended well. */
struct openai_run_completed_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};

/* The run has ended early, over budget for one. */
struct openai_run_incomplete_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};

/* The run has failed. */
struct openai_run_failed_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};

/* The run is being cancelled. */
struct openai_run_cancelling_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};

/* The run was cancelled. */
struct openai_run_cancelled_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};

/* The run has expired. */
struct openai_run_expired_event {
	/* An assistant at work on a thread. (required) */
	struct openai_run data;
	struct oac_json oac_more; /* what has no member here */
};

/* A step of the run was created. */
struct openai_run_step_created_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};

/* The step has started. */
struct openai_run_step_in_progress_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};

enum openai_step_details_delta_kind {
	OPENAI_STEP_DETAILS_DELTA_UNSET = 0,
	OPENAI_STEP_DETAILS_DELTA_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* The members that changed. */
struct openai_run_step_delta_body {
	/* What to add to the details of the step. */
	struct openai_step_details_delta step_details;
	struct oac_json oac_more; /* what has no member here */
};

/* A piece of a step that is in progress. */
struct openai_run_step_delta {
	/* The step that it belongs to. (required) */
	const char *id;
	/* The members that changed. (required) */
	struct openai_run_step_delta_body delta;
	struct oac_json oac_more; /* what has no member here */
};

/* A piece to be added to the step. */
struct openai_run_step_delta_event {
	/* A piece of a step that is in progress. (required) */
	struct openai_run_step_delta data;
	struct oac_json oac_more; /* what has no member here */
};

/* The step writes a message. */
struct openai_message_creation_details_delta {
	/* Which message. */
	const struct openai_message_creation_delta *message_creation;
	struct oac_json oac_more; /* what has no member here */
};

/* Which message. */
struct openai_message_creation_delta {
	/* The message that was written. */
	const char *message_id;
	struct oac_json oac_more; /* what has no member here */
};

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

enum openai_tool_call_delta_kind {
	OPENAI_TOOL_CALL_DELTA_UNSET = 0,
	OPENAI_TOOL_CALL_DELTA_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

enum openai_code_interpreter_output_delta_kind {
	OPENAI_CODE_INTERPRETER_OUTPUT_DELTA_UNSET = 0,
	OPENAI_CODE_INTERPRETER_OUTPUT_DELTA_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* The image. */
struct openai_code_interpreter_image_file_delta {
	/* The file that holds the image. */
	const char *file_id;
	struct oac_json oac_more; /* what has no member here */
};

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

/* The step has ended well. */
struct openai_run_step_completed_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};

/* The step has failed. */
struct openai_run_step_failed_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};

/* The step was cancelled. */
struct openai_run_step_cancelled_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};

/* The step has expired together with its run. */
struct openai_run_step_expired_event {
	/*
	 * One thing that a run did: it wrote a message or called tools.
	 * (required)
	 */
	struct openai_run_step data;
	struct oac_json oac_more; /* what has no member here */
};

/* A message was created, still without content. */
struct openai_message_created_event {
	/* A message of a thread. (required) */
	struct openai_message data;
	struct oac_json oac_more; /* what has no member here */
};

/* The message is being written. */
struct openai_message_in_progress_event {
	/* A message of a thread. (required) */
	struct openai_message data;
	struct oac_json oac_more; /* what has no member here */
};

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

/* A piece of a message that is being written. */
struct openai_message_delta {
	/* The message that it belongs to. (required) */
	const char *id;
	/* The members that changed. (required) */
	struct openai_message_delta_body delta;
	struct oac_json oac_more; /* what has no member here */
};

/* A piece to be added to the message. */
struct openai_message_delta_event {
	/* A piece of a message that is being written. (required) */
	struct openai_message_delta data;
	struct oac_json oac_more; /* what has no member here */
};

enum openai_message_content_delta_kind {
	OPENAI_MESSAGE_CONTENT_DELTA_UNSET = 0,
	OPENAI_MESSAGE_CONTENT_DELTA_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

enum openai_annotation_delta_kind {
	OPENAI_ANNOTATION_DELTA_UNSET = 0,
	OPENAI_ANNOTATION_DELTA_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

/* The citation. */
struct openai_file_citation_delta {
	/* The file that is cited. */
	const char *file_id;
	/* The passage that is cited. */
	const char *quote;
	struct oac_json oac_more; /* what has no member here */
};

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

/* The file. */
struct openai_file_path_delta {
	/* The file that was written, to be downloaded by this id. */
	const char *file_id;
	struct oac_json oac_more; /* what has no member here */
};

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

/* The message is complete. */
struct openai_message_completed_event {
	/* A message of a thread. (required) */
	struct openai_message data;
	struct oac_json oac_more; /* what has no member here */
};

/* The message has ended early. */
struct openai_message_incomplete_event {
	/* A message of a thread. (required) */
	struct openai_message data;
	struct oac_json oac_more; /* what has no member here */
};

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

/* Something went wrong on the server, or it took too long. */
struct openai_error_event {
	/* What the service says about a failure. (required) */
	struct openai_error data;
	struct oac_json oac_more; /* what has no member here */
};

/* The stream has ended. */
struct openai_done_event {
	struct oac_json oac_more; /* what has no member here */
};

/* The body of every answer that is not a success. */
struct openai_error_response {
	/* What the service says about a failure. (required) */
	struct openai_error error;
	struct oac_json oac_more; /* what has no member here */
};

enum openai_list_order {
	OPENAI_LIST_ORDER_UNSET = 0,
	OPENAI_LIST_ORDER_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	OPENAI_LIST_ORDER_ASC,
	OPENAI_LIST_ORDER_DESC,
};

/* struct openai_response_format; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_response_format_from_json(const char *text, size_t len,
	struct openai_response_format **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_response_format_to_json(const struct openai_response_format *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_response_format_from_cjson(const struct cJSON *tree,
	struct openai_response_format **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_response_format_to_cjson(const struct openai_response_format *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_response_format *openai_response_format_copy(const struct openai_response_format *value) OAC_MUST_USE;
OPENAI_API void openai_response_format_free(struct openai_response_format *value);

/* struct openai_assistant_tool; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_assistant_tool_from_json(const char *text, size_t len,
	struct openai_assistant_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_assistant_tool_to_json(const struct openai_assistant_tool *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_assistant_tool_from_cjson(const struct cJSON *tree,
	struct openai_assistant_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_assistant_tool_to_cjson(const struct openai_assistant_tool *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_assistant_tool *openai_assistant_tool_copy(const struct openai_assistant_tool *value) OAC_MUST_USE;
OPENAI_API void openai_assistant_tool_free(struct openai_assistant_tool *value);

/* struct openai_code_interpreter_tool; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_tool_from_json(const char *text, size_t len,
	struct openai_code_interpreter_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_tool_to_json(const struct openai_code_interpreter_tool *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_tool_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_tool_to_cjson(const struct openai_code_interpreter_tool *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_tool *openai_code_interpreter_tool_copy(const struct openai_code_interpreter_tool *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_tool_free(struct openai_code_interpreter_tool *value);

/* struct openai_file_search_tool; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_search_tool_from_json(const char *text, size_t len,
	struct openai_file_search_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_search_tool_to_json(const struct openai_file_search_tool *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_search_tool_from_cjson(const struct cJSON *tree,
	struct openai_file_search_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_search_tool_to_cjson(const struct openai_file_search_tool *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_search_tool *openai_file_search_tool_copy(const struct openai_file_search_tool *value) OAC_MUST_USE;
OPENAI_API void openai_file_search_tool_free(struct openai_file_search_tool *value);

/* struct openai_file_search_options; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_search_options_from_json(const char *text, size_t len,
	struct openai_file_search_options **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_search_options_to_json(const struct openai_file_search_options *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_search_options_from_cjson(const struct cJSON *tree,
	struct openai_file_search_options **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_search_options_to_cjson(const struct openai_file_search_options *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_search_options *openai_file_search_options_copy(const struct openai_file_search_options *value) OAC_MUST_USE;
OPENAI_API void openai_file_search_options_free(struct openai_file_search_options *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_file_search_ranker_text(enum openai_file_search_ranker value);

/* struct openai_file_search_ranking_options; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_search_ranking_options_from_json(const char *text, size_t len,
	struct openai_file_search_ranking_options **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_search_ranking_options_to_json(const struct openai_file_search_ranking_options *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_search_ranking_options_from_cjson(const struct cJSON *tree,
	struct openai_file_search_ranking_options **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_search_ranking_options_to_cjson(const struct openai_file_search_ranking_options *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_search_ranking_options *openai_file_search_ranking_options_copy(const struct openai_file_search_ranking_options *value) OAC_MUST_USE;
OPENAI_API void openai_file_search_ranking_options_free(struct openai_file_search_ranking_options *value);

/* struct openai_function_definition; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_function_definition_from_json(const char *text, size_t len,
	struct openai_function_definition **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_function_definition_to_json(const struct openai_function_definition *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_function_definition_from_cjson(const struct cJSON *tree,
	struct openai_function_definition **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_function_definition_to_cjson(const struct openai_function_definition *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_function_definition *openai_function_definition_copy(const struct openai_function_definition *value) OAC_MUST_USE;
OPENAI_API void openai_function_definition_free(struct openai_function_definition *value);

/* struct openai_function_tool; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_function_tool_from_json(const char *text, size_t len,
	struct openai_function_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_function_tool_to_json(const struct openai_function_tool *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_function_tool_from_cjson(const struct cJSON *tree,
	struct openai_function_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_function_tool_to_cjson(const struct openai_function_tool *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_function_tool *openai_function_tool_copy(const struct openai_function_tool *value) OAC_MUST_USE;
OPENAI_API void openai_function_tool_free(struct openai_function_tool *value);

/* struct openai_tool_resources; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_tool_resources_from_json(const char *text, size_t len,
	struct openai_tool_resources **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_tool_resources_to_json(const struct openai_tool_resources *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_tool_resources_from_cjson(const struct cJSON *tree,
	struct openai_tool_resources **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_tool_resources_to_cjson(const struct openai_tool_resources *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_tool_resources *openai_tool_resources_copy(const struct openai_tool_resources *value) OAC_MUST_USE;
OPENAI_API void openai_tool_resources_free(struct openai_tool_resources *value);

/* struct openai_tool_resources_code_interpreter; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_tool_resources_code_interpreter_from_json(const char *text, size_t len,
	struct openai_tool_resources_code_interpreter **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_tool_resources_code_interpreter_to_json(const struct openai_tool_resources_code_interpreter *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_tool_resources_code_interpreter_from_cjson(const struct cJSON *tree,
	struct openai_tool_resources_code_interpreter **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_tool_resources_code_interpreter_to_cjson(const struct openai_tool_resources_code_interpreter *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_tool_resources_code_interpreter *openai_tool_resources_code_interpreter_copy(const struct openai_tool_resources_code_interpreter *value) OAC_MUST_USE;
OPENAI_API void openai_tool_resources_code_interpreter_free(struct openai_tool_resources_code_interpreter *value);

/* struct openai_tool_resources_file_search; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_tool_resources_file_search_from_json(const char *text, size_t len,
	struct openai_tool_resources_file_search **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_tool_resources_file_search_to_json(const struct openai_tool_resources_file_search *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_tool_resources_file_search_from_cjson(const struct cJSON *tree,
	struct openai_tool_resources_file_search **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_tool_resources_file_search_to_cjson(const struct openai_tool_resources_file_search *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_tool_resources_file_search *openai_tool_resources_file_search_copy(const struct openai_tool_resources_file_search *value) OAC_MUST_USE;
OPENAI_API void openai_tool_resources_file_search_free(struct openai_tool_resources_file_search *value);

/* struct openai_response_format_text; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_response_format_text_from_json(const char *text, size_t len,
	struct openai_response_format_text **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_response_format_text_to_json(const struct openai_response_format_text *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_response_format_text_from_cjson(const struct cJSON *tree,
	struct openai_response_format_text **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_response_format_text_to_cjson(const struct openai_response_format_text *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_response_format_text *openai_response_format_text_copy(const struct openai_response_format_text *value) OAC_MUST_USE;
OPENAI_API void openai_response_format_text_free(struct openai_response_format_text *value);

/* struct openai_response_format_json_object; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_response_format_json_object_from_json(const char *text, size_t len,
	struct openai_response_format_json_object **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_response_format_json_object_to_json(const struct openai_response_format_json_object *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_response_format_json_object_from_cjson(const struct cJSON *tree,
	struct openai_response_format_json_object **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_response_format_json_object_to_cjson(const struct openai_response_format_json_object *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_response_format_json_object *openai_response_format_json_object_copy(const struct openai_response_format_json_object *value) OAC_MUST_USE;
OPENAI_API void openai_response_format_json_object_free(struct openai_response_format_json_object *value);

/* struct openai_json_schema_format; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_json_schema_format_from_json(const char *text, size_t len,
	struct openai_json_schema_format **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_json_schema_format_to_json(const struct openai_json_schema_format *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_json_schema_format_from_cjson(const struct cJSON *tree,
	struct openai_json_schema_format **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_json_schema_format_to_cjson(const struct openai_json_schema_format *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_json_schema_format *openai_json_schema_format_copy(const struct openai_json_schema_format *value) OAC_MUST_USE;
OPENAI_API void openai_json_schema_format_free(struct openai_json_schema_format *value);

/* struct openai_response_format_json_schema; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_response_format_json_schema_from_json(const char *text, size_t len,
	struct openai_response_format_json_schema **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_response_format_json_schema_to_json(const struct openai_response_format_json_schema *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_response_format_json_schema_from_cjson(const struct cJSON *tree,
	struct openai_response_format_json_schema **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_response_format_json_schema_to_cjson(const struct openai_response_format_json_schema *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_response_format_json_schema *openai_response_format_json_schema_copy(const struct openai_response_format_json_schema *value) OAC_MUST_USE;
OPENAI_API void openai_response_format_json_schema_free(struct openai_response_format_json_schema *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_reasoning_effort_text(enum openai_reasoning_effort value);

/* struct openai_create_tool_resources; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_create_tool_resources_from_json(const char *text, size_t len,
	struct openai_create_tool_resources **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_create_tool_resources_to_json(const struct openai_create_tool_resources *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_create_tool_resources_from_cjson(const struct cJSON *tree,
	struct openai_create_tool_resources **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_create_tool_resources_to_cjson(const struct openai_create_tool_resources *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_create_tool_resources *openai_create_tool_resources_copy(const struct openai_create_tool_resources *value) OAC_MUST_USE;
OPENAI_API void openai_create_tool_resources_free(struct openai_create_tool_resources *value);

/* struct openai_create_tool_resources_code_interpreter; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_create_tool_resources_code_interpreter_from_json(const char *text, size_t len,
	struct openai_create_tool_resources_code_interpreter **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_create_tool_resources_code_interpreter_to_json(const struct openai_create_tool_resources_code_interpreter *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_create_tool_resources_code_interpreter_from_cjson(const struct cJSON *tree,
	struct openai_create_tool_resources_code_interpreter **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_create_tool_resources_code_interpreter_to_cjson(const struct openai_create_tool_resources_code_interpreter *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_create_tool_resources_code_interpreter *openai_create_tool_resources_code_interpreter_copy(const struct openai_create_tool_resources_code_interpreter *value) OAC_MUST_USE;
OPENAI_API void openai_create_tool_resources_code_interpreter_free(struct openai_create_tool_resources_code_interpreter *value);

/* struct openai_create_tool_resources_file_search; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_create_tool_resources_file_search_from_json(const char *text, size_t len,
	struct openai_create_tool_resources_file_search **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_create_tool_resources_file_search_to_json(const struct openai_create_tool_resources_file_search *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_create_tool_resources_file_search_from_cjson(const struct cJSON *tree,
	struct openai_create_tool_resources_file_search **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_create_tool_resources_file_search_to_cjson(const struct openai_create_tool_resources_file_search *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_create_tool_resources_file_search *openai_create_tool_resources_file_search_copy(const struct openai_create_tool_resources_file_search *value) OAC_MUST_USE;
OPENAI_API void openai_create_tool_resources_file_search_free(struct openai_create_tool_resources_file_search *value);

/* struct openai_chunking_strategy; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_chunking_strategy_from_json(const char *text, size_t len,
	struct openai_chunking_strategy **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_chunking_strategy_to_json(const struct openai_chunking_strategy *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_chunking_strategy_from_cjson(const struct cJSON *tree,
	struct openai_chunking_strategy **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_chunking_strategy_to_cjson(const struct openai_chunking_strategy *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_chunking_strategy *openai_chunking_strategy_copy(const struct openai_chunking_strategy *value) OAC_MUST_USE;
OPENAI_API void openai_chunking_strategy_free(struct openai_chunking_strategy *value);

/* struct openai_new_vector_store; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_new_vector_store_from_json(const char *text, size_t len,
	struct openai_new_vector_store **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_new_vector_store_to_json(const struct openai_new_vector_store *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_new_vector_store_from_cjson(const struct cJSON *tree,
	struct openai_new_vector_store **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_new_vector_store_to_cjson(const struct openai_new_vector_store *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_new_vector_store *openai_new_vector_store_copy(const struct openai_new_vector_store *value) OAC_MUST_USE;
OPENAI_API void openai_new_vector_store_free(struct openai_new_vector_store *value);

/* struct openai_auto_chunking; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_auto_chunking_from_json(const char *text, size_t len,
	struct openai_auto_chunking **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_auto_chunking_to_json(const struct openai_auto_chunking *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_auto_chunking_from_cjson(const struct cJSON *tree,
	struct openai_auto_chunking **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_auto_chunking_to_cjson(const struct openai_auto_chunking *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_auto_chunking *openai_auto_chunking_copy(const struct openai_auto_chunking *value) OAC_MUST_USE;
OPENAI_API void openai_auto_chunking_free(struct openai_auto_chunking *value);

/* struct openai_static_chunking_sizes; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_static_chunking_sizes_from_json(const char *text, size_t len,
	struct openai_static_chunking_sizes **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_static_chunking_sizes_to_json(const struct openai_static_chunking_sizes *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_static_chunking_sizes_from_cjson(const struct cJSON *tree,
	struct openai_static_chunking_sizes **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_static_chunking_sizes_to_cjson(const struct openai_static_chunking_sizes *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_static_chunking_sizes *openai_static_chunking_sizes_copy(const struct openai_static_chunking_sizes *value) OAC_MUST_USE;
OPENAI_API void openai_static_chunking_sizes_free(struct openai_static_chunking_sizes *value);

/* struct openai_static_chunking; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_static_chunking_from_json(const char *text, size_t len,
	struct openai_static_chunking **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_static_chunking_to_json(const struct openai_static_chunking *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_static_chunking_from_cjson(const struct cJSON *tree,
	struct openai_static_chunking **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_static_chunking_to_cjson(const struct openai_static_chunking *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_static_chunking *openai_static_chunking_copy(const struct openai_static_chunking *value) OAC_MUST_USE;
OPENAI_API void openai_static_chunking_free(struct openai_static_chunking *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_supported_model_text(enum openai_supported_model value);

/* struct openai_file_search_attachment_tool; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_search_attachment_tool_from_json(const char *text, size_t len,
	struct openai_file_search_attachment_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_search_attachment_tool_to_json(const struct openai_file_search_attachment_tool *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_search_attachment_tool_from_cjson(const struct cJSON *tree,
	struct openai_file_search_attachment_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_search_attachment_tool_to_cjson(const struct openai_file_search_attachment_tool *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_search_attachment_tool *openai_file_search_attachment_tool_copy(const struct openai_file_search_attachment_tool *value) OAC_MUST_USE;
OPENAI_API void openai_file_search_attachment_tool_free(struct openai_file_search_attachment_tool *value);

/* struct openai_thread; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_thread_from_json(const char *text, size_t len,
	struct openai_thread **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_thread_to_json(const struct openai_thread *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_thread_from_cjson(const struct cJSON *tree,
	struct openai_thread **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_thread_to_cjson(const struct openai_thread *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_thread *openai_thread_copy(const struct openai_thread *value) OAC_MUST_USE;
OPENAI_API void openai_thread_free(struct openai_thread *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_message_role_text(enum openai_message_role value);

/* struct openai_message_input; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_input_from_json(const char *text, size_t len,
	struct openai_message_input **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_input_to_json(const struct openai_message_input *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_input_from_cjson(const struct cJSON *tree,
	struct openai_message_input **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_input_to_cjson(const struct openai_message_input *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_input *openai_message_input_copy(const struct openai_message_input *value) OAC_MUST_USE;
OPENAI_API void openai_message_input_free(struct openai_message_input *value);

/* struct openai_create_message_request; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_create_message_request_from_json(const char *text, size_t len,
	struct openai_create_message_request **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_create_message_request_to_json(const struct openai_create_message_request *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_create_message_request_from_cjson(const struct cJSON *tree,
	struct openai_create_message_request **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_create_message_request_to_cjson(const struct openai_create_message_request *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_create_message_request *openai_create_message_request_copy(const struct openai_create_message_request *value) OAC_MUST_USE;
OPENAI_API void openai_create_message_request_free(struct openai_create_message_request *value);

/* struct openai_message_input_part; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_input_part_from_json(const char *text, size_t len,
	struct openai_message_input_part **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_input_part_to_json(const struct openai_message_input_part *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_input_part_from_cjson(const struct cJSON *tree,
	struct openai_message_input_part **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_input_part_to_cjson(const struct openai_message_input_part *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_input_part *openai_message_input_part_copy(const struct openai_message_input_part *value) OAC_MUST_USE;
OPENAI_API void openai_message_input_part_free(struct openai_message_input_part *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_image_detail_text(enum openai_image_detail value);

/* struct openai_image_file; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_image_file_from_json(const char *text, size_t len,
	struct openai_image_file **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_image_file_to_json(const struct openai_image_file *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_image_file_from_cjson(const struct cJSON *tree,
	struct openai_image_file **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_image_file_to_cjson(const struct openai_image_file *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_image_file *openai_image_file_copy(const struct openai_image_file *value) OAC_MUST_USE;
OPENAI_API void openai_image_file_free(struct openai_image_file *value);

/* struct openai_image_file_content; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_image_file_content_from_json(const char *text, size_t len,
	struct openai_image_file_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_image_file_content_to_json(const struct openai_image_file_content *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_image_file_content_from_cjson(const struct cJSON *tree,
	struct openai_image_file_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_image_file_content_to_cjson(const struct openai_image_file_content *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_image_file_content *openai_image_file_content_copy(const struct openai_image_file_content *value) OAC_MUST_USE;
OPENAI_API void openai_image_file_content_free(struct openai_image_file_content *value);

/* struct openai_image_url; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_image_url_from_json(const char *text, size_t len,
	struct openai_image_url **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_image_url_to_json(const struct openai_image_url *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_image_url_from_cjson(const struct cJSON *tree,
	struct openai_image_url **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_image_url_to_cjson(const struct openai_image_url *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_image_url *openai_image_url_copy(const struct openai_image_url *value) OAC_MUST_USE;
OPENAI_API void openai_image_url_free(struct openai_image_url *value);

/* struct openai_image_url_content; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_image_url_content_from_json(const char *text, size_t len,
	struct openai_image_url_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_image_url_content_to_json(const struct openai_image_url_content *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_image_url_content_from_cjson(const struct cJSON *tree,
	struct openai_image_url_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_image_url_content_to_cjson(const struct openai_image_url_content *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_image_url_content *openai_image_url_content_copy(const struct openai_image_url_content *value) OAC_MUST_USE;
OPENAI_API void openai_image_url_content_free(struct openai_image_url_content *value);

/* struct openai_text_input_part; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_text_input_part_from_json(const char *text, size_t len,
	struct openai_text_input_part **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_text_input_part_to_json(const struct openai_text_input_part *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_text_input_part_from_cjson(const struct cJSON *tree,
	struct openai_text_input_part **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_text_input_part_to_cjson(const struct openai_text_input_part *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_text_input_part *openai_text_input_part_copy(const struct openai_text_input_part *value) OAC_MUST_USE;
OPENAI_API void openai_text_input_part_free(struct openai_text_input_part *value);

/* struct openai_attachment; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_attachment_from_json(const char *text, size_t len,
	struct openai_attachment **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_attachment_to_json(const struct openai_attachment *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_attachment_from_cjson(const struct cJSON *tree,
	struct openai_attachment **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_attachment_to_cjson(const struct openai_attachment *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_attachment *openai_attachment_copy(const struct openai_attachment *value) OAC_MUST_USE;
OPENAI_API void openai_attachment_free(struct openai_attachment *value);

/* struct openai_attachment_tool; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_attachment_tool_from_json(const char *text, size_t len,
	struct openai_attachment_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_attachment_tool_to_json(const struct openai_attachment_tool *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_attachment_tool_from_cjson(const struct cJSON *tree,
	struct openai_attachment_tool **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_attachment_tool_to_cjson(const struct openai_attachment_tool *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_attachment_tool *openai_attachment_tool_copy(const struct openai_attachment_tool *value) OAC_MUST_USE;
OPENAI_API void openai_attachment_tool_free(struct openai_attachment_tool *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_message_status_text(enum openai_message_status value);

/* struct openai_message; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_from_json(const char *text, size_t len,
	struct openai_message **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_to_json(const struct openai_message *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_from_cjson(const struct cJSON *tree,
	struct openai_message **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_to_cjson(const struct openai_message *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message *openai_message_copy(const struct openai_message *value) OAC_MUST_USE;
OPENAI_API void openai_message_free(struct openai_message *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_message_incomplete_details_reason_text(enum openai_message_incomplete_details_reason value);

/* struct openai_message_incomplete_details; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_incomplete_details_from_json(const char *text, size_t len,
	struct openai_message_incomplete_details **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_incomplete_details_to_json(const struct openai_message_incomplete_details *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_incomplete_details_from_cjson(const struct cJSON *tree,
	struct openai_message_incomplete_details **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_incomplete_details_to_cjson(const struct openai_message_incomplete_details *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_incomplete_details *openai_message_incomplete_details_copy(const struct openai_message_incomplete_details *value) OAC_MUST_USE;
OPENAI_API void openai_message_incomplete_details_free(struct openai_message_incomplete_details *value);

/* struct openai_message_content; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_content_from_json(const char *text, size_t len,
	struct openai_message_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_content_to_json(const struct openai_message_content *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_content_from_cjson(const struct cJSON *tree,
	struct openai_message_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_content_to_cjson(const struct openai_message_content *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_content *openai_message_content_copy(const struct openai_message_content *value) OAC_MUST_USE;
OPENAI_API void openai_message_content_free(struct openai_message_content *value);

/* struct openai_text; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_text_from_json(const char *text, size_t len,
	struct openai_text **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_text_to_json(const struct openai_text *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_text_from_cjson(const struct cJSON *tree,
	struct openai_text **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_text_to_cjson(const struct openai_text *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_text *openai_text_copy(const struct openai_text *value) OAC_MUST_USE;
OPENAI_API void openai_text_free(struct openai_text *value);

/* struct openai_text_content; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_text_content_from_json(const char *text, size_t len,
	struct openai_text_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_text_content_to_json(const struct openai_text_content *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_text_content_from_cjson(const struct cJSON *tree,
	struct openai_text_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_text_content_to_cjson(const struct openai_text_content *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_text_content *openai_text_content_copy(const struct openai_text_content *value) OAC_MUST_USE;
OPENAI_API void openai_text_content_free(struct openai_text_content *value);

/* struct openai_annotation; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_annotation_from_json(const char *text, size_t len,
	struct openai_annotation **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_annotation_to_json(const struct openai_annotation *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_annotation_from_cjson(const struct cJSON *tree,
	struct openai_annotation **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_annotation_to_cjson(const struct openai_annotation *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_annotation *openai_annotation_copy(const struct openai_annotation *value) OAC_MUST_USE;
OPENAI_API void openai_annotation_free(struct openai_annotation *value);

/* struct openai_file_citation; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_citation_from_json(const char *text, size_t len,
	struct openai_file_citation **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_citation_to_json(const struct openai_file_citation *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_citation_from_cjson(const struct cJSON *tree,
	struct openai_file_citation **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_citation_to_cjson(const struct openai_file_citation *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_citation *openai_file_citation_copy(const struct openai_file_citation *value) OAC_MUST_USE;
OPENAI_API void openai_file_citation_free(struct openai_file_citation *value);

/* struct openai_file_citation_annotation; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_citation_annotation_from_json(const char *text, size_t len,
	struct openai_file_citation_annotation **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_citation_annotation_to_json(const struct openai_file_citation_annotation *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_citation_annotation_from_cjson(const struct cJSON *tree,
	struct openai_file_citation_annotation **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_citation_annotation_to_cjson(const struct openai_file_citation_annotation *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_citation_annotation *openai_file_citation_annotation_copy(const struct openai_file_citation_annotation *value) OAC_MUST_USE;
OPENAI_API void openai_file_citation_annotation_free(struct openai_file_citation_annotation *value);

/* struct openai_file_path; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_path_from_json(const char *text, size_t len,
	struct openai_file_path **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_path_to_json(const struct openai_file_path *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_path_from_cjson(const struct cJSON *tree,
	struct openai_file_path **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_path_to_cjson(const struct openai_file_path *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_path *openai_file_path_copy(const struct openai_file_path *value) OAC_MUST_USE;
OPENAI_API void openai_file_path_free(struct openai_file_path *value);

/* struct openai_file_path_annotation; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_path_annotation_from_json(const char *text, size_t len,
	struct openai_file_path_annotation **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_path_annotation_to_json(const struct openai_file_path_annotation *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_path_annotation_from_cjson(const struct cJSON *tree,
	struct openai_file_path_annotation **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_path_annotation_to_cjson(const struct openai_file_path_annotation *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_path_annotation *openai_file_path_annotation_copy(const struct openai_file_path_annotation *value) OAC_MUST_USE;
OPENAI_API void openai_file_path_annotation_free(struct openai_file_path_annotation *value);

/* struct openai_refusal_content; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_refusal_content_from_json(const char *text, size_t len,
	struct openai_refusal_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_refusal_content_to_json(const struct openai_refusal_content *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_refusal_content_from_cjson(const struct cJSON *tree,
	struct openai_refusal_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_refusal_content_to_cjson(const struct openai_refusal_content *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_refusal_content *openai_refusal_content_copy(const struct openai_refusal_content *value) OAC_MUST_USE;
OPENAI_API void openai_refusal_content_free(struct openai_refusal_content *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_status_text(enum openai_run_status value);

/* struct openai_tool_choice; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_tool_choice_from_json(const char *text, size_t len,
	struct openai_tool_choice **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_tool_choice_to_json(const struct openai_tool_choice *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_tool_choice_from_cjson(const struct cJSON *tree,
	struct openai_tool_choice **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_tool_choice_to_cjson(const struct openai_tool_choice *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_tool_choice *openai_tool_choice_copy(const struct openai_tool_choice *value) OAC_MUST_USE;
OPENAI_API void openai_tool_choice_free(struct openai_tool_choice *value);

/* struct openai_run; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_from_json(const char *text, size_t len,
	struct openai_run **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_to_json(const struct openai_run *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_from_cjson(const struct cJSON *tree,
	struct openai_run **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_to_cjson(const struct openai_run *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run *openai_run_copy(const struct openai_run *value) OAC_MUST_USE;
OPENAI_API void openai_run_free(struct openai_run *value);

/* struct openai_run_required_action_submit_tool_outputs; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_required_action_submit_tool_outputs_from_json(const char *text, size_t len,
	struct openai_run_required_action_submit_tool_outputs **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_required_action_submit_tool_outputs_to_json(const struct openai_run_required_action_submit_tool_outputs *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_required_action_submit_tool_outputs_from_cjson(const struct cJSON *tree,
	struct openai_run_required_action_submit_tool_outputs **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_required_action_submit_tool_outputs_to_cjson(const struct openai_run_required_action_submit_tool_outputs *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_required_action_submit_tool_outputs *openai_run_required_action_submit_tool_outputs_copy(const struct openai_run_required_action_submit_tool_outputs *value) OAC_MUST_USE;
OPENAI_API void openai_run_required_action_submit_tool_outputs_free(struct openai_run_required_action_submit_tool_outputs *value);

/* struct openai_run_required_action; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_required_action_from_json(const char *text, size_t len,
	struct openai_run_required_action **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_required_action_to_json(const struct openai_run_required_action *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_required_action_from_cjson(const struct cJSON *tree,
	struct openai_run_required_action **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_required_action_to_cjson(const struct openai_run_required_action *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_required_action *openai_run_required_action_copy(const struct openai_run_required_action *value) OAC_MUST_USE;
OPENAI_API void openai_run_required_action_free(struct openai_run_required_action *value);

/* struct openai_run_tool_call_function; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_tool_call_function_from_json(const char *text, size_t len,
	struct openai_run_tool_call_function **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_tool_call_function_to_json(const struct openai_run_tool_call_function *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_tool_call_function_from_cjson(const struct cJSON *tree,
	struct openai_run_tool_call_function **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_tool_call_function_to_cjson(const struct openai_run_tool_call_function *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_tool_call_function *openai_run_tool_call_function_copy(const struct openai_run_tool_call_function *value) OAC_MUST_USE;
OPENAI_API void openai_run_tool_call_function_free(struct openai_run_tool_call_function *value);

/* struct openai_run_tool_call; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_tool_call_from_json(const char *text, size_t len,
	struct openai_run_tool_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_tool_call_to_json(const struct openai_run_tool_call *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_tool_call_from_cjson(const struct cJSON *tree,
	struct openai_run_tool_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_tool_call_to_cjson(const struct openai_run_tool_call *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_tool_call *openai_run_tool_call_copy(const struct openai_run_tool_call *value) OAC_MUST_USE;
OPENAI_API void openai_run_tool_call_free(struct openai_run_tool_call *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_last_error_code_text(enum openai_run_last_error_code value);

/* struct openai_run_last_error; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_last_error_from_json(const char *text, size_t len,
	struct openai_run_last_error **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_last_error_to_json(const struct openai_run_last_error *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_last_error_from_cjson(const struct cJSON *tree,
	struct openai_run_last_error **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_last_error_to_cjson(const struct openai_run_last_error *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_last_error *openai_run_last_error_copy(const struct openai_run_last_error *value) OAC_MUST_USE;
OPENAI_API void openai_run_last_error_free(struct openai_run_last_error *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_incomplete_details_reason_text(enum openai_run_incomplete_details_reason value);

/* struct openai_run_incomplete_details; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_incomplete_details_from_json(const char *text, size_t len,
	struct openai_run_incomplete_details **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_incomplete_details_to_json(const struct openai_run_incomplete_details *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_incomplete_details_from_cjson(const struct cJSON *tree,
	struct openai_run_incomplete_details **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_incomplete_details_to_cjson(const struct openai_run_incomplete_details *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_incomplete_details *openai_run_incomplete_details_copy(const struct openai_run_incomplete_details *value) OAC_MUST_USE;
OPENAI_API void openai_run_incomplete_details_free(struct openai_run_incomplete_details *value);

/* struct openai_run_usage; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_usage_from_json(const char *text, size_t len,
	struct openai_run_usage **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_usage_to_json(const struct openai_run_usage *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_usage_from_cjson(const struct cJSON *tree,
	struct openai_run_usage **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_usage_to_cjson(const struct openai_run_usage *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_usage *openai_run_usage_copy(const struct openai_run_usage *value) OAC_MUST_USE;
OPENAI_API void openai_run_usage_free(struct openai_run_usage *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_truncation_strategy_type_text(enum openai_truncation_strategy_type value);

/* struct openai_truncation_strategy; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_truncation_strategy_from_json(const char *text, size_t len,
	struct openai_truncation_strategy **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_truncation_strategy_to_json(const struct openai_truncation_strategy *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_truncation_strategy_from_cjson(const struct cJSON *tree,
	struct openai_truncation_strategy **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_truncation_strategy_to_cjson(const struct openai_truncation_strategy *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_truncation_strategy *openai_truncation_strategy_copy(const struct openai_truncation_strategy *value) OAC_MUST_USE;
OPENAI_API void openai_truncation_strategy_free(struct openai_truncation_strategy *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_named_tool_choice_type_text(enum openai_named_tool_choice_type value);

/* struct openai_named_tool_choice; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_named_tool_choice_from_json(const char *text, size_t len,
	struct openai_named_tool_choice **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_named_tool_choice_to_json(const struct openai_named_tool_choice *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_named_tool_choice_from_cjson(const struct cJSON *tree,
	struct openai_named_tool_choice **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_named_tool_choice_to_cjson(const struct openai_named_tool_choice *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_named_tool_choice *openai_named_tool_choice_copy(const struct openai_named_tool_choice *value) OAC_MUST_USE;
OPENAI_API void openai_named_tool_choice_free(struct openai_named_tool_choice *value);

/* struct openai_named_tool_choice_function; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_named_tool_choice_function_from_json(const char *text, size_t len,
	struct openai_named_tool_choice_function **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_named_tool_choice_function_to_json(const struct openai_named_tool_choice_function *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_named_tool_choice_function_from_cjson(const struct cJSON *tree,
	struct openai_named_tool_choice_function **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_named_tool_choice_function_to_cjson(const struct openai_named_tool_choice_function *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_named_tool_choice_function *openai_named_tool_choice_function_copy(const struct openai_named_tool_choice_function *value) OAC_MUST_USE;
OPENAI_API void openai_named_tool_choice_function_free(struct openai_named_tool_choice_function *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_step_include_item_text(enum openai_run_step_include_item value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_step_type_text(enum openai_run_step_type value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_step_status_text(enum openai_run_step_status value);

/* struct openai_step_details; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_step_details_from_json(const char *text, size_t len,
	struct openai_step_details **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_step_details_to_json(const struct openai_step_details *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_step_details_from_cjson(const struct cJSON *tree,
	struct openai_step_details **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_step_details_to_cjson(const struct openai_step_details *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_step_details *openai_step_details_copy(const struct openai_step_details *value) OAC_MUST_USE;
OPENAI_API void openai_step_details_free(struct openai_step_details *value);

/* struct openai_run_step; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_from_json(const char *text, size_t len,
	struct openai_run_step **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_to_json(const struct openai_run_step *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_from_cjson(const struct cJSON *tree,
	struct openai_run_step **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_to_cjson(const struct openai_run_step *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step *openai_run_step_copy(const struct openai_run_step *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_free(struct openai_run_step *value);

/* struct openai_message_creation; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_creation_from_json(const char *text, size_t len,
	struct openai_message_creation **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_creation_to_json(const struct openai_message_creation *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_creation_from_cjson(const struct cJSON *tree,
	struct openai_message_creation **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_creation_to_cjson(const struct openai_message_creation *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_creation *openai_message_creation_copy(const struct openai_message_creation *value) OAC_MUST_USE;
OPENAI_API void openai_message_creation_free(struct openai_message_creation *value);

/* struct openai_message_creation_details; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_creation_details_from_json(const char *text, size_t len,
	struct openai_message_creation_details **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_creation_details_to_json(const struct openai_message_creation_details *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_creation_details_from_cjson(const struct cJSON *tree,
	struct openai_message_creation_details **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_creation_details_to_cjson(const struct openai_message_creation_details *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_creation_details *openai_message_creation_details_copy(const struct openai_message_creation_details *value) OAC_MUST_USE;
OPENAI_API void openai_message_creation_details_free(struct openai_message_creation_details *value);

/* struct openai_tool_calls_details; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_tool_calls_details_from_json(const char *text, size_t len,
	struct openai_tool_calls_details **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_tool_calls_details_to_json(const struct openai_tool_calls_details *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_tool_calls_details_from_cjson(const struct cJSON *tree,
	struct openai_tool_calls_details **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_tool_calls_details_to_cjson(const struct openai_tool_calls_details *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_tool_calls_details *openai_tool_calls_details_copy(const struct openai_tool_calls_details *value) OAC_MUST_USE;
OPENAI_API void openai_tool_calls_details_free(struct openai_tool_calls_details *value);

/* struct openai_tool_call; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_tool_call_from_json(const char *text, size_t len,
	struct openai_tool_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_tool_call_to_json(const struct openai_tool_call *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_tool_call_from_cjson(const struct cJSON *tree,
	struct openai_tool_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_tool_call_to_cjson(const struct openai_tool_call *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_tool_call *openai_tool_call_copy(const struct openai_tool_call *value) OAC_MUST_USE;
OPENAI_API void openai_tool_call_free(struct openai_tool_call *value);

/* struct openai_code_interpreter_call; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_call_from_json(const char *text, size_t len,
	struct openai_code_interpreter_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_call_to_json(const struct openai_code_interpreter_call *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_call_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_call_to_cjson(const struct openai_code_interpreter_call *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_call *openai_code_interpreter_call_copy(const struct openai_code_interpreter_call *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_call_free(struct openai_code_interpreter_call *value);

/* struct openai_code_interpreter_tool_call; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_tool_call_from_json(const char *text, size_t len,
	struct openai_code_interpreter_tool_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_tool_call_to_json(const struct openai_code_interpreter_tool_call *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_tool_call_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_tool_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_tool_call_to_cjson(const struct openai_code_interpreter_tool_call *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_tool_call *openai_code_interpreter_tool_call_copy(const struct openai_code_interpreter_tool_call *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_tool_call_free(struct openai_code_interpreter_tool_call *value);

/* struct openai_code_interpreter_output; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_output_from_json(const char *text, size_t len,
	struct openai_code_interpreter_output **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_output_to_json(const struct openai_code_interpreter_output *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_output_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_output **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_output_to_cjson(const struct openai_code_interpreter_output *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_output *openai_code_interpreter_output_copy(const struct openai_code_interpreter_output *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_output_free(struct openai_code_interpreter_output *value);

/* struct openai_code_interpreter_logs; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_logs_from_json(const char *text, size_t len,
	struct openai_code_interpreter_logs **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_logs_to_json(const struct openai_code_interpreter_logs *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_logs_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_logs **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_logs_to_cjson(const struct openai_code_interpreter_logs *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_logs *openai_code_interpreter_logs_copy(const struct openai_code_interpreter_logs *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_logs_free(struct openai_code_interpreter_logs *value);

/* struct openai_code_interpreter_image_file; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_image_file_from_json(const char *text, size_t len,
	struct openai_code_interpreter_image_file **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_image_file_to_json(const struct openai_code_interpreter_image_file *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_image_file_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_image_file **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_image_file_to_cjson(const struct openai_code_interpreter_image_file *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_image_file *openai_code_interpreter_image_file_copy(const struct openai_code_interpreter_image_file *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_image_file_free(struct openai_code_interpreter_image_file *value);

/* struct openai_code_interpreter_image; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_image_from_json(const char *text, size_t len,
	struct openai_code_interpreter_image **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_image_to_json(const struct openai_code_interpreter_image *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_image_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_image **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_image_to_cjson(const struct openai_code_interpreter_image *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_image *openai_code_interpreter_image_copy(const struct openai_code_interpreter_image *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_image_free(struct openai_code_interpreter_image *value);

/* struct openai_file_search_tool_call_file_search; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_search_tool_call_file_search_from_json(const char *text, size_t len,
	struct openai_file_search_tool_call_file_search **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_search_tool_call_file_search_to_json(const struct openai_file_search_tool_call_file_search *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_search_tool_call_file_search_from_cjson(const struct cJSON *tree,
	struct openai_file_search_tool_call_file_search **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_search_tool_call_file_search_to_cjson(const struct openai_file_search_tool_call_file_search *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_search_tool_call_file_search *openai_file_search_tool_call_file_search_copy(const struct openai_file_search_tool_call_file_search *value) OAC_MUST_USE;
OPENAI_API void openai_file_search_tool_call_file_search_free(struct openai_file_search_tool_call_file_search *value);

/* struct openai_file_search_tool_call; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_search_tool_call_from_json(const char *text, size_t len,
	struct openai_file_search_tool_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_search_tool_call_to_json(const struct openai_file_search_tool_call *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_search_tool_call_from_cjson(const struct cJSON *tree,
	struct openai_file_search_tool_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_search_tool_call_to_cjson(const struct openai_file_search_tool_call *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_search_tool_call *openai_file_search_tool_call_copy(const struct openai_file_search_tool_call *value) OAC_MUST_USE;
OPENAI_API void openai_file_search_tool_call_free(struct openai_file_search_tool_call *value);

/* struct openai_file_search_call_ranking_options; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_search_call_ranking_options_from_json(const char *text, size_t len,
	struct openai_file_search_call_ranking_options **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_search_call_ranking_options_to_json(const struct openai_file_search_call_ranking_options *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_search_call_ranking_options_from_cjson(const struct cJSON *tree,
	struct openai_file_search_call_ranking_options **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_search_call_ranking_options_to_cjson(const struct openai_file_search_call_ranking_options *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_search_call_ranking_options *openai_file_search_call_ranking_options_copy(const struct openai_file_search_call_ranking_options *value) OAC_MUST_USE;
OPENAI_API void openai_file_search_call_ranking_options_free(struct openai_file_search_call_ranking_options *value);

/* struct openai_file_search_result; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_search_result_from_json(const char *text, size_t len,
	struct openai_file_search_result **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_search_result_to_json(const struct openai_file_search_result *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_search_result_from_cjson(const struct cJSON *tree,
	struct openai_file_search_result **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_search_result_to_cjson(const struct openai_file_search_result *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_search_result *openai_file_search_result_copy(const struct openai_file_search_result *value) OAC_MUST_USE;
OPENAI_API void openai_file_search_result_free(struct openai_file_search_result *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_file_search_result_content_type_text(enum openai_file_search_result_content_type value);

/* struct openai_file_search_result_content; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_search_result_content_from_json(const char *text, size_t len,
	struct openai_file_search_result_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_search_result_content_to_json(const struct openai_file_search_result_content *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_search_result_content_from_cjson(const struct cJSON *tree,
	struct openai_file_search_result_content **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_search_result_content_to_cjson(const struct openai_file_search_result_content *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_search_result_content *openai_file_search_result_content_copy(const struct openai_file_search_result_content *value) OAC_MUST_USE;
OPENAI_API void openai_file_search_result_content_free(struct openai_file_search_result_content *value);

/* struct openai_function_tool_call_function; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_function_tool_call_function_from_json(const char *text, size_t len,
	struct openai_function_tool_call_function **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_function_tool_call_function_to_json(const struct openai_function_tool_call_function *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_function_tool_call_function_from_cjson(const struct cJSON *tree,
	struct openai_function_tool_call_function **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_function_tool_call_function_to_cjson(const struct openai_function_tool_call_function *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_function_tool_call_function *openai_function_tool_call_function_copy(const struct openai_function_tool_call_function *value) OAC_MUST_USE;
OPENAI_API void openai_function_tool_call_function_free(struct openai_function_tool_call_function *value);

/* struct openai_function_tool_call; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_function_tool_call_from_json(const char *text, size_t len,
	struct openai_function_tool_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_function_tool_call_to_json(const struct openai_function_tool_call *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_function_tool_call_from_cjson(const struct cJSON *tree,
	struct openai_function_tool_call **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_function_tool_call_to_cjson(const struct openai_function_tool_call *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_function_tool_call *openai_function_tool_call_copy(const struct openai_function_tool_call *value) OAC_MUST_USE;
OPENAI_API void openai_function_tool_call_free(struct openai_function_tool_call *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_run_step_last_error_code_text(enum openai_run_step_last_error_code value);

/* struct openai_run_step_last_error; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_last_error_from_json(const char *text, size_t len,
	struct openai_run_step_last_error **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_last_error_to_json(const struct openai_run_step_last_error *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_last_error_from_cjson(const struct cJSON *tree,
	struct openai_run_step_last_error **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_last_error_to_cjson(const struct openai_run_step_last_error *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step_last_error *openai_run_step_last_error_copy(const struct openai_run_step_last_error *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_last_error_free(struct openai_run_step_last_error *value);

/* struct openai_run_step_usage; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_usage_from_json(const char *text, size_t len,
	struct openai_run_step_usage **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_usage_to_json(const struct openai_run_step_usage *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_usage_from_cjson(const struct cJSON *tree,
	struct openai_run_step_usage **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_usage_to_cjson(const struct openai_run_step_usage *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step_usage *openai_run_step_usage_copy(const struct openai_run_step_usage *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_usage_free(struct openai_run_step_usage *value);

/* struct openai_assistant_stream_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_assistant_stream_event_from_json(const char *text, size_t len,
	struct openai_assistant_stream_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_assistant_stream_event_to_json(const struct openai_assistant_stream_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_assistant_stream_event_from_cjson(const struct cJSON *tree,
	struct openai_assistant_stream_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_assistant_stream_event_to_cjson(const struct openai_assistant_stream_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_assistant_stream_event *openai_assistant_stream_event_copy(const struct openai_assistant_stream_event *value) OAC_MUST_USE;
OPENAI_API void openai_assistant_stream_event_free(struct openai_assistant_stream_event *value);

/* struct openai_thread_created_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_thread_created_event_from_json(const char *text, size_t len,
	struct openai_thread_created_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_thread_created_event_to_json(const struct openai_thread_created_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_thread_created_event_from_cjson(const struct cJSON *tree,
	struct openai_thread_created_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_thread_created_event_to_cjson(const struct openai_thread_created_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_thread_created_event *openai_thread_created_event_copy(const struct openai_thread_created_event *value) OAC_MUST_USE;
OPENAI_API void openai_thread_created_event_free(struct openai_thread_created_event *value);

/* struct openai_run_created_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_created_event_from_json(const char *text, size_t len,
	struct openai_run_created_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_created_event_to_json(const struct openai_run_created_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_created_event_from_cjson(const struct cJSON *tree,
	struct openai_run_created_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_created_event_to_cjson(const struct openai_run_created_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_created_event *openai_run_created_event_copy(const struct openai_run_created_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_created_event_free(struct openai_run_created_event *value);

/* struct openai_run_queued_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_queued_event_from_json(const char *text, size_t len,
	struct openai_run_queued_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_queued_event_to_json(const struct openai_run_queued_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_queued_event_from_cjson(const struct cJSON *tree,
	struct openai_run_queued_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_queued_event_to_cjson(const struct openai_run_queued_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_queued_event *openai_run_queued_event_copy(const struct openai_run_queued_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_queued_event_free(struct openai_run_queued_event *value);

/* struct openai_run_in_progress_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_in_progress_event_from_json(const char *text, size_t len,
	struct openai_run_in_progress_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_in_progress_event_to_json(const struct openai_run_in_progress_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_in_progress_event_from_cjson(const struct cJSON *tree,
	struct openai_run_in_progress_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_in_progress_event_to_cjson(const struct openai_run_in_progress_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_in_progress_event *openai_run_in_progress_event_copy(const struct openai_run_in_progress_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_in_progress_event_free(struct openai_run_in_progress_event *value);

/* struct openai_run_requires_action_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_requires_action_event_from_json(const char *text, size_t len,
	struct openai_run_requires_action_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_requires_action_event_to_json(const struct openai_run_requires_action_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_requires_action_event_from_cjson(const struct cJSON *tree,
	struct openai_run_requires_action_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_requires_action_event_to_cjson(const struct openai_run_requires_action_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_requires_action_event *openai_run_requires_action_event_copy(const struct openai_run_requires_action_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_requires_action_event_free(struct openai_run_requires_action_event *value);

/* struct openai_run_completed_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_completed_event_from_json(const char *text, size_t len,
	struct openai_run_completed_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_completed_event_to_json(const struct openai_run_completed_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_completed_event_from_cjson(const struct cJSON *tree,
	struct openai_run_completed_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_completed_event_to_cjson(const struct openai_run_completed_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_completed_event *openai_run_completed_event_copy(const struct openai_run_completed_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_completed_event_free(struct openai_run_completed_event *value);

/* struct openai_run_incomplete_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_incomplete_event_from_json(const char *text, size_t len,
	struct openai_run_incomplete_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_incomplete_event_to_json(const struct openai_run_incomplete_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_incomplete_event_from_cjson(const struct cJSON *tree,
	struct openai_run_incomplete_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_incomplete_event_to_cjson(const struct openai_run_incomplete_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_incomplete_event *openai_run_incomplete_event_copy(const struct openai_run_incomplete_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_incomplete_event_free(struct openai_run_incomplete_event *value);

/* struct openai_run_failed_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_failed_event_from_json(const char *text, size_t len,
	struct openai_run_failed_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_failed_event_to_json(const struct openai_run_failed_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_failed_event_from_cjson(const struct cJSON *tree,
	struct openai_run_failed_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_failed_event_to_cjson(const struct openai_run_failed_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_failed_event *openai_run_failed_event_copy(const struct openai_run_failed_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_failed_event_free(struct openai_run_failed_event *value);

/* struct openai_run_cancelling_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_cancelling_event_from_json(const char *text, size_t len,
	struct openai_run_cancelling_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_cancelling_event_to_json(const struct openai_run_cancelling_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_cancelling_event_from_cjson(const struct cJSON *tree,
	struct openai_run_cancelling_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_cancelling_event_to_cjson(const struct openai_run_cancelling_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_cancelling_event *openai_run_cancelling_event_copy(const struct openai_run_cancelling_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_cancelling_event_free(struct openai_run_cancelling_event *value);

/* struct openai_run_cancelled_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_cancelled_event_from_json(const char *text, size_t len,
	struct openai_run_cancelled_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_cancelled_event_to_json(const struct openai_run_cancelled_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_cancelled_event_from_cjson(const struct cJSON *tree,
	struct openai_run_cancelled_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_cancelled_event_to_cjson(const struct openai_run_cancelled_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_cancelled_event *openai_run_cancelled_event_copy(const struct openai_run_cancelled_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_cancelled_event_free(struct openai_run_cancelled_event *value);

/* struct openai_run_expired_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_expired_event_from_json(const char *text, size_t len,
	struct openai_run_expired_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_expired_event_to_json(const struct openai_run_expired_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_expired_event_from_cjson(const struct cJSON *tree,
	struct openai_run_expired_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_expired_event_to_cjson(const struct openai_run_expired_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_expired_event *openai_run_expired_event_copy(const struct openai_run_expired_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_expired_event_free(struct openai_run_expired_event *value);

/* struct openai_run_step_created_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_created_event_from_json(const char *text, size_t len,
	struct openai_run_step_created_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_created_event_to_json(const struct openai_run_step_created_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_created_event_from_cjson(const struct cJSON *tree,
	struct openai_run_step_created_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_created_event_to_cjson(const struct openai_run_step_created_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step_created_event *openai_run_step_created_event_copy(const struct openai_run_step_created_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_created_event_free(struct openai_run_step_created_event *value);

/* struct openai_run_step_in_progress_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_in_progress_event_from_json(const char *text, size_t len,
	struct openai_run_step_in_progress_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_in_progress_event_to_json(const struct openai_run_step_in_progress_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_in_progress_event_from_cjson(const struct cJSON *tree,
	struct openai_run_step_in_progress_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_in_progress_event_to_cjson(const struct openai_run_step_in_progress_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step_in_progress_event *openai_run_step_in_progress_event_copy(const struct openai_run_step_in_progress_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_in_progress_event_free(struct openai_run_step_in_progress_event *value);

/* struct openai_step_details_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_step_details_delta_from_json(const char *text, size_t len,
	struct openai_step_details_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_step_details_delta_to_json(const struct openai_step_details_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_step_details_delta_from_cjson(const struct cJSON *tree,
	struct openai_step_details_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_step_details_delta_to_cjson(const struct openai_step_details_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_step_details_delta *openai_step_details_delta_copy(const struct openai_step_details_delta *value) OAC_MUST_USE;
OPENAI_API void openai_step_details_delta_free(struct openai_step_details_delta *value);

/* struct openai_run_step_delta_body; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_delta_body_from_json(const char *text, size_t len,
	struct openai_run_step_delta_body **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_delta_body_to_json(const struct openai_run_step_delta_body *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_delta_body_from_cjson(const struct cJSON *tree,
	struct openai_run_step_delta_body **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_delta_body_to_cjson(const struct openai_run_step_delta_body *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step_delta_body *openai_run_step_delta_body_copy(const struct openai_run_step_delta_body *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_delta_body_free(struct openai_run_step_delta_body *value);

/* struct openai_run_step_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_delta_from_json(const char *text, size_t len,
	struct openai_run_step_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_delta_to_json(const struct openai_run_step_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_delta_from_cjson(const struct cJSON *tree,
	struct openai_run_step_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_delta_to_cjson(const struct openai_run_step_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step_delta *openai_run_step_delta_copy(const struct openai_run_step_delta *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_delta_free(struct openai_run_step_delta *value);

/* struct openai_run_step_delta_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_delta_event_from_json(const char *text, size_t len,
	struct openai_run_step_delta_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_delta_event_to_json(const struct openai_run_step_delta_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_delta_event_from_cjson(const struct cJSON *tree,
	struct openai_run_step_delta_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_delta_event_to_cjson(const struct openai_run_step_delta_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step_delta_event *openai_run_step_delta_event_copy(const struct openai_run_step_delta_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_delta_event_free(struct openai_run_step_delta_event *value);

/* struct openai_message_creation_details_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_creation_details_delta_from_json(const char *text, size_t len,
	struct openai_message_creation_details_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_creation_details_delta_to_json(const struct openai_message_creation_details_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_creation_details_delta_from_cjson(const struct cJSON *tree,
	struct openai_message_creation_details_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_creation_details_delta_to_cjson(const struct openai_message_creation_details_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_creation_details_delta *openai_message_creation_details_delta_copy(const struct openai_message_creation_details_delta *value) OAC_MUST_USE;
OPENAI_API void openai_message_creation_details_delta_free(struct openai_message_creation_details_delta *value);

/* struct openai_message_creation_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_creation_delta_from_json(const char *text, size_t len,
	struct openai_message_creation_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_creation_delta_to_json(const struct openai_message_creation_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_creation_delta_from_cjson(const struct cJSON *tree,
	struct openai_message_creation_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_creation_delta_to_cjson(const struct openai_message_creation_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_creation_delta *openai_message_creation_delta_copy(const struct openai_message_creation_delta *value) OAC_MUST_USE;
OPENAI_API void openai_message_creation_delta_free(struct openai_message_creation_delta *value);

/* struct openai_tool_calls_details_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_tool_calls_details_delta_from_json(const char *text, size_t len,
	struct openai_tool_calls_details_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_tool_calls_details_delta_to_json(const struct openai_tool_calls_details_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_tool_calls_details_delta_from_cjson(const struct cJSON *tree,
	struct openai_tool_calls_details_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_tool_calls_details_delta_to_cjson(const struct openai_tool_calls_details_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_tool_calls_details_delta *openai_tool_calls_details_delta_copy(const struct openai_tool_calls_details_delta *value) OAC_MUST_USE;
OPENAI_API void openai_tool_calls_details_delta_free(struct openai_tool_calls_details_delta *value);

/* struct openai_tool_call_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_tool_call_delta_from_json(const char *text, size_t len,
	struct openai_tool_call_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_tool_call_delta_to_json(const struct openai_tool_call_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_tool_call_delta_from_cjson(const struct cJSON *tree,
	struct openai_tool_call_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_tool_call_delta_to_cjson(const struct openai_tool_call_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_tool_call_delta *openai_tool_call_delta_copy(const struct openai_tool_call_delta *value) OAC_MUST_USE;
OPENAI_API void openai_tool_call_delta_free(struct openai_tool_call_delta *value);

/* struct openai_code_interpreter_tool_call_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_tool_call_delta_from_json(const char *text, size_t len,
	struct openai_code_interpreter_tool_call_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_tool_call_delta_to_json(const struct openai_code_interpreter_tool_call_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_tool_call_delta_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_tool_call_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_tool_call_delta_to_cjson(const struct openai_code_interpreter_tool_call_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_tool_call_delta *openai_code_interpreter_tool_call_delta_copy(const struct openai_code_interpreter_tool_call_delta *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_tool_call_delta_free(struct openai_code_interpreter_tool_call_delta *value);

/* struct openai_code_interpreter_call_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_call_delta_from_json(const char *text, size_t len,
	struct openai_code_interpreter_call_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_call_delta_to_json(const struct openai_code_interpreter_call_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_call_delta_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_call_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_call_delta_to_cjson(const struct openai_code_interpreter_call_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_call_delta *openai_code_interpreter_call_delta_copy(const struct openai_code_interpreter_call_delta *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_call_delta_free(struct openai_code_interpreter_call_delta *value);

/* struct openai_code_interpreter_output_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_output_delta_from_json(const char *text, size_t len,
	struct openai_code_interpreter_output_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_output_delta_to_json(const struct openai_code_interpreter_output_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_output_delta_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_output_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_output_delta_to_cjson(const struct openai_code_interpreter_output_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_output_delta *openai_code_interpreter_output_delta_copy(const struct openai_code_interpreter_output_delta *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_output_delta_free(struct openai_code_interpreter_output_delta *value);

/* struct openai_code_interpreter_logs_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_logs_delta_from_json(const char *text, size_t len,
	struct openai_code_interpreter_logs_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_logs_delta_to_json(const struct openai_code_interpreter_logs_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_logs_delta_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_logs_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_logs_delta_to_cjson(const struct openai_code_interpreter_logs_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_logs_delta *openai_code_interpreter_logs_delta_copy(const struct openai_code_interpreter_logs_delta *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_logs_delta_free(struct openai_code_interpreter_logs_delta *value);

/* struct openai_code_interpreter_image_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_image_delta_from_json(const char *text, size_t len,
	struct openai_code_interpreter_image_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_image_delta_to_json(const struct openai_code_interpreter_image_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_image_delta_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_image_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_image_delta_to_cjson(const struct openai_code_interpreter_image_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_image_delta *openai_code_interpreter_image_delta_copy(const struct openai_code_interpreter_image_delta *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_image_delta_free(struct openai_code_interpreter_image_delta *value);

/* struct openai_code_interpreter_image_file_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_code_interpreter_image_file_delta_from_json(const char *text, size_t len,
	struct openai_code_interpreter_image_file_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_code_interpreter_image_file_delta_to_json(const struct openai_code_interpreter_image_file_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_code_interpreter_image_file_delta_from_cjson(const struct cJSON *tree,
	struct openai_code_interpreter_image_file_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_code_interpreter_image_file_delta_to_cjson(const struct openai_code_interpreter_image_file_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_code_interpreter_image_file_delta *openai_code_interpreter_image_file_delta_copy(const struct openai_code_interpreter_image_file_delta *value) OAC_MUST_USE;
OPENAI_API void openai_code_interpreter_image_file_delta_free(struct openai_code_interpreter_image_file_delta *value);

/* struct openai_file_search_tool_call_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_search_tool_call_delta_from_json(const char *text, size_t len,
	struct openai_file_search_tool_call_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_search_tool_call_delta_to_json(const struct openai_file_search_tool_call_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_search_tool_call_delta_from_cjson(const struct cJSON *tree,
	struct openai_file_search_tool_call_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_search_tool_call_delta_to_cjson(const struct openai_file_search_tool_call_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_search_tool_call_delta *openai_file_search_tool_call_delta_copy(const struct openai_file_search_tool_call_delta *value) OAC_MUST_USE;
OPENAI_API void openai_file_search_tool_call_delta_free(struct openai_file_search_tool_call_delta *value);

/* struct openai_function_tool_call_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_function_tool_call_delta_from_json(const char *text, size_t len,
	struct openai_function_tool_call_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_function_tool_call_delta_to_json(const struct openai_function_tool_call_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_function_tool_call_delta_from_cjson(const struct cJSON *tree,
	struct openai_function_tool_call_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_function_tool_call_delta_to_cjson(const struct openai_function_tool_call_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_function_tool_call_delta *openai_function_tool_call_delta_copy(const struct openai_function_tool_call_delta *value) OAC_MUST_USE;
OPENAI_API void openai_function_tool_call_delta_free(struct openai_function_tool_call_delta *value);

/* struct openai_function_tool_call_delta_function; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_function_tool_call_delta_function_from_json(const char *text, size_t len,
	struct openai_function_tool_call_delta_function **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_function_tool_call_delta_function_to_json(const struct openai_function_tool_call_delta_function *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_function_tool_call_delta_function_from_cjson(const struct cJSON *tree,
	struct openai_function_tool_call_delta_function **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_function_tool_call_delta_function_to_cjson(const struct openai_function_tool_call_delta_function *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_function_tool_call_delta_function *openai_function_tool_call_delta_function_copy(const struct openai_function_tool_call_delta_function *value) OAC_MUST_USE;
OPENAI_API void openai_function_tool_call_delta_function_free(struct openai_function_tool_call_delta_function *value);

/* struct openai_run_step_completed_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_completed_event_from_json(const char *text, size_t len,
	struct openai_run_step_completed_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_completed_event_to_json(const struct openai_run_step_completed_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_completed_event_from_cjson(const struct cJSON *tree,
	struct openai_run_step_completed_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_completed_event_to_cjson(const struct openai_run_step_completed_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step_completed_event *openai_run_step_completed_event_copy(const struct openai_run_step_completed_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_completed_event_free(struct openai_run_step_completed_event *value);

/* struct openai_run_step_failed_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_failed_event_from_json(const char *text, size_t len,
	struct openai_run_step_failed_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_failed_event_to_json(const struct openai_run_step_failed_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_failed_event_from_cjson(const struct cJSON *tree,
	struct openai_run_step_failed_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_failed_event_to_cjson(const struct openai_run_step_failed_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step_failed_event *openai_run_step_failed_event_copy(const struct openai_run_step_failed_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_failed_event_free(struct openai_run_step_failed_event *value);

/* struct openai_run_step_cancelled_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_cancelled_event_from_json(const char *text, size_t len,
	struct openai_run_step_cancelled_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_cancelled_event_to_json(const struct openai_run_step_cancelled_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_cancelled_event_from_cjson(const struct cJSON *tree,
	struct openai_run_step_cancelled_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_cancelled_event_to_cjson(const struct openai_run_step_cancelled_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step_cancelled_event *openai_run_step_cancelled_event_copy(const struct openai_run_step_cancelled_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_cancelled_event_free(struct openai_run_step_cancelled_event *value);

/* struct openai_run_step_expired_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_run_step_expired_event_from_json(const char *text, size_t len,
	struct openai_run_step_expired_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_run_step_expired_event_to_json(const struct openai_run_step_expired_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_step_expired_event_from_cjson(const struct cJSON *tree,
	struct openai_run_step_expired_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_run_step_expired_event_to_cjson(const struct openai_run_step_expired_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_run_step_expired_event *openai_run_step_expired_event_copy(const struct openai_run_step_expired_event *value) OAC_MUST_USE;
OPENAI_API void openai_run_step_expired_event_free(struct openai_run_step_expired_event *value);

/* struct openai_message_created_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_created_event_from_json(const char *text, size_t len,
	struct openai_message_created_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_created_event_to_json(const struct openai_message_created_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_created_event_from_cjson(const struct cJSON *tree,
	struct openai_message_created_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_created_event_to_cjson(const struct openai_message_created_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_created_event *openai_message_created_event_copy(const struct openai_message_created_event *value) OAC_MUST_USE;
OPENAI_API void openai_message_created_event_free(struct openai_message_created_event *value);

/* struct openai_message_in_progress_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_in_progress_event_from_json(const char *text, size_t len,
	struct openai_message_in_progress_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_in_progress_event_to_json(const struct openai_message_in_progress_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_in_progress_event_from_cjson(const struct cJSON *tree,
	struct openai_message_in_progress_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_in_progress_event_to_cjson(const struct openai_message_in_progress_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_in_progress_event *openai_message_in_progress_event_copy(const struct openai_message_in_progress_event *value) OAC_MUST_USE;
OPENAI_API void openai_message_in_progress_event_free(struct openai_message_in_progress_event *value);

/* struct openai_message_delta_body; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_delta_body_from_json(const char *text, size_t len,
	struct openai_message_delta_body **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_delta_body_to_json(const struct openai_message_delta_body *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_delta_body_from_cjson(const struct cJSON *tree,
	struct openai_message_delta_body **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_delta_body_to_cjson(const struct openai_message_delta_body *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_delta_body *openai_message_delta_body_copy(const struct openai_message_delta_body *value) OAC_MUST_USE;
OPENAI_API void openai_message_delta_body_free(struct openai_message_delta_body *value);

/* struct openai_message_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_delta_from_json(const char *text, size_t len,
	struct openai_message_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_delta_to_json(const struct openai_message_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_delta_from_cjson(const struct cJSON *tree,
	struct openai_message_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_delta_to_cjson(const struct openai_message_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_delta *openai_message_delta_copy(const struct openai_message_delta *value) OAC_MUST_USE;
OPENAI_API void openai_message_delta_free(struct openai_message_delta *value);

/* struct openai_message_delta_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_delta_event_from_json(const char *text, size_t len,
	struct openai_message_delta_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_delta_event_to_json(const struct openai_message_delta_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_delta_event_from_cjson(const struct cJSON *tree,
	struct openai_message_delta_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_delta_event_to_cjson(const struct openai_message_delta_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_delta_event *openai_message_delta_event_copy(const struct openai_message_delta_event *value) OAC_MUST_USE;
OPENAI_API void openai_message_delta_event_free(struct openai_message_delta_event *value);

/* struct openai_message_content_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_content_delta_from_json(const char *text, size_t len,
	struct openai_message_content_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_content_delta_to_json(const struct openai_message_content_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_content_delta_from_cjson(const struct cJSON *tree,
	struct openai_message_content_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_content_delta_to_cjson(const struct openai_message_content_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_content_delta *openai_message_content_delta_copy(const struct openai_message_content_delta *value) OAC_MUST_USE;
OPENAI_API void openai_message_content_delta_free(struct openai_message_content_delta *value);

/* struct openai_image_file_content_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_image_file_content_delta_from_json(const char *text, size_t len,
	struct openai_image_file_content_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_image_file_content_delta_to_json(const struct openai_image_file_content_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_image_file_content_delta_from_cjson(const struct cJSON *tree,
	struct openai_image_file_content_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_image_file_content_delta_to_cjson(const struct openai_image_file_content_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_image_file_content_delta *openai_image_file_content_delta_copy(const struct openai_image_file_content_delta *value) OAC_MUST_USE;
OPENAI_API void openai_image_file_content_delta_free(struct openai_image_file_content_delta *value);

/* struct openai_image_file_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_image_file_delta_from_json(const char *text, size_t len,
	struct openai_image_file_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_image_file_delta_to_json(const struct openai_image_file_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_image_file_delta_from_cjson(const struct cJSON *tree,
	struct openai_image_file_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_image_file_delta_to_cjson(const struct openai_image_file_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_image_file_delta *openai_image_file_delta_copy(const struct openai_image_file_delta *value) OAC_MUST_USE;
OPENAI_API void openai_image_file_delta_free(struct openai_image_file_delta *value);

/* struct openai_text_content_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_text_content_delta_from_json(const char *text, size_t len,
	struct openai_text_content_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_text_content_delta_to_json(const struct openai_text_content_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_text_content_delta_from_cjson(const struct cJSON *tree,
	struct openai_text_content_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_text_content_delta_to_cjson(const struct openai_text_content_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_text_content_delta *openai_text_content_delta_copy(const struct openai_text_content_delta *value) OAC_MUST_USE;
OPENAI_API void openai_text_content_delta_free(struct openai_text_content_delta *value);

/* struct openai_text_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_text_delta_from_json(const char *text, size_t len,
	struct openai_text_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_text_delta_to_json(const struct openai_text_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_text_delta_from_cjson(const struct cJSON *tree,
	struct openai_text_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_text_delta_to_cjson(const struct openai_text_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_text_delta *openai_text_delta_copy(const struct openai_text_delta *value) OAC_MUST_USE;
OPENAI_API void openai_text_delta_free(struct openai_text_delta *value);

/* struct openai_annotation_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_annotation_delta_from_json(const char *text, size_t len,
	struct openai_annotation_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_annotation_delta_to_json(const struct openai_annotation_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_annotation_delta_from_cjson(const struct cJSON *tree,
	struct openai_annotation_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_annotation_delta_to_cjson(const struct openai_annotation_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_annotation_delta *openai_annotation_delta_copy(const struct openai_annotation_delta *value) OAC_MUST_USE;
OPENAI_API void openai_annotation_delta_free(struct openai_annotation_delta *value);

/* struct openai_file_citation_annotation_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_citation_annotation_delta_from_json(const char *text, size_t len,
	struct openai_file_citation_annotation_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_citation_annotation_delta_to_json(const struct openai_file_citation_annotation_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_citation_annotation_delta_from_cjson(const struct cJSON *tree,
	struct openai_file_citation_annotation_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_citation_annotation_delta_to_cjson(const struct openai_file_citation_annotation_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_citation_annotation_delta *openai_file_citation_annotation_delta_copy(const struct openai_file_citation_annotation_delta *value) OAC_MUST_USE;
OPENAI_API void openai_file_citation_annotation_delta_free(struct openai_file_citation_annotation_delta *value);

/* struct openai_file_citation_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_citation_delta_from_json(const char *text, size_t len,
	struct openai_file_citation_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_citation_delta_to_json(const struct openai_file_citation_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_citation_delta_from_cjson(const struct cJSON *tree,
	struct openai_file_citation_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_citation_delta_to_cjson(const struct openai_file_citation_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_citation_delta *openai_file_citation_delta_copy(const struct openai_file_citation_delta *value) OAC_MUST_USE;
OPENAI_API void openai_file_citation_delta_free(struct openai_file_citation_delta *value);

/* struct openai_file_path_annotation_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_path_annotation_delta_from_json(const char *text, size_t len,
	struct openai_file_path_annotation_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_path_annotation_delta_to_json(const struct openai_file_path_annotation_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_path_annotation_delta_from_cjson(const struct cJSON *tree,
	struct openai_file_path_annotation_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_path_annotation_delta_to_cjson(const struct openai_file_path_annotation_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_path_annotation_delta *openai_file_path_annotation_delta_copy(const struct openai_file_path_annotation_delta *value) OAC_MUST_USE;
OPENAI_API void openai_file_path_annotation_delta_free(struct openai_file_path_annotation_delta *value);

/* struct openai_file_path_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_file_path_delta_from_json(const char *text, size_t len,
	struct openai_file_path_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_file_path_delta_to_json(const struct openai_file_path_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_file_path_delta_from_cjson(const struct cJSON *tree,
	struct openai_file_path_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_file_path_delta_to_cjson(const struct openai_file_path_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_file_path_delta *openai_file_path_delta_copy(const struct openai_file_path_delta *value) OAC_MUST_USE;
OPENAI_API void openai_file_path_delta_free(struct openai_file_path_delta *value);

/* struct openai_refusal_content_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_refusal_content_delta_from_json(const char *text, size_t len,
	struct openai_refusal_content_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_refusal_content_delta_to_json(const struct openai_refusal_content_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_refusal_content_delta_from_cjson(const struct cJSON *tree,
	struct openai_refusal_content_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_refusal_content_delta_to_cjson(const struct openai_refusal_content_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_refusal_content_delta *openai_refusal_content_delta_copy(const struct openai_refusal_content_delta *value) OAC_MUST_USE;
OPENAI_API void openai_refusal_content_delta_free(struct openai_refusal_content_delta *value);

/* struct openai_image_url_content_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_image_url_content_delta_from_json(const char *text, size_t len,
	struct openai_image_url_content_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_image_url_content_delta_to_json(const struct openai_image_url_content_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_image_url_content_delta_from_cjson(const struct cJSON *tree,
	struct openai_image_url_content_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_image_url_content_delta_to_cjson(const struct openai_image_url_content_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_image_url_content_delta *openai_image_url_content_delta_copy(const struct openai_image_url_content_delta *value) OAC_MUST_USE;
OPENAI_API void openai_image_url_content_delta_free(struct openai_image_url_content_delta *value);

/* struct openai_image_url_delta; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_image_url_delta_from_json(const char *text, size_t len,
	struct openai_image_url_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_image_url_delta_to_json(const struct openai_image_url_delta *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_image_url_delta_from_cjson(const struct cJSON *tree,
	struct openai_image_url_delta **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_image_url_delta_to_cjson(const struct openai_image_url_delta *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_image_url_delta *openai_image_url_delta_copy(const struct openai_image_url_delta *value) OAC_MUST_USE;
OPENAI_API void openai_image_url_delta_free(struct openai_image_url_delta *value);

/* struct openai_message_completed_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_completed_event_from_json(const char *text, size_t len,
	struct openai_message_completed_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_completed_event_to_json(const struct openai_message_completed_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_completed_event_from_cjson(const struct cJSON *tree,
	struct openai_message_completed_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_completed_event_to_cjson(const struct openai_message_completed_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_completed_event *openai_message_completed_event_copy(const struct openai_message_completed_event *value) OAC_MUST_USE;
OPENAI_API void openai_message_completed_event_free(struct openai_message_completed_event *value);

/* struct openai_message_incomplete_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_message_incomplete_event_from_json(const char *text, size_t len,
	struct openai_message_incomplete_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_message_incomplete_event_to_json(const struct openai_message_incomplete_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_message_incomplete_event_from_cjson(const struct cJSON *tree,
	struct openai_message_incomplete_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_message_incomplete_event_to_cjson(const struct openai_message_incomplete_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_message_incomplete_event *openai_message_incomplete_event_copy(const struct openai_message_incomplete_event *value) OAC_MUST_USE;
OPENAI_API void openai_message_incomplete_event_free(struct openai_message_incomplete_event *value);

/* struct openai_error; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_error_from_json(const char *text, size_t len,
	struct openai_error **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_error_to_json(const struct openai_error *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_error_from_cjson(const struct cJSON *tree,
	struct openai_error **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_error_to_cjson(const struct openai_error *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_error *openai_error_copy(const struct openai_error *value) OAC_MUST_USE;
OPENAI_API void openai_error_free(struct openai_error *value);

/* struct openai_error_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_error_event_from_json(const char *text, size_t len,
	struct openai_error_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_error_event_to_json(const struct openai_error_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_error_event_from_cjson(const struct cJSON *tree,
	struct openai_error_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_error_event_to_cjson(const struct openai_error_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_error_event *openai_error_event_copy(const struct openai_error_event *value) OAC_MUST_USE;
OPENAI_API void openai_error_event_free(struct openai_error_event *value);

/* struct openai_done_event; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_done_event_from_json(const char *text, size_t len,
	struct openai_done_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_done_event_to_json(const struct openai_done_event *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_done_event_from_cjson(const struct cJSON *tree,
	struct openai_done_event **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_done_event_to_cjson(const struct openai_done_event *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_done_event *openai_done_event_copy(const struct openai_done_event *value) OAC_MUST_USE;
OPENAI_API void openai_done_event_free(struct openai_done_event *value);

/* struct openai_error_response; oac.h tells what the six functions do. */
OPENAI_API enum oac_status openai_error_response_from_json(const char *text, size_t len,
	struct openai_error_response **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API char *openai_error_response_to_json(const struct openai_error_response *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_error_response_from_cjson(const struct cJSON *tree,
	struct openai_error_response **out, struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct cJSON *openai_error_response_to_cjson(const struct openai_error_response *value,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API struct openai_error_response *openai_error_response_copy(const struct openai_error_response *value) OAC_MUST_USE;
OPENAI_API void openai_error_response_free(struct openai_error_response *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
OPENAI_API const char *openai_list_order_text(enum openai_list_order value);

#ifdef __cplusplus
}
#endif

#endif

/*
 * oac_value.h: the values that generated structs are made of.
 *
 * A zero-initialised value is absent. Presence is its own state, so 0, false
 * and "" are values that are sent:
 *
 *	struct openai_create_run_request req = {
 *		.assistant_id = "asst_abc123",
 *		.temperature = OAC_NUM(0.2),
 *		.tools = OAC_LIST(tools),
 *		.oac_more = OAC_JSON("{\"instructions\":null}"),
 *	};
 *
 * OAC_NUM and the like are brace initialisers; oac_num() and the like return
 * the same value for an assignment.
 */
#ifndef OAC_VALUE_H
#define OAC_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifndef OAC_API
#if defined(__GNUC__)
#define OAC_API __attribute__((visibility("default")))
#else
#define OAC_API
#endif
#endif

/* A result that must not be ignored. */
#if defined(__GNUC__)
#define OAC_MUST_USE __attribute__((warn_unused_result))
#else
#define OAC_MUST_USE
#endif

/* The vendor's word that something is going away: silent unless asked for. */
#if defined(OAC_WARN_DEPRECATED) && defined(__GNUC__)
#define OAC_DEPRECATED __attribute__((deprecated))
#else
#define OAC_DEPRECATED
#endif

/* Exact JSON text. text NULL: absent. Results are NUL-terminated at text[len]. */
struct oac_json {
	const char *text;
	size_t len; /* bytes, without the terminator */
};

struct oac_opt_int64 {
	bool set;
	int64_t value;
};

struct oac_opt_uint64 {
	bool set;
	uint64_t value;
};

struct oac_opt_double {
	bool set;
	double value;
};

struct oac_opt_bool {
	bool set;
	bool value;
};

/* items NULL: absent; items not NULL and count 0: an empty list. */
struct oac_string_list {
	size_t count;
	const char *const *items;
};

struct oac_int64_list {
	size_t count;
	const int64_t *items;
};

struct oac_uint64_list {
	size_t count;
	const uint64_t *items;
};

struct oac_double_list {
	size_t count;
	const double *items;
};

struct oac_bool_list {
	size_t count;
	const bool *items;
};

struct oac_json_list {
	size_t count;
	const struct oac_json *items;
};

#define OAC_READ_FAILED ((size_t)-1)

/*
 * Bytes that are read while they are sent, by the thread that waits for the call, or that runs
 * its loop; of an _async call until that is over. The struct itself is copied.
 */
struct oac_source {
	void *user;
	/* Writes at most size bytes to bytes; returns how many, 0 at the end, or OAC_READ_FAILED. */
	size_t (*read)(void *user, void *bytes, size_t size);
	/* Goes back to the start, for a retry or a redirect; false: it cannot. NULL: it never can. */
	bool (*rewind)(void *user);
	struct oac_opt_int64 length; /* in bytes; unset: not known, which servers before HTTP/1.1 refuse */
};

/*
 * A file that a multipart request sends as one of its parts: data, or the file at path, or a
 * source. None of them: absent; data not NULL and len 0: an empty file.
 */
struct oac_file {
	const char *filename; /* what the server is told; NULL: that of path, else the name of the part */
	const void *data;
	size_t len;
	const char *content_type; /* NULL: the document's, else application/octet-stream */
	const char *path; /* opened before anything is sent, and read while it is sent */
	const struct oac_source *source;
};

struct oac_file_list {
	size_t count;
	const struct oac_file *items;
};

/* A whole request body that is sent as it is, in the same three ways. */
struct oac_body {
	const void *data;
	size_t len;
	const char *content_type; /* NULL: the document's */
	const char *path;
	const struct oac_source *source;
};

/* An answer that is no JSON, as it came. One block; oac_value_free frees it. */
struct oac_bytes {
	size_t len;
	const char *data; /* data[len] is NUL, so that text can be used as a string */
	const char *content_type; /* as the server gave it, or "" */
};

/* A map keeps the order of its entries; a key may repeat, and the last one counts. */
struct oac_string_map_entry {
	const char *key;
	const char *value;
};

struct oac_string_map {
	size_t count;
	const struct oac_string_map_entry *entries;
};

struct oac_json_map_entry {
	const char *key;
	struct oac_json value;
};

struct oac_json_map {
	size_t count;
	const struct oac_json_map_entry *entries;
};

/* Brace initialisers. */
#define OAC_INT(x) { true, (x) }
#define OAC_NUM(x) { true, (x) }
#define OAC_BOOL(x) { true, (x) }
/* literal: a string literal that holds one JSON value */
#define OAC_JSON(literal) { "" literal, sizeof(literal) - 1 }
/* array: an array, not a pointer; its elements are the items */
#define OAC_LIST(array) { sizeof(array) / sizeof((array)[0]), (array) }
/* array: an array of entries {key, value} */
#define OAC_MAP(array) OAC_LIST(array)

/* The same values as expressions. */
static inline struct oac_opt_int64 oac_int(int64_t value)
{
	struct oac_opt_int64 opt = { true, value };
	return opt;
}

static inline struct oac_opt_uint64 oac_uint(uint64_t value)
{
	struct oac_opt_uint64 opt = { true, value };
	return opt;
}

static inline struct oac_opt_double oac_num(double value)
{
	struct oac_opt_double opt = { true, value };
	return opt;
}

static inline struct oac_opt_bool oac_bool(bool value)
{
	struct oac_opt_bool opt = { true, value };
	return opt;
}

/* text: len bytes that stay valid as long as the result is used */
static inline struct oac_json oac_json_of(const char *text, size_t len)
{
	struct oac_json json = { text, len };
	return json;
}

#ifdef __cplusplus
extern "C" {
#endif

/* The value of the last entry named key, or NULL when there is none. The map owns it. */
OAC_API const char *oac_string_map_get(const struct oac_string_map *map, const char *key);

/* The value of the last entry named key, or NULL when there is none. The map owns it. */
OAC_API const struct oac_json *oac_json_map_get(const struct oac_json_map *map, const char *key);

/* The value of the last entry of a map whose key is key, or NULL: for the _get of every map. */
OAC_API const void *oac_map_value(
	const void *entries, size_t count, size_t entry_size, size_t value_offset, const char *key);

struct cJSON;
struct oac_error;

/*
 * A cJSON tree of JSON text; free it with cJSON_Delete. NULL on failure, with err
 * (nullable) set. An integer that a double does not hold becomes a raw item, so
 * that printing the tree gives it back.
 */
OAC_API struct cJSON *oac_json_tree(struct oac_json json, struct oac_error *err);

/* Frees a list, a map, a JSON value or bytes of the runtime's own types that a call returned. NULL is fine. */
OAC_API void oac_value_free(void *value);

/* Frees a text that the library returned. NULL is fine. */
OAC_API void oac_text_free(char *text);

#ifdef __cplusplus
}
#endif

#endif

/*
 * oac_codec.h: the tables that generated code consists of, and the one codec
 * that reads them. Programs don't use this header; generated .c files do:
 *
 *	static const struct oac_field fields[] = {
 *		OAC_STRING(struct openai_thread, id, "id", OAC_REQUIRED),
 *		OAC_INT64(struct openai_thread, created_at, "created_at", OAC_REQUIRED),
 *		OAC_CONST("object", "\"thread\"", OAC_REQUIRED),
 *	};
 *	const struct oac_object openai_thread_type = OAC_OBJECT_TYPE(struct openai_thread, fields);
 *	OAC_OBJECT_FUNCTIONS(openai_thread)
 *
 * Each line checks at compile time that the member has the C type that its
 * kind says (the macros select on it), so a table cannot disagree with its struct.
 *
 * A value that the typed members cannot say (an explicit null, an unknown
 * member, the text of an unknown enum value) lives in the oac_more of the object
 * around it. When encoding, a member that is zero there gives way to the member
 * of the same name in oac_more; any other typed member wins over it.
 *
 * Two markers complete this, so that decoding and encoding give back any
 * document. An oac_more of null: the object itself, an item of a list or a map,
 * was null. A carriage return before the brace: required constants and plain
 * numbers that are not named behind it were absent.
 */
#ifndef OAC_CODEC_H
#define OAC_CODEC_H

#include "oac_error.h"
#include "oac_pattern.h"
#include "oac_value.h"

#include <string.h>

/* Generated files refuse a runtime with other tables. */
#define OAC_CODEC_VERSION 5

enum oac_kind {
	OAC_KIND_STRING = 1, /* const char * */
	OAC_KIND_BOOL,	     /* bool */
	OAC_KIND_INT64,	     /* int64_t */
	OAC_KIND_DOUBLE,     /* double */
	OAC_KIND_OPT_BOOL,   /* struct oac_opt_bool */
	OAC_KIND_OPT_INT64,  /* struct oac_opt_int64 */
	OAC_KIND_OPT_DOUBLE, /* struct oac_opt_double */
	OAC_KIND_ENUM,	     /* an enum; type: struct oac_enum */
	OAC_KIND_OBJECT,     /* a struct; type: struct oac_object */
	OAC_KIND_POINTER,    /* pointer to a const struct; type: struct oac_object */
	OAC_KIND_UNION,	     /* a struct {kind, as}; type: struct oac_union */
	OAC_KIND_UNION_POINTER, /* pointer to a const union struct; type: struct oac_union */
	OAC_KIND_LIST,	     /* a struct {count, items}; type: struct oac_list */
	OAC_KIND_MAP,	     /* a struct {count, entries}; type: struct oac_map */
	OAC_KIND_JSON,	     /* struct oac_json */
	OAC_KIND_CONST,	     /* no storage; type: the value as JSON text, a const char * */
	OAC_KIND_FILE,	     /* struct oac_file: a part of a multipart body, without JSON text */
	OAC_KIND_BODY,	     /* struct oac_body: the whole body, without JSON text */
	OAC_KIND_BYTES,	     /* struct oac_bytes: an answer, without JSON text */
	OAC_KIND_UINT64,     /* uint64_t */
	OAC_KIND_OPT_UINT64, /* struct oac_opt_uint64 */
};

/* Flags of a field: what the schema says of it, and where a request carries it. */
enum {
	OAC_REQUIRED = 1, /* the schema's own word; a request without it is refused */
	OAC_NULLABLE = 2, /* an explicit null is allowed (strict decoding asks) */

	/* A parameter: no part of the JSON text. Without one of these a field belongs to the body. */
	OAC_IN_QUERY = 1 << 2,
	OAC_IN_HEADER = 2 << 2,
	OAC_IN_COOKIE = 3 << 2,
	OAC_IN_MASK = 3 << 2,

	/* How a parameter, or a member of a form, that is no scalar becomes text. */
	OAC_STYLE_FORM_EXPLODE = 0, /* a=1&a=2, the default of the specification in a query */
	OAC_STYLE_FORM = 1 << 4,	/* a=1,2 */
	OAC_STYLE_SPACE = 2 << 4,	/* a=1%202 */
	OAC_STYLE_PIPE = 3 << 4,	/* a=1%7C2 */
	OAC_STYLE_DEEP_OBJECT = 4 << 4, /* a[b]=1, a[]=1, a[0][b]=1 */
	OAC_STYLE_SIMPLE = 5 << 4,	/* 1,2: headers */
	OAC_STYLE_JSON = 6 << 4,	/* the value as JSON text: a content parameter */
	/* Of a form's member of which the document says nothing: a=1&a=2, all else as deepObject;
	 * in a multipart body objects are JSON. */
	OAC_STYLE_UNSTATED = 7 << 4,
	OAC_STYLE_MASK = 7 << 4,

	OAC_RESERVED = 1 << 7, /* allowReserved: reserved characters are not escaped in the query */
};

/* One member of an object. */
struct oac_field {
	const char *key; /* wire name as JSON text with its quotes and a colon: "\"id\":" */
	uint16_t key_len;
	uint8_t kind;
	uint8_t flags;
	uint32_t offset;
	const void *type;
};

/* What a value is: the part of a field that a list or a map has too. */
struct oac_shape {
	const void *type;
	uint32_t size;
	uint8_t kind;
};

/* What strict decoding asks of a value beyond its type. */
enum oac_limit_rule {
	OAC_LIMIT_MINIMUM = 1,
	OAC_LIMIT_MAXIMUM,
	OAC_LIMIT_ABOVE,    /* exclusiveMinimum */
	OAC_LIMIT_BELOW,    /* exclusiveMaximum */
	OAC_LIMIT_MULTIPLE, /* multipleOf */
	OAC_LIMIT_LEAST,    /* characters, items or entries */
	OAC_LIMIT_MOST,
	OAC_LIMIT_UNIQUE,   /* items; only scalars are compared */
	OAC_LIMIT_PATTERN,
};

struct oac_limit {
	uint16_t index; /* of the field, or of the variant */
	uint8_t level;	/* 0: the value itself; 1: the items of its list or map, and so on */
	uint8_t rule;	/* OAC_LIMIT_... */
	double number;
	const struct oac_pattern *pattern;
};

struct oac_object {
	const char *name; /* C name without the prefix's struct: "openai_run" */
	const struct oac_field *fields;
	uint32_t count;
	uint32_t size;
	uint32_t more; /* offset of oac_more */
	uint16_t flags; /* OAC_CLOSED */
	uint16_t limit_count;
	const struct oac_limit *limits;
};

enum {
	OAC_CLOSED = 1, /* additionalProperties: false; strict decoding refuses unknown members */
};

struct oac_enum {
	const char *name;
	const char *const *values; /* text of each, "queued"; values[0] is C value 2 */
	uint32_t count;
	uint32_t json; /* not all are simple strings: values are JSON text, "\"a\"", "5" */
};

/* The first two values of every generated enum. */
enum {
	OAC_UNSET = 0,
	OAC_UNKNOWN = 1,
};

struct oac_list {
	struct oac_shape item;
};

/* entries are {const char *key; T value;} of entry_size bytes */
struct oac_map {
	struct oac_shape value;
	uint32_t value_offset;
	uint32_t entry_size;
};

/*
 * One variant of a union; its kind in C is its index plus 2. When several
 * variants share a JSON kind, objects are told apart by tag, the text of the
 * discriminator's value, and else by the required members they know.
 */
struct oac_variant {
	const char *tag; /* JSON text, or NULL */
	const void *type;
	uint32_t offset; /* in the union's struct */
	uint8_t kind;
	uint8_t alias_of; /* 0, or 1 + index of the variant that this further tag stands for; tag NULL: any other, or none */
};

struct oac_union {
	const char *name;
	const char *discriminator; /* the member that tells, as a key: "\"type\":", or NULL */
	const struct oac_variant *variants;
	uint32_t count;
	uint32_t size;
	uint32_t json; /* offset of as.json */
	uint16_t discriminator_len;
	uint16_t limit_count;
	const struct oac_limit *limits;
};

/* What the struct of every list and map looks like; of a map the items are its entries. */
struct oac_any_list {
	size_t count;
	const void *items;
};

/* ---- table lines ---- */

/* The kind, after the compiler has seen that member m of T has type C. */
#define OAC_CHECKED(T, m, C, value) _Generic(((T *)0)->m, C: (value))
#define OAC_LINE(T, m, wire, flags, kind, type) \
	{ "\"" wire "\":", sizeof("\"" wire "\":") - 1, (kind), (flags), offsetof(T, m), (type) }

#define OAC_STRING(T, m, wire, flags) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, const char *, OAC_KIND_STRING), NULL)
#define OAC_FLAG(T, m, wire, flags) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, bool, OAC_KIND_BOOL), NULL)
#define OAC_INT64(T, m, wire, flags) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, int64_t, OAC_KIND_INT64), NULL)
#define OAC_UINT64(T, m, wire, flags) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, uint64_t, OAC_KIND_UINT64), NULL)
#define OAC_DOUBLE(T, m, wire, flags) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, double, OAC_KIND_DOUBLE), NULL)
#define OAC_OPT_FLAG(T, m, wire, flags) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, struct oac_opt_bool, OAC_KIND_OPT_BOOL), NULL)
#define OAC_OPT_INT64(T, m, wire, flags) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, struct oac_opt_int64, OAC_KIND_OPT_INT64), NULL)
#define OAC_OPT_UINT64(T, m, wire, flags) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, struct oac_opt_uint64, OAC_KIND_OPT_UINT64), NULL)
#define OAC_OPT_DOUBLE(T, m, wire, flags) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, struct oac_opt_double, OAC_KIND_OPT_DOUBLE), NULL)
#define OAC_ANY(T, m, wire, flags) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, struct oac_json, OAC_KIND_JSON), NULL)
/* name: the C name of the type of the member, whose table is name_type */
#define OAC_ENUM(T, m, wire, flags, name) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, enum name, OAC_KIND_ENUM), &name##_type)
#define OAC_INSIDE(T, m, wire, flags, name) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, struct name, OAC_KIND_OBJECT), &name##_type)
#define OAC_POINTER(T, m, wire, flags, name) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, const struct name *, OAC_KIND_POINTER), &name##_type)
#define OAC_UNION(T, m, wire, flags, name) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, struct name, OAC_KIND_UNION), &name##_type)
#define OAC_UNION_POINTER(T, m, wire, flags, name) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, const struct name *, OAC_KIND_UNION_POINTER), &name##_type)
#define OAC_LIST_OF(T, m, wire, flags, name) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, struct name, OAC_KIND_LIST), &name##_type)
#define OAC_MAP_OF(T, m, wire, flags, name) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, struct name, OAC_KIND_MAP), &name##_type)
#define OAC_FILE_PART(T, m, wire, flags, name) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, struct name, OAC_KIND_FILE), NULL)
#define OAC_RAW_BODY(T, m, wire, flags, name) \
	OAC_LINE(T, m, wire, flags, OAC_CHECKED(T, m, struct name, OAC_KIND_BODY), NULL)
/* json: the value as a C string literal of JSON text */
#define OAC_CONST(wire, json, flags) \
	{ "\"" wire "\":", sizeof("\"" wire "\":") - 1, OAC_KIND_CONST, (flags), 0, (json) }

/* ---- types ---- */

#define OAC_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define OAC_OBJECT_TYPE(c_name, field_table, object_flags) \
	{ #c_name, (field_table), OAC_COUNT(field_table), sizeof(struct c_name), \
	  offsetof(struct c_name, oac_more), (object_flags), 0, NULL }
#define OAC_LIMITED_OBJECT_TYPE(c_name, field_table, object_flags, limit_table) \
	{ #c_name, (field_table), OAC_COUNT(field_table), sizeof(struct c_name), \
	  offsetof(struct c_name, oac_more), (object_flags), OAC_COUNT(limit_table), (limit_table) }
#define OAC_NUMBER_LIMIT(index, level, rule, number) { (index), (level), (rule), (number), NULL }
#define OAC_PATTERN_LIMIT(index, level, pattern) { (index), (level), OAC_LIMIT_PATTERN, 0, &(pattern) }
/* For an object with no member of its own but oac_more. */
#define OAC_EMPTY_TYPE(c_name, object_flags) \
	{ #c_name, NULL, 0, sizeof(struct c_name), offsetof(struct c_name, oac_more), (object_flags), 0, NULL }
#define OAC_ENUM_TYPE(c_name, value_table) { #c_name, (value_table), OAC_COUNT(value_table), 0 }
#define OAC_JSON_ENUM_TYPE(c_name, value_table) { #c_name, (value_table), OAC_COUNT(value_table), 1 }
#define OAC_LIST_TYPE(c_name, kind, type) \
	{ { (type), sizeof(*((struct c_name *)0)->items), (kind) } }
#define OAC_MAP_TYPE(c_name, kind, type) \
	{ { (type), sizeof(((struct c_name##_entry *)0)->value), (kind) }, \
	  offsetof(struct c_name##_entry, value), sizeof(struct c_name##_entry) }
/* For a union without a discriminator. */
#define OAC_PLAIN_UNION_TYPE(c_name, variant_table) \
	{ #c_name, NULL, (variant_table), OAC_COUNT(variant_table), sizeof(struct c_name), \
	  offsetof(struct c_name, as.json), 0, 0, NULL }
#define OAC_LIMITED_UNION_TYPE(c_name, variant_table, limit_table) \
	{ #c_name, NULL, (variant_table), OAC_COUNT(variant_table), sizeof(struct c_name), \
	  offsetof(struct c_name, as.json), 0, OAC_COUNT(limit_table), (limit_table) }
#define OAC_UNION_TYPE(c_name, key, variant_table) \
	{ #c_name, (key), (variant_table), OAC_COUNT(variant_table), sizeof(struct c_name), \
	  offsetof(struct c_name, as.json), sizeof("" key) - 1, 0, NULL }

/* A variant whose value is in as.m, of type C. tag: the discriminator's JSON text, or NULL. */
#define OAC_VARIANT(T, m, C, kind, tag, type) \
	{ (tag), (type), offsetof(T, as.m), OAC_CHECKED(T, as.m, C, kind), 0 }
/* A variant that is one value, with nothing to store. */
#define OAC_CONST_VARIANT(json) { NULL, (json), 0, OAC_KIND_CONST, 0 }
/* A further tag of the variant with that index, an object; NULL: every tag that is none, and no tag. */
#define OAC_ALIAS_VARIANT(tag, index) { (tag), NULL, 0, 0, (index) + 1 }

#ifdef __cplusplus
extern "C" {
#endif

/* Tables of the runtime's own lists and maps. */
extern OAC_API const struct oac_list oac_string_list_type;
extern OAC_API const struct oac_list oac_int64_list_type;
extern OAC_API const struct oac_list oac_uint64_list_type;
extern OAC_API const struct oac_list oac_double_list_type;
extern OAC_API const struct oac_list oac_bool_list_type;
extern OAC_API const struct oac_list oac_json_list_type;
extern OAC_API const struct oac_list oac_file_list_type;
extern OAC_API const struct oac_map oac_string_map_type;
extern OAC_API const struct oac_map oac_json_map_type;

#ifdef __cplusplus
}
#endif

/* ---- the codec ---- */

struct oac_arena;
struct oac_buffer;

enum oac_codec_flags {
	OAC_STRICT = 1,	 /* decoding: refuse what the schema does not allow, its limits included;
			  * encoding: require what it requires */
	OAC_SKIP_FILES = 2, /* encoding: leave out files, which travel beside the text */
};

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Decodes one JSON text into a new block whose start is the value; oac_free
 * releases it. *out is NULL on failure. err: OAC_E_JSON, _TYPE, _LIMIT, _NOMEM.
 */
OAC_API enum oac_status oac_decode(const struct oac_shape *shape, const char *text, size_t len,
	unsigned flags, void **out, struct oac_error *err);

/* The same into an arena of the caller's, which owns the value. */
enum oac_status oac_decode_into(struct oac_arena *arena, const struct oac_shape *shape,
	const char *text, size_t len, unsigned flags, void **out, struct oac_error *err);

/* Appends the value as JSON text to out. err: OAC_E_ARGUMENT (with path), _NOMEM, _LIMIT. */
enum oac_status oac_encode(const struct oac_shape *shape, const void *value, unsigned flags,
	struct oac_buffer *out, struct oac_error *err);

/* An enum of any type, or the kind of a union. */
static inline int oac_enum_at(const void *at)
{
	int value;

	memcpy(&value, at, sizeof(value));
	return value;
}

/* Whether a member holds nothing to send: NULL, unset, an enum's 0. Plain numbers are never unset. */
bool oac_is_unset(uint8_t kind, const void *value);
/* Whether a union holds something, whatever its kind says. */
bool oac_is_filled(const struct oac_union *type, const void *value);
/* Whether a member is a file or a list of files. */
bool oac_is_file(uint8_t kind, const void *type);
/* Whether a value is all zero: unset, or a plain number or struct of zeros. */
bool oac_is_zero(uint8_t kind, const void *type, const void *value);

/* A deep copy in one new block, or NULL when memory is short or value is NULL. */
OAC_API void *oac_copy(const struct oac_shape *shape, const void *value);

enum {
	OAC_INT64_TEXT = 24, /* bytes that hold any int64_t or uint64_t as text */
};

/* value as decimal text in text, which has OAC_INT64_TEXT bytes; returns text. */
OAC_API const char *oac_int64_text(int64_t value, char *text);
OAC_API const char *oac_uint64_text(uint64_t value, char *text);

/* The text of an enum value, or NULL when it is unset or unknown. */
OAC_API const char *oac_enum_text(const struct oac_enum *type, int value);

/* Frees what oac_decode or oac_copy gave; NULL is fine. */
OAC_API void oac_free(void *value);

/* The value as a NUL-terminated text; free with oac_text_free. NULL on failure; len nullable. */
OAC_API char *oac_encode_new(const struct oac_shape *shape, const void *value, size_t *len,
	struct oac_error *err);

struct cJSON;

/* The same from and to trees of cJSON. The tree is borrowed; the new one is freed with cJSON_Delete. */
OAC_API enum oac_status oac_from_cjson(const struct oac_shape *shape, const struct cJSON *tree,
	void **out, struct oac_error *err);
OAC_API struct cJSON *oac_to_cjson(const struct oac_shape *shape, const void *value, struct oac_error *err);

/*
 * For the functions of one type: out is the address of a pointer to its struct. That leaves
 * nothing to do there, which counts: a large API has thousands of them.
 */
OAC_API enum oac_status oac_type_from_json(const struct oac_shape *shape, const char *text, size_t len,
	void *out, struct oac_error *err);
OAC_API enum oac_status oac_type_from_cjson(const struct oac_shape *shape, const struct cJSON *tree,
	void *out, struct oac_error *err);

#ifdef __cplusplus
}
#endif

/*
 * The functions that every struct has, as its header declares and describes them.
 * kind is OAC_KIND_OBJECT, _UNION, _LIST or _MAP; the table is name_type.
 */
#define OAC_TYPE_FUNCTIONS(name, kind)                                                          \
	static const struct oac_shape name##_shape = { &name##_type, sizeof(struct name), (kind) }; \
	enum oac_status name##_from_json(const char *text, size_t len, struct name **out,           \
		struct oac_error *err)                                                              \
	{                                                                                           \
		return oac_type_from_json(&name##_shape, text, len, out, err);                      \
	}                                                                                           \
	char *name##_to_json(const struct name *value, size_t *len, struct oac_error *err)          \
	{                                                                                           \
		return oac_encode_new(&name##_shape, value, len, err);                              \
	}                                                                                           \
	enum oac_status name##_from_cjson(const struct cJSON *tree, struct name **out,              \
		struct oac_error *err)                                                              \
	{                                                                                           \
		return oac_type_from_cjson(&name##_shape, tree, out, err);                          \
	}                                                                                           \
	struct cJSON *name##_to_cjson(const struct name *value, struct oac_error *err)              \
	{                                                                                           \
		return oac_to_cjson(&name##_shape, value, err);                                     \
	}                                                                                           \
	struct name *name##_copy(const struct name *value)                                          \
	{                                                                                           \
		return oac_copy(&name##_shape, value);                                              \
	}                                                                                           \
	void name##_free(struct name *value)                                                        \
	{                                                                                           \
		oac_free(value);                                                                    \
	}

#endif

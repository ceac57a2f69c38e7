/* The only file that includes cJSON: trees for those who want one. */
#include "oac_codec.h"

#include "oac_buffer.h"
#include "oac_error_set.h"
#include "oac_memory.h"
#include "oac_reader.h"

#if defined(__has_include)
#if __has_include(<cjson/cJSON.h>)
#include <cjson/cJSON.h>
#else
#include <cJSON.h>
#endif
#else
#include <cjson/cJSON.h>
#endif

#include <math.h>
#include <string.h>

/* ---- text to tree ---- */

static bool no_memory(struct oac_reader *r)
{
	return oac_reader_fail(r, OAC_E_NOMEM, "out of memory");
}

static char *token_copy(struct oac_reader *r, const struct oac_token *token)
{
	char *text = oac_malloc(token->len + 1);
	size_t len;

	if (text == NULL) {
		no_memory(r);
		return NULL;
	}
	len = oac_token_value(token, text);
	text[len] = '\0';
	if (memchr(text, '\0', len) != NULL) {
		oac_reader_fail(r, OAC_E_TYPE, "a string holds U+0000, which a C string cannot");
		oac_mem_free(text);
		return NULL;
	}
	return text;
}

static struct cJSON *read_tree(struct oac_reader *r);

static struct cJSON *read_string(struct oac_reader *r)
{
	struct oac_token token;
	struct cJSON *item;
	char *text;

	if (!oac_reader_string(r, &token))
		return NULL;
	text = token_copy(r, &token);
	if (text == NULL)
		return NULL;
	item = cJSON_CreateString(text);
	oac_mem_free(text);
	if (item == NULL)
		no_memory(r);
	return item;
}

static struct cJSON *read_number(struct oac_reader *r)
{
	struct oac_span span;
	struct oac_number number;
	struct cJSON *item;
	char *raw;

	if (!oac_reader_skip(r, &span))
		return NULL;
	oac_number_read(span.text, span.text + span.len, &number);
	/* cJSON itself prints integers from 10^15 on in a way that loses digits. */
	if (number.exact && fabs(number.value) < 1e15)
		item = cJSON_CreateNumber(number.value);
	else {
		raw = oac_strndup(span.text, span.len);
		item = raw ? cJSON_CreateRaw(raw) : NULL;
		oac_mem_free(raw);
	}
	if (item == NULL)
		no_memory(r);
	return item;
}

static bool read_members(struct oac_reader *r, struct cJSON *parent, bool object)
{
	char close = object ? '}' : ']';
	bool empty;
	bool more;

	if (!oac_reader_open(r, close, &empty))
		return false;
	for (more = !empty; more;) {
		struct oac_token name;
		struct cJSON *item;
		char *key = NULL;
		bool ok;

		if (object) {
			if (!oac_reader_name(r, &name))
				return false;
			key = token_copy(r, &name);
			if (key == NULL)
				return false;
		}
		item = read_tree(r);
		ok = item != NULL &&
			(object ? cJSON_AddItemToObject(parent, key, item)
				: cJSON_AddItemToArray(parent, item));
		if (item != NULL && !ok) {
			cJSON_Delete(item);
			no_memory(r);
		}
		oac_mem_free(key);
		if (!ok || !oac_reader_next(r, close, &more))
			return false;
	}
	return true;
}

static struct cJSON *read_literal(
	struct oac_reader *r, const char *word, size_t len, struct cJSON *(*create)(void))
{
	struct cJSON *item;

	if (!oac_reader_literal(r, word, len))
		return NULL;
	item = create();
	if (item == NULL)
		no_memory(r);
	return item;
}

static struct cJSON *read_tree(struct oac_reader *r)
{
	char c = oac_reader_peek(r);
	struct cJSON *item;

	switch (c) {
	case '{':
	case '[':
		item = c == '{' ? cJSON_CreateObject() : cJSON_CreateArray();
		if (item == NULL) {
			no_memory(r);
		} else if (!read_members(r, item, c == '{')) {
			cJSON_Delete(item);
			item = NULL;
		}
		return item;
	case '"':
		return read_string(r);
	case 't':
		return read_literal(r, "true", 4, cJSON_CreateTrue);
	case 'f':
		return read_literal(r, "false", 5, cJSON_CreateFalse);
	case 'n':
		return read_literal(r, "null", 4, cJSON_CreateNull);
	default:
		if (c == '-' || (c >= '0' && c <= '9'))
			return read_number(r);
		oac_reader_fail(r, OAC_E_JSON, "expected a value");
		return NULL;
	}
}

struct cJSON *oac_json_tree(struct oac_json json, struct oac_error *err)
{
	struct oac_reader r;
	struct cJSON *tree = NULL;

	oac_error_clear(err);
	if (json.text == NULL) {
		oac_error_set(err, OAC_E_ARGUMENT, "there is no JSON text");
		return NULL;
	}
	oac_reader_init(&r, json.text, json.len);
	tree = read_tree(&r);
	if (tree != NULL && !oac_reader_finish(&r)) {
		cJSON_Delete(tree);
		tree = NULL;
	}
	if (tree == NULL) {
		size_t offset = (size_t)(r.p - r.start);

		oac_error_set(err, r.status, "JSON at byte %zu: %s", offset, r.problem);
		if (err != NULL)
			err->offset = offset;
	}
	return tree;
}

struct cJSON *oac_to_cjson(const struct oac_shape *shape, const void *value, struct oac_error *err)
{
	size_t len;
	char *text = oac_encode_new(shape, value, &len, err);
	struct cJSON *tree = NULL;

	if (text != NULL)
		tree = oac_json_tree(oac_json_of(text, len), err);
	oac_mem_free(text);
	return tree;
}

/* ---- tree to text ---- */

static bool write_tree(struct oac_buffer *out, const struct cJSON *item, unsigned depth);

static bool write_string(struct oac_buffer *out, const char *text)
{
	static const struct oac_shape shape = { NULL, sizeof(const char *), OAC_KIND_STRING };

	return oac_encode(&shape, &text, 0, out, NULL) != OAC_E_ARGUMENT;
}

static bool write_children(
	struct oac_buffer *out, const struct cJSON *parent, bool object, unsigned depth)
{
	const struct cJSON *item;

	oac_buffer_add_char(out, object ? '{' : '[');
	for (item = parent->child; item != NULL; item = item->next) {
		if (item != parent->child)
			oac_buffer_add_char(out, ',');
		if (object) {
			if (!write_string(out, item->string ? item->string : ""))
				return false;
			oac_buffer_add_char(out, ':');
		}
		if (!write_tree(out, item, depth + 1))
			return false;
	}
	oac_buffer_add_char(out, object ? '}' : ']');
	return true;
}

/* False: an item is invalid, no UTF-8, or nested too deeply. */
static bool write_tree(struct oac_buffer *out, const struct cJSON *item, unsigned depth)
{
	if (depth > OAC_MAX_DEPTH)
		return false;
	switch (item->type & 0xff) {
	case cJSON_False:
		oac_buffer_add_text(out, "false");
		return true;
	case cJSON_True:
		oac_buffer_add_text(out, "true");
		return true;
	case cJSON_NULL:
		oac_buffer_add_text(out, "null");
		return true;
	case cJSON_Number:
		if (!isfinite(item->valuedouble))
			return false;
		/* The shortest decimal of a large integer is another integer. */
		if (fabs(item->valuedouble) >= 9007199254740992.0 &&
			fabs(item->valuedouble) < 9223372036854775808.0)
			oac_buffer_add_int(out, (int64_t)item->valuedouble);
		else if (item->valuedouble >= 9223372036854775808.0 &&
			item->valuedouble < 18446744073709551616.0)
			oac_buffer_add_uint(out, (uint64_t)item->valuedouble);
		else
			oac_buffer_add_double(out, item->valuedouble);
		return true;
	case cJSON_Raw:
		oac_buffer_add_text(out, item->valuestring ? item->valuestring : "null");
		return true;
	case cJSON_String:
		return item->valuestring != NULL && write_string(out, item->valuestring);
	case cJSON_Array:
		return write_children(out, item, false, depth);
	case cJSON_Object:
		return write_children(out, item, true, depth);
	default:
		return false;
	}
}

enum oac_status oac_from_cjson(const struct oac_shape *shape, const struct cJSON *tree, void **out,
	struct oac_error *err)
{
	struct oac_buffer text = OAC_BUFFER_MAX(SIZE_MAX / 2);
	enum oac_status status;

	*out = NULL;
	if (tree == NULL)
		return oac_error_set(err, OAC_E_ARGUMENT, "there is no tree");
	if (!write_tree(&text, tree, 0))
		status = oac_error_set(
			err, OAC_E_ARGUMENT, "the tree holds an item that JSON cannot say");
	else if (text.failed != OAC_BUFFER_FINE)
		status = oac_error_set(err, OAC_E_NOMEM, "out of memory");
	else
		status = oac_decode(shape, text.text, text.len, 0, out, err);
	oac_buffer_clear(&text);
	return status;
}

enum oac_status oac_type_from_cjson(
	const struct oac_shape *shape, const struct cJSON *tree, void *out, struct oac_error *err)
{
	void *value;
	enum oac_status status = oac_from_cjson(shape, tree, &value, err);

	memcpy(out, &value, sizeof(value));
	return status;
}

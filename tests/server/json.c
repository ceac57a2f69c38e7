#include "json.h"
#include "text.h"

#include <string.h>

enum { DEPTH_MAX = 128 };

struct reader {
	const unsigned char *text;
	size_t len;
	size_t at;
	const char *fault;
};

/* The bytes of the character at text, 0 when it is no UTF-8. */
static size_t char_len(const unsigned char *text, size_t left)
{
	unsigned char first = text[0];
	size_t len, i;

	if (first < 0x80)
		return 1;
	len = first >= 0xc2 && first < 0xe0   ? 2
	      : first >= 0xe0 && first < 0xf0 ? 3
	      : first >= 0xf0 && first < 0xf5 ? 4
					      : 0;
	if (!len || len > left)
		return 0;
	for (i = 1; i < len; i++)
		if ((text[i] & 0xc0) != 0x80)
			return 0;
	if ((first == 0xe0 && text[1] < 0xa0) || (first == 0xed && text[1] > 0x9f) ||
		(first == 0xf0 && text[1] < 0x90) || (first == 0xf4 && text[1] > 0x8f))
		return 0;
	return len;
}

static bool read_fail(struct reader *reader, const char *fault)
{
	if (!reader->fault)
		reader->fault = fault;
	return false;
}

static int read_peek(const struct reader *reader)
{
	return reader->at < reader->len ? reader->text[reader->at] : -1;
}

static void read_space(struct reader *reader)
{
	int c;

	while ((c = read_peek(reader)) == ' ' || c == '\t' || c == '\n' || c == '\r')
		reader->at++;
}

static bool read_word(struct reader *reader, const char *word)
{
	size_t len = strlen(word);

	if (reader->len - reader->at < len || memcmp(reader->text + reader->at, word, len) != 0)
		return read_fail(reader, "a value was expected");
	reader->at += len;
	return true;
}

static bool read_digits(struct reader *reader)
{
	size_t start = reader->at;
	int c;

	while ((c = read_peek(reader)) >= '0' && c <= '9')
		reader->at++;
	return reader->at > start || read_fail(reader, "a digit was expected");
}

static bool read_number(struct reader *reader)
{
	if (read_peek(reader) == '-')
		reader->at++;
	if (read_peek(reader) == '0')
		reader->at++;
	else if (!read_digits(reader))
		return false;
	if (read_peek(reader) == '.') {
		reader->at++;
		if (!read_digits(reader))
			return false;
	}
	if (read_peek(reader) == 'e' || read_peek(reader) == 'E') {
		reader->at++;
		if (read_peek(reader) == '+' || read_peek(reader) == '-')
			reader->at++;
		if (!read_digits(reader))
			return false;
	}
	return true;
}

/* The four digits of \uXXXX, or -1. */
static long read_hex(struct reader *reader)
{
	long unit = 0;
	int i, c;

	for (i = 0; i < 4; i++) {
		c = read_peek(reader);
		if (c >= '0' && c <= '9')
			unit = unit * 16 + (c - '0');
		else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
			unit = unit * 16 + ((c | 0x20) - 'a' + 10);
		else
			return -1;
		reader->at++;
	}
	return unit;
}

static bool read_escape(struct reader *reader)
{
	int c = read_peek(reader);
	long unit;

	if (c < 0 || !strchr("\"\\/bfnrtu", c) || !c)
		return read_fail(reader, "an unknown escape in a string");
	reader->at++;
	if (c != 'u')
		return true;
	unit = read_hex(reader);
	if (unit < 0)
		return read_fail(reader, "an escape \\u without four hex digits");
	if (unit == 0)
		return read_fail(reader, "the character U+0000, which this server cannot keep");
	if (unit < 0xd800 || unit > 0xdfff)
		return true;
	if (unit > 0xdbff || reader->len - reader->at < 6 || reader->text[reader->at] != '\\' ||
		reader->text[reader->at + 1] != 'u')
		return read_fail(reader, "half of a surrogate pair");
	reader->at += 2;
	unit = read_hex(reader);
	return (unit >= 0xdc00 && unit <= 0xdfff) || read_fail(reader, "half of a surrogate pair");
}

static bool read_string(struct reader *reader)
{
	size_t len;
	int c;

	if (read_peek(reader) != '"')
		return read_fail(reader, "a string was expected");
	reader->at++;
	while ((c = read_peek(reader)) != '"') {
		if (c < 0)
			return read_fail(reader, "a string without an end");
		if (c < 0x20)
			return read_fail(reader, "a control character in a string");
		if (c == '\\') {
			reader->at++;
			if (!read_escape(reader))
				return false;
			continue;
		}
		len = char_len(reader->text + reader->at, reader->len - reader->at);
		if (!len)
			return read_fail(reader, "bytes that are not UTF-8");
		reader->at += len;
	}
	reader->at++;
	return true;
}

static bool read_value(struct reader *reader, int depth);

static bool read_container(struct reader *reader, int depth, int end)
{
	int c;

	if (depth >= DEPTH_MAX)
		return read_fail(reader, "too deeply nested");
	reader->at++;
	read_space(reader);
	if (read_peek(reader) == end) {
		reader->at++;
		return true;
	}
	for (;;) {
		if (end == '}') {
			read_space(reader);
			if (!read_string(reader))
				return false;
			read_space(reader);
			if (read_peek(reader) != ':')
				return read_fail(reader, "a colon was expected");
			reader->at++;
		}
		if (!read_value(reader, depth + 1))
			return false;
		c = read_peek(reader);
		if (c != ',' && c != end)
			return read_fail(reader, "a comma or the end was expected");
		reader->at++;
		if (c == end)
			return true;
	}
}

static bool read_value(struct reader *reader, int depth)
{
	bool ok;
	int c;

	read_space(reader);
	c = read_peek(reader);
	if (c == '{' || c == '[')
		ok = read_container(reader, depth, c == '{' ? '}' : ']');
	else if (c == '"')
		ok = read_string(reader);
	else if (c == '-' || (c >= '0' && c <= '9'))
		ok = read_number(reader);
	else
		ok = read_word(reader, c == 't' ? "true" : c == 'f' ? "false" : "null");
	read_space(reader);
	return ok;
}

cJSON *json_read(const char *text, size_t len, const char **fault, size_t *at)
{
	struct reader reader = { (const unsigned char *)text, len, 0, NULL };
	cJSON *value = NULL;

	if (read_value(&reader, 0)) {
		if (reader.at < len)
			read_fail(&reader, "something after the value");
		else
			value = cJSON_ParseWithLength(text, len);
		if (!value)
			read_fail(&reader, "a value that cannot be kept");
	}
	*fault = reader.fault;
	*at = reader.at;
	return value;
}

bool utf8_valid(const char *text, size_t len)
{
	size_t step;

	for (; len > 0; text += step, len -= step) {
		step = char_len((const unsigned char *)text, len);
		if (!step)
			return false;
	}
	return true;
}

size_t utf8_chars(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		if (((unsigned char)*text & 0xc0) != 0x80)
			count++;
	return count;
}

char *utf8_clean(const char *text, size_t len)
{
	struct text out = { NULL, 0, 0 };
	size_t step, run = 0;

	text_add_n(&out, "", 0);
	while (run < len) {
		step = text[run] ? char_len((const unsigned char *)text + run, len - run) : 0;
		if (step) {
			run += step;
			continue;
		}
		text_add_n(&out, text, run);
		text_add(&out, "\xef\xbf\xbd");
		text += run + 1;
		len -= run + 1;
		run = 0;
	}
	text_add_n(&out, text, run);
	return out.data;
}

cJSON *json_get(const cJSON *object, const char *name)
{
	return cJSON_GetObjectItemCaseSensitive(object, name);
}

bool json_given(const cJSON *object, const char *name)
{
	const cJSON *value = json_get(object, name);

	return value && !cJSON_IsNull(value);
}

const char *json_text(const cJSON *object, const char *name)
{
	return cJSON_GetStringValue(json_get(object, name));
}

const char *json_kind(const cJSON *value)
{
	return cJSON_IsString(value)   ? "a string"
	       : cJSON_IsNumber(value) ? "a number"
	       : cJSON_IsBool(value)   ? "a boolean"
	       : cJSON_IsArray(value)  ? "an array"
	       : cJSON_IsObject(value) ? "an object"
				       : "null";
}

void json_set(cJSON *object, const char *name, cJSON *value)
{
	if (json_get(object, name))
		cJSON_ReplaceItemInObjectCaseSensitive(object, name, value);
	else
		cJSON_AddItemToObject(object, name, value);
}

void json_set_text(cJSON *object, const char *name, const char *text)
{
	json_set(object, name, text ? cJSON_CreateString(text) : cJSON_CreateNull());
}

void json_set_number(cJSON *object, const char *name, double number)
{
	json_set(object, name, cJSON_CreateNumber(number));
}

void json_set_null(cJSON *object, const char *name)
{
	json_set(object, name, cJSON_CreateNull());
}

void json_set_copy(cJSON *object, const char *name, const cJSON *from)
{
	const cJSON *value = json_get(from, name);

	json_set(object, name, value ? cJSON_Duplicate(value, 1) : cJSON_CreateNull());
}

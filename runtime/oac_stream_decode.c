#include "oac_stream_decode.h"

#include "oac_buffer.h"
#include "oac_check.h"
#include "oac_decoder.h"
#include "oac_error_set.h"
#include "oac_parse.h"
#include "oac_text.h"

#include <string.h>

enum {
	NAME_SHOWN = 80, /* bytes of an event's name in a message */
};

/* ---- events that are named ---- */

static bool has_tag(const struct oac_variant *variant, const char *name, size_t len)
{
	const char *tag = variant->tag;

	return tag != NULL && tag[0] == '"' && strncmp(tag + 1, name, len) == 0 &&
		strcmp(tag + 1 + len, "\"") == 0;
}

static const struct oac_variant *find_variant(const struct oac_union *type,
	const struct oac_sse_event *event, uint32_t *guess, uint32_t *index)
{
	/* Most events are like the one before. */
	if (*guess < type->count &&
		has_tag(&type->variants[*guess], event->name, event->name_len)) {
		*index = *guess;
		return &type->variants[*guess];
	}
	if (memchr(event->name, '\0', event->name_len) != NULL)
		return NULL;
	for (uint32_t i = 0; i < type->count; i++) {
		if (!has_tag(&type->variants[i], event->name, event->name_len))
			continue;
		*index = type->variants[i].alias_of != 0 ? type->variants[i].alias_of - 1u : i;
		*guess = *index;
		return &type->variants[*index];
	}
	return NULL;
}

static const struct oac_field *find_field(const struct oac_object *type, const char *key)
{
	size_t len = strlen(key);

	for (uint32_t i = 0; i < type->count; i++)
		if (type->fields[i].key_len == len && memcmp(type->fields[i].key, key, len) == 0)
			return &type->fields[i];
	return NULL;
}

/* The data as they can be part of another text: a byte order mark is none of it. */
static struct oac_span text_of(const struct oac_sse_event *event)
{
	size_t mark = event->data_len >= 3 && memcmp(event->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	return (struct oac_span){ event->data + mark, event->data_len - mark };
}

/* What the C value of the data does not say: {"data":...} in the variant's oac_more. */
static bool keep_shadow(struct oac_arena *arena, const char *key, const struct oac_sse_event *event,
	struct oac_json *more)
{
	const struct oac_span data = text_of(event);
	size_t key_len = strlen(key);
	size_t len = key_len + data.len + 2;
	char *text = oac_arena_text(arena, len + 1);

	if (text == NULL)
		return false;
	text[0] = '{';
	memcpy(text + 1, key, key_len);
	memcpy(text + 1 + key_len, data.text, data.len);
	text[len - 1] = '}';
	text[len] = '\0';
	*more = oac_json_of(text, len);
	return true;
}

/* Data that is a string in the document need not be one in JSON: [DONE]. */
static bool is_plain_text(const struct oac_field *field, const struct oac_sse_event *event)
{
	bool is_string = field->kind == OAC_KIND_STRING ||
		(field->kind == OAC_KIND_CONST && ((const char *)field->type)[0] == '"');

	return is_string && (event->data_len == 0 || event->data[0] != '"');
}

static bool decode_data(struct oac_decoder *d, const struct oac_streaming *streaming,
	const struct oac_object *type, const struct oac_sse_event *event, char *base)
{
	const struct oac_field *field = find_field(type, streaming->data_key);
	bool shadow = false;

	if (field == NULL)
		return oac_reader_skip(&d->r, NULL);
	if (field->kind == OAC_KIND_CONST) {
		if (!is_plain_text(field, event))
			return oac_reader_skip(&d->r, NULL);
		d->r.p = d->r.end;
		return true;
	}
	if (is_plain_text(field, event)) {
		char *text = oac_arena_text(d->arena, event->data_len + 1);
		if (text == NULL)
			return oac_decode_no_memory(d);
		memcpy(text, event->data, event->data_len);
		text[event->data_len] = '\0';
		memcpy(base + field->offset, &text, sizeof(text));
		d->r.p = d->r.end;
		return true;
	}
	if (!oac_decoder_has_value(d) ||
		!oac_decode_value(d, field->kind, field->type, base + field->offset, &shadow))
		return false;
	return !shadow ||
		keep_shadow(d->arena, streaming->data_key, event,
			(struct oac_json *)(void *)(base + type->more)) ||
		oac_decode_no_memory(d);
}

static enum oac_status decode_named(struct oac_arena *arena, const struct oac_streaming *streaming,
	const struct oac_variant *variant, uint32_t index, const struct oac_sse_event *event,
	unsigned flags, char *value, struct oac_error *err)
{
	const struct oac_object *type = variant->type;
	int kind = (int)index + 2;
	struct oac_decoder d;
	char *base = variant->kind == OAC_KIND_POINTER ? oac_arena_alloc(arena, type->size) :
							 value + variant->offset;

	oac_decoder_begin(&d, arena, event->data, event->data_len, flags);
	memcpy(value, &kind, sizeof(kind));
	if (base == NULL) {
		oac_decode_no_memory(&d);
	} else {
		memset(base, 0, type->size);
		if (variant->kind == OAC_KIND_POINTER)
			memcpy(value + variant->offset, &base, sizeof(base));
		decode_data(&d, streaming, type, event, base);
	}
	enum oac_status status = oac_decoder_end(&d, err);
	if (status == OAC_OK && (flags & OAC_STRICT) != 0)
		status = oac_check(&streaming->event, value, OAC_E_TYPE, err);
	return status;
}

/* ---- events that nobody knows ---- */

static bool is_json(const char *text, size_t len)
{
	struct oac_reader reader;

	oac_reader_init(&reader, text, len);
	return oac_reader_peek(&reader) != '\0' && oac_reader_skip(&reader, NULL) &&
		oac_reader_finish(&reader);
}

static enum oac_status add_string(struct oac_buffer *out, const char *text, size_t len,
	struct oac_error *err)
{
	const struct oac_shape shape = { NULL, sizeof(char *), OAC_KIND_STRING };
	char *copy = oac_strndup(text, len);
	enum oac_status status;

	if (copy == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	status = oac_encode(&shape, &copy, 0, out, err);
	oac_mem_free(copy);
	/* What cannot be encoded is the server's fault here, not the caller's. */
	return status == OAC_E_ARGUMENT
		? oac_error_set(err, OAC_E_JSON, "its text is not valid UTF-8")
		: status;
}

/* {"event":"a name","data":...}, as if the document knew it. */
static enum oac_status decode_unknown(struct oac_arena *arena,
	const struct oac_streaming *streaming, const struct oac_sse_event *event, char *value,
	struct oac_error *err)
{
	const struct oac_union *type = streaming->event.type;
	const struct oac_span data = text_of(event);
	struct oac_buffer json = OAC_BUFFER_MAX(SIZE_MAX / 4);
	const int kind = OAC_UNKNOWN;
	enum oac_status status;
	char *text;

	oac_buffer_add_char(&json, '{');
	oac_buffer_add_text(&json, streaming->name_key);
	status = add_string(&json, event->name, event->name_len, err);
	oac_buffer_add_char(&json, ',');
	oac_buffer_add_text(&json, streaming->data_key);
	if (is_json(data.text, data.len))
		oac_buffer_add(&json, data.text, data.len);
	else if (status == OAC_OK)
		status = add_string(&json, data.text, data.len, err);
	oac_buffer_add_char(&json, '}');
	if (status == OAC_OK) {
		text = json.failed ? NULL : oac_arena_text(arena, json.len + 1);
		if (text == NULL) {
			status = oac_error_set(err, OAC_E_NOMEM, "out of memory");
		} else {
			const struct oac_json whole = { text, json.len };
			memcpy(text, json.text, json.len + 1);
			memcpy(value, &kind, sizeof(kind));
			memcpy(value + type->json, &whole, sizeof(whole));
		}
	}
	oac_buffer_clear(&json);
	return status;
}

/* ---- errors that come as events ---- */

static bool is_named(const struct oac_sse_event *event, const char *name)
{
	return oac_text_is(event->name, event->name_len, name);
}

/* Where a value keeps what its type has no member for. */
static const struct oac_json *rest_of(const struct oac_shape *shape, const char *value)
{
	int kind;

	if (shape->kind == OAC_KIND_OBJECT)
		return (const struct oac_json *)(const void *)(value +
			((const struct oac_object *)shape->type)->more);
	if (shape->kind != OAC_KIND_UNION)
		return NULL;
	memcpy(&kind, value, sizeof(kind));
	if (kind != OAC_UNKNOWN)
		return NULL;
	return (const struct oac_json *)(const void *)(value +
		((const struct oac_union *)shape->type)->json);
}

/*
 * An event without a name of its own is an error when its data say so: by the tag of their
 * variant, {"type":"error"}, or by an object that says no more than "error".
 */
static bool is_error(const struct oac_shape *shape, const char *value)
{
	const struct oac_json *rest = rest_of(shape, value);
	struct oac_span error;
	int kind;

	if (rest != NULL)
		return rest->text != NULL &&
			oac_parse_member(rest->text, rest->len, "error", &error) &&
			error.text[0] != 'n';
	if (shape->kind != OAC_KIND_UNION)
		return false;
	memcpy(&kind, value, sizeof(kind));
	return kind > OAC_UNKNOWN &&
		has_tag(&((const struct oac_union *)shape->type)->variants[kind - 2], "error",
			strlen("error"));
}

static enum oac_status report_error(const struct oac_sse_event *event, struct oac_error *err)
{
	oac_error_set(err, OAC_E_STREAM, "the server reports an error in the stream");
	if (err != NULL)
		oac_parse_server_error(event->data, event->data_len, err);
	return OAC_E_STREAM;
}

/* ---- the whole ---- */

static void name_event(const struct oac_sse_event *event, struct oac_error *err)
{
	char name[NAME_SHOWN + 1];
	struct oac_error inner;

	if (err == NULL || err->status == OAC_E_NOMEM)
		return;
	inner = *err;
	oac_error_copy(name, sizeof(name), event->name, event->name_len, true);
	oac_error_set(err, inner.status, "the event%s%s does not fit: %s",
		name[0] != '\0' ? " " : "", name, inner.message);
	memcpy(err->path, inner.path, sizeof(err->path));
	err->offset = inner.offset;
}

static enum oac_status decode_by_name(struct oac_arena *arena,
	const struct oac_streaming *streaming, const struct oac_sse_event *event, uint32_t *guess,
	unsigned flags, void **out, struct oac_error *err)
{
	uint32_t index;
	const struct oac_variant *variant =
		find_variant(streaming->event.type, event, guess, &index);
	char *value = oac_arena_alloc(arena, streaming->event.size);
	enum oac_status status;

	if (value == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	memset(value, 0, streaming->event.size);
	if (variant != NULL &&
		(variant->kind == OAC_KIND_POINTER || variant->kind == OAC_KIND_OBJECT))
		status = decode_named(arena, streaming, variant, index, event, flags, value, err);
	else
		status = decode_unknown(arena, streaming, event, value, err);
	if (status == OAC_OK)
		*out = value;
	return status;
}

enum oac_status oac_stream_decode(struct oac_arena *arena, const struct oac_streaming *streaming,
	const struct oac_sse_event *event, uint32_t *guess, unsigned flags, void **out,
	struct oac_error *err)
{
	enum oac_status status;

	*out = NULL;
	if (is_named(event, "error"))
		return report_error(event, err);
	if (streaming->name_key != NULL && event->name_len > 0)
		status = decode_by_name(arena, streaming, event, guess, flags, out, err);
	else
		status = oac_decode_into(
			arena, &streaming->event, event->data, event->data_len, flags, out, err);
	if (status != OAC_OK) {
		name_event(event, err);
		return status;
	}
	if (event->name_len == 0 && is_error(&streaming->event, *out)) {
		*out = NULL;
		return report_error(event, err);
	}
	return OAC_OK;
}

#define _POSIX_C_SOURCE 200809L

#include "oac_answer.h"

#include "oac_check.h"
#include "oac_decoder.h"
#include "oac_error_set.h"
#include "oac_header.h"

#include <string.h>
#include <strings.h>

enum {
	BYTES_SPARE = 64, /* for terminators and alignment, so that one block is enough */
};

struct reading {
	const struct oac_operation *operation;
	const struct oac_try *t;
	const char *type; /* Content-Type, or NULL */
	size_t type_len;
	bool strict;
	struct oac_error *err;
};

bool oac_is_json_type(const char *type, size_t len)
{
	size_t end = oac_header_type_len(type, len);

	return oac_header_type_is(type, len, "application/json") ||
		oac_header_type_is(type, len, "text/json") ||
		(end > 5 && strncasecmp(type + end - 5, "+json", 5) == 0);
}

/* ---- what is wrong ---- */

static enum oac_status no_memory(const struct reading *r)
{
	return oac_error_set(r->err, OAC_E_NOMEM, "out of memory");
}

static enum oac_status no_body(const struct reading *r)
{
	return oac_error_set(r->err, OAC_E_PROTOCOL, "%s %s: the answer, %d, has no body",
		r->operation->method, r->operation->path, r->t->http_status);
}

static enum oac_status check_json(const struct reading *r)
{
	if (r->type == NULL || oac_is_json_type(r->type, r->type_len))
		return OAC_OK;
	return oac_error_set(r->err, OAC_E_PROTOCOL, "%s %s: the answer, %d, is %.*s and not JSON",
		r->operation->method, r->operation->path, r->t->http_status,
		r->type_len < 60 ? (int)r->type_len : 60, r->type);
}

/* inner: what the codec said. */
static enum oac_status explain(const struct reading *r, enum oac_status status,
	const struct oac_error *inner)
{
	if (status == OAC_OK || r->err == NULL)
		return status;
	oac_error_set(r->err, status, "%s %s: the answer does not fit: %s", r->operation->method,
		r->operation->path, inner->message);
	memcpy(r->err->path, inner->path, sizeof(r->err->path));
	r->err->offset = inner->offset;
	return status;
}

/* ---- bytes ---- */

/* The answer as it came, at offset of size bytes that are zero otherwise, in one block. */
static enum oac_status keep_bytes(const struct reading *r, size_t size, size_t offset, void **out)
{
	const struct oac_buffer *body = &r->t->body;
	struct oac_arena arena;

	if (!oac_arena_init(&arena, size + body->len + r->type_len + BYTES_SPARE))
		return no_memory(r);
	char *value = oac_arena_alloc(&arena, size);
	char *data = oac_arena_text(&arena, body->len + 1);
	char *type = oac_arena_text(&arena, r->type_len + 1);
	if (value == NULL || data == NULL || type == NULL) {
		oac_arena_clear(&arena);
		return no_memory(r);
	}
	if (body->len > 0)
		memcpy(data, body->text, body->len);
	data[body->len] = '\0';
	if (r->type_len > 0)
		memcpy(type, r->type, r->type_len);
	type[r->type_len] = '\0';
	memset(value, 0, size);
	memcpy(value + offset, &(struct oac_bytes){ body->len, data, type },
		sizeof(struct oac_bytes));
	*out = value;
	return OAC_OK;
}

/* ---- answers that differ by status ---- */

static int kind_of(const struct oac_operation *operation, int http_status)
{
	int kind = OAC_UNKNOWN;

	for (size_t i = 0; i < operation->answer_count; i++) {
		const struct oac_answer *answer = &operation->answers[i];
		if (answer->status == http_status)
			return answer->kind;
		if (answer->status == http_status / 100)
			kind = answer->kind;
	}
	return kind;
}

/* An empty union of that kind in a new arena with room for more; NULL: out of memory. */
static char *new_union(struct oac_arena *arena, const struct oac_union *type, int kind, size_t more)
{
	if (!oac_arena_init(arena, type->size + more))
		return NULL;
	char *value = oac_arena_alloc(arena, type->size);
	if (value == NULL) {
		oac_arena_clear(arena);
		return NULL;
	}
	memset(value, 0, type->size);
	memcpy(value, &kind, sizeof(kind));
	return value;
}

/* A union that has nothing to say but its kind. */
static enum oac_status keep_kind(const struct reading *r, int kind, void **out)
{
	struct oac_arena arena;

	*out = new_union(&arena, r->operation->response.type, kind, 0);
	return *out != NULL ? OAC_OK : no_memory(r);
}

/* kind: a variant, or OAC_UNKNOWN. */
static enum oac_status decode_kind(const struct reading *r, int kind, void **out)
{
	const struct oac_union *type = r->operation->response.type;
	size_t len = r->t->body.len;
	struct oac_arena arena;
	struct oac_error inner;
	struct oac_decoder d;
	enum oac_status status;
	bool shadow = false;

	char *value = new_union(&arena, type, kind, len + len / 4);
	if (value == NULL)
		return no_memory(r);
	oac_decoder_begin(&d, &arena, r->t->body.text, len, r->strict ? OAC_STRICT : 0);
	if (oac_decoder_has_value(&d)) {
		if (kind == OAC_UNKNOWN)
			oac_decode_json(&d, (struct oac_json *)(void *)(value + type->json));
		else
			oac_decode_variant(&d, type, (uint32_t)kind - 2, value, &shadow);
	}
	status = oac_decoder_end(&d, &inner);
	if (status == OAC_OK && r->strict)
		status = oac_check(&r->operation->response, value, OAC_E_TYPE, &inner);
	if (status == OAC_OK)
		*out = value;
	else
		oac_arena_clear(&arena);
	return explain(r, status, &inner);
}

static enum oac_status read_by_status(const struct reading *r, void **out)
{
	const struct oac_operation *operation = r->operation;
	const struct oac_union *type = operation->response.type;
	bool is_empty = r->t->body.len == 0;
	int kind = kind_of(operation, r->t->http_status);
	enum oac_status status;

	if (kind == OAC_UNKNOWN && r->strict)
		return oac_error_set(r->err, OAC_E_PROTOCOL,
			"%s %s: the document has no answer %d", operation->method, operation->path,
			r->t->http_status);
	const struct oac_variant *variant =
		kind == OAC_UNKNOWN ? NULL : &type->variants[kind - 2];
	if (variant == NULL ? is_empty : variant->kind == OAC_KIND_CONST)
		return keep_kind(r, kind, out);
	if (variant != NULL && variant->kind == OAC_KIND_BYTES) {
		status = keep_bytes(r, type->size, variant->offset, out);
		if (status == OAC_OK)
			memcpy(*out, &kind, sizeof(kind));
		return status;
	}
	if (is_empty)
		return variant->kind == OAC_KIND_JSON &&
				(operation->flags & OAC_ANSWER_OPTIONAL) != 0 ?
			keep_kind(r, kind, out) : no_body(r);
	status = check_json(r);
	return status == OAC_OK ? decode_kind(r, kind, out) : status;
}

/* ---- any success ---- */

enum oac_status oac_answer_read(const struct oac_operation *operation, bool strict,
	const struct oac_try *t, void **out, struct oac_error *err)
{
	struct reading r = { .operation = operation, .t = t, .strict = strict, .err = err };
	bool is_raw = operation->response_media == OAC_MEDIA_RAW;
	struct oac_error inner;
	enum oac_status status;

	if (t->headers.len > 0)
		r.type = oac_header_find(t->headers.text, "content-type", &r.type_len);
	if (r.type == NULL)
		r.type_len = 0;
	if (operation->answer_count > 0)
		return read_by_status(&r, out);
	/* Bytes may be none at all, unless the status itself says that there is no content. */
	if (t->body.len == 0 && (!is_raw || t->http_status == 204 || t->http_status == 205))
		return (operation->flags & OAC_ANSWER_OPTIONAL) != 0 ? OAC_OK : no_body(&r);
	if (is_raw)
		return keep_bytes(&r, sizeof(struct oac_bytes), 0, out);
	status = check_json(&r);
	if (status != OAC_OK)
		return status;
	status = oac_decode(&operation->response, t->body.text, t->body.len,
		strict ? OAC_STRICT : 0, out, &inner);
	return explain(&r, status, &inner);
}

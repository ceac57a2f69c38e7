/* One event of a stream, where the data alone say what it is. */
#include "oac_codec.h"
#include "oac_stream_decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct delta {
	const char *text;
	struct oac_json oac_more;
};

struct failure {
	const char *message;
	struct oac_json oac_more;
};

struct event {
	int kind;
	union {
		const struct delta *delta;
		const struct failure *error;
		struct oac_json json;
	} as;
};

enum { DELTA = 2 };

static const struct oac_field delta_fields[] = {
	OAC_CONST("type", "\"delta\"", OAC_REQUIRED),
	OAC_STRING(struct delta, text, "text", 0),
};
static const struct oac_object delta_type = OAC_OBJECT_TYPE(delta, delta_fields, 0);
static const struct oac_field failure_fields[] = {
	OAC_CONST("type", "\"error\"", OAC_REQUIRED),
	OAC_STRING(struct failure, message, "message", 0),
};
static const struct oac_object failure_type = OAC_OBJECT_TYPE(failure, failure_fields, 0);
static const struct oac_variant event_variants[] = {
	OAC_VARIANT(struct event, delta, const struct delta *, OAC_KIND_POINTER, "\"delta\"", &delta_type),
	OAC_VARIANT(struct event, error, const struct failure *, OAC_KIND_POINTER, "\"error\"", &failure_type),
};
static const struct oac_union event_type = OAC_UNION_TYPE(event, "\"type\":", event_variants);
static const struct oac_streaming by_type = { .event = { &event_type, sizeof(struct event), OAC_KIND_UNION } };
static const struct oac_streaming one_type = { .event = { &delta_type, sizeof(struct delta), OAC_KIND_OBJECT } };

static enum oac_status decode(struct oac_arena *arena, const struct oac_streaming *streaming, const char *name,
	const char *data, const void **value, struct oac_error *err)
{
	const struct oac_sse_event event = { name, strlen(name), data, strlen(data), "", 0 };
	uint32_t guess = 0;
	void *out = NULL;
	enum oac_status status;

	assert_true(oac_arena_init(arena, 256));
	memset(err, 0, sizeof(*err));
	status = oac_stream_decode(arena, streaming, &event, &guess, 0, &out, err);
	*value = out;
	return status;
}

static void test_events(void **state)
{
	static const char *const names[] = { "", "delta", "a name of no meaning" };
	struct oac_arena arena;
	struct oac_error err;
	const void *value;
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(names); i++) {
		const struct event *event;

		assert_int_equal(decode(&arena, &by_type, names[i], "{\"type\":\"delta\",\"text\":\"hi\"}", &value, &err), OAC_OK);
		event = value;
		assert_int_equal(event->kind, DELTA);
		assert_string_equal(event->as.delta->text, "hi");
		oac_arena_clear(&arena);
	}
	/* No error: null, or a member of an event that is known. */
	assert_int_equal(decode(&arena, &by_type, "", "{\"type\":\"new\",\"error\":null}", &value, &err), OAC_OK);
	assert_int_equal(((const struct event *)value)->kind, OAC_UNKNOWN);
	oac_arena_clear(&arena);
	assert_int_equal(decode(&arena, &by_type, "", "{\"type\":\"delta\",\"error\":{}}", &value, &err), OAC_OK);
	oac_arena_clear(&arena);
}

static void test_errors(void **state)
{
	static const struct {
		const struct oac_streaming *streaming;
		const char *name;
		const char *data;
	} rows[] = {
		{ &by_type, "error", "{\"type\":\"error\",\"code\":\"busy\",\"message\":\"later\"}" },
		{ &by_type, "", "{\"type\":\"error\",\"code\":\"busy\",\"message\":\"later\"}" },
		{ &by_type, "", "{\"error\":{\"code\":\"busy\",\"message\":\"later\"}}" },
		{ &one_type, "", "{\"error\":{\"code\":\"busy\",\"message\":\"later\"}}" },
	};
	struct oac_arena arena;
	struct oac_error err;
	const void *value;
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(rows); i++) {
		assert_int_equal(decode(&arena, rows[i].streaming, rows[i].name, rows[i].data, &value, &err), OAC_E_STREAM);
		assert_null(value);
		assert_string_equal(err.server_message, "later");
		assert_string_equal(err.server_code, "busy");
		oac_arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_events),
		cmocka_unit_test(test_errors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

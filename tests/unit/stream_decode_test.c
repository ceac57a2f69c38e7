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

/* Events whose name says what their data are. */
enum tone { TONE_LOW = 2, TONE_HIGH };

struct said {
	const char *data;
	struct oac_json oac_more;
};

struct changed {
	const struct delta *data;
	struct oac_json oac_more;
};

struct toned {
	enum tone data;
	struct oac_json oac_more;
};

struct over {
	struct oac_json oac_more;
};

struct named_event {
	int kind;
	union {
		const struct said *said;
		const struct changed *changed;
		struct toned toned;
		const struct over *over;
		struct oac_json json;
	} as;
};

enum { SAID = 2, CHANGED, TONED, OVER };

static const struct oac_field said_fields[] = { OAC_STRING(struct said, data, "data", OAC_REQUIRED) };
static const struct oac_object said_type = OAC_OBJECT_TYPE(said, said_fields, 0);
static const struct oac_field changed_fields[] = { OAC_POINTER(struct changed, data, "data", OAC_REQUIRED, delta) };
static const struct oac_object changed_type = OAC_OBJECT_TYPE(changed, changed_fields, 0);
static const char *const tone_values[] = { "low", "high" };
static const struct oac_enum tone_type = OAC_ENUM_TYPE(tone, tone_values);
static const struct oac_field toned_fields[] = { OAC_ENUM(struct toned, data, "data", OAC_REQUIRED, tone) };
static const struct oac_object toned_type = OAC_OBJECT_TYPE(toned, toned_fields, 0);
static const struct oac_field over_fields[] = { OAC_CONST("data", "\"[DONE]\"", OAC_REQUIRED) };
static const struct oac_object over_type = OAC_OBJECT_TYPE(over, over_fields, 0);
static const struct oac_variant named_variants[] = {
	OAC_VARIANT(struct named_event, said, const struct said *, OAC_KIND_POINTER, "\"said\"", &said_type),
	OAC_VARIANT(struct named_event, changed, const struct changed *, OAC_KIND_POINTER, "\"changed\"", &changed_type),
	OAC_VARIANT(struct named_event, toned, struct toned, OAC_KIND_OBJECT, "\"toned\"", &toned_type),
	OAC_VARIANT(struct named_event, over, const struct over *, OAC_KIND_POINTER, "\"over\"", &over_type),
	OAC_ALIAS_VARIANT("\"told\"", 0),
};
static const struct oac_union named_type = OAC_UNION_TYPE(named_event, "\"event\":", named_variants);
static const struct oac_streaming by_name = { { &named_type, sizeof(struct named_event), OAC_KIND_UNION },
	"\"event\":", "\"data\":", 0 };

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

static const struct named_event *decode_named(struct oac_arena *arena, const char *name, const char *data)
{
	struct oac_error err;
	const void *value;

	if (decode(arena, &by_name, name, data, &value, &err) != OAC_OK)
		fail_msg("%s", err.message);
	return value;
}

static void test_named_events(void **state)
{
	static const struct {
		const char *name;
		const char *data;
		const char *text;
	} rows[] = {
		{ "said", "\"quoted\"", "quoted" },
		{ "said", "[DONE]", "[DONE]" },
		{ "said", "", "" },
		{ "told", "by another name", "by another name" },
	};
	struct oac_arena arena;
	const struct named_event *event;

	(void)state;
	for (size_t i = 0; i < OAC_COUNT(rows); i++) {
		event = decode_named(&arena, rows[i].name, rows[i].data);
		assert_int_equal(event->kind, SAID);
		assert_string_equal(event->as.said->data, rows[i].text);
		oac_arena_clear(&arena);
	}
	event = decode_named(&arena, "changed", "{\"type\":\"delta\",\"text\":\"hi\"}");
	assert_int_equal(event->kind, CHANGED);
	assert_string_equal(event->as.changed->data->text, "hi");
	oac_arena_clear(&arena);
	event = decode_named(&arena, "over", "[DONE]");
	assert_int_equal(event->kind, OVER);
	oac_arena_clear(&arena);
	event = decode_named(&arena, "toned", "\"high\"");
	assert_int_equal(event->kind, TONED);
	assert_int_equal(event->as.toned.data, TONE_HIGH);
	assert_null(event->as.toned.oac_more.text);
	oac_arena_clear(&arena);
}

/* What the value cannot say is beside it: a member nobody knows, an event nobody knows. */
static void test_named_events_keep_all(void **state)
{
	struct oac_arena arena;
	const struct named_event *event = decode_named(&arena, "toned", "\"shrill\"");

	(void)state;
	assert_int_equal(event->kind, TONED);
	assert_int_equal(event->as.toned.data, OAC_UNKNOWN);
	assert_string_equal(event->as.toned.oac_more.text, "{\"data\":\"shrill\"}");
	assert_int_equal(event->as.toned.oac_more.len, strlen(event->as.toned.oac_more.text));
	oac_arena_clear(&arena);
	event = decode_named(&arena, "a \"new\" one", "{\"a\":[1]}");
	assert_int_equal(event->kind, OAC_UNKNOWN);
	assert_string_equal(event->as.json.text, "{\"event\":\"a \\\"new\\\" one\",\"data\":{\"a\":[1]}}");
	oac_arena_clear(&arena);
	event = decode_named(&arena, "new", "no JSON");
	assert_string_equal(event->as.json.text, "{\"event\":\"new\",\"data\":\"no JSON\"}");
	oac_arena_clear(&arena);
}

static void test_named_events_that_do_not_fit(void **state)
{
	struct oac_arena arena;
	struct oac_error err;
	const void *value;

	(void)state;
	assert_int_equal(decode(&arena, &by_name, "changed", "[]", &value, &err), OAC_E_TYPE);
	assert_null(value);
	assert_non_null(strstr(err.message, "the event changed does not fit: "));
	oac_arena_clear(&arena);
	assert_int_equal(decode(&arena, &by_name, "changed", "{\"text\":", &value, &err), OAC_E_JSON);
	oac_arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_named_events),
		cmocka_unit_test(test_named_events_keep_all),
		cmocka_unit_test(test_named_events_that_do_not_fit),
		cmocka_unit_test(test_events),
		cmocka_unit_test(test_errors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

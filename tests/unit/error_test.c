/* How failures are told: messages that are cut, bytes that are no text, names of statuses. */
#include "oac_buffer.h"
#include "oac_error_set.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void test_names(void **state)
{
	static const char *const names[] = { "OAC_OK", "OAC_E_NOMEM", "OAC_E_ARGUMENT", "OAC_E_CONFIG",
		"OAC_E_CONNECT", "OAC_E_TIMEOUT", "OAC_E_CANCELLED", "OAC_E_HTTP", "OAC_E_PROTOCOL",
		"OAC_E_JSON", "OAC_E_TYPE", "OAC_E_LIMIT", "OAC_E_STREAM" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		assert_string_equal(oac_status_name((enum oac_status)i), names[i]);
	assert_string_equal(oac_status_name((enum oac_status)99), "unknown status");
}

static void test_bytes_to_text(void **state)
{
	static const struct {
		const char *in;
		const char *out;
	} cases[] = {
		{ "plain", "plain" },
		{ "a\nb\tc\x7f", "a?b?c?" },
		{ "\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", "\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80" },
		{ "\xE0\xA4\x85\xED\x9F\xBF\xF4\x8F\xBF\xBF", "\xE0\xA4\x85\xED\x9F\xBF\xF4\x8F\xBF\xBF" },
		{ "\x80|\xC0\xAF|\xFF", "?|??|?" },	 /* no lead, too long a form, never a byte */
		{ "\xE0\x80\xAF|\xF0\x80\x80\xAF", "???|????" },
		{ "\xED\xA0\x80|\xF4\x90\x80\x80", "???|????" }, /* a surrogate, beyond the last */
		{ "\xE2\x82|\xE2\x28\xA1|\xC3", "??|?" "(?|?" },	 /* cut short */
		{ "\xF0\x9F\x98|\xF0\x9F\x28\x80", "???|??" "(?" },
	};
	char field[64];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		oac_error_copy(field, sizeof(field), cases[i].in, strlen(cases[i].in), true);
		assert_string_equal(field, cases[i].out);
	}
	oac_error_copy(field, sizeof(field), "a\nb\0c", 5, false);
	assert_string_equal(field, "a\nb?c");
	/* Cut at a whole character. */
	oac_error_copy(field, 4, "ab\xC3\xA9", 4, true);
	assert_string_equal(field, "ab");
	oac_error_copy(field, 5, "ab\xC3\xA9", 4, true);
	assert_string_equal(field, "ab\xC3\xA9");
}

/* A character of 1 to 4 bytes lies over the end of the message, at each of its bytes. */
static void test_long_messages(void **state)
{
	static const char *const characters[] = { "x", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80" };
	const size_t room = sizeof(((struct oac_error *)NULL)->message) - 1;
	struct oac_error err;
	char text[400];

	(void)state;
	for (size_t i = 0; i < COUNT(characters); i++) {
		size_t len = strlen(characters[i]);
		for (size_t before = room - len; before <= room; before++) {
			memset(text, 'a', before);
			snprintf(text + before, sizeof(text) - before, "%sbbbb", characters[i]);
			assert_int_equal(oac_error_set(&err, OAC_E_LIMIT, "%s", text), OAC_E_LIMIT);
			size_t whole = before + len <= room ? before + len : before;
			assert_true(strlen(err.message) >= whole && strlen(err.message) <= room);
			assert_memory_equal(err.message, text, whole);
			assert_null(strchr(err.message, '?'));
		}
	}
}

static void test_adding(void **state)
{
	struct oac_error err;
	char text[400];

	(void)state;
	oac_error_set(&err, OAC_E_TIMEOUT, "first");
	oac_error_add(&err, "; %s %d", "second\n", 2);
	assert_string_equal(err.message, "first; second? 2");
	assert_int_equal(err.status, OAC_E_TIMEOUT);
	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	oac_error_add(&err, "%s", text);
	assert_int_equal(strlen(err.message), sizeof(err.message) - 1);
	oac_error_add(&err, "more");
	assert_int_equal(strlen(err.message), sizeof(err.message) - 1);
	/* Nobody wants to know. */
	oac_error_add(NULL, "x");
	oac_error_clear(NULL);
	assert_int_equal(oac_error_set(NULL, OAC_E_JSON, "x"), OAC_E_JSON);
}

/* What is known of the exchange stays, what an earlier failure left does not. */
static void test_setting(void **state)
{
	struct oac_error err;

	(void)state;
	memset(&err, 'x', sizeof(err));
	err.http_status = 404;
	err.tries = 2;
	snprintf(err.request_id, sizeof(err.request_id), "req_1");
	snprintf(err.message, sizeof(err.message), "the cause");
	oac_error_set(&err, OAC_E_TYPE, "within: %s", err.message);
	assert_string_equal(err.message, "within: the cause");
	assert_int_equal(err.http_status, 404);
	assert_int_equal(err.tries, 2);
	assert_string_equal(err.request_id, "req_1");
	assert_string_equal(err.path, "");
	assert_string_equal(err.server_message, "");
	assert_int_equal(err.offset, 0);
}

static void test_buffers(void **state)
{
	struct oac_buffer buffer = OAC_BUFFER_MAX(4);
	struct oac_error err;

	(void)state;
	oac_buffer_add_text(&buffer, "too long");
	assert_int_equal(oac_error_buffer(&err, &buffer, "the URL"), OAC_E_LIMIT);
	assert_string_equal(err.message, "the URL is too long");
	oac_buffer_clear(&buffer);
	buffer.failed = OAC_BUFFER_NOMEM;
	assert_int_equal(oac_error_buffer(&err, &buffer, "the URL"), OAC_E_NOMEM);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_bytes_to_text),
		cmocka_unit_test(test_long_messages),
		cmocka_unit_test(test_adding),
		cmocka_unit_test(test_setting),
		cmocka_unit_test(test_buffers),
	};

	return cmocka_run_group_tests_name("errors", tests, NULL, NULL);
}

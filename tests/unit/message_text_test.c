/* openai_message_text(): the text parts of a message, joined. */
#include "openai_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define TEXT(value) "{\"type\":\"text\",\"text\":{\"value\":\"" value "\",\"annotations\":[]}}"
#define IMAGE "{\"type\":\"image_file\",\"image_file\":{\"file_id\":\"file_1\"}}"
#define REFUSAL "{\"type\":\"refusal\",\"refusal\":\"no\"}"
#define UNKNOWN "{\"type\":\"hologram\",\"text\":{\"value\":\"never shown\"}}"

static void check(const char *json, const char *text)
{
	struct openai_message *message;
	struct oac_error err;
	char *got;

	assert_int_equal(openai_message_from_json(json, strlen(json), &message, &err), OAC_OK);
	got = openai_message_text(message);
	assert_non_null(got);
	assert_string_equal(got, text);
	oac_text_free(got);
	openai_message_free(message);
}

static void test_parts(void **state)
{
	(void)state;
	check("{\"content\":[" TEXT("one") "]}", "one");
	check("{\"content\":[" TEXT("a b") "," TEXT("") "," TEXT("\\n\xC3\xA9") "]}", "a b\n\xC3\xA9");
	check("{\"content\":[" IMAGE "," TEXT("one") "," REFUSAL "," UNKNOWN "," TEXT("two") "]}",
		"onetwo");
}

static void test_no_text(void **state)
{
	(void)state;
	check("{\"content\":[]}", "");
	check("{\"content\":null}", "");
	check("{}", "");
	check("{\"content\":[" IMAGE "," REFUSAL "," UNKNOWN "]}", "");
	check("{\"content\":[{\"type\":\"text\",\"text\":{}}]}", "");
	check("{\"content\":[{\"type\":\"text\"}]}", "");
	check("{\"content\":[{\"type\":\"text\",\"text\":{\"value\":null}}]}", "");
}

/* A part that the caller made by hand and left half empty. */
static void test_made_by_hand(void **state)
{
	const struct openai_message_content parts[] = {
		{ .kind = OPENAI_MESSAGE_CONTENT_TEXT },
		{ .kind = OPENAI_MESSAGE_CONTENT_UNSET },
	};
	const struct openai_message message = { .content = OAC_LIST(parts) };
	char *text;

	(void)state;
	assert_null(openai_message_text(NULL));
	text = openai_message_text(&message);
	assert_string_equal(text, "");
	oac_text_free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_no_text),
		cmocka_unit_test(test_made_by_hand),
	};

	return cmocka_run_group_tests_name("message text", tests, NULL, NULL);
}

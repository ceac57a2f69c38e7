/* What a program may get wrong: each has a defined answer, and nothing is sent. */
#include "oac_buffer.h"
#include "openai.h"
#include "openai_tables.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void test_null_client(void **state)
{
	struct openai_run *run = (struct openai_run *)state;
	struct oac_error err;

	assert_int_equal(openai_runs_retrieve(NULL, "thread_1", "run_1", NULL, &run, &err), OAC_E_ARGUMENT);
	assert_null(run);
	assert_non_null(strstr(err.message, "client"));
	assert_int_equal(openai_threads_create(NULL, NULL, NULL, NULL, NULL), OAC_E_ARGUMENT);
}

static enum oac_status encode(const struct openai_create_run_request *request, struct oac_error *err)
{
	const struct oac_shape shape = { &openai_create_run_request_type, sizeof(*request), OAC_KIND_OBJECT };
	struct oac_buffer out = OAC_BUFFER_MAX(1 << 20);
	enum oac_status status = oac_encode(&shape, request, OAC_STRICT, &out, err);

	oac_buffer_clear(&out);
	return status;
}

static void test_forgotten_items(void **state)
{
	const struct openai_assistant_tool tools[2] = { { .kind = OPENAI_ASSISTANT_TOOL_CODE_INTERPRETER } };
	const struct oac_string_map_entry pairs[] = { { "a", "1" }, { "b", NULL } };
	struct openai_create_run_request request = { .assistant_id = "asst_1", .tools = OAC_LIST(tools) };
	struct oac_error err;

	(void)state;
	assert_int_equal(encode(&request, &err), OAC_E_ARGUMENT);
	assert_string_equal(err.path, "/tools/1");
	request.tools.count = 1;
	assert_int_equal(encode(&request, &err), OAC_OK);
	request.metadata.count = 2;
	request.metadata.entries = pairs;
	assert_int_equal(encode(&request, &err), OAC_E_ARGUMENT);
	assert_string_equal(err.path, "/metadata/b");
}

static void test_count_without_items(void **state)
{
	struct openai_create_run_request request = { .assistant_id = "asst_1", .tools = { 3, NULL } };
	struct oac_error err;

	(void)state;
	assert_int_equal(encode(&request, &err), OAC_E_ARGUMENT);
	assert_string_equal(err.path, "/tools");
}

struct loop_node {
	const struct loop_node *next;
	struct oac_json oac_more;
};
static const struct oac_object loop_node_type;
static const struct oac_field loop_node_fields[] = {
	OAC_POINTER(struct loop_node, next, "next", 0, loop_node),
};
static const struct oac_object loop_node_type = OAC_OBJECT_TYPE(loop_node, loop_node_fields, 0);

static void test_value_within_itself(void **state)
{
	const struct oac_shape shape = { &loop_node_type, sizeof(struct loop_node), OAC_KIND_OBJECT };
	struct oac_buffer out = OAC_BUFFER_MAX(1 << 20);
	struct loop_node node = { &node, { NULL, 0 } };
	struct oac_error err;

	(void)state;
	assert_int_equal(oac_encode(&shape, &node, 0, &out, &err), OAC_E_LIMIT);
	assert_null(oac_copy(&shape, &node));
	oac_buffer_clear(&out);
}

static void test_nothing_to_free(void **state)
{
	(void)state;
	openai_run_free(NULL);
	oac_client_free(NULL);
	oac_response_clear(NULL);
	oac_cancel_free(NULL);
	oac_text_free(NULL);
	oac_value_free(NULL);
	assert_null(openai_run_copy(NULL));
	assert_null(openai_run_to_json(NULL, NULL, NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_null_client),	    cmocka_unit_test(test_forgotten_items),
		cmocka_unit_test(test_count_without_items), cmocka_unit_test(test_value_within_itself),
		cmocka_unit_test(test_nothing_to_free),
	};

	return cmocka_run_group_tests_name("misuse", tests, NULL, NULL);
}

/*
 * Decoding and encoding gives back every document: the samples of the vendor's document,
 * our own, and our own with random damage, which must come back too or be refused by name.
 */
#include "json_compare.h"
#include "oac_codec.h"
#include "oac_reader.h"
#include "openai.h"
#include "openai_tables.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

enum {
	PLACE_SIZE = 512,
	MUTATIONS = 2000, /* of each document */
	AT_LEAST = 20,
	SECONDS = 15, /* a checker that slows the program down sees fewer of them */
	TREE_EVERY = 8, /* the way over cJSON is checked for one mutation in so many */
};

struct type {
	const char *schema; /* in the document */
	struct oac_shape shape;
};

#define OBJECT(schema, name) { schema, { &name##_type, sizeof(struct name), OAC_KIND_OBJECT } }
#define UNION(schema, name) { schema, { &name##_type, sizeof(struct name), OAC_KIND_UNION } }

static const struct type types[] = {
	OBJECT("AssistantObject", openai_assistant),
	OBJECT("ListAssistantsResponse", openai_assistant_page),
	OBJECT("CreateAssistantRequest", openai_create_assistant_request),
	OBJECT("ModifyAssistantRequest", openai_modify_assistant_request),
	OBJECT("DeleteAssistantResponse", openai_assistant_deleted),
	OBJECT("ThreadObject", openai_thread),
	OBJECT("CreateThreadRequest", openai_create_thread_request),
	OBJECT("ModifyThreadRequest", openai_modify_thread_request),
	OBJECT("DeleteThreadResponse", openai_thread_deleted),
	OBJECT("MessageObject", openai_message),
	OBJECT("ListMessagesResponse", openai_message_page),
	OBJECT("CreateMessageRequest", openai_create_message_request),
	OBJECT("ModifyMessageRequest", openai_modify_message_request),
	OBJECT("DeleteMessageResponse", openai_message_deleted),
	OBJECT("RunObject", openai_run),
	OBJECT("ListRunsResponse", openai_run_page),
	OBJECT("CreateRunRequest", openai_create_run_request),
	OBJECT("ModifyRunRequest", openai_modify_run_request),
	OBJECT("CreateThreadAndRunRequest", openai_create_thread_and_run_request),
	OBJECT("SubmitToolOutputsRunRequest", openai_submit_tool_outputs_request),
	OBJECT("RunStepObject", openai_run_step),
	OBJECT("ListRunStepsResponse", openai_run_step_page),
	OBJECT("MessageDeltaObject", openai_message_delta),
	OBJECT("RunStepDeltaObject", openai_run_step_delta),
	UNION("AssistantStreamEvent", openai_assistant_stream_event),
};

/* schema: with its quotes */
static const struct oac_shape *find_shape(const char *schema)
{
	size_t i;

	for (i = 0; i < OAC_COUNT(types); i++) {
		size_t len = strlen(types[i].schema);

		if (strncmp(schema + 1, types[i].schema, len) == 0 && schema[len + 1] == '"')
			return &types[i].shape;
	}
	return NULL;
}

/* ---- one document ---- */

/* The place that a JSON pointer names, or NULL. */
static const cJSON *follow(const cJSON *tree, const char *pointer)
{
	while (tree != NULL && *pointer == '/') {
		char name[PLACE_SIZE];
		size_t len = 0;

		for (pointer++; *pointer != '\0' && *pointer != '/'; pointer++) {
			char c = *pointer;

			if (c == '~')
				c = *++pointer == '1' ? '/' : '~';
			name[len++] = c;
		}
		name[len] = '\0';
		tree = cJSON_IsArray(tree) ? cJSON_GetArrayItem(tree, (int)strtol(name, NULL, 10))
					   : cJSON_GetObjectItemCaseSensitive(tree, name);
	}
	return tree;
}

static void check_same(
	const char *text, size_t len, const char *back, size_t back_len, const char *how)
{
	char place[PLACE_SIZE];

	if (!json_same(text, len, back, back_len, place, sizeof(place)))
		fail_msg("%s gives another value at '%s': %s from %s", how, place, back, text);
}

static void check_trees(
	const struct oac_shape *shape, const cJSON *tree, const void *value, const char *back)
{
	struct oac_error err;
	char place[PLACE_SIZE];
	cJSON *made = oac_to_cjson(shape, value, &err);
	void *from_tree;
	char *again;
	size_t len;

	if (made == NULL)
		fail_msg("no tree: %s: %s", err.message, back);
	if (!json_same_tree(tree, made, place, sizeof(place)))
		fail_msg("the tree differs at '%s': %s", place, back);
	if (oac_from_cjson(shape, made, &from_tree, &err) != OAC_OK)
		fail_msg("from the tree: %s: %s", err.message, back);
	again = oac_encode_new(shape, from_tree, &len, &err);
	assert_non_null(again);
	check_same(back, strlen(back), again, len, "the way over cJSON");
	oac_text_free(again);
	oac_free(from_tree);
	cJSON_Delete(made);
}

/* True when the document came back; false when it was refused, with the place named. */
static bool check_document(const struct oac_shape *shape, const char *text, bool trees)
{
	struct oac_error err;
	cJSON *tree = oac_json_tree(oac_json_of(text, strlen(text)), NULL);
	size_t len;
	void *value;
	void *copy;
	char *back;
	char *copied;
	enum oac_status status;

	assert_non_null(tree);
	status = oac_decode(shape, text, strlen(text), 0, &value, &err);
	if (status != OAC_OK) {
		assert_null(value);
		if (status != OAC_E_TYPE)
			fail_msg("%s: %s: %s", oac_status_name(status), err.message, text);
		if (follow(tree, err.path) == NULL)
			fail_msg("there is no '%s': %s: %s", err.path, err.message, text);
		assert_int_equal(strncmp(err.message, err.path, strlen(err.path)), 0);
		cJSON_Delete(tree);
		return false;
	}
	back = oac_encode_new(shape, value, &len, &err);
	if (back == NULL)
		fail_msg("%s: %s", err.message, text);
	check_same(text, strlen(text), back, len, "encoding");
	copy = oac_copy(shape, value);
	assert_non_null(copy);
	if (trees)
		check_trees(shape, tree, value, back);
	oac_free(value);
	copied = oac_encode_new(shape, copy, &len, &err);
	assert_string_equal(copied, back);
	oac_free(copy);
	oac_text_free(copied);
	oac_text_free(back);
	cJSON_Delete(tree);
	return true;
}

/* ---- files of documents ---- */

/* One line of a file, any length, without its newline; NULL at the end. free it. */
static char *read_line(FILE *file)
{
	size_t size = 4096;
	size_t len = 0;
	char *line = malloc(size);
	int c;

	assert_non_null(line);
	while ((c = getc(file)) != EOF && c != '\n') {
		if (len + 1 == size) {
			size *= 2;
			line = realloc(line, size);
			assert_non_null(line);
		}
		line[len++] = (char)c;
	}
	line[len] = '\0';
	if (c != EOF || len > 0)
		return line;
	free(line);
	return NULL;
}

typedef void document_fn(const struct oac_shape *shape, const char *document, void *user);

/* The text of a member of the object that line is, or NULL; free it. */
static char *member_text(const char *line, const char *member)
{
	struct oac_reader r;
	struct oac_token name;
	struct oac_span value;
	char *text = NULL;
	bool empty;
	bool more = true;

	oac_reader_init(&r, line, strlen(line));
	assert_true(oac_reader_open(&r, '}', &empty));
	while (text == NULL && more) {
		assert_true(oac_reader_name(&r, &name) && oac_reader_skip(&r, &value));
		if (name.len == strlen(member) && memcmp(name.text, member, name.len) == 0) {
			text = malloc(value.len + 1);
			assert_non_null(text);
			memcpy(text, value.text, value.len);
			text[value.len] = '\0';
		}
		assert_true(oac_reader_next(&r, '}', &more));
	}
	return text;
}

static void each_document(const char *path, document_fn *each, void *user)
{
	FILE *file = fopen(path, "r");
	char *line;

	if (file == NULL)
		fail_msg("cannot open %s: run this in the root of the repository", path);
	while ((line = read_line(file)) != NULL) {
		char *schema = member_text(line, "schema");
		char *document = member_text(line, "json");
		const struct oac_shape *shape;

		assert_true(schema != NULL && document != NULL);
		shape = find_shape(schema);
		if (shape != NULL)
			each(shape, document, user);
		free(document);
		free(schema);
		free(line);
	}
	fclose(file);
}

struct tally {
	size_t documents;
	size_t same;
	struct random random;
	clock_t end;
};

static void check_whole(const struct oac_shape *shape, const char *document, void *user)
{
	struct tally *tally = user;

	tally->documents++;
	tally->same += check_document(shape, document, true);
}

static void test_own_documents(void **state)
{
	struct tally tally = { 0, 0, { 0 }, 0 };

	(void)state;
	each_document("tests/data/documents.jsonl", check_whole, &tally);
	assert_true(tally.documents >= 30);
	assert_int_equal(tally.same, tally.documents);
}

static void test_vendor_samples(void **state)
{
	const char *shared = getenv("OAC_SHARED");
	struct tally tally = { 0, 0, { 0 }, 0 };
	char path[PLACE_SIZE];

	(void)state;
	if (shared == NULL) {
		print_message("OAC_SHARED is not set\n");
		skip();
	}
	snprintf(path, sizeof(path), "%s/goldens/roundtrip.jsonl", shared);
	each_document(path, check_whole, &tally);
	assert_true(tally.documents >= 100);
	/* Some samples break their own schema; nearly all come back. */
	assert_true(tally.same * 10 >= tally.documents * 9);
}

/* ---- damage ---- */

static size_t count_nodes(const cJSON *tree)
{
	const cJSON *item;
	size_t count = 1;

	cJSON_ArrayForEach(item, tree)
		count += count_nodes(item);
	return count;
}

/* The nth node below tree, counted from 0 in the order of the text; *parent is what holds it. */
static cJSON *nth_node(cJSON *tree, size_t *n, cJSON **parent)
{
	cJSON *item;

	for (item = tree->child; item != NULL; item = item->next) {
		cJSON *found = NULL;

		if (*n == 0) {
			*parent = tree;
			return item;
		}
		--*n;
		found = nth_node(item, n, parent);
		if (found != NULL)
			return found;
	}
	return NULL;
}

static cJSON *random_value(struct random *random)
{
	static const char *const texts[] = {
		"null",
		"true",
		"false",
		"0",
		"-1",
		"1.5",
		"9007199254740993",
		"-9223372036854775808",
		"18446744073709551615",
		"1e2",
		"1E400",
		"1e-400",
		"0.1234567890123456789",
		"\"\"",
		"\"text\"",
		"\"\xc3\xa9\\n\\u0001\"",
		"\"auto\"",
		"\"in_progress\"",
		"[]",
		"{}",
		"[null]",
		"[[]]",
		"{\"type\":\"text\"}",
		"{\"type\":\"unknown\",\"x\":[1]}",
		"{\"type\":5}",
		"{\"a/b\":{\"~\":0}}",
		"[{\"type\":\"function\"}]",
		"{\"file_id\":null}",
	};
	const char *text = texts[random_below(random, OAC_COUNT(texts))];

	return oac_json_tree(oac_json_of(text, strlen(text)), NULL);
}

static void replace(cJSON *parent, cJSON *node, cJSON *value)
{
	cJSON_bool done = cJSON_IsObject(parent)
		? cJSON_ReplaceItemInObjectCaseSensitive(parent, node->string, value)
		: cJSON_ReplaceItemViaPointer(parent, node, value);

	assert_true(done);
}

static bool has_no(const cJSON *parent, const char *name)
{
	return cJSON_GetObjectItemCaseSensitive(parent, name) == NULL;
}

static void mutate(cJSON *tree, struct random *random)
{
	size_t n = random_below(random, count_nodes(tree) - 1);
	cJSON *parent = NULL;
	cJSON *node = nth_node(tree, &n, &parent);

	assert_non_null(node);
	switch (random_below(random, 6)) {
	case 0:
		cJSON_Delete(cJSON_DetachItemViaPointer(parent, node));
		break;
	case 1:
		replace(parent, node, cJSON_CreateNull());
		break;
	case 2: /* a new member or item */
		if (cJSON_IsArray(parent))
			cJSON_AddItemToArray(parent, random_value(random));
		else if (has_no(parent, "a new/~member"))
			cJSON_AddItemToObject(parent, "a new/~member", random_value(random));
		break;
	case 3: /* another text */
		if (cJSON_IsString(node))
			cJSON_SetValuestring(
				node, random_below(random, 2) ? "a text that nobody knows" : "");
		else
			replace(parent, node, random_value(random));
		break;
	case 4: /* the value of another place */
		n = random_below(random, count_nodes(tree) - 1);
		{
			cJSON *other_parent = NULL;
			cJSON *other = cJSON_Duplicate(nth_node(tree, &n, &other_parent), true);

			replace(parent, node, other);
		}
		break;
	default:
		replace(parent, node, random_value(random));
	}
}

static void check_damaged(const struct oac_shape *shape, const char *document, void *user)
{
	struct tally *tally = user;
	cJSON *tree = oac_json_tree(oac_json_of(document, strlen(document)), NULL);
	int i;

	for (i = 0; i < MUTATIONS && (i < AT_LEAST || clock() < tally->end); i++) {
		cJSON *damaged = cJSON_Duplicate(tree, true);
		size_t times = 1 + random_below(&tally->random, 3);
		char *text;

		while (times-- > 0 && damaged->child != NULL)
			mutate(damaged, &tally->random);
		tally->documents++;
		text = cJSON_PrintUnformatted(damaged);
		assert_non_null(text);
		tally->same += check_document(shape, text, i % TREE_EVERY == 0);
		cJSON_free(text);
		cJSON_Delete(damaged);
	}
	cJSON_Delete(tree);
}

static void test_damaged_documents(void **state)
{
	struct tally tally = { 0, 0, { 7 }, clock() + SECONDS * CLOCKS_PER_SEC };

	(void)state;
	each_document("tests/data/documents.jsonl", check_damaged, &tally);
	/* Most damage is no wrong type, and some is: both paths were taken, often. */
	assert_true(tally.same > tally.documents / 4);
	assert_true(tally.same < tally.documents);
	print_message("%zu of %zu came back, the others were refused by name\n", tally.same,
		tally.documents);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_own_documents),
		cmocka_unit_test(test_vendor_samples),
		cmocka_unit_test(test_damaged_documents),
	};

	return cmocka_run_group_tests_name("lossless", tests, NULL, NULL);
}

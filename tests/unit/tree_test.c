#define _POSIX_C_SOURCE 200809L

#include "arena.h"
#include "buffer.h"
#include "tree.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>

#include <cmocka.h>

static void arena_alignment(void **state)
{
	(void)state;
	struct arena arena = ARENA_EMPTY;
	for (size_t i = 1; i < 3000; i++) {
		char *text = arena_text(&arena, "abc", i % 4);
		assert_int_equal(strlen(text), i % 4);
		unsigned char *bytes = arena_alloc(&arena, i);
		assert_int_equal((uintptr_t)bytes % 8, 0);
		for (size_t j = 0; j < i; j++)
			assert_int_equal(bytes[j], 0);
		memset(bytes, 0xAA, i);
	}
	assert_string_equal(arena_format(&arena, "%s-%d", "x", 7), "x-7");

	/* What comes after a reset is zeroed too. */
	arena_reset(&arena);
	assert_int_equal(arena.total, 0);
	const unsigned char *again = arena_alloc(&arena, 10000);
	for (size_t j = 0; j < 10000; j++)
		assert_int_equal(again[j], 0);
	char *large = arena_alloc(&arena, 5 * 1024 * 1024);
	large[5 * 1024 * 1024 - 1] = 'x';
	arena_clear(&arena);
	arena_clear(&arena);
}

static void buffer_growth(void **state)
{
	(void)state;
	struct buffer buffer = BUFFER_EMPTY;
	for (int i = 0; i < 10000; i++)
		buffer_format(&buffer, "%d,", i % 10);
	assert_int_equal(buffer.len, 20000);
	assert_int_equal(strlen(buffer.text), 20000);
	buffer_reset(&buffer);
	assert_string_equal(buffer.text, "");
	buffer_add(&buffer, "a\0b", 3);
	buffer_add_char(&buffer, 'c');
	buffer_add_text(&buffer, "de");
	assert_memory_equal(buffer.text, "a\0bcde", 7);
	buffer_clear(&buffer);
}

static void get_and_set(void **state)
{
	(void)state;
	struct arena arena = ARENA_EMPTY;
	struct tree_node *map = tree_new(&arena, TREE_MAP);
	assert_null(tree_get(map, "a"));
	assert_null(tree_get(NULL, "a"));
	tree_set(&arena, map, "a", "1");
	tree_set_bool(&arena, map, "yes", true);
	tree_set_bool(&arena, map, "no", false);
	tree_set_number(&arena, map, "least", INT64_MIN);
	tree_set(&arena, map, "text", "true");
	tree_set_list(&arena, map, "list");
	assert_string_equal(tree_text(map, "a"), "1");
	assert_true(tree_true(map, "yes"));
	assert_false(tree_true(map, "no"));
	assert_false(tree_true(map, "text"));
	assert_false(tree_true(map, "missing"));
	assert_string_equal(tree_text(map, "least"), "-9223372036854775808");
	assert_null(tree_text(map, "list"));
	assert_null(tree_get(tree_get(map, "list"), "a"));
	assert_true(tree_is(tree_get(map, "list"), TREE_LIST));
	assert_false(tree_is(NULL, TREE_NULL));

	/* Setting again keeps the place. */
	assert_string_equal(map->first->key, "a");
	tree_set(&arena, map, "a", "2");
	assert_string_equal(map->first->key, "a");
	assert_string_equal(tree_text(map, "a"), "2");
	assert_int_equal(map->count, 6);
	arena_clear(&arena);
}

/* Keys in maps of every size, around the size at which an index appears and where it grows. */
static void large_maps(void **state)
{
	(void)state;
	struct arena arena = ARENA_EMPTY;
	struct tree_node *map = tree_new(&arena, TREE_MAP);
	for (int i = 0; i < 2000; i++) {
		const char *key = arena_format(&arena, "key%d", i);
		assert_null(tree_get(map, key));
		tree_set(&arena, map, key, key);
		assert_string_equal(tree_text(map, key), key);
	}
	tree_set_node(map, "by node", tree_new(&arena, TREE_NULL));
	assert_non_null(tree_get(map, "by node"));
	assert_int_equal(map->count, 2001);
	for (int i = 0; i < 2000; i += 7) {
		char key[16];
		snprintf(key, sizeof(key), "key%d", i);
		tree_remove(map, tree_get(map, key));
		assert_null(tree_get(map, key));
		i++;
		snprintf(key, sizeof(key), "key%d", i);
		assert_string_equal(tree_text(map, key), key);
	}

	struct tree_node *twin = tree_copy(&arena, map);
	assert_true(tree_equal(map, twin));
	assert_true(twin->first != map->first);
	tree_set(&arena, twin, "key1", "other");
	assert_false(tree_equal(map, twin));
	assert_string_equal(tree_text(map, "key1"), "key1");
	arena_clear(&arena);
}

static void removal(void **state)
{
	(void)state;
	struct arena arena = ARENA_EMPTY;
	struct tree_node *list = tree_new(&arena, TREE_LIST);
	struct tree_node *items[3];
	for (size_t i = 0; i < 3; i++)
		items[i] = tree_add(list, tree_new(&arena, TREE_NULL));
	tree_remove(list, items[2]);
	assert_ptr_equal(list->last, items[1]);
	tree_remove(list, items[0]);
	assert_ptr_equal(list->first, items[1]);
	tree_remove(list, items[1]);
	assert_null(list->first);
	assert_null(list->last);
	assert_int_equal(list->count, 0);
	tree_add(list, items[0]);
	assert_ptr_equal(list->first, items[0]);
	arena_clear(&arena);
}

static void equality(void **state)
{
	(void)state;
	struct arena arena = ARENA_EMPTY;
	struct tree_node *a = tree_new(&arena, TREE_MAP);
	struct tree_node *b = tree_new(&arena, TREE_MAP);
	tree_set(&arena, a, "x", "1");
	tree_set(&arena, a, "y", "2");
	tree_set(&arena, b, "y", "2");
	assert_false(tree_equal(a, b));
	tree_set(&arena, b, "x", "1");
	assert_true(tree_equal(a, b));
	tree_set_number(&arena, b, "x", 1);
	assert_false(tree_equal(a, b));
	assert_false(tree_equal(a, NULL));
	assert_true(tree_equal(NULL, NULL));

	struct tree_node *c = tree_new(&arena, TREE_LIST);
	struct tree_node *d = tree_new(&arena, TREE_LIST);
	tree_add(c, tree_new(&arena, TREE_NULL));
	tree_add(c, tree_new(&arena, TREE_MAP));
	tree_add(d, tree_new(&arena, TREE_MAP));
	tree_add(d, tree_new(&arena, TREE_NULL));
	assert_false(tree_equal(c, d));
	arena_clear(&arena);
}

static void add_number(struct arena *arena, struct tree_node *list, const char *text)
{
	struct tree_node *node = tree_add(list, tree_new(arena, TREE_NUMBER));
	node->text = text;
	node->len = (uint32_t)strlen(text);
}

static void printing(void **state)
{
	(void)state;
	struct arena arena = ARENA_EMPTY;
	struct buffer out = BUFFER_EMPTY;
	struct tree_node *map = tree_new(&arena, TREE_MAP);
	tree_set(&arena, map, "quote \"", "a\\b\n\t\x01\xC3\xA9");
	tree_set_list(&arena, map, "none");
	tree_set_map(&arena, map, "empty");
	tree_set_bool(&arena, map, "yes", true);
	struct tree_node *numbers = tree_set_list(&arena, map, "numbers");
	static const char *const written[] = { "0x1F", "0o17", "+1", "-.5", "5.", "007", "-0",
		"1e5", "2.e3", ".inf", "0.10", "-0x2" };
	for (size_t i = 0; i < sizeof(written) / sizeof(*written); i++)
		add_number(&arena, numbers, written[i]);
	tree_print(map, &out);
	assert_string_equal(out.text,
		"{\n"
		"  \"quote \\\"\": \"a\\\\b\\n\\t\\u0001\xC3\xA9\",\n"
		"  \"none\": [],\n"
		"  \"empty\": {},\n"
		"  \"yes\": true,\n"
		"  \"numbers\": [\n"
		"    31,\n    15,\n    1,\n    -0.5,\n    5,\n    7,\n    -0,\n    1e5,\n"
		"    2e3,\n    \".inf\",\n    0.10,\n    -2\n"
		"  ]\n"
		"}");
	buffer_clear(&out);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_alignment),
		cmocka_unit_test(buffer_growth),
		cmocka_unit_test(get_and_set),
		cmocka_unit_test(large_maps),
		cmocka_unit_test(removal),
		cmocka_unit_test(equality),
		cmocka_unit_test(printing),
	};
	return cmocka_run_group_tests_name("arena, buffer and tree", tests, NULL, NULL);
}

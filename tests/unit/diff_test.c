/*
 * diff_test: the JSON of oac diff is what its manual says, and its reports on the vendor's
 * documents are those that were made by hand: tests/data/diff/README.md.
 */
#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

enum {
	MAX_COMMAND = 4096,
	MAX_OUTPUT = 1 << 20,
	MAX_LINES = 256,
};

static const char *const cases[] = { "nothing", "documentation", "additive", "functions", "members",
	"values", "types", "wire", "pages", "title", "streams" };

/* What a command prints; *status: how it ended. */
static char *run(const char *command, int *status)
{
	char *text = malloc(MAX_OUTPUT);
	FILE *stream = popen(command, "r");
	size_t len;

	assert_non_null(text);
	assert_non_null(stream);
	len = fread(text, 1, MAX_OUTPUT - 1, stream);
	assert_true(len < MAX_OUTPUT - 1);
	text[len] = '\0';
	*status = pclose(stream);
	assert_true(WIFEXITED(*status));
	*status = WEXITSTATUS(*status);
	return text;
}

static const char *oac(void)
{
	const char *path = getenv("OAC");

	return path ? path : "build/oac";
}

static const char *text_of(const cJSON *map, const char *key)
{
	const cJSON *item = cJSON_GetObjectItemCaseSensitive(map, key);

	assert_non_null(item);
	return cJSON_IsNull(item) ? "-" : cJSON_GetStringValue(item);
}

static int number_of(const cJSON *map, const char *key)
{
	const cJSON *item = cJSON_GetObjectItemCaseSensitive(map, key);

	assert_true(cJSON_IsNumber(item));
	return item->valueint;
}

/* ---- its shape ---- */

static void check_place(const cJSON *change, const char *key, const char *file)
{
	const cJSON *place = cJSON_GetObjectItemCaseSensitive(change, key);

	assert_int_equal(cJSON_GetArraySize(place), 3);
	assert_string_equal(text_of(place, "file"), file);
	assert_true(number_of(place, "line") > 0);
	assert_true(number_of(place, "column") > 0);
}

static void check_change(const cJSON *change, const char *old, const char *new, int counts[3])
{
	static const char *const keys[] = { "kind", "subject", "name", "part", "before", "after",
		"note" };
	const char *class = text_of(change, "class");
	const char *breaks = text_of(change, "breaks");
	size_t i;

	assert_int_equal(cJSON_GetArraySize(change), 11);
	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		assert_non_null(text_of(change, keys[i]));
	for (i = 0; i < 3; i++)
		assert_string_not_equal(text_of(change, keys[i]), "-");
	if (strcmp(class, "breaking") == 0) {
		assert_true(strcmp(breaks, "compile") == 0 || strcmp(breaks, "run") == 0);
		counts[0]++;
	} else {
		assert_string_equal(breaks, "-");
		assert_true(strcmp(class, "additive") == 0 || strcmp(class, "documentation") == 0);
		counts[class[0] == 'a' ? 1 : 2]++;
	}
	check_place(change, "old", old);
	check_place(change, "new", new);
}

static void test_json(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char command[MAX_COMMAND];
		char old[256];
		char new[256];
		int counts[3] = { 0, 0, 0 };
		const cJSON *change;
		cJSON *root;
		char *text;
		int status;

		snprintf(old, sizeof(old), "tests/golden/diff/%s/old.yaml", cases[i]);
		snprintf(new, sizeof(new), "tests/golden/diff/%s/new.yaml", cases[i]);
		snprintf(command, sizeof(command), "%s diff %s %s --json", oac(), old, new);
		text = run(command, &status);
		root = cJSON_ParseWithOpts(text, NULL, true);
		assert_non_null(root);
		assert_int_equal(cJSON_GetArraySize(root), 8);
		assert_int_equal(number_of(root, "version"), 1);
		assert_string_equal(text_of(root, "old"), old);
		assert_string_equal(text_of(root, "new"), new);
		assert_non_null(text_of(root, "oac"));
		cJSON_ArrayForEach(change, cJSON_GetObjectItemCaseSensitive(root, "changes"))
			check_change(change, old, new, counts);
		assert_int_equal(number_of(root, "breaking"), counts[0]);
		assert_int_equal(number_of(root, "additive"), counts[1]);
		assert_int_equal(number_of(root, "documentation"), counts[2]);
		assert_int_equal(status, counts[0] > 0 ? 4 : counts[1] > 0 ? 3 : 0);
		cJSON_Delete(root);
		free(text);
	}
}

/* ---- by hand ---- */

struct lines {
	char *list[MAX_LINES];
	int count;
};

static void add_line(struct lines *lines, const char *text)
{
	assert_true(lines->count < MAX_LINES);
	lines->list[lines->count] = strdup(text);
	assert_non_null(lines->list[lines->count]);
	lines->count++;
}

static int compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void read_expected(struct lines *lines, const char *old, const char *new)
{
	char path[256];
	char line[1024];
	FILE *in;

	snprintf(path, sizeof(path), "tests/data/diff/runs-%s-%s.txt", old, new);
	in = fopen(path, "r");
	assert_non_null(in);
	while (fgets(line, sizeof(line), in) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		add_line(lines, line);
	}
	fclose(in);
}

static void read_reported(struct lines *lines, const char *shared, const char *old, const char *new)
{
	char command[MAX_COMMAND];
	const cJSON *change;
	cJSON *root;
	char *text;
	int status;

	snprintf(command, sizeof(command),
		"%s diff '%s/specs/openai-%s.yaml' '%s/specs/openai-%s.yaml' --config "
		"spec/oac.yaml "
		"--path '/threads/{thread_id}/runs*' --json",
		oac(), shared, old, shared, new);
	text = run(command, &status);
	assert_int_equal(status, 4);
	root = cJSON_Parse(text);
	assert_non_null(root);
	cJSON_ArrayForEach(change, cJSON_GetObjectItemCaseSensitive(root, "changes"))
	{
		char line[1024];

		snprintf(line, sizeof(line), "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s",
			text_of(change, "class"), text_of(change, "breaks"),
			text_of(change, "kind"), text_of(change, "subject"),
			text_of(change, "name"), text_of(change, "part"), text_of(change, "before"),
			text_of(change, "after"));
		add_line(lines, line);
	}
	cJSON_Delete(root);
	free(text);
}

/* Both sorted: a line that only one has is printed. */
static int differences(const struct lines *expected, const struct lines *reported)
{
	int count = 0;
	int i = 0;
	int j = 0;

	while (i < expected->count || j < reported->count) {
		int order = i == expected->count   ? 1
			    : j == reported->count ? -1
						   : strcmp(expected->list[i], reported->list[j]);

		if (order < 0)
			print_message("# expected, not reported: %s\n", expected->list[i]);
		else if (order > 0)
			print_message("# reported, not expected: %s\n", reported->list[j]);
		count += order != 0;
		i += order <= 0;
		j += order >= 0;
	}
	return count;
}

static void clear_lines(struct lines *lines)
{
	while (lines->count > 0)
		free(lines->list[--lines->count]);
}

static void test_by_hand(void **state)
{
	static const char *const versions[][2] = { { "2024-09-27", "2025-02-04" },
		{ "2025-02-04", "2026-07-15" }, { "2024-09-27", "2026-07-15" } };
	const char *shared = getenv("OAC_SHARED");
	size_t i;

	(void)state;
	if (shared == NULL) {
		print_message("OAC_SHARED is not set\n");
		skip();
	}
	for (i = 0; i < sizeof(versions) / sizeof(versions[0]); i++) {
		struct lines expected = { .count = 0 };
		struct lines reported = { .count = 0 };

		read_expected(&expected, versions[i][0], versions[i][1]);
		read_reported(&reported, shared, versions[i][0], versions[i][1]);
		assert_true(expected.count > 20);
		qsort(expected.list, (size_t)expected.count, sizeof(char *), compare_lines);
		qsort(reported.list, (size_t)reported.count, sizeof(char *), compare_lines);
		assert_int_equal(differences(&expected, &reported), 0);
		clear_lines(&expected);
		clear_lines(&reported);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_by_hand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

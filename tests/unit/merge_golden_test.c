#define _POSIX_C_SOURCE 200809L

/*
 * Snapshots: the deltas of every recorded stream in $OAC_SHARED/goldens/stream go through
 * the generated decoders and oac_merge, and after each the snapshot has to be the one that
 * the recording shows. Nothing here knows the recordings by heart.
 */
#include "json_compare.h"
#include "oac_merge.h"
#include "openai.h"
#include "openai_tables.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

enum {
	PATH_SIZE = 1024,
	NAME_SIZE = 260,
	PLACE_SIZE = 256,
};

static const struct oac_shape message_shape = { &openai_message_type, sizeof(struct openai_message),
	OAC_KIND_OBJECT };
static const struct oac_shape step_shape = { &openai_run_step_type, sizeof(struct openai_run_step),
	OAC_KIND_OBJECT };
static const struct oac_shape message_delta_shape = { &openai_message_delta_body_type,
	sizeof(struct openai_message_delta_body), OAC_KIND_OBJECT };
static const struct oac_shape step_delta_shape = { &openai_run_step_delta_body_type,
	sizeof(struct openai_run_step_delta_body), OAC_KIND_OBJECT };

/* One recording as it is replayed. */
struct replay {
	const char *name;
	struct oac_merged *message;
	struct oac_merged *step;
	unsigned compared;
};

static const char *string_of(const cJSON *object, const char *name)
{
	const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, name);

	return cJSON_IsString(value) ? value->valuestring : "";
}

static void start(struct replay *replay, struct oac_merged **merged, const struct oac_shape *shape,
	const cJSON *data)
{
	struct oac_error err;
	void *value;

	oac_merged_free(*merged);
	*merged = NULL;
	if (oac_from_cjson(shape, data, &value, &err) != OAC_OK)
		fail_msg("%s: %s", replay->name, err.message);
	assert_int_equal(oac_merged_new(merged, shape, value), OAC_OK);
	oac_free(value);
}

static void add_message_delta(struct replay *replay, const cJSON *data)
{
	struct openai_message_delta *delta;
	struct oac_error err;

	assert_int_equal(openai_message_delta_from_cjson(data, &delta, &err), OAC_OK);
	if (oac_merge(replay->message, NULL, &message_delta_shape, &delta->delta, &err) != OAC_OK)
		fail_msg("%s: %s", replay->name, err.message);
	openai_message_delta_free(delta);
}

static void add_step_delta(struct replay *replay, const cJSON *data)
{
	struct openai_run_step_delta *delta;
	struct oac_error err;

	assert_int_equal(openai_run_step_delta_from_cjson(data, &delta, &err), OAC_OK);
	if (oac_merge(replay->step, NULL, &step_delta_shape, &delta->delta, &err) != OAC_OK)
		fail_msg("%s: %s", replay->name, err.message);
	openai_run_step_delta_free(delta);
}

static void on_event(struct replay *replay, const cJSON *event)
{
	const char *name = string_of(event, "event");
	const cJSON *data = cJSON_GetObjectItemCaseSensitive(event, "data");

	if (strcmp(name, "thread.message.created") == 0) {
		start(replay, &replay->message, &message_shape, data);
	} else if (strcmp(name, "thread.run.step.created") == 0) {
		start(replay, &replay->step, &step_shape, data);
	} else if (strcmp(name, "thread.message.delta") == 0 && replay->message != NULL) {
		add_message_delta(replay, data);
	} else if (strcmp(name, "thread.run.step.delta") == 0 && replay->step != NULL) {
		add_step_delta(replay, data);
	}
}

static cJSON *snapshot_of(const struct oac_shape *shape, const struct oac_merged *merged)
{
	struct oac_error err;
	cJSON *tree;

	assert_non_null(merged);
	tree = oac_to_cjson(shape, oac_merged_value(merged), &err);
	assert_non_null(tree);
	return tree;
}

static void compare(struct replay *replay, const char *what, const cJSON *ours, const cJSON *theirs)
{
	char place[PLACE_SIZE];

	if (ours == NULL || !json_same_tree(ours, theirs, place, sizeof(place)))
		fail_msg("%s: %s %u: the snapshot differs at '%s'", replay->name, what,
			replay->compared, ours ? place : "");
	replay->compared++;
}

/* The entry of the snapshot's list that the last delta's first entry goes on with. */
static const cJSON *entry_of(const cJSON *tree, const cJSON *entry)
{
	const cJSON *index = cJSON_GetObjectItemCaseSensitive(entry, "index");

	return cJSON_IsNumber(index) ? cJSON_GetArrayItem(tree, index->valueint) : NULL;
}

static void on_callback(struct replay *replay, const cJSON *callback)
{
	const char *name = string_of(callback, "callback");
	const cJSON *args = cJSON_GetObjectItemCaseSensitive(callback, "args");
	const cJSON *first = cJSON_GetArrayItem(args, 0);
	const cJSON *second = cJSON_GetArrayItem(args, 1);
	cJSON *tree;

	if (strcmp(name, "event") == 0) {
		on_event(replay, first);
	} else if (strcmp(name, "messageDelta") == 0) {
		tree = snapshot_of(&message_shape, replay->message);
		compare(replay, name, tree, second);
		cJSON_Delete(tree);
	} else if (strcmp(name, "runStepDelta") == 0) {
		tree = snapshot_of(&step_shape, replay->step);
		compare(replay, name, tree, second);
		cJSON_Delete(tree);
	} else if (strcmp(name, "toolCallCreated") == 0 || strcmp(name, "toolCallDelta") == 0) {
		const cJSON *calls;

		tree = snapshot_of(&step_shape, replay->step);
		calls = cJSON_GetObjectItemCaseSensitive(
			cJSON_GetObjectItemCaseSensitive(tree, "step_details"), "tool_calls");
		compare(replay, name, entry_of(calls, first), second ? second : first);
		cJSON_Delete(tree);
	}
}

static unsigned replay_file(const char *folder, const char *name)
{
	static char text[4 << 20];
	struct replay replay = { name, NULL, NULL, 0 };
	const cJSON *callback;
	char path[PATH_SIZE + NAME_SIZE];
	cJSON *recording;
	FILE *file;
	size_t len;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "rb");
	assert_non_null(file);
	len = fread(text, 1, sizeof(text), file);
	fclose(file);
	assert_true(len < sizeof(text));
	recording = cJSON_ParseWithLength(text, len);
	assert_non_null(recording);
	cJSON_ArrayForEach(callback, cJSON_GetObjectItemCaseSensitive(recording, "callbacks"))
		on_callback(&replay, callback);
	cJSON_Delete(recording);
	oac_merged_free(replay.message);
	oac_merged_free(replay.step);
	return replay.compared;
}

static void test_recordings(void **state)
{
	const char *shared = getenv("OAC_SHARED");
	const struct dirent *entry;
	char folder[PATH_SIZE];
	unsigned compared = 0;
	DIR *dir;

	(void)state;
	if (shared == NULL) {
		print_message("OAC_SHARED is not set: no recordings\n");
		skip();
		return;
	}
	snprintf(folder, sizeof(folder), "%s/goldens/stream", shared);
	dir = opendir(folder);
	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		size_t len = strlen(entry->d_name);

		if (len > 5 && strcmp(entry->d_name + len - 5, ".json") == 0)
			compared += replay_file(folder, entry->d_name);
	}
	closedir(dir);
	print_message("%u snapshots compared\n", compared);
	assert_true(compared > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_recordings),
	};

	return cmocka_run_group_tests_name("merging recorded deltas", tests, NULL, NULL);
}

/*
 * conformance: compares the library with a folder of goldens.
 *
 *	build/conformance DIR [OURS]
 *
 * DIR holds wire.jsonl (calls and the requests that they make), poll.json (scripted
 * answers, and what polling and paging make of them), sse-cases.json (bytes and the events in
 * them) and stream/ (recorded streams, and the callbacks that they make); OURS lists where the library differs on purpose. Prints TAP, and a count as its
 * last line. Exit: 0 when nothing failed, 1 when something did, 2 for wrong use.
 */
#define _POSIX_C_SOURCE 200809L

#include "golden.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OURS_FILE "tests/conformance/ours.txt"

enum {
	/* Polling mostly sleeps, so that its cases are run side by side. */
	POLL_THREADS = 6,
};

struct count {
	int passed;
	int failed;
	int skipped;
};

static void report(struct count *count, const char *kind, const char *name,
	const struct verdict *verdict)
{
	int number = count->passed + count->failed + count->skipped + 1;

	if (verdict->failed) {
		printf("not ok %d - %s %s\n# %s\n", number, kind, name, verdict->why);
		count->failed++;
	} else if (verdict->skipped) {
		printf("ok %d - %s %s # SKIP %s\n", number, kind, name, verdict->why);
		count->skipped++;
	} else {
		printf("ok %d - %s %s%s%s\n", number, kind, name,
			verdict->ours[0] != '\0' ? " # ours: " : "", verdict->ours);
		count->passed++;
	}
	fflush(stdout);
}

static void report_missing(const char *kind, struct count *count)
{
	struct verdict verdict = { .skipped = true, .why = "the folder has no such file" };

	report(count, kind, "(file)", &verdict);
}

/* NULL when there is no such file, and on an error, which is told on stderr. *len is nullable. */
static char *read_bytes(const char *folder, const char *name, size_t *length)
{
	char path[4096];
	FILE *in;
	char *text = NULL;
	size_t len = 0;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	in = fopen(path, "rb");
	if (in == NULL) {
		fprintf(stderr, "# %s: %s\n", path, strerror(errno));
		return NULL;
	}
	for (size_t got = 1; got > 0;) {
		char *more = realloc(text, len + 65537);

		if (more == NULL)
			abort();
		text = more;
		got = fread(text + len, 1, 65536, in);
		len += got;
	}
	text[len] = '\0';
	fclose(in);
	if (length != NULL)
		*length = len;
	return text;
}

static char *read_file(const char *folder, const char *name)
{
	return read_bytes(folder, name, NULL);
}

static const char *name_of(const cJSON *golden)
{
	const char *name = text_of(golden, "case");

	if (name == NULL)
		name = text_of(golden, "id");
	return name != NULL ? name : "(no name)";
}

static void run_one(const cJSON *golden, const struct ours *ours, struct verdict *verdict,
	void (*run)(const cJSON *golden, const struct ours *ours, struct verdict *verdict))
{
	const char *reason = ours_apply(ours, "skip", name_of(golden), verdict);

	if (reason == NULL) {
		run(golden, ours, verdict);
		return;
	}
	verdict->skipped = true;
	snprintf(verdict->why, sizeof(verdict->why), "%s", reason);
}

/* ---- wire.jsonl ---- */

static void run_wire(char *lines, const struct ours *ours, struct count *count)
{
	char *rest;

	for (char *line = lines; *line != '\0'; line = rest) {
		char *end = line + strcspn(line, "\n");
		struct verdict verdict = { 0 };
		cJSON *golden;

		rest = *end != '\0' ? end + 1 : end;
		*end = '\0';
		if (line[strspn(line, " \t\r")] == '\0')
			continue;
		golden = cJSON_Parse(line);
		if (golden != NULL)
			run_one(golden, ours, &verdict, wire_run);
		else
			verdict_fail(&verdict, "the line is not JSON");
		report(count, "wire", name_of(golden), &verdict);
		cJSON_Delete(golden);
	}
}

/* ---- poll.json ---- */

struct poll_work {
	pthread_mutex_t lock;
	const struct ours *ours;
	const cJSON *next;
	size_t next_index;
	struct verdict *verdicts;
};

static void *poll_worker(void *user)
{
	struct poll_work *work = user;

	for (;;) {
		const cJSON *golden;
		size_t index;

		pthread_mutex_lock(&work->lock);
		golden = work->next;
		index = work->next_index++;
		if (golden != NULL)
			work->next = golden->next;
		pthread_mutex_unlock(&work->lock);
		if (golden == NULL)
			return NULL;
		run_one(golden, work->ours, &work->verdicts[index], poll_run);
	}
}

static void run_polls(char *text, const struct ours *ours, struct count *count)
{
	cJSON *cases = cJSON_Parse(text);
	struct poll_work work = { .lock = PTHREAD_MUTEX_INITIALIZER, .ours = ours };
	pthread_t threads[POLL_THREADS];
	const cJSON *golden;
	size_t i = 0;

	if (!cJSON_IsArray(cases)) {
		struct verdict verdict = { 0 };

		verdict_fail(&verdict, "poll.json is not an array");
		report(count, "poll", "(file)", &verdict);
		cJSON_Delete(cases);
		return;
	}
	work.next = cases->child;
	work.verdicts = calloc((size_t)cJSON_GetArraySize(cases) + 1, sizeof(*work.verdicts));
	if (work.verdicts == NULL)
		abort();
	for (int t = 0; t < POLL_THREADS; t++)
		if (pthread_create(&threads[t], NULL, poll_worker, &work) != 0)
			abort();
	for (int t = 0; t < POLL_THREADS; t++)
		pthread_join(threads[t], NULL);
	cJSON_ArrayForEach(golden, cases)
		report(count, "poll", name_of(golden), &work.verdicts[i++]);
	free(work.verdicts);
	cJSON_Delete(cases);
}

/* ---- sse-cases.json ---- */

static void run_streams(char *text, const struct ours *ours, struct count *count)
{
	cJSON *whole;
	const cJSON *golden;

	sse_hide_nuls(text);
	whole = cJSON_Parse(text);
	if (!cJSON_IsArray(member(whole, "cases"))) {
		struct verdict verdict = { 0 };

		verdict_fail(&verdict, "sse-cases.json has no array of cases");
		report(count, "sse", "(file)", &verdict);
	}
	cJSON_ArrayForEach(golden, member(whole, "cases")) {
		struct verdict verdict = { 0 };

		run_one(golden, ours, &verdict, sse_run);
		report(count, "sse", name_of(golden), &verdict);
	}
	cJSON_Delete(whole);
}

/* ---- stream/ ---- */

static int is_case(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return dot != NULL && strcmp(dot, ".json") == 0;
}

/* name: "text.json", beside "text.sse" */
static void run_recorded(const char *folder, const char *name, const struct ours *ours, struct count *count)
{
	struct verdict verdict = { 0 };
	char *text = read_file(folder, name);
	cJSON *golden = text != NULL ? cJSON_Parse(text) : NULL;
	char file[512];
	size_t len = 0;
	char *bytes;

	snprintf(file, sizeof(file), "%.*s.sse", (int)(strlen(name) - strlen(".json")), name);
	bytes = read_bytes(folder, file, &len);
	const char *reason = ours_apply(ours, "skip", name_of(golden), &verdict);
	if (golden == NULL || bytes == NULL) {
		verdict_fail(&verdict, "%s: the case cannot be read", name);
	} else if (reason != NULL) {
		verdict.skipped = true;
		snprintf(verdict.why, sizeof(verdict.why), "%s", reason);
	} else {
		stream_run(golden, bytes, len, ours, &verdict);
	}
	report(count, "stream", golden != NULL ? name_of(golden) : name, &verdict);
	cJSON_Delete(golden);
	free(bytes);
	free(text);
}

static void run_folder(const char *dir, const struct ours *ours, struct count *count)
{
	struct dirent **entries = NULL;
	char folder[4096];
	int cases;

	snprintf(folder, sizeof(folder), "%s/stream", dir);
	cases = scandir(folder, &entries, is_case, alphasort);
	if (cases <= 0)
		report_missing("stream", count);
	for (int i = 0; i < cases; i++) {
		run_recorded(folder, entries[i]->d_name, ours, count);
		free(entries[i]);
	}
	free(entries);
}

/* ---- all parts ---- */

static const struct part {
	const char *kind;
	const char *file;
	void (*run)(char *text, const struct ours *ours, struct count *count);
} parts[] = {
	{ "wire", "wire.jsonl", run_wire },
	{ "poll", "poll.json", run_polls },
	{ "sse", "sse-cases.json", run_streams },
};

int main(int argc, char **argv)
{
	/* What the environment would add to the requests is none of the goldens' business. */
	static const char *const variables[] = { "OPENAI_API_KEY", "OPENAI_BASE_URL",
		"OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_CUSTOM_HEADERS", "http_proxy",
		"HTTP_PROXY", "all_proxy", "ALL_PROXY" };
	struct count count = { 0 };
	struct ours *ours;

	if (argc < 2 || argc > 3) {
		fprintf(stderr, "usage: conformance DIR [OURS]\n");
		return 2;
	}
	for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++)
		unsetenv(variables[i]);
	ours = ours_read(argc == 3 ? argv[2] : OURS_FILE);
	if (ours == NULL)
		return 2;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		char *text = read_file(argv[1], parts[i].file);

		if (text != NULL)
			parts[i].run(text, ours, &count);
		else
			report_missing(parts[i].kind, &count);
		free(text);
	}
	run_folder(argv[1], ours, &count);
	ours_free(ours);
	printf("1..%d\n%d passed, %d failed, %d skipped\n",
		count.passed + count.failed + count.skipped, count.passed, count.failed, count.skipped);
	if (count.passed + count.failed == 0) {
		fprintf(stderr, "%s: no file in it has a case to run\n", argv[1]);
		return 2;
	}
	return count.failed > 0 ? 1 : 0;
}

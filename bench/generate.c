/*
 * The compiler against one pass of libyaml over the same document, as whole
 * processes in turn: time, and the compiler's peak memory and output size; then the time to
 * generate again when nothing has changed, and after a change of one line. What the compiler
 * remembers of earlier runs goes to WORK/cache.
 *
 *	generate OAC YAML_PASS NAME WORK SPEC [CONFIG]
 *
 * NAME is for the rows. WORK is an existing folder; the output of the last
 * repetition ends up in WORK/out, and what the last process said in WORK/log.
 * Each repetition has a folder of its own, and none is removed before the last:
 * ext4 is slow to make files where others were removed a moment ago.
 */
#define _DEFAULT_SOURCE /* wait4 */
#define _XOPEN_SOURCE 700

#include "bench.h"
#include "process.h"

enum {
	REPETITIONS = 11,
	MESSAGE_MAX = 200,
	PATH_LENGTH = 512,
	OUT = 4, /* its place among the arguments */
};

#define TIME_LIMIT 3.0
#define UNCHANGED_LIMIT 0.5 /* of a large document: a small one's pass is mostly the start of a process */
#define LARGE_MS 20
#define MEMORY_LIMIT_MIB 64
#define OUTPUT_LIMIT_MB 6

/* ---- folders ---- */

static double output_bytes;

static int add_size(const char *path, const struct stat *info, int type, struct FTW *place)
{
	(void)path;
	(void)place;
	if (type == FTW_F)
		output_bytes += (double)info->st_size;
	return 0;
}

/* ---- rows ---- */

/* The first error that the compiler wrote, or else its first line. */
static void first_error(const char *log, char *message)
{
	FILE *file = fopen(log, "r");
	char line[1024];

	snprintf(message, MESSAGE_MAX, "it failed and said nothing");
	if (file == NULL)
		return;
	message[0] = '\0';
	while (fgets(line, sizeof(line), file) != NULL) {
		bool error = strstr(line, "error: ") != NULL;

		line[strcspn(line, "\t\n")] = '\0';
		if (message[0] == '\0' || error)
			snprintf(message, MESSAGE_MAX, "%.*s", MESSAGE_MAX - 1, line);
		if (error)
			break;
	}
	fclose(file);
}

static void not_yet(const char *name, const char *log)
{
	char row[PATH_LENGTH];
	char message[MESSAGE_MAX];

	first_error(log, message);
	snprintf(row, sizeof(row), "generate %s: %s", name, message);
	bench_row(row, "-", "-", "-", "-", "not yet");
}

/* oac[OUT] is where the folder of a repetition goes. */
static void measure(char *oac[], char *const yardstick[], const char *name, const char *work, const char *log)
{
	double ours[REPETITIONS];
	double theirs[REPETITIONS];
	double peak = 0;
	char row[PATH_LENGTH];
	char folder[PATH_LENGTH];
	char out[PATH_LENGTH];
	size_t i;

	snprintf(out, sizeof(out), "%s/out", work);
	oac[OUT] = folder;
	for (i = 0; i < REPETITIONS; i++) {
		struct process process;

		snprintf(folder, sizeof(folder), "%s/%s.%zu", work, name, i);
		process = process_run(oac, log);
		if (!WIFEXITED(process.status) || WEXITSTATUS(process.status) != 0) {
			not_yet(name, log);
			return;
		}
		ours[i] = process.ms;
		peak = process.peak_mib > peak ? process.peak_mib : peak;
		process = process_run(yardstick, log);
		if (process.status != 0)
			process_die("yaml_pass failed");
		theirs[i] = process.ms;
	}
	process_remove_folder(out);
	if (rename(folder, out) != 0)
		process_die(folder);
	if (nftw(out, add_size, 16, FTW_PHYS) != 0)
		process_die(out);
	snprintf(row, sizeof(row), "generate %s", name);
	bench_ratio(row, bench_median(ours, REPETITIONS), bench_median(theirs, REPETITIONS), "ms", TIME_LIMIT);
	snprintf(row, sizeof(row), "generate %s: peak memory", name);
	bench_value(row, peak, "MiB", MEMORY_LIMIT_MIB);
	snprintf(row, sizeof(row), "generate %s: output", name);
	bench_value(row, output_bytes / 1e6, "MB", OUTPUT_LIMIT_MB);
}

/* ---- again ---- */

/* The document with a word put into its first description that stands on one line: turn's own. */
static bool write_changed(const char *spec, const char *changed, unsigned turn)
{
	FILE *in = fopen(spec, "r");
	FILE *out = fopen(changed, "w");
	char *line = NULL;
	size_t size = 0;
	bool done = false;

	if (in == NULL || out == NULL)
		process_die(changed);
	while (getline(&line, &size, in) > 0) {
		char *at = done ? NULL : strstr(line, "description: ");

		at = at != NULL ? at + strlen("description: ") : NULL;
		if (at != NULL && ((*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z'))) {
			fprintf(out, "%.*sTurn %u. %s", (int)(at - line), line, turn, at);
			done = true;
		} else {
			fputs(line, out);
		}
	}
	free(line);
	fclose(in);
	return fclose(out) == 0 && done;
}

/* Into the folder that measure() left. change: the document differs each time. */
static void measure_again(
	char *oac[], char *const yardstick[], const char *name, const char *work, const char *log, bool change)
{
	double ours[REPETITIONS];
	double theirs[REPETITIONS];
	char row[PATH_LENGTH];
	char out[PATH_LENGTH];
	char changed[PATH_LENGTH];
	char *spec = oac[2];
	size_t i;

	snprintf(out, sizeof(out), "%s/out", work);
	snprintf(changed, sizeof(changed), "%s/changed.yaml", work);
	oac[OUT] = out;
	if (change)
		oac[2] = changed;
	for (i = 0; i < REPETITIONS; i++) {
		if (change && !write_changed(spec, changed, (unsigned)i))
			break; /* it has no such line */
		struct process process = process_run(oac, log);

		if (!WIFEXITED(process.status) || WEXITSTATUS(process.status) != 0) {
			not_yet(name, log);
			break;
		}
		ours[i] = process.ms;
		process = process_run(yardstick, log);
		if (process.status != 0)
			process_die("yaml_pass failed");
		theirs[i] = process.ms;
	}
	oac[2] = spec;
	if (i < REPETITIONS)
		return;
	snprintf(row, sizeof(row), "generate %s again, %s", name, change ? "one line changed" : "nothing changed");
	double pass = bench_median(theirs, REPETITIONS);
	bench_ratio(row, bench_median(ours, REPETITIONS), pass, "ms", change || pass < LARGE_MS ? 0 : UNCHANGED_LIMIT);
}

int main(int argc, char **argv)
{
	char log[PATH_LENGTH];
	char cache[PATH_LENGTH];
	char words[][16] = { "generate", "--out", "--config" };
	char *oac[] = { NULL, words[0], NULL, words[1], NULL, NULL, NULL, NULL };
	char *yardstick[] = { NULL, NULL, NULL };

	if ((argc != 6 && argc != 7) || strlen(argv[3]) + strlen(argv[4]) > PATH_LENGTH - 16) {
		fprintf(stderr, "usage: generate OAC YAML_PASS NAME WORK SPEC [CONFIG]\n");
		return 2;
	}
	snprintf(log, sizeof(log), "%s/log", argv[4]);
	snprintf(cache, sizeof(cache), "%s/cache", argv[4]);
	if (setenv("XDG_CACHE_HOME", cache, 1) != 0)
		process_die("setenv");
	oac[0] = argv[1];
	oac[2] = argv[5];
	yardstick[0] = argv[2];
	yardstick[1] = argv[5];
	if (argc == 7) {
		oac[5] = words[2];
		oac[6] = argv[6];
	}
	measure(oac, yardstick, argv[3], argv[4], log);
	measure_again(oac, yardstick, argv[3], argv[4], log, false);
	measure_again(oac, yardstick, argv[3], argv[4], log, true);
	return 0;
}

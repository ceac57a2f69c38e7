/*
 * What a document costs that is several times as long: processor time and peak
 * memory for each copy, as a share of what the first one costs.
 *
 *	scaling OAC NAME WORK SPEC...
 *
 * NAME is for the rows; the first SPEC holds one copy, the next two, then four,
 * and so on. Processor time, as the limit has to hold on a busy machine.
 */
#define _DEFAULT_SOURCE /* wait4 */
#define _XOPEN_SOURCE 700

#include "bench.h"
#include "process.h"

enum {
	REPETITIONS = 3,
	PATH_LENGTH = 512,
};

#define TIME_LIMIT 1.5 /* caches hold less of a longer document */
#define MEMORY_LIMIT 1.1

struct cost {
	double ms;
	double mib;
};

/* The least of several, as what disturbs only ever adds. */
static bool measure(char *oac[], const char *out, const char *log, struct cost *cost)
{
	int i;

	for (i = 0; i < REPETITIONS; i++) {
		struct process process;

		process_remove_folder(out);
		process = process_run(oac, log);
		if (process.status != 0)
			return false;
		if (i == 0 || process.cpu_ms < cost->ms)
			cost->ms = process.cpu_ms;
		if (i == 0 || process.peak_mib < cost->mib)
			cost->mib = process.peak_mib;
	}
	return true;
}

int main(int argc, char **argv)
{
	char words[][16] = { "generate", "--out" };
	char out[PATH_LENGTH];
	char log[PATH_LENGTH];
	char *oac[] = { NULL, words[0], NULL, words[1], out, NULL };
	struct cost first = { 0, 0 };
	int copies = 1;
	int i;

	if (argc < 5 || strlen(argv[3]) > PATH_LENGTH - 8) {
		fprintf(stderr, "usage: scaling OAC NAME WORK SPEC...\n");
		return 2;
	}
	snprintf(out, sizeof(out), "%s/many", argv[3]);
	snprintf(log, sizeof(log), "%s/log", argv[3]);
	oac[0] = argv[1];
	for (i = 4; i < argc; i++, copies *= 2) {
		char row[PATH_LENGTH];
		struct cost cost = { 0, 0 };

		oac[2] = argv[i];
		if (!measure(oac, out, log, &cost)) {
			snprintf(row, sizeof(row), "generate %d times %s", copies, argv[2]);
			bench_row(row, "-", "-", "-", "-", "not yet");
			return 0;
		}
		if (i == 4)
			first = cost;
		snprintf(row, sizeof(row), "generate %d times %s: CPU a copy", copies, argv[2]);
		bench_ratio(row, cost.ms / copies, first.ms, "ms", TIME_LIMIT);
		snprintf(row, sizeof(row), "generate %d times %s: memory a copy", copies, argv[2]);
		bench_ratio(row, cost.mib / copies, first.mib, "MiB", MEMORY_LIMIT);
	}
	process_remove_folder(out);
	return 0;
}

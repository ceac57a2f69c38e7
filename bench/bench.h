/*
 * bench.h: what the programs of bench/ share. Each program is one .c file, so
 * this header holds the functions too.
 *
 * A program prints one row a measurement, its six columns parted by tabs: name,
 * ours, theirs, value, limit, verdict. bench/run.sh lays them out and counts
 * the verdicts. "-" stands for a column that has no meaning in a row.
 */
#ifndef BENCH_H
#define BENCH_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum {
	BENCH_TEXT = 32, /* bytes of a column's text */
};

/* Needs _POSIX_C_SOURCE in the file that includes this. */
static inline double bench_now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static inline int bench_compare(const void *a, const void *b)
{
	const double *x = a;
	const double *y = b;

	return (*x > *y) - (*x < *y);
}

/* Sorts the values. */
static inline double bench_median(double *values, size_t count)
{
	qsort(values, count, sizeof(*values), bench_compare);
	return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static inline void bench_row(const char *name, const char *ours, const char *theirs, const char *value,
	const char *limit, const char *verdict)
{
	printf("%s\t%s\t%s\t%s\t%s\t%s\n", name, ours, theirs, value, limit, verdict);
	fflush(stdout);
}

/* Two medians of one run, in one unit, and the most that ours may be of theirs; 0: no limit. */
static inline void bench_ratio(const char *name, double ours, double theirs, const char *unit, double limit)
{
	double ratio = ours / theirs;
	char column[4][BENCH_TEXT] = { "", "", "", "-" };

	snprintf(column[0], BENCH_TEXT, ours < 100 ? "%.1f %s" : "%.0f %s", ours, unit);
	snprintf(column[1], BENCH_TEXT, theirs < 100 ? "%.1f %s" : "%.0f %s", theirs, unit);
	snprintf(column[2], BENCH_TEXT, "%.2f", ratio);
	if (limit > 0)
		snprintf(column[3], BENCH_TEXT, "%.2f", limit);
	bench_row(name, column[0], column[1], column[2], column[3],
		limit <= 0 ? "-" : ratio <= limit ? "within" : "OVER");
}

/* One value and its limit; limit 0: there is none. */
static inline void bench_value(const char *name, double value, const char *unit, double limit)
{
	char column[2][BENCH_TEXT] = { "", "-" };

	snprintf(column[0], BENCH_TEXT, "%.1f %s", value, unit);
	if (limit > 0)
		snprintf(column[1], BENCH_TEXT, "%g %s", limit, unit);
	bench_row(name, "-", "-", column[0], column[1], limit <= 0 ? "-" : value <= limit ? "within" : "OVER");
}

#endif

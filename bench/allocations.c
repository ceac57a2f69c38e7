/*
 * How often the codec asks for memory: the number must grow with the logarithm of
 * the text's size, not with its members. A program apart from codec.c, since
 * the counting would slow down the side that allocates more.
 */
#define _GNU_SOURCE /* RTLD_NEXT */

#include "bench.h"
#include "documents.h"

#include "openai.h"

#include <dlfcn.h>
#include <math.h>
#include <string.h>

enum {
	RUNS = 1000,
};

static unsigned long allocations;

/* The C library's own functions, as a pointer of any function type. */
typedef void any_fn(void);

static any_fn *find_function(const char *name)
{
	void *symbol = dlsym(RTLD_NEXT, name);
	any_fn *function;

	memcpy(&function, &symbol, sizeof(function));
	return function;
}

void *malloc(size_t size)
{
	static void *(*next)(size_t);

	if (next == NULL)
		next = (void *(*)(size_t))find_function("malloc");
	allocations++;
	return next(size);
}

void *realloc(void *old, size_t size)
{
	static void *(*next)(void *, size_t);

	if (next == NULL)
		next = (void *(*)(void *, size_t))find_function("realloc");
	allocations++;
	return next(old, size);
}

struct counts {
	unsigned long decode_ours;
	unsigned long decode_theirs;
	unsigned long encode_ours;
	unsigned long encode_theirs;
};

static unsigned long since(unsigned long *mark)
{
	unsigned long count = allocations - *mark;

	*mark = allocations;
	return count;
}

static struct counts count_page(int runs)
{
	char *text = documents_page(runs);
	struct openai_run_page *page;
	struct counts counts;
	struct oac_error err;
	unsigned long mark = allocations;
	cJSON *tree;
	char *printed[2];

	if (openai_run_page_from_json(text, strlen(text), &page, &err) != OAC_OK)
		documents_fail(err.message);
	counts.decode_ours = since(&mark);
	tree = cJSON_ParseWithLength(text, strlen(text));
	counts.decode_theirs = since(&mark);
	printed[0] = openai_run_page_to_json(page, NULL, &err);
	counts.encode_ours = since(&mark);
	printed[1] = cJSON_PrintUnformatted(tree);
	counts.encode_theirs = since(&mark);
	if (printed[0] == NULL || printed[1] == NULL)
		documents_fail("cannot write a document");
	oac_text_free(printed[0]);
	cJSON_free(printed[1]);
	openai_run_page_free(page);
	cJSON_Delete(tree);
	free(text);
	return counts;
}

/* A thousand times the text may double each of a few blocks ten times. */
static void row(const char *name, unsigned long one, unsigned long many, unsigned long theirs)
{
	const double limit = (double)one + 4 * log2(RUNS);
	char column[3][BENCH_TEXT];

	snprintf(column[0], BENCH_TEXT, "%lu", many);
	snprintf(column[1], BENCH_TEXT, "%lu", theirs);
	snprintf(column[2], BENCH_TEXT, "%.0f", floor(limit));
	bench_row(name, column[0], column[1], column[0], column[2], (double)many <= limit ? "within" : "OVER");
}

int main(void)
{
	struct counts one = count_page(1);
	struct counts many = count_page(RUNS);

	row("allocations: decode 1000 runs", one.decode_ours, many.decode_ours, many.decode_theirs);
	row("allocations: encode 1000 runs", one.encode_ours, many.encode_ours, many.encode_theirs);
	return 0;
}

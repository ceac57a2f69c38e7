/*
 * The codec against cJSON, on the same texts in the same kind of buffer: reading
 * (decode, every member read once, free) against cJSON_ParseWithLength, every
 * item visited once and cJSON_Delete; and writing against cJSON_PrintUnformatted
 * of the same value. Both sides take turns, and each ratio is that of two medians.
 *
 *	codec [REPETITIONS]
 */
#define _POSIX_C_SOURCE 200809L

#include "bench.h"
#include "documents.h"

#include "openai.h"
#include "openai_tables.h"

#include <cjson/cJSON.h>

#include <stdint.h>
#include <string.h>

enum {
	REPETITIONS = 101,
	/* A turn is long enough for a side to be in its stride, and short enough for both to meet the same weather. */
	TURN_BYTES = 1 << 18,
	TURN_ROUNDS = 8, /* at least */
};

#define DECODE_LIMIT 0.45
#define ENCODE_LIMIT 0.35

static const struct oac_shape run_shape = { &openai_run_type, sizeof(struct openai_run), OAC_KIND_OBJECT };
static const struct oac_shape step_shape = { &openai_run_step_type, sizeof(struct openai_run_step),
	OAC_KIND_OBJECT };
static const struct oac_shape page_shape = { &openai_run_page_type, sizeof(struct openai_run_page),
	OAC_KIND_OBJECT };

/* What was read ends up here, so that no reading can be left out. */
static volatile uint64_t sink;

/* ---- every member read once ---- */

struct any_list {
	size_t count;
	const char *items;
};

static uint64_t read_value(uint8_t kind, const void *type, const void *at);

static uint64_t read_text(const char *text)
{
	return text ? (unsigned char)text[0] : 0;
}

static uint64_t read_int(const void *at)
{
	int value;

	memcpy(&value, at, sizeof(value));
	return (uint64_t)value;
}

static uint64_t read_object(const struct oac_object *type, const char *base)
{
	uint64_t sum = 0;
	uint32_t i;

	if (base == NULL)
		return 0;
	for (i = 0; i < type->count; i++)
		sum += read_value(type->fields[i].kind, type->fields[i].type, base + type->fields[i].offset);
	return sum + read_text(((const struct oac_json *)(const void *)(base + type->more))->text);
}

static uint64_t read_union(const struct oac_union *type, const char *base)
{
	uint64_t kind = base ? read_int(base) : OAC_UNSET;
	const struct oac_variant *variant;

	if (kind == OAC_UNSET)
		return 0;
	if (kind == OAC_UNKNOWN)
		return read_text(((const struct oac_json *)(const void *)(base + type->json))->text);
	variant = &type->variants[kind - 2];
	return kind + read_value(variant->kind, variant->type, base + variant->offset);
}

static uint64_t read_list(const struct oac_shape *shape, const struct any_list *list)
{
	uint64_t sum = 0;
	size_t i;

	for (i = 0; i < list->count; i++)
		sum += read_value(shape->kind, shape->type, list->items + i * shape->size);
	return sum;
}

static uint64_t read_map(const struct oac_map *type, const struct any_list *map)
{
	uint64_t sum = 0;
	size_t i;

	for (i = 0; i < map->count; i++) {
		const char *entry = map->items + i * type->entry_size;

		sum += read_text(*(const char *const *)(const void *)entry);
		sum += read_value(type->value.kind, type->value.type, entry + type->value_offset);
	}
	return sum;
}

static uint64_t read_value(uint8_t kind, const void *type, const void *at)
{
	switch (kind) {
	case OAC_KIND_STRING:
		return read_text(*(const char *const *)at);
	case OAC_KIND_BOOL:
		return *(const bool *)at;
	case OAC_KIND_INT64:
		return (uint64_t)*(const int64_t *)at;
	case OAC_KIND_DOUBLE:
		return *(const double *)at > 0;
	case OAC_KIND_OPT_BOOL:
		return ((const struct oac_opt_bool *)at)->value;
	case OAC_KIND_OPT_INT64:
		return (uint64_t)((const struct oac_opt_int64 *)at)->value;
	case OAC_KIND_OPT_DOUBLE:
		return ((const struct oac_opt_double *)at)->value > 0;
	case OAC_KIND_ENUM:
		return read_int(at);
	case OAC_KIND_OBJECT:
		return read_object(type, at);
	case OAC_KIND_POINTER:
		return read_object(type, *(const char *const *)at);
	case OAC_KIND_UNION:
		return read_union(type, at);
	case OAC_KIND_UNION_POINTER:
		return read_union(type, *(const char *const *)at);
	case OAC_KIND_LIST:
		return read_list(&((const struct oac_list *)type)->item, at);
	case OAC_KIND_MAP:
		return read_map(type, at);
	case OAC_KIND_JSON:
		return read_text(((const struct oac_json *)at)->text);
	default:
		return 0;
	}
}

static uint64_t read_tree(const cJSON *item)
{
	uint64_t sum = 0;
	const cJSON *child;

	if (cJSON_IsString(item))
		return read_text(item->valuestring);
	if (cJSON_IsNumber(item))
		return item->valuedouble > 0;
	cJSON_ArrayForEach(child, item)
		sum += read_tree(child);
	return sum + (uint64_t)item->type;
}

/* ---- one turn of one side ---- */

struct document {
	const char *name;
	const struct oac_shape *shape;
	char *text;
	size_t len;
	size_t rounds; /* in one turn */
	void *value;
	cJSON *tree;
};

static void decode_ours(const struct document *document)
{
	struct oac_error err;
	void *value;

	if (oac_decode(document->shape, document->text, document->len, 0, &value, &err) != OAC_OK)
		documents_fail(err.message);
	sink = read_value(document->shape->kind, document->shape->type, value);
	oac_free(value);
}

static void decode_theirs(const struct document *document)
{
	cJSON *tree = cJSON_ParseWithLength(document->text, document->len);

	if (tree == NULL)
		documents_fail("cJSON refuses a document");
	sink = read_tree(tree);
	cJSON_Delete(tree);
}

static void encode_ours(const struct document *document)
{
	char *text = oac_encode_new(document->shape, document->value, NULL, NULL);

	sink = read_text(text);
	oac_text_free(text);
}

static void encode_theirs(const struct document *document)
{
	char *text = cJSON_PrintUnformatted(document->tree);

	sink = read_text(text);
	cJSON_free(text);
}

typedef void turn_fn(const struct document *document);

/* Nanoseconds of one round. */
static double take_turn(turn_fn *turn, const struct document *document)
{
	double start = bench_now_ns();
	size_t i;

	for (i = 0; i < document->rounds; i++)
		turn(document);
	return (bench_now_ns() - start) / (double)document->rounds;
}

static void compare(const char *what, const struct document *document, turn_fn *ours, turn_fn *theirs,
	double limit, size_t repetitions)
{
	double *times = malloc(2 * repetitions * sizeof(*times));
	char name[96];
	size_t i;

	if (times == NULL)
		documents_fail("out of memory");
	take_turn(ours, document);
	take_turn(theirs, document);
	for (i = 0; i < repetitions; i++) {
		times[i] = take_turn(ours, document);
		times[repetitions + i] = take_turn(theirs, document);
	}
	snprintf(name, sizeof(name), "%s %s, %.1f KB", what, document->name, (double)document->len / 1000);
	bench_ratio(name, bench_median(times, repetitions), bench_median(times + repetitions, repetitions), "ns",
		limit);
	free(times);
}

/* What is measured must also be right: both sides have to say the same. */
static void check(const struct document *document)
{
	struct oac_error err;
	char *text = oac_encode_new(document->shape, document->value, NULL, &err);
	cJSON *tree = text ? cJSON_Parse(text) : NULL;

	if (tree == NULL || !cJSON_Compare(tree, document->tree, true))
		documents_fail("a document did not come back as it was");
	cJSON_Delete(tree);
	oac_text_free(text);
}

static void measure(const char *name, const struct oac_shape *shape, char *text, bool encode,
	size_t repetitions)
{
	struct document document = { name, shape, text, strlen(text), 0, NULL, NULL };
	struct oac_error err;

	document.rounds = TURN_BYTES / document.len + TURN_ROUNDS;
	if (oac_decode(shape, text, document.len, 0, &document.value, &err) != OAC_OK)
		documents_fail(err.message);
	document.tree = documents_tree(text);
	check(&document);
	compare("decode", &document, decode_ours, decode_theirs, DECODE_LIMIT, repetitions);
	if (encode)
		compare("encode", &document, encode_ours, encode_theirs, ENCODE_LIMIT, repetitions);
	oac_free(document.value);
	cJSON_Delete(document.tree);
	free(text);
}

int main(int argc, char **argv)
{
	long repetitions = argc > 1 ? strtol(argv[1], NULL, 10) : REPETITIONS;
	char *page = documents_page(100);
	char *shuffled_page = documents_shuffled(page);

	if (repetitions < 1 || repetitions > 10000) {
		fprintf(stderr, "usage: codec [REPETITIONS]\n");
		return 2;
	}
	measure("run", &run_shape, documents_copy(run_document), true, (size_t)repetitions);
	measure("run, shuffled", &run_shape, documents_shuffled(run_document), false, (size_t)repetitions);
	measure("run, indented", &run_shape, documents_indented(run_document), false, (size_t)repetitions);
	measure("step", &step_shape, documents_copy(step_document), true, (size_t)repetitions);
	measure("step, shuffled", &step_shape, documents_shuffled(step_document), false, (size_t)repetitions);
	measure("100 runs", &page_shape, page, true, (size_t)repetitions);
	measure("100 runs, shuffled", &page_shape, shuffled_page, false, (size_t)repetitions);
	return 0;
}

#include "oac_check.h"

#include "oac_error_set.h"
#include "oac_memory.h"
#include "oac_path.h"
#include "oac_reader.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct checker {
	struct oac_path path;
	enum oac_status refused;
	enum oac_status status;
	const struct oac_limit *limit; /* that is broken; NULL: problem says it */
	const char *problem;
	unsigned calls;
};

static bool check_value(struct checker *c, uint8_t kind, const void *type, const char *at);

static bool fail(struct checker *c, enum oac_status status, const char *problem)
{
	c->status = status;
	c->problem = problem;
	return false;
}

/* ---- one limit ---- */

static size_t character_count(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

static bool is_multiple(double value, double of)
{
	double times = value / of;

	/* 0.3 is a multiple of 0.1 to people, if not to a double. */
	return of == 0 || fabs(times - nearbyint(times)) <= fabs(times) * 1e-12;
}

static bool number_fits(const struct oac_limit *limit, long double value)
{
	switch (limit->rule) {
	case OAC_LIMIT_MINIMUM:
		return value >= (long double)limit->number;
	case OAC_LIMIT_MAXIMUM:
		return value <= (long double)limit->number;
	case OAC_LIMIT_ABOVE:
		return value > (long double)limit->number;
	case OAC_LIMIT_BELOW:
		return value < (long double)limit->number;
	case OAC_LIMIT_MULTIPLE:
		return is_multiple((double)value, limit->number);
	default:
		return true;
	}
}

static bool count_fits(const struct oac_limit *limit, size_t count)
{
	switch (limit->rule) {
	case OAC_LIMIT_LEAST:
		return (double)count >= limit->number;
	case OAC_LIMIT_MOST:
		return (double)count <= limit->number;
	default:
		return true;
	}
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int compare_integers(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a;
	int64_t y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static int compare_doubles(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

static int compare_unsigned(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a;
	uint64_t y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static int compare_enums(const void *a, const void *b)
{
	int x = *(const int *)a;
	int y = *(const int *)b;

	return (x > y) - (x < y);
}

/* Of items that are scalars; others are not compared. */
static bool is_unique(
	struct checker *c, const struct oac_list *type, const struct oac_any_list *list)
{
	static int (*const compare[])(const void *, const void *) = {
		[OAC_KIND_STRING] = compare_texts,
		[OAC_KIND_INT64] = compare_integers,
		[OAC_KIND_DOUBLE] = compare_doubles,
		[OAC_KIND_ENUM] = compare_enums,
		[OAC_KIND_UINT64] = compare_unsigned,
	};
	uint8_t kind = type->item.kind;
	size_t size = type->item.size;
	bool unique = true;

	if (list->count < 2 || kind >= OAC_COUNT(compare) || compare[kind] == NULL)
		return true;
	char *items = oac_malloc(list->count * size);
	if (items == NULL)
		return fail(c, OAC_E_NOMEM, "out of memory");
	memcpy(items, list->items, list->count * size);
	if (kind == OAC_KIND_STRING) /* an item may be null */
		for (size_t i = 0; i < list->count; i++)
			unique &= ((const char **)(void *)items)[i] != NULL;
	if (unique) {
		qsort(items, list->count, size, compare[kind]);
		for (size_t i = 1; i < list->count && unique; i++) {
			const char *item = items + i * size;
			/* Values that the type does not know may differ. */
			unique = compare[kind](item - size, item) != 0 ||
				(kind == OAC_KIND_ENUM &&
					*(const int *)(const void *)item <= OAC_UNKNOWN);
		}
	} else {
		unique = true;
	}
	oac_mem_free(items);
	return unique;
}

static bool text_fits(const struct oac_limit *limit, const char *text)
{
	if (limit->rule == OAC_LIMIT_PATTERN)
		return oac_match(limit->pattern, text, strlen(text));
	return count_fits(limit, character_count(text));
}

static bool list_fits(struct checker *c, const struct oac_limit *limit, uint8_t kind,
	const void *type, const struct oac_any_list *list)
{
	if (limit->rule != OAC_LIMIT_UNIQUE)
		return count_fits(limit, list->count);
	return kind != OAC_KIND_LIST || is_unique(c, type, list);
}

static bool fits(struct checker *c, const struct oac_limit *limit, uint8_t kind, const void *type,
	const void *at)
{
	switch (kind) {
	case OAC_KIND_STRING:
		return text_fits(limit, *(const char *const *)at);
	case OAC_KIND_INT64:
		return number_fits(limit, (long double)*(const int64_t *)at);
	case OAC_KIND_DOUBLE:
		return number_fits(limit, (long double)*(const double *)at);
	case OAC_KIND_OPT_INT64:
		return number_fits(limit, (long double)((const struct oac_opt_int64 *)at)->value);
	case OAC_KIND_UINT64:
		return number_fits(limit, (long double)*(const uint64_t *)at);
	case OAC_KIND_OPT_UINT64:
		return number_fits(limit, (long double)((const struct oac_opt_uint64 *)at)->value);
	case OAC_KIND_OPT_DOUBLE:
		return number_fits(limit, (long double)((const struct oac_opt_double *)at)->value);
	case OAC_KIND_LIST:
	case OAC_KIND_MAP:
		return list_fits(c, limit, kind, type, at);
	default:
		return true;
	}
}

/* A plain number is there in any case. */
static bool is_absent(uint8_t kind, const void *at)
{
	return kind != OAC_KIND_INT64 && kind != OAC_KIND_UINT64 && kind != OAC_KIND_DOUBLE &&
		oac_is_unset(kind, at);
}

/* ---- containers ---- */

/* The limit of a value, or of what it holds level times below. */
static bool check_limit(struct checker *c, const struct oac_limit *limit, unsigned level,
	uint8_t kind, const void *type, const char *at)
{
	const struct oac_any_list *list = (const void *)at;

	if (is_absent(kind, at))
		return true;
	if (level == 0) {
		if (fits(c, limit, kind, type, at))
			return true;
		if (c->status == OAC_OK) {
			c->status = c->refused;
			c->limit = limit;
		}
		return false;
	}
	if (kind == OAC_KIND_LIST) {
		const struct oac_shape *item = &((const struct oac_list *)type)->item;
		for (size_t i = 0; i < list->count; i++) {
			if (!check_limit(c, limit, level - 1, item->kind, item->type,
				    (const char *)list->items + i * item->size)) {
				oac_path_index(&c->path, i);
				return false;
			}
		}
	} else if (kind == OAC_KIND_MAP) {
		const struct oac_map *map = type;
		for (size_t i = 0; i < list->count; i++) {
			const char *entry = (const char *)list->items + i * map->entry_size;
			const char *key;
			if (check_limit(c, limit, level - 1, map->value.kind, map->value.type,
				    entry + map->value_offset))
				continue;
			memcpy(&key, entry, sizeof(key));
			oac_path_name(&c->path, key, strlen(key));
			return false;
		}
	}
	return true;
}

static bool check_object(struct checker *c, const struct oac_object *type, const char *base)
{
	for (uint32_t i = 0; i < type->limit_count; i++) {
		const struct oac_limit *limit = &type->limits[i];
		const struct oac_field *field = &type->fields[limit->index];
		if (!check_limit(c, limit, limit->level, field->kind, field->type,
			    base + field->offset)) {
			oac_path_name(&c->path, field->key + 1, field->key_len - 3U);
			return false;
		}
	}
	for (uint32_t i = 0; i < type->count; i++) {
		const struct oac_field *field = &type->fields[i];
		if (field->kind != OAC_KIND_CONST &&
			!check_value(c, field->kind, field->type, base + field->offset)) {
			oac_path_name(&c->path, field->key + 1, field->key_len - 3U);
			return false;
		}
	}
	return true;
}

static bool check_union(struct checker *c, const struct oac_union *type, const char *base)
{
	int kind;

	memcpy(&kind, base, sizeof(kind));
	if (kind < 2 || (unsigned)kind - 2 >= type->count)
		return true;
	const struct oac_variant *variant = &type->variants[kind - 2];
	for (uint32_t i = 0; i < type->limit_count; i++) {
		const struct oac_limit *limit = &type->limits[i];
		if (limit->index == kind - 2 && !check_limit(c, limit, limit->level, variant->kind,
				variant->type, base + variant->offset))
			return false;
	}
	return variant->kind == OAC_KIND_CONST ||
		check_value(c, variant->kind, variant->type, base + variant->offset);
}

static bool has_parts(uint8_t kind)
{
	return kind == OAC_KIND_OBJECT || kind == OAC_KIND_POINTER || kind == OAC_KIND_UNION ||
		kind == OAC_KIND_UNION_POINTER || kind == OAC_KIND_LIST || kind == OAC_KIND_MAP;
}

static bool check_items(struct checker *c, const struct oac_shape *item, size_t size, size_t offset,
	bool keyed, const struct oac_any_list *list)
{
	if (!has_parts(item->kind) || list->items == NULL)
		return true;
	for (size_t i = 0; i < list->count; i++) {
		const char *at = (const char *)list->items + i * size;
		const char *key;
		if (check_value(c, item->kind, item->type, at + offset))
			continue;
		if (keyed) {
			memcpy(&key, at, sizeof(key));
			oac_path_name(&c->path, key, strlen(key));
		} else {
			oac_path_index(&c->path, i);
		}
		return false;
	}
	return true;
}

static bool check_parts(struct checker *c, uint8_t kind, const void *type, const char *at)
{
	const struct oac_list *list = type;
	const struct oac_map *map = type;
	const char *target;

	switch (kind) {
	case OAC_KIND_OBJECT:
		return check_object(c, type, at);
	case OAC_KIND_UNION:
		return check_union(c, type, at);
	case OAC_KIND_POINTER:
	case OAC_KIND_UNION_POINTER:
		memcpy(&target, at, sizeof(target));
		if (target == NULL)
			return true;
		return kind == OAC_KIND_POINTER ? check_object(c, type, target) :
						  check_union(c, type, target);
	case OAC_KIND_LIST:
		return check_items(c, &list->item, list->item.size, 0, false, (const void *)at);
	case OAC_KIND_MAP:
		return check_items(c, &map->value, map->entry_size, map->value_offset, true,
			(const void *)at);
	default:
		return true;
	}
}

static bool check_value(struct checker *c, uint8_t kind, const void *type, const char *at)
{
	bool ok;

	if (!has_parts(kind))
		return true;
	if (c->calls >= 4 * OAC_MAX_DEPTH)
		return fail(c, OAC_E_LIMIT, "nested too deeply");
	c->calls++;
	ok = check_parts(c, kind, type, at);
	c->calls--;
	return ok;
}

/* ---- the whole ---- */

static enum oac_status report(const struct checker *c, struct oac_error *err)
{
	static const char *const rules[] = {
		[OAC_LIMIT_MINIMUM] = "is less than the minimum of",
		[OAC_LIMIT_MAXIMUM] = "is more than the maximum of",
		[OAC_LIMIT_ABOVE] = "is not more than",
		[OAC_LIMIT_BELOW] = "is not less than",
		[OAC_LIMIT_MULTIPLE] = "is not a multiple of",
		[OAC_LIMIT_LEAST] = "is shorter than the minimum of",
		[OAC_LIMIT_MOST] = "is longer than the maximum of",
		[OAC_LIMIT_UNIQUE] = "has an item twice",
		[OAC_LIMIT_PATTERN] = "does not match the pattern of the document",
	};
	const char *pointer = c->path.text + c->path.start;
	const char *colon = pointer[0] != '\0' ? ": " : "";

	if (c->limit == NULL)
		oac_error_set(err, c->status, "%s%s%s", pointer, colon, c->problem);
	else if (c->limit->rule == OAC_LIMIT_UNIQUE || c->limit->rule == OAC_LIMIT_PATTERN)
		oac_error_set(err, c->status, "%s%s%s", pointer, colon, rules[c->limit->rule]);
	else
		oac_error_set(err, c->status, "%s%s%s %.15g", pointer, colon, rules[c->limit->rule],
			c->limit->number);
	if (err != NULL)
		memcpy(err->path, pointer, strlen(pointer) + 1);
	return c->status;
}

enum oac_status oac_check(const struct oac_shape *shape, const void *value,
	enum oac_status refused, struct oac_error *err)
{
	struct checker c = { .refused = refused };

	oac_path_init(&c.path);
	if (check_value(&c, shape->kind, shape->type, value))
		return OAC_OK;
	return report(&c, err);
}

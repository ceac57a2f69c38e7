/*
 * Deep copies: each struct is copied whole, then what it points to is copied and
 * the pointers are turned to the copies.
 */
#include "oac_codec.h"

#include "oac_buffer.h"
#include "oac_memory.h"
#include "oac_reader.h"

#include <string.h>

enum {
	COPY_FIRST = 1024,
};

struct copier {
	struct oac_arena arena;
	unsigned depth;
};

static bool copy_inside(struct copier *c, uint8_t kind, const void *type, void *at);

static bool copy_text(struct copier *c, const char **at, size_t len)
{
	char *copy = oac_arena_text(&c->arena, len + 1);

	if (copy == NULL)
		return false;
	memcpy(copy, *at, len);
	copy[len] = '\0';
	*at = copy;
	return true;
}

static void *copy_bytes(struct copier *c, const void *from, size_t size)
{
	void *copy = oac_arena_alloc(&c->arena, size);

	if (copy != NULL)
		memcpy(copy, from, size);
	return copy;
}

static bool copy_json(struct copier *c, struct oac_json *json)
{
	return json->text == NULL || copy_text(c, &json->text, json->len);
}

static bool copy_string(struct copier *c, const char **at)
{
	return *at == NULL || copy_text(c, at, strlen(*at));
}

static bool copy_data(struct copier *c, const void **at, size_t len)
{
	char *copy;

	if (*at == NULL)
		return true;
	copy = oac_arena_text(&c->arena, len + 1);
	if (copy == NULL)
		return false;
	memcpy(copy, *at, len);
	*at = copy;
	return true;
}

static bool copy_file(struct copier *c, struct oac_file *file)
{
	return copy_data(c, &file->data, file->len) && copy_string(c, &file->filename) &&
		copy_string(c, &file->content_type);
}

static bool copy_body(struct copier *c, struct oac_body *body)
{
	return copy_data(c, &body->data, body->len) && copy_string(c, &body->content_type);
}

static bool copy_object(struct copier *c, const struct oac_object *type, char *base)
{
	uint32_t i;

	for (i = 0; i < type->count; i++) {
		const struct oac_field *field = &type->fields[i];

		if (field->kind != OAC_KIND_CONST &&
			!copy_inside(c, field->kind, field->type, base + field->offset))
			return false;
	}
	return copy_json(c, (struct oac_json *)(void *)(base + type->more));
}

static bool copy_union(struct copier *c, const struct oac_union *type, char *base)
{
	const struct oac_variant *variant;
	int kind;

	memcpy(&kind, base, sizeof(kind));
	if (kind == OAC_UNKNOWN)
		return copy_json(c, (struct oac_json *)(void *)(base + type->json));
	if (kind < 2 || (unsigned)kind - 2 >= type->count)
		return true;
	variant = &type->variants[kind - 2];
	return variant->kind == OAC_KIND_CONST ||
		copy_inside(c, variant->kind, variant->type, base + variant->offset);
}

static bool copy_pointee(struct copier *c, size_t size, const void **at)
{
	*at = copy_bytes(c, *at, size);
	return *at != NULL;
}

struct any_list {
	size_t count;
	const void *items;
};

static bool copy_list(struct copier *c, const struct oac_shape *item, size_t size,
	size_t offset, bool keyed, struct any_list *list)
{
	char *items;
	size_t i;

	if (list->items == NULL)
		return true;
	items = copy_bytes(c, list->items, list->count * size);
	if (items == NULL)
		return false;
	list->items = items;
	for (i = 0; i < list->count; i++, items += size) {
		const char **key = (const char **)(void *)items;

		if (keyed && *key != NULL && !copy_text(c, key, strlen(*key)))
			return false;
		if (!copy_inside(c, item->kind, item->type, items + offset))
			return false;
	}
	return true;
}

/* What the value at the place points to. */
static bool copy_target(struct copier *c, uint8_t kind, const void *type, void *at)
{
	const void **pointer = at;

	switch (kind) {
	case OAC_KIND_STRING:
		return copy_string(c, at);
	case OAC_KIND_JSON:
		return copy_json(c, at);
	case OAC_KIND_OBJECT:
		return copy_object(c, type, at);
	case OAC_KIND_POINTER:
		return *pointer == NULL ||
			(copy_pointee(c, ((const struct oac_object *)type)->size, pointer) &&
				copy_object(c, type, *(char **)at));
	case OAC_KIND_UNION:
		return copy_union(c, type, at);
	case OAC_KIND_UNION_POINTER:
		return *pointer == NULL ||
			(copy_pointee(c, ((const struct oac_union *)type)->size, pointer) &&
				copy_union(c, type, *(char **)at));
	case OAC_KIND_LIST: {
		const struct oac_list *list = type;

		return copy_list(c, &list->item, list->item.size, 0, false, at);
	}
	case OAC_KIND_MAP: {
		const struct oac_map *map = type;

		return copy_list(c, &map->value, map->entry_size, map->value_offset, true, at);
	}
	case OAC_KIND_FILE:
		return copy_file(c, at);
	case OAC_KIND_BODY:
		return copy_body(c, at);
	default:
		return true;
	}
}

/* A caller's value may lead back to itself, which no copy does. */
static bool copy_inside(struct copier *c, uint8_t kind, const void *type, void *at)
{
	bool ok;

	if (c->depth >= 4 * OAC_MAX_DEPTH) /* a level of JSON is up to four of these */
		return false;
	c->depth++;
	ok = copy_target(c, kind, type, at);
	c->depth--;
	return ok;
}

void *oac_copy(const struct oac_shape *shape, const void *value)
{
	struct copier c = { .depth = 0 };
	void *copy;

	if (value == NULL || !oac_arena_init(&c.arena, shape->size + COPY_FIRST))
		return NULL;
	copy = copy_bytes(&c, value, shape->size);
	if (copy == NULL || !copy_inside(&c, shape->kind, shape->type, copy)) {
		oac_arena_clear(&c.arena);
		return NULL;
	}
	return copy;
}

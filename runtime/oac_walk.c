#include "oac_walk.h"

#include "oac_codec.h"
#include "oac_reader.h"

#include <string.h>

static bool walk_string(struct oac_walk *w, const void **at)
{
	return *at == NULL || w->piece(w, at, strlen(*at), true);
}

static bool walk_data(struct oac_walk *w, const void **at, size_t len)
{
	return *at == NULL || w->piece(w, at, len, true);
}

static bool walk_json(struct oac_walk *w, struct oac_json *json)
{
	return walk_data(w, (const void **)(void *)&json->text, json->len);
}

static bool walk_source(struct oac_walk *w, const struct oac_source **source)
{
	return *source == NULL ||
		w->piece(w, (const void **)(void *)source, sizeof(**source), false);
}

static bool walk_file(struct oac_walk *w, struct oac_file *file)
{
	return walk_data(w, &file->data, file->len) &&
	       walk_string(w, (const void **)(void *)&file->filename) &&
	       walk_string(w, (const void **)(void *)&file->content_type) &&
	       walk_string(w, (const void **)(void *)&file->path) &&
	       walk_source(w, &file->source);
}

static bool walk_body(struct oac_walk *w, struct oac_body *body)
{
	return walk_data(w, &body->data, body->len) &&
	       walk_string(w, (const void **)(void *)&body->content_type) &&
	       walk_string(w, (const void **)(void *)&body->path) &&
	       walk_source(w, &body->source);
}

static bool walk_bytes(struct oac_walk *w, struct oac_bytes *bytes)
{
	return walk_data(w, (const void **)(void *)&bytes->data, bytes->len) &&
	       walk_string(w, (const void **)(void *)&bytes->content_type);
}

static bool walk_object(struct oac_walk *w, const struct oac_object *type, char *base)
{
	uint32_t i;

	for (i = 0; i < type->count; i++) {
		const struct oac_field *field = &type->fields[i];

		if (field->kind != OAC_KIND_CONST &&
			!oac_walk(w, field->kind, field->type, base + field->offset))
			return false;
	}
	return walk_json(w, (struct oac_json *)(void *)(base + type->more));
}

static bool walk_union(struct oac_walk *w, const struct oac_union *type, char *base)
{
	const struct oac_variant *variant;
	int kind;

	memcpy(&kind, base, sizeof(kind));
	if (kind == OAC_UNKNOWN)
		return walk_json(w, (struct oac_json *)(void *)(base + type->json));
	if (kind < 2 || (unsigned)kind - 2 >= type->count)
		return true;
	variant = &type->variants[kind - 2];
	return variant->kind == OAC_KIND_CONST ||
	       oac_walk(w, variant->kind, variant->type, base + variant->offset);
}

/* keyed: the items are the entries of a map, whose keys stand first. */
static bool walk_items(struct oac_walk *w, const struct oac_shape *item, size_t size, size_t offset,
	bool keyed, struct oac_any_list *list)
{
	char *at;
	size_t i;

	if (list->items == NULL)
		return true;
	if (!w->piece(w, &list->items, list->count * size, false))
		return false;
	memcpy(&at, &list->items, sizeof(at));
	for (i = 0; i < list->count; i++, at += size) {
		if (keyed && !walk_string(w, (const void **)(void *)at))
			return false;
		if (!oac_walk(w, item->kind, item->type, at + offset))
			return false;
	}
	return true;
}

/* What the value at the place points to. */
static bool walk_target(struct oac_walk *w, uint8_t kind, const void *type, void *at)
{
	const void **pointer = at;

	switch (kind) {
	case OAC_KIND_STRING:
		return walk_string(w, at);
	case OAC_KIND_JSON:
		return walk_json(w, at);
	case OAC_KIND_OBJECT:
		return walk_object(w, type, at);
	case OAC_KIND_POINTER:
		return *pointer == NULL ||
		       (w->piece(w, pointer, ((const struct oac_object *)type)->size, false) &&
			       walk_object(w, type, *(char **)at));
	case OAC_KIND_UNION:
		return walk_union(w, type, at);
	case OAC_KIND_UNION_POINTER:
		return *pointer == NULL ||
		       (w->piece(w, pointer, ((const struct oac_union *)type)->size, false) &&
			       walk_union(w, type, *(char **)at));
	case OAC_KIND_LIST: {
		const struct oac_list *list = type;

		return walk_items(w, &list->item, list->item.size, 0, false, at);
	}
	case OAC_KIND_MAP: {
		const struct oac_map *map = type;

		return walk_items(w, &map->value, map->entry_size, map->value_offset, true, at);
	}
	case OAC_KIND_FILE:
		return walk_file(w, at);
	case OAC_KIND_BODY:
		return walk_body(w, at);
	case OAC_KIND_BYTES:
		return walk_bytes(w, at);
	default:
		return true;
	}
}

bool oac_walk(struct oac_walk *w, uint8_t kind, const void *type, void *at)
{
	bool ok;

	if (w->depth >= 4 * OAC_MAX_DEPTH) /* a level of JSON is up to four of these */
		return false;
	w->depth++;
	ok = walk_target(w, kind, type, at);
	w->depth--;
	return ok;
}

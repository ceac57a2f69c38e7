#include "typed.h"

#include <cjson/cJSON.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

struct any_list {
	size_t count;
	char *items;
};

static void drop(uint8_t kind, const void *type, char *at);

static void drop_object(const struct oac_object *type, char *base)
{
	struct oac_json *more = (struct oac_json *)(void *)(base + type->more);
	uint32_t i;

	/* the marks of an object that was null, or there and all zero, are no text of it */
	if (more->text != NULL && strcmp(more->text, "null") != 0 && strcmp(more->text, "{}") != 0)
		more->text = NULL;
	for (i = 0; i < type->count; i++)
		drop(type->fields[i].kind, type->fields[i].type, base + type->fields[i].offset);
}

static void drop_union(const struct oac_union *type, char *base)
{
	int kind;

	memcpy(&kind, base, sizeof(kind));
	if (kind >= 2)
		drop(type->variants[kind - 2].kind, type->variants[kind - 2].type, base + type->variants[kind - 2].offset);
}

static void drop(uint8_t kind, const void *type, char *at)
{
	struct any_list *list = (struct any_list *)(void *)at;
	char **pointer = (char **)(void *)at;
	size_t i;

	switch (kind) {
	case OAC_KIND_OBJECT:
		drop_object(type, at);
		break;
	case OAC_KIND_POINTER:
		if (*pointer != NULL)
			drop_object(type, *pointer);
		break;
	case OAC_KIND_UNION:
		drop_union(type, at);
		break;
	case OAC_KIND_UNION_POINTER:
		if (*pointer != NULL)
			drop_union(type, *pointer);
		break;
	case OAC_KIND_LIST: {
		const struct oac_list *of = type;

		for (i = 0; i < list->count; i++)
			drop(of->item.kind, of->item.type, list->items + i * of->item.size);
		break;
	}
	case OAC_KIND_MAP: {
		const struct oac_map *of = type;

		for (i = 0; i < list->count; i++)
			drop(of->value.kind, of->value.type, list->items + i * of->entry_size + of->value_offset);
		break;
	}
	default:
		break;
	}
}

void typed_drop_more(const struct oac_shape *shape, void *value)
{
	drop(shape->kind, shape->type, value);
}

/* ---- comparing ---- */

static bool enough(uint8_t kind, const void *type, const cJSON *sent, const cJSON *back, char *place, size_t room);

static const struct oac_field *find_field(const struct oac_object *type, const char *name)
{
	uint32_t i;

	for (i = 0; i < type->count; i++) {
		const struct oac_field *field = &type->fields[i];

		if (strlen(name) == field->key_len - 3u && memcmp(field->key + 1, name, field->key_len - 3u) == 0)
			return field;
	}
	return NULL;
}

static bool knows_value(const struct oac_enum *type, const cJSON *value)
{
	uint32_t i;

	for (i = 0; cJSON_IsString(value) && i < type->count; i++) {
		const char *text = type->values[i];
		size_t len = strlen(text);

		if (type->json ? len == strlen(value->valuestring) + 2 && memcmp(text + 1, value->valuestring, len - 2) == 0
			       : strcmp(text, value->valuestring) == 0)
			return true;
	}
	return !cJSON_IsString(value);
}

/* A list or map that holds a value the schema does not name is not written without its text. */
static bool has_unknown(uint8_t kind, const void *type, const cJSON *sent)
{
	const cJSON *item;

	if (kind == OAC_KIND_ENUM)
		return !knows_value(type, sent);
	cJSON_ArrayForEach(item, sent) {
		if (kind == OAC_KIND_LIST && has_unknown(((const struct oac_list *)type)->item.kind, ((const struct oac_list *)type)->item.type, item))
			return true;
		if (kind == OAC_KIND_MAP && has_unknown(((const struct oac_map *)type)->value.kind, ((const struct oac_map *)type)->value.type, item))
			return true;
	}
	return false;
}

static bool object_enough(const struct oac_object *type, const cJSON *sent, const cJSON *back, char *place, size_t room)
{
	const cJSON *member;

	cJSON_ArrayForEach(member, sent) {
		const struct oac_field *field = find_field(type, member->string);
		const cJSON *twin = cJSON_GetObjectItemCaseSensitive(back, member->string);
		int used = snprintf(place, room, "/%.60s", member->string);

		if (cJSON_IsNull(member) || field == NULL || has_unknown(field->kind, field->type, member))
			continue;
		if (field->kind == OAC_KIND_CONST)
			continue; /* written as the schema has it */
		if (twin == NULL || !enough(field->kind, field->type, member, twin, place + used, room - (size_t)used))
			return false;
	}
	place[0] = '\0';
	return true;
}

static bool items_enough(uint8_t kind, const void *type, const cJSON *sent, const cJSON *back, char *place, size_t room)
{
	const cJSON *a = sent->child;
	const cJSON *b = back->child;
	int i;

	for (i = 0; a != NULL && b != NULL; a = a->next, b = b->next, i++) {
		int used = snprintf(place, room, "/%d", i);

		if (!enough(kind, type, a, b, place + used, room - (size_t)used))
			return false;
	}
	place[0] = '\0';
	return a == NULL && b == NULL;
}

/* Some variant must say it. */
static bool union_enough(const struct oac_union *type, const cJSON *sent, const cJSON *back, char *place, size_t room)
{
	uint32_t i;

	if (cJSON_Compare(sent, back, 1))
		return true;
	for (i = 0; i < type->count; i++) {
		const struct oac_variant *variant = &type->variants[i];

		if (variant->alias_of == 0 && enough(variant->kind, variant->type, sent, back, place, room))
			return true;
	}
	return false;
}

static bool enough(uint8_t kind, const void *type, const cJSON *sent, const cJSON *back, char *place, size_t room)
{
	switch (kind) {
	case OAC_KIND_OBJECT:
	case OAC_KIND_POINTER:
		return cJSON_IsObject(sent) && cJSON_IsObject(back) && object_enough(type, sent, back, place, room);
	case OAC_KIND_UNION:
	case OAC_KIND_UNION_POINTER:
		return union_enough(type, sent, back, place, room);
	case OAC_KIND_LIST:
		return cJSON_IsArray(sent) && cJSON_IsArray(back) &&
			items_enough(((const struct oac_list *)type)->item.kind, ((const struct oac_list *)type)->item.type, sent, back, place, room);
	case OAC_KIND_MAP:
		return cJSON_IsObject(sent) && cJSON_IsObject(back) &&
			items_enough(((const struct oac_map *)type)->value.kind, ((const struct oac_map *)type)->value.type, sent, back, place, room);
	default:
		if (cJSON_IsNumber(sent) && cJSON_IsNumber(back))
			return fabs(sent->valuedouble - back->valuedouble) <= 1e-15 * fabs(sent->valuedouble);
		return cJSON_Compare(sent, back, 1);
	}
}

bool typed_is_enough(const struct oac_shape *shape, const cJSON *sent, const cJSON *back, char *place, size_t room)
{
	place[0] = '\0';
	return enough(shape->kind, shape->type, sent, back, place, room);
}

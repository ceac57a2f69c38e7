#include "oac_merge_quick.h"

#include "oac_text.h"

#include <string.h>

#define INDEX_KEY "\"index\":"
#define TYPE_KEY "\"type\":"

static bool merge_field(struct oac_pieces *pieces, const struct oac_field *field, const char *at,
	const struct oac_field *delta_field, const char *delta);

static bool is_key(const struct oac_field *field, const char *key, size_t len)
{
	return field->key_len == len && memcmp(field->key, key, len) == 0;
}

static const struct oac_field *find_field(
	const struct oac_object *type, const char *key, size_t len)
{
	for (uint32_t i = 0; i < type->count; i++)
		if (is_key(&type->fields[i], key, len))
			return &type->fields[i];
	return NULL;
}

static const void *pointer_at(const char *at)
{
	const void *pointer;

	memcpy(&pointer, at, sizeof(pointer));
	return pointer;
}

static const struct oac_json *rest_of(const struct oac_object *type, const char *base)
{
	return (const struct oac_json *)(const void *)(base + type->more);
}

/* ---- entries of lists ---- */

/* The object that an item of a list is, or NULL; in a union the one of its variant. */
static const char *item_object(const struct oac_shape *shape, const char *item,
	const struct oac_object **type, const char **tag)
{
	const struct oac_variant *variant;
	const struct oac_union *variants;
	int kind;

	*tag = NULL;
	*type = shape->type;
	if (shape->kind == OAC_KIND_OBJECT)
		return item;
	if (shape->kind != OAC_KIND_UNION)
		return NULL;
	variants = shape->type;
	memcpy(&kind, item, sizeof(kind));
	if (kind < 2 || (uint32_t)kind - 2 >= variants->count)
		return NULL;
	variant = &variants->variants[kind - 2];
	if (variant->kind != OAC_KIND_POINTER || variant->tag == NULL)
		return NULL;
	*type = variant->type;
	*tag = variant->tag;
	return pointer_at(item + variant->offset);
}

/* Both none, or both the same. */
static bool is_same_tag(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Whether the entry says which one it is: what the delta says of it then changes nothing. */
static bool has_index(const struct oac_object *type, const char *base)
{
	const struct oac_json *rest = rest_of(type, base);
	const char *text = rest->text;

	if (text == NULL)
		return false;
	return strncmp(text, "{" INDEX_KEY, sizeof("{" INDEX_KEY) - 1) == 0;
}

static bool read_index(const struct oac_object *type, const char *base, uint64_t *index)
{
	const struct oac_field *field = find_field(type, INDEX_KEY, sizeof(INDEX_KEY) - 1);

	if (field == NULL || field->kind != OAC_KIND_INT64)
		return false;
	memcpy(index, base + field->offset, sizeof(*index)); /* below 0: over every count */
	return true;
}

static bool merge_entry(struct oac_pieces *pieces, const struct oac_shape *shape,
	const struct oac_any_list *list, const struct oac_shape *delta_shape, const char *delta)
{
	const struct oac_object *type;
	const struct oac_object *delta_type;
	const char *tag;
	const char *delta_tag;
	const char *base;
	uint64_t index;

	delta = item_object(delta_shape, delta, &delta_type, &delta_tag);
	if (delta == NULL || !read_index(delta_type, delta, &index) || index >= list->count)
		return false;
	base = item_object(shape, (const char *)list->items + index * shape->size, &type, &tag);
	return base != NULL && is_same_tag(tag, delta_tag) && has_index(type, base) &&
		oac_merge_quick(pieces, type, base, delta_type, delta);
}

static bool merge_list(struct oac_pieces *pieces, const struct oac_list *type, const char *at,
	const struct oac_list *delta_type, const char *delta)
{
	const struct oac_any_list *list = (const void *)at;
	const struct oac_any_list *entries = (const void *)delta;

	if (list->items == NULL || entries->count == 0)
		return false;
	for (size_t i = 0; i < entries->count; i++)
		if (!merge_entry(pieces, &type->item, list, &delta_type->item,
			    (const char *)entries->items + i * delta_type->item.size))
			return false;
	return true;
}

/* ---- members ---- */

static bool append(struct oac_pieces *pieces, const char *at, const char *text)
{
	const char **place;

	if (pointer_at(at) == NULL)
		return false;
	memcpy(&place, &at, sizeof(place)); /* the value is made of pieces, which may be written */
	return oac_pieces_insert(pieces, place, oac_pieces_length(*place), text, strlen(text));
}

static bool is_same_enum(const struct oac_field *field, const char *at,
	const struct oac_field *delta_field, int delta)
{
	const char *text = oac_enum_text(delta_field->type, delta);
	const char *known;
	int value;

	memcpy(&value, at, sizeof(value));
	known = oac_enum_text(field->type, value);
	return text != NULL && known != NULL && strcmp(text, known) == 0;
}

static bool merge_union(struct oac_pieces *pieces, const struct oac_field *field, const char *at,
	const struct oac_field *delta_field, const char *delta)
{
	const struct oac_shape shape = { field->type, 0, OAC_KIND_UNION };
	const struct oac_shape delta_shape = { delta_field->type, 0, OAC_KIND_UNION };
	const struct oac_object *type;
	const struct oac_object *delta_type;
	const char *tag;
	const char *delta_tag;

	at = item_object(&shape, at, &type, &tag);
	delta = item_object(&delta_shape, delta, &delta_type, &delta_tag);
	return at != NULL && delta != NULL && is_same_tag(tag, delta_tag) &&
		oac_merge_quick(pieces, type, at, delta_type, delta);
}

static bool merge_field(struct oac_pieces *pieces, const struct oac_field *field, const char *at,
	const struct oac_field *delta_field, const char *delta)
{
	bool is_pointer = field->kind == OAC_KIND_POINTER;
	int value;

	switch (delta_field->kind) {
	case OAC_KIND_STRING:
		return field->kind == OAC_KIND_STRING &&
			!is_key(field, TYPE_KEY, sizeof(TYPE_KEY) - 1) &&
			append(pieces, at, pointer_at(delta));
	case OAC_KIND_ENUM:
		memcpy(&value, delta, sizeof(value));
		return field->kind == OAC_KIND_ENUM && is_same_enum(field, at, delta_field, value);
	case OAC_KIND_OBJECT:
	case OAC_KIND_POINTER:
		if (delta_field->kind == OAC_KIND_POINTER)
			delta = pointer_at(delta);
		if (is_pointer)
			at = pointer_at(at);
		return (is_pointer || field->kind == OAC_KIND_OBJECT) && at != NULL &&
			oac_merge_quick(pieces, field->type, at, delta_field->type, delta);
	case OAC_KIND_UNION:
		return field->kind == OAC_KIND_UNION &&
			merge_union(pieces, field, at, delta_field, delta);
	case OAC_KIND_LIST:
		return field->kind == OAC_KIND_LIST &&
			merge_list(pieces, field->type, at, delta_field->type, delta);
	default:
		return false;
	}
}

/* A member that is always there, and whose value is the same already. */
static bool is_known(const struct oac_field *field, const struct oac_field *delta_field)
{
	if (delta_field->kind == OAC_KIND_CONST)
		return field != NULL && field->kind == OAC_KIND_CONST &&
			strcmp(field->type, delta_field->type) == 0;
	/* The index is that of the entry to which this is merged. */
	return field == NULL && is_key(delta_field, INDEX_KEY, sizeof(INDEX_KEY) - 1);
}

bool oac_merge_quick(struct oac_pieces *pieces, const struct oac_object *type, const char *base,
	const struct oac_object *delta_type, const char *delta)
{
	if (rest_of(delta_type, delta)->text != NULL)
		return false;
	for (uint32_t i = 0; i < delta_type->count; i++) {
		const struct oac_field *delta_field = &delta_type->fields[i];
		const char *from = delta + delta_field->offset;
		bool is_const = delta_field->kind == OAC_KIND_CONST;
		const struct oac_field *field;

		if (!is_const && oac_is_unset(delta_field->kind, from))
			continue;
		field = find_field(type, delta_field->key, delta_field->key_len);
		if (is_known(field, delta_field))
			continue;
		if (is_const || field == NULL ||
			!merge_field(pieces, field, base + field->offset, delta_field, from))
			return false;
	}
	return true;
}

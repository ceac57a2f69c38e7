/* Types: structs, enums, unions, lists and maps by their names, and the parts of enums and unions.
 */
#include "diff_compare.h"

#include "view_type.h"

#include <string.h>

static const char *subject_of(const struct model_type *type)
{
	switch (type->kind) {
	case TYPE_ENUM:
		return "enum";
	case TYPE_UNION:
		return "union";
	case TYPE_LIST:
		return "list";
	case TYPE_MAP:
		return "map";
	default:
		return "struct";
	}
}

/* ---- enums ---- */

/* Another prefix is told once, by the type. */
static bool same_ending(const struct diff_pair *pair, const char *old, const char *new)
{
	size_t a = strlen(pair->old->name);
	size_t b = strlen(pair->new->name);

	return strcmp(old, new) == 0 ||
		(strlen(old) > a && strlen(new) > b && strcmp(old + a, new + b) == 0);
}

static void compare_values(
	struct diff_work *work, const struct diff_pair *pair, const struct diff_where *where)
{
	struct diff_where value = *where;
	unsigned i;

	for (i = 0; i < pair->parts.old_count; i++) {
		const struct model_value *old = &pair->old->values[i];
		const struct model_value *new;

		value.part = old->name;
		if (pair->parts.to_new[i] == 0) {
			diff_say(
				work, &value, DIFF_COMPILE, "value-removed", old->text, NULL, NULL);
			continue;
		}
		new = &pair->new->values[pair->parts.to_new[i] - 1];
		if (!same_ending(pair, old->name, new->name))
			diff_say(work, &value, DIFF_COMPILE, "value-renamed", old->name, new->name,
				NULL);
		if (strcmp(old->text, new->text) != 0 || old->string != new->string)
			diff_say(work, &value, DIFF_RUN, "value-wire-changed", old->text, new->text,
				NULL);
	}
	for (i = 0; i < pair->parts.new_count; i++) {
		value.part = pair->new->values[i].name;
		if (pair->parts.to_old[i] == 0)
			diff_say(work, &value, DIFF_ADDITIVE, "value-added", NULL,
				pair->new->values[i].text, NULL);
	}
}

/* ---- unions ---- */

/* NULL: nothing is stored. */
static const char *variant_type(struct diff_work *work, const struct model_variant *variant)
{
	const struct model_type *type = variant->type;

	if (type->kind == TYPE_CONST)
		return NULL;
	if (type->kind == TYPE_OBJECT || type->kind == TYPE_UNION)
		return arena_format(work->arena, "const struct %s *", type->name);
	return diff_item_type(work, type);
}

static const char *variant_label(const struct model_variant *variant)
{
	if (variant->alias_of == 0)
		return variant->enumerator;
	return variant->tag ? variant->tag : "any other";
}

static void compare_variant(struct diff_work *work, const struct diff_pair *pair,
	const struct diff_where *where, const struct model_variant *old,
	const struct model_variant *new)
{
	const char *before = old->type->kind == TYPE_CONST ? old->type->values->text : old->tag;
	const char *after = new->type->kind == TYPE_CONST ? new->type->values->text : new->tag;

	if (!diff_equal(before, after))
		diff_say(work, where, DIFF_RUN, "variant-wire-changed", before, after, NULL);
	if (old->alias_of != 0 || new->alias_of != 0) {
		if (old->alias_of == 0)
			diff_say(work, where, DIFF_COMPILE, "variant-removed",
				variant_type(work, old), NULL, NULL);
		else if (new->alias_of == 0)
			diff_say(
				work, where, DIFF_RUN, "variant-tag-removed", old->tag, NULL, NULL);
		else if (!diff_same_type(&work->pairs, old->type, new->type))
			diff_say(work, where, DIFF_RUN, "variant-type-changed",
				variant_type(work, old), variant_type(work, new), NULL);
		return;
	}
	if (!same_ending(pair, old->enumerator, new->enumerator))
		diff_say(work, where, DIFF_COMPILE, "variant-renamed", old->enumerator,
			new->enumerator, NULL);
	if (old->type->kind == TYPE_CONST ? new->type->kind != TYPE_CONST
					  : new->type->kind == TYPE_CONST ||
				!diff_same_type(&work->pairs, old->type, new->type))
		diff_say(work, where, DIFF_COMPILE, "variant-type-changed", variant_type(work, old),
			variant_type(work, new), NULL);
}

static void compare_variants(
	struct diff_work *work, const struct diff_pair *pair, const struct diff_where *where)
{
	struct diff_where part = *where;
	unsigned i;

	if (!diff_equal(pair->old->discriminator, pair->new->discriminator))
		diff_say(work, where, DIFF_RUN, "type-discriminator-changed",
			pair->old->discriminator, pair->new->discriminator, NULL);
	for (i = 0; i < pair->parts.old_count; i++) {
		const struct model_variant *old = &pair->old->variants[i];

		part.part = variant_label(old);
		if (pair->parts.to_new[i] > 0)
			compare_variant(work, pair, &part, old,
				&pair->new->variants[pair->parts.to_new[i] - 1]);
		else if (old->alias_of != 0)
			diff_say(
				work, &part, DIFF_RUN, "variant-tag-removed", old->tag, NULL, NULL);
		else
			diff_say(work, &part, DIFF_COMPILE, "variant-removed",
				variant_type(work, old), NULL, NULL);
	}
	for (i = 0; i < pair->parts.new_count; i++) {
		const struct model_variant *new = &pair->new->variants[i];

		part.part = variant_label(new);
		if (pair->parts.to_old[i] > 0)
			continue;
		if (new->alias_of != 0)
			diff_say(work, &part, DIFF_ADDITIVE, "variant-tag-added", NULL, new->tag,
				NULL);
		else
			diff_say(work, &part, DIFF_ADDITIVE, "variant-added", NULL,
				variant_type(work, new), NULL);
	}
}

/* ---- all types ---- */

static void compare_pair(struct diff_work *work, const struct diff_pair *pair)
{
	const struct model_type *old = pair->old;
	const struct model_type *new = pair->new;
	struct diff_where where = { subject_of(old), old->name, NULL, diff_old_place(work, old),
		diff_new_place(work, new) };
	static const char functions[] = "_from_json and the others";
	bool holds = old->kind == TYPE_LIST || old->kind == TYPE_MAP;

	if (old->kind != new->kind) {
		diff_say(work, &where, DIFF_COMPILE, "type-kind-changed", subject_of(old),
			subject_of(new), NULL);
		return;
	}
	if (holds) {
		/* its name follows its item's */
		if (!diff_same_type(&work->pairs, old->item, new->item))
			diff_say(work, &where, DIFF_COMPILE, "type-item-changed",
				diff_item_type(work, old->item), diff_item_type(work, new->item),
				NULL);
		return;
	}
	if (strcmp(old->name, new->name) != 0)
		diff_say(work, &where, DIFF_COMPILE, "type-renamed", old->name, new->name, NULL);
	if (old->kind == TYPE_OBJECT) {
		if (view_has_json(old) && !view_has_json(new))
			diff_say(work, &where, DIFF_COMPILE, "type-functions-removed", NULL, NULL,
				functions);
		else if (!view_has_json(old) && view_has_json(new))
			diff_say(work, &where, DIFF_ADDITIVE, "type-functions-added", NULL, NULL,
				functions);
		diff_members(work, pair, &where);
	} else if (old->kind == TYPE_ENUM) {
		compare_values(work, pair, &where);
	} else {
		compare_variants(work, pair, &where);
	}
	diff_description(
		work, &where, "type-description-changed", old->description, new->description);
}

/* A list or map of a type that came or went with it needs no line of its own. */
static bool follows_item(const struct pointer_table *pairs, const struct model_type *type)
{
	const struct model_type *item = type->item;

	while (item != NULL && item->item != NULL)
		item = item->item;
	return item != NULL && item->name != NULL && !item->builtin &&
		pointer_table_get(pairs, item) == NULL;
}

static const struct tree_node *schemas_of(const struct diff_document *document)
{
	const struct tree_node *root = document->model->openapi->root;
	const struct tree_node *schemas = tree_get(tree_get(root, "components"), "schemas");

	return schemas ? schemas : root;
}

void diff_types(struct diff_work *work)
{
	const struct tree_node *old_schemas = schemas_of(&work->diff->old);
	const struct tree_node *new_schemas = schemas_of(&work->diff->new);
	const struct model_type *type;

	for (type = work->diff->old.model->types; type != NULL; type = type->next) {
		const struct diff_pair *pair = pointer_table_get(&work->pairs.by_old, type);
		const struct diff_where where = { subject_of(type), type->name, NULL,
			diff_old_place(work, type), new_schemas };

		if (pair != NULL)
			compare_pair(work, pair);
		else if (!follows_item(&work->pairs.by_old, type))
			diff_say(work, &where, DIFF_COMPILE, "type-removed", NULL, NULL, NULL);
	}
	for (type = work->diff->new.model->types; type != NULL; type = type->next) {
		const struct diff_where where = { subject_of(type), type->name, NULL, old_schemas,
			diff_new_place(work, type) };

		if (pointer_table_get(&work->pairs.by_new, type) == NULL &&
			!follows_item(&work->pairs.by_new, type))
			diff_say(work, &where, DIFF_ADDITIVE, "type-added", NULL, NULL, NULL);
	}
}

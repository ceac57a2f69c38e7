/* Values: enums, constants, and how large an integer is. */
#include "model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- enums ---- */

static bool is_simple(const char *text)
{
	for (; *text != '\0'; text++) {
		if ((unsigned char)*text < 0x20 || *text == '"' || *text == '\\')
			return false;
	}
	return true;
}

/* enum or const, null left out, a value that stands twice taken once */
static void read_values(struct model *model, struct model_type *type, const struct tree_node *node)
{
	const struct tree_node *constant = tree_get(node, "const");
	const struct tree_node *values = tree_get(node, "enum");
	const struct tree_node *value = constant ? constant : values->first;
	unsigned room = constant ? 1 : values->count;
	unsigned i;

	type->values = arena_alloc(model->arena, room * sizeof(*type->values));
	for (; value != NULL; value = constant ? NULL : value->next) {
		bool twice = false;

		if (value->kind == TREE_NULL || value->text == NULL)
			continue;
		for (i = 0; i < type->value_count; i++)
			twice |= strcmp(type->values[i].text, value->text) == 0 &&
				type->values[i].string == (value->kind == TREE_STRING);
		if (twice)
			continue;
		type->values[type->value_count].node = value;
		type->values[type->value_count].text = value->text;
		type->values[type->value_count].string = value->kind == TREE_STRING;
		type->mixed |= value->kind != TREE_STRING || !is_simple(value->text);
		type->value_count++;
	}
}

static void name_values(struct model *model, struct model_type *type)
{
	unsigned i;

	model_enumerator(model, type->name, "UNSET", NULL);
	model_enumerator(model, type->name, "UNKNOWN", NULL);
	for (i = 0; i < type->value_count; i++)
		type->values[i].name = model_enumerator(
			model, type->name, type->values[i].text, type->values[i].node);
}

/* Is every value of the enum a boolean? Then both are possible, or it is a constant. */
static bool is_boolean(const struct model_type *type)
{
	unsigned i;

	for (i = 0; i < type->value_count; i++) {
		if (type->values[i].string ||
			(strcmp(type->values[i].text, "true") != 0 &&
				strcmp(type->values[i].text, "false") != 0))
			return false;
	}
	return true;
}

struct model_type *model_constant(struct model *model, const struct tree_node *node)
{
	struct model_type *type = arena_alloc(model->arena, sizeof(*type));

	type->kind = TYPE_CONST;
	read_values(model, type, node);
	return type;
}

bool model_enum(struct model *model, const struct schema *schema, const char *place,
	const char *name, struct model_type **out)
{
	struct model_type *type;
	struct model_type values = { 0 };

	read_values(model, &values, schema->node);
	if (is_boolean(&values)) {
		*out = &model->scalars[TYPE_BOOL];
		return true;
	}
	type = model_new(model, TYPE_ENUM, place, name, schema->node);
	type->values = values.values;
	type->value_count = values.value_count;
	type->mixed = values.mixed;
	name_values(model, type);
	*out = type;
	return true;
}

/* ---- integers ---- */

/* Of a minimum or maximum; 0 when there is none, or it is none as 3.0's booleans are. */
static double limit_of(const struct tree_node *node, const char *word)
{
	const struct tree_node *limit = tree_get(node, word);

	return tree_is(limit, TREE_NUMBER) ? strtod(limit->text, NULL) : 0;
}

static bool is_unsigned(const struct tree_node *node)
{
	const char *format = tree_text(node, "format");

	if (limit_of(node, "minimum") < 0 || limit_of(node, "exclusiveMinimum") < -1)
		return false;
	return (format != NULL && strcmp(format, "uint64") == 0) ||
		tree_is(tree_get(node, "minimum"), TREE_NUMBER) ||
		tree_is(tree_get(node, "exclusiveMinimum"), TREE_NUMBER);
}

/*
 * int64_t, unless the limits say that it is too small. What no uint64_t holds either is a double,
 * as far as that goes, and decoding keeps the digits in oac_more. Limits that were rounded to a
 * double, as JavaScript writes 2^63 - 1, are not taken for larger ones.
 */
enum type_kind model_integer(struct model *model, const struct tree_node *node)
{
	static const char *const limits[] = { "minimum", "maximum", "exclusiveMinimum",
		"exclusiveMaximum" };
	const char *format = tree_text(node, "format");
	enum type_kind kind = format != NULL && strcmp(format, "uint64") == 0 && is_unsigned(node)
		? TYPE_UINT64
		: TYPE_INT64;
	size_t i;

	for (i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
		double limit = limit_of(node, limits[i]);

		if (fabs(limit) <= 0x1p63)
			continue;
		if (limit < 0 || limit > 0x1p64 || !is_unsigned(node)) {
			diag_warning(model->diag, tree_get(node, limits[i]),
				"beyond 64 bits: the integer is a double, and oac_more has its digits");
			return TYPE_DOUBLE;
		}
		kind = TYPE_UINT64;
	}
	return kind;
}

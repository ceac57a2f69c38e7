/* oneOf and anyOf: which variants there are, what they are called and how they are told apart. */
#include "model.h"

#include "names.h"

#include <stdlib.h>
#include <string.h>

enum {
	MAX_CONSTANTS = 32, /* values of an inline enum that become variants of their own */
};

/* Strings, some of them listed: an open string. All numbers: a number. */
bool model_simple_union(struct model *model, const struct schema *schema, struct model_type **type)
{
	bool strings = true;
	bool open = false;
	bool numbers = true;
	bool fractions = false;
	unsigned naturals = 0;
	struct schema branch;
	unsigned i;

	*type = NULL;
	for (i = 0; i < schema->branch_count; i++) {
		if (!schema_read(&branch, model->openapi, schema->branches[i]))
			return false;
		numbers &= branch.shape == SCHEMA_INTEGER || branch.shape == SCHEMA_NUMBER;
		fractions |= branch.shape == SCHEMA_NUMBER;
		if (branch.shape == SCHEMA_INTEGER) {
			enum type_kind kind = model_integer(model, branch.node);

			fractions |= kind == TYPE_DOUBLE;
			naturals += kind == TYPE_UINT64;
		}
		open |= branch.shape == SCHEMA_STRING;
		if (branch.shape == SCHEMA_ENUM) {
			const struct tree_node *constant = tree_get(branch.node, "const");
			const struct tree_node *values = tree_get(branch.node, "enum");
			const struct tree_node *value = constant ? constant : values->first;

			for (; value != NULL; value = constant ? NULL : value->next)
				strings &= value->kind == TREE_STRING || value->kind == TREE_NULL;
		} else {
			strings &= branch.shape == SCHEMA_STRING;
		}
	}
	/* Where some are beyond an int64_t and others may be below 0, a double has all but the digits. */
	fractions |= naturals > 0 && naturals < schema->branch_count;
	if (strings && open)
		*type = &model->scalars[TYPE_STRING];
	else if (numbers)
		*type = &model->scalars[fractions ? TYPE_DOUBLE
				: naturals > 0    ? TYPE_UINT64
						  : TYPE_INT64];
	return true;
}

/* ---- gathering ---- */

struct gathering {
	struct model *model;
	struct model_variant *list;
	unsigned count;
	unsigned size;
};

static struct model_variant *add_variant(struct gathering *g)
{
	if (g->count == g->size) {
		unsigned size = g->size ? g->size * 2 : 16;
		struct model_variant *list = arena_alloc(g->model->arena, size * sizeof(*list));

		if (g->count > 0)
			memcpy(list, g->list, g->count * sizeof(*list));
		g->list = list;
		g->size = size;
	}
	memset(&g->list[g->count], 0, sizeof(g->list[0]));
	return &g->list[g->count++];
}

/* A type that two branches share keeps the limits of neither. */
static bool has_type(const struct gathering *g, const struct model_type *type)
{
	unsigned i;

	for (i = 0; i < g->count; i++) {
		if (g->list[i].type == type) {
			g->list[i].node = NULL;
			return true;
		}
	}
	return false;
}

/* The values of an inline enum: "auto" is a kind of its own, with nothing to store. */
static void add_constants(struct gathering *g, const struct tree_node *node)
{
	const struct tree_node *constant = tree_get(node, "const");
	const struct tree_node *values = tree_get(node, "enum");
	const struct tree_node *value = constant ? constant : values->first;

	for (; value != NULL; value = constant ? NULL : value->next) {
		struct model_type *type;
		struct model_variant *variant;

		if (value->kind == TREE_NULL || value->text == NULL)
			continue;
		type = arena_alloc(g->model->arena, sizeof(*type));
		type->kind = TYPE_CONST;
		type->values = arena_alloc(g->model->arena, sizeof(*type->values));
		type->values->text = value->text;
		type->values->string = value->kind == TREE_STRING;
		type->value_count = 1;
		variant = add_variant(g);
		variant->type = type;
		variant->node = value;
		variant->name = value->text;
	}
}

static const char *variant_name(
	struct model *model, const struct model_type *type, const char *schema_name)
{
	static const char *const scalars[] = { "string", "boolean", "integer", "integer", "number",
		"json_value" };

	if (schema_name != NULL) {
		const char *configured = config_type(model->config, schema_name);

		return configured ? configured : schema_name;
	}
	if (type->kind <= TYPE_JSON)
		return scalars[type->kind];
	if (type->builtin)
		return type->name + 4;
	if (type->kind == TYPE_LIST)
		return "list";
	if (type->kind == TYPE_MAP)
		return "map";
	return type->name + strlen(model->config->prefix) + 1;
}

static bool gather(
	struct gathering *g, const struct schema *schema, const char *place, const char *name)
{
	struct model *model = g->model;
	struct schema branch;
	unsigned i;

	for (i = 0; i < schema->branch_count; i++) {
		const struct tree_node *node = schema->branches[i];
		struct model_variant *variant;
		struct model_use use;
		const char *title = tree_text(node, "title");

		if (!schema_read(&branch, model->openapi, node))
			return false;
		if (branch.shape == SCHEMA_ENUM && branch.name == NULL) {
			const struct tree_node *values = tree_get(branch.node, "enum");

			if (values == NULL || values->count <= MAX_CONSTANTS) {
				add_constants(g, branch.node);
				continue;
			}
		}
		if (branch.shape == SCHEMA_UNION && schema->discriminator == NULL) {
			/* A union of unions is one union, unless the inner one is something simple. */
			struct model_type *simple = NULL;

			if (!model_simple_union(model, &branch, &simple))
				return false;
			if (simple == NULL) {
				if (++model->depth > 50) {
					diag_error(model->diag, node,
						"unions contain one another in a circle");
					return false;
				}
				if (!gather(g, &branch, place, name))
					return false;
				model->depth--;
				continue;
			}
		}
		if (!model_use(model, &use, node, arena_format(model->arena, "%s|%u", place, i + 1),
			    title != NULL ? arena_format(model->arena, "%s_%s", name,
						    names_snake(model->arena, title, false))
					  : arena_format(model->arena, "%s_option_%u", name, i + 1),
			    false))
			return false;
		if (has_type(g, use.type))
			continue;
		variant = add_variant(g);
		variant->type = use.type;
		variant->node = node;
		variant->name = variant_name(model, use.type, branch.name);
	}
	return true;
}

/* ---- telling apart ---- */

static const struct model_member *find_member(const struct model_type *type, const char *wire)
{
	unsigned i;

	for (i = 0; i < type->member_count; i++) {
		if (strcmp(type->members[i].wire, wire) == 0)
			return &type->members[i];
	}
	return NULL;
}

/* Whether every object variant has a constant of its own in this member. */
static bool tells_apart(const struct model_variant *list, unsigned count, const char *wire)
{
	unsigned objects = 0;
	unsigned i;
	unsigned j;

	for (i = 0; i < count; i++) {
		const struct model_member *a;

		if (list[i].type->kind != TYPE_OBJECT)
			continue;
		objects++;
		a = find_member(list[i].type, wire);
		if (a == NULL || a->type->kind != TYPE_CONST)
			return false;
		for (j = 0; j < i; j++) {
			const struct model_member *b = list[j].type->kind == TYPE_OBJECT
				? find_member(list[j].type, wire)
				: NULL;

			if (b != NULL &&
				strcmp(a->type->values[0].text, b->type->values[0].text) == 0)
				return false;
		}
	}
	return objects > 0;
}

static const char *infer_discriminator(const struct model_variant *list, unsigned count)
{
	static const char *const usual[] = { "type", "object", "event", "kind" };
	size_t n;
	unsigned i;
	unsigned j;

	for (n = 0; n < sizeof(usual) / sizeof(usual[0]); n++) {
		if (tells_apart(list, count, usual[n]))
			return usual[n];
	}
	for (i = 0; i < count; i++) {
		if (list[i].type->kind != TYPE_OBJECT)
			continue;
		for (j = 0; j < list[i].type->member_count; j++) {
			const struct model_member *member = &list[i].type->members[j];

			if (member->type->kind == TYPE_CONST &&
				tells_apart(list, count, member->wire))
				return member->wire;
		}
		break;
	}
	return NULL;
}

/* The last part of a reference or a bare schema name in a mapping. */
static const char *mapped_name(const char *target)
{
	const char *slash = strrchr(target, '/');

	return slash ? slash + 1 : target;
}

/* Tags of a discriminator that the document gives: its mapping, else a constant of the variant, else the schema's name. */
static void read_mapping(
	struct gathering *g, const struct tree_node *mapping, const char *wire, unsigned count)
{
	const struct tree_node *entry;
	unsigned i;

	for (i = 0; i < count; i++) {
		const struct model_member *member;
		const char *schema_name;
		bool first = true;

		if (g->list[i].type->kind != TYPE_OBJECT)
			continue;
		schema_name = strpbrk(g->list[i].type->place, ".|[{") == NULL
			? g->list[i].type->place
			: NULL;
		for (entry = mapping ? mapping->first : NULL; entry != NULL; entry = entry->next) {
			struct model_variant *variant = &g->list[i];

			if (schema_name == NULL || entry->text == NULL ||
				strcmp(mapped_name(entry->text), schema_name) != 0)
				continue;
			if (!first) {
				variant = add_variant(g);
				variant->type = g->list[i].type;
				variant->alias_of = i + 1;
			}
			variant->tag = entry->key;
			variant->tag_string = true;
			first = false;
		}
		member = find_member(g->list[i].type, wire);
		if (first && member != NULL && member->type->kind == TYPE_CONST) {
			g->list[i].tag = member->type->values[0].text;
			g->list[i].tag_string = member->type->values[0].string;
		} else if (first && schema_name != NULL) {
			g->list[i].tag = schema_name;
			g->list[i].tag_string = true;
		}
	}
}

/* Says which tags of a mapping lead to none of the variants. */
static void check_mapping(const struct gathering *g, const struct tree_node *mapping)
{
	const struct tree_node *entry;

	for (entry = tree_is(mapping, TREE_MAP) ? mapping->first : NULL; entry != NULL;
		entry = entry->next) {
		bool found = false;
		unsigned i;

		for (i = 0; i < g->count && !found; i++)
			found = g->list[i].tag_string && strcmp(g->list[i].tag, entry->key) == 0;
		if (!found)
			diag_at(g->model->diag, DIAG_WARNING, entry, true,
				"'%s' leads to none of the alternatives", entry->key);
	}
}

/* The variant that everything is which no tag is for. */
static void read_default(struct gathering *g, const struct tree_node *target, unsigned count)
{
	struct model_variant *variant;
	unsigned i;

	if (!tree_is(target, TREE_STRING))
		return;
	for (i = 0; i < count; i++) {
		struct model_type *type = g->list[i].type;

		if (type->kind != TYPE_OBJECT ||
			strcmp(mapped_name(target->text), type->place) != 0)
			continue;
		variant = add_variant(g);
		variant->type = type;
		variant->alias_of = i + 1;
		return;
	}
	diag_at(g->model->diag, DIAG_WARNING, target, true,
		"'%s' leads to none of the alternatives", target->text);
}

bool model_union(
	struct model *model, struct model_type *type, const struct schema *schema, const char *name)
{
	struct gathering g = { model, NULL, 0, 0 };

	if (!gather(&g, schema, type->place, name))
		return false;
	type->variants = g.list;
	type->variant_count = g.count;
	type->discriminator_node = schema->discriminator;
	return true;
}

static void infer_tags(struct model_type *type)
{
	unsigned i;

	type->discriminator = infer_discriminator(type->variants, type->variant_count);
	for (i = 0; i < type->variant_count && type->discriminator != NULL; i++) {
		struct model_variant *variant = &type->variants[i];
		const struct model_member *member = variant->type->kind == TYPE_OBJECT
			? find_member(variant->type, type->discriminator)
			: NULL;

		if (member == NULL)
			continue;
		variant->tag = member->type->values[0].text;
		variant->tag_string = member->type->values[0].string;
	}
}

static void read_tags(struct model *model, struct model_type *type, const char *wire)
{
	struct gathering g = { model, type->variants, type->variant_count, type->variant_count };

	type->discriminator = wire;
	read_mapping(&g, tree_get(type->discriminator_node, "mapping"), wire, type->variant_count);
	check_mapping(&g, tree_get(type->discriminator_node, "mapping"));
	read_default(&g, tree_get(type->discriminator_node, "defaultMapping"), type->variant_count);
	type->variants = g.list;
	type->variant_count = g.count;
}

/* The member and the enumerator; 'json' is the union's own member, which needs no word. */
static void name_variant(struct model *model, const struct model_type *type,
	struct model_variant *variant, struct table *used)
{
	const struct tree_node *node = variant->node ? variant->node : type->node;
	const char *called = variant->tag && variant->type->kind == TYPE_OBJECT && !type->by_status
		? variant->tag
		: variant->name;
	const char *name = names_member(model->arena, called);

	variant->name =
		model_unique(model, used, name, called, strcmp(name, "json") == 0 ? NULL : node);
	variant->enumerator =
		model_enumerator(model, type->name, called, variant->name == name ? node : NULL);
}

void model_finish_union(struct model *model, struct model_type *type)
{
	const char *given = tree_text(type->discriminator_node, "propertyName");
	struct table used = TABLE_EMPTY;
	unsigned i;

	if (given != NULL)
		read_tags(model, type, given);
	else
		infer_tags(type);
	table_add(&used, "json", &used);
	model_enumerator(model, type->name, "UNSET", NULL);
	model_enumerator(model, type->name, "UNKNOWN", NULL);
	for (i = 0; i < type->variant_count; i++) {
		struct model_variant *variant = &type->variants[i];

		if (variant->alias_of == 0)
			name_variant(model, type, variant, &used);
	}
	table_clear(&used);
}

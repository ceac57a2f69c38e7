/* What schemas ask of values beyond their type: ranges, lengths, patterns. Only strict decoding looks. */
#include "model.h"

#include "pattern.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	LEVELS_MAX = 8, /* lists in lists */
};

struct gathering {
	struct model *model;
	struct model_group *group;
	struct table patterns; /* the group's, by text */
	struct model_pattern **patterns_end;
	struct model_limit *list;
	unsigned count;
	unsigned size;
	unsigned index; /* of the field or the variant */
};

static struct model_limit *add_limit(struct gathering *g, unsigned level, const char *rule)
{
	struct model_limit *limit;

	if (g->count == g->size) {
		unsigned size = g->size ? g->size * 2 : 8;
		struct model_limit *list = arena_alloc(g->model->arena, size * sizeof(*list));

		if (g->count > 0)
			memcpy(list, g->list, g->count * sizeof(*list));
		g->list = list;
		g->size = size;
	}
	limit = &g->list[g->count++];
	*limit = (struct model_limit){ .index = g->index, .level = level, .rule = rule };
	return limit;
}

/* One that every value of the type keeps says nothing. */
static bool is_idle(const char *rule, enum type_kind kind, double number)
{
	if (strcmp(rule, "LEAST") == 0)
		return number <= 0;
	if (strcmp(rule, "MULTIPLE") == 0)
		return number <= 0 || (kind != TYPE_DOUBLE && number == 1);
	if (kind == TYPE_UINT64)
		return number >= 0x1p64 || (strcmp(rule, "MINIMUM") == 0 && number <= 0);
	return kind == TYPE_INT64 && fabs(number) >= 0x1p63;
}

static void add_number(struct gathering *g, unsigned level, enum type_kind kind, const char *rule,
	const struct tree_node *value)
{
	double number;

	if (!tree_is(value, TREE_NUMBER))
		return;
	number = strtod(value->text, NULL);
	if (isfinite(number) && !is_idle(rule, kind, number))
		add_limit(g, level, rule)->number = arena_format(g->model->arena, "%.17g", number);
}

static void add_numbers(
	struct gathering *g, unsigned level, enum type_kind kind, const struct tree_node *node)
{
	/* In 3.0 the exclusive ones are booleans. */
	bool above = tree_true(node, "exclusiveMinimum");
	bool below = tree_true(node, "exclusiveMaximum");

	add_number(g, level, kind, above ? "ABOVE" : "MINIMUM", tree_get(node, "minimum"));
	add_number(g, level, kind, below ? "BELOW" : "MAXIMUM", tree_get(node, "maximum"));
	add_number(g, level, kind, "ABOVE", tree_get(node, "exclusiveMinimum"));
	add_number(g, level, kind, "BELOW", tree_get(node, "exclusiveMaximum"));
	add_number(g, level, kind, "MULTIPLE", tree_get(node, "multipleOf"));
}

/* Sets may be large: what a pattern before this one has is not written again. */
static const struct model_pattern *find_owner(
	const struct model_pattern *earlier, struct pattern *program)
{
	for (; earlier != NULL; earlier = earlier->next) {
		if (earlier->owner == earlier && pattern_share(program, earlier->program))
			break;
	}
	return earlier;
}

/* NULL: it says nothing, or cannot be checked. */
static struct model_pattern *compile(struct gathering *g, const struct tree_node *node)
{
	struct arena *arena = g->model->arena;
	const char *why;
	struct pattern *program = pattern_compile(arena, node->text, node->len, &why);
	struct model_pattern *pattern;

	if (program == NULL)
		diag_warning(g->model->diag, node,
			"the pattern is not checked, not even by strict decoding: %s", why);
	if (program == NULL || program->idle)
		return NULL;
	if (pattern_is_literal(node->text, node->len))
		diag_warning(g->model->diag, node,
			"the pattern's slashes, and flags behind them, are characters to be found: a "
			"schema's pattern has no delimiters");
	pattern = arena_alloc(arena, sizeof(*pattern));
	pattern->text = node->text;
	pattern->name = arena_format(arena, "pattern_%u", (unsigned)g->patterns.count + 1);
	pattern->program = program;
	pattern->owner = find_owner(g->group->patterns, program);
	if (pattern->owner == NULL)
		pattern->owner = pattern;
	table_set(&g->patterns, pattern->text, pattern);
	*g->patterns_end = pattern;
	g->patterns_end = &pattern->next;
	return pattern;
}

static void add_pattern(struct gathering *g, unsigned level, const struct tree_node *node)
{
	struct model_pattern *pattern;

	if (!tree_is(node, TREE_STRING))
		return;
	pattern = table_get(&g->patterns, node->text);
	if (pattern == NULL)
		pattern = compile(g, node);
	if (pattern != NULL)
		add_limit(g, level, "PATTERN")->pattern = pattern;
}

static void add_counts(struct gathering *g, unsigned level, enum type_kind kind,
	const struct tree_node *node, const char *least, const char *most)
{
	add_number(g, level, kind, "LEAST", tree_get(node, least));
	add_number(g, level, kind, "MOST", tree_get(node, most));
}

/* What a schema says itself, without what it refers to. */
static void add_own(
	struct gathering *g, unsigned level, enum type_kind kind, const struct tree_node *node)
{
	switch (kind) {
	case TYPE_INT64:
	case TYPE_UINT64:
	case TYPE_DOUBLE:
		add_numbers(g, level, kind, node);
		break;
	case TYPE_STRING:
		add_counts(g, level, kind, node, "minLength", "maxLength");
		add_pattern(g, level, tree_get(node, "pattern"));
		break;
	case TYPE_LIST:
		add_counts(g, level, kind, node, "minItems", "maxItems");
		if (tree_true(node, "uniqueItems"))
			add_limit(g, level, "UNIQUE")->number = "0";
		break;
	case TYPE_MAP:
		add_counts(g, level, kind, node, "minProperties", "maxProperties");
		break;
	default:
		break;
	}
}

static bool has_limits(enum type_kind kind)
{
	return kind == TYPE_INT64 || kind == TYPE_UINT64 || kind == TYPE_DOUBLE ||
		kind == TYPE_STRING || kind == TYPE_LIST || kind == TYPE_MAP;
}

static void gather(struct gathering *g, unsigned level, const struct model_type *type,
	const struct tree_node *node)
{
	struct schema schema;
	const struct tree_node *below;

	if (node == NULL || !has_limits(type->kind) || level > LEVELS_MAX ||
		!schema_read(&schema, g->model->openapi, node))
		return;
	/* Beside a reference, or around the branch that is not null, there may be more. */
	if (schema.node != node)
		add_own(g, level, type->kind, node);
	/* A type that several branches became together has the limits of none. */
	if (schema.shape == SCHEMA_UNION || schema.shape == SCHEMA_KINDS)
		return;
	add_own(g, level, type->kind, schema.node);
	below = tree_get(schema.node, type->kind == TYPE_LIST ? "items" : "additionalProperties");
	if ((type->kind == TYPE_LIST || type->kind == TYPE_MAP) && tree_is(below, TREE_MAP))
		gather(g, level + 1, type->item, below);
}

static void gather_type(struct gathering *g, struct model_type *type)
{
	unsigned i;

	g->list = NULL;
	g->count = 0;
	g->size = 0;
	for (i = 0; i < type->member_count; i++) {
		if (type->members[i].conditional)
			continue; /* so is its limit */
		g->index = i;
		gather(g, 0, type->members[i].type, type->members[i].node);
	}
	/* With a discriminator the variants are objects. */
	for (i = 0; i < type->variant_count && type->discriminator == NULL; i++) {
		g->index = i;
		gather(g, 0, type->variants[i].type, type->variants[i].node);
	}
	type->limits = g->list;
	type->limit_count = g->count;
}

void model_limits(struct model *model)
{
	unsigned i;
	struct model_type *type;

	for (i = 0; i < model->group_count; i++) {
		struct model_group *group = &model->groups[i];
		struct gathering g = {
			.model = model,
			.group = group,
			.patterns_end = &group->patterns,
		};

		for (type = group->types; type != NULL; type = type->next_ordered)
			gather_type(&g, type);
		table_clear(&g.patterns);
	}
}

#include "schema.h"

#include <string.h>

/* Keywords that say something of a value's C type. */
static bool is_substantive(const struct tree_node *node)
{
	static const char *const words[] = { "$ref", "type", "properties", "items", "enum", "const",
		"allOf", "anyOf", "oneOf", "additionalProperties", "patternProperties", "required",
		"prefixItems", "format" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (tree_get(node, words[i]) != NULL)
			return true;
	}
	return false;
}

static bool is_null_schema(const struct tree_node *node)
{
	const char *type = tree_text(node, "type");
	const struct tree_node *values = tree_get(node, "enum");

	if (type != NULL && strcmp(type, "null") == 0)
		return true;
	/* how generators of 3.0 say it, which has no null type: {nullable: true} beside a $ref */
	if (node->count == 1 && tree_true(node, "nullable"))
		return true;
	if (tree_is(tree_get(node, "const"), TREE_NULL))
		return true;
	return tree_is(values, TREE_LIST) && values->count == 1 &&
		tree_is(values->first, TREE_NULL);
}

/* The keywords that stand beside a $ref or a lone branch and still count. */
static void note_siblings(struct schema *schema, const struct tree_node *node)
{
	const char *description = tree_text(node, "description");

	if (schema->description == NULL && description != NULL && description[0] != '\0')
		schema->description = description;
	schema->nullable |= tree_true(node, "nullable");
	schema->deprecated |= tree_true(node, "deprecated");
}

static bool brings_members(struct openapi *openapi, struct tree_node *node, unsigned depth);

static bool some_bring_members(
	struct openapi *openapi, const struct tree_node *list, unsigned depth)
{
	struct tree_node *child;

	for (child = list ? list->first : NULL; child != NULL; child = child->next) {
		if (brings_members(openapi, child, depth + 1))
			return true;
	}
	return false;
}

/* Whether what a schema asks for under a condition brings members. */
static bool has_conditions(struct openapi *openapi, const struct tree_node *node, unsigned depth)
{
	struct tree_node *then = tree_get(node, "then");
	struct tree_node *otherwise = tree_get(node, "else");
	const struct tree_node *dependent = tree_get(node, "dependentSchemas");

	if (tree_get(node, "if") != NULL &&
		(brings_members(openapi, then, depth + 1) ||
			brings_members(openapi, otherwise, depth + 1)))
		return true;
	return tree_is(dependent, TREE_MAP) && some_bring_members(openapi, dependent, depth);
}

static bool brings_members(struct openapi *openapi, struct tree_node *node, unsigned depth)
{
	static const char *const words[] = { "allOf", "oneOf", "anyOf" };
	const struct tree_node *target;
	size_t i;

	if (!tree_is(node, TREE_MAP) || depth > SCHEMA_MAX_UNWRAP)
		return false;
	target = reference_resolve(openapi->reference, node, NULL);
	if (tree_is(tree_get(target, "properties"), TREE_MAP) &&
		tree_get(target, "properties")->count > 0)
		return true;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (tree_is(tree_get(target, words[i]), TREE_LIST) &&
			some_bring_members(openapi, tree_get(target, words[i]), depth))
			return true;
	}
	return has_conditions(openapi, target, depth);
}

/* Whether a branch brings members, itself or by what it refers to. */
static bool is_object(struct openapi *openapi, struct tree_node *node, unsigned depth)
{
	struct tree_node *target = reference_resolve(openapi->reference, node, NULL);
	const struct tree_node *list;
	struct tree_node *child;
	const char *type = tree_text(target, "type");
	size_t i;
	static const char *const words[] = { "allOf", "oneOf", "anyOf" };

	if (target == NULL || depth > SCHEMA_MAX_UNWRAP)
		return false;
	if (tree_get(target, "properties") != NULL ||
		tree_get(target, "additionalProperties") != NULL ||
		(type != NULL && strcmp(type, "object") == 0))
		return true;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		list = tree_get(target, words[i]);
		for (child = tree_is(list, TREE_LIST) ? list->first : NULL; child != NULL;
			child = child->next) {
			if (is_object(openapi, child, depth + 1))
				return true;
		}
	}
	return (type == NULL && tree_get(target, "required") != NULL) ||
		has_conditions(openapi, target, depth);
}

/* The only substantive branch of allOf, when the schema itself adds no members; else NULL. */
static struct tree_node *lone_branch(
	struct schema *schema, struct openapi *openapi, const struct tree_node *node)
{
	const struct tree_node *list = tree_get(node, "allOf");
	struct tree_node *child;
	struct tree_node *lone = NULL;

	if (!tree_is(list, TREE_LIST) || tree_get(node, "properties") != NULL ||
		tree_get(node, "anyOf") != NULL || tree_get(node, "oneOf") != NULL)
		return NULL;
	for (child = list->first; child != NULL; child = child->next) {
		if (!is_substantive(child) && !has_conditions(openapi, child, 0))
			continue;
		/* branches without members narrow one another: the one that lists values says most */
		if (lone != NULL && (is_object(openapi, lone, 0) || is_object(openapi, child, 0)))
			return NULL;
		if (lone == NULL || tree_get(child, "enum") != NULL ||
			tree_get(child, "const") != NULL)
			lone = child;
	}
	for (child = list->first; child != NULL && lone != NULL; child = child->next) {
		if (child != lone)
			note_siblings(schema, child);
	}
	return lone;
}

static void read_branches(struct schema *schema, struct arena *arena, const struct tree_node *list)
{
	struct tree_node *child;

	schema->branch_count = 0;
	schema->branches = arena_alloc(arena, list->count * sizeof(struct tree_node *));
	for (child = list->first; child != NULL; child = child->next) {
		if (is_null_schema(child))
			schema->nullable = true;
		else
			schema->branches[schema->branch_count++] = child;
	}
}

/* anyOf or oneOf whose branches only say which members must be there together. */
static bool only_requires(const struct tree_node *list)
{
	const struct tree_node *child;

	for (child = list->first; child != NULL; child = child->next) {
		const struct tree_node *word;

		if (child->kind == TREE_LIST) /* no schema at all */
			return false;
		for (word = child->first; word != NULL; word = word->next) {
			if (strcmp(word->key, "required") != 0 && strcmp(word->key, "not") != 0)
				return false;
		}
	}
	return true;
}

const struct tree_node *schema_branches(const struct tree_node *node)
{
	const struct tree_node *list = tree_get(node, "oneOf");

	if (!tree_is(list, TREE_LIST) || list->count == 0)
		list = tree_get(node, "anyOf");
	if (!tree_is(list, TREE_LIST) || list->count == 0 || only_requires(list))
		return NULL;
	return list;
}

static enum schema_shape object_shape(const struct tree_node *node)
{
	const struct tree_node *properties = tree_get(node, "properties");
	const struct tree_node *rest = tree_get(node, "additionalProperties");
	const struct tree_node *patterns = tree_get(node, "patternProperties");

	if (tree_is(tree_get(node, "allOf"), TREE_LIST))
		return SCHEMA_OBJECT;
	if (properties != NULL && properties->count > 0)
		return SCHEMA_OBJECT;
	if (tree_is(rest, TREE_MAP) && rest->count > 0)
		return SCHEMA_MAP;
	if (tree_is(patterns, TREE_MAP) && patterns->count == 1)
		return SCHEMA_MAP;
	if (tree_is(rest, TREE_BOOL) && !tree_true(node, "additionalProperties"))
		return SCHEMA_OBJECT;
	return SCHEMA_ANY;
}

static enum schema_shape shape_of_type(const char *type, const struct tree_node *node)
{
	if (strcmp(type, "string") == 0)
		return SCHEMA_STRING;
	if (strcmp(type, "integer") == 0)
		return SCHEMA_INTEGER;
	if (strcmp(type, "number") == 0)
		return SCHEMA_NUMBER;
	if (strcmp(type, "boolean") == 0)
		return SCHEMA_BOOLEAN;
	if (strcmp(type, "array") == 0)
		return SCHEMA_ARRAY;
	if (strcmp(type, "object") == 0)
		return object_shape(node);
	return SCHEMA_ANY;
}

/* enum or const with at least one value that is not null. */
static bool has_values(struct schema *schema, const struct tree_node *node)
{
	const struct tree_node *values = tree_get(node, "enum");
	const struct tree_node *value;
	bool any = false;

	if (tree_get(node, "const") != NULL)
		return !tree_is(tree_get(node, "const"), TREE_MAP) &&
			!tree_is(tree_get(node, "const"), TREE_LIST);
	if (!tree_is(values, TREE_LIST))
		return false;
	for (value = values->first; value != NULL; value = value->next) {
		if (value->kind == TREE_NULL)
			schema->nullable = true;
		else if (value->kind == TREE_MAP || value->kind == TREE_LIST)
			return false;
		else
			any = true;
	}
	return any;
}

/* type: [..]: null noted, one left is that type, more are a union of bare types. */
static enum schema_shape shape_of_list(
	struct schema *schema, const struct tree_node *types, const struct tree_node *node)
{
	const struct tree_node *type;
	const char *only = NULL;
	unsigned count = 0;

	for (type = types->first; type != NULL; type = type->next) {
		if (type->text != NULL && type->kind == TREE_STRING &&
			strcmp(type->text, "null") != 0) {
			only = type->text;
			count++;
		} else {
			schema->nullable = true;
		}
	}
	if (count > 1)
		return SCHEMA_KINDS;
	return count == 1 ? shape_of_type(only, node) : SCHEMA_ANY;
}

static enum schema_shape shape_of(struct schema *schema, const struct tree_node *node)
{
	const struct tree_node *type = tree_get(node, "type");
	enum schema_shape shape = SCHEMA_ANY;

	if (!tree_is(node, TREE_MAP))
		return SCHEMA_ANY;
	if (tree_is(type, TREE_STRING))
		shape = shape_of_type(type->text, node);
	else if (tree_is(type, TREE_LIST))
		shape = shape_of_list(schema, type, node);
	else if (tree_get(node, "properties") != NULL ||
		tree_get(node, "additionalProperties") != NULL ||
		tree_get(node, "patternProperties") != NULL || tree_get(node, "allOf") != NULL)
		shape = object_shape(node);
	else if (tree_get(node, "items") != NULL || tree_get(node, "prefixItems") != NULL)
		shape = SCHEMA_ARRAY;
	/* values say more than types do */
	if (shape != SCHEMA_OBJECT && shape != SCHEMA_ARRAY && shape != SCHEMA_MAP &&
		has_values(schema, node))
		shape = SCHEMA_ENUM;
	return shape;
}

/* Whether a schema without a shape may be an object. */
static bool is_open(const struct tree_node *node)
{
	const struct tree_node *type = tree_get(node, "type");

	return type == NULL || type->kind == TREE_LIST ||
		(type->kind == TREE_STRING && strcmp(type->text, "object") == 0);
}

/* type: [string, array] with items: a union of {type: string} and {type: array, items}. */
static void split_kinds(struct schema *schema, struct arena *arena, const struct tree_node *node)
{
	const struct tree_node *types = tree_get(node, "type");
	const struct tree_node *type;

	schema->shape = SCHEMA_UNION;
	schema->branches = arena_alloc(arena, types->count * sizeof(struct tree_node *));
	for (type = types->first; type != NULL; type = type->next) {
		struct tree_node *branch;
		const struct tree_node *word;

		if (type->text == NULL || type->kind != TREE_STRING ||
			strcmp(type->text, "null") == 0)
			continue;
		branch = tree_new(arena, TREE_MAP);
		branch->file = node->file;
		branch->line = node->line;
		branch->column = node->column;
		tree_set(arena, branch, "type", type->text);
		for (word = node->first; word != NULL; word = word->next) {
			bool scalar = strcmp(type->text, "array") != 0 &&
				strcmp(type->text, "object") != 0;
			struct tree_node *copy;

			if (strcmp(word->key, "type") == 0 ||
				strcmp(word->key, "description") == 0 ||
				(strcmp(word->key, "enum") == 0 && !scalar))
				continue;
			copy = tree_new(arena, TREE_NULL);
			*copy = *word;
			copy->next = NULL;
			tree_set_node(branch, word->key, copy);
		}
		schema->branches[schema->branch_count++] = branch;
	}
}

bool schema_read(struct schema *schema, struct openapi *openapi, const struct tree_node *start)
{
	struct tree_node *node;
	const struct tree_node *list;
	unsigned steps;

	schema->name = NULL;
	schema->description = NULL;
	schema->nullable = false;
	schema->deprecated = false;
	schema->branch_count = 0;
	schema->discriminator = NULL;
	schema->shape = SCHEMA_ANY;
	/* The tree is read only; nodes are handed on as the reference stage has them. */
	memcpy(&node, &start, sizeof(node));
	for (steps = 0; steps < SCHEMA_MAX_UNWRAP; steps++) {
		struct tree_node *branch;

		schema->node = node;
		note_siblings(schema, node);
		if (tree_is(tree_get(node, "$ref"), TREE_STRING)) {
			const char *name = NULL;

			node = reference_step(openapi->reference, node, &name);
			if (node == NULL)
				return false;
			schema->name = name;
			continue;
		}
		branch = lone_branch(schema, openapi, node);
		if (branch != NULL) {
			node = branch;
			continue;
		}
		list = tree_get(node, "properties") == NULL ? schema_branches(node) : NULL;
		if (list != NULL) {
			read_branches(schema, &openapi->arena, list);
			schema->discriminator = tree_get(node, "discriminator");
			if (schema->branch_count == 1) {
				memcpy(&node, &schema->branches[0], sizeof(node));
				continue;
			}
			schema->shape = schema->branch_count > 0 ? SCHEMA_UNION : SCHEMA_ANY;
			return true;
		}
		schema->shape = shape_of(schema, node);
		if (schema->shape == SCHEMA_ANY && is_open(node) &&
			has_conditions(openapi, node, 0))
			schema->shape = SCHEMA_OBJECT;
		if (schema->shape == SCHEMA_KINDS)
			split_kinds(schema, &openapi->arena, node);
		return true;
	}
	diag_error(openapi->diag, start, "schemas stand for one another in a circle");
	return false;
}

const struct tree_node *schema_constant(struct openapi *openapi, const struct tree_node *node)
{
	struct tree_node *target;
	const struct tree_node *values;

	memcpy(&target, &node, sizeof(target));
	target = reference_resolve(openapi->reference, target, NULL);
	if (target == NULL)
		return NULL;
	if (tree_get(target, "const") != NULL)
		return tree_get(target, "const");
	values = tree_get(target, "enum");
	return tree_is(values, TREE_LIST) && values->count == 1 ? values->first : NULL;
}

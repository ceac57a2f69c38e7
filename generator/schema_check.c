/*
 * What a schema says of a value's shape that its C type does not: each is said where it stands.
 * Limits on values (pattern, minimum, contains, not beside a type, ...) change no type and are left
 * to the server.
 */
#include "schema.h"

#include <string.h>

static void warn(struct openapi *openapi, const struct tree_node *node, const char *word,
	const char *message)
{
	const struct tree_node *at = tree_get(node, word);

	if (at != NULL)
		diag_at(openapi->diag, DIAG_WARNING, at, true, "'%s': %s", word, message);
}

/* Whether a member holds a schema that says something. */
static bool has_schema(const struct tree_node *node, const char *word)
{
	const struct tree_node *schema = tree_get(node, word);

	return tree_is(schema, TREE_MAP) && schema->count > 0;
}

static void check_conditions(
	struct openapi *openapi, enum schema_shape shape, const struct tree_node *node)
{
	static const char *const words[] = { "then", "else", "dependentSchemas" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (!has_schema(node, words[i]) || (i < 2 && tree_get(node, "if") == NULL))
			continue;
		warn(openapi, node, words[i],
			shape == SCHEMA_OBJECT
				? "the condition is not checked; members that it adds are optional"
				: "the condition is not checked; what it adds has no type in C");
	}
	warn(openapi, node, "$dynamicRef", "not followed; any JSON");
	warn(openapi, node, "$recursiveRef", "not followed; any JSON");
}

static void check_members(struct openapi *openapi, const struct tree_node *node)
{
	static const char *const rest[] = { "additionalProperties", "unevaluatedProperties",
		"patternProperties" };
	size_t i;

	for (i = 0; i < sizeof(rest) / sizeof(rest[0]); i++) {
		if (has_schema(node, rest[i]))
			warn(openapi, node, rest[i],
				"beside members: such members have no type in C and are kept in oac_more");
	}
}

static void check_map(struct openapi *openapi, const struct tree_node *node)
{
	if (has_schema(node, "additionalProperties") && has_schema(node, "patternProperties"))
		warn(openapi, node, "patternProperties",
			"beside additionalProperties: all values have the type of that");
}

static void check_array(struct openapi *openapi, const struct tree_node *node)
{
	if (tree_get(node, "prefixItems") != NULL)
		warn(openapi, node, "prefixItems", "a tuple; each of its items is JSON");
	else if (tree_is(tree_get(node, "items"), TREE_LIST))
		warn(openapi, node, "items", "a tuple; each of its items is JSON");
	else if (has_schema(node, "unevaluatedItems"))
		warn(openapi, node, "unevaluatedItems", "the items are JSON");
}

static bool is_known_type(const char *type)
{
	static const char *const types[] = { "string", "integer", "number", "boolean", "array",
		"object", "null" };
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		if (strcmp(type, types[i]) == 0)
			return true;
	}
	return false;
}

static void check_any(struct openapi *openapi, const struct tree_node *node)
{
	const char *type = tree_text(node, "type");

	if (type != NULL && !is_known_type(type))
		diag_warning(openapi->diag, tree_get(node, "type"),
			"there is no type '%s': any JSON", type);
	/* A generic schema says so that its anchor stands for something else. */
	if (type == NULL && tree_get(node, "$dynamicAnchor") == NULL)
		warn(openapi, node, "not", "says only what the value is not: any JSON");
	if (has_schema(node, "patternProperties"))
		warn(openapi, node, "patternProperties", "several patterns; the object is JSON");
	if (has_schema(node, "unevaluatedProperties"))
		warn(openapi, node, "unevaluatedProperties", "the object is JSON");
}

/* Values that no enumerator can stand for. */
static void check_values(struct openapi *openapi, const struct tree_node *node)
{
	const struct tree_node *values = tree_get(node, "enum");
	const struct tree_node *value;

	if (tree_is(tree_get(node, "const"), TREE_MAP) ||
		tree_is(tree_get(node, "const"), TREE_LIST))
		warn(openapi, node, "const",
			"an object or list; the value is not written by the library");
	for (value = tree_is(values, TREE_LIST) ? values->first : NULL; value != NULL;
		value = value->next) {
		if (value->kind == TREE_MAP || value->kind == TREE_LIST) {
			diag_warning(openapi->diag, value,
				"an enum with an object or list: its values are not listed in C");
			return;
		}
	}
}

void schema_check(struct openapi *openapi, enum schema_shape shape, const struct tree_node *node)
{
	if (!tree_is(node, TREE_MAP))
		return;
	check_conditions(openapi, shape, node);
	check_values(openapi, node);
	switch (shape) {
	case SCHEMA_OBJECT:
		check_members(openapi, node);
		break;
	case SCHEMA_MAP:
		check_map(openapi, node);
		break;
	case SCHEMA_ARRAY:
		check_array(openapi, node);
		break;
	case SCHEMA_ANY:
		check_any(openapi, node);
		break;
	default:
		break;
	}
}

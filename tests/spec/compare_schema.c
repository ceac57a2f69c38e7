/*
 * compare_schema.c: schemas fact by fact, each named one once.
 */
#include "compare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum {
	MAX_LAYERS = 16,
	MAX_BRANCHES = 64,
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static const char *const COMBINERS[] = { "allOf", "anyOf", "oneOf" };
static const char *const PLAIN_FACTS[] = { "default", "format", "minimum", "maximum",
	"exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
	"minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "discriminator",
	"deprecated", "readOnly", "writeOnly" };

/*
 * A schema without its wrapping: $ref, "this or null", 3.0's {nullable: true}.
 * Each wrapper stays as a layer, since facts can stand beside a $ref.
 */
struct schema {
	struct tree_node *layers[MAX_LAYERS]; /* outermost first */
	size_t depth;
	const char *name; /* of the component, NULL for one written in place */
	bool nullable;
};

static bool is_null_branch(const struct tree_node *branch)
{
	const struct tree_node *type = tree_get(branch, "type");

	return type ? means_null(type) : branch->count == 1 && tree_true(branch, "nullable");
}

static bool has_null(const struct tree_node *list)
{
	const struct tree_node *item;

	for (item = tree_is(list, TREE_LIST) ? list->first : NULL; item; item = item->next) {
		if (means_null(item) || (tree_is(item, TREE_MAP) && is_null_branch(item)))
			return true;
	}
	return false;
}

static bool says_null(const struct tree_node *node)
{
	size_t i;

	for (i = 0; i < LENGTH(COMBINERS); i++) {
		if (has_null(tree_get(node, COMBINERS[i])))
			return true;
	}
	return tree_true(node, "nullable") || has_null(tree_get(node, "type")) ||
	       has_null(tree_get(node, "enum"));
}

/* The one branch that is left of a combiner without null, or NULL when there are more. */
static struct tree_node *sole_branch(const struct tree_node *node)
{
	struct tree_node *branch, *sole, *list;
	size_t count, i;

	for (i = 0; i < LENGTH(COMBINERS); i++) {
		list = tree_get(node, COMBINERS[i]);
		count = 0;
		sole = NULL;
		for (branch = list ? list->first : NULL; branch; branch = branch->next) {
			if (is_null_branch(branch))
				continue;
			sole = branch;
			count++;
		}
		if (count == 1)
			return sole;
	}
	return NULL;
}

static void open_schema(struct document *document, struct tree_node *node, struct schema *schema)
{
	const char *name;

	memset(schema, 0, sizeof(*schema));
	while (node) {
		assert_in_range(schema->depth, 0, MAX_LAYERS - 1);
		schema->layers[schema->depth++] = node;
		schema->nullable = schema->nullable || says_null(node);
		if (tree_get(node, "$ref")) {
			node = reference_step(&document->reference, node, &name);
			assert_non_null(node);
			schema->name = name;
		} else {
			node = sole_branch(node);
		}
	}
	assert_true(schema->depth > 0);
}

static struct tree_node *get_fact(const struct schema *schema, const char *key)
{
	struct tree_node *fact = NULL;
	size_t i;

	for (i = 0; i < schema->depth && !fact; i++)
		fact = tree_get(schema->layers[i], key);
	return fact;
}

/* Without a type, members make an object: the vendor writes two of its pages so. */
static const char *type_text(struct comparison *c, const struct schema *schema)
{
	const struct tree_node *type = get_fact(schema, "type");
	const struct tree_node *item, *only = NULL;
	size_t count = 0;

	for (item = tree_is(type, TREE_LIST) ? type->first : NULL; item; item = item->next) {
		if (means_null(item))
			continue;
		only = item;
		count++;
	}
	if (!type && get_fact(schema, "properties"))
		return "object";
	return value_text(c, count == 1 ? only : type);
}

/* The values in order, since it numbers C enumerators. A constant is a list of one. */
static const char *enum_text(struct comparison *c, const struct schema *schema)
{
	const struct tree_node *constant = get_fact(schema, "const");

	if (constant)
		return arena_format(&c->arena, "[%s]", value_text(c, constant));
	return value_text(c, get_fact(schema, "enum"));
}

/*
 * The branches but null. A union inside a union of the same kind counts as its
 * branches: the same documents are valid, and we write the stream's flat.
 */
static size_t list_branches(struct document *document, struct tree_node *node, const char *combiner,
	struct tree_node **branches, size_t count)
{
	struct tree_node *list = tree_get(node, combiner);
	struct tree_node *branch, *core;
	struct schema inner;

	for (branch = list ? list->first : NULL; branch; branch = branch->next) {
		if (is_null_branch(branch))
			continue;
		open_schema(document, branch, &inner);
		core = inner.layers[inner.depth - 1];
		if (tree_get(core, combiner) && !inner.nullable && !tree_get(core, "properties")) {
			count = list_branches(document, core, combiner, branches, count);
			continue;
		}
		assert_in_range(count, 0, MAX_BRANCHES - 1);
		branches[count++] = branch;
	}
	return count;
}

static bool lists_text(const struct tree_node *list, const char *text)
{
	const struct tree_node *item;

	for (item = list ? list->first : NULL; item; item = item->next) {
		if (tree_is(item, TREE_STRING) && strcmp(item->text, text) == 0)
			return true;
	}
	return false;
}

static void compare_branches(struct comparison *c, const char *place, const struct schema *ours,
	const struct schema *vendors)
{
	struct tree_node *a[MAX_BRANCHES], *b[MAX_BRANCHES];
	struct tree_node *our_core = ours->layers[ours->depth - 1];
	struct tree_node *vendors_core = vendors->layers[vendors->depth - 1];
	size_t a_count, b_count, i, k;

	for (k = 0; k < LENGTH(COMBINERS); k++) {
		a_count = list_branches(c->ours, our_core, COMBINERS[k], a, 0);
		b_count = list_branches(c->vendors, vendors_core, COMBINERS[k], b, 0);
		if (a_count != b_count)
			differ(c, place, COMBINERS[k], arena_format(&c->arena, "has %zu", a_count),
				arena_format(&c->arena, "has %zu", b_count));
		for (i = 0; i < a_count && i < b_count; i++)
			compare_schema(c, arena_format(&c->arena, "%s|%zu", place, i), a[i], b[i]);
	}
}

static void compare_members(struct comparison *c, const char *place, const struct schema *ours,
	const struct schema *vendors)
{
	struct tree_node *a = get_fact(ours, "properties"), *b = get_fact(vendors, "properties");
	struct tree_node *member;
	const char *where;

	for (member = a ? a->first : NULL; member; member = member->next) {
		where = arena_format(&c->arena, "%s.%s", place, member->key);
		if (tree_get(b, member->key))
			compare_schema(c, where, member, tree_get(b, member->key));
		else
			differ(c, where, NULL, "has it", "has not");
	}
	for (member = b ? b->first : NULL; member; member = member->next) {
		where = arena_format(&c->arena, "%s.%s", place, member->key);
		if (!tree_get(a, member->key))
			differ(c, where, NULL, "has it not", "has");
	}
}

static void compare_required(struct comparison *c, const char *place, const struct schema *ours,
	const struct schema *vendors)
{
	struct tree_node *a = get_fact(ours, "required"), *b = get_fact(vendors, "required");
	const struct tree_node *name;
	const char *where;

	for (name = a ? a->first : NULL; name; name = name->next) {
		where = arena_format(&c->arena, "%s.%s", place, name->text);
		compare_flag(c, where, "required", true, lists_text(b, name->text));
	}
	for (name = b ? b->first : NULL; name; name = name->next) {
		where = arena_format(&c->arena, "%s.%s", place, name->text);
		compare_flag(c, where, "required", lists_text(a, name->text), true);
	}
}

static void compare_children(struct comparison *c, const char *place, const struct schema *ours,
	const struct schema *vendors)
{
	struct tree_node *a = get_fact(ours, "items"), *b = get_fact(vendors, "items");

	if (a && b)
		compare_schema(c, arena_format(&c->arena, "%s[]", place), a, b);
	else
		compare_value(c, place, "items", a, b);

	a = get_fact(ours, "additionalProperties");
	b = get_fact(vendors, "additionalProperties");
	if (tree_is(a, TREE_MAP) && tree_is(b, TREE_MAP))
		compare_schema(c, arena_format(&c->arena, "%s{}", place), a, b);
	else
		compare_value(c, place, "additionalProperties", a, b);
}

/* False: this pair of names was compared before. */
static bool begin_pair(struct comparison *c, const char *ours, const char *vendors)
{
	const char *pair = arena_format(&c->arena, "%s %s", ours, vendors ? vendors : "");

	if (tree_get(c->pairs, pair))
		return false;
	tree_set(&c->arena, c->pairs, pair, ours);
	if (!tree_get(c->reached, ours))
		tree_set(&c->arena, c->reached, ours, pair);
	return true;
}

void compare_schema(struct comparison *c, const char *place, struct tree_node *our_node,
	struct tree_node *vendors_node)
{
	struct schema ours, vendors;
	size_t i;

	open_schema(c->ours, our_node, &ours);
	open_schema(c->vendors, vendors_node, &vendors);
	compare_flag(c, place, "nullable", ours.nullable, vendors.nullable);
	if (ours.name)
		place = ours.name;
	compare_text(c, place, "name", ours.name, vendors.name);
	if (ours.name && !begin_pair(c, ours.name, vendors.name))
		return;

	compare_text(c, place, "type", type_text(c, &ours), type_text(c, &vendors));
	compare_text(c, place, "enum", enum_text(c, &ours), enum_text(c, &vendors));
	for (i = 0; i < LENGTH(PLAIN_FACTS); i++)
		compare_value(c, place, PLAIN_FACTS[i], get_fact(&ours, PLAIN_FACTS[i]),
			get_fact(&vendors, PLAIN_FACTS[i]));
	compare_required(c, place, &ours, &vendors);
	compare_members(c, place, &ours, &vendors);
	compare_children(c, place, &ours, &vendors);
	compare_branches(c, place, &ours, &vendors);
}

void compare_named(struct comparison *c, const char *name)
{
	struct tree_node *ours = document_component(c->ours, "schemas", name);
	struct tree_node *vendors = document_component(c->vendors, "schemas", name);

	if (!ours || !vendors)
		compare_flag(c, name, "exists", ours, vendors);
	else if (begin_pair(c, name, name))
		compare_schema(c, name, ours, vendors);
}

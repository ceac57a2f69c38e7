/* Schemas to C types. */
#include "model.h"

#include "names.h"

#include <stdlib.h>
#include <string.h>

enum {
	MAX_DEPTH = 200,
};

static struct model_type *builtin(
	struct model *model, enum type_kind kind, const char *name, struct model_type *item)
{
	struct model_type *type = arena_alloc(model->arena, sizeof(*type));

	type->kind = kind;
	type->name = name;
	type->item = item;
	type->builtin = true;
	return type;
}

static const char *bare_name(const struct model *model, const struct model_type *type)
{
	return type->name + strlen(model->config->prefix) + 1;
}

struct model_type *model_list(struct model *model, struct model_type *item)
{
	static const char *const names[] = { "oac_string_list", "oac_bool_list", "oac_int64_list",
		"oac_uint64_list", "oac_double_list", "oac_json_list" };

	if (item->list != NULL)
		return item->list;
	if (item->kind <= TYPE_JSON)
		item->list = builtin(model, TYPE_LIST, names[item->kind], item);
	else if (item->kind == TYPE_FILE)
		item->list = builtin(model, TYPE_LIST, "oac_file_list", item);
	else if (item->builtin)
		item->list = model_new(model, TYPE_LIST, NULL,
			arena_format(model->arena, "%s_list", item->name + 4), item->node);
	else
		item->list = model_new(model, TYPE_LIST, NULL,
			arena_format(model->arena, "%s_list", bare_name(model, item)), item->node);
	item->list->item = item;
	return item->list;
}

struct model_type *model_map(struct model *model, struct model_type *item)
{
	static const char *const scalars[] = { NULL, "bool", "int64", "uint64", "double" };

	if (item->map != NULL)
		return item->map;
	if (item->kind == TYPE_STRING || item->kind == TYPE_JSON)
		item->map = builtin(model, TYPE_MAP,
			item->kind == TYPE_STRING ? "oac_string_map" : "oac_json_map", item);
	else if (item->kind <= TYPE_DOUBLE)
		item->map = model_new(model, TYPE_MAP, NULL,
			arena_format(model->arena, "%s_map", scalars[item->kind]), item->node);
	else
		item->map = model_new(model, TYPE_MAP, NULL,
			arena_format(model->arena, "%s_map",
				item->builtin ? item->name + 4 : bare_name(model, item)),
			item->node);
	item->map->item = item;
	return item->map;
}

/* ---- objects ---- */

static bool read_members(struct model *model, struct model_type *type, const struct schema *schema)
{
	const char *bare = bare_name(model, type);
	struct schema_members members;
	struct table used = TABLE_EMPTY;
	bool ok = schema_members(&members, model->openapi, schema->node);
	unsigned i;

	type->members = arena_alloc(model->arena, (members.count + 1) * sizeof(*type->members));
	type->closed = members.closed;
	for (i = 0; ok && i < members.count; i++) {
		const struct schema_member *source = &members.list[i];
		struct model_member *member = &type->members[type->member_count];
		const char *snake = names_snake(model->arena, source->name, false);
		struct model_use use;

		if (tree_is(source->node, TREE_BOOL) && !tree_true(schema->node, source->name) &&
			strcmp(source->node->text, "false") == 0)
			continue; /* the schema false: the member cannot be there */
		ok = model_use(model, &use, source->node,
			arena_join(model->arena, type->place, ".", source->name, NULL),
			arena_join(model->arena, bare, "_", snake, NULL), source->required);
		if (!ok)
			break;
		member->wire = source->name;
		member->type = use.type;
		member->node = source->node;
		member->description = use.description;
		member->from = source->from;
		member->conditional = source->conditional;
		member->required = source->required;
		member->nullable = use.nullable;
		member->deprecated = use.deprecated;
		if (use.type->kind != TYPE_CONST)
			member->name =
				model_unique(model, &used, names_member(model->arena, source->name),
					source->name, source->node);
		type->member_count++;
	}
	free(members.list);
	table_clear(&used);
	return ok;
}

/* ---- any schema ---- */

/* Two places that the configuration gives one name must mean the same type. */
static bool same_schema(const struct tree_node *a, const struct tree_node *b)
{
	static const char *const words[] = { "$ref", "type", "properties", "items", "enum", "const",
		"allOf", "anyOf", "oneOf", "additionalProperties", "required", "discriminator" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const struct tree_node *x = tree_get(a, words[i]);
		const struct tree_node *y = tree_get(b, words[i]);

		if ((x == NULL) != (y == NULL))
			return false;
		if (x == NULL || tree_equal(x, y))
			continue;
		/* descriptions may differ: compare what is below by the same rule */
		if (strcmp(words[i], "properties") == 0) {
			const struct tree_node *child;

			if (x->count != y->count)
				return false;
			for (child = x->first; child != NULL; child = child->next) {
				const struct tree_node *twin = tree_get(y, child->key);

				if (twin == NULL || !same_schema(child, twin))
					return false;
			}
		} else if (strcmp(words[i], "items") == 0) {
			if (!same_schema(x, y))
				return false;
		} else {
			return false;
		}
	}
	return true;
}

static struct model_type *scalar(struct model *model, enum type_kind kind)
{
	model->scalars[kind].kind = kind;
	return &model->scalars[kind];
}

/* An item that may be null needs a place to say so. */
static void keep_null(struct model *model, struct model_use *use, const struct tree_node *items)
{
	if (!use->nullable ||
		(use->type->kind != TYPE_BOOL && use->type->kind != TYPE_INT64 &&
			use->type->kind != TYPE_UINT64 && use->type->kind != TYPE_DOUBLE))
		return;
	use->type = scalar(model, TYPE_JSON);
	diag_warning(model->diag, items, "an item may be null, so each is JSON");
}

static bool make_list(struct model *model, const struct schema *schema, const char *place,
	const char *name, struct model_type **out)
{
	const struct tree_node *items = tree_get(schema->node, "items");
	struct model_use use;

	/* a tuple's places differ: each item is JSON */
	if (!tree_is(items, TREE_MAP) || tree_get(schema->node, "prefixItems") != NULL) {
		*out = model_list(model, scalar(model, TYPE_JSON));
		return true;
	}
	if (!model_use(model, &use, items, arena_join(model->arena, place, "[]", NULL),
		    arena_join(model->arena, name, "_item", NULL), false))
		return false;
	keep_null(model, &use, items);
	*out = model_list(model, use.type);
	return true;
}

static bool make_map(struct model *model, const struct schema *schema, const char *place,
	const char *name, struct model_type **out)
{
	const struct tree_node *values = tree_get(schema->node, "additionalProperties");
	struct model_use use;

	if (!tree_is(values, TREE_MAP))
		values = tree_get(schema->node, "patternProperties")->first;

	if (!model_use(model, &use, values, arena_format(model->arena, "%s{}", place),
		    arena_format(model->arena, "%s_value", name), false))
		return false;
	keep_null(model, &use, values);
	*out = use.type->kind == TYPE_JSON ? scalar(model, TYPE_JSON) : model_map(model, use.type);
	return true;
}

static bool make_object(struct model *model, const struct schema *schema, const char *place,
	const char *name, struct model_type **out)
{
	struct model_type *type = model_new(model, TYPE_OBJECT, place, name, schema->node);

	/* known before its members are, for those that lead back to it */
	pointer_table_set(&model->by_node, schema->node, type);
	type->node = schema->node;
	*out = type;
	return read_members(model, type, schema);
}

static bool make_union(struct model *model, const struct schema *schema, const char *place,
	const char *name, struct model_type **out)
{
	struct model_type *type = NULL;

	if (!model_simple_union(model, schema, &type))
		return false;
	if (type != NULL) {
		*out = type;
		return true;
	}
	type = model_new(model, TYPE_UNION, place, name, schema->node);
	pointer_table_set(&model->by_node, schema->node, type);
	type->node = schema->node;
	*out = type;
	return model_union(model, type, schema, name);
}

static bool make_type(struct model *model, const struct schema *schema, const char *place,
	const char *name, struct model_type **out)
{
	switch (schema->shape) {
	case SCHEMA_STRING:
		*out = scalar(model, TYPE_STRING);
		return true;
	case SCHEMA_INTEGER:
		*out = scalar(model, model_integer(model, schema->node));
		return true;
	case SCHEMA_NUMBER:
		*out = scalar(model, TYPE_DOUBLE);
		return true;
	case SCHEMA_BOOLEAN:
		*out = scalar(model, TYPE_BOOL);
		return true;
	case SCHEMA_ENUM:
		return model_enum(model, schema, place, name, out);
	case SCHEMA_OBJECT:
		return make_object(model, schema, place, name, out);
	case SCHEMA_MAP:
		return make_map(model, schema, place, name, out);
	case SCHEMA_ARRAY:
		return make_list(model, schema, place, name, out);
	case SCHEMA_UNION:
		return make_union(model, schema, place, name, out);
	default:
		*out = scalar(model, TYPE_JSON);
		return true;
	}
}

/* schema was read from node. */
static bool use_schema(struct model *model, struct model_use *use, const struct schema *schema,
	const struct tree_node *node, const char *place, const char *name, bool constant)
{
	const char *configured;
	const void *key;
	struct model_type *type;
	bool ok;

	use->description = schema->description;
	use->nullable = schema->nullable;
	use->deprecated = schema->deprecated;
	if (constant && schema->shape == SCHEMA_ENUM && !schema->nullable &&
		schema_constant(model->openapi, schema->node) != NULL) {
		use->type = model_constant(model, schema->node);
		return true;
	}
	key = schema->node;
	use->type = pointer_table_get(&model->by_node, key);
	if (use->type != NULL)
		return true;
	if (schema->name != NULL) {
		place = schema->name;
		name = names_snake(model->arena, schema->name, false);
	}
	configured = config_type(model->config, place);
	if (configured != NULL) {
		name = names_snake(model->arena, configured, false);
		type = table_get(&model->by_config, name);
		if (type != NULL) {
			if (type->node != NULL && !same_schema(type->node, schema->node)) {
				diag_error(model->diag, schema->node,
					"the configuration calls this '%s', but that is the name of %s, which differs",
					name, type->place);
				return false;
			}
			use->type = type;
			pointer_table_set(&model->by_node, key, type);
			return true;
		}
	}
	if (model->depth >= MAX_DEPTH) {
		diag_error(model->diag, node, "schemas are nested more than %d deep", MAX_DEPTH);
		return false;
	}
	schema_check(model->openapi, schema->shape, schema->node);
	model->depth++;
	ok = make_type(model, schema, place, name, &type);
	model->depth--;
	if (!ok)
		return false;
	pointer_table_set(&model->by_node, key, type);
	if (type->name != NULL && !type->builtin && type->description == NULL &&
		type->kind != TYPE_LIST && type->kind != TYPE_MAP) {
		type->description = tree_text(schema->node, "description");
		if (type->description == NULL && schema->name != NULL)
			type->description = schema->description;
		type->node = schema->node;
	}
	if (configured != NULL && type->name != NULL)
		table_set(&model->by_config, name, type);
	use->type = type;
	return true;
}

bool model_use(struct model *model, struct model_use *use, const struct tree_node *node,
	const char *place, const char *name, bool constant)
{
	struct schema schema;

	memset(use, 0, sizeof(*use));
	return schema_read(&schema, model->openapi, node) &&
		use_schema(model, use, &schema, node, place, name, constant);
}

bool model_named(struct model *model, const struct openapi_schema *source)
{
	struct schema schema;
	struct model_use use;

	memset(&use, 0, sizeof(use));
	if (!schema_read(&schema, model->openapi, source->node))
		return false;
	if (schema.name == NULL)
		schema.name = source->name;
	return use_schema(model, &use, &schema, source->node, NULL, NULL, false);
}

/* Names of types, enumerators and functions in C: each once, and what had to make way is said. */
#include "model.h"

#include "names.h"

#include <string.h>

/* ---- any name ---- */

static void warn(
	struct model *model, const struct tree_node *node, const char *called, const char *made)
{
	if (node != NULL)
		diag_warning(model->diag, node,
			"the name of '%s' in C is that of another one; it is called '%s'", called,
			made);
}

const char *model_unique(struct model *model, struct table *used, const char *name,
	const char *called, const struct tree_node *node)
{
	const char *made = names_unique(model->arena, used, name);

	if (made != name)
		warn(model, node, called, made);
	return made;
}

const char *model_enumerator(
	struct model *model, const char *type_name, const char *value, const struct tree_node *node)
{
	char *name = arena_join(
		model->arena, type_name, "_", names_snake(model->arena, value, false), NULL);

	return model_unique(model, &model->enumerators, names_raise(name), value, node);
}

/* ---- functions ---- */

enum {
	OBJECT = 1 << TYPE_OBJECT,
	UNION = 1 << TYPE_UNION,
	STRUCTS = OBJECT | UNION | 1 << TYPE_LIST | 1 << TYPE_MAP,
	ENUM = 1 << TYPE_ENUM,
	ANY = STRUCTS | ENUM,
};

/* What types of some kinds have functions and tables called, beside their own name. */
static const struct {
	const char *text;
	unsigned kinds;
} endings[] = {
	{ "_from_json", ANY },
	{ "_to_json", ANY },
	{ "_from_cjson", ANY },
	{ "_to_cjson", ANY },
	{ "_copy", ANY },
	{ "_free", ANY },
	{ "_text", ANY },
	{ "_get", ANY },
	{ "_done", ANY },
	{ "_given", ANY },
	{ "_type", ANY },
	{ "_shape", STRUCTS },
	{ "_fields", OBJECT },
	{ "_variants", UNION },
	{ "_limits", OBJECT | UNION },
	{ "_values", ENUM },
};

static void block_types(struct model *model, const char *function)
{
	size_t len = strlen(function);
	size_t i;

	for (i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t ending = strlen(endings[i].text);
		const char *name;
		unsigned *kinds;

		if (len <= ending || strcmp(function + len - ending, endings[i].text) != 0)
			continue;
		name = arena_text(model->arena, function, len - ending);
		kinds = table_get(&model->blocked, name);
		if (kinds == NULL) {
			kinds = arena_alloc(model->arena, sizeof(*kinds));
			*kinds = 0;
			table_set(&model->blocked, name, kinds);
		}
		*kinds |= endings[i].kinds;
	}
}

const char *model_function(
	struct model *model, const char *name, const char *called, const struct tree_node *node)
{
	const char *made;

	if (model->functions.count == 0)
		table_add(&model->functions,
			arena_format(model->arena, "%s_client_new", model->config->prefix),
			&model->functions);
	made = model_unique(model, &model->functions, name, called, node);
	block_types(model, made);
	return made;
}

/* The functions of events, as the runtime's macros make them, cannot make way. */
void model_check_functions(struct model *model)
{
	const struct model_type *type;

	for (type = model->types; type != NULL; type = type->next) {
		const char *made = arena_join(model->arena, type->name, "_next", NULL);

		if (type->is_event && table_get(&model->functions, made) != NULL)
			diag_error(model->diag, type->node,
				"'%s' would be declared twice in C, for this and for an operation: the configuration can rename either",
				made);
	}
}

/* ---- types ---- */

/* kind: of the type that would be called so; place: where it stands, or NULL. */
static bool is_free(struct model *model, enum type_kind kind, const char *name, const char *place)
{
	const struct openapi_schema *owner = table_get(&model->reserved, name);
	const unsigned *blocked = table_get(&model->blocked, name);

	if (owner != NULL && (place == NULL || strcmp(owner->name, place) != 0))
		return false;
	if (blocked != NULL && (*blocked & 1u << kind) != 0)
		return false;
	if (kind == TYPE_MAP &&
		!is_free(model, TYPE_OBJECT, arena_join(model->arena, name, "_entry", NULL), NULL))
		return false;
	return table_get(&model->used, name) == NULL;
}

/* name, or name_2, name_3, ...: the first that is free, which is then type's. */
static const char *take(struct model *model, struct model_type *type, enum type_kind kind,
	const char *place, const char *name)
{
	const char *made = name;

	while (!is_free(model, kind, made, place)) {
		unsigned *last = table_get(&model->numbers, name);

		if (last == NULL) {
			last = arena_alloc(model->arena, sizeof(*last));
			*last = 1;
			table_set(&model->numbers, name, last);
		}
		made = arena_format(model->arena, "%s_%u", name, ++*last);
	}
	table_set(&model->used, made, type);
	return made;
}

/* The enum of a union's kinds makes way for the types of the document. */
static void name_kinds(struct model *model, struct model_type *type, const struct tree_node *node)
{
	const char *name = arena_join(model->arena, type->name, "_kind", NULL);

	type->kind_name = take(model, type, TYPE_CONST, NULL, name);
	if (type->kind_name != name)
		warn(model, node, name, type->kind_name);
}

struct model_type *model_new(struct model *model, enum type_kind kind, const char *place,
	const char *name, const struct tree_node *node)
{
	struct model_type *type = arena_alloc(model->arena, sizeof(*type));
	const char *whole = arena_join(model->arena, model->config->prefix, "_", name, NULL);

	type->kind = kind;
	type->place = place;
	type->name = take(model, type, kind, place, whole);
	if (type->name != whole)
		warn(model, node, place ? place : whole, type->name);
	if (kind == TYPE_UNION)
		name_kinds(model, type, node);
	if (kind == TYPE_MAP)
		table_set(&model->used, arena_join(model->arena, type->name, "_entry", NULL), type);
	*model->types_end = type;
	model->types_end = &type->next;
	return type;
}

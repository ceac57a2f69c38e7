#include "model.h"

#include "names.h"

#include <string.h>

/* Inline schemas make way for the names of named ones. */
static void reserve_names(struct model *model)
{
	size_t i;

	for (i = 0; i < model->openapi->schema_count; i++) {
		struct openapi_schema *schema = &model->openapi->schemas[i];
		const char *configured = config_type(model->config, schema->name);
		const char *name = arena_format(model->arena, "%s_%s", model->config->prefix,
			names_snake(model->arena, configured ? configured : schema->name, false));

		if (table_get(&model->reserved, name) == NULL)
			table_set(&model->reserved, name, schema);
	}
}

bool model_build(struct model *model, struct openapi *openapi, const struct config *config,
	struct arena *arena, struct diag *diag)
{
	int before = diag->errors;
	struct model_type *type;
	size_t i;

	memset(model, 0, sizeof(*model));
	model->arena = arena;
	model->openapi = openapi;
	model->config = config;
	model->diag = diag;
	model->types_end = &model->types;
	for (i = 0; i < sizeof(model->scalars) / sizeof(model->scalars[0]); i++)
		model->scalars[i].kind = (enum type_kind)i;
	model->file = (struct model_type){ .kind = TYPE_FILE, .name = "oac_file", .builtin = true };
	model->body = (struct model_type){ .kind = TYPE_BODY, .name = "oac_body", .builtin = true };
	model->bytes =
		(struct model_type){ .kind = TYPE_BYTES, .name = "oac_bytes", .builtin = true };
	model_name_operations(model);
	reserve_names(model);
	for (i = 0; i < openapi->schema_count; i++)
		model_named(model, &openapi->schemas[i]);
	if (!model_read_security(model) || !model_operations(model) || !model_webhooks(model) ||
		diag->errors > before)
		return false;
	for (type = model->types; type != NULL; type = type->next) {
		if (type->kind == TYPE_UNION)
			model_finish_union(model, type);
	}
	model_check_functions(model);
	model_name_servers(model);
	model_order(model);
	model_limits(model);
	return diag->errors == before;
}

void model_clear(struct model *model)
{
	pointer_table_clear(&model->by_node);
	table_clear(&model->by_config);
	table_clear(&model->reserved);
	table_clear(&model->used);
	table_clear(&model->numbers);
	table_clear(&model->functions);
	table_clear(&model->tags);
	table_clear(&model->groups_by_name);
	table_clear(&model->blocked);
	table_clear(&model->enumerators);
}

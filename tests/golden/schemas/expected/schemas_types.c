/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "schemas_types.h"

#include "schemas_tables.h"

static const struct oac_field schemas_base_fields[] = {
	OAC_STRING(struct schemas_base, id, "id", OAC_REQUIRED),
};

const struct oac_object schemas_base_type = OAC_OBJECT_TYPE(schemas_base, schemas_base_fields, 0);

OAC_TYPE_FUNCTIONS(schemas_base, OAC_KIND_OBJECT)

static const struct oac_field schemas_derived_fields[] = {
	OAC_STRING(struct schemas_derived, id, "id", OAC_REQUIRED),
	OAC_INT64(struct schemas_derived, count, "count", OAC_REQUIRED),
};

static const struct oac_limit schemas_derived_limits[] = {
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MAXIMUM, 9),
};

const struct oac_object schemas_derived_type = OAC_LIMITED_OBJECT_TYPE(schemas_derived, schemas_derived_fields, 0, schemas_derived_limits);

OAC_TYPE_FUNCTIONS(schemas_derived, OAC_KIND_OBJECT)

static const char *const schemas_nullable_f_values[] = {
	"x",
};

const struct oac_enum schemas_nullable_f_type = OAC_ENUM_TYPE(schemas_nullable_f, schemas_nullable_f_values);

const char *schemas_nullable_f_text(enum schemas_nullable_f value)
{
	return oac_enum_text(&schemas_nullable_f_type, (int)value);
}

static const struct oac_field schemas_nullable_fields[] = {
	OAC_STRING(struct schemas_nullable, a, "a", OAC_REQUIRED | OAC_NULLABLE),
	OAC_OPT_INT64(struct schemas_nullable, b, "b", OAC_REQUIRED | OAC_NULLABLE),
	OAC_POINTER(struct schemas_nullable, c, "c", OAC_REQUIRED | OAC_NULLABLE, schemas_base),
	OAC_POINTER(struct schemas_nullable, d, "d", OAC_REQUIRED | OAC_NULLABLE, schemas_base),
	OAC_POINTER(struct schemas_nullable, e, "e", OAC_REQUIRED | OAC_NULLABLE, schemas_base),
	OAC_ENUM(struct schemas_nullable, f, "f", OAC_REQUIRED | OAC_NULLABLE, schemas_nullable_f),
	OAC_INSIDE(struct schemas_nullable, g, "g", OAC_REQUIRED, schemas_base),
	OAC_POINTER(struct schemas_nullable, h, "h", 0, schemas_base),
	OAC_OPT_FLAG(struct schemas_nullable, i, "i", 0),
	OAC_OPT_DOUBLE(struct schemas_nullable, j, "j", 0),
	OAC_POINTER(struct schemas_nullable, k, "k", OAC_NULLABLE, schemas_base),
};

const struct oac_object schemas_nullable_type = OAC_OBJECT_TYPE(schemas_nullable, schemas_nullable_fields, 0);

OAC_TYPE_FUNCTIONS(schemas_nullable, OAC_KIND_OBJECT)

static const struct oac_field schemas_choice_fields[] = {
	OAC_STRING(struct schemas_choice, id, "id", OAC_REQUIRED),
	OAC_STRING(struct schemas_choice, a, "a", 0),
	OAC_OPT_INT64(struct schemas_choice, b, "b", 0),
};

const struct oac_object schemas_choice_type = OAC_OBJECT_TYPE(schemas_choice, schemas_choice_fields, 0);

OAC_TYPE_FUNCTIONS(schemas_choice, OAC_KIND_OBJECT)

const struct oac_list schemas_node_list_type = OAC_LIST_TYPE(schemas_node_list, OAC_KIND_OBJECT, &schemas_node_type);

const struct oac_map schemas_node_map_type = OAC_MAP_TYPE(schemas_node_map, OAC_KIND_OBJECT, &schemas_node_type);

static const struct oac_field schemas_node_fields[] = {
	OAC_STRING(struct schemas_node, name, "name", OAC_REQUIRED),
	OAC_POINTER(struct schemas_node, next, "next", OAC_REQUIRED, schemas_node),
	OAC_LIST_OF(struct schemas_node, children, "children", 0, schemas_node_list),
	OAC_MAP_OF(struct schemas_node, by_name, "by_name", 0, schemas_node_map),
};

const struct oac_object schemas_node_type = OAC_OBJECT_TYPE(schemas_node, schemas_node_fields, 0);

OAC_TYPE_FUNCTIONS(schemas_node, OAC_KIND_OBJECT)

const struct oac_map schemas_double_map_type = OAC_MAP_TYPE(schemas_double_map, OAC_KIND_DOUBLE, NULL);

const struct oac_list schemas_double_list_list_type = OAC_LIST_TYPE(schemas_double_list_list, OAC_KIND_LIST, &oac_double_list_type);

static const char *const schemas_maps_levels_item_values[] = {
	"low",
	"high",
};

const struct oac_enum schemas_maps_levels_item_type = OAC_ENUM_TYPE(schemas_maps_levels_item, schemas_maps_levels_item_values);

const char *schemas_maps_levels_item_text(enum schemas_maps_levels_item value)
{
	return oac_enum_text(&schemas_maps_levels_item_type, (int)value);
}

const struct oac_list schemas_maps_levels_item_list_type = OAC_LIST_TYPE(schemas_maps_levels_item_list, OAC_KIND_ENUM, &schemas_maps_levels_item_type);

static const char *const schemas_maps_mixed_values[] = {
	"1",
	"\"two\"",
	"true",
};

const struct oac_enum schemas_maps_mixed_type = OAC_JSON_ENUM_TYPE(schemas_maps_mixed, schemas_maps_mixed_values);

const char *schemas_maps_mixed_text(enum schemas_maps_mixed value)
{
	return oac_enum_text(&schemas_maps_mixed_type, (int)value);
}

static const struct oac_variant schemas_maps_either_variants[] = {
	OAC_VARIANT(struct schemas_maps_either, string, const char *, OAC_KIND_STRING, NULL, NULL),
	OAC_VARIANT(struct schemas_maps_either, integer, int64_t, OAC_KIND_INT64, NULL, NULL),
	OAC_VARIANT(struct schemas_maps_either, string_list, struct oac_string_list, OAC_KIND_LIST, NULL, &oac_string_list_type),
};

const struct oac_union schemas_maps_either_type = OAC_PLAIN_UNION_TYPE(schemas_maps_either, schemas_maps_either_variants);

OAC_TYPE_FUNCTIONS(schemas_maps_either, OAC_KIND_UNION)

const struct oac_map schemas_int64_map_type = OAC_MAP_TYPE(schemas_int64_map, OAC_KIND_INT64, NULL);

static const char *const schemas_maps_narrowed_values[] = {
	"a",
	"b",
};

const struct oac_enum schemas_maps_narrowed_type = OAC_ENUM_TYPE(schemas_maps_narrowed, schemas_maps_narrowed_values);

const char *schemas_maps_narrowed_text(enum schemas_maps_narrowed value)
{
	return oac_enum_text(&schemas_maps_narrowed_type, (int)value);
}

static const struct oac_field schemas_maps_fields[] = {
	OAC_ANY(struct schemas_maps, free, "free", 0),
	OAC_MAP_OF(struct schemas_maps, words, "words", 0, oac_string_map),
	OAC_MAP_OF(struct schemas_maps, numbers, "numbers", 0, schemas_double_map),
	OAC_LIST_OF(struct schemas_maps, matrix, "matrix", 0, schemas_double_list_list),
	OAC_LIST_OF(struct schemas_maps, levels, "levels", 0, schemas_maps_levels_item_list),
	OAC_ANY(struct schemas_maps, anything, "anything", 0),
	OAC_POINTER(struct schemas_maps, nothing, "nothing", 0, schemas_maps_nothing),
	OAC_ENUM(struct schemas_maps, mixed, "mixed", 0, schemas_maps_mixed),
	OAC_CONST("yes", "true", OAC_REQUIRED),
	OAC_STRING(struct schemas_maps, old, "old", 0),
	OAC_STRING(struct schemas_maps, made, "made", 0),
	OAC_UNION(struct schemas_maps, either, "either", OAC_NULLABLE, schemas_maps_either),
	OAC_MAP_OF(struct schemas_maps, patterns, "patterns", 0, schemas_int64_map),
	OAC_LIST_OF(struct schemas_maps, pair, "pair", 0, oac_json_list),
	OAC_ENUM(struct schemas_maps, narrowed, "narrowed", 0, schemas_maps_narrowed),
};

const struct oac_object schemas_maps_type = OAC_OBJECT_TYPE(schemas_maps, schemas_maps_fields, OAC_CLOSED);

OAC_TYPE_FUNCTIONS(schemas_maps, OAC_KIND_OBJECT)

const struct oac_object schemas_maps_nothing_type = OAC_EMPTY_TYPE(schemas_maps_nothing, OAC_CLOSED);

OAC_TYPE_FUNCTIONS(schemas_maps_nothing, OAC_KIND_OBJECT)

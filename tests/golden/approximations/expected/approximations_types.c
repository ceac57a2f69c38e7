/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "approximations_types.h"

#include "approximations_tables.h"

static const struct oac_field approximations_open_fields[] = {
	OAC_STRING(struct approximations_open, name, "name", 0),
};

const struct oac_object approximations_open_type = OAC_OBJECT_TYPE(approximations_open, approximations_open_fields, 0);

OAC_TYPE_FUNCTIONS(approximations_open, OAC_KIND_OBJECT)

const struct oac_map approximations_int64_map_type = OAC_MAP_TYPE(approximations_int64_map, OAC_KIND_INT64, NULL);

static const struct oac_field approximations_condition_fields[] = {
	OAC_STRING(struct approximations_condition, kind, "kind", 0),
	OAC_STRING(struct approximations_condition, more, "more", 0),
	OAC_STRING(struct approximations_condition, less, "less", 0),
};

const struct oac_object approximations_condition_type = OAC_OBJECT_TYPE(approximations_condition, approximations_condition_fields, 0);

OAC_TYPE_FUNCTIONS(approximations_condition, OAC_KIND_OBJECT)

const struct oac_list approximations_tree_node_1_list_type = OAC_LIST_TYPE(approximations_tree_node_1_list, OAC_KIND_OBJECT, &approximations_tree_node_1_type);

static const struct oac_field approximations_tree_node_1_fields[] = {
	OAC_LIST_OF(struct approximations_tree_node_1, children, "children", 0, approximations_tree_node_1_list),
};

const struct oac_object approximations_tree_node_1_type = OAC_OBJECT_TYPE(approximations_tree_node_1, approximations_tree_node_1_fields, 0);

OAC_TYPE_FUNCTIONS(approximations_tree_node_1, OAC_KIND_OBJECT)

static const struct oac_field approximations_cat_fields[] = {
	OAC_STRING(struct approximations_cat, kind, "kind", OAC_REQUIRED),
};

const struct oac_object approximations_cat_type = OAC_OBJECT_TYPE(approximations_cat, approximations_cat_fields, 0);

OAC_TYPE_FUNCTIONS(approximations_cat, OAC_KIND_OBJECT)

static const struct oac_variant approximations_animal_variants[] = {
	OAC_VARIANT(struct approximations_animal, cat, const struct approximations_cat *, OAC_KIND_POINTER, "\"cat\"", &approximations_cat_type),
	OAC_VARIANT(struct approximations_animal, open, const struct approximations_open *, OAC_KIND_POINTER, "\"Open\"", &approximations_open_type),
};

const struct oac_union approximations_animal_type = OAC_UNION_TYPE(approximations_animal, "\"kind\":", approximations_animal_variants);

OAC_TYPE_FUNCTIONS(approximations_animal, OAC_KIND_UNION)

static const struct oac_field approximations_merged_fields[] = {
	OAC_STRING(struct approximations_merged, a, "a", 0),
	OAC_STRING(struct approximations_merged, b, "b", 0),
};

const struct oac_object approximations_merged_type = OAC_OBJECT_TYPE(approximations_merged, approximations_merged_fields, 0);

OAC_TYPE_FUNCTIONS(approximations_merged, OAC_KIND_OBJECT)

static const struct oac_field approximations_choices_fields[] = {
	OAC_STRING(struct approximations_choices, name, "name", 0),
	OAC_OPT_INT64(struct approximations_choices, size, "size", 0),
	OAC_STRING(struct approximations_choices, kind, "kind", 0),
	OAC_ANY(struct approximations_choices, value, "value", 0),
	OAC_STRING(struct approximations_choices, same, "same", 0),
};

const struct oac_object approximations_choices_type = OAC_OBJECT_TYPE(approximations_choices, approximations_choices_fields, 0);

OAC_TYPE_FUNCTIONS(approximations_choices, OAC_KIND_OBJECT)

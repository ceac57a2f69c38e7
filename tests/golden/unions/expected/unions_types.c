/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "unions_types.h"

#include "unions_tables.h"

static const struct oac_field unions_circle_fields[] = {
	OAC_CONST("type", "\"circle\"", OAC_REQUIRED),
	OAC_DOUBLE(struct unions_circle, radius, "radius", OAC_REQUIRED),
};

const struct oac_object unions_circle_type = OAC_OBJECT_TYPE(unions_circle, unions_circle_fields, 0);

OAC_TYPE_FUNCTIONS(unions_circle, OAC_KIND_OBJECT)

static const struct oac_field unions_square_fields[] = {
	OAC_CONST("type", "\"square\"", OAC_REQUIRED),
	OAC_DOUBLE(struct unions_square, side, "side", OAC_REQUIRED),
};

const struct oac_object unions_square_type = OAC_OBJECT_TYPE(unions_square, unions_square_fields, 0);

OAC_TYPE_FUNCTIONS(unions_square, OAC_KIND_OBJECT)

static const struct oac_variant unions_pet_variants[] = {
	OAC_VARIANT(struct unions_pet, tabby, const struct unions_cat *, OAC_KIND_POINTER, "\"tabby\"", &unions_cat_type),
	OAC_VARIANT(struct unions_pet, dog, const struct unions_dog *, OAC_KIND_POINTER, "\"dog\"", &unions_dog_type),
	OAC_ALIAS_VARIANT("\"siam\"", 0),
};

const struct oac_union unions_pet_type = OAC_UNION_TYPE(unions_pet, "\"kind\":", unions_pet_variants);

OAC_TYPE_FUNCTIONS(unions_pet, OAC_KIND_UNION)

static const struct oac_field unions_cat_fields[] = {
	OAC_STRING(struct unions_cat, kind, "kind", OAC_REQUIRED),
	OAC_OPT_INT64(struct unions_cat, lives, "lives", 0),
};

const struct oac_object unions_cat_type = OAC_OBJECT_TYPE(unions_cat, unions_cat_fields, 0);

OAC_TYPE_FUNCTIONS(unions_cat, OAC_KIND_OBJECT)

static const struct oac_field unions_dog_fields[] = {
	OAC_STRING(struct unions_dog, kind, "kind", OAC_REQUIRED),
	OAC_OPT_FLAG(struct unions_dog, bark, "bark", 0),
};

const struct oac_object unions_dog_type = OAC_OBJECT_TYPE(unions_dog, unions_dog_fields, 0);

OAC_TYPE_FUNCTIONS(unions_dog, OAC_KIND_OBJECT)

static const struct oac_variant unions_loose_choice_variants[] = {
	OAC_CONST_VARIANT("\"auto\""),
	OAC_CONST_VARIANT("\"none\""),
	OAC_VARIANT(struct unions_loose_choice, integer, int64_t, OAC_KIND_INT64, NULL, NULL),
	OAC_VARIANT(struct unions_loose_choice, string_list, struct oac_string_list, OAC_KIND_LIST, NULL, &oac_string_list_type),
	OAC_VARIANT(struct unions_loose_choice, circle, const struct unions_circle *, OAC_KIND_POINTER, "\"circle\"", &unions_circle_type),
	OAC_VARIANT(struct unions_loose_choice, square, const struct unions_square *, OAC_KIND_POINTER, "\"square\"", &unions_square_type),
};

const struct oac_union unions_loose_choice_type = OAC_UNION_TYPE(unions_loose_choice, "\"type\":", unions_loose_choice_variants);

OAC_TYPE_FUNCTIONS(unions_loose_choice, OAC_KIND_UNION)

static const struct oac_field unions_loose_fields[] = {
	OAC_UNION(struct unions_loose, choice, "choice", OAC_NULLABLE, unions_loose_choice),
	OAC_STRING(struct unions_loose, model, "model", 0),
	OAC_OPT_DOUBLE(struct unions_loose, size, "size", 0),
};

const struct oac_object unions_loose_type = OAC_OBJECT_TYPE(unions_loose, unions_loose_fields, 0);

OAC_TYPE_FUNCTIONS(unions_loose, OAC_KIND_OBJECT)

static const struct oac_variant unions_tree_value_variants[] = {
	OAC_VARIANT(struct unions_tree_value, string, const char *, OAC_KIND_STRING, NULL, NULL),
	OAC_VARIANT(struct unions_tree_value, tree, const struct unions_tree *, OAC_KIND_POINTER, NULL, &unions_tree_type),
};

const struct oac_union unions_tree_value_type = OAC_PLAIN_UNION_TYPE(unions_tree_value, unions_tree_value_variants);

OAC_TYPE_FUNCTIONS(unions_tree_value, OAC_KIND_UNION)

static const struct oac_field unions_tree_fields[] = {
	OAC_UNION(struct unions_tree, value, "value", OAC_REQUIRED, unions_tree_value),
};

const struct oac_object unions_tree_type = OAC_OBJECT_TYPE(unions_tree, unions_tree_fields, 0);

OAC_TYPE_FUNCTIONS(unions_tree, OAC_KIND_OBJECT)

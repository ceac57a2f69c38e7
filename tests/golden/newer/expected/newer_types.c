/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "newer_types.h"

#include "newer_tables.h"

static const struct oac_field newer_cat_fields[] = {
	OAC_STRING(struct newer_cat, kind, "kind", OAC_REQUIRED),
	OAC_OPT_INT64(struct newer_cat, lives, "lives", 0),
};

const struct oac_object newer_cat_type = OAC_OBJECT_TYPE(newer_cat, newer_cat_fields, 0);

OAC_TYPE_FUNCTIONS(newer_cat, OAC_KIND_OBJECT)

static const struct oac_field newer_dog_fields[] = {
	OAC_STRING(struct newer_dog, kind, "kind", OAC_REQUIRED),
	OAC_STRING(struct newer_dog, bark, "bark", 0),
};

const struct oac_object newer_dog_type = OAC_OBJECT_TYPE(newer_dog, newer_dog_fields, 0);

OAC_TYPE_FUNCTIONS(newer_dog, OAC_KIND_OBJECT)

static const struct oac_variant newer_lost_variants[] = {
	OAC_VARIANT(struct newer_lost, cat, const struct newer_cat *, OAC_KIND_POINTER, "\"Cat\"", &newer_cat_type),
	OAC_VARIANT(struct newer_lost, dog, const struct newer_dog *, OAC_KIND_POINTER, "\"Dog\"", &newer_dog_type),
};

const struct oac_union newer_lost_type = OAC_UNION_TYPE(newer_lost, "\"kind\":", newer_lost_variants);

OAC_TYPE_FUNCTIONS(newer_lost, OAC_KIND_UNION)

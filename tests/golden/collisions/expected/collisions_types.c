/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "collisions_types.h"

#include "collisions_tables.h"

static const struct oac_field collisions_pin_bar_fields[] = {
	OAC_STRING(struct collisions_pin_bar, y, "y", 0),
};

const struct oac_object collisions_pin_bar_type = OAC_OBJECT_TYPE(collisions_pin_bar, collisions_pin_bar_fields, 0);

OAC_TYPE_FUNCTIONS(collisions_pin_bar, OAC_KIND_OBJECT)

static const struct oac_field collisions_pin_bar_2_fields[] = {
	OAC_STRING(struct collisions_pin_bar_2, z, "z", 0),
};

const struct oac_object collisions_pin_bar_2_type = OAC_OBJECT_TYPE(collisions_pin_bar_2, collisions_pin_bar_2_fields, 0);

OAC_TYPE_FUNCTIONS(collisions_pin_bar_2, OAC_KIND_OBJECT)

static const struct oac_field collisions_int64_map_entry_fields[] = {
	OAC_STRING(struct collisions_int64_map_entry, z, "z", 0),
};

const struct oac_object collisions_int64_map_entry_type = OAC_OBJECT_TYPE(collisions_int64_map_entry, collisions_int64_map_entry_fields, 0);

OAC_TYPE_FUNCTIONS(collisions_int64_map_entry, OAC_KIND_OBJECT)

static const char *const collisions_pet_kind_values[] = {
	"x",
	"y",
};

const struct oac_enum collisions_pet_kind_type = OAC_ENUM_TYPE(collisions_pet_kind, collisions_pet_kind_values);

const char *collisions_pet_kind_text(enum collisions_pet_kind value)
{
	return oac_enum_text(&collisions_pet_kind_type, (int)value);
}

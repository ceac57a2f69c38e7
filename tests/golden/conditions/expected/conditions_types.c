/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "conditions_types.h"

#include "conditions_tables.h"

static const struct oac_field conditions_payment_fields[] = {
	OAC_STRING(struct conditions_payment, kind, "kind", OAC_REQUIRED),
	OAC_STRING(struct conditions_payment, note, "note", 0),
	OAC_STRING(struct conditions_payment, number, "number", 0),
	OAC_ANY(struct conditions_payment, count, "count", 0),
	OAC_POINTER(struct conditions_payment, same, "same", 0, conditions_address),
	OAC_STRING(struct conditions_payment, iban, "iban", 0),
};

const struct oac_object conditions_payment_type = OAC_OBJECT_TYPE(conditions_payment, conditions_payment_fields, 0);

OAC_TYPE_FUNCTIONS(conditions_payment, OAC_KIND_OBJECT)

static const struct oac_field conditions_address_fields[] = {
	OAC_STRING(struct conditions_address, street, "street", 0),
	OAC_STRING(struct conditions_address, town, "town", 0),
};

const struct oac_object conditions_address_type = OAC_OBJECT_TYPE(conditions_address, conditions_address_fields, 0);

OAC_TYPE_FUNCTIONS(conditions_address, OAC_KIND_OBJECT)

static const char *const conditions_kinds_kind_values[] = {
	"a",
	"b",
	"c",
};

const struct oac_enum conditions_kinds_kind_type = OAC_ENUM_TYPE(conditions_kinds_kind, conditions_kinds_kind_values);

const char *conditions_kinds_kind_text(enum conditions_kinds_kind value)
{
	return oac_enum_text(&conditions_kinds_kind_type, (int)value);
}

static const struct oac_field conditions_kinds_fields[] = {
	OAC_ENUM(struct conditions_kinds, kind, "kind", OAC_REQUIRED, conditions_kinds_kind),
	OAC_STRING(struct conditions_kinds, value, "value", 0),
	OAC_OPT_FLAG(struct conditions_kinds, extra, "extra", 0),
	OAC_STRING(struct conditions_kinds, street, "street", 0),
	OAC_STRING(struct conditions_kinds, town, "town", 0),
};

const struct oac_object conditions_kinds_type = OAC_OBJECT_TYPE(conditions_kinds, conditions_kinds_fields, 0);

OAC_TYPE_FUNCTIONS(conditions_kinds, OAC_KIND_OBJECT)

static const struct oac_field conditions_dependent_fields[] = {
	OAC_STRING(struct conditions_dependent, card, "card", 0),
	OAC_POINTER(struct conditions_dependent, address, "address", 0, conditions_address),
};

const struct oac_object conditions_dependent_type = OAC_OBJECT_TYPE(conditions_dependent, conditions_dependent_fields, 0);

OAC_TYPE_FUNCTIONS(conditions_dependent, OAC_KIND_OBJECT)

static const struct oac_field conditions_only_conditions_fields[] = {
	OAC_STRING(struct conditions_only_conditions, b, "b", 0),
	OAC_OPT_INT64(struct conditions_only_conditions, c, "c", 0),
};

const struct oac_object conditions_only_conditions_type = OAC_OBJECT_TYPE(conditions_only_conditions, conditions_only_conditions_fields, 0);

OAC_TYPE_FUNCTIONS(conditions_only_conditions, OAC_KIND_OBJECT)

static const struct oac_field conditions_no_if_fields[] = {
	OAC_STRING(struct conditions_no_if, a, "a", 0),
};

const struct oac_object conditions_no_if_type = OAC_OBJECT_TYPE(conditions_no_if, conditions_no_if_fields, 0);

OAC_TYPE_FUNCTIONS(conditions_no_if, OAC_KIND_OBJECT)

static const struct oac_field conditions_holder_fields[] = {
	OAC_POINTER(struct conditions_holder, home, "home", 0, conditions_address),
};

const struct oac_object conditions_holder_type = OAC_OBJECT_TYPE(conditions_holder, conditions_holder_fields, 0);

OAC_TYPE_FUNCTIONS(conditions_holder, OAC_KIND_OBJECT)

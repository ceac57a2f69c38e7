/*
 * Whether a value is there: presence is never truthiness, so it depends on the kind.
 */
#include "oac_codec.h"

#include <math.h>

static bool object_is_zero(const struct oac_object *type, const char *base)
{
	const struct oac_json *more = (const struct oac_json *)(const void *)(base + type->more);
	uint32_t i;

	if (more->text != NULL)
		return false;
	for (i = 0; i < type->count; i++) {
		const struct oac_field *field = &type->fields[i];

		if (!oac_is_zero(field->kind, field->type, base + field->offset))
			return false;
	}
	return true;
}

bool oac_is_zero(uint8_t kind, const void *type, const void *value)
{
	switch (kind) {
	case OAC_KIND_STRING:
	case OAC_KIND_POINTER:
	case OAC_KIND_UNION_POINTER:
		return *(const void *const *)value == NULL;
	case OAC_KIND_BOOL:
		return !*(const bool *)value;
	case OAC_KIND_INT64:
		return *(const int64_t *)value == 0;
	case OAC_KIND_UINT64:
		return *(const uint64_t *)value == 0;
	case OAC_KIND_DOUBLE:
		return *(const double *)value == 0 && !signbit(*(const double *)value);
	case OAC_KIND_OPT_BOOL:
		return !((const struct oac_opt_bool *)value)->set;
	case OAC_KIND_OPT_INT64:
		return !((const struct oac_opt_int64 *)value)->set;
	case OAC_KIND_OPT_UINT64:
		return !((const struct oac_opt_uint64 *)value)->set;
	case OAC_KIND_OPT_DOUBLE:
		return !((const struct oac_opt_double *)value)->set;
	case OAC_KIND_ENUM:
	case OAC_KIND_UNION:
		return oac_enum_at(value) == OAC_UNSET;
	case OAC_KIND_OBJECT:
		return object_is_zero(type, value);
	case OAC_KIND_LIST:
	case OAC_KIND_MAP:
		return ((const struct oac_any_list *)value)->items == NULL;
	case OAC_KIND_JSON:
		return ((const struct oac_json *)value)->text == NULL;
	case OAC_KIND_FILE:
		return ((const struct oac_file *)value)->data == NULL &&
			((const struct oac_file *)value)->path == NULL &&
			((const struct oac_file *)value)->source == NULL;
	case OAC_KIND_BODY:
		return ((const struct oac_body *)value)->data == NULL &&
			((const struct oac_body *)value)->path == NULL &&
			((const struct oac_body *)value)->source == NULL;
	case OAC_KIND_BYTES:
		return ((const struct oac_bytes *)value)->data == NULL;
	default:
		return true;
	}
}

bool oac_is_file(uint8_t kind, const void *type)
{
	return kind == OAC_KIND_FILE ||
		(kind == OAC_KIND_LIST &&
			((const struct oac_list *)type)->item.kind == OAC_KIND_FILE);
}

static bool is_plain(uint8_t kind)
{
	return kind == OAC_KIND_BOOL || kind == OAC_KIND_INT64 || kind == OAC_KIND_DOUBLE ||
	       kind == OAC_KIND_UINT64;
}

bool oac_is_unset(uint8_t kind, const void *value)
{
	return !is_plain(kind) && kind != OAC_KIND_OBJECT && oac_is_zero(kind, NULL, value);
}

bool oac_is_filled(const struct oac_union *type, const void *value)
{
	const char *base = value;

	for (size_t i = type->json; i < type->size; i++) {
		if (base[i] != 0)
			return true;
	}
	return false;
}

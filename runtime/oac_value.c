#include "oac_value.h"

#include "oac_codec.h"
#include "oac_memory.h"
#include "oac_number.h"

#include <string.h>

const struct oac_list oac_string_list_type = OAC_LIST_TYPE(oac_string_list, OAC_KIND_STRING, NULL);
const struct oac_list oac_int64_list_type = OAC_LIST_TYPE(oac_int64_list, OAC_KIND_INT64, NULL);
const struct oac_list oac_uint64_list_type = OAC_LIST_TYPE(oac_uint64_list, OAC_KIND_UINT64, NULL);
const struct oac_list oac_double_list_type = OAC_LIST_TYPE(oac_double_list, OAC_KIND_DOUBLE, NULL);
const struct oac_list oac_bool_list_type = OAC_LIST_TYPE(oac_bool_list, OAC_KIND_BOOL, NULL);
const struct oac_list oac_json_list_type = OAC_LIST_TYPE(oac_json_list, OAC_KIND_JSON, NULL);
const struct oac_list oac_file_list_type = OAC_LIST_TYPE(oac_file_list, OAC_KIND_FILE, NULL);
const struct oac_map oac_string_map_type = OAC_MAP_TYPE(oac_string_map, OAC_KIND_STRING, NULL);
const struct oac_map oac_json_map_type = OAC_MAP_TYPE(oac_json_map, OAC_KIND_JSON, NULL);

const void *oac_map_value(
	const void *entries, size_t count, size_t entry_size, size_t value_offset, const char *key)
{
	size_t i;

	for (i = count; i > 0; i--) {
		const char *entry = (const char *)entries + (i - 1) * entry_size;
		const char *name = *(const char *const *)(const void *)entry;

		if (name != NULL && strcmp(name, key) == 0)
			return entry + value_offset;
	}
	return NULL;
}

const char *oac_string_map_get(const struct oac_string_map *map, const char *key)
{
	const char *const *value = oac_map_value(map->entries, map->count, sizeof(*map->entries),
		offsetof(struct oac_string_map_entry, value), key);

	return value ? *value : NULL;
}

const struct oac_json *oac_json_map_get(const struct oac_json_map *map, const char *key)
{
	return oac_map_value(map->entries, map->count, sizeof(*map->entries),
		offsetof(struct oac_json_map_entry, value), key);
}

const char *oac_int64_text(int64_t value, char *text)
{
	oac_number_print_int(text, value);
	return text;
}

const char *oac_uint64_text(uint64_t value, char *text)
{
	oac_number_print_unsigned(text, value);
	return text;
}

void oac_text_free(char *text)
{
	oac_mem_free(text);
}

void oac_value_free(void *value)
{
	oac_free(value);
}

#include "codec_fixture.h"

#include "json_compare.h"
#include "oac_buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

enum {
	PLACE_SIZE = 256,
};

/* ---- tables ---- */

static const char *const colour_values[] = { "red", "dark \\\"green\\\"" };
static const struct oac_enum colour_type = OAC_ENUM_TYPE(colour, colour_values);

static const char *const level_values[] = { "\"x\"", "5", "true" };
static const struct oac_enum level_type = OAC_JSON_ENUM_TYPE(level, level_values);

static const struct oac_list colour_list_type =
	OAC_LIST_TYPE(colour_list, OAC_KIND_ENUM, &colour_type);
static const struct oac_map colour_map_type = OAC_MAP_TYPE(colour_map, OAC_KIND_ENUM, &colour_type);

static const struct oac_field point_fields[] = {
	OAC_DOUBLE(struct point, x, "x", OAC_REQUIRED),
	OAC_DOUBLE(struct point, y, "y", OAC_REQUIRED),
	OAC_CONST("object", "\"point\"", OAC_REQUIRED),
	OAC_FLAG(struct point, hidden, "hidden", OAC_REQUIRED),
	OAC_INT64(struct point, rank, "rank", OAC_REQUIRED),
	OAC_STRING(struct point, name, "name", OAC_REQUIRED),
};
static const struct oac_object point_type = OAC_OBJECT_TYPE(point, point_fields, 0);
static const struct oac_list point_list_type =
	OAC_LIST_TYPE(point_list, OAC_KIND_OBJECT, &point_type);
static const struct oac_map point_map_type = OAC_MAP_TYPE(point_map, OAC_KIND_OBJECT, &point_type);

static const struct oac_list grid_type = OAC_LIST_TYPE(grid, OAC_KIND_LIST, &oac_int64_list_type);

static const struct oac_field card_fields[] = {
	OAC_STRING(struct card, type, "type", OAC_REQUIRED),
	OAC_STRING(struct card, number, "number", OAC_REQUIRED),
};
static const struct oac_object card_type = OAC_OBJECT_TYPE(card, card_fields, 0);

static const struct oac_list choice_list_type;

static const struct oac_field note_fields[] = {
	OAC_CONST("type", "\"note\"", OAC_REQUIRED),
	OAC_LIST_OF(struct note, inner, "inner", 0, choice_list),
};
static const struct oac_object note_type = OAC_OBJECT_TYPE(note, note_fields, 0);

static const struct oac_variant choice_variants[] = {
	OAC_CONST_VARIANT("\"auto\""),
	OAC_VARIANT(struct choice, text, const char *, OAC_KIND_STRING, NULL, NULL),
	OAC_VARIANT(struct choice, count, int64_t, OAC_KIND_INT64, NULL, NULL),
	OAC_VARIANT(struct choice, list, struct oac_string_list, OAC_KIND_LIST, NULL,
		&oac_string_list_type),
	OAC_VARIANT(
		struct choice, card, const struct card *, OAC_KIND_POINTER, "\"card\"", &card_type),
	OAC_VARIANT(
		struct choice, note, const struct note *, OAC_KIND_POINTER, "\"note\"", &note_type),
	OAC_ALIAS_VARIANT("\"old_card\"", CHOICE_CARD - 2),
};
static const struct oac_union choice_type = OAC_UNION_TYPE(choice, "\"type\":", choice_variants);
static const struct oac_list choice_list_type =
	OAC_LIST_TYPE(choice_list, OAC_KIND_UNION, &choice_type);

static const struct oac_union form_type;

static const struct oac_field circle_fields[] = {
	OAC_DOUBLE(struct circle, radius, "radius", OAC_REQUIRED),
	OAC_STRING(struct circle, label, "label", 0),
	OAC_UNION(struct circle, lid, "lid", 0, form),
};
static const struct oac_object circle_type = OAC_OBJECT_TYPE(circle, circle_fields, 0);

static const struct oac_field box_fields[] = {
	OAC_UNION(struct box, lid, "lid", 0, form),
	OAC_DOUBLE(struct box, width, "width", OAC_REQUIRED),
	OAC_DOUBLE(struct box, height, "height", OAC_REQUIRED),
};
static const struct oac_object box_type = OAC_OBJECT_TYPE(box, box_fields, 0);

static const struct oac_variant form_variants[] = {
	OAC_VARIANT(
		struct form, circle, const struct circle *, OAC_KIND_POINTER, NULL, &circle_type),
	OAC_VARIANT(struct form, box, const struct box *, OAC_KIND_POINTER, NULL, &box_type),
	OAC_VARIANT(struct form, colour, enum colour, OAC_KIND_ENUM, NULL, &colour_type),
	OAC_VARIANT(struct form, ratio, double, OAC_KIND_DOUBLE, NULL, NULL),
};
static const struct oac_union form_type = OAC_PLAIN_UNION_TYPE(form, form_variants);

static const struct oac_object kit_type;

static const struct oac_field kit_fields[] = {
	OAC_CONST("object", "\"kit\"", OAC_REQUIRED),
	OAC_STRING(struct kit, text, "text", 0),
	OAC_OPT_FLAG(struct kit, flag, "flag", 0),
	OAC_OPT_INT64(struct kit, count, "count", 0),
	OAC_OPT_DOUBLE(struct kit, ratio, "ratio", 0),
	OAC_ENUM(struct kit, colour, "colour", 0, colour),
	OAC_ENUM(struct kit, level, "level", 0, level),
	OAC_INSIDE(struct kit, point, "point", OAC_REQUIRED, point),
	OAC_POINTER(struct kit, child, "child", 0, kit),
	OAC_UNION(struct kit, choice, "choice", 0, choice),
	OAC_UNION_POINTER(struct kit, choice_pointer, "choice_pointer", 0, choice),
	OAC_UNION(struct kit, form, "form", 0, form),
	OAC_LIST_OF(struct kit, texts, "texts", 0, oac_string_list),
	OAC_LIST_OF(struct kit, counts, "counts", 0, oac_int64_list),
	OAC_LIST_OF(struct kit, ratios, "ratios", 0, oac_double_list),
	OAC_LIST_OF(struct kit, flags, "flags", 0, oac_bool_list),
	OAC_LIST_OF(struct kit, colours, "colours", 0, colour_list),
	OAC_LIST_OF(struct kit, points, "points", 0, point_list),
	OAC_LIST_OF(struct kit, choices, "choices", 0, choice_list),
	OAC_LIST_OF(struct kit, grid, "grid", 0, grid),
	OAC_LIST_OF(struct kit, anything, "anything", 0, oac_json_list),
	OAC_MAP_OF(struct kit, labels, "labels", 0, oac_string_map),
	OAC_MAP_OF(struct kit, colour_map, "colour_map", 0, colour_map),
	OAC_MAP_OF(struct kit, point_map, "point_map", 0, point_map),
	OAC_ANY(struct kit, free_form, "free_form", 0),
	OAC_OPT_INT64(struct kit, slash, "a/b", 0),
	OAC_OPT_INT64(struct kit, tilde, "c~d", 0),
	OAC_OPT_INT64(struct kit, quote, "e\\\"f", 0),
};
static const struct oac_object kit_type = OAC_OBJECT_TYPE(kit, kit_fields, 0);

static const struct oac_field strict_fields[] = {
	OAC_STRING(struct strict, name, "name", OAC_REQUIRED),
	OAC_INT64(struct strict, size, "size", OAC_REQUIRED),
	OAC_STRING(struct strict, note, "note", OAC_NULLABLE),
	OAC_ENUM(struct strict, colour, "colour", 0, colour),
	OAC_UNION(struct strict, choice, "choice", 0, choice),
	OAC_LIST_OF(struct strict, sizes, "sizes", 0, oac_int64_list),
	OAC_CONST("object", "\"strict\"", OAC_REQUIRED),
};
static const struct oac_object strict_type = OAC_OBJECT_TYPE(strict, strict_fields, OAC_CLOSED);

const struct oac_shape kit_shape = { &kit_type, sizeof(struct kit), OAC_KIND_OBJECT };
const struct oac_shape strict_shape = { &strict_type, sizeof(struct strict), OAC_KIND_OBJECT };
const struct oac_shape point_shape = { &point_type, sizeof(struct point), OAC_KIND_OBJECT };
const struct oac_shape choice_shape = { &choice_type, sizeof(struct choice), OAC_KIND_UNION };
const struct oac_shape form_shape = { &form_type, sizeof(struct form), OAC_KIND_UNION };
const struct oac_shape card_shape = { &card_type, sizeof(struct card), OAC_KIND_OBJECT };
const struct oac_shape colour_shape = { &colour_type, sizeof(enum colour), OAC_KIND_ENUM };
const struct oac_shape choice_list_shape = { &choice_list_type, sizeof(struct choice_list),
	OAC_KIND_LIST };

/* ---- checks ---- */

static enum oac_status decode_exactly(const struct oac_shape *shape, const char *text,
	unsigned flags, void **out, struct oac_error *err)
{
	size_t len = strlen(text);
	char *copy = malloc(len > 0 ? len : 1);
	enum oac_status status;

	assert_non_null(copy);
	memcpy(copy, text, len);
	status = oac_decode(shape, copy, len, flags, out, err);
	free(copy);
	return status;
}

void *codec_decode(const struct oac_shape *shape, const char *text)
{
	struct oac_error err;
	void *value;

	if (decode_exactly(shape, text, 0, &value, &err) != OAC_OK)
		fail_msg("%s: %s", text, err.message);
	assert_int_equal(err.status, OAC_OK);
	assert_non_null(value);
	return value;
}

static void encode_same(
	const struct oac_shape *shape, const void *value, const char *text, const char *how)
{
	struct oac_error err;
	char place[PLACE_SIZE];
	size_t len;
	char *back = oac_encode_new(shape, value, &len, &err);

	if (back == NULL)
		fail_msg("%s: %s: %s", text, how, err.message);
	assert_int_equal(strlen(back), len);
	if (!json_same(text, strlen(text), back, len, place, sizeof(place)))
		fail_msg("%s: %s gives %s, other at '%s'", text, how, back, place);
	oac_text_free(back);
}

void codec_round_to(const struct oac_shape *shape, const char *text, const char *expected)
{
	struct oac_error err;
	void *value = codec_decode(shape, text);
	void *copy = oac_copy(shape, value);
	cJSON *tree;

	encode_same(shape, value, expected, "encoding");
	tree = oac_to_cjson(shape, value, &err);
	oac_free(value);
	if (tree == NULL)
		fail_msg("%s: no tree: %s", text, err.message);

	assert_non_null(copy);
	encode_same(shape, copy, expected, "a copy");
	oac_free(copy);

	assert_int_equal(oac_from_cjson(shape, tree, &value, &err), OAC_OK);
	cJSON_Delete(tree);
	encode_same(shape, value, expected, "the way over cJSON");
	oac_free(value);
}

void codec_round(const struct oac_shape *shape, const char *text)
{
	codec_round_to(shape, text, text);
}

void codec_refused(const struct oac_shape *shape, const char *text, unsigned flags,
	enum oac_status status, const char *path, const char *message)
{
	struct oac_error err;
	void *value = &err;

	if (decode_exactly(shape, text, flags, &value, &err) != status)
		fail_msg("%s: expected %s, got %s: %s", text, oac_status_name(status),
			oac_status_name(err.status), err.message);
	assert_null(value);
	assert_int_equal(err.status, status);
	if (path != NULL)
		assert_string_equal(err.path, path);
	if (message != NULL)
		assert_string_equal(err.message, message);
	assert_int_equal(decode_exactly(shape, text, flags, &value, NULL), status);
}

void codec_encodes(const struct oac_shape *shape, const void *value, const char *expected)
{
	struct oac_error err;
	size_t len;
	char *text = oac_encode_new(shape, value, &len, &err);

	if (text == NULL)
		fail_msg("expected %s: %s", expected, err.message);
	assert_string_equal(text, expected);
	assert_int_equal(len, strlen(expected));
	oac_text_free(text);
}

void codec_unencodable(const struct oac_shape *shape, const void *value, unsigned flags,
	enum oac_status status, const char *path, const char *message)
{
	struct oac_buffer out = OAC_BUFFER_MAX(1 << 20);
	struct oac_error err;

	if (oac_encode(shape, value, flags, &out, &err) != status)
		fail_msg("expected '%s', got %s: %s: %s", message, oac_status_name(err.status),
			err.message, out.text);
	assert_int_equal(err.status, status);
	assert_string_equal(err.path, path);
	assert_string_equal(err.message, message);
	oac_buffer_clear(&out);
}

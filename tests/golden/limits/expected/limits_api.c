/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "limits_api.h"

#include "limits_tables.h"

/* ^[a-z]+(-[a-z]+)*$ */
static const uint32_t pattern_1_sets[] = {
	1, OAC_EDGE, OAC_EDGE,
	1, 'a', 'z',
	1, '-', '-',
};
static const struct oac_step pattern_1_steps[] = {
	{ OAC_STEP_BEGIN, 1, 11 },
	{ OAC_STEP_BEHIND, 0, 0 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_OR, 0, 2 },
	{ OAC_STEP_OR, 0, 9 },
	{ OAC_STEP_ONE, 0, 6 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_OR, 0, 6 },
	{ OAC_STEP_OR, 0, 5 },
	{ OAC_STEP_AHEAD, 0, 0 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_pattern pattern_1 = {
	pattern_1_steps, pattern_1_sets, NULL,
	OAC_COUNT(pattern_1_steps), 0, false,
};

/* ^(?!x) */
static const uint32_t pattern_2_sets[] = {
	1, OAC_EDGE, OAC_EDGE,
	2, 0x00, 'w', 'y', OAC_EDGE,
};
static const struct oac_step pattern_2_steps[] = {
	{ OAC_STEP_BEGIN, 1, 4 },
	{ OAC_STEP_BEHIND, 0, 0 },
	{ OAC_STEP_AHEAD, 0, 3 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_pattern pattern_2 = {
	pattern_2_steps, pattern_2_sets, NULL,
	OAC_COUNT(pattern_2_steps), 0, false,
};

/* ^.\.?"$ */
static const uint32_t pattern_3_sets[] = {
	1, OAC_EDGE, OAC_EDGE,
	4, 0x00, 0x09, 0x0b, 0x0c, 0x0e, 0x2027, 0x202a, 0x10ffff,
	1, '.', '.',
	1, '"', '"',
};
static const struct oac_step pattern_3_steps[] = {
	{ OAC_STEP_BEGIN, 1, 8 },
	{ OAC_STEP_BEHIND, 0, 0 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_OR, 0, 5 },
	{ OAC_STEP_ONE, 0, 12 },
	{ OAC_STEP_ONE, 0, 15 },
	{ OAC_STEP_AHEAD, 0, 0 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_pattern pattern_3 = {
	pattern_3_steps, pattern_3_sets, NULL,
	OAC_COUNT(pattern_3_steps), 0, false,
};

/* ^(?=.*[A-Z])(?=.*\d).{8,64}$ */
static const uint32_t pattern_4_sets[] = {
	1, 'A', 'Z',
	4, 0x00, 0x09, 0x0b, 0x0c, 0x0e, 0x2027, 0x202a, 0x10ffff,
	1, '0', '9',
	1, OAC_EDGE, OAC_EDGE,
};
static const struct oac_step pattern_4_steps[] = {
	{ OAC_STEP_BEGIN, 0, 6 },
	{ OAC_STEP_ONE, 0, 0 },
	{ OAC_STEP_OR, 0, 5 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_OR, 0, 3 },
	{ OAC_STEP_FOUND, 0, 0 },
	{ OAC_STEP_BEGIN, 0, 12 },
	{ OAC_STEP_ONE, 0, 12 },
	{ OAC_STEP_OR, 0, 11 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_OR, 0, 9 },
	{ OAC_STEP_FOUND, 1, 0 },
	{ OAC_STEP_BEGIN, 1, 19 },
	{ OAC_STEP_AHEAD, 0, 15 },
	{ OAC_STEP_MANY, 0, 3 },
	{ OAC_STEP_IF, 1, 0 },
	{ OAC_STEP_IF, 0, 0 },
	{ OAC_STEP_BEHIND, 0, 15 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_count pattern_4_counts[] = {
	{ 8, 0, 64 },
};
static const struct oac_pattern pattern_4 = {
	pattern_4_steps, pattern_4_sets, pattern_4_counts,
	OAC_COUNT(pattern_4_steps), OAC_COUNT(pattern_4_counts), true,
};

/* ^/ *a* /? ?/\? */
static const uint32_t pattern_5_sets[] = {
	1, OAC_EDGE, OAC_EDGE,
	1, '/', '/',
	1, 'a', 'a',
	1, '?', '?',
	1, '\\', '\\',
};
static const struct oac_step pattern_5_steps[] = {
	{ OAC_STEP_BEGIN, 1, 14 },
	{ OAC_STEP_BEHIND, 0, 0 },
	{ OAC_STEP_OR, 0, 5 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_OR, 0, 3 },
	{ OAC_STEP_OR, 0, 8 },
	{ OAC_STEP_ONE, 0, 6 },
	{ OAC_STEP_OR, 0, 6 },
	{ OAC_STEP_OR, 0, 10 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_ONE, 0, 9 },
	{ OAC_STEP_ONE, 0, 12 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_pattern pattern_5 = {
	pattern_5_steps, pattern_5_sets, NULL,
	OAC_COUNT(pattern_5_steps), 0, false,
};

/* ^\p{Sc} */
static const uint32_t pattern_6_sets[] = {
	1, OAC_EDGE, OAC_EDGE,
	21, '$', '$', 0xa2, 0xa5, 0x58f, 0x58f, 0x60b, 0x60b, 0x7fe, 0x7ff,
	0x9f2, 0x9f3, 0x9fb, 0x9fb, 0xaf1, 0xaf1, 0xbf9, 0xbf9, 0xe3f, 0xe3f,
	0x17db, 0x17db, 0x20a0, 0x20c0, 0xa838, 0xa838, 0xfdfc, 0xfdfc, 0xfe69, 0xfe69,
	0xff04, 0xff04, 0xffe0, 0xffe1, 0xffe5, 0xffe6, 0x11fdd, 0x11fe0, 0x1e2ff, 0x1e2ff,
	0x1ecb0, 0x1ecb0,
};
static const struct oac_step pattern_6_steps[] = {
	{ OAC_STEP_BEGIN, 1, 4 },
	{ OAC_STEP_BEHIND, 0, 0 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_pattern pattern_6 = {
	pattern_6_steps, pattern_6_sets, NULL,
	OAC_COUNT(pattern_6_steps), 0, false,
};

/* ^\p{Sc}\d+$ */
static const uint32_t pattern_7_sets[] = {
	1, OAC_EDGE, OAC_EDGE,
	21, '$', '$', 0xa2, 0xa5, 0x58f, 0x58f, 0x60b, 0x60b, 0x7fe, 0x7ff,
	0x9f2, 0x9f3, 0x9fb, 0x9fb, 0xaf1, 0xaf1, 0xbf9, 0xbf9, 0xe3f, 0xe3f,
	0x17db, 0x17db, 0x20a0, 0x20c0, 0xa838, 0xa838, 0xfdfc, 0xfdfc, 0xfe69, 0xfe69,
	0xff04, 0xff04, 0xffe0, 0xffe1, 0xffe5, 0xffe6, 0x11fdd, 0x11fe0, 0x1e2ff, 0x1e2ff,
	0x1ecb0, 0x1ecb0,
	1, '0', '9',
};
static const struct oac_step pattern_7_steps[] = {
	{ OAC_STEP_BEGIN, 1, 7 },
	{ OAC_STEP_BEHIND, 0, 0 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_ONE, 0, 46 },
	{ OAC_STEP_OR, 0, 3 },
	{ OAC_STEP_AHEAD, 0, 0 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_pattern pattern_7 = {
	pattern_7_steps, pattern_7_sets, NULL,
	OAC_COUNT(pattern_7_steps), 0, false,
};

/* ^\d+ *\p{Sc}{1,3}$ */
static const uint32_t pattern_8_sets[] = {
	1, OAC_EDGE, OAC_EDGE,
	1, '0', '9',
	1, 0x20, 0x20,
	21, '$', '$', 0xa2, 0xa5, 0x58f, 0x58f, 0x60b, 0x60b, 0x7fe, 0x7ff,
	0x9f2, 0x9f3, 0x9fb, 0x9fb, 0xaf1, 0xaf1, 0xbf9, 0xbf9, 0xe3f, 0xe3f,
	0x17db, 0x17db, 0x20a0, 0x20c0, 0xa838, 0xa838, 0xfdfc, 0xfdfc, 0xfe69, 0xfe69,
	0xff04, 0xff04, 0xffe0, 0xffe1, 0xffe5, 0xffe6, 0x11fdd, 0x11fe0, 0x1e2ff, 0x1e2ff,
	0x1ecb0, 0x1ecb0,
};
static const struct oac_step pattern_8_steps[] = {
	{ OAC_STEP_BEGIN, 1, 10 },
	{ OAC_STEP_BEHIND, 0, 0 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_OR, 0, 2 },
	{ OAC_STEP_OR, 0, 7 },
	{ OAC_STEP_ONE, 0, 6 },
	{ OAC_STEP_OR, 0, 5 },
	{ OAC_STEP_MANY, 0, 9 },
	{ OAC_STEP_AHEAD, 0, 0 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_count pattern_8_counts[] = {
	{ 1, 0, 3 },
};
static const struct oac_pattern pattern_8 = {
	pattern_8_steps, pattern_8_sets, pattern_8_counts,
	OAC_COUNT(pattern_8_steps), OAC_COUNT(pattern_8_counts), false,
};

/* ^\p{Sc}+\d */
static const struct oac_step pattern_9_steps[] = {
	{ OAC_STEP_BEGIN, 1, 6 },
	{ OAC_STEP_BEHIND, 0, 0 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_OR, 0, 2 },
	{ OAC_STEP_ONE, 0, 46 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_pattern pattern_9 = {
	pattern_9_steps, pattern_7_sets, NULL,
	OAC_COUNT(pattern_9_steps), 0, false,
};

/* /^a$/i */
static const uint32_t pattern_10_sets[] = {
	1, '/', '/',
	1, OAC_EDGE, OAC_EDGE,
	1, 'a', 'a',
	1, 'i', 'i',
};
static const struct oac_step pattern_10_steps[] = {
	{ OAC_STEP_BEGIN, 0, 8 },
	{ OAC_STEP_ONE, 0, 0 },
	{ OAC_STEP_BEHIND, 0, 3 },
	{ OAC_STEP_ONE, 0, 6 },
	{ OAC_STEP_AHEAD, 0, 3 },
	{ OAC_STEP_ONE, 0, 0 },
	{ OAC_STEP_ONE, 0, 9 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_pattern pattern_10 = {
	pattern_10_steps, pattern_10_sets, NULL,
	OAC_COUNT(pattern_10_steps), 0, false,
};

static const char *const limits_thing_kind_values[] = {
	"thing",
};

const struct oac_enum limits_thing_kind_type = OAC_ENUM_TYPE(limits_thing_kind, limits_thing_kind_values);

const char *limits_thing_kind_text(enum limits_thing_kind value)
{
	return oac_enum_text(&limits_thing_kind_type, (int)value);
}

const struct oac_list limits_double_list_list_type = OAC_LIST_TYPE(limits_double_list_list, OAC_KIND_LIST, &oac_double_list_type);

const struct oac_list limits_thing_list_type = OAC_LIST_TYPE(limits_thing_list, OAC_KIND_OBJECT, &limits_thing_type);

static const struct oac_variant limits_thing_choice_variants[] = {
	OAC_VARIANT(struct limits_thing_choice, string, const char *, OAC_KIND_STRING, NULL, NULL),
	OAC_VARIANT(struct limits_thing_choice, string_list, struct oac_string_list, OAC_KIND_LIST, NULL, &oac_string_list_type),
	OAC_VARIANT(struct limits_thing_choice, thing_choice_option_3, const struct limits_thing_choice_option_3 *, OAC_KIND_POINTER, NULL, &limits_thing_choice_option_3_type),
};

static const struct oac_limit limits_thing_choice_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MOST, 2),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MOST, 1),
};

const struct oac_union limits_thing_choice_type = OAC_LIMITED_UNION_TYPE(limits_thing_choice, limits_thing_choice_variants, limits_thing_choice_limits);

OAC_TYPE_FUNCTIONS(limits_thing_choice, OAC_KIND_UNION)

static const struct oac_variant limits_thing_both_variants[] = {
	OAC_VARIANT(struct limits_thing_both, string, const char *, OAC_KIND_STRING, NULL, NULL),
	OAC_VARIANT(struct limits_thing_both, boolean, bool, OAC_KIND_BOOL, NULL, NULL),
};

const struct oac_union limits_thing_both_type = OAC_PLAIN_UNION_TYPE(limits_thing_both, limits_thing_both_variants);

OAC_TYPE_FUNCTIONS(limits_thing_both, OAC_KIND_UNION)

static const struct oac_field limits_thing_fields[] = {
	OAC_ENUM(struct limits_thing, kind, "kind", 0, limits_thing_kind),
	OAC_OPT_INT64(struct limits_thing, size, "size", 0),
	OAC_OPT_INT64(struct limits_thing, even, "even", 0),
	OAC_OPT_INT64(struct limits_thing, any, "any", 0),
	OAC_OPT_DOUBLE(struct limits_thing, share, "share", 0),
	OAC_OPT_DOUBLE(struct limits_thing, maybe, "maybe", OAC_NULLABLE),
	OAC_OPT_DOUBLE(struct limits_thing, old, "old", 0),
	OAC_STRING(struct limits_thing, name, "name", 0),
	OAC_STRING(struct limits_thing, seen, "seen", 0),
	OAC_STRING(struct limits_thing, dotted, "dotted", 0),
	OAC_STRING(struct limits_thing, same, "same", 0),
	OAC_STRING(struct limits_thing, secret, "secret", 0),
	OAC_STRING(struct limits_thing, comment, "comment", 0),
	OAC_STRING(struct limits_thing, twice, "twice", 0),
	OAC_STRING(struct limits_thing, script, "script", 0),
	OAC_STRING(struct limits_thing, currency, "currency", 0),
	OAC_STRING(struct limits_thing, price, "price", 0),
	OAC_STRING(struct limits_thing, prices, "prices", 0),
	OAC_STRING(struct limits_thing, sign, "sign", 0),
	OAC_STRING(struct limits_thing, literal, "literal", 0),
	OAC_STRING(struct limits_thing, anything, "anything", 0),
	OAC_LIST_OF(struct limits_thing, tags, "tags", 0, oac_string_list),
	OAC_LIST_OF(struct limits_thing, grid, "grid", 0, limits_double_list_list),
	OAC_MAP_OF(struct limits_thing, labels, "labels", 0, oac_string_map),
	OAC_LIST_OF(struct limits_thing, parts, "parts", 0, limits_thing_list),
	OAC_UNION(struct limits_thing, choice, "choice", 0, limits_thing_choice),
	OAC_UNION(struct limits_thing, both, "both", 0, limits_thing_both),
};

static const struct oac_limit limits_thing_limits[] = {
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MAXIMUM, 10),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MINIMUM, 1),
	OAC_NUMBER_LIMIT(2, 0, OAC_LIMIT_MULTIPLE, 2),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_ABOVE, 0),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_BELOW, 1),
	OAC_NUMBER_LIMIT(5, 0, OAC_LIMIT_MINIMUM, 0.5),
	OAC_NUMBER_LIMIT(6, 0, OAC_LIMIT_ABOVE, 0),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_LEAST, 1),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_MOST, 8),
	OAC_PATTERN_LIMIT(7, 0, pattern_1),
	OAC_PATTERN_LIMIT(8, 0, pattern_2),
	OAC_PATTERN_LIMIT(9, 0, pattern_3),
	OAC_PATTERN_LIMIT(10, 0, pattern_2),
	OAC_PATTERN_LIMIT(11, 0, pattern_4),
	OAC_PATTERN_LIMIT(12, 0, pattern_5),
	OAC_PATTERN_LIMIT(15, 0, pattern_6),
	OAC_PATTERN_LIMIT(16, 0, pattern_7),
	OAC_PATTERN_LIMIT(17, 0, pattern_8),
	OAC_PATTERN_LIMIT(18, 0, pattern_9),
	OAC_PATTERN_LIMIT(19, 0, pattern_10),
	OAC_NUMBER_LIMIT(21, 0, OAC_LIMIT_MOST, 3),
	OAC_NUMBER_LIMIT(21, 0, OAC_LIMIT_UNIQUE, 0),
	OAC_NUMBER_LIMIT(21, 1, OAC_LIMIT_LEAST, 2),
	OAC_NUMBER_LIMIT(22, 1, OAC_LIMIT_LEAST, 1),
	OAC_NUMBER_LIMIT(22, 2, OAC_LIMIT_MAXIMUM, 5),
	OAC_NUMBER_LIMIT(23, 0, OAC_LIMIT_MOST, 2),
	OAC_NUMBER_LIMIT(23, 1, OAC_LIMIT_MOST, 4),
};

const struct oac_object limits_thing_type = OAC_LIMITED_OBJECT_TYPE(limits_thing, limits_thing_fields, 0, limits_thing_limits);

OAC_TYPE_FUNCTIONS(limits_thing, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(limits_thing)

static const struct oac_field limits_thing_choice_option_3_fields[] = {
	OAC_OPT_INT64(struct limits_thing_choice_option_3, n, "n", 0),
};

static const struct oac_limit limits_thing_choice_option_3_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MAXIMUM, 3),
};

const struct oac_object limits_thing_choice_option_3_type = OAC_LIMITED_OBJECT_TYPE(limits_thing_choice_option_3, limits_thing_choice_option_3_fields, 0, limits_thing_choice_option_3_limits);

OAC_TYPE_FUNCTIONS(limits_thing_choice_option_3, OAC_KIND_OBJECT)

static const struct oac_field limits_create_thing_request_fields[] = {
	OAC_ENUM(struct limits_create_thing_request, kind, "kind", 0, limits_thing_kind),
	OAC_OPT_INT64(struct limits_create_thing_request, size, "size", 0),
	OAC_OPT_INT64(struct limits_create_thing_request, even, "even", 0),
	OAC_OPT_INT64(struct limits_create_thing_request, any, "any", 0),
	OAC_OPT_DOUBLE(struct limits_create_thing_request, share, "share", 0),
	OAC_OPT_DOUBLE(struct limits_create_thing_request, maybe, "maybe", OAC_NULLABLE),
	OAC_OPT_DOUBLE(struct limits_create_thing_request, old, "old", 0),
	OAC_STRING(struct limits_create_thing_request, name, "name", 0),
	OAC_STRING(struct limits_create_thing_request, seen, "seen", 0),
	OAC_STRING(struct limits_create_thing_request, dotted, "dotted", 0),
	OAC_STRING(struct limits_create_thing_request, same, "same", 0),
	OAC_STRING(struct limits_create_thing_request, secret, "secret", 0),
	OAC_STRING(struct limits_create_thing_request, comment, "comment", 0),
	OAC_STRING(struct limits_create_thing_request, twice, "twice", 0),
	OAC_STRING(struct limits_create_thing_request, script, "script", 0),
	OAC_STRING(struct limits_create_thing_request, currency, "currency", 0),
	OAC_STRING(struct limits_create_thing_request, price, "price", 0),
	OAC_STRING(struct limits_create_thing_request, prices, "prices", 0),
	OAC_STRING(struct limits_create_thing_request, sign, "sign", 0),
	OAC_STRING(struct limits_create_thing_request, literal, "literal", 0),
	OAC_STRING(struct limits_create_thing_request, anything, "anything", 0),
	OAC_LIST_OF(struct limits_create_thing_request, tags, "tags", 0, oac_string_list),
	OAC_LIST_OF(struct limits_create_thing_request, grid, "grid", 0, limits_double_list_list),
	OAC_MAP_OF(struct limits_create_thing_request, labels, "labels", 0, oac_string_map),
	OAC_LIST_OF(struct limits_create_thing_request, parts, "parts", 0, limits_thing_list),
	OAC_UNION(struct limits_create_thing_request, choice, "choice", 0, limits_thing_choice),
	OAC_UNION(struct limits_create_thing_request, both, "both", 0, limits_thing_both),
	OAC_OPT_INT64(struct limits_create_thing_request, page, "page", OAC_IN_QUERY),
};

static const struct oac_limit limits_create_thing_request_limits[] = {
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MAXIMUM, 10),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MINIMUM, 1),
	OAC_NUMBER_LIMIT(2, 0, OAC_LIMIT_MULTIPLE, 2),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_ABOVE, 0),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_BELOW, 1),
	OAC_NUMBER_LIMIT(5, 0, OAC_LIMIT_MINIMUM, 0.5),
	OAC_NUMBER_LIMIT(6, 0, OAC_LIMIT_ABOVE, 0),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_LEAST, 1),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_MOST, 8),
	OAC_PATTERN_LIMIT(7, 0, pattern_1),
	OAC_PATTERN_LIMIT(8, 0, pattern_2),
	OAC_PATTERN_LIMIT(9, 0, pattern_3),
	OAC_PATTERN_LIMIT(10, 0, pattern_2),
	OAC_PATTERN_LIMIT(11, 0, pattern_4),
	OAC_PATTERN_LIMIT(12, 0, pattern_5),
	OAC_PATTERN_LIMIT(15, 0, pattern_6),
	OAC_PATTERN_LIMIT(16, 0, pattern_7),
	OAC_PATTERN_LIMIT(17, 0, pattern_8),
	OAC_PATTERN_LIMIT(18, 0, pattern_9),
	OAC_PATTERN_LIMIT(19, 0, pattern_10),
	OAC_NUMBER_LIMIT(21, 0, OAC_LIMIT_MOST, 3),
	OAC_NUMBER_LIMIT(21, 0, OAC_LIMIT_UNIQUE, 0),
	OAC_NUMBER_LIMIT(21, 1, OAC_LIMIT_LEAST, 2),
	OAC_NUMBER_LIMIT(22, 1, OAC_LIMIT_LEAST, 1),
	OAC_NUMBER_LIMIT(22, 2, OAC_LIMIT_MAXIMUM, 5),
	OAC_NUMBER_LIMIT(23, 0, OAC_LIMIT_MOST, 2),
	OAC_NUMBER_LIMIT(23, 1, OAC_LIMIT_MOST, 4),
	OAC_NUMBER_LIMIT(27, 0, OAC_LIMIT_MINIMUM, 1),
};

const struct oac_object limits_create_thing_request_type = OAC_LIMITED_OBJECT_TYPE(limits_create_thing_request, limits_create_thing_request_fields, 0, limits_create_thing_request_limits);

OAC_TYPE_FUNCTIONS(limits_create_thing_request, OAC_KIND_OBJECT)

const struct oac_operation limits_create_thing_operation = {
	.id = "createThing",
	.method = "POST",
	.path = "/things",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &limits_create_thing_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &limits_thing_type, sizeof(struct limits_thing), OAC_KIND_OBJECT },
};

enum oac_status limits_create_thing(struct oac_client *client,
	const struct limits_create_thing_request *request,
	const struct oac_call_options *options,
	struct limits_thing **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &limits_create_thing_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status limits_create_thing_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct limits_create_thing_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct limits_thing *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { limits_thing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &limits_create_thing_operation,
		NULL, request, options, &then, async, err);
}

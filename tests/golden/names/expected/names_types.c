/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "names_types.h"

#include "names_tables.h"

static const char *const names_http_server_operator_2_values[] = {
	">",
	">=",
	"",
	"a b",
	"A B",
	"1",
	"*/",
};

const struct oac_enum names_http_server_operator_2_type = OAC_ENUM_TYPE(names_http_server_operator_2, names_http_server_operator_2_values);

const char *names_http_server_operator_2_text(enum names_http_server_operator_2 value)
{
	return oac_enum_text(&names_http_server_operator_2_type, (int)value);
}

static const struct oac_field names_http_server_fields[] = {
	OAC_INT64(struct names_http_server, errno_, "errno", OAC_REQUIRED),
	OAC_STRING(struct names_http_server, class_, "class", OAC_REQUIRED),
	OAC_STRING(struct names_http_server, linux_, "linux", 0),
	OAC_OPT_FLAG(struct names_http_server, stdin_, "stdin", 0),
	OAC_STRING(struct names_http_server, n2fast, "2fast", 0),
	OAC_OPT_INT64(struct names_http_server, plus_1, "+1", 0),
	OAC_OPT_INT64(struct names_http_server, minus_1, "-1", 0),
	OAC_STRING(struct names_http_server, user_id, "userID", 0),
	OAC_STRING(struct names_http_server, user_id_2, "userId", 0),
	OAC_OPT_DOUBLE(struct names_http_server, gruc3b6uc39fe, "gr\303\266\303\237e", 0),
	OAC_STRING(struct names_http_server, a_b_c, "a\\\"b\\\\c", 0),
	OAC_STRING(struct names_http_server, oac_more_, "oac_more", 0),
	OAC_ENUM(struct names_http_server, operator_, "operator", 0, names_http_server_operator_2),
};

const struct oac_object names_http_server_type = OAC_OBJECT_TYPE(names_http_server, names_http_server_fields, 0);

OAC_TYPE_FUNCTIONS(names_http_server, OAC_KIND_OBJECT)

static const char *const names_http_server_2_values[] = {
	"x",
};

const struct oac_enum names_http_server_2_type = OAC_ENUM_TYPE(names_http_server_2, names_http_server_2_values);

const char *names_http_server_2_text(enum names_http_server_2 value)
{
	return oac_enum_text(&names_http_server_2_type, (int)value);
}

static const struct oac_field names_http_server_operator_fields[] = {
	OAC_STRING(struct names_http_server_operator, a, "a", 0),
};

const struct oac_object names_http_server_operator_type = OAC_OBJECT_TYPE(names_http_server_operator, names_http_server_operator_fields, 0);

OAC_TYPE_FUNCTIONS(names_http_server_operator, OAC_KIND_OBJECT)

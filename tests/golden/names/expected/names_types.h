/*
 * names_types.h: types that several parts share (Names that C does not like).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef NAMES_TYPES_H
#define NAMES_TYPES_H

#include "oac.h"

#ifndef NAMES_API
#define NAMES_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

enum names_http_server_operator_2 {
	NAMES_HTTP_SERVER_OPERATOR_2_UNSET = 0,
	NAMES_HTTP_SERVER_OPERATOR_2_UNKNOWN = 1, /* not known here; oac_more has its text */
	NAMES_HTTP_SERVER_OPERATOR_2_GREATER,
	NAMES_HTTP_SERVER_OPERATOR_2_GREATER_EQUAL,
	NAMES_HTTP_SERVER_OPERATOR_2_EMPTY,
	NAMES_HTTP_SERVER_OPERATOR_2_A_B,
	NAMES_HTTP_SERVER_OPERATOR_2_A_B_2,
	NAMES_HTTP_SERVER_OPERATOR_2_1,
	NAMES_HTTP_SERVER_OPERATOR_2_STAR_SLASH,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
NAMES_API const char *names_http_server_operator_2_text(enum names_http_server_operator_2 value);

struct names_http_server {
	/* (required; called "errno" on the wire) */
	int64_t errno_;
	/* (required; called "class" on the wire) */
	const char *class_;
	/* (called "linux" on the wire) */
	const char *linux_;
	/* (called "stdin" on the wire) */
	struct oac_opt_bool stdin_;
	/* (called "2fast" on the wire) */
	const char *n2fast;
	/* (called "+1" on the wire) */
	struct oac_opt_int64 plus_1;
	/* (called "-1" on the wire) */
	struct oac_opt_int64 minus_1;
	/* (called "userID" on the wire) */
	const char *user_id;
	/* (called "userId" on the wire) */
	const char *user_id_2;
	/* (called "größe" on the wire) */
	struct oac_opt_double gruc3b6uc39fe;
	/* * / #error ? ?/ // tricks (called "a"b\c" on the wire) */
	const char *a_b_c;
	/* (called "oac_more" on the wire) */
	const char *oac_more_;
	/* (called "operator" on the wire) */
	enum names_http_server_operator_2 operator_;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(NAMES_API, names_http_server);

enum names_http_server_2 {
	NAMES_HTTP_SERVER_2_UNSET = 0,
	NAMES_HTTP_SERVER_2_UNKNOWN = 1, /* not known here; oac_more has its text */
	NAMES_HTTP_SERVER_2_X,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
NAMES_API const char *names_http_server_2_text(enum names_http_server_2 value);

struct names_http_server_operator {
	const char *a;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(NAMES_API, names_http_server_operator);

#ifdef __cplusplus
}
#endif

#endif

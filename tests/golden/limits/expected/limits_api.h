/*
 * limits_api.h: api (Limits of values).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef LIMITS_API_H
#define LIMITS_API_H

#include "limits_types.h"

#ifdef __cplusplus
extern "C" {
#endif

enum limits_thing_kind {
	LIMITS_THING_KIND_UNSET = 0,
	LIMITS_THING_KIND_UNKNOWN = 1, /* not known here; oac_more has its text */
	LIMITS_THING_KIND_THING,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
LIMITS_API const char *limits_thing_kind_text(enum limits_thing_kind value);

struct limits_double_list_list {
	size_t count;
	const struct oac_double_list *items;
};

struct limits_thing_list {
	size_t count;
	const struct limits_thing *items;
};

enum limits_thing_choice_kind {
	LIMITS_THING_CHOICE_UNSET = 0,
	LIMITS_THING_CHOICE_UNKNOWN = 1, /* not known here: as.json has it */
	LIMITS_THING_CHOICE_STRING,
	LIMITS_THING_CHOICE_STRING_LIST,
	LIMITS_THING_CHOICE_THING_CHOICE_OPTION_3,
};

struct limits_thing_choice {
	enum limits_thing_choice_kind kind;
	union {
		const char *string;
		struct oac_string_list string_list;
		const struct limits_thing_choice_option_3 *thing_choice_option_3;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(LIMITS_API, limits_thing_choice);

enum limits_thing_both_kind {
	LIMITS_THING_BOTH_UNSET = 0,
	LIMITS_THING_BOTH_UNKNOWN = 1, /* not known here: as.json has it */
	LIMITS_THING_BOTH_STRING,
	LIMITS_THING_BOTH_BOOLEAN,
};

struct limits_thing_both {
	enum limits_thing_both_kind kind;
	union {
		const char *string;
		bool boolean;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(LIMITS_API, limits_thing_both);

struct limits_thing {
	enum limits_thing_kind kind;
	/* (at most 10) */
	struct oac_opt_int64 size;
	struct oac_opt_int64 even;
	/* (at least -9223372036854775808) */
	struct oac_opt_int64 any;
	struct oac_opt_double share;
	struct oac_opt_double maybe;
	/* (at least 0) */
	struct oac_opt_double old;
	/* (1 to 8 characters) */
	const char *name;
	const char *seen;
	const char *dotted;
	const char *same;
	const char *secret;
	const char *comment;
	const char *twice;
	const char *script;
	const char *currency;
	const char *price;
	const char *prices;
	const char *sign;
	const char *literal;
	const char *anything;
	/* (at most 3 items) */
	struct oac_string_list tags;
	struct limits_double_list_list grid;
	struct oac_string_map labels;
	/* (at least 0 items) */
	struct limits_thing_list parts;
	struct limits_thing_choice choice;
	struct limits_thing_both both;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(LIMITS_API, limits_thing);

struct limits_thing_choice_option_3 {
	/* (at most 3) */
	struct oac_opt_int64 n;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(LIMITS_API, limits_thing_choice_option_3);

struct limits_create_thing_request {
	enum limits_thing_kind kind;
	/* (at most 10) */
	struct oac_opt_int64 size;
	struct oac_opt_int64 even;
	/* (at least -9223372036854775808) */
	struct oac_opt_int64 any;
	struct oac_opt_double share;
	struct oac_opt_double maybe;
	/* (at least 0) */
	struct oac_opt_double old;
	/* (1 to 8 characters) */
	const char *name;
	const char *seen;
	const char *dotted;
	const char *same;
	const char *secret;
	const char *comment;
	const char *twice;
	const char *script;
	const char *currency;
	const char *price;
	const char *prices;
	const char *sign;
	const char *literal;
	const char *anything;
	/* (at most 3 items) */
	struct oac_string_list tags;
	struct limits_double_list_list grid;
	struct oac_string_map labels;
	/* (at least 0 items) */
	struct limits_thing_list parts;
	struct limits_thing_choice choice;
	struct limits_thing_both both;
	/* (query; at least 1) */
	struct oac_opt_int64 page;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(LIMITS_API, limits_create_thing_request);

/*
 * POST /things, createThing in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with limits_thing_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
LIMITS_API enum oac_status limits_create_thing(struct oac_client *client,
	const struct limits_create_thing_request *request,
	const struct oac_call_options *options,
	struct limits_thing **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * limits_create_thing on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with limits_thing_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
LIMITS_API enum oac_status limits_create_thing_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct limits_create_thing_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct limits_thing *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif

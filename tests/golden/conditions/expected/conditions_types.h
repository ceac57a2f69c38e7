/*
 * conditions_types.h: types that several parts share (Conditions).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef CONDITIONS_TYPES_H
#define CONDITIONS_TYPES_H

#include "oac.h"

#ifndef CONDITIONS_API
#define CONDITIONS_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct conditions_payment {
	/* (required) */
	const char *kind;
	const char *note;
	/* Of the card. (at least 8 characters; under a condition) */
	const char *number;
	/* (under a condition) */
	struct oac_json count;
	/* (under a condition) */
	const struct conditions_address *same;
	/* (under a condition) */
	const char *iban;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(CONDITIONS_API, conditions_payment);

struct conditions_address {
	const char *street;
	const char *town;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(CONDITIONS_API, conditions_address);

enum conditions_kinds_kind {
	CONDITIONS_KINDS_KIND_UNSET = 0,
	CONDITIONS_KINDS_KIND_UNKNOWN = 1, /* not known here; oac_more has its text */
	CONDITIONS_KINDS_KIND_A,
	CONDITIONS_KINDS_KIND_B,
	CONDITIONS_KINDS_KIND_C,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
CONDITIONS_API const char *conditions_kinds_kind_text(enum conditions_kinds_kind value);

struct conditions_kinds {
	/* (required) */
	enum conditions_kinds_kind kind;
	/* (under a condition) */
	const char *value;
	/* (under a condition) */
	struct oac_opt_bool extra;
	/* (under a condition; from Address) */
	const char *street;
	/* (under a condition; from Address) */
	const char *town;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(CONDITIONS_API, conditions_kinds);

struct conditions_dependent {
	const char *card;
	/* (under a condition) */
	const struct conditions_address *address;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(CONDITIONS_API, conditions_dependent);

struct conditions_only_conditions {
	/* (under a condition) */
	const char *b;
	/* (under a condition) */
	struct oac_opt_int64 c;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(CONDITIONS_API, conditions_only_conditions);

struct conditions_no_if {
	const char *a;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(CONDITIONS_API, conditions_no_if);

struct conditions_holder {
	const struct conditions_address *home;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(CONDITIONS_API, conditions_holder);

#ifdef __cplusplus
}
#endif

#endif

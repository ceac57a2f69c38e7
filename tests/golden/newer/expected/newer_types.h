/*
 * newer_types.h: types that several parts share (What 3.2 adds).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef NEWER_TYPES_H
#define NEWER_TYPES_H

#include "oac.h"

#ifndef NEWER_API
#define NEWER_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct newer_cat {
	/* (required) */
	const char *kind;
	struct oac_opt_int64 lives;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(NEWER_API, newer_cat);

struct newer_dog {
	/* (required) */
	const char *kind;
	const char *bark;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(NEWER_API, newer_dog);

enum newer_lost_kind {
	NEWER_LOST_UNSET = 0,
	NEWER_LOST_UNKNOWN = 1, /* not known here: as.json has it */
	NEWER_LOST_CAT,
	NEWER_LOST_DOG,
};

struct newer_lost {
	enum newer_lost_kind kind;
	union {
		const struct newer_cat *cat;
		const struct newer_dog *dog;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(NEWER_API, newer_lost);

#ifdef __cplusplus
}
#endif

#endif

/*
 * collisions_types.h: types that several parts share (Names that are one in C).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef COLLISIONS_TYPES_H
#define COLLISIONS_TYPES_H

#include "oac.h"

#ifndef COLLISIONS_API
#define COLLISIONS_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct collisions_pin_bar {
	const char *y;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(COLLISIONS_API, collisions_pin_bar);

struct collisions_pin_bar_2 {
	const char *z;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(COLLISIONS_API, collisions_pin_bar_2);

struct collisions_int64_map_entry {
	const char *z;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(COLLISIONS_API, collisions_int64_map_entry);

enum collisions_pet_kind {
	COLLISIONS_PET_KIND_UNSET = 0,
	COLLISIONS_PET_KIND_UNKNOWN = 1, /* not known here; oac_more has its text */
	COLLISIONS_PET_KIND_X,
	COLLISIONS_PET_KIND_Y,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
COLLISIONS_API const char *collisions_pet_kind_text(enum collisions_pet_kind value);

#ifdef __cplusplus
}
#endif

#endif

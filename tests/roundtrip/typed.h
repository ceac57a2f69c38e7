/*
 * typed.h: what the typed members alone can say: oac_more is dropped, and what is then
 * missing must be nulls, or members and values that the schema does not name.
 */
#ifndef TYPED_H
#define TYPED_H

#include "oac_codec.h"

#include <stdbool.h>
#include <stddef.h>

struct cJSON;

/* Empties every oac_more below value, which is the caller's to change. */
void typed_drop_more(const struct oac_shape *shape, void *value);

/* Whether back may come from sent so; if not, place says where. */
bool typed_is_enough(const struct oac_shape *shape, const struct cJSON *sent, const struct cJSON *back, char *place, size_t room);

#endif

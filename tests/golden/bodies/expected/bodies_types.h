/*
 * bodies_types.h: types that several parts share (Bodies).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef BODIES_TYPES_H
#define BODIES_TYPES_H

#include "oac.h"

#ifndef BODIES_API
#define BODIES_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif

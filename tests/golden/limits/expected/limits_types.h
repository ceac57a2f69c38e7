/*
 * limits_types.h: types that several parts share (Limits of values).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef LIMITS_TYPES_H
#define LIMITS_TYPES_H

#include "oac.h"

#ifndef LIMITS_API
#define LIMITS_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif

/*
 * parameters_types.h: types that several parts share (Parameters).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef PARAMETERS_TYPES_H
#define PARAMETERS_TYPES_H

#include "oac.h"

#ifndef PARAMETERS_API
#define PARAMETERS_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif

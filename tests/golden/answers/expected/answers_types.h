/*
 * answers_types.h: types that several parts share (Answers).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef ANSWERS_TYPES_H
#define ANSWERS_TYPES_H

#include "oac.h"

#ifndef ANSWERS_API
#define ANSWERS_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif

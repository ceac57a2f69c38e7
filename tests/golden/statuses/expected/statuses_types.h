/*
 * statuses_types.h: types that several parts share (Answers by status).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef STATUSES_TYPES_H
#define STATUSES_TYPES_H

#include "oac.h"

#ifndef STATUSES_API
#define STATUSES_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif

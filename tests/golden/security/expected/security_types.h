/*
 * security_types.h: types that several parts share (Security).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef SECURITY_TYPES_H
#define SECURITY_TYPES_H

#include "oac.h"

#ifndef SECURITY_API
#define SECURITY_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif

/*
 * oac_version.h: which runtime this is. Within one soname structs keep their size: what was
 * compiled with one version runs with each later one.
 *
 *	#if OAC_VERSION_NUMBER < 200
 *	#error "oac 0.2.0 or later is needed"
 *	#endif
 */
#ifndef OAC_RUNTIME_VERSION_H
#define OAC_RUNTIME_VERSION_H

#include "oac_value.h"

#define OAC_VERSION "0.1.0"
#define OAC_VERSION_NUMBER 100 /* major * 10000 + minor * 100 + patch */

#ifdef __cplusplus
extern "C" {
#endif

/* OAC_VERSION of the library that runs, which may be later than the header's. From any thread. */
OAC_API const char *oac_version(void);

#ifdef __cplusplus
}
#endif

#endif

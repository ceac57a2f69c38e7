/*
 * servers_types.h: types that several parts share (Servers).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef SERVERS_TYPES_H
#define SERVERS_TYPES_H

#include "oac.h"

#ifndef SERVERS_API
#define SERVERS_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

enum servers_server {
	SERVERS_SERVER_UNSET = 0,
	SERVERS_SERVER_UNKNOWN = 1, /* not known here; oac_more has its text */
	SERVERS_SERVER_2,
	SERVERS_SERVER_SANDBOX,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
SERVERS_API const char *servers_server_text(enum servers_server value);

#ifdef __cplusplus
}
#endif

#endif

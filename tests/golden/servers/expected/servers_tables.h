/*
 * servers_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef SERVERS_TABLES_H
#define SERVERS_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "servers was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_enum servers_server_type;
extern const struct oac_operation servers_usual_operation;
extern const struct oac_operation servers_upload_operation;
extern const struct oac_operation servers_upload_elsewhere_operation;
extern const struct oac_operation servers_near_operation;
extern const struct oac_operation servers_unknown_operation;

#endif

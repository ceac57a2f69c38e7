/*
 * parameters_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef PARAMETERS_TABLES_H
#define PARAMETERS_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "parameters was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_object parameters_search_request_type;
extern const struct oac_object parameters_send_request_type;
extern const struct oac_operation parameters_search_operation;
extern const struct oac_operation parameters_send_operation;

#endif

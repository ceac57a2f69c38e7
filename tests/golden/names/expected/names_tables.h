/*
 * names_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef NAMES_TABLES_H
#define NAMES_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "names was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_enum names_http_server_operator_2_type;
extern const struct oac_object names_http_server_type;
extern const struct oac_enum names_http_server_2_type;
extern const struct oac_object names_http_server_operator_type;
extern const struct oac_object names_get_a_b_class_id_request_type;
extern const struct oac_operation names_get_a_b_class_id_operation;
extern const struct oac_operation names_switch_operation;

#endif

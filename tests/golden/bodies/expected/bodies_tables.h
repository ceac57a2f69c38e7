/*
 * bodies_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef BODIES_TABLES_H
#define BODIES_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "bodies was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_object bodies_shared_type;
OAC_DONE_API(bodies_shared);
extern const struct oac_object bodies_shared_address_type;
extern const struct oac_object bodies_upload_type;
extern const struct oac_object bodies_stored_type;
OAC_DONE_API(bodies_stored);
extern const struct oac_object bodies_send_form_request_type;
extern const struct oac_object bodies_empty_form_request_type;
extern const struct oac_object bodies_send_map_request_type;
extern const struct oac_object bodies_send_files_request_type;
extern const struct oac_object bodies_send_raw_request_type;
extern const struct oac_object bodies_send_anything_request_type;
extern const struct oac_union bodies_send_both_answer_type;
OAC_DONE_API(bodies_send_both_answer);
extern const struct oac_object bodies_send_shared_upload_request_type;
extern const struct oac_operation bodies_send_form_operation;
extern const struct oac_operation bodies_empty_form_operation;
extern const struct oac_operation bodies_send_map_operation;
extern const struct oac_operation bodies_send_files_operation;
extern const struct oac_operation bodies_send_upload_operation;
extern const struct oac_operation bodies_send_shared_upload_operation;
extern const struct oac_operation bodies_send_raw_operation;
extern const struct oac_operation bodies_send_anything_operation;
extern const struct oac_operation bodies_send_patch_operation;
extern const struct oac_operation bodies_get_raw_operation;
extern const struct oac_operation bodies_head_raw_operation;
extern const struct oac_operation bodies_download_operation;
extern const struct oac_operation bodies_send_both_operation;

#endif

/*
 * statuses_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef STATUSES_TABLES_H
#define STATUSES_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "statuses was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_object statuses_thing_type;
OAC_DONE_API(statuses_thing);
extern const struct oac_enum statuses_job_state_type;
extern const struct oac_object statuses_job_type;
OAC_DONE_API(statuses_job);
OAC_GIVEN_API(statuses_job);
extern const struct oac_object statuses_put_thing_response_201_type;
extern const struct oac_list statuses_thing_list_type;
extern const struct oac_union statuses_put_thing_answer_type;
OAC_DONE_API(statuses_put_thing_answer);
extern const struct oac_operation statuses_put_thing_operation;
extern const struct oac_operation statuses_get_thing_operation;
extern const struct oac_operation statuses_run_thing_operation;
extern const struct oac_operation statuses_run_thing_stream_operation;

#endif

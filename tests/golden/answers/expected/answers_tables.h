/*
 * answers_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef ANSWERS_TABLES_H
#define ANSWERS_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "answers was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_object answers_thing_type;
OAC_DONE_API(answers_thing);
extern const struct oac_object answers_problem_type;
extern const struct oac_object answers_not_found_response_type;
extern const struct oac_list answers_thing_list_type;
extern const struct oac_object answers_failing_error_503_type;
extern const struct oac_object answers_failing_too_error_type;
extern const struct oac_union answers_several_answer_type;
OAC_DONE_API(answers_several_answer);
extern const struct oac_object answers_several_bytes_request_type;
extern const struct oac_object answers_send_file_request_type;
extern const struct oac_operation answers_failing_operation;
extern const struct oac_operation answers_failing_too_operation;
extern const struct oac_operation answers_only_default_operation;
extern const struct oac_operation answers_anything_operation;
extern const struct oac_operation answers_several_operation;
extern const struct oac_operation answers_several_bytes_operation;
extern const struct oac_operation answers_events_stream_operation;
extern const struct oac_operation answers_send_file_operation;
extern const struct oac_operation answers_by_rote_operation;
extern const struct oac_operation answers_any_type_operation;

#endif

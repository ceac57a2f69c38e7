/*
 * security_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef SECURITY_TABLES_H
#define SECURITY_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "security was made for another version of the oac runtime: regenerate it"
#endif

extern const uint16_t security_security[];
extern const uint16_t security_security_2[];
extern const uint16_t security_security_3[];
extern const uint16_t security_security_4[];
extern const uint16_t security_security_5[];
extern const uint16_t security_security_6[];
extern const uint16_t security_security_7[];

extern const struct oac_operation security_usual_operation;
extern const struct oac_operation security_none_operation;
extern const struct oac_operation security_same_operation;
extern const struct oac_operation security_optional_operation;
extern const struct oac_operation security_basic_operation;
extern const struct oac_operation security_keys_operation;
extern const struct oac_operation security_either_operation;
extern const struct oac_operation security_tls_operation;
extern const struct oac_operation security_other_operation;

#endif

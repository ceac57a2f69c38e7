/*
 * conditions_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef CONDITIONS_TABLES_H
#define CONDITIONS_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "conditions was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_object conditions_payment_type;
extern const struct oac_object conditions_address_type;
extern const struct oac_enum conditions_kinds_kind_type;
extern const struct oac_object conditions_kinds_type;
extern const struct oac_object conditions_dependent_type;
extern const struct oac_object conditions_only_conditions_type;
extern const struct oac_object conditions_no_if_type;
extern const struct oac_object conditions_holder_type;

#endif

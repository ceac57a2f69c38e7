/*
 * init.h: oac init: a configuration to begin with, with what the document lets one guess:
 * names, pages and streams. Comments say what each part is for.
 */
#ifndef OAC_INIT_H
#define OAC_INIT_H

#include "buffer.h"
#include "model.h"

/* model: of the whole document, made without a configuration; spec: as it was given. */
void init_write(const struct model *model, const char *spec, struct buffer *out);

#endif

/*
 * record.h: what a manifest says of how its files came to be: the tool's version, the inputs
 * with their SHA-256, the options. Nothing in it depends on the machine or the folder.
 */
#ifndef OAC_RECORD_H
#define OAC_RECORD_H

#include "buffer.h"
#include "options.h"
#include "source.h"

/* Lines that begin with '#'. */
void record_write(struct buffer *out, const struct source *source, const struct options *options);

#endif

/*
 * record.h: what a manifest says of how its files came to be: the tool's version, the inputs
 * with their SHA-256, the options, the warnings. Nothing in it depends on the machine or the folder.
 */
#ifndef OAC_RECORD_H
#define OAC_RECORD_H

#include <stdbool.h>

#include "buffer.h"
#include "diag.h"
#include "options.h"
#include "source.h"
#include "templates.h"

struct record {
	const struct options *options;
	const struct source *source;
	const struct templates *templates;
	const struct diag_remark *remarks;
};

/*
 * Lines that begin with '#'. False: they do not hold all that the output hangs on, so that the
 * same lines of another run prove nothing.
 */
bool record_write(struct buffer *out, const struct record *record);

#endif

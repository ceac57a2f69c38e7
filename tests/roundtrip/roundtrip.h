/* roundtrip.h: what a document's table of types looks like. */
#ifndef ROUNDTRIP_H
#define ROUNDTRIP_H

#include "oac_codec.h"

struct roundtrip_type {
	const char *schema; /* its name, or its place in the document */
	const char *name;   /* of the C type, without its prefix */
	struct oac_shape shape;
};

/* Ends with a schema of NULL. */
extern const struct roundtrip_type roundtrip_types[];

#endif

/*
 * oac_upload.h: the body of a request on its way, as often as it must be sent, and how far
 * an exchange has come. Not for programs.
 */
#ifndef OAC_UPLOAD_H
#define OAC_UPLOAD_H

#include "oac_transport.h"

/* What the caller is told of both directions. */
struct oac_meter {
	int (*progress)(void *user, const struct oac_progress *progress); /* NULL: nothing */
	void *user;
	struct oac_progress now;
	bool stopped; /* the caller said so */
};

/* Tells the caller. False: stop. */
bool oac_meter_tell(struct oac_meter *meter);

struct oac_upload {
	struct oac_meter *meter;
	const struct oac_request *request; /* has the body as it is */
	struct oac_source source; /* what the transport reads */
	size_t at; /* in a body that is text */
	bool begun; /* some of the body was read, in this or an earlier sending */
	bool failed; /* the body could not be read */
};

/*
 * Gives hop the body of request, from its start. False: it was read before, and cannot be
 * read again.
 */
bool oac_upload_start(struct oac_upload *upload, const struct oac_request *request,
	struct oac_request *hop);
/* Whether another sending can have the body. */
bool oac_upload_can_repeat(const struct oac_upload *upload, const struct oac_request *request);

#endif

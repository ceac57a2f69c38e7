/*
 * service.h: from a whole request to its answer: the table of operations, and
 * the checks that come before one is carried out.
 */
#ifndef SERVER_SERVICE_H
#define SERVER_SERVICE_H

#include "answer.h"
#include "journal.h"
#include "state.h"

struct service {
	struct state state;
	struct script *script;
	struct journal journal;
	unsigned long connections; /* accepted so far */
	unsigned long connections_open;
};

/* journal_max: the requests that are kept to be looked at. */
void service_init(struct service *service, struct script *script, size_t journal_max);
void service_clear(struct service *service);

/*
 * Keeps the request in the journal and says which fault of the script it meets,
 * NULL when none. To be called once for each request.
 */
const struct fault *service_receive(struct service *service, const struct request *request);

/* The next bytes of a stream, with the run brought to now first; 0: there are none yet. */
size_t service_stream_read(
	struct service *service, struct stream *stream, int64_t now_ms, char *out, size_t size);
/* When there will be more; INT64_MAX: never by itself. */
int64_t service_stream_next(const struct stream *stream);

/* Carries the request out and leaves an answer, always. */
void service_answer(struct service *service, struct request *request, struct answer *answer);

#endif

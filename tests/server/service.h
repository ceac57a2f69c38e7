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
};

void service_init(struct service *service, struct script *script);
void service_clear(struct service *service);

/*
 * Keeps the request in the journal and says which fault of the script it meets,
 * NULL when none. To be called once for each request.
 */
const struct fault *service_receive(struct service *service, const struct request *request);

/* Carries the request out and leaves an answer, always. */
void service_answer(struct service *service, struct request *request, struct answer *answer);

#endif

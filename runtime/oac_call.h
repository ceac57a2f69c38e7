/*
 * oac_call.h: one call, prepared, executed and parsed in steps. Not for programs.
 */
#ifndef OAC_CALL_H
#define OAC_CALL_H

#include "oac_download.h"

struct oac_call {
	struct oac_client *client;
	const struct oac_operation *operation;
	struct oac_response *response; /* the caller's, or NULL */
	struct oac_error *err;	       /* nullable */
	struct oac_prepared prepared;
	struct oac_execution x;
	struct oac_download download;
	bool begun;
	enum oac_status status; /* of what was prepared */
};

/*
 * Prepares a call as a step of task; what the arguments point to is not needed afterwards,
 * but options->response and err. When it fails, the call is over already. To be ended in
 * any case; it does not move in between.
 */
void oac_call_begin(struct oac_call *call, struct oac_task *task, struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, struct oac_error *err);
/* Before the first step: sends it to a URL of the same origin instead, which may be relative. */
void oac_call_move(struct oac_call *call, const char *url);
/* Goes on, and waits at most wait_ms. True: over. */
bool oac_call_step(struct oac_call *call, int64_t wait_ms);
/* When to step again though nothing has happened. */
int64_t oac_call_due(const struct oac_call *call);
/*
 * What came of a call that is over, as oac_call gives it; of one that is not, which is
 * abandoned, nothing. out NULL: the answer is not wanted.
 */
enum oac_status oac_call_end(struct oac_call *call, void **out);

#endif

/*
 * call_on_loop.h: oac_call by way of a loop, so that the tests of calls that block are met by
 * the loop too: include it first, then the fixtures' .c files, then the test's.
 */
#ifndef CALL_ON_LOOP_H
#define CALL_ON_LOOP_H

#include "oac_async.h"

#include <string.h>

struct call_on_loop {
	int count;
	enum oac_status status;
	void *result;
	struct oac_error err;
};

static inline void call_on_loop_done(const struct oac_done *done, enum oac_status status, void *result,
	const struct oac_error *err)
{
	struct call_on_loop *call = done->user;

	call->count++;
	call->status = status;
	call->result = result;
	call->err = *err;
}

static inline void call_on_loop_nobody(void)
{
}

/* One for all calls, so that connections are kept from one to the next. */
static inline struct oac_loop *call_on_loop_loop(void)
{
	static struct oac_loop *loop;

	if (loop == NULL)
		loop = oac_loop_new(NULL, NULL);
	return loop;
}

/* A status that no test expects stands for a loop that does not do what it promises. */
static inline enum oac_status call_on_loop(struct oac_client *client, const struct oac_operation *operation,
	const char *const *path, const void *request, const struct oac_call_options *options, void **out,
	struct oac_error *err)
{
	struct call_on_loop call = { 0 };
	const struct oac_done done = { call_on_loop_done, call_on_loop_nobody, &call };
	struct oac_loop *loop = call_on_loop_loop();
	enum oac_status status =
		oac_call_async(loop, client, operation, path, request, options, &done, NULL, &call.err);

	if (status == OAC_OK) {
		bool kept = call.count == 0 && oac_loop_run(loop, NULL) == OAC_OK && call.count == 1;
		status = kept ? call.status : (enum oac_status)-1;
	}
	if (err != NULL)
		*err = call.err;
	if (out != NULL)
		*out = call.result;
	else
		oac_free(call.result);
	return status;
}

#define oac_call call_on_loop

#endif

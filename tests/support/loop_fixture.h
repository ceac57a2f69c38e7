/*
 * loop_fixture.h: calls of call_fixture.h's API on a loop, and what came of each.
 *
 *	struct async_seen seen = { 0 };
 *	async_call(loop, client, &op_get_item, NULL, NULL, &seen);
 *	assert_int_equal(oac_loop_run(loop, NULL), OAC_OK);
 *	assert_int_equal(seen.status, OAC_OK);
 *	async_clear(&seen);
 */
#ifndef LOOP_FIXTURE_H
#define LOOP_FIXTURE_H

#include "call_fixture.h"
#include "oac_async.h"

struct async_seen {
	size_t count; /* how often done was called */
	enum oac_status status;
	struct oac_error err;
	struct item *item;
	int64_t at; /* of the end */
	struct oac_async async;
	/* Called from within done; may be NULL. */
	void (*then)(struct async_seen *seen);
	void *user;
};

/* Calls with the path box_and_item; what the submission itself says. */
enum oac_status async_try(struct oac_loop *loop, struct oac_client *client,
	const struct oac_operation *operation, const void *request,
	const struct oac_call_options *options, struct async_seen *seen, struct oac_error *err);
/* The same, which must be accepted. */
void async_call(struct oac_loop *loop, struct oac_client *client,
	const struct oac_operation *operation, const void *request,
	const struct oac_call_options *options, struct async_seen *seen);
void async_clear(struct async_seen *seen);

#endif

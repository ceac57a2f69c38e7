#include "loop_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static OAC_DONE_FUNCTION(item)

static void note_end(void *user, enum oac_status status, struct item *item, const struct oac_error *err)
{
	struct async_seen *seen = user;

	seen->count++;
	seen->status = status;
	seen->err = *err;
	seen->item = item;
	seen->at = oac_now_ms();
	assert_int_equal(err->status, status);
	assert_int_equal(status == OAC_OK, item != NULL);
	assert_null(strstr(err->message, "sk-secret"));
	if (seen->then != NULL)
		seen->then(seen);
}

enum oac_status async_try(struct oac_loop *loop, struct oac_client *client,
	const struct oac_operation *operation, const void *request,
	const struct oac_call_options *options, struct async_seen *seen, struct oac_error *err)
{
	const struct oac_done done = { item_done, (oac_function *)note_end, seen };

	memset(err, 0xAA, sizeof(*err));
	enum oac_status status = oac_call_async(loop, client, operation, box_and_item, request, options,
		&done, &seen->async, err);
	assert_int_equal(err->status, status);
	return status;
}

void async_call(struct oac_loop *loop, struct oac_client *client,
	const struct oac_operation *operation, const void *request,
	const struct oac_call_options *options, struct async_seen *seen)
{
	struct oac_error err;

	if (async_try(loop, client, operation, request, options, seen, &err) != OAC_OK)
		fail_msg("%s", err.message);
}

void async_clear(struct async_seen *seen)
{
	oac_free(seen->item);
	memset(seen, 0, sizeof(*seen));
}

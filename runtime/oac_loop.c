#include "oac_loop.h"

#include "oac_error_set.h"
#include "oac_loop_type.h"

#include <limits.h>
#include <string.h>

enum {
	MAX_CONNECTIONS = 256,
	BLIND_MS = 10, /* between looks at sockets that could not be watched */
	NOT_ARMED = -1,
};

/* ---- sockets and timers ---- */

bool oac_loop_watch(struct oac_loop *loop, int fd, int what)
{
	bool watched = loop->has_adapter ? loop->adapter.watch(loop->adapter.user, fd, what) == 0 :
					   oac_poller_watch(loop->poller, fd, what);

	if (!watched && !loop->blind)
		loop->look_at = oac_deadline_in(BLIND_MS);
	loop->blind = loop->blind || !watched;
	return watched;
}

static bool watch_for_curl(void *user, int fd, int what)
{
	return oac_loop_watch(user, fd, what);
}

static void time_for_curl(void *user, int64_t ms)
{
	struct oac_loop *loop = user;

	loop->curl_due = oac_deadline_in(ms);
}

struct oac_curl_loop *oac_loop_curl(struct oac_loop *loop)
{
	const struct oac_curl_owner owner = { loop, watch_for_curl, time_for_curl };

	(void)owner;
	if (loop->curl == NULL)
		loop->curl = oac_curl_loop_new(&owner, loop->options.max_connections,
			loop->options.max_connections_per_host);
	return loop->curl;
}

static int64_t next_due(const struct oac_loop *loop)
{
	int64_t due = loop->curl_due;

	if (loop->ready_count > 0)
		return 0;
	if (loop->heap_count > 0 && loop->heap[0]->due < due)
		due = loop->heap[0]->due;
	if (loop->grant_at < due)
		due = loop->grant_at;
	/* A point in time, which sockets that are told of all the while do not put off. */
	if (loop->blind && loop->count > 0 && loop->look_at < due)
		due = loop->look_at;
	return due;
}

void oac_loop_changed(struct oac_loop *loop)
{
	int64_t due;

	if (!loop->has_adapter || loop->inside)
		return;
	due = next_due(loop);
	if (due == loop->armed)
		return;
	loop->armed = due;
	loop->adapter.timer(loop->adapter.user, oac_time_left(due));
}

/* ---- a turn ---- */

static void take_socket(struct oac_loop *loop, int fd, int what)
{
	if (fd == loop->wake[0]) {
		while (oac_pipe_take(fd))
			;
		loop->woken = true;
	} else if (!oac_loop_token(loop, fd) && loop->curl != NULL) {
		oac_curl_loop_socket(loop->curl, fd, what);
	}
}

/* What would be told of sockets and tokens if all could be watched. */
static void look_around(struct oac_loop *loop)
{
	loop->look_at = oac_deadline_in(BLIND_MS);
	if (loop->curl != NULL)
		oac_curl_loop_sweep(loop->curl);
	for (uint32_t i = 0; i < loop->slot_count; i++) {
		struct oac_loop_entry *entry = loop->slots[i].entry;
		if (entry != NULL && oac_cancel_pulled(entry->task->cancel))
			oac_loop_make_ready(entry);
	}
}

/* All that has to do with time. */
static void take_time(struct oac_loop *loop)
{
	int64_t now = oac_now_ms();

	if (loop->curl_due <= now) {
		loop->curl_due = INT64_MAX;
		oac_curl_loop_timer(loop->curl);
	}
	if (loop->blind)
		look_around(loop);
	if (loop->grant_at <= now)
		oac_loop_grant(loop);
	/* Event loops may tell of time before they tell of sockets: what came in time counts. */
	if (oac_loop_make_due_ready(loop, now) && !loop->blind)
		oac_curl_loop_sweep(loop->curl);
}

/* Each task that is ready now, once: what becomes ready meanwhile is for the next turn. */
static void step_ready(struct oac_loop *loop)
{
	for (size_t left = loop->ready_count; left > 0 && !loop->free_wanted; left--) {
		struct oac_loop_entry *entry = loop->ready;
		if (entry == NULL)
			break;
		oac_loop_unready(entry);
		oac_loop_step(entry);
	}
}

static void destroy(struct oac_loop *loop)
{
	loop->closing = true;
	loop->inside = true;
	for (uint32_t i = 0; i < loop->slot_count; i++) {
		struct oac_loop_entry *entry = loop->slots[i].entry;
		if (entry == NULL)
			continue;
		entry->task->stopped = true;
		entry->task->type->step(entry->task, 0);
		oac_loop_finish(entry);
	}
	oac_curl_loop_free(loop->curl);
	if (loop->has_adapter)
		loop->adapter.timer(loop->adapter.user, -1);
	if (loop->wake[0] != -1 && (loop->has_adapter || loop->poller != NULL))
		oac_loop_watch(loop, loop->wake[0], 0);
	oac_poller_free(loop->poller);
	oac_pipe_close(loop->wake);
	oac_mem_free(loop->token_uses);
	oac_mem_free(loop->heap);
	oac_mem_free(loop->slots);
	oac_mem_free(loop);
}

/* The end of whatever has called callbacks. False: the loop is gone. */
static bool leave(struct oac_loop *loop)
{
	loop->inside = false;
	if (loop->free_wanted) {
		destroy(loop);
		return false;
	}
	oac_loop_changed(loop);
	return true;
}

/* Callbacks, after all that happens within libcurl. */
static void run_tasks(struct oac_loop *loop)
{
	if (loop->woken && loop->options.on_wake != NULL) {
		loop->woken = false;
		loop->options.on_wake(loop->options.user);
	}
	step_ready(loop);
}

static enum oac_status turn(struct oac_loop *loop, int64_t timeout_ms, struct oac_error *err)
{
	int64_t wait = oac_time_left(next_due(loop));
	struct oac_sigpipe_guard guard;
	size_t count;

	if (wait < 0 || (timeout_ms >= 0 && timeout_ms < wait))
		wait = timeout_ms;
	count = oac_poller_wait(loop->poller, wait);
	loop->inside = true;
	oac_sigpipe_begin(&guard);
	for (size_t i = 0; i < count; i++) {
		int fd;
		int what = oac_poller_ready(loop->poller, i, &fd);
		take_socket(loop, fd, what);
	}
	take_time(loop);
	oac_sigpipe_end(&guard);
	run_tasks(loop);
	if (leave(loop))
		return OAC_OK;
	return oac_error_set(err, OAC_E_CANCELLED, "the loop was freed by a callback");
}

static enum oac_status check_turn(const struct oac_loop *loop, struct oac_error *err)
{
	oac_error_clear(err);
	if (loop == NULL)
		return oac_error_set(err, OAC_E_ARGUMENT, "the loop is NULL");
	if (loop->process != oac_process_id())
		return oac_error_set(err, OAC_E_ARGUMENT, "the loop belongs to the parent process");
	if (loop->inside)
		return oac_error_set(
			err, OAC_E_ARGUMENT, "the loop is running: this is one of its callbacks");
	if (loop->has_adapter)
		return oac_error_set(err, OAC_E_ARGUMENT, "the loop has an adapter, which runs it");
	return OAC_OK;
}

/* ---- public ---- */

static int limit_or(int limit, int otherwise)
{
	return limit > 0 ? limit : otherwise;
}

static void take_options(struct oac_loop *loop, const struct oac_loop_options *options)
{
	struct oac_loop_options *own = &loop->options;

	if (options != NULL)
		*own = *options;
	own->max_connections = limit_or(own->max_connections, MAX_CONNECTIONS);
	own->max_connections_per_host =
		limit_or(own->max_connections_per_host, own->max_connections);
	own->max_in_flight = limit_or(own->max_in_flight, own->max_connections);
	loop->has_adapter = own->adapter != NULL;
	if (loop->has_adapter)
		loop->adapter = *own->adapter;
	own->adapter = NULL;
}

struct oac_loop *oac_loop_new(const struct oac_loop_options *options, struct oac_error *err)
{
	struct oac_loop *loop = oac_malloc(sizeof(*loop));
	enum oac_status status = OAC_OK;

	oac_error_clear(err);
	if (loop == NULL) {
		oac_error_set(err, OAC_E_NOMEM, "out of memory");
		return NULL;
	}
	memset(loop, 0, sizeof(*loop));
	take_options(loop, options);
	loop->process = oac_process_id();
	loop->ready_end = &loop->ready;
	loop->waiting_end = &loop->waiting;
	loop->grant_at = loop->curl_due = INT64_MAX;
	loop->allowance = 1;
	loop->allowance_at = oac_now_ms();
	loop->armed = NOT_ARMED;
	loop->wake[0] = loop->wake[1] = -1;
	if (!loop->has_adapter)
		status = oac_poller_new(&loop->poller);
	if (status == OAC_OK && oac_pipe_open(loop->wake) &&
		oac_loop_watch(loop, loop->wake[0], OAC_LOOP_READ))
		return loop;
	destroy(loop);
	if (status == OAC_E_NOMEM)
		oac_error_set(err, OAC_E_NOMEM, "out of memory");
	else
		oac_error_set(err, OAC_E_CONFIG, "no descriptors are left for the loop");
	return NULL;
}

void oac_loop_free(struct oac_loop *loop)
{
	if (loop == NULL || loop->process != oac_process_id())
		return;
	if (!loop->inside) {
		destroy(loop);
		return;
	}
	loop->free_wanted = true;
	for (uint32_t i = 0; i < loop->slot_count; i++)
		if (loop->slots[i].entry != NULL)
			loop->slots[i].entry->task->stopped = true;
}

enum oac_status oac_loop_run(struct oac_loop *loop, struct oac_error *err)
{
	enum oac_status status = check_turn(loop, err);

	while (status == OAC_OK && loop->count > 0)
		status = turn(loop, OAC_NO_LIMIT, err);
	return status;
}

enum oac_status oac_loop_turn(struct oac_loop *loop, int64_t timeout_ms, struct oac_error *err)
{
	enum oac_status status = check_turn(loop, err);

	return status == OAC_OK ? turn(loop, timeout_ms, err) : status;
}

void oac_loop_wake(struct oac_loop *loop)
{
	oac_pipe_put(loop->wake[1]);
}

size_t oac_loop_count(const struct oac_loop *loop)
{
	return loop->count;
}

bool oac_loop_cancel(struct oac_loop *loop, struct oac_async async)
{
	const struct oac_loop_slot *slot;

	if (loop->process != oac_process_id() || async.index >= loop->slot_count)
		return false;
	slot = &loop->slots[async.index];
	if (slot->entry == NULL || slot->generation != async.generation)
		return false;
	slot->entry->task->stopped = true;
	oac_loop_make_ready(slot->entry);
	oac_loop_changed(loop);
	return true;
}

void oac_loop_cancel_all(struct oac_loop *loop)
{
	for (uint32_t i = 0; i < loop->slot_count; i++)
		if (loop->slots[i].entry != NULL)
			oac_loop_cancel(loop, (struct oac_async){ i, loop->slots[i].generation });
}

void oac_loop_socket(struct oac_loop *loop, int fd, int what)
{
	struct oac_sigpipe_guard guard;

	if (loop->inside || loop->process != oac_process_id())
		return;
	loop->inside = true;
	oac_sigpipe_begin(&guard);
	take_socket(loop, fd, what);
	oac_sigpipe_end(&guard);
	run_tasks(loop);
	leave(loop);
}

void oac_loop_timer(struct oac_loop *loop)
{
	struct oac_sigpipe_guard guard;

	loop->armed = NOT_ARMED;
	if (loop->inside || loop->process != oac_process_id())
		return;
	loop->inside = true;
	oac_sigpipe_begin(&guard);
	take_time(loop);
	oac_sigpipe_end(&guard);
	run_tasks(loop);
	leave(loop);
}

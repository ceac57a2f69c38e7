/*
 * The libcurl transport: a bounded pool of slots, each a multi handle with one easy handle
 * and so with one kept connection. One exchange at a time has a slot. DNS is shared by
 * all slots; connections are not, because libcurl does not allow that between threads.
 */
#include "oac_transport.h"

#include "oac_curl_exchange.h"
#include "oac_curl_loop.h"
#include "oac_error_set.h"

#include <limits.h>
#include <string.h>

struct slot {
	struct slot *next;
	CURLM *multi;
	CURL *easy;
	curl_socket_t kept; /* of the connection that is kept, or CURL_SOCKET_BAD */
	bool ready; /* what is the same for all exchanges is set */
	bool left;  /* the last exchange was ended before it was over */
	bool signals; /* what its connections write may raise SIGPIPE */
};

struct pool {
	struct oac_curl_settings settings;
	struct oac_mutex *lock; /* of what follows */
	struct slot *idle; /* the newest first, so that few connections do all the work */
	int idle_count;
	int used_count;
	int waiting;
	int wake[2]; /* a byte for each slot that came free while some were waiting */
};

struct exchange {
	struct oac_curl_exchange x;
	struct slot *slot; /* NULL: waiting for one */
	bool waiting;
	bool added; /* the easy handle is in the multi handle */
	bool over;  /* and libcurl is done with it */
};

/* ---- slots ---- */

/* Closes its connection, which may write to it. */
static void slot_free(struct slot *slot)
{
	struct oac_sigpipe_guard guard;

	if (slot == NULL)
		return;
	oac_sigpipe_begin(&guard);
	curl_easy_cleanup(slot->easy);
	if (slot->multi != NULL)
		curl_multi_cleanup(slot->multi);
	oac_sigpipe_end(&guard);
	oac_mem_free(slot);
}

static struct slot *slot_new(void)
{
	struct slot *slot = oac_malloc(sizeof(*slot));

	if (slot == NULL)
		return NULL;
	*slot = (struct slot){ NULL, curl_multi_init(), curl_easy_init(), CURL_SOCKET_BAD, false,
		false, false };
	if (slot->multi != NULL && slot->easy != NULL &&
		curl_multi_setopt(slot->multi, CURLMOPT_MAXCONNECTS, 1L) == CURLM_OK)
		return slot;
	slot_free(slot);
	return NULL;
}

/* Takes or makes a slot. False when all are in use, or with no_memory set. */
static bool slot_take(struct pool *pool, struct exchange *e)
{
	bool room;

	oac_mutex_lock(pool->lock);
	room = pool->used_count < pool->settings.options.max_connections;
	if (e->waiting != !room) {
		pool->waiting += room ? -1 : 1;
		e->waiting = !room;
	}
	if (room) {
		pool->used_count++;
		e->slot = pool->idle;
		if (e->slot != NULL) {
			pool->idle = e->slot->next;
			pool->idle_count--;
		}
	}
	oac_mutex_unlock(pool->lock);
	if (room && e->slot == NULL) {
		e->slot = slot_new();
		e->x.no_memory = e->slot == NULL;
	}
	return room;
}

static void slot_give_back(struct pool *pool, struct slot *slot)
{
	oac_mutex_lock(pool->lock);
	pool->used_count--;
	if (slot != NULL && pool->idle_count < pool->settings.options.max_idle) {
		slot->next = pool->idle;
		pool->idle = slot;
		pool->idle_count++;
		slot = NULL;
	}
	if (pool->waiting > 0)
		oac_pipe_put(pool->wake[1]);
	oac_mutex_unlock(pool->lock);
	slot_free(slot);
}

/* With a slot in hand: everything up to the first byte. */
static void begin(const struct pool *pool, struct exchange *e)
{
	struct slot *slot = e->slot;
	/* In HTTP/2 what is left leaves its connection behind, which may have been the trouble. */
	bool fresh = slot->left ||
		(slot->kept != CURL_SOCKET_BAD && oac_is_readable(slot->kept));
	CURLcode code =
		slot->ready ? CURLE_OK : oac_curl_settings_apply(&pool->settings, slot->easy);

	/* Once is for good: it may close a connection that it had before. */
	slot->signals |= oac_curl_may_signal(&pool->settings, e->x.request);
	slot->ready = code == CURLE_OK;
	if (slot->ready) {
		e->added = oac_curl_exchange_begin(
			&e->x, slot->easy, slot->multi, &pool->settings, fresh);
		return;
	}
	e->x.no_memory = code == CURLE_OUT_OF_MEMORY;
	e->x.unusable = true;
	oac_error_copy(e->x.error, sizeof(e->x.error), curl_easy_strerror(code),
		strlen(curl_easy_strerror(code)), true);
}

static bool find_done(const struct exchange *e, CURLcode *code)
{
	int left;
	CURLMsg *message = curl_multi_info_read(e->slot->multi, &left);

	if (message == NULL || message->msg != CURLMSG_DONE)
		return false;
	*code = message->data.result;
	return true;
}

/* ---- the transport ---- */

static enum oac_status transport_start(void *user, const struct oac_request *request,
	const struct oac_sink *sink, void **exchange)
{
	struct exchange *e = oac_malloc(sizeof(*e));

	(void)user;
	if (e == NULL)
		return OAC_E_NOMEM;
	memset(e, 0, sizeof(*e));
	oac_curl_exchange_init(&e->x, request, sink);
	*exchange = e;
	return OAC_OK;
}

static bool wait_for_slot(struct pool *pool, struct exchange *e, int64_t deadline,
	const struct oac_cancel *cancel)
{
	while (!slot_take(pool, e)) {
		int64_t left = oac_time_left(deadline);
		if (left == 0 || oac_cancel_pulled(cancel))
			return false;
		oac_wait_readable(pool->wake[0], oac_cancel_fd(cancel), left);
		oac_pipe_take(pool->wake[0]);
	}
	if (e->slot != NULL)
		begin(pool, e);
	return true;
}

static bool is_over(struct exchange *e, CURLcode code, struct oac_result *result)
{
	e->over = true;
	oac_curl_exchange_result(&e->x, code, result);
	return true;
}

static bool run(struct exchange *e, int64_t deadline, const struct oac_cancel *cancel,
	struct oac_result *result)
{
	struct curl_waitfd extra = { oac_cancel_fd(cancel), CURL_WAIT_POLLIN, 0 };
	CURLM *multi = e->slot->multi;
	CURLcode code;
	int running;

	for (;;) {
		e->x.progress = false;
		CURLMcode broken = curl_multi_perform(multi, &running);
		if (find_done(e, &code))
			return is_over(e, code, result);
		if (broken != CURLM_OK)
			return is_over(e,
				broken == CURLM_OUT_OF_MEMORY ? CURLE_OUT_OF_MEMORY
							      : CURLE_FAILED_INIT,
				result);
		int64_t left = oac_time_left(deadline);
		if (e->x.progress || left == 0 || oac_cancel_pulled(cancel)) {
			oac_curl_exchange_note(&e->x, result);
			return false;
		}
		if (left < 0 || left > INT_MAX)
			left = INT_MAX;
		curl_multi_poll(multi, &extra, cancel != NULL, (int)left, NULL);
	}
}

/* The guard is three system calls. */
static bool run_guarded(struct exchange *e, int64_t deadline, const struct oac_cancel *cancel,
	struct oac_result *result)
{
	struct oac_sigpipe_guard guard;
	bool over;

	if (!e->slot->signals)
		return run(e, deadline, cancel, result);
	oac_sigpipe_begin(&guard);
	over = run(e, deadline, cancel, result);
	oac_sigpipe_end(&guard);
	return over;
}

static bool transport_step(void *user, void *exchange, int64_t wait_ms,
	const struct oac_cancel *cancel, struct oac_result *result)
{
	struct exchange *e = exchange;
	int64_t deadline = oac_deadline_in(wait_ms);

	if (e->slot == NULL && !e->x.no_memory && !wait_for_slot(user, e, deadline, cancel)) {
		result->sent_whole = false;
		return false;
	}
	if (e->x.no_memory)
		return is_over(e, CURLE_OUT_OF_MEMORY, result);
	if (e->x.unusable)
		return is_over(e, CURLE_FAILED_INIT, result);
	return run_guarded(e, deadline, cancel, result);
}

static void transport_end(void *user, void *exchange)
{
	struct pool *pool = user;
	struct exchange *e = exchange;
	struct oac_sigpipe_guard guard;

	if (e->slot != NULL) {
		e->slot->kept = CURL_SOCKET_BAD;
		e->slot->left = e->added && !e->over;
	}
	if (e->added && e->over) {
		e->slot->kept = oac_curl_kept_socket(e->slot->easy);
		curl_multi_remove_handle(e->slot->multi, e->slot->easy);
	} else if (e->added) {
		/* Closes the connection, which may write to it. */
		oac_sigpipe_begin(&guard);
		curl_multi_remove_handle(e->slot->multi, e->slot->easy);
		oac_sigpipe_end(&guard);
	}
	oac_curl_exchange_clear(&e->x);
	if (e->waiting) {
		oac_mutex_lock(pool->lock);
		pool->waiting--;
		oac_mutex_unlock(pool->lock);
	} else if (e->slot != NULL || e->x.no_memory) {
		slot_give_back(pool, e->slot);
	}
	oac_mem_free(e);
}

static void transport_free(void *user)
{
	struct pool *pool = user;

	while (pool->idle != NULL) {
		struct slot *next = pool->idle->next;
		slot_free(pool->idle);
		pool->idle = next;
	}
	oac_curl_settings_clear(&pool->settings);
	oac_mutex_free(pool->lock);
	oac_pipe_close(pool->wake);
	oac_mem_free(pool);
}

const struct oac_curl_settings *oac_curl_settings_of(const struct oac_transport *transport)
{
	return transport->start == transport_start ? &((struct pool *)transport->user)->settings
						   : NULL;
}

enum oac_status oac_curl_transport(const struct oac_curl_options *options,
	struct oac_transport *transport, struct oac_error *err)
{
	struct pool *pool = oac_malloc(sizeof(*pool));
	enum oac_status status;

	oac_error_clear(err);
	memset(transport, 0, sizeof(*transport));
	if (pool == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	memset(pool, 0, sizeof(*pool));
	pool->wake[0] = pool->wake[1] = -1;
	status = oac_curl_settings_init(&pool->settings, options, err);
	pool->lock = oac_mutex_new();
	if (status == OAC_OK && pool->lock == NULL)
		status = oac_error_set(err, OAC_E_NOMEM, "out of memory");
	if (status == OAC_OK && !oac_pipe_open(pool->wake))
		status = oac_error_set(err, OAC_E_CONFIG, "no descriptors are left for the client");
	if (status != OAC_OK) {
		transport_free(pool);
		return status;
	}
	*transport = (struct oac_transport){ pool, transport_start, transport_step, transport_end,
		transport_free };
	return OAC_OK;
}

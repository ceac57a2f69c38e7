#include "oac_loop_type.h"
#include "oac_url.h"

#include <string.h>

enum {
	PAUSE_MS = 1000, /* when the server said that it is too much, and not for how long */
};

#define WAIT_MAX_MS 1e15 /* beyond is never */

/* ---- the queues: they take turns, each with those of its own first come ---- */

static void queue_init(const struct oac_loop *loop, struct oac_loop_queue *queue)
{
	memset(queue, 0, sizeof(*queue));
	queue->waiting_end = &queue->waiting;
	queue->window = loop->options.max_in_flight;
}

static void put_queue(struct oac_loop *loop, struct oac_loop_queue *queue)
{
	if (queue->queued)
		return;
	queue->queued = true;
	queue->next_waiting = NULL;
	*loop->waiting_end = queue;
	loop->waiting_end = &queue->next_waiting;
	loop->waiting_count++;
}

static struct oac_loop_queue *take_queue(struct oac_loop *loop)
{
	struct oac_loop_queue *queue = loop->waiting;

	loop->waiting = queue->next_waiting;
	if (loop->waiting == NULL)
		loop->waiting_end = &loop->waiting;
	loop->waiting_count--;
	queue->queued = false;
	return queue;
}

static void drop_queue(struct oac_loop *loop, const struct oac_loop_queue *queue)
{
	for (size_t i = queue->queued ? loop->waiting_count : 0; i > 0; i--) {
		struct oac_loop_queue *first = take_queue(loop);
		if (first != queue)
			put_queue(loop, first);
	}
}

static void put_entry(struct oac_loop_entry *entry)
{
	struct oac_loop_queue *queue = entry->queue;

	put_queue(entry->loop, queue);
	entry->leave = OAC_LEAVE_WAITING;
	entry->next_waiting = NULL;
	entry->waiting_link = queue->waiting_end;
	*queue->waiting_end = entry;
	queue->waiting_end = &entry->next_waiting;
}

static void take_entry(struct oac_loop_entry *entry)
{
	struct oac_loop_queue *queue = entry->queue;

	*entry->waiting_link = entry->next_waiting;
	if (entry->next_waiting != NULL)
		entry->next_waiting->waiting_link = entry->waiting_link;
	else
		queue->waiting_end = entry->waiting_link;
	entry->leave = OAC_LEAVE_NONE;
}

/* ---- origins ---- */

/* Those of which nobody wants anything, and that know of nothing. */
static void forget_queues(struct oac_loop_client *client)
{
	struct oac_loop_queue **link = &client->queue.next;
	int64_t now = oac_now_ms();

	while (*link != NULL) {
		struct oac_loop_queue *queue = *link;
		if (queue->queued || queue->in_flight > 0 || queue->closed_until > now) {
			link = &queue->next;
			continue;
		}
		*link = queue->next;
		oac_mem_free(queue->origin);
		oac_mem_free(queue);
	}
}

/* Without what else is in the URL: a key, maybe. */
static char *origin_of(const char *url)
{
	return oac_strndup(url, 8 + strcspn(url + 8, "/?#"));
}

static struct oac_loop_queue *find_queue(const struct oac_loop *loop,
	struct oac_loop_client *client, const char *url)
{
	struct oac_loop_queue *queue;

	for (queue = &client->queue; queue != NULL; queue = queue->next)
		if (queue->origin != NULL && oac_url_same_origin(queue->origin, url))
			return queue;
	if (client->queue.origin == NULL) {
		client->queue.origin = origin_of(url);
		return &client->queue;
	}
	forget_queues(client);
	queue = oac_malloc(sizeof(*queue));
	if (queue == NULL)
		return &client->queue;
	queue_init(loop, queue);
	queue->origin = origin_of(url);
	if (queue->origin == NULL) {
		oac_mem_free(queue);
		return &client->queue;
	}
	queue->next = client->queue.next;
	client->queue.next = queue;
	return queue;
}

/* ---- leave ---- */

/* Whether the rate allows one more; otherwise loop->grant_at is when it will. */
static bool rate_allows(struct oac_loop *loop, int64_t now)
{
	double rate = loop->options.max_per_second;
	double most =
		rate > 10 ? rate / 10 : 1; /* what was not used is lost after a tenth of a second */
	double wait_ms;

	if (rate <= 0)
		return true;
	loop->allowance += (double)(now - loop->allowance_at) * rate / 1000;
	if (loop->allowance > most)
		loop->allowance = most;
	loop->allowance_at = now;
	if (loop->allowance >= 1)
		return true;
	wait_ms = (1 - loop->allowance) * 1000 / rate;
	loop->grant_at = wait_ms < WAIT_MAX_MS ? now + 1 + (int64_t)wait_ms : INT64_MAX;
	return false;
}

/* Whether a queue's first may go; otherwise loop->grant_at is at latest when it may. */
static bool queue_allows(struct oac_loop *loop, const struct oac_loop_queue *queue, int64_t now)
{
	if (queue->closed_until > now) {
		if (queue->closed_until < loop->grant_at)
			loop->grant_at = queue->closed_until;
		return false;
	}
	return queue->in_flight < queue->window;
}

static void grant(struct oac_loop *loop, struct oac_loop_queue *queue)
{
	struct oac_loop_entry *entry = queue->waiting;

	take_entry(entry);
	entry->leave = OAC_LEAVE_GRANTED;
	queue->in_flight++;
	loop->in_flight++;
	if (loop->options.max_per_second > 0)
		loop->allowance -= 1;
	oac_loop_make_ready(entry);
}

void oac_loop_grant(struct oac_loop *loop)
{
	int64_t now = oac_now_ms();
	size_t passed = 0; /* queues in a row that may not go */

	loop->grant_at = INT64_MAX;
	while (passed < loop->waiting_count && loop->in_flight < loop->options.max_in_flight) {
		struct oac_loop_queue *queue = loop->waiting;
		if (queue->waiting != NULL && queue_allows(loop, queue, now)) {
			if (!rate_allows(loop, now))
				return;
			grant(loop, queue);
			passed = 0;
		} else if (queue->waiting != NULL) {
			passed++;
		}
		take_queue(loop);
		if (queue->waiting != NULL)
			put_queue(loop, queue);
	}
}

static int64_t admit(struct oac_task *task, const char *url)
{
	struct oac_loop_entry *entry = task->entry;
	struct oac_loop *loop = entry->loop;

	if (loop->closing || loop->free_wanted)
		return INT64_MAX;
	if (entry->leave == OAC_LEAVE_NONE) {
		entry->queue = find_queue(loop, entry->client, url);
		put_entry(entry);
		oac_loop_grant(loop);
		/* It is being stepped as it is. */
		oac_loop_unready(entry);
	}
	if (entry->leave != OAC_LEAVE_GRANTED)
		return INT64_MAX;
	entry->leave = OAC_LEAVE_TAKEN;
	return 0;
}

/*
 * The server says that it is too much: nothing more for a while, and then half as many at a
 * time, one more with each success. What was already on its way says so no second time.
 */
static void close_queue(struct oac_loop_queue *queue, int64_t pause_ms)
{
	int64_t now = oac_now_ms();

	if (queue->closed_until <= now)
		queue->window = queue->in_flight > 1 ? queue->in_flight / 2 : 1;
	if (queue->closed_until < now + pause_ms)
		queue->closed_until = now + pause_ms;
}

static void release(struct oac_task *task, int http_status, int64_t delay_ms)
{
	struct oac_loop_entry *entry = task->entry;
	struct oac_loop_queue *queue = entry->queue;
	struct oac_loop *loop = entry->loop;

	if (entry->leave == OAC_LEAVE_WAITING) {
		/* A queue in which nobody waits any more leaves the others in its turn. */
		take_entry(entry);
		return;
	}
	if (entry->leave == OAC_LEAVE_NONE)
		return;
	if (entry->leave == OAC_LEAVE_TAKEN && http_status == 429)
		close_queue(queue, delay_ms >= 0 ? delay_ms : PAUSE_MS);
	else if (http_status >= 200 && http_status < 400 &&
		queue->window < loop->options.max_in_flight)
		queue->window++;
	entry->leave = OAC_LEAVE_NONE;
	queue->in_flight--;
	loop->in_flight--;
	oac_loop_grant(loop);
}

/* ---- clients ---- */

static struct oac_loop_client *client_new(struct oac_loop *loop, struct oac_client *of)
{
	const struct oac_curl_settings *settings = oac_curl_settings_of(&of->transport);
	struct oac_loop_client *client = oac_malloc(sizeof(*client));

	if (client == NULL)
		return NULL;
	memset(client, 0, sizeof(*client));
	if (settings != NULL) {
		struct oac_curl_loop *curl = oac_loop_curl(loop);
		client->lanes = curl != NULL ? oac_curl_lanes_new(curl, settings) : NULL;
		if (client->lanes == NULL) {
			oac_mem_free(client);
			return NULL;
		}
	}
	client->client = oac_client_keep(of);
	queue_init(loop, &client->queue);
	client->next = loop->clients;
	client->link = &loop->clients;
	if (client->next != NULL)
		client->next->link = &client->next;
	loop->clients = client;
	return client;
}

static void client_free(struct oac_loop *loop, struct oac_loop_client *client)
{
	struct oac_loop_queue *next;

	for (struct oac_loop_queue *queue = &client->queue; queue != NULL; queue = next) {
		next = queue->next;
		drop_queue(loop, queue);
		oac_mem_free(queue->origin);
		if (queue != &client->queue)
			oac_mem_free(queue);
	}
	*client->link = client->next;
	if (client->next != NULL)
		client->next->link = client->link;
	oac_curl_lanes_free(client->lanes);
	oac_client_free(client->client);
	oac_mem_free(client);
}

static struct oac_loop_client *find_client(struct oac_loop *loop, struct oac_client *of)
{
	struct oac_loop_client *client = loop->clients;

	while (client != NULL && client->client != of)
		client = client->next;
	return client != NULL ? client : client_new(loop, of);
}

static const struct oac_transport *transport(struct oac_task *task, struct oac_client *of)
{
	struct oac_loop_entry *entry = task->entry;

	if (entry->client == NULL) {
		entry->client = find_client(entry->loop, of);
		if (entry->client == NULL)
			return NULL;
		entry->client->entry_count++;
		entry->blind = entry->client->lanes == NULL;
#ifndef OAC_NO_CURL
		entry->seat.lanes = entry->client->lanes;
		entry->transport = oac_curl_loop_transport(&entry->seat);
#endif
	}
	return entry->blind ? &of->transport : &entry->transport;
}

void oac_loop_leave_client(struct oac_loop_entry *entry)
{
	struct oac_loop_client *client = entry->client;

	if (client != NULL && --client->entry_count == 0)
		client_free(entry->loop, client);
}

const struct oac_task_host oac_loop_host = { transport, admit, release };

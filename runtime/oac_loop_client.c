#include "oac_loop_type.h"

#include <string.h>

enum {
	PAUSE_MS = 1000, /* when the server said that it is too much, and not for how long */
};

#define WAIT_MAX_MS 1e15 /* beyond is never */

/* ---- the queue: clients take turns, each with those of its own first come ---- */

static void queue_client(struct oac_loop *loop, struct oac_loop_client *client)
{
	if (client->queued)
		return;
	client->queued = true;
	client->next_waiting = NULL;
	*loop->waiting_end = client;
	loop->waiting_end = &client->next_waiting;
	loop->waiting_count++;
}

static struct oac_loop_client *take_client(struct oac_loop *loop)
{
	struct oac_loop_client *client = loop->waiting;

	loop->waiting = client->next_waiting;
	if (loop->waiting == NULL)
		loop->waiting_end = &loop->waiting;
	loop->waiting_count--;
	client->queued = false;
	return client;
}

static void queue_entry(struct oac_loop_entry *entry)
{
	struct oac_loop_client *client = entry->client;

	queue_client(entry->loop, client);
	entry->leave = OAC_LEAVE_WAITING;
	entry->next_waiting = NULL;
	entry->waiting_link = client->waiting_end;
	*client->waiting_end = entry;
	client->waiting_end = &entry->next_waiting;
}

static void unqueue_entry(struct oac_loop_entry *entry)
{
	struct oac_loop_client *client = entry->client;

	*entry->waiting_link = entry->next_waiting;
	if (entry->next_waiting != NULL)
		entry->next_waiting->waiting_link = entry->waiting_link;
	else
		client->waiting_end = entry->waiting_link;
	entry->leave = OAC_LEAVE_NONE;
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

/* Whether a client's first may go; otherwise loop->grant_at is at latest when it may. */
static bool client_allows(struct oac_loop *loop, const struct oac_loop_client *client, int64_t now)
{
	if (client->closed_until > now) {
		if (client->closed_until < loop->grant_at)
			loop->grant_at = client->closed_until;
		return false;
	}
	return client->in_flight < client->window;
}

static void grant(struct oac_loop *loop, struct oac_loop_client *client)
{
	struct oac_loop_entry *entry = client->waiting;

	unqueue_entry(entry);
	entry->leave = OAC_LEAVE_GRANTED;
	client->in_flight++;
	loop->in_flight++;
	if (loop->options.max_per_second > 0)
		loop->allowance -= 1;
	oac_loop_make_ready(entry);
}

void oac_loop_grant(struct oac_loop *loop)
{
	int64_t now = oac_now_ms();
	size_t passed = 0; /* clients in a row that may not go */

	loop->grant_at = INT64_MAX;
	while (passed < loop->waiting_count && loop->in_flight < loop->options.max_in_flight) {
		struct oac_loop_client *client = loop->waiting;
		if (client->waiting != NULL && client_allows(loop, client, now)) {
			if (!rate_allows(loop, now))
				return;
			grant(loop, client);
			passed = 0;
		} else if (client->waiting != NULL) {
			passed++;
		}
		take_client(loop);
		if (client->waiting != NULL)
			queue_client(loop, client);
	}
}

static int64_t admit(struct oac_task *task)
{
	struct oac_loop_entry *entry = task->entry;

	if (entry->loop->closing || entry->loop->free_wanted)
		return INT64_MAX;
	if (entry->leave == OAC_LEAVE_NONE) {
		queue_entry(entry);
		oac_loop_grant(entry->loop);
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
static void close_client(struct oac_loop_client *client, int64_t pause_ms)
{
	int64_t now = oac_now_ms();

	if (client->closed_until <= now)
		client->window = client->in_flight > 1 ? client->in_flight / 2 : 1;
	if (client->closed_until < now + pause_ms)
		client->closed_until = now + pause_ms;
}

static void release(struct oac_task *task, int http_status, int64_t delay_ms)
{
	struct oac_loop_entry *entry = task->entry;
	struct oac_loop_client *client = entry->client;
	struct oac_loop *loop = entry->loop;

	if (entry->leave == OAC_LEAVE_WAITING) {
		/* A client that nobody waits for any more leaves the queue in its turn. */
		unqueue_entry(entry);
		return;
	}
	if (entry->leave == OAC_LEAVE_NONE)
		return;
	if (entry->leave == OAC_LEAVE_TAKEN && http_status == 429)
		close_client(client, delay_ms >= 0 ? delay_ms : PAUSE_MS);
	else if (http_status >= 200 && http_status < 400 &&
		client->window < loop->options.max_in_flight)
		client->window++;
	entry->leave = OAC_LEAVE_NONE;
	client->in_flight--;
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
	client->waiting_end = &client->waiting;
	client->window = loop->options.max_in_flight;
	client->next = loop->clients;
	client->link = &loop->clients;
	if (client->next != NULL)
		client->next->link = &client->next;
	loop->clients = client;
	return client;
}

static void drop_from_queue(struct oac_loop *loop, const struct oac_loop_client *client)
{
	for (size_t i = loop->waiting_count; i > 0; i--) {
		struct oac_loop_client *first = take_client(loop);
		if (first != client)
			queue_client(loop, first);
	}
}

static void client_free(struct oac_loop *loop, struct oac_loop_client *client)
{
	drop_from_queue(loop, client);
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

#include "oac_stream.h"

#include "oac_async.h"
#include "oac_error_set.h"
#include "oac_events.h"
#include "oac_memory.h"

#include <string.h>

struct oac_stream {
	struct oac_task task;
	struct oac_events events;
	struct oac_error error; /* of the stream; each call has its own for the caller */
};

enum oac_status oac_stream_open(struct oac_client *client, const struct oac_operation *operation,
	const char *const *path, const void *request, const struct oac_call_options *options,
	struct oac_stream **stream, struct oac_error *err)
{
	struct oac_stream *s = oac_malloc(sizeof(*s));
	enum oac_status status;

	*stream = NULL;
	oac_error_clear(err);
	if (options != NULL && options->response != NULL)
		memset(options->response, 0, sizeof(*options->response));
	if (s == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	s->task = (struct oac_task){ .cancel = options != NULL ? options->cancel : NULL };
	oac_events_begin(
		&s->events, &s->task, client, operation, path, request, options, &s->error);
	while (!s->events.is_open && !s->events.is_over)
		oac_events_open(&s->events, OAC_NO_LIMIT);
	status = s->events.is_open ? OAC_OK : s->events.status;
	if (status == OAC_OK) {
		*stream = s;
		return OAC_OK;
	}
	if (err != NULL)
		*err = s->error;
	oac_stream_free(s);
	return status;
}

/* The next event, or NULL at the end. */
static const void *next_event(struct oac_stream *stream)
{
	enum oac_events_step step;

	do {
		step = oac_events_step(&stream->events, OAC_NO_LIMIT);
	} while (step == OAC_EVENTS_WAIT);
	return step == OAC_EVENTS_EVENT ? stream->events.value : NULL;
}

/* How a stream is that gave an event, or has ended. */
static enum oac_status status_of(const struct oac_stream *stream, struct oac_error *err)
{
	if (!stream->events.is_over || stream->events.status == OAC_OK)
		return OAC_OK;
	if (err != NULL)
		*err = stream->error;
	return stream->events.status;
}

enum oac_status oac_stream_next(struct oac_stream *stream, const void *type, const void **value,
	struct oac_error *err)
{
	const struct oac_operation *operation = stream->events.operation;

	oac_error_clear(err);
	*value = NULL;
	if (operation->streaming->event.type != type)
		return oac_error_set(err, OAC_E_ARGUMENT,
			"%s %s: the stream has events of another type", operation->method,
			operation->path);
	*value = next_event(stream);
	return status_of(stream, err);
}

enum oac_status oac_stream_each(struct oac_client *client, const struct oac_operation *operation,
	const char *const *path, const void *request, const struct oac_call_options *options,
	int (*callback)(void *user, const void *value), void *user, struct oac_error *err)
{
	struct oac_stream *stream;
	enum oac_status status =
		oac_stream_open(client, operation, path, request, options, &stream, err);
	const void *value;

	if (status != OAC_OK)
		return status;
	while ((value = next_event(stream)) != NULL && callback(user, value) == 0)
		;
	status = status_of(stream, err);
	oac_stream_free(stream);
	return status;
}

const struct oac_raw_event *oac_stream_raw(const struct oac_stream *stream)
{
	return stream->events.value != NULL ? &stream->events.raw : NULL;
}

enum oac_status oac_raw_event_next(struct oac_stream *stream, const struct oac_raw_event **event,
	struct oac_error *err)
{
	const void *value;
	enum oac_status status = oac_stream_next(stream, NULL, &value, err);

	*event = value;
	return status;
}

void oac_stream_free(struct oac_stream *stream)
{
	if (stream == NULL)
		return;
	oac_events_end(&stream->events);
	oac_mem_free(stream);
}

/* ---- on a loop ---- */

enum {
	EVENTS_A_STEP = 64, /* then it is the others' turn */
};

struct async_stream {
	struct oac_task task;
	struct oac_events events;
	struct oac_error err;
	int (*callback)(void *each, const void *event);
	struct oac_each each;
	struct oac_done done;
	bool has_more; /* that can be had without waiting */
};

static bool async_step(struct oac_task *task, int64_t wait_ms)
{
	struct async_stream *a = (struct async_stream *)task;

	a->has_more = false;
	for (int i = 0; i < EVENTS_A_STEP; i++) {
		switch (oac_events_step(&a->events, wait_ms)) {
		case OAC_EVENTS_WAIT:
			return false;
		case OAC_EVENTS_END:
			return true;
		case OAC_EVENTS_EVENT:
			if (a->callback(&a->each, a->events.value) != 0)
				return true;
		}
	}
	a->has_more = true;
	return false;
}

static int64_t async_due(const struct oac_task *task)
{
	const struct async_stream *a = (const struct async_stream *)task;

	return a->has_more ? 0 : oac_events_due(&a->events);
}

static void async_finish(struct oac_task *task)
{
	struct async_stream *a = (struct async_stream *)task;
	enum oac_status status = a->events.is_over ? a->events.status : OAC_OK;

	oac_events_end(&a->events);
	if (status == OAC_OK)
		oac_error_clear(&a->err);
	oac_done_call(&a->done, status, NULL, &a->err);
	oac_mem_free(a);
}

enum oac_status oac_stream_async(struct oac_loop *loop, struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, int (*callback)(void *each, const void *event),
	const struct oac_each *each, const struct oac_done *done, struct oac_async *async,
	struct oac_error *err)
{
	static const struct oac_task_type type = { async_step, async_due, async_finish };
	struct oac_task *task;
	enum oac_status status =
		oac_async_new(loop, sizeof(struct async_stream), &type, options, &task, async, err);
	struct async_stream *a = (struct async_stream *)task;

	if (status != OAC_OK)
		return status;
	a->callback = callback;
	a->each = *each;
	a->done = *done;
	oac_events_begin(&a->events, task, client, operation, path, request, options, &a->err);
	if (!a->events.is_over)
		return OAC_OK;
	oac_events_end(&a->events);
	return oac_async_refuse(task, &a->err, async, err);
}

#include "oac_events.h"

#include "oac_error_set.h"
#include "oac_header.h"
#include "oac_memory.h"
#include "oac_parse.h"
#include "oac_stream_decode.h"

#include <string.h>

enum {
	ARENA_FIRST = 4096,
	INPUT_MAX = 16 << 20, /* received in one go; transports hand out far less */
	TYPE_SHOWN = 60,
	RECORD_SEPARATOR = 0x1e,
};

static enum oac_events_step end_with(struct oac_events *events, enum oac_status status)
{
	events->status = status;
	events->is_over = true;
	events->value = NULL;
	if (status == OAC_OK)
		oac_error_clear(events->err);
	return OAC_EVENTS_END;
}

/* ---- bytes ---- */

static enum oac_flow take_bytes(void *user, const char *bytes, size_t len)
{
	struct oac_events *events = user;

	oac_buffer_add(&events->input, bytes, len);
	return events->input.failed ? OAC_FLOW_STOP : OAC_FLOW_GO;
}

/* Nothing of an earlier input is in use any more. */
static void next_input(struct oac_events *events)
{
	events->has_input = events->input.len > 0;
	if (events->has_input)
		oac_sse_input(&events->sse, events->input.text, events->input.len);
}

/* ---- the head ---- */

static bool is_stream_type(uint8_t format, const char *type, size_t len)
{
	static const char *const lines[] = { "application/x-ndjson", "application/ndjson",
		"application/jsonl", "application/x-jsonlines", "application/json-seq",
		"application/json", "text/plain" };

	if (format == OAC_STREAM_EVENTS)
		return oac_header_type_is(type, len, "text/event-stream");
	for (size_t i = 0; i < OAC_COUNT(lines); i++)
		if (oac_header_type_is(type, len, lines[i]))
			return true;
	return false;
}

static enum oac_status give_head(const struct oac_events *events)
{
	const struct oac_try *t = &events->x.t;
	struct oac_response *response = events->response;

	if (response == NULL)
		return OAC_OK;
	response->http_status = t->http_status;
	response->http_version = t->result.http_version;
	response->tries = events->x.tries;
	response->headers = oac_strndup(t->headers.len > 0 ? t->headers.text : "", t->headers.len);
	response->body = oac_strndup(t->body.len > 0 ? t->body.text : "", t->body.len);
	response->body_len = t->body.len;
	if (response->headers != NULL && response->body != NULL)
		return OAC_OK;
	oac_response_clear(response);
	return oac_error_set(events->err, OAC_E_NOMEM, "out of memory");
}

/* Whether the answer that has begun is a stream. */
static enum oac_status check_head(const struct oac_events *events)
{
	const struct oac_try *t = &events->x.t;
	const struct oac_operation *operation = events->operation;
	size_t len = 0;
	const char *type = t->headers.len > 0 ?
		oac_header_find(t->headers.text, "content-type", &len) : NULL;

	if (t->http_status >= 300) /* which is an error, with a message */
		return oac_parse(operation, false, t, NULL, events->err);
	if (type == NULL || is_stream_type(operation->streaming->format, type, len))
		return OAC_OK;
	return oac_error_set(events->err, OAC_E_PROTOCOL,
		"%s %s: the answer, %d, is %.*s and not a stream", operation->method,
		operation->path, t->http_status, len < TYPE_SHOWN ? (int)len : TYPE_SHOWN, type);
}

bool oac_events_open(struct oac_events *events, int64_t wait_ms)
{
	enum oac_status status;

	if (events->is_open || events->is_over)
		return true;
	if (!oac_execution_step(&events->x, wait_ms))
		return false;
	oac_parse_request_id(events->client->api, &events->x.t, events->err);
	status = events->x.status;
	if (events->input.failed) /* which has stopped it */
		status = oac_error_buffer(events->err, &events->input, "what was received");
	if (status == OAC_OK)
		status = check_head(events);
	if (events->x.t.http_status != 0 && give_head(events) != OAC_OK)
		status = OAC_E_NOMEM;
	if (status != OAC_OK) {
		end_with(events, status);
		return true;
	}
	events->is_open = true;
	events->has_body = events->x.state == OAC_EXECUTION_OVER;
	next_input(events);
	return true;
}

/* ---- events ---- */

/* Events may be named by anything; programs get texts that end. */
static bool keep_names(struct oac_events *events, const struct oac_sse_event *event)
{
	struct oac_buffer *names = &events->name;

	names->len = 0;
	oac_buffer_add(names, event->name, event->name_len);
	oac_buffer_add_char(names, '\0');
	oac_buffer_add(names, event->id, event->id_len);
	if (names->failed)
		return false;
	events->raw.name = names->text;
	events->raw.id = names->text + event->name_len + 1;
	events->raw.data = event->data;
	events->raw.len = event->data_len;
	return true;
}

static bool is_end(const struct oac_events *events, const struct oac_sse_event *event)
{
	return events->operation->streaming->format == OAC_STREAM_EVENTS && event->data_len == 6 &&
		memcmp(event->data, "[DONE]", 6) == 0;
}

/* The server is done; what is left of the answer, if it is here, keeps the connection usable. */
static enum oac_events_step finish(struct oac_events *events)
{
	if (!events->has_body && !oac_execution_read(&events->x, 0))
		oac_execution_stop(&events->x);
	return end_with(events, OAC_OK);
}

static enum oac_events_step give(struct oac_events *events, const struct oac_sse_event *event)
{
	struct oac_error err;
	void *value;
	enum oac_status status;

	if (is_end(events, event))
		return finish(events);
	oac_arena_reset(&events->arena);
	if (!keep_names(events, event))
		return end_with(events, oac_error_set(events->err, OAC_E_NOMEM, "out of memory"));
	if (events->operation->streaming->event.kind == 0) {
		events->value = &events->raw;
		return OAC_EVENTS_EVENT;
	}
	status = oac_stream_decode(&events->arena, events->operation->streaming, event,
		&events->guess, events->prepared.strict ? OAC_STRICT : 0, &value, &err);
	if (status != OAC_OK) {
		oac_error_take(events->err, &err);
		return end_with(events, status);
	}
	events->value = value;
	return OAC_EVENTS_EVENT;
}

static enum oac_events_step fail_parse(struct oac_events *events, enum oac_sse_step step)
{
	if (step == OAC_SSE_NOMEM)
		return end_with(events, oac_error_set(events->err, OAC_E_NOMEM, "out of memory"));
	return end_with(events,
		oac_error_set(events->err, OAC_E_LIMIT,
			"%s %s: an event is larger than max_response_bytes",
			events->operation->method, events->operation->path));
}

/* The next event in what was received, or OAC_EVENTS_WAIT. */
static enum oac_events_step parse(struct oac_events *events)
{
	struct oac_sse_event event;
	enum oac_sse_step step = oac_sse_next(&events->sse, &event);

	switch (step) {
	case OAC_SSE_EVENT:
		/* application/json-seq (RFC 7464) has one in front of each text. */
		if (event.data_len > 0 && event.data[0] == RECORD_SEPARATOR &&
			events->operation->streaming->format == OAC_STREAM_LINES) {
			event.data++;
			event.data_len--;
		}
		return give(events, &event);
	case OAC_SSE_MORE:
		events->has_input = false;
		events->input.len = 0;
		return OAC_EVENTS_WAIT;
	case OAC_SSE_END:
		return end_with(events, events->x.body_status);
	default:
		return fail_parse(events, step);
	}
}

/* False: nothing has come yet. */
static bool receive(struct oac_events *events, int64_t wait_ms)
{
	bool ended = oac_execution_read(&events->x, wait_ms);

	if (events->input.failed) {
		end_with(
			events, oac_error_buffer(events->err, &events->input, "what was received"));
		return true;
	}
	next_input(events);
	events->has_body = ended;
	return ended || events->has_input;
}

static enum oac_events_step cancel(struct oac_events *events)
{
	oac_execution_stop(&events->x);
	return end_with(events,
		oac_error_set(events->err, OAC_E_CANCELLED, "%s %s: cancelled by the caller",
			events->operation->method, events->operation->path));
}

/* ---- the whole ---- */

void oac_events_begin(struct oac_events *events, struct oac_task *task, struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, struct oac_error *err)
{
	size_t max_event = SIZE_MAX / 4;

	memset(events, 0, sizeof(*events));
	oac_error_clear(err);
	events->client = client;
	events->operation = operation;
	events->response = options != NULL ? options->response : NULL;
	events->err = err;
	if (events->response != NULL)
		memset(events->response, 0, sizeof(*events->response));
	if (client == NULL) {
		end_with(events, oac_error_set(err, OAC_E_ARGUMENT, "%s %s: the client is NULL",
			operation->method, operation->path));
		return;
	}
	if (client->max_response_bytes >= 0 && (uint64_t)client->max_response_bytes < max_event)
		max_event = (size_t)client->max_response_bytes;
	events->begun = true;
	oac_buffer_init(&events->input, INPUT_MAX);
	oac_buffer_init(&events->name, SIZE_MAX / 4);
	if (operation->streaming->format == OAC_STREAM_EVENTS)
		oac_sse_init(&events->sse, max_event);
	else
		oac_sse_init_lines(&events->sse, max_event);
	enum oac_status status =
		oac_prepare(&events->prepared, client, operation, path, request, options, err);
	if (status == OAC_OK && options != NULL &&
		(options->save_to != NULL || options->write != NULL))
		status = oac_error_set(err, OAC_E_ARGUMENT,
			"%s %s: a stream is neither saved nor written", operation->method,
			operation->path);
	oac_execution_init(&events->x, task, client, &events->prepared, OAC_UNTIL_HEAD, take_bytes,
		events, err);
	if (status == OAC_OK && !oac_arena_init(&events->arena, ARENA_FIRST))
		status = oac_error_set(err, OAC_E_NOMEM, "out of memory");
	if (status != OAC_OK)
		end_with(events, status);
}

enum oac_events_step oac_events_step(struct oac_events *events, int64_t wait_ms)
{
	enum oac_events_step step = OAC_EVENTS_WAIT;

	events->value = NULL;
	if (events->is_over)
		return OAC_EVENTS_END;
	if (!oac_events_open(events, wait_ms))
		return OAC_EVENTS_WAIT;
	if (oac_task_is_stopped(events->x.task))
		return cancel(events);
	while (!events->is_over) {
		if (events->has_input && (step = parse(events)) != OAC_EVENTS_WAIT)
			return step;
		if (events->has_body && !events->has_input) {
			/* What was read before the connection broke has been given. */
			if (events->x.body_status != OAC_OK)
				return end_with(events, events->x.body_status);
			oac_sse_finish(&events->sse);
			events->has_input = true;
			continue;
		}
		if (!receive(events, wait_ms))
			return OAC_EVENTS_WAIT;
	}
	return OAC_EVENTS_END;
}

int64_t oac_events_due(const struct oac_events *events)
{
	return events->is_over ? 0 : oac_execution_due(&events->x);
}

void oac_events_report_to(struct oac_events *events, struct oac_error *err)
{
	events->err = err;
	events->x.err = err;
}

void oac_events_end(struct oac_events *events)
{
	if (!events->begun)
		return;
	events->begun = false;
	oac_execution_clear(&events->x);
	oac_prepared_clear(&events->prepared);
	oac_sse_clear(&events->sse);
	oac_buffer_clear(&events->input);
	oac_buffer_clear(&events->name);
	oac_arena_clear(&events->arena);
}

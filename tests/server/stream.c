#include "stream.h"
#include "json.h"

#include <stdlib.h>
#include <string.h>

static void stream_detach(struct stream *stream)
{
	if (stream->run && stream->run->stream == stream)
		stream->run->stream = NULL;
	stream->run = NULL;
	stream->thread = NULL;
}

static void stream_announce(const struct stream *stream)
{
	if (stream->ready)
		stream->ready(stream->reader);
}

struct stream *stream_new(struct thread *thread, struct run *run, int64_t now_ms)
{
	struct stream *stream = mem_new(sizeof(*stream));

	if (run->stream)
		stream_cut(run->stream);
	stream->script = run->script;
	stream->thread = thread;
	stream->run = run;
	stream->spoke_ms = now_ms;
	run->stream = stream;
	return stream;
}

void stream_free(struct stream *stream)
{
	if (!stream)
		return;
	stream_detach(stream);
	text_clear(&stream->out);
	free(stream);
}

static void line_add(struct stream *stream, const char *field, const char *value)
{
	static const char *const newlines[] = { "\n", "\r\n", "\r" };

	text_add(&stream->out, field);
	text_add(&stream->out, value);
	text_add(&stream->out, newlines[stream->script->newline]);
}

static void event_write(struct stream *stream, const char *name, const char *data)
{
	if (stream->script->comment)
		line_add(stream, ": ", stream->script->comment);
	line_add(stream, "event: ", name);
	line_add(stream, "data: ", data);
	line_add(stream, "", "");
	stream->events++;
	stream_announce(stream);
}

static void stream_end(struct stream *stream)
{
	event_write(stream, "done", "[DONE]");
	stream->ended = true;
}

static void error_write(struct stream *stream)
{
	cJSON *error = cJSON_CreateObject();
	char *text;

	json_set_text(error, "code", stream->script->break_code);
	json_set_text(error, "message", stream->script->break_message);
	json_set_null(error, "param");
	json_set_text(error, "type", "server_error");
	text = cJSON_PrintUnformatted(error);
	event_write(stream, "error", text);
	cJSON_Delete(error);
	free(text);
}

/* True when the script lets the stream end here. */
static bool stream_break(struct stream *stream)
{
	const struct run_script *script = stream->script;

	if (script->stream_break == BREAK_NOT || stream->events < script->break_after)
		return false;
	switch (script->stream_break) {
	case BREAK_ERROR:
		error_write(stream);
		stream_end(stream);
		stream->run->failing = true;
		break;
	case BREAK_CUT:
		stream->cut = true;
		break;
	case BREAK_END:
		stream->ended = true;
		break;
	case BREAK_STALL:
	case BREAK_NOT:
		break;
	}
	stream_detach(stream);
	stream_announce(stream);
	return true;
}

void stream_event(struct stream *stream, const char *name, const char *data)
{
	if (!stream_break(stream))
		event_write(stream, name, data);
}

void stream_done(struct stream *stream)
{
	if (!stream_break(stream))
		stream_end(stream);
	stream_detach(stream);
}

void stream_cut(struct stream *stream)
{
	stream->cut = !stream->ended;
	stream_detach(stream);
	stream_announce(stream);
}

int64_t stream_keep_alive_ms(const struct stream *stream)
{
	return stream->script->keep_alive_ms ? stream->spoke_ms + stream->script->keep_alive_ms
					     : INT64_MAX;
}

void stream_keep_alive(struct stream *stream, int64_t now_ms)
{
	if (stream->ended || stream->cut || now_ms < stream_keep_alive_ms(stream))
		return;
	line_add(stream, ": ", "keep-alive");
	line_add(stream, "", "");
}

size_t stream_pending(const struct stream *stream)
{
	return stream->out.len - stream->taken;
}

/* What was taken goes when it is the larger part, so that each byte moves once at most. */
static void out_shrink(struct stream *stream)
{
	size_t left = stream_pending(stream);

	if (stream->taken < left)
		return;
	memmove(stream->out.data, stream->out.data + stream->taken, left);
	stream->out.len = left;
	stream->taken = 0;
}

size_t stream_take(struct stream *stream, int64_t now_ms, char *out, size_t size)
{
	size_t len = stream_pending(stream);

	if (!len)
		return 0;
	if (stream->script->chunk_bytes && size > stream->script->chunk_bytes)
		size = stream->script->chunk_bytes;
	if (len > size)
		len = size;
	memcpy(out, stream->out.data + stream->taken, len);
	stream->taken += len;
	stream->spoke_ms = now_ms;
	out_shrink(stream);
	return len;
}

bool stream_over(const struct stream *stream)
{
	return !stream_pending(stream) && (stream->ended || stream->cut);
}

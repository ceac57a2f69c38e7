/*
 * The lines of a script's "run" sections on how a run goes: when it goes on, how it
 * ends, and how it is streamed.
 */
#include "script.h"

#include <string.h>

static const char code_default[] = "server_error";

static bool run_queued(struct reading *reading, char *rest)
{
	return ms_read(reading, rest, &reading->run->queued_ms);
}

static bool run_in_progress(struct reading *reading, char *rest)
{
	return ms_read(reading, rest, &reading->run->in_progress_ms);
}

static bool run_cancelling(struct reading *reading, char *rest)
{
	return ms_read(reading, rest, &reading->run->cancelling_ms);
}

static bool run_expires(struct reading *reading, char *rest)
{
	return ms_read(reading, rest, &reading->run->expires_ms);
}

static bool run_looks(struct reading *reading, char *rest)
{
	return number_read(reading, rest, 1000000, &reading->run->looks);
}

static bool run_poll_after(struct reading *reading, char *rest)
{
	text_replace(&reading->run->poll_after, rest);
	return true;
}

static bool run_end(struct reading *reading, char *rest)
{
	static const char *const names[] = { "completed", "failed", "incomplete", "expired",
		"cancelled", NULL };
	struct run_script *run = reading->run;
	const char *name = word_take(&rest);
	const char *code;
	int end;

	for (end = 0; names[end]; end++)
		if (strcmp(name, names[end]) == 0)
			break;
	if (!names[end])
		return line_fail(reading, "'%s' is no end of a run", name);
	run->end = (enum run_end)end;
	if (run->end == END_FAILED || run->end == END_INCOMPLETE) {
		code = word_take(&rest);
		if (!*code)
			code = run->end == END_FAILED ? code_default : "max_completion_tokens";
		text_replace(&run->end_code, code);
	}
	if (run->end == END_FAILED) {
		text_replace(&run->end_message, *rest ? rest : "The script let this run fail.");
		rest += strlen(rest);
	}
	return !*rest || line_fail(reading, "'%s' is too much", rest);
}


static bool run_unfinished(struct reading *reading, char *rest)
{
	reading->run->unfinished = true;
	return alone_check(reading, "unfinished", rest);
}

static bool run_event(struct reading *reading, char *rest)
{
	return ms_read(reading, rest, &reading->run->event_ms);
}

static bool run_piece(struct reading *reading, char *rest)
{
	return bytes_read(reading, rest, &reading->run->piece_chars);
}

static bool run_interleave(struct reading *reading, char *rest)
{
	reading->run->interleave = true;
	return alone_check(reading, "interleave", rest);
}

static bool run_chunk(struct reading *reading, char *rest)
{
	return bytes_read(reading, rest, &reading->run->chunk_bytes);
}

static bool run_newline(struct reading *reading, char *rest)
{
	static const char *const names[] = { "lf", "crlf", "cr" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(rest, names[i]) == 0) {
			reading->run->newline = (enum newline)i;
			return true;
		}
	}
	return line_fail(reading, "'%s' is none of lf, crlf and cr", rest);
}

static bool run_comment(struct reading *reading, char *rest)
{
	text_replace(&reading->run->comment, rest);
	return true;
}

static bool run_keep_alive(struct reading *reading, char *rest)
{
	return ms_read(reading, rest, &reading->run->keep_alive_ms);
}

static bool run_break(struct reading *reading, char *rest)
{
	static const char *const names[] = { "", "cut", "end", "stall", "error" };
	struct run_script *run = reading->run;
	const char *after = word_take(&rest);
	const char *name = word_take(&rest);
	const char *code = word_take(&rest);
	size_t i;

	if (!bytes_read(reading, after, &run->break_after))
		return false;
	for (i = BREAK_CUT; i <= BREAK_ERROR; i++)
		if (strcmp(name, names[i]) == 0)
			break;
	if (i > BREAK_ERROR)
		return line_fail(reading, "'%s' is none of cut, end, stall and error", name);
	run->stream_break = (enum stream_break)i;
	if (run->stream_break != BREAK_ERROR)
		return !*code || line_fail(reading, "'%s' is too much", code);
	text_replace(&run->break_code, *code ? code : code_default);
	text_replace(&run->break_message, *rest ? rest : "The script let this stream fail.");
	return true;
}

const struct keyword run_keywords[] = {
	{ "queued-ms", run_queued },
	{ "in-progress-ms", run_in_progress },
	{ "cancelling-ms", run_cancelling },
	{ "expires-ms", run_expires },
	{ "looks", run_looks },
	{ "poll-after-ms", run_poll_after },
	{ "end", run_end },
	{ "unfinished", run_unfinished },
	{ "event-ms", run_event },
	{ "piece-chars", run_piece },
	{ "interleave", run_interleave },
	{ "chunk-bytes", run_chunk },
	{ "newline", run_newline },
	{ "comment", run_comment },
	{ "keep-alive-ms", run_keep_alive },
	{ "break-after", run_break },
	{ NULL, NULL },
};

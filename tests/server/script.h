/*
 * script.h: what a script file says: how runs go, and which requests meet a fault.
 *
 * README.md describes the file. A script never changes after it was read,
 * but for the counts of its faults.
 */
#ifndef SERVER_SCRIPT_H
#define SERVER_SCRIPT_H

#include "answer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum run_end {
	END_COMPLETED,
	END_FAILED,
	END_INCOMPLETE,
	END_EXPIRED,
	END_CANCELLED,
};

/* Where a stream ends without its last event. */
enum stream_break {
	BREAK_NOT,
	BREAK_CUT,   /* the connection closes in the midst of the body */
	BREAK_END,   /* the body ends in order */
	BREAK_STALL, /* it does not end, but nothing comes */
	BREAK_ERROR, /* the error event, and the run fails */
};

enum newline {
	NEWLINE_LF,
	NEWLINE_CRLF,
	NEWLINE_CR,
};

struct run_script {
	unsigned long first, last; /* the runs, counted from 1, that it is for */
	int64_t queued_ms;
	int64_t in_progress_ms;
	int64_t cancelling_ms;
	int64_t expires_ms;
	unsigned long looks; /* the one that finds it ended, whatever the time; 0: it goes by time */
	char *poll_after; /* the value of the header; NULL: none */
	cJSON *rounds;    /* arrays of tool calls without ids; NULL: what the tools suggest */
	cJSON *messages;  /* arrays of content; NULL: one message, made from the outputs */
	bool unfinished;  /* it ends in the midst of its last message */
	enum run_end end;
	char *end_code;    /* of last_error, or the reason of incomplete_details */
	char *end_message; /* of last_error */

	/* How it is streamed. */
	int64_t event_ms; /* from one event to the next */
	size_t piece_chars; /* of a delta; 0: words, and a few characters of what is no prose */
	bool interleave;    /* tool calls take turns */
	size_t chunk_bytes; /* 0: each event is a chunk */
	enum newline newline;
	char *comment;         /* before each event; NULL: none */
	int64_t keep_alive_ms; /* a comment after so long a silence; 0: none */
	enum stream_break stream_break;
	size_t break_after; /* so many events */
	char *break_code, *break_message;
};

enum fault_close {
	CLOSE_NOT,
	CLOSE_UNHANDLED,  /* without an answer, and the request is not carried out */
	CLOSE_UNANSWERED, /* carried out, but without an answer */
};

struct fault {
	char *method; /* "*": any */
	char *path;   /* a glob, in which * does not match '/' */
	unsigned long first, last;
	unsigned long seen; /* the requests that matched method and path */
	int64_t delay_ms;
	unsigned status; /* 0: the request is carried out, and its answer changed */
	struct headers headers;
	char *body; /* NULL: an empty one */
	size_t body_len;
	enum fault_close close;
	bool cut; /* send only cut_bytes of the body that was announced */
	size_t cut_bytes;
};

struct script {
	struct run_script defaults; /* for the runs that no section names */
	struct run_script *runs;
	size_t run_count, run_size;
	struct fault *faults;
	size_t fault_count, fault_size;
};

/* A script without sections. */
void script_init(struct script *script);
/* False when the file is no script, with the line to show in *error, which the caller frees. */
bool script_read(struct script *script, const char *path, char **error);
void script_clear(struct script *script);

const struct run_script *script_run(const struct script *script, unsigned long number);
/* The fault that this request meets, or NULL. Counts the request. */
const struct fault *script_fault(struct script *script, const char *method, const char *path);

/* For the files that read the lines of one kind each: script_run.c, _say.c and _fault.c. */
struct reading {
	struct script *script;
	struct run_script *run; /* the defaults before the first section */
	struct fault *fault;    /* NULL outside an "on" section */
	bool calls_inherited;   /* the section has only the calls of the defaults yet */
	bool content_inherited; /* and only their messages */
	char *problem;          /* what is wrong with the line */
};

struct keyword {
	const char *name;
	bool (*read)(struct reading *reading, char *rest);
};

/* Each ends with a NULL name. */
extern const struct keyword run_keywords[];
extern const struct keyword say_keywords[];
extern const struct keyword fault_keywords[];

/* What returns a bool has noted the problem when it is false. */
bool line_fail(struct reading *reading, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Cuts the first word off *rest, which is left at the next one. */
char *word_take(char **rest);
bool number_read(
	struct reading *reading, const char *text, unsigned long max, unsigned long *out);
bool ms_read(struct reading *reading, const char *text, int64_t *out);
bool bytes_read(struct reading *reading, const char *text, size_t *out);
bool alone_check(struct reading *reading, const char *name, const char *rest);
void text_replace(char **text, const char *value);

#endif

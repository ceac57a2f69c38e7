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

struct call {
	char *name;
	char *arguments;
};

/* The tool calls that a run asks for at once. */
struct round {
	struct call *calls;
	size_t count;
	size_t size;
};

struct rounds {
	struct round *items;
	size_t count;
	size_t size;
};

enum run_end {
	END_COMPLETED,
	END_FAILED,
	END_INCOMPLETE,
	END_EXPIRED,
	END_CANCELLED,
};

struct run_script {
	unsigned long first, last; /* the runs, counted from 1, that it is for */
	int64_t queued_ms;
	int64_t in_progress_ms;
	int64_t cancelling_ms;
	int64_t expires_ms;
	char *poll_after; /* the value of the header; NULL: none */
	bool calls_given; /* rounds replaces what the tools would suggest */
	struct rounds rounds;
	enum run_end end;
	char *end_code;    /* of last_error, or the reason of incomplete_details */
	char *end_message; /* of last_error */
	char *answer;      /* NULL: made from the outputs */
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

/* Adds a call to the last round; without one, starts it. */
void rounds_add_call(struct rounds *rounds, const char *name, const char *arguments);
void rounds_add_round(struct rounds *rounds);
void rounds_copy(struct rounds *to, const struct rounds *from);
void rounds_clear(struct rounds *rounds);

#endif

/*
 * poll_script.h: a server that answers as a poll golden's script says, and notes when each
 * request came.
 */
#ifndef POLL_SCRIPT_H
#define POLL_SCRIPT_H

#include "golden.h"

struct poll_script;

/*
 * script: the golden's, borrowed, an array of {run: STATUS}, {http, body} and {body}, each
 * with headers, and {reset}. The ids are those of the runs that it answers with. NULL, with
 * the verdict set, when the script has something unknown in it.
 */
struct poll_script *poll_script_new(const cJSON *script, const char *thread_id,
	const char *run_id, struct verdict *verdict);
void poll_script_free(struct poll_script *script);

struct http_script *poll_script_server(const struct poll_script *script);
/* Milliseconds between the requests n - 1 and n, which have come. */
int64_t poll_script_gap_ms(struct poll_script *script, size_t n);

/* The N of a header value "@date+N": a date that lies N ms after the answer. False: none. */
bool poll_script_date_ms(const char *value, int64_t *ms);

#endif

/*
 * golden.h: what the parts of the conformance program share: a verdict for each case, the
 * list of our own differences, and the comparison of a recorded request with a golden one.
 */
#ifndef GOLDEN_H
#define GOLDEN_H

#include "http_script.h"

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The key that the goldens were recorded with. */
#define GOLDEN_KEY "sk-test"

struct verdict {
	bool failed;
	bool skipped;
	char why[600];	/* of the failure, or of the skip */
	char ours[200]; /* the differences that were applied, or "" */
};

/* Only the first reason is kept. Always false. */
bool verdict_fail(struct verdict *verdict, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/*
 * Our differences, from a file of lines "rule TAB cases TAB reason": which rules may be
 * applied, and to which cases, a glob. What a rule means is the code's to know.
 */
struct ours;

/* NULL, with a line on stderr, when the file cannot be read or is malformed. */
struct ours *ours_read(const char *file);
void ours_free(struct ours *ours);
/* Whether the rule may be applied to the case; noted in the verdict. The reason, or NULL. */
const char *ours_apply(const struct ours *ours, const char *rule, const char *name,
	struct verdict *verdict);

/* A member of an object, or NULL; names are compared exactly. */
const cJSON *member(const cJSON *object, const char *name);
/* The text of a member, or NULL when it is absent or no text. */
const char *text_of(const cJSON *object, const char *name);

/*
 * Whether a request is what the golden one, {method, path, query, headers, body}, says.
 * label ("request 2") begins the reason.
 */
bool compare_request(const struct http_request *got, const cJSON *want, const char *label,
	struct verdict *verdict);

/* Each runs one case of its file, those of calls against a server of its own. */
void wire_run(const cJSON *wire_case, const struct ours *ours, struct verdict *verdict);
void poll_run(const cJSON *poll_case, const struct ours *ours, struct verdict *verdict);
void sse_run(const cJSON *sse_case, const struct ours *ours, struct verdict *verdict);

/* A recorded stream, and the bytes that it was recorded from. */
void stream_run(const cJSON *stream_case, const char *bytes, size_t len, const struct ours *ours,
	struct verdict *verdict);

/* To be done with the text of sse-cases.json before it is parsed; of the same length. */
void sse_hide_nuls(char *json);

#endif

/*
 * diag.h: diagnostics that look like a C compiler's.
 *
 *	spec/api.yaml:812:9: error: cannot find '#/components/schemas/Rnu'
 *	  812 |         $ref: '#/components/schemas/Rnu'
 *	      |               ^
 *	  did you mean 'Run'?
 *
 * Messages are one line, lower case, no full stop, and name the wrong value.
 * They are printed as they come; the same message at the same place only once, and of warnings
 * of one kind only the first few: diag_sum_up() says how many more there were.
 */
#ifndef OAC_DIAG_H
#define OAC_DIAG_H

#include <stdbool.h>
#include <stddef.h>

#include "table.h"
#include "tree.h"

enum diag_level {
	DIAG_HELP, /* a line under another diagnostic */
	DIAG_NOTE,
	DIAG_WARNING,
	DIAG_ERROR,
};

enum {
	DIAG_MAX_ERRORS = 50, /* then one line says that the rest is not shown */
	DIAG_MAX_ALIKE = 10,  /* warnings that differ in names and places only */
};

struct source;

/* Warnings that say the same of different names. */
struct diag_kind {
	const char *last; /* the last message that was shown */
	unsigned count;
	struct diag_kind *next;
};

/* What was shown and is no error. */
struct diag_remark {
	enum diag_level level;
	unsigned line;
	unsigned column;
	const char *path; /* NULL: none */
	const char *message;
	struct diag_remark *next;
};

/* All zero is a good start. */
struct diag {
	const struct source *source; /* for places; NULL: none */
	int errors;
	int warnings;
	bool strict; /* warnings count as errors */
	bool errors_only; /* warnings are not printed */
	bool quiet; /* nothing is printed: fuzzing */
	bool verbose; /* all warnings are printed */
	bool shown; /* the last one was printed, so help may follow */
	bool kept; /* it is a remark, and so is its help */
	struct arena arena; /* what was said, to say it once */
	struct tree_node *said;
	struct table kinds; /* by their message without the names */
	struct diag_kind *first_kind; /* in their order */
	struct diag_kind *last_kind;
	struct diag_remark *remarks; /* in their order */
	struct diag_remark *last_remark;
};

/* node: the place, or NULL for none. at_key: point at the node's key in its map. */
void diag_at(struct diag *diag, enum diag_level level, const struct tree_node *node, bool at_key,
	const char *format, ...) __attribute__((format(printf, 5, 6)));
void diag_error(struct diag *diag, const struct tree_node *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void diag_warning(struct diag *diag, const struct tree_node *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* A place that has no node: file (a path as given), line and column from 1, 0 for none. */
void diag_place(struct diag *diag, enum diag_level level, const char *file, unsigned line,
	unsigned column, const char *format, ...) __attribute__((format(printf, 6, 7)));
/* What stood among the remarks of an earlier run. */
void diag_repeat(struct diag *diag, const struct diag_remark *remark);
/* A line of help under the last diagnostic. */
void diag_help(struct diag *diag, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A note for each kind of warning of which there were more than were shown; once. */
void diag_sum_up(struct diag *diag);
void diag_clear(struct diag *diag);

#endif

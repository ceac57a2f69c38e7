/*
 * diff.h: what changed for a C caller of the generated library between two documents. Both are
 * models, made with one configuration; the comparison knows C names, C types and what goes over
 * the wire. diff_help.c says what counts as what.
 */
#ifndef OAC_DIFF_H
#define OAC_DIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "model.h"
#include "source.h"

/* What a caller meets, the worst first. */
enum diff_effect {
	DIFF_COMPILE, /* breaking: code that was right does not compile, or means something else */
	DIFF_RUN,     /* breaking: it compiles, and other things happen */
	DIFF_ADDITIVE,
	DIFF_DOCUMENTATION,
};

/* What a change is about. */
struct diff_where {
	const char *subject; /* "function", "struct", "enum", "union", "list", "map", "library" */
	const char *name;    /* in C: the old one, unless there is none */
	const char *part;    /* member, argument, value or variant; or NULL */
	const struct tree_node *old_place; /* where there is nothing: of what it is missing from */
	const struct tree_node *new_place;
};

struct diff_change {
	struct diff_where where;
	enum diff_effect effect;
	const char *kind;   /* "member-added": the word for the part, then what happened to it */
	const char *before; /* or NULL */
	const char *after;  /* or NULL */
	const char *note;   /* or NULL */
	struct diff_change *next;
};

struct diff_document {
	const struct model *model;
	const struct source *source;
	const char *spec;   /* as the caller named it */
	const char *prefix; /* that this document alone would give; the models have the old one's */
};

struct diff {
	struct diff_document old;
	struct diff_document new;
	struct diff_change
		*changes; /* functions first, then types, each in their document's order */
	struct diff_change **changes_end;
	size_t counts[DIFF_DOCUMENTATION + 1]; /* by effect */
};

/* old and new are set; everything that the changes point at lives in the models and the arena. */
void diff_compare(struct diff *diff, struct arena *arena);

enum diff_format {
	DIFF_TEXT,
	DIFF_JSON,
	DIFF_MARKDOWN,
};

void diff_print(const struct diff *diff, enum diff_format format, struct buffer *out);
/* The exit status: 0 nothing for callers, 3 additive, 4 breaking. */
int diff_status(const struct diff *diff);
/* The manual page, on stdout. */
void diff_help(void);

#endif

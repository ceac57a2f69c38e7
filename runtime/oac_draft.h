/*
 * oac_draft.h: a JSON text to which deltas are merged. What no delta touches stays a
 * stretch of the old text; the new text is written when all is done. Not for programs.
 *
 * The rules are the same for the typed part of a value: see oac_merge.h.
 */
#ifndef OAC_DRAFT_H
#define OAC_DRAFT_H

#include "oac_buffer.h"
#include "oac_decoder.h"
#include "oac_merge.h"

enum oac_draft_form {
	OAC_DRAFT_NONE = 0, /* absent */
	OAC_DRAFT_TEXT,     /* what raw says */
	OAC_DRAFT_STRING,   /* raw, a string, and what was added to it */
	OAC_DRAFT_OBJECT,
	OAC_DRAFT_LIST,
};

struct oac_draft_member;

/* What was added to a string. */
struct oac_draft_run {
	struct oac_draft_run *next;
	struct oac_span text;
};

struct oac_draft {
	enum oac_draft_form form;
	struct oac_span raw;
	union {
		struct {
			struct oac_draft_run *first;
			struct oac_draft_run **end;
		} runs;
		struct {
			struct oac_draft_member *root;
			struct oac_draft_member *first;
			struct oac_draft_member **end;
		} members;
		struct {
			struct oac_draft **items;
			size_t count;
			size_t room;
		} list;
	} as;
};

/* In order of appearance, and in a tree by the hash of the key. */
struct oac_draft_member {
	struct oac_draft_member *next;
	struct oac_draft_member *child[4];
	struct oac_span name; /* as it stands in the text, without its quotes */
	struct oac_span key;  /* what the name says */
	struct oac_draft value;
};

enum {
	OAC_TRAIL_MAX = 8,
};

/*
 * The way to the string that was added to last: values of a text, each within the one before it.
 * They are stepped over without being read, so that a string that grows costs what is added.
 */
struct oac_trail {
	unsigned count;
	struct oac_span values[OAC_TRAIL_MAX]; /* the last is the string */
};

/* All functions that return bool or a pointer fail with d->r and d->path saying why. */
struct oac_drafter {
	struct oac_decoder *d;   /* drafts live in its scratch */
	size_t changes;          /* how many there were so far */
	size_t holes;            /* in the lists of the whole value, nulls that nobody sent */
	struct oac_trail trail;  /* in a text that is part of the value */
	struct oac_trail within; /* where the merge is */
	struct oac_trail added;  /* to the string of the last change; or empty */
	struct oac_span run;     /* what was added to it */
};

bool oac_draft_fail(struct oac_decoder *d, const char *problem);
/* "expected X, got what begins here" */
bool oac_draft_mismatch(struct oac_decoder *d, const char *expected, struct oac_span got);

/* What a name (without its quotes) says. */
bool oac_draft_key(struct oac_decoder *d, struct oac_span name, struct oac_span *key);
/* The value of the last member of that name of an object; text NULL: there is none. */
bool oac_draft_find(
	struct oac_decoder *d, struct oac_span object, struct oac_span key, struct oac_span *value);

/* Takes the text of an object apart; an absent one becomes empty. */
bool oac_draft_open(struct oac_drafter *drafter, struct oac_draft *draft);
/* The member of an open object, or NULL; with add, a new one that is absent. */
struct oac_draft_member *oac_draft_member(
	struct oac_drafter *drafter, struct oac_draft *object, struct oac_span name, bool add);

/* The elements of a list, in the scratch. */
bool oac_draft_elements(struct oac_drafter *drafter, struct oac_span text,
	struct oac_span **elements, size_t *count);
/* Whether all are strings and numbers, which are appended. */
bool oac_draft_are_scalars(const struct oac_span *elements, size_t count);
/* The index of an entry for a list that has length items; what it does not have is absent. */
bool oac_draft_index(struct oac_decoder *d, struct oac_span entry, size_t length, size_t *index);
/* Whether all of them are objects that say an index, so that a new list takes them at their places.
 */
bool oac_draft_are_indexed(
	struct oac_decoder *d, const struct oac_span *elements, size_t count, bool *indexed);
bool oac_draft_add_holes(struct oac_drafter *drafter, size_t count);

bool oac_draft_sum_fits(int64_t a, int64_t b);

/* Merges a delta by the rules; sets it when the draft is absent or null. */
bool oac_draft_merge(struct oac_drafter *drafter, struct oac_draft *draft, struct oac_span delta);
/* Puts the delta in place of what was there; lists are put in order, and no member stands twice. */
bool oac_draft_set(struct oac_drafter *drafter, struct oac_draft *draft, struct oac_span delta);
/* Whether a member is of the kind that is replaced and never added to. */
bool oac_draft_is_replaced(struct oac_span key);

void oac_draft_write(const struct oac_draft *draft, struct oac_buffer *out);

#endif

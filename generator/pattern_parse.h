/* pattern_parse.h: what a pattern says, as a tree. */
#ifndef OAC_PATTERN_PARSE_H
#define OAC_PATTERN_PARSE_H

#include "pattern.h"
#include "pattern_set.h"

enum {
	PATTERN_ENDLESS = 0x7fffffff, /* most of a repetition */
};

enum pattern_node_kind {
	PATTERN_ONE, /* a character of the set */
	PATTERN_BEHIND, /* the character before is in the set, or the edge that stands for none */
	PATTERN_AHEAD,
	PATTERN_LOOK, /* the child matches, or must not, from here on or up to here */
	PATTERN_SEQUENCE,
	PATTERN_CHOICE,
	PATTERN_REPEAT, /* the child */
};

struct pattern_node {
	enum pattern_node_kind kind;
	bool negated;
	struct pattern_set *set;
	struct pattern_node *first; /* child */
	struct pattern_node *last;
	struct pattern_node *next; /* sibling */
	struct pattern_node *previous;
	uint32_t least;
	uint32_t most;
	unsigned part; /* PATTERN_LOOK: which */
};

struct pattern_parser {
	struct arena *arena;
	const char *at;
	const char *end;
	const char *why;
	unsigned depth;
	const struct pattern_node *looks[PATTERN_PARTS]; /* one within another comes first */
	unsigned look_count;
	bool ahead; /* of these */
	bool behind;
};

/* NULL: in->why says why. */
struct pattern_node *pattern_parse(struct pattern_parser *in);

/* ---- between the files that read ---- */

/* False, and that is why. */
bool pattern_refuse(struct pattern_parser *in, const char *why);
/* Whether the text goes on so; then it is taken. */
bool pattern_take(struct pattern_parser *in, const char *text);
uint32_t pattern_take_character(struct pattern_parser *in);
/* What a backslash, which was taken, begins: a set, of one character or more. */
bool pattern_escape(struct pattern_parser *in, struct pattern_set *set);
/* The rest of a class, behind its bracket. */
bool pattern_class(struct pattern_parser *in, struct pattern_set *set);
/* d, w, s and their opposites. False: the letter is none of them. */
bool pattern_shorthand(struct arena *arena, char letter, struct pattern_set *set);
/* Behind \p, or \P when inverted: its braces and the property they name. */
bool pattern_property(struct pattern_parser *in, bool inverted, struct pattern_set *set);

#endif

#include "pattern_parse.h"

#include <string.h>

enum {
	DEPTH_MAX = 32, /* groups within each other */
};

static struct pattern_node *parse_choice(struct pattern_parser *in);

static struct pattern_node *fail(struct pattern_parser *in, const char *why)
{
	pattern_refuse(in, why);
	return NULL;
}

static struct pattern_node *new_node(struct pattern_parser *in, enum pattern_node_kind kind)
{
	struct pattern_node *node = arena_alloc(in->arena, sizeof(*node));

	node->kind = kind;
	return node;
}

static struct pattern_set *new_set(struct pattern_parser *in)
{
	return arena_alloc(in->arena, sizeof(struct pattern_set));
}

static struct pattern_node *new_set_node(
	struct pattern_parser *in, enum pattern_node_kind kind, struct pattern_set *set)
{
	struct pattern_node *node = new_node(in, kind);

	node->set = set;
	return node;
}

static void add_child(struct pattern_node *parent, struct pattern_node *child)
{
	child->previous = parent->last;
	if (parent->last != NULL)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

/* ---- assertions ---- */

static struct pattern_node *new_edge(struct pattern_parser *in, enum pattern_node_kind kind)
{
	struct pattern_set *set = new_set(in);

	pattern_set_add(in->arena, set, PATTERN_EDGE, PATTERN_EDGE);
	return new_set_node(in, kind, set);
}

/* Whether a character of a word, or none, is behind and ahead. */
static struct pattern_node *new_sides(struct pattern_parser *in, bool behind, bool ahead)
{
	struct pattern_node *sequence = new_node(in, PATTERN_SEQUENCE);
	struct pattern_set *word = new_set(in);
	struct pattern_set *other = new_set(in);

	pattern_shorthand(in->arena, 'w', word);
	pattern_shorthand(in->arena, 'w', other);
	pattern_set_invert(in->arena, other, PATTERN_EDGE);
	add_child(sequence, new_set_node(in, PATTERN_BEHIND, behind ? word : other));
	add_child(sequence, new_set_node(in, PATTERN_AHEAD, ahead ? word : other));
	return sequence;
}

/* \b: the sides differ; \B: they do not. */
static struct pattern_node *new_word_edge(struct pattern_parser *in, bool differ)
{
	struct pattern_node *choice = new_node(in, PATTERN_CHOICE);

	add_child(choice, new_sides(in, true, !differ));
	add_child(choice, new_sides(in, false, differ));
	return choice;
}

/* To look at the one character beside a place, forward or back, takes no part of its own. */
static struct pattern_node *new_look(
	struct pattern_parser *in, struct pattern_node *child, bool ahead, bool negated)
{
	struct pattern_node *node;

	if (child->set != NULL) {
		if (child->kind == PATTERN_ONE)
			child->kind = ahead ? PATTERN_AHEAD : PATTERN_BEHIND;
		if (negated)
			pattern_set_invert(in->arena, child->set, PATTERN_EDGE);
		return child;
	}
	if (in->look_count == PATTERN_PARTS)
		return fail(in, "its size");
	in->ahead |= ahead;
	in->behind |= !ahead;
	if (in->ahead && in->behind)
		return fail(in, "looking both ahead and behind");
	node = new_node(in, PATTERN_LOOK);
	node->negated = negated;
	node->part = in->look_count;
	add_child(node, child);
	in->looks[in->look_count++] = node;
	return node;
}

/* ---- groups ---- */

static bool take_name(struct pattern_parser *in)
{
	const char *end = memchr(in->at, '>', (size_t)(in->end - in->at));

	if (end == NULL || end == in->at)
		return pattern_refuse(in, "a group whose name has no end");
	in->at = end + 1;
	return true;
}

static struct pattern_node *parse_rest(struct pattern_parser *in)
{
	struct pattern_node *node;

	if (in->depth == DEPTH_MAX)
		return fail(in, "groups within more than 32 groups");
	in->depth++;
	node = parse_choice(in);
	in->depth--;
	return node == NULL || pattern_take(in, ")") ? node : fail(in, "a group without an end");
}

/* Behind the parenthesis. *fixed: it cannot be repeated. */
static struct pattern_node *parse_group(struct pattern_parser *in, bool *fixed)
{
	bool ahead = pattern_take(in, "?=");
	bool not_ahead = !ahead && pattern_take(in, "?!");
	bool behind = pattern_take(in, "?<=");
	bool not_behind = !behind && pattern_take(in, "?<!");
	struct pattern_node *node;

	*fixed = behind || not_behind;
	if (ahead || not_ahead || behind || not_behind) {
		node = parse_rest(in);
		return node != NULL
			? new_look(in, node, ahead || not_ahead, not_ahead || not_behind)
			: NULL;
	}
	if (pattern_take(in, "?<") ? !take_name(in)
				   : !pattern_take(in, "?:") && pattern_take(in, "?"))
		return fail(in, "a group of a kind that JavaScript does not have");
	return parse_rest(in);
}

/* ---- repetitions ---- */

static bool take_number(struct pattern_parser *in, uint32_t *number)
{
	const char *start = in->at;

	for (*number = 0; in->at < in->end && *in->at >= '0' && *in->at <= '9'; in->at++) {
		uint32_t digit = (uint32_t)(*in->at - '0');

		if (*number > (PATTERN_ENDLESS - digit) / 10)
			*number = PATTERN_ENDLESS;
		else
			*number = *number * 10 + digit;
	}
	return in->at > start;
}

/* "{2,5}". False, and nothing is taken: what is there is none. */
static bool take_counts(struct pattern_parser *in, uint32_t *least, uint32_t *most)
{
	const char *start = in->at;

	if (pattern_take(in, "{") && take_number(in, least)) {
		*most = *least;
		if (pattern_take(in, ",") && !take_number(in, most))
			*most = PATTERN_ENDLESS;
		if (pattern_take(in, "}"))
			return true;
	}
	in->at = start;
	return false;
}

static bool take_quantifier(struct pattern_parser *in, uint32_t *least, uint32_t *most)
{
	*least = 0;
	*most = PATTERN_ENDLESS;
	if (pattern_take(in, "+"))
		*least = 1;
	else if (pattern_take(in, "?"))
		*most = 1;
	else if (!pattern_take(in, "*") && !take_counts(in, least, most))
		return false;
	pattern_take(in, "?"); /* whether it takes few or many does not matter to the answer */
	return true;
}

/* ---- the whole ---- */

static struct pattern_node *parse_set(struct pattern_parser *in)
{
	struct pattern_set *set = new_set(in);
	uint32_t c;

	if (pattern_take(in, "\\")) {
		if (!pattern_escape(in, set))
			return NULL;
	} else if (pattern_take(in, "[")) {
		if (!pattern_class(in, set))
			return NULL;
	} else if (pattern_take(in, ".")) {
		pattern_set_add(in->arena, set, '\n', '\n');
		pattern_set_add(in->arena, set, '\r', '\r');
		pattern_set_add(in->arena, set, 0x2028, 0x2029);
		pattern_set_invert(in->arena, set, PATTERN_LAST);
	} else {
		c = pattern_take_character(in);
		pattern_set_add(in->arena, set, c, c);
	}
	return new_set_node(in, PATTERN_ONE, set);
}

/* *fixed: it cannot be repeated. */
static struct pattern_node *parse_atom(struct pattern_parser *in, bool *fixed)
{
	uint32_t least;
	uint32_t most;

	*fixed = true;
	if (pattern_take(in, "^"))
		return new_edge(in, PATTERN_BEHIND);
	if (pattern_take(in, "$"))
		return new_edge(in, PATTERN_AHEAD);
	if (pattern_take(in, "\\b"))
		return new_word_edge(in, true);
	if (pattern_take(in, "\\B"))
		return new_word_edge(in, false);
	if (take_quantifier(in, &least, &most))
		return fail(in, "a repetition of nothing");
	if (pattern_take(in, "("))
		return parse_group(in, fixed);
	*fixed = false;
	return parse_set(in);
}

static bool is_empty(const struct pattern_node *node)
{
	return node->kind == PATTERN_SEQUENCE && node->first == NULL;
}

/* One of nothing, or of nothing again and again, is an empty sequence. */
static struct pattern_node *parse_term(struct pattern_parser *in)
{
	bool fixed;
	struct pattern_node *atom = parse_atom(in, &fixed);
	struct pattern_node *repeat;
	uint32_t least;
	uint32_t most;

	if (atom == NULL || fixed || !take_quantifier(in, &least, &most))
		return atom;
	if (least > most)
		return fail(in, "a repetition whose most is less than its least");
	if (is_empty(atom) || most == 0)
		return new_node(in, PATTERN_SEQUENCE);
	repeat = new_node(in, PATTERN_REPEAT);
	repeat->least = least;
	repeat->most = most;
	add_child(repeat, atom);
	return repeat;
}

/* A sequence of one is that one. What is empty is left out: all that is repeated has a step. */
static struct pattern_node *parse_sequence(struct pattern_parser *in)
{
	struct pattern_node *sequence = new_node(in, PATTERN_SEQUENCE);
	struct pattern_node *term;

	while (in->at < in->end && *in->at != '|' && *in->at != ')') {
		term = parse_term(in);
		if (term == NULL)
			return NULL;
		if (!is_empty(term))
			add_child(sequence, term);
	}
	return sequence->first != NULL && sequence->first == sequence->last ? sequence->first
									    : sequence;
}

/* Characters that stand one beside the other for choice are one set. */
static bool join(struct pattern_parser *in, struct pattern_node *last, struct pattern_node *node)
{
	if (last == NULL || last->kind != PATTERN_ONE || node->kind != PATTERN_ONE)
		return false;
	pattern_set_join(in->arena, last->set, node->set);
	return true;
}

static struct pattern_node *parse_choice(struct pattern_parser *in)
{
	struct pattern_node *choice = new_node(in, PATTERN_CHOICE);
	struct pattern_node *branch;

	do {
		branch = parse_sequence(in);
		if (branch == NULL)
			return NULL;
		if (!join(in, choice->last, branch))
			add_child(choice, branch);
	} while (pattern_take(in, "|"));
	return choice->first == choice->last ? choice->first : choice;
}

struct pattern_node *pattern_parse(struct pattern_parser *in)
{
	struct pattern_node *node = parse_choice(in);

	if (node != NULL && in->at < in->end)
		return fail(in, "a parenthesis that nothing opens");
	return node;
}

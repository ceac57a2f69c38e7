#include "iregexp.h"

#include <stdlib.h>
#include <string.h>

enum {
	MAX_COUNT = IREGEXP_MAX_PROGRAM, /* of a quantifier */
};

struct range {
	uint32_t low;
	uint32_t high;
	struct range *next;
};

struct set {
	bool negated;
	struct range *ranges;
};

enum node_kind {
	NODE_EMPTY,
	NODE_SET,
	NODE_START, /* of the text */
	NODE_END,
	NODE_SEQUENCE, /* left, then right */
	NODE_CHOICE,   /* left or right */
	NODE_REPEAT,   /* left, min to max times */
};

struct node {
	enum node_kind kind;
	const struct set *set;
	struct node *left;
	struct node *right;
	unsigned min;
	unsigned max; /* 0: any number of times */
	bool bounded;
};

enum operation {
	OP_SET,
	OP_START,
	OP_END,
	OP_SPLIT, /* goes on at both targets */
	OP_JUMP,
	OP_DONE,
};

struct instruction {
	enum operation operation;
	unsigned target;
	unsigned other;
	const struct set *set;
};

/* The instructions at which a match stands. */
struct states {
	unsigned *items;
	unsigned count;
};

struct iregexp {
	struct instruction *program;
	unsigned count;
	struct states now;
	struct states next;
	uint64_t *seen; /* by instruction: the round in which it was added */
	uint64_t round;
	uint64_t cost; /* of one character */
	bool at_start; /* of the text, for what is added now */
	bool at_end;
};

struct parser {
	struct arena *arena;
	const char *at;
	const char *end;
	unsigned depth;
	unsigned emitted;
	const char *why;
};

static struct node *parse_choice(struct parser *in);

static void *fail(struct parser *in, const char *why)
{
	if (in->why == NULL)
		in->why = why;
	return NULL;
}

/* The text is UTF-8; what is not yields code points nobody asked for, and stays within end. */
static uint32_t take_code(const char **at, const char *end)
{
	unsigned char first = (unsigned char)*(*at)++;
	uint32_t code = first;
	int more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
	if (more > 0)
		code = first & (0x3Fu >> more);
	for (; more > 0 && *at < end; more--)
		code = code << 6 | ((unsigned char)*(*at)++ & 0x3Fu);
	return code;
}

static char peek(const struct parser *in)
{
	return in->at < in->end ? *in->at : '\0';
}

static bool take(struct parser *in, char c)
{
	if (in->at == in->end || *in->at != c)
		return false;
	in->at++;
	return true;
}

/* ---- parsing ---- */

static struct node *new_node(struct parser *in, enum node_kind kind)
{
	struct node *node = arena_alloc(in->arena, sizeof(*node));
	node->kind = kind;
	return node;
}

static void add_range(struct parser *in, struct set *set, uint32_t low, uint32_t high)
{
	struct range *range = arena_alloc(in->arena, sizeof(*range));
	*range = (struct range){ low, high, set->ranges };
	set->ranges = range;
}

/* What follows a backslash. */
static bool take_escape(struct parser *in, uint32_t *code)
{
	static const char plain[] = "()*+-.?[\\]^{|}";
	char c = peek(in);
	if (c == 'p' || c == 'P')
		return fail(in, "\\p{...} is not supported") != NULL;
	if (c == '\0' || (strchr(plain, c) == NULL && strchr("nrt", c) == NULL))
		return fail(in, "unknown escape") != NULL;
	in->at++;
	*code = (unsigned char)(c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c);
	return true;
}

/* A character within brackets. */
static bool take_member(struct parser *in, uint32_t *code)
{
	if (in->at == in->end)
		return fail(in, "'[' without ']'") != NULL;
	if (take(in, '\\'))
		return take_escape(in, code);
	if (*in->at == '[' || *in->at == '-')
		return fail(in, "'[' and '-' within brackets need a backslash") != NULL;
	*code = take_code(&in->at, in->end);
	return true;
}

static const struct set *parse_brackets(struct parser *in)
{
	struct set *set = arena_alloc(in->arena, sizeof(*set));
	set->negated = take(in, '^');
	if (take(in, '-'))
		add_range(in, set, '-', '-');
	else if (peek(in) == ']')
		return fail(in, "'[]' has no members");
	while (!take(in, ']')) {
		uint32_t low = 0;
		uint32_t high = 0;
		if (peek(in) == '-' && in->end - in->at > 1 && in->at[1] == ']') {
			in->at++;
			add_range(in, set, '-', '-');
			continue;
		}
		if (!take_member(in, &low))
			return NULL;
		high = low;
		bool last = in->end - in->at > 1 && in->at[1] == ']';
		if (peek(in) == '-' && !last) {
			in->at++;
			if (!take_member(in, &high))
				return NULL;
			if (high < low)
				return fail(in, "a range ends before it begins");
		}
		add_range(in, set, low, high);
	}
	return set;
}

static struct node *parse_atom(struct parser *in)
{
	if (take(in, '(')) {
		if (in->depth == IREGEXP_MAX_DEPTH)
			return fail(in, "too many parentheses within each other");
		in->depth++;
		struct node *inner = parse_choice(in);
		in->depth--;
		return inner == NULL || take(in, ')') ? inner : fail(in, "'(' without ')'");
	}
	if (peek(in) != '\0' && strchr("*+?{}])", peek(in)) != NULL)
		return fail(in, "a quantifier or bracket out of place");

	if (take(in, '^'))
		return new_node(in, NODE_START);
	if (take(in, '$'))
		return new_node(in, NODE_END);
	struct node *node = new_node(in, NODE_SET);
	struct set *set = arena_alloc(in->arena, sizeof(*set));
	node->set = set;
	if (take(in, '[')) {
		node->set = parse_brackets(in);
		return node->set != NULL ? node : NULL;
	}
	if (take(in, '.')) {
		set->negated = true;
		add_range(in, set, '\n', '\n');
		add_range(in, set, '\r', '\r');
		return node;
	}
	uint32_t code = 0;
	if (!take(in, '\\'))
		code = take_code(&in->at, in->end);
	else if (!take_escape(in, &code))
		return NULL;
	add_range(in, set, code, code);
	return node;
}

static bool take_count(struct parser *in, unsigned *count)
{
	if (peek(in) < '0' || peek(in) > '9')
		return fail(in, "expected a number after '{'") != NULL;
	*count = 0;
	for (; peek(in) >= '0' && peek(in) <= '9'; in->at++) {
		*count = *count * 10 + (unsigned)(*in->at - '0');
		if (*count > MAX_COUNT)
			return fail(in, "a count is too large") != NULL;
	}
	return true;
}

static bool parse_counts(struct parser *in, struct node *repeat)
{
	if (!take_count(in, &repeat->min))
		return false;
	repeat->max = repeat->min;
	repeat->bounded = true;
	if (take(in, ',')) {
		repeat->bounded = peek(in) != '}';
		if (repeat->bounded && !take_count(in, &repeat->max))
			return false;
	}
	if (!take(in, '}'))
		return fail(in, "'{' without '}'") != NULL;
	return !repeat->bounded || repeat->max >= repeat->min ||
	       fail(in, "a range ends before it begins") != NULL;
}

static struct node *parse_piece(struct parser *in)
{
	struct node *atom = parse_atom(in);
	char sign = peek(in);
	if (atom == NULL || sign == '\0' || strchr("*+?{", sign) == NULL)
		return atom;

	struct node *repeat = new_node(in, NODE_REPEAT);
	in->at++;
	repeat->left = atom;
	repeat->min = sign == '+' ? 1 : 0;
	repeat->max = 1;
	repeat->bounded = sign == '?';
	return sign != '{' || parse_counts(in, repeat) ? repeat : NULL;
}

static struct node *parse_sequence(struct parser *in)
{
	struct node *first = NULL;
	struct node **end = &first;
	while (in->at < in->end && *in->at != '|' && *in->at != ')') {
		struct node *sequence = new_node(in, NODE_SEQUENCE);
		sequence->left = parse_piece(in);
		if (sequence->left == NULL)
			return NULL;
		*end = sequence;
		end = &sequence->right;
	}
	*end = new_node(in, NODE_EMPTY);
	return first;
}

static struct node *parse_choice(struct parser *in)
{
	struct node *first = NULL;
	struct node **end = &first;
	for (;;) {
		*end = parse_sequence(in);
		if (*end == NULL || !take(in, '|'))
			return *end != NULL ? first : NULL;
		struct node *choice = new_node(in, NODE_CHOICE);
		choice->left = *end;
		*end = choice;
		end = &choice->right;
	}
}

/* ---- the program ---- */

/* NULL: there are too many. */
static struct instruction *emit_one(
	struct parser *in, struct iregexp *regexp, enum operation operation)
{
	if (regexp->count == IREGEXP_MAX_PROGRAM)
		return fail(in, "the pattern is too large");
	struct instruction *instruction = &regexp->program[regexp->count++];
	instruction->operation = operation;
	return instruction;
}

static bool emit(struct parser *in, struct iregexp *regexp, const struct node *node);

static bool emit_choice(struct parser *in, struct iregexp *regexp, const struct node *node)
{
	struct instruction *split = emit_one(in, regexp, OP_SPLIT);
	if (split == NULL)
		return false;
	split->target = regexp->count;
	if (!emit(in, regexp, node->left))
		return false;
	struct instruction *jump = emit_one(in, regexp, OP_JUMP);
	if (jump == NULL)
		return false;
	split->other = regexp->count;
	if (!emit(in, regexp, node->right))
		return false;
	jump->target = regexp->count;
	return true;
}

/* left again and again, or not at all */
static bool emit_loop(struct parser *in, struct iregexp *regexp, const struct node *node)
{
	unsigned start = regexp->count;
	struct instruction *split = emit_one(in, regexp, OP_SPLIT);
	if (split == NULL)
		return false;
	split->target = regexp->count;
	if (!emit(in, regexp, node->left))
		return false;
	struct instruction *jump = emit_one(in, regexp, OP_JUMP);
	if (jump == NULL)
		return false;
	jump->target = start;
	split->other = regexp->count;
	return true;
}

static bool emit_repeat(struct parser *in, struct iregexp *regexp, const struct node *node)
{
	for (unsigned i = 0; i < node->min; i++) {
		if (!emit(in, regexp, node->left))
			return false;
	}
	if (!node->bounded)
		return emit_loop(in, regexp, node);
	for (unsigned i = node->min; i < node->max; i++) {
		struct instruction *split = emit_one(in, regexp, OP_SPLIT);
		if (split == NULL)
			return false;
		split->target = regexp->count;
		if (!emit(in, regexp, node->left))
			return false;
		split->other = regexp->count;
	}
	return true;
}

/* Counts its calls, since what is empty repeats without ever filling the program. */
static bool emit(struct parser *in, struct iregexp *regexp, const struct node *node)
{
	for (;; node = node->right) {
		struct instruction *one;
		if (in->emitted++ > 4 * IREGEXP_MAX_PROGRAM)
			return fail(in, "the pattern is too large") != NULL;
		switch (node->kind) {
		case NODE_EMPTY:
			return true;
		case NODE_SET:
			one = emit_one(in, regexp, OP_SET);
			if (one != NULL)
				one->set = node->set;
			return one != NULL;
		case NODE_START:
			return emit_one(in, regexp, OP_START) != NULL;
		case NODE_END:
			return emit_one(in, regexp, OP_END) != NULL;
		case NODE_CHOICE:
			return emit_choice(in, regexp, node);
		case NODE_REPEAT:
			return emit_repeat(in, regexp, node);
		case NODE_SEQUENCE:
			if (!emit(in, regexp, node->left))
				return false;
			break;
		}
	}
}

/* Moves the program into the arena and makes what matching needs. */
static void finish(struct arena *arena, struct iregexp *regexp)
{
	const struct instruction *program = regexp->program;
	size_t count = regexp->count;
	regexp->program = arena_alloc(arena, count * sizeof(*program));
	memcpy(regexp->program, program, count * sizeof(*program));
	regexp->now.items = arena_alloc(arena, count * sizeof(unsigned));
	regexp->next.items = arena_alloc(arena, count * sizeof(unsigned));
	regexp->seen = arena_alloc(arena, count * sizeof(*regexp->seen));
	regexp->cost = count;
	for (size_t i = 0; i < count; i++) {
		const struct range *range = program[i].set != NULL ? program[i].set->ranges : NULL;
		for (; range != NULL; range = range->next)
			regexp->cost++;
	}
}

struct iregexp *iregexp_parse(struct arena *arena, const char *text, size_t len, const char **why)
{
	struct parser in = { .arena = arena, .at = text, .end = text + len };
	const struct node *node = parse_choice(&in);
	if (node != NULL && in.at < in.end)
		node = fail(&in, "')' without '('");
	if (node == NULL) {
		*why = in.why;
		return NULL;
	}

	struct iregexp *regexp = arena_alloc(arena, sizeof(*regexp));
	/* One more than emit_one gives out: the end always fits. */
	struct instruction *program = calloc(IREGEXP_MAX_PROGRAM + 1, sizeof(*program));
	if (program == NULL)
		arena_exhausted();
	regexp->program = program;
	if (emit(&in, regexp, node)) {
		program[regexp->count++].operation = OP_DONE;
		finish(arena, regexp);
	} else {
		regexp = NULL;
		*why = in.why;
	}
	free(program);
	return regexp;
}

/* ---- matching: all states at once, so that no text makes it slow ---- */

static void add_state(struct iregexp *regexp, struct states *states, unsigned at)
{
	while (regexp->seen[at] != regexp->round) {
		const struct instruction *instruction = &regexp->program[at];
		regexp->seen[at] = regexp->round;
		switch (instruction->operation) {
		case OP_SPLIT:
			add_state(regexp, states, instruction->other);
			at = instruction->target;
			break;
		case OP_JUMP:
			at = instruction->target;
			break;
		case OP_START:
		case OP_END:
			if (!(instruction->operation == OP_START ? regexp->at_start
								 : regexp->at_end))
				return;
			at++;
			break;
		case OP_SET:
		case OP_DONE:
			states->items[states->count++] = at;
			return;
		}
	}
}

static bool has_code(const struct set *set, uint32_t code)
{
	for (const struct range *range = set->ranges; range != NULL; range = range->next) {
		if (code >= range->low && code <= range->high)
			return !set->negated;
	}
	return set->negated;
}

static bool is_done(const struct iregexp *regexp, const struct states *states)
{
	for (unsigned i = 0; i < states->count; i++) {
		if (regexp->program[states->items[i]].operation == OP_DONE)
			return true;
	}
	return false;
}

bool iregexp_match(
	struct iregexp *regexp, const char *text, size_t len, bool whole, uint64_t *steps)
{
	const char *end = text + len;
	regexp->round++;
	regexp->at_start = true;
	regexp->at_end = text == end;
	regexp->now.count = 0;
	add_state(regexp, &regexp->now, 0);
	for (;;) {
		if (!whole && is_done(regexp, &regexp->now))
			return true;
		if (text == end || regexp->now.count == 0)
			break;
		if (*steps <= regexp->cost) {
			*steps = 0;
			return false;
		}
		*steps -= regexp->cost;

		uint32_t code = take_code(&text, end);
		regexp->round++;
		regexp->at_start = false;
		regexp->at_end = text == end;
		regexp->next.count = 0;
		for (unsigned i = 0; i < regexp->now.count; i++) {
			unsigned at = regexp->now.items[i];
			const struct instruction *instruction = &regexp->program[at];
			if (instruction->operation == OP_SET && has_code(instruction->set, code))
				add_state(regexp, &regexp->next, at + 1);
		}
		if (!whole)
			add_state(regexp, &regexp->next, 0);
		struct states swap = regexp->now;
		regexp->now = regexp->next;
		regexp->next = swap;
	}
	return text == end && is_done(regexp, &regexp->now);
}

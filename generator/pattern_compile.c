#include "pattern_parse.h"

#include <string.h>

#define TOO_LARGE "its size"
#define NOWHERE PATTERN_STEPS

struct program {
	struct pattern_parser in;
	struct pattern made; /* its lists are these */
	struct pattern_step steps[PATTERN_STEPS];
	struct pattern_set *sets[PATTERN_STEPS];
	struct pattern_count counts[PATTERN_COUNTS];
	unsigned words; /* of all sets */
	unsigned ring;
};

static bool emit(struct program *p, const struct pattern_node *node);

static bool emit_step(struct program *p, const char *kind, unsigned more, unsigned to)
{
	if (p->made.step_count == PATTERN_STEPS)
		return pattern_refuse(&p->in, TOO_LARGE);
	p->steps[p->made.step_count++] = (struct pattern_step){ kind, more, to };
	return true;
}

static unsigned count_words(const struct pattern_set *set)
{
	return 1 + 2 * set->count;
}

/* Whether there is such a set, and *at: the place of its words, or the one behind all. */
static bool find_set(const struct pattern *in, const struct pattern_set *set, unsigned *at)
{
	unsigned i;

	*at = 0;
	for (i = 0; i < in->set_count; i++) {
		if (pattern_set_equal(in->sets[i], set))
			return true;
		*at += count_words(in->sets[i]);
	}
	return false;
}

static bool emit_set(struct program *p, const char *kind, unsigned more, struct pattern_set *set)
{
	unsigned words;
	unsigned to;

	pattern_set_sort(set);
	if (find_set(&p->made, set, &to))
		return emit_step(p, kind, more, to);
	words = count_words(set);
	if (words > PATTERN_WORDS - p->words)
		return pattern_refuse(&p->in, TOO_LARGE);
	if (!emit_step(p, kind, more, to))
		return false;
	p->words += words;
	p->sets[p->made.set_count++] = set;
	return true;
}

/* ---- repetitions ---- */

/* A character again and again is counted: no step is written again and again. */
static bool emit_many(struct program *p, struct pattern_set *set, uint32_t least, uint32_t most)
{
	unsigned bytes = least / 8 + (least % 8 > 0);

	if (p->made.count_count == PATTERN_COUNTS || bytes > PATTERN_RING - p->ring)
		return pattern_refuse(&p->in, TOO_LARGE);
	p->counts[p->made.count_count] = (struct pattern_count){
		.least = least,
		.most = most == PATTERN_ENDLESS ? 0 : most,
		.ring = p->ring,
	};
	p->ring += bytes;
	return emit_set(p, "MANY", p->made.count_count++, set);
}

/* So many times at most, or not at all. */
static bool emit_optional(struct program *p, const struct pattern_node *child, uint32_t most)
{
	/* The step from which the end can be reached; until that is known, it leads to the one before. */
	unsigned last = NOWHERE;
	unsigned at;

	for (; most > 0; most--) {
		at = p->made.step_count;
		if (!emit_step(p, "OR", 0, last) || !emit(p, child))
			return false;
		last = at;
	}
	for (; last != NOWHERE; last = at) {
		at = p->steps[last].to;
		p->steps[last].to = p->made.step_count;
	}
	return true;
}

static bool emit_repeat(struct program *p, const struct pattern_node *node)
{
	struct pattern_node *child = node->first;
	bool endless = node->most == PATTERN_ENDLESS;
	unsigned start = p->made.step_count;
	uint32_t i;

	if (node->least == 0 && (endless || (child->kind == PATTERN_ONE && node->most > 1))) {
		struct pattern_node rest = *node;

		rest.least = 1;
		if (!emit_step(p, "OR", 0, 0) || !emit_repeat(p, &rest))
			return false;
		p->steps[start].to = p->made.step_count;
		return true;
	}
	if (child->kind == PATTERN_ONE && (node->least > 1 || (node->most > 1 && !endless)))
		return emit_many(p, child->set, node->least, node->most);
	for (i = 0; i < node->least; i++) {
		start = p->made.step_count;
		if (!emit(p, child))
			return false;
	}
	return endless ? emit_step(p, "OR", 0, start)
		       : emit_optional(p, child, node->most - node->least);
}

/* ---- the rest ---- */

static const struct pattern_node *first_read(const struct program *p, const struct pattern_node *of)
{
	return p->made.backward ? of->last : of->first;
}

static const struct pattern_node *then_read(const struct program *p, const struct pattern_node *of)
{
	return p->made.backward ? of->previous : of->next;
}

/* The branch or one of those behind it. */
static bool emit_choice(struct program *p, const struct pattern_node *branch)
{
	unsigned either = p->made.step_count;
	unsigned go;

	if (branch->next == NULL)
		return emit(p, branch);
	if (!emit_step(p, "OR", 0, 0) || !emit(p, branch))
		return false;
	go = p->made.step_count;
	if (!emit_step(p, "GO", 0, 0))
		return false;
	p->steps[either].to = p->made.step_count;
	if (!emit_choice(p, branch->next))
		return false;
	p->steps[go].to = p->made.step_count;
	return true;
}

static bool emit(struct program *p, const struct pattern_node *node)
{
	const struct pattern_node *child;

	switch (node->kind) {
	case PATTERN_ONE:
		return emit_set(p, "ONE", 0, node->set);
	case PATTERN_BEHIND:
		return emit_set(p, "BEHIND", 0, node->set);
	case PATTERN_AHEAD:
		return emit_set(p, "AHEAD", 0, node->set);
	case PATTERN_LOOK:
		return emit_step(p, node->negated ? "UNLESS" : "IF", node->part, 0);
	case PATTERN_CHOICE:
		return emit_choice(p, node->first);
	case PATTERN_REPEAT:
		return emit_repeat(p, node);
	default:
		for (child = first_read(p, node); child != NULL; child = then_read(p, child)) {
			if (!emit(p, child))
				return false;
		}
		return true;
	}
}

static bool is_edge(const struct pattern_set *set)
{
	return set->count == 1 && set->ranges[0].first == PATTERN_EDGE;
}

/* Whether it can match only from where the reading begins. */
static bool is_once(const struct program *p, const struct pattern_node *node)
{
	const struct pattern_node *child;

	switch (node->kind) {
	case PATTERN_BEHIND:
		return !p->made.backward && is_edge(node->set);
	case PATTERN_AHEAD:
		return p->made.backward && is_edge(node->set);
	case PATTERN_SEQUENCE:
		for (child = first_read(p, node); child != NULL; child = then_read(p, child)) {
			if (is_once(p, child))
				return true;
			if (child->kind != PATTERN_BEHIND && child->kind != PATTERN_AHEAD &&
				child->kind != PATTERN_LOOK)
				return false;
		}
		return false;
	case PATTERN_CHOICE:
		for (child = node->first; child != NULL && is_once(p, child); child = child->next)
			;
		return child == NULL;
	case PATTERN_REPEAT:
		return node->least > 0 && is_once(p, node->first);
	default:
		return false;
	}
}

/* Whether it matches no character, anywhere. */
static bool is_idle(const struct pattern_node *node)
{
	const struct pattern_node *child = node->first;

	switch (node->kind) {
	case PATTERN_SEQUENCE:
		while (child != NULL && is_idle(child))
			child = child->next;
		return child == NULL;
	case PATTERN_CHOICE:
		while (child != NULL && !is_idle(child))
			child = child->next;
		return child != NULL;
	case PATTERN_REPEAT:
		return node->least == 0 || is_idle(child);
	default:
		return false;
	}
}

static bool emit_part(
	struct program *p, const struct pattern_node *node, const char *end, unsigned part)
{
	unsigned begin = p->made.step_count;

	if (!emit_step(p, "BEGIN", is_once(p, node), 0) || !emit(p, node) ||
		!emit_step(p, end, part, 0))
		return false;
	p->steps[begin].to = p->made.step_count;
	return true;
}

static bool emit_all(struct program *p, const struct pattern_node *node)
{
	unsigned i;

	p->made.backward = p->in.ahead;
	p->made.idle = is_idle(node);
	for (i = 0; i < p->in.look_count; i++) {
		if (!emit_part(p, p->in.looks[i]->first, "FOUND", i))
			return false;
	}
	return emit_part(p, node, "MATCH", 0);
}

static void *keep(struct arena *arena, const void *list, size_t count, size_t size)
{
	void *kept = arena_alloc(arena, count * size + 1);

	memcpy(kept, list, count * size);
	return kept;
}

struct pattern *pattern_compile(struct arena *arena, const char *text, size_t len, const char **why)
{
	struct program p = { .in = { .arena = arena, .at = text, .end = text + len } };
	const struct pattern_node *node = pattern_parse(&p.in);

	p.made.sets = p.sets;
	if (memchr(text, '\0', len) != NULL)
		pattern_refuse(&p.in, "U+0000 as it stands");
	if (p.in.why != NULL || node == NULL || !emit_all(&p, node)) {
		*why = p.in.why;
		return NULL;
	}
	p.made.steps = keep(arena, p.steps, p.made.step_count, sizeof(*p.steps));
	p.made.sets = keep(arena, p.sets, p.made.set_count, sizeof(*p.sets));
	p.made.counts = keep(arena, p.counts, p.made.count_count, sizeof(*p.counts));
	return keep(arena, &p.made, 1, sizeof(p.made));
}

/* ---- sets of another program ---- */

static bool means_set(const struct pattern_step *step)
{
	static const char *const kinds[] = { "ONE", "MANY", "BEHIND", "AHEAD" };
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strcmp(step->kind, kinds[i]) == 0)
			return true;
	}
	return false;
}

static const struct pattern_set *set_at(const struct pattern *in, unsigned at)
{
	struct pattern_set *const *set;

	for (set = in->sets; at > 0; set++)
		at -= count_words(*set);
	return *set;
}

bool pattern_share(struct pattern *pattern, const struct pattern *other)
{
	unsigned at;
	unsigned i;

	for (i = 0; i < pattern->set_count; i++) {
		if (!find_set(other, pattern->sets[i], &at))
			return false;
	}
	if (pattern->set_count == 0)
		return false;
	for (i = 0; i < pattern->step_count; i++) {
		struct pattern_step *step = &pattern->steps[i];

		if (means_set(step))
			(void)find_set(other, set_at(pattern, step->to), &step->to);
	}
	pattern->sets = other->sets;
	pattern->set_count = other->set_count;
	return true;
}

/*
 * An expression within, and no slash that would end it: "/^a$/i". What has nothing but plain
 * characters within, or slashes, may well be a path.
 */
bool pattern_is_literal(const char *text, size_t len)
{
	bool special = false;
	size_t i;

	for (i = 1; i < len && text[i] != '/'; i++) {
		special |= strchr("\\^$.*+?()[]{}|", text[i]) != NULL;
		i += text[i] == '\\';
	}
	if (!special || text[0] != '/' || i >= len)
		return false;
	for (i++; i < len && strchr("dgimsuvy", text[i]) != NULL; i++)
		;
	return i == len;
}

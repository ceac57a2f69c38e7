#include "oac_pattern.h"

#include "oac_text.h"

#include <string.h>

#define NOWHERE SIZE_MAX

enum {
	RANGES_FEW = 8,
};

/* Steps that wait for a character, those of a part behind those of the parts before it. */
struct list {
	unsigned count;
	uint16_t steps[OAC_PATTERN_STEPS];
};

/*
 * A run of counted characters may have begun at several places. All are broken by the same
 * character, so it is enough to know the last place that is far enough back for the run to end,
 * and those behind it: a bit for each in a ring.
 */
struct run {
	size_t listed; /* position at which the step was last put on a list */
	size_t newest; /* position of the last beginning */
	size_t ripe; /* of the last that is at least 'least' back; NOWHERE: none is */
	bool complete; /* it may end here */
};

struct machine {
	const struct oac_pattern *pattern;
	const char *start;
	const char *end;
	const char *at; /* the text is decoded up to here, what is next included */
	uint32_t last; /* the character that was read, or OAC_EDGE */
	uint32_t next;
	size_t position; /* characters that were read */
	uint32_t found; /* parts, here */
	bool matched;
	struct list *now; /* came from the last position */
	struct list *then;
	struct list lists[2];
	uint64_t seen[OAC_PATTERN_STEPS / 64]; /* steps that were reached, here */
	uint16_t waiting[OAC_PATTERN_STEPS]; /* still to be reached */
	struct run runs[OAC_PATTERN_COUNTS];
	unsigned char ring[OAC_PATTERN_RING];
};

_Static_assert(sizeof(struct machine) <= 32 * 1024, "it lives on the stack");

/* ---- characters ---- */

/* Few ranges are soon looked through, and so are the first of many, where ASCII is. */
static bool is_in(const uint32_t *set, uint32_t c)
{
	uint32_t ranges = *set++;
	uint32_t half;

	while (ranges > RANGES_FEW && c > set[2 * RANGES_FEW - 1]) {
		half = ranges / 2;
		if (c > set[2 * half - 1]) {
			set += 2 * half;
			ranges -= half;
		} else {
			ranges = half;
		}
	}
	while (ranges > 0 && c > set[1]) {
		set += 2;
		ranges--;
	}
	return ranges > 0 && c >= set[0];
}

/* How many bytes make the character at p. */
static size_t decode(const char *p, const char *end, uint32_t *c)
{
	static const unsigned char marks[] = { 0, 0, 0x1f, 0x0f, 0x07 };
	size_t len;
	size_t i;

	*c = (unsigned char)*p;
	if (*c < 0x80)
		return 1;
	len = oac_text_utf8(p, end);
	if (len == 0) {
		*c = 0xfffd;
		return 1;
	}
	*c &= marks[len];
	for (i = 1; i < len; i++)
		*c = *c << 6 | ((unsigned char)p[i] & 0x3f);
	return len;
}

/* The character that ends at p. */
static size_t decode_before(const char *p, const char *start, uint32_t *c)
{
	size_t most = p - start < 4 ? (size_t)(p - start) : 4;
	size_t len;

	for (len = 2; len <= most && ((unsigned char)p[-1] & 0xc0) == 0x80; len++) {
		if (oac_text_utf8(p - len, p) == len)
			return decode(p - len, p, c);
	}
	decode(p - 1, p, c);
	return 1;
}

static void read_next(struct machine *m)
{
	m->last = m->next;
	if (m->pattern->backward && m->at > m->start)
		m->at -= decode_before(m->at, m->start, &m->next);
	else if (!m->pattern->backward && m->at < m->end)
		m->at += decode(m->at, m->end, &m->next);
	else
		m->next = OAC_EDGE;
}

/* ---- runs of counted characters ---- */

static unsigned char *ring_byte(
	struct machine *m, const struct oac_count *count, unsigned char *bit)
{
	size_t place = m->position % count->least;

	*bit = (unsigned char)(1u << place % 8);
	return &m->ring[count->ring + place / 8];
}

static void list_run(struct machine *m, unsigned at, struct run *run)
{
	m->then->steps[m->then->count++] = (uint16_t)at;
	run->listed = m->position;
}

static void begin_run(struct machine *m, unsigned at)
{
	const struct oac_step *step = &m->pattern->steps[at];
	struct run *run = &m->runs[step->more];
	unsigned char bit;
	unsigned char *byte = ring_byte(m, &m->pattern->counts[step->more], &bit);

	if (run->listed != m->position) {
		run->ripe = NOWHERE;
		list_run(m, at, run);
	}
	run->newest = m->position;
	*byte |= bit;
}

/* One character on. */
static void continue_run(struct machine *m, unsigned at)
{
	const struct oac_step *step = &m->pattern->steps[at];
	const struct oac_count *count = &m->pattern->counts[step->more];
	struct run *run = &m->runs[step->more];
	size_t most = count->most > 0 ? count->most : SIZE_MAX;
	unsigned char bit;
	unsigned char *byte = ring_byte(m, count, &bit);

	run->complete = false;
	if (!is_in(m->pattern->sets + step->to, m->last)) {
		memset(m->ring + count->ring, 0, (count->least + 7u) / 8);
		return;
	}
	if (*byte & bit) {
		*byte &= (unsigned char)~bit;
		run->ripe = m->position - count->least;
	}
	run->complete = run->ripe != NOWHERE && m->position - run->ripe <= most;
	if (m->position - run->newest < most)
		list_run(m, at, run);
}

static void init_runs(struct machine *m)
{
	const struct oac_count *counts = m->pattern->counts;
	unsigned i;

	for (i = 0; i < m->pattern->count_count; i++) {
		m->runs[i].listed = NOWHERE;
		memset(m->ring + counts[i].ring, 0, (counts[i].least + 7u) / 8);
	}
}

/* ---- all steps at one position ---- */

static bool see(struct machine *m, unsigned at)
{
	uint64_t bit = UINT64_C(1) << at % 64;
	bool seen = (m->seen[at / 64] & bit) != 0;

	m->seen[at / 64] |= bit;
	return !seen;
}

/* Whether the step goes on to the one behind it; those of its kind read no character. */
static bool passes(struct machine *m, const struct oac_step *step)
{
	bool backward = m->pattern->backward;

	switch (step->kind) {
	case OAC_STEP_BEHIND:
		return is_in(m->pattern->sets + step->to, backward ? m->next : m->last);
	case OAC_STEP_AHEAD:
		return is_in(m->pattern->sets + step->to, backward ? m->last : m->next);
	case OAC_STEP_IF:
		return (m->found >> step->more & 1) != 0;
	case OAC_STEP_UNLESS:
		return (m->found >> step->more & 1) == 0;
	case OAC_STEP_FOUND:
		m->found |= UINT32_C(1) << step->more;
		return false;
	default:
		m->matched = true;
		return false;
	}
}

/* Follows a step to all that then wait for a character. */
static void reach(struct machine *m, unsigned at)
{
	const struct oac_step *steps = m->pattern->steps;
	unsigned waiting = 0;

	for (;;) {
		if (see(m, at)) {
			switch (steps[at].kind) {
			case OAC_STEP_GO:
				at = steps[at].to;
				continue;
			case OAC_STEP_OR:
				m->waiting[waiting++] = steps[at++].to;
				continue;
			case OAC_STEP_ONE:
				m->then->steps[m->then->count++] = (uint16_t)at;
				break;
			case OAC_STEP_MANY:
				begin_run(m, at);
				break;
			default:
				if (passes(m, &steps[at])) {
					at++;
					continue;
				}
			}
		}
		if (waiting == 0)
			return;
		at = m->waiting[--waiting];
	}
}

/* Those of a part that wait for the character that was read; they begin at the index. */
static unsigned advance(struct machine *m, unsigned index, unsigned end)
{
	const struct oac_pattern *pattern = m->pattern;
	const struct list *now = m->now;
	unsigned i;

	/* All runs go on before any begins. */
	for (i = index; pattern->count_count > 0 && i < now->count && now->steps[i] < end; i++) {
		if (pattern->steps[now->steps[i]].kind == OAC_STEP_MANY)
			continue_run(m, now->steps[i]);
	}
	for (i = index; i < now->count && now->steps[i] < end; i++) {
		const struct oac_step *step = &pattern->steps[now->steps[i]];
		if (step->kind == OAC_STEP_MANY ? m->runs[step->more].complete
						: is_in(pattern->sets + step->to, m->last))
			reach(m, now->steps[i] + 1u);
	}
	return i;
}

/* False: nothing will match any more. */
static bool look(struct machine *m)
{
	const struct oac_step *steps = m->pattern->steps;
	struct list *now = m->then;
	unsigned index = 0;
	unsigned others = 0; /* steps of the parts before this one */
	unsigned begin;
	unsigned end;
	unsigned i;

	m->then = m->now;
	m->now = now;
	m->then->count = 0;
	m->found = 0;
	for (i = 0; i <= (m->pattern->step_count - 1u) / 64; i++)
		m->seen[i] = 0;
	for (begin = 0;; begin = end) {
		end = steps[begin].to;
		index = advance(m, index, end);
		if (!steps[begin].more || m->position == 0)
			reach(m, begin + 1);
		if (end == m->pattern->step_count)
			return !steps[begin].more || m->then->count > others;
		others = m->then->count;
	}
}

bool oac_match(const struct oac_pattern *pattern, const char *text, size_t len)
{
	struct machine m;

	m.pattern = pattern;
	m.start = text;
	m.end = text + len;
	m.at = pattern->backward ? m.end : m.start;
	m.next = OAC_EDGE;
	m.matched = false;
	m.now = &m.lists[0];
	m.then = &m.lists[1];
	m.then->count = 0;
	init_runs(&m);
	read_next(&m);
	for (m.position = 0; look(&m) && !m.matched && m.next != OAC_EDGE; m.position++)
		read_next(&m);
	return m.matched;
}

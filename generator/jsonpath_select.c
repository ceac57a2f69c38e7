#include "jsonpath.h"

#include "jsonpath_expr.h"

#include <stdio.h>
#include <stdlib.h>

static bool stop(struct jsonpath_run *run, const char *why)
{
	if (run->stopped == NULL)
		run->stopped = why;
	run->steps = 0;
	return false;
}

bool jsonpath_step(struct jsonpath_run *run, uint64_t steps)
{
	if (run->steps < steps)
		return stop(run, "this takes too long");
	run->steps -= steps;
	return true;
}

static bool add_match(struct jsonpath_run *run, struct jsonpath_matches *matches,
	struct tree_node *node, struct tree_node *parent)
{
	if (!jsonpath_step(run, 1))
		return false;
	if (matches->count == JSONPATH_MAX_MATCHES)
		return stop(run, "this selects too much");
	if (matches->count == matches->size) {
		size_t size = matches->size > 0 ? 2 * matches->size : 8;
		struct jsonpath_match *items = realloc(matches->items, size * sizeof(*items));
		if (items == NULL)
			arena_exhausted();
		matches->items = items;
		matches->size = size;
	}
	matches->items[matches->count++] = (struct jsonpath_match){ node, parent };
	return true;
}

/* ---- one selector, on the children of one node ---- */

static struct tree_node *item_at(struct jsonpath_run *run, struct tree_node *list, int64_t index)
{
	if (index < 0)
		index += list->count;
	if (list->kind != TREE_LIST || index < 0 || index >= list->count ||
		!jsonpath_step(run, (uint64_t)index))
		return NULL;
	struct tree_node *item = list->first;
	while (index-- > 0)
		item = item->next;
	return item;
}

static struct tree_node *find_child(
	struct jsonpath_run *run, const struct jsonpath_selector *selector, struct tree_node *node)
{
	if (selector->kind == JSONPATH_INDEX)
		return item_at(run, node, selector->start);
	/* A small map is searched from end to end. */
	if (node->kind == TREE_MAP && node->index == NULL && !jsonpath_step(run, node->count))
		return NULL;
	return tree_get_n(node, selector->name, selector->len);
}

/* A bound of a slice: from the end when negative, and within lowest and highest. */
static int64_t clamp(int64_t value, int64_t count, int64_t lowest, int64_t highest)
{
	if (value < 0)
		value += count;
	return value < lowest ? lowest : value > highest ? highest : value;
}

/* RFC 9535, section 2.3.4.2.2. */
static bool add_slice(struct jsonpath_run *run, const struct jsonpath_selector *slice,
	struct tree_node *list, struct jsonpath_matches *matches)
{
	int64_t count = list->count;
	int64_t step = slice->step;
	if (list->kind != TREE_LIST || step == 0 || count == 0)
		return true;
	if (!jsonpath_step(run, (uint64_t)count))
		return false;

	int64_t lowest = step > 0 ? 0 : -1;
	int64_t highest = step > 0 ? count : count - 1;
	int64_t at = step > 0 ? 0 : count - 1;
	int64_t end = step > 0 ? count : -1;
	if (slice->has_start)
		at = clamp(slice->start, count, lowest, highest);
	if (slice->has_end)
		end = clamp(slice->end, count, lowest, highest);

	struct tree_node **items = malloc((size_t)count * sizeof(*items));
	if (items == NULL)
		arena_exhausted();
	struct tree_node *item = list->first;
	for (int64_t i = 0; i < count; i++, item = item->next)
		items[i] = item;
	bool ok = true;
	for (; ok && (step > 0 ? at < end : at > end); at += step)
		ok = add_match(run, matches, items[at], list);
	free(items);
	return ok;
}

static bool apply_selector(struct jsonpath_run *run, const struct jsonpath_selector *selector,
	struct tree_node *node, struct jsonpath_matches *matches)
{
	struct tree_node *child = node->first;
	switch (selector->kind) {
	case JSONPATH_NAME:
	case JSONPATH_INDEX:
		child = find_child(run, selector, node);
		return child == NULL || add_match(run, matches, child, node);
	case JSONPATH_SLICE:
		return add_slice(run, selector, node, matches);
	case JSONPATH_WILDCARD:
		for (; child != NULL; child = child->next) {
			if (!add_match(run, matches, child, node))
				return false;
		}
		return true;
	case JSONPATH_FILTER:
		for (; child != NULL; child = child->next) {
			if (!jsonpath_step(run, 1))
				return false;
			if (jsonpath_test(run, selector->filter, child) &&
				!add_match(run, matches, child, node))
				return false;
		}
		return true;
	}
	return true;
}

/* ---- segments and queries ---- */

static bool apply_segment(struct jsonpath_run *run, const struct jsonpath_segment *segment,
	struct tree_node *node, struct jsonpath_matches *matches)
{
	const struct jsonpath_selector *selector = segment->selectors;
	if (!jsonpath_step(run, 1))
		return false;
	for (; selector != NULL; selector = selector->next) {
		if (!apply_selector(run, selector, node, matches))
			return false;
	}
	if (!segment->descendant)
		return true;
	for (struct tree_node *child = node->first; child != NULL; child = child->next) {
		if (!apply_segment(run, segment, child, matches))
			return false;
	}
	return true;
}

bool jsonpath_run_query(struct jsonpath_run *run, const struct jsonpath_query *query,
	struct tree_node *start, struct jsonpath_matches *matches)
{
	bool ok = add_match(run, matches, query->relative ? start : run->root, NULL);
	const struct jsonpath_segment *segment = query->segments;
	for (; ok && segment != NULL; segment = segment->next) {
		struct jsonpath_matches next = { 0 };
		for (size_t i = 0; ok && i < matches->count; i++)
			ok = apply_segment(run, segment, matches->items[i].node, &next);
		jsonpath_matches_clear(matches);
		*matches = next;
	}
	return ok && run->stopped == NULL;
}

struct tree_node *jsonpath_run_singular(
	struct jsonpath_run *run, const struct jsonpath_query *query, struct tree_node *start)
{
	struct tree_node *node = query->relative ? start : run->root;
	const struct jsonpath_segment *segment = query->segments;
	for (; node != NULL && segment != NULL; segment = segment->next)
		node = jsonpath_step(run, 1) ? find_child(run, segment->selectors, node) : NULL;
	return node;
}

bool jsonpath_select(const struct jsonpath_query *query, struct tree_node *root,
	struct jsonpath_matches *matches, struct jsonpath_failure *failure)
{
	struct jsonpath_run run = { .root = root, .steps = JSONPATH_MAX_STEPS };
	matches->count = 0;
	bool ok = jsonpath_run_query(&run, query, root, matches);
	if (!ok) {
		failure->offset = 0;
		snprintf(failure->message, sizeof(failure->message), "%s", run.stopped);
		matches->count = 0;
	}
	arena_clear(&run.scratch);
	return ok;
}

void jsonpath_matches_clear(struct jsonpath_matches *matches)
{
	free(matches->items);
	*matches = (struct jsonpath_matches){ 0 };
}

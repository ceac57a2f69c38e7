#include "view_pattern.h"

#include "pattern.h"
#include "text.h"

enum {
	RANGES_PER_LINE = 5,
};

/* As a character constant where that says more than a number. */
static const char *code_point(struct arena *arena, uint32_t c)
{
	if (c == PATTERN_EDGE)
		return "OAC_EDGE";
	if (c <= ' ' || c >= 0x7f)
		return arena_format(arena, "0x%02x", (unsigned)c);
	return arena_format(arena, c == '\'' || c == '\\' ? "'\\%c'" : "'%c'", (int)c);
}

static void add_sets(
	struct arena *arena, struct tree_node *node, const struct model_pattern *pattern)
{
	const struct pattern *program = pattern->program;
	struct tree_node *list;
	unsigned i;
	unsigned k;

	tree_set_bool(arena, node, "has_sets", pattern->owner == pattern && program->set_count > 0);
	if (program->set_count > 0)
		tree_set(arena, node, "owner", pattern->owner->name);
	if (pattern->owner != pattern || program->set_count == 0)
		return;
	list = tree_set_list(arena, node, "sets");
	for (i = 0; i < program->set_count; i++) {
		const struct pattern_set *set = program->sets[i];
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));
		struct tree_node *ranges = tree_set_list(arena, item, "ranges");

		tree_set_number(arena, item, "count", set->count);
		for (k = 0; k < set->count; k++) {
			struct tree_node *range = tree_add(ranges, tree_new(arena, TREE_MAP));

			tree_set(arena, range, "first", code_point(arena, set->ranges[k].first));
			tree_set(arena, range, "last", code_point(arena, set->ranges[k].last));
			tree_set_bool(arena, range, "breaks", k > 0 && k % RANGES_PER_LINE == 0);
		}
	}
}

static void add_steps(struct arena *arena, struct tree_node *node, const struct pattern *program)
{
	struct tree_node *list = tree_set_list(arena, node, "steps");
	unsigned i;

	for (i = 0; i < program->step_count; i++) {
		const struct pattern_step *step = &program->steps[i];
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));

		tree_set(arena, item, "kind", arena_join(arena, "OAC_STEP_", step->kind, NULL));
		tree_set_number(arena, item, "more", step->more);
		tree_set_number(arena, item, "to", step->to);
	}
}

static void add_counts(struct arena *arena, struct tree_node *node, const struct pattern *program)
{
	struct tree_node *list;
	unsigned i;

	tree_set_bool(arena, node, "has_counts", program->count_count > 0);
	if (program->count_count == 0)
		return;
	list = tree_set_list(arena, node, "counts");
	for (i = 0; i < program->count_count; i++) {
		const struct pattern_count *count = &program->counts[i];
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));

		tree_set_number(arena, item, "least", count->least);
		tree_set_number(arena, item, "ring", count->ring);
		tree_set_number(arena, item, "most", count->most);
	}
}

void view_patterns(struct arena *arena, struct tree_node *node, const struct model_group *group)
{
	const struct model_pattern *pattern;
	struct tree_node *list;

	if (group->patterns == NULL)
		return;
	list = tree_set_list(arena, node, "patterns");
	for (pattern = group->patterns; pattern != NULL; pattern = pattern->next) {
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));

		tree_set(arena, item, "name", pattern->name);
		tree_set(arena, item, "comment", text_comment(arena, pattern->text));
		tree_set_bool(arena, item, "backward", pattern->program->backward);
		add_sets(arena, item, pattern);
		add_steps(arena, item, pattern->program);
		add_counts(arena, item, pattern->program);
	}
}

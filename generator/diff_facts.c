/* What the comment on a member tells. The library checks none of it; the server may. */
#include "diff_compare.h"

#include "buffer.h"

#include <stdlib.h>
#include <string.h>

struct schemas {
	const struct tree_node *outer; /* as it stands at the member */
	const struct tree_node *inner; /* behind references and lone branches */
};

static struct schemas read_schemas(struct openapi *openapi, const struct model_member *member)
{
	struct schemas found = { member->node, member->node };
	struct schema schema;

	if (member->node != NULL && schema_read(&schema, openapi, member->node))
		found.inner = schema.node;
	return found;
}

static const struct tree_node *get(const struct schemas *schemas, const char *key)
{
	const struct tree_node *node = tree_get(schemas->outer, key);

	return node ? node : tree_get(schemas->inner, key);
}

static const char *text_of(struct diff_work *work, const struct tree_node *node)
{
	struct buffer out = BUFFER_EMPTY;
	const char *text;

	if (node == NULL || node->text != NULL)
		return node ? node->text : NULL;
	tree_print(node, &out);
	text = arena_text(work->arena, out.text, out.len);
	buffer_clear(&out);
	return text;
}

/* 1 and 1.0 are one number. */
static bool same_value(const struct tree_node *a, const struct tree_node *b)
{
	if (tree_is(a, TREE_NUMBER) && tree_is(b, TREE_NUMBER) && !(a->integer && b->integer)) {
		double x = strtod(a->text, NULL);
		double y = strtod(b->text, NULL);

		return !(x < y) && !(y < x);
	}
	return tree_equal(a, b);
}

/* Null is the default of what has none. */
static const struct tree_node *default_of(const struct schemas *schemas)
{
	const struct tree_node *node = get(schemas, "default");

	return tree_is(node, TREE_NULL) ? NULL : node;
}

/* Another default is another meaning of a request that leaves the member out. */
static void compare_defaults(struct diff_work *work, const struct diff_where *where, bool sent,
	const struct schemas *old, const struct schemas *new)
{
	const struct tree_node *a = default_of(old);
	const struct tree_node *b = default_of(new);

	if (a == NULL && b == NULL)
		return;
	if (a == NULL || b == NULL)
		diff_say(work, where, DIFF_DOCUMENTATION, "member-default-changed",
			text_of(work, a), text_of(work, b), NULL);
	else if (!same_value(a, b))
		diff_say(work, where, sent ? DIFF_RUN : DIFF_DOCUMENTATION,
			"member-default-changed", text_of(work, a), text_of(work, b), NULL);
}

static void compare_limits(struct diff_work *work, const struct diff_where *where, bool sent,
	const struct schemas *old, const struct schemas *new)
{
	static const struct {
		const char *name;
		bool upper;
	} limits[] = {
		{ "minimum", false },
		{ "maximum", true },
		{ "exclusiveMinimum", false },
		{ "exclusiveMaximum", true },
		{ "minLength", false },
		{ "maxLength", true },
		{ "minItems", false },
		{ "maxItems", true },
		{ "minProperties", false },
		{ "maxProperties", true },
	};
	size_t i;

	for (i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
		const char *a = text_of(work, get(old, limits[i].name));
		const char *b = text_of(work, get(new, limits[i].name));
		double from = a ? strtod(a, NULL) : 0;
		double to = b ? strtod(b, NULL) : 0;
		bool tighter =
			a == NULL || (b != NULL && (limits[i].upper ? to < from : to > from));

		if (diff_equal(a, b) || (a != NULL && b != NULL && !(from < to || to < from)))
			continue;
		diff_say(work, where,
			!sent     ? DIFF_DOCUMENTATION
			: tighter ? DIFF_RUN
				  : DIFF_ADDITIVE,
			"member-limit-changed",
			a ? arena_format(work->arena, "%s %s", limits[i].name, a) : NULL,
			b ? arena_format(work->arena, "%s %s", limits[i].name, b) : NULL, NULL);
	}
}

static void compare_words(struct diff_work *work, const struct diff_where *where,
	const struct schemas *old, const struct schemas *new)
{
	static const char *const words[] = { "format", "pattern", "readOnly", "writeOnly" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *a = text_of(work, get(old, words[i]));
		const char *b = text_of(work, get(new, words[i]));

		if (!diff_equal(a, b))
			diff_say(work, where, DIFF_DOCUMENTATION, "member-format-changed",
				a ? arena_format(work->arena, "%s %s", words[i], a) : NULL,
				b ? arena_format(work->arena, "%s %s", words[i], b) : NULL, NULL);
	}
}

void diff_facts(struct diff_work *work, const struct diff_where *where,
	const struct diff_pair *pair, const struct model_member *old,
	const struct model_member *new)
{
	const struct schemas a = read_schemas(work->diff->old.model->openapi, old);
	const struct schemas b = read_schemas(work->diff->new.model->openapi, new);

	compare_defaults(work, where, pair->sent, &a, &b);
	compare_limits(work, where, pair->sent, &a, &b);
	compare_words(work, where, &a, &b);
	if (old->deprecated != new->deprecated)
		diff_say(work, where, DIFF_DOCUMENTATION,
			new->deprecated ? "member-deprecated" : "member-undeprecated", NULL, NULL,
			NULL);
	diff_description(
		work, where, "member-description-changed", old->description, new->description);
}

/* Members of structs. */
#include "diff_compare.h"

#include <string.h>

static const char *presence(const struct model_member *member)
{
	if (member->required)
		return member->nullable ? "required, nullable" : "required";
	return member->nullable ? "optional, nullable" : "optional";
}

static enum diff_effect worse(enum diff_effect a, enum diff_effect b)
{
	return a < b ? a : b;
}

/* Where the C type stays: what a sender must now do, what a receiver must now expect. */
static enum diff_effect presence_effect(const struct diff_pair *pair,
	const struct model_member *old, const struct model_member *new)
{
	enum diff_effect effect = DIFF_DOCUMENTATION;
	bool was_missing = !old->required || old->nullable;
	bool is_missing = !new->required || new->nullable;

	if (pair->sent) {
		if ((!old->required && new->required) || (old->nullable && !new->nullable))
			effect = DIFF_RUN;
		else
			effect = DIFF_ADDITIVE;
	}
	/* a list or map that is missing has a count of 0, like one that is empty */
	if (pair->received && was_missing != is_missing &&
		new->type->kind != TYPE_LIST &&new->type->kind != TYPE_MAP)
		effect = worse(effect, is_missing ? DIFF_RUN : DIFF_ADDITIVE);
	return effect;
}

static const char *constant_text(struct diff_work *work, const struct model_member *member)
{
	const struct model_value *value = member->type->values;

	return value->string ? arena_format(work->arena, "\"%s\"", value->text) : value->text;
}

/* "after", or "query after" for a parameter */
static const char *wire_text(struct diff_work *work, const struct model_member *member)
{
	return member->location ? arena_format(work->arena, "%s %s", member->location, member->wire)
				: member->wire;
}

/* At least one of the two is written by the codec and is no member in C. */
static void compare_constants(struct diff_work *work, const struct diff_pair *pair,
	const struct diff_where *where, const struct model_member *old,
	const struct model_member *new)
{
	const char *before = old->type->kind == TYPE_CONST ? constant_text(work, old) : NULL;
	const char *after = new->type->kind == TYPE_CONST ? constant_text(work, new) : NULL;

	if (before == NULL)
		diff_say(work, where, DIFF_COMPILE, "member-removed", diff_member_type(work, old),
			NULL, arena_format(work->arena, "now the constant %s", after));
	else if (after == NULL)
		diff_say(work, where, pair->sent ? DIFF_RUN : DIFF_ADDITIVE, "member-added", NULL,
			diff_member_type(work, new),
			arena_format(
				work->arena, "%s; was the constant %s", presence(new), before));
	else if (strcmp(before, after) != 0)
		diff_say(work, where, pair->sent ? DIFF_RUN : DIFF_DOCUMENTATION,
			"constant-changed", before, after, NULL);
}

static void compare_types(struct diff_work *work, const struct diff_pair *pair,
	const struct diff_where *where, const struct model_member *old,
	const struct model_member *new)
{
	const char *before = diff_member_type(work, old);
	const char *after = diff_member_type(work, new);
	const char *note = NULL;
	bool same = diff_same_type(&work->pairs, old->type, new->type);

	if (strcmp(presence(old), presence(new)) != 0)
		note = arena_format(work->arena, "%s -> %s", presence(old), presence(new));
	/* the same type may be held in another way */
	if (same && old->type->kind == TYPE_OBJECT)
		same = old->inside == new->inside;
	else if (same && old->type->kind <= TYPE_DOUBLE)
		same = strcmp(before, after) == 0;
	if (!same)
		diff_say(work, where, DIFF_COMPILE, "member-type-changed", before, after, note);
	else if (note != NULL)
		diff_say(work, where, presence_effect(pair, old, new), "member-presence-changed",
			presence(old), presence(new), NULL);
}

static void compare_member(struct diff_work *work, const struct diff_pair *pair,
	const struct diff_where *where, const struct model_member *old,
	const struct model_member *new)
{
	if (old->type->kind == TYPE_CONST || new->type->kind == TYPE_CONST) {
		compare_constants(work, pair, where, old, new);
		return;
	}
	if (strcmp(old->name, new->name) != 0)
		diff_say(work, where, DIFF_COMPILE, "member-renamed", old->name, new->name, NULL);
	compare_types(work, pair, where, old, new);
	if (strcmp(old->wire, new->wire) != 0 || !diff_equal(old->location, new->location))
		diff_say(work, where, DIFF_RUN, "member-wire-changed", wire_text(work, old),
			wire_text(work, new), NULL);
	else if (!diff_equal(old->style, new->style))
		diff_say(work, where, DIFF_RUN, "member-style-changed",
			old->style ? old->style : "FORM_EXPLODE",
			new->style ? new->style : "FORM_EXPLODE", NULL);
	diff_facts(work, where, pair, old, new);
}

static const struct tree_node *member_place(
	const struct model_member *member, const struct tree_node *otherwise)
{
	return member->parameter ? member->parameter : member->node ? member->node : otherwise;
}

static const char *member_label(const struct model_member *member)
{
	return member->name ? member->name : member->wire;
}

static void lone_member(struct diff_work *work, const struct diff_pair *pair,
	const struct diff_where *where, const struct model_member *member, bool added)
{
	enum diff_effect effect = added ? DIFF_ADDITIVE : DIFF_COMPILE;
	const char *text;

	if (member->type->kind == TYPE_CONST) {
		effect = pair->sent ? DIFF_RUN : DIFF_DOCUMENTATION;
		text = constant_text(work, member);
		diff_say(work, where, effect, added ? "constant-added" : "constant-removed",
			added ? NULL : text, added ? text : NULL, NULL);
		return;
	}
	if (added && member->required && pair->sent)
		effect = DIFF_RUN;
	text = diff_member_type(work, member);
	diff_say(work, where, effect, added ? "member-added" : "member-removed",
		added ? NULL : text, added ? text : NULL, presence(member));
}

void diff_members(
	struct diff_work *work, const struct diff_pair *pair, const struct diff_where *where)
{
	struct diff_where part = *where;
	unsigned i;

	for (i = 0; i < pair->parts.old_count; i++) {
		const struct model_member *old = &pair->old->members[i];
		unsigned to = pair->parts.to_new[i];

		part.part = member_label(old);
		part.old_place = member_place(old, where->old_place);
		part.new_place = where->new_place;
		if (to == 0) {
			lone_member(work, pair, &part, old, false);
			continue;
		}
		part.new_place = member_place(&pair->new->members[to - 1], where->new_place);
		compare_member(work, pair, &part, old, &pair->new->members[to - 1]);
	}
	part.old_place = where->old_place;
	for (i = 0; i < pair->parts.new_count; i++) {
		const struct model_member *new = &pair->new->members[i];

		part.part = member_label(new);
		part.new_place = member_place(new, where->new_place);
		if (pair->parts.to_old[i] == 0)
			lone_member(work, pair, &part, new, true);
	}
}

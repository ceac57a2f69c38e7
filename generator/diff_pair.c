#include "diff_pair.h"

#include <stdint.h>
#include <string.h>

/* ---- keys ---- */

static const char *function_key(struct arena *arena, const void *item)
{
	const struct model_operation *operation = item;

	(void)arena;
	return operation->function;
}

static const char *id_key(struct arena *arena, const void *item)
{
	const struct model_operation *operation = item;

	(void)arena;
	return operation->source->made_id ? NULL : operation->source->id;
}

const char *diff_bare_path(struct arena *arena, const char *path)
{
	char *bare = arena_text(arena, path, strlen(path));
	char *to = bare;
	bool inside = false;

	for (; *path != '\0'; path++) {
		inside &= *path != '}';
		if (!inside)
			*to++ = *path;
		inside |= *path == '{';
	}
	*to = '\0';
	return bare;
}

static const char *path_key(struct arena *arena, const void *item)
{
	const struct model_operation *operation = item;

	return arena_format(arena, "%s %s", operation->source->method,
		diff_bare_path(arena, operation->source->path));
}

static const char *wire_key(struct arena *arena, const void *item)
{
	const struct model_member *member = item;

	return member->location ? arena_format(arena, "%s %s", member->location, member->wire)
				: member->wire;
}

static const char *member_key(struct arena *arena, const void *item)
{
	const struct model_member *member = item;

	(void)arena;
	return member->name;
}

static const char *value_key(struct arena *arena, const void *item)
{
	const struct model_value *value = item;

	return value->string ? arena_format(arena, "\"%s", value->text) : value->text;
}

static const char *enumerator_key(struct arena *arena, const void *item)
{
	const struct model_value *value = item;

	(void)arena;
	return value->name;
}

/* A further tag is a part of its own: it has no enumerator. */
static const char *tag_key(struct arena *arena, const void *item)
{
	const struct model_variant *variant = item;

	if (variant->alias_of != 0 && variant->tag == NULL)
		return "default";
	return variant->tag
		? arena_format(arena, "%c%s", variant->tag_string ? '"' : '=', variant->tag)
		: NULL;
}

static const char *kind_key(struct arena *arena, const void *item)
{
	const struct model_variant *variant = item;

	(void)arena;
	return variant->name;
}

static const char *type_key(struct arena *arena, const void *item)
{
	const struct model_variant *variant = item;

	(void)arena;
	return variant->alias_of == 0 ? variant->type->name : NULL;
}

static diff_key_fn *const operation_keys[] = { function_key, id_key, path_key, NULL };
static diff_key_fn *const member_keys[] = { wire_key, member_key, NULL };
static diff_key_fn *const value_keys[] = { value_key, enumerator_key, NULL };
static diff_key_fn *const variant_keys[] = { tag_key, kind_key, type_key, NULL };

static void match_parts(struct diff_match *match, const struct model_type *old,
	const struct model_type *new, struct arena *arena)
{
	struct diff_list a = { NULL, 0, 1 };
	struct diff_list b = { NULL, 0, 1 };
	diff_key_fn *const *keys = member_keys;

	if (old->kind == TYPE_OBJECT && new->kind == TYPE_OBJECT) {
		a = (struct diff_list){ old->members, old->member_count, sizeof(*old->members) };
		b = (struct diff_list){ new->members, new->member_count, sizeof(*new->members) };
	} else if (old->kind == TYPE_ENUM && new->kind == TYPE_ENUM) {
		a = (struct diff_list){ old->values, old->value_count, sizeof(*old->values) };
		b = (struct diff_list){ new->values, new->value_count, sizeof(*new->values) };
		keys = value_keys;
	} else if (old->kind == TYPE_UNION && new->kind == TYPE_UNION) {
		a = (struct diff_list){ old->variants, old->variant_count, sizeof(*old->variants) };
		b = (struct diff_list){ new->variants, new->variant_count, sizeof(*new->variants) };
		keys = variant_keys;
	}
	diff_match(match, &a, &b, keys, arena);
}

/* ---- pairs ---- */

static const struct model_type *event_of(const struct model_operation *operation)
{
	return operation->stream ? operation->stream->event : NULL;
}

static struct diff_pair *add_pair(struct diff_pairs *pairs, const struct model_type *old,
	const struct model_type *new, const struct diff_match *parts)
{
	struct diff_pair *pair = arena_alloc(pairs->arena, sizeof(*pair));

	pair->old = old;
	pair->new = new;
	pair->parts = *parts;
	pointer_table_set(&pairs->by_old, old, pair);
	pointer_table_set(&pairs->by_new, new, pair);
	*pairs->end = pair;
	pairs->end = &pair->next;
	return pair;
}

static void pair_by_name(struct diff_pairs *pairs, const struct diff *diff)
{
	struct table names = TABLE_EMPTY;
	const struct model_type *old;
	struct model_type *new;
	struct diff_match parts;

	for (new = diff->new.model->types; new != NULL; new = new->next)
		table_set(&names, new->name, new);
	for (old = diff->old.model->types; old != NULL; old = old->next) {
		new = table_get(&names, old->name);
		if (new == NULL)
			continue;
		match_parts(&parts, old, new, pairs->arena);
		add_pair(pairs, old, new, &parts);
	}
	table_clear(&names);
}

bool diff_same_type(
	const struct diff_pairs *pairs, const struct model_type *old, const struct model_type *new)
{
	const struct diff_pair *pair;

	if (old->kind != new->kind)
		return false;
	if (old->builtin || new->builtin || old->name == NULL || new->name == NULL)
		return (old->name == NULL) == (new->name == NULL) &&
			(old->name == NULL || strcmp(old->name, new->name) == 0);
	pair = pointer_table_get(&pairs->by_old, old);
	return pair != NULL && pair->new == new;
}

/* Two types at one place, whose names may have changed. */
static void meet(
	struct diff_pairs *pairs, const struct model_type *old, const struct model_type *new)
{
	struct diff_match parts;
	unsigned fewer;

	if (old == NULL || new == NULL || old->kind != new->kind)
		return;
	if (old->kind == TYPE_LIST || old->kind == TYPE_MAP)
		meet(pairs, old->item, new->item);
	if (old->builtin || new->builtin || old->name == NULL || new->name == NULL ||
		pointer_table_get(&pairs->by_old, old) != NULL ||
		pointer_table_get(&pairs->by_new, new) != NULL)
		return;
	match_parts(&parts, old, new, pairs->arena);
	fewer = parts.old_count < parts.new_count ? parts.old_count : parts.new_count;
	if (old->kind == TYPE_LIST || old->kind == TYPE_MAP
			? !diff_same_type(pairs, old->item, new->item)
			: parts.matched * 2 < fewer || parts.matched == 0)
		return;
	add_pair(pairs, old, new, &parts);
}

static void meet_parts(struct diff_pairs *pairs, const struct diff_pair *pair)
{
	unsigned i;

	if (pair->old->kind != pair->new->kind)
		return;
	for (i = 0; i < pair->parts.old_count; i++) {
		unsigned to = pair->parts.to_new[i];

		if (to > 0 && pair->old->kind == TYPE_OBJECT)
			meet(pairs, pair->old->members[i].type, pair->new->members[to - 1].type);
		else if (to > 0 && pair->old->kind == TYPE_UNION)
			meet(pairs, pair->old->variants[i].type, pair->new->variants[to - 1].type);
	}
}

/* ---- which way values travel ---- */

struct direction {
	bool sent;
	bool received;
};

static void reach(
	struct pointer_table *table, const struct model_type *type, bool sent, struct arena *arena)
{
	struct direction *direction;
	unsigned i;

	if (type == NULL || type->name == NULL)
		return;
	direction = pointer_table_get(table, type);
	if (direction == NULL) {
		direction = arena_alloc(arena, sizeof(*direction));
		pointer_table_set(table, type, direction);
	}
	if (sent ? direction->sent : direction->received)
		return;
	if (sent)
		direction->sent = true;
	else
		direction->received = true;
	for (i = 0; i < type->member_count; i++)
		reach(table, type->members[i].type, sent, arena);
	for (i = 0; i < type->variant_count; i++)
		reach(table, type->variants[i].type, sent, arena);
	reach(table, type->item, sent, arena);
}

static void find_directions(struct diff_pairs *pairs, const struct model *model)
{
	struct pointer_table table = { NULL, 0, 0 };
	struct diff_pair *pair;
	unsigned i;

	for (i = 0; i < model->operation_count; i++) {
		reach(&table, model->operations[i].request, true, pairs->arena);
		reach(&table, model->operations[i].response, false, pairs->arena);
		reach(&table, event_of(&model->operations[i]), false, pairs->arena);
	}
	for (pair = pairs->first; pair != NULL; pair = pair->next) {
		const struct direction *direction = pointer_table_get(&table, pair->old);

		pair->sent = direction == NULL || direction->sent;
		pair->received = direction == NULL || direction->received;
	}
	pointer_table_clear(&table);
}

void diff_pairs_find(struct diff_pairs *pairs, const struct diff *diff, struct arena *arena)
{
	const struct model *old = diff->old.model;
	const struct model *new = diff->new.model;
	const struct diff_list olds = { old->operations, old->operation_count,
		sizeof(*old->operations) };
	const struct diff_list news = { new->operations, new->operation_count,
		sizeof(*new->operations) };
	const struct diff_pair *pair;
	unsigned i;

	memset(pairs, 0, sizeof(*pairs));
	pairs->arena = arena;
	pairs->end = &pairs->first;
	pair_by_name(pairs, diff);
	diff_match(&pairs->operations, &olds, &news, operation_keys, arena);
	for (i = 0; i < old->operation_count; i++) {
		unsigned to = pairs->operations.to_new[i];

		if (to == 0)
			continue;
		meet(pairs, old->operations[i].request, new->operations[to - 1].request);
		meet(pairs, old->operations[i].response, new->operations[to - 1].response);
		meet(pairs, event_of(&old->operations[i]), event_of(&new->operations[to - 1]));
	}
	for (pair = pairs->first; pair != NULL; pair = pair->next)
		meet_parts(pairs, pair);
	find_directions(pairs, old);
}

void diff_pairs_clear(struct diff_pairs *pairs)
{
	pointer_table_clear(&pairs->by_old);
	pointer_table_clear(&pairs->by_new);
}

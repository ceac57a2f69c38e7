/* The comparison: how changes are kept, and what belongs to no function and no type. */
#include "diff.h"

#include "diff_compare.h"
#include "view_type.h"

#include <string.h>

bool diff_equal(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static const char *trim(struct arena *arena, const char *text)
{
	size_t len = strlen(text);

	return len > 0 && text[len - 1] == ' ' ? arena_text(arena, text, len - 1) : text;
}

const char *diff_member_type(const struct diff_work *work, const struct model_member *member)
{
	return trim(work->arena, view_member_c_type(work->arena, member));
}

const char *diff_item_type(const struct diff_work *work, const struct model_type *type)
{
	return trim(work->arena, view_item_c_type(work->arena, type));
}

void diff_say(struct diff_work *work, const struct diff_where *where, enum diff_effect effect,
	const char *kind, const char *before, const char *after, const char *note)
{
	struct diff *diff = work->diff;
	struct diff_change *change = arena_alloc(work->arena, sizeof(*change));

	change->where = *where;
	change->effect = effect;
	change->kind = kind;
	change->before = before;
	change->after = after;
	change->note = note;
	*diff->changes_end = change;
	diff->changes_end = &change->next;
	diff->counts[effect]++;
}

/* A paragraph that was wrapped anew says the same. */
static bool same_words(const char *a, const char *b)
{
	static const char space[] = " \t\r\n";

	for (;;) {
		size_t len;

		a += strspn(a, space);
		b += strspn(b, space);
		len = strcspn(a, space);
		if (len != strcspn(b, space) || memcmp(a, b, len) != 0)
			return false;
		if (len == 0)
			return true;
		a += len;
		b += len;
	}
}

void diff_description(struct diff_work *work, const struct diff_where *where, const char *kind,
	const char *old, const char *new)
{
	if (!same_words(old ? old : "", new ? new : ""))
		diff_say(work, where, DIFF_DOCUMENTATION, kind, NULL, NULL, NULL);
}

/* ---- places ---- */

static const struct tree_node *type_place(const struct model *model,
	const struct pointer_table *owners, const struct model_type *type)
{
	const struct openapi_operation *owner;

	while (type->node == NULL && type->item != NULL)
		type = type->item;
	if (type->node != NULL)
		return type->node;
	owner = pointer_table_get(owners, type);
	return owner ? owner->node : model->openapi->root;
}

const struct tree_node *diff_old_place(const struct diff_work *work, const struct model_type *type)
{
	return type_place(work->diff->old.model, &work->old_owners, type);
}

const struct tree_node *diff_new_place(const struct diff_work *work, const struct model_type *type)
{
	return type_place(work->diff->new.model, &work->new_owners, type);
}

static void find_owners(struct pointer_table *owners, const struct model *model)
{
	unsigned i;

	for (i = 0; i < model->operation_count; i++) {
		struct model_operation *operation = &model->operations[i];

		if (operation->request != NULL && operation->request->node == NULL)
			pointer_table_set(
				owners, operation->request, &model->openapi->operations[i]);
	}
}

/* ---- the library ---- */

static void compare_prefix(struct diff_work *work)
{
	const struct diff *diff = work->diff;
	const struct diff_where where = { "library", diff->old.prefix, NULL,
		tree_get(diff->old.model->openapi->root, "info"),
		tree_get(diff->new.model->openapi->root, "info") };

	if (strcmp(diff->old.prefix, diff->new.prefix) != 0)
		diff_say(work, &where, DIFF_COMPILE, "library-prefix-changed", diff->old.prefix,
			diff->new.prefix, "it comes from the title; --name keeps it");
}

void diff_compare(struct diff *diff, struct arena *arena)
{
	struct diff_work work = { .diff = diff, .arena = arena };

	diff->changes = NULL;
	diff->changes_end = &diff->changes;
	memset(diff->counts, 0, sizeof(diff->counts));
	diff_pairs_find(&work.pairs, diff, arena);
	find_owners(&work.old_owners, diff->old.model);
	find_owners(&work.new_owners, diff->new.model);
	compare_prefix(&work);
	diff_client(&work);
	diff_functions(&work);
	diff_types(&work);
	pointer_table_clear(&work.old_owners);
	pointer_table_clear(&work.new_owners);
	diff_pairs_clear(&work.pairs);
}

int diff_status(const struct diff *diff)
{
	if (diff->counts[DIFF_COMPILE] + diff->counts[DIFF_RUN] > 0)
		return 4;
	return diff->counts[DIFF_ADDITIVE] > 0 ? 3 : 0;
}

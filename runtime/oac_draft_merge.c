/*
 * The rules of merging, on JSON text.
 */
#include "oac_draft.h"

#include <math.h>
#include <string.h>

/* What stands in a draft, by the first byte of its text. */
static char kind_of(const struct oac_draft *draft)
{
	switch (draft->form) {
	case OAC_DRAFT_NONE:
		return 'n';
	case OAC_DRAFT_OBJECT:
		return '{';
	case OAC_DRAFT_LIST:
		return '[';
	default:
		return draft->raw.len > 0 ? draft->raw.text[0] : 'n';
	}
}

bool oac_draft_is_replaced(struct oac_span key)
{
	return (key.len == 5 && memcmp(key.text, "index", 5) == 0) ||
	       (key.len == 4 && memcmp(key.text, "type", 4) == 0);
}

/* Notes that what follows is within this value. False: that is too deep for a trail. */
static bool enter(struct oac_drafter *drafter, const struct oac_draft *draft)
{
	unsigned depth = drafter->within.count++;

	if (depth >= OAC_TRAIL_MAX)
		return false;
	drafter->within.values[depth] = draft->raw;
	return true;
}

static void leave(struct oac_drafter *drafter)
{
	drafter->within.count--;
}

/* ---- scalars ---- */

bool oac_draft_sum_fits(int64_t a, int64_t b)
{
	return b > 0 ? a <= INT64_MAX - b : a >= INT64_MIN - b;
}

static bool add_string(struct oac_drafter *drafter, struct oac_draft *draft, struct oac_span delta)
{
	struct oac_draft_run *run;

	if (delta.len == 2)
		return true;
	run = oac_scratch_alloc(&drafter->d->scratch, sizeof(*run));
	if (run == NULL)
		return oac_decode_no_memory(drafter->d);
	drafter->added.count = 0;
	if (draft->form != OAC_DRAFT_STRING) {
		if (enter(drafter, draft))
			drafter->added = drafter->within;
		leave(drafter);
		draft->form = OAC_DRAFT_STRING;
		draft->as.runs.first = NULL;
		draft->as.runs.end = &draft->as.runs.first;
	}
	run->next = NULL;
	run->text.text = delta.text + 1;
	run->text.len = delta.len - 2;
	drafter->run = run->text;
	*draft->as.runs.end = run;
	draft->as.runs.end = &run->next;
	drafter->changes++;
	return true;
}

static bool add_number(struct oac_drafter *drafter, struct oac_draft *draft, struct oac_span delta)
{
	struct oac_decoder *d = drafter->d;
	char *text = oac_scratch_alloc(&d->scratch, OAC_NUMBER_MAX);
	struct oac_span sum = { text, 0 };
	struct oac_number a;
	struct oac_number b;

	if (text == NULL)
		return oac_decode_no_memory(d);
	oac_number_read(draft->raw.text, draft->raw.text + draft->raw.len, &a);
	oac_number_read(delta.text, delta.text + delta.len, &b);
	if (a.form == OAC_NUMBER_BAD || b.form == OAC_NUMBER_BAD || !isfinite(a.value + b.value))
		return oac_draft_fail(d, "the sum is out of range");
	if (a.form == OAC_NUMBER_INT && b.form == OAC_NUMBER_INT &&
		oac_draft_sum_fits(a.integer, b.integer))
		sum.len = oac_number_print_int(text, a.integer + b.integer);
	else
		sum.len = oac_number_print(text, a.value + b.value);
	return oac_draft_set(drafter, draft, sum);
}

/* ---- objects ---- */

static bool merge_members(
	struct oac_drafter *drafter, struct oac_draft *draft, struct oac_span delta)
{
	struct oac_draft from = { OAC_DRAFT_TEXT, delta, { { NULL, NULL } } };
	const struct oac_draft_member *member;

	if (!oac_draft_open(drafter, draft) || !oac_draft_open(drafter, &from))
		return false;
	for (member = from.as.members.first; member != NULL; member = member->next) {
		struct oac_draft_member *to = oac_draft_member(drafter, draft, member->name, true);

		if (to == NULL)
			return false;
		if (!(oac_draft_is_replaced(member->key)
				    ? oac_draft_set(drafter, &to->value, member->value.raw)
				    : oac_draft_merge(drafter, &to->value, member->value.raw))) {
			oac_path_name(&drafter->d->path, member->name.text, member->name.len);
			return false;
		}
	}
	return true;
}

/* ---- lists ---- */

static bool add_items(struct oac_decoder *d, struct oac_draft *list, size_t need)
{
	size_t room = list->as.list.room;
	size_t count = list->as.list.count;
	struct oac_draft *added;

	if (need <= count)
		return true;
	if (need > room) {
		size_t size = sizeof(*list->as.list.items);

		list->as.list.room = need > 2 * room ? need : 2 * room;
		list->as.list.items = oac_scratch_grow(
			&d->scratch, list->as.list.items, room * size, list->as.list.room * size);
		if (list->as.list.items == NULL)
			return oac_decode_no_memory(d);
	}
	/* Each stays where it is, since an empty object's draft points into itself. */
	added = oac_scratch_alloc(&d->scratch, (need - count) * sizeof(*added));
	if (added == NULL)
		return oac_decode_no_memory(d);
	memset(added, 0, (need - count) * sizeof(*added));
	while (list->as.list.count < need)
		list->as.list.items[list->as.list.count++] = added++;
	return true;
}

/* Takes the text of a list apart; an absent one becomes empty. */
static bool open_list(struct oac_drafter *drafter, struct oac_draft *draft)
{
	struct oac_decoder *d = drafter->d;
	struct oac_span *elements = NULL;
	size_t count = 0;
	size_t i;

	if (draft->form == OAC_DRAFT_LIST)
		return true;
	if (draft->form != OAC_DRAFT_NONE &&
		!oac_draft_elements(drafter, draft->raw, &elements, &count))
		return false;
	draft->form = OAC_DRAFT_LIST;
	memset(&draft->as, 0, sizeof(draft->as));
	if (!add_items(d, draft, count))
		return false;
	for (i = 0; i < count; i++) {
		draft->as.list.items[i]->form = OAC_DRAFT_TEXT;
		draft->as.list.items[i]->raw = elements[i];
	}
	return true;
}

static bool merge_entry(
	struct oac_drafter *drafter, struct oac_draft *list, struct oac_span entry, size_t length)
{
	struct oac_decoder *d = drafter->d;
	size_t count = list->as.list.count;
	size_t index;

	if (!oac_draft_index(d, entry, length, &index))
		return false;
	if (index >= count && !oac_draft_add_holes(drafter, index - count))
		return false;
	if (index >= count && !add_items(d, list, index + 1))
		return false;
	if (index < count && kind_of(list->as.list.items[index]) == 'n' && drafter->holes > 0)
		drafter->holes--;
	if (oac_draft_merge(drafter, list->as.list.items[index], entry))
		return true;
	oac_path_index(&d->path, index);
	return false;
}

static bool are_scalars(const struct oac_draft *list)
{
	size_t i;

	for (i = 0; i < list->as.list.count; i++) {
		if (strchr("{[tfn", kind_of(list->as.list.items[i])) != NULL)
			return false;
	}
	return true;
}

static bool merge_elements(struct oac_drafter *drafter, struct oac_draft *draft,
	const struct oac_span *elements, size_t count)
{
	struct oac_decoder *d = drafter->d;
	size_t length;
	size_t i;

	if (!open_list(drafter, draft))
		return false;
	length = draft->as.list.count;
	if (oac_draft_are_scalars(elements, count) && are_scalars(draft)) {
		drafter->changes += count > 0;
		if (!add_items(d, draft, length + count))
			return false;
		for (i = 0; i < count; i++) {
			draft->as.list.items[length + i]->form = OAC_DRAFT_TEXT;
			draft->as.list.items[length + i]->raw = elements[i];
		}
		return true;
	}
	for (i = 0; i < count; i++) {
		if (!merge_entry(drafter, draft, elements[i], length))
			return false;
	}
	return true;
}

/* ---- any value ---- */

static bool set_members(struct oac_drafter *drafter, struct oac_draft *draft)
{
	struct oac_draft_member *member;

	if (!oac_draft_open(drafter, draft))
		return false;
	for (member = draft->as.members.first; member != NULL; member = member->next) {
		if (!oac_draft_set(drafter, &member->value, member->value.raw)) {
			oac_path_name(&drafter->d->path, member->name.text, member->name.len);
			return false;
		}
	}
	return true;
}

/* Entries that say where they belong go there; any other list stays as it is. */
static bool set_elements(struct oac_drafter *drafter, struct oac_draft *draft)
{
	struct oac_span *elements;
	size_t count;
	bool indexed;
	size_t i;

	if (!oac_draft_elements(drafter, draft->raw, &elements, &count) ||
		!oac_draft_are_indexed(drafter->d, elements, count, &indexed))
		return false;
	if (indexed) {
		draft->form = OAC_DRAFT_NONE;
		return merge_elements(drafter, draft, elements, count);
	}
	if (!open_list(drafter, draft))
		return false;
	for (i = 0; i < count; i++) {
		if (!oac_draft_set(drafter, draft->as.list.items[i], elements[i])) {
			oac_path_index(&drafter->d->path, i);
			return false;
		}
	}
	return true;
}

bool oac_draft_set(struct oac_drafter *drafter, struct oac_draft *draft, struct oac_span delta)
{
	if (draft->form == OAC_DRAFT_TEXT && draft->raw.len == delta.len &&
		memcmp(draft->raw.text, delta.text, delta.len) == 0 &&
		draft->raw.text != delta.text)
		return true;
	drafter->changes++;
	draft->form = OAC_DRAFT_TEXT;
	draft->raw = delta;
	if (delta.text[0] == '{')
		return set_members(drafter, draft);
	return delta.text[0] != '[' || set_elements(drafter, draft);
}

bool oac_draft_merge(struct oac_drafter *drafter, struct oac_draft *draft, struct oac_span delta)
{
	struct oac_decoder *d = drafter->d;
	char kind = kind_of(draft);
	struct oac_span *elements;
	size_t count;
	bool ok;

	if (kind == 'n')
		return oac_draft_set(drafter, draft, delta);
	if (kind == 't' || kind == 'f')
		return oac_draft_fail(d, "a boolean cannot be added to");
	if (oac_reader_kind(kind) != oac_reader_kind(delta.text[0]))
		return oac_draft_mismatch(d, oac_reader_kind(kind), delta);
	if (kind == '"')
		return add_string(drafter, draft, delta);
	if (kind != '{' && kind != '[')
		return add_number(drafter, draft, delta);
	enter(drafter, draft);
	if (kind == '{')
		ok = merge_members(drafter, draft, delta);
	else
		ok = oac_draft_elements(drafter, delta, &elements, &count) &&
		     merge_elements(drafter, draft, elements, count);
	leave(drafter);
	return ok;
}

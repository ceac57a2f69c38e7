#include "oac_merge_value.h"

#include <math.h>
#include <string.h>

struct any_list {
	size_t count;
	const void *items;
};

/* A typed object while a delta is merged to it. */
struct owner {
	const struct oac_object *type;
	char *base;
	struct oac_draft more; /* its oac_more, opened */
	bool sparse;	       /* plain members and constants that are not in it are absent */
	bool changed;
};

/*
 * What a place cannot do in place it asks its owner for: *remake. Then the whole of it becomes
 * JSON, is merged as that, and decoded again.
 */
static bool merge_place(struct oac_merging *g, uint8_t kind, const void *type, void *at,
	struct oac_span delta, bool *remake);

static bool mismatch(struct oac_merging *g, const char *expected, struct oac_span got)
{
	return oac_draft_mismatch(&g->d, expected, got);
}

static bool no_memory(struct oac_merging *g)
{
	return oac_decode_no_memory(&g->d);
}

static bool save(struct oac_merging *g, void *at, size_t size)
{
	return oac_pieces_save(g->pieces, at, size) || no_memory(g);
}

/* ---- texts ---- */

/* The text in out as a stretch that stays until the end of the merge. */
static bool keep_out(struct oac_merging *g, struct oac_span *text)
{
	char *copy = g->out.failed == OAC_BUFFER_FINE ?
		oac_scratch_alloc(&g->d.scratch, g->out.len) : NULL;

	if (copy == NULL)
		return no_memory(g);
	memcpy(copy, g->out.text, g->out.len);
	text->text = copy;
	text->len = g->out.len;
	g->out.len = 0;
	return true;
}

static bool draft_text(struct oac_merging *g, const struct oac_draft *draft, struct oac_span *text)
{
	if (draft->form == OAC_DRAFT_TEXT) {
		*text = draft->raw;
		return true;
	}
	oac_draft_write(draft, &g->out);
	return keep_out(g, text);
}

/* A delta as it is set where nothing was: its lists are put in order. */
static bool settle(struct oac_merging *g, struct oac_span *delta)
{
	struct oac_draft draft = { .form = OAC_DRAFT_NONE };

	return oac_draft_set(&g->drafter, &draft, *delta) && draft_text(g, &draft, delta);
}

/* A place as JSON with the delta merged to it. known: its text, when oac_more has it, or NULL. */
static bool remake_text(struct oac_merging *g, uint8_t kind, const void *type, const void *at,
	const struct oac_span *known, struct oac_span delta, struct oac_span *text)
{
	struct oac_shape shape = { type, 0, kind };
	struct oac_draft draft = { .form = OAC_DRAFT_TEXT };
	enum oac_status status;

	if (known != NULL) {
		draft.raw = *known;
	} else {
		status = oac_encode(&shape, at, 0, &g->out, NULL);
		if (status != OAC_OK)
			return status == OAC_E_NOMEM ? no_memory(g)
						     : oac_draft_fail(&g->d, "the value cannot be written");
		if (!keep_out(g, &draft.raw))
			return false;
	}
	return oac_draft_merge(&g->drafter, &draft, delta) && draft_text(g, &draft, text);
}

/* New text for a place that holds JSON. */
static bool write_json(struct oac_merging *g, const struct oac_draft *draft, bool sparse,
	struct oac_json *json)
{
	const char *text = NULL;

	if (sparse)
		oac_buffer_add_char(&g->out, '\r');
	oac_draft_write(draft, &g->out);
	if (g->out.failed == OAC_BUFFER_FINE)
		text = oac_pieces_text(g->pieces, g->out.text, g->out.len);
	if (text == NULL || !oac_pieces_save(g->pieces, json, sizeof(*json)))
		return no_memory(g);
	if (json->text != NULL)
		oac_pieces_drop(g->pieces, json->text, true);
	json->text = text;
	json->len = g->out.len;
	g->out.len = 0;
	return true;
}

static bool merge_json(struct oac_merging *g, struct oac_json *json, struct oac_span delta)
{
	struct oac_draft draft = { .form = OAC_DRAFT_TEXT, .raw = { json->text, json->len } };
	size_t before = g->drafter.changes;

	if (json->text == NULL)
		draft.form = OAC_DRAFT_NONE;
	if (!oac_draft_merge(&g->drafter, &draft, delta))
		return false;
	return g->drafter.changes == before || write_json(g, &draft, false, json);
}

/* ---- setting ---- */

/* Gives back what a place holds, and makes it zero. */
static bool clear_place(struct oac_merging *g, uint8_t kind, const void *type, void *at, size_t size)
{
	if (size == 0)
		return true;
	if (!save(g, at, size))
		return false;
	oac_pieces_release(g->pieces, kind, type, at);
	memset(at, 0, size);
	return true;
}

static bool begin_decode(struct oac_merging *g, struct oac_span text)
{
	oac_reader_init(&g->d.r, text.text, text.len);
	g->d.wasted = 0;
	g->d.got = NULL;
	if (g->arena.first == NULL && !oac_arena_init(&g->arena, 2 * text.len))
		return no_memory(g);
	return true;
}

static bool adopt(struct oac_merging *g, uint8_t kind, const void *type, void *at)
{
	return oac_pieces_adopt(g->pieces, kind, type, at) || no_memory(g);
}

static bool set_item(struct oac_merging *g, const struct oac_shape *shape, void *at, struct oac_span text)
{
	bool shadow = false; /* no list whose items have one is merged in place */

	return clear_place(g, shape->kind, shape->type, at, shape->size) && begin_decode(g, text) &&
		oac_decode_item(&g->d, shape, at, &shadow) && adopt(g, shape->kind, shape->type, at);
}

/* The member of oac_more that shares the name of a field, or NULL. */
static struct oac_draft_member *find_extra(struct oac_merging *g, struct owner *owner,
	const struct oac_field *field, bool add)
{
	struct oac_span name = { field->key + 1, field->key_len - 3u };
	struct oac_draft_member *extra = oac_draft_member(&g->drafter, &owner->more, name, add);

	return extra != NULL && (add || extra->value.form != OAC_DRAFT_NONE) ? extra : NULL;
}

/* text NULL: oac_more shall have no such member. */
static bool set_extra(struct oac_merging *g, struct owner *owner, const struct oac_field *field,
	const struct oac_span *text)
{
	struct oac_draft_member *extra = find_extra(g, owner, field, text != NULL);

	if (g->d.r.status != OAC_OK)
		return false;
	if (text == NULL) {
		owner->changed |= extra != NULL;
		if (extra != NULL)
			extra->value.form = OAC_DRAFT_NONE;
		return true;
	}
	if (extra->value.form != OAC_DRAFT_TEXT || extra->value.raw.len != text->len ||
		memcmp(extra->value.raw.text, text->text, text->len) != 0)
		owner->changed = true;
	extra->value.form = OAC_DRAFT_TEXT;
	extra->value.raw = *text;
	return true;
}

static bool is_number(uint8_t kind)
{
	return kind == OAC_KIND_INT64 || kind == OAC_KIND_DOUBLE || kind == OAC_KIND_OPT_INT64 ||
		kind == OAC_KIND_OPT_DOUBLE;
}

/* Kinds that always say something, unless the object is sparse. */
static bool is_plain(uint8_t kind)
{
	return kind == OAC_KIND_INT64 || kind == OAC_KIND_DOUBLE || kind == OAC_KIND_BOOL ||
		kind == OAC_KIND_CONST;
}

/* text NULL: absent. With shadow the C value does not say all of it. */
static bool note_extra(struct oac_merging *g, struct owner *owner, const struct oac_field *field,
	const struct oac_span *text, bool shadow)
{
	bool zero = oac_is_zero(field->kind, field->type, owner->base + field->offset);

	return set_extra(g, owner, field,
		shadow || (owner->sparse && zero && is_plain(field->kind)) ? text : NULL);
}

static bool set_member(struct oac_merging *g, struct owner *owner, const struct oac_field *field,
	struct oac_span text)
{
	void *at = owner->base + field->offset;
	bool shadow = false;

	return clear_place(g, field->kind, field->type, at, oac_value_size(field->kind, field->type)) &&
		begin_decode(g, text) && oac_decode_member(&g->d, field, owner->base, &shadow) &&
		adopt(g, field->kind, field->type, at) && note_extra(g, owner, field, &text, shadow);
}

/* ---- scalars ---- */

static bool add_string(struct oac_merging *g, const char **at, struct oac_span delta)
{
	struct oac_span bytes = { delta.text + 1, delta.len - 2 };

	if (delta.text[0] != '"')
		return mismatch(g, "a string", delta);
	if (!oac_draft_key(&g->d, bytes, &bytes))
		return false;
	if (memchr(bytes.text, '\0', bytes.len) != NULL)
		return oac_draft_fail(&g->d, "a string holds U+0000, which a C string cannot");
	return oac_pieces_append(g->pieces, at, bytes.text, bytes.len) || no_memory(g);
}

static bool read_number(struct oac_merging *g, struct oac_span delta, struct oac_number *number)
{
	if (delta.text[0] != '-' && (delta.text[0] < '0' || delta.text[0] > '9'))
		return mismatch(g, "a number", delta);
	oac_number_read(delta.text, delta.text + delta.len, number);
	return number->form != OAC_NUMBER_BAD || oac_draft_fail(&g->d, "number out of range");
}

static bool add_int64(struct oac_merging *g, int64_t *at, struct oac_span delta)
{
	struct oac_number number;
	int64_t value;

	if (!read_number(g, delta, &number))
		return false;
	value = number.integer;
	if (number.form != OAC_NUMBER_INT && !oac_number_whole(delta.text, delta.len, &value))
		return oac_draft_fail(&g->d, "expected an integer, got a fraction");
	if (!oac_draft_sum_fits(*at, value))
		return oac_draft_fail(&g->d, "the sum is out of range");
	if (!save(g, at, sizeof(*at)))
		return false;
	*at += value;
	return true;
}

static bool add_double(struct oac_merging *g, double *at, struct oac_span delta)
{
	struct oac_number number;

	if (!read_number(g, delta, &number))
		return false;
	if (!isfinite(*at + number.value))
		return oac_draft_fail(&g->d, "the sum is out of range");
	if (!save(g, at, sizeof(*at)))
		return false;
	*at += number.value;
	return true;
}

/* ---- objects ---- */

/* Whether anything is there that a delta is added to, not just put. */
static bool is_present(const struct owner *owner, const struct oac_field *field,
	const struct oac_draft_member *extra)
{
	if (!oac_is_zero(field->kind, field->type, owner->base + field->offset))
		return true;
	if (extra != NULL)
		return extra->value.raw.text[0] != 'n';
	return is_plain(field->kind) && !owner->sparse;
}

static const char *kind_name(uint8_t kind)
{
	switch (kind) {
	case OAC_KIND_STRING:
		return "a string";
	case OAC_KIND_BOOL:
	case OAC_KIND_OPT_BOOL:
		return "a boolean";
	case OAC_KIND_INT64:
	case OAC_KIND_DOUBLE:
	case OAC_KIND_OPT_INT64:
	case OAC_KIND_OPT_DOUBLE:
		return "a number";
	case OAC_KIND_OBJECT:
	case OAC_KIND_POINTER:
	case OAC_KIND_MAP:
		return "an object";
	case OAC_KIND_LIST:
		return "an array";
	default:
		return "a value";
	}
}

static bool merge_member(struct oac_merging *g, struct owner *owner, const struct oac_field *field,
	struct oac_span delta)
{
	static const struct oac_span zero = { "0", 1 };
	struct oac_span name = { field->key + 1, field->key_len - 3u };
	struct oac_draft_member *extra = find_extra(g, owner, field, false);
	void *at = owner->base + field->offset;
	bool remake = false;

	if (g->d.r.status != OAC_OK)
		return false;
	if (oac_draft_is_replaced(name) || !is_present(owner, field, extra))
		return settle(g, &delta) && set_member(g, owner, field, delta);
	if (delta.text[0] == 'n' && field->kind != OAC_KIND_JSON)
		return mismatch(g, kind_name(field->kind), delta);
	if (field->kind == OAC_KIND_ENUM || field->kind == OAC_KIND_CONST)
		return set_member(g, owner, field, delta);
	/* What is only in oac_more, or whose text there would no longer be true. */
	if (extra != NULL && (oac_is_zero(field->kind, field->type, at) || field->kind == OAC_KIND_LIST ||
				     field->kind == OAC_KIND_UNION || field->kind == OAC_KIND_UNION_POINTER))
		remake = true;
	else if (!merge_place(g, field->kind, field->type, at, delta, &remake))
		return false;
	if (remake)
		return remake_text(g, field->kind, field->type, at, extra ? &extra->value.raw : NULL,
			       delta, &delta) &&
			set_member(g, owner, field, delta);
	return !is_number(field->kind) || note_extra(g, owner, field, &zero, false);
}

static const struct oac_field *find_field(struct oac_merging *g, const struct oac_object *type,
	struct oac_span key)
{
	uint32_t i;

	for (i = 0; i < type->count && g->d.r.status == OAC_OK; i++) {
		const struct oac_field *field = &type->fields[i];
		struct oac_span name = { field->key + 1, field->key_len - 3u };

		if ((field->flags & OAC_IN_MASK) == 0 && oac_draft_key(&g->d, name, &name) &&
			name.len == key.len && memcmp(name.text, key.text, key.len) == 0)
			return field;
	}
	return NULL;
}

static bool merge_unknown(struct oac_merging *g, struct owner *owner,
	const struct oac_draft_member *delta)
{
	struct oac_draft_member *extra =
		oac_draft_member(&g->drafter, &owner->more, delta->name, true);
	size_t before = g->drafter.changes;
	bool ok;

	if (extra == NULL)
		return false;
	ok = oac_draft_is_replaced(delta->key) ?
		oac_draft_set(&g->drafter, &extra->value, delta->value.raw) :
		oac_draft_merge(&g->drafter, &extra->value, delta->value.raw);
	owner->changed |= g->drafter.changes != before;
	return ok;
}

static bool merge_object(struct oac_merging *g, const struct oac_object *type, char *base,
	struct oac_span delta)
{
	struct oac_json *more = (struct oac_json *)(void *)(base + type->more);
	struct owner owner = { .type = type, .base = base };
	struct oac_draft from = { .form = OAC_DRAFT_TEXT, .raw = delta };
	const struct oac_draft_member *member;

	if (delta.text[0] != '{')
		return mismatch(g, "an object", delta);
	if (more->text != NULL) {
		owner.more.form = OAC_DRAFT_TEXT;
		owner.more.raw.text = more->text;
		owner.more.raw.len = more->len;
		owner.sparse = more->text[0] == '\r';
	}
	if (!oac_draft_open(&g->drafter, &owner.more) || !oac_draft_open(&g->drafter, &from))
		return false;
	for (member = from.as.members.first; member != NULL; member = member->next) {
		const struct oac_field *field = find_field(g, type, member->key);

		if (g->d.r.status != OAC_OK ||
			!(field ? merge_member(g, &owner, field, member->value.raw)
				: merge_unknown(g, &owner, member))) {
			oac_path_name(&g->d.path, member->name.text, member->name.len);
			return false;
		}
	}
	return !owner.changed || write_json(g, &owner.more, owner.sparse, more);
}

/* ---- unions ---- */

/* The variant that the discriminator of a delta asks for, or -1: it says nothing. */
static bool find_variant(struct oac_merging *g, const struct oac_union *type, struct oac_span delta,
	int *kind)
{
	struct oac_span key;
	struct oac_span tag;
	uint32_t i;

	*kind = OAC_UNSET;
	if (delta.text[0] != '{' || type->discriminator == NULL)
		return true;
	key.text = type->discriminator + 1;
	key.len = type->discriminator_len - 3;
	if (!oac_draft_key(&g->d, key, &key) || !oac_draft_find(&g->d, delta, key, &tag))
		return false;
	if (tag.text == NULL)
		return true;
	*kind = OAC_UNKNOWN;
	for (i = 0; i < type->count; i++) {
		const struct oac_variant *variant = &type->variants[i];

		if (variant->tag != NULL && oac_decode_text_is(&g->d, &tag, variant->tag)) {
			*kind = (variant->alias_of ? variant->alias_of - 1 : (int)i) + 2;
			break;
		}
	}
	return g->d.r.status == OAC_OK;
}

static bool merge_union(struct oac_merging *g, const struct oac_union *type, char *base,
	struct oac_span delta, bool *remake)
{
	const struct oac_variant *variant;
	int asked;
	int kind;

	memcpy(&kind, base, sizeof(kind));
	if (!find_variant(g, type, delta, &asked))
		return false;
	if (kind == OAC_UNKNOWN && asked < 2)
		return merge_json(g, (struct oac_json *)(void *)(base + type->json), delta);
	*remake = asked != OAC_UNSET && asked != kind;
	if (*remake)
		return true;
	if (kind < 2 || (unsigned)kind - 2 >= type->count)
		return oac_draft_fail(&g->d, "the union has no such kind");
	variant = &type->variants[kind - 2];
	return merge_place(g, variant->kind, variant->type, base + variant->offset, delta, remake);
}

/* ---- lists ---- */

/* Whether a value of that kind may need its text in the oac_more around it. */
static bool may_shadow(uint8_t kind, const void *type, unsigned depth)
{
	const struct oac_union *u = type;
	uint32_t i;

	switch (kind) {
	case OAC_KIND_ENUM:
	case OAC_KIND_CONST:
	case OAC_KIND_DOUBLE:
	case OAC_KIND_OPT_DOUBLE:
	case OAC_KIND_LIST:
	case OAC_KIND_MAP:
		return true;
	case OAC_KIND_UNION:
	case OAC_KIND_UNION_POINTER:
		for (i = 0; i < u->count; i++) {
			if (depth > 8 || may_shadow(u->variants[i].kind, u->variants[i].type, depth + 1))
				return true;
		}
		return false;
	default:
		return false;
	}
}

static bool is_scalar(uint8_t kind, const void *type, const void *at)
{
	int chosen;

	switch (kind) {
	case OAC_KIND_INT64:
	case OAC_KIND_DOUBLE:
		return true;
	case OAC_KIND_STRING:
	case OAC_KIND_OPT_INT64:
	case OAC_KIND_OPT_DOUBLE:
	case OAC_KIND_ENUM:
		return !oac_is_zero(kind, type, at);
	case OAC_KIND_JSON: {
		const struct oac_json *json = at;
		struct oac_span text = { json->text, json->len };

		return json->text != NULL && oac_draft_are_scalars(&text, 1);
	}
	case OAC_KIND_UNION: {
		const struct oac_union *u = type;

		memcpy(&chosen, at, sizeof(chosen));
		if (chosen == OAC_UNKNOWN)
			return is_scalar(OAC_KIND_JSON, NULL, (const char *)at + u->json);
		return chosen >= 2 && is_scalar(u->variants[chosen - 2].kind,
			u->variants[chosen - 2].type, (const char *)at + u->variants[chosen - 2].offset);
	}
	default:
		return false;
	}
}

/* The list notes how many of its first items are known to be scalars, which they remain. */
static bool are_scalars(struct oac_merging *g, const struct oac_shape *item, const struct any_list *list,
	bool *scalars)
{
	size_t before = oac_pieces_note(list->items);
	size_t i = before;

	while (i < list->count && is_scalar(item->kind, item->type, (const char *)list->items + i * item->size))
		i++;
	*scalars = i == list->count;
	return i == before || oac_pieces_set_note(g->pieces, list->items, i) || no_memory(g);
}

static bool is_null(const struct oac_shape *shape, const void *at)
{
	const struct oac_json *json = at;

	if (shape->kind == OAC_KIND_OBJECT)
		json = (const struct oac_json *)(const void *)((const char *)at +
			((const struct oac_object *)shape->type)->more);
	if (shape->kind == OAC_KIND_OBJECT || (shape->kind == OAC_KIND_JSON && json->text != NULL))
		return json->len == 4 && memcmp(json->text, "null", 4) == 0;
	return oac_is_unset(shape->kind, at);
}

static bool reserve(struct oac_merging *g, struct any_list *list, size_t need, size_t size)
{
	return (oac_pieces_reserve(g->pieces, &list->items, list->count, need, size) &&
		       oac_pieces_save(g->pieces, list, sizeof(*list))) ||
		no_memory(g);
}

static char *item_at(const struct any_list *list, size_t i, size_t size)
{
	char *items;

	memcpy(&items, &list->items, sizeof(items));
	return items + i * size;
}

/* Adds zero items up to need, and makes them null where zero is something else. */
static bool add_items(struct oac_merging *g, const struct oac_shape *item, struct any_list *list, size_t need)
{
	static const struct oac_span null = { "null", 4 };
	size_t i = list->count;

	if (!reserve(g, list, need, item->size))
		return false;
	memset(item_at(list, i, item->size), 0, (need - i) * item->size);
	list->count = need;
	for (; i + 1 < need; i++) {
		if ((item->kind == OAC_KIND_OBJECT || item->kind == OAC_KIND_JSON) &&
			!set_item(g, item, item_at(list, i, item->size), null))
			return false;
	}
	return true;
}

static bool merge_item(struct oac_merging *g, const struct oac_shape *item, void *at, struct oac_span delta)
{
	bool remake = false;

	if (is_null(item, at))
		return settle(g, &delta) && set_item(g, item, at, delta);
	if (!merge_place(g, item->kind, item->type, at, delta, &remake))
		return false;
	return !remake || (remake_text(g, item->kind, item->type, at, NULL, delta, &delta) &&
		set_item(g, item, at, delta));
}

static bool merge_entry(struct oac_merging *g, const struct oac_shape *item, struct any_list *list,
	struct oac_span entry, size_t length)
{
	size_t count = list->count;
	size_t index;
	bool ok;

	if (!oac_draft_index(&g->d, entry, length, &index))
		return false;
	if (index >= count) {
		if (!oac_draft_add_holes(&g->drafter, index - count) || !add_items(g, item, list, index + 1))
			return false;
		ok = settle(g, &entry) && set_item(g, item, item_at(list, index, item->size), entry);
	} else {
		if (g->drafter.holes > 0 && is_null(item, item_at(list, index, item->size)))
			g->drafter.holes--;
		ok = merge_item(g, item, item_at(list, index, item->size), entry);
	}
	if (!ok)
		oac_path_index(&g->d.path, index);
	return ok;
}

/* Tries the elements that are to be appended. *shadow: one of them needs its text in oac_more. */
static bool fits(struct oac_merging *g, const struct oac_list *type, struct oac_span delta, bool *shadow)
{
	struct any_list list = { 0, NULL };

	return begin_decode(g, delta) && oac_decode_list(&g->d, type, &list, shadow);
}

static bool merge_list(struct oac_merging *g, const struct oac_list *type, struct any_list *list,
	struct oac_span delta, bool *remake)
{
	const struct oac_shape *item = &type->item;
	struct oac_span *elements;
	size_t length = list->count;
	size_t count;
	size_t i;
	bool scalars;

	if (delta.text[0] != '[')
		return mismatch(g, "an array", delta);
	if (!oac_draft_elements(&g->d, delta, &elements, &count) || !are_scalars(g, item, list, &scalars))
		return false;
	if (count == 0)
		return true;
	scalars = scalars && oac_draft_are_scalars(elements, count);
	if (may_shadow(item->kind, item->type, 0) &&
		(!scalars || !fits(g, type, delta, remake) || *remake)) {
		*remake = g->d.r.status == OAC_OK;
		return *remake;
	}
	if (!scalars) {
		for (i = 0; i < count; i++) {
			if (!merge_entry(g, item, list, elements[i], length))
				return false;
		}
		return true;
	}
	if (!reserve(g, list, length + count, item->size))
		return false;
	for (i = 0; i < count; i++) {
		memset(item_at(list, length + i, item->size), 0, item->size);
		list->count++;
		if (!set_item(g, item, item_at(list, length + i, item->size), elements[i])) {
			oac_path_index(&g->d.path, length + i);
			return false;
		}
	}
	return true;
}

/* ---- any value ---- */

static bool merge_place(struct oac_merging *g, uint8_t kind, const void *type, void *at,
	struct oac_span delta, bool *remake)
{
	switch (kind) {
	case OAC_KIND_STRING:
		return add_string(g, at, delta);
	case OAC_KIND_INT64:
		return add_int64(g, at, delta);
	case OAC_KIND_DOUBLE:
		return add_double(g, at, delta);
	case OAC_KIND_OPT_INT64:
		return add_int64(g, &((struct oac_opt_int64 *)at)->value, delta);
	case OAC_KIND_OPT_DOUBLE:
		return add_double(g, &((struct oac_opt_double *)at)->value, delta);
	case OAC_KIND_OBJECT:
		return merge_object(g, type, at, delta);
	case OAC_KIND_POINTER:
		*remake = *(char **)at == NULL; /* a variant of which a program said no more */
		return *remake || merge_object(g, type, *(char **)at, delta);
	case OAC_KIND_UNION:
		return merge_union(g, type, at, delta, remake);
	case OAC_KIND_UNION_POINTER:
		return merge_union(g, type, *(char **)at, delta, remake);
	case OAC_KIND_LIST:
		return merge_list(g, type, at, delta, remake);
	case OAC_KIND_JSON:
		return merge_json(g, at, delta);
	case OAC_KIND_BOOL:
	case OAC_KIND_OPT_BOOL:
		return delta.text[0] == 't' || delta.text[0] == 'f' ?
			oac_draft_fail(&g->d, "a boolean cannot be added to") :
			mismatch(g, "a boolean", delta);
	default: /* maps; enums and constants that are no members */
		*remake = true;
		return true;
	}
}

bool oac_merge_value(struct oac_merging *g, const struct oac_shape *shape, void *at, struct oac_span delta)
{
	return merge_item(g, shape, at, delta);
}

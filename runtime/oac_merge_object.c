/*
 * Merging to objects: each member by its kind, and oac_more for all that a member cannot say.
 */
#include "oac_merge_value.h"

#include <string.h>

/* A typed object while a delta is merged to it. */
struct owner {
	const struct oac_object *type;
	char *base;
	struct oac_draft more;  /* its oac_more, opened */
	bool sparse;            /* plain members and constants that are not in it are absent */
	bool rewritten;         /* more has other members, or other values in them */
	size_t changes;         /* how many deltas made within the members of more */
	struct oac_trail added; /* what the last of them was, when it made a string longer */
	struct oac_span run;
};

/* The member of oac_more that shares the name of a field, or NULL. */
static struct oac_draft_member *find_extra(
	struct oac_merging *g, struct owner *owner, const struct oac_field *field, bool add)
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
		owner->rewritten |= extra != NULL;
		if (extra != NULL)
			extra->value.form = OAC_DRAFT_NONE;
		return true;
	}
	if (extra->value.form != OAC_DRAFT_TEXT || extra->value.raw.len != text->len ||
		memcmp(extra->value.raw.text, text->text, text->len) != 0)
		owner->rewritten = true;
	extra->value.form = OAC_DRAFT_TEXT;
	extra->value.raw = *text;
	return true;
}

static bool is_number(uint8_t kind)
{
	return kind == OAC_KIND_INT64 || kind == OAC_KIND_DOUBLE || kind == OAC_KIND_OPT_INT64 ||
	       kind == OAC_KIND_OPT_DOUBLE || kind == OAC_KIND_UINT64 ||
	       kind == OAC_KIND_OPT_UINT64;
}

/* Kinds that always say something, unless the object is sparse. */
static bool is_plain(uint8_t kind)
{
	return kind == OAC_KIND_INT64 || kind == OAC_KIND_UINT64 || kind == OAC_KIND_DOUBLE ||
	       kind == OAC_KIND_BOOL || kind == OAC_KIND_CONST;
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

	return oac_merge_clear(
		       g, field->kind, field->type, at, oac_value_size(field->kind, field->type)) &&
	       oac_merge_read(g, text) && oac_decode_member(&g->d, field, owner->base, &shadow) &&
	       oac_merge_adopt(g, field->kind, field->type, at) &&
	       note_extra(g, owner, field, &text, shadow);
}

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
	case OAC_KIND_UINT64:
	case OAC_KIND_OPT_UINT64:
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
		return oac_merge_settle(g, &delta) && set_member(g, owner, field, delta);
	if (delta.text[0] == 'n' && field->kind != OAC_KIND_JSON)
		return oac_draft_mismatch(&g->d, kind_name(field->kind), delta);
	if (field->kind == OAC_KIND_ENUM || field->kind == OAC_KIND_CONST)
		return set_member(g, owner, field, delta);
	/* What is only in oac_more, or whose text there would no longer be true. */
	if (extra != NULL &&
		(oac_is_zero(field->kind, field->type, at) || field->kind == OAC_KIND_LIST ||
			field->kind == OAC_KIND_UNION || field->kind == OAC_KIND_UNION_POINTER))
		remake = true;
	else if (!oac_merge_place(g, field->kind, field->type, at, delta, &remake))
		return false;
	if (remake)
		return oac_merge_remake(g, field->kind, field->type, at,
			       extra ? &extra->value.raw : NULL, delta, &delta) &&
		       set_member(g, owner, field, delta);
	return !is_number(field->kind) || note_extra(g, owner, field, &zero, false);
}

static const struct oac_field *find_field(
	struct oac_merging *g, const struct oac_object *type, struct oac_span key)
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

static bool merge_unknown(
	struct oac_merging *g, struct owner *owner, const struct oac_draft_member *delta)
{
	struct oac_draft_member *extra =
		oac_draft_member(&g->drafter, &owner->more, delta->name, true);
	size_t before = g->drafter.changes;
	bool ok;

	if (extra == NULL)
		return false;
	g->drafter.added.count = 0;
	ok = oac_draft_is_replaced(delta->key)
		     ? oac_draft_set(&g->drafter, &extra->value, delta->value.raw)
		     : oac_draft_merge(&g->drafter, &extra->value, delta->value.raw);
	if (g->drafter.changes != before) {
		owner->changes += g->drafter.changes - before;
		owner->added = g->drafter.added;
		owner->run = g->drafter.run;
	}
	return ok;
}

static bool write_more(struct oac_merging *g, struct owner *owner, struct oac_json *more)
{
	if (!owner->rewritten && owner->changes == 0)
		return true;
	if (!owner->rewritten && owner->changes == 1 && owner->added.count > 0)
		return oac_merge_extend_json(g, &owner->added, owner->run, more);
	return oac_merge_write_json(g, &owner->more, owner->sparse, more);
}

bool oac_merge_object(
	struct oac_merging *g, const struct oac_object *type, char *base, struct oac_span delta)
{
	struct oac_json *more = (struct oac_json *)(void *)(base + type->more);
	struct owner owner = { .type = type, .base = base };
	struct oac_draft from = { .form = OAC_DRAFT_TEXT, .raw = delta };
	const struct oac_draft_member *member;

	if (delta.text[0] != '{')
		return oac_draft_mismatch(&g->d, "an object", delta);
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
	return write_more(g, &owner, more);
}

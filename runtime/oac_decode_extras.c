#include "oac_decode_extras.h"

#include "oac_text.h"

#include <string.h>

struct oac_extra {
	struct oac_extra *next;
	struct oac_span name; /* with its quotes */
	struct oac_span value;
};

bool oac_extras_add(struct oac_decoder *d, struct oac_extras *extras, const struct oac_token *name,
	const char *value, const char *end)
{
	struct oac_extra *extra = oac_scratch_alloc(&d->scratch, sizeof(*extra));

	if (extra == NULL)
		return oac_decode_no_memory(d);
	extra->next = NULL;
	extra->name.text = name->text - 1;
	extra->name.len = name->len + 2;
	extra->value.text = value;
	extra->value.len = (size_t)(end - value);
	if (extras->last != NULL)
		extras->last->next = extra;
	else
		extras->first = extra;
	extras->last = extra;
	extras->len += extra->name.len + extra->value.len + 2;
	return true;
}

bool oac_extras_add_field(struct oac_decoder *d, struct oac_extras *extras,
	const struct oac_field *field, const char *value, const char *end)
{
	struct oac_token name = oac_field_name(field);

	return oac_extras_add(d, extras, &name, value, end);
}

static bool is_of(const struct oac_extra *extra, const struct oac_field *field)
{
	return extra->name.text == field->key;
}

void oac_extras_forget(struct oac_extras *extras, const struct oac_field *field)
{
	struct oac_extra **link = &extras->first;

	extras->last = NULL;
	while (*link != NULL) {
		struct oac_extra *extra = *link;

		if (is_of(extra, field)) {
			extras->len -= extra->name.len + extra->value.len + 2;
			*link = extra->next;
		} else {
			extras->last = extra;
			link = &extra->next;
		}
	}
}

static bool has_field(const struct oac_extras *extras, const struct oac_field *field)
{
	const struct oac_extra *extra;

	for (extra = extras->first; extra != NULL; extra = extra->next) {
		if (is_of(extra, field))
			return true;
	}
	return false;
}

bool oac_extras_is_plain(uint8_t kind)
{
	return kind == OAC_KIND_CONST || kind == OAC_KIND_BOOL || kind == OAC_KIND_INT64 ||
		kind == OAC_KIND_DOUBLE || kind == OAC_KIND_UINT64;
}

/* The plain members that were there and are zero, as members that are absent are, too. */
static bool add_present(struct oac_decoder *d, struct oac_extras *extras,
	const struct oac_object *type, const struct oac_seen *seen, const char *base)
{
	uint32_t i;

	for (i = 0; i < type->count && i < OAC_SEEN_MAX; i++) {
		const struct oac_field *field = &type->fields[i];
		const char *value = "0";

		if (!oac_extras_is_plain(field->kind) || !oac_seen_has(seen, i) ||
			has_field(extras, field) ||
			!oac_is_zero(field->kind, field->type, base + field->offset))
			continue;
		if (field->kind == OAC_KIND_CONST)
			value = field->type;
		else if (field->kind == OAC_KIND_BOOL)
			value = "false";
		if (!oac_extras_add_field(d, extras, field, value, value + strlen(value)))
			return false;
	}
	return true;
}

bool oac_extras_keep(struct oac_decoder *d, struct oac_extras *extras,
	const struct oac_object *type, const struct oac_seen *seen, bool sparse, char *base)
{
	struct oac_json *more = (struct oac_json *)(void *)(base + type->more);
	const struct oac_extra *extra;
	size_t len;
	char *p;

	if (sparse && !add_present(d, extras, type, seen, base))
		return false;
	len = extras->len + 2 - (extras->first != NULL) + sparse;
	p = oac_arena_text(d->arena, len + 1);
	if (p == NULL)
		return oac_decode_no_memory(d);
	more->text = p;
	more->len = len;
	if (sparse)
		*p++ = '\r';
	*p++ = '{';
	for (extra = extras->first; extra != NULL; extra = extra->next) {
		if (extra != extras->first)
			*p++ = ',';
		oac_text_copy(p, extra->name.text, extra->name.len);
		p += extra->name.len;
		*p++ = ':';
		oac_text_copy(p, extra->value.text, extra->value.len);
		p += extra->value.len;
	}
	*p++ = '}';
	*p = '\0';
	return true;
}

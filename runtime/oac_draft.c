/*
 * Drafts taken apart, looked up and written.
 */
#include "oac_draft.h"

#include <string.h>

bool oac_draft_fail(struct oac_decoder *d, const char *problem)
{
	d->got = NULL;
	return oac_reader_fail(&d->r, OAC_E_STREAM, problem);
}

bool oac_draft_mismatch(struct oac_decoder *d, const char *expected, struct oac_span got)
{
	oac_draft_fail(d, expected);
	d->got = oac_reader_kind(got.text[0]);
	return false;
}

/* Deltas were checked as a whole; what the value holds was, unless a program gave it. */
static bool broken(struct oac_decoder *d)
{
	return oac_draft_fail(d, "the value holds text that is not JSON");
}

bool oac_draft_key(struct oac_decoder *d, struct oac_span name, struct oac_span *key)
{
	struct oac_token token = { name.text, name.len, false };
	char *text;

	*key = name;
	if (name.len == 0 || memchr(name.text, '\\', name.len) == NULL)
		return true;
	text = oac_scratch_alloc(&d->scratch, name.len);
	if (text == NULL)
		return oac_decode_no_memory(d);
	key->text = text;
	key->len = oac_token_value(&token, text);
	return true;
}

static bool same(struct oac_span a, struct oac_span b)
{
	return a.len == b.len && oac_text_same(a.text, b.text, a.len);
}

static struct oac_draft_member *find_member(struct oac_drafter *drafter, struct oac_draft *object,
	struct oac_span name, struct oac_span key, bool add)
{
	struct oac_draft_member **link = &object->as.members.root;
	struct oac_draft_member *member;
	uint64_t h;

	h = oac_text_hash(drafter->d, key.text, key.len);
	for (; *link != NULL; h = h << 2 | h >> 62) {
		if (same((*link)->key, key))
			return *link;
		link = &(*link)->child[h >> 62];
	}
	if (!add)
		return NULL;
	member = oac_scratch_alloc(&drafter->d->scratch, sizeof(*member));
	if (member == NULL) {
		oac_decode_no_memory(drafter->d);
		return NULL;
	}
	memset(member, 0, sizeof(*member));
	member->name = name;
	member->key = key;
	*link = member;
	*object->as.members.end = member;
	object->as.members.end = &member->next;
	return member;
}

struct oac_draft_member *oac_draft_member(
	struct oac_drafter *drafter, struct oac_draft *object, struct oac_span name, bool add)
{
	struct oac_span key;

	if (!oac_draft_key(drafter->d, name, &key))
		return NULL;
	return find_member(drafter, object, name, key, add);
}

static bool skip_value(
	const struct oac_drafter *drafter, struct oac_reader *r, struct oac_span *value)
{
	unsigned i;

	oac_reader_peek(r);
	for (i = 0; i < drafter->trail.count; i++) {
		if (drafter->trail.values[i].text == r->p) {
			*value = drafter->trail.values[i];
			r->p += value->len;
			return true;
		}
	}
	return oac_reader_skip(r, value);
}

bool oac_draft_open(struct oac_drafter *drafter, struct oac_draft *draft)
{
	struct oac_decoder *d = drafter->d;
	enum oac_draft_form form = draft->form;
	struct oac_reader r;
	struct oac_token name;
	bool empty;
	bool more;

	if (form == OAC_DRAFT_OBJECT)
		return true;
	draft->form = OAC_DRAFT_OBJECT;
	draft->as.members.root = NULL;
	draft->as.members.first = NULL;
	draft->as.members.end = &draft->as.members.first;
	if (form == OAC_DRAFT_NONE)
		return true;
	oac_reader_init(&r, draft->raw.text, draft->raw.len);
	if (oac_reader_peek(&r) != '{' || !oac_reader_open(&r, '}', &empty))
		return broken(d);
	for (more = !empty; more;) {
		struct oac_draft_member *member;
		struct oac_span value;
		struct oac_span text;

		if (!oac_reader_name(&r, &name) || !skip_value(drafter, &r, &value) ||
			!oac_reader_next(&r, '}', &more))
			return broken(d);
		text.text = name.text;
		text.len = name.len;
		member = oac_draft_member(drafter, draft, text, true);
		if (member == NULL)
			return false;
		member->value.form = OAC_DRAFT_TEXT;
		member->value.raw = value; /* of members that repeat the last one counts */
	}
	return oac_reader_finish(&r) || broken(d);
}

bool oac_draft_elements(struct oac_drafter *drafter, struct oac_span text,
	struct oac_span **elements, size_t *count)
{
	struct oac_decoder *d = drafter->d;
	struct oac_span *spans = NULL;
	size_t room = 0;
	size_t n = 0;
	struct oac_reader r;
	bool empty;
	bool more;

	oac_reader_init(&r, text.text, text.len);
	if (oac_reader_peek(&r) != '[' || !oac_reader_open(&r, ']', &empty))
		return broken(d);
	for (more = !empty; more; n++) {
		if (n == room) {
			room = room ? room * 2 : 8;
			spans = oac_scratch_grow(
				&d->scratch, spans, n * sizeof(*spans), room * sizeof(*spans));
			if (spans == NULL)
				return oac_decode_no_memory(d);
		}
		if (!skip_value(drafter, &r, &spans[n]) || !oac_reader_next(&r, ']', &more))
			return broken(d);
	}
	*elements = spans;
	*count = n;
	return true;
}

bool oac_draft_are_scalars(const struct oac_span *elements, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (strchr("{[tfn", elements[i].text[0]) != NULL)
			return false;
	}
	return true;
}

bool oac_draft_find(
	struct oac_decoder *d, struct oac_span object, struct oac_span key, struct oac_span *value)
{
	struct oac_reader r;
	bool empty;
	bool more;

	value->text = NULL;
	value->len = 0;
	oac_reader_init(&r, object.text, object.len);
	if (oac_reader_peek(&r) != '{' || !oac_reader_open(&r, '}', &empty))
		return broken(d);
	for (more = !empty; more;) {
		struct oac_token token;
		struct oac_span span;
		struct oac_span name;

		if (!oac_reader_name(&r, &token) || !oac_reader_skip(&r, &span) ||
			!oac_reader_next(&r, '}', &more))
			return broken(d);
		name.text = token.text;
		name.len = token.len;
		if (!oac_draft_key(d, name, &name))
			return false;
		if (same(name, key))
			*value = span;
	}
	return true;
}

static const struct oac_span index_key = { "index", 5 };

static bool is_integer(struct oac_span value, int64_t *integer)
{
	struct oac_number number;

	if (value.text == NULL ||
		(value.text[0] != '-' && (value.text[0] < '0' || value.text[0] > '9')))
		return false;
	oac_number_read(value.text, value.text + value.len, &number);
	*integer = number.integer;
	return number.form == OAC_NUMBER_INT || oac_number_whole(value.text, value.len, integer);
}

bool oac_draft_index(struct oac_decoder *d, struct oac_span entry, size_t length, size_t *index)
{
	struct oac_span value;
	int64_t integer;

	if (entry.text[0] != '{')
		return oac_draft_mismatch(d, "an object with an index", entry);
	if (!oac_draft_find(d, entry, index_key, &value))
		return false;
	if (value.text == NULL || value.text[0] == 'n')
		return oac_draft_fail(d, "the entry has no index");
	if (!is_integer(value, &integer)) {
		oac_path_name(&d->path, "index", 5);
		return oac_draft_fail(d, "the index is not an integer");
	}
	if (integer < 0 || integer >= OAC_MERGE_INDEX_MAX ||
		(uint64_t)integer >= length + OAC_MERGE_GROWTH_MAX) {
		oac_path_name(&d->path, "index", 5);
		return oac_draft_fail(d, "the index is out of range");
	}
	*index = (size_t)integer;
	return true;
}

bool oac_draft_are_indexed(
	struct oac_decoder *d, const struct oac_span *elements, size_t count, bool *indexed)
{
	struct oac_span value;
	int64_t integer;
	size_t i;

	*indexed = count > 0;
	for (i = 0; i < count && *indexed; i++) {
		if (elements[i].text[0] != '{')
			*indexed = false;
		else if (!oac_draft_find(d, elements[i], index_key, &value))
			return false;
		else
			*indexed = is_integer(value, &integer);
	}
	return true;
}

bool oac_draft_add_holes(struct oac_drafter *drafter, size_t count)
{
	if (count > OAC_MERGE_GROWTH_MAX - drafter->holes) {
		oac_path_name(&drafter->d->path, "index", 5);
		return oac_draft_fail(drafter->d, "the index leaves too many holes");
	}
	drafter->holes += count;
	return true;
}

static void write_string(const struct oac_draft *draft, struct oac_buffer *out)
{
	const struct oac_draft_run *run;

	oac_buffer_add(out, draft->raw.text, draft->raw.len - 1);
	for (run = draft->as.runs.first; run != NULL; run = run->next)
		oac_buffer_add(out, run->text.text, run->text.len);
	oac_buffer_add_char(out, '"');
}

static void write_members(const struct oac_draft *draft, struct oac_buffer *out)
{
	const struct oac_draft_member *member;
	bool first = true;

	oac_buffer_add_char(out, '{');
	for (member = draft->as.members.first; member != NULL; member = member->next) {
		if (member->value.form == OAC_DRAFT_NONE)
			continue;
		if (!first)
			oac_buffer_add_char(out, ',');
		first = false;
		oac_buffer_add_char(out, '"');
		oac_buffer_add(out, member->name.text, member->name.len);
		oac_buffer_add(out, "\":", 2);
		oac_draft_write(&member->value, out);
	}
	oac_buffer_add_char(out, '}');
}

void oac_draft_write(const struct oac_draft *draft, struct oac_buffer *out)
{
	size_t i;

	switch (draft->form) {
	case OAC_DRAFT_TEXT:
		oac_buffer_add(out, draft->raw.text, draft->raw.len);
		break;
	case OAC_DRAFT_STRING:
		write_string(draft, out);
		break;
	case OAC_DRAFT_OBJECT:
		write_members(draft, out);
		break;
	case OAC_DRAFT_LIST:
		oac_buffer_add_char(out, '[');
		for (i = 0; i < draft->as.list.count; i++) {
			if (i > 0)
				oac_buffer_add_char(out, ',');
			oac_draft_write(draft->as.list.items[i], out);
		}
		oac_buffer_add_char(out, ']');
		break;
	default:
		oac_buffer_add(out, "null", 4);
	}
}

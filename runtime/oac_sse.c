#include "oac_sse.h"

#include <string.h>

/* Where in a line the next byte belongs. */
enum {
	PLACE_NAME,
	PLACE_AFTER_COLON, /* one space may follow */
	PLACE_VALUE,
	PLACE_IGNORED,
};

enum {
	FIELD_UNKNOWN,
	FIELD_DATA,
	FIELD_EVENT,
	FIELD_ID,
	FIELD_RETRY,
};

/* ---- texts ---- */

static void text_init(struct oac_sse_text *text, size_t max)
{
	text->text = "";
	text->len = 0;
	oac_buffer_init(&text->kept, max);
}

static void text_reset(struct oac_sse_text *text)
{
	text->text = "";
	text->len = 0;
	text->kept.len = 0;
}

static void text_swap(struct oac_sse_text *a, struct oac_sse_text *b)
{
	struct oac_sse_text old = *a;

	*a = *b;
	*b = old;
}

/* Copies what lies in the input; empties the text when it cannot. */
static bool text_keep(struct oac_sse_text *text)
{
	if (text->len == 0 || text->text == text->kept.text)
		return true;
	text->kept.len = 0;
	oac_buffer_add(&text->kept, text->text, text->len);
	if (text->kept.failed != OAC_BUFFER_FINE) {
		text_reset(text);
		return false;
	}
	text->text = text->kept.text;
	return true;
}

static bool text_add(struct oac_sse_text *text, const char *bytes, size_t len)
{
	if (len == 0)
		return true;
	if (text->len == 0) {
		text->text = bytes;
		text->len = len;
		return true;
	}
	if (!text_keep(text))
		return false;
	oac_buffer_add(&text->kept, bytes, len);
	if (text->kept.failed != OAC_BUFFER_FINE)
		return false;
	text->text = text->kept.text;
	text->len = text->kept.len;
	return true;
}

/* ---- a line ---- */

static void begin_line(struct oac_sse *sse)
{
	sse->place = sse->is_lines ? PLACE_VALUE : PLACE_NAME;
	sse->field = sse->is_lines ? FIELD_DATA : FIELD_UNKNOWN;
	sse->field_name_len = 0;
}

static int find_field(const char *name, size_t len)
{
	static const struct {
		const char *name;
		int field;
	} fields[] = {
		{ "data", FIELD_DATA },
		{ "event", FIELD_EVENT },
		{ "id", FIELD_ID },
		{ "retry", FIELD_RETRY },
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (len == strlen(fields[i].name) && memcmp(name, fields[i].name, len) == 0)
			return fields[i].field;
	return FIELD_UNKNOWN;
}

static bool add_value(struct oac_sse *sse, const char *bytes, size_t len)
{
	struct oac_sse_text *text = sse->field == FIELD_DATA ? &sse->data : &sse->value;

	if (len > sse->max_event - sse->event_len) {
		sse->state = OAC_SSE_TOO_LARGE;
		return false;
	}
	sse->event_len += len;
	if (!text_add(text, bytes, len)) {
		sse->state = OAC_SSE_NOMEM;
		return false;
	}
	return true;
}

/* After the field's name. */
static bool begin_value(struct oac_sse *sse)
{
	bool is_joined = sse->has_data;

	sse->place = PLACE_AFTER_COLON;
	sse->field = find_field(sse->field_name, sse->field_name_len);
	if (sse->field == FIELD_UNKNOWN)
		sse->place = PLACE_IGNORED;
	if (sse->field != FIELD_DATA)
		return true;
	sse->has_data = true;
	return !is_joined || add_value(sse, "\n", 1);
}

static bool take_name_byte(struct oac_sse *sse, char byte)
{
	if (byte == ':')
		return begin_value(sse);
	if (sse->field_name_len == sizeof(sse->field_name)) {
		sse->place = PLACE_IGNORED;
		return true;
	}
	sse->field_name[sse->field_name_len++] = byte;
	if (sse->is_first_line && sse->field_name_len == 3 &&
		memcmp(sse->field_name, "\xEF\xBB\xBF", 3) == 0) {
		sse->field_name_len = 0;
		sse->is_first_line = false;
	}
	return true;
}

/* Takes the bytes up to stop, of which none ends the line. */
static bool take_bytes(struct oac_sse *sse, const char *stop)
{
	while (sse->at < stop && sse->place == PLACE_NAME)
		if (!take_name_byte(sse, *sse->at++))
			return false;
	if (sse->at < stop && sse->place == PLACE_AFTER_COLON) {
		if (*sse->at == ' ')
			sse->at++;
		sse->place = PLACE_VALUE;
	}
	if (sse->place == PLACE_VALUE && !add_value(sse, sse->at, (size_t)(stop - sse->at)))
		return false;
	sse->at = stop;
	return true;
}

static void take_retry(struct oac_sse *sse)
{
	const struct oac_sse_text *value = &sse->value;
	int64_t ms = 0;

	if (value->len == 0)
		return;
	for (size_t i = 0; i < value->len; i++) {
		int digit = value->text[i] - '0';
		if (digit < 0 || digit > 9)
			return;
		ms = ms <= (INT64_MAX - digit) / 10 ? ms * 10 + digit : INT64_MAX;
	}
	sse->retry_ms = ms;
}

/* What a whole line of the stream means, other than data, which is there already. */
static void end_field(struct oac_sse *sse)
{
	switch (sse->field) {
	case FIELD_EVENT:
		text_swap(&sse->name, &sse->value);
		break;
	case FIELD_ID:
		if (memchr(sse->value.text, '\0', sse->value.len) != NULL)
			break;
		text_swap(&sse->id, &sse->value);
		sse->has_id = true;
		break;
	case FIELD_RETRY:
		take_retry(sse);
		break;
	}
	text_reset(&sse->value);
}

/* ---- an event ---- */

static void begin_event(struct oac_sse *sse)
{
	text_reset(&sse->data);
	text_reset(&sse->name);
	sse->event_len = 0;
	sse->has_data = false;
	sse->is_shown = false;
}

/* At a blank line: whether there is an event to show. */
static bool end_event(struct oac_sse *sse)
{
	if (sse->has_id) {
		text_swap(&sse->last_id, &sse->id);
		text_reset(&sse->id);
		sse->has_id = false;
	}
	if (!sse->has_data)
		begin_event(sse);
	return sse->has_data;
}

/* Of lines mode: whether the line is an event to show. */
static bool end_json_line(struct oac_sse *sse)
{
	struct oac_sse_text *data = &sse->data;

	if (data->len > 0 && data->text[data->len - 1] == '\r')
		data->len--;
	if (data->len == 0)
		begin_event(sse);
	return data->len > 0;
}

/* Whether the line ends an event that is to be shown. */
static bool end_line(struct oac_sse *sse)
{
	bool is_blank = sse->place == PLACE_NAME && sse->field_name_len == 0;
	bool is_event = false;

	sse->is_first_line = false;
	if (sse->is_lines)
		is_event = end_json_line(sse);
	else if (is_blank)
		is_event = end_event(sse);
	else if (sse->place != PLACE_NAME || begin_value(sse))
		end_field(sse);
	begin_line(sse);
	return is_event;
}

/* Where the line ends, or the input, if that is earlier. Looks at no byte twice. */
static const char *find_line_end(struct oac_sse *sse)
{
	const char *cr = NULL;

	if (sse->line_feed < sse->at) {
		sse->line_feed = memchr(sse->at, '\n', (size_t)(sse->end - sse->at));
		if (sse->line_feed == NULL)
			sse->line_feed = sse->end;
	}
	if (!sse->is_lines)
		cr = memchr(sse->at, '\r', (size_t)(sse->line_feed - sse->at));
	return cr != NULL ? cr : sse->line_feed;
}

/* From here on nothing points into the input. */
static void leave_input(struct oac_sse *sse)
{
	struct oac_sse_text *texts[] = { &sse->last_id, &sse->data, &sse->name, &sse->id,
		&sse->value };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (!text_keep(texts[i]))
			sse->state = OAC_SSE_NOMEM;
}

static enum oac_sse_step show(struct oac_sse *sse, struct oac_sse_event *event)
{
	*event = (struct oac_sse_event){ sse->name.text, sse->name.len, sse->data.text,
		sse->data.len, sse->last_id.text, sse->last_id.len };
	sse->is_shown = true;
	return OAC_SSE_EVENT;
}

/* ---- the interface ---- */

static void init(struct oac_sse *sse, size_t max_event, bool is_lines)
{
	memset(sse, 0, sizeof(*sse));
	sse->retry_ms = -1;
	sse->max_event = max_event;
	sse->is_lines = is_lines;
	sse->is_first_line = true;
	sse->state = OAC_SSE_MORE;
	text_init(&sse->data, max_event);
	text_init(&sse->name, max_event);
	text_init(&sse->id, max_event);
	text_init(&sse->value, max_event);
	text_init(&sse->last_id, max_event);
	oac_sse_input(sse, "", 0);
	begin_line(sse);
}

void oac_sse_init(struct oac_sse *sse, size_t max_event)
{
	init(sse, max_event, false);
}

void oac_sse_init_lines(struct oac_sse *sse, size_t max_event)
{
	init(sse, max_event, true);
}

void oac_sse_clear(struct oac_sse *sse)
{
	oac_buffer_clear(&sse->data.kept);
	oac_buffer_clear(&sse->name.kept);
	oac_buffer_clear(&sse->id.kept);
	oac_buffer_clear(&sse->value.kept);
	oac_buffer_clear(&sse->last_id.kept);
	init(sse, sse->max_event, sse->is_lines);
}

void oac_sse_input(struct oac_sse *sse, const char *bytes, size_t len)
{
	const char *line_feed = len > 0 ? memchr(bytes, '\n', len) : NULL;

	sse->at = len > 0 ? bytes : "";
	sse->end = sse->at + len;
	sse->line_feed = line_feed != NULL ? line_feed : sse->end;
}

void oac_sse_finish(struct oac_sse *sse)
{
	sse->is_over = true;
}

enum oac_sse_step oac_sse_next(struct oac_sse *sse, struct oac_sse_event *event)
{
	if (sse->is_shown)
		begin_event(sse);
	while (sse->state == OAC_SSE_MORE && sse->at < sse->end) {
		bool is_second_half = sse->is_after_cr && *sse->at == '\n';

		sse->is_after_cr = false;
		if (is_second_half) {
			sse->at++;
			continue;
		}
		if (!take_bytes(sse, find_line_end(sse)) || sse->at == sse->end)
			break;
		sse->is_after_cr = *sse->at++ == '\r';
		if (end_line(sse))
			return show(sse, event);
	}
	leave_input(sse);
	if (sse->state != OAC_SSE_MORE || !sse->is_over)
		return sse->state;
	if (sse->is_lines && end_line(sse))
		return show(sse, event);
	return OAC_SSE_END;
}

bool oac_sse_is_pending(const struct oac_sse *sse)
{
	if (sse->state != OAC_SSE_MORE)
		return true;
	if (sse->is_shown)
		return false;
	if (sse->is_lines)
		return sse->data.len > 0;
	return sse->has_data || sse->has_id || sse->name.len > 0 ||
		(sse->field_name_len > 0 && sse->place != PLACE_IGNORED);
}

#include "diag.h"

#include "buffer.h"
#include "source.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
	MESSAGE_MAX = 600, /* bytes; a message may quote a value of any size */
	EXCERPT_MAX = 100, /* bytes of a source line that are shown */
	EXCERPT_LEAD = 60, /* of these before the caret, when the line is cut */
};

struct place {
	const char *path;               /* NULL: none */
	const struct source_file *file; /* NULL: its lines are not known */
	unsigned line;
	unsigned column;
};

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* Appends one line's worth of text that comes from a document: a terminal must not obey it. */
static void add_clean(struct buffer *out, const char *text, size_t len, bool keep_tabs)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];
		bool control = c < 0x20 || c == 0x7F;
		if (c == '\t' && keep_tabs)
			control = false;
		if (c == 0xC2 && i + 1 < len && (unsigned char)text[i + 1] < 0xA0) {
			control = true; /* U+0080 to U+009F steer terminals too */
			i++;
		}
		buffer_add_char(out, control ? '?' : (char)c);
	}
}

/* The line with a caret under the column (from 1). */
static void add_excerpt(struct buffer *out, const struct place *place)
{
	size_t len;
	const char *text = source_line(place->file, place->line, &len);
	if (text == NULL || place->column == 0)
		return;
	size_t caret = place->column - 1;
	if (caret > len)
		caret = len;

	size_t start = 0;
	size_t end = len;
	if (len > EXCERPT_MAX) {
		if (caret > EXCERPT_LEAD)
			start = caret - EXCERPT_LEAD;
		if (start > len - EXCERPT_MAX)
			start = len - EXCERPT_MAX;
		end = start + EXCERPT_MAX;
		while (start > 0 && is_continuation(text[start]))
			start--;
		while (end < len && is_continuation(text[end]))
			end++;
	}

	size_t mark = out->len;
	buffer_format(out, "  %u", place->line);
	int width = (int)(out->len - mark);
	buffer_add_text(out, " | ");
	if (start > 0)
		buffer_add_text(out, "...");
	add_clean(out, text + start, end - start, true);
	if (end < len)
		buffer_add_text(out, "...");

	buffer_format(out, "\n%*s | ", width, "");
	if (start > 0)
		buffer_add_text(out, "   ");
	for (size_t i = start; i < caret; i++) {
		if (!is_continuation(text[i]))
			buffer_add_char(out, text[i] == '\t' ? '\t' : ' ');
	}
	buffer_add_text(out, "^\n");
}

static const char *name_level(enum diag_level level)
{
	switch (level) {
	case DIAG_HELP:
		break;
	case DIAG_NOTE:
		return "note";
	case DIAG_WARNING:
		return "warning";
	case DIAG_ERROR:
		break;
	}
	return "error";
}

/* False: this was said before. */
static bool remember(struct diag *diag, const struct buffer *head)
{
	if (diag->said == NULL)
		diag->said = tree_new(&diag->arena, TREE_MAP);
	if (tree_get_n(diag->said, head->text, head->len) != NULL)
		return false;
	tree_set(&diag->arena, diag->said, arena_text(&diag->arena, head->text, head->len), "");
	return true;
}

static void format_message(struct buffer *out, const char *format, va_list args)
{
	char message[MESSAGE_MAX];
	int len = vsnprintf(message, sizeof(message), format, args);
	size_t keep = len < 0 ? 0 : (size_t)len;

	buffer_add_text(out, "");
	if (keep >= sizeof(message)) {
		keep = sizeof(message) - 1;
		while (keep > 0 && is_continuation(message[keep]))
			keep--;
	}
	add_clean(out, message, keep, false);
	if (len >= (int)sizeof(message))
		buffer_add_text(out, "...");
}

static void format_head(struct buffer *head, enum diag_level level, const struct place *place,
	const char *message)
{
	buffer_add_text(head, "");
	add_clean(head, place->path != NULL ? place->path : "oac",
		strlen(place->path != NULL ? place->path : "oac"), false);
	if (place->path != NULL && place->line > 0)
		buffer_format(head, ":%u", place->line);
	if (place->path != NULL && place->line > 0 && place->column > 0)
		buffer_format(head, ":%u", place->column);
	buffer_format(head, ": %s: %s", name_level(level), message);
}

static void add_remark(
	struct diag *diag, enum diag_level level, const struct place *place, const char *message)
{
	struct arena *arena = &diag->arena;
	struct diag_remark *remark = arena_alloc(arena, sizeof(*remark));

	remark->level = level;
	if (place->path != NULL)
		remark->path = arena_text(arena, place->path, strlen(place->path));
	remark->line = place->line;
	remark->column = place->column;
	remark->message = arena_text(arena, message, strlen(message));
	if (diag->last_remark == NULL)
		diag->remarks = remark;
	else
		diag->last_remark->next = remark;
	diag->last_remark = remark;
}

/* A message without what stands in quotes: names differ, and the kind is the same. */
static const char *kind_of(struct diag *diag, const char *message)
{
	char *kind = arena_text(&diag->arena, message, strlen(message));
	char *to = kind;
	bool quoted = false;
	const char *p;

	for (p = message; *p != '\0'; p++) {
		if (*p == '\'')
			quoted = !quoted;
		else if (!quoted)
			*to++ = *p;
	}
	*to = '\0';
	return kind;
}

/* Whether there were enough warnings of the message's kind before it. */
static bool is_one_more(struct diag *diag, const char *message)
{
	const char *name = kind_of(diag, message);
	struct diag_kind *kind = table_get(&diag->kinds, name);

	if (kind == NULL) {
		kind = arena_alloc(&diag->arena, sizeof(*kind));
		table_set(&diag->kinds, name, kind);
		*(diag->last_kind ? &diag->last_kind->next : &diag->first_kind) = kind;
		diag->last_kind = kind;
	}
	if (++kind->count > DIAG_MAX_ALIKE)
		return true;
	kind->last = arena_text(&diag->arena, message, strlen(message));
	return false;
}

/* message: one clean line */
static void report_message(struct diag *diag, enum diag_level level, const struct place *place,
	const char *message)
{
	struct buffer text = BUFFER_EMPTY;
	bool one_more;

	if (level == DIAG_WARNING && diag->strict)
		level = DIAG_ERROR;
	format_head(&text, level, place, message);
	diag->shown = remember(diag, &text) && !(diag->errors_only && level == DIAG_WARNING);
	if (!diag->shown)
		goto done;

	one_more = level == DIAG_WARNING && is_one_more(diag, message);
	diag->kept = level != DIAG_ERROR && !one_more;
	if (diag->kept)
		add_remark(diag, level, place, message);
	if (level == DIAG_WARNING)
		diag->warnings++;
	else if (level == DIAG_ERROR)
		diag->errors++;

	diag->shown = !one_more || diag->verbose;
	if (!diag->shown)
		goto done;
	if (diag->errors > DIAG_MAX_ERRORS) {
		diag->shown = false;
		if (diag->errors > DIAG_MAX_ERRORS + 1 || level != DIAG_ERROR)
			goto done;
		buffer_reset(&text);
		buffer_add_text(&text, "oac: error: too many errors, the rest is not shown\n");
	} else {
		buffer_add_char(&text, '\n');
		if (place->file != NULL)
			add_excerpt(&text, place);
	}
	if (!diag->quiet)
		fwrite(text.text, 1, text.len, stderr);
done:
	buffer_clear(&text);
}

static void report(struct diag *diag, enum diag_level level, const struct place *place,
	const char *format, va_list args)
{
	struct buffer message = BUFFER_EMPTY;

	format_message(&message, format, args);
	report_message(diag, level, place, message.text);
	buffer_clear(&message);
}

static struct place find_node(const struct diag *diag, const struct tree_node *node, bool at_key)
{
	struct place place = { NULL, NULL, 0, 0 };
	const struct source *source = diag->source;
	if (node == NULL || source == NULL || node->file == 0 || node->file >= source->count)
		return place;

	place.file = &source->files[node->file];
	place.path = place.file->path;
	at_key = at_key && node->key_line > 0;
	place.line = at_key ? node->key_line : node->line;
	place.column = at_key ? node->key_column : node->column;
	return place;
}

static const struct source_file *find_file(const struct source *source, const char *path)
{
	for (size_t i = 1; source != NULL && path != NULL && i < source->count; i++) {
		if (strcmp(source->files[i].path, path) == 0)
			return &source->files[i];
	}
	return NULL;
}

void diag_at(struct diag *diag, enum diag_level level, const struct tree_node *node, bool at_key,
	const char *format, ...)
{
	struct place place = find_node(diag, node, at_key);
	va_list args;
	va_start(args, format);
	report(diag, level, &place, format, args);
	va_end(args);
}

void diag_error(struct diag *diag, const struct tree_node *node, const char *format, ...)
{
	struct place place = find_node(diag, node, false);
	va_list args;
	va_start(args, format);
	report(diag, DIAG_ERROR, &place, format, args);
	va_end(args);
}

void diag_warning(struct diag *diag, const struct tree_node *node, const char *format, ...)
{
	struct place place = find_node(diag, node, false);
	va_list args;
	va_start(args, format);
	report(diag, DIAG_WARNING, &place, format, args);
	va_end(args);
}

void diag_place(struct diag *diag, enum diag_level level, const char *file, unsigned line,
	unsigned column, const char *format, ...)
{
	struct place place = { file, find_file(diag->source, file), line, column };
	va_list args;
	va_start(args, format);
	report(diag, level, &place, format, args);
	va_end(args);
}

static void help(struct diag *diag, const char *message)
{
	static const struct place nowhere = { NULL, NULL, 0, 0 };

	if (diag->kept)
		add_remark(diag, DIAG_HELP, &nowhere, message);
	fprintf(stderr, "  %s\n", message);
}

void diag_help(struct diag *diag, const char *format, ...)
{
	if (!diag->shown || diag->quiet)
		return;

	struct buffer message = BUFFER_EMPTY;
	va_list args;
	va_start(args, format);
	format_message(&message, format, args);
	va_end(args);
	help(diag, message.text);
	buffer_clear(&message);
}

void diag_repeat(struct diag *diag, const struct diag_remark *remark)
{
	struct place place = { remark->path, find_file(diag->source, remark->path), remark->line,
		remark->column };

	if (remark->level == DIAG_HELP)
		help(diag, remark->message);
	else
		report_message(diag, remark->level, &place, remark->message);
}

void diag_sum_up(struct diag *diag)
{
	static const struct place nowhere = { NULL, NULL, 0, 0 };
	struct diag_kind *kind;
	bool quiet = diag->quiet;

	diag->quiet |= diag->verbose; /* they were shown; a remark it is all the same */
	for (kind = diag->first_kind; kind != NULL; kind = kind->next) {
		struct buffer message = BUFFER_EMPTY;

		if (kind->count <= DIAG_MAX_ALIKE)
			continue;
		buffer_format(&message, "%u more warnings such as this one, which --verbose shows: %s",
			kind->count - DIAG_MAX_ALIKE, kind->last);
		report_message(diag, DIAG_NOTE, &nowhere, message.text);
		buffer_clear(&message);
	}
	diag->first_kind = diag->last_kind = NULL;
	table_clear(&diag->kinds);
	diag->quiet = quiet;
}

void diag_clear(struct diag *diag)
{
	arena_clear(&diag->arena);
	diag->said = NULL;
	diag->first_kind = diag->last_kind = NULL;
	table_clear(&diag->kinds);
	diag->remarks = diag->last_remark = NULL;
	diag->shown = false;
}

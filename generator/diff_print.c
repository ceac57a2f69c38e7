/* The report in its three formats. */
#include "diff.h"

#include "tree.h"
#include "version.h"

#include <string.h>

enum {
	DIFF_FORMAT_VERSION = 1, /* of the JSON; a new key keeps it */
	TEXT_MAX = 100,          /* bytes of a value in a line for people */
};

static const char *const groups[] = { "breaking", "breaking", "additive", "documentation" };

struct report {
	const struct diff *diff;
	struct buffer *out;
	bool markdown;
};

/* ---- words of the document, in one line that a terminal does not obey ---- */

static bool is_control(const char *text)
{
	unsigned char c = (unsigned char)*text;

	return c < 0x20 || c == 0x7f || (c == 0xc2 && (unsigned char)text[1] < 0xa0);
}

static void add_clean(struct buffer *out, const char *text)
{
	size_t start = out->len;

	for (; *text != '\0'; text++) {
		bool space = *text == '\n' || *text == '\t' || *text == '\r' || *text == ' ';

		if (out->len - start >= TEXT_MAX && ((unsigned char)*text & 0xc0) != 0x80) {
			buffer_add_text(out, "...");
			return;
		}
		if (space && out->len > start && out->text[out->len - 1] == ' ')
			continue;
		buffer_add_char(out, space ? ' ' : is_control(text) ? '?' : *text);
		if (!space && *text == '\xc2' && is_control(text))
			text++;
	}
	while (out->len > start && out->text[out->len - 1] == ' ')
		out->text[--out->len] = '\0';
}

/* In Markdown a span of code, fenced by more backticks than it has. */
static void add_code(const struct report *report, const char *text)
{
	struct buffer clean = BUFFER_EMPTY;
	size_t longest = 0;
	size_t run = 0;
	size_t i;

	buffer_add_text(&clean, "");
	add_clean(&clean, text);
	for (i = 0; i < clean.len; i++) {
		run = clean.text[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	for (i = 0; report->markdown && i <= longest; i++)
		buffer_add_char(report->out, '`');
	if (report->markdown && longest > 0)
		buffer_add_char(report->out, ' ');
	buffer_add(report->out, clean.text, clean.len);
	if (report->markdown && longest > 0)
		buffer_add_char(report->out, ' ');
	for (i = 0; report->markdown && i <= longest; i++)
		buffer_add_char(report->out, '`');
	buffer_clear(&clean);
}

/* ---- places ---- */

struct place {
	const char *file;
	unsigned line;
	unsigned column;
};

/* The member's name rather than what it holds. */
static struct place place_of(const struct diff_document *document, const struct tree_node *node)
{
	struct place place = { document->spec, 1, 1 };

	if (node == NULL || node->file == 0 || node->file >= document->source->count)
		return place;
	place.file = document->source->files[node->file].path;
	place.line = node->key_line > 0 ? node->key_line : node->line;
	place.column = node->key_line > 0 ? node->key_column : node->column;
	return place;
}

static void add_place(const struct report *report, const struct diff_document *document,
	const struct tree_node *node)
{
	struct place place = place_of(document, node);
	struct buffer text = BUFFER_EMPTY;

	buffer_format(&text, "%s:%u:%u", place.file, place.line, place.column);
	add_code(report, text.text);
	buffer_clear(&text);
}

/* ---- lines ---- */

/* "member-type-changed" says "type changed" of the member. */
static void add_phrase(struct buffer *out, const char *kind)
{
	const char *p;

	for (p = strchr(kind, '-') + 1; *p != '\0'; p++)
		buffer_add_char(out, *p == '-' ? ' ' : *p);
}

static void add_values(const struct report *report, const struct diff_change *change)
{
	bool changed = strstr(change->kind, "-changed") != NULL ||
		       (change->before != NULL && change->after != NULL);

	if (change->before == NULL && change->after == NULL)
		return;
	if (strstr(change->kind, "-renamed") != NULL) {
		buffer_add_text(report->out, " to ");
		add_code(report, change->after);
		return;
	}
	buffer_add_text(report->out, ": ");
	if (change->before != NULL)
		add_code(report, change->before);
	else if (changed)
		buffer_add_text(report->out, "none");
	if (changed)
		buffer_add_text(report->out, " -> ");
	if (change->after != NULL)
		add_code(report, change->after);
	else if (changed)
		buffer_add_text(report->out, "none");
}

static void add_line(const struct report *report, const struct diff_change *change)
{
	const struct diff_where *where = &change->where;
	struct buffer *out = report->out;

	buffer_format(out, "%s%s ", report->markdown ? "- " : "  ", where->subject);
	add_code(report, where->name);
	if (where->part != NULL) {
		buffer_format(out, ": %.*s ", (int)strcspn(change->kind, "-"), change->kind);
		add_code(report, where->part);
	}
	buffer_add_char(out, ' ');
	add_phrase(out, change->kind);
	add_values(report, change);
	if (change->note != NULL) {
		buffer_add_text(out, " (");
		add_code(report, change->note);
		buffer_add_char(out, ')');
	}
	if (change->effect == DIFF_RUN)
		buffer_add_text(out, " [at run time]");
	buffer_add_text(out, report->markdown ? " (" : "\n      ");
	add_place(report, &report->diff->old, where->old_place);
	buffer_add_text(out, " -> ");
	add_place(report, &report->diff->new, where->new_place);
	buffer_add_text(out, report->markdown ? ")\n" : "\n");
}

static size_t count_group(const struct diff *diff, const char *group)
{
	size_t count = 0;
	size_t effect;

	for (effect = 0; effect < sizeof(groups) / sizeof(groups[0]); effect++)
		count += strcmp(groups[effect], group) == 0 ? diff->counts[effect] : 0;
	return count;
}

static void print_group(const struct report *report, const char *group, const char *title)
{
	const struct diff_change *change;
	size_t count = count_group(report->diff, group);

	if (count == 0)
		return;
	if (report->markdown)
		buffer_format(report->out, "\n### %s\n\n", title);
	else
		buffer_format(report->out, "%s: %zu\n", group, count);
	for (change = report->diff->changes; change != NULL; change = change->next) {
		if (strcmp(groups[change->effect], group) == 0)
			add_line(report, change);
	}
}

static void print_lines(const struct diff *diff, bool markdown, struct buffer *out)
{
	const struct report report = { diff, out, markdown };

	if (markdown) {
		buffer_add_text(out, "## From ");
		add_code(&report, diff->old.spec);
		buffer_add_text(out, " to ");
		add_code(&report, diff->new.spec);
		buffer_add_text(out, "\n");
	}
	if (diff->changes == NULL)
		buffer_add_text(out, markdown ? "\nNothing changed for C callers.\n"
					      : "nothing changed for C callers\n");
	print_group(&report, "breaking", "Breaking");
	print_group(&report, "additive", "Added");
	print_group(&report, "documentation", "Documentation");
}

/* ---- JSON ---- */

static void set_place(struct arena *arena, struct tree_node *map, const char *key,
	const struct diff_document *document, const struct tree_node *node)
{
	struct place place = place_of(document, node);
	struct tree_node *item = tree_set_map(arena, map, key);

	tree_set(arena, item, "file", place.file);
	tree_set_number(arena, item, "line", place.line);
	tree_set_number(arena, item, "column", place.column);
}

static void set_text(struct arena *arena, struct tree_node *map, const char *key, const char *text)
{
	if (text != NULL)
		tree_set(arena, map, key, text);
	else
		tree_set_node(map, key, tree_new(arena, TREE_NULL));
}

static struct tree_node *change_tree(
	struct arena *arena, const struct diff *diff, const struct diff_change *change)
{
	static const char *const breaks[] = { "compile", "run", NULL, NULL };
	struct tree_node *item = tree_new(arena, TREE_MAP);

	tree_set(arena, item, "class", groups[change->effect]);
	set_text(arena, item, "breaks", breaks[change->effect]);
	tree_set(arena, item, "kind", change->kind);
	tree_set(arena, item, "subject", change->where.subject);
	tree_set(arena, item, "name", change->where.name);
	set_text(arena, item, "part", change->where.part);
	set_text(arena, item, "before", change->before);
	set_text(arena, item, "after", change->after);
	set_text(arena, item, "note", change->note);
	set_place(arena, item, "old", &diff->old, change->where.old_place);
	set_place(arena, item, "new", &diff->new, change->where.new_place);
	return item;
}

static void print_json(const struct diff *diff, struct buffer *out)
{
	struct arena arena = ARENA_EMPTY;
	struct tree_node *root = tree_new(&arena, TREE_MAP);
	struct tree_node *list;
	const struct diff_change *change;

	tree_set_number(&arena, root, "version", DIFF_FORMAT_VERSION);
	tree_set(&arena, root, "oac", OAC_VERSION);
	tree_set(&arena, root, "old", diff->old.spec);
	tree_set(&arena, root, "new", diff->new.spec);
	tree_set_number(&arena, root, "breaking", (int64_t)count_group(diff, "breaking"));
	tree_set_number(&arena, root, "additive", (int64_t)count_group(diff, "additive"));
	tree_set_number(&arena, root, "documentation", (int64_t)count_group(diff, "documentation"));
	list = tree_set_list(&arena, root, "changes");
	for (change = diff->changes; change != NULL; change = change->next)
		tree_add(list, change_tree(&arena, diff, change));
	tree_print(root, out);
	buffer_add_char(out, '\n');
	arena_clear(&arena);
}

void diff_print(const struct diff *diff, enum diff_format format, struct buffer *out)
{
	buffer_add_text(out, "");
	if (format == DIFF_JSON)
		print_json(diff, out);
	else
		print_lines(diff, format == DIFF_MARKDOWN, out);
}

#include "init.h"

#include "names.h"

#include <string.h>

/* ---- YAML ---- */

/* A scalar that means itself to every reader of YAML, else in double quotes. */
static void add_scalar(struct buffer *out, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-";
	static const char *const words[] = { "true", "false", "null", "yes", "no", "on", "off", "y", "n" };
	bool quoted = text[0] == '\0' || text[strspn(text, plain)] != '\0' ||
		strchr("0123456789.-", text[0]) != NULL;
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		quoted |= strcmp(text, words[i]) == 0;
	if (!quoted) {
		buffer_add_text(out, text);
		return;
	}
	buffer_add_char(out, '"');
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (c < ' ' || c == 0x7f)
			buffer_format(out, "\\x%02x", c);
		else if (c == '"' || c == '\\')
			buffer_format(out, "\\%c", c);
		else
			buffer_add_char(out, (char)c);
	}
	buffer_add_char(out, '"');
}

/* Text of the document within a comment: one line. */
static void add_comment_text(struct buffer *out, const char *text)
{
	for (; text != NULL && *text != '\0' && *text != '\n'; text++)
		buffer_add_char(out, (unsigned char)*text < ' ' ? ' ' : *text);
}

/* ---- names ---- */

struct segment {
	const char *text;
	size_t len;
	bool parameter;
};

enum {
	SEGMENTS_MAX = 32, /* longer paths keep the document's names */
};

static size_t split_path(const char *path, struct segment *segments)
{
	size_t count = 0;

	while (*path != '\0' && count < SEGMENTS_MAX) {
		size_t len;

		path += *path == '/';
		len = strcspn(path, "/");
		if (len > 0)
			segments[count++] =
				(struct segment){ path, len, memchr(path, '{', len) != NULL };
		path += len;
	}
	return *path == '\0' ? count : 0;
}

static const char *verb_of(const struct openapi_operation *source, bool item)
{
	if (strcmp(source->method, "GET") == 0)
		return item ? "retrieve" : "list";
	if (strcmp(source->method, "POST") == 0)
		return item ? "update" : "create";
	if (strcmp(source->method, "PUT") == 0)
		return item ? "replace" : "replace_all";
	if (strcmp(source->method, "PATCH") == 0)
		return "update";
	return strcmp(source->method, "DELETE") == 0 ? "delete" : NULL;
}

/* Whether things are kept at the path: they can be listed, or one of them be addressed. */
static bool is_collection(const struct model *model, const char *path)
{
	size_t len = strlen(path);
	unsigned i;

	for (i = 0; i < model->operation_count; i++) {
		const struct openapi_operation *source = model->operations[i].source;

		if (strncmp(source->path, path, len) == 0 &&
			(strncmp(source->path + len, "/{", 2) == 0 ||
				(source->path[len] == '\0' && strcmp(source->method, "GET") == 0)))
			return true;
	}
	return false;
}

/*
 * "runs.cancel" for POST /threads/{thread_id}/runs/{run_id}/cancel, where nothing is kept: it is
 * something that is done to the resource before it. NULL: no guess.
 */
static const char *guess_name(const struct model *model, const struct openapi_operation *source)
{
	struct arena *arena = model->arena;
	struct segment segments[SEGMENTS_MAX];
	size_t count = split_path(source->path, segments);
	const struct segment *last = count > 0 ? &segments[count - 1] : NULL;
	const struct segment *resource = last;
	const char *verb;

	if (last == NULL || (last->parameter && count < 2))
		return NULL;
	if (last->parameter) {
		resource = last - 1;
		verb = verb_of(source, true);
	} else if (count >= 2 && strcmp(source->method, "POST") == 0 &&
		!is_collection(model, source->path)) {
		resource = last - 1;
		if (resource->parameter && count >= 3)
			resource--;
		verb = names_snake(arena, arena_text(arena, last->text, last->len), false);
	} else {
		verb = verb_of(source, false);
	}
	if (resource->parameter || verb == NULL)
		return NULL;
	return arena_format(arena, "%s.%s",
		names_snake(arena, arena_text(arena, resource->text, resource->len), false), verb);
}

static void add_operations(const struct model *model, struct buffer *out)
{
	struct table seen = TABLE_EMPTY;
	unsigned i;

	buffer_add_text(out,
		"# operationId: resource.verb, which makes a function <prefix>_<resource>_<verb> in the header of the\n"
		"# resource. Guessed from the paths; those in a comment were the second of their name.\n"
		"operations:\n");
	for (i = 0; i < model->operation_count; i++) {
		const struct openapi_operation *source = model->operations[i].source;
		const char *name = guess_name(model, source);
		bool first = name != NULL && table_get(&seen, name) == NULL;

		if (name != NULL && first)
			table_set(&seen, name, &seen);
		buffer_add_text(out, first ? "  " : "  # ");
		add_scalar(out, source->id);
		buffer_add_text(out, ": ");
		add_scalar(out, name != NULL ? name : model->operations[i].table);
		buffer_format(out, "  # %s ", source->method);
		add_comment_text(out, source->path);
		buffer_add_char(out, '\n');
	}
	table_clear(&seen);
	buffer_add_char(out, '\n');
}

/* ---- selection ---- */

static void add_selection(const struct model *model, struct buffer *out)
{
	unsigned i;

	buffer_format(out,
		"# Everything is generated, %u operations. To have less, name what is wanted; the types that\n"
		"# it reaches come along.\n"
		"#select:\n"
		"#  tags:\n",
		model->operation_count);
	for (i = 1; i < model->group_count; i++) {
		const char *tag = NULL;
		unsigned count = 0;
		unsigned k;

		for (k = 0; k < model->operation_count; k++) {
			if (model->operations[k].group == i) {
				tag = model->operations[k].source->tag;
				count++;
			}
		}
		if (tag == NULL)
			continue;
		buffer_add_text(out, "#    - ");
		add_scalar(out, tag);
		buffer_format(out, "  # %u operation%s\n", count, count == 1 ? "" : "s");
	}
	buffer_add_text(out, "#  paths: ['/things*']  # * stands for any text\n"
			     "#  operations: [getThing]\n\n");
}

/* ---- pages ---- */

static const struct model_member *member_named(
	const struct model_type *type, const char *const *names, size_t count)
{
	size_t n;
	unsigned i;

	for (n = 0; type != NULL && type->kind == TYPE_OBJECT && n < count; n++) {
		for (i = 0; i < type->member_count; i++) {
			if (strcmp(type->members[i].wire, names[n]) == 0)
				return &type->members[i];
		}
	}
	return NULL;
}

#define MEMBER(type, list) member_named((type), (list), sizeof(list) / sizeof((list)[0]))

struct page {
	const char *items;
	const char *more;
	const char *cursor;
};

/* A list of objects with string ids, whether there are more, and a cursor that is such an id. */
static bool find_page(const struct model_operation *operation, struct page *page)
{
	static const char *const cursors[] = { "after", "starting_after", "start_after", "cursor" };
	static const char *const mores[] = { "has_more", "hasMore", "more" };
	static const char *const ids[] = { "id" };
	const struct model_member *cursor = MEMBER(operation->request, cursors);
	const struct model_member *more = MEMBER(operation->response, mores);
	unsigned i;

	if (cursor == NULL || cursor->type->kind != TYPE_STRING || more == NULL ||
		more->type->kind != TYPE_BOOL)
		return false;
	for (i = 0; i < operation->response->member_count; i++) {
		const struct model_member *member = &operation->response->members[i];
		const struct model_member *id;

		if (member->type->kind != TYPE_LIST || member->type->item->kind != TYPE_OBJECT)
			continue;
		id = MEMBER(member->type->item, ids);
		if (id != NULL && id->type->kind == TYPE_STRING) {
			*page = (struct page){ member->wire, more->wire, cursor->wire };
			return true;
		}
	}
	return false;
}

static bool is_same_page(const struct page *a, const struct page *b)
{
	return strcmp(a->items, b->items) == 0 && strcmp(a->more, b->more) == 0 &&
		strcmp(a->cursor, b->cursor) == 0;
}

/* All operations that page like the one at index, which is the first of them. */
static void add_page(
	const struct model *model, unsigned index, const struct page *page, struct buffer *out)
{
	struct page other;
	unsigned i;

	buffer_add_text(out, "  - items: ");
	add_scalar(out, page->items);
	buffer_add_text(out, "\n    more: ");
	add_scalar(out, page->more);
	buffer_add_text(out, "\n    cursor: ");
	add_scalar(out, page->cursor);
	buffer_add_text(out, "\n    id: id\n    operations:\n");
	for (i = index; i < model->operation_count; i++) {
		if (!find_page(&model->operations[i], &other) || !is_same_page(page, &other))
			continue;
		buffer_add_text(out, "      - ");
		add_scalar(out, model->operations[i].source->id);
		buffer_add_char(out, '\n');
	}
}

static void add_pagination(const struct model *model, struct buffer *out)
{
	struct page page;
	struct page other;
	bool any = false;
	unsigned i;
	unsigned k;

	for (i = 0; i < model->operation_count; i++) {
		if (!find_page(&model->operations[i], &page))
			continue;
		for (k = 0; k < i; k++) {
			if (find_page(&model->operations[k], &other) && is_same_page(&page, &other))
				break;
		}
		if (k < i)
			continue;
		if (!any)
			buffer_add_text(out,
				"# Lists that come in pages: each gets a function <name>_each over all items of all pages.\n"
				"pagination:\n");
		any = true;
		add_page(model, i, &page, out);
	}
	if (!any)
		buffer_add_text(out, "# Lists that come in pages; none was recognised.\n"
				     "#pagination:\n"
				     "#  - items: data        # the answer's list\n"
				     "#    more: has_more     # its boolean: are there more?\n"
				     "#    cursor: after      # the request's cursor, the id of the last item seen\n"
				     "#    id: id\n"
				     "#    operations: [listThings]\n");
	buffer_add_char(out, '\n');
}

/* ---- streams ---- */

static void add_streams(const struct model *model, struct buffer *out)
{
	size_t prefix = strlen(model->config->prefix) + 1;
	bool any = false;
	unsigned i;

	for (i = 0; i < model->operation_count; i++) {
		const struct model_operation *operation = &model->operations[i];

		if (operation->stream == NULL)
			continue;
		if (!any)
			buffer_add_text(out,
				"# Answered with a stream of events: what the function for that is called, if not <name>_stream.\n"
				"#streams:\n");
		any = true;
		buffer_add_text(out, "#  ");
		add_scalar(out, operation->source->id);
		buffer_add_text(out, ": ");
		add_scalar(out, operation->stream->function + prefix);
		buffer_add_char(out, '\n');
	}
	if (any)
		buffer_add_char(out, '\n');
}

/* ---- the whole ---- */

void init_write(const struct model *model, const char *spec, struct buffer *out)
{
	const char *name = model->config->name;
	char *upper = names_raise(
		arena_text(model->arena, model->config->prefix, strlen(model->config->prefix)));
	size_t len = strlen(upper);

	/* MUSEUM_API_KEY, not MUSEUM_API_API_KEY */
	if (len > 4 && strcmp(upper + len - 4, "_API") == 0)
		upper[len - 4] = '\0';

	buffer_add_text(out, "# How C names things in ");
	add_comment_text(out, model->openapi->title != NULL ? model->openapi->title : name);
	buffer_add_text(out, ", and what its document does not say.\n#   oac generate ");
	add_comment_text(out, strcmp(spec, "-") == 0 ? "SPEC" : spec);
	buffer_add_text(out, " --config THIS_FILE --out DIR\n\n");
	buffer_format(
		out, "# Of the files, %s.h and so on, and of every public name.\nname: ", name);
	add_scalar(out, name);
	buffer_add_text(out, "\nprefix: ");
	add_scalar(out, model->config->prefix);
	buffer_add_text(out, "\n\n");
	add_selection(model, out);
	add_operations(model, out);
	buffer_add_text(out,
		"# Schema, or a place below one: its C name without the prefix. [] stands for an item, {} for a map's\n"
		"# value, * for any text. Without an entry a schema keeps the document's name.\n"
		"#types:\n"
		"#  ThingObject: thing\n"
		"#  \"ThingObject.parts[]\": thing_part\n\n");
	add_streams(model, out);
	add_pagination(model, out);
	buffer_format(out,
		"# Read by %s_client_new where the program does not say otherwise.\nenvironment:\n",
		model->config->prefix);
	if (model->key_scheme != NULL)
		buffer_format(out, "  api_key: %s_API_KEY\n", upper);
	buffer_format(out, "  base_url: %s_BASE_URL\n\n", upper);
	buffer_add_text(out, "# Sent with every request.\n"
			     "#headers:\n"
			     "#  X-Example: value\n");
}

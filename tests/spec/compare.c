/*
 * compare.c: documents, plain values, and the list of what differs.
 */
#include "compare.h"

#include "buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void begin_document(struct document *document)
{
	memset(document, 0, sizeof(*document));
	source_init(&document->source, &document->diag);
	document->diag.source = &document->source;
}

static void finish_document(struct document *document, const struct source_file *file)
{
	assert_non_null(file);
	assert_non_null(file->root);
	reference_init(&document->reference, &document->source, file);
	document->root = file->root;
}

void document_read(struct document *document, const char *path)
{
	begin_document(document);
	finish_document(document, source_read(&document->source, path));
}

void document_parse(struct document *document, const char *name, const char *text)
{
	begin_document(document);
	finish_document(document, source_text(&document->source, name, text, strlen(text)));
}

struct tree_node *document_resolve(struct document *document, struct tree_node *node)
{
	struct tree_node *target = reference_resolve(&document->reference, node, NULL);

	assert_non_null(target);
	return target;
}

struct tree_node *document_component(
	const struct document *document, const char *section, const char *name)
{
	const struct tree_node *components = tree_get(document->root, "components");

	return tree_get(tree_get(components, section), name);
}

void document_clear(struct document *document)
{
	reference_clear(&document->reference);
	source_clear(&document->source);
	diag_clear(&document->diag);
}

void comparison_init(struct comparison *c, struct document *ours, struct document *vendors)
{
	memset(c, 0, sizeof(*c));
	c->ours = ours;
	c->vendors = vendors;
	c->found = tree_new(&c->arena, TREE_MAP);
	c->pairs = tree_new(&c->arena, TREE_MAP);
	c->reached = tree_new(&c->arena, TREE_MAP);
}

void comparison_clear(struct comparison *c)
{
	arena_clear(&c->arena);
}

void differ(struct comparison *c, const char *place, const char *fact, const char *ours,
	const char *vendors)
{
	const char *where = fact ? arena_format(&c->arena, "%s/%s", place, fact) : place;

	if (!tree_get(c->found, where))
		tree_set(&c->arena, c->found, where,
			arena_format(&c->arena, "ours %s, the vendor's %s", ours, vendors));
}

bool means_null(const struct tree_node *value)
{
	return tree_is(value, TREE_NULL) ||
	       (tree_is(value, TREE_STRING) && strcmp(value->text, "null") == 0);
}

const char *value_text(struct comparison *c, const struct tree_node *value)
{
	struct buffer text = BUFFER_EMPTY;
	const struct tree_node *item;
	const char *result;

	if (!value)
		return "nothing";
	if (tree_is(value, TREE_MAP))
		return "an object";
	if (!tree_is(value, TREE_LIST))
		return tree_is(value, TREE_NULL) ? "null" : value->text;
	buffer_add_text(&text, "[");
	for (item = value->first; item; item = item->next) {
		if (means_null(item))
			continue;
		if (text.len > 1)
			buffer_add_text(&text, ", ");
		buffer_add_text(&text, value_text(c, item));
	}
	buffer_add_text(&text, "]");
	result = arena_text(&c->arena, text.text, text.len);
	buffer_clear(&text);
	return result;
}

static bool same_value(const struct tree_node *a, const struct tree_node *b)
{
	return a && b ? tree_equal(a, b) : a == b;
}

void compare_value(struct comparison *c, const char *place, const char *fact,
	const struct tree_node *ours, const struct tree_node *vendors)
{
	if (!same_value(ours, vendors))
		differ(c, place, fact, value_text(c, ours), value_text(c, vendors));
}

void compare_text(struct comparison *c, const char *place, const char *fact, const char *ours,
	const char *vendors)
{
	ours = ours ? ours : "nothing";
	vendors = vendors ? vendors : "nothing";
	if (strcmp(ours, vendors) != 0)
		differ(c, place, fact, ours, vendors);
}

void compare_flag(
	struct comparison *c, const char *place, const char *fact, bool ours, bool vendors)
{
	if (ours != vendors)
		differ(c, place, fact, ours ? "yes" : "no", vendors ? "yes" : "no");
}

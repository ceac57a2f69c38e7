#include "source_parse.h"

#include <yaml.h>

#include <stdlib.h>
#include <string.h>

#define TAG_CORE "tag:yaml.org,2002:"

struct anchor {
	struct tree_node entry; /* in the map of anchors, by name */
	struct tree_node *node;
	size_t nodes;    /* that it stands for */
	unsigned height; /* of lists and maps below it */
	bool open;       /* its end has not been read */
};

/* A list or map that is being read. */
struct frame {
	struct tree_node *node;
	struct anchor *anchor;
	struct tree_node *merge; /* the value of <<, or NULL */
	size_t nodes_before;
	unsigned height;

	/* of a map: the key that waits for its value */
	bool key_read;
	bool key_merges;
	const char *key;
	size_t key_len;
	unsigned key_line;
	unsigned key_column;
};

struct reader {
	struct source *source;
	struct source_failure *failure;
	yaml_parser_t parser;
	struct source_locator locator;
	struct arena arena;
	struct tree_node *anchors;
	struct tree_node *root;
	unsigned documents;
	uint16_t file;
	unsigned depth;
	struct frame stack[SOURCE_MAX_DEPTH];
};

static struct source_place locate_event(struct reader *reader, const yaml_event_t *event)
{
	return source_locate(&reader->locator, event->start_mark.index);
}

static bool fail(struct reader *reader, size_t offset, const char *message)
{
	source_fail(reader->failure, offset, "%s", message);
	return false;
}

static bool fail_parser(struct reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	const char *problem = parser->problem != NULL ? parser->problem : "this is no YAML";
	if (parser->error == YAML_MEMORY_ERROR)
		arena_exhausted();
	if (parser->error == YAML_READER_ERROR) {
		source_fail(reader->failure, parser->problem_offset, "%s", problem);
		return false;
	}

	struct source_place place = source_locate(&reader->locator, parser->problem_mark.index);
	if (reader->locator.text[place.offset] == '\t')
		problem = "found a tab where YAML wants blanks";
	if (parser->context == NULL) {
		source_fail(reader->failure, place.offset, "%s", problem);
		return false;
	}
	struct source_place context = source_locate(&reader->locator, parser->context_mark.index);
	if (context.line == place.line)
		source_fail(reader->failure, place.offset, "%s (%s)", problem, parser->context);
	else
		source_fail(reader->failure, place.offset, "%s (%s that begins on line %u)",
			problem, parser->context, context.line);
	return false;
}

/* The short name of a core tag ("str"), or NULL with a warning for any other. */
static const char *core_tag(struct reader *reader, const struct tree_node *node, const char *tag)
{
	static const char *const known[] = { "str", "int", "float", "bool", "null", "map", "seq" };

	if (strcmp(tag, "!") == 0)
		return node->kind == TREE_MAP ? "map" : node->kind == TREE_LIST ? "seq" : "str";
	if (strncmp(tag, TAG_CORE, strlen(TAG_CORE)) == 0) {
		for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
			if (strcmp(tag + strlen(TAG_CORE), known[i]) == 0)
				return known[i];
		}
	}
	diag_warning(reader->source->diag, node, "unknown tag '%s' is ignored", tag);
	return NULL;
}

static void resolve_scalar(struct reader *reader, struct tree_node *node, const yaml_event_t *event)
{
	bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	const char *tag = (const char *)event->data.scalar.tag;
	bool integer;
	enum tree_kind kind = source_resolve_plain(node->text, node->len, &integer);
	if (!plain)
		node->kind = TREE_STRING;
	else
		node->kind = (uint8_t)kind;

	if (tag != NULL)
		tag = core_tag(reader, node, tag);
	if (tag != NULL) {
		bool fits = true;
		node->kind = TREE_STRING;
		if (strcmp(tag, "int") == 0)
			fits = kind == TREE_NUMBER && integer;
		else if (strcmp(tag, "float") == 0)
			fits = kind == TREE_NUMBER;
		else if (strcmp(tag, "bool") == 0)
			fits = kind == TREE_BOOL;
		else if (strcmp(tag, "null") == 0)
			fits = kind == TREE_NULL;
		else if (strcmp(tag, "str") != 0)
			fits = false;
		if (!fits)
			diag_error(reader->source->diag, node, "'%s' does not fit its tag !!%s",
				node->text, tag);
		else if (strcmp(tag, "str") != 0)
			node->kind = (uint8_t)kind;
	}

	node->integer = node->kind == TREE_NUMBER && integer;
	if (node->kind == TREE_BOOL)
		node->text = *node->text == 't' || *node->text == 'T' ? "true" : "false";
}

/* Gives a value to whatever waits for one. */
static void attach(struct reader *reader, struct tree_node *node)
{
	if (reader->depth == 0) {
		reader->root = node;
		return;
	}
	struct frame *top = &reader->stack[reader->depth - 1];
	if (top->node->kind == TREE_LIST) {
		tree_add(top->node, node);
		return;
	}
	node->key = top->key;
	node->key_len = (uint32_t)top->key_len;
	node->key_line = top->key_line;
	node->key_column = top->key_column;
	top->key_read = false;
	if (source_member(reader->source, top->node, node) && top->key_merges)
		top->merge = node;
}

static bool wants_key(const struct reader *reader)
{
	if (reader->depth == 0)
		return false;
	const struct frame *top = &reader->stack[reader->depth - 1];
	return top->node->kind == TREE_MAP && !top->key_read;
}

static void take_key(
	struct reader *reader, const char *text, size_t len, struct source_place place, bool plain)
{
	struct frame *top = &reader->stack[reader->depth - 1];
	top->key = arena_text(&reader->source->arena, text, len);
	top->key_len = len;
	top->key_line = place.line;
	top->key_column = place.column;
	top->key_read = true;
	top->key_merges = plain && len == 2 && memcmp(text, "<<", 2) == 0;
}

static bool add_node(struct reader *reader, enum tree_kind kind, struct source_place place,
	struct tree_node **node)
{
	struct source *source = reader->source;
	*node = source_node(source, kind, reader->file, place.line, place.column);
	if (source->nodes > SOURCE_MAX_NODES)
		return fail(reader, place.offset, "the documents hold too many values");
	return true;
}

/* name NULL: no anchor. An anchor of a name that was used before takes its place. */
static struct anchor *set_anchor(
	struct reader *reader, const yaml_char_t *name, struct tree_node *node, bool open)
{
	if (name == NULL)
		return NULL;
	size_t len = strlen((const char *)name);
	struct anchor *anchor =
		(struct anchor *)tree_get_n(reader->anchors, (const char *)name, len);
	if (anchor == NULL) {
		anchor = arena_alloc(&reader->arena, sizeof(*anchor));
		anchor->entry.key = arena_text(&reader->arena, (const char *)name, len);
		anchor->entry.key_len = (uint32_t)len;
		tree_insert(&reader->arena, reader->anchors, &anchor->entry);
	}
	anchor->node = node;
	anchor->nodes = 1;
	anchor->height = 0;
	anchor->open = open;
	return anchor;
}

static bool on_scalar(struct reader *reader, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t len = event->data.scalar.length;
	struct source_place place = locate_event(reader, event);
	struct tree_node *node;

	if (wants_key(reader)) {
		take_key(reader, text, len, place,
			event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE);
		if (event->data.scalar.anchor == NULL)
			return true;
		if (!add_node(reader, TREE_STRING, place, &node))
			return false;
		node->text = reader->stack[reader->depth - 1].key;
		node->len = (uint32_t)len;
		set_anchor(reader, event->data.scalar.anchor, node, false);
		return true;
	}

	if (!add_node(reader, TREE_STRING, place, &node))
		return false;
	node->text = arena_text(&reader->source->arena, text, len);
	node->len = (uint32_t)len;
	resolve_scalar(reader, node, event);
	set_anchor(reader, event->data.scalar.anchor, node, false);
	attach(reader, node);
	return true;
}

static bool on_alias(struct reader *reader, const yaml_event_t *event)
{
	struct source *source = reader->source;
	const char *name = (const char *)event->data.alias.anchor;
	struct source_place place = locate_event(reader, event);
	struct anchor *anchor = (struct anchor *)tree_get(reader->anchors, name);
	if (anchor == NULL || anchor->open) {
		source_fail(reader->failure, place.offset,
			anchor == NULL ? "no anchor '&%s' comes before this alias"
				       : "alias '*%s' is inside its own anchor",
			name);
		return false;
	}
	if (wants_key(reader)) {
		if (anchor->node->kind == TREE_LIST || anchor->node->kind == TREE_MAP)
			return fail(reader, place.offset, "a key must be a scalar");
		take_key(reader, anchor->node->text, anchor->node->len, place, false);
		return true;
	}

	if (anchor->nodes > SOURCE_MAX_NODES - source->nodes)
		return fail(reader, place.offset, "the aliases stand for too many values");
	if (reader->depth + anchor->height > SOURCE_MAX_DEPTH)
		return fail(reader, place.offset, "nested too deeply by aliases");

	struct tree_node *copy;
	if (!add_node(reader, TREE_NULL, place, &copy))
		return false;
	source->nodes += anchor->nodes - 1;
	source->aliased = true;
	copy->kind = anchor->node->kind;
	copy->integer = anchor->node->integer;
	copy->text = anchor->node->text;
	copy->len = anchor->node->len;
	copy->count = anchor->node->count;
	copy->first = anchor->node->first;
	copy->last = anchor->node->last;
	copy->index = anchor->node->index;
	if (reader->depth > 0) {
		struct frame *top = &reader->stack[reader->depth - 1];
		if (top->height < anchor->height)
			top->height = anchor->height;
	}
	attach(reader, copy);
	return true;
}

static bool on_start(struct reader *reader, const yaml_event_t *event, enum tree_kind kind,
	const yaml_char_t *anchor, const yaml_char_t *tag)
{
	struct source_place place = locate_event(reader, event);
	if (wants_key(reader))
		return fail(reader, place.offset, "a key must be a scalar");
	if (reader->depth == SOURCE_MAX_DEPTH)
		return fail(reader, place.offset, "nested too deeply");

	size_t nodes_before = reader->source->nodes;
	struct tree_node *node;
	if (!add_node(reader, kind, place, &node))
		return false;
	const char *name = tag != NULL ? core_tag(reader, node, (const char *)tag) : NULL;
	if (name != NULL && strcmp(name, kind == TREE_MAP ? "map" : "seq") != 0)
		diag_error(reader->source->diag, node, "a %s does not fit its tag !!%s",
			kind == TREE_MAP ? "map" : "list", name);
	attach(reader, node);

	reader->stack[reader->depth++] = (struct frame){
		.node = node,
		.anchor = set_anchor(reader, anchor, node, true),
		.nodes_before = nodes_before,
	};
	return true;
}

static void merge_map(struct reader *reader, struct tree_node *map, struct tree_node *merge,
	const struct tree_node *from)
{
	if (from->kind != TREE_MAP) {
		diag_at(reader->source->diag, DIAG_ERROR, merge, true,
			"'<<' needs a map or a list of maps");
		return;
	}
	for (const struct tree_node *member = from->first; member != NULL; member = member->next) {
		if (tree_get_n(map, member->key, member->key_len) != NULL)
			continue;
		struct tree_node *copy = arena_alloc(&reader->source->arena, sizeof(*copy));
		*copy = *member;
		tree_insert(&reader->source->arena, map, copy);
	}
}

/* The map's own members win, then the earlier of several merged maps. */
static void merge_members(struct reader *reader, struct tree_node *map, struct tree_node *merge)
{
	tree_remove(map, merge);
	if (merge->kind != TREE_LIST) {
		merge_map(reader, map, merge, merge);
		return;
	}
	for (const struct tree_node *from = merge->first; from != NULL; from = from->next)
		merge_map(reader, map, merge, from);
}

static void on_end(struct reader *reader)
{
	struct frame *top = &reader->stack[--reader->depth];
	if (top->merge != NULL)
		merge_members(reader, top->node, top->merge);
	if (top->anchor != NULL && top->anchor->node == top->node) {
		top->anchor->open = false;
		top->anchor->nodes = reader->source->nodes - top->nodes_before;
		top->anchor->height = top->height + 1;
	}
	if (reader->depth > 0) {
		struct frame *outer = &reader->stack[reader->depth - 1];
		if (outer->height < top->height + 1)
			outer->height = top->height + 1;
	}
}

static bool on_event(struct reader *reader, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (reader->documents++ == 0)
			return true;
		return fail(reader, locate_event(reader, event).offset,
			"a second document begins here, only one is allowed");
	case YAML_SCALAR_EVENT:
		return on_scalar(reader, event);
	case YAML_ALIAS_EVENT:
		return on_alias(reader, event);
	case YAML_SEQUENCE_START_EVENT:
		return on_start(reader, event, TREE_LIST, event->data.sequence_start.anchor,
			event->data.sequence_start.tag);
	case YAML_MAPPING_START_EVENT:
		return on_start(reader, event, TREE_MAP, event->data.mapping_start.anchor,
			event->data.mapping_start.tag);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		on_end(reader);
		return true;
	default:
		return true;
	}
}

static bool read_events(struct reader *reader)
{
	bool more = true;
	while (more) {
		yaml_event_t event;
		if (yaml_parser_parse(&reader->parser, &event) == 0)
			return fail_parser(reader);
		bool fine = on_event(reader, &event);
		more = event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
		if (!fine)
			return false;
	}
	if (reader->root == NULL || (reader->root->kind == TREE_NULL && reader->root->len == 0))
		return fail(reader, 0, "the document is empty");
	return true;
}

struct tree_node *source_parse_yaml(
	struct source *source, uint16_t file, struct source_failure *failure)
{
	const char *text = source->files[file].text;
	size_t len = source->files[file].len;
	struct reader *reader = calloc(1, sizeof(*reader));
	if (reader == NULL || yaml_parser_initialize(&reader->parser) == 0)
		arena_exhausted();

	reader->source = source;
	reader->failure = failure;
	reader->file = file;
	source_locate_start(&reader->locator, text, len);
	reader->anchors = tree_new(&reader->arena, TREE_MAP);
	yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&reader->parser, (const unsigned char *)text, len);

	struct tree_node *root = read_events(reader) ? reader->root : NULL;

	yaml_parser_delete(&reader->parser);
	arena_clear(&reader->arena);
	free(reader);
	return root;
}

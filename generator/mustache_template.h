/*
 * mustache_template.h: a template on its way: mustache_scan.c finds its tags,
 * mustache_parse.c makes operations of them, mustache_render.c runs these.
 *
 * Whitespace is settled while parsing: lines that hold a tag and nothing else
 * are gone, and the body of a block has lost the indentation that its lines
 * share. The renderer puts back the indentation of the place where the body
 * ends up, at each text that begins a line.
 */
#ifndef OAC_MUSTACHE_TEMPLATE_H
#define OAC_MUSTACHE_TEMPLATE_H

#include "arena.h"
#include "diag.h"
#include "tree.h"

enum mustache_kind {
	MUSTACHE_TEXT,
	MUSTACHE_VALUE,
	MUSTACHE_SECTION,
	MUSTACHE_INVERTED,
	MUSTACHE_PARTIAL,
	MUSTACHE_PARENT, /* holds nothing but blocks: what it overrides */
	MUSTACHE_BLOCK,
};

/* A run of text in the template. */
struct mustache_piece {
	const char *text;
	size_t len;
};

struct mustache_name {
	struct mustache_piece *parts; /* a dotted name, split; none for "." */
	size_t count;
};

struct mustache_template;

/* Children follow their operation, up to end. */
struct mustache_op {
	uint8_t kind;
	bool begins_line; /* text: its first byte begins a line of the template */
	bool alone; /* partial, parent, block: the tag has its line to itself */
	bool escape; /* value: for HTML */
	bool dynamic; /* partial, parent: name gives the name */
	bool loaded; /* partial, parent: target is set, NULL if there is no such template */
	uint32_t end; /* index of the operation after this one and its children */
	struct mustache_piece text; /* text; else the tag's name as written */
	struct mustache_piece indent; /* partial, parent, block: before each line */
	struct mustache_name name; /* value, section, inverted; dynamic partial and parent */
	struct mustache_template *target;
};

struct mustache_template {
	struct tree_node entry; /* in the set's map, by name */
	const char *file;
	const char *text;
	size_t len;
	struct mustache_op *ops;
	uint32_t count;
	bool broken; /* it could not be parsed, which was reported */
};

enum mustache_tag_kind {
	MUSTACHE_TAG_VALUE,
	MUSTACHE_TAG_RAW, /* a value that is not escaped */
	MUSTACHE_TAG_SECTION,
	MUSTACHE_TAG_INVERTED,
	MUSTACHE_TAG_PARTIAL,
	MUSTACHE_TAG_PARENT,
	MUSTACHE_TAG_BLOCK,
	MUSTACHE_TAG_END,
	MUSTACHE_TAG_SILENT, /* a comment or new delimiters */
	MUSTACHE_TAG_EDGE, /* the template's begin or end */
};

struct mustache_tag {
	enum mustache_tag_kind kind;
	const char *start;
	const char *end;
	struct mustache_piece name; /* as written */
	struct mustache_piece key; /* name without the asterisk of a dynamic one */
	bool dynamic;
	uint32_t match; /* the other tag of a pair */
	bool argument; /* a block right inside a parent, or its end */
	bool cut_before; /* the blanks before it on its line vanish */
	bool cut_after; /* the blanks after it vanish, with the end of the line */
};

#define MUSTACHE_NO_MATCH UINT32_MAX

/*
 * Finds and pairs the template's tags; the first and the last are its edges. False: the first error
 * was reported at its place. *tags is malloc'ed either way, NULL at least.
 */
bool mustache_scan(const struct mustache_template *template, struct diag *diag,
	struct mustache_tag **tags, uint32_t *count);

/* Fills ops from text. False: the first error was reported at its place. */
bool mustache_parse(struct mustache_template *template, struct arena *arena, struct diag *diag);

/* Reports an error at a byte of the template. */
void mustache_error(const struct mustache_template *template, struct diag *diag, const char *at,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif

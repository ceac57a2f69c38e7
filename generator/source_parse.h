/*
 * source_parse.h: the two readers behind source.c, YAML and JSON. Each makes the
 * tree of one file. What they survive (a duplicate key) they report; what ends
 * the reading they hand back, since source.c chooses which of two stories to tell.
 */
#ifndef OAC_SOURCE_PARSE_H
#define OAC_SOURCE_PARSE_H

#include "source.h"

struct source_failure {
	size_t offset; /* in the text, in bytes */
	char message[256];
};

/* The root, or NULL with *failure filled. file is the index of a registered file with its text. */
struct tree_node *source_parse_yaml(
	struct source *source, uint16_t file, struct source_failure *failure);
struct tree_node *source_parse_json(
	struct source *source, uint16_t file, struct source_failure *failure);

/* Fills *failure; always NULL, to return at once. */
struct tree_node *source_fail(struct source_failure *failure, size_t offset, const char *format,
	...) __attribute__((format(printf, 3, 4)));

/* A node with its place, counted. The limit is the caller's to check. */
struct tree_node *source_node(
	struct source *source, enum tree_kind kind, uint16_t file, unsigned line, unsigned column);

/* Adds a member. False: it was a duplicate, was reported and is dropped. */
bool source_member(struct source *source, struct tree_node *map, struct tree_node *child);

/*
 * libyaml counts characters, and breaks lines at U+2028 and the like; people and
 * editors want bytes and line feeds. Its marks come nearly in order, so one walk
 * over the text turns all of them into places.
 */
struct source_locator {
	const char *text;
	size_t len;
	size_t index; /* characters before offset */
	size_t offset;
	size_t wide; /* the first byte from offset on that is no ASCII, or len */
	size_t line_start;
	size_t line_end;
	unsigned line;
};

struct source_place {
	size_t offset;
	unsigned line;
	unsigned column;
};

void source_locate_start(struct source_locator *locator, const char *text, size_t len);
/* The place of the character with that index, from 0. */
struct source_place source_locate(struct source_locator *locator, size_t index);

/* Kind (and integer) of a plain scalar by YAML 1.2's core schema. */
enum tree_kind source_resolve_plain(const char *text, size_t len, bool *integer);

#endif

/*
 * oac_content.h: the body of a request: text in memory, and between it files and sources
 * that are read while they are sent. Not for programs.
 */
#ifndef OAC_CONTENT_H
#define OAC_CONTENT_H

#include "oac_buffer.h"
#include "oac_files.h"

struct oac_content_piece {
	size_t after; /* bytes of the text come before it */
	struct oac_input_file file; /* fd -1: it is a source */
	struct oac_source source;
	int64_t len; /* -1: not known */
};

struct oac_content {
	struct oac_buffer text; /* its text is NULL when there is no body */
	struct oac_content_piece *pieces;
	size_t count;
	/* where reading is */
	size_t text_at;
	size_t piece;
	int64_t piece_at;
};

void oac_content_init(struct oac_content *content, size_t max_text);
/*
 * Adds, behind what is there, the first of the three that is given: a path, a source, whose
 * struct is copied, or data, which is copied. err: OAC_E_FILE naming the path, OAC_E_NOMEM.
 */
enum oac_status oac_content_add_bytes(struct oac_content *content, const void *data, size_t len,
	const char *path, const struct oac_source *source, struct oac_error *err);
/* Whether not all of it is text. */
bool oac_content_is_streamed(const struct oac_content *content);
/* The whole as one source, which lives as long as the content and does not move. */
struct oac_source oac_content_source(struct oac_content *content);
void oac_content_clear(struct oac_content *content);

#endif

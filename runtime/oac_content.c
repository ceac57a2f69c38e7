#include "oac_content.h"

#include "oac_error_set.h"
#include "oac_memory.h"

#include <string.h>

void oac_content_init(struct oac_content *content, size_t max_text)
{
	memset(content, 0, sizeof(*content));
	oac_buffer_init(&content->text, max_text);
}

static struct oac_content_piece *new_piece(struct oac_content *content)
{
	size_t size = (content->count + 1) * sizeof(*content->pieces);
	bool full = (content->count & (content->count - 1)) == 0;
	struct oac_content_piece *pieces = content->pieces;

	/* Room doubles whenever the count is a power of two. */
	if (full)
		pieces = oac_realloc(pieces, size * 2);
	if (pieces == NULL)
		return NULL;
	content->pieces = pieces;
	pieces[content->count] = (struct oac_content_piece){ .after = content->text.len,
		.file = { -1, -1 } };
	return &pieces[content->count];
}

static enum oac_status add_path(struct oac_content *content, const char *path,
	struct oac_error *err)
{
	struct oac_content_piece *piece = new_piece(content);
	enum oac_status status;

	if (piece == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	status = oac_input_file_open(&piece->file, path, err);
	if (status != OAC_OK)
		return status;
	piece->len = piece->file.len;
	content->count++;
	return OAC_OK;
}

static enum oac_status add_source(struct oac_content *content,
	const struct oac_source *source, struct oac_error *err)
{
	struct oac_content_piece *piece = new_piece(content);

	if (piece == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	piece->source = *source;
	piece->len = source->length.set ? source->length.value : -1;
	content->count++;
	return OAC_OK;
}

enum oac_status oac_content_add_bytes(struct oac_content *content, const void *data, size_t len,
	const char *path, const struct oac_source *source, struct oac_error *err)
{
	/* A body of nothing in memory is a body, too. */
	oac_buffer_add(&content->text, "", 0);
	if (path != NULL)
		return add_path(content, path, err);
	if (source != NULL)
		return add_source(content, source, err);
	oac_buffer_add(&content->text, data, len);
	return OAC_OK;
}

bool oac_content_is_streamed(const struct oac_content *content)
{
	return content->count > 0;
}

/* ---- reading ---- */

static size_t read_text(struct oac_content *content, size_t end, void *bytes, size_t size)
{
	size_t n = end - content->text_at;

	if (n > size)
		n = size;
	memcpy(bytes, content->text.text + content->text_at, n);
	content->text_at += n;
	return n;
}

/* 0: the piece has ended. What is behind the length that was stated is not sent. */
static size_t read_piece(struct oac_content *content, void *bytes, size_t size)
{
	const struct oac_content_piece *piece = &content->pieces[content->piece];
	int64_t left = piece->len - content->piece_at;
	size_t n;

	if (piece->len >= 0 && left <= 0)
		return 0;
	if (piece->len >= 0 && (uint64_t)left < size)
		size = (size_t)left;
	if (piece->file.fd >= 0)
		n = oac_input_file_read(&piece->file, bytes, size);
	else
		n = piece->source.read(piece->source.user, bytes, size);
	if (n > size || (n == 0 && piece->len >= 0))
		return OAC_READ_FAILED;
	content->piece_at += (int64_t)n;
	return n;
}

static size_t read_content(void *user, void *bytes, size_t size)
{
	struct oac_content *content = user;

	for (;;) {
		bool is_last = content->piece == content->count;
		size_t end = is_last ? content->text.len : content->pieces[content->piece].after;
		if (content->text_at < end)
			return read_text(content, end, bytes, size);
		if (is_last)
			return 0;
		size_t n = read_piece(content, bytes, size);
		if (n != 0)
			return n;
		content->piece++;
		content->piece_at = 0;
	}
}

static bool rewind_content(void *user)
{
	struct oac_content *content = user;

	content->text_at = 0;
	content->piece = 0;
	content->piece_at = 0;
	for (size_t i = 0; i < content->count; i++) {
		const struct oac_content_piece *piece = &content->pieces[i];
		if (piece->file.fd >= 0 ? !oac_input_file_rewind(&piece->file) :
					  !piece->source.rewind(piece->source.user))
			return false;
	}
	return true;
}

struct oac_source oac_content_source(struct oac_content *content)
{
	struct oac_source whole = { content, read_content, rewind_content,
		{ true, (int64_t)content->text.len } };

	for (size_t i = 0; i < content->count; i++) {
		const struct oac_content_piece *piece = &content->pieces[i];
		if (piece->file.fd >= 0 ? piece->len < 0 : piece->source.rewind == NULL)
			whole.rewind = NULL;
		if (piece->len < 0 || whole.length.value > INT64_MAX - piece->len)
			whole.length.set = false;
		else
			whole.length.value += piece->len;
	}
	return whole;
}

void oac_content_clear(struct oac_content *content)
{
	for (size_t i = 0; i < content->count; i++)
		if (content->pieces[i].file.fd >= 0)
			oac_input_file_close(&content->pieces[i].file);
	oac_mem_free(content->pieces);
	content->pieces = NULL;
	content->count = 0;
	oac_buffer_clear(&content->text);
}

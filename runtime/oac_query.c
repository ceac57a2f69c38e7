#include "oac_query.h"

#include "oac_memory.h"
#include "oac_url.h"

#include <string.h>

void oac_query_init(struct oac_query *query, size_t max)
{
	oac_buffer_init(&query->text, max);
	query->pairs = NULL;
	query->count = 0;
	query->size = 0;
}

void oac_query_clear(struct oac_query *query)
{
	oac_buffer_clear(&query->text);
	oac_mem_free(query->pairs);
	oac_query_init(query, query->text.max);
}

static struct oac_query_pair *new_pair(struct oac_query *query)
{
	if (query->count == query->size) {
		size_t size = query->size > 0 ? query->size * 2 : 8;
		struct oac_query_pair *pairs =
			oac_realloc(query->pairs, size * sizeof(*query->pairs));
		if (pairs == NULL) {
			query->text.failed = OAC_BUFFER_NOMEM;
			return NULL;
		}
		query->pairs = pairs;
		query->size = size;
	}
	struct oac_query_pair *pair = &query->pairs[query->count++];
	*pair = (struct oac_query_pair){ query->text.len, 0, 0, false };
	return pair;
}

void oac_query_begin(struct oac_query *query, const char *name, size_t len)
{
	struct oac_query_pair *pair = new_pair(query);

	if (pair == NULL)
		return;
	oac_url_add_query_text(&query->text, name, len);
	pair->name_len = query->text.len - pair->start;
	oac_buffer_add_char(&query->text, '=');
}

void oac_query_end(struct oac_query *query)
{
	if (query->text.failed)
		return;
	struct oac_query_pair *pair = &query->pairs[query->count - 1];
	pair->len = query->text.len - pair->start;
}

void oac_query_add_encoded(struct oac_query *query, const char *text, size_t len)
{
	const char *end = text + len;

	while (text < end) {
		const char *stop = memchr(text, '&', (size_t)(end - text));
		if (stop == NULL)
			stop = end;
		struct oac_query_pair *pair = stop > text ? new_pair(query) : NULL;
		if (pair != NULL) {
			const char *equals = memchr(text, '=', (size_t)(stop - text));
			pair->len = (size_t)(stop - text);
			pair->name_len = equals != NULL ? (size_t)(equals - text) : pair->len;
			oac_buffer_add(&query->text, text, pair->len);
		}
		text = stop < end ? stop + 1 : end;
	}
}

static bool is_named(const struct oac_query *query, const struct oac_query_pair *pair,
	const char *name, size_t len)
{
	return pair->name_len == len && memcmp(query->text.text + pair->start, name, len) == 0;
}

bool oac_query_has(const struct oac_query *query, const char *name, size_t len)
{
	for (size_t i = 0; i < query->count; i++)
		if (is_named(query, &query->pairs[i], name, len))
			return true;
	return false;
}

static void remove_named(struct oac_query *query, const char *name)
{
	struct oac_buffer encoded = OAC_BUFFER_MAX(query->text.max);

	oac_url_add_query_text(&encoded, name, strlen(name));
	if (encoded.failed)
		query->text.failed = encoded.failed;
	for (size_t i = 0; i < query->count && !query->text.failed; i++) {
		struct oac_query_pair *pair = &query->pairs[i];
		if (is_named(query, pair, encoded.text, encoded.len))
			pair->removed = true;
	}
	oac_buffer_clear(&encoded);
}

void oac_query_replace(struct oac_query *query, const struct oac_header_list *list)
{
	/* All removed before any is added, so that a name may repeat within the list. */
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].name != NULL)
			remove_named(query, list->items[i].name);
	for (size_t i = 0; i < list->count; i++) {
		const struct oac_header *item = &list->items[i];
		if (item->name == NULL || item->value == NULL)
			continue;
		oac_query_begin(query, item->name, strlen(item->name));
		oac_url_add_query_text(&query->text, item->value, strlen(item->value));
		oac_query_end(query);
	}
}

void oac_query_write(const struct oac_query *query, struct oac_buffer *url)
{
	char before = '?';

	if (query->text.failed)
		url->failed = query->text.failed;
	for (size_t i = 0; i < query->count && !url->failed; i++) {
		const struct oac_query_pair *pair = &query->pairs[i];
		if (pair->removed)
			continue;
		oac_buffer_add_char(url, before);
		oac_buffer_add(url, query->text.text + pair->start, pair->len);
		before = '&';
	}
}

#include "journal.h"
#include "json.h"

#include <stdlib.h>
#include <string.h>

enum { BYTES_MAX = 64 * 1024 * 1024 };

struct journal_entry {
	struct journal_entry *next;
	size_t bytes;
	cJSON *json;
};

static void clean_set(cJSON *object, const char *name, const char *text, size_t len)
{
	char *clean = utf8_clean(text, len);

	json_set_text(object, name, clean);
	free(clean);
}

/* Keys stay secret: what is left is the scheme, if there is one. */
static char *secret_hide(const char *value, bool scheme)
{
	size_t len = scheme ? strcspn(value, " ") : 0;

	return scheme && value[len] ? text_format("%.*s ***", (int)len, value) : text_copy("***");
}

static cJSON *headers_json(const struct headers *headers)
{
	cJSON *json = cJSON_CreateObject();
	const struct header *header;
	bool bearer, secret;
	char *name, *hidden;
	size_t i;

	for (i = 0; i < headers->count; i++) {
		header = &headers->items[i];
		bearer = strcmp(header->name, "authorization") == 0;
		secret = bearer || strcmp(header->name, "api-key") == 0;
		hidden = secret ? secret_hide(header->value, bearer) : text_copy(header->value);
		name = utf8_clean(header->name, strlen(header->name));
		clean_set(json, name, hidden, strlen(hidden));
		free(name);
		free(hidden);
	}
	return json;
}

static void journal_drop_first(struct journal *journal)
{
	struct journal_entry *entry = journal->first;

	journal->first = entry->next;
	if (!journal->first)
		journal->last = NULL;
	journal->count--;
	journal->bytes -= entry->bytes;
	cJSON_Delete(entry->json);
	free(entry);
}

void journal_add(struct journal *journal, const struct request *request, int64_t since_start_ms)
{
	struct journal_entry *entry;
	cJSON *json;

	if (!journal->max)
		return;
	entry = mem_new(sizeof(*entry));
	json = cJSON_CreateObject();
	clean_set(json, "method", request->method, strlen(request->method));
	clean_set(json, "path", request->path, strlen(request->path));
	clean_set(json, "query", request->query_text, strlen(request->query_text));
	json_set(json, "headers", headers_json(&request->headers));
	clean_set(json, "body", request->body.len ? request->body.data : "", request->body.len);
	json_set_number(json, "at_ms", (double)since_start_ms);
	entry->json = json;
	entry->bytes = request->body.len;
	if (journal->last)
		journal->last->next = entry;
	else
		journal->first = entry;
	journal->last = entry;
	journal->count++;
	journal->bytes += entry->bytes;
	while (journal->count > journal->max || (journal->bytes > BYTES_MAX && journal->count > 1))
		journal_drop_first(journal);
}

cJSON *journal_json(const struct journal *journal)
{
	cJSON *array = cJSON_CreateArray();
	const struct journal_entry *entry;

	for (entry = journal->first; entry; entry = entry->next)
		cJSON_AddItemToArray(array, cJSON_CreateObjectReference(entry->json->child));
	return array;
}

void journal_clear(struct journal *journal)
{
	while (journal->first)
		journal_drop_first(journal);
}

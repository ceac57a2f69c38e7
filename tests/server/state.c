#define _POSIX_C_SOURCE 200809L
#include "state.h"
#include "json.h"
#include "speech.h"
#include "stream.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const prefixes[ID_KINDS] = { "asst", "thread", "msg", "run", "step", "call",
	"vs" };

static void item_free(enum id_kind kind, struct item *item);

static void list_clear(struct list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		item_free(list->kind, list->items[i]);
	free(list->items);
	list->items = NULL;
	list->count = list->size = 0;
}

static void run_clear(struct run *run)
{
	if (run->stream)
		stream_cut(run->stream);
	list_clear(&run->steps);
	cJSON_Delete(run->rounds);
	speech_free(run->speech);
}

/* The item is the first member of what its kind keeps. */
static void item_free(enum id_kind kind, struct item *item)
{
	if (kind == ID_THREAD) {
		list_clear(&((struct thread *)(void *)item)->messages);
		list_clear(&((struct thread *)(void *)item)->runs);
	} else if (kind == ID_RUN) {
		run_clear((struct run *)(void *)item);
	}
	cJSON_Delete(item->json);
	free(item);
}

int64_t clock_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void state_init(struct state *state, const struct script *script)
{
	memset(state, 0, sizeof(*state));
	state->script = script;
	state->assistants.kind = ID_ASSISTANT;
	state->threads.kind = ID_THREAD;
	state->start_ms = clock_now_ms();
	state->start_unix = (int64_t)time(NULL);
}

void state_clear(struct state *state)
{
	list_clear(&state->assistants);
	list_clear(&state->threads);
}

double state_unix(const struct state *state, int64_t at_ms)
{
	return (double)(state->start_unix + (at_ms - state->start_ms) / 1000);
}

char *state_id(struct state *state, enum id_kind kind, unsigned long *number)
{
	unsigned long next = ++state->numbers[kind];

	if (number)
		*number = next;
	return text_format("%s_%06lu", prefixes[kind], next);
}

struct item *state_add(
	struct state *state, struct list *list, size_t size, const char *object, int64_t at_ms)
{
	struct item *item = mem_new(size);
	char *id = state_id(state, list->kind, &item->number);

	item->json = cJSON_CreateObject();
	json_set_text(item->json, "id", id);
	json_set_text(item->json, "object", object);
	json_set_number(item->json, "created_at", state_unix(state, at_ms));
	free(id);
	list->items = mem_grow(list->items, list->count, &list->size, sizeof(*list->items));
	list->items[list->count++] = item;
	return item;
}

bool list_position(const struct list *list, const char *id, size_t *position, bool *found)
{
	size_t prefix = strlen(prefixes[list->kind]), low = 0, high = list->count, middle;
	unsigned long number;
	char *end;

	if (strncmp(id, prefixes[list->kind], prefix) != 0 || id[prefix] != '_' ||
		strspn(id + prefix + 1, "0123456789") != strlen(id + prefix + 1) ||
		strlen(id + prefix + 1) < 6)
		return false;
	errno = 0;
	number = strtoul(id + prefix + 1, &end, 10);
	if (errno)
		return false;
	while (low < high) {
		middle = low + (high - low) / 2;
		if (list->items[middle]->number < number)
			low = middle + 1;
		else
			high = middle;
	}
	*position = low;
	*found = low < list->count && strcmp(json_text(list->items[low]->json, "id"), id) == 0;
	return true;
}

struct item *list_find(const struct list *list, const char *id)
{
	size_t position;
	bool found;

	if (!list_position(list, id, &position, &found) || !found)
		return NULL;
	return list->items[position];
}

void list_remove(struct list *list, struct item *item)
{
	size_t position;
	bool found;

	if (!list_position(list, json_text(item->json, "id"), &position, &found) || !found)
		return;
	memmove(list->items + position, list->items + position + 1,
		(list->count - position - 1) * sizeof(*list->items));
	list->count--;
	item_free(list->kind, item);
}

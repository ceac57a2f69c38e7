#include "oac_error_set.h"
#include "oac_loop_type.h"

#include <string.h>

enum {
	SLOTS_FIRST = 16,
	BLIND_MS = 5, /* between looks at a transport of the program's own */
};

static const size_t NOT_IN_HEAP = SIZE_MAX;

/* ---- a heap by due ---- */

static void heap_put(struct oac_loop *loop, size_t at, struct oac_loop_entry *entry)
{
	loop->heap[at] = entry;
	entry->heap_at = at;
}

static void heap_up(struct oac_loop *loop, struct oac_loop_entry *entry)
{
	size_t at = entry->heap_at;

	while (at > 0 && loop->heap[(at - 1) / 2]->due > entry->due) {
		heap_put(loop, at, loop->heap[(at - 1) / 2]);
		at = (at - 1) / 2;
	}
	heap_put(loop, at, entry);
}

static void heap_down(struct oac_loop *loop, struct oac_loop_entry *entry)
{
	size_t at = entry->heap_at;

	for (;;) {
		size_t child = 2 * at + 1;
		if (child >= loop->heap_count)
			break;
		if (child + 1 < loop->heap_count &&
			loop->heap[child + 1]->due < loop->heap[child]->due)
			child++;
		if (loop->heap[child]->due >= entry->due)
			break;
		heap_put(loop, at, loop->heap[child]);
		at = child;
	}
	heap_put(loop, at, entry);
}

static void heap_remove(struct oac_loop *loop, struct oac_loop_entry *entry)
{
	struct oac_loop_entry *last;
	size_t at = entry->heap_at;

	if (at == NOT_IN_HEAP)
		return;
	entry->heap_at = NOT_IN_HEAP;
	last = loop->heap[--loop->heap_count];
	if (last == entry)
		return;
	heap_put(loop, at, last);
	heap_up(loop, last);
	heap_down(loop, last);
}

/* due INT64_MAX: never. */
static void set_due(struct oac_loop_entry *entry, int64_t due)
{
	struct oac_loop *loop = entry->loop;

	if (due == INT64_MAX) {
		heap_remove(loop, entry);
		return;
	}
	entry->due = due;
	if (entry->heap_at == NOT_IN_HEAP)
		heap_put(loop, loop->heap_count++, entry);
	heap_up(loop, entry);
	heap_down(loop, entry);
}

/* ---- ready tasks ---- */

void oac_loop_make_ready(struct oac_loop_entry *entry)
{
	struct oac_loop *loop = entry->loop;

	if (entry->ready)
		return;
	entry->ready = true;
	entry->next_ready = NULL;
	entry->ready_link = loop->ready_end;
	*loop->ready_end = entry;
	loop->ready_end = &entry->next_ready;
	loop->ready_count++;
}

void oac_loop_unready(struct oac_loop_entry *entry)
{
	struct oac_loop *loop = entry->loop;

	if (!entry->ready)
		return;
	*entry->ready_link = entry->next_ready;
	if (entry->next_ready != NULL)
		entry->next_ready->ready_link = entry->ready_link;
	else
		loop->ready_end = entry->ready_link;
	loop->ready_count--;
	entry->ready = false;
}

bool oac_loop_make_due_ready(struct oac_loop *loop, int64_t now)
{
	bool late = false;

	while (loop->heap_count > 0 && loop->heap[0]->due <= now) {
		struct oac_loop_entry *entry = loop->heap[0];
		/* With due 0 it only wants to go on. */
		late |= entry->leave == OAC_LEAVE_TAKEN && !entry->blind && entry->due > 0;
		heap_remove(loop, entry);
		oac_loop_make_ready(entry);
	}
	return late;
}

static void moved(void *owner)
{
	oac_loop_make_ready(owner);
}

/* ---- tokens, each watched once ---- */

static uint32_t *token_uses(struct oac_loop *loop, int fd)
{
	size_t n = (size_t)fd;
	size_t size = loop->token_size;

	if (n < size)
		return &loop->token_uses[n];
	for (size = size > 0 ? size : 64; size <= n; size *= 2)
		;
	uint32_t *grown = oac_realloc(loop->token_uses, size * sizeof(*grown));
	if (grown == NULL)
		return NULL;
	memset(grown + loop->token_size, 0, (size - loop->token_size) * sizeof(*grown));
	loop->token_uses = grown;
	loop->token_size = size;
	return &loop->token_uses[n];
}

static bool watch_token(struct oac_loop *loop, int fd)
{
	if (fd == -1)
		return true;
	uint32_t *uses = token_uses(loop, fd);
	if (uses == NULL)
		return false;
	if ((*uses)++ == 0)
		oac_loop_watch(loop, fd, OAC_LOOP_READ);
	return true;
}

static void unwatch_token(struct oac_loop *loop, int fd)
{
	if (fd != -1 && --loop->token_uses[fd] == 0)
		oac_loop_watch(loop, fd, 0);
}

bool oac_loop_token(struct oac_loop *loop, int fd)
{
	if (fd < 0 || (size_t)fd >= loop->token_size || loop->token_uses[fd] == 0)
		return false;
	/* It stays readable for good: what it had to say is said. */
	oac_loop_watch(loop, fd, 0);
	for (uint32_t i = 0; i < loop->slot_count; i++) {
		struct oac_loop_entry *entry = loop->slots[i].entry;
		if (entry != NULL && entry->token == fd)
			oac_loop_make_ready(entry);
	}
	return true;
}

/* ---- slots ---- */

static bool grow(struct oac_loop *loop)
{
	uint32_t count = loop->slot_count > 0 ? 2 * loop->slot_count : SLOTS_FIRST;
	struct oac_loop_slot *slots;
	struct oac_loop_entry **heap;

	if (count < loop->slot_count)
		return false;
	slots = oac_realloc(loop->slots, count * sizeof(*slots));
	if (slots == NULL)
		return false;
	loop->slots = slots;
	heap = oac_realloc(loop->heap, count * sizeof(struct oac_loop_entry *));
	if (heap == NULL)
		return false;
	loop->heap = heap;
	for (uint32_t i = loop->slot_count; i < count; i++)
		slots[i] = (struct oac_loop_slot){ NULL, 1, i + 1 };
	/* Only called when none is free, so that the first of the new ones is the next. */
	loop->free_slot = loop->slot_count;
	loop->slot_count = count;
	return true;
}

static enum oac_status check_room(const struct oac_loop *loop, struct oac_error *err)
{
	if (loop == NULL)
		return oac_error_set(err, OAC_E_ARGUMENT, "the loop is NULL");
	if (loop->process != oac_process_id())
		return oac_error_set(err, OAC_E_ARGUMENT, "the loop belongs to the parent process");
	if (loop->closing || loop->free_wanted)
		return oac_error_set(err, OAC_E_CANCELLED, "the loop is being freed");
	if (loop->options.max_queued > 0 && loop->count >= loop->options.max_queued)
		return oac_error_set(err, OAC_E_LIMIT, "the loop is full: max_queued is %zu",
			loop->options.max_queued);
	return OAC_OK;
}

enum oac_status oac_loop_add(struct oac_loop *loop, struct oac_task *task, struct oac_async *async,
	struct oac_error *err)
{
	struct oac_loop_entry *entry = NULL;
	enum oac_status status;

	if (async != NULL)
		*async = (struct oac_async){ 0, 0 };
	status = check_room(loop, err);
	if (status != OAC_OK)
		return status;
	if (loop->free_slot < loop->slot_count || grow(loop))
		entry = oac_malloc(sizeof(*entry));
	if (entry == NULL || !watch_token(loop, oac_cancel_fd(task->cancel))) {
		oac_mem_free(entry);
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	}
	memset(entry, 0, sizeof(*entry));
	entry->loop = loop;
	entry->task = task;
	entry->token = oac_cancel_fd(task->cancel);
	entry->index = loop->free_slot;
	entry->seat.moved = moved;
	entry->seat.owner = entry;
	entry->heap_at = NOT_IN_HEAP;
	struct oac_loop_slot *slot = &loop->slots[entry->index];
	loop->free_slot = slot->next_free;
	slot->entry = entry;
	loop->count++;
	task->host = &oac_loop_host;
	task->entry = entry;
	oac_loop_make_ready(entry);
	if (async != NULL)
		*async = (struct oac_async){ entry->index, slot->generation };
	oac_loop_changed(loop);
	return OAC_OK;
}

/* From here on its handle is a stale one, and its token may be freed. */
static void forget(struct oac_loop_entry *entry)
{
	struct oac_loop *loop = entry->loop;
	struct oac_loop_slot *slot = &loop->slots[entry->index];

	oac_loop_unready(entry);
	heap_remove(loop, entry);
	unwatch_token(loop, entry->token);
	slot->entry = NULL;
	if (++slot->generation == 0)
		slot->generation = 1;
	slot->next_free = loop->free_slot;
	loop->free_slot = entry->index;
	loop->count--;
}

void oac_loop_remove(struct oac_task *task)
{
	struct oac_loop_entry *entry = task->entry;

	forget(entry);
	oac_loop_leave_client(entry);
	oac_mem_free(entry);
	task->host = NULL;
	task->entry = NULL;
}

void oac_loop_finish(struct oac_loop_entry *entry)
{
	forget(entry);
	entry->task->type->finish(entry->task);
	oac_loop_leave_client(entry);
	oac_mem_free(entry);
}

void oac_loop_step(struct oac_loop_entry *entry)
{
	struct oac_task *task = entry->task;
	int64_t due;

	if (task->type->step(task, 0)) {
		oac_loop_finish(entry);
		return;
	}
	due = task->type->due(task);
	if (entry->blind && entry->leave == OAC_LEAVE_TAKEN) {
		int64_t look = oac_deadline_in(BLIND_MS);
		if (look < due)
			due = look;
	}
	set_due(entry, due);
}

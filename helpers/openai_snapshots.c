#include "openai_snapshots.h"

#include "openai_tables.h"

#include "oac_error_set.h"
#include "oac_memory.h"
#include "oac_text.h"

#include <string.h>

enum {
	SNAPSHOTS_MAX = 1 << 16, /* messages, or steps, of one run */
	TOLD_FIRST = 8,
};

static const struct oac_shape message_shape = { &openai_message_type, sizeof(struct openai_message),
	OAC_KIND_OBJECT };
static const struct oac_shape message_delta_shape = { &openai_message_delta_body_type,
	sizeof(struct openai_message_delta_body), OAC_KIND_OBJECT };
static const struct oac_shape step_shape = { &openai_run_step_type, sizeof(struct openai_run_step),
	OAC_KIND_OBJECT };
static const struct oac_shape step_delta_shape = { &openai_run_step_delta_body_type,
	sizeof(struct openai_run_step_delta_body), OAC_KIND_OBJECT };

static enum oac_status no_memory(struct oac_error *err)
{
	return oac_error_set(err, OAC_E_NOMEM, "out of memory");
}

/* ---- collections ---- */

/* Where the one with this id is, or would be. */
static struct openai_snapshot **place(struct openai_snapshots *all, const char *id)
{
	struct openai_snapshot **link = &all->first;
	uint64_t h = oac_text_hash(all, id, strlen(id));

	for (; *link != NULL && strcmp((*link)->id, id) != 0; h = h << 2 | h >> 62)
		link = &(*link)->child[h >> 62];
	return link;
}

static struct openai_snapshot *find(struct openai_snapshots *all, const char *id)
{
	struct openai_snapshot *found;

	if (id == NULL)
		return NULL;
	if (all->found != NULL && strcmp(all->found->id, id) == 0)
		return all->found;
	found = *place(all, id);
	if (found != NULL)
		all->found = found;
	return found;
}

/* One more, at *added; nothing changes on failure. */
static enum oac_status add(struct openai_snapshots *all, const char *id,
	const struct oac_shape *shape, const void *value, struct openai_snapshot **added,
	struct oac_error *err)
{
	size_t id_size = strlen(id) + 1;
	struct openai_snapshot *snapshot;

	if (all->count >= SNAPSHOTS_MAX)
		return oac_error_set(
			err, OAC_E_LIMIT, "the run has over %d messages or steps", SNAPSHOTS_MAX);
	snapshot = oac_malloc(sizeof(*snapshot) + id_size);
	if (snapshot == NULL)
		return no_memory(err);
	memset(snapshot, 0, sizeof(*snapshot));
	snapshot->id = memcpy(snapshot + 1, id, id_size);
	snapshot->part = OPENAI_NO_PART;
	if (oac_merged_new(&snapshot->growing, shape, value) != OAC_OK) {
		oac_mem_free(snapshot);
		return no_memory(err);
	}
	*place(all, id) = snapshot;
	if (all->last != NULL)
		all->last->next = snapshot;
	all->last = all->found = snapshot;
	all->count++;
	*added = snapshot;
	return OAC_OK;
}

static void clear(struct openai_snapshots *all)
{
	struct openai_snapshot *next;

	for (struct openai_snapshot *snapshot = all->first; snapshot != NULL; snapshot = next) {
		next = snapshot->next;
		oac_merged_free(snapshot->growing);
		oac_free(snapshot->finished);
		oac_mem_free(snapshot->told);
		oac_mem_free(snapshot);
	}
	memset(all, 0, sizeof(*all));
}

/* The server's last word, beside what was gathered. */
static enum oac_status finish(struct openai_snapshot *snapshot, const struct oac_shape *shape,
	const void *value, struct oac_error *err)
{
	void *copy = oac_copy(shape, value);

	if (copy == NULL)
		return no_memory(err);
	oac_free(snapshot->finished);
	snapshot->finished = copy;
	return OAC_OK;
}

const void *openai_snapshot_value(const struct openai_snapshot *snapshot)
{
	return snapshot->finished != NULL ? snapshot->finished : openai_snapshot_gathered(snapshot);
}

const void *openai_snapshot_gathered(const struct openai_snapshot *snapshot)
{
	return snapshot->growing != NULL ? oac_merged_value(snapshot->growing) : NULL;
}

void openai_snapshot_settle(struct openai_snapshot *snapshot)
{
	oac_merged_free(snapshot->growing);
	snapshot->growing = NULL;
	oac_mem_free(snapshot->told);
	snapshot->told = NULL;
	snapshot->told_size = 0;
	snapshot->part = OPENAI_NO_PART;
}

/* Room to note what is told of each part. */
static enum oac_status make_told(
	struct openai_snapshot *snapshot, size_t parts, struct oac_error *err)
{
	size_t size = parts + parts / 2 + TOLD_FIRST;
	unsigned char *told;

	if (parts <= snapshot->told_size)
		return OAC_OK;
	told = oac_realloc(snapshot->told, size);
	if (told == NULL)
		return no_memory(err);
	memset(told + snapshot->told_size, 0, size - snapshot->told_size);
	snapshot->told = told;
	snapshot->told_size = size;
	return OAC_OK;
}

bool openai_snapshot_tell_once(
	struct openai_snapshot *snapshot, int64_t part, enum openai_told what)
{
	if (part < 0 || (uint64_t)part >= snapshot->told_size || (snapshot->told[part] & what) != 0)
		return false;
	snapshot->told[part] |= (unsigned char)what;
	return true;
}

void openai_progress_clear(struct openai_progress *progress)
{
	clear(&progress->messages);
	clear(&progress->steps);
	oac_mem_free(progress->message_list);
	oac_mem_free(progress->step_list);
	memset(progress, 0, sizeof(*progress));
}

/* ---- messages ---- */

static enum oac_status check_current(const struct openai_progress *progress, const char *id,
	const char *what, struct oac_error *err)
{
	if (progress->message == NULL)
		return oac_error_set(
			err, OAC_E_STREAM, "%s came while no message was being made", what);
	if (id == NULL || strcmp(id, progress->message->id) != 0)
		return oac_error_set(err, OAC_E_STREAM,
			"%s is for another message than the one that is being made", what);
	return OAC_OK;
}

enum oac_status openai_progress_message_created(struct openai_progress *progress,
	const struct openai_message *message, struct oac_error *err)
{
	if (message->id == NULL || message->id[0] == '\0')
		return oac_error_set(err, OAC_E_STREAM, "a message was created without an id");
	if (progress->message != NULL)
		return oac_error_set(err, OAC_E_STREAM,
			"a message was created before the last one was complete");
	if (find(&progress->messages, message->id) != NULL)
		return oac_error_set(err, OAC_E_STREAM, "a message was created twice");
	return add(
		&progress->messages, message->id, &message_shape, message, &progress->message, err);
}

enum oac_status openai_progress_message_seen(const struct openai_progress *progress,
	const struct openai_message *message, struct oac_error *err)
{
	return check_current(progress, message->id, "news of a message", err);
}

enum oac_status openai_progress_message_delta(struct openai_progress *progress,
	const struct openai_message_delta *delta, struct oac_error *err)
{
	struct openai_snapshot *snapshot = progress->message;
	enum oac_status status = check_current(progress, delta->id, "a piece of a message", err);
	const struct openai_message *message;

	if (status == OAC_OK)
		status = oac_merge(
			snapshot->growing, NULL, &message_delta_shape, &delta->delta, err);
	if (status != OAC_OK)
		return status;
	message = oac_merged_value(snapshot->growing);
	return make_told(snapshot, message->content.count, err);
}

enum oac_status openai_progress_message_done(struct openai_progress *progress,
	const struct openai_message *message, struct oac_error *err)
{
	enum oac_status status = check_current(progress, message->id, "the end of a message", err);

	return status != OAC_OK ? status : finish(progress->message, &message_shape, message, err);
}

/* ---- steps ---- */

static enum oac_status check_open(
	const struct openai_snapshot *step, const char *what, struct oac_error *err)
{
	return step->finished == NULL ? OAC_OK :
		oac_error_set(err, OAC_E_STREAM, "%s came after the step was over", what);
}

enum oac_status openai_progress_step_created(struct openai_progress *progress,
	const struct openai_run_step *step, struct oac_error *err)
{
	if (step->id == NULL || step->id[0] == '\0')
		return oac_error_set(err, OAC_E_STREAM, "a step was created without an id");
	if (find(&progress->steps, step->id) != NULL)
		return oac_error_set(err, OAC_E_STREAM, "a step was created twice");
	return add(&progress->steps, step->id, &step_shape, step, &progress->step, err);
}

enum oac_status openai_progress_step_delta(struct openai_progress *progress,
	const struct openai_run_step_delta *delta, struct oac_error *err)
{
	struct openai_snapshot *snapshot = find(&progress->steps, delta->id);
	enum oac_status status;

	if (snapshot == NULL)
		return oac_error_set(
			err, OAC_E_STREAM, "a piece of a step came before the step was created");
	status = check_open(snapshot, "a piece of a step", err);
	if (status == OAC_OK)
		status = oac_merge(snapshot->growing, NULL, &step_delta_shape, &delta->delta, err);
	if (status != OAC_OK)
		return status;
	progress->step = snapshot;
	return make_told(
		snapshot, openai_tool_call_count(oac_merged_value(snapshot->growing)), err);
}

/* A step that is known by its end alone is fine: the one that called tools, after their outputs. */
static enum oac_status need_step(struct openai_progress *progress,
	const struct openai_run_step *step, struct openai_snapshot **snapshot, const char *what,
	struct oac_error *err)
{
	if (step->id == NULL || step->id[0] == '\0')
		return oac_error_set(err, OAC_E_STREAM, "a step has no id");
	*snapshot = find(&progress->steps, step->id);
	return *snapshot != NULL ? check_open(*snapshot, what, err) :
		add(&progress->steps, step->id, &step_shape, step, snapshot, err);
}

enum oac_status openai_progress_step_done(struct openai_progress *progress,
	const struct openai_run_step *step, struct oac_error *err)
{
	struct openai_snapshot *snapshot;
	enum oac_status status = need_step(progress, step, &snapshot, "the end of a step", err);

	if (status != OAC_OK)
		return status;
	progress->step = snapshot;
	return finish(snapshot, &step_shape, step, err);
}

enum oac_status openai_progress_step_seen(struct openai_progress *progress,
	const struct openai_run_step *step, struct oac_error *err)
{
	struct openai_snapshot *snapshot;
	struct oac_merged *growing;
	enum oac_status status = need_step(progress, step, &snapshot, "news of a step", err);

	if (status != OAC_OK)
		return status;
	/* Deltas may go on, so it is copied into what grows. */
	if (oac_merged_new(&growing, &step_shape, step) != OAC_OK)
		return no_memory(err);
	oac_merged_free(snapshot->growing);
	snapshot->growing = growing;
	progress->step = snapshot;
	return OAC_OK;
}

void openai_progress_note_open(struct openai_progress *progress, struct openai_snapshot *step)
{
	if (step->is_open)
		return;
	step->is_open = true;
	step->next_open = NULL;
	if (progress->open != NULL)
		progress->last_open->next_open = step;
	else
		progress->open = step;
	progress->last_open = step;
}

struct openai_snapshot *openai_progress_open(struct openai_progress *progress)
{
	struct openai_snapshot *step = progress->open;

	if (step == NULL)
		return NULL;
	progress->open = step->next_open;
	step->is_open = false;
	return step;
}

/*
 * openai_snapshots.h: what the events of a run add up to: its messages and its steps. Every
 * function checks an event before it changes anything. Not for programs.
 */
#ifndef OPENAI_SNAPSHOTS_H
#define OPENAI_SNAPSHOTS_H

#include "oac_merge.h"

#include "openai.h"

/* No part of a message, no tool call of a step. */
#define OPENAI_NO_PART (-1)

/* What callbacks have told of a part. */
enum openai_told {
	OPENAI_TOLD_CREATED = 1,
	OPENAI_TOLD_DONE = 2,
};

/* One message, or one step. It stays where it is until all of them go. */
struct openai_snapshot {
	struct openai_snapshot *next;	  /* as they came */
	struct openai_snapshot *child[4]; /* in a tree by the hash of the id */
	struct oac_merged *growing;	  /* while deltas come, else NULL */
	void *finished;			  /* the server's last word, else NULL */
	struct openai_snapshot *next_open;
	bool is_open; /* one of those that openai_progress_open gives */
	int64_t part;		/* the part, or the tool call, that deltas came for last */
	unsigned char *told;	/* of each part: enum openai_told */
	size_t told_size;
	const char *id; /* in the same block */
};

struct openai_snapshots {
	struct openai_snapshot *first; /* the root of the tree, too */
	struct openai_snapshot *last;
	struct openai_snapshot *found; /* last: events come in a row for one, mostly */
	size_t count;
};

struct openai_progress {
	struct openai_snapshots messages;
	struct openai_snapshots steps;
	struct openai_snapshot *message; /* the one that is being made, or NULL */
	struct openai_snapshot *step;
	struct openai_snapshot *open; /* steps */
	struct openai_snapshot *last_open;
	void *message_list; /* made on demand, of the structs alone */
	void *step_list;
};

void openai_progress_clear(struct openai_progress *progress);

/* err: OAC_E_STREAM when the event contradicts what was before, OAC_E_LIMIT, OAC_E_NOMEM. */
enum oac_status openai_progress_message_created(struct openai_progress *progress,
	const struct openai_message *message, struct oac_error *err);
enum oac_status openai_progress_message_delta(struct openai_progress *progress,
	const struct openai_message_delta *delta, struct oac_error *err);
enum oac_status openai_progress_message_done(struct openai_progress *progress,
	const struct openai_message *message, struct oac_error *err);
/* What has no message to belong to: in_progress. */
enum oac_status openai_progress_message_seen(const struct openai_progress *progress,
	const struct openai_message *message, struct oac_error *err);
enum oac_status openai_progress_step_created(struct openai_progress *progress,
	const struct openai_run_step *step, struct oac_error *err);
enum oac_status openai_progress_step_delta(struct openai_progress *progress,
	const struct openai_run_step_delta *delta, struct oac_error *err);
/* A step that goes on; it need not be known. */
enum oac_status openai_progress_step_seen(struct openai_progress *progress,
	const struct openai_run_step *step, struct oac_error *err);
/* A step that is over; it need not be known. */
enum oac_status openai_progress_step_done(struct openai_progress *progress,
	const struct openai_run_step *step, struct oac_error *err);

/* The value as it is now: a struct openai_message or openai_run_step. */
const void *openai_snapshot_value(const struct openai_snapshot *snapshot);
/* What deltas made of it, also after the server's last word, until it is settled; NULL then. */
const void *openai_snapshot_gathered(const struct openai_snapshot *snapshot);
/* What was only needed while deltas came goes. */
void openai_snapshot_settle(struct openai_snapshot *snapshot);

/* Notes a step one of whose calls goes on; gives each that was noted, once, and then NULL. */
void openai_progress_note_open(struct openai_progress *progress, struct openai_snapshot *step);
struct openai_snapshot *openai_progress_open(struct openai_progress *progress);

/* Notes what is told of a part that deltas came for. False: it was told before. */
bool openai_snapshot_tell_once(
	struct openai_snapshot *snapshot, int64_t part, enum openai_told what);

/* Which part a piece is for, or OPENAI_NO_PART. */
int64_t openai_content_index(const struct openai_message_content_delta *piece);
int64_t openai_tool_call_index(const struct openai_tool_call_delta *piece);

size_t openai_tool_call_count(const struct openai_run_step *step);
/* The part of a message, the tool call of a step; NULL when there is none at that index, or a hole. */
const struct openai_message_content *openai_content_at(const struct openai_message *message,
	int64_t index);
const struct openai_tool_call *openai_tool_call_at(const struct openai_run_step *step,
	int64_t index);

#endif

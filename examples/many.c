/*
 * many: a thousand assistants at once, on one thread, with progress.
 *
 *	OPENAI_API_KEY=... build/examples/many [COUNT]
 *
 * Each is made, has a run on a thread of its own followed to its end, and is deleted again.
 * Every step begins in the callback that ends the one before.
 */
#include "openai_helpers.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	AT_ONCE = 100, /* requests on their way; the others wait their turn */
	PROGRESS_MS = 200,
};

struct work {
	struct oac_loop *loop;
	struct oac_client *client;
	int made;
	int completed;
	int deleted;
	int failed;
};

/* One of them: what its callbacks need to know. */
struct one {
	struct work *work;
	struct openai_assistant *assistant;
};

static void end(struct one *one)
{
	openai_assistant_free(one->assistant);
	free(one);
}

static void failed(struct one *one, const struct oac_error *err)
{
	if (one->work->failed++ == 0)
		fprintf(stderr, "\n%s\n", err->message);
	end(one);
}

static void on_deleted(void *user, enum oac_status status, struct openai_assistant_deleted *deleted,
	const struct oac_error *err)
{
	struct one *one = user;

	openai_assistant_deleted_free(deleted);
	if (status != OAC_OK) {
		failed(one, err);
		return;
	}
	one->work->deleted++;
	end(one);
}

static void on_run(void *user, enum oac_status status, struct openai_run *run, const struct oac_error *err)
{
	struct one *one = user;
	struct work *work = one->work;
	struct oac_error own;

	work->completed += run != NULL && run->status == OPENAI_RUN_STATUS_COMPLETED;
	openai_run_free(run);
	if (status != OAC_OK)
		failed(one, err);
	else if (openai_assistants_delete_async(work->loop, work->client, one->assistant->id, NULL, on_deleted, one,
			 NULL, &own) != OAC_OK)
		failed(one, &own);
}

static void on_assistant(void *user, enum oac_status status, struct openai_assistant *assistant,
	const struct oac_error *err)
{
	struct one *one = user;
	struct work *work = one->work;
	struct oac_error own;

	one->assistant = assistant;
	if (status != OAC_OK) {
		failed(one, err);
		return;
	}
	work->made++;
	const struct openai_create_thread_and_run_request request = { .assistant_id = assistant->id };
	if (openai_threads_create_and_run_poll_async(work->loop, work->client, &request, NULL, on_run, one, NULL,
		    &own) != OAC_OK)
		failed(one, &own);
}

static bool begin_one(struct work *work, struct oac_error *err)
{
	const struct openai_create_assistant_request request = { .model = "gpt-4o", .name = "One of many" };
	struct one *one = calloc(1, sizeof(*one));

	if (one == NULL)
		return false;
	one->work = work;
	if (openai_assistants_create_async(work->loop, work->client, &request, NULL, on_assistant, one, NULL, err) ==
		OAC_OK)
		return true;
	free(one);
	return false;
}

int main(int argc, char **argv)
{
	const struct oac_loop_options options = { .max_connections = AT_ONCE };
	char *rest = NULL;
	long count = argc > 1 ? strtol(argv[1], &rest, 10) : 1000;
	struct work work = { 0 };
	struct oac_error err = { 0 };
	bool ok;

	if (argc > 2 || count < 1 || (rest != NULL && *rest != '\0')) {
		fprintf(stderr, "usage: %s [COUNT]\n", argv[0]);
		return 2;
	}
	work.client = openai_client_new(NULL, &err);
	work.loop = work.client != NULL ? oac_loop_new(&options, &err) : NULL;
	ok = work.loop != NULL;
	for (long i = 0; ok && i < count; i++)
		ok = begin_one(&work, &err);
	while (ok && oac_loop_count(work.loop) > 0) {
		int64_t until = oac_now_ms() + PROGRESS_MS;
		while (oac_loop_count(work.loop) > 0 && oac_now_ms() < until)
			oac_loop_turn(work.loop, until - oac_now_ms(), &err);
		fprintf(stderr, "\r%d made, %d completed, %d deleted, %d failed ", work.made, work.completed,
			work.deleted, work.failed);
	}
	if (!ok)
		fprintf(stderr, "%s\n", err.message);
	oac_loop_free(work.loop);
	oac_client_free(work.client);
	printf("%d assistants made, %d runs completed, %d assistants deleted, %d failed\n", work.made, work.completed,
		work.deleted, work.failed);
	return ok && work.failed == 0 ? 0 : 1;
}

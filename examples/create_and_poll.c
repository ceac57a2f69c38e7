/*
 * create_and_poll: one run with instructions of its own, and its answer.
 *
 *	OPENAI_API_KEY=... build/examples/create_and_poll ASSISTANT_ID THREAD_ID
 *
 * Without arguments it makes an assistant and a thread first.
 */
#include "openai_helpers.h"

#include <stdio.h>
#include <string.h>

static int failed(const char *what, const struct oac_error *err)
{
	char text[OAC_ERROR_TEXT];

	fprintf(stderr, "%s: %s\n", what, oac_error_text(err, text, sizeof(text)));
	return 1;
}

static int print_newest(void *user, const struct openai_message *message)
{
	char *text = openai_message_text(message);

	(void)user;
	printf("%s\n", text ? text : "");
	oac_text_free(text);
	return 1; /* one is enough */
}

static int run_once(struct oac_client *client, const char *assistant_id, const char *thread_id)
{
	const struct openai_create_run_request request = {
		.assistant_id = assistant_id,
		.instructions = "Please address the user as Jane Doe. The user has a premium account.",
	};
	struct openai_run *run;
	struct oac_error err;
	int result = 1;

	if (openai_runs_create_and_poll(client, thread_id, &request, NULL, &run, &err) != OAC_OK)
		failed("the run could not be followed", &err);
	else if (run->status != OPENAI_RUN_STATUS_COMPLETED)
		fprintf(stderr, "the run is %s\n", openai_run_status_text(run->status));
	else if (openai_messages_list_each(client, thread_id, NULL, NULL, print_newest, NULL, &err) != OAC_OK)
		failed("cannot list the messages", &err);
	else
		result = 0;
	openai_run_free(run);
	return result;
}

int main(int argc, char **argv)
{
	const struct openai_create_assistant_request tutor = {
		.model = "gpt-4o",
		.name = "Math Tutor",
		.instructions = "You are a personal math tutor.",
	};
	const struct openai_create_message_request question[] = { {
		.role = OPENAI_MESSAGE_ROLE_USER,
		.content = { .kind = OPENAI_MESSAGE_INPUT_STRING,
			.as = { .string = "I need to solve the equation `3x + 11 = 14`. Can you help me?" } },
	} };
	const struct openai_create_thread_request conversation = { .messages = OAC_LIST(question) };
	struct openai_assistant *assistant = NULL;
	struct openai_thread *thread = NULL;
	struct oac_error err;
	struct oac_client *client = openai_client_new(NULL, &err);
	int result;

	if (client == NULL)
		return failed("cannot make a client", &err);
	if (argc == 3)
		result = run_once(client, argv[1], argv[2]);
	else if (openai_assistants_create(client, &tutor, NULL, &assistant, &err) != OAC_OK ||
		openai_threads_create(client, &conversation, NULL, &thread, &err) != OAC_OK)
		result = failed("cannot make an assistant and a thread", &err);
	else
		result = run_once(client, assistant->id, thread->id);
	openai_thread_free(thread);
	openai_assistant_free(assistant);
	oac_client_free(client);
	return result;
}

/*
 * chat: talk to an assistant in the terminal. It answers as it goes, may look at the clock and
 * calculate, and remembers what was said. Ctrl-C stops an answer; at the prompt it leaves.
 *
 *	OPENAI_API_KEY=... build/examples/chat
 *
 * OPENAI_BASE_URL points it at another server, such as the local one; OPENAI_MODEL names
 * another model than gpt-4o.
 */
#include "chat_parts/terminal.h"
#include "chat_parts/tools.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct chat {
	struct oac_client *client;
	struct openai_assistant *assistant;
	struct openai_thread *thread;
};

static void complain(const char *what, const struct oac_error *err)
{
	terminal_end_line();
	terminal_say(RED, what);
	terminal_say(RED, ": ");
	terminal_say(RED, err->message);
	if (err->server_message[0] != '\0') {
		terminal_say(RED, "; the server says: ");
		terminal_say(RED, err->server_message);
	}
	terminal_say(PLAIN, "\n");
}

/* ---- an answer as it comes ---- */

static void on_text(void *user, struct openai_run_stream *stream, const struct openai_text_delta *delta,
	const struct openai_text *snapshot)
{
	(void)user;
	(void)stream;
	(void)snapshot;
	terminal_say(PLAIN, delta->value);
}

static void on_refusal(void *user, struct openai_run_stream *stream, const char *delta, const char *snapshot)
{
	(void)user;
	(void)stream;
	(void)snapshot;
	terminal_say(RED, delta);
}

static void on_message_done(void *user, struct openai_run_stream *stream, const struct openai_message *message)
{
	(void)user;
	(void)stream;
	(void)message;
	terminal_end_line();
}

static const struct openai_run_stream_handler handler = {
	.text_delta = on_text,
	.refusal_delta = on_refusal,
	.message_done = on_message_done,
};

/* ---- questions ---- */

static void tell_outcome(const struct chat *chat, enum oac_status status, const struct openai_run *run,
	const struct oac_error *err)
{
	const char *state = run != NULL ? openai_run_status_text(run->status) : NULL;

	terminal_end_line();
	if (status == OAC_E_CANCELLED) {
		terminal_say(DIM, "stopped\n");
	} else if (status != OAC_OK) {
		complain("no answer", err);
		/* While it goes on, the thread takes no other question. */
		if (run != NULL && openai_runs_cancel(chat->client, chat->thread->id, run->id, NULL, NULL, NULL) == OAC_OK)
			terminal_say(DIM, "the run was cancelled\n");
	} else if (run->status != OPENAI_RUN_STATUS_COMPLETED) {
		terminal_say(RED, "the run is ");
		terminal_say(RED, state != NULL ? state : "in a state that this program does not know");
		terminal_say(RED, run->last_error != NULL ? ": " : "");
		terminal_say(RED, run->last_error != NULL ? run->last_error->message : NULL);
		terminal_say(PLAIN, "\n");
	}
}

static void ask(const struct chat *chat, const char *question)
{
	const struct openai_create_message_request message = {
		.role = OPENAI_MESSAGE_ROLE_USER,
		.content = { .kind = OPENAI_MESSAGE_INPUT_STRING, .as = { .string = question } },
	};
	const struct openai_create_run_request request = { .assistant_id = chat->assistant->id };
	const struct oac_call_options call = { .cancel = oac_cancel_new() };
	const struct openai_run_tools_options options = {
		.call = call,
		.tools = chat_functions,
		.cancel_run = true,
		.stream = true,
		.handler = &handler,
	};
	struct openai_run *run = NULL;
	struct oac_error err;
	enum oac_status status;

	terminal_wait(call.cancel);
	status = openai_messages_create(chat->client, chat->thread->id, &message, &call, NULL, &err);
	if (status == OAC_OK)
		status = openai_runs_run_tools(chat->client, chat->thread->id, &request, &options, &run, &err);
	terminal_wait_end();
	tell_outcome(chat, status, run, &err);
	openai_run_free(run);
	oac_cancel_free(call.cancel);
}

/* ---- commands ---- */

static void forget(struct chat *chat)
{
	struct oac_error err;

	if (chat->thread != NULL &&
		openai_threads_delete(chat->client, chat->thread->id, NULL, NULL, &err) != OAC_OK)
		complain("cannot delete the conversation", &err);
	openai_thread_free(chat->thread);
	chat->thread = NULL;
}

/* False: there is no conversation to go on with. */
static bool begin(struct chat *chat)
{
	struct openai_thread *thread;
	struct oac_error err;

	if (openai_threads_create(chat->client, NULL, NULL, &thread, &err) != OAC_OK) {
		complain("cannot begin a conversation", &err);
		return chat->thread != NULL;
	}
	forget(chat);
	chat->thread = thread;
	return true;
}

static int show_message(void *user, const struct openai_message *message)
{
	char *text = openai_message_text(message);

	(void)user;
	terminal_say(GREEN, message->role == OPENAI_MESSAGE_ROLE_USER ? "you> " : "");
	terminal_say(PLAIN, text);
	terminal_end_line();
	oac_text_free(text);
	return 0;
}

static void show_history(const struct chat *chat)
{
	const struct openai_list_messages_request oldest_first = { .order = OPENAI_LIST_ORDER_ASC };
	struct oac_error err;

	if (openai_messages_list_each(chat->client, chat->thread->id, &oldest_first, NULL, show_message, NULL,
		    &err) != OAC_OK)
		complain("cannot list what was said", &err);
}

static void converse(struct chat *chat)
{
	bool goes_on = begin(chat);
	char *line;

	while (goes_on && (line = terminal_read_line("you> ")) != NULL) {
		if (strcmp(line, "/quit") == 0)
			goes_on = false;
		else if (strcmp(line, "/new") == 0)
			goes_on = begin(chat);
		else if (strcmp(line, "/history") == 0)
			show_history(chat);
		else if (line[0] == '/')
			terminal_say(DIM, "/new begins anew, /history shows what was said, /quit or Ctrl-D leaves; "
					  "Ctrl-C stops an answer\n");
		else if (line[strspn(line, " \t\r")] != '\0')
			ask(chat, line);
		free(line);
	}
	forget(chat);
}

int main(void)
{
	const char *model = getenv("OPENAI_MODEL");
	const struct openai_create_assistant_request wanted = {
		.model = model != NULL ? model : "gpt-4o",
		.name = "Chat",
		.instructions = "You talk in a terminal: answer in a few lines of plain text, without markup. "
				"Use the clock and the calculator rather than guess.",
		.tools = chat_tools,
	};
	struct oac_error err;
	struct chat chat = { .client = openai_client_new(NULL, &err) };
	int result = 1;

	if (!terminal_open()) {
		perror("chat");
	} else if (chat.client == NULL ||
		openai_assistants_create(chat.client, &wanted, NULL, &chat.assistant, &err) != OAC_OK) {
		fprintf(stderr, "chat: %s %s\n", err.message, err.server_message);
	} else {
		terminal_say(DIM, "/help tells what there is besides talking\n");
		converse(&chat);
		result = 0;
		if (openai_assistants_delete(chat.client, chat.assistant->id, NULL, NULL, &err) != OAC_OK)
			complain("cannot delete the assistant", &err);
	}
	openai_assistant_free(chat.assistant);
	oac_client_free(chat.client);
	return result;
}

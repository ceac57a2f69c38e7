/*
 * stream: an answer as it comes, with a tool on the way. Ctrl-C cancels the run.
 *
 *	OPENAI_API_KEY=... build/examples/stream ["question"]
 *
 * OPENAI_BASE_URL points it at another server, such as the local one.
 */
#define _POSIX_C_SOURCE 200809L

#include "openai_helpers.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static struct oac_cancel *cancel;

static void on_interrupt(int number)
{
	(void)number;
	oac_cancel_pull(cancel);
}

/* ---- what the assistant may call ---- */

static const struct openai_function_tool rain = { .function = {
	.name = "get_rain_probability",
	.description = "Get the probability of rain for a specific location",
	.parameters = OAC_JSON("{\"type\":\"object\",\"properties\":{\"location\":{\"type\":\"string\"}},"
			       "\"required\":[\"location\"]}"),
} };

static const struct openai_assistant_tool tools[] = {
	{ .kind = OPENAI_ASSISTANT_TOOL_FUNCTION, .as = { .function = &rain } },
};

static enum openai_tool_result get_rain_probability(void *user, const char *arguments,
	struct openai_tool_reply *reply)
{
	(void)user;
	printf(" -> 0.06\n");
	openai_tool_reply_add(reply, "{\"probability\":0.06,\"asked\":");
	openai_tool_reply_add(reply, arguments[0] != '\0' ? arguments : "null");
	openai_tool_reply_add(reply, "}");
	return OPENAI_TOOL_DONE;
}

/* ---- what is printed on the way ---- */

static void print(const char *text)
{
	if (text != NULL)
		fputs(text, stdout);
	fflush(stdout);
}

static void on_text(void *user, struct openai_run_stream *stream, const struct openai_text_delta *delta,
	const struct openai_text *snapshot)
{
	(void)user;
	(void)stream;
	(void)snapshot;
	print(delta->value);
}

static void on_text_done(void *user, struct openai_run_stream *stream, const struct openai_text *text,
	const struct openai_message *message)
{
	(void)user;
	(void)stream;
	(void)text;
	(void)message;
	print("\n");
}

static void on_call(void *user, struct openai_run_stream *stream, const struct openai_tool_call *call)
{
	(void)user;
	(void)stream;
	if (call->kind == OPENAI_TOOL_CALL_FUNCTION)
		print(call->as.function->function.name);
}

/* Arguments come in pieces, and are JSON only when all are there. */
static void on_call_piece(void *user, struct openai_run_stream *stream,
	const struct openai_tool_call_delta *delta, const struct openai_tool_call *snapshot)
{
	(void)user;
	(void)stream;
	(void)snapshot;
	if (delta->kind == OPENAI_TOOL_CALL_DELTA_FUNCTION && delta->as.function->function != NULL)
		print(delta->as.function->function->arguments);
}

static const struct openai_run_stream_handler handler = {
	.text_delta = on_text,
	.text_done = on_text_done,
	.tool_call_created = on_call,
	.tool_call_delta = on_call_piece,
};

/* ---- the program ---- */

static int failed(const char *what, const struct oac_error *err)
{
	char text[OAC_ERROR_TEXT];

	fprintf(stderr, "%s: %s\n", what, oac_error_text(err, text, sizeof(text)));
	return 1;
}

static int ask(struct oac_client *client, const char *assistant_id, const char *question)
{
	const struct openai_tool_function functions[] = {
		{ .name = "get_rain_probability", .call = get_rain_probability },
	};
	const struct openai_create_message_request messages[] = { {
		.role = OPENAI_MESSAGE_ROLE_USER,
		.content = { .kind = OPENAI_MESSAGE_INPUT_STRING, .as = { .string = question } },
	} };
	const struct openai_create_thread_request thread = { .messages = OAC_LIST(messages) };
	const struct openai_create_thread_and_run_request request = {
		.assistant_id = assistant_id,
		.thread = &thread,
	};
	const struct openai_run_tools_options options = {
		.call = { .cancel = cancel },
		.tools = OAC_LIST(functions),
		.stream = true,
		.handler = &handler,
		.cancel_run = true,
	};
	struct openai_run *run;
	struct oac_error err;
	enum oac_status status = openai_threads_run_tools(client, &request, &options, &run, &err);
	const char *state = run != NULL ? openai_run_status_text(run->status) : NULL;
	int result = 1;

	if (status == OAC_E_CANCELLED)
		printf("\ngiven up; the run is %s\n", state ? state : "unknown");
	else if (status != OAC_OK)
		failed("the stream broke off", &err);
	else
		result = run->status == OPENAI_RUN_STATUS_COMPLETED ? 0 : 1;
	if (status == OAC_OK && result != 0)
		fprintf(stderr, "the run is %s\n", state ? state : "in an unknown state");
	openai_run_free(run);
	return result;
}

int main(int argc, char **argv)
{
	const char *question = argc > 1 ? argv[1] : "How likely is rain in San Francisco today?";
	const struct openai_create_assistant_request wanted = {
		.model = "gpt-4o",
		.name = "Rain bot",
		.instructions = "You tell how likely rain is. Use the function for it.",
		.tools = OAC_LIST(tools),
	};
	struct sigaction interrupt = { .sa_handler = on_interrupt };
	struct openai_assistant *assistant = NULL;
	struct oac_error err;
	struct oac_client *client = openai_client_new(NULL, &err);
	int result;

	if (client == NULL)
		return failed("cannot make a client", &err);
	cancel = oac_cancel_new();
	if (cancel != NULL)
		sigaction(SIGINT, &interrupt, NULL);
	if (openai_assistants_create(client, &wanted, NULL, &assistant, &err) != OAC_OK)
		result = failed("cannot create the assistant", &err);
	else
		result = ask(client, assistant->id, question);
	if (assistant != NULL && openai_assistants_delete(client, assistant->id, NULL, NULL, &err) != OAC_OK)
		result = failed("cannot delete the assistant", &err);
	openai_assistant_free(assistant);
	oac_client_free(client);
	oac_cancel_free(cancel);
	return result;
}

/*
 * weather: an assistant with two functions, from its creation to the answer.
 *
 *	OPENAI_API_KEY=... build/examples/weather ["question"]
 *
 * OPENAI_BASE_URL points it at another server, such as the local one.
 */
#include "openai_helpers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct openai_function_tool temperature = { .function = {
	.name = "get_current_temperature",
	.description = "Get the current temperature for a specific location",
	.parameters = OAC_JSON("{\"type\":\"object\",\"properties\":{"
			       "\"location\":{\"type\":\"string\",\"description\":\"City and state, e.g. San Francisco, CA\"},"
			       "\"unit\":{\"type\":\"string\",\"enum\":[\"Celsius\",\"Fahrenheit\"]}},"
			       "\"required\":[\"location\",\"unit\"]}"),
} };

static const struct openai_function_tool rain = { .function = {
	.name = "get_rain_probability",
	.description = "Get the probability of rain for a specific location",
	.parameters = OAC_JSON("{\"type\":\"object\",\"properties\":{"
			       "\"location\":{\"type\":\"string\",\"description\":\"City and state, e.g. San Francisco, CA\"}},"
			       "\"required\":[\"location\"]}"),
} };

static const struct openai_assistant_tool tools[] = {
	{ .kind = OPENAI_ASSISTANT_TOOL_FUNCTION, .as = { .function = &temperature } },
	{ .kind = OPENAI_ASSISTANT_TOOL_FUNCTION, .as = { .function = &rain } },
};

static int failed(const char *what, const struct oac_error *err)
{
	char text[OAC_ERROR_TEXT];

	fprintf(stderr, "%s: %s\n", what, oac_error_text(err, text, sizeof(text)));
	return 1;
}

/* What a function gives back; a real program would parse the arguments and look it up. */
static const char *call_function(const struct openai_run_tool_call_function *function)
{
	if (strcmp(function->name, "get_current_temperature") == 0)
		return "57";
	if (strcmp(function->name, "get_rain_probability") == 0)
		return "0.06";
	return "{\"error\":\"there is no such function\"}";
}

static int print_status(void *user, const struct openai_run *run)
{
	const char *status = openai_run_status_text(run->status);

	(void)user;
	printf("run %s: %s\n", run->id, status ? status : "in a state that this program does not know");
	return 0;
}

/* Calls every function that the run asks for, and hands all outputs in at once. */
static enum oac_status answer_calls(struct oac_client *client, struct openai_run **run,
	const struct openai_poll_options *options, struct oac_error *err)
{
	const struct openai_run_tool_call_list *calls = &(*run)->required_action->submit_tool_outputs.tool_calls;
	struct openai_tool_output *outputs = calloc(calls->count + 1, sizeof(*outputs));
	const struct openai_submit_tool_outputs_request request = { .tool_outputs = { calls->count, outputs } };
	struct openai_run *asked = *run;
	enum oac_status status;
	size_t i;

	memset(err, 0, sizeof(*err));
	if (outputs == NULL)
		return OAC_E_NOMEM;
	for (i = 0; i < calls->count; i++) {
		const struct openai_run_tool_call *call = &calls->items[i];

		outputs[i].tool_call_id = call->id;
		outputs[i].output = call_function(&call->function);
		printf("  %s(%s) = %s\n", call->function.name, call->function.arguments, outputs[i].output);
	}
	status = openai_runs_submit_tool_outputs_and_poll(client, asked->thread_id, asked->id, &request, options, run, err);
	openai_run_free(asked);
	free(outputs);
	return status;
}

static int print_message(void *user, const struct openai_message *message)
{
	char *text = openai_message_text(message);
	const char *role = openai_message_role_text(message->role);

	(void)user;
	printf("%s: %s\n", role ? role : "?", text ? text : "");
	oac_text_free(text);
	return 0;
}

static int print_step(void *user, const struct openai_run_step *step)
{
	const char *type = openai_run_step_type_text(step->type);
	const char *status = openai_run_step_status_text(step->status);

	(void)user;
	printf("step %s: %s, %s\n", step->id, type ? type : "?", status ? status : "?");
	return 0;
}

static int ask(struct oac_client *client, const char *assistant_id, const char *thread_id, const char *question)
{
	const struct openai_create_message_request message = {
		.role = OPENAI_MESSAGE_ROLE_USER,
		.content = { .kind = OPENAI_MESSAGE_INPUT_STRING, .as = { .string = question } },
	};
	const struct openai_create_run_request request = { .assistant_id = assistant_id };
	const struct openai_poll_options options = { .deadline_ms = 300000, .cancel_run = true, .on_poll = print_status };
	const struct openai_list_messages_request oldest_first = { .order = OPENAI_LIST_ORDER_ASC };
	const struct openai_list_run_steps_request in_order = { .order = OPENAI_LIST_ORDER_ASC };
	struct openai_run *run = NULL;
	struct oac_error err;
	int result = 1;

	if (openai_messages_create(client, thread_id, &message, NULL, NULL, &err) != OAC_OK)
		return failed("cannot add the message", &err);

	if (openai_runs_create_and_poll(client, thread_id, &request, &options, &run, &err) != OAC_OK) {
		failed("the run could not be followed", &err);
		goto done;
	}
	while (run->status == OPENAI_RUN_STATUS_REQUIRES_ACTION && run->required_action != NULL) {
		if (answer_calls(client, &run, &options, &err) != OAC_OK) {
			failed("the run could not go on", &err);
			goto done;
		}
	}
	if (run->status != OPENAI_RUN_STATUS_COMPLETED) {
		fprintf(stderr, "the run ended otherwise: %s\n", run->last_error ? run->last_error->message : "no reason given");
		goto done;
	}
	printf("\n");
	if (openai_messages_list_each(client, thread_id, &oldest_first, NULL, print_message, NULL, &err) != OAC_OK ||
		openai_run_steps_list_each(client, thread_id, run->id, &in_order, NULL, print_step, NULL, &err) != OAC_OK) {
		failed("cannot list what happened", &err);
		goto done;
	}
	result = 0;
done:
	openai_run_free(run);
	return result;
}

int main(int argc, char **argv)
{
	const char *question = argc > 1 ? argv[1]
					: "What's the weather in San Francisco, CA today and the likelihood it'll rain?";
	const struct openai_create_assistant_request wanted = {
		.model = "gpt-4o",
		.name = "Weather bot",
		.instructions = "You are a weather bot. Use the provided functions to answer questions.",
		.tools = OAC_LIST(tools),
	};
	struct openai_assistant *assistant = NULL;
	struct openai_thread *thread = NULL;
	struct oac_error err;
	struct oac_client *client = openai_client_new(NULL, &err);
	int result = 1;

	if (client == NULL)
		return failed("cannot make a client", &err);
	if (openai_assistants_create(client, &wanted, NULL, &assistant, &err) != OAC_OK) {
		failed("cannot create the assistant", &err);
		goto done;
	}
	if (openai_threads_create(client, NULL, NULL, &thread, &err) != OAC_OK) {
		failed("cannot create the thread", &err);
		goto done;
	}
	result = ask(client, assistant->id, thread->id, question);
done:
	/* leave nothing behind on the server */
	if (thread != NULL && openai_threads_delete(client, thread->id, NULL, NULL, &err) != OAC_OK)
		result = failed("cannot delete the thread", &err);
	if (assistant != NULL && openai_assistants_delete(client, assistant->id, NULL, NULL, &err) != OAC_OK)
		result = failed("cannot delete the assistant", &err);
	openai_thread_free(thread);
	openai_assistant_free(assistant);
	oac_client_free(client);
	return result;
}

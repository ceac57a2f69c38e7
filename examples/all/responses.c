/*
 * responses: an answer of the Responses API, printed as it comes.
 *
 *	make all-of-it SPEC=openai.yaml
 *	OPENAI_API_KEY=... build/all/examples/all/responses ["question"]
 *
 * It stands on bindings for the vendor's whole document. OPENAI_BASE_URL points it at another server.
 */
#include "openai.h"

#include <stdio.h>

/* What went wrong within the response, as it says itself, or NULL. */
static const char *reason(const struct openai_response *response)
{
	return response->error != NULL ? response->error->message : NULL;
}

static void put(const char *text)
{
	if (text != NULL)
		fputs(text, stdout);
	fflush(stdout);
}

static int print(void *user, const struct openai_response_event *event)
{
	int *status = user;
	const struct openai_response *response;

	switch (event->kind) {
	case OPENAI_RESPONSE_EVENT_RESPONSE_CREATED:
		response = &event->as.response_created->response;
		fprintf(stderr, "%s: %s\n", response->id, openai_response_status_text(response->status));
		break;
	case OPENAI_RESPONSE_EVENT_RESPONSE_OUTPUT_TEXT_DELTA:
		put(event->as.response_output_text_delta->delta);
		break;
	case OPENAI_RESPONSE_EVENT_RESPONSE_REFUSAL_DELTA:
		put(event->as.response_refusal_delta->delta);
		break;
	case OPENAI_RESPONSE_EVENT_RESPONSE_COMPLETED:
		response = &event->as.response_completed->response;
		printf("\n");
		if (response->usage != NULL)
			fprintf(stderr, "%lld tokens\n", (long long)response->usage->total_tokens);
		*status = 0;
		break;
	case OPENAI_RESPONSE_EVENT_RESPONSE_FAILED:
		response = &event->as.response_failed->response;
		fprintf(stderr, "\nfailed: %s\n", reason(response) ? reason(response) : "for no reason that is given");
		break;
	case OPENAI_RESPONSE_EVENT_RESPONSE_INCOMPLETE:
		fprintf(stderr, "\nincomplete\n");
		break;
	default: /* of 53 kinds the rest is of no interest here, and neither are those still to come */
		break;
	}
	return 0;
}

int main(int argc, char **argv)
{
	const struct openai_create_response_request request = {
		.model = { .kind = OPENAI_RESPONSE_MODEL_MODEL_IDS_SHARED, .as = { .model_ids_shared = "gpt-5" } },
		.input = { .kind = OPENAI_RESPONSE_INPUT_STRING,
			.as = { .string = argc > 1 ? argv[1] : "Why is the sky blue? One sentence." } },
	};
	struct oac_error err;
	struct oac_client *client = openai_client_new(NULL, &err);
	int status = 1;

	if (client == NULL ||
		openai_responses_create_stream_each(client, &request, NULL, print, &status, &err) != OAC_OK) {
		fprintf(stderr, "%s %s\n", err.message, err.server_message);
		status = 1;
	}
	oac_client_free(client);
	return status;
}

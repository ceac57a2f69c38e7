/* chat: asks a model that runs on this machine, and prints the answer as it comes. See ../README.md. */
#include "ollama.h"

#include <stdio.h>

static int print(void *user, const struct ollama_chat_event *event)
{
	(void)user;
	return event->message == NULL || event->message->content == NULL || fputs(event->message->content, stdout) < 0;
}

int main(int argc, char **argv)
{
	struct oac_error err;
	struct oac_client *client = ollama_client_new(NULL, &err); /* OLLAMA_URL, else http://localhost:11434 */
	const struct ollama_chat_message ask = { .role = OLLAMA_ROLE_USER, .content = argc > 1 ? argv[1] : "Hello!" };
	const struct ollama_chat_request request = { .model = "gemma3", .messages = { 1, &ask } };

	if (client == NULL || ollama_chat_stream_each(client, &request, NULL, print, NULL, &err) != OAC_OK)
		fprintf(stderr, "%s %s\n", err.message, err.server_message);
	oac_client_free(client);
	return err.status != OAC_OK;
}

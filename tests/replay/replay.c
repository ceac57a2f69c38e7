/*
 * replay: runs a command against a server that answers by a script.
 *
 *	replay REPLIES LOG COMMAND [ARG...]
 *
 * The command finds the server's URL in REPLAY_URL. REPLIES holds an answer for each request, in
 * their order, the last one also for all that follow:
 *
 *	=== 200 OK
 *	Content-Type: text/event-stream
 *
 *	data: {}
 *
 * That is a status, header lines, an empty line, and a body up to the next line that begins with
 * "=== ". A Content-Length of its own may promise more than the body has: then the answer breaks
 * off. What was asked is written to LOG. The exit status is the command's.
 */
#define _POSIX_C_SOURCE 200809L

#include "http_script.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	REPLIES_MAX = 64,
	FILE_MAX = 1 << 20,
	TROUBLE = 125, /* exit status when it is not the command that failed */
};

static const char mark[] = "=== ";

static void fail(const char *what, const char *why)
{
	fprintf(stderr, "replay: %s: %s\n", what, why);
	exit(TROUBLE);
}

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *text = calloc(1, FILE_MAX + 1);

	if (file == NULL || text == NULL)
		fail(path, strerror(errno));
	if (fread(text, 1, FILE_MAX, file) == FILE_MAX)
		fail(path, "too large");
	fclose(file);
	return text;
}

/* Where the next reply begins; NULL: nowhere. */
static char *find_mark(char *text)
{
	char *line;

	for (line = text; line != NULL; line = strchr(line, '\n')) {
		line += line != text;
		if (strncmp(line, mark, strlen(mark)) == 0)
			return line;
	}
	return NULL;
}

/* The reply in text as HTTP has it. */
static char *to_http(const char *path, const char *text)
{
	const char *blank = strstr(text, "\n\n");
	size_t size = 2 * strlen(text) + 128;
	char *http = malloc(size);
	const char *c;
	size_t len;

	if (blank == NULL || http == NULL)
		fail(path, "a reply is a status, headers, an empty line and a body");
	len = (size_t)snprintf(http, size, "HTTP/1.1 ");
	for (c = text; c <= blank; c++) {
		if (*c == '\n')
			http[len++] = '\r';
		http[len++] = *c;
	}
	http[len] = '\0';
	len += (size_t)snprintf(http + len, size - len, "Connection: close\r\n");
	if (strstr(http, "\r\nContent-Length:") == NULL)
		len += (size_t)snprintf(http + len, size - len, "Content-Length: %zu\r\n", strlen(blank + 2));
	snprintf(http + len, size - len, "\r\n%s", blank + 2);
	return http;
}

static void add_replies(struct http_script *server, const char *path, char *text)
{
	static struct http_action actions[REPLIES_MAX][2];
	char *reply = find_mark(text);
	size_t count = 0;

	if (reply == NULL)
		fail(path, "there is no reply in it");
	while (reply != NULL) {
		char *next = find_mark(reply + 1);

		if (count == REPLIES_MAX)
			fail(path, "too many replies");
		if (next != NULL)
			*next = '\0';
		actions[count][0] = (struct http_action){ HTTP_SEND, to_http(path, reply + strlen(mark)), 0, 0 };
		actions[count][1] = (struct http_action){ HTTP_CLOSE, NULL, 0, 0 };
		http_script_add(server, actions[count++], 2);
		reply = next;
	}
}

static void write_log(struct http_script *server, const char *path)
{
	FILE *file = fopen(path, "wb");
	size_t count = http_script_count(server);
	size_t i;

	if (file == NULL)
		fail(path, strerror(errno));
	for (i = 0; i < count; i++) {
		const struct http_request *request = http_script_request(server, i);

		fputs(request->head, file);
		fwrite(request->body, 1, request->body_len, file);
		fputs("\n\n", file);
	}
	if (fclose(file) != 0)
		fail(path, strerror(errno));
}

static int run(char **command)
{
	pid_t child = fork();
	int status = 0;

	if (child == 0) {
		execvp(command[0], command);
		fprintf(stderr, "replay: %s: %s\n", command[0], strerror(errno));
		_exit(TROUBLE);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		fail(command[0], strerror(errno));
	return WIFEXITED(status) ? WEXITSTATUS(status) : TROUBLE;
}

int main(int argc, char **argv)
{
	struct http_script *server;
	int status;

	if (argc < 4) {
		fputs("usage: replay REPLIES LOG COMMAND [ARG...]\n", stderr);
		return TROUBLE;
	}
	server = http_script_new();
	add_replies(server, argv[1], read_file(argv[1]));
	setenv("REPLAY_URL", http_script_url(server), 1);
	status = run(argv + 3);
	write_log(server, argv[2]);
	http_script_free(server);
	return status;
}

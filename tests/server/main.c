/*
 * assistants-server: the Assistants API on this machine, for development and
 * tests without a network. README.md says what it does and how to script it.
 */
#define _POSIX_C_SOURCE 200809L
#include "http.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct options {
	unsigned port;
	bool port_given;
	const char *port_file;
	const char *script;
	unsigned long journal;
	bool verbose;
	bool help;
};

static const char usage[] =
	"usage: assistants-server --port N [--port-file FILE] [--script FILE]\n"
	"                         [--journal N] [--verbose]\n"
	"\n"
	"Serves the Assistants API on http://127.0.0.1:N/v1 until SIGTERM or SIGINT.\n"
	"\n"
	"  --port N          the port to listen on; 0 takes a free one\n"
	"  --port-file FILE  write the port to FILE when ready\n"
	"  --script FILE     how runs go and which requests fail, see README.md\n"
	"  --journal N       how many requests GET /_/requests shows: 10000; 0 for speed\n"
	"  --verbose         a line on stderr for each request\n"
	"  --help            show this\n";

static bool usage_fail(const char *what, const char *argument)
{
	fprintf(stderr, "assistants-server: %s '%s'; see --help\n", what, argument);
	return false;
}

static bool port_read(struct options *options, const char *text)
{
	unsigned long port;

	if (!*text || strlen(text) > 5 || strspn(text, "0123456789") != strlen(text))
		return usage_fail("no port:", text);
	port = strtoul(text, NULL, 10);
	if (port > 65535)
		return usage_fail("no port:", text);
	options->port = (unsigned)port;
	options->port_given = true;
	return true;
}

static bool journal_read(struct options *options, const char *text)
{
	if (!*text || strlen(text) > 9 || strspn(text, "0123456789") != strlen(text))
		return usage_fail("no number of requests:", text);
	options->journal = strtoul(text, NULL, 10);
	return true;
}

/* "--name VALUE" or "--name=VALUE": the value when argv[*i] is that option, and *i moved on. */
static const char *value_take(const char *name, int argc, char **argv, int *i)
{
	size_t len = strlen(name);

	if (strncmp(argv[*i], name, len) != 0)
		return NULL;
	if (argv[*i][len] == '=')
		return argv[*i] + len + 1;
	if (argv[*i][len] == '\0' && *i + 1 < argc)
		return argv[++*i];
	return NULL;
}

static bool options_read(struct options *options, int argc, char **argv)
{
	const char *value;
	int i;

	for (i = 1; i < argc; i++) {
		if ((value = value_take("--port", argc, argv, &i))) {
			if (!port_read(options, value))
				return false;
		} else if ((value = value_take("--port-file", argc, argv, &i))) {
			options->port_file = value;
		} else if ((value = value_take("--script", argc, argv, &i))) {
			options->script = value;
		} else if ((value = value_take("--journal", argc, argv, &i))) {
			if (!journal_read(options, value))
				return false;
		} else if (strcmp(argv[i], "--verbose") == 0) {
			options->verbose = true;
		} else if (strcmp(argv[i], "--help") == 0) {
			options->help = true;
		} else {
			return usage_fail("wrong option, or one without its value:", argv[i]);
		}
	}
	if (!options->port_given && !options->help)
		return usage_fail("missing option", "--port");
	return true;
}

/* Whoever waits for the file never sees half of it. */
static bool port_file_write(const char *path, unsigned port)
{
	char *name = text_format("%s.new", path);
	FILE *file = fopen(name, "w");
	bool ok = file && fprintf(file, "%u\n", port) > 0;

	if (file && fclose(file) != 0)
		ok = false;
	ok = ok && rename(name, path) == 0;
	if (!ok) {
		fprintf(stderr, "assistants-server: %s: %s\n", path, strerror(errno));
		if (file)
			remove(name);
	}
	free(name);
	return ok;
}

static volatile sig_atomic_t stopped;

static void stop_note(int signal_number)
{
	(void)signal_number;
	stopped = 1;
}

static int serve(const struct options *options, struct script *script)
{
	struct service service;
	struct http *http;
	char *error;
	struct sigaction action = { .sa_handler = stop_note };
	sigset_t signals, before;
	int status = 1;

	/* Let through only while the server waits, so that none is missed. */
	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigprocmask(SIG_BLOCK, &signals, &before);
	sigdelset(&before, SIGTERM);
	sigdelset(&before, SIGINT);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	signal(SIGPIPE, SIG_IGN);

	service_init(&service, script, options->journal);
	http = http_start(&service, options->port, options->verbose, &error);
	if (!http) {
		fprintf(stderr, "assistants-server: %s\n", error);
		free(error);
		goto done;
	}
	if (!options->port_file || port_file_write(options->port_file, http_port(http))) {
		printf("listening on http://127.0.0.1:%u/v1\n", http_port(http));
		fflush(stdout);
		http_serve(http, &before, &stopped);
		status = 0;
	}
	http_stop(http);
done:
	service_clear(&service);
	return status;
}

int main(int argc, char **argv)
{
	cJSON_Hooks hooks = { mem_alloc, free };
	struct options options = { .journal = 10000 };
	struct script script;
	char *error = NULL;
	int status = 1;

	cJSON_InitHooks(&hooks);
	if (!options_read(&options, argc, argv))
		return 2;
	if (options.help) {
		fputs(usage, stdout);
		return 0;
	}
	script_init(&script);
	if (!options.script || script_read(&script, options.script, &error))
		status = serve(&options, &script);
	else
		fprintf(stderr, "%s\n", error);
	free(error);
	script_clear(&script);
	return status;
}

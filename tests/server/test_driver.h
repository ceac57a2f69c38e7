/*
 * test_driver.h: starts the server that OAC_SERVER names, and talks to it.
 */
#ifndef TEST_DRIVER_H
#define TEST_DRIVER_H

#include <cjson/cJSON.h>
#include <curl/curl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <sys/types.h>

/* Short delays, for tests that need no others. */
#define QUICK "queued-ms 20\nin-progress-ms 30\ncancelling-ms 20\n"

#define RUNS "/v1/threads/thread_000001/runs"
#define RUN RUNS "/run_000001"
#define MESSAGES "/v1/threads/thread_000001/messages"

/* script: a char array, or NULL */
#define SERVER_TEST(test, script)                                                                  \
	{                                                                                          \
#test, test, server_setup, server_teardown, script                                 \
	}

#define NEEDS_SERVER(state)                                                                        \
	do {                                                                                       \
		if (!*(state)) {                                                                   \
			print_message("OAC_SERVER names no server to test\n");                     \
			skip();                                                                    \
		}                                                                                  \
	} while (0)

struct server {
	pid_t pid;
	int out; /* what the server prints */
	unsigned port;
	CURL *curl;
	char script[64]; /* a temporary file, gone once the server is up */
};

struct reply {
	CURLcode code;
	long status;
	char *body; /* NUL-terminated */
	size_t len;
	char *headers; /* as received, the names in lower case */
	cJSON *json;   /* NULL when the body is none */
};

/* For cmocka_unit_test_prestate_setup_teardown: the prestate is a script's text. */
int server_setup(void **state);
/* Fails unless SIGTERM makes the server end with 0. */
int server_teardown(void **state);

/*
 * Runs the server with the arguments, which end with NULL, until it ends by itself.
 * Returns its exit status with what it wrote to stdout or stderr in text.
 */
int server_run(const char *const *arguments, int stream, char *text, size_t size);

/* With all headers that the API wants; path begins with '/'; body NULL: none is sent. */
struct reply call(struct server *server, const char *method, const char *path, const char *body);
/* With these headers only, which end with NULL. */
struct reply call_with(struct server *server, const char *method, const char *path,
	const char *const *headers, const char *body);
/* Checks the status, keeps the JSON, which the caller frees, and drops the rest. */
cJSON *expect(
	struct server *server, long status, const char *method, const char *path, const char *body);
/* An error of the API; param and code NULL: the body has to say null. The message has to have part.
 */
void expect_error(struct server *server, long status, const char *param, const char *code,
	const char *part, const char *method, const char *path, const char *body);
void reply_clear(struct reply *reply);

/* The text at a path such as "data/0/id"; fails when there is none. */
const char *text_at(const cJSON *json, const char *path);
double number_at(const cJSON *json, const char *path);
const cJSON *value_at(const cJSON *json, const char *path); /* NULL: absent */

void drop(cJSON *json); /* frees it */

/* members: more of the request's, or NULL */
void make_assistant(struct server *server, const char *members);
void make_thread(struct server *server, const char *text); /* with a message by the user, or NULL */
void create_run(struct server *server, const char *members); /* of asst_000001, thread_000001 */
/* Polls run N of thread_000001 until it is no longer queued, in progress or cancelling. */
cJSON *run_wait(struct server *server, unsigned number);
int64_t now_ms(void);
void sleep_ms(long ms);

#endif

#define _POSIX_C_SOURCE 200809L

#include "poll_script.h"

#include "oac_client.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
	ANSWERS_MAX = 128,
	REQUESTS_MAX = 512,
};

struct answer {
	const cJSON *from;
	struct http_action actions[2]; /* the hook, which writes the text; then what it wrote */
	char *text;
};

struct poll_script {
	struct http_script *server;
	const char *thread_id;
	const char *run_id;
	struct answer answers[ANSWERS_MAX];
	size_t answer_count;
	pthread_mutex_t lock;
	int64_t came_at[REQUESTS_MAX];
	size_t request_count;
};

bool poll_script_date_ms(const char *value, int64_t *ms)
{
	char *end;

	if (value == NULL || strncmp(value, "@date+", 6) != 0)
		return false;
	*ms = strtoll(value + 6, &end, 10);
	return *end == '\0';
}

/* ---- an answer's text ---- */

static cJSON *make_run(const struct poll_script *script, const char *status)
{
	cJSON *run = cJSON_CreateObject();

	cJSON_AddStringToObject(run, "id", script->run_id);
	cJSON_AddStringToObject(run, "object", "thread.run");
	cJSON_AddNumberToObject(run, "created_at", 1710351818);
	cJSON_AddStringToObject(run, "thread_id", script->thread_id);
	cJSON_AddStringToObject(run, "assistant_id", "asst_abc123");
	cJSON_AddStringToObject(run, "status", status);
	cJSON_AddNullToObject(run, "required_action");
	cJSON_AddStringToObject(run, "model", "gpt-4o");
	cJSON_AddArrayToObject(run, "tools");
	return run;
}

static char *body_text(const struct poll_script *script, const cJSON *from)
{
	const char *status = text_of(from, "run");
	const cJSON *body = member(from, "body");
	cJSON *run;
	char *text;

	if (cJSON_IsString(body))
		return strdup(body->valuestring);
	if (status == NULL)
		return body != NULL ? cJSON_PrintUnformatted(body) : strdup("");
	run = make_run(script, status);
	text = cJSON_PrintUnformatted(run);
	cJSON_Delete(run);
	return text;
}

static void add_headers(FILE *out, const cJSON *headers)
{
	const cJSON *header;
	int64_t ms;

	cJSON_ArrayForEach(header, headers) {
		const char *value = cJSON_GetStringValue(header);
		char date[64];

		if (poll_script_date_ms(value, &ms)) {
			struct timespec now;
			struct tm broken;
			time_t then;

			clock_gettime(CLOCK_REALTIME, &now);
			then = (time_t)(now.tv_sec + (now.tv_nsec / 1000000 + ms) / 1000);
			gmtime_r(&then, &broken);
			strftime(date, sizeof(date), "%a, %d %b %Y %H:%M:%S GMT", &broken);
			value = date;
		}
		fprintf(out, "%s: %s\r\n", header->string, value ? value : "");
	}
}

static char *answer_text(const struct poll_script *script, const cJSON *from, size_t number)
{
	const cJSON *http = member(from, "http");
	char *body = body_text(script, from);
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (out == NULL || body == NULL)
		abort();
	fprintf(out, "HTTP/1.1 %d Scripted\r\nContent-Type: application/json\r\n",
		http != NULL ? http->valueint : 200);
	fprintf(out, "x-request-id: req_%zu\r\nContent-Length: %zu\r\n", number, strlen(body));
	add_headers(out, member(from, "headers"));
	fprintf(out, "\r\n%s", body);
	fclose(out);
	free(body);
	return text;
}

/* Runs as the first action of each reply: a date must be that of the moment. */
static void on_request(void *user)
{
	struct poll_script *script = user;
	struct answer *answer;
	size_t n;

	pthread_mutex_lock(&script->lock);
	n = script->request_count;
	if (n == REQUESTS_MAX)
		abort();
	script->came_at[script->request_count++] = oac_now_ms();
	answer = &script->answers[n < script->answer_count ? n : script->answer_count - 1];
	if (answer->actions[1].kind == HTTP_SEND) {
		free(answer->text);
		answer->text = answer_text(script, answer->from, n + 1);
		answer->actions[1].text = answer->text;
	}
	pthread_mutex_unlock(&script->lock);
}

/* ---- the script ---- */

static bool is_known(const cJSON *from, struct verdict *verdict)
{
	static const char *const names[] = { "run", "http", "body", "headers", "reset" };
	const cJSON *part;

	cJSON_ArrayForEach(part, from) {
		bool known = false;

		for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
			known = known || strcmp(part->string, names[i]) == 0;
		if (!known)
			return verdict_fail(verdict, "the script has an unknown '%s'", part->string);
	}
	return true;
}

static bool add_answer(struct poll_script *script, const cJSON *from, struct verdict *verdict)
{
	struct answer *answer = &script->answers[script->answer_count];

	if (script->answer_count == ANSWERS_MAX)
		return verdict_fail(verdict, "the script is too long");
	if (!is_known(from, verdict))
		return false;
	script->answer_count++;
	answer->from = from;
	answer->actions[0].kind = HTTP_CALL;
	answer->actions[1].kind = cJSON_IsTrue(member(from, "reset")) ? HTTP_RESET : HTTP_SEND;
	http_script_add(script->server, answer->actions, 2);
	return true;
}

struct poll_script *poll_script_new(const cJSON *script, const char *thread_id,
	const char *run_id, struct verdict *verdict)
{
	struct poll_script *made = calloc(1, sizeof(*made));
	const cJSON *from;
	bool ok = true;

	if (made == NULL)
		abort();
	pthread_mutex_init(&made->lock, NULL);
	made->server = http_script_new();
	made->thread_id = thread_id;
	made->run_id = run_id;
	http_script_hook(made->server, on_request, made);
	cJSON_ArrayForEach(from, script)
		ok = ok && add_answer(made, from, verdict);
	if (ok && made->answer_count > 0)
		return made;
	verdict_fail(verdict, "the script is empty");
	poll_script_free(made);
	return NULL;
}

void poll_script_free(struct poll_script *script)
{
	if (script == NULL)
		return;
	http_script_free(script->server);
	for (size_t i = 0; i < script->answer_count; i++)
		free(script->answers[i].text);
	pthread_mutex_destroy(&script->lock);
	free(script);
}

struct http_script *poll_script_server(const struct poll_script *script)
{
	return script->server;
}

int64_t poll_script_gap_ms(struct poll_script *script, size_t n)
{
	int64_t gap;

	pthread_mutex_lock(&script->lock);
	gap = script->came_at[n] - script->came_at[n - 1];
	pthread_mutex_unlock(&script->lock);
	return gap;
}

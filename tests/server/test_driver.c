#define _POSIX_C_SOURCE 200809L
#include "test_driver.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct chunk {
	char *data;
	size_t len;
};

int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void sleep_ms(long ms)
{
	struct timespec rest = { ms / 1000, ms % 1000 * 1000000 };

	while (nanosleep(&rest, &rest) != 0 && errno == EINTR)
		;
}

/* The child's stdout or stderr is the pipe's other end. */
static pid_t server_spawn(const char *const *arguments, int stream, int *from)
{
	const char *program = getenv("OAC_SERVER");
	char *copies[16] = { NULL };
	int ends[2];
	size_t count;
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(ends[1], stream);
		close(ends[0]);
		close(ends[1]);
		copies[0] = strdup(program);
		for (count = 0; arguments[count] && count < 14; count++)
			copies[count + 1] = strdup(arguments[count]);
		execv(program, copies);
		_exit(127);
	}
	close(ends[1]);
	*from = ends[0];
	return pid;
}

static size_t stream_read(int fd, char *text, size_t size, bool line_only)
{
	size_t len = 0;
	ssize_t got;

	while (len + 1 < size && (got = read(fd, text + len, size - 1 - len)) != 0) {
		if (got < 0 && errno != EINTR)
			break;
		len += got > 0 ? (size_t)got : 0;
		if (line_only && memchr(text, '\n', len))
			break;
	}
	text[len] = '\0';
	return len;
}

int server_run(const char *const *arguments, int stream, char *text, size_t size)
{
	int from, status;
	pid_t pid = server_spawn(arguments, stream, &from);

	stream_read(from, text, size, false);
	close(from);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void script_write(struct server *server, const char *text)
{
	ssize_t len = (ssize_t)strlen(text);
	int fd;

	snprintf(server->script, sizeof(server->script), "/tmp/oac-server-test-XXXXXX");
	fd = mkstemp(server->script);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, (size_t)len), len);
	close(fd);
}

int server_setup(void **state)
{
	const char *arguments[] = { "--port", "0", NULL, NULL, NULL };
	const char *script = *state;
	struct server *server;
	char line[256];

	*state = NULL;
	if (!getenv("OAC_SERVER"))
		return 0;
	server = calloc(1, sizeof(*server));
	assert_non_null(server);
	if (script) {
		script_write(server, script);
		arguments[2] = "--script";
		arguments[3] = server->script;
	}
	server->pid = server_spawn(arguments, STDOUT_FILENO, &server->out);
	stream_read(server->out, line, sizeof(line), true);
	if (script)
		remove(server->script); /* read by now, or refused */
	assert_int_equal(sscanf(line, "listening on http://127.0.0.1:%u/v1\n", &server->port), 1);
	server->curl = curl_easy_init();
	assert_non_null(server->curl);
	*state = server;
	return 0;
}

int server_teardown(void **state)
{
	struct server *server = *state;
	char rest[64];
	int status;

	if (!server)
		return 0;
	curl_easy_cleanup(server->curl);
	kill(server->pid, SIGTERM);
	assert_int_equal(waitpid(server->pid, &status, 0), server->pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_int_equal(stream_read(server->out, rest, sizeof(rest), false), 0);
	close(server->out);
	free(server);
	return 0;
}

static size_t chunk_add(char *data, size_t size, size_t count, void *user)
{
	struct chunk *chunk = user;
	size_t len = size * count;

	chunk->data = realloc(chunk->data, chunk->len + len + 1);
	assert_non_null(chunk->data);
	if (len)
		memcpy(chunk->data + chunk->len, data, len);
	chunk->len += len;
	chunk->data[chunk->len] = '\0';
	return len;
}

static size_t header_add(char *data, size_t size, size_t count, void *user)
{
	size_t i, name = 0;

	while (name < size * count && data[name] != ':')
		name++;
	for (i = 0; name < size * count && i < name; i++)
		data[i] = (char)tolower((unsigned char)data[i]);
	return chunk_add(data, size, count, user);
}

struct reply call_with(struct server *server, const char *method, const char *path,
	const char *const *headers, const char *body)
{
	struct chunk text = { NULL, 0 }, head = { NULL, 0 };
	struct curl_slist *list = curl_slist_append(NULL, "Expect:");
	struct reply reply = { 0 };
	CURL *curl = server->curl;
	char url[4096];

	snprintf(url, sizeof(url), "http://127.0.0.1:%u%s", server->port, path);
	for (; *headers; headers++)
		list = curl_slist_append(list, *headers);
	curl_easy_reset(curl);
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
	curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 10000L);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, chunk_add);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, &text);
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, header_add);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, &head);
	if (body)
		curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
	chunk_add(NULL, 0, 0, &text);
	chunk_add(NULL, 0, 0, &head);
	reply.code = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
	curl_slist_free_all(list);
	reply.body = text.data;
	reply.len = text.len;
	reply.headers = head.data;
	reply.json = cJSON_Parse(text.data);
	return reply;
}

struct reply call(struct server *server, const char *method, const char *path, const char *body)
{
	static const char *const headers[] = { "Authorization: Bearer sk-test",
		"OpenAI-Beta: assistants=v2", "Content-Type: application/json", NULL };

	return call_with(server, method, path, headers, body);
}

void reply_clear(struct reply *reply)
{
	free(reply->body);
	free(reply->headers);
	cJSON_Delete(reply->json);
	memset(reply, 0, sizeof(*reply));
}

cJSON *expect(
	struct server *server, long status, const char *method, const char *path, const char *body)
{
	struct reply reply = call(server, method, path, body);
	cJSON *json = reply.json;

	assert_int_equal(reply.code, CURLE_OK);
	if (reply.status != status)
		print_error("%s %s: %s\n", method, path, reply.body);
	assert_int_equal(reply.status, status);
	assert_non_null(strstr(reply.headers, "content-type: application/json"));
	assert_non_null(strstr(reply.headers, "x-request-id: req_"));
	assert_non_null(json);
	reply.json = NULL;
	reply_clear(&reply);
	return json;
}

static void expect_text_or_null(const cJSON *error, const char *name, const char *text)
{
	const cJSON *value = cJSON_GetObjectItemCaseSensitive(error, name);

	if (text)
		assert_string_equal(cJSON_GetStringValue(value), text);
	else
		assert_true(cJSON_IsNull(value));
}

void expect_error(struct server *server, long status, const char *param, const char *code,
	const char *part, const char *method, const char *path, const char *body)
{
	cJSON *json = expect(server, status, method, path, body);
	const cJSON *error = value_at(json, "error");

	if (part && !strstr(text_at(error, "message"), part))
		fail_msg("'%s' is not in: %s", part, text_at(error, "message"));
	assert_string_equal(text_at(error, "type"), "invalid_request_error");
	expect_text_or_null(error, "code", code);
	expect_text_or_null(error, "param", param);
	cJSON_Delete(json);
}

void drop(cJSON *json)
{
	cJSON_Delete(json);
}

const cJSON *value_at(const cJSON *json, const char *path)
{
	char name[64];
	size_t len;

	for (; json && *path; path += len + (path[len] == '/')) {
		len = strcspn(path, "/");
		snprintf(name, sizeof(name), "%.*s", (int)len, path);
		json = cJSON_IsArray(json) ? cJSON_GetArrayItem(json, (int)strtol(name, NULL, 10))
					   : cJSON_GetObjectItemCaseSensitive(json, name);
	}
	return json;
}

const char *text_at(const cJSON *json, const char *path)
{
	const char *text = cJSON_GetStringValue(value_at(json, path));

	if (!text)
		fail_msg("no text at %s", path);
	return text;
}

double number_at(const cJSON *json, const char *path)
{
	const cJSON *value = value_at(json, path);

	if (!cJSON_IsNumber(value))
		fail_msg("no number at %s", path);
	return value->valuedouble;
}

void make_assistant(struct server *server, const char *members)
{
	char body[2048];
	cJSON *json;

	snprintf(body, sizeof(body), "{\"model\":\"gpt-4o\"%s%s}", members ? "," : "",
		members ? members : "");
	json = expect(server, 200, "POST", "/v1/assistants", body);
	cJSON_Delete(json);
}

void make_thread(struct server *server, const char *text)
{
	cJSON *request = cJSON_CreateObject(), *json;
	cJSON *message = cJSON_CreateObject();
	char *body;

	if (text) {
		cJSON_AddItemToArray(cJSON_AddArrayToObject(request, "messages"), message);
		cJSON_AddStringToObject(message, "role", "user");
		cJSON_AddStringToObject(message, "content", text);
	} else {
		cJSON_Delete(message);
	}
	body = cJSON_PrintUnformatted(request);
	json = expect(server, 200, "POST", "/v1/threads", body);
	cJSON_Delete(json);
	cJSON_Delete(request);
	free(body);
}

void create_run(struct server *server, const char *members)
{
	char body[1024];

	snprintf(body, sizeof(body), "{\"assistant_id\":\"asst_000001\"%s%s}", members ? "," : "",
		members ? members : "");
	drop(expect(server, 200, "POST", RUNS, body));
}

cJSON *run_wait(struct server *server, unsigned number)
{
	int64_t end_ms = now_ms() + 3000;
	char path[64];
	const char *status;
	cJSON *run;

	snprintf(path, sizeof(path), "/v1/threads/thread_000001/runs/run_%06u", number);
	for (;;) {
		run = expect(server, 200, "GET", path, NULL);
		status = text_at(run, "status");
		if (strcmp(status, "queued") != 0 && strcmp(status, "in_progress") != 0 &&
			strcmp(status, "cancelling") != 0)
			return run;
		assert_true(now_ms() < end_ms);
		cJSON_Delete(run);
		sleep_ms(4);
	}
}

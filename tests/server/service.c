#include "service.h"
#include "api.h"
#include "json.h"
#include "page.h"
#include "run.h"
#include "stream.h"
#include "validate.h"

#include <string.h>
#include <strings.h>

enum body_need {
	BODY_NONE,
	BODY_OPTIONAL,
	BODY_NEEDED,
};

struct operation {
	const char *method;
	const char *path; /* '*' stands for an id */
	api_fn *run;
	enum body_need body;
	const struct rule *rule;
	unsigned query; /* of enum query_set */
};

/* The first line whose method and path match is the operation, so that fixed names go first. */
static const struct operation operations[] = {
	{ "GET", "/v1/assistants", api_assistants_list, BODY_NONE, NULL, QUERY_PAGE },
	{ "POST", "/v1/assistants", api_assistants_create, BODY_NEEDED, &rule_create_assistant, 0 },
	{ "GET", "/v1/assistants/*", api_assistants_get, BODY_NONE, NULL, 0 },
	{ "POST", "/v1/assistants/*", api_assistants_modify, BODY_NEEDED, &rule_modify_assistant,
		0 },
	{ "DELETE", "/v1/assistants/*", api_assistants_delete, BODY_NONE, NULL, 0 },
	{ "POST", "/v1/threads", api_threads_create, BODY_OPTIONAL, &rule_create_thread, 0 },
	{ "POST", "/v1/threads/runs", api_threads_run, BODY_NEEDED, &rule_create_thread_and_run,
		0 },
	{ "GET", "/v1/threads/*", api_threads_get, BODY_NONE, NULL, 0 },
	{ "POST", "/v1/threads/*", api_threads_modify, BODY_NEEDED, &rule_modify_thread, 0 },
	{ "DELETE", "/v1/threads/*", api_threads_delete, BODY_NONE, NULL, 0 },
	{ "GET", "/v1/threads/*/messages", api_messages_list, BODY_NONE, NULL,
		QUERY_PAGE | QUERY_RUN_ID },
	{ "POST", "/v1/threads/*/messages", api_messages_create, BODY_NEEDED, &rule_create_message,
		0 },
	{ "GET", "/v1/threads/*/messages/*", api_messages_get, BODY_NONE, NULL, 0 },
	{ "POST", "/v1/threads/*/messages/*", api_messages_modify, BODY_NEEDED,
		&rule_modify_metadata, 0 },
	{ "DELETE", "/v1/threads/*/messages/*", api_messages_delete, BODY_NONE, NULL, 0 },
	{ "GET", "/v1/threads/*/runs", api_runs_list, BODY_NONE, NULL, QUERY_PAGE },
	{ "POST", "/v1/threads/*/runs", api_runs_create, BODY_NEEDED, &rule_create_run,
		QUERY_INCLUDE },
	{ "GET", "/v1/threads/*/runs/*", api_runs_get, BODY_NONE, NULL, 0 },
	{ "POST", "/v1/threads/*/runs/*", api_runs_modify, BODY_NEEDED, &rule_modify_metadata, 0 },
	{ "POST", "/v1/threads/*/runs/*/cancel", api_runs_cancel, BODY_NONE, NULL, 0 },
	{ "POST", "/v1/threads/*/runs/*/submit_tool_outputs", api_runs_submit, BODY_NEEDED,
		&rule_submit_tool_outputs, 0 },
	{ "GET", "/v1/threads/*/runs/*/steps", api_steps_list, BODY_NONE, NULL,
		QUERY_PAGE | QUERY_INCLUDE },
	{ "GET", "/v1/threads/*/runs/*/steps/*", api_steps_get, BODY_NONE, NULL, QUERY_INCLUDE },
};

enum { OPERATIONS = sizeof(operations) / sizeof(operations[0]) };

/* Whether the path has the shape of the pattern; ids are the segments where it has a '*'. */
static bool path_match(const char *pattern, const char *path, const char *ids[PATH_IDS_MAX])
{
	size_t count = 0, len;

	while (*pattern && *path) {
		if (*pattern != '*') {
			if (*pattern++ != *path++)
				return false;
			continue;
		}
		len = strcspn(path, "/");
		if (!len || count == PATH_IDS_MAX)
			return false;
		ids[count++] = path;
		path += len;
		pattern++;
	}
	if (*pattern || *path)
		return false;
	while (count < PATH_IDS_MAX)
		ids[count++] = NULL;
	return true;
}

static const struct operation *operation_find(struct request *request, struct answer *answer)
{
	const struct operation *operation;
	const char *ids[PATH_IDS_MAX];
	struct text allowed = { NULL, 0, 0 };
	size_t i;

	for (operation = operations; operation < operations + OPERATIONS; operation++) {
		if (!path_match(operation->path, request->path, ids))
			continue;
		if (strcmp(operation->method, request->method) == 0)
			break;
		text_add(&allowed, allowed.len ? ", " : "");
		text_add(&allowed, operation->method);
	}
	if (operation == operations + OPERATIONS) {
		if (!allowed.len) {
			answer_error(answer, 404, NULL, "unknown_url", "Unknown request URL: %s %s",
				request->method, request->path);
		} else {
			answer_error(answer, 405, NULL, "method_not_supported",
				"%s does not allow the method %s, but %s", request->path,
				request->method, allowed.data);
			headers_set(&answer->headers, "Allow", allowed.data);
		}
		operation = NULL;
	}
	for (i = 0; operation && i < PATH_IDS_MAX && ids[i]; i++) {
		request->ids[i] = percent_decode(ids[i], strcspn(ids[i], "/"), false);
		if (!request->ids[i]) {
			answer_error(answer, 400, NULL, "invalid_value",
				"The path %s is not percent-encoded UTF-8", request->path);
			operation = NULL;
		}
	}
	text_clear(&allowed);
	return operation;
}

static bool key_check(const struct request *request, struct answer *answer)
{
	static const char scheme[] = "Bearer ";
	const char *bearer = headers_get(&request->headers, "authorization");
	const char *key = headers_get(&request->headers, "api-key");

	if (bearer && strncasecmp(bearer, scheme, sizeof(scheme) - 1) == 0)
		key = bearer + sizeof(scheme) - 1;
	if (key && key[strspn(key, " \t")])
		return true;
	return answer_error(answer, 401, NULL, "invalid_api_key",
		"There is no API key: send 'Authorization: Bearer KEY' or 'api-key: KEY'");
}

static bool beta_check(const struct request *request, struct answer *answer)
{
	static const char wanted[] = "assistants=v2";
	const char *at = headers_get(&request->headers, "openai-beta");
	size_t len;

	for (; at && *at; at += len + (at[len] == ',')) {
		at += strspn(at, " \t");
		len = strcspn(at, ",");
		if (strncmp(at, wanted, sizeof(wanted) - 1) == 0 &&
			strspn(at + sizeof(wanted) - 1, " \t") == len - (sizeof(wanted) - 1))
			return true;
	}
	return answer_error(answer, 400, NULL, "invalid_beta",
		"The header 'OpenAI-Beta: %s' has to be sent", wanted);
}

static bool type_is_json(const struct request *request)
{
	static const char json[] = "application/json";
	const char *type = headers_get(&request->headers, "content-type");

	return type && strncasecmp(type, json, sizeof(json) - 1) == 0 &&
	       strchr("; \t", type[sizeof(json) - 1]);
}

static bool body_read(
	struct request *request, const struct operation *operation, struct answer *answer)
{
	const char *fault;
	size_t at;

	if (operation->body == BODY_NONE)
		return !request->body.len || answer_error(answer, 400, NULL, "unexpected_body",
						     "This operation takes no body");
	if (!request->body.len)
		return operation->body == BODY_OPTIONAL ||
		       answer_error(answer, 400, NULL, "missing_body",
			       "This operation needs a JSON object as its body");
	if (!type_is_json(request))
		return answer_error(answer, 400, NULL, "invalid_content_type",
			"The body has to come with 'Content-Type: application/json'");
	request->json = json_read(request->body.data, request->body.len, &fault, &at);
	if (!request->json)
		return answer_error(answer, 400, NULL, "invalid_json",
			"The body is no JSON: %s at byte %zu", fault, at);
	return validate(request->json, operation->rule, answer);
}

/* What tests ask about the server itself, apart from the API. */
static void control_answer(
	struct service *service, const struct request *request, struct answer *answer)
{
	const char *name = request->path + strlen("/_/");
	bool get = strcmp(request->method, "GET") == 0;
	cJSON *value = NULL;

	if (get && strcmp(name, "requests") == 0) {
		value = journal_json(&service->journal);
	} else if (get && strcmp(name, "connections") == 0) {
		value = cJSON_CreateObject();
		json_set_number(value, "accepted", (double)service->connections);
		json_set_number(value, "open", (double)service->connections_open);
	} else if (get && strcmp(name, "health") == 0) {
		value = cJSON_CreateObject();
		json_set_text(value, "status", "ok");
	} else if (strcmp(request->method, "DELETE") == 0 && strcmp(name, "requests") == 0) {
		journal_clear(&service->journal);
		value = cJSON_CreateArray();
	}
	if (value)
		answer_json(answer, 200, value);
	else
		answer_error(answer, 404, NULL, "unknown_url", "Unknown control request: %s %s",
			request->method, request->path);
	cJSON_Delete(value);
}

static bool is_control(const struct request *request)
{
	return strncmp(request->path, "/_/", 3) == 0;
}

void service_init(struct service *service, struct script *script, size_t journal_max)
{
	memset(service, 0, sizeof(*service));
	service->script = script;
	service->journal.max = journal_max;
	state_init(&service->state, script);
}

void service_clear(struct service *service)
{
	state_clear(&service->state);
	journal_clear(&service->journal);
}

const struct fault *service_receive(struct service *service, const struct request *request)
{
	if (is_control(request))
		return NULL;
	journal_add(&service->journal, request, request->now_ms - service->state.start_ms);
	return script_fault(service->script, request->method, request->path);
}

void service_answer(struct service *service, struct request *request, struct answer *answer)
{
	const struct operation *operation;

	if (is_control(request)) {
		control_answer(service, request, answer);
		return;
	}
	operation = operation_find(request, answer);
	if (operation && key_check(request, answer) && beta_check(request, answer) &&
		query_read(request, operation->query, answer) &&
		body_read(request, operation, answer))
		operation->run(&service->state, request, answer);
}

size_t service_stream_read(
	struct service *service, struct stream *stream, int64_t now_ms, char *out, size_t size)
{
	size_t wanted = stream->script->chunk_bytes ? stream->script->chunk_bytes : 1;

	while (stream_pending(stream) < wanted && stream->run && run_next_ms(stream->run) <= now_ms)
		run_change(&service->state, stream->thread, stream->run);
	if (!stream_pending(stream))
		stream_keep_alive(stream, now_ms);
	return stream_take(stream, now_ms, out, size);
}

int64_t service_stream_next(const struct stream *stream)
{
	int64_t run_ms = stream->run ? run_next_ms(stream->run) : INT64_MAX;
	int64_t alive_ms = stream_keep_alive_ms(stream);

	return run_ms < alive_ms ? run_ms : alive_ms;
}

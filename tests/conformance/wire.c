#include "golden.h"
#include "operations.h"

#include <stdio.h>
#include <string.h>

/* What the answer of each kind of operation has at least. */
static const char *const answers[] = {
	[ANSWER_OBJECT] = "{\"id\":\"id_1\",\"object\":\"thing\",\"created_at\":1710351818}",
	[ANSWER_LIST] = "{\"object\":\"list\",\"data\":[],\"first_id\":null,\"last_id\":null,"
			"\"has_more\":false}",
	[ANSWER_DELETED] = "{\"id\":\"id_1\",\"object\":\"thing.deleted\",\"deleted\":true}",
};

struct wire {
	const cJSON *golden;
	const char *name;
	const struct ours *ours;
	struct verdict *verdict;
	struct http_script *server;
	struct input input;
	char base_url[256];
	struct pairs client_headers;
	struct pairs client_query;
	struct pairs call_headers;
	struct oac_client_options client_options;
};

/* ---- options ---- */

static bool take_client_option(struct wire *w, const cJSON *option)
{
	struct oac_client_options *options = &w->client_options;
	const char *name = option->string;

	if (strcmp(name, "defaultHeaders") == 0)
		return pairs_add(&w->client_headers, option);
	if (strcmp(name, "defaultQuery") == 0)
		return pairs_add(&w->client_query, option);
	if (strcmp(name, "organization") == 0)
		return pairs_add_value(&w->client_headers, "OpenAI-Organization", option);
	if (strcmp(name, "project") == 0)
		return pairs_add_value(&w->client_headers, "OpenAI-Project", option);
	if (strcmp(name, "apiKey") == 0)
		options->api_key = cJSON_GetStringValue(option);
	else if (strcmp(name, "maxRetries") == 0)
		options->max_retries = oac_int((int64_t)option->valuedouble);
	else if (strcmp(name, "timeout") == 0)
		options->timeout_ms = (int64_t)option->valuedouble;
	else
		return false;
	return true;
}

static bool take_request_option(struct wire *w, const cJSON *option)
{
	struct oac_call_options *options = &w->input.options;
	const char *name = option->string;

	if (strcmp(name, "headers") == 0)
		return pairs_add(&w->call_headers, option);
	if (strcmp(name, "query") == 0)
		return pairs_add(&w->input.rest, option);
	if (strcmp(name, "maxRetries") == 0)
		options->max_retries = oac_int((int64_t)option->valuedouble);
	else if (strcmp(name, "timeout") == 0)
		options->timeout_ms = (int64_t)option->valuedouble;
	else /* the key is never sent by either, because the API has no header for it */
		return strcmp(name, "idempotencyKey") == 0;
	return true;
}

static bool take_each(struct wire *w, const cJSON *options, const char *what,
	bool (*take)(struct wire *w, const cJSON *option))
{
	const cJSON *option;

	cJSON_ArrayForEach(option, options)
		if (!take(w, option))
			return verdict_fail(w->verdict, "cannot set the %s option '%s'", what,
				option->string);
	return true;
}

static bool take_options(struct wire *w)
{
	const cJSON *all = member(w->golden, "options");
	const char *suffix = text_of(all, "base_url_suffix");
	const cJSON *option;

	cJSON_ArrayForEach(option, all)
		if (strcmp(option->string, "client") != 0 && strcmp(option->string, "request") != 0 &&
			strcmp(option->string, "base_url_suffix") != 0)
			return verdict_fail(w->verdict, "unknown kind of option '%s'", option->string);
	snprintf(w->base_url, sizeof(w->base_url), "%s/v1%s", http_script_url(w->server),
		suffix ? suffix : "");
	w->client_options.base_url = w->base_url;
	w->client_options.api_key = GOLDEN_KEY;
	if (!take_each(w, member(all, "client"), "client", take_client_option) ||
		!take_each(w, member(all, "request"), "request", take_request_option))
		return false;
	w->client_options.headers = pairs_list(&w->client_headers);
	w->client_options.query = pairs_list(&w->client_query);
	w->input.options.headers = pairs_list(&w->call_headers);
	w->input.options.query = pairs_list(&w->input.rest);
	return true;
}

static bool take_input(struct wire *w)
{
	const cJSON *path = member(w->golden, "path");
	const cJSON *body = member(w->golden, "body");
	struct input *in = &w->input;

	in->thread_id = text_of(path, "thread_id");
	in->run_id = text_of(path, "run_id");
	in->step_id = text_of(path, "step_id");
	in->message_id = text_of(path, "message_id");
	in->assistant_id = text_of(path, "assistant_id");
	if (body != NULL)
		in->body = cJSON_PrintUnformatted(body);
	if (!input_query(in, member(w->golden, "query")))
		return verdict_fail(w->verdict, "the query has too many members");
	return true;
}

/* ---- expectations ---- */

static bool has_empty_path(const cJSON *path)
{
	const cJSON *argument;

	cJSON_ArrayForEach(argument, path)
		if (cJSON_IsString(argument) && argument->valuestring[0] == '\0')
			return true;
	return false;
}

static bool is_refused(struct wire *w)
{
	const cJSON *wire = member(w->golden, "wire");

	if (wire == NULL || cJSON_IsNull(wire))
		return true;
	return has_empty_path(member(w->golden, "path")) &&
		ours_apply(w->ours, "empty-path-refused", w->name, w->verdict) != NULL;
}

/* The golden request, without the pairs that are null in the input. */
static cJSON *expected_request(struct wire *w)
{
	cJSON *want = cJSON_Duplicate(member(w->golden, "wire"), true);
	cJSON *query = cJSON_GetObjectItemCaseSensitive(want, "query");
	const cJSON *input;

	cJSON_ArrayForEach(input, member(w->golden, "query")) {
		cJSON *pair = query != NULL ? query->child : NULL;

		if (!cJSON_IsNull(input) ||
			ours_apply(w->ours, "null-query-absent", w->name, w->verdict) == NULL)
			continue;
		while (pair != NULL) {
			cJSON *next = pair->next;
			const char *name = cJSON_GetStringValue(pair->child);

			if (name != NULL && strcmp(name, input->string) == 0)
				cJSON_Delete(cJSON_DetachItemViaPointer(query, pair));
			pair = next;
		}
	}
	return want;
}

/* The goldens record no header of the caller's own choice, but it has to be there. */
static bool sends_own_headers(struct wire *w, const struct http_request *request,
	const struct pairs *pairs)
{
	char value[1024];

	for (size_t i = 0; i < pairs->count; i++) {
		const struct oac_header *header = &pairs->items[i];
		const char *sent = http_script_header(request, header->name, value, sizeof(value));
		bool same = (sent == NULL) == (header->value == NULL) &&
			(sent == NULL || strcmp(sent, header->value) == 0);

		if (!same)
			return verdict_fail(w->verdict, "the header %s is '%s'", header->name,
				sent ? sent : "(none)");
	}
	return true;
}

static void check(struct wire *w, enum oac_status status, const struct oac_error *err)
{
	size_t count = http_script_count(w->server);
	const struct http_request *request;
	cJSON *want;

	if (is_refused(w)) {
		if (count != 0 || status != OAC_E_ARGUMENT)
			verdict_fail(w->verdict, "not refused: %s, %zu requests",
				oac_status_name(status), count);
		return;
	}
	if (status != OAC_OK) {
		verdict_fail(w->verdict, "%s: %s", oac_status_name(status), err->message);
		return;
	}
	if (count != 1) {
		verdict_fail(w->verdict, "%zu requests instead of one", count);
		return;
	}
	request = http_script_request(w->server, 0);
	want = expected_request(w);
	if (compare_request(request, want, "the request", w->verdict) &&
		sends_own_headers(w, request, &w->call_headers))
		sends_own_headers(w, request, &w->client_headers);
	cJSON_Delete(want);
}

void wire_run(const cJSON *wire_case, const struct ours *ours, struct verdict *verdict)
{
	struct wire w = { .golden = wire_case, .ours = ours, .verdict = verdict };
	const char *op = text_of(wire_case, "op");
	const struct operation *operation = op != NULL ? operation_find(op) : NULL;
	struct oac_client *client = NULL;
	struct oac_error err;

	w.name = text_of(wire_case, "case");
	if (operation == NULL) {
		verdict_fail(verdict, "there is no operation '%s'", op ? op : "");
		return;
	}
	w.server = http_script_new();
	http_script_answer(w.server, "200 OK", "", answers[operation->answer]);
	if (!take_input(&w) || !take_options(&w))
		goto done;
	client = openai_client_new(&w.client_options, &err);
	if (client == NULL && !is_refused(&w))
		verdict_fail(verdict, "no client: %s", err.message);
	if (client != NULL)
		check(&w, operation->call(client, &w.input, &err), &err);
done:
	oac_client_free(client);
	http_script_free(w.server);
	input_clear(&w.input);
}

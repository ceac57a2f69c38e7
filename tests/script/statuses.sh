#!/bin/sh
# An operation whose answers differ by HTTP status, through its own functions: one after another, and on a loop.
. tests/support/tap.sh

cat >"$tap_work/main.c" <<'C'
#include "oac_loop.h"
#include "oac_transport.h"
#include "statuses.h"
#include <stdio.h>
#include <string.h>

static const struct {
	int status;
	const char *type;
	const char *body;
} replies[] = {
	{ 200, "application/json", "{\"name\":\"as it was\"}" },
	{ 201, "application/json", "{\"location\":\"/things/7\",\"new\":1}" },
	{ 202, "application/vnd.job+json", "{\"job\":\"j\",\"state\":\"odd\"}" },
	{ 203, "application/json", "{\"name\":\"said by others\"}" },
	{ 204, "", "" },
	{ 206, "image/png", "PNG" },
	{ 207, "application/json", "[{\"name\":\"a\"},{\"name\":\"b\"}]" },
	{ 250, "application/json", "\"word\"" },
	{ 222, "application/json", "[1,{}]" },
	{ 201, "application/json", "{\"location\":5}" },
	{ 200, "text/html", "<p>" },
	{ 500, "application/json", "{\"job\":\"broken\"}" },
};
static size_t next;
static const struct oac_sink *to;

static enum oac_status start(void *user, const struct oac_request *request, const struct oac_sink *sink, void **exchange)
{
	(void)user;
	if (next == 0)
		for (size_t i = 0; i < request->headers.count; i++)
			if (strcmp(request->headers.items[i].name, "Accept") == 0)
				printf("Accept: %s\n", request->headers.items[i].value);
	to = sink;
	*exchange = &to;
	return OAC_OK;
}

static bool step(void *user, void *exchange, int64_t wait_ms, const struct oac_cancel *cancel, struct oac_result *result)
{
	char head[100];

	(void)user, (void)exchange, (void)wait_ms, (void)cancel;
	snprintf(head, sizeof(head), "Content-Type: %s\r\n", replies[next].type);
	to->head(to->user, replies[next].status, head, strlen(head));
	to->body(to->user, replies[next].body, strlen(replies[next].body));
	result->outcome = OAC_OUTCOME_ANSWERED;
	return true;
}

static void end(void *user, void *exchange)
{
	(void)user, (void)exchange;
}

static const struct oac_transport script = { NULL, start, step, end, NULL };

static void say(const struct statuses_put_thing_answer *answer)
{
	struct oac_error err;
	char *text = statuses_put_thing_answer_to_json(answer, NULL, &err);

	printf("%d kind %d: %s\n", replies[next].status, (int)answer->kind,
		answer->kind == STATUSES_PUT_THING_ANSWER_PARTIAL_CONTENT ? answer->as.partial_content.data : text);
	if (answer->kind == STATUSES_PUT_THING_ANSWER_CREATED)
		printf("at %s\n", answer->as.created->location);
	oac_text_free(text);
}

static void done(void *user, enum oac_status status, struct statuses_put_thing_answer *answer, const struct oac_error *err)
{
	(void)user;
	if (status == OAC_OK)
		say(answer);
	else
		printf("%s: %s\n", oac_status_name(status), err->message);
	statuses_put_thing_answer_free(answer);
}

int main(int argc, char **argv)
{
	const struct oac_client_options options = { .transport = &script, .max_retries = OAC_INT(0), .strict = argc > 2 };
	struct oac_error err;
	struct oac_client *client = statuses_client_new(&options, &err);
	struct oac_loop *loop = oac_loop_new(NULL, &err);

	if (client == NULL || loop == NULL)
		return 1;
	for (next = 0; next < sizeof(replies) / sizeof(replies[0]); next++) {
		struct statuses_put_thing_answer *answer = NULL;
		if (strcmp(argv[1], "loop") == 0) {
			if (statuses_put_thing_async(loop, client, "7", NULL, NULL, done, NULL, NULL, &err) != OAC_OK ||
				oac_loop_run(loop, &err) != OAC_OK)
				return 1;
			continue;
		}
		enum oac_status status = statuses_put_thing(client, "7", NULL, NULL, &answer, &err);
		struct statuses_put_thing_answer *copy = statuses_put_thing_answer_copy(answer);
		statuses_put_thing_answer_free(answer);
		done(NULL, status, copy, &err);
	}
	oac_loop_free(loop);
	oac_client_free(client);
	return 0;
}
C
cat >"$tap_work/expected" <<'T'
Accept: application/json, application/vnd.job+json, image/png
200 kind 2: {"name":"as it was"}
201 kind 3: {"location":"/things/7","new":1}
at /things/7
202 kind 4: {"job":"j","state":"odd"}
203 kind 5: {"name":"said by others"}
204 kind 6: null
206 kind 7: PNG
207 kind 8: [{"name":"a"},{"name":"b"}]
250 kind 9: "word"
222 kind 10: [1,{}]
OAC_E_TYPE: PUT /things/{id}: the answer does not fit: /location: expected a string, got a number
OAC_E_PROTOCOL: PUT /things/{id}: the answer, 200, is text/html and not JSON
OAC_E_HTTP: PUT /things/{id}: 500 Internal Server Error
T
sed -e 's/^202 kind.*/OAC_E_TYPE: PUT \/things\/{id}: the answer does not fit: \/state: value is not one that the type knows/' \
	"$tap_work/expected" >"$tap_work/expected.strict"

compiled() {
	build/oac generate tests/golden/statuses/doc.yaml --name statuses --out "$tap_work/made" || return 1
	# shellcheck disable=SC2086
	gcc -std=c11 $TAP_WARNINGS -Iruntime -I"$tap_work/made" -o "$tap_work/main" "$tap_work/main.c" "$tap_work"/made/*.c \
		build/libopenai.a -lcurl -lcjson -lpthread -lm
}
says() { # EXPECTED ARGUMENT...
	expected=$1
	shift
	"$tap_work/main" "$@" >"$tap_work/said" && diff "$expected" "$tap_work/said"
}
ok "made and compiled" compiled
ok "each status has its kind" says "$tap_work/expected" plain
ok "on a loop, too" says "$tap_work/expected" loop
ok "strictly" says "$tap_work/expected.strict" plain strict

# What changes for callers when another status comes.
sed '/"204": {description: Nothing/d' tests/golden/statuses/doc.yaml >"$tap_work/old.yaml"
ok "a further status is additive" sh -c "build/oac diff '$tap_work/old.yaml' tests/golden/statuses/doc.yaml --name statuses; [ \$? = 3 ]"
ok "and is a variant" grep -q 'union statuses_put_thing_answer: variant .*NO_CONTENT added' "$tap_work/last"
done_testing

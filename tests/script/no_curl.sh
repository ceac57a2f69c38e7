#!/bin/sh
# The library without libcurl: it builds, links and calls through a transport of the program's own.
. tests/support/tap.sh

compile() {
	mkdir -p "$tap_work/objects"
	for file in runtime/*.c generated/*.c helpers/*.c; do
		case $file in runtime/oac_curl*) continue ;; esac
		${CC:-cc} -std=c11 -O0 $TAP_WARNINGS -DOAC_NO_CURL $TAP_INCLUDES -c \
			-o "$tap_work/objects/$(basename "$file" .c).o" "$file" || return 1
	done
}
ok "it compiles with -DOAC_NO_CURL and without oac_curl*.c" compile

cat >"$tap_work/program.c" <<'C'
#include "openai_helpers.h"
#include "oac_transport.h"

#include <stdio.h>
#include <string.h>

/* Answers every request at once. */
static enum oac_status start(void *user, const struct oac_request *request, const struct oac_sink *sink,
	void **exchange)
{
	const struct oac_sink **place = user;

	if (strcmp(request->url, "https://api.test/v1/threads/t/runs/r") != 0)
		return OAC_E_CONFIG;
	*place = sink;
	*exchange = user;
	return OAC_OK;
}

static bool step(void *user, void *exchange, int64_t wait_ms, const struct oac_cancel *cancel,
	struct oac_result *result)
{
	static const char head[] = "Content-Type: application/json\n";
	static const char body[] = "{\"id\":\"r\",\"status\":\"completed\"}";
	const struct oac_sink *sink = *(const struct oac_sink **)exchange;

	(void)user;
	(void)wait_ms;
	(void)cancel;
	sink->head(sink->user, 200, head, strlen(head));
	sink->body(sink->user, body, strlen(body));
	result->outcome = OAC_OUTCOME_ANSWERED;
	return true;
}

static void end(void *user, void *exchange)
{
	(void)user;
	(void)exchange;
}

int main(void)
{
	const struct oac_sink *sink = NULL;
	const struct oac_transport mine = { &sink, start, step, end, NULL };
	struct oac_client_options options = { .api_key = "k", .base_url = "https://api.test/v1" };
	struct openai_run *run = NULL;
	struct oac_error err;

	if (openai_client_new(&options, &err) != NULL || err.status != OAC_E_CONFIG)
		return 1;
	puts(err.message);
	options.transport = &mine;
	struct oac_client *client = openai_client_new(&options, &err);
	if (client == NULL || openai_runs_poll(client, "t", "r", NULL, &run, &err) != OAC_OK) {
		puts(err.message);
		return 2;
	}
	if (run->status != OPENAI_RUN_STATUS_COMPLETED)
		return 3;
	openai_run_free(run);
	oac_client_free(client);
	return 0;
}
C
linked() {
	${CC:-cc} -std=c11 $TAP_WARNINGS $TAP_INCLUDES -o "$tap_work/program" "$tap_work/program.c" \
		"$tap_work"/objects/*.o -lcjson -lpthread -lm
}
ok "it links without -lcurl" linked
ok "and runs" "$tap_work/program"
ok "a client without a transport is told what it lacks" grep -q 'built without libcurl' "$tap_work/last"

done_testing

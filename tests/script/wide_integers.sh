#!/bin/sh
# Integers that no int64_t holds: a uint64_t, or else no digit is lost, and none in silence.
. tests/support/tap.sh

cat >"$tap_work/doc.yaml" <<'END'
openapi: 3.1.0
info: {title: wide, version: "1"}
servers: [{url: "https://wide.test"}]
paths:
  /counters/{id}:
    get:
      operationId: getCounter
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer, format: uint64}}
        - {name: above, in: query, schema: {type: integer, format: uint64}}
      responses: {"200": {description: it, content: {application/json: {schema: {$ref: '#/components/schemas/Counter'}}}}}
components:
  schemas:
    Counter:
      type: object
      required: [total, part]
      properties:
        total: {type: integer, minimum: 0, maximum: 18446744073709551615}
        part: {type: integer, format: uint64, minimum: 0}
        less: {type: integer, format: uint64, exclusiveMaximum: 18446744073709551616}
        list: {type: array, items: {type: integer, format: uint64}}
        by_name: {type: object, additionalProperties: {type: integer, format: uint64}}
        some: {type: array, items: {type: [integer, string], format: uint64}}
        either: {anyOf: [{type: integer, format: uint64}, {type: integer}]}
        rounded: {type: integer, maximum: 9223372036854776000}
        negative: {type: integer, format: uint64, minimum: -1}
        wider: {type: integer, minimum: 0, maximum: 18446744073709561616}
        signed: {type: integer, minimum: -1, maximum: 18446744073709551615}
END
cat >"$tap_work/main.c" <<'END'
#include "oac_transport.h"
#include "wide.h"
#include <stdio.h>
#include <string.h>

static const struct oac_sink *to;
static const char *answer;

static enum oac_status start(void *user, const struct oac_request *request, const struct oac_sink *sink, void **exchange)
{
	(void)user;
	printf("%s\n", request->url);
	to = sink;
	*exchange = &to;
	return OAC_OK;
}

static bool step(void *user, void *exchange, int64_t wait_ms, const struct oac_cancel *cancel, struct oac_result *result)
{
	(void)user, (void)exchange, (void)wait_ms, (void)cancel;
	to->head(to->user, 200, "", 0);
	to->body(to->user, answer, strlen(answer));
	result->outcome = OAC_OUTCOME_ANSWERED;
	return true;
}

static void end(void *user, void *exchange)
{
	(void)user, (void)exchange;
}

/* Asks for its argument, and writes it again; what came of it goes to standard output. */
int main(int argc, char **argv)
{
	static const struct oac_transport echo = { NULL, start, step, end, NULL };
	const struct oac_client_options options = { .transport = &echo };
	const struct wide_get_counter_request request = { .above = oac_uint(UINT64_MAX) };
	struct wide_counter *counter;
	struct oac_error err;
	struct oac_client *client = wide_client_new(&options, &err);
	char *text;

	answer = argc == 2 ? argv[1] : "";
	if (wide_get_counter(client, UINT64_C(10000000000000000000), &request, NULL, &counter, &err) != OAC_OK) {
		puts(err.message);
		return 1;
	}
	text = wide_counter_to_json(counter, NULL, &err);
	printf("%s\n", text);
	oac_text_free(text);
	wide_counter_free(counter);
	oac_client_free(client);
	return 0;
}
END

generated() {
	"${OAC:-build/oac}" generate "$tap_work/doc.yaml" --out "$tap_work/out" 2>"$tap_work/warnings"
}
compiled() {
	# shellcheck disable=SC2086
	gcc -std=c11 $TAP_WARNINGS -Iruntime -I"$tap_work/out" -o "$tap_work/main" "$tap_work/main.c" "$tap_work"/out/*.c \
		build/libopenai.a -lcurl -lcjson -lpthread -lm
}
strict() {
	! "${OAC:-build/oac}" generate "$tap_work/doc.yaml" --strict --out "$tap_work/none" && [ ! -e "$tap_work/none" ]
}
is() { # C-TYPE MEMBER
	grep -q -e "	$1 $2;" "$tap_work"/out/wide_api.h
}
says() { # PATTERN JSON
	"$tap_work/main" "$2" >"$tap_work/said"
	cat "$tap_work/said"
	grep -q -e "$1" "$tap_work/said"
}
same() { # JSON
	"$tap_work/main" "$1" | grep -xF -e "$1"
}

ok "generated" generated
ok "limits of 64 bits without a sign are a uint64_t" is uint64_t total
ok "so is the format" is uint64_t part
ok "where it may be absent, too" is 'struct oac_opt_uint64' less
ok "in lists" is 'struct oac_uint64_list' list
ok "in maps" is 'struct wide_uint64_map' by_name
ok "2^63 as JavaScript rounds it is an int64_t" is 'struct oac_opt_int64' rounded
ok "what may be negative is no uint64_t" is 'struct oac_opt_int64' negative
ok "both together are a double" is 'struct oac_opt_double' either
ok "a limit beyond 64 bits is warned of" grep -q 'doc.yaml:27:[0-9]*: warning: beyond 64 bits' "$tap_work/warnings"
ok "so is one that needs 65" grep -q 'doc.yaml:28:[0-9]*: warning: beyond 64 bits' "$tap_work/warnings"
ok "and nothing else" [ "$(grep -c warning "$tap_work/warnings")" = 2 ]
ok "--strict makes them errors" strict
ok "compiled" compiled
ok "parameters" says '^https://wide.test/counters/10000000000000000000?above=18446744073709551615$' '{"total":1,"part":2}'
ok "the largest comes back to the last digit" same \
	'{"total":18446744073709551615,"part":18446744073709551615,"less":0,"list":[0,18446744073709551614],"by_name":{"a":9223372036854775808}}'
ok "a double keeps its digits" same '{"total":1,"part":2,"either":18446744073709551615,"wider":18446744073709561615}'
ok "what is larger is refused by name" says '/part: integer out of range' '{"total":1,"part":18446744073709551616}'
done_testing

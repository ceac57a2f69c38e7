#!/bin/sh
# Integers that no int64_t holds: no digit is lost, and none in silence.
. tests/support/tap.sh

cat >"$tap_work/doc.yaml" <<'END'
openapi: 3.1.0
info: {title: wide, version: "1"}
paths: {}
components:
  schemas:
    Counter:
      type: object
      required: [total, part]
      properties:
        total: {type: integer, minimum: 0, maximum: 18446744073709551615}
        part: {type: integer, format: uint64}
        rounded: {type: integer, maximum: 9223372036854776000}
END
cat >"$tap_work/main.c" <<'END'
#include "wide.h"
#include <stdio.h>
#include <string.h>

/* Decodes and encodes its argument; what came of it goes to standard output. */
int main(int argc, char **argv)
{
	struct wide_counter *counter;
	struct oac_error err;
	char *text;

	if (argc != 2 || wide_counter_from_json(argv[1], strlen(argv[1]), &counter, &err) != OAC_OK) {
		puts(err.message);
		return 1;
	}
	text = wide_counter_to_json(counter, NULL, &err);
	printf("%s %d\n", text, counter->total > 1.8e19);
	oac_text_free(text);
	wide_counter_free(counter);
	return 0;
}
END

generated() {
	"${OAC:-build/oac}" generate "$tap_work/doc.yaml" --out "$tap_work/out" 2>"$tap_work/warnings"
}
compiled() {
	# shellcheck disable=SC2086
	gcc -std=c11 $TAP_WARNINGS -Iruntime -I"$tap_work/out" -o "$tap_work/main" "$tap_work/main.c" "$tap_work"/out/*.c \
		runtime/*.c -lcurl -lcjson -lpthread -lm
}
strict() {
	! "${OAC:-build/oac}" generate "$tap_work/doc.yaml" --strict --out "$tap_work/none" && [ ! -e "$tap_work/none" ]
}
says() { # PATTERN JSON
	"$tap_work/main" "$2" >"$tap_work/said"
	cat "$tap_work/said"
	grep -q -e "$1" "$tap_work/said"
}

ok "generated" generated
ok "a limit beyond 64 bits is warned of" grep -q 'doc.yaml:10:[0-9]*: warning: beyond 64 bits' "$tap_work/warnings"
ok "uint64 too" grep -q 'doc.yaml:11:[0-9]*: warning: the integer is an int64_t' "$tap_work/warnings"
ok "but not 2^63 as JavaScript rounds it" sh -c "! grep -q 'doc.yaml:12' '$tap_work/warnings'"
ok "--strict makes them errors" strict
ok "compiled" compiled
ok "the largest uint64 comes back to the last digit" says '"total":18446744073709551615.* 1$' \
	'{"total":18446744073709551615,"part":7}'
ok "an int64_t keeps all its bits" says '"part":9223372036854775807' '{"total":1,"part":9223372036854775807}'
ok "what is larger is refused by name" says '^/part: integer out of range' '{"total":1,"part":9223372036854775808}'
done_testing

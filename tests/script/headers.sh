#!/bin/sh
# Every public header stands alone, as C and as C++; what includes all of them links.
. tests/support/tap.sh

public="generated/openai*.h helpers/*.h runtime/oac.h runtime/oac_value.h runtime/oac_error.h runtime/oac_client.h
runtime/oac_transport.h runtime/oac_loop.h runtime/oac_codec.h runtime/oac_operation.h runtime/oac_async.h"
alone() { # COMPILER OPTION...: a file that includes nothing but $header, twice
	printf '#include "%s"\n#include "%s"\ntypedef int unit;\n' "$(basename "$header")" "$(basename "$header")" >"$tap_work/alone.c"
	"$@" $TAP_INCLUDES -fsyntax-only "$tap_work/alone.c"
}
for compiler in gcc clang; do
	command -v $compiler >/dev/null 2>&1 || { skip "$compiler" "it is not installed"; continue; }
	for header in $public; do
		ok "$compiler: $header as C11" alone $compiler -std=c11 $TAP_WARNINGS
	done
done
for header in $public; do
	ok "g++: $header as C++17" alone g++ -std=c++17 -Wall -Wextra -Wpedantic -Wshadow -Werror -x c++
done

cat >"$tap_work/one.c" <<'C'
#include "openai_helpers.h"
const char *one(enum openai_run_status status);
const char *one(enum openai_run_status status) { return openai_run_status_text(status); }
C
cat >"$tap_work/two.c" <<'C'
#include "openai_helpers.h"
const char *one(enum openai_run_status status);
int main(void) { return one(OPENAI_RUN_STATUS_QUEUED) == NULL; }
C
two_units() {
	cc -std=c11 $TAP_WARNINGS $TAP_INCLUDES -o "$tap_work/two" "$tap_work/one.c" "$tap_work/two.c" build/libopenai.a \
		-lcurl -lcjson -lpthread -lm && "$tap_work/two"
}
ok "two translation units that include everything link" two_units

# The first example of the design, as it is printed there.
cat >"$tap_work/design.c" <<'C'
#include "openai_helpers.h"
#include <stdio.h>

int main(void)
{
	struct oac_error err;
	struct oac_client *client = openai_client_new(NULL, &err);

	const struct openai_function_tool rain = { .function = {
		.name = "get_rain_probability",
		.parameters = OAC_JSON("{\"type\":\"object\",\"properties\":{\"location\":{\"type\":\"string\"}}}"),
	} };
	const struct openai_assistant_tool tools[] = {
		{ .kind = OPENAI_ASSISTANT_TOOL_FUNCTION, .as = { .function = &rain } },
		{ .kind = OPENAI_ASSISTANT_TOOL_CODE_INTERPRETER },
	};
	struct openai_create_run_request req = {
		.assistant_id = "asst_abc123",
		.instructions = "Please address the user as Jane Doe.",
		.tools = OAC_LIST(tools),
		.temperature = OAC_NUM(0.2),
	};
	struct openai_run *run;
	enum oac_status status = openai_runs_create_and_poll(client, "thread_abc123", &req, NULL, &run, &err);
	if (status != OAC_OK)
		fprintf(stderr, "%s\n", err.message);
	else if (run->status == OPENAI_RUN_STATUS_REQUIRES_ACTION)
		puts(run->required_action->submit_tool_outputs.tool_calls.items[0].function.name);
	openai_run_free(run);
}
C
ok "the design's first example is C11" gcc -std=c11 -Wall -Wextra -Wpedantic -Werror $TAP_INCLUDES -fsyntax-only "$tap_work/design.c"
ok "and C++20" g++ -std=c++20 -Wall -Wpedantic -Werror $TAP_INCLUDES -fsyntax-only -x c++ "$tap_work/design.c"

symbols() {
	nm -g --defined-only build/libopenai.a 2>/dev/null | awk 'NF == 3 && $3 !~ /^(oac|openai)_/ { print $3; bad = 1 } END { exit bad }'
}
ok "every global symbol has its prefix" symbols
shared() {
	cc -shared -o "$tap_work/lib.so" -Wl,--whole-archive build/libopenai.a -Wl,--no-whole-archive -lcurl -lcjson -lpthread -lm 2>"$tap_work/link" || {
		cc -std=c11 -O1 -fPIC -fvisibility=hidden -shared -o "$tap_work/lib.so" $TAP_INCLUDES runtime/*.c generated/*.c helpers/*.c \
			-lcurl -lcjson -lpthread -lm
	}
	! nm -D --defined-only "$tap_work/lib.so" | grep -E ' [BDRT] ' | grep -vE ' (oac|openai)_'
}
ok "a shared library exports prefixed names only" shared
done_testing

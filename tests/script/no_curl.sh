#!/bin/sh
# The runtime without libcurl: clients and loops on a transport of the program's own.
. tests/support/tap.sh

cat >"$tap_work/program.c" <<'C'
#include "oac_loop.h"
#include "oac_transport.h"
int main(void)
{
	struct oac_transport transport;
	struct oac_error err;
	struct oac_loop *loop = oac_loop_new(NULL, &err);
	enum oac_status status = oac_curl_transport(NULL, &transport, &err);

	if (loop == NULL || oac_loop_run(loop, &err) != OAC_OK)
		return 1;
	oac_loop_free(loop);
	return status == OAC_E_CONFIG ? 0 : 2;
}
C
without() {
	sources=$(ls runtime/*.c | grep -v '^runtime/oac_curl')
	# shellcheck disable=SC2086
	cc -std=c11 $TAP_WARNINGS -DOAC_NO_CURL -Iruntime -o "$tap_work/program" "$tap_work/program.c" $sources \
		-lcjson -lpthread -lm && "$tap_work/program"
}
ok "the runtime builds and runs without libcurl" without
done_testing

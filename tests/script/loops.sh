#!/bin/sh
# The examples of event loops, and of many at once, against the local server.
. tests/support/tap.sh

bin=${OAC_BIN:-build}
runs_end() { # EXAMPLE: all of its runs are followed to their end
	tests/with_server.sh "$bin/examples/$1" >"$tap_work/said" || return 1
	cat "$tap_work/said"
	[ "$(grep -c ' is completed$' "$tap_work/said")" = 10 ]
}
for example in loop_epoll loop_libuv loop_libevent; do
	if [ -x "$bin/examples/$example" ]; then
		ok "$example" runs_end $example
	else
		skip "$example" "its library is not installed"
	fi
done

many() {
	tests/with_server.sh "$bin/examples/many" 300 2>/dev/null >"$tap_work/said" || return 1
	cat "$tap_work/said"
	grep -qx '300 assistants made, 300 runs completed, 300 assistants deleted, 0 failed' "$tap_work/said"
}
ok "many: 300 assistants at once" many
nobody() { # without a server it says so, and ends
	! OPENAI_BASE_URL=http://127.0.0.1:1/v1 OPENAI_API_KEY=any "$bin/examples/many" 3 >"$tap_work/said" 2>"$tap_work/why" &&
		grep -q 'cannot connect' "$tap_work/why" && grep -q ', 3 failed' "$tap_work/said"
}
ok "many: without a server" nobody
usage() { # a count that is none is not taken for 0
	for words in all 5x 0 --help "1 2"; do
		"$bin/examples/many" $words 2>"$tap_work/why" && return 1
		[ "$(cat "$tap_work/why")" = "usage: $bin/examples/many [COUNT]" ] || return 1
	done
}
ok "many: wrong use" usage
done_testing

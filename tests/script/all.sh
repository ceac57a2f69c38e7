#!/bin/sh
# Bindings for all of the vendor's document, and the example that streams a response on them.
. tests/support/tap.sh

spec=${OAC_SHARED:-}/specs/openai-2026-07-15.yaml
if [ ! -f "$spec" ]; then
	skip "the vendor's whole document" "OAC_SHARED is not set"
	done_testing
fi
example=build/all/examples/all/responses
answers() { # FILE STATUS: what the example does with it; its output is then in out, err and log
	build/replay "tests/data/replay/$1" "$tap_work/log" sh -c \
		'OPENAI_API_KEY=any OPENAI_BASE_URL=$REPLAY_URL/v1 "$0" "why?" >"$1/out" 2>"$1/err"' "$example" "$tap_work"
	[ $? -eq "$2" ]
}
printed() { printf "$1" | diff - "$tap_work/out"; }
said() { grep -q "$1" "$tap_work/err" || { cat "$tap_work/err"; false; }; }
sent() { grep -q -- "$1" "$tap_work/log" || { cat "$tap_work/log"; false; }; }

ok "make all-of-it" make --no-print-directory all-of-it WERROR=1 SPEC="$spec"
ok "a response" answers responses.txt 0
ok "its text is printed" printed 'Short waves scatter more than long ones, so blue comes from everywhere — even at noon 🌞.\n'
ok "what it cost too" said '^32 tokens$'
ok "it was asked of the right place" sent '^POST /v1/responses HTTP'
ok "as a stream" sent '"stream":true'
ok "with the question" sent '"input":"why?"'
ok "a response that breaks off" answers responses_cut.txt 1
ok "was printed as it came" printed 'Short waves scatter more '
ok "an error within the stream" answers responses_error.txt 1
ok "is told in the server's words" said 'come back later'
ok "an error that only its type tells" answers responses_unnamed_error.txt 1
ok "is told too" said 'come back later'
ok "a response that fails" answers responses_failed.txt 1
ok "says why" said '^failed: the model fell over$'

folder() {
	build/oac generate "$spec" --config spec/oac.yaml --config spec/all.yaml --overlay spec/overlay.yaml --vendor --out "$tap_work/vendored" &&
		gcc -std=c11 $TAP_WARNINGS -I"$tap_work/vendored" -fsyntax-only examples/all/responses.c
}
ok "a folder of one's own, in one command" folder
assistants() { # the helpers stand on it too
	for helper in helpers/*.c; do
		gcc -std=c11 $TAP_WARNINGS -Ihelpers -I"$tap_work/vendored" -fsyntax-only "$helper" || return 1
	done
}
ok "has all that the helpers need" assistants
done_testing

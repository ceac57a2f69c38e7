#!/bin/sh
# The README's program and commands, to the letter.
. tests/support/tap.sh

sed -n '/^```c$/,/^```$/p' README.md | sed '1d;$d' >"$tap_work/program.c"
compile=$(sed -n 's/^    \(cc .*build\/libopenai\.a.*\)$/\1/p' README.md | head -n 1)
built() { # the README's command, with our file and another place for the result
	command=$(printf '%s' "$compile" | sed "s|program.c|$tap_work/program.c|")
	[ -n "$command" ] && $command -o "$tap_work/program"
}
ok "the program builds with the command beside it" built
cp "$tap_work/program.c" "$tap_work/program.cc"
ok "and is C++20" g++ -std=c++20 -Wall -Werror -fsyntax-only -Ihelpers -Igenerated -Iruntime "$tap_work/program.cc"

shown() { # NAME: what the README shows of the demo is what it prints, however often a run is looked at
	awk -v head="    == build/examples/$1" '$0 == head { on = 1; next } /^    == / || /^[^ ]/ { on = 0 } on && NF { print substr($0, 5) }' \
		README.md | uniq >"$tap_work/shown"
	tests/with_server.sh "build/examples/$1" | grep . | uniq >"$tap_work/printed"
	[ -s "$tap_work/shown" ] && diff "$tap_work/shown" "$tap_work/printed"
}
ok "what it shows of weather" shown weather
ok "what it shows of stream" shown stream

refused() { ! "$@"; }
build/assistants-server --port 0 --port-file "$tap_work/port" >"$tap_work/server" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$tap_work"' EXIT
tries=0
while [ ! -s "$tap_work/port" ] && [ $tries -lt 100 ]; do
	tries=$((tries + 1))
	sleep 0.05
done
OPENAI_BASE_URL=http://127.0.0.1:$(cat "$tap_work/port")/v1
OPENAI_API_KEY=any
export OPENAI_BASE_URL OPENAI_API_KEY
ok "it runs against the local server" "$tap_work/program"
ok "and its run is completed" grep -qx "run_000001 is completed" "$tap_work/last"
OPENAI_BASE_URL=$OPENAI_BASE_URL/nowhere
ok "a server that does not know what it wants" refused "$tap_work/program"
ok "says so" grep -q "404" "$tap_work/last"

unset OPENAI_API_KEY
ok "without a key" refused "$tap_work/program"
ok "it names the variable to set" grep -q OPENAI_API_KEY "$tap_work/last"

ok "make help lists the targets" make --no-print-directory help
for target in demo test check generate conformance corpus bench fuzz docs install uninstall dist; do
	grep -q "^$target:" "$tap_work/last" || echo "$target" >>"$tap_work/unlisted"
done
ok "all of them" test ! -e "$tap_work/unlisted"
done_testing

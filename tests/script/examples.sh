#!/bin/sh
# examples/README.md to the letter, in an empty folder: from a document to a call, for each of the
# other APIs.
. tests/support/tap.sh

root=$PWD
work=$tap_work/empty
mkdir "$work"
ln -s "$root/build" "$root/examples" "$work"

commands() { # HEADING: the lines of code under it
	sed -n "/^## /h;G;/\n## $1:/s/^    \(.*\)\n.*/\1/p" examples/README.md
}
build() { # all commands but the last, which runs the program
	commands "$1" >"$tap_work/commands"
	[ "$(wc -l <"$tap_work/commands")" -eq 3 ] && (cd "$work" && sed '$d' "$tap_work/commands" | sh -e)
}
run() { # REPLIES URL-VARIABLE COUNT: the last command against a server, so many times
	tail -n 1 "$tap_work/commands" | sed 's/=\.\.\./=a-key/' >"$tap_work/program"
	(cd "$work" && "$root/build/replay" "$root/tests/data/replay/$1" "$tap_work/log" \
		sh -c "export $2=\$REPLAY_URL; n=0; while [ \$n -lt $3 ]; do . '$tap_work/program' 2>'$tap_work/err'; status=\$?; n=\$((n + 1)); done; exit \$status")
}
ran() { run "$@" >"$tap_work/out" && cat "$tap_work/out"; }
failed() { ! run "$@" >"$tap_work/out"; }
short() { # FILE: less than 20 lines, comments and empty ones aside
	[ "$(gcc -fpreprocessed -dD -E -P "$1" | grep -c .)" -lt 20 ]
}
has() { grep -q -- "$2" "$tap_work/$1" || { cat "$tap_work/$1"; false; }; }
is() { printf "$2" | diff - "$1"; }

ok "tides: the commands" build Tides
ok "tides: the call" ran tides.txt TIDES_URL 1
ok "tides: what it prints" is "$tap_work/out" '2026-01-31T03:12:00Z high  1.25 m, spring tide\n2026-01-31T09:20:00Z low -0.40 m\n'
ok "tides: what it asks" has log '^GET /stations/kiel/tides?from=2026-01-31&days=2 HTTP'
ok "tides: with the key" has log '^Tide-Key: a-key'
ok "tides: a call that fails" failed tides.txt TIDES_URL 2
ok "tides: says why" has err 'this key is too old'
ok "tides: is short" short examples/tides/tides.c

if [ -z "${OAC_SHARED-}" ]; then
	skip "ollama and the museum" "OAC_SHARED is not set"
	done_testing
fi
cp "$OAC_SHARED/specs/ollama.yaml" "$OAC_SHARED/specs/museum.yaml" "$work"
ok "ollama: the commands" build Ollama
ok "ollama: the call" ran ollama.txt OLLAMA_URL 1
ok "ollama: what it prints" is "$tap_work/out" 'Hello! It is blue…'
ok "ollama: what it asks" has log '"messages":\[{"role":"user","content":"Why is the sky blue?"}\]'
ok "ollama: a stream that ends in an error" failed ollama.txt OLLAMA_URL 2
ok "ollama: says so" has err 'the model ran out of memory'
ok "ollama: is short" short examples/ollama/chat.c

ok "museum: the commands" build Museum
ok "museum: the calls" ran museum.txt MUSEUM_URL 1
ok "museum: the image" is "$work/ticket.png" 'not quite a PNG\n'
ok "museum: what it buys" has log '{"ticketDate":"2026-09-07","ticketType":"general"}'
ok "museum: whose code it asks for" has log '^GET /tickets/a54a57ca%2F36f8%20b/qr HTTP'
ok "museum: with the password" has log '^Authorization: Basic Z3Vlc3Q6YXJ0NGFsbA=='
ok "museum: is short" short examples/museum/ticket.c
done_testing

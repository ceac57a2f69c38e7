#!/bin/sh
# make demo: builds, regenerates, starts the local server, runs the example against it.
set -eu
say() { printf '%s\n' "$*"; }

say "== build"
make --no-print-directory all >build.log 2>&1 || { tail -n 30 build.log; exit 1; }
rm -f build.log
say "== regenerate: oac generate spec/assistants.yaml --config spec/oac.yaml --out generated"
make --no-print-directory -s generate
make --no-print-directory -s all

say "== start the local Assistants server"
work=$(mktemp -d)
server=
stop() {
	[ -z "$server" ] || kill "$server" 2>/dev/null || true
	[ -z "$server" ] || wait "$server" 2>/dev/null || true
	rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
build/assistants-server --port 0 --port-file "$work/port" >"$work/server" 2>&1 &
server=$!
tries=0
while [ ! -s "$work/port" ]; do
	tries=$((tries + 1))
	if [ $tries -gt 100 ] || ! kill -0 "$server" 2>/dev/null; then
		cat "$work/server" >&2
		exit 1
	fi
	sleep 0.05
done
OPENAI_BASE_URL="http://127.0.0.1:$(cat "$work/port")/v1"
OPENAI_API_KEY=demo
export OPENAI_BASE_URL OPENAI_API_KEY
say "   OPENAI_BASE_URL=$OPENAI_BASE_URL"

say "== build/examples/weather"
build/examples/weather
say ""
say "== build/examples/create_and_poll"
build/examples/create_and_poll
say ""
say "The demo ran to its end: a library made from spec/assistants.yaml, two programs on it, a server on loopback."

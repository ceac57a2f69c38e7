#!/bin/sh
# make demo: builds, regenerates, and runs the examples against the local server.
set -eu
say() { printf '%s\n' "$*"; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT

build() { # TARGET: in parallel, with a dot for every two seconds of it
	MAKEFLAGS='' MFLAGS='' make --no-print-directory -j"$(nproc)" "$1" >"$work/log" 2>&1 &
	waits=0
	while kill -0 $! 2>/dev/null; do
		sleep 0.2
		waits=$((waits + 1))
		[ $((waits % 10)) -ne 0 ] || printf .
	done
	[ $waits -lt 10 ] || echo
	wait $! || {
		tail -n 30 "$work/log"
		exit 1
	}
}

say "== build, a minute on two cores"
build all
say "== regenerate: oac generate spec/assistants.yaml --config spec/oac.yaml --out generated"
build generate
build all

say "== start the local Assistants server"
tests/with_server.sh sh -euc '
	echo "   OPENAI_BASE_URL=$OPENAI_BASE_URL"
	for example in weather stream create_and_poll; do
		echo "== build/examples/$example"
		"build/examples/$example"
		echo
	done'
say "The demo ran to its end: a library made from spec/assistants.yaml, three programs on it, a server on loopback."
say "To talk to the server yourself: tests/with_server.sh build/examples/chat"

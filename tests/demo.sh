#!/bin/sh
# make demo: builds, regenerates, and runs the examples against the local server.
set -eu
say() { printf '%s\n' "$*"; }

say "== build"
make --no-print-directory all >build.log 2>&1 || { tail -n 30 build.log; exit 1; }
rm -f build.log
say "== regenerate: oac generate spec/assistants.yaml --config spec/oac.yaml --out generated"
make --no-print-directory -s generate
make --no-print-directory -s all

say "== start the local Assistants server"
tests/with_server.sh sh -euc '
	echo "   OPENAI_BASE_URL=$OPENAI_BASE_URL"
	for example in build/examples/weather build/examples/create_and_poll; do
		echo "== $example"
		"$example"
		echo
	done'
say "The demo ran to its end: a library made from spec/assistants.yaml, two programs on it, a server on loopback."

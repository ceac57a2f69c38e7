#!/bin/sh
# Runs a command with the local Assistants server behind OPENAI_BASE_URL: with_server.sh COMMAND...
set -eu
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
# Ctrl-C is for the command.
setsid "${OAC_SERVER:-build/assistants-server}" --port 0 --port-file "$work/port" >"$work/server" 2>&1 &
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
OPENAI_API_KEY=local
export OPENAI_BASE_URL OPENAI_API_KEY
"$@"

#!/bin/sh
# The README's way from a clone to a program of one's own against the local server, to the letter, in
# an empty folder. Only the port is another, one that is free.
. tests/support/tap.sh

if ! git rev-parse --git-dir >/dev/null 2>&1; then
	skip "a newcomer's first program" "this is no clone"
	done_testing
fi
root=$PWD
folder=$tap_work/folder
mkdir "$folder"
sed -n '/^```c$/,/^```$/p' README.md | sed '1d;$d' >"$folder/program.c"
sed -n '/^From nothing to its output/,/^It prints/s/^    //p' README.md >"$tap_work/commands"
promised=$(sed -n 's/^It prints `\(.*\)`\..*/\1/p' README.md)

free_port() { # of a server that comes and goes
	build/assistants-server --port 0 --port-file "$tap_work/port" >/dev/null 2>&1 &
	tries=0
	while [ ! -s "$tap_work/port" ] && [ $tries -lt 100 ]; do
		tries=$((tries + 1))
		sleep 0.05
	done
	kill $!
	wait $! 2>/dev/null
	cat "$tap_work/port"
}
port=$(free_port)
follow() {
	[ "$(wc -l <"$tap_work/commands")" -gt 3 ] && [ -n "$port" ] && cd "$folder" &&
		env -u MAKEFLAGS -u OAC_BIN REPO="$root" sh -ec "trap 'kill \$!' EXIT
			$(sed "s/8080/$port/" "$tap_work/commands")"
	status=$?
	cd "$root" && return $status
}
ok "the commands" follow
kept() { [ -n "$promised" ] && grep -qx "$promised" "$tap_work/last"; }
ok "print what they promise" kept
done_testing

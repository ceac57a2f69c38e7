#!/bin/sh
# examples/chat and examples/stream against the local server: input from a pipe, from a terminal
# and with Ctrl-C, and what goes wrong on the way.
. tests/support/tap.sh

cat >"$tap_work/runs" <<'E2'
queued-ms 20
in-progress-ms 20
event-ms 2
run 1
  queued-ms 300
  call calculator {"left": 6, "operator": "*", "right": 7}
  call calculator {"left": 6, "operator": "mod", "right": 7}
  answer "Forty\u001b[31m\u009b1mtwo.\nThat is all."
run 2
  no-calls
  end failed rate_limit_exceeded Too many requests.
run 3
  no-calls
  break-after 7 cut
  answer One two three.
run 4
  no-calls
  refusal I would rather not.
run 5
  no-calls
  answer Still here.
run 6
  no-calls
  event-ms 300
  answer A story that goes on and on and on and on and on and on and on and on.
run 7
  no-calls
  answer At your service.
E2
cat >"$tap_work/server" <<E2
#!/bin/sh
exec "${OAC_SERVER:-build/assistants-server}" --script "$tap_work/runs" "\$@"
E2
chmod +x "$tap_work/server"
with_script() {
	OAC_SERVER="$tap_work/server" tests/with_server.sh "$@"
}
escape=$(printf '\033')
plain() { # FILE: has nothing that steers a terminal
	! grep -q "$escape" "$1" && ! grep -q "$(printf '\302\233')" "$1"
}
says() { # LINE: the last command printed it
	grep -qxF -e "$1" "$tap_work/last" || { cat "$tap_work/last"; false; }
}

piped() {
	printf '%s\n' "six times seven" fails breaks asks /help /history /new "   " >"$tap_work/input"
	printf 'the last line has no end' >>"$tap_work/input"
	with_script build/examples/chat <"$tap_work/input"
}
ok "a conversation from a pipe" piped
cp "$tap_work/last" "$tap_work/talk"
ok "nothing in it steers a terminal" plain "$tap_work/talk"
cp "$tap_work/talk" "$tap_work/last"
for line in "  6 * 7 = 42" "Forty?[31m?1mtwo." "That is all." "the run is failed: Too many requests." \
	"I would rather not." "you> six times seven" "Still here."; do
	ok "it has: $line" says "$line"
	cp "$tap_work/talk" "$tap_work/last"
done
ok "and tells of the lost connection" grep -q "^no answer: POST .*lost within the answer" "$tap_work/talk"
ok "without any input" with_script build/examples/chat </dev/null

# /quit leaves what follows unread, and nothing is left on the server.
quits() {
	printf '/quit\nnever asked\n' | with_script sh -c 'build/examples/chat &&
		curl -s "${OPENAI_BASE_URL%/v1}/_/requests"' >"$tap_work/requests"
	! grep -q "never asked" "$tap_work/requests" && [ "$(grep -o '"method": *"DELETE"' "$tap_work/requests" | wc -l)" -eq 2 ]
}
ok "/quit deletes the conversation and the assistant" quits

# At a terminal, which script(1) plays.
at_terminal() { # PROGRAM-ENVIRONMENT
	printf 'six times seven\n\004' | with_script script -qec "env TERM=xterm $1 build/examples/chat" /dev/null >"$tap_work/screen" 2>&1
}
if command -v script >/dev/null 2>&1; then
	ok "at a terminal" at_terminal NO_COLOR=
	ok "there are colours" grep -q "$escape\[32m" "$tap_work/screen"
	ok "and a line of progress, which goes away" grep -q "Ctrl-C stops" "$tap_work/screen"
	ok "with NO_COLOR" at_terminal NO_COLOR=1
	no_colours() {
		! grep -q "$escape\[[0-9]*m" "$tap_work/screen"
	}
	ok "there are none" no_colours
else
	skip "at a terminal" "script(1) is not there"
fi

# Ctrl-C within an answer stops it, and the next question is answered; at the prompt it leaves.
wait_for() { # TEXT: on the screen, for at most 10 s
	tries=0
	while ! grep -q "$1" "$tap_work/screen"; do
		tries=$((tries + 1))
		[ $tries -lt 200 ] || return 1
		sleep 0.05
	done
}
interrupt() {
	kill -INT "$(cat "$tap_work/pid")"
}
interrupted() {
	mkfifo "$tap_work/typed"
	: >"$tap_work/screen"
	# The first five runs are used up.
	with_script sh -c 'printf "1\n2\n3\n4\n5\n" | build/examples/chat >/dev/null
		echo $$ >"$0/pid"
		exec build/examples/chat' "$tap_work" <"$tap_work/typed" >"$tap_work/screen" 2>&1 &
	runner=$!
	exec 9>"$tap_work/typed"
	echo "tell me a story" >&9
	wait_for "A story" && interrupt && wait_for stopped && echo "and now?" >&9 &&
		wait_for "At your service." && interrupt
	failed=$?
	[ "$failed" -eq 0 ] || exec 9>&-
	wait "$runner" && [ "$failed" -eq 0 ] || {
		cat "$tap_work/screen"
		failed=1
	}
	exec 9>&-
	return "$failed"
}
ok "Ctrl-C within an answer, and at the prompt" interrupted

unset OPENAI_API_KEY
no_key() {
	! build/examples/chat </dev/null
}
ok "without a key" no_key
ok "it names the variable to set" grep -q OPENAI_API_KEY "$tap_work/last"
done_testing

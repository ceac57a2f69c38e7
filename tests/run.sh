#!/bin/sh
# Runs tests and counts them.
#   run.sh check [BUILD]   the quick ones, on a finished build
#   run.sh test            everything: builds with gcc, clang and sanitizers, valgrind, scripts
# Every test prints TAP. The last line is "N passed, N failed, N skipped".
set -u
cd "$(dirname "$0")/.."

mode=${1:-check}
build=${2:-release}
passed=0 failed=0 skipped=0
work=$(mktemp -d)
log=$work/log
trap 'rm -rf "$work"' EXIT

if [ -z "${OAC_SHARED-}" ] && [ -d ../shared ]; then
	OAC_SHARED=$(cd ../shared && pwd)
	export OAC_SHARED
fi
export CMOCKA_MESSAGE_OUTPUT=TAP
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0
export UBSAN_OPTIONS=print_stacktrace=1

# A locale with another decimal point, for the test that must not mind it. Only that one gets
# it: a library under libcurl leaks when LOCPATH is set.
if [ ! -d build/locale/de_DE.UTF-8 ]; then
	mkdir -p build/locale
	localedef -i de_DE -f UTF-8 "$PWD/build/locale/de_DE.UTF-8" >/dev/null 2>&1 || rm -rf build/locale/de_DE.UTF-8
fi

# count NAME STATUS BEGAN [ENDED]: adds up the TAP in the log; a program that died or said nothing is a failure.
count() {
	ok=$(grep -Ec '^ok ' "$log")
	skip=$(grep -Ec '^(not )?ok .*# SKIP' "$log")
	not_ok=$(grep -E '^not ok ' "$log" | grep -vc '# SKIP')
	ok_skipped=$(grep -Ec '^ok .*# SKIP' "$log")
	ok=$((ok - ok_skipped))
	if [ "$2" -ne 0 ] && [ "$not_ok" -eq 0 ]; then
		not_ok=1
		echo "FAILED $1: exit status $2"
	elif [ $((ok + skip + not_ok)) -eq 0 ]; then
		not_ok=1
		echo "FAILED $1: it ran no test"
	fi
	passed=$((passed + ok)) failed=$((failed + not_ok)) skipped=$((skipped + skip))
	if [ "$not_ok" -gt 0 ]; then
		echo "FAILED $1:"
		grep -v '^ok ' "$log" | tail -n 60
	fi
	grep -E '# SKIP' "$log" | sed "s|^|skipped $1: |"
	ended=${4:-$(date +%s)}
	printf '%-46s %4d passed %3d failed %3d skipped %4d s\n' "$1" "$ok" "$not_ok" "$skip" $((ended - $3))
}

step() { # NAME COMMAND...: one test that is the success of a command
	name=$1
	shift
	began=$(date +%s)
	if "$@" >"$log" 2>&1 </dev/null; then
		echo "ok - $name" >"$log"
		count "$name" 0 "$began"
	else
		count "$name" $? "$began"
	fi
}

make_build() { # BUILD [ARGUMENT...]
	which=$1
	shift
	step "build: $which, warnings are errors" make --no-print-directory -j2 BUILD="$which" WERROR=1 "$@" binaries
}

# ---- a queue of tests, run several at a time, the first first, and counted in that order ----

queue=$work/queue
cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

add() { # NAME COMMAND
	printf '%s\t%s\n' "$1" "$2" >>"$queue"
}

run_queue() { # JOBS
	rm -rf "$work/done"
	mkdir "$work/done"
	# shellcheck disable=SC2016
	awk '{ print NR }' "$queue" | xargs -P "$1" -I{} sh -c '
		out=$1/done/{}
		date +%s >"$out.began"
		timeout 600 sh -c "$(sed -n {}p "$1/queue" | cut -f 2-)" >"$out" 2>&1 </dev/null
		echo $? >"$out.status"
		date +%s >"$out.ended"' - "$work"
	number=0
	while IFS='	' read -r name command; do
		number=$((number + 1))
		cp "$work/done/$number" "$log"
		count "$name" "$(cat "$work/done/$number.status")" "$(cat "$work/done/$number.began")" "$(cat "$work/done/$number.ended")"
	done <"$queue"
	rm "$queue"
}

environment() { # BUILD: what its tests ask for
	if [ "$1" = release ]; then bin=build; else bin=build/$1; fi
	server=$bin/assistants-server
	# TSan keeps back the signal that ends the server, which waits for nothing else.
	[ "$1" != tsan ] || server=build/assistants-server
	echo "OAC_BUILD=$1 OAC_BIN=$bin OAC_SERVER=$server OAC=$bin/oac"
}

add_programs() { # BUILD: every test program of a build
	list=$(find "build/$1/test" -type f -name '*_test' | LC_ALL=C sort)
	# Those with a malloc of their own would take the place of the sanitizers'.
	case $1 in
	asan | tsan) list=$(echo "$list" | grep -v '/oom[a-z_]*_test$') ;;
	esac
	# A loop has one thread; what threads do to one another in HTTP/2 is seen with the others.
	[ "$1" != tsan ] || list=$(echo "$list" | grep -vE '/http2/(.*_loop|proxy)_test$')
	# Long ones first.
	list=$(echo "$list" | grep -E "$long_programs"; echo "$list" | grep -vE "$long_programs")
	for program in $list; do
		command="$(environment "$1") $program"
		case $program in
		*/codec_number_test) command="LOCPATH=$PWD/build/locale ASAN_OPTIONS=detect_leaks=0 $command" ;;
		esac
		add "$1: ${program#build/"$1"/test/}" "$command"
	done
}
long_programs='/(oom|faults_loop|lossless|codec_number|loop_transfer|server_stream_wire|curl_time|h2_faults|h2_faults_loop|h2_loop|proxy|faults|jsonpath|streams)_test$'

add_scripts() { # BUILD FILE...
	which=$1
	shift
	for script; do
		name=${script#tests/}
		[ "$which" = release ] || name="$which: $name"
		add "$name" "$(environment "$which") $script"
	done
}

add_valgrind() { # PATTERN...: test programs, by their names
	for test; do
		for program in build/release/test/*/${test}_test; do
			[ -x "$program" ] || continue
			command="valgrind --quiet --leak-check=full --error-exitcode=99 --suppressions=tests/valgrind.supp"
			case $program in
			*/codec_number_test) command="env LOCPATH=$PWD/build/locale $command" ;;
			# Its own malloc stays its own; what that calls is watched.
			*/oom*_test) command="$command --soname-synonyms=somalloc=nouserintercepts" ;;
			esac
			add "valgrind: $(basename "$program")" "$(environment release) OAC_VALGRIND=1 $command $program"
		done
	done
}

case $mode in
check)
	add_programs "$build"
	run_queue $((3 * cores))
	;;
test)
	make_build release
	add_programs release
	run_queue $((2 * cores))
	# It runs nothing, and clang warns of the same whatever is optimised.
	command -v clang >/dev/null 2>&1 && make_build clang CFLAGS=-O0
	make_build asan
	make_build tsan
	if [ -n "${OAC_SHARED-}" ]; then
		vendor=$OAC_SHARED/specs/openai-2026-07-15.yaml
		add "corpus" "tests/corpus/run.sh $OAC_SHARED/specs && echo 'ok - corpus'"
	fi
	long="vendor vendor_document all newcomer examples dist"
	add_scripts release $(printf 'tests/script/%s.sh ' $long)
	[ -z "${OAC_SHARED-}" ] ||
		add "roundtrip of the vendor's samples" "tests/roundtrip/run.sh $vendor $OAC_SHARED/goldens/roundtrip.jsonl"
	add_valgrind 'oom*' 'loop*'
	add_programs asan
	add_programs tsan
	add_scripts release $(ls tests/script/*.sh | grep -vE "/($(echo $long | tr ' ' '|'))\.sh$") tests/golden.sh
	# Those that ask nothing of other binaries.
	add_scripts asan $(grep -l 'OAC:-' tests/script/*.sh tests/golden.sh)
	add_valgrind 'codec*' 'lossless*' 'call*' 'poll*' 'client*'
	add "make demo" "tests/demo.sh && echo 'ok - make demo'"
	if [ -n "${OAC_SHARED-}" ]; then
		add "conformance" "build/conformance $OAC_SHARED/goldens"
	else
		for name in conformance roundtrip corpus; do
			add "$name" "echo 'ok 1 - $name # SKIP OAC_SHARED is not set and ../shared is not there'"
		done
	fi
	run_queue $((cores + 1))
	;;
*)
	echo "usage: run.sh check|test" >&2
	exit 2
	;;
esac

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

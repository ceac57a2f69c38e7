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
# count NAME STATUS: adds up the TAP in the log; a program that died or said nothing is a failure.
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
	printf '%-46s %4d passed %3d failed %3d skipped\n' "$1" "$ok" "$not_ok" "$skip"
}

run() { # NAME COMMAND...
	name=$1
	shift
	timeout 300 "$@" >"$log" 2>&1 </dev/null
	count "$name" $?
}

step() { # NAME COMMAND...: one test that is the success of a command
	name=$1
	shift
	if "$@" >"$log" 2>&1 </dev/null; then
		echo "ok - $name" >"$log"
		count "$name" 0
	else
		status=$?
		count "$name" $status
	fi
}

make_build() { # BUILD
	step "build: $1, warnings are errors" make --no-print-directory -j2 BUILD="$1" WERROR=1 binaries
}

binaries() { # BUILD
	if [ "$1" = release ]; then bin=build; else bin=build/$1; fi
	OAC_BUILD=$1 OAC_BIN=$bin OAC_SERVER=$bin/assistants-server OAC=$bin/oac
	# TSan keeps back the signal that ends the server, which waits for nothing else.
	[ "$1" != tsan ] || OAC_SERVER=build/assistants-server
	export OAC_BUILD OAC_BIN OAC_SERVER OAC
}

programs() { # BUILD: every test program of a build, two at a time
	which=$1
	binaries "$which"
	list=$(find "build/$which/test" -type f -name '*_test' | LC_ALL=C sort)
	# Those with a malloc of their own would take the place of the sanitizers'.
	case $which in
	asan | tsan) list=$(echo "$list" | grep -v '/oom[a-z_]*_test$') ;;
	esac
	rm -rf "$work/programs"
	mkdir "$work/programs"
	# shellcheck disable=SC2016
	WORK=$work/programs HERE=$PWD xargs -P 2 -I{} sh -c '
		out=$WORK/$(basename "{}")
		case {} in
		*/codec_number_test) LOCPATH=$HERE/build/locale ASAN_OPTIONS=detect_leaks=0; export LOCPATH ASAN_OPTIONS ;;
		esac
		timeout 300 "{}" >"$out" 2>&1 </dev/null
		echo $? >"$out.status"' <<LIST
$list
LIST
	for program in $list; do
		out=$work/programs/$(basename "$program")
		cp "$out" "$log"
		count "$which: ${program#build/"$which"/test/}" "$(cat "$out.status")"
	done
}

scripts() { # those that the pattern names
	binaries release
	for script in $1; do
		run "${script#tests/}" "$script"
	done
}

case $mode in
check)
	programs "$build"
	;;
test)
	make_build release
	programs release
	scripts "tests/script/*.sh tests/golden.sh"
	step "make demo" tests/demo.sh
	if [ -n "${OAC_SHARED-}" ]; then
		run "conformance" build/conformance "$OAC_SHARED/goldens"
		run "roundtrip of the vendor's samples" tests/roundtrip/run.sh "$OAC_SHARED/specs/openai-2026-07-15.yaml" "$OAC_SHARED/goldens/roundtrip.jsonl"
		step "corpus" tests/corpus/run.sh "$OAC_SHARED/specs"
	else
		skip="OAC_SHARED is not set and ../shared is not there"
		for name in conformance roundtrip corpus; do
			echo "ok 1 - $name # SKIP $skip" >"$log"
			count "$name" 0
		done
	fi
	command -v clang >/dev/null 2>&1 && make_build clang
	make_build asan
	programs asan
	make_build tsan
	programs tsan
	for test in codec lossless call poll client oom loop; do
		binaries release
		for program in build/release/test/*/${test}*_test; do
			[ -x "$program" ] || continue
			set -- valgrind --quiet --leak-check=full --error-exitcode=99 --suppressions=tests/valgrind.supp
			case $program in
			*/codec_number_test) set -- env LOCPATH="$PWD/build/locale" "$@" ;;
			# Its own malloc stays its own; what that calls is watched.
			*/oom*_test) set -- "$@" --soname-synonyms=somalloc=nouserintercepts ;;
			esac
			OAC_VALGRIND=1 run "valgrind: $(basename "$program")" "$@" "$program"
		done
	done
	;;
*)
	echo "usage: run.sh check|test" >&2
	exit 2
	;;
esac

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

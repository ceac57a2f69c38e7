#!/bin/sh
# Builds every fuzz target with libFuzzer and sanitizers, and runs each for SECONDS.
#   run.sh [SECONDS]        TARGETS: the sources of those to run, when not all
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
mkdir -p build/fuzz
compiler="$(ls generator/*.c | grep -v main.c) build/release/generator/builtin.c"
for target in ${TARGETS:-tests/fuzz/fuzz_*.c}; do
	name=$(basename "$target" .c)
	corpus=build/fuzz/corpus-$name
	mkdir -p "$corpus"
	words=
	case $name in
	fuzz_generate)
		sources=$compiler
		words=-dict=tests/fuzz/openapi.dict
		cp spec/assistants.yaml "$corpus/"
		if [ -n "${OAC_SHARED:-}" ]; then
			find "$OAC_SHARED/specs" -type f \( -name '*.yaml' -o -name '*.json' \) -size -60k -exec cp {} "$corpus/" \;
		fi
		for doc in tests/golden/*/doc.yaml; do
			cp "$doc" "$corpus/$(basename "$(dirname "$doc")").yaml"
		done
		;;
	fuzz_jsonpath)
		sources=$compiler
		sed -n 's/^ *- \["\(\$.*\)", .*/\1/p' tests/data/jsonpath.yaml | split -l 1 - "$corpus/table-"
		;;
	fuzz_overlay)
		sources=$compiler
		cp spec/overlay.yaml "$corpus/"
		sed -n 's/^  actions: \(.*\)/overlay: 1.1.0\ninfo: {title: t, version: "1"}\nactions: \1/p' tests/data/overlay.yaml |
			split -l 3 - "$corpus/table-"
		;;
	fuzz_pattern)
		sources="$compiler runtime/oac_pattern.c runtime/oac_text.c"
		sed -n 's/^	{ "\([^"]*\)", { "\([^"]*\)".*/\1\n\2/p' tests/unit/pattern_test.c | sed 's/\\\\/\\/g' |
			split -l 2 - "$corpus/table-"
		;;
	fuzz_sse)
		sources="runtime/oac_sse.c runtime/oac_buffer.c runtime/oac_number.c runtime/oac_memory.c"
		printf 'zA\357\273\277event: e\r\nid: 7\r\nretry: 10\r\ndata: {}\r\ndata\r\n\r\n:\n\n' >"$corpus/stream"
		printf 'zA{"a":1}\n[]\r\n\n2' >"$corpus/lines"
		;;
	fuzz_merge)
		sources="runtime/*.c generated/*.c helpers/*.c"
		cp tests/data/deltas/*.jsonl "$corpus/"
		;;
	fuzz_run_stream)
		sources="runtime/*.c generated/*.c helpers/*.c"
		for flags in @ A E H L P b; do
			for stream in tests/data/streams/*.sse; do
				{ printf %s $flags; cat "$stream"; printf '\0'; cat tests/data/streams/text.sse; } >"$corpus/$flags-$(basename "$stream")"
			done
		done
		;;
	*)
		sources="runtime/*.c generated/*.c helpers/*.c"
		;;
	esac
	echo "== $name: build"
	# shellcheck disable=SC2086
	clang -std=c11 -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -Igenerator -Ihelpers -Igenerated -Iruntime \
		-o "build/fuzz/$name" "$target" $sources -lyaml -lcurl -lcjson -lpthread -lm
	echo "== $name: $seconds s"
	# shellcheck disable=SC2086
	"build/fuzz/$name" -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
		-artifact_prefix=build/fuzz/ $words "$corpus" >"build/fuzz/$name.log" 2>&1 || {
		tail -n 40 "build/fuzz/$name.log"
		exit 1
	}
	grep -E 'stat::number_of_executed_units|stat::peak_rss_mb' "build/fuzz/$name.log"
done

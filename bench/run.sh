#!/bin/sh
# Measures what has a limit, on a finished release build, and prints one table.
#   run.sh [--compile]   --compile: also what the vendor's whole document compiles to (slow)
# Ends with "N within limits, N over, N not yet"; exit 1 when something is over its limit.
# Times are ratios of medians within one run, so they hold on any machine.
set -eu
cd "$(dirname "$0")/.."

compile=
case ${1-} in
'') ;;
--compile) compile=1 ;;
*) echo "usage: run.sh [--compile]" >&2; exit 2 ;;
esac

shared=${OAC_SHARED:-../shared}
vendor=$shared/specs/openai-2026-07-15.yaml
bench=build/release/bench
work=$(mktemp -d)
rows=$work/rows
XDG_CACHE_HOME=$work/cache
export XDG_CACHE_HOME
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

row() { # NAME OURS THEIRS VALUE LIMIT VERDICT
	printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$@"
}

limited() { # NAME VALUE LIMIT UNIT; LIMIT -: there is none
	row "$1" - - "$2 $4" "$3 $4" "$(awk -v value="$2" -v limit="$3" \
		'BEGIN { print limit == "-" ? "-" : value <= limit ? "within" : "OVER" }')"
}

# compiled NAME FOLDER SECONDS KB: compiles each .c of a folder on one core
compiled() {
	mkdir -p "$work/objects"
	if ! (
		for file in "$2"/*.c; do
			"${CC:-cc}" -std=c11 -O2 -fvisibility=hidden -Iruntime -c \
				-o "$work/objects/$(basename "$file" .c).o" "$file" || exit 1
		done
		times >"$work/times"
	) >"$work/log" 2>&1; then
		row "compile $1: $(grep -m 1 'error:' "$work/log")" - - - - 'not yet'
		return
	fi
	# The second line is the children's: 1m2.34s 0m5.67s
	limited "compile $1 at -O2, CPU" "$(sed -n 2p "$work/times" | tr 'ms' '  ' |
		awk '{ printf "%.1f", $1 * 60 + $2 + $3 * 60 + $4 }')" "$3" s
	limited "compile $1 at -O2, text" "$(size "$work"/objects/*.o |
		awk 'NR > 1 { sum += $1 } END { printf "%.1f", sum / 1000 }')" "$4" KB
	rm -r "$work/objects"
}

# The table and the functions of one type, as they stand in the generated file.
run_type_lines() {
	awk '/^static const struct oac_field openai_run_fields\[\]/ { first = NR }
		/^OAC_TYPE_FUNCTIONS\(openai_run,/ { print NR - first + 1 }' generated/openai_types.c
}

# The vendor's document 1, 2, 4 and 8 times over.
scaling() {
	set --
	for copies in 1 2 4 8; do
		awk -v copies=$copies -f bench/copies.awk "$vendor" >"$work/$copies.yaml"
		set -- "$@" "$work/$copies.yaml"
	done
	"$bench/scaling" build/oac "$(basename "$vendor")" "$work" "$@"
	rm "$@"
}

measure() {
	"$bench/codec"
	"$bench/allocations"
	"$bench/stream"
	"$bench/threads"
	"$bench/loop"
	"$bench/generate" build/oac "$bench/yaml_pass" assistants.yaml "$work" spec/assistants.yaml spec/oac.yaml
	limited 'openai_run: table and functions' "$(run_type_lines)" 60 lines
	compiled generated/ generated - 200
	if [ -f "$vendor" ]; then
		"$bench/generate" build/oac "$bench/yaml_pass" "$(basename "$vendor")" "$work" "$vendor"
		scaling
		if [ -n "$compile" ] && [ -d "$work/out" ]; then
			compiled "$(basename "$vendor")" "$work/out" 20 2500
		fi
	fi
}

row '' ours theirs value limit verdict >"$rows"
measure >>"$rows"
awk -F '\t' '
	{ printf "%-44s %12s %12s %10s %10s  %s\n", $1, $2, $3, $4, $5, $6 }
	$6 == "within" { within++ }
	$6 == "OVER" { over++ }
	$6 == "not yet" { later++ }
	END {
		printf "%d within limits, %d over, %d not yet\n", within, over, later
		exit over > 0
	}' "$rows"

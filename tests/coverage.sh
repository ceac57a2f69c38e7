#!/bin/sh
# Runs the test programs of a coverage build and counts the lines that they reach, a line
# in a header once. The last line is the total; exit 1 when that is below the limit or a test fails.
#   coverage.sh build/coverage [--lines]    --lines: also each line that was not reached
set -eu
cd "$(dirname "$0")/.."

build=$1
limit=95

find "$build" -name '*.gcda' -exec rm {} +
failed=0
tests/run.sh check "$(basename "$build")" || failed=1

for data in "$build"/runtime/*.gcda "$build"/helpers/*.gcda; do
	gcov --stdout "$data" 2>/dev/null
done | awk -F: -v limit=$limit -v lines="${2-}" '
	$3 == "Source" { file = $4; next }
	file !~ /^(runtime|helpers)\// { next }
	{ count = $1; gsub(/ /, "", count) }
	count == "-" { next }
	{
		line = file ":" $2 + 0
		if (!(line in reached)) {
			all[file]++
			reached[line] = 0
			text[line] = substr($0, index($0, $3))
		}
		if (count !~ /^[#=]/ && !reached[line]) {
			reached[line] = 1
			hit[file]++
		}
	}
	END {
		for (line in reached)
			if (lines != "" && !reached[line])
				print line ": " text[line] | "sort -t: -k1,1 -k2,2n"
		close("sort -t: -k1,1 -k2,2n")
		for (file in all) {
			total += all[file]
			hits += hit[file]
			printf "%-34s %5d of %5d lines %6.1f %%\n", file, hit[file], all[file],
				100 * hit[file] / all[file] | "sort"
		}
		close("sort")
		if (total == 0)
			exit 1
		printf "%-34s %5d of %5d lines %6.1f %%, limit %d %%\n", "total", hits, total,
			100 * hits / total, limit
		exit 100 * hits < limit * total
	}'
[ $failed -eq 0 ]

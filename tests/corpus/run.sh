#!/bin/sh
# Generates, compiles and links every document of a folder, and prints a table.
#   run.sh DIR    DIR has a MANIFEST.tsv whose first column names the entry files
# clang's -Weverything is asked for all but what is noise for C11 on POSIX: C++ compatibility
# and pre-C99 advice, padding, pointer arithmetic on buffers, and switches with a default.
set -u
cd "$(dirname "$0")/../.."
specs=${1:?usage: corpus/run.sh DIR}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
warnings="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wcast-qual -Wundef -Wvla -Werror"
noise="-Wno-padded -Wno-c++98-compat -Wno-unsafe-buffer-usage -Wno-unknown-warning-option -Wno-declaration-after-statement
-Wno-c++-compat -Wno-reserved-identifier -Wno-reserved-macro-identifier -Wno-documentation -Wno-documentation-unknown-command -Wno-switch-enum"
passed=0 failed=0

ms() { date +%s%3N; }

verdict() { # FILE NAME: sets the columns and result
	operations=- schemas=- generate=- lines=- compile=- text=- warned=-
	result=failed
	out=$work/$2
	start=$(ms)
	if ! build/oac generate "$1" --name "api$number" --out "$out" >"$out.log" 2>&1; then
		generate=$(($(ms) - start))
		grep -q 'error: this is a Swagger' "$out.log" && result=refused
		return
	fi
	generate=$(($(ms) - start))
	warned=$(grep -c ': warning: ' "$out.log")
	counted=$(build/corpus-count "$1")
	made=$(sed -n 's/.*: \([0-9]*\) operations and \([0-9]*\) schemas.*/\1 \2/p' "$out.log")
	operations=${made% *} schemas=${made#* }
	if [ "$made" != "$counted" ]; then
		echo "the document has $counted operations and schemas, the output $made" >>"$out.log"
		return
	fi
	lines=$(cat "$out"/*.[ch] | wc -l)
	start=$(ms)
	for file in "$out"/*.c; do
		gcc -std=c11 -O2 $warnings -Iruntime -I"$out" -c -o "$file.o" "$file" >>"$out.log" 2>&1 || return
	done
	compile=$(($(ms) - start))
	text=$(size "$out"/*.o | awk 'NR > 1 { n += $1 } END { print int(n / 1024) }')
	if command -v clang >/dev/null 2>&1; then
		for file in "$out"/*.c; do
			clang -std=c11 -Weverything $noise -Werror -Iruntime -I"$out" -fsyntax-only "$file" >>"$out.log" 2>&1 || return
		done
	fi
	gcc -shared -o "$out.so" -Wl,-r "$out"/*.o >/dev/null 2>&1 || gcc -r -o "$out.all.o" "$out"/*.o >>"$out.log" 2>&1 || return
	printf '#include "%s.h"\nint main(void) { return 0; }\n' "api$number" >"$out.c"
	gcc -std=c11 $warnings -Iruntime -I"$out" -o "$out.program" "$out.c" "$out"/*.o build/libopenai.a -lcurl -lcjson -lpthread -lm >>"$out.log" 2>&1 || return
	result=passed
}

printf '%-32s %10s %7s %11s %7s %10s %7s %8s  %s\n' document operations schemas generate_ms lines compile_ms text_KB warnings verdict
number=0
for entry in $(awk -F '\t' 'NR > 1 || $1 != "file" { print $1 }' "$specs/MANIFEST.tsv" | grep -v '^file$'); do
	number=$((number + 1))
	verdict "$specs/$entry" "$number"
	printf '%-32s %10s %7s %11s %7s %10s %7s %8s  %s\n' "$entry" "$operations" "$schemas" "$generate" "$lines" "$compile" "$text" "$warned" "$result"
	if [ $result = failed ]; then
		failed=$((failed + 1))
		grep -E 'error|has ' "$work/$number.log" | head -n 3 | sed 's/^/    /'
	else
		passed=$((passed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]

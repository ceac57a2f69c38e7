#!/bin/sh
# Rules of the house that a compiler does not check.
. tests/support/tap.sh

none() { # PATTERN FILE...: lines that match, comments aside, are printed, and a failure
	! grep -nE "$@" | grep -vE '^[^:]+:[0-9]+:[[:space:]]+\*'
}
code="generator/*.[ch] runtime/*.[ch] helpers/*.[ch] generated/*.[ch] examples/*.c"
ok "no banned functions" none '\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|strncat)\(' $code
ok "runtime, helpers and generated code print nothing and do not exit" \
	none '\b(f?printf|puts|fputs|putchar|exit|abort)\(' runtime/*.[ch] helpers/*.[ch] generated/*.[ch]

only() { # NAME PATTERN FILE...: only the first file may match
	pattern=$1 allowed=$2
	shift 2
	found=$(grep -lE "$pattern" "$@")
	[ "$found" = "$allowed" ]
}
# The transport that blocks and the loop share how an exchange goes: libcurl has files of its own, and no others.
curl_only() {
	! grep -lE 'include <curl' runtime/*.[ch] generated/*.[ch] helpers/*.[ch] | grep -v '^runtime/oac_curl'
}
ok "curl is included in oac_curl*.[ch] only" curl_only
ok "cJSON is included in one file" only 'include <(cjson/)?cJSON' runtime/oac_cjson.c runtime/*.[ch] generated/*.[ch] helpers/*.[ch]

short() { # LINES FOLDER...
	most=$1
	shift
	find "$@" -name '*.[ch]' -exec wc -l {} + |
		awk -v most="$most" '$2 != "total" && $1 > most { print; bad = 1 } END { exit bad }'
}
ok "no file of the product has over 600 lines" short 600 generator runtime helpers examples tools
ok "no file of the tests has over 800" short 800 tests bench

# Comments and texts may be longer, where that reads better.
narrow() {
	for file in generator/*.c runtime/*.c helpers/*.c; do
		expand "$file" | awk -v file="$file" 'length > 100 && !/\/\*|^ *\*|"|\\$/ { print file ":" NR ": " $0 }'
	done >"$tap_work/wide"
	cat "$tap_work/wide"
	[ ! -s "$tap_work/wide" ]
}
ok "code has at most 100 columns" narrow

prefixed() { # what the library defines for the linker
	nm -g --defined-only build/libopenai.a | awk 'NF == 3 { print $3 }' >"$tap_work/symbols"
	[ "$(wc -l <"$tap_work/symbols")" -gt 100 ] && ! grep -vE '^(oac|openai)_' "$tap_work/symbols"
}
ok "every symbol of the library has a prefix" prefixed

run_lines() {
	table=$(sed -n '/struct oac_field openai_run_fields/,/OAC_TYPE_FUNCTIONS(openai_run,/p' generated/openai_types.c | wc -l)
	echo "$table lines"
	[ "$table" -gt 10 ] && [ "$table" -le 60 ]
}
ok "table and functions of the Run type have at most 60 lines" run_lines
text() {
	bytes=$(size build/release/generated/*.o | awk 'NR > 1 { n += $1 } END { print n }')
	echo "$bytes bytes"
	[ "$bytes" -gt 1000 ] && [ "$bytes" -lt 204800 ]
}
ok "the text of generated/ stays under 200 KB" text
private() {
	! grep -rnE '/(work|root|home)/' --include='*' generator templates spec generated runtime helpers examples tests bench tools docs \
		packaging man install.mk Makefile README.md CHANGELOG.md CONTRIBUTING.md .ci .gitignore
}
ok "no path of a machine is in the tree" private
done_testing

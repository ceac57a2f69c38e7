#!/bin/sh
# The reference documentation: it builds, says something of every function, and its links and examples hold.
. tests/support/tap.sh

if ! command -v doxygen >/dev/null 2>&1 && ! tools/install-packages.sh docs >"$tap_work/install" 2>&1; then
	skip "reference documentation" "doxygen cannot be installed: $(tail -n 1 "$tap_work/install")"
	done_testing
fi
html=build/docs/html

ok "make docs, without a warning" make --no-print-directory docs
ok "there is nothing but the HTML" sh -c 'test "$(ls build/docs)" = html'

# FOLDER: names of the functions that have an entry with text in it, sorted.
documented() {
	cat "$1"/*_8h.html "$1"/struct*.html | awk '
		/<h2 class="memtitle">/ && match($0, /[a-z_0-9]+\(\)/) { name = substr($0, RSTART, RLENGTH - 2); text = 0; next }
		/<div class="memdoc">/ { within = 1; next }
		within && /<p>[^<]|<p><code>|<p><a/ { text = 1 }
		within && /<\/div>/ { if (text && name != "") print name; within = 0; name = "" }' | sort -u
}
documented $html >"$tap_work/documented"
# A header for the use of generated code says so; what it declares is not for readers.
for header in runtime/*.h; do
	sed 's/^ \* *//' "$header" | tr '\n' ' ' | grep -q "Programs don't use this header" && echo "$header"
done >"$tap_work/inner"
exported() {
	readelf -sW build/libopenai.a | awk '$4 == "FUNC" && $5 == "GLOBAL" && $6 == "DEFAULT" && $7 != "UND" { print $8 }' | sort -u
}
exported >"$tap_work/exported"
all_documented() {
	sort -u "$tap_work/exported" | comm -23 - "$tap_work/documented" |
		while read -r name; do
			grep -qE "OAC_API.*[ *]$name\(|OAC_API OAC_[A-Z]*_API\(${name%_*}\)" $(cat "$tap_work/inner") || echo "$name"
		done >"$tap_work/missing"
	echo "$(wc -l <"$tap_work/exported") functions are exported, $(wc -l <"$tap_work/documented") documented; without a word:"
	cat "$tap_work/missing"
	[ "$(wc -l <"$tap_work/exported")" -gt 900 ] && [ ! -s "$tap_work/missing" ]
}
ok "every exported function has its entry" all_documented
ok "and there is no other" sh -c 'test -z "$(comm -13 "$0/exported" "$0/documented" | grep -vE "^oac_(int|num|bool|json_of)$")"' "$tap_work"

ok "every link leads somewhere" awk -f tests/support/links.awk $html/*.html
sed 's/href="structopenai__run.html"/href="structnothing.html"/' $html/index.html >$html/broken.html
ok "the check sees one that does not" sh -c '! awk -f tests/support/links.awk "$0"/*.html' $html
rm -f $html/broken.html
private() {
	! grep -rlF -e "$PWD" -e "$(cd .. && pwd)/" ${HOME:+-e "$HOME/"} $html && ! grep -rlE '(/tmp|/root|/home)/' $html
}
ok "no page has a path of this machine" private
states() {
	for state in queued in_progress requires_action cancelling cancelled failed completed incomplete expired; do
		grep -q ">$state</text>" docs/lifecycle.svg && grep -q "_STATUS_$(echo $state | tr '[:lower:]' '[:upper:]')," generated/openai_types.h || return 1
	done
	[ "$(grep -c '<g class="state' docs/lifecycle.svg)" = "$(sed -n '/^enum openai_run_status {/,/^}/p' generated/openai_types.h | grep -c 'STATUS_[A-Z_]*,$')" ]
}
ok "the picture has the states of the API, and no other" states
statuses() {
	for name in $(sed -n 's/^\t\(OAC_[A-Z_]*\)[ ,].*/\1/p' runtime/oac_error.h | grep -v OAC_ERROR_TEXT); do
		grep -q "^| $name |" docs/errors.md || { echo "$name"; return 1; }
	done
}
ok "the table of errors has every status" statuses

# ---- the examples on the pages ----

pages=$(sed -n 's/^DOC_PAGES := .*docs\/,\(.*\))$/\1/p' Makefile | sed 's,[^ ]*,docs/&,g')
blocks() { # LANGUAGE: each block of the pages to a file
	awk -v lang="$1" -v out="$tap_work/block" '
		/^```/ { if (within) close(file); within = !within && $0 == "```" lang; if (within) { file = out "-" ++n "." lang; print "/* " FILENAME " */" >file }; next }
		within { print >file }' $pages
	ls "$tap_work"/block-*."$1"
}
frame() { # FILE: what stands alone does; else it is the inside of a function
	grep -q '^#include' "$1" && { cat "$1"; return; }
	cat <<'C'
#include "openai_helpers.h"
#include <stdio.h>
enum oac_status example(struct oac_client *client, const char *thread, const char *id);
enum oac_status example(struct oac_client *client, const char *thread, const char *id)
{
	const struct openai_create_run_request request = { .assistant_id = id };
	struct openai_run *run = NULL;
	struct oac_error err;
	enum oac_status status = OAC_OK;
	{
C
	cat "$1"
	printf '\t}\n\t(void)client, (void)thread, (void)request, (void)run, (void)err;\n\treturn status;\n}\n'
}
for block in $(blocks c); do
	frame "$block" >"$tap_work/example.c"
	ok "$(sed -n '1s,/\* \(.*\) \*/,\1,p' "$block"): $(basename "$block") compiles" \
		cc -std=c11 $TAP_WARNINGS -Wno-unused-but-set-variable $TAP_INCLUDES -fsyntax-only "$tap_work/example.c"
done
for block in $(blocks yaml); do
	sed 1d "$block" >"$tap_work/config"
	ok "$(basename "$block") is a configuration" build/oac model spec/assistants.yaml --config "$tap_work/config" --strict
done
sed 's/tags: \[Runs\]/tugs: [Runs]/' "$tap_work/config" >"$tap_work/wrong"
ok "one with a member that oac does not know is not" \
	sh -c '! build/oac model spec/assistants.yaml --config "$0"' "$tap_work/wrong"

# ---- any other API ----

rm -rf build/mine build/mine-docs
for block in $(blocks sh); do
	sed 1d "$block" >"$tap_work/commands"
	ok "the commands for another API" sh -e "$tap_work/commands"
done
ok "its functions are there" sh -c 'grep -q mine_create_run_request_from_json build/mine-docs/html/structmine__create__run__request.html'
ok "its links lead somewhere" awk -f tests/support/links.awk build/mine-docs/html/*.html

# Descriptions may say anything.
cat >"$tap_work/wild.yaml" <<'YAML'
openapi: 3.1.0
info: { title: Wild, version: '1' }
paths:
  /things:
    get:
      operationId: getThing
      summary: See [the guide](/docs/guide), [this](#part) and <a href="/docs/other">that</a>.
      description: |
        @todo \todo \ref nothing #nowhere %x &amp; **bold** `odd
        ```json
        { "a": `b`, "c": "it's `d" }
        ```
        ~~~
        std::string <script>alert(1)</script> @endcode <b>unclosed {@link x}
      responses:
        '200':
          description: fine
          content:
            application/json:
              schema:
                type: object
                properties:
                  emoji: { type: string, description: 'A shortcode such as `:+1::skin-tone-2:`, never `don''t` or @ref x.' }
                  on_lines: { type: string, description: 'Words that are long enough for it to need two lines, with `some code that goes on there` and more.' }
YAML
wild() {
	build/oac generate "$tap_work/wild.yaml" --name wild --vendor --out "$tap_work/wild" &&
		docs/build.sh --out "$tap_work/wild-docs" --name Wild -I "$tap_work/wild" --page docs/headers.md wild.h &&
		awk -f tests/support/links.awk "$tap_work"/wild-docs/html/*.html &&
		! grep -l '<script>alert' "$tap_work"/wild-docs/html/*.html &&
		grep -q '<code>:+1::skin-tone-2:</code>' "$tap_work"/wild-docs/html/struct*.html &&
		grep -q "<code>don't</code>" "$tap_work"/wild-docs/html/struct*.html
}
ok "descriptions with markup of their own, also when it is broken" wild
for golden in schemas unions names security; do
	one=$(ls -d tests/golden/$golden/expected)
	header=$(grep -l 'client_new' "$one"/*.h | head -n 1)
	[ -n "$header" ] || continue
	ok "the documentation of golden/$golden" docs/build.sh --out "$tap_work/docs-$golden" --name "$golden" \
		-I "$one" -I runtime --page docs/headers.md "$(basename "$header")"
done
done_testing

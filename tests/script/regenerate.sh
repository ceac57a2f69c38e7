#!/bin/sh
# The checked-in output is what the compiler makes, whatever the locale and the folder.
. tests/support/tap.sh

generate() { # DIR SPEC-FOLDER
	build/oac generate "$2/assistants.yaml" --config "$2/oac.yaml" --out "$1"
}

ok "regenerating changes nothing" build/oac generate spec/assistants.yaml --config spec/oac.yaml --out generated --check
mkdir "$tap_work/elsewhere"
cp spec/*.yaml "$tap_work/elsewhere"
ok "from another folder" generate "$tap_work/a" "$tap_work/elsewhere"
in_german() {
	LOCPATH=$PWD/build/locale LC_ALL=de_DE.UTF-8 generate "$tap_work/b" spec
}
ok "in another locale" in_german
ok "gives the same bytes" diff -r "$tap_work/a" "$tap_work/b"
ok "which are those that are checked in" diff -r "$tap_work/a" generated
ok "a second run" generate "$tap_work/a" spec
ok "writes no file" grep -q '(0 written' "$tap_work/last"

touch_everything() {
	printf '\n/* edited */\n' >>"$tap_work/a/openai_runs.h"
	! generate "$tap_work/a" spec && grep -q edited "$tap_work/a/openai_runs.h"
}
ok "a file that was edited by hand is kept" touch_everything
ok "and named" grep -q 'openai_runs.h' "$tap_work/last"
ok "--force replaces it" build/oac generate spec/assistants.yaml --config spec/oac.yaml --out "$tap_work/a" --force
ok "as it was" diff -r "$tap_work/a" generated

# ---- what the manifest says of it ----

manifest_has() { # TEXT
	grep -qF -- "$1" generated/.oac-manifest
}
ok "the manifest names the tool" manifest_has "# $(build/oac version)"
ok "the inputs" manifest_has "# input $(sha256sum <spec/assistants.yaml | cut -d ' ' -f 1)  assistants.yaml"
ok "the options" manifest_has "# option --config oac.yaml"

# ---- watching ----

until_seen() { # TEXT FILE
	tries=0
	until grep -q "$1" "$2" 2>/dev/null; do
		tries=$((tries + 1))
		[ $tries -lt 100 ] || return 1
		sleep 0.1
	done
}
cp spec/assistants.yaml "$tap_work/watched.yaml"
build/oac generate "$tap_work/watched.yaml" --config spec/oac.yaml --out "$tap_work/watch" --watch >"$tap_work/watch.log" 2>&1 &
watcher=$!
ok "--watch generates" until_seen "15 written" "$tap_work/watch.log"
sed 's/^  title: .*/  title: Another title/' spec/assistants.yaml >"$tap_work/watched.yaml"
ok "again after a change" until_seen "Another title" "$tap_work/watch/openai.h"
echo 'a: [' >"$tap_work/watched.yaml"
ok "says what is wrong" until_seen "watched.yaml:.*error" "$tap_work/watch.log"
ok "and keeps what there is" grep -q "Another title" "$tap_work/watch/openai.h"
cp spec/assistants.yaml "$tap_work/watched.yaml"
ok "goes on when it is put right" until_seen "Assistants API" "$tap_work/watch/openai.h"
kill "$watcher"
wait "$watcher" 2>/dev/null
wrong_watch() {
	build/oac generate - --out "$tap_work/x" --watch </dev/null
	[ $? -eq 2 ]
}
ok "standard input cannot be watched" wrong_watch

version() {
	runtime=$(sed -n 's/^#define OAC_CODEC_VERSION //p' runtime/oac_codec.h)
	tool=$(sed -n 's/^#define OAC_CODEC_VERSION //p' generator/version.h)
	[ -n "$runtime" ] && [ "$runtime" = "$tool" ]
}
ok "the tool writes for the runtime beside it" version
done_testing

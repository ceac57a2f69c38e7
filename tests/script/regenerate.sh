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

version() {
	runtime=$(sed -n 's/^#define OAC_CODEC_VERSION //p' runtime/oac_codec.h)
	tool=$(sed -n 's/^#define OAC_CODEC_VERSION //p' generator/version.h)
	[ -n "$runtime" ] && [ "$runtime" = "$tool" ]
}
ok "the tool writes for the runtime beside it" version
done_testing

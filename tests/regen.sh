#!/bin/sh
# make regen: what was compiled against the bindings in build/regen must do as it does on ours.
# GOLDENS is the folder of recordings that `make conformance` takes.
cd "$(dirname "$0")/.." || exit
. tests/support/tap.sh

bound=build/regen
OAC_BIN=$bound OAC_SERVER=build/assistants-server OAC=build/oac
export OAC_BIN OAC_SERVER OAC
[ -n "${GOLDENS-}" ] || GOLDENS=${OAC_SHARED:+$OAC_SHARED/goldens}

# Several at a time: most of them wait.
programs=$(ls "$bound"/test/*/*_test)
# shellcheck disable=SC2016
echo "$programs" | xargs -P 4 -I{} sh -c '
	out=$1/$(basename {})
	timeout 300 {} >"$out" 2>&1 </dev/null
	echo $? >"$out.status"' - "$tap_work"
passed() { # PROGRAM
	out=$tap_work/$(basename "$1")
	cat "$out"
	return "$(cat "$out.status")"
}
for program in $programs; do
	ok "${program#"$bound"/test/}" passed "$program"
done
for example in "$bound"/examples/*; do
	[ -x "$example" ] && [ -f "$example" ] || continue
	ok "${example#"$bound"/}" tests/with_server.sh "$example"
done
if [ -n "$GOLDENS" ]; then
	ok "conformance" timeout 300 "$bound/conformance" "$GOLDENS"
else
	skip "conformance" "neither GOLDENS nor OAC_SHARED is set"
fi
done_testing

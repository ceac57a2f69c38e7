#!/bin/sh
# make regen: what was compiled against the bindings in build/regen must do as it does on ours.
# GOLDENS is the folder of recordings that `make conformance` takes.
cd "$(dirname "$0")/.." || exit
. tests/support/tap.sh

bound=build/regen
OAC_BIN=$bound OAC_SERVER=build/assistants-server OAC=build/oac
export OAC_BIN OAC_SERVER OAC
[ -n "${GOLDENS-}" ] || GOLDENS=${OAC_SHARED:+$OAC_SHARED/goldens}

for program in "$bound"/test/*/*_test; do
	[ -n "${program##*'*'*}" ] || continue
	ok "${program#"$bound"/test/}" timeout 300 "$program"
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

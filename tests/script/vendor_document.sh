#!/bin/sh
# The vendor's own document and spec/overlay.yaml give the same bindings as spec/assistants.yaml:
# what stands on ours builds and runs on them, unchanged.
. tests/support/tap.sh

spec=${OAC_SHARED:-}/specs/openai-2026-07-15.yaml
if [ ! -f "$spec" ]; then
	skip "the vendor's document" "OAC_SHARED is not set"
	done_testing
fi
bindings() { # OPTION...: from the vendor's document
	build/oac generate "$spec" --config spec/oac.yaml --overlay spec/overlay.yaml \
		--path '/assistants*' --path '/threads*' "$@"
}
# Every line but comments. No operation reaches two of our types, so a selection leaves them out.
declarations() { # DIR
	cat "$1"/*.h | gcc -fpreprocessed -dD -E -P -x c - | sed \
		-e '/^enum openai_supported_model {/,/^};/d' -e '/^struct openai_error_response {/,/^};/d' \
		-e '/openai_supported_model/d' -e '/openai_error_response/d' | sort
}
same() {
	declarations generated >"$tap_work/ours"
	declarations "$tap_work/vendors" >"$tap_work/theirs"
	[ "$(wc -l <"$tap_work/ours")" -gt 1000 ] && diff "$tap_work/ours" "$tap_work/theirs"
}
ok "every action of the overlay finds its place" bindings --strict --out "$tap_work/vendors"
ok "the headers say the same, comments aside" same
ok "helpers, examples and tests pass on them" make --no-print-directory regen SPEC="$spec"
ok "conformance with the recordings too" grep -q '^ok .* - conformance$' "$tap_work/last"
done_testing

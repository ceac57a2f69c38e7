#!/bin/sh
# oac init: a configuration that works as it is, and what it recognised.
set -u
cd "$(dirname "$0")/../.."
. tests/support/tap.sh
oac=$PWD/${OAC:-build/oac}
work=$tap_work

"$oac" init spec/assistants.yaml >"$work/oac.yaml" 2>"$work/err"
ok "init says nothing but the configuration" test ! -s "$work/err"
for line in 'cancelRun: runs.cancel' 'createRun: runs.create' 'getRunStep: steps.retrieve' \
	'submitToolOuputsToRun: runs.submit_tool_outputs' 'cursor: after' '- listRunSteps' \
	'api_key: ASSISTANTS_API_KEY' '#  createRun: create_run_stream'; do
	ok "it has $line" grep -qF -- "$line" "$work/oac.yaml"
done
ok "the configuration is taken" "$oac" generate spec/assistants.yaml --config "$work/oac.yaml" --out "$work/out"
ok "an operation has its name" grep -q 'assistants_api_runs_cancel(struct' "$work/out/assistants_api_runs.h"
ok "a page has its function" grep -q 'assistants_api_runs_list_each(struct' "$work/out/assistants_api_runs.h"
"$oac" init - <spec/assistants.yaml 2>/dev/null | grep -v '^#   oac generate' >"$work/piped"
ok "standard input gives the same" sh -c 'grep -v "^#   oac generate" "$1/oac.yaml" | cmp -s - "$1/piped"' - "$work"

# A key that nothing takes would be a warning.
printf 'openapi: 3.1.0\ninfo: {title: Open, version: 1}\npaths: {/a: {get: {responses: {}}}}\n' >"$work/open.yaml"
no_key() {
	"$oac" init "$work/open.yaml" >"$work/open.cfg" && grep -q '^  base_url: OPEN_BASE_URL$' "$work/open.cfg" &&
		! grep -q api_key "$work/open.cfg" &&
		"$oac" generate "$work/open.yaml" --config "$work/open.cfg" --out "$work/open" --strict
}
ok "no key where none is taken" no_key

# Everything in it that is a comment is an example that is taken, too.
sed -e 's/^#select:/select:/; s/^#  tags:/  tags:/; s/^#    - /    - /' "$work/oac.yaml" >"$work/select.yaml"
ok "its selection can be switched on" "$oac" generate spec/assistants.yaml --config "$work/select.yaml" --out "$work/select"

printf 'openapi: 3.1.0\ninfo: {title: "a: \\"b\\"\\n#c", version: 1}\npaths:\n  "/x/{y}: #z":\n    get: {operationId: "on", responses: {}}\n' >"$work/odd.yaml"
ok "odd names stay what they are" sh -c '"$1" init "$2/odd.yaml" >"$2/odd.cfg" && "$1" generate "$2/odd.yaml" --config "$2/odd.cfg" --out "$2/odd"' \
	- "$oac" "$work"
for words in "init" "init a.yaml --out x" "init a.yaml --config x" "init a.yaml b.yaml"; do
	ok "wrong use: oac $words" sh -c '"$1" $2 >/dev/null 2>&1; [ $? -eq 2 ]' - "$oac" "$words"
done
ok "a document that is none" sh -c 'echo "a: 1" | "$1" init - >"$2/none" 2>/dev/null; [ $? -eq 1 ] && [ ! -s "$2/none" ]' \
	- "$oac" "$work"

if [ -n "${OAC_SHARED-}" ]; then
	for spec in "$OAC_SHARED"/specs/*.yaml "$OAC_SHARED"/specs/*.json; do
		grep -q '"\{0,1\}swagger"\{0,1\}:' "$spec" && continue
		ok "of $(basename "$spec")" sh -c '"$1" init "$2" >"$3/c.yaml" && "$1" generate "$2" --config "$3/c.yaml" --out "$3/c" >/dev/null 2>&1 && rm -r "$3/c"' \
			- "$oac" "$spec" "$work"
	done
else
	skip "documents of others" "OAC_SHARED is not set"
fi
done_testing

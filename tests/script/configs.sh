#!/bin/sh
# Several configurations say one thing together.
. tests/support/tap.sh

oac=${OAC:-build/oac}
one=$tap_work/one.yaml two=$tap_work/two.yaml
cat >"$one" <<'Y'
prefix: openai
types: {RunObject: run, MessageObject: message}
operations: {getRun: runs.retrieve}
headers: {A: "1"}
pagination:
  - {items: data, more: has_more, cursor: after, id: id, operations: [listRuns]}
Y
cat >"$two" <<'Y'
prefix: oai
types: {RunObject: job}
operations: {createRun: runs.create}
headers: {B: "2"}
pagination:
  - {items: data, more: has_more, cursor: after, id: id, operations: [listMessages]}
Y
model() { "$oac" model spec/assistants.yaml --config "$one" --config "$two" >"$tap_work/model"; }
has() { grep -q "\"$1\"" "$tap_work/model"; }
ok "two configurations" model
ok "a scalar is the later one's" has oai_run_step_object
ok "a member too" has oai_job
ok "what only the first has stays" has oai_message
ok "the names of operations of the first" has oai_runs_retrieve
ok "and of the second" has oai_runs_create
headers() { sed -n '/"headers": \[/,/\]/p' "$tap_work/model" | grep -c '"value": "[12]"' | grep -q '^2$'; }
ok "headers of both" headers
paged() { [ "$(grep -c '"page": {' "$tap_work/model")" -eq 2 ]; }
ok "lists go on" paged
refuse() { # PATTERN
	"$oac" model spec/assistants.yaml --config "$one" --config "$two" 2>"$tap_work/said" >"$tap_work/model" && return 1
	cat "$tap_work/said"; grep -q "$1" "$tap_work/said"
}
echo 'headers: [a]' >"$two"
ok "a member that does not fit names its file" refuse "two.yaml:1:10: error: 'headers' must be a map"
echo '[a]' >"$two"
ok "a second configuration that is no map" refuse "two.yaml:1:1: error: a configuration must be a map"
done_testing

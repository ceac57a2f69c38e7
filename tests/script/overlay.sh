#!/bin/sh
# --overlay: what it does to the output, and what it says when it cannot.
. tests/support/tap.sh

oac=${OAC:-build/oac}
work=$tap_work/work
mkdir "$work"
cat >"$work/doc.yaml" <<'Y'
openapi: 3.1.0
info: {title: Things, version: "1"}
paths:
  /things:
    get:
      operationId: listThings
      responses: {"200": {description: all, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
  /secret:
    get:
      operationId: getSecret
      responses: {"204": {description: none}}
components:
  schemas:
    Thing:
      type: object
      properties:
        id: {type: string}
Y
overlay() { # NAME: an overlay of the actions on standard input
	{
		printf "overlay: 1.0.0\ninfo: {title: test, version: '1'}\nactions:\n"
		cat
	} >"$work/$1"
}
generate() { # ARGUMENT...
	"$oac" generate "$work/doc.yaml" --name things --out "$work/out" "$@"
}
fails() { # PATTERN ARGUMENT...: exit status 1, and a line that matches
	pattern=$1
	shift
	generate "$@" >"$tap_work/stderr" 2>&1
	got=$?
	cat "$tap_work/stderr"
	[ $got -eq 1 ] && grep -Eq "$pattern" "$tap_work/stderr"
}

overlay a.yaml <<'Y'
  - target: $.paths['/secret']
    remove: true
  - target: $.components.schemas.Thing.properties
    update:
      owner: {$ref: '#/components/schemas/Owner'}
  - target: $.components.schemas
    update:
      Owner: {type: object, properties: {name: {type: string}}}
Y
overlay b.yaml <<'Y'
  - target: $.components.schemas.Owner.properties
    update:
      age: {type: integer}
Y
ok "without overlays" generate
ok "an operation is there" grep -rq get_secret "$work/out"
ok "with two overlays" generate --overlay "$work/a.yaml" --overlay="$work/b.yaml"
ok "the operation is gone" sh -c "! grep -rq get_secret $work/out"
ok "a member was added" grep -rq 'struct things_owner \*owner;' "$work/out"
ok "and by the second one to what the first one added" grep -rq 'struct oac_opt_int64 age;' "$work/out"
ok "the files name them" grep -q 'from doc.yaml + a.yaml + b.yaml (version 1)' "$work/out/things.h"
ok "--check knows them" generate --overlay "$work/a.yaml" --overlay "$work/b.yaml" --check
ok "and misses them" fails 'error' --check
ok "in the order that is given" fails 'warning: .*Owner\.properties.* selects nothing' --overlay "$work/b.yaml" --overlay "$work/a.yaml" --check
model() { "$oac" model "$work/doc.yaml" --overlay "$work/a.yaml" | grep -q owner; }
ok "model has them too" model
from_stdin() { "$oac" model "$work/doc.yaml" --overlay - <"$work/a.yaml" | grep -q owner; }
ok "an overlay from standard input" from_stdin

# places
overlay c.yaml <<'Y'
  - target: $.components.schemas.Thing.properties
    update:
      other:
        $ref: '#/components/schemas/Nobody'
Y
ok "an error in what was brought in" fails "^$work/c.yaml:7:15: error: cannot find '#/components/schemas/Nobody'" --overlay "$work/c.yaml"
ok "shows the overlay's line" grep -q "^  7 |         .ref: '#/components/schemas/Nobody'" "$tap_work/stderr"
overlay d.yaml <<'Y'
  - target: $.nothing.here
    update: {a: 1}
Y
ok "a target that selects nothing" generate --overlay "$work/d.yaml"
ok "is a warning with its place" grep -q "^$work/d.yaml:4:13: warning: '\$.nothing.here' selects nothing" "$tap_work/last"
ok "an error with --strict" fails "^$work/d.yaml:4:13: error" --overlay "$work/d.yaml" --strict
overlay e.yaml <<'Y'
  - target: $.paths[?@.get =]
    remove: true
  - target: "$.paths['/x'"
    remove: true
Y
ok "a target that is no JSONPath" fails "^$work/e.yaml:4:28: error: JSONPath: .*at offset 15" --overlay "$work/e.yaml"
ok "and all others that are none" grep -q "^$work/e.yaml:6:26: error: JSONPath: expected ',' or '\]', got the end" "$tap_work/stderr"
overlay f.yaml <<'Y'
  - target: $.components.schemas.Thing
    update:
      properties: [id]
Y
ok "what cannot be merged" fails "^$work/f.yaml:6:19: error: cannot merge a list into a map" --overlay "$work/f.yaml"
ok "with the place in the document" grep -q "^$work/doc.yaml:17:9: note: which is here" "$tap_work/stderr"

# overlays that are none
refused() { # NAME PATTERN TEXT
	printf '%b' "$3" >"$work/bad.yaml"
	ok "$1" fails "$2" --overlay "$work/bad.yaml"
}
head="overlay: 1.0.0\ninfo: {title: t, version: '1'}\n"
ok "an overlay that is not there" fails 'nowhere.yaml: error: cannot read' --overlay "$work/nowhere.yaml"
ok "a document as overlay" fails 'doc.yaml:1:1: error: this is no overlay' --overlay "$work/doc.yaml"
refused "an empty overlay" 'bad.yaml.*error: .*empty' ''
refused "not YAML" 'bad.yaml:1:[0-9]+: error' '{[}'
refused "an unknown version" "bad.yaml:1:10: error: Overlay version '9.0.0'" "overlay: 9.0.0\ninfo: {title: t, version: '1'}\nactions: [{target: \$}]\n"
refused "a version that is a number" "bad.yaml:1:10: error: 'overlay' must be a string" "overlay: 1.0\ninfo: {title: t, version: '1'}\nactions: [{target: \$}]\n"
refused "no info" "bad.yaml:1:1: error: an overlay has no 'info'" "overlay: 1.0.0\nactions: [{target: \$}]\n"
refused "no title" "bad.yaml:2:7: error: 'info' has no 'title'" "overlay: 1.0.0\ninfo: {version: '1'}\nactions: [{target: \$}]\n"
refused "no actions" "bad.yaml:1:1: error: an overlay has no 'actions'" "$head"
refused "actions that are a map" "bad.yaml:3:10: error: 'actions' must be a list" "${head}actions: {target: \$}\n"
refused "a misspelt member" "bad.yaml:3:23: error: unknown member 'updte' of an action" "${head}actions: [{target: \$, updte: {}}]\n"
refused "no target" "bad.yaml:3:11: error: an action has no 'target'" "${head}actions: [{update: {}}]\n"
refused "copy before its time" "bad.yaml:3:23: error: 'copy' needs Overlay 1.1" "${head}actions: [{target: \$, copy: \$}]\n"

# extends
printf '%bextends: doc.yaml\nactions: [{target: $.info, update: {title: x}}]\n' "$head" >"$work/mine.yaml"
printf '%bextends: ./other.yaml\nactions: [{target: $.info, update: {title: x}}]\n' "$head" >"$work/other-overlay.yaml"
printf '%bextends: https://example.com/api.yaml\nactions: [{target: $.info, update: {title: x}}]\n' "$head" >"$work/url.yaml"
ok "an overlay for this document" generate --overlay "$work/mine.yaml" --strict
ok "for one with a URL, which nobody reads" generate --overlay "$work/url.yaml" --strict
ok "for another one" generate --overlay "$work/other-overlay.yaml"
ok "is a warning" grep -q "other-overlay.yaml:3:10: warning: this overlay is for './other.yaml', not for '$work/doc.yaml'" "$tap_work/last"
done_testing

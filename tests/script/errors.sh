#!/bin/sh
# Wrong input: a message that names the place, the right exit status, and no file touched.
. tests/support/tap.sh

oac=${OAC:-build/oac}
out=$tap_work/out
mkdir "$out"
echo kept >"$out/kept"

# refuse STATUS PATTERN ARGUMENT...: oac fails so, says so on stderr, and writes nothing
refuse() {
	status=$1 pattern=$2
	shift 2
	"$oac" "$@" >"$tap_work/stdout" 2>"$tap_work/stderr" </dev/null
	got=$?
	cat "$tap_work/stderr"
	[ $got -eq "$status" ] || { echo "exit status $got, not $status"; return 1; }
	head -n 1 "$tap_work/stderr" | grep -Eq "$pattern" || { echo "does not match: $pattern"; return 1; }
	[ ! -s "$tap_work/stdout" ] || { echo "something on stdout"; return 1; }
	[ "$(ls -A "$out")" = kept ] || { echo "files were touched"; return 1; }
}
bad() { # NAME PATTERN TEXT: a document that is refused
	printf '%b' "$3" >"$tap_work/doc.yaml"
	ok "$1" refuse 1 "$2" generate "$tap_work/doc.yaml" --out "$out"
}
head='openapi: 3.1.0\ninfo: {title: t, version: "1"}\n'

ok "no command" refuse 2 'a command is missing'
ok "unknown command" refuse 2 "unknown command 'gnerate'" gnerate
ok "unknown option" refuse 2 "unknown option '--ouput'" generate x.yaml --ouput x
ok "no document" refuse 2 'the document is missing' generate --out "$out"
ok "no --out" refuse 2 'error: --out is missing' generate spec/assistants.yaml
ok "an option without its value" refuse 2 'needs a value' generate x.yaml --out
ok "an option given twice" refuse 2 'given twice' generate x.yaml --out a --out b
ok "one argument too many" refuse 2 'too many' generate x.yaml y.yaml --out a
ok "a document that is not there" refuse 1 'nowhere.yaml: error: .*No such file' generate nowhere.yaml --out "$out"
ok "a folder as document" refuse 1 'error' generate spec --out "$out"
bad "an empty document" 'doc.yaml.*error: .*empty' ''
bad "not YAML" 'doc.yaml:1:[0-9]+: error' '{[}'
bad "binary junk" 'doc.yaml.*: error' '\001\002\377\376'
bad "not OpenAPI" 'doc.yaml:1:1: error: this is not an OpenAPI document' 'hello: world\n'
bad "a list" 'error: this is not an OpenAPI document' '- a\n'
bad "Swagger 2.0" 'doc.yaml:1:[0-9]+: error: this is a Swagger 2.0 document' 'swagger: "2.0"\n'
bad "a version from the future" "doc.yaml:1:[0-9]+: error: OpenAPI version '4.0.0'" 'openapi: 4.0.0\n'
bad "a reference to nothing" "doc.yaml:7:[0-9]+: error: .*Rnu" "${head}components:\n  schemas:\n    Run:\n      properties:\n        a: {\$ref: '#/components/schemas/Rnu'}\n"
ok "and a suggestion" grep -q Run "$tap_work/stderr"
bad "a reference to the network" 'error: .*network' "${head}components:\n  schemas:\n    A: {\$ref: 'https://example.com/a.yaml'}\n"
bad "a reference above the folder" 'doc.yaml:5:[0-9]+: error' "${head}components:\n  schemas:\n    A: {\$ref: '../../../etc/passwd'}\n"
bad "references in a circle" 'error: .*circle|cycle' "${head}components:\n  schemas:\n    A: {\$ref: '#/components/schemas/B'}\n    B: {\$ref: '#/components/schemas/A'}\n"
bad "a key that stands twice" 'doc.yaml:3:[0-9]+: error: .*info' "${head}info: {}\n"
bad "an unclosed brace in a path" 'error: .*brace' "${head}paths:\n  '/a/{id':\n    get: {responses: {}}\n"
no_crash() { # TEXT: a document that is taken or refused
	printf '%b' "$1" >"$tap_work/doc.yaml"
	"$oac" generate "$tap_work/doc.yaml" --out "$tap_work/taken"
	[ $? -le 1 ]
}
ok "a list in place of a schema" no_crash "${head}components:\n  schemas:\n    A: {oneOf: [[x], {type: string}]}\n    B: {anyOf: [[{required: [a]}]]}\n"
secure() { # NAME PATTERN SCHEME REQUIREMENT: a document with the scheme 'a' and one operation
	bad "$1" "$2" "${head}paths:\n  /x:\n    get:\n      security: $4\n      responses: {}\ncomponents:\n  securitySchemes:\n    a: $3\n"
}
secure "a security scheme that is not there" "doc.yaml:6:19: error: there is no security scheme 'b'" '{type: http, scheme: basic}' '[{b: []}]'
secure "security that is no list" "doc.yaml:6:17: error: 'security' must be a list" '{type: http, scheme: basic}' '{a: []}'
secure "a requirement that is no map" 'doc.yaml:6:18: error: a security requirement must be a map' '{type: http, scheme: basic}' '[a]'
secure "a security scheme without a type" "doc.yaml:10:8: error: security scheme 'a' needs a 'type'" '{scheme: basic}' '[{a: []}]'
secure "a security scheme of an unknown type" "doc.yaml:10:15: error: security scheme 'a' has an unknown type" '{type: magic}' '[{a: []}]'
secure "an HTTP scheme without its name" "error: security scheme 'a' needs the name of an HTTP" '{type: http}' '[{a: []}]'
secure "an API key without a name" "error: security scheme 'a' of type apiKey needs 'name'" '{type: apiKey, in: header}' '[{a: []}]'
secure "an API key in a path" "error: an API key is in .* not in 'path'" '{type: apiKey, in: path, name: k}' '[{a: []}]'
secure "an API key whose header cannot be one" "error: 'X: 1' cannot be the name of a header" '{type: apiKey, in: header, name: "X: 1"}' '[{a: []}]'
bad "a server without a URL" "doc.yaml:3:11: error: a server needs a 'url'" "${head}servers: [{description: x}]\n"
bad "servers that are no list" "doc.yaml:3:10: error: 'servers' must be a list" "${head}servers: {url: x}\n"
bad "a name that C would have twice" "error: 't_e_next' would be declared twice in C" \
	"${head}paths:\n  /b:\n    get: {operationId: e_next, responses: {}}\n    post:\n      operationId: a\n      responses: {'200': {description: d, content: {text/event-stream: {schema: {\$ref: '#/components/schemas/E'}}}}}\ncomponents:\n  schemas:\n    E: {properties: {a: {type: string}}}\n"
generics=
for i in $(seq 1100); do
	generics="$generics    S$i: {properties: {a: {\$ref: '#/components/schemas/S$((i + 1))'}}}\n"
done
bad "references of \$dynamicRef without end" "error: the schemas around \\\$dynamicRef lead too far" \
	"${head}components:\n  schemas:\n    S: {\$ref: '#/components/schemas/S1', \$defs: {a: {\$dynamicAnchor: x, type: string}}}\n${generics}    S1101: {\$dynamicRef: '#x'}\n"
bad "two documents" 'error' 'openapi: 3.1.0\n---\nopenapi: 3.1.0\n'
printf 'nmae: x\n' >"$tap_work/config.yaml"
ok "a misspelt configuration" refuse 1 "config.yaml:1:1: error: unknown member 'nmae'" generate spec/assistants.yaml --config "$tap_work/config.yaml" --out "$out"
configured() { # NAME PATTERN CONFIGURATION
	printf '%b' "$3" >"$tap_work/config.yaml"
	ok "$1" refuse 1 "$2" generate spec/assistants.yaml --config "$tap_work/config.yaml" --out "$out"
}
configured "a misspelt selection" "config.yaml:1:10: error: unknown member 'tag'" 'select: {tag: [Runs]}\n'
configured "a selection that is no list" "config.yaml:1:16: error: 'tags' must be a list" 'select: {tags: Runs}\n'
configured "a selection of no strings" 'config.yaml:1:17: error: this must be a string' 'select: {tags: [[Runs]]}\n'
configured "a configured selection that matches nothing" "config.yaml:2:21: error: nothing in the document matches the selection '/nowhere/\*'" \
	'select:\n  paths: ["*/runs", /nowhere/*]\n'
configured "a misspelt environment" "config.yaml:1:15: error: unknown member 'key'" 'environment: {key: X}\n'
configured "misspelt paging" "config.yaml:1:15: error: unknown member 'item'" 'pagination: [{item: data}]\n'
configured "a name that is no string" 'config.yaml:1:22: error: this must be a string' 'operations: {getRun: [a]}\n'
printf 'select: {tags: [Assistants]}\n' >"$tap_work/config.yaml"
alike() { # the command line's ARGUMENTs and a configuration choose the same
	"$oac" model spec/assistants.yaml --config "$tap_work/config.yaml" >"$tap_work/configured" &&
		"$oac" model spec/assistants.yaml "$@" >"$tap_work/given" && cmp "$tap_work/configured" "$tap_work/given"
}
ok "a configured tag is a given one" alike --tag Assistants
printf 'select: {paths: ["/threads/*/runs"], operations: [getThread]}\n' >"$tap_work/config.yaml"
ok "a configured path and operation, too" alike --path '/threads/*/runs' --operation getThread
printf 'select: {tags: [Nowhere]}\n' >"$tap_work/config.yaml"
ok "the command line's selection replaces it" "$oac" model spec/assistants.yaml --config "$tap_work/config.yaml" --operation getThread
said() { # PATTERN WORD...: what generate says when it is done
	pattern=$1
	shift
	"$oac" generate spec/assistants.yaml --config spec/oac.yaml --out "$tap_work/said" "$@" >"$tap_work/done" &&
		cat "$tap_work/done" && grep -qxE "oac: spec/assistants.yaml: $pattern" "$tap_work/done"
}
ok "what was selected is counted" said '7 operations and what they reach in [1-9][0-9]* files \([1-9][0-9]* written, 0 unchanged, 0 removed\)' \
	--tag Runs
ok "all schemas are" said '23 operations and [1-9][0-9]* schemas in [1-9][0-9]* files \(.*, 0 removed\)'
ok "a check has not written" said '23 operations and [1-9][0-9]* schemas in [1-9][0-9]* files, as they are' --check --verbose
printf '%b' "$head" >"$tap_work/nothing.yaml"
ok "a document with nothing in it is warned of" refuse 1 'nothing.yaml:1:1: .*neither operations nor schemas' \
	generate "$tap_work/nothing.yaml" --strict --out "$out"
ok "a selection that matches nothing" refuse 1 "selection 'Nothing'" generate spec/assistants.yaml --tag Nothing --out "$out"
printf 'x\n' >"$tap_work/file"
ok "an output that cannot be a folder" refuse 1 'error' generate spec/assistants.yaml --out "$tap_work/file/below"
if [ "$(id -u)" != 0 ]; then
	chmod a-w "$out"
	ok "an unwritable folder" refuse 1 'error: .*Permission denied' generate spec/assistants.yaml --out "$out"
	chmod u+w "$out"
fi
ok "a broken template" sh -c "mkdir $tap_work/t && printf '{{#a}}' >$tap_work/t/api.h.mustache && exit 0"
ok "is named with its line" refuse 1 'api.h.mustache:1:[0-9]+: error' generate spec/assistants.yaml --templates "$tap_work/t" --out "$out"
ok "a folder of templates that is not there" refuse 1 'nowhere: error: cannot read: No such file' generate spec/assistants.yaml --templates nowhere --out "$out"
ok "a huge template" sh -c "head -c 2000000 /dev/zero >$tap_work/t/api.h.mustache"
ok "is one too" refuse 1 'api.h.mustache: error: is too large' generate spec/assistants.yaml --templates "$tap_work/t" --out "$out"
full() { ! "$oac" model spec/assistants.yaml >/dev/full 2>"$tap_work/stderr"; }
[ -w /dev/full ] && ok "a full disk is noticed" full
done_testing

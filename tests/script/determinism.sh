#!/bin/sh
# The same document gives the same bytes, whoever runs oac and wherever; and what is called what in
# C does not hang on the order of the document or on parts that have nothing to do with it.
#
# By design the document's order gives: the order of struct members, enumerators, variants and
# functions, and which of several names that are one in C keeps it. All else must not move.
. tests/support/tap.sh

oac=$PWD/${OAC:-build/oac}
spec=$PWD/spec

generate() { # SPEC OUT [ARGUMENT...]
	document=$1 out=$2
	shift 2
	"$oac" generate "$document" --out "$out" "$@"
}
same() { # NAME FOLDER
	ok "$1" diff -r "$tap_work/first" "$2"
}

# ---- the same input ----

assistants() {
	generate "$spec/assistants.yaml" "$1" --config "$spec/oac.yaml"
}
bare_environment() {
	mkdir -p "$tap_work/elsewhere/deep"
	(
		umask 077
		cd "$tap_work/elsewhere/deep" || exit 1
		env -i PATH=/nonexistent HOME=/nonexistent TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 \
			"$oac" generate "$spec/assistants.yaml" --config "$spec/oac.yaml" --out ../bare
	)
}
german() {
	LOCPATH=$PWD/build/locale LC_ALL=de_DE.UTF-8 assistants "$tap_work/german"
}
moved() {
	mkdir "$tap_work/moved" && cp "$spec"/*.yaml "$tap_work/moved" &&
		(cd "$tap_work/moved" && generate assistants.yaml out --config ./oac.yaml)
}
from_stdin() {
	"$oac" generate - --config "$spec/oac.yaml" --out "$tap_work/stdin" <"$spec/assistants.yaml"
}

ok "once" assistants "$tap_work/first"
ok "twice" assistants "$tap_work/second"
same "gives the same bytes" "$tap_work/second"
ok "in another folder, environment, time zone and umask" bare_environment
same "too" "$tap_work/elsewhere/bare"
ok "where the decimal point is a comma" german
same "too" "$tap_work/german"
ok "from a copy of the document" moved
same "too" "$tap_work/moved/out"
ok "from standard input" from_stdin
without_name() { # the files say which document they come from
	sed 's/from assistants.yaml\|from standard input/from it/' "$1"/*.[ch]
}
stdin_is_same() {
	without_name "$tap_work/first" >"$tap_work/one"
	without_name "$tap_work/stdin" >"$tap_work/two"
	cmp "$tap_work/one" "$tap_work/two"
}
ok "too, but for the document's name" stdin_is_same

# ---- other orders ----

# Every name that C sees: tags, members, enumerators, functions, each with its type.
names_of() { # FOLDER
	"${CC:-cc}" -std=c11 -E -P -Iruntime -I"$1" "$1/d.h" >"$tap_work/all.h" || return 1
	grep -o '\bd_[a-z0-9_]*\|\bD_[A-Z0-9_]*' "$tap_work/all.h" | sort -u
}
named() { # NAME: the names of tap_work/NAME.yaml to tap_work/NAME.names
	generate "$tap_work/$1.yaml" "$tap_work/$1" --name d && names_of "$tap_work/$1" >"$tap_work/$1.names"
}
write() { # NAME SCHEMAS PATHS
	printf 'openapi: 3.1.0\ninfo: {title: d, version: "1"}\npaths:\n%s\ncomponents:\n  schemas:\n%s\n' "$3" "$2" >"$tap_work/$1.yaml"
}

cat='    Cat: {type: object, required: [kind, size], properties: {kind: {const: cat}, size: {type: string, enum: [small, BIG]}}}'
tac='    Cat: {properties: {size: {enum: [small, BIG], type: string}, kind: {const: cat}}, required: [size, kind], type: object}'
pet='    Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}, {type: string}, {type: array, items: {type: object, properties: {n: {type: integer}}}}]}'
zoo='    Zoo: {type: object, properties: {pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}, keeper: {type: object, properties: {name: {type: string}}}}}'
other='    Other: {type: object, properties: {size: {type: string, enum: [small]}, item: {type: object, properties: {n: {type: integer}}}}}'
get='  /zoo/{id}: {get: {operationId: getZoo, tags: [zoo], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {"200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Zoo"}}}}}}}'
teg='  /zoo/{id}: {get: {responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Zoo"}}}, description: d}}, parameters: [{in: path, schema: {type: string}, required: true, name: id}], tags: [zoo], operationId: getZoo}}'
post='  /pets: {post: {operationId: addPet, tags: [pets], requestBody: {content: {application/json: {schema: {type: object, properties: {pet: {$ref: "#/components/schemas/Pet"}}}}}}, responses: {"204": {description: d}}}}'

write plain "$cat
$pet
$zoo" "$get
$post"
write turned "$zoo
$pet
$tac" "$post
$teg"
write larger "$other
$cat
$pet
$zoo" "$post
  /others: {get: {operationId: listOthers, tags: [zoo], responses: {\"200\": {description: d, content: {application/json: {schema: {\$ref: \"#/components/schemas/Other\"}}}}}}}
$get"
ok "a document" named plain
ok "with its keys in another order" named turned
ok "has the same names in C" cmp "$tap_work/plain.names" "$tap_work/turned.names"
ok "with more schemas and operations" named larger
kept() { # SMALLER LARGER
	! comm -23 "$tap_work/$1.names" "$tap_work/$2.names" | grep .
}
ok "has all the names that it had" kept plain larger

# ---- names that are one in C ----

# The first in the document keeps the name, the others are numbered; who is not concerned is not moved.
one='    RunObject: {type: object, properties: {one: {type: string}}}'
two='    run_object: {type: object, properties: {two: {type: string}}}'
list='    List: {type: object, properties: {run: {$ref: "#/components/schemas/run_object"}, aB: {type: integer}, a_b: {type: integer}, mode: {type: string, enum: [on, "On", "off"]}}}'
twice='  /a: {get: {operationId: read, responses: {"204": {description: d}}}}
  /b: {get: {operationId: read, responses: {"204": {description: d}}}}'
write colliding "$one
$two
$list" "$twice"
write bystander "$other
$one
$cat
$two
$list
$zoo
$pet" "  /c: {get: {operationId: watch, responses: {\"204\": {description: d}}}}
$twice"
members() { # NAME STRUCT: what it consists of
	awk -v name="struct $2 {" '$0 == name { inside = 1 } inside { print } /^};/ { inside = 0 }' "$tap_work/$1"/d_*.h
}
collide() {
	named colliding && members colliding d_run_object && members colliding d_list
}
ok "colliding names" collide
first_keeps() {
	members colliding d_run_object | grep -q '\*one;' && members colliding d_run_object_2 | grep -q '\*two;'
}
ok "the first schema keeps the name, the second is numbered" first_keeps
ok "members too" sh -c "grep -q 'a_b;' '$tap_work/colliding/d_types.h' && grep -q 'a_b_2;' '$tap_work/colliding/d_types.h'"
ok "and enumerators" grep -q '^D_LIST_MODE_ON_2$' "$tap_work/colliding.names"
ok "and functions" grep -q '^d_read_2$' "$tap_work/colliding.names"
ok "bystanders" named bystander
ok "leave all of these names" kept colliding bystander
same_members() {
	for type in d_run_object d_run_object_2 d_list; do
		[ "$(members colliding $type)" = "$(members bystander $type)" ] || { echo "$type differs"; return 1; }
	done
}
ok "and what they mean" same_members
done_testing

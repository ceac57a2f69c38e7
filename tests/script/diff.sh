#!/bin/sh
# oac diff: every kind of change in three formats, the exit status, wrong use, and a document against itself.
. tests/support/tap.sh

oac=${OAC:-build/oac}
golden=tests/golden/diff

# status STATUS ARGUMENT...: oac diff ends so
status() {
	want=$1
	shift
	"$oac" diff "$@" </dev/null
	got=$?
	[ $got -eq "$want" ] || { echo "exit status $got, not $want"; return 1; }
}
# refused STATUS PATTERN ARGUMENT...: and says why on stderr, with nothing on stdout
refused() {
	want=$1 pattern=$2
	shift 2
	"$oac" diff "$@" </dev/null >"$tap_work/stdout" 2>"$tap_work/stderr"
	got=$?
	cat "$tap_work/stderr"
	[ $got -eq "$want" ] || { echo "exit status $got, not $want"; return 1; }
	grep -Eq "$pattern" "$tap_work/stderr" || { echo "does not match: $pattern"; return 1; }
	[ ! -s "$tap_work/stdout" ] || { echo "something on stdout"; return 1; }
}
# report FOLDER FORMAT STATUS: what oac makes of the folder's documents is what is expected
report() {
	config=
	[ -f "$golden/$1/config.yaml" ] && config="--config $golden/$1/config.yaml"
	option=--$2
	[ "$2" = text ] && option=
	# shellcheck disable=SC2086
	"$oac" diff "$golden/$1/old.yaml" "$golden/$1/new.yaml" $config $option >"$tap_work/report"
	got=$?
	diff "$golden/$1/expected.$2" "$tap_work/report" || return 1
	[ $got -eq "$3" ] || { echo "exit status $got, not $3"; return 1; }
}

for case in nothing:0 documentation:0 additive:3 functions:4 members:4 values:4 types:4 wire:4 pages:4 title:4 streams:4; do
	for format in text json markdown; do
		ok "${case%:*}, as $format" report "${case%:*}" $format "${case#*:}"
	done
done
every_case() { [ "$(find "$golden" -name old.yaml | wc -l)" -eq 11 ]; }
ok "no case is left out" every_case

# The kinds that oac help diff lists are those that occur above.
kinds() {
	"$oac" help diff | sed -n '/^kinds:/,$p' | awk 'NR > 1 { first = 1
		if ($1 ~ /-$/) { word = $1; first = 2 }
		for (i = first; i <= NF; i++) print word $i }' | sort >"$tap_work/listed"
	sed -n 's/^ *"kind": "\(.*\)",$/\1/p' "$golden"/*/expected.json | sort -u >"$tap_work/found"
	[ -s "$tap_work/found" ] && diff "$tap_work/listed" "$tap_work/found"
}
ok "every kind of change is listed, and occurs" kinds

old=$golden/members/old.yaml new=$golden/members/new.yaml
ok "a title with --name" status 0 $golden/title/old.yaml $golden/title/new.yaml --name shop
printf 'overlay: 1.0.0\ninfo: {title: o, version: "1"}\nactions:\n  - {target: $.info, update: {title: Same}}\n' >"$tap_work/overlay.yaml"
ok "an overlay changes both documents" status 0 $golden/title/old.yaml $golden/title/new.yaml --overlay "$tap_work/overlay.yaml"
ok "help" "$oac" diff --help
ok "is the manual" grep -q 'Exit status: 0 nothing changed' "$tap_work/last"
stdin() { "$oac" diff "$old" - <"$new" >"$tap_work/report"; [ $? -eq 4 ] && grep -q '<stdin>:' "$tap_work/report"; }
ok "the new document on standard input" stdin
ok "both on standard input" refused 2 'only one' - -
ok "one document" refused 2 'the new document is missing' "$old"
ok "none" refused 2 'the document is missing'
ok "three" refused 2 'one argument too many' "$old" "$new" "$new"
ok "two formats" refused 2 'exclude' "$old" "$new" --json --markdown
ok "a folder to write to" refused 2 'writes no files' "$old" "$new" --out "$tap_work/out"
ok "--json where it means nothing" sh -c "'$oac' model '$old' --json; [ \$? -eq 2 ]"
ok "an old document that is not there" refused 1 'nowhere.yaml: error' nowhere.yaml "$new"
ok "a new document that is not there" refused 1 'nowhere.yaml: error' "$old" nowhere.yaml
printf 'openapi: 3.1.0\ninfo: {title: t, version: "1"}\ncomponents:\n  schemas:\n    A: {$ref: "#/components/schemas/B"}\n' >"$tap_work/bad.yaml"
ok "a document with an error" refused 1 "bad.yaml:5:[0-9]+: error: .*B" "$old" "$tap_work/bad.yaml"
ok "both with errors: both are told" refused 1 'nowhere.yaml: error' "$tap_work/bad.yaml" nowhere.yaml
ok "a selection that matches in neither" refused 1 "selection '/nowhere'" "$old" "$new" --path /nowhere
full() { ! "$oac" diff "$old" "$old" >/dev/full 2>"$tap_work/stderr" && grep -q error "$tap_work/stderr"; }
[ -w /dev/full ] && ok "a full disk is noticed" full

# only what one of the documents has was selected: all of it is gone, and all of it is new
one_sided() {
	"$oac" diff $golden/functions/old.yaml $golden/functions/new.yaml --operation getGone >"$tap_work/report"
	[ $? -eq 4 ] && grep -q '^  function shop_get_gone removed' "$tap_work/report" || return 1
	"$oac" diff $golden/functions/new.yaml $golden/functions/old.yaml --operation getGone >"$tap_work/report"
	[ $? -eq 3 ] && grep -q '^  function shop_get_gone added' "$tap_work/report"
}
ok "a selection that matches in one of the two" one_sided

# Each place is one that the document has: the word at it is the member's.
places() {
	"$oac" diff "$old" "$new" >"$tap_work/report"
	grep -A1 'member needed presence' "$tap_work/report" | tail -n 1 | {
		read -r a _ b
		line=${a#*:}
		sed -n "${line%:*}p" "$old" | cut -c "${line#*:}-" | grep -q '^needed:' || exit 1
		line=${b#*:}
		sed -n "${line%:*}p" "$new" | cut -c "${line#*:}-" | grep -q '^needed:'
	}
}
ok "both places are the member's" places

if [ -n "${OAC_SHARED-}" ]; then
	for document in "$OAC_SHARED"/specs/*.yaml "$OAC_SHARED"/specs/*.json "$OAC_SHARED"/specs/*/openapi.yaml; do
		name=${document#"$OAC_SHARED"/specs/}
		[ -f "$document" ] || continue
		if "$oac" model "$document" >/dev/null 2>&1; then
			ok "$name against itself" status 0 "$document" "$document"
			ok "$name: nothing changed" grep -qx 'nothing changed for C callers' "$tap_work/last"
		else
			ok "$name, which is refused" status 1 "$document" "$document"
		fi
	done
else
	skip "documents against themselves" "OAC_SHARED is not set"
fi
done_testing

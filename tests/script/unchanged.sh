#!/bin/sh
# oac does nothing again that it did: but whatever could make the output another one, or a message
# of the run, sends it the whole way.
. tests/support/tap.sh

oac=$PWD/${OAC:-build/oac}
objects=$PWD/build/release
cd "$tap_work" || exit 1

mkdir -p api/paths api/schemas templates
cat >api/api.yaml <<'Y'
openapi: 3.1.0
info: {title: Zoo, version: "1"}
paths:
  /cats: {$ref: "./paths/cats.yaml"}
  /map:
    get:
      operationId: getMap
      parameters: [{name: at, in: query, content: {text/plain: {schema: {type: string}}}}]
      responses: {"204": {description: d}}
Y
cat >api/paths/cats.yaml <<'Y'
get:
  operationId: getCats
  responses: {"200": {description: d, content: {application/json: {schema: {$ref: "../schemas/cat.yaml"}}}}}
Y
echo '{type: object, properties: {name: {type: string}}}' >api/schemas/cat.yaml
echo 'name: zoo' >zoo.yaml
cat >overlay.yaml <<'Y'
overlay: 1.0.0
info: {title: t, version: "1"}
actions: [{target: $.info, update: {title: The zoo}}]
Y
echo '/* our own */' >templates/note.mustache

again() { # [OPTION...]: what it says is then in said and warned
	"$oac" generate api/api.yaml --config zoo.yaml --overlay overlay.yaml --templates templates --out out "$@" >said 2>warned
	status=$?
	cat said warned
	return $status
}
settle() { again && again && grep -q 'nothing has changed' said; }
skipped() { again "$@" && grep -q 'nothing has changed' said; }
whole_way() { again "$@" && grep -q 'operations and' said; }
# whole_way_after NAME COMMAND...: something changes between two runs
whole_way_after() {
	what=$1
	shift
	ok "nothing has changed before $what" settle
	ok "$what" "$@"
	ok "is seen" whole_way
}

# ---- nothing changed ----

ok "the first run" whole_way
cp said first_said
cp warned first_warned
ok "warns" grep -q "warning: the parameter 'at' is sent as JSON" warned
ok "the second has nothing to do" skipped
ok "and warns again, in the same words" cmp first_warned warned
ok "of that the manifest knows" grep -q "^# warning 1:8:[0-9]* the parameter 'at'" out/.oac-manifest
ok "--check needs no more" skipped --check
ok "and says so" grep -q 'nothing has changed: [1-9][0-9]* files, as they are$' said
ok "other times of files are no change" touch api/api.yaml api/schemas/cat.yaml zoo.yaml out/zoo.h
ok "nor is what else is in the folder" sh -c 'echo mine >out/mine.c'
ok "nor a template that is none" sh -c 'echo x >templates/notes.txt'
ok "so there is nothing to do" skipped
elsewhere() { # FILE: where a warning is said to be
	mkdir -p elsewhere && cp -r api zoo.yaml overlay.yaml templates elsewhere && cp -r out elsewhere/out &&
		"$oac" generate elsewhere/api/api.yaml --config elsewhere/zoo.yaml --overlay elsewhere/overlay.yaml \
			--templates elsewhere/templates --out elsewhere/out >said 2>warned &&
		grep -q 'nothing has changed' said && grep -q '^elsewhere/api/api.yaml:8:' warned
}
ok "all of it copied elsewhere: as little, and warnings name the copy" elsewhere
from_there() {
	(cd api && "$oac" generate ./api.yaml --config ../zoo.yaml --overlay ../overlay.yaml --templates ../templates --out ../out) >said 2>&1
	grep -q 'nothing has changed' said
}
ok "from another folder too" from_there

# ---- inputs ----

whole_way_after "a change of the document" sh -c 'echo "tags: []" >>api/api.yaml'
whole_way_after "a change of a file that it refers to" sh -c "sed -i s/name:/called:/ api/schemas/cat.yaml"
ok "which is in the output" grep -q called out/zoo_api.h
whole_way_after "a change of the configuration" sh -c 'echo "environment: {base_url: ZOO_URL}" >>zoo.yaml'
whole_way_after "a change of the overlay" sed -i 's/The zoo/Our zoo/' overlay.yaml
whole_way_after "a change of a template" sh -c 'echo "/* ours */" >templates/note.mustache'
whole_way_after "a template that is new" sh -c 'echo "/* {{api.name}} */" >templates/tables.h.mustache'
ok "which is in the output" grep -qx '/\* zoo \*/' out/zoo_tables.h
whole_way_after "a template that is gone" rm templates/tables.h.mustache
whole_way_after "another file of the same name" sh -c 'sed "s/^name:.*/&\nprefix: z/" zoo.yaml >b && mv b zoo.yaml'
link() {
	mkdir -p api/other && echo '{type: object, properties: {other: {type: string}}}' >api/other/cat.yaml &&
		mv api/schemas api/real && ln -s "$1" api/schemas
}
whole_way_after "a link in place of a folder" link other
ok "which leads elsewhere" grep -q 'char \*other;' out/zoo_api.h
ok "then the link goes back" sh -c 'rm api/schemas && ln -s real api/schemas'
ok "that is seen" whole_way
ok "and once more" settle
both() { # the link leads to the other of two files that are both inputs
	echo '{$ref: "../real/cat.yaml"}' >api/other/cat.yaml &&
		cat >api/paths/dogs.yaml <<'Y'
get:
  operationId: getDogs
  responses: {"200": {description: d, content: {application/json: {schema: {$ref: "../other/cat.yaml"}}}}}
Y
	sed -i 's|^  /map:|  /dogs: {$ref: "paths/dogs.yaml"}\n  /map:|' api/api.yaml
}
ok "a second file" both
whole_way_after "a link from one input to another" sh -c 'rm api/schemas && ln -s other api/schemas'
plain() { rm api/schemas && mv api/real api/schemas && rm -r api/other api/paths/dogs.yaml && sed -i '/dogs/d' api/api.yaml; }
ok "plain folders again" plain

# ---- options ----

ok "settled" settle
for option in "--name zoo2" "--prefix zz" "--path /cats" "--operation getCats" "--vendor" "--amalgamate" "--runtime-prefix zrt"; do
	# shellcheck disable=SC2086
	ok "another option: $option" whole_way $option
	# shellcheck disable=SC2086
	ok "kept" skipped $option
	ok "and left" whole_way
done
ok "settled" settle
ok "--verbose shows how long it takes" whole_way --verbose
ok "--force does it" whole_way --force
strict() { ! again --strict && grep -q 'error: the parameter' warned; }
ok "--strict finds what was a warning" strict
clean() { sed -i 's/, content: {text.plain: {schema: {type: string}}}/, schema: {type: string}/' api/api.yaml && again; }
ok "without warnings" clean
ok "it has nothing to do either" skipped --strict

# ---- output ----

edited() { # COMMAND...: a run that must fail for it
	! again "$@" && grep -q 'zoo.h: error' warned
}
ok "settled" settle
ok "a file that is edited" sh -c 'echo "/* mine */" >>out/zoo.h'
ok "fails a check" edited --check
ok "and a run" edited
ok "and is replaced by force" whole_way --force
ok "settled" settle
ok "a file that is gone" rm out/zoo_api.c
ok "fails a check" sh -c "! '$oac' generate api/api.yaml --config zoo.yaml --overlay overlay.yaml --templates templates --out out --check"
ok "is made" whole_way
ok "as one that was written" grep -q '(1 written' said
ok "a link in place of a file" sh -c 'mv out/zoo.c elsewhere/zoo.c && ln -s ../elsewhere/zoo.c out/zoo.c'
ok "is in the way" sh -c "! '$oac' generate api/api.yaml --config zoo.yaml --overlay overlay.yaml --templates templates --out out"
ok "a file again" sh -c 'rm out/zoo.c && mv elsewhere/zoo.c out'
ok "nothing to do again" skipped
forge() { # a file is edited, and the manifest made to agree: as a merge may leave both
	"$oac" generate api/api.yaml --name zoo --prefix zoo --out forged >said || return 1
	cp forged/zoo.h out/zoo.h
	line=$(grep '  zoo.h$' forged/.oac-manifest)
	sed -i "s/^.*  zoo\.h\$/$line/" out/.oac-manifest
	! cmp -s forged/.oac-manifest out/.oac-manifest
}
ok "a manifest that agrees with an edited file" forge
ok "is not believed" sh -c "! '$oac' generate api/api.yaml --config zoo.yaml --overlay overlay.yaml --templates templates --out out --check"
ok "the file is made again" whole_way
whole_way_after "a manifest that is gone" rm out/.oac-manifest
whole_way_after "a comment in the manifest" sed -i '1s/$/ /' out/.oac-manifest

# ---- the tool, and what it remembers ----

tool=$oac
another() { # as the linker makes it of other code
	${CC:-cc} -Wl,--build-id=0x0123456789 -o another "$objects/generator/main.o" "$objects/libgenerator.a" -lyaml &&
		oac=$tap_work/another
}
ok "settled" settle
ok "another build of the same version" another
ok "does it itself" whole_way
ok "once" skipped
oac=$tool
ok "the first is not disturbed" skipped
anonymous() {
	objcopy --remove-section .note.gnu.build-id "$tool" anonymous && oac=$tap_work/anonymous && whole_way && whole_way
}
ok "a build that cannot be told from others does it each time" anonymous
oac=$tool
without() { (XDG_CACHE_HOME='' && HOME=$1 && whole_way); }
ok "without a cache it goes the whole way" without ''
ok "or where none can be made" without /proc
no_home() { without "$tap_work/nobody" && [ ! -e nobody ]; }
ok "a home that is not there is not made" no_home
ok "one that is" mkdir home
at_home() { (unset XDG_CACHE_HOME && HOME=$tap_work/home && export HOME && "$@"); }
ok "at home" at_home settle
ok "it is in .cache" test -s home/.cache/oac/made
damaged() { printf "$1" >cache/oac/made && whole_way && skipped; }
ok "a memo that is damaged is none" damaged 'junk\n'
ok "nor one that is cut" damaged '%065d'
ok "nor a huge one" sh -c 'yes 2>/dev/null | head -c 1000000 >cache/oac/made'
ok "whatever it holds" whole_way
many() { # a memo has its bound
	awk 'BEGIN { for (i = 0; i < 1000; i++) printf "%064d\n", i }' >cache/oac/made && whole_way && skipped &&
		[ "$(wc -l <cache/oac/made)" -eq 1000 ] && ! grep -q '^0*$' cache/oac/made
}
ok "the oldest are forgotten" many
stdin() { "$oac" generate - --name zoo --out piped >said 2>&1 <"$1" && cat said && grep -q 'operations and' said; }
ok "a document that stands alone" sh -c "sed '/cats/d' api/api.yaml >alone.yaml"
ok "from standard input" stdin alone.yaml
ok "is read each time" stdin alone.yaml
sed -i 's/^info:.*/&\nextends: api\/api.yaml/' overlay.yaml
ok "an overlay that is for a certain file" whole_way
ok "is asked each time" whole_way

# ---- watching ----

watched() {
	"$oac" generate alone.yaml --name zoo --out watched --watch >watch.log 2>&1 &
	watcher=$!
	tries=0
	until grep -q "$1" watch.log || [ $tries -eq 100 ]; do
		[ $((tries % 10)) -ne 5 ] || touch alone.yaml
		tries=$((tries + 1))
		sleep 0.1
	done
	kill $watcher
	wait $watcher 2>/dev/null
	cat watch.log
	grep -q "$1" watch.log
}
ok "--watch does nothing for a file that is saved as it was" watched 'nothing has changed'
cd - >/dev/null || exit 1
done_testing

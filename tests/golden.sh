#!/bin/sh
# What the compiler makes of the documents in tests/golden, and what it warns of: compared, or
# written anew with --update.
set -u
cd "$(dirname "$0")/.."
if [ "${1-}" = --update ]; then
	set -e
	for doc in tests/golden/*/doc.yaml; do
		folder=${doc%/doc.yaml}
		build/oac generate "$doc" --name "$(basename "$folder")" --out "$folder/expected" --force 2>"$folder/warnings"
		[ -s "$folder/warnings" ] || rm "$folder/warnings"
	done
	for doc in tests/golden/diff/*/old.yaml; do
		folder=${doc%/old.yaml}
		set -- "$folder/old.yaml" "$folder/new.yaml"
		[ -f "$folder/config.yaml" ] && set -- "$@" --config "$folder/config.yaml"
		build/oac diff "$@" >"$folder/expected.text" || [ $? -gt 2 ]
		build/oac diff "$@" --json >"$folder/expected.json" || [ $? -gt 2 ]
		build/oac diff "$@" --markdown >"$folder/expected.markdown" || [ $? -gt 2 ]
	done
	git --no-pager diff --stat -- tests/golden
	exit
fi
. tests/support/tap.sh
for doc in tests/golden/*/doc.yaml; do
	folder=${doc%/doc.yaml}
	name=$(basename "$folder")
	warned=$folder/warnings
	[ -f "$warned" ] || warned=/dev/null
	ok "$name: is made" sh -c "${OAC:-build/oac} generate $doc --name $name --out $tap_work/$name 2>$tap_work/warnings"
	ok "$name: warns as expected" diff "$warned" "$tap_work/warnings"
	ok "$name: as expected" diff -r "$folder/expected" "$tap_work/$name"
	ok "$name: compiles" sh -c "for f in $tap_work/$name/*.c; do gcc -std=c11 $TAP_WARNINGS -Iruntime -I$tap_work/$name -c -o $tap_work/x.o \$f || exit 1; done"
	ok "$name: is C++ too" sh -c "for f in $tap_work/$name/*.h; do g++ -std=c++17 -Wall -Wextra -Werror -Iruntime -I$tap_work/$name -fsyntax-only \$f 2>&1 | grep -v 'pragma once' && exit 1; done; true"
done
done_testing

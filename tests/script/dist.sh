#!/bin/sh
# The tarball: the same bytes twice, and all that it takes to build and test it, without git.
. tests/support/tap.sh

if ! git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
	skip "make dist" "this is no git work tree"
	done_testing
fi
version=$(sed -n 's/^#define OAC_VERSION "\(.*\)"/\1/p' runtime/oac_version.h)
file=build/oac-$version.tar.gz
ok "make dist" make --no-print-directory dist
cp "$file" "$tap_work/first.tar.gz"
again() { (umask 077 && TZ=Asia/Tokyo make --no-print-directory dist) && cmp "$file" "$tap_work/first.tar.gz"; }
ok "gives the same bytes again" again
unpack() { tar -xzf "$file" -C "$tap_work" && ! ls -A "$tap_work/oac-$version" | grep -xE '\.git|build'; }
ok "unpacks to one folder" unpack
same() { # but for what nobody edits
	[ -e "$tap_work/oac-$version/Makefile" ] || return 1
	for each in $(git ls-files); do
		cmp "$each" "$tap_work/oac-$version/$each" || return 1
	done
}
ok "that has every file" same
# Quick: everything that would be built is there; some of it is built, and some of the tests run.
within() ( # COMMAND...
	cd "$tap_work/oac-$version" && unset OAC_SHARED MAKEFLAGS && GIT_DIR=/nowhere "$@"
)
ok "nothing is missing that make check builds" within make -n binaries
ok "make check, in part" within make -j 2 check CFLAGS=-O0 EXAMPLES= \
	TEST_SOURCES="tests/unit/names_test.c tests/unit/codec_test.c tests/unit/mustache_test.c"
ok "passes" grep -q '^[1-9][0-9]* passed, 0 failed' "$tap_work/last"
ok "and the bindings are as oac makes them" within build/oac generate spec/assistants.yaml --config spec/oac.yaml --out generated --check
done_testing

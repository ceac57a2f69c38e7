#!/bin/sh
# What make install puts on a system: a program builds on it in each way, and uninstall takes all of it away.
. tests/support/tap.sh

prefix=$tap_work/prefix
build_make() { make --no-print-directory "$@"; }
version=$(sed -n 's/^#define OAC_VERSION "\(.*\)"/\1/p' runtime/oac_version.h)
ok "make install" build_make install PREFIX="$prefix"
ok "the tool works" "$prefix/bin/oac" version
ok "and has the library's version" grep -q "^oac $version\$" "$tap_work/last"
same_version() { [ -n "$version" ] && grep -q "^#define OAC_VERSION \"$version\"" generator/version.h; }
ok "which the source says twice" same_version

# Every header that a user may include, alone.
alone() { # COMPILER OPTION...
	printf '#include <%s>\n#include <%s>\ntypedef int unit;\n' "$header" "$header" >"$tap_work/alone.c"
	"$@" -I"$prefix/include/openai" -fsyntax-only "$tap_work/alone.c"
}
for header in $(cd "$prefix/include/openai" && ls); do
	ok "$header as C11" alone gcc -std=c11 $TAP_WARNINGS
	ok "$header as C++17" alone g++ -std=c++17 -Wall -Wextra -Wpedantic -Werror -x c++
done
missing() { # no header that an example includes is missing, and none of the library's own is there
	for header in $(sed -n 's/^#include "\(.*\)"/\1/p' examples/*.c | grep -E '^(oac|openai)' | sort -u); do
		[ -e "$prefix/include/openai/$header" ] || { echo "$header" && return 1; }
	done
	[ -e "$prefix/include/openai/oac_transport.h" ] && [ ! -e "$prefix/include/openai/openai_tables.h" ] &&
		[ ! -e "$prefix/include/openai/oac_buffer.h" ]
}
ok "what the examples include is there" missing

# The README's program.
sed -n '/^```c$/,/^```$/p' README.md | sed '1d;$d' >"$tap_work/program.c"
cp "$tap_work/program.c" "$tap_work/program.cc"
export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
runs() { # PROGRAM: without a key it names the variable to set
	env -u OPENAI_API_KEY LD_LIBRARY_PATH="$prefix/lib" "$1" 2>&1 | grep OPENAI_API_KEY
}
with_pkg_config() { # shared; the library brings its own dependencies
	cc -std=c11 -o "$tap_work/shared" "$tap_work/program.c" $(pkg-config --cflags --libs openai) && runs "$tap_work/shared" &&
		readelf -d "$tap_work/shared" | grep -q 'NEEDED.*\[libopenai\.so\.[0-9]*\]' && ! readelf -d "$tap_work/shared" | grep -q 'NEEDED.*curl'
}
with_archive() {
	cc -std=c11 -o "$tap_work/static" "$tap_work/program.c" $(pkg-config --cflags openai) "$prefix/lib/libopenai.a" \
		$(pkg-config --libs --static openai | sed 's/-lopenai//') && runs "$tap_work/static"
}
if command -v pkg-config >/dev/null 2>&1; then
	ok "pkg-config: shared" with_pkg_config
	ok "pkg-config: static" with_archive
	ok "pkg-config knows the version" pkg-config --exact-version="$version" openai
else
	skip "pkg-config" "it is not installed"
fi
mkdir "$tap_work/cmake"
cat >"$tap_work/cmake/CMakeLists.txt" <<'M'
cmake_minimum_required(VERSION 3.13)
project(program C CXX)
set(CMAKE_C_STANDARD 11)
set(CMAKE_CXX_STANDARD 20)
find_package(openai 0.1 REQUIRED)
add_executable(shared ../program.c)
target_link_libraries(shared PRIVATE openai::openai)
add_executable(static ../program.c)
target_link_libraries(static PRIVATE openai::static)
add_executable(cxx ../program.cc)
target_link_libraries(cxx PRIVATE openai::openai)
M
with_cmake() {
	cmake -S "$tap_work/cmake" -B "$tap_work/cmake/build" -DCMAKE_PREFIX_PATH="$prefix" && cmake --build "$tap_work/cmake/build" &&
		runs "$tap_work/cmake/build/shared" && runs "$tap_work/cmake/build/static" && runs "$tap_work/cmake/build/cxx"
}
refuses_version() {
	sed 's/openai 0.1/openai 99/' "$tap_work/cmake/CMakeLists.txt" >"$tap_work/cmake99.txt"
	mkdir "$tap_work/cmake99" && mv "$tap_work/cmake99.txt" "$tap_work/cmake99/CMakeLists.txt"
	! cmake -S "$tap_work/cmake99" -B "$tap_work/cmake99/build" -DCMAKE_PREFIX_PATH="$prefix"
}
if command -v cmake >/dev/null 2>&1; then
	ok "CMake: find_package; shared, static, C++" with_cmake
	ok "CMake: not a version that is not there" refuses_version
	ok "and says which there is" grep -q "version: $version" "$tap_work/last"
else
	skip "CMake" "it is not installed"
fi

exported() {
	nm -D --defined-only "$prefix/lib/libopenai.so" | awk '{ print $3 }' >"$tap_work/symbols"
	grep -q '^openai_runs_create$' "$tap_work/symbols" && grep -q '^oac_version$' "$tap_work/symbols" &&
		! grep -vE '^(oac|openai)_' "$tap_work/symbols"
}
ok "the shared library exports prefixed names only" exported
declared() { # every exported function is declared in a header that is installed
	(cd "$prefix/include/openai" && printf '#include "%s"\n' *.h) >"$tap_work/all.c"
	gcc -E -P -I"$prefix/include/openai" "$tap_work/all.c" | grep -oE '\b(oac|openai)_[a-z0-9_]+' | sort -u >"$tap_work/declared"
	! sort -u "$tap_work/symbols" | comm -23 - "$tap_work/declared" | grep .
}
ok "each of which a header declares" declared
cat >"$tap_work/version.c" <<'C'
#include "oac.h"
#include <string.h>
int main(void) { return strcmp(oac_version(), OAC_VERSION) != 0 || OAC_VERSION_NUMBER < 100; }
C
tells_version() {
	cc -std=c11 -I"$prefix/include/openai" -o "$tap_work/version" "$tap_work/version.c" "$prefix/lib/libopenai.so" &&
		LD_LIBRARY_PATH="$prefix/lib" "$tap_work/version"
}
ok "the library tells its version" tells_version

# Manuals and completion.
if command -v mandoc >/dev/null 2>&1; then
	ok "the manuals have no mistake" mandoc -Tlint -Wwarning "$prefix"/share/man/man1/oac.1 "$prefix"/share/man/man3/openai.3
	ok "and say nothing about it" [ ! -s "$tap_work/last" ]
else
	skip "the manuals" "mandoc is not installed"
fi
documented() { # every option of oac help
	for option in $("$prefix/bin/oac" help | grep -oE '^ +--[a-z-]+'); do
		grep -q "Fl -${option#--}\b" "$prefix/share/man/man1/oac.1" || { echo "$option" && return 1; }
	done
}
ok "oac(1) has every option" documented
sed -n '/^\.Sh EXAMPLES/,/^\.Ed/p' "$prefix/share/man/man3/openai.3" | sed '/^\./d; s/\\en/\\n/' >"$tap_work/manual.c"
ok "the program of openai(3) compiles" cc -std=c11 -Wall -Wextra -Werror -fsyntax-only -I"$prefix/include/openai" "$tap_work/manual.c"
if command -v bash >/dev/null 2>&1; then
	completes() {
		bash -c '. "$1"; PATH=$2:$PATH; COMP_WORDS=(oac generate x --ama); COMP_CWORD=3; _oac; [ "${COMPREPLY[*]}" = --amalgamate ] &&
			COMP_WORDS=(oac ge); COMP_CWORD=1; _oac; [ "${COMPREPLY[*]}" = generate ]' \
			- "$prefix/share/bash-completion/completions/oac" "$prefix/bin"
	}
	ok "bash completes" completes
else
	skip "bash completes" "it is not installed"
fi

# Staged, as a packager does, and taken away.
stage="$tap_work/a stage"
ok "make install with DESTDIR" build_make install PREFIX=/usr LIBDIR=/usr/lib/any DESTDIR="$stage"
ok "puts everything below it" [ -e "$stage/usr/lib/any/libopenai.so.0" ]
clean_paths() { ! grep -rI "$stage" "$stage"; }
ok "and its path nowhere" clean_paths
ok "make uninstall" build_make uninstall PREFIX=/usr LIBDIR=/usr/lib/any DESTDIR="$stage"
nothing() { [ -z "$(find "$stage" -not -type d)" ] && [ -z "$(find "$stage" -name openai)" ]; }
ok "leaves nothing" nothing
done_testing

#!/bin/sh
# What --vendor and --amalgamate write builds alone, in each way that is offered, and beside another such library.
. tests/support/tap.sh

work=$tap_work
libs="-lcurl -lcjson -lpthread -lm"
warn="-std=c11 -O0 $TAP_WARNINGS -fvisibility=hidden"
cat >"$work/pets.yaml" <<'Y'
openapi: 3.0.3
info: {title: Pets, version: "1"}
servers: [{url: http://127.0.0.1:1}]
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      responses: {"200": {description: all, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"200": {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
components:
  schemas:
    Pet:
      required: [id]
      properties:
        id: {type: integer, format: int64}
        oac_name: {type: string, pattern: '^[a-z]{2,}$'}
        kind: {type: string, enum: [cat, dog]}
Y
cat >"$work/openai.yaml" <<'Y'
name: openai
helpers: [openai_helpers]
Y
pets() { # DIR OPTION...
	dir=$1
	shift
	build/oac generate "$work/pets.yaml" --name pets "$@" --out "$work/$dir"
}
openai() { # DIR OPTION...
	dir=$1
	shift
	build/oac generate spec/assistants.yaml --config spec/oac.yaml "$@" --out "$work/$dir"
}
program() { # RUNTIME: C that is C++ too: reads a value, calls what does not answer
	cat <<C
#include "pets.h"
int main(void)
{
	struct ${1}_error err;
	struct ${1}_client *client = pets_client_new(0, &err);
	struct pets_pet *pet = 0;
	const char text[] = "{\"id\":1,\"kind\":\"dog\"}";
	int fine = client != 0 && pets_pet_from_json(text, sizeof(text) - 1, &pet, &err) == $(echo "$1" | tr a-z A-Z)_OK &&
		pet->kind == PETS_PET_KIND_DOG;
	pets_pet_free(pet);
	pet = 0;
	fine = fine && pets_get_pet(client, 1, 0, &pet, &err) != $(echo "$1" | tr a-z A-Z)_OK && pet == 0;
	${1}_client_free(client);
	return fine ? 0 : 1;
}
C
}
exported() { # PREFIXES FILE: what a library exports has its prefix, and there is something
	nm -D --defined-only "$2" | awk '{ print $3 }' >"$work/symbols"
	grep -q '^pets_get_pet$' "$work/symbols" && ! grep -vE "^($1)_" "$work/symbols"
}
named() { # PREFIXES FILE...: the same of a static one, for which hidden names count
	prefixes=$1
	shift
	nm -g --defined-only "$@" | awk 'NF == 3 { print $3 }' >"$work/symbols"
	grep -q '^pets_get_pet$' "$work/symbols" && ! grep -vE "^($prefixes)_" "$work/symbols"
}

program oac >"$work/program.c"
cp "$work/program.c" "$work/program.cc"
pets pets --vendor >/dev/null
ok "a folder" test -f "$work/pets/oac.h" -a -f "$work/pets/README.md"
ok "is as it was when it is made again" pets pets --vendor --check
cp "$work/program.c" "$work/program.cc" "$work/pets"
by_hand() ( # as its README says
	cd "$work/pets" && sed -n 's/^    \(cc .*\)/\1/p' README.md >commands && [ "$(wc -l <commands)" = 2 ] &&
		mkdir main && mv program.c main && sed -i 's/program.c/main\/program.c/' commands && sh -e commands && ./a.out
)
ok "its README's two commands" by_hand
ok "all names have a prefix" named 'oac|pets' "$work/pets"/*.o
rm -rf "$work/pets"/*.o "$work/pets/main" "$work/pets/a.out" "$work/pets"/program.*

mkdir "$work/cmake" "$work/meson" "$work/meson/subprojects"
cat >"$work/cmake/CMakeLists.txt" <<'M'
cmake_minimum_required(VERSION 3.13)
project(program C CXX)
add_subdirectory(../pets pets)
add_executable(program ../program.c)
add_executable(program_cc ../program.cc)
target_link_libraries(program PRIVATE pets)
target_link_libraries(program_cc PRIVATE pets)
M
cat >"$work/meson/meson.build" <<'M'
project('program', 'c', 'cpp')
pets = dependency('pets', fallback: 'pets')
executable('program', 'program.c', dependencies: pets)
executable('program_cc', 'program.cc', dependencies: pets)
M
cp "$work/program.c" "$work/program.cc" "$work/meson"
cp -R "$work/pets" "$work/meson/subprojects/pets"
with_cmake() { # COMPILER C++ shared?
	CC=$1 CXX=$2 cmake -G Ninja -S "$work/cmake" -B "$work/cmake-$1" -DBUILD_SHARED_LIBS="$3" &&
		cmake --build "$work/cmake-$1" -j 2 && "$work/cmake-$1/program" && "$work/cmake-$1/program_cc"
}
with_meson() { # COMPILER C++ static|shared
	CC=$1 CXX=$2 meson setup --fatal-meson-warnings -Ddefault_library="$3" "$work/meson-$1" "$work/meson" &&
		ninja -j 2 -C "$work/meson-$1" && "$work/meson-$1/program" && "$work/meson-$1/program_cc"
}
cat >"$work/Makefile" <<'M'
program: program.o $(OUT)/libpets.a
	$(CC) -o $@ $^ $(PETS_LIBS)
PETS_OUT := $(OUT)
include pets/pets.mk
include also.mk
all: program $(OUT)/libpets.so
program.o: CPPFLAGS += $(PETS_CPPFLAGS)
M
touch "$work/also.mk"
with_make() { # COMPILER
	rm -f "$work/program" "$work/program.o"
	make -C "$work" -j 2 CC="$1" OUT="make-$1" CFLAGS="-O0 $TAP_WARNINGS" program && "$work/program" &&
		make -C "$work" -j 2 CC="$1" OUT="make-$1" CFLAGS=-O0 all
}
have() { # NAME TOOL...
	name=$1
	shift
	for tool; do
		command -v "$tool" >/dev/null 2>&1 || { skip "$name" "$tool is not installed"; return 1; }
	done
}
for compiler in gcc clang; do
	if [ $compiler = gcc ]; then cxx=g++ cmake_shared=OFF meson=shared; else cxx=clang++ cmake_shared=ON meson=static; fi
	have "$compiler" $compiler $cxx || continue
	have "$compiler: CMake" cmake ninja && ok "$compiler: CMake, shared $cmake_shared" with_cmake $compiler $cxx $cmake_shared
	have "$compiler: Meson" meson ninja && ok "$compiler: Meson, $meson" with_meson $compiler $cxx $meson
	ok "$compiler: Make, without a warning" with_make $compiler
	ok "$compiler: Make: the shared library exports its names only" exported 'oac|pets' "$work/make-$compiler/libpets.so"
done
if [ -d "$work/cmake-clang" ]; then
	ok "CMake: the shared library exports its names only" exported 'oac|pets' "$work/cmake-clang/pets/libpets.so"
fi
if [ -d "$work/meson-gcc" ]; then
	ok "Meson: the shared library exports its names only" exported 'oac|pets' "$work/meson-gcc/subprojects/pets/libpets.so"
fi

# Two files.
pets two --amalgamate >/dev/null
openai openai_two --amalgamate >/dev/null
ok "two files" [ "$(cd "$work/two" && echo *)" = "pets.c pets.h" ]
ok "are as they were when they are made again" openai openai_two --amalgamate --check
sed -n '/^```c$/,/^```$/p' README.md | sed '1d; $d; s/openai_helpers\.h/openai.h/' >"$work/readme.c"
ok "the README's program includes one of them" cc -std=c11 -fsyntax-only -I"$work/openai_two" "$work/readme.c"
echo '#include "openai.h"' >"$work/header.cc"
for compiler in gcc clang; do
	cxx=$([ $compiler = gcc ] && echo g++ || echo clang++)
	have "$compiler" $compiler $cxx || continue
	ok "$compiler: without a warning" $compiler $warn -c -o "$work/two/pets.$compiler.o" "$work/two/pets.c"
	ok "$compiler: with all helpers, the whole of ours too" $compiler $warn -c -o "$work/openai_two/openai.$compiler.o" \
		"$work/openai_two/openai.c"
	ok "$compiler: optimised, shared" $compiler $warn -O2 -fPIC -shared -o "$work/two/libpets.$compiler.so" "$work/two/pets.c" $libs
	ok "$compiler: exports its names only" exported 'oac|pets' "$work/two/libpets.$compiler.so"
	ok "$cxx: the header as C++17" $cxx -std=c++17 -Wall -Wextra -Wpedantic -Wshadow -Werror -fsyntax-only \
		-I"$work/openai_two" "$work/header.cc"
	in_cxx() { # linked with a program in C++
		$cxx -std=c++17 -I"$work/two" -o "$work/two/program_cc" "$work/program.cc" "$work/two/pets.$compiler.o" $libs &&
			"$work/two/program_cc"
	}
	ok "$cxx: a program in C++" in_cxx
done
ok "helpers are in them" grep -q 'openai_runs_create_and_poll(' "$work/openai_two/openai.h"
ok "they compile without libcurl" gcc $warn -DOAC_NO_CURL -fsyntax-only "$work/openai_two/openai.c"
local_names() { # no name of a file is another's: all but the public ones carry the file's
	nm "$work/openai_two/openai.gcc.o" >"$work/symbols" && grep -q ' t oac_' "$work/symbols" &&
		! awk '$2 ~ /^[tdbr]$/ { print $3 }' "$work/symbols" | grep -vE '^(oac|OAC|openai|OPENAI)_|^_curl|^__|\.|^[a-zA-Z_]*curl'
}
ok "their local names are told apart" local_names

# Two libraries in one program.
both() { # RUNTIME of pets
	cat <<C
#include "openai.h"
#include "pets.h"
int main(void)
{
	struct oac_error err;
	struct ${1}_error pets_err;
	const struct oac_client_options options = { .api_key = "any", .base_url = "http://127.0.0.1:1", .max_retries = OAC_NO_LIMIT };
	struct oac_client *client = openai_client_new(&options, &err);
	struct ${1}_client *pets_client = pets_client_new(NULL, &pets_err);
	struct openai_run *run = NULL;
	struct pets_pet *pet = NULL;
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	const int fine = client != NULL && pets_client != NULL &&
		openai_runs_create_and_poll(client, "thread_1", &request, NULL, &run, &err) != OAC_OK && err.message[0] != '\0' &&
		pets_get_pet(pets_client, 1, NULL, &pet, &pets_err) != 0 && pets_err.message[0] != '\0';
	oac_client_free(client);
	${1}_client_free(pets_client);
	return fine ? 0 : 1;
}
C
}
both oac | sed 's/, .max_retries = OAC_NO_LIMIT//' >"$work/both.c"
both pets_rt | sed 's/, .max_retries = OAC_NO_LIMIT//' >"$work/apart.c"
pets own --amalgamate --runtime-prefix pets_rt >/dev/null
pets own_folder --vendor --runtime-prefix pets_rt >/dev/null
share() {
	gcc $warn -DOAC_NO_RUNTIME -c -o "$work/two/bare.o" "$work/two/pets.c" && ! nm "$work/two/bare.o" | grep -q ' T oac_' &&
		gcc $warn -I"$work/openai_two" -I"$work/two" -o "$work/both" "$work/both.c" "$work/openai_two/openai.gcc.o" \
			"$work/two/bare.o" $libs && "$work/both"
}
ok "two files each, one runtime" share
other_runtime() {
	id=$(sed -n 's/.*\(oac_runtime_[0-9a-f]*\);$/\1/p' "$work/two/pets.c" | head -n 1)
	[ -n "$id" ] && sed "s/$id/oac_runtime_0/" "$work/two/pets.c" >"$work/two/other.c" &&
		gcc -std=c11 -I"$work/two" -DOAC_NO_RUNTIME -c -o "$work/two/other.o" "$work/two/other.c" &&
		! gcc -I"$work/openai_two" -I"$work/two" -o "$work/both" "$work/both.c" "$work/openai_two/openai.gcc.o" "$work/two/other.o" $libs
}
ok "not one that differs" other_runtime
apart() {
	gcc $warn -c -o "$work/own/pets.o" "$work/own/pets.c" && named 'pets' "$work/own/pets.o" &&
		gcc $warn -I"$work/openai_two" -I"$work/own" -o "$work/apart" "$work/apart.c" "$work/openai_two/openai.gcc.o" \
			"$work/own/pets.o" $libs && "$work/apart"
}
ok "each with its own, in one source file" apart
ok "nothing of a runtime's own keeps its old name" [ -z "$(find "$work/own_folder" -name 'oac*')" ]
own_names() { # but for a member that every struct has, and a text of the document
	[ -f "$work/own_folder/pets_rt.h" ] && ! grep -n '\boac_' "$work/own_folder"/*.[ch] | grep -vE '\boac_more\b|"oac_name"'
}
ok "not in the text either" own_names
ok "a member's name in the document stays on the wire" grep -qr '"oac_name"' "$work/own_folder"

openai openai_folder --vendor >/dev/null
sed -i 's/"openai.h"/"openai_helpers.h"/' "$work/both.c" "$work/apart.c"
mkdir "$work/cmake2"
cat >"$work/cmake2/CMakeLists.txt" <<'M'
cmake_minimum_required(VERSION 3.13)
project(both C)
set(CMAKE_C_STANDARD 11)
add_subdirectory(../openai_folder openai)
add_subdirectory(../${PETS} pets)
add_executable(both ${SOURCE})
target_link_libraries(both PRIVATE pets openai)
M
cmake_both() { # FOLDER SOURCE
	cmake -G Ninja -S "$work/cmake2" -B "$work/cmake2-$1" -DPETS="$1" -DSOURCE="$work/$2" -DCMAKE_BUILD_TYPE=Debug &&
		cmake --build "$work/cmake2-$1" -j 2 && "$work/cmake2-$1/both"
}
if have "CMake: two folders" cmake ninja; then
	ok "CMake: two folders, one runtime" cmake_both pets both.c
	ok "of which there is one" [ "$(find "$work/cmake2-pets" -name 'oac_client.c.o' | wc -l)" = 1 ]
	ok "CMake: each with its own" cmake_both own_folder apart.c
	sed -i 's/\(OAC_RUNTIME_ID\) [0-9a-f]*$/\1 0/' "$work/pets/CMakeLists.txt"
	sed -i 's/STREQUAL "[0-9a-f]*"/STREQUAL "0"/' "$work/pets/CMakeLists.txt"
	refused() { ! cmake -G Ninja -S "$work/cmake2" -B "$work/cmake2-refused" -DPETS=pets -DSOURCE="$work/both.c"; }
	ok "CMake: not one that differs" refused
	ok "and says so" grep -q 'another runtime' "$work/last"
fi
mkdir -p "$work/meson2/subprojects"
cat >"$work/meson2/meson.build" <<'M'
project('both', 'c')
both = [dependency('pets', fallback: 'pets'), dependency('openai', fallback: 'openai')]
executable('both', 'both.c', dependencies: both)
M
for folder in pets own_folder; do # both share a runtime, or pets has its own
	mkdir "$work/meson2/$folder" "$work/meson2/$folder/subprojects"
	cp "$work/meson2/meson.build" "$work/meson2/$folder"
	cp -R "$work/$folder" "$work/meson2/$folder/subprojects/pets"
	cp -R "$work/openai_folder" "$work/meson2/$folder/subprojects/openai"
done
cp "$work/both.c" "$work/meson2/pets/both.c"
cp "$work/apart.c" "$work/meson2/own_folder/both.c"
meson_both() { # FOLDER static|shared
	meson setup --fatal-meson-warnings -Ddefault_library="$2" "$work/meson2-$1-$2" "$work/meson2/$1" &&
		ninja -j 2 -C "$work/meson2-$1-$2" && "$work/meson2-$1-$2/both"
}
if have "Meson: two subprojects" meson ninja; then
	for kind in static shared; do
		ok "Meson: two subprojects, one runtime, $kind" meson_both pets $kind
		ok "which is compiled once" [ "$(find "$work/meson2-pets-$kind" -name 'oac_client.c.o' | wc -l)" = 1 ]
	done
	ok "Meson: each with its own" meson_both own_folder shared
	sed -i "s/'[0-9a-f]\{12\}'/'0'/" "$work/meson2/pets/subprojects/pets/meson.build"
	refused_meson() { ! meson setup "$work/meson2-refused" "$work/meson2/pets"; }
	ok "Meson: not one that differs" refused_meson
	ok "and says so" grep -q 'another runtime' "$work/last"
fi
printf 'include own_folder/pets.mk\ninclude openai_folder/openai.mk\nshow:\n\t@echo $(words $(filter %%oac_client.o %%pets_rt_client.o,$(PETS_OBJECTS) $(OPENAI_OBJECTS)))\n' \
	>"$work/show.mk"
ok "Make: each with its own" [ "$(make -s -C "$work" -f show.mk)" = 2 ]
sed -i 's/own_folder/pets/' "$work/show.mk"
ok "Make: one runtime" [ "$(make -s -C "$work" -f show.mk)" = 1 ]
sed 's/RUNTIME_ID),[0-9a-f]*/RUNTIME_ID),0/' "$work/openai_folder/openai.mk" >"$work/also.mk"
refused_make() { ! make -C "$work" OUT=nowhere -n; }
ok "Make: not one that differs" refused_make

refuses() { # STATUS OPTION...
	status=$1
	shift
	build/oac generate "$work/pets.yaml" --name pets --out "$work/refused" "$@"
	[ $? = "$status" ] && [ ! -d "$work/refused" ]
}
ok "both at once are refused" refuses 2 --vendor --amalgamate
ok "a runtime that is called like the library too" refuses 1 --vendor --runtime-prefix pets
echo "helpers: [openai_helpers, nothing]" >"$work/config.yaml"
ok "and a helper that is not there" refuses 1 --vendor --config "$work/config.yaml"
ok "with its place, and what there is" grep -q 'config.yaml:1:27: error:.*openai_poll' "$work/last"
done_testing

#!/bin/sh
# Generates bindings for a document, builds them, and sends samples through them.
#   run.sh SPEC SAMPLES   SAMPLES: a line of JSON each: {"schema": ..., "kind": ..., "json": ...}
set -eu
[ $# -eq 2 ] || { echo "usage: make roundtrip SPEC=FILE SAMPLES=FILE" >&2; exit 2; }
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build/oac generate "$1" --name api --out "$work/api" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
build/oac model "$1" --name api >"$work/model.json" 2>/dev/null
cc -O1 -o "$work/table" tests/roundtrip/table.c -lcjson
"$work/table" <"$work/model.json" >"$work/table_of_types.c"
for file in "$work"/api/*.c "$work/table_of_types.c"; do
	echo "cc -std=c11 -O1 -Iruntime -Itests/roundtrip -I$work/api -c -o $file.o $file"
done | xargs -P 2 -I{} sh -c '{}'
cc -std=c11 -O1 -Iruntime -Itests/roundtrip -o "$work/roundtrip" tests/roundtrip/roundtrip.c tests/roundtrip/typed.c "$work"/*.o "$work"/api/*.o build/libopenai.a \
	-lcurl -lcjson -lpthread -lm
"$work/roundtrip" "$2"

#!/bin/sh
# The compiler knows nothing of one API: other documents become libraries that build.
. tests/support/tap.sh

build() { # FILE NAME
	build/oac generate "$1" --name "$2" --out "$tap_work/$2" || return 1
	for file in "$tap_work/$2"/*.c; do
		gcc -std=c11 -O1 $TAP_WARNINGS -Iruntime -I"$tap_work/$2" -c -o "$file.o" "$file" || return 1
	done
}
alone() { # FILE NAME: with the runtime beside it
	build/oac generate "$1" --name "$2" --vendor --out "$tap_work/$2-vendored" || return 1
	gcc -std=c11 -O1 -fPIC -shared -fvisibility=hidden $TAP_WARNINGS -I"$tap_work/$2-vendored" -o "$tap_work/$2.so" \
		"$tap_work/$2-vendored"/*.c -lcurl -lcjson -lpthread -lm
}
cat >"$tap_work/small.yaml" <<'Y'
openapi: 3.0.3
info: {title: Small things, version: "1"}
servers: [{url: http://127.0.0.1:1}]
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"200": {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
components:
  schemas:
    Thing:
      required: [id]
      properties:
        id: {type: integer, format: int64}
        parent: {$ref: '#/components/schemas/Thing'}
        class: {type: string, enum: [a, "a ", "", "+1", "-1"]}
        "*/ #error": {type: string, description: "ends */ here ??/\nint x;"}
Y
ok "a small document of our own" build "$tap_work/small.yaml" small
ok "with the runtime beside it" alone "$tap_work/small.yaml" small
if [ -n "${OAC_SHARED-}" ]; then
	ok "the swagger petstore" build "$OAC_SHARED/specs/swagger-petstore.yaml" petstore
	ok "the expanded petstore, with the runtime beside it" alone "$OAC_SHARED/specs/oai30-petstore-expanded.yaml" pets
	ok "only one tag of it" build/oac generate "$OAC_SHARED/specs/swagger-petstore.yaml" --tag store --out "$tap_work/store"
	ok "does not bring in the rest" sh -c "! grep -q struct.*_user $tap_work/store/*.h"
else
	skip "the petstores" "OAC_SHARED is not set"
fi
done_testing

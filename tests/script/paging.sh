#!/bin/sh
# The ways in which lists come in pages: what the configuration says, and what it says wrongly.
. tests/support/tap.sh

cat >"$tap_work/doc.yaml" <<'DOC'
openapi: 3.1.0
info: {title: Paging, version: "1"}
paths:
DOC
operation() { # ID PARAMETER TYPE ANSWER
	cat <<DOC
  /$1:
    get:
      operationId: $1
      parameters: [{name: $2, in: query, schema: {type: $3}}]
      responses: {"200": {description: a, content: {application/json: {schema: {\$ref: "#/components/schemas/$4"}}}}}
DOC
}
{
	operation byId after string Batch
	operation byCursor token string Batch
	operation byOffset skip integer Batch
	operation byPage page integer Batch
	operation byUrl q string Batch
	operation byLink q string Things
	operation ofTexts q string Texts
	cat <<'DOC'
components:
  schemas:
    Thing: {type: object, required: [id], properties: {id: {type: string}}}
    Things: {type: array, items: {$ref: "#/components/schemas/Thing"}}
    Texts: {type: array, items: {type: string}}
    Batch:
      type: object
      properties:
        results: {$ref: "#/components/schemas/Things"}
        more: {type: boolean}
        next: {type: [string, "null"]}
        count: {type: integer}
DOC
} >>"$tap_work/doc.yaml"
cat >"$tap_work/good.yaml" <<'CONFIG'
pagination:
  - {items: results, more: more, cursor: after, id: id, operations: [byId]}
  - {items: results, cursor: token, next: next, operations: [byCursor]}
  - {items: results, offset: skip, total: count, operations: [byOffset]}
  - {items: results, page: page, first: 0, more: more, operations: [byPage]}
  - {items: results, next_url: next, operations: [byUrl]}
  - {link: true, operations: [byLink]}
CONFIG
ok "every way is made" build/oac generate "$tap_work/doc.yaml" --config "$tap_work/good.yaml" --name p --out "$tap_work/p"
ok "and compiles" sh -c "for f in $tap_work/p/*.c; do gcc -std=c11 $TAP_WARNINGS -Iruntime -I$tap_work/p -c -o $tap_work/x.o \$f || exit 1; done"
ok "six lists have their functions" [ "$(cat "$tap_work"/p/*.c | grep -cE 'enum oac_status p_[a-z_]+_(each|pages|next_page|next)\(')" = 24 ]

refused() { # MESSAGE PAGINATION
	printf 'pagination: [%s]\n' "$2" >"$tap_work/bad.yaml"
	ok "refused: $1" sh -c "! build/oac generate $tap_work/doc.yaml --config $tap_work/bad.yaml --name p --out $tap_work/bad \
		2>$tap_work/errors && grep -qF \"$1\" $tap_work/errors && [ ! -e $tap_work/bad ]"
}
refused "it needs a list of objects in the answer" '{items: nothing, link: true, operations: [byLink, byUrl]}'
refused "it needs a list of objects in the answer" '{link: true, operations: [ofTexts]}'
refused "'cursor' must name a string, and 'skip' is none" '{items: results, cursor: skip, operations: [byOffset]}'
refused "'offset' must name an integer, and 'token' is none" '{items: results, offset: token, operations: [byCursor]}'
refused "'page' must name an integer" '{items: results, page: nothing, operations: [byPage]}'
refused "'next_url' must name a string, and 'count' is none" '{items: results, next_url: count, operations: [byUrl]}'
refused "'more' must name a boolean, and 'has_more' is none" '{items: results, cursor: after, operations: [byId]}'
refused "'cursor' must name where the request has it" '{items: results, next: next, operations: [byCursor]}'
refused "'total' must name an integer" '{items: results, offset: skip, total: more, operations: [byOffset]}'
refused "'first' must be a number" '{items: results, page: page, first: x, operations: [byPage]}'
refused "'link' must be a boolean" '{link: yes please, operations: [byLink]}'
done_testing

#!/bin/sh
# The ways in which lists come in pages: what the configuration says, and what it says wrongly.
. tests/support/tap.sh

doc=tests/data/paging.yaml
ok "every way is made" build/oac generate $doc --config tests/data/paging_config.yaml --name p --out "$tap_work/p"
ok "and compiles" sh -c "for f in $tap_work/p/*.c; do gcc -std=c11 $TAP_WARNINGS -Iruntime -I$tap_work/p -c -o $tap_work/x.o \$f || exit 1; done"
ok "six lists have their functions" [ "$(cat "$tap_work"/p/*.c | grep -cE 'enum oac_status p_[a-z_]+_(each|pages|next_page|next)\(')" = 24 ]

refused() { # MESSAGE PAGINATION
	printf 'pagination: [%s]\n' "$2" >"$tap_work/bad.yaml"
	ok "refused: $1" sh -c "! build/oac generate $doc --config $tap_work/bad.yaml --name p --out $tap_work/bad \
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

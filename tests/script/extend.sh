#!/bin/sh
# docs/extending.md to the letter, in a copy of the tree: what it says to write is written, what it
# says to run is run, and the program talks to a server that plays files.
. tests/support/tap.sh

tree=$tap_work/tree
mkdir "$tree"
tar -cf - --exclude=./build --exclude=./.git . | tar -xf - -C "$tree"
# What is built already need not be built again.
mkdir "$tree/build"
cp -a build/release build/oac "$tree/build"

# Each block of code, with what the line before it says to do, as a file NUMBER.do and NUMBER.text.
split() {
	awk -v to="$tap_work" '
		/^```/ && inside { inside = 0; close(text); next }
		/^```/ {
			inside = 1
			text = sprintf("%s/%02d.text", to, ++n)
			print ($0 == "```sh" ? "run" : said) > sprintf("%s/%02d.do", to, n)
			close(sprintf("%s/%02d.do", to, n))
			printf "" > text
			next
		}
		inside { print > text; next }
		NF { said = $0 }
	' docs/extending.md
	[ "$(cat "$tap_work"/*.text | wc -l)" -gt 100 ]
}
add() { # FILE LINE TEXT: the text behind that line, which must be there once
	[ "$(grep -cx "$2" "$1")" -eq 1 ] && sed -i "/^$2\$/r $3" "$1"
}
follow() { # NUMBER.do
	text=${1%.do}.text
	said=$(cat "$1")
	file=$(printf '%s\n' "$said" | sed -n 's/^[A-Z][a-z ]* `\([^`]*\)`.*:$/\1/p')
	case $said in
	run) run "$text" ;;
	"Write "*) [ -n "$file" ] && cp "$text" "$tree/$file" ;;
	"Add to "*) add "$tree/$file" "$(printf '%s\n' "$said" | sed -n 's/.* below `\([^`]*\)`:$/\1/p')" "$text" ;;
	*) echo "what is to be done with this? $said" && false ;;
	esac
}
run() { # TEXT: warnings are errors; the program finds a server
	(cd "$tree" && MAKEFLAGS='' WERROR=1 OPENAI_API_KEY=any "$OLDPWD/build/replay" "$OLDPWD/tests/data/replay/files.txt" "$tap_work/log" \
		sh -c 'OPENAI_BASE_URL=$REPLAY_URL/v1; export OPENAI_BASE_URL; set -e; . "$0"' "$text")
}
ok "the guide has blocks of code" split
for step in "$tap_work"/*.do; do
	ok "$(head -n 1 "$step" | tr -d '`' | sed 's/:$//')" follow "$step"
done
printed() { # what the guide says at its end
	sed '/^```/,/^```/d' docs/extending.md | sed -n 's/^    //p' >"$tap_work/promised"
	[ -s "$tap_work/promised" ] && tail -n "$(wc -l <"$tap_work/promised")" "$tap_work/last" | diff "$tap_work/promised" -
}
ok "the program prints what the guide says" printed
asked() { grep -E '^(GET|POST|DELETE) ' "$tap_work/log" | tr -d '\r' | sed 's/ HTTP.*//' | diff - "$tap_work/expected"; }
cat >"$tap_work/expected" <<'E'
POST /v1/files
GET /v1/files
POST /v1/vector_stores
POST /v1/vector_stores/vs_abc123/files
GET /v1/vector_stores/vs_abc123/files/file-abc123
GET /v1/vector_stores/vs_abc123/files/file-abc123
GET /v1/files/file-abc123/content
DELETE /v1/files/file-abc123
E
ok "and asks for it in this order" asked
sent() { tr -d '\r' <"$tap_work/log" | grep -qx -- "$1" || { cat "$tap_work/log"; false; }; }
ok "the upload is a form" sent 'Content-Type: multipart/form-data; boundary=.*'
ok "with the name of the file" sent 'Content-Disposition: form-data; name="file"; filename="tides.txt"'
ok "and what is in it" sent 'The tide tables of Kiel, 2026.'
done_testing

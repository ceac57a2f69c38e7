#!/bin/sh
# The reference documentation of a generated library, as HTML: the headers that a program
# includes, what they include in turn, and pages in Markdown, of which the first is the main one.
#   build.sh --out DIR --name TITLE [-I DIR]... [--page FILE.md]... HEADER...
set -eu
usage() {
	echo "usage: build.sh --out DIR --name TITLE [-I DIR]... [--page FILE.md]... HEADER..." >&2
	exit 2
}
docs=$(dirname "$0")
out= name= include= pages= main=
while [ $# -gt 1 ]; do
	case $1 in
	--out) out=$2 ;;
	--name) name=$2 ;;
	-I) include="$include -I$2" ;;
	--page) pages="$pages $2" main=${main:-$2} ;;
	-*) usage ;;
	*) break ;;
	esac
	shift 2
done
[ -n "$out" ] && [ -n "$name" ] && [ $# -gt 0 ] || usage

mkdir -p "$out"
# The compiler knows what a header includes; the first word is the target, the second what we give it.
headers=$(for header; do echo "#include \"$header\""; done |
	${CC:-cc} -MM -MT x $include -x c - | tr -d '\\\n' | sed 's/^x: *//')
rm -rf "$out/html"
# What becomes a link where a text names it.
awk '/^OAC_TYPE_API\(/ {
		gsub(/^[^,]*, |\).*$/, "")
		split("from_json to_json from_cjson to_cjson copy free", suffix)
		for (i in suffix)
			print $0 "_" suffix[i] "()"
		next
	}
	/^OAC_EVENT_API\(/ { gsub(/^[^,]*, |\).*$/, ""); print $0 "_next()"; next }
	/^[A-Z0-9_]+_API / && match($0, /[a-z0-9_]+\(/) { print substr($0, RSTART, RLENGTH) ")" }
	/^enum [a-z]/ { print "#" $2 }
	/^\t[A-Z][A-Z0-9_]*( = [0-9]+)?,/ { sub(/,.*| =.*/, ""); sub(/^\t/, "#"); print }' $headers >"$out/names"
filter="awk -v names=$out/names -f $docs/filter.awk"
{
	cat "$docs/Doxyfile"
	echo "PROJECT_NAME = \"$name\""
	echo "INPUT = $headers $pages"
	echo "INPUT_FILTER ="
	echo "FILTER_PATTERNS = *.h=\"$filter\" *.md=\"$filter\""
	echo "USE_MDFILE_AS_MAINPAGE = $main"
	echo "LAYOUT_FILE = $docs/layout.xml"
	echo "IMAGE_PATH = $docs"
	echo "HTML_EXTRA_STYLESHEET = $docs/style.css"
	echo "OUTPUT_DIRECTORY = $out"
} | doxygen - >"$out/log" 2>&1 || {
	cat "$out/log" >&2
	exit 1
}
rm -f "$out/log" "$out/names"

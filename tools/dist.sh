#!/bin/sh
# Packs the files that git knows, as they are: the same files give the same bytes.
#   dist.sh NAME FILE     NAME is the folder within
# SOURCE_DATE_EPOCH is the time of all files; else that of the last commit.
set -eu
name=$1 file=$2
if ! git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
	echo "oac: make dist wants a git work tree" >&2
	exit 1
fi
when=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
mkdir -p "$(dirname "$file")"
list=$(mktemp)
trap 'rm -f "$list" "$file.tmp"' EXIT
git ls-files -z | LC_ALL=C sort -z >"$list"
tar --create --null --no-recursion --verbatim-files-from --files-from="$list" --format=ustar \
	--transform="s|^|$name/|S" --mtime="@$when" --owner=0 --group=0 --numeric-owner --mode=u+rw,go=rX |
	gzip -n -9 >"$file.tmp"
mv "$file.tmp" "$file"
echo "oac: $file"

#!/bin/sh
# Prints generator/unicode_table.c: the general category of every code point.
#   unicode_table.sh [DerivedGeneralCategory.txt]
# Debian's package unicode-data has that file, which Unicode derives from UnicodeData.txt.
set -eu
LC_ALL=C awk -F '[ ;.]+' '
function number(hex, i, n) {
	for (i = 1; i <= length(hex); i++)
		n = n * 16 + index("0123456789ABCDEF", substr(hex, i, 1)) - 1
	return n
}
function put(run) {
	if (length(line run) > 90) {
		print "\t\"" line "\","
		line = ""
	}
	line = line run
}
NR == 1 {
	version = $0
	gsub(/^[^0-9]*|\.txt$/, "", version)
}
/^[0-9A-F]/ { # 0041..005A ; Lu # or 005F ; Pc #
	alone = $3 == "#"
	last[number($1)] = number(alone ? $1 : $2)
	category[number($1)] = alone ? $2 : $3
}
END {
	print "/*"
	print " * The general category of every code point of Unicode " version ". Made by"
	print " * tools/unicode_table.sh; unicode_table.h says how to read it."
	print " */"
	print "#include \"unicode_table.h\"\n"
	print "#include <stddef.h>\n"
	print "const char *const unicode_runs[] = {"
	for (c = 0; c < 1114112; c = last[c] + 1) {
		if (!(c in last)) {
			print "unicode_table.sh: the category of " c " is not there" >"/dev/stderr"
			exit 1
		}
		put(category[c] (last[c] > c ? last[c] - c + 1 : ""))
	}
	print "\t\"" line "\","
	print "\tNULL,"
	print "};"
}' "${1:-/usr/share/unicode/extracted/DerivedGeneralCategory.txt}"

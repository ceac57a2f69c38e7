#!/bin/sh
# The table of general categories is what its script makes of Unicode's data, where that is there.
. tests/support/tap.sh

data=/usr/share/unicode/extracted/DerivedGeneralCategory.txt
version=$(sed -n 's/.* of Unicode \([0-9.]*[0-9]\)\..*/\1/p' generator/unicode_table.c)
if [ ! -f $data ]; then
	skip "the table is what the script makes" "the package unicode-data is not installed"
elif ! head -n 1 $data | grep -qF -e "-$version.txt"; then
	skip "the table is what the script makes" "unicode-data is not of version $version"
else
	ok "the table is made" sh -c "tools/unicode_table.sh >$tap_work/table.c"
	ok "the table is what the script makes" diff generator/unicode_table.c "$tap_work/table.c"
fi
cat >"$tap_work/short.txt" <<'END'
# DerivedGeneralCategory-1.2.3.txt
0000..001F    ; Cc #  [32] <control-0000>..<control-001F>
0020          ; Zs #       SPACE
END
ok "data that ends early is refused" sh -c "! tools/unicode_table.sh $tap_work/short.txt"
ok "and says where" grep 'unicode_table.sh: .* 33 ' "$tap_work/last"
done_testing

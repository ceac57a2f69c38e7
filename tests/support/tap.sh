# tap.sh: for the tests that are shell scripts; source it.
#   ok NAME COMMAND...      a test that passes when the command succeeds
#                           ($tap_work/last then has what it printed)
#   skip NAME REASON
#   done_testing            prints the plan; the exit status
tap_number=0 tap_failed=0
tap_work=$(mktemp -d)
trap 'rm -rf "$tap_work"' EXIT
# What oac remembers of earlier runs begins anew with each script.
XDG_CACHE_HOME=$tap_work/cache
export XDG_CACHE_HOME

tap_report() { # STATUS NAME
	tap_number=$((tap_number + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tap_number - $2"
	else
		echo "not ok $tap_number - $2"
		sed 's/^/#   /' "$tap_work/output" 2>/dev/null | head -n 40
		tap_failed=$((tap_failed + 1))
	fi
}

ok() {
	tap_name=$1
	shift
	"$@" >"$tap_work/output" 2>&1
	tap_report $? "$tap_name"
	mv "$tap_work/output" "$tap_work/last"
}

skip() {
	tap_number=$((tap_number + 1))
	echo "ok $tap_number - $1 # SKIP $2"
}

done_testing() {
	echo "1..$tap_number"
	[ "$tap_failed" -eq 0 ]
	exit
}

TAP_WARNINGS="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
-Wwrite-strings -Wcast-qual -Wundef -Wvla -Werror"
TAP_INCLUDES="-Ihelpers -Igenerated -Iruntime"

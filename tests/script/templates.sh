#!/bin/sh
# templates/README.md lists what the view has: every variable of it, in its section, and no other.
. tests/support/tap.sh

oac=${OAC:-build/oac}
cat >"$tap_work/relative.yaml" <<'Y'
openapi: 3.0.3
info: {title: A server without a host, version: "1"}
servers: [{url: /v1}]
paths: {}
Y
views() {
	for doc in tests/golden/*/doc.yaml examples/tides/tides.yaml "$tap_work/relative.yaml"; do
		"$oac" model "$doc" 2>/dev/null || return 1
	done
	"$oac" model tests/data/paging.yaml --config tests/data/paging_config.yaml 2>/dev/null || return 1
	"$oac" model spec/assistants.yaml --config spec/oac.yaml --amalgamate &&
		"$oac" model examples/tides/tides.yaml --vendor
}
# SECTION VARIABLE for every member that oac model prints. Its indentation tells what is in what.
printed() {
	awk '
		match($0, /^ *"[a-z_]+":/) {
			key = $0
			sub(/^ *"/, "", key)
			sub(/".*/, "", key)
			depth = index($0, "\"")
			above[depth] = key
			section = ""
			for (d = 1; d < depth; d++)
				if (above[d] ~ /^(api|groups|types|maps|operations|vendor|amalgam)$/)
					section = above[d] == "maps" ? "types" : above[d]
			for (d = depth + 1; d < 40; d++)
				delete above[d]
			if (section != "" && key !~ /^(one|many|lines)$/)
				print section, key
		}' | sort -u
}
# The same for what the README has in backticks.
documented() {
	awk '
		/^## / { section = $2; sub(/:$/, "", section); next }
		section != "" {
			line = $0
			while (match(line, /`[a-z_]+`/)) {
				print section, substr(line, RSTART + 1, RLENGTH - 2)
				line = substr(line, RSTART + RLENGTH)
			}
		}' templates/README.md | sort -u
}
used() { # in templates, the last part of each name
	grep -oh '{{[#^/&]*[a-z_.]*}}' templates/*.mustache | tr -d '{}#^/&' | sed 's/.*\.//' | grep . | sort -u
}
views >"$tap_work/views"
ok "every document has a view" [ $? -eq 0 ]
printed <"$tap_work/views" >"$tap_work/printed"
documented >"$tap_work/documented"
plenty() { [ "$(wc -l <"$tap_work/printed")" -gt 100 ]; }
ok "there are views to look at" plenty
missing() { [ -z "$(comm -23 "$tap_work/printed" "$tap_work/documented" | tee "$tap_work/missing")" ] || { cat "$tap_work/missing"; false; }; }
ok "every variable is documented where it belongs" missing
# What the README names that is no variable: kinds of things, and the ends of names.
invented() {
	comm -13 "$tap_work/printed" "$tap_work/documented" |
		grep -vxE '(api|groups) (api|groups|uint16_t)|(groups|types|operations) (one|many|lines|_[a-z_]+|oac_raw_event|request|response)' >"$tap_work/invented"
	[ ! -s "$tap_work/invented" ] || { cat "$tap_work/invented"; false; }
}
ok "what is documented is there" invented
used >"$tap_work/used"
unknown() {
	cut -d' ' -f2 "$tap_work/printed" | sort -u >"$tap_work/names"
	# group is what a group's files are rendered with
	comm -23 "$tap_work/used" "$tap_work/names" | grep -vxE 'group|groups|api|one|many|lines' >"$tap_work/unknown"
	[ ! -s "$tap_work/unknown" ] || { cat "$tap_work/unknown"; false; }
}
ok "templates use nothing else" unknown
done_testing

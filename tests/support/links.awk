# links.awk: FILE.html...: every link between them, and to files beside them, leads somewhere.
# The attribute's value in a tag, or "".
function value(tag, pattern) {
	if (!match(tag, " (" pattern ")=\"[^\"]*\""))
		return ""
	tag = substr(tag, RSTART, RLENGTH - 1)
	sub(/^[^"]*"/, "", tag)
	return tag
}

FNR == 1 { page[FILENAME] = 1 }
{
	text = $0
	while (match(text, /<[a-zA-Z][^>]*>/)) {
		tag = substr(text, RSTART, RLENGTH)
		text = substr(text, RSTART + RLENGTH)
		anchor[FILENAME "#" value(tag, "id|name")] = 1
		target = value(tag, "href|src|data")
		if (target == "" || target ~ /^[a-z]+:/ || (FILENAME, target) in seen)
			continue
		seen[FILENAME, target] = 1
		from[++links] = FILENAME
		to[links] = target
	}
}
END {
	for (i = 1; i <= links; i++) {
		folder = from[i]
		sub(/[^\/]*$/, "", folder)
		file = to[i]
		sub(/#.*/, "", file)
		path = file == "" ? from[i] : folder file
		name = index(to[i], "#") > 0 ? substr(to[i], index(to[i], "#") + 1) : ""
		if (!(path in page) && (getline line < path) < 0) {
			print from[i] ": " to[i] ": no such file"
			bad = 1
		} else if (name != "" && path in page && !((path "#" name) in anchor)) {
			print from[i] ": " to[i] ": no such place"
			bad = 1
		}
		close(path)
	}
	print links " links"
	exit bad || links < 1000
}

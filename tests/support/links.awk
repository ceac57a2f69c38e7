# links.awk: FILE.html...: every link between them, and to files beside them, leads somewhere.
function find(text, pattern, into, value,    found) {
	while (match(text, pattern)) {
		value = substr(text, RSTART, RLENGTH)
		text = substr(text, RSTART + RLENGTH)
		sub(/^[^"]*"/, "", value)
		sub(/"$/, "", value)
		into[++found] = value
	}
	return found
}

FNR == 1 { page[FILENAME] = 1 }
{
	count = find($0, "[^a-z](id|name)=\"[^\"]*\"", ids)
	for (i = 1; i <= count; i++)
		anchor[FILENAME "#" ids[i]] = 1
	count = find($0, "[^a-z](href|src|data)=\"[^\"]*\"", targets)
	for (i = 1; i <= count; i++)
		if (targets[i] !~ /^(https?:|javascript:)/ && !((FILENAME, targets[i]) in seen)) {
			seen[FILENAME, targets[i]] = 1
			links++
			from[links] = FILENAME
			to[links] = targets[i]
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

# A document of two-space YAML, so many times over as -v copies=N says: each copy has its own paths,
# webhooks, operations and schemas, and refers to those; the rest is there once.
#   awk -v copies=8 -f copies.awk DOCUMENT

function flush(copy, i, line) {
	for (copy = 1; copy <= copies; copy++) {
		for (i = 0; i < count; i++) {
			line = lines[i]
			if (copy > 1) {
				gsub(/#\/components\/schemas\//, "&Copy" copy, line)
				sub(/operationId: /, "&copy" copy "_", line)
				if (depth == 2 && line ~ /^  \//)
					line = "  /copy" copy substr(line, 3)
				else if (depth == 2 && line ~ /^  [A-Za-z]/)
					line = "  copy" copy "_" substr(line, 3)
				else if (depth == 4 && line ~ /^    [A-Za-z]/)
					line = "    Copy" copy substr(line, 5)
			}
			print line
		}
	}
	count = 0
}

# Where a part ends and another begins.
/^[^ #]/ || /^  [A-Za-z]+:$/ && part == "components" {
	flush()
	depth = 0
}
/^[^ #]/ {
	part = $1
	sub(/:.*/, "", part)
	print
	if (part == "paths" || part == "webhooks")
		depth = 2
	next
}
depth == 0 && /^  schemas:$/ && part == "components" {
	print
	depth = 4
	next
}
depth > 0 {
	lines[count++] = $0
	next
}
{ print }
END { flush() }

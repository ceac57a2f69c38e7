# filter.awk: a header as we write them to one that doxygen reads: for its INPUT_FILTER.
#
# A plain comment above a declaration or behind a member becomes documentation; the line that
# declares a type's six functions becomes six documented prototypes, which belong to the type's
# page; attributes and the guards for C++ go. Works for the headers of every API.
#   awk -v names=FILE -f filter.awk HEADER|PAGE
# FILE has what texts may name, one a line: "name()" a function, "#name" an enum or a value of one.
# Of a page in Markdown only the values become links: the rest it does by itself.

# ---- text ----

# What is code. Not in backticks: to doxygen `it's` is a quotation, and ::name a link.
function span(text) {
	if (text ~ /^ *$/)
		return text
	gsub(/[@\\#%&"]|::/, "\\\\&", text)
	gsub(/</, "\\&lt;", text)
	gsub(/>/, "\\&gt;", text)
	return "<code>" text "</code>"
}

# Names of arguments, members and suffixes look like code: *out, options->response, _free.
function prose(text,    out, word) {
	out = ""
	# What is between backticks on two lines is so on each.
	if (quoted)
		text = "`" text
	# A fence in a description that was wrapped has no lines of its own any more.
	gsub(/``+/, "`", text)
	gsub(/~~+/, "~", text)
	# A link within the vendor's site leads nowhere from here.
	quoted = gsub(/`/, "`", text) % 2
	if (quoted)
		text = text "`"
	while (match(text, /\]\([^)h][^)]*\)/))
		text = substr(text, 1, RSTART) substr(text, RSTART + RLENGTH)
	while (match(text, /`[^`]*`|<[a-z]+>_[a-z_]+|\*?[A-Za-z_][A-Za-z0-9_]*(->[A-Za-z0-9_]+)+|[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]+|(GET|PUT|POST|DELETE|PATCH) \/[^ ]*[^ ,.;]|(^|[ (])(\*[a-z]|_[a-z])[A-Za-z0-9_]*|::|[<>@\\#%&"]/)) {
		word = substr(text, RSTART, RLENGTH)
		out = out substr(text, 1, RSTART - 1)
		text = substr(text, RSTART + RLENGTH)
		if (word ~ /^`/)
			out = out span(substr(word, 2, length(word) - 2))
		else if (word ~ /^[ (]/)
			out = out substr(word, 1, 1) span(substr(word, 2))
		else if (word == "<" || word == ">")
			out = out (word == "<" ? "&lt;" : "&gt;")
		else if (word ~ /^([@\\#%&"]|::)$/)
			out = out "\\" word
		else if (word ~ /^[A-Za-z]/ && word !~ /->| /)
			out = out (word in link && text !~ /^\(/ ? link[word] : word)
		else
			out = out span(word)
	}
	return out text
}

# A line of a page.
function page_line(text,    out, word) {
	if (text ~ /^```/)
		fenced = !fenced
	out = ""
	while (!fenced && match(text, /`[^`]*`|[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]+/)) {
		word = substr(text, RSTART, RLENGTH)
		out = out substr(text, 1, RSTART - 1) (link[word] ~ /^#/ ? link[word] : word)
		text = substr(text, RSTART + RLENGTH)
	}
	print out text
}

# A line of a comment; what is set in by a tab is an example, or a table. An example is drawn
# as C, a table as it is.
function comment_line(text) {
	if (text ~ /^\t/) {
		if (inset == "") {
			inset = is_code(at) ? "code" : "verbatim"
			print (inset == "code" ? "@code{.c}" : "@verbatim")
		}
		sub(/^\t/, "", text)
		print text
		return
	}
	end_inset()
	if (text == "")
		quoted = 0
	print prose(text)
}

function end_inset() {
	if (inset != "")
		print "@end" inset
	inset = ""
}

function is_code(from,    i) {
	for (i = from; i <= lines && (line[i] ~ /^\t/ || line[i] == ""); i++)
		if (line[i] ~ /[;{]$|;  *\/\*/)
			return 1
	return 0
}

# ---- comments ----

# "/* ---- looking: what was seen ---- */" is the heading of what follows, up to the next.
function heading(title) {
	gsub(/^-+ | -+$/, "", title)
	end_group()
	print "/** @name " toupper(substr(title, 1, 1)) prose(substr(title, 2)) " */"
	print "/** @{ */"
	group = 1
}

function end_group() {
	if (group)
		print "/** @} */"
	group = 0
}

function end_comment(next_code) {
	if (lines == 0)
		return
	if (seen++ == 0) {
		print "/**"
		print "@file " file
		sub("^" file ": *", "", line[1])
		if (line[1] != "")
			line[1] = toupper(substr(line[1], 1, 1)) substr(line[1], 2)
	} else if (line[1] ~ /^---- .* ----$/) {
		heading(line[1])
		lines = 0
		return
	} else if (next_code == "") {
		lines = 0
		return
	} else
		print "/**"
	body(next_code)
	last_lines = next_code ~ /^[A-Z0-9_]+_API / ? lines : 0
	lines = 0
}

function body(next_code) {
	quoted = 0
	for (at = 1; at <= lines; at++)
		comment_line(line[at])
	end_inset()
	if (next_code ~ /DEPRECATED/)
		print "@deprecated The document says so."
	print "*/"
}

# ---- what a macro declares ----

function method(name, text) {
	printf "/** %s\n@memberof %s */\n", text, name
}

function type_functions(name,    s) {
	s = "struct " name
	method(name, "Decodes `len` bytes of JSON text, UTF-8, leniently and without loss: see `oac_more`.\n\n" \
		"`*out`: the value, to be freed with " name "_free(); NULL on failure. err may be NULL. Any thread.\n" \
		"Errors: OAC_E_JSON, OAC_E_TYPE, OAC_E_LIMIT, OAC_E_NOMEM.")
	print "enum oac_status " name "_from_json(const char *text, size_t len, " s " **out, struct oac_error *err);"
	method(name, "Encodes to JSON text with a NUL behind it, which oac_text_free() frees.\n\n" \
		"`*len` (nullable) is its length. NULL on failure, with err (nullable) set: OAC_E_ARGUMENT, OAC_E_TYPE,\n" \
		"OAC_E_JSON, OAC_E_LIMIT, OAC_E_NOMEM. Any thread.")
	print "char *" name "_to_json(const " s " *value, size_t *len, struct oac_error *err);"
	method(name, "Decodes a cJSON tree, which is borrowed, as " name "_from_json() does with text.")
	print "enum oac_status " name "_from_cjson(const struct cJSON *tree, " s " **out, struct oac_error *err);"
	method(name, "Encodes to a new cJSON tree, which cJSON_Delete frees, as " name "_to_json() does to text.")
	print "struct cJSON *" name "_to_cjson(const " s " *value, struct oac_error *err);"
	method(name, "A deep copy, to be freed with " name "_free(). Any value, also a part of a result.\n\n" \
		"NULL for NULL, and when memory is short. Any thread.")
	print s " *" name "_copy(const " s " *value);"
	method(name, "Frees a result or a copy, with all that is in it. NULL is fine.\n\n" \
		"Not for values of the program's own, nor for parts of a result.")
	print "void " name "_free(" s " *value);"
}

function event_functions(name) {
	method(name, "Waits for the next event of a stream.\n\n" \
		"`*event` is valid until the next call; NULL at the end of the stream, and on failure. err may be NULL.\n" \
		"Errors are those of a call, OAC_E_STREAM for an error that the server sent as an event, and\n" \
		"OAC_E_ARGUMENT for a stream of other events. Blocks.")
	print "enum oac_status " name "_next(struct oac_stream *stream, const struct " name " **event, struct oac_error *err);"
}

# ---- lines ----

function strip(text) {
	gsub(/ (OAC_MUST_USE|OAC_DEPRECATED)/, "", text)
	sub(/^[A-Z][A-Z0-9_]*_API /, "", text)
	return text
}

function code(text,    name, p) {
	if (text ~ /^OAC_(TYPE|EVENT)_API\([A-Z0-9_]+, [a-z0-9_]+\);/) {
		name = text
		gsub(/^[^,]*, |\).*$/, "", name)
		if (text ~ /^OAC_TYPE/)
			type_functions(name)
		else
			event_functions(name)
		return
	}
	if (text ~ /^\tenum [a-z0-9_]+_kind kind;$/)
		text = text " /* which member of as is filled */"
	p = index(text, "/*")
	quoted = 0
	if (p > 1 && text ~ /\*\/$/)
		text = substr(text, 1, p - 1) "/**< " prose(substr(text, p + 3))
	print strip(text)
}

BEGIN {
	while (names != "" && (getline text < names) > 0) {
		name = text
		gsub(/[#()]/, "", name)
		link[name] = text
	}
}

FNR == 1 {
	file = FILENAME
	sub(/.*\//, "", file)
}

FILENAME ~ /\.md$/ {
	page_line($0)
	next
}

# What a compiler asks for says nothing to a reader.
/^#ifdef __cplusplus/ || /^#ifndef [A-Z0-9_]+_API$/ {
	end_comment("")
	end_group()
	hidden = 1
	next
}
hidden {
	hidden += /^#if/ ? 1 : /^#endif/ ? -1 : 0
	next
}

!within && /^[ \t]*\/\*/ {
	end_comment($0)
	within = 1
	sub(/^[ \t]*\/\* ?/, "")
	if (/^$/)
		next
	first = 1
}
within {
	last = sub(/ ?\*\/$/, "")
	if (!first)
		sub(/^[ \t]*\* ?/, "")
	first = 0
	if (!(last && /^[ \t]*$/))
		line[++lines] = $0
	within = !last
	next
}
{
	# A deprecated function says so behind its last argument.
	if ((held != "" || /^[A-Z0-9_]+_API /) && /[(,]$/) {
		held = held $0 "\n"
		next
	}
	# Functions right below one with a comment share it.
	if (lines == 0 && last_lines > 0 && (held $0) ~ /^[A-Z0-9_]+_API /) {
		lines = last_lines
		print "/**"
		body(held $0)
		lines = 0
	}
	if (lines == 0 && /^struct [a-z0-9_]+_list \{$/)
		print "/** A list. items NULL: absent; not NULL with count 0: empty. */"
	if ($0 == "")
		last_lines = 0
	end_comment(held $0)
	if (held != "") {
		n = split(held, piece, "\n")
		for (i = 1; i < n; i++)
			print strip(piece[i])
		held = ""
	}
	code($0)
}
END { end_comment("") ; end_group() }

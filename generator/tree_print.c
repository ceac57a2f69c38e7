#include "tree.h"

#include "buffer.h"

#include <stdlib.h>
#include <string.h>

static void indent(struct buffer *out, size_t depth)
{
	buffer_add_char(out, '\n');
	while (depth-- > 0)
		buffer_add(out, "  ", 2);
}

static void print_string(const char *text, size_t len, struct buffer *out)
{
	static const char named[] = "\"\"\\\\\bb\ff\nn\rr\tt";

	buffer_add_char(out, '"');
	size_t start = 0;
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];
		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		buffer_add(out, text + start, i - start);
		start = i + 1;
		size_t at = 0;
		while (at < sizeof(named) - 1 && (unsigned char)named[at] != c)
			at += 2;
		if (at < sizeof(named) - 1)
			buffer_format(out, "\\%c", named[at + 1]);
		else
			buffer_format(out, "\\u%04x", c);
	}
	buffer_add(out, text + start, len - start);
	buffer_add_char(out, '"');
}

/* YAML writes numbers in ways that JSON does not know: 0x1F, 0o17, +1, .5, 5., 007, .inf. */
static void print_number(const struct tree_node *node, struct buffer *out)
{
	const char *text = node->text;
	bool minus = *text == '-';
	if (*text == '-' || *text == '+')
		text++;

	const char *end = text + strspn(text, "0123456789.eE+-");
	bool based = text[0] == '0' && (text[1] == 'x' || text[1] == 'o');
	if (!based && *end != '\0') {
		print_string(node->text, node->len, out); /* .inf and .nan: JSON has none */
		return;
	}

	if (minus)
		buffer_add_char(out, '-');
	if (based) {
		unsigned long long value = strtoull(text + 2, NULL, text[1] == 'x' ? 16 : 8);
		buffer_format(out, "%llu", value);
		return;
	}
	while (text[0] == '0' && text[1] >= '0' && text[1] <= '9')
		text++;
	if (*text == '.')
		buffer_add_char(out, '0');
	size_t whole = strspn(text, "0123456789");
	buffer_add(out, text, whole);
	text += whole;
	if (text[0] == '.' && (text[1] < '0' || text[1] > '9'))
		text++;
	buffer_add_text(out, text);
}

static void print_node(const struct tree_node *node, size_t depth, struct buffer *out);

static void print_children(const struct tree_node *node, size_t depth, struct buffer *out)
{
	for (const struct tree_node *child = node->first; child != NULL; child = child->next) {
		if (child != node->first)
			buffer_add_char(out, ',');
		indent(out, depth + 1);
		if (node->kind == TREE_MAP) {
			print_string(child->key, child->key_len, out);
			buffer_add(out, ": ", 2);
		}
		print_node(child, depth + 1, out);
	}
	if (node->first != NULL)
		indent(out, depth);
}

static void print_node(const struct tree_node *node, size_t depth, struct buffer *out)
{
	switch ((enum tree_kind)node->kind) {
	case TREE_NULL:
		buffer_add_text(out, "null");
		break;
	case TREE_BOOL:
		buffer_add(out, node->text, node->len);
		break;
	case TREE_NUMBER:
		print_number(node, out);
		break;
	case TREE_STRING:
		print_string(node->text, node->len, out);
		break;
	case TREE_LIST:
		buffer_add_char(out, '[');
		print_children(node, depth, out);
		buffer_add_char(out, ']');
		break;
	case TREE_MAP:
		buffer_add_char(out, '{');
		print_children(node, depth, out);
		buffer_add_char(out, '}');
		break;
	}
}

void tree_print(const struct tree_node *node, struct buffer *out)
{
	print_node(node, 0, out);
}

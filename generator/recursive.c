#include "recursive.h"

#include "buffer.h"

#include <string.h>

/* As a fragment of a reference: RFC 6901 within RFC 3986. */
static const char *reference_to(struct arena *arena, const char *name)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
	struct buffer text = BUFFER_EMPTY;
	const char *reference;

	buffer_add_text(&text, "#/components/schemas/");
	for (; *name != '\0'; name++) {
		if (strchr(plain, *name) != NULL)
			buffer_add_char(&text, *name);
		else if (*name == '~' || *name == '/')
			buffer_add_text(&text, *name == '~' ? "~0" : "~1");
		else
			buffer_format(&text, "%%%02X", (unsigned char)*name);
	}
	reference = arena_text(arena, text.text, text.len);
	buffer_clear(&text);
	return reference;
}

static void replace(
	struct arena *arena, struct tree_node *node, struct tree_node *old, const char *reference)
{
	struct tree_node *new;

	tree_remove(node, old);
	new = tree_set(arena, node, "$ref", reference);
	new->file = old->file;
	new->line = old->line;
	new->column = old->column;
	new->key_line = old->key_line;
	new->key_column = old->key_column;
}

static void resolve(struct arena *arena, struct tree_node *node, const char *reference)
{
	struct tree_node *recursive = tree_get(node, "$recursiveRef");
	struct tree_node *child;

	if (recursive != NULL && recursive->kind == TREE_STRING &&
		strcmp(recursive->text, "#") == 0)
		replace(arena, node, recursive, reference);
	if (node->kind != TREE_MAP && node->kind != TREE_LIST)
		return;
	for (child = node->first; child != NULL; child = child->next)
		resolve(arena, child, reference);
}

void recursive_resolve(struct arena *arena, struct tree_node *schema, const char *name)
{
	if (tree_true(schema, "$recursiveAnchor"))
		resolve(arena, schema, reference_to(arena, name));
}

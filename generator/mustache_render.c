#include "mustache.h"
#include "mustache_template.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What a parent's blocks override while its template is rendered. */
struct overrides {
	const struct mustache_template *template;
	uint32_t parent;               /* the operation */
	const struct overrides *outer; /* these win */
};

/* Whether the next output begins a line of the result. */
enum line_state {
	LINE_AS_WRITTEN, /* when it begins one in its template */
	LINE_GOES_ON,    /* no, though it may in its template */
	LINE_BEGINS,     /* yes, though it may not in its template */
};

struct mustache_set {
	struct diag *diag;
	bool escape_html;
	mustache_load_fn load;
	void *user;
	struct arena arena;
	struct tree_node *templates;
};

struct renderer {
	struct mustache_set *set;
	struct buffer *out;
	struct buffer indent; /* all that apply, outermost first */
	size_t indent_from;   /* where those begin that apply here */
	enum line_state line;
	const struct overrides *overrides;
	unsigned depth;
	unsigned contexts;
	const struct tree_node *stack[MUSTACHE_MAX_DEPTH + 1];
};

static bool run(struct renderer *renderer, const struct mustache_template *template, uint32_t at,
	uint32_t end);

static struct mustache_template *load_template(
	struct mustache_set *set, const char *name, size_t len)
{
	struct tree_node *known = tree_get_n(set->templates, name, len);
	if (known != NULL)
		return ((struct mustache_template *)known)->text != NULL
			       ? (struct mustache_template *)known
			       : NULL;

	struct mustache_template *template = arena_alloc(&set->arena, sizeof(*template));
	template->entry.key = arena_text(&set->arena, name, len);
	template->entry.key_len = (uint32_t)len;
	tree_insert(&set->arena, set->templates, &template->entry);
	template->file = template->entry.key;
	template->text = set->load(set->user, template->entry.key, &template->len, &template->file);
	if (template->text == NULL)
		return NULL;
	template->broken = !mustache_parse(template, &set->arena, set->diag);
	return template;
}

static const struct tree_node *look_up(
	const struct renderer *renderer, const struct mustache_name *name)
{
	const struct tree_node *node = renderer->stack[renderer->contexts - 1];
	if (name->count == 0)
		return node;
	for (unsigned i = renderer->contexts; i-- > 0;) {
		node = tree_get_n(renderer->stack[i], name->parts[0].text, name->parts[0].len);
		if (node != NULL)
			break;
	}
	for (size_t i = 1; i < name->count && node != NULL; i++)
		node = tree_get_n(node, name->parts[i].text, name->parts[i].len);
	return node;
}

static bool is_true(const struct tree_node *node)
{
	if (node == NULL)
		return false;
	switch ((enum tree_kind)node->kind) {
	case TREE_NULL:
		return false;
	case TREE_BOOL:
		return *node->text == 't';
	case TREE_STRING:
		return node->len > 0;
	case TREE_LIST:
		return node->first != NULL;
	case TREE_NUMBER:
	case TREE_MAP:
		break;
	}
	return true;
}

static void add_indent(struct renderer *renderer)
{
	size_t len = renderer->indent.len - renderer->indent_from;
	if (len > 0)
		buffer_add(renderer->out, renderer->indent.text + renderer->indent_from, len);
}

static void put_text(struct renderer *renderer, const struct mustache_op *op)
{
	const char *at = op->text.text;
	const char *end = at + op->text.len;
	enum line_state line = renderer->line;
	renderer->line = LINE_AS_WRITTEN;
	if (renderer->indent.len == renderer->indent_from) {
		buffer_add(renderer->out, at, op->text.len);
		return;
	}

	bool begins = line == LINE_BEGINS || (op->begins_line && line != LINE_GOES_ON);
	if (begins && (at == end || (*at != '\n' && *at != '\r')))
		add_indent(renderer);
	while (at < end) {
		const char *feed = memchr(at, '\n', (size_t)(end - at));
		const char *stop = feed != NULL ? feed + 1 : end;
		buffer_add(renderer->out, at, (size_t)(stop - at));
		at = stop;
		if (at < end && *at != '\n' && *at != '\r')
			add_indent(renderer);
	}
}

static void put_html(struct buffer *out, const char *text, size_t len)
{
	const char *start = text;
	const char *end = text + len;
	for (const char *at = text; at < end; at++) {
		const char *entity;
		switch (*at) {
		case '&':
			entity = "&amp;";
			break;
		case '<':
			entity = "&lt;";
			break;
		case '>':
			entity = "&gt;";
			break;
		case '"':
			entity = "&quot;";
			break;
		case '\'':
			entity = "&#39;";
			break;
		default:
			continue;
		}
		buffer_add(out, start, (size_t)(at - start));
		buffer_add_text(out, entity);
		start = at + 1;
	}
	buffer_add(out, start, (size_t)(end - start));
}

static void put_value(struct renderer *renderer, const struct mustache_op *op)
{
	const struct tree_node *node = look_up(renderer, &op->name);
	if (renderer->line == LINE_BEGINS)
		add_indent(renderer);
	renderer->line = LINE_AS_WRITTEN;
	if (node == NULL || node->kind == TREE_NULL || node->kind == TREE_LIST ||
		node->kind == TREE_MAP)
		return;
	if (op->escape && renderer->set->escape_html)
		put_html(renderer->out, node->text, node->len);
	else
		buffer_add(renderer->out, node->text, node->len);
}

static bool enter(struct renderer *renderer, const struct mustache_template *template,
	const struct mustache_op *op)
{
	if (renderer->depth == MUSTACHE_MAX_DEPTH) {
		mustache_error(template, renderer->set->diag, op->text.text,
			"'%.*s' is nested too deeply", (int)op->text.len, op->text.text);
		return false;
	}
	renderer->depth++;
	return true;
}

static bool run_section(
	struct renderer *renderer, const struct mustache_template *template, uint32_t at)
{
	const struct mustache_op *op = &template->ops[at];
	const struct tree_node *node = look_up(renderer, &op->name);
	if (!is_true(node))
		return true;
	if (!enter(renderer, template, op))
		return false;

	bool fine = true;
	renderer->contexts++;
	if (node->kind == TREE_LIST) {
		for (node = node->first; node != NULL && fine; node = node->next) {
			renderer->stack[renderer->contexts - 1] = node;
			fine = run(renderer, template, at + 1, op->end);
		}
	} else {
		renderer->stack[renderer->contexts - 1] = node;
		fine = run(renderer, template, at + 1, op->end);
	}
	renderer->contexts--;
	renderer->depth--;
	return fine;
}

static bool run_inverted(
	struct renderer *renderer, const struct mustache_template *template, uint32_t at)
{
	const struct mustache_op *op = &template->ops[at];
	if (is_true(look_up(renderer, &op->name)))
		return true;
	if (!enter(renderer, template, op))
		return false;
	bool fine = run(renderer, template, at + 1, op->end);
	renderer->depth--;
	return fine;
}

/* The template that a partial or parent names, or NULL. */
static struct mustache_template *find_target(struct renderer *renderer, struct mustache_op *op)
{
	if (op->dynamic) {
		const struct tree_node *node = look_up(renderer, &op->name);
		if (node == NULL || node->kind == TREE_LIST || node->kind == TREE_MAP)
			return NULL;
		return load_template(renderer->set, node->text, node->len);
	}
	if (!op->loaded) {
		op->target = load_template(renderer->set, op->text.text, op->text.len);
		op->loaded = true;
	}
	return op->target;
}

/*
 * A template that stands alone in its line takes that line's indentation. One amid a line takes
 * none, not even what applies around it: only the lines of the template that holds it have that.
 */
static bool run_template(
	struct renderer *renderer, const struct mustache_template *template, struct mustache_op *op)
{
	const struct mustache_template *target = find_target(renderer, op);
	if (target == NULL)
		return true;
	if (target->broken || !enter(renderer, template, op))
		return false;

	size_t indent_len = renderer->indent.len;
	size_t indent_from = renderer->indent_from;
	if (op->alone)
		buffer_add(&renderer->indent, op->indent.text, op->indent.len);
	else
		renderer->indent_from = indent_len;
	bool fine = run(renderer, target, 0, target->count);
	renderer->indent.len = indent_len;
	renderer->indent_from = indent_from;
	renderer->depth--;
	return fine;
}

static bool run_parent(
	struct renderer *renderer, const struct mustache_template *template, uint32_t at)
{
	const struct overrides overrides = { template, at, renderer->overrides };
	renderer->overrides = &overrides;
	bool fine = run_template(renderer, template, &template->ops[at]);
	renderer->overrides = overrides.outer;
	return fine;
}

/* The block of that name in a parent, or 0, which can be none. */
static uint32_t find_argument(const struct overrides *overrides, const struct mustache_piece *name)
{
	const struct mustache_op *ops = overrides->template->ops;
	uint32_t end = ops[overrides->parent].end;
	for (uint32_t i = overrides->parent + 1; i < end; i = ops[i].end) {
		if (ops[i].text.len == name->len &&
			memcmp(ops[i].text.text, name->text, name->len) == 0)
			return i;
	}
	return 0;
}

/*
 * The outermost override wins. Its body sees only overrides from further out, as the template
 * in which it was written does, so that a block in it does not mean itself.
 */
static bool run_block(
	struct renderer *renderer, const struct mustache_template *template, uint32_t at)
{
	const struct mustache_op *op = &template->ops[at];
	const struct overrides *before = renderer->overrides;
	const struct mustache_template *from = template;
	uint32_t body = at;
	for (const struct overrides *each = before; each != NULL; each = each->outer) {
		uint32_t argument = find_argument(each, &op->text);
		if (argument != 0) {
			renderer->overrides = each->outer;
			from = each->template;
			body = argument;
		}
	}

	bool fine = enter(renderer, template, op);
	if (fine) {
		size_t indent_len = renderer->indent.len;
		buffer_add(&renderer->indent, op->indent.text, op->indent.len);
		renderer->line = op->alone ? LINE_BEGINS : LINE_GOES_ON;
		fine = run(renderer, from, body + 1, from->ops[body].end);
		renderer->line = LINE_AS_WRITTEN;
		renderer->indent.len = indent_len;
		renderer->depth--;
	}
	renderer->overrides = before;
	return fine;
}

static bool run(struct renderer *renderer, const struct mustache_template *template, uint32_t at,
	uint32_t end)
{
	bool fine = true;
	for (; at < end && fine; at = template->ops[at].end) {
		struct mustache_op *op = &template->ops[at];
		switch ((enum mustache_kind)op->kind) {
		case MUSTACHE_TEXT:
			put_text(renderer, op);
			break;
		case MUSTACHE_VALUE:
			put_value(renderer, op);
			break;
		case MUSTACHE_SECTION:
			fine = run_section(renderer, template, at);
			break;
		case MUSTACHE_INVERTED:
			fine = run_inverted(renderer, template, at);
			break;
		case MUSTACHE_PARTIAL:
			fine = run_template(renderer, template, op);
			break;
		case MUSTACHE_PARENT:
			fine = run_parent(renderer, template, at);
			break;
		case MUSTACHE_BLOCK:
			fine = run_block(renderer, template, at);
			break;
		}
	}
	return fine;
}

struct mustache_set *mustache_set_new(
	struct diag *diag, bool escape_html, mustache_load_fn load, void *user)
{
	struct mustache_set *set = calloc(1, sizeof(*set));
	if (set == NULL)
		arena_exhausted();
	set->diag = diag;
	set->escape_html = escape_html;
	set->load = load;
	set->user = user;
	set->templates = tree_new(&set->arena, TREE_MAP);
	return set;
}

void mustache_set_free(struct mustache_set *set)
{
	if (set == NULL)
		return;
	for (struct tree_node *node = set->templates->first; node != NULL; node = node->next)
		free(((struct mustache_template *)node)->ops);
	arena_clear(&set->arena);
	free(set);
}

bool mustache_render(struct mustache_set *set, const char *name, const struct tree_node *view,
	struct buffer *out)
{
	const struct mustache_template *template = load_template(set, name, strlen(name));
	if (template == NULL) {
		diag_at(set->diag, DIAG_ERROR, NULL, false, "there is no template '%s'", name);
		return false;
	}
	if (template->broken)
		return false;

	struct renderer renderer = { .set = set, .out = out, .contexts = 1 };
	renderer.stack[0] = view;
	bool fine = run(&renderer, template, 0, template->count);
	buffer_clear(&renderer.indent);
	return fine;
}

#include "jsonpath.h"

#include "jsonpath_expr.h"
#include "jsonpath_scan.h"

#include <string.h>

/* The types of RFC 9535, section 2.4.1. */
enum type {
	TYPE_VALUE,
	TYPE_LOGICAL,
	TYPE_NODES,
};

static const struct function {
	const char *name;
	enum jsonpath_expr_kind kind;
	enum type result;
	enum type argument; /* of each */
	int count;
} functions[] = {
	{ "length", JSONPATH_LENGTH, TYPE_VALUE, TYPE_VALUE, 1 },
	{ "count", JSONPATH_COUNT, TYPE_VALUE, TYPE_NODES, 1 },
	{ "value", JSONPATH_VALUE, TYPE_VALUE, TYPE_NODES, 1 },
	{ "match", JSONPATH_MATCH, TYPE_LOGICAL, TYPE_VALUE, 2 },
	{ "search", JSONPATH_SEARCH, TYPE_LOGICAL, TYPE_VALUE, 2 },
};

static const struct {
	const char *word;
	enum jsonpath_expr_kind kind;
} comparisons[] = {
	/* the longer before what it begins with */
	{ "==", JSONPATH_EQUAL },
	{ "!=", JSONPATH_NOT_EQUAL },
	{ "<=", JSONPATH_LESS_EQUAL },
	{ ">=", JSONPATH_GREATER_EQUAL },
	{ "<", JSONPATH_LESS },
	{ ">", JSONPATH_GREATER },
};

static struct jsonpath_query *parse_query(struct jsonpath_scanner *in);
static struct jsonpath_expr *parse_or(struct jsonpath_scanner *in);
static struct jsonpath_expr *parse_operand(struct jsonpath_scanner *in);

static bool enter(struct jsonpath_scanner *in)
{
	if (in->depth == JSONPATH_MAX_DEPTH)
		return jsonpath_fail(in, in->at, "more than %d levels", JSONPATH_MAX_DEPTH);
	in->depth++;
	return true;
}

static struct jsonpath_expr *new_expr(struct jsonpath_scanner *in, enum jsonpath_expr_kind kind)
{
	struct jsonpath_expr *expr = arena_alloc(in->arena, sizeof(*expr));
	expr->kind = kind;
	return expr;
}

/* ---- filters ---- */

static enum type type_of(const struct jsonpath_expr *expr)
{
	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++) {
		if (functions[i].kind == expr->kind)
			return functions[i].result;
	}
	return expr->kind == JSONPATH_QUERY ? TYPE_NODES : TYPE_VALUE;
}

/* What may stand beside a comparison sign, or be an argument that is a value. */
static bool check_value(
	struct jsonpath_scanner *in, const char *start, const struct jsonpath_expr *expr)
{
	if (type_of(expr) == TYPE_VALUE)
		return true;
	if (expr->kind != JSONPATH_QUERY)
		return jsonpath_fail(in, start, "this gives true or false, which is no value");
	if (!expr->query->singular)
		return jsonpath_fail(
			in, start, "this may select more than one node, which is no value");
	return true;
}

/* A pattern in the expression itself is checked here: one that is wrong would never match. */
static bool read_pattern(struct jsonpath_scanner *in, const char *start, struct jsonpath_expr *call)
{
	const struct tree_node *pattern = call->right->literal;
	if (pattern == NULL || pattern->kind != TREE_STRING)
		return true;
	const char *why;
	call->regexp = iregexp_parse(in->arena, pattern->text, pattern->len, &why);
	return call->regexp != NULL || jsonpath_fail(in, start, "pattern: %s", why);
}

static struct jsonpath_expr *parse_arguments(
	struct jsonpath_scanner *in, const struct function *function)
{
	struct jsonpath_expr *call = new_expr(in, function->kind);
	for (int i = 0; i < function->count; i++) {
		jsonpath_skip_space(in);
		if (i > 0 && !jsonpath_take(in, ",")) {
			jsonpath_expected(in, "',' and another argument");
			return NULL;
		}
		jsonpath_skip_space(in);
		const char *start = in->at;
		struct jsonpath_expr *argument = parse_operand(in);
		if (argument == NULL)
			return NULL;
		if (function->argument == TYPE_NODES && argument->kind != JSONPATH_QUERY) {
			jsonpath_fail(in, start, "%s() takes a query", function->name);
			return NULL;
		}
		if (function->argument == TYPE_VALUE && !check_value(in, start, argument))
			return NULL;
		*(i == 0 ? &call->left : &call->right) = argument;
		if (i == 1 && !read_pattern(in, start, call))
			return NULL;
	}
	jsonpath_skip_space(in);
	if (!jsonpath_take(in, ")")) {
		jsonpath_expected(in, "')'");
		return NULL;
	}
	return call;
}

static struct jsonpath_expr *parse_literal(
	struct jsonpath_scanner *in, enum tree_kind kind, const char *text, size_t len)
{
	struct jsonpath_expr *expr = new_expr(in, JSONPATH_LITERAL);
	struct tree_node *node = tree_new(in->arena, kind);
	node->text = text;
	node->len = (uint32_t)len;
	expr->literal = node;
	return expr;
}

static struct jsonpath_expr *parse_word(struct jsonpath_scanner *in)
{
	const char *start = in->at;
	size_t len = 0;
	const char *name = jsonpath_scan_name(in, &len);
	if (name == NULL) {
		jsonpath_expected(in, "a query, a value or a function");
		return NULL;
	}
	if (strcmp(name, "true") == 0 || strcmp(name, "false") == 0)
		return parse_literal(in, TREE_BOOL, name, len);
	if (strcmp(name, "null") == 0)
		return parse_literal(in, TREE_NULL, "", 0);
	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++) {
		if (strcmp(name, functions[i].name) != 0)
			continue;
		if (!jsonpath_take(in, "(")) {
			jsonpath_expected(in, "'('");
			return NULL;
		}
		return parse_arguments(in, &functions[i]);
	}
	jsonpath_fail(in, start,
		jsonpath_peek(in) == '(' ? "unknown function '%.40s'"
					 : "'%.40s' is neither a query nor in quotes",
		name);
	return NULL;
}

static struct jsonpath_expr *parse_operand(struct jsonpath_scanner *in)
{
	struct jsonpath_expr *expr = NULL;
	char c = jsonpath_peek(in);
	if (!enter(in))
		return NULL;
	if (c == '@' || c == '$') {
		const struct jsonpath_query *query = parse_query(in);
		if (query != NULL) {
			expr = new_expr(in, JSONPATH_QUERY);
			expr->query = query;
		}
	} else if (c == '"' || c == '\'') {
		size_t len = 0;
		const char *text = jsonpath_scan_string(in, &len);
		if (text != NULL)
			expr = parse_literal(in, TREE_STRING, text, len);
	} else if (c == '-' || (c >= '0' && c <= '9')) {
		const struct tree_node *number = jsonpath_scan_number(in);
		if (number != NULL) {
			expr = new_expr(in, JSONPATH_LITERAL);
			expr->literal = number;
		}
	} else {
		expr = parse_word(in);
	}
	in->depth--;
	return expr;
}

static struct jsonpath_expr *parse_group(struct jsonpath_scanner *in)
{
	jsonpath_take(in, "(");
	if (!enter(in))
		return NULL;
	struct jsonpath_expr *expr = parse_or(in);
	in->depth--;
	if (expr == NULL)
		return NULL;
	if (!jsonpath_take(in, ")")) {
		jsonpath_expected(in, "')'");
		return NULL;
	}
	return expr;
}

/* Something that is true or false by itself. */
static bool check_test(
	struct jsonpath_scanner *in, const char *start, const struct jsonpath_expr *expr)
{
	if (type_of(expr) != TYPE_VALUE)
		return true;
	return jsonpath_fail(in, start, "a value alone is neither true nor false; compare it");
}

static struct jsonpath_expr *parse_not(struct jsonpath_scanner *in)
{
	struct jsonpath_expr *expr = new_expr(in, JSONPATH_NOT);
	jsonpath_take(in, "!");
	jsonpath_skip_space(in);
	const char *start = in->at;
	bool group = jsonpath_peek(in) == '(';
	expr->left = group ? parse_group(in) : parse_operand(in);
	if (expr->left == NULL || (!group && !check_test(in, start, expr->left)))
		return NULL;
	return expr;
}

/* A comparison, or what stands for itself. */
static struct jsonpath_expr *parse_basic(struct jsonpath_scanner *in)
{
	if (jsonpath_peek(in) == '!')
		return parse_not(in);
	if (jsonpath_peek(in) == '(')
		return parse_group(in);

	const char *start = in->at;
	struct jsonpath_expr *left = parse_operand(in);
	if (left == NULL)
		return NULL;
	const char *end = in->at;
	jsonpath_skip_space(in);
	for (size_t i = 0; i < sizeof(comparisons) / sizeof(comparisons[0]); i++) {
		if (!jsonpath_take(in, comparisons[i].word))
			continue;
		struct jsonpath_expr *expr = new_expr(in, comparisons[i].kind);
		if (!check_value(in, start, left))
			return NULL;
		jsonpath_skip_space(in);
		start = in->at;
		expr->left = left;
		expr->right = parse_operand(in);
		if (expr->right == NULL || !check_value(in, start, expr->right))
			return NULL;
		return expr;
	}
	in->at = end;
	return check_test(in, start, left) ? left : NULL;
}

/* A chain of and within chains of or; ends behind the last term and its space. */
static struct jsonpath_expr *parse_chain(struct jsonpath_scanner *in, enum jsonpath_expr_kind kind)
{
	const char *sign = kind == JSONPATH_OR ? "||" : "&&";
	struct jsonpath_expr *chain = NULL;
	struct jsonpath_expr **end = &chain;
	for (;;) {
		jsonpath_skip_space(in);
		struct jsonpath_expr *term =
			kind == JSONPATH_OR ? parse_chain(in, JSONPATH_AND) : parse_basic(in);
		if (term == NULL)
			return NULL;
		jsonpath_skip_space(in);
		*end = term;
		if (!jsonpath_take(in, sign))
			return chain;
		*end = new_expr(in, kind);
		(*end)->left = term;
		end = &(*end)->right;
	}
}

static struct jsonpath_expr *parse_or(struct jsonpath_scanner *in)
{
	return parse_chain(in, JSONPATH_OR);
}

/* ---- selectors and segments ---- */

static bool parse_numbers(struct jsonpath_scanner *in, struct jsonpath_selector *selector)
{
	selector->kind = JSONPATH_INDEX;
	selector->step = 1;
	if (jsonpath_peek(in) != ':') {
		if (!jsonpath_scan_int(in, &selector->start))
			return false;
		selector->has_start = true;
	}
	const char *end = in->at;
	jsonpath_skip_space(in);
	if (!jsonpath_take(in, ":")) {
		in->at = end;
		return true;
	}

	selector->kind = JSONPATH_SLICE;
	jsonpath_skip_space(in);
	char c = jsonpath_peek(in);
	if (c == '-' || (c >= '0' && c <= '9')) {
		if (!jsonpath_scan_int(in, &selector->end))
			return false;
		selector->has_end = true;
		jsonpath_skip_space(in);
	}
	if (!jsonpath_take(in, ":"))
		return true;
	jsonpath_skip_space(in);
	c = jsonpath_peek(in);
	return (c != '-' && (c < '0' || c > '9')) || jsonpath_scan_int(in, &selector->step);
}

static struct jsonpath_selector *parse_selector(struct jsonpath_scanner *in)
{
	struct jsonpath_selector *selector = arena_alloc(in->arena, sizeof(*selector));
	char c = jsonpath_peek(in);
	bool ok = true;
	if (c == '"' || c == '\'') {
		selector->kind = JSONPATH_NAME;
		selector->name = jsonpath_scan_string(in, &selector->len);
		ok = selector->name != NULL;
	} else if (c == '*') {
		in->at++;
		selector->kind = JSONPATH_WILDCARD;
	} else if (c == '?') {
		in->at++;
		selector->kind = JSONPATH_FILTER;
		ok = enter(in);
		if (ok) {
			selector->filter = parse_or(in);
			in->depth--;
			ok = selector->filter != NULL;
		}
	} else if (c == ':' || c == '-' || (c >= '0' && c <= '9')) {
		ok = parse_numbers(in, selector);
	} else {
		ok = jsonpath_expected(in, "a name in quotes, a number, '*' or '?'");
	}
	return ok ? selector : NULL;
}

static bool parse_brackets(struct jsonpath_scanner *in, struct jsonpath_segment *segment)
{
	struct jsonpath_selector **end = &segment->selectors;
	do {
		jsonpath_skip_space(in);
		*end = parse_selector(in);
		if (*end == NULL)
			return false;
		end = &(*end)->next;
		jsonpath_skip_space(in);
	} while (jsonpath_take(in, ","));
	return jsonpath_take(in, "]") || jsonpath_expected(in, "',' or ']'");
}

/* What follows '.' or '..'. */
static bool parse_shorthand(struct jsonpath_scanner *in, struct jsonpath_segment *segment)
{
	struct jsonpath_selector *selector = arena_alloc(in->arena, sizeof(*selector));
	segment->selectors = selector;
	if (jsonpath_take(in, "*")) {
		selector->kind = JSONPATH_WILDCARD;
		return true;
	}
	selector->kind = JSONPATH_NAME;
	selector->name = jsonpath_scan_name(in, &selector->len);
	if (selector->name == NULL)
		return jsonpath_expected(in, segment->descendant
						     ? "a name, '*' or '['"
						     : "a name or '*' (other names: ['...'])");
	return true;
}

/* False: reported, or *more is false since no segment comes next. */
static bool parse_segment(struct jsonpath_scanner *in, struct jsonpath_segment *segment, bool *more)
{
	const char *start = in->at;
	*more = true;
	jsonpath_skip_space(in);
	if (jsonpath_take(in, "["))
		return parse_brackets(in, segment);
	if (jsonpath_take(in, "..")) {
		segment->descendant = true;
		return jsonpath_take(in, "[") ? parse_brackets(in, segment)
					      : parse_shorthand(in, segment);
	}
	if (jsonpath_take(in, "."))
		return parse_shorthand(in, segment);
	in->at = start;
	*more = false;
	return false;
}

static bool is_singular(const struct jsonpath_segment *segment)
{
	const struct jsonpath_selector *selector = segment->selectors;
	return !segment->descendant && selector->next == NULL &&
	       (selector->kind == JSONPATH_NAME || selector->kind == JSONPATH_INDEX);
}

/* The present place is '$' or '@'. */
static struct jsonpath_query *parse_query(struct jsonpath_scanner *in)
{
	struct jsonpath_query *query = arena_alloc(in->arena, sizeof(*query));
	struct jsonpath_segment **end = &query->segments;
	query->relative = *in->at++ == '@';
	query->singular = true;
	for (;;) {
		struct jsonpath_segment segment = { 0 };
		bool more;
		if (!parse_segment(in, &segment, &more))
			return more ? NULL : query;
		query->singular = query->singular && is_singular(&segment);
		*end = arena_alloc(in->arena, sizeof(**end));
		**end = segment;
		end = &(*end)->next;
	}
}

const struct jsonpath_query *jsonpath_parse(
	struct arena *arena, const char *text, size_t len, struct jsonpath_failure *failure)
{
	struct jsonpath_scanner in = { arena, text, text, text + len, 0, failure };
	failure->offset = 0;
	failure->message[0] = '\0';
	if (len > JSONPATH_MAX_LEN) {
		jsonpath_fail(&in, text, "longer than %d bytes", JSONPATH_MAX_LEN);
		return NULL;
	}
	if (jsonpath_peek(&in) != '$') {
		jsonpath_expected(&in, "'$'");
		return NULL;
	}
	const struct jsonpath_query *query = parse_query(&in);
	if (query != NULL && in.at != in.end) {
		jsonpath_expected(&in, "'.', '[' or the end");
		return NULL;
	}
	return query;
}

#include "jsonpath_expr.h"

#include <stdlib.h>
#include <string.h>

enum value_kind {
	VALUE_NOTHING,
	VALUE_NODE,
	VALUE_NUMBER,
};

/* What an operand stands for: nothing, a node of the document or of the expression, or a count. */
struct value {
	enum value_kind kind;
	const struct tree_node *node;
	double number;
};

static struct value node_value(const struct tree_node *node)
{
	return (struct value){ node != NULL ? VALUE_NODE : VALUE_NOTHING, node, 0 };
}

static struct value number_value(size_t number)
{
	return (struct value){ VALUE_NUMBER, NULL, (double)number };
}

/* The text of a number as YAML or JSON has it. */
static double read_number(const char *text)
{
	if (text[0] == '0' && text[1] == 'o')
		return (double)strtoull(text + 2, NULL, 8);
	const char *point = text[0] == '-' || text[0] == '+' ? text + 1 : text;
	if (*point == '.' && (point[1] == 'i' || point[1] == 'I'))
		return *text == '-' ? strtod("-inf", NULL) : strtod("inf", NULL);
	if (*point == '.' && (point[1] == 'n' || point[1] == 'N'))
		return strtod("nan", NULL);
	return strtod(text, NULL);
}

static bool is_number(const struct value *value, double *number)
{
	if (value->kind == VALUE_NUMBER)
		*number = value->number;
	else if (value->kind == VALUE_NODE && value->node->kind == TREE_NUMBER)
		*number = read_number(value->node->text);
	else
		return false;
	return true;
}

static const struct tree_node *string_of(const struct value *value)
{
	bool string = value->kind == VALUE_NODE && value->node->kind == TREE_STRING;
	return string ? value->node : NULL;
}

/* tree_equal compares texts: here 1 and 1.0 are the same, and the work is counted. */
static bool equal_nodes(
	struct jsonpath_run *run, const struct tree_node *a, const struct tree_node *b)
{
	if (!jsonpath_step(run, 1) || a->kind != b->kind || a->count != b->count)
		return false;
	switch (a->kind) {
	case TREE_NULL:
		return true;
	case TREE_NUMBER:
		return read_number(a->text) == read_number(b->text);
	case TREE_LIST:
	case TREE_MAP:
		break;
	default:
		return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
	}

	const struct tree_node *theirs = b->first;
	for (const struct tree_node *ours = a->first; ours != NULL; ours = ours->next) {
		if (a->kind == TREE_MAP) {
			if (b->index == NULL && !jsonpath_step(run, b->count))
				return false;
			theirs = tree_get_n(b, ours->key, ours->key_len);
		}
		if (theirs == NULL || !equal_nodes(run, ours, theirs))
			return false;
		theirs = theirs->next;
	}
	return true;
}

static bool equal(struct jsonpath_run *run, const struct value *a, const struct value *b)
{
	double x;
	double y;
	if (a->kind == VALUE_NOTHING || b->kind == VALUE_NOTHING)
		return a->kind == b->kind;
	if (is_number(a, &x) && is_number(b, &y))
		return x == y;
	return a->kind == VALUE_NODE && b->kind == VALUE_NODE && equal_nodes(run, a->node, b->node);
}

/* Numbers, and strings by code point, which is UTF-8's order of bytes; all else has no order. */
static bool less(const struct value *a, const struct value *b)
{
	double x;
	double y;
	if (is_number(a, &x) && is_number(b, &y))
		return x < y;
	const struct tree_node *s = string_of(a);
	const struct tree_node *t = string_of(b);
	if (s == NULL || t == NULL)
		return false;
	int order = memcmp(s->text, t->text, s->len < t->len ? s->len : t->len);
	return order < 0 || (order == 0 && s->len < t->len);
}

/* ---- functions ---- */

static size_t count_characters(const struct tree_node *string)
{
	size_t count = 0;
	for (uint32_t i = 0; i < string->len; i++)
		count += ((unsigned char)string->text[i] & 0xC0) != 0x80;
	return count;
}

static struct value length_of(struct jsonpath_run *run, const struct value *value)
{
	if (value->kind != VALUE_NODE)
		return node_value(NULL);
	if (value->node->kind == TREE_LIST || value->node->kind == TREE_MAP)
		return number_value(value->node->count);
	if (value->node->kind != TREE_STRING || !jsonpath_step(run, value->node->len / 16))
		return node_value(NULL);
	return number_value(count_characters(value->node));
}

static struct value evaluate(
	struct jsonpath_run *run, const struct jsonpath_expr *expr, struct tree_node *node)
{
	if (expr->kind == JSONPATH_LITERAL)
		return node_value(expr->literal);
	if (expr->kind == JSONPATH_QUERY)
		return node_value(jsonpath_run_singular(run, expr->query, node));
	if (expr->kind == JSONPATH_LENGTH) {
		struct value argument = evaluate(run, expr->left, node);
		return length_of(run, &argument);
	}

	/* count and value, of any query */
	struct jsonpath_matches matches = { 0 };
	struct value result = node_value(NULL);
	if (jsonpath_run_query(run, expr->left->query, node, &matches)) {
		if (expr->kind == JSONPATH_COUNT)
			result = number_value(matches.count);
		else if (matches.count == 1)
			result = node_value(matches.items[0].node);
	}
	jsonpath_matches_clear(&matches);
	return result;
}

/* match and search. A pattern from the document that is none matches nothing, says the RFC. */
static bool match(
	struct jsonpath_run *run, const struct jsonpath_expr *expr, struct tree_node *node)
{
	struct value subject = evaluate(run, expr->left, node);
	struct value pattern = evaluate(run, expr->right, node);
	const struct tree_node *text = string_of(&subject);
	const struct tree_node *source = string_of(&pattern);
	struct iregexp *regexp = expr->regexp;
	const char *why;
	if (text == NULL || source == NULL)
		return false;
	if (regexp == NULL) {
		if (!jsonpath_step(run, IREGEXP_MAX_PROGRAM + source->len))
			return false;
		arena_reset(&run->scratch);
		regexp = iregexp_parse(&run->scratch, source->text, source->len, &why);
	}
	bool whole = expr->kind == JSONPATH_MATCH;
	bool found =
		regexp != NULL && iregexp_match(regexp, text->text, text->len, whole, &run->steps);
	if (run->steps == 0)
		jsonpath_step(run, 1); /* the pattern gave up: so does everything */
	return found;
}

static bool exists(
	struct jsonpath_run *run, const struct jsonpath_query *query, struct tree_node *node)
{
	struct jsonpath_matches matches = { 0 };
	if (query->singular)
		return jsonpath_run_singular(run, query, node) != NULL;
	bool found = jsonpath_run_query(run, query, node, &matches) && matches.count > 0;
	jsonpath_matches_clear(&matches);
	return found;
}

/* ---- tests ---- */

static bool compare(
	struct jsonpath_run *run, const struct jsonpath_expr *expr, struct tree_node *node)
{
	struct value left = evaluate(run, expr->left, node);
	struct value right = evaluate(run, expr->right, node);
	switch (expr->kind) {
	case JSONPATH_EQUAL:
		return equal(run, &left, &right);
	case JSONPATH_NOT_EQUAL:
		return !equal(run, &left, &right);
	case JSONPATH_LESS:
		return less(&left, &right);
	case JSONPATH_LESS_EQUAL:
		return less(&left, &right) || equal(run, &left, &right);
	case JSONPATH_GREATER:
		return less(&right, &left);
	default:
		return less(&right, &left) || equal(run, &left, &right);
	}
}

bool jsonpath_test(
	struct jsonpath_run *run, const struct jsonpath_expr *expr, struct tree_node *node)
{
	for (;; expr = expr->right) {
		if (!jsonpath_step(run, 1))
			return false;
		switch (expr->kind) {
		case JSONPATH_OR:
			if (jsonpath_test(run, expr->left, node))
				return true;
			break;
		case JSONPATH_AND:
			if (!jsonpath_test(run, expr->left, node))
				return false;
			break;
		case JSONPATH_NOT:
			return !jsonpath_test(run, expr->left, node);
		case JSONPATH_QUERY:
			return exists(run, expr->query, node);
		case JSONPATH_MATCH:
		case JSONPATH_SEARCH:
			return match(run, expr, node);
		default:
			return compare(run, expr, node);
		}
	}
}

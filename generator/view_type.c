#include "view_type.h"

#include "buffer.h"
#include "names.h"
#include "text.h"

#include <string.h>

static const char *const kinds[] = { "OAC_KIND_STRING", "OAC_KIND_BOOL", "OAC_KIND_INT64",
	"OAC_KIND_UINT64", "OAC_KIND_DOUBLE", "OAC_KIND_JSON", "OAC_KIND_CONST", "OAC_KIND_ENUM",
	"OAC_KIND_OBJECT", "OAC_KIND_UNION", "OAC_KIND_LIST", "OAC_KIND_MAP", "OAC_KIND_FILE",
	"OAC_KIND_BODY", "OAC_KIND_BYTES" };

const char *view_kind(const struct model_type *type)
{
	return kinds[type->kind];
}

const char *view_item_c_type(struct arena *arena, const struct model_type *type)
{
	switch (type->kind) {
	case TYPE_STRING:
		return "const char *";
	case TYPE_BOOL:
		return "bool ";
	case TYPE_INT64:
		return "int64_t ";
	case TYPE_UINT64:
		return "uint64_t ";
	case TYPE_DOUBLE:
		return "double ";
	case TYPE_JSON:
		return "struct oac_json ";
	case TYPE_ENUM:
		return arena_join(arena, "enum ", type->name, " ", NULL);
	default:
		return arena_join(arena, "struct ", type->name, " ", NULL);
	}
}

const char *view_result(const struct model_type *type)
{
	return type->builtin || (type->name != NULL && type->kind != TYPE_ENUM) ? type->name
										: "oac_json";
}

static bool is_optional_scalar(const struct model_member *member)
{
	return (member->type->kind == TYPE_BOOL || member->type->kind == TYPE_INT64 ||
		       member->type->kind == TYPE_UINT64 || member->type->kind == TYPE_DOUBLE) &&
		!(member->required && !member->nullable);
}

const char *view_member_c_type(struct arena *arena, const struct model_member *member)
{
	static const char *const optional[] = { NULL, "struct oac_opt_bool ",
		"struct oac_opt_int64 ", "struct oac_opt_uint64 ", "struct oac_opt_double " };

	if (is_optional_scalar(member))
		return optional[member->type->kind];
	if (member->type->kind == TYPE_OBJECT && !member->inside)
		return arena_join(arena, "const struct ", member->type->name, " *", NULL);
	return view_item_c_type(arena, member->type);
}

static const char *member_macro(const struct model_member *member)
{
	static const char *const plain[] = { "OAC_STRING", "OAC_FLAG", "OAC_INT64", "OAC_UINT64",
		"OAC_DOUBLE", "OAC_ANY", "OAC_CONST", "OAC_ENUM", "OAC_POINTER", "OAC_UNION",
		"OAC_LIST_OF", "OAC_MAP_OF", "OAC_FILE_PART", "OAC_RAW_BODY" };
	static const char *const optional[] = { NULL, "OAC_OPT_FLAG", "OAC_OPT_INT64",
		"OAC_OPT_UINT64", "OAC_OPT_DOUBLE" };

	if (is_optional_scalar(member))
		return optional[member->type->kind];
	return member->inside ? "OAC_INSIDE" : plain[member->type->kind];
}

static const char *member_flags(struct arena *arena, const struct model_member *member)
{
	const char *in = "";
	const char *style =
		member->style ? arena_format(arena, " | OAC_STYLE_%s", member->style) : "";

	if (member->reserved)
		style = arena_join(arena, style, " | OAC_RESERVED", NULL);

	if (member->location != NULL)
		in = strcmp(member->location, "query") == 0       ? "OAC_IN_QUERY"
			: strcmp(member->location, "header") == 0 ? "OAC_IN_HEADER"
								  : "OAC_IN_COOKIE";
	if (!member->required && !member->nullable)
		return member->location ? arena_format(arena, "%s%s", in, style) : "0";
	return arena_format(arena, "%s%s%s%s%s%s", member->required ? "OAC_REQUIRED" : "",
		member->required && member->nullable ? " | " : "",
		member->nullable ? "OAC_NULLABLE" : "", member->location ? " | " : "", in, style);
}

/* JSON text of an enum value or constant, as the inside of a C literal. */
static const char *value_json(struct arena *arena, const struct model_value *value)
{
	if (!value->string)
		return text_literal(arena, value->text);
	return text_literal(arena, arena_join(arena, "\"", value->text, "\"", NULL));
}

/* The same when the string needs JSON's own escapes. */
static const char *string_json(struct arena *arena, const struct model_value *value)
{
	return value->string
		? arena_join(arena, "\\\"", text_json_literal(arena, value->text), "\\\"", NULL)
		: value_json(arena, value);
}

/* ---- what a comment tells beside the description ---- */

/* text holds the description first, then the facts in parentheses. */
static void add_fact(struct buffer *text, size_t description, const char *fact)
{
	buffer_add_text(text, text->len > description ? "; " : description > 0 ? " (" : "(");
	buffer_add_text(text, fact);
}

static void add_limits(
	struct arena *arena, struct buffer *text, size_t description, const struct tree_node *node)
{
	static const struct {
		const char *low;
		const char *high;
		const char *unit;
	} limits[] = { { "minimum", "maximum", "" }, { "minLength", "maxLength", " characters" },
		{ "minItems", "maxItems", " items" } };
	size_t i;

	for (i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
		const char *low = tree_text(node, limits[i].low);
		const char *high = tree_text(node, limits[i].high);

		if (low != NULL && high != NULL)
			add_fact(text, description,
				arena_format(arena, "%s to %s%s", low, high, limits[i].unit));
		else if (low != NULL)
			add_fact(text, description,
				arena_format(arena, "at least %s%s", low, limits[i].unit));
		else if (high != NULL)
			add_fact(text, description,
				arena_format(arena, "at most %s%s", high, limits[i].unit));
	}
}

/* Fills text, which is used again and again. */
static void member_text(struct arena *arena, const struct model_member *member, struct buffer *text)
{
	const char *value = tree_text(member->node, "default");
	const char *format = tree_text(member->node, "format");
	size_t start;

	buffer_reset(text);
	buffer_add_text(text, member->description ? member->description : "");
	start = text->len;
	if (member->required)
		add_fact(text, start, "required");
	if (member->location != NULL)
		add_fact(text, start, member->location);
	if (member->reserved)
		add_fact(text, start, "reserved characters and %XX are sent as they are");
	if (member->name != NULL && strcmp(member->name, member->wire) != 0)
		add_fact(text, start,
			arena_join(arena, "called \"", member->wire, "\" on the wire", NULL));
	add_limits(arena, text, start, member->node);
	if (value != NULL)
		add_fact(text, start, arena_join(arena, "default ", value, NULL));
	if (member->type->kind == TYPE_STRING && format != NULL)
		add_fact(text, start, format);
	if (tree_true(member->node, "readOnly"))
		add_fact(text, start, "read only");
	if (tree_true(member->node, "writeOnly"))
		add_fact(text, start, "write only");
	if (member->conditional)
		add_fact(text, start, "under a condition");
	if (member->from != NULL)
		add_fact(text, start, arena_join(arena, "from ", member->from, NULL));
	if (member->deprecated)
		add_fact(text, start, "deprecated");
	if (text->len > start)
		buffer_add_char(text, ')');
}

/* ---- types ---- */

static void view_enum(struct arena *arena, struct tree_node *node, const struct model_type *type)
{
	struct tree_node *list = tree_set_list(arena, node, "values");
	unsigned i;

	tree_set_bool(arena, node, "mixed", type->mixed);
	for (i = 0; i < type->value_count; i++) {
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));

		tree_set(arena, item, "name", type->values[i].name);
		tree_set(arena, item, "text",
			type->mixed ? string_json(arena, &type->values[i])
				    : text_literal(arena, type->values[i].text));
		tree_set_bool(arena, item, "last", i + 1 == type->value_count);
	}
}

static void view_limits(struct arena *arena, struct tree_node *node, const struct model_type *type)
{
	struct tree_node *list;
	unsigned i;

	tree_set_bool(arena, node, "has_limits", type->limit_count > 0);
	if (type->limit_count == 0)
		return;
	list = tree_set_list(arena, node, "limits");
	for (i = 0; i < type->limit_count; i++) {
		const struct model_limit *limit = &type->limits[i];
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));

		tree_set_number(arena, item, "index", limit->index);
		tree_set_number(arena, item, "level", limit->level);
		if (limit->pattern != NULL) {
			tree_set(arena, item, "pattern", limit->pattern->name);
		} else {
			tree_set(arena, item, "rule",
				arena_join(arena, "OAC_LIMIT_", limit->rule, NULL));
			tree_set(arena, item, "number", limit->number);
		}
	}
}

static void view_object(struct arena *arena, struct tree_node *node, const struct model_type *type)
{
	struct buffer text = BUFFER_EMPTY;
	struct tree_node *list;
	unsigned i;

	tree_set_bool(arena, node, "closed", type->closed);
	tree_set_bool(arena, node, "has_members", type->member_count > 0);
	if (type->member_count == 0)
		return;
	list = tree_set_list(arena, node, "members");
	for (i = 0; i < type->member_count; i++) {
		const struct model_member *member = &type->members[i];
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));

		tree_set(arena, item, "wire", text_json_literal(arena, member->wire));
		tree_set(arena, item, "flags", member_flags(arena, member));
		if (member->type->kind == TYPE_CONST) {
			tree_set(arena, item, "constant", string_json(arena, member->type->values));
			continue;
		}
		tree_set(arena, item, "name", member->name);
		tree_set(arena, item, "c_type", view_member_c_type(arena, member));
		tree_set(arena, item, "macro", member_macro(member));
		if (member->type->kind > TYPE_CONST)
			tree_set(arena, item, "type", member->type->name);
		tree_set_bool(arena, item, "deprecated", member->deprecated);
		member_text(arena, member, &text);
		text_lines(arena, item, "doc", text.text, 8);
	}
	buffer_clear(&text);
}

/* How a variant is stored: objects and unions by pointer, the rest as it is. */
static void view_variant(struct arena *arena, struct tree_node *item, const struct model_type *type)
{
	const char *c_type;
	size_t len;

	switch (type->kind) {
	case TYPE_OBJECT:
	case TYPE_UNION:
		c_type = arena_join(arena, "const struct ", type->name, " *", NULL);
		tree_set(arena, item, "kind",
			type->kind == TYPE_OBJECT ? "OAC_KIND_POINTER" : "OAC_KIND_UNION_POINTER");
		break;
	default:
		c_type = view_item_c_type(arena, type);
		tree_set(arena, item, "kind", view_kind(type));
	}
	len = strlen(c_type);
	tree_set(arena, item, "c_type", c_type);
	tree_set(arena, item, "bare_c_type",
		arena_text(arena, c_type, c_type[len - 1] == ' ' ? len - 1 : len));
	if (type->kind > TYPE_CONST && type->kind != TYPE_BYTES)
		tree_set(arena, item, "type", arena_join(arena, "&", type->name, "_type", NULL));
	else
		tree_set(arena, item, "type", "NULL");
}

static void view_union(struct arena *arena, struct tree_node *node, const struct model_type *type)
{
	struct tree_node *list = tree_set_list(arena, node, "variants");
	unsigned i;

	if (type->discriminator != NULL)
		tree_set(arena, node, "discriminator",
			text_json_literal(arena, type->discriminator));
	for (i = 0; i < type->variant_count; i++) {
		const struct model_variant *variant = &type->variants[i];
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));
		struct model_value tag = { .text = variant->tag, .string = variant->tag_string };

		if (variant->tag != NULL)
			tree_set(arena, item, "tag", string_json(arena, &tag));
		if (variant->alias_of != 0) {
			tree_set_bool(arena, item, "alias", true);
			tree_set_number(arena, item, "index", (int64_t)variant->alias_of - 1);
			continue;
		}
		tree_set(arena, item, "enumerator", variant->enumerator);
		if (variant->type->kind == TYPE_CONST) {
			tree_set(
				arena, item, "constant", string_json(arena, variant->type->values));
			continue;
		}
		tree_set_bool(arena, item, "stored", true);
		tree_set(arena, item, "name", variant->name);
		view_variant(arena, item, variant->type);
	}
}

static bool is_bytes(const struct model_type *type)
{
	return type->kind == TYPE_FILE || type->kind == TYPE_BODY ||
		(type->kind == TYPE_LIST && type->item->kind == TYPE_FILE);
}

/* Nothing but parameters has no JSON text, and neither has a request with files. */
bool view_has_json(const struct model_type *type)
{
	bool body = type->member_count == 0;
	unsigned i;

	for (i = 0; i < type->member_count; i++) {
		if (is_bytes(type->members[i].type))
			return false;
		body |= type->members[i].location == NULL;
	}
	return body;
}

void view_type(
	struct arena *arena, struct tree_node *node, const struct model_type *type, bool functions)
{
	tree_set(arena, node, "name", type->name);
	tree_set(arena, node, "struct_name", type->name);
	tree_set(arena, node, "upper", names_upper(arena, type->name));
	if (type->place != NULL)
		tree_set(arena, node, "place", text_comment(arena, type->place));
	text_lines(arena, node, "comment", type->description, 0);
	tree_set_bool(arena, node, "is_event", type->is_event);
	/* An answer that is an enum is given as JSON. */
	tree_set_bool(arena, node, "is_answer", type->is_answer && type->kind != TYPE_ENUM);
	tree_set_bool(arena, node, "is_given", type->is_event || type->is_item);
	switch (type->kind) {
	case TYPE_ENUM:
		tree_set_bool(arena, node, "enum", true);
		view_enum(arena, node, type);
		break;
	case TYPE_OBJECT:
		tree_set_bool(arena, node, "object", true);
		tree_set(arena, node, "kind", view_kind(type));
		tree_set_bool(arena, node, "functions", view_has_json(type));
		view_object(arena, node, type);
		view_limits(arena, node, type);
		break;
	case TYPE_UNION:
		tree_set_bool(arena, node, "union", true);
		tree_set(arena, node, "kind_name", type->kind_name);
		tree_set(arena, node, "kind", view_kind(type));
		tree_set_bool(arena, node, "functions", true);
		view_union(arena, node, type);
		view_limits(arena, node, type);
		break;
	default:
		tree_set_bool(arena, node, type->kind == TYPE_LIST ? "list" : "map", true);
		tree_set(arena, node, "kind", view_kind(type));
		tree_set_bool(arena, node, "functions", functions);
		tree_set(arena, node, "item_c_type", view_item_c_type(arena, type->item));
		tree_set(arena, node, "item_kind", view_kind(type->item));
		if (type->item->kind > TYPE_CONST)
			tree_set(arena, node, "item_type",
				arena_format(arena, "&%s_type", type->item->name));
		else
			tree_set(arena, node, "item_type", "NULL");
	}
}

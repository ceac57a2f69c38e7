/*
 * structure_test: spec/assistants.yaml says what the vendor's document says. The
 * words are ours, so they are not looked at; every fact that reaches C or the
 * wire must be the same. What is meant to differ is listed with its reason in
 * differences.txt, and a line there that has become untrue fails as well.
 */
#include "compare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
	MAX_PATH = 4096,
	MAX_LINE = 512,
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* How the schema Root is written in the two documents, and the place that must be noted. */
struct spelling {
	const char *ours;
	const char *vendors;
	const char *place; /* NULL: they are the same */
};

/* The folders of the API that our document describes whole. */
static const char *const PREFIXES[] = { "/assistants", "/threads", NULL };

static const char *const OTHER_SCHEMAS = "  Leaf: {type: string}\n"
					 "  Twig: {type: string}\n"
					 "  Pair: {oneOf: [{type: string}, {type: integer}]}\n";

static const struct spelling SPELLINGS[] = {
	{ "{type: [string, 'null']}", "{type: string, nullable: true}", NULL },
	{ "{type: ['null', number], maximum: 2}",
		"{anyOf: [{type: number, maximum: 2}, {type: 'null'}]}", NULL },
	{ "{anyOf: [{$ref: '#/components/schemas/Leaf'}, {type: 'null'}]}",
		"{allOf: [{$ref: '#/components/schemas/Leaf'}, {nullable: true}]}", NULL },
	{ "{anyOf: [{$ref: '#/components/schemas/Leaf'}, {type: 'null'}]}",
		"{$ref: '#/components/schemas/Leaf', nullable: true}", NULL },
	{ "{anyOf: [{type: string}, {type: array}, {type: 'null'}]}",
		"{anyOf: [{type: string}, {type: array}], nullable: true}", NULL },
	{ "{const: one}", "{enum: [one]}", NULL },
	{ "{type: [string, 'null'], enum: [a, null]}", "{type: string, enum: [a], nullable: true}",
		NULL },
	{ "{oneOf: [{type: string}, {type: integer}, {type: boolean}]}",
		"{oneOf: [{$ref: '#/components/schemas/Pair'}, {type: boolean}]}", NULL },
	{ "{type: object, properties: {a: {}}}", "{properties: {a: {}}}", NULL },
	{ "{required: [a, b], description: x}", "{required: [b, a], title: y}", NULL },

	{ "{type: string}", "{type: string, nullable: true}", "Root/nullable" },
	{ "{type: [string, 'null']}", "{type: string}", "Root/nullable" },
	{ "{type: string}", "{type: integer}", "Root/type" },
	{ "{type: object}", "{}", "Root/type" },
	{ "{enum: [a, b]}", "{enum: [a, b, c]}", "Root/enum" },
	{ "{enum: [a, b]}", "{enum: [b, a]}", "Root/enum" },
	{ "{const: a}", "{const: b}", "Root/enum" },
	{ "{type: integer, default: 20}", "{type: integer}", "Root/default" },
	{ "{type: integer, maximum: 3}", "{type: integer, maximum: 4}", "Root/maximum" },
	{ "{format: unixtime}", "{format: int64}", "Root/format" },
	{ "{properties: {a: {type: string}}}", "{properties: {a: {type: string}, b: {}}}",
		"Root.b" },
	{ "{properties: {a: {type: string}, b: {}}}", "{properties: {a: {type: string}}}",
		"Root.b" },
	{ "{properties: {a: {type: string}}}", "{properties: {a: {type: number}}}", "Root.a/type" },
	{ "{required: [a]}", "{required: [a, b]}", "Root.b/required" },
	{ "{required: [a]}", "{}", "Root.a/required" },
	{ "{items: {minimum: 1}}", "{items: {minimum: 0}}", "Root[]/minimum" },
	{ "{items: {}}", "{}", "Root/items" },
	{ "{additionalProperties: false}", "{}", "Root/additionalProperties" },
	{ "{additionalProperties: {type: string}}", "{additionalProperties: {type: number}}",
		"Root{}/type" },
	{ "{oneOf: [{const: a}, {const: b}]}", "{oneOf: [{const: a}, {const: c}]}", "Root|1/enum" },
	{ "{oneOf: [{const: a}, {const: b}]}", "{oneOf: [{const: a}, {const: b}, {const: c}]}",
		"Root/oneOf" },
	{ "{items: {$ref: '#/components/schemas/Leaf'}}", "{items: {type: string}}", "Leaf/name" },
	{ "{items: {$ref: '#/components/schemas/Leaf'}}",
		"{items: {$ref: '#/components/schemas/Twig'}}", "Leaf/name" },
	{ "{items: {type: string}}", "{items: {$ref: '#/components/schemas/Leaf'}}",
		"Root[]/name" },
};

static const char OUR_OPERATIONS[] =
	"paths:\n"
	"  /threads/{id}:\n"
	"    parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n"
	"    post:\n"
	"      operationId: change\n"
	"      parameters: [{$ref: '#/components/parameters/Limit'}]\n"
	"      requestBody: {content: {application/json: {schema: {type: object}}}}\n"
	"      responses: {default: {content: {text/plain: {schema: {type: string}}}}}\n"
	"    get: {operationId: extra}\n"
	"components:\n"
	"  parameters: {Limit: {name: limit, in: query, schema: {type: integer}}}\n";

static const char VENDORS_OPERATIONS[] =
	"paths:\n"
	"  /threads/{id}:\n"
	"    put:\n"
	"      operationId: change\n"
	"      deprecated: true\n"
	"      parameters:\n"
	"      - {name: id, in: path, required: true, schema: {type: string}}\n"
	"      - {name: limit, in: query, required: true, schema: {type: number}}\n"
	"      - {name: order, in: query, schema: {type: string}}\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content: {application/json: {schema: {type: array}}}\n"
	"      responses: {'200': {}, default: {content: {application/json: {}}}}\n"
	"  /threads:\n"
	"    get: {operationId: lacking}\n"
	"  /models:\n"
	"    get: {operationId: elsewhere}\n";

static const char *const OPERATION_PLACES[] = { "change/method", "change/deprecated",
	"change/parameters/limit/required", "change/parameters/limit/type",
	"change/parameters/order", "change/body/required", "change/body/application/json/type",
	"change/responses/200", "change/responses/default/text/plain",
	"change/responses/default/application/json", "extra", "lacking" };

static const char *source_root(void)
{
	const char *root = getenv("OAC_SOURCE");

	return root ? root : ".";
}

static void parse_root(struct document *document, const char *schema)
{
	char text[MAX_LINE * 2];
	int len = snprintf(text, sizeof(text), "components:\n schemas:\n  Root: %s\n%s", schema,
		OTHER_SCHEMAS);

	assert_in_range(len, 1, sizeof(text) - 1);
	document_parse(document, schema, text);
}

static void test_spellings(void **state)
{
	struct document ours, vendors;
	struct comparison c;
	const struct spelling *spelling;
	const char *place;
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH(SPELLINGS); i++) {
		spelling = &SPELLINGS[i];
		parse_root(&ours, spelling->ours);
		parse_root(&vendors, spelling->vendors);
		comparison_init(&c, &ours, &vendors);
		compare_named(&c, "Root");
		place = c.found->first ? c.found->first->key : "no difference";
		assert_string_equal(place, spelling->place ? spelling->place : "no difference");
		assert_int_equal(c.found->count, spelling->place ? 1 : 0);
		comparison_clear(&c);
		document_clear(&vendors);
		document_clear(&ours);
	}
}

static void test_operations(void **state)
{
	struct document ours, vendors;
	struct comparison c;
	size_t i;

	(void)state;
	document_parse(&ours, "ours", OUR_OPERATIONS);
	document_parse(&vendors, "vendors", VENDORS_OPERATIONS);
	comparison_init(&c, &ours, &vendors);
	compare_operations(&c, PREFIXES);
	for (i = 0; i < LENGTH(OPERATION_PLACES); i++) {
		if (!tree_get(c.found, OPERATION_PLACES[i]))
			fail_msg("not noted: %s", OPERATION_PLACES[i]);
	}
	assert_int_equal(c.found->count, LENGTH(OPERATION_PLACES));
	comparison_clear(&c);
	document_clear(&vendors);
	document_clear(&ours);
}

/* Lines of "place: reason" into a map. */
static struct tree_node *read_differences(struct arena *arena, const char *path)
{
	struct tree_node *listed = tree_new(arena, TREE_MAP);
	char line[MAX_LINE], *reason;
	FILE *file = fopen(path, "r");

	if (!file)
		fail_msg("cannot read %s", path);
	while (fgets(line, sizeof(line), file)) {
		if (line[0] == '#' || line[0] == '\n')
			continue;
		reason = strstr(line, ": ");
		if (!strchr(line, '\n') || !reason || reason[2] == '\n')
			fail_msg("%s: not 'place: reason': %s", path, line);
		*reason = '\0';
		reason += 2;
		if (tree_get(listed, line))
			fail_msg("%s: listed twice: %s", path, line);
		tree_set(arena, listed, arena_text(arena, line, strlen(line)),
			arena_text(arena, reason, strlen(reason) - 1));
	}
	fclose(file);
	return listed;
}

static size_t check_differences(const struct comparison *c, const struct tree_node *listed)
{
	const struct tree_node *node;
	size_t wrong = 0;

	for (node = c->found->first; node; node = node->next) {
		if (tree_get(listed, node->key))
			continue;
		print_error("%s: %s\n", node->key, node->text);
		wrong++;
	}
	for (node = listed->first; node; node = node->next) {
		if (tree_get(c->found, node->key))
			continue;
		print_error("%s: listed, but there is no such difference\n", node->key);
		wrong++;
	}
	return wrong;
}

/* A schema that was not compared is one that no operation and no event needs. */
static size_t check_reached(const struct comparison *c)
{
	const struct tree_node *components = tree_get(c->ours->root, "components");
	const struct tree_node *schemas = tree_get(components, "schemas");
	const struct tree_node *schema;
	size_t wrong = 0;

	assert_true(tree_is(schemas, TREE_MAP));
	for (schema = schemas->first; schema; schema = schema->next) {
		if (tree_get(c->reached, schema->key))
			continue;
		print_error("%s: reached by no operation and no event\n", schema->key);
		wrong++;
	}
	return wrong;
}

/* The name of the schema that an answer or a body has as this media type, or "". */
static const char *media_schema(
	struct document *document, struct tree_node *holder, const char *media)
{
	struct tree_node *target = holder ? document_resolve(document, holder) : NULL;
	struct tree_node *schema = tree_get(tree_get(tree_get(target, "content"), media), "schema");
	const char *name = NULL;

	if (schema)
		assert_non_null(reference_resolve(&document->reference, schema, &name));
	return name ? name : "";
}

static void check_additions(struct document *document, const struct tree_node *operation)
{
	struct tree_node *responses = tree_get(operation, "responses");
	const char *body =
		media_schema(document, tree_get(operation, "requestBody"), "application/json");
	const struct tree_node *request = document_component(document, "schemas", body);
	bool can_stream = tree_get(tree_get(request, "properties"), "stream");

	assert_string_equal(
		media_schema(document, tree_get(responses, "default"), "application/json"),
		"ErrorResponse");
	assert_string_equal(media_schema(document, tree_get(responses, "200"), "text/event-stream"),
		can_stream ? "AssistantStreamEvent" : "");
}

/* What the vendor's document has no counterpart for. */
static void test_additions(void **state)
{
	struct document ours;
	struct tree_node *paths, *item, *operation;
	char path[MAX_PATH];
	size_t count = 0;

	(void)state;
	snprintf(path, sizeof(path), "%s/spec/assistants.yaml", source_root());
	document_read(&ours, path);
	paths = tree_get(ours.root, "paths");
	for (item = paths ? paths->first : NULL; item; item = item->next) {
		for (operation = item->first; operation; operation = operation->next) {
			if (!tree_get(operation, "operationId"))
				continue;
			check_additions(&ours, operation);
			count++;
		}
	}
	assert_true(count > 0);
	document_clear(&ours);
}

static void test_vendors_document(void **state)
{
	const char *shared = getenv("OAC_SHARED");
	struct document ours, vendors;
	struct comparison c;
	struct tree_node *listed;
	char path[MAX_PATH];
	size_t wrong;

	(void)state;
	if (!shared) {
		print_message("# OAC_SHARED is not set: there is no document of the vendor's\n");
		skip();
	}
	snprintf(path, sizeof(path), "%s/spec/assistants.yaml", source_root());
	document_read(&ours, path);
	snprintf(path, sizeof(path), "%s/specs/openai-2026-07-15.yaml", shared);
	document_read(&vendors, path);
	comparison_init(&c, &ours, &vendors);

	compare_access(&c);
	compare_operations(&c, PREFIXES);
	/* no operation of the vendor's refers to these two */
	compare_named(&c, "AssistantStreamEvent");
	compare_named(&c, "ErrorResponse");

	snprintf(path, sizeof(path), "%s/tests/spec/differences.txt", source_root());
	listed = read_differences(&c.arena, path);
	wrong = check_differences(&c, listed) + check_reached(&c);
	assert_int_equal(wrong, 0);
	comparison_clear(&c);
	document_clear(&vendors);
	document_clear(&ours);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spellings),
		cmocka_unit_test(test_operations),
		cmocka_unit_test(test_additions),
		cmocka_unit_test(test_vendors_document),
	};

	return cmocka_run_group_tests_name("spec/structure", tests, NULL, NULL);
}

#include "validate.h"
#include "json.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Doubles hold whole numbers exactly up to here. */
#define INTEGER_MAX 9007199254740992.0

enum { PATH_SIZE = 256 };

struct check {
	struct answer *answer;
	char path[PATH_SIZE]; /* tools[0].function.name; cut when it is longer */
	size_t len;
};

static void path_push(struct check *check, const char *text)
{
	size_t len = strlen(text);

	if (len > PATH_SIZE - 1 - check->len)
		len = PATH_SIZE - 1 - check->len;
	memcpy(check->path + check->len, text, len);
	check->len += len;
	check->path[check->len] = '\0';
}

static void path_push_name(struct check *check, const char *name)
{
	if (check->len)
		path_push(check, ".");
	path_push(check, name);
}

static void path_pop(struct check *check, size_t len)
{
	check->len = len;
	check->path[len] = '\0';
}

static unsigned kinds_of(const cJSON *value)
{
	if (cJSON_IsNull(value))
		return KIND_NULL;
	if (cJSON_IsBool(value))
		return KIND_BOOL;
	if (cJSON_IsString(value))
		return KIND_STRING;
	if (cJSON_IsArray(value))
		return KIND_ARRAY;
	if (cJSON_IsObject(value))
		return KIND_OBJECT;
	if (floor(value->valuedouble) == value->valuedouble &&
		fabs(value->valuedouble) <= INTEGER_MAX)
		return KIND_NUMBER | KIND_INTEGER;
	return KIND_NUMBER;
}

static const char *kinds_text(unsigned kinds, char *text, size_t size)
{
	static const struct {
		unsigned kind;
		const char *name;
	} names[] = {
		{ KIND_STRING, "a string" },
		{ KIND_NUMBER, "a number" },
		{ KIND_INTEGER, "an integer" },
		{ KIND_BOOL, "a boolean" },
		{ KIND_ARRAY, "an array" },
		{ KIND_OBJECT, "an object" },
		{ KIND_NULL, "null" },
	};
	size_t i, len = 0;

	text[0] = '\0';
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (kinds & names[i].kind && len < size)
			len += (size_t)snprintf(
				text + len, size - len, "%s%s", len ? " or " : "", names[i].name);
	return text;
}

static bool check_value(struct check *check, const cJSON *value, const struct rule *rule);

static bool check_number(struct check *check, const cJSON *value, const struct rule *rule)
{
	bool integer = !(rule->kinds & KIND_NUMBER);
	bool below = value->valuedouble < rule->min;

	if (rule->min >= rule->max || (!below && value->valuedouble <= rule->max))
		return true;
	return answer_error(check->answer, 400, check->path,
		below ? (integer ? "integer_below_min_value" : "decimal_below_min_value")
		      : (integer ? "integer_above_max_value" : "decimal_above_max_value"),
		"'%s' is %g, but has to be %s %g", check->path, value->valuedouble,
		below ? "at least" : "at most", below ? rule->min : rule->max);
}

static bool check_name(struct check *check, const char *text)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789_-";

	if (*text && strspn(text, allowed) == strlen(text))
		return true;
	return answer_error(check->answer, 400, check->path, "invalid_value",
		"'%s' is '%s', but has to match the pattern '^[a-zA-Z0-9_-]+$'", check->path, text);
}

static bool check_string(struct check *check, const cJSON *value, const struct rule *rule)
{
	const char *text = value->valuestring;
	struct text list = { NULL, 0, 0 };
	size_t i;

	if (rule->max_chars && utf8_chars(text) > rule->max_chars)
		return answer_error(check->answer, 400, check->path, "string_above_max_length",
			"'%s' has %zu characters, but may have %zu", check->path, utf8_chars(text),
			rule->max_chars);
	if (rule->name)
		return check_name(check, text);
	if (!rule->values)
		return true;
	for (i = 0; rule->values[i]; i++) {
		if (strcmp(text, rule->values[i]) == 0) {
			text_clear(&list);
			return true;
		}
		text_add(&list, i ? ", '" : "'");
		text_add(&list, rule->values[i]);
		text_add(&list, "'");
	}
	answer_error(check->answer, 400, check->path, "invalid_value",
		"'%s' is '%.100s', but has to be one of %s", check->path, text, list.data);
	text_clear(&list);
	return false;
}

static bool check_array(struct check *check, const cJSON *value, const struct rule *rule)
{
	size_t len = check->len, count = (size_t)cJSON_GetArraySize(value);
	const cJSON *item;
	char index[32];

	if (count < rule->min_items)
		return answer_error(check->answer, 400, check->path, "array_below_min_length",
			"'%s' has %zu items, but needs %zu", check->path, count, rule->min_items);
	if (rule->max_items && count > rule->max_items)
		return answer_error(check->answer, 400, check->path, "array_above_max_length",
			"'%s' has %zu items, but may have %zu", check->path, count,
			rule->max_items);
	count = 0;
	cJSON_ArrayForEach(item, value)
	{
		snprintf(index, sizeof(index), "[%zu]", count++);
		path_push(check, index);
		if (!check_value(check, item, rule->items))
			return false;
		path_pop(check, len);
	}
	return true;
}

static const struct member *member_find(const struct member *members, const char *name)
{
	for (; members && members->name; members++)
		if (strcmp(members->name, name) == 0)
			return members;
	return NULL;
}

static bool check_required(struct check *check, const cJSON *object, const struct member *members)
{
	for (; members && members->name; members++) {
		if (!members->required || json_get(object, members->name))
			continue;
		path_push_name(check, members->name);
		return answer_error(check->answer, 400, check->path, "missing_required_parameter",
			"Missing required parameter: '%s'", check->path);
	}
	return true;
}

/* The members that the value of "type" adds: NULL with an error when it names none. */
static const struct variant *variant_find(
	struct check *check, const cJSON *object, const struct variant *variants)
{
	const char *names[16] = { NULL };
	const struct rule type = { .kinds = KIND_STRING, .values = names };
	const struct member required[] = { { "type", &type, true }, { NULL, NULL, false } };
	const char *text;
	size_t i;

	for (i = 0; variants[i].type && i + 1 < sizeof(names) / sizeof(names[0]); i++)
		names[i] = variants[i].type;
	if (!check_required(check, object, required))
		return NULL;
	path_push_name(check, "type");
	if (!check_value(check, json_get(object, "type"), &type))
		return NULL;
	text = json_text(object, "type");
	while (strcmp(variants->type, text) != 0)
		variants++;
	return variants;
}

static bool check_member(struct check *check, const cJSON *object, const cJSON *member,
	const struct rule *rule, const struct variant *variant)
{
	const struct member *known = member_find(rule->members, member->string);

	path_push_name(check, member->string);
	if (!known && variant)
		known = member_find(variant->members, member->string);
	if (json_get(object, member->string) != member)
		return answer_error(check->answer, 400, check->path, "duplicate_parameter",
			"'%s' is there twice", check->path);
	if (known)
		return check_value(check, member, known->rule);
	if (variant && strcmp(member->string, "type") == 0)
		return true;
	if (rule->every) {
		if (utf8_chars(member->string) > rule->max_key_chars)
			return answer_error(check->answer, 400, check->path,
				"string_above_max_length",
				"the key '%s' has more than %zu characters", check->path,
				rule->max_key_chars);
		return check_value(check, member, rule->every);
	}
	if (rule->closed || (variant && variant->closed))
		return answer_error(check->answer, 400, check->path, "unknown_parameter",
			"Unknown parameter: '%s'", check->path);
	return true;
}

static bool check_object(struct check *check, const cJSON *value, const struct rule *rule)
{
	const struct variant *variant = NULL;
	size_t len = check->len, count = (size_t)cJSON_GetArraySize(value);
	const cJSON *member;

	if (!rule->members && !rule->variants && !rule->every && !rule->closed)
		return true;
	if (rule->max_members && count > rule->max_members)
		return answer_error(check->answer, 400, check->path, "object_above_max_properties",
			"'%s' has %zu members, but may have %zu", check->path, count,
			rule->max_members);
	if (rule->variants) {
		variant = variant_find(check, value, rule->variants);
		if (!variant)
			return false;
		path_pop(check, len);
	}
	cJSON_ArrayForEach(member, value)
	{
		if (!check_member(check, value, member, rule, variant))
			return false;
		path_pop(check, len);
	}
	if (rule->one_of[0] &&
		!json_get(value, rule->one_of[0]) == !json_get(value, rule->one_of[1]))
		return answer_error(check->answer, 400, check->path, "invalid_value",
			"'%s' has to have one of '%s' and '%s'", check->path, rule->one_of[0],
			rule->one_of[1]);
	return check_required(check, value, rule->members) &&
	       (!variant || check_required(check, value, variant->members));
}

static bool check_value(struct check *check, const cJSON *value, const struct rule *rule)
{
	unsigned kinds = kinds_of(value);
	char wanted[128];

	if (!(kinds & rule->kinds))
		return answer_error(check->answer, 400, check->len ? check->path : NULL,
			"invalid_type", "'%s' is %s, but has to be %s",
			check->len ? check->path : "body", json_kind(value),
			kinds_text(rule->kinds, wanted, sizeof(wanted)));
	if (kinds & (KIND_NUMBER | KIND_INTEGER))
		return check_number(check, value, rule);
	if (kinds & KIND_STRING)
		return check_string(check, value, rule);
	if (kinds & KIND_ARRAY)
		return check_array(check, value, rule);
	if (kinds & KIND_OBJECT)
		return check_object(check, value, rule);
	return true;
}

bool validate(const cJSON *value, const struct rule *rule, struct answer *answer)
{
	struct check check = { .answer = answer };

	return check_value(&check, value, rule);
}

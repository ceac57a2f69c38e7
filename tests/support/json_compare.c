#include "json_compare.h"

#include "oac_value.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

enum {
	DIGITS = 1200,
	DOUBLE_DIGITS = 17,
	NUMBER_TEXT = 64,
};

uint64_t random_next(struct random *random)
{
	uint64_t x = random->state += 0x9e3779b97f4a7c15u;

	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
	x = (x ^ x >> 27) * 0x94d049bb133111ebu;
	return x ^ x >> 31;
}

size_t random_below(struct random *random, size_t below)
{
	return (size_t)(random_next(random) % below);
}

/* 0.digits times ten to the power, without zeros at either end. */
struct decimal {
	char digits[DIGITS];
	size_t count;
	long power;
	bool negative;
};

static void read_decimal(const char *text, struct decimal *number)
{
	bool fraction = false;

	number->count = 0;
	number->power = 0;
	number->negative = *text == '-';
	for (text += number->negative; *text != '\0' && *text != 'e' && *text != 'E'; text++) {
		if (*text == '.') {
			fraction = true;
		} else if (number->count == 0 && *text == '0') {
			number->power -= fraction;
		} else {
			if (number->count < DIGITS)
				number->digits[number->count++] = *text;
			number->power += !fraction;
		}
	}
	if (*text != '\0')
		number->power += strtol(text + 1, NULL, 10);
	while (number->count > 0 && number->digits[number->count - 1] == '0')
		number->count--;
	if (number->count == 0) {
		number->power = 0;
		number->negative = false;
	}
}

bool json_same_number(const char *a, const char *b)
{
	struct decimal x;
	struct decimal y;

	read_decimal(a, &x);
	read_decimal(b, &y);
	if (x.count == y.count && x.power == y.power && x.negative == y.negative &&
		memcmp(x.digits, y.digits, x.count) == 0)
		return true;
	return x.count <= DOUBLE_DIGITS && y.count <= DOUBLE_DIGITS && x.count > 0 && y.count > 0 &&
		strtod(a, NULL) == strtod(b, NULL);
}

static const char *number_text(const cJSON *item, char *text)
{
	if (cJSON_IsRaw(item))
		return item->valuestring;
	snprintf(text, NUMBER_TEXT, "%.17g", item->valuedouble);
	return text;
}

static bool is_number(const cJSON *item)
{
	return cJSON_IsNumber(item) ||
	       (cJSON_IsRaw(item) && (item->valuestring[0] == '-' ||
					     isdigit((unsigned char)item->valuestring[0])));
}

static const cJSON *nth_named(const cJSON *parent, const char *name, int n)
{
	const cJSON *item;

	cJSON_ArrayForEach(item, parent) {
		if (strcmp(item->string, name) == 0 && n-- == 0)
			return item;
	}
	return NULL;
}

/* Of several members with one name, the first is compared with the first, and so on. */
static int times_before(const cJSON *parent, const cJSON *member)
{
	const cJSON *item;
	int n = 0;

	for (item = parent->child; item != member; item = item->next)
		n += strcmp(item->string, member->string) == 0;
	return n;
}

bool json_same_tree(const cJSON *a, const cJSON *b, char *place, size_t size)
{
	const cJSON *x;
	const cJSON *y;
	int i = 0;

	place[0] = '\0';
	if (is_number(a) && is_number(b)) {
		char a_text[NUMBER_TEXT];
		char b_text[NUMBER_TEXT];

		return json_same_number(number_text(a, a_text), number_text(b, b_text));
	}
	if ((a->type & 0xff) != (b->type & 0xff))
		return false;
	if (cJSON_IsString(a) || cJSON_IsRaw(a))
		return strcmp(a->valuestring, b->valuestring) == 0;
	if (!cJSON_IsArray(a) && !cJSON_IsObject(a))
		return true;
	y = b->child;
	cJSON_ArrayForEach(x, a) {
		char inner[256];

		if (cJSON_IsObject(a))
			y = nth_named(b, x->string, times_before(a, x));
		if (y == NULL || !json_same_tree(x, y, inner, sizeof(inner))) {
			if (y == NULL)
				inner[0] = '\0';
			if (cJSON_IsObject(a))
				snprintf(place, size, "/%s%s", x->string, inner);
			else
				snprintf(place, size, "/%d%s", i, inner);
			return false;
		}
		y = y->next;
		i++;
	}
	return cJSON_GetArraySize(a) == cJSON_GetArraySize(b);
}

bool json_same(const char *a, size_t a_len, const char *b, size_t b_len, char *place, size_t size)
{
	cJSON *x = oac_json_tree(oac_json_of(a, a_len), NULL);
	cJSON *y = oac_json_tree(oac_json_of(b, b_len), NULL);
	bool same = x != NULL && y != NULL;

	place[0] = '\0';
	if (same)
		same = json_same_tree(x, y, place, size);
	cJSON_Delete(x);
	cJSON_Delete(y);
	return same;
}

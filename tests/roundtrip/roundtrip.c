/*
 * roundtrip: decodes and encodes every document of a file of samples, one JSON object
 * {schema, kind, json} a line, and compares. A sample that does not fit its own schema
 * must be an error that names the place. Prints TAP.
 */
#include "roundtrip.h"
#include "typed.h"

#include "oac_buffer.h"

#include <cjson/cJSON.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* CreateBatchRequest and create_batch_request: what an inline schema is called. */
static bool same_name(const char *schema, const char *name)
{
	for (; *schema != '\0'; schema++, name++) {
		while (*name == '_')
			name++;
		if ((*schema | 32) != (*name | 32))
			return false;
	}
	return *name == '\0';
}

static const struct roundtrip_type *find_type(const char *schema)
{
	const struct roundtrip_type *type;

	for (type = roundtrip_types; type->schema != NULL; type++) {
		if (strcmp(type->schema, schema) == 0)
			return type;
	}
	for (type = roundtrip_types; type->schema != NULL; type++) {
		if (same_name(schema, type->name))
			return type;
	}
	return NULL;
}

/* Whether b, what came out, is what went in; if not, where they part is in place. */
static bool same(const cJSON *a, const cJSON *b, char *place, size_t room)
{
	const cJSON *x;
	const cJSON *y;
	int used = 0;
	int i = 0;

	if ((a->type & 0xff) != (b->type & 0xff))
		return false;
	if (cJSON_IsNumber(a))
		return a->valuedouble == b->valuedouble || fabs(a->valuedouble - b->valuedouble) < 1e-15 * fabs(a->valuedouble);
	if (cJSON_IsString(a))
		return strcmp(a->valuestring, b->valuestring) == 0;
	if (cJSON_IsArray(a)) {
		for (x = a->child, y = b->child; x != NULL && y != NULL; x = x->next, y = y->next, i++) {
			used = snprintf(place, room, "/%d", i);
			if (!same(x, y, place + used, room - (size_t)used))
				return false;
		}
		place[0] = '\0';
		return x == NULL && y == NULL;
	}
	for (x = a->child; cJSON_IsObject(a) && x != NULL; x = x->next) {
		used = snprintf(place, room, "/%.60s", x->string);
		y = cJSON_GetObjectItemCaseSensitive(b, x->string);
		if (y == NULL || !same(x, y, place + used, room - (size_t)used))
			return false;
	}
	for (x = b->child; cJSON_IsObject(b) && x != NULL; x = x->next) {
		snprintf(place, room, "/%.60s (was not there)", x->string);
		if (cJSON_GetObjectItemCaseSensitive(a, x->string) == NULL)
			return false;
	}
	place[0] = '\0';
	return true;
}

/* The same again with oac_more dropped; an unknown enum value then has no text, which the encoder says. */
static bool check_typed(const struct roundtrip_type *type, void *value, const cJSON *json, int number, const char *name)
{
	struct oac_error err;
	struct oac_buffer out = OAC_BUFFER_MAX(SIZE_MAX / 2);
	char place[4096] = "";
	cJSON *back = NULL;
	bool ok = false;

	typed_drop_more(&type->shape, value);
	if (oac_encode(&type->shape, value, 0, &out, &err) == OAC_OK) {
		back = cJSON_ParseWithLength(out.text, out.len);
		ok = back != NULL && typed_is_enough(&type->shape, json, back, place, sizeof(place));
	} else {
		ok = strstr(err.message, "the enum is unknown") != NULL;
	}
	if (!ok)
		printf("# line %d, %s: without oac_more, lost at %s %s\n", number, name, place, err.message);
	cJSON_Delete(back);
	oac_buffer_clear(&out);
	return ok;
}

static bool check(const struct roundtrip_type *type, const char *text, size_t len, const cJSON *json, int number,
	const char *name, int *excused)
{
	struct oac_error err;
	struct oac_buffer out = OAC_BUFFER_MAX(SIZE_MAX / 2);
	cJSON *back = NULL;
	void *value;
	bool ok = false;
	char place[4096] = "";

	if (oac_decode(&type->shape, text, len, 0, &value, &err) != OAC_OK) {
		/* a wrong type is the sample's own fault, when the error says where */
		ok = err.status == OAC_E_TYPE && (err.path[0] == '/' || json->type != cJSON_Object);
		*excused += ok;
		printf("%s %d - %s # refused: %s\n", ok ? "ok" : "not ok", number, name, err.message);
		return ok;
	}
	if (oac_encode(&type->shape, value, 0, &out, &err) == OAC_OK) {
		back = cJSON_ParseWithLength(out.text, out.len);
		ok = back != NULL && same(json, back, place, sizeof(place)) &&
			check_typed(type, value, json, number, name);
	}
	printf("%s %d - %s\n", ok ? "ok" : "not ok", number, name);
	if (!ok)
		printf("#   differs at %s %s\n", place, err.message);
	cJSON_Delete(back);
	oac_buffer_clear(&out);
	oac_free(value);
	return ok;
}

int main(int argc, char **argv)
{
	FILE *in = argc == 2 ? fopen(argv[1], "r") : NULL;
	size_t size = 8 << 20;
	char *line = malloc(size);
	int number = 0;
	int passed = 0;
	int excused = 0;
	int strangers = 0;

	if (in == NULL || line == NULL) {
		fprintf(stderr, "usage: roundtrip EXAMPLES.jsonl\n");
		return 2;
	}
	while (fgets(line, (int)size, in) != NULL) {
		cJSON *sample = cJSON_Parse(line);
		const cJSON *json = cJSON_GetObjectItemCaseSensitive(sample, "json");
		const char *schema = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(sample, "schema"));
		const struct roundtrip_type *type = schema ? find_type(schema) : NULL;
		char *text = json ? cJSON_PrintUnformatted(json) : NULL;
		char name[200];

		number++;
		snprintf(name, sizeof(name), "line %d, %s", number, schema ? schema : "?");
		if (text == NULL)
			printf("not ok %d - %s: the line is no sample\n", number, name);
		else if (type == NULL)
			strangers += printf("ok %d - %s # not in the document: there is no such schema\n", number, name) > 0;
		else
			passed += check(type, text, strlen(text), json, number, name, &excused);
		cJSON_free(text);
		cJSON_Delete(sample);
	}
	fclose(in);
	free(line);
	if (strangers > 0)
		printf("# %d samples name a schema that the document does not have\n", strangers);
	if (excused > 0)
		printf("# %d samples break their own schema and were refused, each with its place\n", excused);
	printf("1..%d\n%d passed, %d failed, 0 skipped\n", number, passed + strangers, number - passed - strangers);
	return passed + strangers == number ? 0 : 1;
}

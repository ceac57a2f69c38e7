/*
 * table: reads what `oac model` prints and writes a C file that knows, for each schema of
 * the document, how to decode and encode its type.
 *
 *	oac model SPEC --name api | table > table_of_types.c
 */
#include <cjson/cJSON.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_all(FILE *in)
{
	size_t size = 1 << 20;
	size_t len = 0;
	char *text = malloc(size);

	while (text != NULL && !feof(in) && !ferror(in)) {
		if (size - len < 2) {
			char *more = realloc(text, size *= 2);

			if (more == NULL)
				break;
			text = more;
		}
		len += fread(text + len, 1, size - len - 1, in);
	}
	if (text != NULL)
		text[len] = '\0';
	return text;
}

static const char *string_of(const cJSON *object, const char *name)
{
	return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
}

int main(void)
{
	char *text = read_all(stdin);
	cJSON *model = cJSON_Parse(text);
	const cJSON *api = cJSON_GetObjectItemCaseSensitive(model, "api");
	const cJSON *group;
	const cJSON *type;

	if (api == NULL) {
		fputs("table: this is no model\n", stderr);
		return 1;
	}
	printf("#include \"%s.h\"\n#include \"%s_tables.h\"\n#include \"roundtrip.h\"\n\n", string_of(api, "name"), string_of(api, "name"));
	printf("const struct roundtrip_type roundtrip_types[] = {\n");
	cJSON_ArrayForEach(group, cJSON_GetObjectItemCaseSensitive(model, "groups")) {
		cJSON_ArrayForEach(type, cJSON_GetObjectItemCaseSensitive(group, "types")) {
			const char *place = string_of(type, "place");
			const char *kind = string_of(type, "kind");
			const char *name = string_of(type, "name");

			if (place == NULL || strpbrk(place, "\"\\") != NULL)
				continue;
			if (kind == NULL)
				kind = "OAC_KIND_ENUM";
			printf("\t{ \"%s\", \"%s\", { &%s_type, sizeof(%s %s), %s } },\n", place,
				name + strlen(string_of(api, "prefix")) + 1, name,
				strcmp(kind, "OAC_KIND_ENUM") == 0 ? "enum" : "struct", name, kind);
		}
	}
	printf("\t{ NULL, NULL, { NULL, 0, 0 } },\n};\n");
	cJSON_Delete(model);
	free(text);
	return 0;
}

/*
 * fuzz_decode: any bytes as a run, as a stream event and as a message. What decodes has to
 * encode, and what was encoded has to come back as the very same text, from a copy too.
 *
 *	clang -fsanitize=fuzzer,address,undefined ... fuzz_decode.c libopenai.a
 */
#include "oac_codec.h"
#include "openai.h"
#include "openai_tables.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition)
{
	if (!condition)
		abort();
}

static void check_error(const struct oac_error *err, size_t size)
{
	require(err->status == OAC_E_JSON || err->status == OAC_E_TYPE || err->status == OAC_E_LIMIT);
	require(err->message[0] != '\0' && strchr(err->message, '\n') == NULL);
	require(err->offset <= size);
}

static char *encode(const struct oac_shape *shape, const void *value, size_t *len)
{
	struct oac_error err;
	char *text = oac_encode_new(shape, value, len, &err);

	require(text != NULL && err.status == OAC_OK);
	return text;
}

static void check(const struct oac_shape *shape, const char *text, size_t size)
{
	struct oac_error err;
	void *value;
	void *copy;
	char *first;
	char *second;
	size_t first_len;
	size_t second_len;

	if (oac_decode(shape, text, size, OAC_STRICT, &value, &err) == OAC_OK)
		oac_free(value);
	else
		check_error(&err, size);
	if (oac_decode(shape, text, size, 0, &value, &err) != OAC_OK) {
		require(value == NULL);
		check_error(&err, size);
		return;
	}
	first = encode(shape, value, &first_len);
	copy = oac_copy(shape, value);
	require(copy != NULL);
	oac_free(value);
	second = encode(shape, copy, &second_len);
	oac_free(copy);
	require(first_len == second_len && memcmp(first, second, first_len) == 0);
	oac_text_free(second);

	require(oac_decode(shape, first, first_len, 0, &value, &err) == OAC_OK);
	second = encode(shape, value, &second_len);
	oac_free(value);
	require(first_len == second_len && memcmp(first, second, first_len) == 0);
	oac_text_free(second);
	oac_text_free(first);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct oac_shape shapes[] = {
		{ &openai_run_type, sizeof(struct openai_run), OAC_KIND_OBJECT },
		{ &openai_message_type, sizeof(struct openai_message), OAC_KIND_OBJECT },
		{ &openai_run_step_type, sizeof(struct openai_run_step), OAC_KIND_OBJECT },
		{ &openai_assistant_stream_event_type, sizeof(struct openai_assistant_stream_event), OAC_KIND_UNION },
		{ &openai_create_run_request_type, sizeof(struct openai_create_run_request), OAC_KIND_OBJECT },
	};
	const char *text = (const char *)data;
	struct cJSON *tree;
	size_t i;

	for (i = 0; i < OAC_COUNT(shapes); i++)
		check(&shapes[i], text, size);
	tree = oac_json_tree(oac_json_of(text, size), NULL);
	cJSON_Delete(tree);
	return 0;
}

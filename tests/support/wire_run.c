#include "wire_run.h"

#include "oac_platform.h"
#include "slack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

void wire_begin(struct wire_run *run, const struct oac_client_options *options)
{
	struct oac_client_options own = { 0 };

	memset(run, 0, sizeof(*run));
	slack_begin();
	run->server = http_script_new();
	if (options != NULL)
		own = *options;
	own.api_key = "sk-secret";
	if (own.base_url == NULL)
		own.base_url = http_script_url(run->server);
	run->client = oac_client_new(&fixture_api, &own, &run->err);
	assert_non_null(run->client);
}

void wire_call(struct wire_run *run, const struct oac_operation *operation, const void *request,
	const struct oac_call_options *options)
{
	int64_t start = oac_now_ms();
	void *out;

	oac_free(run->item);
	run->status =
		oac_call(run->client, operation, box_and_item, request, options, &out, &run->err);
	run->took_ms = oac_now_ms() - start;
	run->item = out;
	assert_int_equal(run->err.status, run->status);
	assert_null(strstr(run->err.message, "sk-secret"));
	assert_null(strchr(run->err.message, '\n'));
}

void wire_end(struct wire_run *run)
{
	oac_free(run->item);
	oac_client_free(run->client);
	http_script_free(run->server);
}

void wire_assert_header(struct wire_run *run, size_t n, const char *name, const char *expected)
{
	char value[256];
	const char *got =
		http_script_header(http_script_request(run->server, n), name, value, sizeof(value));

	if (expected == NULL)
		assert_null(got);
	else if (got == NULL)
		fail_msg("no header %s", name);
	else
		assert_string_equal(got, expected);
}

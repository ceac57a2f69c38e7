/* TLS on a loop: who is trusted, who is let in, and what a handshake is for, for HTTP/1.1 and 2. */
#define _POSIX_C_SOURCE 200809L

#include "h2_script.h"
#include "http_script.h"
#include "loop_fixture.h"
#include "tls_front.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define JSON "Content-Type: application/json\r\n"

enum { CALLS = 40 };

static struct certificates certificates;

/* Both speak of the same item, behind the same kind of door. */
struct rig {
	bool h2;
	struct http_script *server_1;
	struct h2_script *server_2;
	struct tls_front *front;
	struct oac_client *client;
	struct oac_loop *loop;
	struct async_seen seen[CALLS];
};

static int port_of(const char *url)
{
	return (int)strtol(strrchr(url, ':') + 1, NULL, 10);
}

static void begin(struct rig *rig, bool h2, bool ask_client)
{
	memset(rig, 0, sizeof(*rig));
	rig->h2 = h2;
	rig->server_1 = http_script_new();
	rig->server_2 = h2_script_new(NULL);
	rig->front = tls_front_new(&certificates, h2 ? "h2" : "http/1.1", ask_client,
		h2 ? h2_script_port(rig->server_2) : port_of(http_script_url(rig->server_1)));
	rig->loop = oac_loop_new(NULL, NULL);
	assert_non_null(rig->loop);
}

/* Each request, after a while. */
static void answer(struct rig *rig)
{
	static const struct h2_action item[] = { { H2_DELAY, NULL, 50 }, { H2_ECHO, NULL, 0 } };
	static const struct http_action item_1[] = { { HTTP_DELAY, NULL, 0, 50 }, { HTTP_ECHO, NULL, 0, 0 } };

	http_script_add(rig->server_1, item_1, 2);
	h2_script_add(rig->server_2, item, 2);
}

static void end(struct rig *rig)
{
	oac_loop_free(rig->loop);
	oac_client_free(rig->client);
	tls_front_free(rig->front);
	http_script_free(rig->server_1);
	h2_script_free(rig->server_2);
}

static void make_client(struct rig *rig, const struct oac_curl_options *curl)
{
	const struct oac_client_options own = { .api_key = "sk-secret", .curl = curl,
		.base_url = tls_front_url(rig->front), .max_retries = OAC_INT(0),
		.connect_timeout_ms = 30000 };

	oac_client_free(rig->client);
	rig->client = oac_client_new(&fixture_api, &own, NULL);
	assert_non_null(rig->client);
}

/* Calls, count at once: all of them have to end so. */
static void call(struct rig *rig, size_t count, enum oac_status status, const char *words)
{
	for (size_t i = 0; i < count; i++)
		async_call(rig->loop, rig->client, &op_get_item, NULL, NULL, &rig->seen[i]);
	assert_int_equal(oac_loop_run(rig->loop, NULL), OAC_OK);
	for (size_t i = 0; i < count; i++) {
		const struct async_seen *seen = &rig->seen[i];
		if (seen->count != 1 || seen->status != status || strstr(seen->err.message, words) == NULL)
			fail_msg("%s: %s", oac_status_name(seen->status), seen->err.message);
		if (status == OAC_OK)
			assert_string_equal(seen->item->id, "i1");
		async_clear(&rig->seen[i]);
	}
}

static size_t requests(const struct rig *rig)
{
	return rig->h2 ? h2_script_count(rig->server_2) : http_script_count(rig->server_1);
}

static void trust(bool h2)
{
	const struct oac_curl_options by_system = { .proxy = "" };
	const struct oac_curl_options by_ca = { .proxy = "", .ca_file = certificates.ca };
	const struct oac_curl_options by_other = { .proxy = "", .ca_file = certificates.other_ca };
	const struct oac_curl_options no_file = { .proxy = "", .ca_file = "/nonexistent/ca.pem" };
	struct rig rig;

	begin(&rig, h2, false);
	answer(&rig);
	make_client(&rig, &by_system);
	call(&rig, 2, OAC_E_CONNECT, "the certificate is not accepted");
	make_client(&rig, &by_other);
	call(&rig, 2, OAC_E_CONNECT, "the certificate is not accepted");
	make_client(&rig, &no_file);
	call(&rig, 2, OAC_E_CONFIG, "");
	assert_int_equal(requests(&rig), 0);
	make_client(&rig, &by_ca);
	call(&rig, 2, OAC_OK, "");
	/* A connection that one client trusts is no way for another that does not. */
	make_client(&rig, &by_other);
	call(&rig, 2, OAC_E_CONNECT, "the certificate is not accepted");
	assert_int_equal(requests(&rig), 2);
	end(&rig);
}

static void test_trust(void **state)
{
	(void)state;
	trust(false);
	trust(true);
}

static void let_in(bool h2)
{
	const struct oac_curl_options without = { .proxy = "", .ca_file = certificates.ca };
	const struct oac_curl_options with = { .proxy = "", .ca_file = certificates.ca,
		.client_cert = certificates.client, .client_key = certificates.client_key };
	const struct oac_curl_options wrong = { .proxy = "", .ca_file = certificates.ca,
		.client_cert = certificates.client, .client_key = certificates.server_key };
	struct rig rig;

	begin(&rig, h2, true);
	answer(&rig);
	make_client(&rig, &without);
	call(&rig, 2, OAC_E_CONNECT, "");
	make_client(&rig, &wrong);
	call(&rig, 2, OAC_E_CONFIG, "");
	assert_int_equal(requests(&rig), 0);
	make_client(&rig, &with);
	call(&rig, 2, OAC_OK, "");
	/* Nor is it lent to one that has no certificate. */
	make_client(&rig, &without);
	call(&rig, 2, OAC_E_CONNECT, "");
	assert_int_equal(requests(&rig), 2);
	end(&rig);
}

static void test_client_certificate(void **state)
{
	(void)state;
	let_in(false);
	let_in(true);
}

/* HTTP/1.1 has a connection for each request that is under way, and keeps them. */
static void test_connections(void **state)
{
	const struct oac_curl_options curl = { .proxy = "", .ca_file = certificates.ca };

	(void)state;
	for (int h2 = 0; h2 < 2; h2++) {
		struct rig rig;
		begin(&rig, h2, false);
		answer(&rig);
		make_client(&rig, &curl);
		for (int i = 0; i < 3; i++)
			call(&rig, CALLS, OAC_OK, "");
		assert_int_equal(requests(&rig), 3 * CALLS);
		assert_int_equal(tls_front_connections(rig.front), h2 ? 1 : CALLS);
		end(&rig);
	}
}

/*
 * A connection after the first goes on with its session, and needs no certificates; also when
 * the client was idle in between, and has no handles any more. (Of a connection of HTTP/2
 * some libcurls make the session useless when they close it.)
 */
static void test_sessions(void **state)
{
	static const struct http_action last[] = { { HTTP_ECHO, NULL, 0, 0 }, { HTTP_CLOSE, NULL, 0, 0 } };
	const struct oac_curl_options curl = { .proxy = "", .ca_file = certificates.ca };
	struct rig rig;

	(void)state;
	begin(&rig, false, false);
	http_script_add(rig.server_1, last, 2);
	make_client(&rig, &curl);
	for (int i = 0; i < 5; i++) {
		call(&rig, 1, OAC_OK, "");
		oac_sleep_ms(20, NULL);
	}
	assert_int_equal(tls_front_connections(rig.front), 5);
	assert_int_equal(tls_front_resumed(rig.front), 4);
	/* Another client has to look for itself. */
	const struct oac_curl_options by_other = { .proxy = "", .ca_file = certificates.other_ca };
	make_client(&rig, &by_other);
	call(&rig, 1, OAC_E_CONNECT, "the certificate is not accepted");
	assert_int_equal(tls_front_resumed(rig.front), 4);
	end(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_trust),
		cmocka_unit_test(test_client_certificate),
		cmocka_unit_test(test_connections),
		cmocka_unit_test(test_sessions),
	};

	int failures = 0;

	if (certificates_make(&certificates))
		failures = cmocka_run_group_tests_name("TLS on a loop", tests, NULL, NULL);
	else
		puts("ok 1 - TLS on a loop # SKIP there is no openssl command");
	certificates_remove(&certificates);
	return failures;
}

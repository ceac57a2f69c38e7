/* Ways to a server: TLS with certificates, proxies, a unix socket, IPv6; and packed answers. */
#define _POSIX_C_SOURCE 200809L

#include "certificates.h"
#include "tunnel.h"
#include "wire_run.h"

#include "oac_platform.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static int port_of(const char *url)
{
	return (int)strtol(strrchr(url, ':') + 1, NULL, 10);
}

/* ---- TLS: openssl's own server, with certificates that it made ---- */

/* What -HTTP serves: the file of the path, as it is. */
#define TLS_ANSWER "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" WIRE_ITEM

struct tls {
	struct certificates certificates;
	pid_t server; /* 0: there is no openssl here */
	char url[64];
	char other_name[64]; /* the same server by a name that its certificate does not have */
};

/* The port that a server of openssl says it has; 0: it did not start. */
static int read_port(FILE *out)
{
	char line[256];

	while (fgets(line, sizeof(line), out) != NULL) {
		const char *colon = strrchr(line, ':');
		if (strncmp(line, "ACCEPT", 6) == 0 && colon != NULL)
			return (int)strtol(colon + 1, NULL, 10);
	}
	return 0;
}

static void tls_begin(struct tls *tls, bool ask_client)
{
	struct folder *folder = &tls->certificates.folder;
	int fds[2];

	memset(tls, 0, sizeof(*tls));
	if (!certificates_make(&tls->certificates))
		return;
	mkdir(folder_join(folder, "boxes"), 0700);
	mkdir(folder_join(folder, "boxes/b1"), 0700);
	mkdir(folder_join(folder, "boxes/b1/items"), 0700);
	folder_write(folder, "boxes/b1/items/i1", TLS_ANSWER);
	assert_int_equal(pipe(fds), 0);
	fflush(stdout);
	tls->server = fork();
	if (tls->server == 0) {
		if (chdir(folder->path) != 0 || dup2(fds[1], STDOUT_FILENO) < 0)
			_exit(1);
		close(fds[0]);
		if (freopen("/dev/null", "w", stderr) == NULL)
			_exit(1);
		/* What stands behind the NULL is for those that must show a certificate. */
		execlp("openssl", "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", "server.pem",
			"-key", "server.key", "-CAfile", "ca.pem", "-HTTP", "-verify_return_error", "-alpn",
			"http/1.1", ask_client ? "-Verify" : (char *)NULL, "1", (char *)NULL);
		_exit(1);
	}
	assert_true(tls->server > 0);
	close(fds[1]);
	FILE *out = fdopen(fds[0], "r");
	assert_non_null(out);
	int port = read_port(out);
	assert_true(port > 0);
	fclose(out);
	snprintf(tls->url, sizeof(tls->url), "https://127.0.0.1:%d", port);
	snprintf(tls->other_name, sizeof(tls->other_name), "https://localhost:%d", port);
}

static void tls_end(struct tls *tls)
{
	if (tls->server > 0) {
		kill(tls->server, SIGKILL);
		waitpid(tls->server, NULL, 0);
	}
	certificates_remove(&tls->certificates);
}

static void tls_call(const char *url, const struct oac_curl_options *curl, enum oac_status status,
	const char *words)
{
	const struct oac_client_options options = { .base_url = url, .curl = curl };
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };
	struct wire_run run;

	wire_begin(&run, &options);
	wire_call(&run, &op_get_item, NULL, &once);
	if (run.status != status || strstr(run.err.message, words) == NULL)
		fail_msg("%s: %s", oac_status_name(run.status), run.err.message);
	if (status == OAC_OK)
		assert_string_equal(run.item->id, "i1");
	wire_end(&run);
}

static void test_tls(void **state)
{
	static const struct oac_curl_options plain = { .proxy = "" };
	struct tls tls;

	(void)state;
	tls_begin(&tls, false);
	if (tls.server == 0) {
		tls_end(&tls);
		print_message("there is no openssl command\n");
		skip();
	}
	const struct oac_curl_options trusting = { .proxy = "", .ca_file = tls.certificates.ca };
	tls_call(tls.url, &plain, OAC_E_CONNECT, "the certificate is not accepted");
	tls_call(tls.url, &trusting, OAC_OK, "");
	tls_call(tls.other_name, &trusting, OAC_E_CONNECT, "the certificate is not accepted");
	/* No way back to the clear text. */
	char http[64];
	snprintf(http, sizeof(http), "http://127.0.0.1:%d", port_of(tls.url));
	tls_call(http, &trusting, OAC_E_CONNECT, "");
	tls_end(&tls);
}

static void test_client_certificate(void **state)
{
	struct tls tls;

	(void)state;
	tls_begin(&tls, true);
	if (tls.server == 0) {
		tls_end(&tls);
		print_message("there is no openssl command\n");
		skip();
	}
	const struct oac_curl_options without = { .proxy = "", .ca_file = tls.certificates.ca };
	const struct oac_curl_options with = { .proxy = "", .ca_file = tls.certificates.ca,
		.client_cert = tls.certificates.client, .client_key = tls.certificates.client_key };
	const struct oac_curl_options wrong = { .proxy = "", .ca_file = tls.certificates.ca,
		.client_cert = tls.certificates.client, .client_key = tls.certificates.ca };
	tls_call(tls.url, &without, OAC_E_CONNECT, "");
	tls_call(tls.url, &with, OAC_OK, "");
	tls_call(tls.url, &wrong, OAC_E_CONFIG, "");
	tls_end(&tls);
}

static void test_tls_through_a_proxy(void **state)
{
	struct tls tls;

	(void)state;
	tls_begin(&tls, false);
	if (tls.server == 0) {
		tls_end(&tls);
		print_message("there is no openssl command\n");
		skip();
	}
	struct tunnel *tunnel = tunnel_new(TUNNEL_CONNECT, NULL, port_of(tls.url));
	assert_non_null(tunnel);
	const struct oac_curl_options curl = { .proxy = tunnel_url(tunnel), .ca_file = tls.certificates.ca };
	tls_call(tls.url, &curl, OAC_OK, "");
	assert_int_equal(strncmp(tunnel_head(tunnel), "CONNECT 127.0.0.1:", 18), 0);
	/* The proxy is not told what is for the server. */
	assert_null(strstr(tunnel_head(tunnel), "Authorization"));
	assert_null(strstr(tunnel_head(tunnel), "sk-secret"));
	tunnel_free(tunnel);
	tls_end(&tls);
}

/* ---- other ways ---- */

static void test_plain_proxy(void **state)
{
	struct http_script *proxy = http_script_new();
	const struct oac_curl_options curl = { .proxy = http_script_url(proxy) };
	const struct oac_client_options options = { .base_url = "http://elsewhere.invalid/v1",
		.curl = &curl };
	struct wire_run run;

	(void)state;
	http_script_answer(proxy, "200 OK", "", WIRE_ITEM);
	wire_begin(&run, &options);
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_memory_equal(http_script_request(proxy, 0)->head,
		"GET http://elsewhere.invalid/v1/boxes/b1/items/i1 HTTP/1.1\r\nHost: elsewhere.invalid\r\n",
		82);
	wire_end(&run);
	http_script_free(proxy);
}

static void test_unix_socket(void **state)
{
	struct folder folder;
	struct wire_run run;
	char path[1100];

	(void)state;
	folder_make(&folder);
	snprintf(path, sizeof(path), "%s", folder_join(&folder, "socket"));
	const struct oac_curl_options curl = { .unix_socket = path };
	const struct oac_client_options options = { .base_url = "http://nowhere.invalid",
		.curl = &curl };
	wire_begin(&run, &options);
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	struct tunnel *tunnel = tunnel_new(TUNNEL_UNIX, path, port_of(http_script_url(run.server)));
	assert_non_null(tunnel);
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_int_equal(tunnel_connections(tunnel), 1);
	wire_assert_header(&run, 0, "Host", "nowhere.invalid");
	wire_end(&run);
	tunnel_free(tunnel);
	folder_remove(folder.path);
}

static void test_ipv6(void **state)
{
	struct http_script *server = http_script_new();
	struct tunnel *tunnel = tunnel_new(TUNNEL_IPV6, NULL, port_of(http_script_url(server)));
	struct wire_run run;

	(void)state;
	if (tunnel == NULL) {
		http_script_free(server);
		print_message("there is no IPv6 on the loopback\n");
		skip();
	}
	const struct oac_client_options options = { .base_url = tunnel_url(tunnel) };
	http_script_answer(server, "200 OK", "", WIRE_ITEM);
	wire_begin(&run, &options);
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_int_equal(tunnel_connections(tunnel), 1);
	char host[64];
	snprintf(host, sizeof(host), "%s", tunnel_url(tunnel) + strlen("http://"));
	char value[64];
	assert_string_equal(http_script_header(http_script_request(server, 0), "Host", value,
		sizeof(value)), host);
	wire_end(&run);
	tunnel_free(tunnel);
	http_script_free(server);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tls),
		cmocka_unit_test(test_client_certificate),
		cmocka_unit_test(test_tls_through_a_proxy),
		cmocka_unit_test(test_plain_proxy),
		cmocka_unit_test(test_unix_socket),
		cmocka_unit_test(test_ipv6),
	};

	return cmocka_run_group_tests_name("reach", tests, NULL, NULL);
}

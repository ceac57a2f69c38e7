#!/bin/sh
# What a library made from a document sends where: credentials and servers, through its own functions.
. tests/support/tap.sh

make_library() { # NAME
	build/oac generate "tests/golden/$1/doc.yaml" --name "$1" --out "$tap_work/$1" 2>/dev/null || return 1
}
# The rest of a program whose transport prints each request on a line and answers 204.
cat >"$tap_work/echo.h" <<'C'
#include "oac_transport.h"
#include <stdio.h>
#include <string.h>

static const struct oac_sink *to;

static enum oac_status start(void *user, const struct oac_request *request, const struct oac_sink *sink, void **exchange)
{
	(void)user;
	*exchange = NULL;
	to = sink;
	printf("%s %s", request->method, request->url);
	for (size_t i = 0; i < request->headers.count; i++)
		if (strcmp(request->headers.items[i].name, "Accept") != 0 && strcmp(request->headers.items[i].name, "User-Agent") != 0)
			printf(" | %s: %s", request->headers.items[i].name, request->headers.items[i].value);
	printf("\n");
	*exchange = &to;
	return OAC_OK;
}

static bool step(void *user, void *exchange, int64_t wait_ms, const struct oac_cancel *cancel, struct oac_result *result)
{
	(void)user, (void)exchange, (void)wait_ms, (void)cancel;
	to->head(to->user, 204, "", 0);
	result->outcome = OAC_OUTCOME_ANSWERED;
	return true;
}

static void end(void *user, void *exchange)
{
	(void)user, (void)exchange;
}

static const struct oac_transport echo = { NULL, start, step, end, NULL };

static void say(enum oac_status status, const struct oac_error *err)
{
	if (status != OAC_OK)
		printf("%s: %s\n", oac_status_name(status), err->message);
}
C
cat >"$tap_work/security.c" <<'C'
#include "echo.h"
#include "security.h"

int main(void)
{
	const struct oac_credential some[] = { { "inHeader", "h" }, { "inQuery", "q" }, { "inCookie", "c" }, { "openId", "i" } };
	struct oac_client_options options = { .transport = &echo };
	struct oac_error err;

	for (int i = 0; i < 3; i++) {
		struct oac_client *client = security_client_new(&options, &err);
		if (client == NULL)
			return 1;
		say(security_usual(client, NULL, &err), &err);
		say(security_none(client, NULL, &err), &err);
		say(security_optional(client, NULL, &err), &err);
		say(security_basic(client, NULL, &err), &err);
		say(security_keys(client, NULL, &err), &err);
		say(security_either(client, NULL, &err), &err);
		say(security_tls(client, NULL, &err), &err);
		oac_client_free(client);
		options.api_key = "k";
		options.username = i == 0 ? "u" : NULL;
		options.password = i == 0 ? "p" : NULL;
		options.credentials = (struct oac_credential_list)OAC_LIST(some);
		if (i == 0)
			options.credentials = (struct oac_credential_list){ 1, some + 3 };
	}
	return 0;
}
C
cat >"$tap_work/security.expected" <<'T'
OAC_E_CONFIG: GET /usual: no credential for the security scheme 'token': set options.api_key
GET https://security.test/v1/none
GET https://security.test/v1/optional
OAC_E_CONFIG: GET /basic: no credential for the security scheme 'login': set options.username and options.password
OAC_E_CONFIG: GET /keys: no credential for the security scheme 'inHeader': set options.credentials
OAC_E_CONFIG: GET /either: no credential for the security scheme 'inQuery': set options.credentials
GET https://security.test/v1/tls
GET https://security.test/v1/usual | Authorization: Bearer k
GET https://security.test/v1/none
GET https://security.test/v1/optional | Authorization: Bearer k
GET https://security.test/v1/basic | Authorization: Basic dTpw
OAC_E_CONFIG: GET /keys: no credential for the security scheme 'inHeader': set options.credentials
GET https://security.test/v1/either | Authorization: Bearer i
GET https://security.test/v1/tls
GET https://security.test/v1/usual | Authorization: Bearer k
GET https://security.test/v1/none
GET https://security.test/v1/optional | Authorization: Bearer k
OAC_E_CONFIG: GET /basic: no credential for the security scheme 'login': set options.username and options.password
GET https://security.test/v1/keys?api%20key=q | X-API-Key: h | Cookie: session=c
GET https://security.test/v1/either?api%20key=q
GET https://security.test/v1/tls
T
cat >"$tap_work/servers.c" <<'C'
#include "echo.h"
#include "servers.h"

int main(void)
{
	struct oac_client_options options = { .transport = &echo };
	struct oac_error err;

	for (int i = 0; i < 2; i++) {
		struct oac_client *client = servers_client_new(&options, &err);
		if (client == NULL)
			return 1;
		say(servers_usual(client, NULL, &err), &err);
		say(servers_upload(client, NULL, &err), &err);
		say(servers_upload_elsewhere(client, NULL, &err), &err);
		say(servers_near(client, NULL, &err), &err);
		say(servers_unknown(client, NULL, &err), &err);
		oac_client_free(client);
		options.base_url = SERVERS_SERVER_SANDBOX_2;
	}
	return 0;
}
C
cat >"$tap_work/servers.expected" <<'T'
GET https://eu.servers.test:443/v1/usual
POST https://upload.test/upload
PUT http://other.test:8080/x/upload?y=1
GET https://eu.servers.test:443/v2/near
OAC_E_CONFIG: GET /unknown: no base URL: its server 'https://{tenant}.test' is no whole URL, set options.base_url
GET https://sandbox.test/usual
POST https://sandbox.test/upload
PUT https://sandbox.test/upload
GET https://sandbox.test/near
GET https://sandbox.test/unknown
T
for name in security servers; do
	ok "$name: is made" make_library $name
	ok "$name: builds" sh -c "gcc -std=c11 $TAP_WARNINGS -Iruntime -I$tap_work -I$tap_work/$name -o $tap_work/$name/program \
		$tap_work/$name.c $tap_work/$name/*.c build/libopenai.a -lcurl -lcjson -lpthread -lm"
	ok "$name: runs" sh -c "$tap_work/$name/program >$tap_work/$name.sent"
	ok "$name: sends what the document says" diff "$tap_work/$name.expected" "$tap_work/$name.sent"
done
done_testing

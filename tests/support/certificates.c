#define _POSIX_C_SOURCE 200809L

#include "certificates.h"

static const char make[] =
	"exec >/dev/null 2>&1; set -e; key='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'\n"
	"for who in ca other_ca; do\n"
	"  openssl req -x509 $key -days 2 -subj /CN=$who -keyout $who.key -out $who.pem\n"
	"done\n"
	"for who in server client; do\n"
	"  openssl req $key -subj /CN=$who -keyout $who.key -out $who.csr\n"
	"  echo subjectAltName=IP:127.0.0.1 > $who.ext\n"
	"  openssl x509 -req -days 2 -in $who.csr -CA ca.pem -CAkey ca.key -CAcreateserial"
	"    -extfile $who.ext -out $who.pem\n"
	"done\n";

static void name(struct certificates *c, char *path, size_t size, const char *file)
{
	snprintf(path, size, "%s/%.30s", c->folder.path, file);
}

bool certificates_make(struct certificates *c)
{
	char command[256];

	folder_make(&c->folder);
	folder_write(&c->folder, "make.sh", make);
	name(c, c->ca, sizeof(c->ca), "ca.pem");
	name(c, c->other_ca, sizeof(c->other_ca), "other_ca.pem");
	name(c, c->server, sizeof(c->server), "server.pem");
	name(c, c->server_key, sizeof(c->server_key), "server.key");
	name(c, c->client, sizeof(c->client), "client.pem");
	name(c, c->client_key, sizeof(c->client_key), "client.key");
	snprintf(command, sizeof(command), "cd %s && command -v openssl >/dev/null 2>&1 && sh make.sh",
		c->folder.path);
	return system(command) == 0;
}

void certificates_remove(struct certificates *c)
{
	folder_remove(c->folder.path);
}

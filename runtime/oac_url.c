#define _POSIX_C_SOURCE 200809L

#include "oac_url.h"

#include "oac_buffer.h"

#include <string.h>
#include <strings.h>

enum {
	PORT_MAX = 65535,
};

/* A piece of a text. at NULL: the URL has no such part. */
struct span {
	const char *at;
	size_t len;
};

struct url {
	struct span scheme;
	struct span authority;
	struct span path; /* never NULL */
	struct span query;
};

static bool is_unreserved(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		c == '-' || c == '.' || c == '_' || c == '~';
}

static void add_encoded(struct oac_buffer *out, const char *text, size_t len, const char *also)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t start = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];
		if (is_unreserved(c) || (c != '\0' && strchr(also, c) != NULL))
			continue;
		const char escape[3] = { '%', digits[c >> 4], digits[c & 15] };
		oac_buffer_add(out, text + start, i - start);
		oac_buffer_add(out, escape, sizeof(escape));
		start = i + 1;
	}
	oac_buffer_add(out, text + start, len - start);
}

void oac_url_add_segment(struct oac_buffer *out, const char *text, size_t len)
{
	add_encoded(out, text, len, "!$&'()*+,;=:@");
}

void oac_url_add_query_text(struct oac_buffer *out, const char *text, size_t len)
{
	add_encoded(out, text, len, "");
}

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

void oac_url_add_reserved(struct oac_buffer *out, const char *text, size_t len)
{
	static const char reserved[] = ":/?[]@!$&'()*+,;=";
	size_t start = 0;

	for (size_t i = 0; i + 2 < len; i++) {
		if (text[i] != '%' || !is_hex(text[i + 1]) || !is_hex(text[i + 2]))
			continue;
		add_encoded(out, text + start, i - start, reserved);
		oac_buffer_add(out, text + i, 3);
		start = i + 3;
		i += 2;
	}
	add_encoded(out, text + start, len - start, reserved);
}

bool oac_url_is_dot_segment(const char *segment, size_t len)
{
	int dots = 0;

	for (size_t i = 0; i < len; dots++) {
		if (segment[i] == '.')
			i++;
		else if (len - i >= 3 && strncasecmp(segment + i, "%2e", 3) == 0)
			i += 3;
		else
			return false;
	}
	return dots == 1 || dots == 2;
}

/* Takes a URL or a relative reference apart; its fragment is left out. */
static struct url url_split(const char *text, size_t len)
{
	struct url url = { { NULL, 0 }, { NULL, 0 }, { text, 0 }, { NULL, 0 } };
	const char *end = memchr(text, '#', len);

	if (end == NULL)
		end = text + len;
	size_t scheme = 0;
	while (text + scheme < end && strchr(":/?", text[scheme]) == NULL)
		scheme++;
	if (scheme > 0 && text + scheme < end && text[scheme] == ':') {
		url.scheme = (struct span){ text, scheme };
		text += scheme + 1;
	}
	if (end - text >= 2 && text[0] == '/' && text[1] == '/') {
		text += 2;
		url.authority.at = text;
		while (text < end && *text != '/' && *text != '?')
			text++;
		url.authority.len = (size_t)(text - url.authority.at);
	}
	url.path.at = text;
	while (text < end && *text != '?')
		text++;
	url.path.len = (size_t)(text - url.path.at);
	if (text < end)
		url.query = (struct span){ text + 1, (size_t)(end - text - 1) };
	return url;
}

static bool span_equals(struct span span, const char *text)
{
	return span.at != NULL && span.len == strlen(text) &&
		strncasecmp(span.at, text, span.len) == 0;
}

static bool has_host(const struct url *url)
{
	return url->authority.at != NULL && url->authority.len > 0 && url->authority.at[0] != ':';
}

static bool is_http(const struct url *url)
{
	return (span_equals(url->scheme, "http") || span_equals(url->scheme, "https")) &&
		has_host(url);
}

bool oac_url_is_base(const char *text)
{
	for (const char *p = text; *p != '\0'; p++)
		if ((unsigned char)*p <= 0x20 || *p == 0x7F || *p == '#')
			return false;
	struct url url = url_split(text, strlen(text));
	return is_http(&url);
}

bool oac_url_is_https(const char *url)
{
	struct url parts = url_split(url, strlen(url));

	return span_equals(parts.scheme, "https");
}

/* The host and port of an authority, which may have a user and password before them. */
static void split_authority(const struct url *url, struct span *host, unsigned *port)
{
	struct span rest = url->authority;
	const char *colon = NULL;

	for (size_t i = rest.len; i > 0; i--) {
		if (rest.at[i - 1] == '@') {
			rest = (struct span){ rest.at + i, rest.len - i };
			break;
		}
	}
	for (size_t i = rest.len; i > 0 && rest.at[i - 1] != ']'; i--)
		if (rest.at[i - 1] == ':')
			colon = rest.at + i - 1;
	*port = span_equals(url->scheme, "https") ? 443 : 80;
	if (colon != NULL) {
		const char *end = rest.at + rest.len;
		if (colon + 1 < end)
			*port = 0;
		for (const char *p = colon + 1; p < end && *port <= PORT_MAX; p++)
			*port = *p >= '0' && *p <= '9' ? *port * 10 + (unsigned)(*p - '0') :
							 PORT_MAX + 1;
		rest.len = (size_t)(colon - rest.at);
	}
	*host = rest;
}

bool oac_url_same_origin(const char *a, const char *b)
{
	struct url urls[2] = { url_split(a, strlen(a)), url_split(b, strlen(b)) };
	struct span hosts[2];
	unsigned ports[2];

	for (int i = 0; i < 2; i++) {
		if (!is_http(&urls[i]))
			return false;
		split_authority(&urls[i], &hosts[i], &ports[i]);
	}
	return ports[0] == ports[1] && ports[0] <= PORT_MAX &&
		urls[0].scheme.len == urls[1].scheme.len && hosts[0].len == hosts[1].len &&
		strncasecmp(hosts[0].at, hosts[1].at, hosts[0].len) == 0;
}

/* Appends path without its dot segments: RFC 3986, 5.2.4, a segment at a time. */
static void add_normal_path(struct oac_buffer *out, const char *path, size_t len)
{
	size_t base = out->len;
	size_t at = 0;

	while (at < len) {
		size_t start = path[at] == '/' ? at + 1 : at;
		size_t end = start;
		while (end < len && path[end] != '/')
			end++;
		size_t n = end - start;
		if (n == 1 && path[start] == '.') {
			if (end == len)
				oac_buffer_add_char(out, '/');
		} else if (n == 2 && path[start] == '.' && path[start + 1] == '.') {
			while (out->len > base && out->text[--out->len] != '/')
				;
			if (end == len)
				oac_buffer_add_char(out, '/');
		} else {
			oac_buffer_add_char(out, '/');
			oac_buffer_add(out, path + start, n);
		}
		at = end;
	}
	if (out->len == base)
		oac_buffer_add_char(out, '/');
}

static void add_merged_path(struct oac_buffer *out, struct span base, struct span path)
{
	struct oac_buffer merged = OAC_BUFFER_MAX(out->max);
	size_t keep = base.len;

	while (keep > 0 && base.at[keep - 1] != '/')
		keep--;
	oac_buffer_add(&merged, base.at, keep);
	if (keep == 0)
		oac_buffer_add_char(&merged, '/');
	oac_buffer_add(&merged, path.at, path.len);
	if (merged.failed)
		out->failed = merged.failed;
	else
		add_normal_path(out, merged.text, merged.len);
	oac_buffer_clear(&merged);
}

bool oac_url_resolve(struct oac_buffer *out, const char *base, const char *reference, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)reference[i] <= 0x20 || reference[i] == 0x7F)
			return false;

	struct url from = url_split(base, strlen(base));
	struct url to = url_split(reference, len);
	struct span scheme = to.scheme.at != NULL ? to.scheme : from.scheme;
	bool own_authority = to.authority.at != NULL;
	struct url target = { scheme, own_authority ? to.authority : from.authority, to.path,
		to.query };

	if ((to.scheme.at != NULL && !own_authority) || !is_http(&target))
		return false;
	oac_buffer_add(out, scheme.at, scheme.len);
	oac_buffer_add_text(out, "://");
	oac_buffer_add(out, target.authority.at, target.authority.len);
	if (own_authority || (to.path.len > 0 && to.path.at[0] == '/')) {
		add_normal_path(out, to.path.at, to.path.len);
	} else if (to.path.len > 0) {
		add_merged_path(out, from.path, to.path);
	} else {
		add_normal_path(out, from.path.at, from.path.len);
		if (to.query.at == NULL)
			target.query = from.query;
	}
	if (target.query.at != NULL) {
		oac_buffer_add_char(out, '?');
		oac_buffer_add(out, target.query.at, target.query.len);
	}
	return true;
}

/* ---- pairs of a query ---- */

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte at *at, decoded; *at goes behind it. */
static int next_byte(const char **at, const char *end)
{
	const char *p = (*at)++;

	if (*p == '%' && end - p >= 3 && hex_digit(p[1]) >= 0 && hex_digit(p[2]) >= 0) {
		*at += 2;
		return hex_digit(p[1]) * 16 + hex_digit(p[2]);
	}
	return *p == '+' ? ' ' : (unsigned char)*p;
}

static bool same_decoded(struct span a, struct span b)
{
	const char *a_end = a.at + a.len;
	const char *b_end = b.at + b.len;

	while (a.at < a_end && b.at < b_end)
		if (next_byte(&a.at, a_end) != next_byte(&b.at, b_end))
			return false;
	return a.at == a_end && b.at == b_end;
}

/* The pair at the beginning of text. */
static struct span first_pair(const char *text)
{
	return (struct span){ text, strcspn(text, "&") };
}

static bool has_pair(const char *pairs, struct span pair)
{
	while (*pairs != '\0') {
		struct span own = first_pair(pairs);
		if (same_decoded(own, pair))
			return true;
		pairs += own.len + (pairs[own.len] == '&');
	}
	return false;
}

void oac_url_drop_pairs(struct oac_buffer *url, const char *pairs)
{
	char *query = url->failed || url->text == NULL ? NULL : strchr(url->text, '?');

	if (query == NULL)
		return;
	char *out = query; /* where the next pair goes, behind its '?' or '&' */
	for (const char *p = query + 1;;) {
		struct span pair = first_pair(p);
		bool last = p[pair.len] == '\0';
		if (!has_pair(pairs, pair)) {
			*out = out == query ? '?' : '&';
			memmove(out + 1, pair.at, pair.len);
			out += pair.len + 1;
		}
		if (last)
			break;
		p += pair.len + 1;
	}
	*out = '\0';
	url->len = (size_t)(out - url->text);
}

#define _POSIX_C_SOURCE 200809L

#include "oac_link.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

static const char *skip_space(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	return p;
}

/* A parameter's value, with its quotes taken off. Returns what is behind it. */
static const char *read_value(const char *p, const char *end, const char **value, size_t *len)
{
	if (p < end && *p == '"') {
		*value = ++p;
		while (p < end && *p != '"')
			p += *p == '\\' && p + 1 < end ? 2 : 1;
		*len = (size_t)(p - *value);
		return p < end ? p + 1 : end;
	}
	*value = p;
	while (p < end && strchr(";, \t", *p) == NULL)
		p++;
	*len = (size_t)(p - *value);
	return p;
}

/* Whether a list of relations, with spaces between them, has this one. */
static bool has_relation(const char *list, size_t len, const char *relation)
{
	size_t wanted = strlen(relation);

	for (size_t i = 0; i < len;) {
		size_t n = 0;
		while (i + n < len && list[i + n] != ' ')
			n++;
		if (n == wanted && strncasecmp(list + i, relation, n) == 0)
			return true;
		i += n + 1;
	}
	return false;
}

/* The parameters of a link. Returns what is behind them. */
static const char *read_parameters(
	const char *p, const char *end, const char *relation, bool *found)
{
	bool first = true; /* only the first rel counts */

	for (p = skip_space(p, end); p < end && *p == ';'; p = skip_space(p, end)) {
		const char *name = p = skip_space(p + 1, end);
		const char *value;
		size_t len;
		while (p < end && strchr("=;, \t", *p) == NULL)
			p++;
		bool is_rel = p - name == 3 && strncasecmp(name, "rel", 3) == 0;
		p = skip_space(p, end);
		if (p == end || *p != '=')
			continue;
		p = read_value(skip_space(p + 1, end), end, &value, &len);
		if (is_rel && first)
			*found = has_relation(value, len, relation);
		first &= !is_rel;
	}
	return p;
}

static const char *find_in(const char *p, const char *end, const char *relation, size_t *len)
{
	while ((p = memchr(p, '<', (size_t)(end - p))) != NULL) {
		const char *target = p + 1;
		const char *close = memchr(target, '>', (size_t)(end - target));
		bool found = false;
		if (close == NULL)
			return NULL;
		p = read_parameters(close + 1, end, relation, &found);
		if (found) {
			*len = (size_t)(close - target);
			return target;
		}
	}
	return NULL;
}

const char *oac_link_find(const char *lines, const char *relation, size_t *len)
{
	while (lines != NULL && *lines != '\0') {
		const char *end = lines + strcspn(lines, "\n");
		const char *target = NULL;
		if (strncasecmp(lines, "link:", 5) == 0)
			target = find_in(lines + 5, end, relation, len);
		if (target != NULL)
			return target;
		lines = *end == '\n' ? end + 1 : NULL;
	}
	return NULL;
}

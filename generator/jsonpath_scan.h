/* jsonpath_scan.h: the words of a JSONPath expression. */
#ifndef OAC_JSONPATH_SCAN_H
#define OAC_JSONPATH_SCAN_H

#include "jsonpath.h"

#include <stdint.h>

struct jsonpath_scanner {
	struct arena *arena;
	const char *text;
	const char *at;
	const char *end;
	unsigned depth;
	struct jsonpath_failure *failure;
};

/* Reports a place in the text, unless something was reported before. Always false. */
bool jsonpath_fail(struct jsonpath_scanner *in, const char *at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* "expected ..., got ..." at the present place. */
bool jsonpath_expected(struct jsonpath_scanner *in, const char *what);

void jsonpath_skip_space(struct jsonpath_scanner *in);
/* The next byte, or NUL at the end. A NUL in the text is no more welcome than the end. */
char jsonpath_peek(const struct jsonpath_scanner *in);
/* Takes word when it comes next. */
bool jsonpath_take(struct jsonpath_scanner *in, const char *word);
/* .name: letters, digits, '_' and what is no ASCII. NULL: there is none. */
const char *jsonpath_scan_name(struct jsonpath_scanner *in, size_t *len);
/* What the quote at the present place begins. NULL: reported. */
const char *jsonpath_scan_string(struct jsonpath_scanner *in, size_t *len);
/* An index or a bound of a slice. False: reported. */
bool jsonpath_scan_int(struct jsonpath_scanner *in, int64_t *value);
/* A number to compare with. NULL: reported. */
struct tree_node *jsonpath_scan_number(struct jsonpath_scanner *in);

#endif

#define _POSIX_C_SOURCE 200809L

#include "oac_check.h"

#include <locale.h>
#include <regex.h>

static enum oac_match match(const char *pattern, const char *text)
{
	regex_t regex;
	int code = regcomp(&regex, pattern, REG_EXTENDED | REG_NOSUB);

	if (code == 0) {
		code = regexec(&regex, text, 0, NULL, 0);
		regfree(&regex);
	}
	if (code == REG_ESPACE)
		return OAC_MATCH_NOMEM;
	return code == 0 ? OAC_MATCH_YES : OAC_MATCH_NO;
}

/* The generator wrote the pattern for the C locale; the program may be in any. */
enum oac_match oac_match(const char *pattern, const char *text)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	enum oac_match result;
	locale_t old;

	if (c == (locale_t)0)
		return OAC_MATCH_NOMEM;
	old = uselocale(c);
	result = match(pattern, text);
	uselocale(old);
	freelocale(c);
	return result;
}

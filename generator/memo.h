/*
 * memo.h: which outputs this very tool has made, for this user. A line for each, the SHA-256 of
 * the tool's build id and of a manifest, in the user's cache folder (XDG_CACHE_HOME, or
 * ~/.cache), as oac/made. A manifest alone proves nothing: it is checked in, merged and edited,
 * and names the tool by a version that a development build does not change.
 */
#ifndef OAC_MEMO_H
#define OAC_MEMO_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a run of this tool ended with that manifest. False also when nothing can be known. */
bool memo_has(const char *manifest, size_t len);
/* Notes it. That this is not possible is no error. */
void memo_add(const char *manifest, size_t len);

#endif

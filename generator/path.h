/* path.h: names of files, as text and as what they lead to. Results live in the arena. */
#ifndef OAC_PATH_H
#define OAC_PATH_H

#include <stdbool.h>

#include "arena.h"

/* The path's folder without the slash at its end; "." for none. */
const char *path_folder(struct arena *arena, const char *path);
/* name as seen from folder. */
const char *path_join(struct arena *arena, const char *folder, const char *name);
/* path without symbolic links; NULL with errno. */
const char *path_real(struct arena *arena, const char *path);
/* "http:" and the like. A single letter would be a drive of some other system. */
bool path_has_scheme(const char *text);

#endif

#define _XOPEN_SOURCE 700 /* realpath */
#include "path.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

const char *path_folder(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (slash == NULL)
		return ".";
	return slash == path ? "/" : arena_text(arena, path, (size_t)(slash - path));
}

const char *path_join(struct arena *arena, const char *folder, const char *name)
{
	if (*name == '/' || (strcmp(folder, ".") == 0 && strcmp(name, "-") != 0))
		return name;
	return arena_format(arena, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, name);
}

const char *path_real(struct arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	if (real == NULL && errno == ENOMEM)
		arena_exhausted();
	if (real == NULL)
		return NULL;
	const char *copy = arena_text(arena, real, strlen(real));
	free(real);
	return copy;
}

bool path_has_scheme(const char *text)
{
	const char *at = text;
	while ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ||
		(at > text && *at != '\0' && strchr("0123456789+-.", *at) != NULL))
		at++;
	return *at == ':' && at > text + 1;
}

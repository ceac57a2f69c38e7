/* folder.h: a folder of its own for a test that works on files. */
#ifndef OAC_TEST_FOLDER_H
#define OAC_TEST_FOLDER_H

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder {
	char path[64];
	char joined[1024];
};

static inline void folder_make(struct folder *folder)
{
	strncpy(folder->path, "/tmp/oac-test-XXXXXX", sizeof(folder->path) - 1);
	if (mkdtemp(folder->path) == NULL)
		abort();
}

/* The path of name in the folder, until the next call. */
static inline const char *folder_join(struct folder *folder, const char *name)
{
	snprintf(folder->joined, sizeof(folder->joined), "%s/%s", folder->path, name);
	return folder->joined;
}

static inline void folder_write(struct folder *folder, const char *name, const char *text)
{
	FILE *stream = fopen(folder_join(folder, name), "wb");
	if (stream == NULL || fwrite(text, 1, strlen(text), stream) != strlen(text))
		abort();
	fclose(stream);
}

/* Whether the file has that text; text NULL: whether there is none. */
static inline bool folder_has(struct folder *folder, const char *name, const char *text)
{
	FILE *stream = fopen(folder_join(folder, name), "rb");
	if (stream == NULL)
		return text == NULL;
	char got[8192];
	size_t len = fread(got, 1, sizeof(got) - 1, stream);
	fclose(stream);
	got[len] = '\0';
	return text != NULL && strcmp(got, text) == 0;
}

/* Entries but for "." and "..". */
static inline int folder_count(struct folder *folder, const char *name)
{
	DIR *dir = opendir(folder_join(folder, name));
	int count = -2;
	if (dir == NULL)
		return -1;
	while (readdir(dir) != NULL)
		count++;
	closedir(dir);
	return count;
}

/* Removes the folder and all in it. */
static inline void folder_remove(const char *path)
{
	DIR *dir = opendir(path);
	const struct dirent *entry;
	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		char below[2048];
		struct stat info;
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (snprintf(below, sizeof(below), "%s/%s", path, entry->d_name) >= (int)sizeof(below))
			continue;
		if (lstat(below, &info) == 0 && S_ISDIR(info.st_mode))
			folder_remove(below);
		else
			unlink(below);
	}
	if (dir != NULL)
		closedir(dir);
	rmdir(path);
}

#endif

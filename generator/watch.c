#define _POSIX_C_SOURCE 200809L

#include "watch.h"

#include "arena.h"
#include "compile.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum {
	LOOK_MS = 200,
	QUIET_MS = 100, /* editors save in several steps */
};

struct watched {
	char *path;
	struct stat seen; /* zeros: there was none */
};

struct watch_list {
	struct watched *items;
	size_t count;
	size_t size;
	struct timespec begin; /* of the generation that read them */
};

static void look(const char *path, struct stat *seen)
{
	if (stat(path, seen) != 0)
		memset(seen, 0, sizeof(*seen));
}

static void add(void *user, const char *path)
{
	struct watch_list *list = user;
	struct watched *item;

	if (list->count == list->size) {
		list->size = list->size > 0 ? list->size * 2 : 16;
		list->items = realloc(list->items, list->size * sizeof(*list->items));
		if (list->items == NULL)
			arena_exhausted();
	}
	item = &list->items[list->count++];
	item->path = strdup(path);
	if (item->path == NULL)
		arena_exhausted();
	look(path, &item->seen);
	/* Perhaps it was changed after it was read: then it counts as changed. */
	if (item->seen.st_mtim.tv_sec > list->begin.tv_sec ||
		(item->seen.st_mtim.tv_sec == list->begin.tv_sec &&
			item->seen.st_mtim.tv_nsec >= list->begin.tv_nsec))
		memset(&item->seen, 0, sizeof(item->seen));
}

static void add_folder(struct watch_list *list, const char *folder)
{
	DIR *entries = opendir(folder);
	const struct dirent *entry;
	char path[4096];

	add(list, folder);
	while (entries != NULL && (entry = readdir(entries)) != NULL) {
		if (entry->d_name[0] != '.' &&
			(size_t)snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name) <
				sizeof(path))
			add(list, path);
	}
	if (entries != NULL)
		closedir(entries);
}

static void clear(struct watch_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		free(list->items[i].path);
	free(list->items);
	memset(list, 0, sizeof(*list));
}

static bool has_changed(const struct watch_list *list)
{
	struct stat now;
	size_t i;

	for (i = 0; i < list->count; i++) {
		const struct stat *seen = &list->items[i].seen;

		look(list->items[i].path, &now);
		if (now.st_mtim.tv_sec != seen->st_mtim.tv_sec ||
			now.st_mtim.tv_nsec != seen->st_mtim.tv_nsec ||
			now.st_size != seen->st_size || now.st_ino != seen->st_ino)
			return true;
	}
	return false;
}

static void wait_ms(long ms)
{
	const struct timespec pause = { 0, ms * 1000000 };

	nanosleep(&pause, NULL);
}

int watch(const struct options *options)
{
	struct watch_list list = { NULL, 0, 0, { 0, 0 } };

	for (;;) {
		int status;

		clock_gettime(CLOCK_REALTIME, &list.begin);
		status = compile(options, add, &list);
		if (options->templates != NULL)
			add_folder(&list, options->templates);
		if (list.count == 0)
			return status;
		fflush(stdout);
		while (!has_changed(&list))
			wait_ms(LOOK_MS);
		clear(&list);
		wait_ms(QUIET_MS);
	}
}

#include "oac_path.h"

#include "oac_number.h"

#include <stdint.h>
#include <string.h>

enum {
	MARK_LEN = 4, /* of what stands for all that is in front */
};

void oac_path_init(struct oac_path *path)
{
	path->full = false;
	path->start = sizeof(path->text) - 1;
	path->text[path->start] = '\0';
}

static void put_front(struct oac_path *path, const char *text, size_t len)
{
	path->start -= len;
	memcpy(path->text + path->start, text, len);
}

void oac_path_name(struct oac_path *path, const char *name, size_t len)
{
	size_t need = len + 1;
	size_t i;

	for (i = 0; i < len; i++)
		need += name[i] == '~' || name[i] == '/';
	if (path->full)
		return;
	if (need + MARK_LEN > path->start) {
		path->full = true;
		put_front(path, "/...", MARK_LEN);
		return;
	}
	for (i = len; i > 0; i--) {
		if (name[i - 1] == '~')
			put_front(path, "~0", 2);
		else if (name[i - 1] == '/')
			put_front(path, "~1", 2);
		else
			put_front(path, name + i - 1, 1);
	}
	put_front(path, "/", 1);
}

void oac_path_index(struct oac_path *path, size_t index)
{
	char text[OAC_NUMBER_MAX];

	oac_path_name(path, text, oac_number_print_int(text, (int64_t)index));
}

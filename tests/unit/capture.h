/* capture.h: what a test's code writes to standard error, as text. */
#ifndef OAC_TEST_CAPTURE_H
#define OAC_TEST_CAPTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct capture {
	FILE *file;
	int before;
	char text[64 * 1024];
};

static inline void capture_begin(struct capture *capture)
{
	fflush(stderr);
	capture->file = tmpfile();
	if (capture->file == NULL)
		abort();
	capture->before = dup(STDERR_FILENO);
	dup2(fileno(capture->file), STDERR_FILENO);
}

/* The text stays until the next capture_end. */
static inline const char *capture_end(struct capture *capture)
{
	fflush(stderr);
	dup2(capture->before, STDERR_FILENO);
	close(capture->before);
	rewind(capture->file);
	size_t len = fread(capture->text, 1, sizeof(capture->text) - 1, capture->file);
	capture->text[len] = '\0';
	fclose(capture->file);
	return capture->text;
}

#endif

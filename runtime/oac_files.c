#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64

#include "oac_files.h"

#include "oac_error_set.h"
#include "oac_memory.h"
#include "oac_platform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	NAMES_TRIED = 16,
	WRITE_MAX = 1 << 20, /* at a time */
};

static enum oac_status fail(struct oac_error *err, const char *path, const char *what, int number)
{
	char reason[128];

	if (strerror_r(number, reason, sizeof(reason)) != 0)
		reason[0] = '\0';
	return oac_error_set(err, OAC_E_FILE, "%s: cannot be %s: %s", path, what, reason);
}

/* ---- reading ---- */

enum oac_status oac_input_file_open(struct oac_input_file *file, const char *path,
	struct oac_error *err)
{
	struct stat about;

	file->fd = open(path, O_RDONLY | O_CLOEXEC);
	if (file->fd < 0)
		return fail(err, path, "opened", errno);
	int number = fstat(file->fd, &about) != 0 ? errno : S_ISDIR(about.st_mode) ? EISDIR : 0;
	if (number != 0) {
		close(file->fd);
		file->fd = -1;
		return fail(err, path, "read", number);
	}
	file->len = S_ISREG(about.st_mode) ? (int64_t)about.st_size : -1;
	return OAC_OK;
}

size_t oac_input_file_read(const struct oac_input_file *file, void *bytes, size_t size)
{
	ssize_t n;

	do {
		n = read(file->fd, bytes, size);
	} while (n < 0 && errno == EINTR);
	return n < 0 ? OAC_READ_FAILED : (size_t)n;
}

bool oac_input_file_rewind(const struct oac_input_file *file)
{
	return lseek(file->fd, 0, SEEK_SET) == 0;
}

void oac_input_file_close(struct oac_input_file *file)
{
	close(file->fd);
	file->fd = -1;
}

const char *oac_file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* ---- writing ---- */

/* Beside the file, so that renaming moves no bytes, under a name that nothing has. */
static int open_temporary(struct oac_output_file *file, size_t size)
{
	int fd = -1;

	for (int i = 0; fd < 0 && i < NAMES_TRIED; i++) {
		snprintf(file->temporary, size, "%s.%08lx.part", file->path,
			(unsigned long)(oac_random() * 4294967295.0));
		fd = open(file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	return fd;
}

enum oac_status oac_output_file_open(struct oac_output_file *file, const char *path,
	struct oac_error *err)
{
	size_t size = strlen(path) + sizeof(".01234567.part");
	struct stat about;

	file->fd = -1;
	/* A device or a pipe that is there would be replaced by a file. */
	if (stat(path, &about) == 0 && !S_ISREG(about.st_mode))
		return oac_error_set(err, OAC_E_FILE, "%s: is no regular file", path);
	file->path = oac_strdup(path);
	file->temporary = oac_malloc(size);
	if (file->path == NULL || file->temporary == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	file->fd = open_temporary(file, size);
	return file->fd >= 0 ? OAC_OK : fail(err, path, "written", errno);
}

bool oac_output_file_write(const struct oac_output_file *file, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(file->fd, bytes, len < WRITE_MAX ? len : WRITE_MAX);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

bool oac_output_file_restart(const struct oac_output_file *file)
{
	return lseek(file->fd, 0, SEEK_SET) == 0 && ftruncate(file->fd, 0) == 0;
}

enum oac_status oac_output_file_commit(struct oac_output_file *file, struct oac_error *err)
{
	int fd = file->fd;

	/* Some file systems say only here that there was no room. */
	file->fd = -1;
	if (close(fd) == 0 && rename(file->temporary, file->path) == 0) {
		oac_mem_free(file->temporary);
		file->temporary = NULL;
		return OAC_OK;
	}
	int number = errno;
	unlink(file->temporary);
	return fail(err, file->path, "written", number);
}

void oac_output_file_discard(struct oac_output_file *file)
{
	if (file->path != NULL && file->fd >= 0) {
		close(file->fd);
		unlink(file->temporary);
	}
	oac_mem_free(file->temporary);
	oac_mem_free(file->path);
	file->path = file->temporary = NULL;
}

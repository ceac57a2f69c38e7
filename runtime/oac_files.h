/*
 * oac_files.h: files that requests are read from and answers are written to. Not for programs.
 */
#ifndef OAC_FILES_H
#define OAC_FILES_H

#include "oac_error.h"

struct oac_input_file {
	int fd;
	int64_t len; /* -1: not known, and it cannot be read twice */
};

/* err: OAC_E_FILE naming the path. To be closed when it was opened. */
enum oac_status oac_input_file_open(struct oac_input_file *file, const char *path,
	struct oac_error *err);
/* Up to size bytes; 0 at the end; OAC_READ_FAILED. */
size_t oac_input_file_read(const struct oac_input_file *file, void *bytes, size_t size);
bool oac_input_file_rewind(const struct oac_input_file *file);
void oac_input_file_close(struct oac_input_file *file);

/* The last part of a path. */
const char *oac_file_name(const char *path);

/* A file that appears under its name whole, or not at all. */
struct oac_output_file {
	char *path; /* NULL: none */
	char *temporary;
	int fd;
};

/* err: OAC_E_FILE naming the path, OAC_E_NOMEM. To be discarded in any case; zeroed before. */
enum oac_status oac_output_file_open(struct oac_output_file *file, const char *path,
	struct oac_error *err);
bool oac_output_file_write(const struct oac_output_file *file, const char *bytes, size_t len);
/* Forgets what was written. */
bool oac_output_file_restart(const struct oac_output_file *file);
/* Gives the file its name. err: OAC_E_FILE. */
enum oac_status oac_output_file_commit(struct oac_output_file *file, struct oac_error *err);
/* Frees all; what was not committed is gone. */
void oac_output_file_discard(struct oac_output_file *file);

#endif

/*
 * oac_download.h: where the bytes of an answer go that the caller does not want in memory.
 * Not for programs.
 */
#ifndef OAC_DOWNLOAD_H
#define OAC_DOWNLOAD_H

#include "oac_execute.h"
#include "oac_files.h"

struct oac_download {
	int (*write)(void *user, const void *bytes, size_t len);
	void *user;
	struct oac_output_file file;
	struct oac_execution *x; /* that receives */
	int tries; /* the try that wrote last */
	bool wanted;
	bool failed; /* the file could not be written */
};

/*
 * As the options say. err: OAC_E_ARGUMENT when the operation does not answer with bytes,
 * OAC_E_FILE, OAC_E_NOMEM. To be cleared in any case.
 */
enum oac_status oac_download_init(struct oac_download *download, struct oac_execution *x,
	const struct oac_operation *operation, const struct oac_call_options *options,
	struct oac_error *err);
/* For the execution; user is the download. */
enum oac_flow oac_download_take(void *user, const char *bytes, size_t len);
/* After a success of the execution: all is where it belongs. err: OAC_E_FILE. */
enum oac_status oac_download_finish(struct oac_download *download, struct oac_error *err);
void oac_download_clear(struct oac_download *download);

#endif

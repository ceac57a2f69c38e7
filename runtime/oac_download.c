#include "oac_download.h"

#include "oac_error_set.h"

#include <string.h>

enum oac_status oac_download_init(struct oac_download *download, struct oac_execution *x,
	const struct oac_operation *operation, const struct oac_call_options *options,
	struct oac_error *err)
{
	memset(download, 0, sizeof(*download));
	if (options == NULL || (options->save_to == NULL && options->write == NULL))
		return OAC_OK;
	download->x = x;
	download->write = options->write;
	download->user = options->write_user;
	download->wanted = true;
	if (operation->response_media != OAC_MEDIA_RAW)
		return oac_error_set(err, OAC_E_ARGUMENT,
			"options.%s: the answer of this operation is not bytes",
			options->save_to != NULL ? "save_to" : "write");
	return options->save_to != NULL ?
		oac_output_file_open(&download->file, options->save_to, err) : OAC_OK;
}

/* What an earlier try wrote does not count. */
static bool is_in_order(struct oac_download *download)
{
	bool first = download->tries == 0 || download->tries == download->x->tries;

	download->tries = download->x->tries;
	return first || download->file.path == NULL || oac_output_file_restart(&download->file);
}

enum oac_flow oac_download_take(void *user, const char *bytes, size_t len)
{
	struct oac_download *download = user;

	if (download->file.path != NULL &&
		(!is_in_order(download) || !oac_output_file_write(&download->file, bytes, len))) {
		download->failed = true;
		return OAC_FLOW_STOP;
	}
	if (download->write == NULL)
		return OAC_FLOW_GO;
	download->x->committed = true;
	return download->write(download->user, bytes, len) == 0 ? OAC_FLOW_GO : OAC_FLOW_STOP;
}

enum oac_status oac_download_finish(struct oac_download *download, struct oac_error *err)
{
	if (download->file.path == NULL)
		return OAC_OK;
	/* The last try may have brought nothing. */
	if (!is_in_order(download))
		return oac_error_set(err, OAC_E_FILE, "%s: cannot be written", download->file.path);
	return oac_output_file_commit(&download->file, err);
}

void oac_download_clear(struct oac_download *download)
{
	oac_output_file_discard(&download->file);
}

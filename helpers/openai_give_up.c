#include "openai_give_up.h"

#include "oac_error_set.h"

enum {
	TIMEOUT_MS = 10000, /* giving up must not take long itself */
};

struct oac_call_options openai_give_up_options(const struct oac_call_options *call)
{
	struct oac_call_options options = *call;

	/* What made the caller give up must not stop this. */
	options.cancel = NULL;
	options.response = NULL;
	options.body = (struct oac_json){ NULL, 0 };
	options.deadline_ms = TIMEOUT_MS;
	return options;
}

void openai_give_up_failed(struct oac_error *err, const struct oac_error *why)
{
	oac_error_add(err, "; the run was not cancelled: %s",
		why != NULL ? why->message : "out of memory");
}

/*
 * oac_async.h: what the _async functions of generated code and helpers stand on. Programs
 * don't use this header.
 *
 * A program's callback is kept as an oac_function and called through a function that knows
 * what it is, one for each type of answer.
 */
#ifndef OAC_ASYNC_H
#define OAC_ASYNC_H

#include "oac_loop.h"
#include "oac_operation.h"

typedef void oac_function(void);

/* What is called at the end. */
struct oac_done {
	void (*call)(const struct oac_done *done, enum oac_status status, void *result,
		const struct oac_error *err);
	oac_function *function; /* the program's, or NULL */
	void *user;
};

#define OAC_DONE_API(name)                                                                    \
	void name##_done(const struct oac_done *done, enum oac_status status, void *result,   \
		const struct oac_error *err)

#define OAC_DONE_FUNCTION(name)                                                               \
	OAC_DONE_API(name)                                                                    \
	{                                                                                     \
		((void (*)(void *, enum oac_status, struct name *,                            \
			const struct oac_error *))done->function)(done->user, status, result, \
			err);                                                                 \
	}

/* Answers without content, and those of the runtime's own types. */
OAC_API OAC_DONE_API(oac_nothing);
OAC_API OAC_DONE_API(oac_json);
OAC_API OAC_DONE_API(oac_bytes);
OAC_API OAC_DONE_API(oac_string_list);
OAC_API OAC_DONE_API(oac_int64_list);
OAC_API OAC_DONE_API(oac_double_list);
OAC_API OAC_DONE_API(oac_bool_list);
OAC_API OAC_DONE_API(oac_json_list);
OAC_API OAC_DONE_API(oac_string_map);
OAC_API OAC_DONE_API(oac_json_map);

#ifdef __cplusplus
extern "C" {
#endif

/* Prepares a call and hands it to a loop: see oac_loop.h. */
OAC_API enum oac_status oac_call_async(struct oac_loop *loop, struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, const struct oac_done *done,
	struct oac_async *async, struct oac_error *err);

/* Calls done, or frees a result that nobody wants. */
void oac_done_call(const struct oac_done *done, enum oac_status status, void *result,
	const struct oac_error *err);

#ifdef __cplusplus
}
#endif

#endif

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

/* What is called with each item of a list, or each event of a stream. */
struct oac_each {
	oac_function *function;
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

/* Its first argument is a struct oac_each. */
#define OAC_GIVEN_API(name) int name##_given(void *each, const void *item)

#define OAC_GIVEN_FUNCTION(name)                                                              \
	OAC_GIVEN_API(name)                                                                   \
	{                                                                                     \
		const struct oac_each *to = each;                                             \
		return ((int (*)(void *, const struct name *))to->function)(to->user, item);  \
	}

/* Answers without content, and those of the runtime's own types. */
OAC_API OAC_DONE_API(oac_nothing);
OAC_API OAC_DONE_API(oac_json);
OAC_API OAC_DONE_API(oac_bytes);
OAC_API OAC_DONE_API(oac_string_list);
OAC_API OAC_DONE_API(oac_int64_list);
OAC_API OAC_DONE_API(oac_uint64_list);
OAC_API OAC_DONE_API(oac_double_list);
OAC_API OAC_DONE_API(oac_bool_list);
OAC_API OAC_DONE_API(oac_json_list);
OAC_API OAC_DONE_API(oac_string_map);
OAC_API OAC_DONE_API(oac_json_map);
OAC_API OAC_GIVEN_API(oac_raw_event);

#ifdef __cplusplus
extern "C" {
#endif

/* Prepares a call and hands it to a loop: see oac_loop.h. */
OAC_API enum oac_status oac_call_async(struct oac_loop *loop, struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, const struct oac_done *done,
	struct oac_async *async, struct oac_error *err);

/*
 * Opens a stream on a loop and gives each event to callback, with each, until that returns
 * other than 0, which is no error, or the end. done has no result.
 */
OAC_API enum oac_status oac_stream_async(struct oac_loop *loop, struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, int (*callback)(void *each, const void *event),
	const struct oac_each *each, const struct oac_done *done, struct oac_async *async,
	struct oac_error *err);

struct oac_task;
struct oac_task_type;

/*
 * *task: at the beginning of size bytes, otherwise all zero, and handed to a loop; NULL on
 * failure. *async (nullable): its handle.
 */
enum oac_status oac_async_new(struct oac_loop *loop, size_t size, const struct oac_task_type *type,
	const struct oac_call_options *options, struct oac_task **task, struct oac_async *async,
	struct oac_error *err);
/* Takes back and frees a task that has ended what it began; says why in err, and returns that. */
enum oac_status oac_async_refuse(struct oac_task *task, const struct oac_error *why,
	struct oac_async *async, struct oac_error *err);

/* Calls done, or frees a result that nobody wants. */
void oac_done_call(const struct oac_done *done, enum oac_status status, void *result,
	const struct oac_error *err);

#ifdef __cplusplus
}
#endif

#endif

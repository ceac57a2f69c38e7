/*
 * operations.h: the generated functions by the names that the goldens use, "runs.create".
 */
#ifndef OPERATIONS_H
#define OPERATIONS_H

#include "openai_helpers.h"

#include <cjson/cJSON.h>

enum {
	INPUT_PAIRS = 16,
	INPUT_INCLUDES = 8,
};

/* Names and values, with room for the text of numbers. */
struct pairs {
	struct oac_header items[INPUT_PAIRS];
	char numbers[INPUT_PAIRS][32];
	char names[INPUT_PAIRS][64];
	size_t count;
};

/* The members of an object; an array gives one pair "name[]" for each item; null: value NULL. */
bool pairs_add(struct pairs *pairs, const cJSON *object);
/* One value under that name. Both: false when there are too many. */
bool pairs_add_value(struct pairs *pairs, const char *name, const cJSON *value);
struct oac_header_list pairs_list(const struct pairs *pairs);

/* The arguments of a call. */
struct input {
	const char *thread_id;
	const char *run_id;
	const char *step_id;
	const char *message_id;
	const char *assistant_id;
	char *body; /* JSON text or NULL */
	struct oac_opt_int64 limit;
	enum openai_list_order order;
	const char *after;
	const char *before;
	const char *in_run; /* messages.list's run_id */
	enum openai_run_step_include_item includes[INPUT_INCLUDES];
	struct openai_run_step_include_item_list include;
	struct pairs rest; /* what no member of a request can say, for options.query */
	struct oac_call_options options;
	cJSON *ids; /* of the items that an each function showed */
};

void input_clear(struct input *input);
/* Takes the query's members; null ones are left out. False: there are too many. */
bool input_query(struct input *input, const cJSON *query);

enum answer {
	ANSWER_OBJECT = 1,
	ANSWER_LIST,
	ANSWER_DELETED,
};

typedef enum oac_status (*operation_fn)(struct oac_client *client, struct input *in,
	struct oac_error *err);

struct operation {
	const char *name;
	enum answer answer;
	operation_fn call;
	operation_fn each; /* NULL: it does not page */
};

/* NULL: there is none of that name. */
const struct operation *operation_find(const char *name);
/* The one that lists a resource, "runs" or "steps", or NULL. */
const struct operation *operation_lists(const char *resource);

#endif

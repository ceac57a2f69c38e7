/*
 * validate.h: checks a JSON value against a table of rules.
 *
 * A rule says which kinds of JSON a value may be and bounds each kind. The
 * tables in rules.c are the vendor's schemas, one line a member.
 */
#ifndef SERVER_VALIDATE_H
#define SERVER_VALIDATE_H

#include "answer.h"

enum json_kinds {
	KIND_NULL = 1,
	KIND_BOOL = 2,
	KIND_NUMBER = 4,
	KIND_INTEGER = 8,
	KIND_STRING = 16,
	KIND_ARRAY = 32,
	KIND_OBJECT = 64,
};

struct rule {
	unsigned kinds; /* those allowed */

	double min, max; /* of a number, when they differ */

	size_t max_chars;          /* of a string; 0: no limit */
	const char *const *values; /* the only strings, ending with NULL */
	bool name;                 /* a string of letters, digits, _ and - */

	size_t min_items, max_items; /* of an array; 0: no limit */
	const struct rule *items;

	const struct member *members;   /* of an object, ending with a NULL name */
	const struct variant *variants; /* more members, by the value of "type" */
	bool closed;                    /* no other members */
	size_t max_members;             /* 0: no limit */
	size_t max_key_chars;
	const struct rule *every; /* the rule of members that are not in the table */
	/* Exactly one of these two members has to be there. */
	const char *one_of[2];
};

struct member {
	const char *name;
	const struct rule *rule;
	bool required;
};

struct variant {
	const char *type; /* NULL ends the table */
	const struct member *members;
	bool closed;
};

/* True, or false with the API's error in answer. */
bool validate(const cJSON *value, const struct rule *rule, struct answer *answer);

extern const struct rule rule_create_assistant;
extern const struct rule rule_modify_assistant;
extern const struct rule rule_create_thread;
extern const struct rule rule_modify_thread;
extern const struct rule rule_create_message;
extern const struct rule rule_create_run;
extern const struct rule rule_create_thread_and_run;
extern const struct rule rule_submit_tool_outputs;
extern const struct rule rule_modify_metadata; /* messages and runs */

#endif

/*
 * json_compare.h: whether two JSON texts say the same, and random numbers for tests.
 *
 * The order of members does not matter. A number is compared digit by digit, so that
 * 9007199254740993 and 9007199254740992 differ and 1e2 and 100.0 do not; numbers of
 * at most 17 digits also match when they are the same double.
 */
#ifndef JSON_COMPARE_H
#define JSON_COMPARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cJSON;

/* place, of size bytes: a JSON pointer to the first difference. */
bool json_same(const char *a, size_t a_len, const char *b, size_t b_len, char *place, size_t size);
bool json_same_tree(const struct cJSON *a, const struct cJSON *b, char *place, size_t size);

/* Whether two numbers as JSON has them are the same one. */
bool json_same_number(const char *a, const char *b);

/* The same sequence for the same seed on every machine. */
struct random {
	uint64_t state;
};

uint64_t random_next(struct random *random);
/* 0 to below - 1. */
size_t random_below(struct random *random, size_t below);

#endif

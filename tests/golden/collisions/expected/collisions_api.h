/*
 * collisions_api.h: api (Names that are one in C).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef COLLISIONS_API_H
#define COLLISIONS_API_H

#include "collisions_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct collisions_int64_map_2 {
	size_t count;
	const struct collisions_int64_map_2_entry *entries;
};

struct collisions_pin_2 {
	const struct collisions_pin_2_bar *bar;
	struct collisions_int64_map_2 numbers;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(COLLISIONS_API, collisions_pin_2);

struct collisions_pin_2_bar {
	const char *x;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(COLLISIONS_API, collisions_pin_2_bar);

enum collisions_pet_kind_2 {
	COLLISIONS_PET_UNSET = 0,
	COLLISIONS_PET_UNKNOWN = 1, /* not known here: as.json has it */
	COLLISIONS_PET_A_B,
	COLLISIONS_PET_A_B_2,
	COLLISIONS_PET_JSON,
	COLLISIONS_PET_A, /* stores nothing in as */
	COLLISIONS_PET_A_2, /* stores nothing in as */
};

struct collisions_pet {
	enum collisions_pet_kind_2 kind;
	union {
		const struct collisions_a_b *a_b;
		const struct collisions_a_b_2 *a_b_2;
		const struct collisions_json *json_2;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(COLLISIONS_API, collisions_pet);

struct collisions_a_b {
	/* (required) */
	const char *p;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(COLLISIONS_API, collisions_a_b);

struct collisions_a_b_2 {
	/* (required) */
	const char *q;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(COLLISIONS_API, collisions_a_b_2);

struct collisions_json {
	/* (required) */
	const char *r;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(COLLISIONS_API, collisions_json);

struct collisions_int64_map_2_entry {
	const char *key;
	int64_t value;
};

/* The value of the last entry named key, or NULL when there is none. The map owns it. */
static inline const int64_t *collisions_int64_map_2_get(const struct collisions_int64_map_2 *map, const char *key)
{
	const void *value = oac_map_value(map->entries, map->count, sizeof(struct collisions_int64_map_2_entry),
		offsetof(struct collisions_int64_map_2_entry, value), key);

	return (const int64_t *)value;
}

/*
 * GET /a/{a-b}/{a_b}/{path}, pinType in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with collisions_pin_2_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
COLLISIONS_API enum oac_status collisions_pin_type(struct oac_client *client,
	const char *a_b,
	const char *a_b_2,
	const char *path_2,
	const struct oac_call_options *options,
	struct collisions_pin_2 **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * collisions_pin_type on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with collisions_pin_2_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
COLLISIONS_API enum oac_status collisions_pin_type_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *a_b,
	const char *a_b_2,
	const char *path_2,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct collisions_pin_2 *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /b, pinFields in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with collisions_pin_2_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
COLLISIONS_API enum oac_status collisions_pin_fields(struct oac_client *client,
	const struct oac_call_options *options,
	struct collisions_pin_2 **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * collisions_pin_fields on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with collisions_pin_2_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
COLLISIONS_API enum oac_status collisions_pin_fields_async_2(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct collisions_pin_2 *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * PUT /b, pin_fields_async in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with collisions_pin_2_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
COLLISIONS_API enum oac_status collisions_pin_fields_async(struct oac_client *client,
	const struct oac_call_options *options,
	struct collisions_pin_2 **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * collisions_pin_fields_async on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with collisions_pin_2_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
COLLISIONS_API enum oac_status collisions_pin_fields_async_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct collisions_pin_2 *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /b, client_new in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with collisions_pet_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
COLLISIONS_API enum oac_status collisions_client_new_2(struct oac_client *client,
	const struct oac_call_options *options,
	struct collisions_pet **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * collisions_client_new_2 on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with collisions_pet_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
COLLISIONS_API enum oac_status collisions_client_new_2_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct collisions_pet *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /c, pin_fields_operation in the document.
 * options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
COLLISIONS_API enum oac_status collisions_pin_fields_operation(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * collisions_pin_fields_operation on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
COLLISIONS_API enum oac_status collisions_pin_fields_operation_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif

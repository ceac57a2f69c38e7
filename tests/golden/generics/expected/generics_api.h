/*
 * generics_api.h: api (Generic schemas).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef GENERICS_API_H
#define GENERICS_API_H

#include "generics_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct generics_paginated {
	/* (required) */
	struct oac_json_list items;
	struct oac_json first;
	const struct generics_paginated *next;
	const struct generics_page *page;
	const struct generics_owner *owner;
	struct oac_opt_int64 total;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_paginated);

struct generics_page {
	struct oac_json last;
	struct oac_opt_int64 number;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_page);

struct generics_list_pets_response_items_item_list {
	size_t count;
	const struct generics_list_pets_response_items_item *items;
};

struct generics_list_pets_response {
	/* (required) */
	struct generics_list_pets_response_items_item_list items;
	const struct generics_list_pets_response_items_item *first;
	const struct generics_list_pets_response *next;
	const struct generics_list_pets_response_page *page;
	const struct generics_owner *owner;
	struct oac_opt_int64 total;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_list_pets_response);

struct generics_list_pets_response_items_item {
	const char *bark;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_list_pets_response_items_item);

struct generics_list_pets_response_page {
	const struct generics_list_pets_response_items_item *last;
	struct oac_opt_int64 number;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_list_pets_response_page);

/*
 * GET /users, listUsers in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with generics_paginated_users_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
GENERICS_API enum oac_status generics_list_users(struct oac_client *client,
	const struct oac_call_options *options,
	struct generics_paginated_users **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * generics_list_users on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with generics_paginated_users_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
GENERICS_API enum oac_status generics_list_users_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct generics_paginated_users *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /pets, listPets in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with generics_list_pets_response_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
GENERICS_API enum oac_status generics_list_pets(struct oac_client *client,
	const struct oac_call_options *options,
	struct generics_list_pets_response **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * generics_list_pets on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with generics_list_pets_response_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
GENERICS_API enum oac_status generics_list_pets_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct generics_list_pets_response *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /any, listAny in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with generics_paginated_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
GENERICS_API enum oac_status generics_list_any(struct oac_client *client,
	const struct oac_call_options *options,
	struct generics_paginated **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * generics_list_any on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with generics_paginated_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
GENERICS_API enum oac_status generics_list_any_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct generics_paginated *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif

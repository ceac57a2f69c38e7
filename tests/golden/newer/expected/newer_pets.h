/*
 * newer_pets.h: pets (What 3.2 adds).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef NEWER_PETS_H
#define NEWER_PETS_H

#include "newer_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct newer_filter {
	const char *name;
	struct oac_string_list tags;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(NEWER_API, newer_filter);

enum newer_pet_kind {
	NEWER_PET_UNSET = 0,
	NEWER_PET_UNKNOWN = 1, /* not known here: as.json has it */
	NEWER_PET_CAT,
	NEWER_PET_DOG,
	NEWER_PET_OTHER,
};

struct newer_pet {
	enum newer_pet_kind kind;
	union {
		const struct newer_cat *cat;
		const struct newer_dog *dog;
		const struct newer_other *other;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(NEWER_API, newer_pet);

struct newer_other {
	const char *kind;
	struct oac_opt_int64 legs;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(NEWER_API, newer_other);

struct newer_pet_list {
	size_t count;
	const struct newer_pet *items;
};
OAC_TYPE_API(NEWER_API, newer_pet_list);

struct newer_list_pets_request {
	/* All of the query. (query) */
	const struct newer_filter *filter;
	struct oac_json oac_more; /* what has no member here */
};

/*
 * QUERY /pets, searchPets in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with newer_pet_list_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
NEWER_API enum oac_status newer_search_pets(struct oac_client *client,
	const struct newer_filter *request,
	const struct oac_call_options *options,
	struct newer_pet_list **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * newer_search_pets on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with newer_pet_list_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
NEWER_API enum oac_status newer_search_pets_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct newer_filter *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct newer_pet_list *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /pets, listPets in the document.
 * request, options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
NEWER_API enum oac_status newer_list_pets(struct oac_client *client,
	const struct newer_list_pets_request *request,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * newer_list_pets on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
NEWER_API enum oac_status newer_list_pets_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct newer_list_pets_request *request,
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

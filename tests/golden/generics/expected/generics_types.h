/*
 * generics_types.h: types that several parts share (Generic schemas).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef GENERICS_TYPES_H
#define GENERICS_TYPES_H

#include "oac.h"

#ifndef GENERICS_API
#define GENERICS_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct generics_owner {
	/* Users, page by page. */
	const struct generics_paginated_users *pages;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_owner);

struct generics_user_list {
	size_t count;
	const struct generics_user *items;
};

/* Users, page by page. */
struct generics_paginated_users {
	/* (required) */
	struct generics_user_list items;
	const struct generics_user *first;
	const struct generics_paginated_users *next;
	const struct generics_paginated_users_page *page;
	const struct generics_owner *owner;
	struct oac_opt_int64 total;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_paginated_users);

struct generics_user {
	const char *name;
	/* Users, page by page. */
	const struct generics_paginated_users *friends;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_user);

struct generics_paginated_users_page {
	const struct generics_user *last;
	struct oac_opt_int64 number;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_paginated_users_page);

struct generics_owner_list {
	size_t count;
	const struct generics_owner *items;
};

struct generics_paginated_owners {
	/* (required) */
	struct generics_owner_list items;
	const struct generics_owner *first;
	const struct generics_paginated_owners_next *next;
	const struct generics_paginated_owners_next_page *page;
	const struct generics_owner *owner;
	struct oac_opt_int64 total;
	struct oac_opt_bool more;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_paginated_owners);

struct generics_paginated_owners_next {
	/* (required) */
	struct generics_owner_list items;
	const struct generics_owner *first;
	const struct generics_paginated_owners_next *next;
	const struct generics_paginated_owners_next_page *page;
	const struct generics_owner *owner;
	struct oac_opt_int64 total;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_paginated_owners_next);

struct generics_paginated_owners_next_page {
	const struct generics_owner *last;
	struct oac_opt_int64 number;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_paginated_owners_next_page);

struct generics_tree_list {
	size_t count;
	const struct generics_tree *items;
};

struct generics_tree {
	struct oac_json data;
	struct generics_tree_list children;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_tree);

struct generics_named_tree_list {
	size_t count;
	const struct generics_named_tree *items;
};

struct generics_named_tree {
	struct oac_json data;
	struct generics_named_tree_list children;
	const char *name;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_named_tree);

struct generics_old {
	const struct generics_old *left;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_old);

struct generics_older {
	const struct generics_older *left;
	struct oac_opt_int64 age;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_older);

struct generics_lost {
	struct oac_json what;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_lost);

struct generics_shared {
	/* One. */
	const char *one;
	/* One. */
	const char *two;
	/* One. */
	const char *three;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_shared);

struct generics_shared_too {
	/* One. */
	struct oac_opt_int64 one;
	/* Two. */
	struct oac_opt_int64 two;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(GENERICS_API, generics_shared_too);

#ifdef __cplusplus
}
#endif

#endif

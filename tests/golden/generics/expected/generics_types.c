/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "generics_types.h"

#include "generics_tables.h"

static const struct oac_field generics_owner_fields[] = {
	OAC_POINTER(struct generics_owner, pages, "pages", 0, generics_paginated_users),
};

const struct oac_object generics_owner_type = OAC_OBJECT_TYPE(generics_owner, generics_owner_fields, 0);

OAC_TYPE_FUNCTIONS(generics_owner, OAC_KIND_OBJECT)

const struct oac_list generics_user_list_type = OAC_LIST_TYPE(generics_user_list, OAC_KIND_OBJECT, &generics_user_type);

static const struct oac_field generics_paginated_users_fields[] = {
	OAC_LIST_OF(struct generics_paginated_users, items, "items", OAC_REQUIRED, generics_user_list),
	OAC_POINTER(struct generics_paginated_users, first, "first", 0, generics_user),
	OAC_POINTER(struct generics_paginated_users, next, "next", 0, generics_paginated_users),
	OAC_POINTER(struct generics_paginated_users, page, "page", 0, generics_paginated_users_page),
	OAC_POINTER(struct generics_paginated_users, owner, "owner", 0, generics_owner),
	OAC_OPT_INT64(struct generics_paginated_users, total, "total", 0),
};

const struct oac_object generics_paginated_users_type = OAC_OBJECT_TYPE(generics_paginated_users, generics_paginated_users_fields, 0);

OAC_TYPE_FUNCTIONS(generics_paginated_users, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(generics_paginated_users)

static const struct oac_field generics_user_fields[] = {
	OAC_STRING(struct generics_user, name, "name", 0),
	OAC_POINTER(struct generics_user, friends, "friends", 0, generics_paginated_users),
};

const struct oac_object generics_user_type = OAC_OBJECT_TYPE(generics_user, generics_user_fields, 0);

OAC_TYPE_FUNCTIONS(generics_user, OAC_KIND_OBJECT)

static const struct oac_field generics_paginated_users_page_fields[] = {
	OAC_POINTER(struct generics_paginated_users_page, last, "last", 0, generics_user),
	OAC_OPT_INT64(struct generics_paginated_users_page, number, "number", 0),
};

const struct oac_object generics_paginated_users_page_type = OAC_OBJECT_TYPE(generics_paginated_users_page, generics_paginated_users_page_fields, 0);

OAC_TYPE_FUNCTIONS(generics_paginated_users_page, OAC_KIND_OBJECT)

const struct oac_list generics_owner_list_type = OAC_LIST_TYPE(generics_owner_list, OAC_KIND_OBJECT, &generics_owner_type);

static const struct oac_field generics_paginated_owners_fields[] = {
	OAC_LIST_OF(struct generics_paginated_owners, items, "items", OAC_REQUIRED, generics_owner_list),
	OAC_POINTER(struct generics_paginated_owners, first, "first", 0, generics_owner),
	OAC_POINTER(struct generics_paginated_owners, next, "next", 0, generics_paginated_owners_next),
	OAC_POINTER(struct generics_paginated_owners, page, "page", 0, generics_paginated_owners_next_page),
	OAC_POINTER(struct generics_paginated_owners, owner, "owner", 0, generics_owner),
	OAC_OPT_INT64(struct generics_paginated_owners, total, "total", 0),
	OAC_OPT_FLAG(struct generics_paginated_owners, more, "more", 0),
};

const struct oac_object generics_paginated_owners_type = OAC_OBJECT_TYPE(generics_paginated_owners, generics_paginated_owners_fields, 0);

OAC_TYPE_FUNCTIONS(generics_paginated_owners, OAC_KIND_OBJECT)

static const struct oac_field generics_paginated_owners_next_fields[] = {
	OAC_LIST_OF(struct generics_paginated_owners_next, items, "items", OAC_REQUIRED, generics_owner_list),
	OAC_POINTER(struct generics_paginated_owners_next, first, "first", 0, generics_owner),
	OAC_POINTER(struct generics_paginated_owners_next, next, "next", 0, generics_paginated_owners_next),
	OAC_POINTER(struct generics_paginated_owners_next, page, "page", 0, generics_paginated_owners_next_page),
	OAC_POINTER(struct generics_paginated_owners_next, owner, "owner", 0, generics_owner),
	OAC_OPT_INT64(struct generics_paginated_owners_next, total, "total", 0),
};

const struct oac_object generics_paginated_owners_next_type = OAC_OBJECT_TYPE(generics_paginated_owners_next, generics_paginated_owners_next_fields, 0);

OAC_TYPE_FUNCTIONS(generics_paginated_owners_next, OAC_KIND_OBJECT)

static const struct oac_field generics_paginated_owners_next_page_fields[] = {
	OAC_POINTER(struct generics_paginated_owners_next_page, last, "last", 0, generics_owner),
	OAC_OPT_INT64(struct generics_paginated_owners_next_page, number, "number", 0),
};

const struct oac_object generics_paginated_owners_next_page_type = OAC_OBJECT_TYPE(generics_paginated_owners_next_page, generics_paginated_owners_next_page_fields, 0);

OAC_TYPE_FUNCTIONS(generics_paginated_owners_next_page, OAC_KIND_OBJECT)

const struct oac_list generics_tree_list_type = OAC_LIST_TYPE(generics_tree_list, OAC_KIND_OBJECT, &generics_tree_type);

static const struct oac_field generics_tree_fields[] = {
	OAC_ANY(struct generics_tree, data, "data", 0),
	OAC_LIST_OF(struct generics_tree, children, "children", 0, generics_tree_list),
};

const struct oac_object generics_tree_type = OAC_OBJECT_TYPE(generics_tree, generics_tree_fields, 0);

OAC_TYPE_FUNCTIONS(generics_tree, OAC_KIND_OBJECT)

const struct oac_list generics_named_tree_list_type = OAC_LIST_TYPE(generics_named_tree_list, OAC_KIND_OBJECT, &generics_named_tree_type);

static const struct oac_field generics_named_tree_fields[] = {
	OAC_ANY(struct generics_named_tree, data, "data", 0),
	OAC_LIST_OF(struct generics_named_tree, children, "children", 0, generics_named_tree_list),
	OAC_STRING(struct generics_named_tree, name, "name", 0),
};

const struct oac_object generics_named_tree_type = OAC_OBJECT_TYPE(generics_named_tree, generics_named_tree_fields, 0);

OAC_TYPE_FUNCTIONS(generics_named_tree, OAC_KIND_OBJECT)

static const struct oac_field generics_old_fields[] = {
	OAC_POINTER(struct generics_old, left, "left", 0, generics_old),
};

const struct oac_object generics_old_type = OAC_OBJECT_TYPE(generics_old, generics_old_fields, 0);

OAC_TYPE_FUNCTIONS(generics_old, OAC_KIND_OBJECT)

static const struct oac_field generics_older_fields[] = {
	OAC_POINTER(struct generics_older, left, "left", 0, generics_older),
	OAC_OPT_INT64(struct generics_older, age, "age", 0),
};

const struct oac_object generics_older_type = OAC_OBJECT_TYPE(generics_older, generics_older_fields, 0);

OAC_TYPE_FUNCTIONS(generics_older, OAC_KIND_OBJECT)

static const struct oac_field generics_lost_fields[] = {
	OAC_ANY(struct generics_lost, what, "what", 0),
};

const struct oac_object generics_lost_type = OAC_OBJECT_TYPE(generics_lost, generics_lost_fields, 0);

OAC_TYPE_FUNCTIONS(generics_lost, OAC_KIND_OBJECT)

static const struct oac_field generics_shared_fields[] = {
	OAC_STRING(struct generics_shared, one, "one", 0),
	OAC_STRING(struct generics_shared, two, "two", 0),
	OAC_STRING(struct generics_shared, three, "three", 0),
};

const struct oac_object generics_shared_type = OAC_OBJECT_TYPE(generics_shared, generics_shared_fields, 0);

OAC_TYPE_FUNCTIONS(generics_shared, OAC_KIND_OBJECT)

static const struct oac_field generics_shared_too_fields[] = {
	OAC_OPT_INT64(struct generics_shared_too, one, "one", 0),
	OAC_OPT_INT64(struct generics_shared_too, two, "two", 0),
};

const struct oac_object generics_shared_too_type = OAC_OBJECT_TYPE(generics_shared_too, generics_shared_too_fields, 0);

OAC_TYPE_FUNCTIONS(generics_shared_too, OAC_KIND_OBJECT)

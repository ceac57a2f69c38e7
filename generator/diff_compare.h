/* diff_compare.h: between the files of the comparison. */
#ifndef OAC_DIFF_COMPARE_H
#define OAC_DIFF_COMPARE_H

#include "diff.h"
#include "diff_pair.h"

struct diff_work {
	struct diff *diff;
	struct arena *arena;
	struct diff_pairs pairs;
	struct pointer_table
		old_owners; /* type that no schema made -> operation whose request it is */
	struct pointer_table new_owners;
};

/* Notes a change. before, after and note may be NULL; all texts are borrowed. */
void diff_say(struct diff_work *work, const struct diff_where *where, enum diff_effect effect,
	const char *kind, const char *before, const char *after, const char *note);
/* "function-description-changed" and the like: texts that differ in more than their white space. */
void diff_description(struct diff_work *work, const struct diff_where *where, const char *kind,
	const char *old, const char *new);

/* What a new client is told: servers and credentials. */
void diff_client(struct diff_work *work);
/* Which credentials a call needs. */
void diff_security(struct diff_work *work, const struct diff_where *where,
	const struct model_security *old, const struct model_security *new);
void diff_functions(struct diff_work *work);
void diff_types(struct diff_work *work);
void diff_members(
	struct diff_work *work, const struct diff_pair *pair, const struct diff_where *where);
/* What a member's comment tells: description, default, limits, format, deprecation. */
void diff_facts(struct diff_work *work, const struct diff_where *where,
	const struct diff_pair *pair, const struct model_member *old,
	const struct model_member *new);

/* Where a type comes from. */
const struct tree_node *diff_old_place(const struct diff_work *work, const struct model_type *type);
const struct tree_node *diff_new_place(const struct diff_work *work, const struct model_type *type);
/* C types as text, without what goes before a name. */
const char *diff_member_type(const struct diff_work *work, const struct model_member *member);
const char *diff_item_type(const struct diff_work *work, const struct model_type *type);
bool diff_equal(const char *a, const char *b); /* both may be NULL */

#endif

/*
 * oac_merge.h: a value that grows by deltas, as a stream sends them. Not for programs.
 *
 *	struct oac_merged *m;
 *	status = oac_merged_new(&m, &message_shape, &event->data);
 *	...
 *	status = oac_merge(m, "content", &content_delta_shape, &delta->content, err);
 *	const struct openai_message *snapshot = oac_merged_value(m);
 *
 * A delta is a value of another type, or JSON text: what it says counts, and members are
 * matched by their names on the wire. A member that the value's type lacks goes to oac_more.
 *
 *	absent or null		is set
 *	index, type		are replaced; so are enums and constants, which are no running text
 *	string, number		is appended, added
 *	object			each member is merged by these rules
 *	array			of strings and numbers on both sides: is appended; else its entries
 *				are objects that say by their index which item they are merged to
 *
 * Anything else (a null, a boolean or another kind over a value, an index that is missing,
 * negative or far away) is OAC_E_STREAM, with its place in err->path. A union takes the
 * variant that its discriminator says; one that is unknown is merged as JSON. Of the items in
 * front of an index that nobody sent, holes, there are at most OAC_MERGE_GROWTH_MAX; they are null.
 *
 * All of a delta is merged or, when anything is wrong with it or memory is short, nothing.
 * Texts and lists grow by doubling, so that the cost is in step with the size of the deltas.
 * So does the string that was added to last in a text without a type (an oac_more, an
 * unknown variant); any other change writes that text anew, and so it is with maps.
 */
#ifndef OAC_MERGE_H
#define OAC_MERGE_H

#include "oac_codec.h"

enum {
	OAC_MERGE_INDEX_MAX = 65536, /* items of a list */
	OAC_MERGE_GROWTH_MAX =
		1024, /* how far behind the end an index may be; holes in the value */
};

struct oac_merged;

/*
 * Begins with a deep copy of a value. The shape's table has to live on. OAC_E_NOMEM; *out is NULL
 * then.
 */
enum oac_status oac_merged_new(
	struct oac_merged **out, const struct oac_shape *shape, const void *value);

/* member: the wire name of the member of the value that the delta is for, or NULL: for all of it.
 */
enum oac_status oac_merge(struct oac_merged *merged, const char *member,
	const struct oac_shape *delta_shape, const void *delta, struct oac_error *err);

/* The same for a delta that is JSON text. OAC_E_JSON, too. */
enum oac_status oac_merge_json(struct oac_merged *merged, const char *member, const char *text,
	size_t len, struct oac_error *err);

/* The value stays where it is; what it points to is valid until the next delta. */
const void *oac_merged_value(const struct oac_merged *merged);

/* NULL is fine. */
void oac_merged_free(struct oac_merged *merged);

#endif

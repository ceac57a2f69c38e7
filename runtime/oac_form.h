/*
 * oac_form.h: bodies that are forms, made from the JSON text of a request: its members
 * one by one, and application/x-www-form-urlencoded. Not for programs.
 */
#ifndef OAC_FORM_H
#define OAC_FORM_H

#include "oac_buffer.h"
#include "oac_operation.h"
#include "oac_reader.h"

/* The member of an object that was read last. */
struct oac_form {
	struct oac_buffer name;
	struct oac_span value; /* JSON text */
	unsigned style; /* OAC_STYLE_... */
	const char *content_type; /* that the document gives the member, or NULL */
	/* own */
	const struct oac_operation *operation;
	struct oac_reader reader;
	bool more;
};

/* Begins with the object in json. err: OAC_E_ARGUMENT: it is none. To be cleared in any case. */
enum oac_status oac_form_start(struct oac_form *form, const struct oac_operation *operation,
	const struct oac_buffer *json, struct oac_error *err);
/* Reads the next member; false at the end, and when form->name failed. */
bool oac_form_next(struct oac_form *form);
void oac_form_clear(struct oac_form *form);

/* What to say of a member that oac_style_pairs() refused with status. */
enum oac_status oac_form_problem(const struct oac_form *form, enum oac_status status,
	struct oac_error *err);

/* Appends json, one object, to body as name=value pairs. err: OAC_E_ARGUMENT, _LIMIT, _NOMEM. */
enum oac_status oac_form_write(const struct oac_operation *operation,
	const struct oac_buffer *json, struct oac_buffer *body, struct oac_error *err);

#endif

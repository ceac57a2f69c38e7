/* Functions: names, arguments, results, and what they send. */
#include "diff_compare.h"

#include "view_type.h"

#include <stdlib.h>
#include <string.h>

struct function {
	struct diff_work *work;
	struct diff_where where;
	const struct model_operation *old;
	const struct model_operation *new;
};

static void say(const struct function *f, enum diff_effect effect, const char *kind,
	const char *before, const char *after)
{
	diff_say(f->work, &f->where, effect, kind, before, after, NULL);
}

/* ---- arguments ---- */

static const char *path_type(const struct model_path *path)
{
	return path->kind == TYPE_STRING   ? "const char *"
		: path->kind == TYPE_INT64 ? "int64_t"
					   : "uint64_t";
}

/* Arguments have places and no names: a name that only moved is another value at its place. */
static void compare_arguments(const struct function *f)
{
	const struct model_operation *old = f->old;
	const struct model_operation *new = f->new;
	struct function argument = *f;
	struct table names = TABLE_EMPTY;
	unsigned i;

	for (i = 0; i < old->path_count; i++)
		table_set(&names, old->path[i].name, &old->path[i]);
	for (i = 0; i < old->path_count || i < new->path_count; i++) {
		const struct model_path *a = i < old->path_count ? &old->path[i] : NULL;
		const struct model_path *b = i < new->path_count ? &new->path[i] : NULL;

		argument.where.part = a ? a->name : b->name;
		if (a == NULL) {
			say(&argument, DIFF_COMPILE, "argument-added", NULL, path_type(b));
			continue;
		}
		if (b == NULL) {
			say(&argument, DIFF_COMPILE, "argument-removed", path_type(a), NULL);
			continue;
		}
		if (a->kind != b->kind)
			say(&argument, DIFF_COMPILE, "argument-type-changed", path_type(a),
				path_type(b));
		if (strcmp(a->name, b->name) != 0 && table_get(&names, b->name) != NULL &&
			old->path_count == new->path_count)
			say(&argument, DIFF_RUN, "argument-moved", a->name, b->name);
		else if (strcmp(a->name, b->name) != 0)
			say(&argument, DIFF_DOCUMENTATION, "argument-renamed", a->name, b->name);
		diff_description(f->work, &argument.where, "argument-description-changed",
			a->description, b->description);
	}
	table_clear(&names);
}

static const char *struct_pointer(struct diff_work *work, const char *name, const char *stars)
{
	return arena_format(work->arena, "%sstruct %s %s", strcmp(stars, "*") == 0 ? "const " : "",
		name, stars);
}

static void compare_request(const struct function *f)
{
	const struct model_type *a = f->old->request;
	const struct model_type *b = f->new->request;
	const char *old = a ? struct_pointer(f->work, a->name, "*") : NULL;
	const char *new = b ? struct_pointer(f->work, b->name, "*") : NULL;
	bool was_needed = f->old->request_required || f->old->body_required;
	bool is_needed = f->new->request_required || f->new->body_required;

	if (a == NULL && b == NULL)
		return;
	if (a == NULL)
		say(f, DIFF_COMPILE, "function-request-added", NULL, new);
	else if (b == NULL)
		say(f, DIFF_COMPILE, "function-request-removed", old, NULL);
	else if (!diff_same_type(&f->work->pairs, a, b))
		say(f, DIFF_COMPILE, "function-request-changed", old, new);
	else if (!was_needed && is_needed)
		say(f, DIFF_RUN, "function-request-must-be-given", NULL, NULL);
	else if (was_needed && !is_needed)
		say(f, DIFF_ADDITIVE, "function-request-may-be-null", NULL, NULL);
}

/* What a result of JSON text holds. */
static const char *json_kind(const struct model_type *type)
{
	static const char *const kinds[] = { "string", "boolean", "integer", "integer", "number" };

	return type->kind < TYPE_JSON     ? kinds[type->kind]
		: type->kind == TYPE_ENUM ? "enum"
					  : "any JSON";
}

static void compare_result(const struct function *f)
{
	const struct model_type *a = f->old->response;
	const struct model_type *b = f->new->response;
	const char *old = a ? struct_pointer(f->work, view_result(a), "**") : NULL;
	const char *new = b ? struct_pointer(f->work, view_result(b), "**") : NULL;

	if (a == NULL && b == NULL)
		return;
	if (a == NULL) {
		say(f, DIFF_COMPILE, "function-result-added", NULL, new);
	} else if (b == NULL) {
		say(f, DIFF_COMPILE, "function-result-removed", old, NULL);
	} else if (!diff_same_type(&f->work->pairs, a, b)) {
		/* JSON text of another kind has the same C type */
		if (strcmp(old, new) == 0)
			say(f, DIFF_RUN, "function-result-changed", json_kind(a), json_kind(b));
		else
			say(f, DIFF_COMPILE, "function-result-changed", old, new);
	} else {
		if (!f->old->answer_optional && f->new->answer_optional)
			say(f, DIFF_RUN, "function-result-may-be-null", NULL, NULL);
		else if (f->old->answer_optional && !f->new->answer_optional)
			say(f, DIFF_ADDITIVE, "function-result-always-given", NULL, NULL);
	}
}

/* ---- what is sent ---- */

static const char *body_type(const struct model_operation *operation)
{
	if (operation->body_media == NULL || operation->content_type != NULL)
		return operation->content_type;
	return strcmp(operation->body_media, "JSON") == 0         ? "application/json"
		: strcmp(operation->body_media, "MULTIPART") == 0 ? "multipart/form-data"
		: strcmp(operation->body_media, "FORM") == 0 ? "application/x-www-form-urlencoded"
							     : "any";
}

static const char *encoding_text(struct arena *arena, const struct model_encoding *encoding)
{
	if (encoding == NULL || encoding->content_type == NULL)
		return encoding ? encoding->style : NULL;
	if (strcmp(encoding->style, "UNSTATED") == 0)
		return encoding->content_type;
	return arena_format(arena, "%s %s", encoding->style, encoding->content_type);
}

static bool has_member(const struct table *members, const char *wire)
{
	return table_get(members, wire) != NULL;
}

static void gather_members(struct table *members, const struct model_type *type)
{
	unsigned i;

	for (i = 0; i < type->member_count; i++) {
		if (type->members[i].location == NULL)
			table_set(members, type->members[i].wire, &type->members[i]);
	}
}

/* How members of a form that stayed are encoded. */
static void compare_encodings(const struct function *f)
{
	struct table old_members = TABLE_EMPTY;
	struct table new_members = TABLE_EMPTY;
	struct table found = TABLE_EMPTY;
	struct function member = *f;
	unsigned i;

	if (f->old->encoding_count + f->new->encoding_count == 0 || f->old->request == NULL ||
		f->new->request == NULL)
		return;
	gather_members(&old_members, f->old->request);
	gather_members(&new_members, f->new->request);
	for (i = 0; i < f->new->encoding_count; i++)
		table_set(&found, f->new->encodings[i].name, &f->new->encodings[i]);
	for (i = 0; i < f->old->encoding_count; i++) {
		const struct model_encoding *a = &f->old->encodings[i];
		const struct model_encoding *b = table_get(&found, a->name);

		if (!has_member(&old_members, a->name) || !has_member(&new_members, a->name))
			continue;
		member.where.part = a->name;
		if (b == NULL || strcmp(a->style, b->style) != 0 ||
			!diff_equal(a->content_type, b->content_type))
			say(&member, DIFF_RUN, "part-encoding-changed",
				encoding_text(f->work->arena, a), encoding_text(f->work->arena, b));
	}
	table_clear(&found);
	for (i = 0; i < f->old->encoding_count; i++)
		table_set(&found, f->old->encodings[i].name, &f->old->encodings[i]);
	for (i = 0; i < f->new->encoding_count; i++) {
		const struct model_encoding *b = &f->new->encodings[i];

		member.where.part = b->name;
		if (table_get(&found, b->name) == NULL && has_member(&old_members, b->name) &&
			has_member(&new_members, b->name))
			say(&member, DIFF_RUN, "part-encoding-changed", NULL,
				encoding_text(f->work->arena, b));
	}
	table_clear(&found);
	table_clear(&old_members);
	table_clear(&new_members);
}

/* What the client says for all is told there. */
static void compare_security(const struct function *f)
{
	const struct model_security *a = f->old->security;
	const struct model_security *b = f->new->security;

	if (a == f->work->diff->old.model->security && b == f->work->diff->new.model->security)
		return;
	diff_security(f->work, &f->where, a, b);
}

static const char *own_server(const struct model_operation *operation)
{
	return operation->servers.count > 0 ? operation->servers.list[0].url : NULL;
}

static void compare_wire(const struct function *f)
{
	const struct openapi_operation *a = f->old->source;
	const struct openapi_operation *b = f->new->source;
	struct arena *arena = f->work->arena;

	if (strcmp(a->method, b->method) != 0)
		say(f, DIFF_RUN, "function-method-changed", a->method, b->method);
	if (strcmp(diff_bare_path(arena, a->path), diff_bare_path(arena, b->path)) != 0)
		say(f, DIFF_RUN, "function-path-changed", a->path, b->path);
	if (f->old->body_media != NULL && f->new->body_media != NULL) {
		if (!diff_equal(body_type(f->old), body_type(f->new)))
			say(f, DIFF_RUN, "function-body-type-changed", body_type(f->old),
				body_type(f->new));
		else
			compare_encodings(f);
	}
	compare_security(f);
	if (!diff_equal(own_server(f->old), own_server(f->new)))
		say(f, DIFF_RUN, "function-server-changed", own_server(f->old), own_server(f->new));
	if (f->old->response != NULL && f->new->response != NULL &&
		!diff_equal(f->old->accept, f->new->accept))
		say(f, DIFF_RUN, "function-accept-changed",
			f->old->accept ? f->old->accept : "application/json",
			f->new->accept ? f->new->accept : "application/json");
}

/* ---- an operation ---- */

/* An operation has up to three functions: for an answer, for all pages, for a stream. */
static const char *plain_name(const struct model_operation *operation)
{
	return operation->only_stream ? NULL : operation->function;
}

static const char *pages_name(const struct model_operation *operation)
{
	return operation->page ? operation->page->each : NULL;
}

static const char *stream_name(const struct model_operation *operation)
{
	return operation->stream ? operation->stream->function : NULL;
}

static const char *main_name(const struct model_operation *operation)
{
	return operation->only_stream ? stream_name(operation) : plain_name(operation);
}

/* follows: its name is made from one that was told already. */
static void compare_names(const struct function *f, const char *old, const char *new, bool follows)
{
	struct function form = *f;

	form.where.name = old ? old : new;
	if (old == NULL && new != NULL)
		say(&form, DIFF_ADDITIVE, "function-added", NULL, NULL);
	else if (old != NULL && new == NULL)
		say(&form, DIFF_COMPILE, "function-removed", NULL, NULL);
	else if (old != NULL && strcmp(old, new) != 0 && !follows)
		say(&form, DIFF_COMPILE, "function-renamed", old, new);
}

static void compare_stream(const struct function *f)
{
	static const char raw[] = "oac_raw_event";
	const struct model_stream *a = f->old->stream;
	const struct model_stream *b = f->new->stream;
	struct function stream = *f;

	if (a == NULL || b == NULL)
		return;
	stream.where.name = a->function;
	if (a->event == NULL || b->event == NULL
			? a->event != b->event
			: !diff_same_type(&f->work->pairs, a->event, b->event))
		say(&stream, DIFF_COMPILE, "function-event-changed",
			a->event ? a->event->name : raw, b->event ? b->event->name : raw);
	if (strcmp(a->media_type, b->media_type) != 0)
		say(&stream, DIFF_RUN, "function-accept-changed", a->media_type, b->media_type);
}

static const char *words(struct arena *arena, const struct openapi_operation *source)
{
	return arena_format(arena, "%s\n%s", source->summary ? source->summary : "",
		source->description ? source->description : "");
}

static void compare_function(struct diff_work *work, const struct model_operation *old,
	const struct model_operation *new)
{
	const struct openapi_operation *a = old->source;
	const struct openapi_operation *b = new->source;
	const struct function f = { work, { "function", main_name(old), NULL, a->node, b->node },
		old, new };

	compare_names(&f, plain_name(old), plain_name(new), false);
	compare_names(&f, pages_name(old), pages_name(new), true);
	compare_names(&f, stream_name(old), stream_name(new), false);
	compare_arguments(&f);
	compare_request(&f);
	if (!old->only_stream && !new->only_stream)
		compare_result(&f);
	compare_stream(&f);
	compare_wire(&f);
	if (a->deprecated != b->deprecated)
		say(&f, DIFF_DOCUMENTATION,
			b->deprecated ? "function-deprecated" : "function-undeprecated", NULL,
			NULL);
	diff_description(work, &f.where, "function-description-changed", words(work->arena, a),
		words(work->arena, b));
}

static const struct tree_node *paths_of(const struct diff_document *document)
{
	const struct tree_node *root = document->model->openapi->root;
	const struct tree_node *paths = tree_get(root, "paths");

	return paths ? paths : root;
}

static const char *route(struct diff_work *work, const struct model_operation *operation)
{
	return arena_format(
		work->arena, "%s %s", operation->source->method, operation->source->path);
}

void diff_functions(struct diff_work *work)
{
	const struct model *old = work->diff->old.model;
	const struct model *new = work->diff->new.model;
	const struct diff_match *match = &work->pairs.operations;
	struct diff_where where = { "function", NULL, NULL, NULL, paths_of(&work->diff->new) };
	unsigned i;

	for (i = 0; i < old->operation_count; i++) {
		const struct model_operation *operation = &old->operations[i];

		if (match->to_new[i] > 0) {
			compare_function(work, operation, &new->operations[match->to_new[i] - 1]);
			continue;
		}
		where.name = main_name(operation);
		where.old_place = operation->source->node;
		diff_say(work, &where, DIFF_COMPILE, "function-removed", route(work, operation),
			NULL, NULL);
	}
	where.old_place = paths_of(&work->diff->old);
	for (i = 0; i < new->operation_count; i++) {
		const struct model_operation *operation = &new->operations[i];

		if (match->to_old[i] > 0)
			continue;
		where.name = main_name(operation);
		where.new_place = operation->source->node;
		diff_say(work, &where, DIFF_ADDITIVE, "function-added", NULL,
			route(work, operation), NULL);
	}
}

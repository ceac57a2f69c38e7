/*
 * Layout: which members are structs inside and which are pointers, which file a
 * type belongs to, and the order in which C wants the definitions.
 */
#include "model.h"

#include <string.h>

/* ---- cycles ---- */

struct tarjan {
	unsigned index;
	unsigned component;
	struct model_type **stack;
	unsigned depth;
};

static bool may_be_inside(const struct model_member *member)
{
	return member->type->kind == TYPE_OBJECT && member->required && !member->nullable &&
		member->location == NULL;
}

/* Strongly connected components of "has to contain": within one, every edge is a pointer. */
static void connect(struct tarjan *t, struct model_type *type)
{
	unsigned i;

	type->index = type->low = ++t->index;
	type->on_stack = true;
	t->stack[t->depth++] = type;
	for (i = 0; i < type->member_count; i++) {
		struct model_type *target = type->members[i].type;

		if (!may_be_inside(&type->members[i]))
			continue;
		if (target->index == 0) {
			connect(t, target);
			if (target->low < type->low)
				type->low = target->low;
		} else if (target->on_stack && target->index < type->low) {
			type->low = target->index;
		}
	}
	if (type->low == type->index) {
		struct model_type *member;

		t->component++;
		do {
			member = t->stack[--t->depth];
			member->on_stack = false;
			member->component = t->component;
		} while (member != type);
	}
}

static void find_cycles(struct model *model)
{
	struct tarjan t = { 0, 0, NULL, 0 };
	struct model_type *type;
	unsigned count = 0;
	unsigned i;

	for (type = model->types; type != NULL; type = type->next)
		count++;
	t.stack = arena_alloc(model->arena, (count + 1) * sizeof(struct model_type *));
	for (type = model->types; type != NULL; type = type->next) {
		if (type->kind == TYPE_OBJECT && type->index == 0)
			connect(&t, type);
	}
	for (type = model->types; type != NULL; type = type->next) {
		for (i = 0; i < type->member_count; i++) {
			struct model_member *member = &type->members[i];

			member->inside =
				may_be_inside(member) && member->type->component != type->component;
		}
	}
}

/* ---- files ---- */

static void reach(struct model_type *type, unsigned group)
{
	unsigned i;

	if (type == NULL || type->builtin || type->reached == group + 1)
		return;
	if (type->reached != 0 && type->group == 0)
		return; /* it is shared already; what it reaches will be */
	type->group = type->reached == 0 ? group : 0;
	type->reached = group + 1;
	for (i = 0; i < type->member_count; i++)
		reach(type->members[i].type, group);
	for (i = 0; i < type->variant_count; i++)
		reach(type->variants[i].type, group);
	reach(type->item, group);
}

static void find_groups(struct model *model)
{
	const struct model_operation *operation;
	struct model_type *type;
	unsigned group;
	unsigned i;

	for (group = 1; group < model->group_count; group++) {
		for (operation = model->groups[group].operations; operation != NULL;
			operation = operation->next) {
			reach(operation->request, group);
			reach(operation->response, group);
			for (i = 0; i < operation->error_count; i++)
				reach(operation->errors[i].type, group);
			if (operation->stream != NULL)
				reach(operation->stream->event, group);
		}
	}
	/* What no operation reaches is shared; and what a shared type reaches must be, too. */
	for (type = model->types; type != NULL; type = type->next) {
		if (type->reached == 0 || type->group == 0) {
			type->reached = 0;
			reach(type, 0);
		}
	}
}

/* ---- order ---- */

static void order(struct model *model, struct model_type *type)
{
	struct model_group *group;
	unsigned i;

	if (type == NULL || type->builtin || type->name == NULL || type->ordered)
		return;
	type->ordered = true;
	for (i = 0; i < type->member_count; i++) {
		if (type->members[i].inside || type->members[i].type->kind != TYPE_OBJECT)
			order(model, type->members[i].type);
	}
	for (i = 0; i < type->variant_count; i++) {
		if (type->variants[i].type->kind != TYPE_OBJECT &&
			type->variants[i].type->kind != TYPE_UNION)
			order(model, type->variants[i].type);
	}
	/* lists and maps only point at what they hold, but an enum cannot be declared ahead */
	if (type->kind == TYPE_LIST && type->item->kind == TYPE_ENUM)
		order(model, type->item);
	group = &model->groups[type->group];
	*group->types_end = type;
	group->types_end = &type->next_ordered;
}

void model_order(struct model *model)
{
	struct model_type *type;
	unsigned i;

	find_cycles(model);
	find_groups(model);
	for (i = 0; i < model->group_count; i++)
		model->groups[i].types_end = &model->groups[i].types;
	for (type = model->types; type != NULL; type = type->next)
		order(model, type);
}

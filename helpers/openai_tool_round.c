#include "openai_tool_round.h"

#include "oac_buffer.h"
#include "oac_error_set.h"
#include "oac_memory.h"
#include "oac_text.h"

#include <string.h>

enum {
	REPLY_MAX = 64 << 20,
	CALLS_MAX = 1 << 16, /* of one round */
};

struct openai_tool_reply {
	struct oac_buffer text;
};

void openai_tool_reply_add(struct openai_tool_reply *reply, const char *text)
{
	oac_buffer_add_text(&reply->text, text);
}

void openai_tool_reply_add_bytes(struct openai_tool_reply *reply, const char *text, size_t len)
{
	oac_buffer_add(&reply->text, text, len);
}

static const struct openai_tool_function *find_function(
	const struct openai_tool_function_list *tools, const char *name)
{
	for (size_t i = 0; name != NULL && i < tools->count; i++)
		if (strcmp(tools->items[i].name, name) == 0)
			return &tools->items[i];
	return NULL;
}

/* A failure as the model can read it, with what the function said of it. */
static void tell_failure(struct openai_tool_reply *reply, const char *problem)
{
	struct oac_buffer said = reply->text;

	oac_buffer_init(&reply->text, REPLY_MAX);
	oac_buffer_add_text(&reply->text, "error: ");
	oac_buffer_add_text(&reply->text, said.len > 0 ? said.text : problem);
	if (said.failed)
		reply->text.failed = said.failed;
	oac_buffer_clear(&said);
}

/* Whether it can be sent as a string. */
static bool is_text(const struct oac_buffer *buffer)
{
	const char *end = buffer->text + buffer->len;

	for (const char *p = buffer->text; p < end;) {
		size_t len = (unsigned char)*p < 0x80 ? *p != '\0' : oac_text_utf8(p, end);

		if (len == 0)
			return false;
		p += len;
	}
	return true;
}

/* False: the function gives up on the run. */
static bool answer(const struct openai_run_tool_call *call,
	const struct openai_tool_function_list *tools, struct openai_tool_reply *reply)
{
	const struct openai_tool_function *function = find_function(tools, call->function.name);
	const char *arguments = call->function.arguments != NULL ? call->function.arguments : "";
	const char *problem = "the function failed";
	enum openai_tool_result result;

	oac_buffer_init(&reply->text, REPLY_MAX);
	oac_buffer_add_text(&reply->text, "");
	if (function == NULL) {
		tell_failure(reply, "there is no such function");
		return true;
	}
	result = function->call(function->user, arguments, reply);
	if (result == OPENAI_TOOL_STOP)
		return false;
	if (!reply->text.failed && !is_text(&reply->text)) {
		result = OPENAI_TOOL_FAILED;
		reply->text.len = 0;
		problem = "the function's output is no text";
	}
	if (result != OPENAI_TOOL_DONE)
		tell_failure(reply, problem);
	return true;
}

static enum oac_status make_room(
	struct openai_tool_round *round, size_t count, struct oac_error *err)
{
	if (count > CALLS_MAX)
		return oac_error_set(
			err, OAC_E_LIMIT, "the run requires over %d calls at once", CALLS_MAX);
	round->outputs = oac_malloc((count + 1) * sizeof(*round->outputs));
	round->replies = oac_malloc((count + 1) * sizeof(*round->replies));
	if (round->outputs == NULL || round->replies == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	memset(round->outputs, 0, (count + 1) * sizeof(*round->outputs));
	return OAC_OK;
}

enum oac_status openai_tool_round_call(struct openai_tool_round *round,
	const struct openai_run *run, const struct openai_tool_function_list *tools,
	struct oac_error *err)
{
	const struct openai_run_tool_call_list *calls;
	enum oac_status status;

	memset(round, 0, sizeof(*round));
	if (run->required_action == NULL)
		return oac_error_set(
			err, OAC_E_PROTOCOL, "the run requires action, but does not say which");
	calls = &run->required_action->submit_tool_outputs.tool_calls;
	status = make_room(round, calls->count, err);
	for (size_t i = 0; i < calls->count && status == OAC_OK; i++) {
		struct openai_tool_reply *reply = &round->replies[i];

		round->count = i + 1;
		if (!answer(&calls->items[i], tools, reply))
			return oac_error_set(err, OAC_E_CANCELLED,
				"the function %s gave up on the run",
				calls->items[i].function.name);
		if (reply->text.failed)
			status = oac_error_buffer(err, &reply->text, "the output of a function");
		round->outputs[i].tool_call_id = calls->items[i].id;
		round->outputs[i].output = reply->text.text;
	}
	round->request.tool_outputs =
		(struct openai_tool_output_list){ round->count, round->outputs };
	return status;
}

void openai_tool_round_clear(struct openai_tool_round *round)
{
	for (size_t i = 0; i < round->count; i++)
		oac_buffer_clear(&round->replies[i].text);
	oac_mem_free(round->replies);
	oac_mem_free(round->outputs);
	memset(round, 0, sizeof(*round));
}

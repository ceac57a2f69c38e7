#include "openai_message_text.h"

#include "oac_buffer.h"

#include <string.h>

char *openai_message_text(const struct openai_message *message)
{
	struct oac_buffer text = OAC_BUFFER_MAX(SIZE_MAX / 2);
	size_t len;
	size_t i;

	if (message == NULL)
		return NULL;
	for (i = 0; i < message->content.count; i++) {
		const struct openai_message_content *part = &message->content.items[i];

		if (part->kind == OPENAI_MESSAGE_CONTENT_TEXT && part->as.text != NULL &&
			part->as.text->text.value != NULL)
			oac_buffer_add_text(&text, part->as.text->text.value);
	}
	return oac_buffer_take(&text, &len);
}

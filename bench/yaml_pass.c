/*
 * The yardstick for the compiler: a whole process that reads a document and lets
 * libyaml make one pass of events over it, which is the least that any reader
 * of YAML has to do.
 *
 *	yaml_pass FILE
 */
#include <yaml.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned char *read_file(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	unsigned char *text = NULL;
	long size;

	if (file == NULL)
		return NULL;
	if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) > 0 && fseek(file, 0, SEEK_SET) == 0) {
		*len = (size_t)size;
		text = malloc(*len);
		if (text != NULL && fread(text, 1, *len, file) != *len) {
			free(text);
			text = NULL;
		}
	}
	fclose(file);
	return text;
}

/* The number of events, or 0 when the text is not YAML. */
static unsigned long count_events(const unsigned char *text, size_t len)
{
	yaml_parser_t parser;
	unsigned long count = 0;
	bool done = false;

	if (!yaml_parser_initialize(&parser))
		return 0;
	yaml_parser_set_input_string(&parser, text, len);
	while (!done) {
		yaml_event_t event;

		if (!yaml_parser_parse(&parser, &event)) {
			count = 0;
			break;
		}
		count++;
		done = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return count;
}

int main(int argc, char **argv)
{
	unsigned char *text;
	unsigned long count;
	size_t len = 0;

	if (argc != 2) {
		fprintf(stderr, "usage: yaml_pass FILE\n");
		return 2;
	}
	text = read_file(argv[1], &len);
	if (text == NULL) {
		perror(argv[1]);
		return 1;
	}
	count = count_events(text, len);
	free(text);
	printf("%lu events\n", count);
	return count > 0 ? 0 : 1;
}

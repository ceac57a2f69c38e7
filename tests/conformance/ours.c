#define _POSIX_C_SOURCE 200809L

#include "golden.h"

#include <errno.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	RULES_MAX = 64,
};

struct rule {
	char *line; /* holds the three texts */
	const char *name;
	const char *cases;
	const char *reason;
};

struct ours {
	struct rule rules[RULES_MAX];
	size_t count;
};

static bool split(struct rule *rule, char *line)
{
	char *first = strchr(line, '\t');
	char *second = first != NULL ? strchr(first + 1, '\t') : NULL;

	if (second == NULL)
		return false;
	*first = '\0';
	*second = '\0';
	*rule = (struct rule){ line, line, first + 1, second + 1 };
	return *rule->name != '\0' && *rule->cases != '\0' && *rule->reason != '\0';
}

static bool add_line(struct ours *ours, const char *line)
{
	char *copy;

	if (line[0] == '\0' || line[0] == '#')
		return true;
	if (ours->count == RULES_MAX)
		return false;
	copy = strdup(line);
	if (copy == NULL)
		return false;
	ours->rules[ours->count].line = copy;
	return split(&ours->rules[ours->count++], copy);
}

struct ours *ours_read(const char *file)
{
	struct ours *ours = calloc(1, sizeof(*ours));
	FILE *in = fopen(file, "r");
	char *line = NULL;
	size_t size = 0;
	int number = 0;
	bool ok = ours != NULL && in != NULL;

	if (in == NULL)
		fprintf(stderr, "%s: %s\n", file, strerror(errno));
	while (ok && getline(&line, &size, in) != -1) {
		number++;
		line[strcspn(line, "\n")] = '\0';
		ok = add_line(ours, line);
		if (!ok)
			fprintf(stderr, "%s:%d: not \"rule TAB cases TAB reason\"\n", file, number);
	}
	free(line);
	if (in != NULL)
		fclose(in);
	if (ok)
		return ours;
	ours_free(ours);
	return NULL;
}

void ours_free(struct ours *ours)
{
	if (ours == NULL)
		return;
	for (size_t i = 0; i < ours->count; i++)
		free(ours->rules[i].line);
	free(ours);
}

static void note(struct verdict *verdict, const char *rule)
{
	size_t len = strlen(verdict->ours);

	if (strstr(verdict->ours, rule) != NULL)
		return;
	snprintf(verdict->ours + len, sizeof(verdict->ours) - len, "%s%s", len > 0 ? ", " : "", rule);
}

const char *ours_apply(const struct ours *ours, const char *rule, const char *name,
	struct verdict *verdict)
{
	for (size_t i = 0; i < ours->count; i++) {
		if (strcmp(ours->rules[i].name, rule) == 0 &&
			fnmatch(ours->rules[i].cases, name, 0) == 0) {
			note(verdict, rule);
			return ours->rules[i].reason;
		}
	}
	return NULL;
}

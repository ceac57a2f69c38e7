#include "options.h"

#include <stdio.h>
#include <string.h>

void options_help(void)
{
	fputs("usage: oac generate SPEC --out DIR [options]\n"
	      "       oac model SPEC [options]\n"
	      "       oac init SPEC > CONFIG\n"
	      "       oac diff OLD NEW [--json | --markdown] [options]\n"
	      "       oac version | help [diff]\n"
	      "\n"
	      "generate writes a C library for the OpenAPI document SPEC into DIR; model prints\n"
	      "what the templates see, as JSON; init prints a configuration to begin with; diff\n"
	      "tells what changed for C callers between two documents, see oac help diff. SPEC -\n"
	      "is standard input.\n"
	      "\n"
	      "  --out DIR         where the library goes\n"
	      "  --config FILE     names, environment variables, paging: see spec/oac.yaml;\n"
	      "                    may be repeated: later ones add to earlier ones, and replace\n"
	      "  --overlay FILE    OpenAPI overlay that changes the document first; may be repeated\n"
	      "  --name NAME       of the library and its files (default: the document's title)\n"
	      "  --prefix P        of every public name (default: the name)\n"
	      "  --tag T           only operations with this tag; may be repeated\n"
	      "  --path GLOB       only operations whose path matches; * is any text; may be repeated\n"
	      "  --operation ID    only this operationId; may be repeated\n"
	      "  --templates DIR   templates that replace those within oac, by name\n"
	      "  --vendor          a folder that builds alone: with the runtime, helpers, build files\n"
	      "  --amalgamate      all of that in one .c and one .h\n"
	      "  --runtime-prefix P\n"
	      "                    instead of oac, for the runtime's own names: two APIs in one program\n"
	      "  --check           write nothing; fail when the output differs\n"
	      "  --watch           generate again whenever an input changes, until stopped\n"
	      "  --force           replace files that were edited or that oac did not write\n"
	      "  --json            diff: a report for programs\n"
	      "  --markdown        diff: a report for a changelog\n"
	      "  --strict          warnings are errors\n"
	      "  --verbose         all warnings, and how long each stage took, on stderr\n"
	      "\n"
	      "Exit status: 0 done, 1 the document or a check failed, 2 wrong use;\n"
	      "of diff also: 3 additive changes, 4 breaking changes.\n",
		stdout);
}

static bool wrong(const char *format, const char *what)
{
	fputs("oac: error: ", stderr);
	fprintf(stderr, format, what);
	fputs("; see oac help\n", stderr);
	return false;
}

static bool add(struct option_list *list, const char *name, const char *value)
{
	if (list->count == OPTIONS_MAX_LIST)
		return wrong("too many %s", name);
	list->items[list->count++] = value;
	return true;
}

static bool read_command(struct options *options, const char *word)
{
	static const struct {
		const char *word;
		enum command command;
	} commands[] = {
		{ "help", COMMAND_HELP },
		{ "--help", COMMAND_HELP },
		{ "-h", COMMAND_HELP },
		{ "version", COMMAND_VERSION },
		{ "--version", COMMAND_VERSION },
		{ "generate", COMMAND_GENERATE },
		{ "model", COMMAND_MODEL },
		{ "diff", COMMAND_DIFF },
		{ "init", COMMAND_INIT },
	};
	size_t i;

	for (i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (strcmp(word, commands[i].word) == 0) {
			options->command = commands[i].command;
			return true;
		}
	}
	return wrong("unknown command '%s'", word);
}

static bool add_argument(struct options *options, const char *word)
{
	if (options->command == COMMAND_HELP && options->topic == COMMAND_HELP &&
		strcmp(word, "diff") == 0)
		options->topic = COMMAND_DIFF;
	else if (options->spec == NULL)
		options->spec = word;
	else if (options->command == COMMAND_DIFF && options->spec_new == NULL)
		options->spec_new = word;
	else
		return wrong("'%s' is one argument too many", word);
	return true;
}

/* What each command needs, and what means nothing to it. */
static bool check(const struct options *options)
{
	bool diff = options->command == COMMAND_DIFF;

	if (options->command == COMMAND_HELP || options->command == COMMAND_VERSION)
		return true;
	if (options->spec == NULL)
		return wrong("%s", "the document is missing");
	if (options->command == COMMAND_GENERATE && options->out == NULL)
		return wrong("%s", "--out is missing");
	if (options->watch && (options->command != COMMAND_GENERATE || options->check))
		return wrong("%s", "--watch is for generate, without --check");
	if (options->watch && strcmp(options->spec, "-") == 0)
		return wrong("%s", "--watch needs a file, not standard input");
	if (!diff && (options->json || options->markdown))
		return wrong("%s is for diff", options->json ? "--json" : "--markdown");
	if (options->command == COMMAND_INIT &&
		(options->configs.count > 0 || options->out != NULL))
		return wrong(
			"%s", "init prints a configuration: --config and --out mean nothing to it");
	if (options->vendor && options->amalgamate)
		return wrong("%s", "--vendor and --amalgamate exclude each other");
	if (!diff)
		return true;
	if (options->spec_new == NULL)
		return wrong("%s", "the new document is missing");
	if (strcmp(options->spec, "-") == 0 && strcmp(options->spec_new, "-") == 0)
		return wrong("%s", "only one of the two documents can be standard input");
	if (options->json && options->markdown)
		return wrong("%s", "--json and --markdown exclude each other");
	if (options->out != NULL || options->templates != NULL || options->vendor ||
		options->amalgamate || options->runtime_prefix != NULL || options->check ||
		options->force)
		return wrong("%s",
			"diff writes no files: --out, --templates, --vendor, --amalgamate, --runtime-prefix, --check "
			"and --force mean nothing to it");
	return true;
}

bool options_read(struct options *options, int argc, char **argv)
{
	const struct {
		const char *name;
		const char **value;
		struct option_list *list;
		bool *flag;
	} known[] = {
		{ "--out", &options->out, NULL, NULL },
		{ "--config", NULL, &options->configs, NULL },
		{ "--name", &options->name, NULL, NULL },
		{ "--prefix", &options->prefix, NULL, NULL },
		{ "--templates", &options->templates, NULL, NULL },
		{ "--overlay", NULL, &options->overlays, NULL },
		{ "--tag", NULL, &options->tags, NULL },
		{ "--path", NULL, &options->paths, NULL },
		{ "--operation", NULL, &options->operations, NULL },
		{ "--runtime-prefix", &options->runtime_prefix, NULL, NULL },
		{ "--vendor", NULL, NULL, &options->vendor },
		{ "--amalgamate", NULL, NULL, &options->amalgamate },
		{ "--check", NULL, NULL, &options->check },
		{ "--watch", NULL, NULL, &options->watch },
		{ "--force", NULL, NULL, &options->force },
		{ "--strict", NULL, NULL, &options->strict },
		{ "--verbose", NULL, NULL, &options->verbose },
		{ "--json", NULL, NULL, &options->json },
		{ "--markdown", NULL, NULL, &options->markdown },
	};
	int i;
	size_t k;

	memset(options, 0, sizeof(*options));
	if (argc < 2)
		return wrong("%s", "a command is missing");
	if (!read_command(options, argv[1]))
		return false;
	for (i = 2; i < argc; i++) {
		const char *word = argv[i];
		bool found = false;

		if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
			options->topic = options->command;
			options->command = COMMAND_HELP;
			return true;
		}
		if (word[0] != '-' || word[1] == '\0') {
			if (!add_argument(options, word))
				return false;
			continue;
		}
		for (k = 0; k < sizeof(known) / sizeof(known[0]) && !found; k++) {
			size_t len = strlen(known[k].name);
			const char *value = NULL;

			if (strncmp(word, known[k].name, len) != 0 ||
				(word[len] != '\0' && word[len] != '='))
				continue;
			found = true;
			if (known[k].flag != NULL) {
				if (word[len] == '=')
					return wrong("%s takes no value", known[k].name);
				*known[k].flag = true;
				continue;
			}
			value = word[len] == '=' ? word + len + 1 : i + 1 < argc ? argv[++i] : NULL;
			if (value == NULL || value[0] == '\0')
				return wrong("%s needs a value", known[k].name);
			if (known[k].list != NULL && !add(known[k].list, known[k].name, value))
				return false;
			if (known[k].value != NULL && *known[k].value != NULL)
				return wrong("%s is given twice", known[k].name);
			if (known[k].value != NULL)
				*known[k].value = value;
		}
		if (!found)
			return wrong("unknown option '%s'", word);
	}
	return check(options);
}

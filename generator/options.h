/* options.h: the command line. */
#ifndef OAC_OPTIONS_H
#define OAC_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum command {
	COMMAND_HELP,
	COMMAND_VERSION,
	COMMAND_GENERATE,
	COMMAND_MODEL,
	COMMAND_DIFF,
	COMMAND_INIT,
};

enum {
	OPTIONS_MAX_LIST = 256,
};

struct option_list {
	const char *items[OPTIONS_MAX_LIST];
	size_t count;
};

struct options {
	enum command command;
	enum command topic; /* of COMMAND_HELP; COMMAND_HELP: all */
	const char *spec;
	const char *spec_new; /* COMMAND_DIFF */
	const char *out;
	const char *name;
	const char *prefix;
	const char *runtime_prefix;
	const char *templates;
	struct option_list configs;
	struct option_list overlays;
	struct option_list tags;
	struct option_list paths;
	struct option_list operations;
	bool vendor;
	bool amalgamate;
	bool check;
	bool watch;
	bool force;
	bool strict;
	bool verbose;
	bool json;
	bool markdown;
};

/* False: one line was printed on stderr, and the exit status is 2. */
bool options_read(struct options *options, int argc, char **argv);
void options_help(void);

#endif

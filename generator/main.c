/* oac: an OpenAPI document goes in, a C library for that API comes out. */
#include "compile.h"
#include "diff.h"
#include "options.h"
#include "version.h"
#include "watch.h"

#include <stdio.h>

int main(int argc, char **argv)
{
	struct options options;

	if (!options_read(&options, argc, argv))
		return 2;
	switch (options.command) {
	case COMMAND_HELP:
		if (options.topic == COMMAND_DIFF)
			diff_help();
		else
			options_help();
		return 0;
	case COMMAND_VERSION:
		printf("oac %s\n", OAC_VERSION);
		return 0;
	default:
		return options.watch ? watch(&options) : compile(&options, NULL, NULL);
	}
}

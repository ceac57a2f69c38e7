/*
 * embed: writes a C file that holds files as bytes, for the compiler to carry its
 * templates and the runtime within.
 *
 *	embed KIND:FILE... > builtin.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int embed_bytes(const char *path, unsigned long n)
{
	FILE *file = fopen(path, "rb");
	unsigned long len = 0;
	int c;

	if (file == NULL) {
		perror(path);
		return 0;
	}
	printf("static const unsigned char bytes_%lu[] = {", n);
	while ((c = getc(file)) != EOF)
		printf("%s%d,", len++ % 20 == 0 ? "\n" : "", c);
	printf("0\n};\n");
	fclose(file);
	return 1;
}

int main(int argc, char **argv)
{
	int i;

	printf("#include \"builtin.h\"\n\n");
	for (i = 1; i < argc; i++) {
		const char *colon = strchr(argv[i], ':');

		if (colon == NULL || !embed_bytes(colon + 1, (unsigned long)i)) {
			fprintf(stderr, "embed: cannot embed %s\n", argv[i]);
			return 1;
		}
	}
	printf("\nconst struct builtin_file builtin_files[] = {\n");
	for (i = 1; i < argc; i++) {
		const char *colon = strchr(argv[i], ':');
		const char *slash = strrchr(argv[i], '/');
		const char *name = slash ? slash + 1 : colon + 1;

		printf("\t{ BUILTIN_%.*s, \"%s\", bytes_%d, sizeof(bytes_%d) - 1 },\n", (int)(colon - argv[i]), argv[i],
			name, i, i);
	}
	printf("};\n\nconst size_t builtin_count = sizeof(builtin_files) / sizeof(builtin_files[0]);\n");
	return 0;
}

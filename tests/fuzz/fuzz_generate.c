/* fuzz_generate: any bytes as a document, through all stages up to the files, which stay in memory. */
#include "config.h"
#include "model.h"
#include "openapi.h"
#include "output.h"
#include "reference.h"
#include "render.h"
#include "source.h"
#include "view.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diag diag = { .quiet = true };
	struct source source;
	struct reference reference;
	struct openapi openapi;
	struct config config = { 0 };
	struct model model = { 0 };
	struct options options = { 0 };
	struct templates templates = { 0 };
	struct output output;
	struct arena arena = ARENA_EMPTY;
	const struct source_file *file;

	source_init(&source, &diag);
	diag.source = &source;
	output_init(&output, "/nowhere", &diag);
	file = source_text(&source, "/nowhere/fuzz.yaml", (const char *)data, size);
	if (file != NULL && file->root != NULL) {
		reference_init(&reference, &source, file);
		if (openapi_load(&openapi, &reference, file->root, &diag) &&
			config_load(&config, NULL, "api", NULL, NULL, &arena, &diag) &&
			model_build(&model, &openapi, &config, &arena, &diag))
			render_files(&output, view_build(&model, "fuzz.yaml", &arena), &options, &templates, &config, &arena);
		model_clear(&model);
		openapi_clear(&openapi);
		reference_clear(&reference);
	}
	output_clear(&output);
	arena_clear(&arena);
	source_clear(&source);
	diag_clear(&diag);
	return 0;
}

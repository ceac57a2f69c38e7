/* fuzz_overlay: any bytes as an overlay of a small document, and what comes out through the model. */
#include "config.h"
#include "model.h"
#include "openapi.h"
#include "overlay.h"
#include "reference.h"
#include "source.h"
#include "view.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char document[] =
	"openapi: 3.1.0\n"
	"info: {title: t, version: '1'}\n"
	"paths:\n"
	"  /a/{id}:\n"
	"    get:\n"
	"      operationId: getA\n"
	"      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n"
	"      responses: {'200': {description: d, content: {application/json:\n"
	"        {schema: {$ref: '#/components/schemas/A'}}}}}\n"
	"components:\n"
	"  schemas:\n"
	"    A: &a {type: object, properties: {x: {type: integer}, y: {enum: [u, v]}}}\n"
	"    B: *a\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const paths[] = { "overlay.yaml" };
	struct diag diag = { .quiet = true };
	struct source source;
	struct reference reference;
	struct openapi openapi;
	struct config config = { 0 };
	struct model model = { 0 };
	struct arena arena = ARENA_EMPTY;
	const struct source_file *file;

	source_init(&source, &diag);
	file = source_text(&source, "/nowhere/fuzz.yaml", document, sizeof(document) - 1);
	if (source_text(&source, paths[0], (const char *)data, size) != NULL &&
		overlay_apply(&source, file, paths, 1)) {
		reference_init(&reference, &source, file);
		if (openapi_load(&openapi, &reference, file->root, &diag) &&
			config_load(&config, NULL, "api", NULL, NULL, &arena, &diag) &&
			model_build(&model, &openapi, &config, &arena, &diag))
			view_build(&model, "fuzz.yaml", &arena);
		model_clear(&model);
		openapi_clear(&openapi);
		reference_clear(&reference);
	}
	arena_clear(&arena);
	source_clear(&source);
	diag_clear(&diag);
	return 0;
}

/* tides: high and low waters at a station. See ../README.md. */
#include "tides.h"

#include <stdio.h>

int main(int argc, char **argv)
{
	struct oac_error err;
	struct oac_client *client = tides_client_new(NULL, &err); /* TIDES_KEY, TIDES_URL */
	const struct tides_list_tides_request request = { .from = "2026-01-31", .days = OAC_INT(2) };
	struct tides_tide_list *list = NULL;
	size_t i;

	if (client == NULL || tides_list_tides(client, argc > 1 ? argv[1] : "kiel", &request, NULL, &list, &err) != OAC_OK)
		fprintf(stderr, "%s %s\n", err.message, err.server_message);
	for (i = 0; list != NULL && i < list->count; i++)
		printf("%s %s %5.2f m%s\n", list->items[i].time, tides_water_text(list->items[i].water),
			list->items[i].height, list->items[i].spring.value ? ", spring tide" : "");
	tides_tide_list_free(list);
	oac_client_free(client);
	return err.status != OAC_OK;
}

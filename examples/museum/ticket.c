/* ticket: buys a ticket and writes the image of its code to standard output. See ../README.md. */
#include "museum.h"

#include <stdio.h>

int main(void)
{
	const struct oac_client_options options = { .username = "guest", .password = "art4all" };
	const struct museum_ticket_order order = { .ticket_type = MUSEUM_TICKET_TYPE_GENERAL, .ticket_date = "2026-09-07" };
	struct oac_error err;
	struct oac_client *client = museum_client_new(&options, &err); /* MUSEUM_URL */
	struct museum_purchase *ticket = NULL;
	struct oac_bytes *image = NULL;

	if (client == NULL || museum_tickets_buy(client, &order, NULL, &ticket, &err) != OAC_OK ||
		museum_tickets_code(client, ticket->ticket_id, NULL, &image, &err) != OAC_OK ||
		fwrite(image->data, 1, image->len, stdout) < image->len)
		fprintf(stderr, "%s %s\n", err.message, err.server_message);
	oac_value_free(image);
	museum_purchase_free(ticket);
	oac_client_free(client);
	return err.status != OAC_OK;
}

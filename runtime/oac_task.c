#include "oac_task.h"

#include "oac_client_type.h"

const struct oac_transport *oac_task_transport(struct oac_task *task, struct oac_client *client)
{
	return task->host != NULL ? task->host->transport(task, client) : &client->transport;
}

bool oac_task_wait(struct oac_task *task, int64_t until, int64_t wait_ms)
{
	int64_t left = oac_time_left(until);
	bool whole = left >= 0 && (wait_ms < 0 || left <= wait_ms);

	if (oac_task_is_stopped(task) || left == 0)
		return true;
	if (wait_ms == 0)
		return false;
	return oac_sleep_ms(whole ? left : wait_ms, task->cancel) != OAC_OK || whole;
}

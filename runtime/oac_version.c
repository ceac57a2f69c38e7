#include "oac_version.h"

const char *oac_version(void)
{
	return OAC_VERSION;
}

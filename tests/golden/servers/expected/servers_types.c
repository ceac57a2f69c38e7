/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "servers_types.h"

#include "servers_tables.h"

static const char *const servers_server_values[] = {
	"2",
	"sandbox",
};

const struct oac_enum servers_server_type = OAC_ENUM_TYPE(servers_server, servers_server_values);

const char *servers_server_text(enum servers_server value)
{
	return oac_enum_text(&servers_server_type, (int)value);
}

#define _POSIX_C_SOURCE 200809L
#include "oac_curl_exchange.h"

#include "oac_error_set.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

enum {
	MAX_CONNECTIONS = 64,
	MAX_IDLE = 16,
	/* Before this version of libcurl, threads that share TLS sessions race in OpenSSL. */
	TLS_SHARE_SINCE = 0x080c00,
};

static void lock_share(CURL *easy, curl_lock_data data, curl_lock_access access, void *user)
{
	struct oac_curl_settings *settings = user;

	(void)easy;
	(void)access;
	oac_mutex_lock(settings->locks[data]);
}

static void unlock_share(CURL *easy, curl_lock_data data, void *user)
{
	struct oac_curl_settings *settings = user;

	(void)easy;
	oac_mutex_unlock(settings->locks[data]);
}

static bool start_curl(void)
{
	static bool started;
	bool ok;

	oac_global_lock();
	started = started || curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
	ok = started;
	oac_global_unlock();
	return ok;
}

static bool copy_options(struct oac_curl_settings *settings, const struct oac_curl_options *options)
{
	struct oac_curl_options *own = &settings->options;
	struct oac_arena *arena = &settings->arena;

	if (options != NULL)
		*own = *options;
	if (own->max_connections <= 0)
		own->max_connections = MAX_CONNECTIONS;
	if (own->max_idle <= 0)
		own->max_idle = MAX_IDLE;
	return oac_arena_init(arena, 0) && oac_arena_keep(arena, &own->ca_file) &&
		oac_arena_keep(arena, &own->client_cert) &&
		oac_arena_keep(arena, &own->client_key) && oac_arena_keep(arena, &own->proxy) &&
		oac_arena_keep(arena, &own->unix_socket);
}

static bool make_share(struct oac_curl_settings *settings)
{
	CURLSH *share;

	for (int i = 0; i < CURL_LOCK_DATA_LAST; i++) {
		settings->locks[i] = oac_mutex_new();
		if (settings->locks[i] == NULL)
			return false;
	}
	share = settings->share = curl_share_init();
	if (share == NULL || curl_share_setopt(share, CURLSHOPT_USERDATA, settings) != CURLSHE_OK ||
		curl_share_setopt(share, CURLSHOPT_LOCKFUNC, lock_share) != CURLSHE_OK ||
		curl_share_setopt(share, CURLSHOPT_UNLOCKFUNC, unlock_share) != CURLSHE_OK ||
		curl_share_setopt(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS) != CURLSHE_OK)
		return false;
	return curl_version_info(CURLVERSION_NOW)->version_num < TLS_SHARE_SINCE ||
		curl_share_setopt(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION) !=
			CURLSHE_NOMEM;
}

enum oac_status oac_curl_settings_init(struct oac_curl_settings *settings,
	const struct oac_curl_options *options, struct oac_error *err)
{
	memset(settings, 0, sizeof(*settings));
	if (!start_curl())
		return oac_error_set(err, OAC_E_CONFIG, "libcurl cannot be started");
	if (!copy_options(settings, options) || !make_share(settings))
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	return OAC_OK;
}

static bool has_proxy_in_environment(void)
{
	static const char *const names[] = { "http_proxy", "all_proxy", "ALL_PROXY" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && value[0] != '\0')
			return true;
	}
	return false;
}

bool oac_curl_may_signal(
	const struct oac_curl_settings *settings, const struct oac_request *request)
{
#ifdef MSG_NOSIGNAL
	const char *proxy = settings->options.proxy;

	return strncasecmp(request->url, "http:", 5) != 0 || settings->options.setup != NULL ||
		(proxy != NULL ? proxy[0] != '\0' : has_proxy_in_environment());
#else
	(void)settings;
	(void)request;
	return true;
#endif
}

void oac_curl_settings_clear(struct oac_curl_settings *settings)
{
	struct oac_sigpipe_guard guard;

	oac_sigpipe_begin(&guard);
	if (settings->share != NULL)
		curl_share_cleanup(settings->share);
	oac_sigpipe_end(&guard);
	for (int i = 0; i < CURL_LOCK_DATA_LAST; i++)
		oac_mutex_free(settings->locks[i]);
	oac_arena_clear(&settings->arena);
}

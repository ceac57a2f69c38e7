/*
 * oac_operation.h: the tables that say how an operation is called, and the
 * functions that generated code calls with them. Programs don't use this header.
 */
#ifndef OAC_OPERATION_H
#define OAC_OPERATION_H

#include "oac_client.h"
#include "oac_codec.h"

enum oac_media {
	OAC_MEDIA_NONE = 0,
	OAC_MEDIA_JSON,
	OAC_MEDIA_FORM,	     /* application/x-www-form-urlencoded */
	OAC_MEDIA_MULTIPART, /* multipart/form-data */
	OAC_MEDIA_RAW,	     /* bytes: struct oac_body in a request, struct oac_bytes in an answer */
};

enum {
	OAC_BODY_REQUIRED = 1, /* a request without a body is refused */
	OAC_BODY_MEMBER = 2,   /* the body is the value of the request's first field, not its fields */
	OAC_ANSWER_OPTIONAL = 4, /* the document has a success without content beside the other */
};

/* What the document says of how a member of a form is sent. */
struct oac_encoding {
	const char *name; /* on the wire */
	uint8_t style;	  /* OAC_STYLE_..., _UNSTATED included */
	const char *content_type; /* of the parts of a multipart body; NULL: by what the value is */
};

enum oac_stream_format {
	OAC_STREAM_EVENTS = 1, /* text/event-stream */
	OAC_STREAM_LINES,      /* one JSON text a line, or behind a record separator */
};

/* What the document says of an answer that is a stream. */
struct oac_streaming {
	struct oac_shape event; /* what each event is decoded to */
	/*
	 * The members of an event's variant that hold its name and its data. NULL: the data is
	 * all there is, and decodes to the event by itself.
	 */
	const char *name_key; /* "\"event\":" */
	const char *data_key; /* "\"data\":" */
	uint8_t format;
};

/* Where the credential of a security scheme goes. */
enum oac_scheme_kind {
	OAC_SCHEME_HEADER = 1, /* behind the prefix: bearer tokens, API keys */
	OAC_SCHEME_BASIC,      /* "user:password", as HTTP Basic has it */
	OAC_SCHEME_QUERY,
	OAC_SCHEME_COOKIE,
};

struct oac_scheme {
	const char *id;	    /* its name in the document */
	const char *name;   /* of the header, the query parameter or the cookie */
	const char *prefix; /* "Bearer ", or "" */
	uint8_t kind;	    /* OAC_SCHEME_... */
};

/*
 * Which credentials a call needs: indexes of the API's schemes that are needed together; behind
 * OAC_SECURITY_OR another choice begins, OAC_SECURITY_END ends the last one. A choice of no
 * scheme needs nothing and stands last.
 */
enum {
	OAC_SECURITY_OR = 0xFFFE,
	OAC_SECURITY_END = 0xFFFF,
};

/* What an answer of that status is, where the answers of an operation differ. */
struct oac_answer {
	uint16_t status; /* 2: any other of 2xx */
	uint16_t kind;	 /* of the union that response is */
};

struct oac_operation {
	const char *id;	    /* operationId, for messages and logs */
	const char *method; /* "POST" */
	const char *path;   /* "/threads/{thread_id}/runs": one argument for each brace, in order */
	uint32_t flags; /* OAC_BODY_..., OAC_ANSWER_OPTIONAL */
	uint8_t body_media;
	uint8_t response_media;
	/* Parameters and body: each field says by its flags where it goes. NULL: the operation takes none. */
	const struct oac_object *request;
	struct oac_shape response; /* kind 0: the answer has no content to decode */
	const char *content_type; /* of the body; NULL: what its media says by itself */
	const char *accept; /* media types of the answer; NULL: application/json */
	const struct oac_streaming *streaming; /* the answer is a stream; NULL: it is not */
	struct oac_json fixed; /* members of the body that the function itself sets */
	const struct oac_encoding *encodings; /* of members of a form; others are _UNSTATED */
	size_t encoding_count;
	const char *server; /* its own, in the place of the API's base_url; NULL: it has none */
	const uint16_t *security; /* OAC_SECURITY_...; NULL: the API's */
	const struct oac_answer *answers; /* NULL: every success is a response */
	size_t answer_count;
};

/* What the API as a whole needs, from the configuration and the document. */
struct oac_env_header {
	const char *env;    /* environment variable */
	const char *header; /* header that carries its value */
};

struct oac_api {
	const char *name;	  /* "openai" */
	const char *version;	  /* the document's info.version */
	const char *base_url;	  /* the document's first server; the caller must give one when it is NULL or no whole URL */
	int own_servers;	  /* some operation has a server of its own */
	const struct oac_scheme *schemes;
	size_t scheme_count;
	const uint16_t *security; /* of operations that say nothing themselves; NULL: none is needed */
	int auth_required;	  /* by every operation: no credential is an error when the client is made */
	const char *env_api_key;  /* each NULL when the configuration names none */
	const char *env_base_url;
	const char *env_headers;  /* lines "Name: value" */
	const struct oac_env_header *header_envs;
	size_t header_env_count;
	const struct oac_header *headers; /* sent with every request unless the caller replaces them */
	size_t header_count;
	const char *request_id_header; /* "x-request-id" */
};

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A client for api. options NULL: all defaults. NULL on failure, with err set
 * (OAC_E_CONFIG, OAC_E_NOMEM). The environment is read here and nowhere else.
 */
OAC_API struct oac_client *oac_client_new(const struct oac_api *api,
	const struct oac_client_options *options, struct oac_error *err);

/*
 * Prepares, executes and parses one call. path: one string for each brace of
 * the path template. request: the operation's request struct or NULL. out: the
 * decoded answer, NULL on failure; out itself is NULL when there is nothing to
 * decode.
 */
OAC_API enum oac_status oac_call(struct oac_client *client, const struct oac_operation *operation,
	const char *const *path, const void *request, const struct oac_call_options *options,
	void **out, struct oac_error *err);

struct oac_stream;

/*
 * Opens a stream: sends the request and waits for the head of the answer. *stream is NULL on
 * failure; free it with oac_stream_free. options->cancel stays in use until then.
 */
OAC_API enum oac_status oac_stream_open(struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, struct oac_stream **stream, struct oac_error *err);

/*
 * Waits for the next event and gives it as a value of type, NULL at the end, valid until
 * the next call. OAC_E_ARGUMENT when the stream's events are of another type.
 */
OAC_API enum oac_status oac_stream_next(struct oac_stream *stream, const void *type,
	const void **value, struct oac_error *err);

/* Gives each event to callback, until that returns other than 0, which is no error, or the end. */
OAC_API enum oac_status oac_stream_each(struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, int (*callback)(void *user, const void *value),
	void *user, struct oac_error *err);

#ifdef __cplusplus
}
#endif

/* The function of every type that is an event of a stream. */
#define OAC_EVENT_FUNCTIONS(name)                                                                   \
	enum oac_status name##_next(struct oac_stream *stream, const struct name **event,           \
		struct oac_error *err)                                                              \
	{                                                                                           \
		const void *value;                                                                  \
		enum oac_status status = oac_stream_next(stream, &name##_type, &value, err);        \
		*event = value;                                                                     \
		return status;                                                                      \
	}

#endif

/*
 * codec_fixture.h: types written by hand that have a member of every kind, and checks
 * that decode, encode and copy them.
 */
#ifndef CODEC_FIXTURE_H
#define CODEC_FIXTURE_H

#include "oac_codec.h"

enum colour {
	COLOUR_UNSET,
	COLOUR_UNKNOWN,
	COLOUR_RED,
	COLOUR_DARK_GREEN,
};

/* Values that are no simple strings: "x", 5, true. */
enum level {
	LEVEL_UNSET,
	LEVEL_UNKNOWN,
	LEVEL_X,
	LEVEL_5,
	LEVEL_TRUE,
};

struct colour_list {
	size_t count;
	const enum colour *items;
};

struct colour_map_entry {
	const char *key;
	enum colour value;
};

struct colour_map {
	size_t count;
	const struct colour_map_entry *entries;
};

/* Only required members, all but the name plain. */
struct point {
	double x;
	double y;
	bool hidden;
	int64_t rank;
	const char *name;
	struct oac_json oac_more;
};

struct point_list {
	size_t count;
	const struct point *items;
};

struct point_map_entry {
	const char *key;
	struct point value;
};

struct point_map {
	size_t count;
	const struct point_map_entry *entries;
};

/* A list of lists. */
struct grid {
	size_t count;
	const struct oac_int64_list *items;
};

enum choice_kind {
	CHOICE_UNSET,
	CHOICE_UNKNOWN,
	CHOICE_AUTO,
	CHOICE_TEXT,
	CHOICE_COUNT,
	CHOICE_LIST,
	CHOICE_CARD, /* tags "card" and "old_card" */
	CHOICE_NOTE,
};

struct card;
struct note;

/* Told apart by "type", or by JSON kind. */
struct choice {
	enum choice_kind kind;
	union {
		const char *text;
		int64_t count;
		struct oac_string_list list;
		const struct card *card;
		const struct note *note;
		struct oac_json json;
	} as;
};

struct choice_list {
	size_t count;
	const struct choice *items;
};

struct card {
	const char *type;
	const char *number; /* required */
	struct oac_json oac_more;
};

/* Its type is a constant. */
struct note {
	struct choice_list inner;
	struct oac_json oac_more;
};

enum form_kind {
	FORM_UNSET,
	FORM_UNKNOWN,
	FORM_CIRCLE,
	FORM_BOX,
	FORM_COLOUR,
	FORM_RATIO,
};

struct circle;
struct box;

/* Told apart by required members. */
struct form {
	enum form_kind kind;
	union {
		const struct circle *circle;
		const struct box *box;
		enum colour colour;
		double ratio;
		struct oac_json json;
	} as;
};

struct circle {
	double radius; /* required */
	const char *label;
	struct form lid;
	struct oac_json oac_more;
};

struct box {
	double width;	  /* required */
	double height;	  /* required */
	struct form lid;
	struct oac_json oac_more;
};

struct kit {
	const char *text;
	struct oac_opt_bool flag;
	struct oac_opt_int64 count;
	struct oac_opt_double ratio;
	enum colour colour;
	enum level level;
	struct point point; /* required */
	const struct kit *child;
	struct choice choice;
	const struct choice *choice_pointer;
	struct form form;
	struct oac_string_list texts;
	struct oac_int64_list counts;
	struct oac_double_list ratios;
	struct oac_bool_list flags;
	struct colour_list colours;
	struct point_list points;
	struct choice_list choices;
	struct grid grid;
	struct oac_json_list anything;
	struct oac_string_map labels;
	struct colour_map colour_map;
	struct point_map point_map;
	struct oac_json free_form;
	struct oac_opt_int64 slash; /* "a/b" */
	struct oac_opt_int64 tilde; /* "c~d" */
	struct oac_opt_int64 quote; /* "e\"f" */
	struct oac_json oac_more;
};

/* Nothing but what the schema says, and all of it. */
struct strict {
	const char *name; /* required */
	int64_t size;	  /* required */
	const char *note; /* nullable */
	enum colour colour;
	struct choice choice;
	struct oac_int64_list sizes;
	struct oac_json oac_more;
};

extern const struct oac_shape kit_shape;
extern const struct oac_shape strict_shape;
extern const struct oac_shape point_shape;
extern const struct oac_shape choice_shape;
extern const struct oac_shape form_shape;
extern const struct oac_shape card_shape;
extern const struct oac_shape colour_shape;
extern const struct oac_shape choice_list_shape;

/*
 * Each fails the test that it is called in. They decode a copy of the text that has its
 * exact size, so that a sanitizer sees what is read beyond it.
 */

/* What decoding gives; free it with oac_free. */
void *codec_decode(const struct oac_shape *shape, const char *text);

/* Decoding, encoding, copying and the way over cJSON all give back an equal value. */
void codec_round(const struct oac_shape *shape, const char *text);

/* Decoding and encoding gives back other text, which is to be this one. */
void codec_round_to(const struct oac_shape *shape, const char *text, const char *expected);

/* Decoding fails so. message is all of err.message; path NULL: not looked at. */
void codec_refused(const struct oac_shape *shape, const char *text, unsigned flags, enum oac_status status,
	const char *path, const char *message);

void codec_encodes(const struct oac_shape *shape, const void *value, const char *expected);
void codec_unencodable(const struct oac_shape *shape, const void *value, unsigned flags,
	enum oac_status status, const char *path, const char *message);

#endif

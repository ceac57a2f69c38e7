/*
 * oac_number.h: numbers to text and back, exact and whatever the locale is.
 */
#ifndef OAC_NUMBER_H
#define OAC_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	OAC_NUMBER_MAX = 32, /* bytes that a printed number needs, its NUL included */
};

/* The shortest decimal that reads back as value, which must be finite; its length. */
size_t oac_number_print(char *text, double value);
size_t oac_number_print_int(char *text, int64_t value);
size_t oac_number_print_unsigned(char *text, uint64_t value);

enum oac_number_form {
	OAC_NUMBER_INT,	   /* integer holds it */
	OAC_NUMBER_DOUBLE, /* has a fraction or an exponent, or no int64_t holds it */
	OAC_NUMBER_BAD,	   /* not a number as JSON has it, or beyond what a double holds */
};

struct oac_number {
	enum oac_number_form form;
	bool exact;	 /* value is the very number that was written, as far as 17 digits tell */
	size_t len;	 /* bytes of the text that belong to it; BAD: to where it went wrong */
	int64_t integer; /* OAC_NUMBER_INT */
	double value;	 /* both forms */
};

/* Reads the number at text, which ends before end; what follows it is the caller's to check. */
void oac_number_read(const char *text, const char *end, struct oac_number *number);

/* Whether a number as JSON has it, such as 1.50e1, is a whole one that an int64_t holds; its value. */
bool oac_number_whole(const char *text, size_t len, int64_t *value);
/* The same for a uint64_t. */
bool oac_number_unsigned(const char *text, size_t len, uint64_t *value);

#endif

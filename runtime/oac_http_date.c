#include "oac_http_date.h"

#include <string.h>

enum {
	SECONDS_PER_DAY = 86400,
	YEAR_MIN = 1970,
	TEXT_MAX = 40,
};

struct date {
	int year;
	int month; /* 1 to 12 */
	int day;
	int hour;
	int minute;
	int second;
};

/*
 * Matches text against a form in which a letter stands for a digit of a field (D day,
 * Y year, h, m, s), '_' for a digit of the day or a space, M for the month's name, w for
 * the letters of the weekday, Z for "GMT", and all else for itself.
 */
static bool match(const char *text, const char *form, struct date *date)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

	*date = (struct date){ 0, 0, 0, 0, 0, 0 };
	for (; *form != '\0'; form++) {
		int *field = NULL;
		switch (*form) {
		case 'w':
			while ((*text >= 'A' && *text <= 'Z') || (*text >= 'a' && *text <= 'z'))
				text++;
			continue;
		case 'M':
			for (int i = 0; i < 12; i++)
				if (strncmp(text, months + 3 * i, 3) == 0)
					date->month = i + 1;
			if (date->month == 0)
				return false;
			text += 3;
			continue;
		case 'Z':
			if (strncmp(text, "GMT", 3) != 0)
				return false;
			text += 3;
			continue;
		case '_':
			if (*text == ' ') {
				text++;
				continue;
			}
			field = &date->day;
			break;
		case 'D':
			field = &date->day;
			break;
		case 'Y':
			field = &date->year;
			break;
		case 'h':
			field = &date->hour;
			break;
		case 'm':
			field = &date->minute;
			break;
		case 's':
			field = &date->second;
			break;
		default:
			if (*text++ != *form)
				return false;
			continue;
		}
		if (*text < '0' || *text > '9')
			return false;
		*field = *field * 10 + (*text++ - '0');
	}
	return *text == '\0';
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int year_of(int64_t now)
{
	return YEAR_MIN + (int)(now / SECONDS_PER_DAY * 400 / 146097);
}

static bool to_seconds(const struct date *date, int64_t *seconds)
{
	static const int before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };
	bool leap = is_leap(date->year);
	int month_days = before[date->month] - before[date->month - 1] + (leap && date->month == 2);
	int64_t years = date->year - 1;

	if (date->year < YEAR_MIN || date->day < 1 || date->day > month_days || date->hour > 23 ||
		date->minute > 59 || date->second > 60)
		return false;
	int64_t days = years * 365 + years / 4 - years / 100 + years / 400 - 719162;
	days += before[date->month - 1] + (leap && date->month > 2) + date->day - 1;
	*seconds = ((days * 24 + date->hour) * 60 + date->minute) * 60 + date->second;
	return true;
}

bool oac_http_date(const char *text, size_t len, int64_t now, int64_t *seconds)
{
	char copy[TEXT_MAX];
	struct date date;

	if (len >= sizeof(copy))
		return false;
	memcpy(copy, text, len);
	copy[len] = '\0';
	if (match(copy, "w, DD M YYYY hh:mm:ss Z", &date) ||
		match(copy, "w M _D hh:mm:ss YYYY", &date))
		return to_seconds(&date, seconds);
	if (!match(copy, "w, DD-M-YY hh:mm:ss Z", &date))
		return false;
	/* RFC 9110: more than 50 years ahead means the past year with those digits. */
	int this_year = year_of(now);
	date.year += this_year - this_year % 100;
	if (date.year > this_year + 50)
		date.year -= 100;
	return to_seconds(&date, seconds);
}

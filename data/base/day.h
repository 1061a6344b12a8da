/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people know them: whole or with parts missing. All calendar arithmetic of the program
 * is here. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* A day of the Gregorian calendar; a part that is not known is 0. A Day of three zeros is "not
 * known at all". Known parts are in range: year 1 to 9999, month 1 to 12, day 1 to 31 and
 * possible in that month (29 February needs a leap year or no year). A day without a month is
 * never stored. */
typedef struct {
    int year, month, day;
} Day;

/* What is done with 29 February in a common year. */
typedef enum { LEAP_ON_28_FEBRUARY, LEAP_ON_1_MARCH } LeapRule;

/* In which order an all-number date of the form 3/5/1956 is read. "3.5." is always day and
 * month. */
typedef enum { DAY_ORDER_UNKNOWN, DAY_ORDER_DAY_FIRST, DAY_ORDER_MONTH_FIRST } DayOrder;

static const Day DAY_NONE = {0, 0, 0};

/* Whether no part is known. */
bool day_is_none(Day day);
/* Whether year, month and day are all known. */
bool day_is_whole(Day day);
/* Whether the known parts are in range and fit together as described above; DAY_NONE is valid. */
bool day_is_valid(Day day);
/* Whether YEAR is a leap year. */
bool day_is_leap_year(int year);

/* Below zero, zero or above when A is before, equal to or after B. Both whole. */
int day_compare(Day a, Day b);
/* The whole DAY moved by COUNT days, which may be negative; stops at the first and last day of
 * the years 1 to 9999. */
Day day_plus(Day day, int count);
/* How many days from FROM to TO (both whole); negative when TO is earlier. */
int day_between(Day from, Day to);
/* 1 for Monday to 7 for Sunday. DAY is whole. */
int day_weekday(Day day);

/* The day in YEAR on which the yearly date BORN (month and day known) is kept, 29 February by
 * RULE. */
Day day_kept_in(Day born, int year, LeapRule rule);

/* The form for files and scripts: 1956-05-03, --05-03, 1956-05, 1956, --05; "" for DAY_NONE.
 * Free with g_free. */
char *day_to_text(Day day);
/* Reads what day_to_text writes ("" too), and nothing else. False when TEXT is not of that form
 * or no valid day; *DAY is then DAY_NONE. */
bool day_from_text(const char *text, Day *day);

/* The form for people, as the language of the messages writes it: German 03.05.1956, 03.05., Mai
 * 1956, 1956, Mai; English 3 May 1956, 3 May, May 1956, 1956, May. "" for DAY_NONE. Free with
 * g_free. */
char *day_for_people(Day day);
/* DAY as PATTERN says: {d} and {m} are the numbers of day and month, {dd} and {mm} the same with
 * two digits, {year} the year, {mon} and {month} the month's name, short and whole, {weekday} the
 * weekday's short name; a name in braces that is none of these gives nothing, everything else is
 * copied. DAY knows the parts the pattern names. Free with g_free. */
char *day_by_pattern(Day day, const char *pattern);

/* How DAY_READ judged what was typed. */
typedef enum {
    DAY_READ_OK,         /* *day is set */
    DAY_READ_EMPTY,      /* nothing, or it says nothing is known: "unbekannt", "-", 00.00.0000 */
    DAY_READ_IMPOSSIBLE, /* looks like a date, but there is no such day: 31.02.1980, 32.1.1975 */
    DAY_READ_AMBIGUOUS,  /* 3/5/1956 with DAY_ORDER_UNKNOWN */
    DAY_READ_STRANGE     /* no date at all */
} DayReading;

/* Reads a date as people write it, German and English, whole or partial, with any blanks around:
 * 3.5. | 03.05.1956 | 3.5.56 | 3. Mai | 3. Mai 1956 | 3 May 1956 | May 3, 1956 | Mai 1956 | Mai
 * | 05/1956 | 1956 | 1956-05-03 | 19560503 | --05-03 | --0503 | 1956-05 | 05-03 (month-day, as
 * Square writes it) | 3/5/1956 by ORDER (when one of the numbers is above 12 it is not
 * ambiguous); month names whole or shortened, case and umlaut blind ("Maerz", "März", "Mrz.");
 * and relative ones: heute, morgen, uebermorgen/übermorgen, gestern, today, tomorrow, yesterday,
 * +14, -3, weekday names ("freitag", "fri", the next one after today). A year of two digits is
 * the latest one not after TODAY. Parts written as zero are not known (00.05.1956, 1956-00-00,
 * 03.05.0000). A time of day behind the date is skipped. "May 3" is a day, "Mai 56" (above 31)
 * and "Mai '12" are years. 03-05-1956 is read like 3/5/1956. An Apple year of 1604 means the
 * year is not known. A whole day later than TODAY is returned as it stands: the caller judges.
 * TODAY is whole. Whatever is not DAY_READ_OK leaves *DAY as DAY_NONE. */
DayReading day_read(const char *text, Day today, DayOrder order, Day *day);

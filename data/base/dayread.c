/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads dates as people write them: the text is cut into numbers, a month's name and the marks
 * between them. */
#include "data/base/day.h"

#include "data/base/daywords.h"

#include <string.h>

/* Longer than any date with a time behind it. */
#define LONGEST 64
#define MOST_NUMBERS 3
#define MOST_PARTS (MOST_NUMBERS + 1)

typedef struct {
    int value, digits;
} Number;

/* A date cut into its parts. */
typedef struct {
    char order[MOST_PARTS + 1]; /* 'n' for a number, 'm' for the name of a month */
    char marks[MOST_PARTS];     /* what stands before each part: a blank or one of . , - / ' */
    int parts;
    Number numbers[MOST_NUMBERS];
    int count;
    int month;    /* the month that was named, else 0 */
    bool no_year; /* begins with "--" */
} Cut;

/* Which number is what; NULL when it is not there. */
typedef struct {
    const Number *year, *month, *day;
} Roles;

static gunichar plain_char(gunichar c)
{
    if (g_unichar_isspace(c)) {
        return ' ';
    }
    if (g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212) {
        return '-';
    }
    if (c == 0x2018 || c == 0x2019 || c == '`') {
        return '\'';
    }
    return c;
}

/* Lower case, accents off, blanks single and none at the ends, dashes and apostrophes as on a
 * typewriter. */
static char *plain_form(const char *text)
{
    g_autofree char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
    g_autofree char *lower = g_utf8_casefold(apart, -1);
    GString *out = g_string_new(NULL);
    bool blank = false;
    for (const char *at = lower; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = plain_char(g_utf8_get_char(at));
        if (g_unichar_ismark(c)) {
            continue;
        }
        if (c == ' ') {
            blank = true;
            continue;
        }
        if (blank && out->len > 0) {
            g_string_append_c(out, ' ');
        }
        blank = false;
        g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

/* Whether nothing but marks stands there, or nothing but marks and zeros, as in 00.00.0000. */
static bool says_nothing(const char *plain)
{
    bool zeros = true;
    for (const char *at = plain; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        if (g_unichar_isalnum(g_utf8_get_char(at)) && *at != '0') {
            zeros = false;
        }
    }
    return zeros || day_word_is_nothing(plain);
}

static bool read_relative(const char *plain, Day today, Day *day)
{
    g_autofree char *word = g_strdup(plain);
    size_t length = strlen(word);
    if (length > 1 && word[length - 1] == '.') {
        word[length - 1] = '\0';
    }

    int count = 0;
    int weekday = day_word_weekday(word);
    if (weekday != 0) {
        int ahead = (weekday - day_weekday(today) + 7) % 7;
        *day = day_plus(today, ahead != 0 ? ahead : 7);
        return true;
    }
    if (day_word_shift(word, &count)) {
        *day = day_plus(today, count);
        return true;
    }
    size_t digits = strspn(plain + (*plain != '\0'), "0123456789");
    if ((*plain != '+' && *plain != '-') || digits == 0 || digits > 5 ||
        plain[digits + 1] != '\0') {
        return false;
    }
    *day = day_plus(today, (int)g_ascii_strtoll(plain, NULL, 10));
    return true;
}

/* Cuts off "00:00:00", "t10:00:00z", "10:00:00 +0200" and their like. */
static void drop_time(char *plain)
{
    char *colon = strchr(plain, ':');
    if (colon == NULL || strspn(colon, "0123456789:.+-zapm ") != strlen(colon)) {
        return;
    }
    char *at = colon;
    while (at > plain && g_ascii_isdigit(at[-1])) {
        at--;
    }
    if (at == colon || at <= plain + 1 || (at[-1] != ' ' && at[-1] != 't')) {
        return;
    }
    at[-1] = '\0';
    g_strchomp(plain);
}

static const char *after_number(const char *at, Number *number)
{
    *number = (Number){0, 0};
    for (; g_ascii_isdigit(*at); at++) {
        if (number->digits < 9) {
            number->value = number->value * 10 + g_ascii_digit_value(*at);
        }
        number->digits++;
    }
    static const char *const ordinals[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < G_N_ELEMENTS(ordinals); i++) {
        if (g_str_has_prefix(at, ordinals[i]) && !g_ascii_isalpha(at[2])) {
            return at + 2;
        }
    }
    return at;
}

static bool add_part(Cut *cut, char kind, char mark)
{
    if (cut->parts == MOST_PARTS || (cut->parts == 0 && mark != ' ')) {
        return false;
    }
    cut->marks[cut->parts] = mark;
    cut->order[cut->parts++] = kind;
    return true;
}

static bool add_word(Cut *cut, const char **at, char *mark)
{
    size_t length = 0;
    while (g_ascii_isalpha((*at)[length])) {
        length++;
    }
    g_autofree char *word = g_strndup(*at, length);
    *at += length;
    if (day_word_is_filler(word)) {
        *at += **at == '.';
        return true;
    }
    if (cut->month != 0 || (cut->month = day_word_month(word)) == 0) {
        return false;
    }
    bool added = add_part(cut, 'm', *mark);
    *mark = ' ';
    return added;
}

/* Cuts PLAIN; false when something stands there that no date has. */
static bool cut_parts(const char *plain, Cut *cut)
{
    *cut = (Cut){0};
    const char *at = plain;
    if (g_str_has_prefix(at, "--")) {
        cut->no_year = true;
        at += 2;
    }
    char mark = ' ';
    while (*at != '\0') {
        if (g_ascii_isdigit(*at)) {
            if (cut->count == MOST_NUMBERS || !add_part(cut, 'n', mark)) {
                return false;
            }
            at = after_number(at, &cut->numbers[cut->count++]);
            mark = ' ';
        } else if (g_ascii_isalpha(*at)) {
            if (!add_word(cut, &at, &mark)) {
                return false;
            }
        } else if (*at == ' ') {
            at++;
        } else if (mark == ' ' && strchr(".,-/'", *at) != NULL) {
            mark = *at++;
        } else {
            return false;
        }
    }
    return cut->parts > 0 && (mark == ' ' || mark == '.' || mark == ',');
}

/* Which of the two numbers before the year is the day. A number above 12 settles it. */
static DayReading assign_by_order(const Cut *cut, DayOrder order, Roles *roles)
{
    const Number *first = &cut->numbers[0], *second = &cut->numbers[1];
    bool day_first = order == DAY_ORDER_DAY_FIRST;
    if (first->value > 12) {
        day_first = true;
    } else if (second->value > 12) {
        day_first = false;
    } else if (order == DAY_ORDER_UNKNOWN && first->value != second->value) {
        return DAY_READ_AMBIGUOUS;
    }
    roles->day = day_first ? first : second;
    roles->month = day_first ? second : first;
    return DAY_READ_OK;
}

static DayReading assign_two(const Cut *cut, DayOrder order, Roles *roles)
{
    const Number *first = &cut->numbers[0], *second = &cut->numbers[1];
    char mark = cut->marks[1];
    if (mark != '.' && mark != '/' && mark != '-') {
        return DAY_READ_STRANGE;
    }
    if (first->digits == 4 && !cut->no_year) {
        *roles = (Roles){.year = first, .month = second};
    } else if (second->digits == 4 && !cut->no_year) {
        *roles = (Roles){.year = second, .month = first};
    } else if (mark == '-') {
        *roles = (Roles){.month = first, .day = second};
    } else if (mark == '.' && !cut->no_year) {
        *roles = (Roles){.day = first, .month = second};
    } else if (mark == '/' && !cut->no_year) {
        return assign_by_order(cut, order, roles);
    } else {
        return DAY_READ_STRANGE;
    }
    return DAY_READ_OK;
}

static DayReading assign_three(const Cut *cut, DayOrder order, Roles *roles)
{
    const Number *n = cut->numbers;
    char mark = cut->marks[1];
    if (cut->no_year || mark == ',' || mark == '\'') {
        return DAY_READ_STRANGE;
    }
    if (n[0].digits == 4 && cut->marks[2] == mark) {
        *roles = (Roles){.year = &n[0], .month = &n[1], .day = &n[2]};
        return DAY_READ_OK;
    }
    roles->year = &n[2];
    if (mark == '.' && (cut->marks[2] == '.' || cut->marks[2] == ' ' || cut->marks[2] == '\'')) {
        roles->day = &n[0];
        roles->month = &n[1];
        return DAY_READ_OK;
    }
    return cut->marks[2] == mark ? assign_by_order(cut, order, roles) : DAY_READ_STRANGE;
}

/* A date with a named month: the other numbers are day and year. */
static DayReading assign_named(const Cut *cut, Roles *roles)
{
    const Number *first = &cut->numbers[0], *second = &cut->numbers[1];
    if (cut->no_year || cut->count > 2) {
        return DAY_READ_STRANGE;
    }
    if (cut->count == 2) {
        bool year_first = first->digits == 4;
        roles->year = year_first ? first : second;
        roles->day = year_first ? second : first;
    } else if (cut->count == 1) {
        char mark = cut->marks[1];
        bool behind = cut->order[0] == 'm';
        bool short_year = behind && (first->value > 31 || mark == '\'' || mark == '-');
        if (first->digits == 4 || (first->digits == 2 && short_year)) {
            roles->year = first;
        } else {
            roles->day = first;
        }
    }
    return DAY_READ_OK;
}

/* 19560503, 03051956 (no month is above 12, so they never mix from year 1300 on), --0503, --05
 * and 1956. */
static DayReading assign_one(Cut *cut, Roles *roles)
{
    Number *n = cut->numbers;
    int value = n[0].value;
    if (cut->no_year && n[0].digits == 4) {
        n[1] = (Number){value % 100, 2};
        n[0] = (Number){value / 100, 2};
        *roles = (Roles){.month = &n[0], .day = &n[1]};
    } else if (cut->no_year && n[0].digits == 2) {
        roles->month = &n[0];
    } else if (!cut->no_year && n[0].digits == 4) {
        roles->year = &n[0];
    } else if (!cut->no_year && n[0].digits == 8) {
        bool year_first = value / 100 % 100 <= 12 && value / 10000 >= 1300;
        n[0] = (Number){year_first ? value / 10000 : value % 10000, 4};
        n[1] = (Number){year_first ? value / 100 % 100 : value / 10000 % 100, 2};
        n[2] = (Number){year_first ? value % 100 : value / 1000000, 2};
        *roles = (Roles){.year = &n[0], .month = &n[1], .day = &n[2]};
    } else {
        return DAY_READ_STRANGE;
    }
    return DAY_READ_OK;
}

/* The latest year ending in the two digits for which DAY is not after TODAY. */
static int whole_year(int digits, Day day, Day today)
{
    int year = today.year - today.year % 100 + digits;
    bool later = day.month > today.month || (day.month == today.month && day.day > today.day);
    return year > today.year || (year == today.year && later) ? year - 100 : year;
}

static DayReading settle(const Roles *roles, int named_month, Day today, Day *day)
{
    Day read = {0, named_month, 0};
    if ((roles->month != NULL && roles->month->digits > 2) ||
        (roles->day != NULL && roles->day->digits > 2)) {
        return DAY_READ_STRANGE;
    }
    if (roles->month != NULL) {
        read.month = roles->month->value;
    }
    if (roles->day != NULL) {
        read.day = roles->day->value;
    }
    if (roles->year != NULL) {
        if (roles->year->digits != 4 && roles->year->digits != 2) {
            return DAY_READ_STRANGE;
        }
        read.year = roles->year->value;
        if (roles->year->digits == 2) {
            read.year = whole_year(read.year, read, today);
        }
        if (roles->year->digits == 2 && read.year < 1) {
            return DAY_READ_IMPOSSIBLE;
        }
        if (read.year == 1604) {
            read.year = 0;
        }
    }
    if (!day_is_valid(read)) {
        return DAY_READ_IMPOSSIBLE;
    }
    if (day_is_none(read)) {
        return DAY_READ_EMPTY;
    }
    *day = read;
    return DAY_READ_OK;
}

DayReading day_read(const char *text, Day today, DayOrder order, Day *day)
{
    *day = DAY_NONE;
    if (text == NULL) {
        return DAY_READ_EMPTY;
    }
    if (!g_utf8_validate(text, -1, NULL)) {
        return DAY_READ_STRANGE;
    }
    g_autofree char *plain = plain_form(text);
    if (strlen(plain) > LONGEST) {
        return DAY_READ_STRANGE;
    }
    if (read_relative(plain, today, day)) {
        return DAY_READ_OK;
    }
    if (says_nothing(plain)) {
        return DAY_READ_EMPTY;
    }
    drop_time(plain);

    Cut cut;
    if (!cut_parts(plain, &cut)) {
        return DAY_READ_STRANGE;
    }
    Roles roles = {0};
    DayReading reading;
    if (cut.month != 0) {
        reading = assign_named(&cut, &roles);
    } else if (cut.count == 1) {
        reading = assign_one(&cut, &roles);
    } else if (cut.count == 2) {
        reading = assign_two(&cut, order, &roles);
    } else {
        reading = assign_three(&cut, order, &roles);
    }
    return reading == DAY_READ_OK ? settle(&roles, cut.month, today, day) : reading;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, hours and weekdays in what people say. */
#include "data/agenda/quietcut.h"

#include "data/base/daynear.h"
#include "data/base/daywords.h"
#include "data/base/timeofday.h"
#include "data/lookup/fold.h"

#include <string.h>

enum { DAY_MINUTES = 1440, NOON = 720, WEEK = 7, LONGEST_MONTH = 31 };

static const char *const joints[] = {"bis", "to", "und", "and", "till", "until", "through", NULL};
static const char *const clock_words[] = {"uhr", "h", "oclock", "am", "pm", NULL};

typedef struct {
    const char *word;
    gint64 first, end;
} PartOfDay;

static const PartOfDay parts_of_day[] = {
    {"vormittag", 0, 720},      {"vormittags", 0, 720},     {"vormittage", 0, 720},
    {"morgens", 0, 600},        {"fruh", 0, 600},           {"morning", 0, 720},
    {"mornings", 0, 720},       {"mittag", 720, 840},       {"mittags", 720, 840},
    {"mittagszeit", 720, 840},  {"mittagspause", 720, 840}, {"lunch", 720, 840},
    {"lunchtime", 720, 840},    {"noon", 720, 840},         {"nachmittag", 720, 1080},
    {"nachmittags", 720, 1080}, {"afternoon", 720, 1080},   {"afternoons", 720, 1080},
    {"abend", 1080, 1440},      {"abends", 1080, 1440},     {"evening", 1080, 1440},
    {"evenings", 1080, 1440},   {"nacht", 1320, 360},       {"nachts", 1320, 360},
    {"night", 1320, 360},       {"nights", 1320, 360},
};

typedef struct {
    const char *word;
    gint64 weekdays;
} Weekdays;

static const Weekdays many_weekdays[] = {
    {"wochenende", 96}, {"wochenenden", 96}, {"weekend", 96},  {"weekends", 96},
    {"wochentags", 31}, {"weekdays", 31},    {"weekday", 31},  {"werktag", 63},
    {"wochentag", 31},  {"werktags", 63},    {"werktage", 63},
};

typedef struct {
    const char *word;
    Day first, last;
} Season;

static const Season seasons[] = {
    {"sommer", {0, 6, 1}, {0, 8, 31}},
    {"summer", {0, 6, 1}, {0, 8, 31}},
    {"winter", {0, 12, 1}, {0, 2, 29}},
    {"fruhling", {0, 3, 1}, {0, 5, 31}},
    {"fruhjahr", {0, 3, 1}, {0, 5, 31}},
    {"spring", {0, 3, 1}, {0, 5, 31}},
    {"herbst", {0, 9, 1}, {0, 11, 30}},
    {"autumn", {0, 9, 1}, {0, 11, 30}},
    {"advent", {0, 11, 27}, {0, 12, 24}},
    {"adventszeit", {0, 11, 27}, {0, 12, 24}},
    {"weihnachten", {0, 12, 24}, {0, 12, 26}},
    {"christmas", {0, 12, 24}, {0, 12, 26}},
    {"weihnachtszeit", {0, 12, 1}, {0, 12, 26}},
    {"weihnachtsgeschaft", {0, 11, 15}, {0, 12, 24}},
    {"weihnachtsgeschaeft", {0, 11, 15}, {0, 12, 24}},
};

/* ---- cutting ---- */

static void cut_free(gpointer data)
{
    QuietCut *cut = data;
    g_free(cut->raw);
    g_free(cut->folded);
    g_free(cut);
}

static bool is_dash(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212;
}

static bool is_of_word(gunichar c)
{
    return g_unichar_isalpha(c) || g_unichar_ismark(c) || c == '\'' || c == 0x2019;
}

/* The end of the number at AT: digits with dots and colons between and one dot behind, or a day as
 * machines write it. */
static const char *number_end(const char *at)
{
    static const char form[] = "dddd-dd-dd";
    gsize fits = 0;
    while (form[fits] != '\0' &&
           (form[fits] == 'd' ? g_ascii_isdigit(at[fits]) : at[fits] == form[fits])) {
        fits++;
    }
    return form[fits] == '\0' ? at + fits : at + strspn(at, "0123456789.:");
}

static const char *word_end(const char *at)
{
    while (*at != '\0' && is_of_word(g_utf8_get_char(at))) {
        at = g_utf8_find_next_char(at, NULL);
    }
    return at;
}

GPtrArray *quiet_cut(const char *text)
{
    GPtrArray *cuts = g_ptr_array_new_with_free_func(cut_free);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    for (const char *at = valid; *at != '\0';) {
        gunichar c = g_utf8_get_char(at);
        const char *end = g_utf8_find_next_char(at, NULL);
        QuietCutKind kind = CUT_DASH;
        if (g_ascii_isdigit(*at)) {
            kind = CUT_NUMBER;
            end = number_end(at);
        } else if (is_of_word(c)) {
            kind = CUT_WORD;
            end = word_end(at);
        } else if (c == ',' || c == ';') {
            kind = CUT_STOP;
        } else if (!is_dash(c)) {
            at = end;
            continue;
        }
        QuietCut *cut = g_new0(QuietCut, 1);
        cut->kind = kind;
        cut->raw = g_strndup(at, (gsize)(end - at));
        cut->folded = kind == CUT_WORD ? fold_spelled(cut->raw) : NULL;
        g_ptr_array_add(cuts, cut);
        at = end;
    }
    return cuts;
}

static const QuietCut *cut_at(const GPtrArray *cuts, guint at)
{
    return at < cuts->len ? g_ptr_array_index(cuts, at) : NULL;
}

/* The folded word at AT; NULL when there is none. */
static const char *word_at(const GPtrArray *cuts, guint at)
{
    const QuietCut *cut = cut_at(cuts, at);
    return cut != NULL ? cut->folded : NULL;
}

/* The number at AT; NULL when there is none. */
static const char *number_at(const GPtrArray *cuts, guint at)
{
    const QuietCut *cut = cut_at(cuts, at);
    return cut != NULL && cut->kind == CUT_NUMBER ? cut->raw : NULL;
}

bool quiet_cut_is(const GPtrArray *cuts, guint at, const char *const *words)
{
    const char *word = word_at(cuts, at);
    return word != NULL && g_strv_contains(words, word);
}

bool quiet_cut_joins(const GPtrArray *cuts, guint at)
{
    const QuietCut *cut = cut_at(cuts, at);
    return cut != NULL && (cut->kind == CUT_DASH || quiet_cut_is(cuts, at, joints));
}

/* ---- days ---- */

/* The month named at AT; "may" is a word of its own in small letters. */
static int month_at(const GPtrArray *cuts, guint at)
{
    const QuietCut *cut = cut_at(cuts, at);
    if (cut == NULL || cut->folded == NULL || strcmp(cut->raw, "may") == 0) {
        return 0;
    }
    return day_word_month(cut->folded);
}

/* The number of a day at AT, "1" or "1."; 0 when it is none. */
static int day_number_at(const GPtrArray *cuts, guint at)
{
    const char *number = number_at(cuts, at);
    if (number == NULL || strspn(number, "0123456789") > 2 || strchr(number, ':') != NULL) {
        return 0;
    }
    const char *behind = number + strspn(number, "0123456789");
    int day = (int)g_ascii_strtoll(number, NULL, 10);
    return (*behind == '\0' || strcmp(behind, ".") == 0) && day <= LONGEST_MONTH ? day : 0;
}

/* A year of four digits at AT; 0 when there is none. */
static int year_at(const GPtrArray *cuts, guint at)
{
    const char *number = number_at(cuts, at);
    return number != NULL && strspn(number, "0123456789") == 4 && number[4] == '\0'
               ? (int)g_ascii_strtoll(number, NULL, 10)
               : 0;
}

/* Takes the month named at AT, and the year behind it, if DAY with them is one. */
static guint take_month(const GPtrArray *cuts, guint at, int number, Day *day)
{
    int year = year_at(cuts, at + 1);
    Day found = {year, month_at(cuts, at), number};
    if (found.month == 0 || !day_is_valid(found)) {
        return 0;
    }
    *day = found;
    return year != 0 ? 2 : 1;
}

/* "24.12" is a day, "11.30" a time, and "1.30" with nothing else to go by is none. */
static bool looks_like_day(const char *number)
{
    const char *dot = strchr(number, '.');
    if (dot == NULL) {
        return strchr(number, '-') != NULL;
    }
    return strchr(dot + 1, '.') != NULL || (strcmp(dot, ".00") != 0 && strcmp(dot, ".15") != 0 &&
                                            strcmp(dot, ".30") != 0 && strcmp(dot, ".45") != 0);
}

guint quiet_cut_date(const GPtrArray *cuts, guint at, Day today, Day *day)
{
    int number = day_number_at(cuts, at);
    guint taken = number > 0 ? take_month(cuts, at + 1, number, day) : 0;
    if (taken > 0) {
        return taken + 1;
    }
    if (month_at(cuts, at) > 0) {
        number = day_number_at(cuts, at + 1);
        if (number > 0 && day_is_valid((Day){0, month_at(cuts, at), number})) {
            *day = (Day){year_at(cuts, at + 2), month_at(cuts, at), number};
            return day->year != 0 ? 3 : 2;
        }
        return take_month(cuts, at, 0, day);
    }
    const char *text = number_at(cuts, at);
    Day found;
    if (text == NULL || !looks_like_day(text) || quiet_cut_is(cuts, at + 1, clock_words) ||
        day_read(text, today, DAY_ORDER_DAY_FIRST, &found) != DAY_READ_OK || found.month == 0 ||
        found.day == 0) {
        return 0;
    }
    /* A year of two digits is one to come. */
    bool is_over = found.year != 0 && day_compare(found, today) < 0;
    Day ahead;
    *day = is_over && day_read_ahead(text, today, &ahead) == DAY_READ_OK ? ahead : found;
    return 1;
}

/* ---- hours ---- */

static bool read_time(const char *text, gint64 *minute)
{
    if (strcmp(text, "24") == 0 || strcmp(text, "24:00") == 0 || strcmp(text, "24.00") == 0) {
        *minute = DAY_MINUTES;
        return true;
    }
    return time_of_day_read(text, minute);
}

guint quiet_cut_time(const GPtrArray *cuts, guint at, gint64 *minute)
{
    static const char *const noon[] = {"mittag", "noon", NULL};
    static const char *const midnight[] = {"mitternacht", "midnight", NULL};
    if (quiet_cut_is(cuts, at, noon)) {
        *minute = NOON;
        return 1;
    }
    if (quiet_cut_is(cuts, at, midnight)) {
        *minute = DAY_MINUTES;
        return 1;
    }
    const char *number = number_at(cuts, at);
    if (number == NULL) {
        return 0;
    }
    g_autofree char *bare = g_strdup(number);
    if (g_str_has_suffix(bare, ".") || g_str_has_suffix(bare, ":")) {
        bare[strlen(bare) - 1] = '\0';
    }
    if (!quiet_cut_is(cuts, at + 1, clock_words)) {
        return read_time(bare, minute) ? 1 : 0;
    }
    const char *clock = word_at(cuts, at + 1);
    bool has_half = strcmp(clock, "am") == 0 || strcmp(clock, "pm") == 0;
    g_autofree char *whole = has_half ? g_strconcat(bare, " ", clock, NULL) : g_strdup(bare);
    return read_time(whole, minute) ? 2 : 0;
}

bool quiet_part_of_day(const char *word, gint64 *first, gint64 *end)
{
    for (guint i = 0; i < G_N_ELEMENTS(parts_of_day); i++) {
        if (strcmp(parts_of_day[i].word, word) == 0) {
            *first = parts_of_day[i].first;
            *end = parts_of_day[i].end;
            return true;
        }
    }
    return false;
}

/* ---- weekdays and seasons ---- */

/* The weekday WORD names, "samstags" as well; 0 when it is none. */
static int weekday_of(const char *word)
{
    int weekday = day_word_weekday(word);
    if (weekday == 0 && g_str_has_suffix(word, "s")) {
        g_autofree char *single = g_strndup(word, strlen(word) - 1);
        weekday = strlen(single) > 3 ? day_word_weekday(single) : 0;
    }
    return weekday;
}

/* The weekday with which a word such as "samstagvormittag" begins; *PART is the rest. */
static int weekday_before_part(const char *word, const char **part)
{
    gint64 first, end;
    for (gsize length = strlen(word); length > 4; length--) {
        g_autofree char *head = g_strndup(word, length - 1);
        if (day_word_weekday(head) != 0 && quiet_part_of_day(word + length - 1, &first, &end)) {
            *part = word + length - 1;
            return day_word_weekday(head);
        }
    }
    return 0;
}

/* The weekday at AT. "do" and "so" are words of their own where they are not written as days. */
static int weekday_at(const GPtrArray *cuts, guint at, const char **part)
{
    static const char *const others[] = {"do", "so", "mi", "di", "sun", "sat", NULL};
    *part = NULL;
    const char *word = word_at(cuts, at);
    const QuietCut *cut = cut_at(cuts, at);
    if (word == NULL || cut == NULL ||
        (g_strv_contains(others, word) && g_ascii_islower(*cut->raw) &&
         !quiet_cut_joins(cuts, at + 1) && (at == 0 || !quiet_cut_joins(cuts, at - 1)))) {
        return 0;
    }
    int weekday = weekday_of(word);
    return weekday != 0 ? weekday : weekday_before_part(word, part);
}

static gint64 bits_between(int first, int last)
{
    gint64 bits = 0;
    for (int day = first;; day = day % WEEK + 1) {
        bits |= G_GINT64_CONSTANT(1) << (day - 1);
        if (day == last) {
            return bits;
        }
    }
}

guint quiet_cut_weekdays(const GPtrArray *cuts, guint at, gint64 *weekdays, const char **part)
{
    static const char *const lists[] = {"und", "and", NULL};
    const char *word = word_at(cuts, at);
    *part = NULL;
    for (guint i = 0; word != NULL && i < G_N_ELEMENTS(many_weekdays); i++) {
        if (strcmp(many_weekdays[i].word, word) == 0) {
            *weekdays = many_weekdays[i].weekdays;
            return 1;
        }
    }
    const char *other = NULL;
    int first = weekday_at(cuts, at, part);
    if (first == 0) {
        return 0;
    }
    bool is_range =
        *part == NULL && quiet_cut_joins(cuts, at + 1) && !quiet_cut_is(cuts, at + 1, lists);
    int last = is_range ? weekday_at(cuts, at + 2, &other) : 0;
    *weekdays = bits_between(first, last != 0 && other == NULL ? last : first);
    return last != 0 && other == NULL ? 3 : 1;
}

guint quiet_cut_season(const GPtrArray *cuts, guint at, Day *first, Day *last)
{
    const char *word = word_at(cuts, at);
    for (guint i = 0; word != NULL && i < G_N_ELEMENTS(seasons); i++) {
        if (strcmp(seasons[i].word, word) == 0) {
            *first = seasons[i].first;
            *last = seasons[i].last;
            return 1;
        }
    }
    return 0;
}

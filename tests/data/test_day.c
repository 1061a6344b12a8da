/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar arithmetic, the text form of days and the form for people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/day.h"
#include "data/base/daywords.h"

#include <stdio.h>
#include <string.h>

static const int days_in_month[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

static void assert_day(Day day, int year, int month, int number)
{
    assert_int_equal(day.year, year);
    assert_int_equal(day.month, month);
    assert_int_equal(day.day, number);
}

static int length_of(int year, int month)
{
    return days_in_month[month - 1] + (month == 2 && day_is_leap_year(year));
}

static Day following(Day day)
{
    if (day.day < length_of(day.year, day.month)) {
        return (Day){day.year, day.month, day.day + 1};
    }
    return day.month < 12 ? (Day){day.year, day.month + 1, 1} : (Day){day.year + 1, 1, 1};
}

static void day_is_leap_year__knows_the_centuries(void **state)
{
    (void)state;
    assert_true(day_is_leap_year(2000));
    assert_false(day_is_leap_year(1900));
    assert_false(day_is_leap_year(2100));
    assert_true(day_is_leap_year(2024));
    assert_false(day_is_leap_year(2026));
}

static void day_is_valid__judges_the_known_parts(void **state)
{
    (void)state;
    static const struct {
        Day day;
        bool valid;
    } cases[] = {
        {{0, 0, 0}, true},      {{1956, 5, 3}, true},   {{0, 5, 3}, true},
        {{1956, 5, 0}, true},   {{1956, 0, 0}, true},   {{0, 5, 0}, true},
        {{0, 2, 29}, true},     {{1960, 2, 29}, true},  {{1900, 2, 29}, false},
        {{0, 2, 30}, false},    {{1980, 2, 31}, false}, {{0, 4, 31}, false},
        {{0, 13, 0}, false},    {{1956, 0, 3}, false},  {{0, 0, 3}, false},
        {{0, 1, 32}, false},    {{-1, 1, 1}, false},    {{10000, 1, 1}, false},
        {{1, 1, 1}, true},      {{9999, 12, 31}, true}, {{2000, -1, 1}, false},
        {{2000, 1, -1}, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (day_is_valid(cases[i].day) != cases[i].valid) {
            fail_msg("%d-%d-%d", cases[i].day.year, cases[i].day.month, cases[i].day.day);
        }
    }
}

static void day__agrees_with_counting__on_every_day_from_1900_to_2100(void **state)
{
    (void)state;
    Day first = {1900, 1, 1};
    int weekday = 1; /* 1 January 1900 was a Monday */
    int number = 0;
    for (Day day = first; day.year <= 2100; day = following(day)) {
        Day next = following(day);
        assert_true(day_is_valid(day));
        assert_int_equal(day_compare(day_plus(day, 1), next), 0);
        assert_int_equal(day_compare(day_plus(next, -1), day), 0);
        assert_int_equal(day_compare(day_plus(first, number), day), 0);
        assert_int_equal(day_between(first, day), number);
        assert_int_equal(day_between(day, first), -number);
        assert_int_equal(day_weekday(day), weekday);
        assert_true(day_compare(day, next) < 0 && day_compare(next, day) > 0);

        g_autofree char *text = day_to_text(day);
        char expected[32];
        snprintf(expected, sizeof expected, "%04d-%02d-%02d", day.year, day.month, day.day);
        assert_string_equal(text, expected);
        Day read;
        assert_true(day_from_text(text, &read));
        assert_int_equal(day_compare(read, day), 0);
        weekday = weekday % 7 + 1;
        number++;
    }
    assert_int_equal(number, 73414);
}

static void day_plus__stops_at_the_ends_of_the_calendar(void **state)
{
    (void)state;
    assert_day(day_plus((Day){9999, 12, 31}, 1), 9999, 12, 31);
    assert_day(day_plus((Day){2026, 1, 1}, G_MAXINT), 9999, 12, 31);
    assert_day(day_plus((Day){1, 1, 1}, -1), 1, 1, 1);
    assert_day(day_plus((Day){2026, 1, 1}, G_MININT), 1, 1, 1);
}

static void day_kept_in__moves_29_february_by_rule(void **state)
{
    (void)state;
    Day leap = {1960, 2, 29};
    assert_day(day_kept_in(leap, 2026, LEAP_ON_28_FEBRUARY), 2026, 2, 28);
    assert_day(day_kept_in(leap, 2026, LEAP_ON_1_MARCH), 2026, 3, 1);
    assert_day(day_kept_in(leap, 2028, LEAP_ON_28_FEBRUARY), 2028, 2, 29);
    assert_day(day_kept_in(leap, 2028, LEAP_ON_1_MARCH), 2028, 2, 29);
    assert_day(day_kept_in((Day){0, 2, 29}, 2100, LEAP_ON_28_FEBRUARY), 2100, 2, 28);
    assert_day(day_kept_in((Day){1960, 2, 28}, 2026, LEAP_ON_1_MARCH), 2026, 2, 28);
}

/* The next day on which BORN is kept, found by walking; RULE says what stands in for 29
 * February. */
static Day walk_to_kept(Day born, Day from, LeapRule rule)
{
    for (Day day = from;; day = following(day)) {
        if (day.month == born.month && day.day == born.day) {
            return day;
        }
        bool leap_born = born.month == 2 && born.day == 29 && !day_is_leap_year(day.year);
        bool stand_in = rule == LEAP_ON_28_FEBRUARY ? day.month == 2 && day.day == 28
                                                    : day.month == 3 && day.day == 1;
        if (leap_born && stand_in) {
            return day;
        }
    }
}

static void day_kept_in__agrees_with_walking__for_both_rules(void **state)
{
    (void)state;
    static const Day births[] = {{0, 2, 29},     {1960, 2, 29}, {0, 2, 28}, {0, 3, 1},
                                 {1956, 12, 31}, {0, 1, 1},     {0, 5, 3}};
    static const Day starts[] = {
        {1899, 11, 5}, {1999, 7, 1}, {2026, 1, 1}, {2027, 12, 20}, {2095, 6, 1}};
    for (size_t b = 0; b < G_N_ELEMENTS(births); b++) {
        for (size_t s = 0; s < G_N_ELEMENTS(starts); s++) {
            for (int rule = LEAP_ON_28_FEBRUARY; rule <= LEAP_ON_1_MARCH; rule++) {
                Day from = starts[s];
                for (int step = 0; step < 800; step++, from = following(from)) {
                    Day kept = day_kept_in(births[b], from.year, (LeapRule)rule);
                    if (day_compare(kept, from) < 0) {
                        kept = day_kept_in(births[b], from.year + 1, (LeapRule)rule);
                    }
                    assert_int_equal(
                        day_compare(kept, walk_to_kept(births[b], from, (LeapRule)rule)), 0);
                }
            }
        }
    }
}

static void day_to_text__writes_what_day_from_text_reads(void **state)
{
    (void)state;
    static const struct {
        Day day;
        const char *text;
    } cases[] = {
        {{1956, 5, 3}, "1956-05-03"}, {{0, 5, 3}, "--05-03"},  {{1956, 5, 0}, "1956-05"},
        {{1956, 0, 0}, "1956"},       {{0, 5, 0}, "--05"},     {{0, 0, 0}, ""},
        {{7, 1, 2}, "0007-01-02"},    {{0, 2, 29}, "--02-29"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = day_to_text(cases[i].day);
        assert_string_equal(text, cases[i].text);
        Day read;
        assert_true(day_from_text(text, &read));
        assert_memory_equal(&read, &cases[i].day, sizeof read);
    }
}

static void day_from_text__refuses_everything_else(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "1956-5-3",   "03.05.1956", " 1956-05-03", "1956-05-03 ", "1956-05-03T00", "19560503",
        "--0503",     "--",         "-",           "1956-",       "1956-05-",      "--05-",
        "1956-02-30", "1900-02-29", "--02-30",     "1956-13",     "--13",          "0000",
        "0000-05-03", "1956-00",    "1956-05-00",  "--00",        "--00-03",       "--05-00",
        "195",        "19561",      "x",           "-1956-05-03", "---05",         "1956--05",
        "+1956",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        Day day = {1, 1, 1};
        if (day_from_text(texts[i], &day)) {
            fail_msg("\"%s\" was read", texts[i]);
        }
        assert_true(day_is_none(day));
    }
    Day day = {1, 1, 1};
    assert_false(day_from_text(NULL, &day));
    assert_true(day_is_none(day));
}

static void day_for_people__writes_english__without_a_catalogue(void **state)
{
    (void)state;
    static const struct {
        Day day;
        const char *text;
    } cases[] = {
        {{1956, 5, 3}, "3 May 1956"}, {{0, 12, 31}, "31 December"}, {{1956, 5, 0}, "May 1956"},
        {{1956, 0, 0}, "1956"},       {{0, 1, 0}, "January"},       {{0, 0, 0}, ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = day_for_people(cases[i].day);
        assert_string_equal(text, cases[i].text);
    }
}

static void day_by_pattern__fills_in_every_word(void **state)
{
    (void)state;
    static const struct {
        Day day;
        const char *pattern, *text;
    } cases[] = {
        {{2026, 5, 3}, "{weekday} {d}.{m}.", "Sun 3.5."},
        {{2026, 5, 3}, "{dd}.{mm}.{year}", "03.05.2026"},
        {{2026, 11, 21}, "{weekday} {d} {mon}", "Sat 21 Nov"},
        {{2026, 11, 21}, "{month} {year}", "November 2026"},
        {{2026, 11, 21}, "on {", "on {"},
        {{2026, 11, 21}, "{moon}{d}", "21"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = day_by_pattern(cases[i].day, cases[i].pattern);
        assert_string_equal(text, cases[i].text);
    }
}

/* Words of a table, by what they stand for: one text of words with blanks between them a value. */
static void assert_words_mean(int (*value_of)(const char *word), const char *const *words,
                              int count)
{
    for (int i = 0; i < count; i++) {
        g_auto(GStrv) each = g_strsplit(words[i], " ", -1);
        for (guint w = 0; each[w] != NULL; w++) {
            if (value_of(each[w]) != i + 1) {
                fail_msg("\"%s\" is %d, not %d", each[w], value_of(each[w]), i + 1);
            }
        }
    }
}

static void day_word_month__knows_every_name__and_what_is_short_for_it(void **state)
{
    (void)state;
    static const char *const names[] = {
        "januar january janner jaenner jan jann jaen",
        "februar february feber feb febr",
        "marz maerz march mrz mar mae maer",
        "april apr",
        "mai may",
        "juni june juno jun",
        "juli july julei jul",
        "august aug",
        "september sep sept",
        "oktober october okt oct",
        "november nov",
        "dezember december dez dec",
    };
    static const char *const none[] = {"", "ja", "ma", "mayo", "junix", "onat", "montag"};
    assert_words_mean(day_word_month, names, G_N_ELEMENTS(names));
    for (size_t i = 0; i < G_N_ELEMENTS(none); i++) {
        assert_int_equal(day_word_month(none[i]), 0);
    }
}

static void day_word_weekday__knows_every_name__and_what_is_short_for_it(void **state)
{
    (void)state;
    static const char *const names[] = {
        "mo mon montag monday",      "di tue tues dienstag tuesday",
        "mi wed mittwoch wednesday", "do thu thur thurs donnerstag thursday",
        "fr fri freitag friday",     "sa sat samstag sonnabend saturday",
        "so sun sonntag sunday",
    };
    static const char *const none[] = {"", "m", "mont", "sundays", "mai"};
    assert_words_mean(day_word_weekday, names, G_N_ELEMENTS(names));
    for (size_t i = 0; i < G_N_ELEMENTS(none); i++) {
        assert_int_equal(day_word_weekday(none[i]), 0);
    }
}

static void day_word_shift__tells_how_far__of_every_word(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        int count;
    } cases[] = {
        {"heute", 0},    {"today", 0},      {"morgen", 1},
        {"tomorrow", 1}, {"ubermorgen", 2}, {"uebermorgen", 2},
        {"gestern", -1}, {"yesterday", -1}, {"vorgestern", -2},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        int count = 77;
        assert_true(day_word_shift(cases[i].word, &count));
        assert_int_equal(count, cases[i].count);
    }
    int count = 77;
    assert_false(day_word_shift("heut", &count));
    assert_int_equal(count, 77);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(day_is_leap_year__knows_the_centuries),
        cmocka_unit_test(day_is_valid__judges_the_known_parts),
        cmocka_unit_test(day__agrees_with_counting__on_every_day_from_1900_to_2100),
        cmocka_unit_test(day_plus__stops_at_the_ends_of_the_calendar),
        cmocka_unit_test(day_kept_in__moves_29_february_by_rule),
        cmocka_unit_test(day_kept_in__agrees_with_walking__for_both_rules),
        cmocka_unit_test(day_to_text__writes_what_day_from_text_reads),
        cmocka_unit_test(day_from_text__refuses_everything_else),
        cmocka_unit_test(day_for_people__writes_english__without_a_catalogue),
        cmocka_unit_test(day_by_pattern__fills_in_every_word),
        cmocka_unit_test(day_word_month__knows_every_name__and_what_is_short_for_it),
        cmocka_unit_test(day_word_weekday__knows_every_name__and_what_is_short_for_it),
        cmocka_unit_test(day_word_shift__tells_how_far__of_every_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/day.h"

#include <stdio.h>
#include <string.h>

static const Day today = {2026, 3, 1}; /* a Sunday */

static const char *const reading_names[] = {"ok", "empty", "impossible", "ambiguous", "strange"};

/* Reads TEXT and compares with EXPECTED: a day as day_to_text writes it, or the name of what is
 * wrong with it. */
static void assert_reads_by(const char *text, DayOrder order, const char *expected)
{
    Day day = {1, 1, 1};
    DayReading reading = day_read(text, today, order, &day);
    g_autofree char *found =
        reading == DAY_READ_OK ? day_to_text(day) : g_strdup(reading_names[reading]);
    if (strcmp(found, expected) != 0) {
        fail_msg("\"%s\" is read as %s, not %s", text, found, expected);
    }
    if (reading != DAY_READ_OK) {
        assert_true(day_is_none(day));
    } else {
        assert_true(day_is_valid(day) && !day_is_none(day));
    }
}

typedef struct {
    const char *text, *expected;
} Case;

static void assert_all_read(const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_reads_by(cases[i].text, DAY_ORDER_UNKNOWN, cases[i].expected);
    }
}

static void day_read__reads_the_forms_of_lists(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"3.5.", "--05-03"},
        {"26.6.", "--06-26"},
        {"3.5", "--05-03"},
        {"03.05.1956", "1956-05-03"},
        {"  03.05.1956\t", "1956-05-03"},
        {"\xC2\xA0"
         "03.05.1956\xC2\xA0",
         "1956-05-03"},
        {"3. 5. 1956", "1956-05-03"},
        {"3.5. 1956", "1956-05-03"},
        {"3.5 1956", "1956-05-03"},
        {"3.5 ’56", "1956-05-03"},
        {"3.5.1956,", "1956-05-03"},
        {"3.5.1956.", "1956-05-03"},
        {"29.02.", "--02-29"},
        {"29.02.1960", "1960-02-29"},
        {"13.04.1991", "1991-04-13"},
        {"1940-04-12", "1940-04-12"},
        {"1956/05/03", "1956-05-03"},
        {"1956.5.3", "1956-05-03"},
        {"19560503", "1956-05-03"},
        {"03051956", "1956-05-03"},
        {"20012001", "2001-01-20"},
        {"13000101", "1300-01-01"},
        {"12121299", "1299-12-12"},
        {"--05-03", "--05-03"},
        {"--05.03", "strange"},
        {"--05/03", "strange"},
        {"--05-03-07", "strange"},
        {"--0503", "--05-03"},
        {"--0229", "--02-29"},
        {"--12-24", "--12-24"},
        {"--05", "--05"},
        {"1956-05", "1956-05"},
        {"05/1956", "1956-05"},
        {"05.1956", "1956-05"},
        {"1956", "1956"},
        {"05-03", "--05-03"},
        {"12-24", "--12-24"},
        {"1604-04-07", "--04-07"},
        {"07.04.1604", "--04-07"},
        {"16040105", "--01-05"},
        {"1956-05-03 00:00:00", "1956-05-03"},
        {"1956-05-03T00:00:00Z", "1956-05-03"},
        {"1956-05-03T10:00:00.000+02:00", "1956-05-03"},
        {"2026-05-01 10:00:00 +0200", "2026-05-01"},
        {"03.05.1956 12:30 PM", "1956-05-03"},
        {"03.05.2999", "2999-05-03"},
    };
    assert_all_read(cases, G_N_ELEMENTS(cases));
}

static void day_read__reads_named_months(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"3. Mai", "--05-03"},
        {"3. Mai 1956", "1956-05-03"},
        {"13. März 1984", "1984-03-13"},
        {"13. Maerz 1984", "1984-03-13"},
        {"13. MÄRZ 1984", "1984-03-13"},
        {"13. Ma\xCC\x88rz 1984", "1984-03-13"},
        {"13. Mrz. 1984", "1984-03-13"},
        {"13 mär 84", "1984-03-13"},
        {"1. Jänner 1970", "1970-01-01"},
        {"2. August 1983", "1983-08-02"},
        {"2.Aug.1983", "1983-08-02"},
        {"21. Oktober 1961", "1961-10-21"},
        {"9. Sept. 1950", "1950-09-09"},
        {"24. Dez", "--12-24"},
        {"3 May 1956", "1956-05-03"},
        {"3-May-1956", "1956-05-03"},
        {"May 3, 1956", "1956-05-03"},
        {"May 3rd, 1956", "1956-05-03"},
        {"May 3 1956", "1956-05-03"},
        {"May 3", "--05-03"},
        {"the 3rd of May 1956", "1956-05-03"},
        {"Dec. 24, 1999", "1999-12-24"},
        {"1956 May 3", "1956-05-03"},
        {"am 3. Mai", "--05-03"},
        {"geb. 3. Mai 1956", "1956-05-03"},
        {"Mai 1956", "1956-05"},
        {"Mai", "--05"},
        {"Jan.", "--01"},
        {"Mai 56", "1956-05"},
        {"Mai '12", "2012-05"},
        {"May-12", "2012-05"},
        {"3. Mai ’56", "1956-05-03"},
        {"29. Februar", "--02-29"},
        {"29. Februar 1981", "impossible"},
        {"31. April", "impossible"},
        {"Mai Juni", "strange"},
        {"Mayo 3", "strange"},
        {"Ma", "strange"},
        {"3. Mai 1956 4", "strange"},
    };
    assert_all_read(cases, G_N_ELEMENTS(cases));
}

static void day_read__takes_short_years_as_past(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"3.5.56", "1956-05-03"},    {"16.8.34", "1934-08-16"},      {"11.11.00", "2000-11-11"},
        {"20.2.97", "1997-02-20"},   {"1.3.26", "2026-03-01"},       {"2.3.26", "1926-03-02"},
        {"28.2.26", "2026-02-28"},   {"29.2.00", "2000-02-29"},      {"29.2.58", "impossible"},
        {"3. Mai 26", "1926-05-03"}, {"1. Januar 26", "2026-01-01"}, {"3.5.27", "1927-05-03"},
    };
    assert_all_read(cases, G_N_ELEMENTS(cases));
}

static void day_read__says_when_nothing_is_known(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"", "empty"},           {"   ", "empty"},        {"unbekannt", "empty"},
        {"Unbekannt", "empty"},  {"-", "empty"},          {"–", "empty"},
        {"?", "empty"},          {"--", "empty"},         {"+", "empty"},
        {"k. A.", "empty"},      {"weiß nicht", "empty"}, {"unknown", "empty"},
        {"n/a", "empty"},        {"00.00.0000", "empty"}, {"0.0.00", "empty"},
        {"0/0/00", "empty"},     {"0000-00-00", "empty"}, {"0000-00-00 00:00:00", "empty"},
        {"  .  .    ", "empty"}, {"0", "empty"},          {"__.__.____", "empty"},
        {"00.00.1604", "empty"},
    };
    assert_all_read(cases, G_N_ELEMENTS(cases));
    Day day = {1, 1, 1};
    assert_int_equal(day_read(NULL, today, DAY_ORDER_UNKNOWN, &day), DAY_READ_EMPTY);
    assert_true(day_is_none(day));
}

static void day_read__keeps_the_known_parts__beside_zeros(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"00.05.1956", "1956-05"},    {"00.00.1956", "1956"},    {"1956-00-00", "1956"},
        {"1956-05-00", "1956-05"},    {"03.05.0000", "--05-03"}, {"29.02.0000", "--02-29"},
        {"03.00.1956", "impossible"}, {"0000-05-03", "--05-03"},
    };
    assert_all_read(cases, G_N_ELEMENTS(cases));
}

static void day_read__refuses_impossible_days(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "31.02.1980", "32.1.1975",  "29.02.1981", "29.02.1900", "30.2.",      "31.4.",
        "1.13.1980",  "1980-13-01", "1980-02-30", "19800230",   "--0230",     "--13",
        "13-05",      "13/1956",    "13/13/1980", "31/4/1980",  "99.99.9999", "00.13.1980",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        assert_reads_by(texts[i], DAY_ORDER_UNKNOWN, "impossible");
    }
}

static void day_read__refuses_what_is_no_date(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Torte",
        "20578",
        "12",
        "5.",
        "3.5.956",
        "3.5.19560",
        "003.05.1956",
        "3..5.1956",
        "3.5-1956",
        "3/5.1956",
        "5,3",
        "++3",
        "+123456",
        "+3.5",
        "1956?",
        "ca. 1956",
        "3.5.1956 Anna",
        "½",
        "3.5.19½",
        "1.2.3.4",
        "030556",
        "1956-05-03x",
        "12:30",
        "am",
        "\xFF\xFE",
        "3.5.\xC3",
        "----0503",
        "--3. Mai",
        "3 5",
        "'56",
        ".3. Mai 1956",
        ", Mai 1956",
        "3.5.1956-",
        "3.5./",
        "Mai 1956'",
        "01234567890123456789",
        "99999999999999999999.1.1",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        assert_reads_by(texts[i], DAY_ORDER_UNKNOWN, "strange");
    }
    g_autofree char *lengthy = g_strnfill(5000, '1');
    assert_reads_by(lengthy, DAY_ORDER_UNKNOWN, "strange");
}

static void day_read__reads_slashes_by_order(void **state)
{
    (void)state;
    static const struct {
        const char *text, *unknown, *day_first, *month_first;
    } cases[] = {
        {"3/5/1956", "ambiguous", "1956-05-03", "1956-03-05"},
        {"3/5/56", "ambiguous", "1956-05-03", "1956-03-05"},
        {"25/5/1956", "1956-05-25", "1956-05-25", "1956-05-25"},
        {"5/25/1956", "1956-05-25", "1956-05-25", "1956-05-25"},
        {"5/5/1956", "1956-05-05", "1956-05-05", "1956-05-05"},
        {"3/5", "ambiguous", "--05-03", "--03-05"},
        {"03-05-1956", "ambiguous", "1956-05-03", "1956-03-05"},
        {"3 5 1956", "ambiguous", "1956-05-03", "1956-03-05"},
        {"05-25-1956", "1956-05-25", "1956-05-25", "1956-05-25"},
        {"3.5.1956", "1956-05-03", "1956-05-03", "1956-05-03"},
        {"05-03", "--05-03", "--05-03", "--05-03"},
        {"3.5.", "--05-03", "--05-03", "--05-03"},
        {"25/12", "--12-25", "--12-25", "--12-25"},
        {"1956/05/03", "1956-05-03", "1956-05-03", "1956-05-03"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_reads_by(cases[i].text, DAY_ORDER_UNKNOWN, cases[i].unknown);
        assert_reads_by(cases[i].text, DAY_ORDER_DAY_FIRST, cases[i].day_first);
        assert_reads_by(cases[i].text, DAY_ORDER_MONTH_FIRST, cases[i].month_first);
    }
}

static void day_read__reads_days_near_today(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"heute", "2026-03-01"},      {"Heute", "2026-03-01"},       {"morgen", "2026-03-02"},
        {"übermorgen", "2026-03-03"}, {"uebermorgen", "2026-03-03"}, {"gestern", "2026-02-28"},
        {"today", "2026-03-01"},      {"tomorrow", "2026-03-02"},    {"yesterday", "2026-02-28"},
        {"+14", "2026-03-15"},        {"-3", "2026-02-26"},          {"−3", "2026-02-26"},
        {"+0", "2026-03-01"},         {"freitag", "2026-03-06"},     {"fri", "2026-03-06"},
        {"Fr.", "2026-03-06"},        {"Mo", "2026-03-02"},          {"sonntag", "2026-03-08"},
        {"Sunday", "2026-03-08"},     {"Sa", "2026-03-07"},          {"mittwoch", "2026-03-04"},
    };
    assert_all_read(cases, G_N_ELEMENTS(cases));
}

static void day_read__reads_back_every_form__of_every_day_from_1900(void **state)
{
    (void)state;
    static const char *const months[] = {"Januar",    "Februar", "März",     "April",
                                         "Mai",       "Juni",    "Juli",     "August",
                                         "September", "Oktober", "November", "Dezember"};
    for (Day day = {1900, 1, 1}; day_compare(day, today) <= 0; day = day_plus(day, 1)) {
        char forms[4][64];
        snprintf(forms[0], sizeof forms[0], "%d.%d.%d", day.day, day.month, day.year);
        snprintf(forms[1], sizeof forms[1], "%d. %s %d", day.day, months[day.month - 1], day.year);
        snprintf(forms[2], sizeof forms[2], "%04d%02d%02d", day.year, day.month, day.day);
        snprintf(forms[3], sizeof forms[3], "%02d%02d%04d", day.day, day.month, day.year);
        for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
            Day read;
            assert_int_equal(day_read(forms[i], today, DAY_ORDER_UNKNOWN, &read), DAY_READ_OK);
            assert_int_equal(day_compare(read, day), 0);
        }
        Day read;
        g_autofree char *people = day_for_people(day);
        assert_int_equal(day_read(people, today, DAY_ORDER_UNKNOWN, &read), DAY_READ_OK);
        assert_int_equal(day_compare(read, day), 0);
    }
}

static void day_read__survives_anything(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "3",   "31", "1956", "12", ".", "-",        "--",   "/",        " ", ",", "'",  ":",  "Mai",
        "may", "fr", "+",    "ß",  "ü", "\xCC\x88", "\xFF", "\xE2\x80", "T", "0", "th", "am", "²"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(56);
    for (int round = 0; round < 20000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        int length = g_rand_int_range(rand, 0, 12);
        for (int i = 0; i < length; i++) {
            if (round % 2 == 0) {
                g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
            } else {
                g_string_append_c(text, (char)g_rand_int_range(rand, 1, 256));
            }
        }
        Day day;
        DayReading reading = day_read(text->str, today, (DayOrder)(round % 3), &day);
        assert_true(day_is_valid(day));
        assert_int_equal(day_is_none(day), reading != DAY_READ_OK);
    }
}

/* There is no year before 1, whatever two digits would mean. */
static void day_read__of_two_digits__knows_no_year_before_1(void **state)
{
    (void)state;
    const Day early = {50, 3, 1};
    Day day;
    assert_int_equal(day_read("3.5.80", early, DAY_ORDER_UNKNOWN, &day), DAY_READ_IMPOSSIBLE);
    assert_int_equal(day_read("3.5.49", early, DAY_ORDER_UNKNOWN, &day), DAY_READ_OK);
    assert_int_equal(day.year, 49);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(day_read__of_two_digits__knows_no_year_before_1),
        cmocka_unit_test(day_read__reads_the_forms_of_lists),
        cmocka_unit_test(day_read__reads_named_months),
        cmocka_unit_test(day_read__takes_short_years_as_past),
        cmocka_unit_test(day_read__says_when_nothing_is_known),
        cmocka_unit_test(day_read__keeps_the_known_parts__beside_zeros),
        cmocka_unit_test(day_read__refuses_impossible_days),
        cmocka_unit_test(day_read__refuses_what_is_no_date),
        cmocka_unit_test(day_read__reads_slashes_by_order),
        cmocka_unit_test(day_read__reads_days_near_today),
        cmocka_unit_test(day_read__reads_back_every_form__of_every_day_from_1900),
        cmocka_unit_test(day_read__survives_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

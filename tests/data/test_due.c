/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly days that fall into a span. */
#include "tests/data/people.h"

#include "data/agenda/due.h"
#include "data/base/fault.h"
#include "data/setting.h"

#include <string.h>

static Day day(const char *text)
{
    Day result;
    assert_true(day_from_text(text, &result));
    return result;
}

static GPtrArray *list(Db *db, const char *from, const char *to, const char *kind, LeapRule rule)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *due = due_list(db, day(from), day(to), kind, rule, &error);
    expect_done(due != NULL, error);
    return due;
}

/* "2026-05-03 Wagner, Hilde (70), …" */
static char *told(const GPtrArray *due)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < due->len; i++) {
        const Due *one = g_ptr_array_index(due, i);
        g_autofree char *kept = day_to_text(one->kept), *call = due_call(one, NAME_SPOKEN);
        g_string_append_printf(text, "%s%s %s (%d)", i > 0 ? ", " : "", kept, call, one->turns);
    }
    return g_string_free(text, FALSE);
}

static void expect_list(Db *db, const char *from, const char *to, LeapRule rule, const char *wanted)
{
    g_autoptr(GPtrArray) due = list(db, from, to, NULL, rule);
    g_autofree char *text = told(due);
    if (strcmp(text, wanted) != 0) {
        fail_msg("From %s to %s: “%s” and not “%s”.", from, to, text, wanted);
    }
}

static const Person people[] = {
    {.number = "1",
     .given = "Hilde",
     .family = "Wagner",
     .birthday = "1956-05-03",
     .partner = "Kurt",
     .partner_birthday = "--05-03"},
    {.number = "2", .given = "Lea", .family = "Sprung", .birthday = "2004-02-29"},
    {.number = "3", .given = "Ulf", .family = "Sprung", .birthday = "--02-29"},
    {.number = "4", .given = "Neu", .family = "Jahr", .birthday = "1990-01-01"},
    {.number = "5", .given = "Silvester", .family = "Jahr", .birthday = "1980-12-31"},
    {.number = "6", .given = "Nur", .family = "Monat", .birthday = "--05"},
    {.number = "7", .given = "Nur", .family = "Jahrgang", .birthday = "1956"},
    {.number = "8", .given = "Mai", .family = "Jahrgang", .birthday = "1956-05"},
    {.number = "9", .description = "Mann mit Dackel", .birthday = "--03-01"},
    {.number = "10", .given = "Ende", .family = "Februar", .birthday = "1970-02-28"},
};

static void add_people(Db *db)
{
    people_add_all(db, people, G_N_ELEMENTS(people));
}

static void due_list__finds_the_days__of_the_span(void **state)
{
    static const struct {
        const char *from, *to;
        LeapRule rule;
        const char *wanted;
    } cases[] = {
        {"2026-05-03", "2026-05-03", LEAP_ON_28_FEBRUARY,
         "2026-05-03 Kurt (0), 2026-05-03 Hilde Wagner (70)"},
        {"2026-05-02", "2026-05-02", LEAP_ON_28_FEBRUARY, ""},
        {"2026-05-04", "2026-05-31", LEAP_ON_28_FEBRUARY, ""},
        /* New Year */
        {"2025-12-31", "2026-01-01", LEAP_ON_28_FEBRUARY,
         "2025-12-31 Silvester Jahr (45), 2026-01-01 Neu Jahr (36)"},
        {"2025-12-25", "2026-01-07", LEAP_ON_28_FEBRUARY,
         "2025-12-31 Silvester Jahr (45), 2026-01-01 Neu Jahr (36)"},
        {"2026-01-02", "2026-02-27", LEAP_ON_28_FEBRUARY, ""},
        /* 29 February, kept on the 28th in common years */
        {"2026-02-28", "2026-02-28", LEAP_ON_28_FEBRUARY,
         "2026-02-28 Ende Februar (56), 2026-02-28 Lea Sprung (22), 2026-02-28 Ulf Sprung (0)"},
        {"2026-02-01", "2026-02-28", LEAP_ON_28_FEBRUARY,
         "2026-02-28 Ende Februar (56), 2026-02-28 Lea Sprung (22), 2026-02-28 Ulf Sprung (0)"},
        {"2026-02-01", "2026-02-27", LEAP_ON_28_FEBRUARY, ""},
        {"2026-03-01", "2026-03-01", LEAP_ON_28_FEBRUARY, "2026-03-01 “Mann mit Dackel” (0)"},
        {"2028-02-28", "2028-02-28", LEAP_ON_28_FEBRUARY, "2028-02-28 Ende Februar (58)"},
        {"2028-02-29", "2028-02-29", LEAP_ON_28_FEBRUARY,
         "2028-02-29 Lea Sprung (24), 2028-02-29 Ulf Sprung (0)"},
        /* … on 1 March */
        {"2026-02-28", "2026-02-28", LEAP_ON_1_MARCH, "2026-02-28 Ende Februar (56)"},
        {"2026-03-01", "2026-03-01", LEAP_ON_1_MARCH,
         "2026-03-01 Lea Sprung (22), 2026-03-01 Ulf Sprung (0), 2026-03-01 “Mann mit Dackel” (0)"},
        {"2026-03-01", "2026-04-30", LEAP_ON_1_MARCH,
         "2026-03-01 Lea Sprung (22), 2026-03-01 Ulf Sprung (0), 2026-03-01 “Mann mit Dackel” (0)"},
        {"2026-03-02", "2026-04-30", LEAP_ON_1_MARCH, ""},
        {"2026-02-28", "2026-03-01", LEAP_ON_1_MARCH,
         "2026-02-28 Ende Februar (56), 2026-03-01 Lea Sprung (22), 2026-03-01 Ulf Sprung (0), "
         "2026-03-01 “Mann mit Dackel” (0)"},
        {"2026-01-15", "2026-03-15", LEAP_ON_1_MARCH,
         "2026-02-28 Ende Februar (56), 2026-03-01 Lea Sprung (22), 2026-03-01 Ulf Sprung (0), "
         "2026-03-01 “Mann mit Dackel” (0)"},
        /* … and only once when the span begins in the year before */
        {"2025-11-02", "2026-03-31", LEAP_ON_1_MARCH,
         "2025-12-31 Silvester Jahr (45), 2026-01-01 Neu Jahr (36), 2026-02-28 Ende Februar (56), "
         "2026-03-01 Lea Sprung (22), "
         "2026-03-01 Ulf Sprung (0), 2026-03-01 “Mann mit Dackel” (0)"},
        {"2028-02-29", "2028-03-01", LEAP_ON_1_MARCH,
         "2028-02-29 Lea Sprung (24), 2028-02-29 Ulf Sprung (0), 2028-03-01 “Mann mit Dackel” (0)"},
        /* not before the birth */
        {"2003-02-28", "2003-02-28", LEAP_ON_28_FEBRUARY,
         "2003-02-28 Ende Februar (33), 2003-02-28 Ulf Sprung (0)"},
        {"2004-02-29", "2004-02-29", LEAP_ON_28_FEBRUARY,
         "2004-02-29 Lea Sprung (0), 2004-02-29 Ulf Sprung (0)"},
        /* at the ends of the calendar */
        {"9999-12-31", "9999-12-31", LEAP_ON_28_FEBRUARY, "9999-12-31 Silvester Jahr (8019)"},
        {"0001-01-01", "0001-01-02", LEAP_ON_28_FEBRUARY, ""},
    };
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        expect_list(db, cases[i].from, cases[i].to, cases[i].rule, cases[i].wanted);
    }
}

static bool has(const GPtrArray *due, const Due *wanted)
{
    for (guint i = 0; i < due->len; i++) {
        const Due *one = g_ptr_array_index(due, i);
        if (one->occasion->head.id == wanted->occasion->head.id &&
            day_compare(one->kept, wanted->kept) == 0) {
            return true;
        }
    }
    return false;
}

/* Any span gives what its days give one by one: each once, none missing. */
static void due_list__lists_each_day_once__in_any_span(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GRand) chance = g_rand_new_with_seed(29);
    add_people(db);
    for (guint i = 0; i < 60; i++) {
        g_autoptr(GError) error = NULL;
        LeapRule rule = i % 2 == 0 ? LEAP_ON_28_FEBRUARY : LEAP_ON_1_MARCH;
        Day from = day_plus((Day){2023, 11, 15}, g_rand_int_range(chance, 0, 900));
        int days = g_rand_int_range(chance, 0, 130);
        g_autoptr(GPtrArray) whole = due_list(db, from, day_plus(from, days), NULL, rule, &error);
        guint count = 0;
        for (int offset = 0; offset <= days; offset++) {
            Day one = day_plus(from, offset);
            g_autoptr(GPtrArray) part = due_list(db, one, one, NULL, rule, &error);
            count += part->len;
            for (guint k = 0; k < part->len; k++) {
                assert_true(has(whole, g_ptr_array_index(part, k)));
            }
        }
        assert_int_equal(whole->len, count);
    }
}

static void due_list__asks_for_one_kind__when_told(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 customer = people_add(db, &people[0]);
    g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
    Occasion *wedding = sheet_add(sheet, &occasion_type);
    record_set_text(&wedding->kind, "wedding");
    occasion_set_day(wedding, day("1980-05-03"));
    Deed *deed = people_begin(db);
    expect_done(sheet_save(deed, sheet, &error), error);
    people_commit(deed);
    static const struct {
        const char *kind;
        guint count;
    } cases[] = {{"birthday", 2}, {"wedding", 1}, {"name_day", 0}, {NULL, 3}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GPtrArray) due =
            list(db, "2026-05-01", "2026-05-31", cases[i].kind, LEAP_ON_28_FEBRUARY);
        assert_int_equal(due->len, cases[i].count);
    }
}

static void due_list__refuses__spans_that_are_none(void **state)
{
    static const struct {
        Day from, to;
        bool is_fine;
    } cases[] = {
        {{2026, 5, 3}, {2026, 5, 2}, false}, {{2026, 5, 3}, {2025, 5, 3}, false},
        {{2020, 1, 1}, {2030, 1, 1}, true},  {{2021, 1, 1}, {2031, 1, 1}, true},
        {{2020, 1, 1}, {2030, 1, 3}, false}, {{1, 1, 1}, {9999, 12, 31}, false},
    };
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) due =
            due_list(db, cases[i].from, cases[i].to, NULL, LEAP_ON_28_FEBRUARY, &error);
        if (cases[i].is_fine) {
            expect_done(due != NULL, error);
        } else {
            assert_null(due);
            expect_fault(error, FAULT_REFUSED);
        }
    }
}

static void due_list__keeps_all_years__of_a_long_span(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_add(db, &people[1]);
    static const struct {
        LeapRule rule;
        const char *wanted;
    } cases[] = {
        {LEAP_ON_28_FEBRUARY, "2026-02-28 Lea Sprung (22), 2027-02-28 Lea Sprung (23), 2028-02-29 "
                              "Lea Sprung (24), 2029-02-28 Lea Sprung (25)"},
        {LEAP_ON_1_MARCH, "2026-03-01 Lea Sprung (22), 2027-03-01 Lea Sprung (23), 2028-02-29 Lea "
                          "Sprung (24), 2029-03-01 Lea Sprung (25)"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        expect_list(db, "2025-06-01", "2029-05-31", cases[i].rule, cases[i].wanted);
    }
}

static void due_of_sheet__gives_own_and_partners_days__across_new_year(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.family = "Jahr",
                           .birthday = "1980-12-31",
                           .partner = "Ida",
                           .partner_birthday = "--01-02"};
    gint64 customer = people_add(db, &person);
    people_add(db, &people[4]);
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
    expect_done(sheet != NULL, error);
    g_autoptr(GPtrArray) due =
        due_of_sheet(db, sheet, day("2025-12-25"), day("2026-01-08"), LEAP_ON_28_FEBRUARY, &error);
    expect_done(due != NULL, error);
    g_autofree char *text = told(due);
    assert_string_equal(text, "2025-12-31 Jahr (45), 2026-01-02 Ida (0)");
    const Due *partner = g_ptr_array_index(due, 1);
    assert_string_equal(partner->relation_kind, "partner");
    assert_string_equal(partner->relation_name, "Ida");
    assert_null(((const Due *)g_ptr_array_index(due, 0))->relation_kind);
}

static void due_of_sheet__says_who_greeted__in_that_year_only(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(db, people_add(db, &people[1]), &error);
    expect_done(sheet != NULL, error);
    const Occasion *birthday = g_ptr_array_index(sheet->occasions, 0);
    Who who = people_who(people_add_clerk(db, "Lina"));
    g_autoptr(Deed) deed = deed_begin(db, &who, "a test", &error);
    expect_done(due_greet(deed, birthday->head.id, 2026, "in the shop", &error), error);
    expect_done(deed_commit(deed, NULL, &error), error);
    /* As the list of all says it. */
    g_autoptr(GPtrArray) all =
        list(db, "2025-01-01", "2027-12-31", "birthday", LEAP_ON_28_FEBRUARY);
    g_autoptr(GPtrArray) due =
        due_of_sheet(db, sheet, day("2025-01-01"), day("2027-12-31"), LEAP_ON_28_FEBRUARY, &error);
    expect_done(due != NULL, error);
    assert_int_equal(due->len, 3);
    assert_int_equal(all->len, 3);
    for (guint i = 0; i < due->len; i++) {
        const Due *one = g_ptr_array_index(due, i), *same = g_ptr_array_index(all, i);
        assert_int_equal(one->greeted, i == 1);
        assert_int_equal(day_compare(one->kept, same->kept), 0);
        assert_int_equal(one->turns, same->turns);
        assert_string_equal(one->greeted_by != NULL ? one->greeted_by : "nobody",
                            i == 1 ? "Lina" : "nobody");
        assert_string_equal(one->greeted_at != NULL ? one->greeted_at : "",
                            same->greeted_at != NULL ? same->greeted_at : "");
    }
}

static void due_list_someday__gives_those_without_a_day(void **state)
{
    static const struct {
        int year, month;
        const char *wanted;
    } cases[] = {
        {2026, 0, "2026-05 Mai Jahrgang (70), 2026-05 Nur Monat (0)"},
        {2026, 5, "2026-05 Mai Jahrgang (70), 2026-05 Nur Monat (0)"},
        {2026, 6, ""},
        {1950, 5, "1950-05 Nur Monat (0)"},
    };
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) due =
            due_list_someday(db, cases[i].year, cases[i].month, "birthday", &error);
        expect_done(due != NULL, error);
        g_autofree char *text = told(due);
        assert_string_equal(text, cases[i].wanted);
    }
}

static void due_leap_rule__is_the_shops__28_february_unless_set(void **state)
{
    static const struct {
        const char *setting;
        LeapRule rule;
    } cases[] = {{NULL, LEAP_ON_28_FEBRUARY},
                 {"1", LEAP_ON_1_MARCH},
                 {"28", LEAP_ON_28_FEBRUARY},
                 {"x", LEAP_ON_28_FEBRUARY}};
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        LeapRule rule = LEAP_ON_1_MARCH;
        expect_done(cases[i].setting == NULL ||
                        setting_set(db, SETTING_LEAP_RULE, cases[i].setting, &error),
                    error);
        expect_done(due_leap_rule(db, &rule, &error), error);
        assert_int_equal(rule, cases[i].rule);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(due_list__finds_the_days__of_the_span),
        cmocka_unit_test(due_list__lists_each_day_once__in_any_span),
        cmocka_unit_test(due_list__asks_for_one_kind__when_told),
        cmocka_unit_test(due_list__refuses__spans_that_are_none),
        cmocka_unit_test(due_list__keeps_all_years__of_a_long_span),
        cmocka_unit_test(due_of_sheet__gives_own_and_partners_days__across_new_year),
        cmocka_unit_test(due_of_sheet__says_who_greeted__in_that_year_only),
        cmocka_unit_test(due_list_someday__gives_those_without_a_day),
        cmocka_unit_test(due_leap_rule__is_the_shops__28_february_unless_set),
    };
    return fixture_for_each_engine("due", tests, G_N_ELEMENTS(tests));
}

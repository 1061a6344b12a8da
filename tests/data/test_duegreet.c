/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Greeting on yearly days: by whom, when, how; and which are round ones. */
#include "tests/data/people.h"

#include "data/agenda/due.h"
#include "data/agenda/greeting.h"
#include "data/base/fault.h"

static const Person lea = {
    .number = "2", .given = "Lea", .family = "Sprung", .birthday = "2004-02-29"};
static const Person neu = {
    .number = "4", .given = "Neu", .family = "Jahr", .birthday = "1990-01-01"};

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

static void due_greet__says_who_and_when__for_that_year_only(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_add(db, &lea);
    Who who = people_who(people_add_clerk(db, "Lina"));
    g_strlcpy(who.at, "2026-02-28T10:00:00Z", sizeof who.at);
    g_autoptr(GPtrArray) before =
        list(db, "2026-02-28", "2026-02-28", "birthday", LEAP_ON_28_FEBRUARY);
    assert_false(((const Due *)g_ptr_array_index(before, 0))->greeted);
    gint64 occasion = ((const Due *)g_ptr_array_index(before, 0))->occasion->head.id;
    for (guint i = 0; i < 2; i++) {
        gint64 id = -1;
        g_autoptr(Deed) deed = deed_begin(db, &who, "a test", &error);
        expect_done(due_greet(deed, occasion, 2026, "in the shop", &error), error);
        expect_done(deed_commit(deed, &id, &error), error);
        assert_int_equal(id != 0, i == 0); /* ticking twice changes nothing */
    }
    static const struct {
        const char *day;
        bool greeted;
    } cases[] = {
        {"2025-02-28", false}, {"2026-02-28", true}, {"2027-02-28", false}, {"2028-02-29", false}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GPtrArray) due = list(db, cases[i].day, cases[i].day, NULL, LEAP_ON_28_FEBRUARY);
        const Due *one = g_ptr_array_index(due, 0);
        assert_int_equal(one->greeted, cases[i].greeted);
        if (cases[i].greeted) {
            assert_string_equal(one->greeted_at, "2026-02-28T10:00:00Z");
            assert_string_equal(one->greeted_by, "Lina");
        } else {
            assert_null(one->greeted_at);
            assert_null(one->greeted_by);
        }
    }
}

static void due_ungreet__takes_the_tick_away__also_when_there_is_none(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_add(db, &neu);
    g_autoptr(GPtrArray) due = list(db, "2026-01-01", "2026-01-01", NULL, LEAP_ON_28_FEBRUARY);
    gint64 occasion = ((const Due *)g_ptr_array_index(due, 0))->occasion->head.id;
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    expect_done(due_greet(deed, occasion, 2026, NULL, &error), error);
    expect_done(due_greet(deed, occasion, 2027, NULL, &error), error);
    expect_done(due_ungreet(deed, occasion, 2026, &error), error);
    expect_done(due_ungreet(deed, occasion, 2026, &error), error);
    expect_done(due_ungreet(deed, occasion, 2027, &error), error);
    people_commit(deed);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    deed = people_begin(db);
    assert_false(due_greet(deed, 4711, 2026, NULL, &error));
    expect_fault(error, FAULT_MISSING);
    deed_free(deed);
}

static void due_is_round__is_what_people_make_more_of(void **state)
{
    static const struct {
        const char *kind;
        int turns;
        bool is_round;
    } cases[] = {
        {"birthday", 0, false},  {"birthday", 1, false},  {"birthday", 10, true},
        {"birthday", 18, true},  {"birthday", 25, true},  {"birthday", 35, false},
        {"birthday", 40, true},  {"birthday", 55, false}, {"birthday", 65, true},
        {"birthday", 75, true},  {"birthday", 85, true},  {"birthday", 86, false},
        {"birthday", 100, true}, {"wedding", 18, false},  {"wedding", 25, true},
        {"wedding", 50, true},   {"wedding", 65, false},  {"wedding", -10, false},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Occasion *occasion = record_new(&occasion_type);
        record_set_text(&occasion->kind, cases[i].kind);
        const Due due = {.occasion = occasion, .turns = cases[i].turns};
        if (due_is_round(&due) != cases[i].is_round) {
            fail_msg("%s, %d", cases[i].kind, cases[i].turns);
        }
        record_free(occasion);
    }
}

static void due_greet_as__notes_how_and_what__also_over_a_tick(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_add(db, &neu);
    g_autoptr(GPtrArray) before = list(db, "2026-01-01", "2026-01-01", NULL, LEAP_ON_28_FEBRUARY);
    gint64 occasion = ((const Due *)g_ptr_array_index(before, 0))->occasion->head.id;
    Deed *deed = people_begin(db);
    expect_done(due_greet(deed, occasion, 2026, "in the shop", &error), error);
    expect_done(due_greet_as(deed, occasion, 2026, "flowers", "Tulpen", &error), error);
    expect_done(due_greet_as(deed, occasion, 2027, NULL, "ein Lied", &error), error);
    people_commit(deed);
    g_autoptr(GPtrArray) due = list(db, "2026-01-01", "2028-01-01", NULL, LEAP_ON_28_FEBRUARY);
    assert_int_equal(due->len, 3);
    const Due *first = g_ptr_array_index(due, 0), *second = g_ptr_array_index(due, 1),
              *third = g_ptr_array_index(due, 2);
    g_autofree char *said = greeting_said(first->greeted_how, first->greeted_words);
    g_autofree char *sung = greeting_said(second->greeted_how, second->greeted_words);
    assert_string_equal(said, "with flowers: Tulpen");
    assert_string_equal(sung, "ein Lied");
    assert_null(greeting_said(third->greeted_how, third->greeted_words));
    assert_false(third->greeted);
    /* Ticking again keeps what was said. */
    deed = people_begin(db);
    expect_done(due_greet(deed, occasion, 2026, "in the shop", &error), error);
    assert_int_equal(people_commit(deed), 0);
    deed = people_begin(db);
    assert_false(due_greet_as(deed, 4711, 2026, NULL, NULL, &error));
    expect_fault(error, FAULT_MISSING);
    deed_free(deed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(due_greet__says_who_and_when__for_that_year_only),
        cmocka_unit_test(due_ungreet__takes_the_tick_away__also_when_there_is_none),
        cmocka_unit_test(due_greet_as__notes_how_and_what__also_over_a_tick),
        cmocka_unit_test(due_is_round__is_what_people_make_more_of),
    };
    return fixture_for_each_engine("duegreet", tests, G_N_ELEMENTS(tests));
}

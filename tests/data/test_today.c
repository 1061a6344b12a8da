/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What matters on a day. */
#include "tests/data/people.h"

#include "data/agenda/today.h"
#include "data/setting.h"

static const Day day = {2026, 3, 1};

static const Person people[] = {
    {.family = "Heute",
     .birthday = "1956-03-01",
     .facts = "allergy: Nüsse; usual: Torte; likes: Erdbeere"},
    {.family = "Morgen", .birthday = "--03-02", .facts = "likes: Schoko"},
    {.family = "Woche", .birthday = "2000-03-08"},
    {.family = "Später", .birthday = "2000-03-09"},
    {.family = "Gestern", .birthday = "1970-02-28", .facts = "usual: Brot"},
    {.family = "Neulich", .birthday = "1970-02-22"},
    {.family = "Lange her", .birthday = "1970-02-21"},
    {.family = "Sprung", .birthday = "2000-02-29"},
    {.family = "Paar", .partner = "Kurt", .partner_birthday = "1950-03-01"},
    {.family = "Monat", .birthday = "--03"},
};

static void add_people(Db *db)
{
    people_furnish(db);
    people_add_all(db, people, G_N_ELEMENTS(people));
}

static Today *load(Db *db)
{
    g_autoptr(GError) error = NULL;
    Today *today = today_load(db, day, 0, &error);
    expect_done(today != NULL, error);
    return today;
}

static char *calls(const GPtrArray *list)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++) {
        g_autofree char *call = due_call(g_ptr_array_index(list, i), NAME_SORTED);
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", call);
    }
    return g_string_free(text, FALSE);
}

static void expect_calls(const GPtrArray *list, const char *wanted)
{
    g_autofree char *text = calls(list);
    assert_string_equal(text, wanted);
}

static void today_load__sorts_the_days__into_due_coming_and_missed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    g_autoptr(Today) today = load(db);
    expect_calls(today->due, "Heute, Kurt");
    expect_calls(today->coming, "Morgen, Woche");
    expect_calls(today->missed, "Sprung, Gestern, Neulich");
    assert_true(today->has_customers);
    assert_int_equal(day_compare(today->day, day), 0);
}

static void today_load__follows_the_shop__for_29_february_and_days_ahead(void **state)
{
    static const struct {
        const char *name, *value;
        const char *due, *coming;
    } cases[] = {
        {SETTING_LEAP_RULE, "1", "Heute, Kurt, Sprung", "Morgen, Woche"},
        {SETTING_DAYS_AHEAD, "1", "Heute, Kurt, Sprung", "Morgen"},
        {SETTING_DAYS_AHEAD, "8", "Heute, Kurt, Sprung", "Morgen, Woche, Später"},
        {SETTING_DAYS_AHEAD, "-5", "Heute, Kurt, Sprung", "Morgen"},
        {SETTING_DAYS_AHEAD, "many", "Heute, Kurt, Sprung", "Morgen, Woche"},
        {SETTING_DAYS_AHEAD, "99999999999", "Heute, Kurt, Sprung", "Morgen, Woche, Später"},
    };
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        expect_done(setting_set(db, cases[i].name, cases[i].value, &error), error);
        g_autoptr(Today) today = load(db);
        expect_calls(today->due, cases[i].due);
        expect_calls(today->coming, cases[i].coming);
    }
}

static void today_hint__has_warnings_first__then_the_usual_or_what_they_like(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    g_autoptr(Today) today = load(db);
    assert_string_equal(today_hint(today, g_ptr_array_index(today->due, 0)), "Nüsse · Torte");
    assert_null(today_hint(today, g_ptr_array_index(today->due, 1)));
    assert_string_equal(today_hint(today, g_ptr_array_index(today->coming, 0)), "Schoko");
    assert_string_equal(today_hint(today, g_ptr_array_index(today->missed, 1)), "Brot");
}

static void greet(Db *db, const Due *due)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(due_greet(deed, due->occasion->head.id, due->kept.year, NULL, &error), error);
    people_commit(deed);
}

static void today_load__drops_the_missed__who_were_greeted_since(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    g_autoptr(Today) before = load(db);
    greet(db, g_ptr_array_index(before->missed, 1));
    greet(db, g_ptr_array_index(before->due, 0));
    g_autoptr(Today) after = load(db);
    expect_calls(after->missed, "Sprung, Neulich");
    expect_calls(after->due, "Heute, Kurt");
    assert_true(((const Due *)g_ptr_array_index(after->due, 0))->greeted);
    assert_false(((const Due *)g_ptr_array_index(after->due, 1))->greeted);
}

static void today_load__puts_birthdays_first__among_the_days_due(void **state)
{
    static const char *const kinds[] = {"wedding", "birthday", "name_day", "birthday"};
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *name = g_strdup_printf("%c %s", 'A' + (char)i, kinds[i]);
        const Person person = {.family = name, .birthday = "--03-01"};
        g_autoptr(Sheet) sheet = people_sheet(db, &person);
        record_set_text(&((Occasion *)g_ptr_array_index(sheet->occasions, 0))->kind, kinds[i]);
        Deed *deed = people_begin(db);
        expect_done(sheet_save(deed, sheet, &error), error);
        people_commit(deed);
    }
    g_autoptr(Today) today = load(db);
    expect_calls(today->due, "B birthday, D birthday, A wedding, C name_day");
    /* All of them stay until somebody congratulates. */
    g_autoptr(GError) error = NULL;
    g_autoptr(Today) later = today_load(db, (Day){2026, 3, 4}, 0, &error);
    expect_calls(later->missed, "D birthday, C name_day, B birthday, A wedding");
}

/* Nobody stands in two lists, or twice in one, on the days around New Year and 29 February. */
static void today_load__lists_nobody_twice__on_any_day(void **state)
{
    static const char *const settings[] = {"28", "1"};
    Db *db = ((Fixture *)*state)->db;
    const Person year[] = {{.family = "Jahr", .birthday = "1990-01-01"},
                           {.family = "Silvester", .birthday = "1980-12-31"}};
    add_people(db);
    people_add(db, &year[0]);
    people_add(db, &year[1]);
    for (guint rule = 0; rule < G_N_ELEMENTS(settings); rule++) {
        g_autoptr(GError) error = NULL;
        expect_done(setting_set(db, SETTING_LEAP_RULE, settings[rule], &error), error);
        for (int offset = 0; offset < 140; offset++) {
            g_autoptr(Today) today =
                today_load(db, day_plus((Day){2026, 11, 15}, offset), 0, &error);
            g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
            const GPtrArray *const lists[] = {today->due, today->coming, today->missed};
            for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
                for (guint k = 0; k < lists[i]->len; k++) {
                    assert_true(g_hash_table_add(
                        seen, &((Due *)g_ptr_array_index(lists[i], k))->occasion->head.id));
                }
            }
        }
    }
}

static void today_load__is_empty__in_an_empty_shop(void **state)
{
    g_autoptr(Today) today = load(((Fixture *)*state)->db);
    assert_int_equal(today->due->len + today->coming->len + today->missed->len, 0);
    assert_false(today->has_customers);
}

/* A hundred and ten who hardly come have their birthday on the day, and three of 310 regulars. */
static void today_load__keeps_to_the_regulars__when_there_are_too_many_days(void **state)
{
    enum { STRANGERS = 110, REGULARS = 310, FEW = 3 };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    Deed *deed = people_begin(db);
    for (int i = 0; i < STRANGERS + REGULARS; i++) {
        bool is_regular = i >= STRANGERS;
        g_autofree char *name = g_strdup_printf("%s %d", is_regular ? "Stamm" : "Fremd", i);
        const Person person = {
            .family = name,
            .birthday = i < STRANGERS + FEW ? "1980-03-01" : NULL,
            .visits = is_regular ? 40 : 0,
            .last_visit = is_regular ? "2026-02-27" : NULL,
        };
        people_add_in(deed, &person);
    }
    people_commit(deed);
    g_autoptr(GError) error = NULL;
    g_autoptr(Today) all = today_load(db, day, 0, &error);
    expect_done(all != NULL, error);
    assert_int_equal(all->due->len, STRANGERS + FEW);
    assert_false(all->is_cut);
    g_autoptr(Today) enough = today_load(db, day, STRANGERS + FEW, &error);
    expect_done(enough != NULL, error);
    assert_int_equal(enough->due->len, STRANGERS + FEW);
    assert_false(enough->is_cut);
    g_autoptr(Today) few = today_load(db, day, STRANGERS + FEW - 1, &error);
    expect_done(few != NULL, error);
    expect_calls(few->due, "Stamm 110, Stamm 111, Stamm 112");
    assert_true(few->is_cut);
}

/* Of somebody who comes often. */
static void add_wedding(Db *db, const char *day_of_it)
{
    g_autoptr(GError) error = NULL;
    const Person person = {.family = "Ott",
                           .partner = "Kim",
                           .partner_birthday = "1990-01-02",
                           .visits = 40,
                           .last_visit = "2026-02-27"};
    g_autoptr(Sheet) sheet = sheet_load(db, people_add(db, &person), &error);
    Occasion *wedding = sheet_add(sheet, &occasion_type);
    record_set_text(&wedding->kind, "wedding");
    Day born;
    assert_true(day_from_text(day_of_it, &born));
    occasion_set_day(wedding, born);
    Deed *deed = people_begin(db);
    expect_done(sheet_save(deed, sheet, &error), error);
    people_commit(deed);
}

/* Of the regulars no day is lost: not at the turn of a year, not around 29 February. */
static void due_list_known__finds_the_days_of_regulars__whatever_the_span(void **state)
{
    static const char *const birthdays[] = {"1980-12-30", "1980-12-31", "1980-01-01", "1980-02-28",
                                            "1980-02-29", "1980-03-01", "--06-15"};
    enum { STRANGERS = 210, SPAN = 20, DAYS = 800 };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    Deed *deed = people_begin(db);
    for (guint i = 0; i < STRANGERS + G_N_ELEMENTS(birthdays); i++) {
        bool is_regular = i >= STRANGERS;
        g_autofree char *name = g_strdup_printf("Name %u", i);
        const Person person = {.family = name,
                               .birthday = is_regular ? birthdays[i - STRANGERS] : NULL,
                               .visits = is_regular ? 40 : 0,
                               .last_visit = is_regular ? "2026-02-27" : NULL};
        people_add_in(deed, &person);
    }
    people_commit(deed);
    g_autoptr(GError) error = NULL;
    add_wedding(db, "2001-12-31");
    add_wedding(db, "2004-02-29");
    for (int offset = 0; offset < DAYS; offset++) {
        Day from = day_plus((Day){2027, 1, 1}, offset), to = day_plus(from, SPAN);
        LeapRule rule = offset % 2 == 0 ? LEAP_ON_28_FEBRUARY : LEAP_ON_1_MARCH;
        bool is_cut = false;
        g_autoptr(GPtrArray) all = due_list(db, from, to, NULL, rule, &error);
        g_autoptr(GPtrArray) known = due_list_known(db, from, to, rule, 1, &is_cut, &error);
        expect_done(known != NULL, error);
        assert_true(is_cut || all->len < 2);
        assert_int_equal(known->len, all->len);
        for (guint i = 0; i < all->len; i++) {
            const Due *due = g_ptr_array_index(all, i), *same = g_ptr_array_index(known, i);
            assert_int_equal(same->occasion->head.id, due->occasion->head.id);
            assert_int_equal(day_compare(same->kept, due->kept), 0);
        }
    }
}

/* Among few customers nobody is left out: all of them are known. */
static void today_load__shows_all__where_there_are_few_customers(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    g_autoptr(GError) error = NULL;
    g_autoptr(Today) all = today_load(db, day, 0, &error);
    expect_done(all != NULL, error);
    g_autoptr(Today) today = today_load(db, day, 1, &error);
    expect_done(today != NULL, error);
    assert_false(today->is_cut);
    assert_int_equal(today->due->len, all->due->len);
    assert_int_equal(today->coming->len, all->coming->len);
    assert_int_equal(today->missed->len, all->missed->len);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(today_load__sorts_the_days__into_due_coming_and_missed),
        cmocka_unit_test(today_load__follows_the_shop__for_29_february_and_days_ahead),
        cmocka_unit_test(today_hint__has_warnings_first__then_the_usual_or_what_they_like),
        cmocka_unit_test(today_load__drops_the_missed__who_were_greeted_since),
        cmocka_unit_test(today_load__puts_birthdays_first__among_the_days_due),
        cmocka_unit_test(today_load__lists_nobody_twice__on_any_day),
        cmocka_unit_test(today_load__is_empty__in_an_empty_shop),
        cmocka_unit_test(today_load__keeps_to_the_regulars__when_there_are_too_many_days),
        cmocka_unit_test(due_list_known__finds_the_days_of_regulars__whatever_the_span),
        cmocka_unit_test(today_load__shows_all__where_there_are_few_customers),
    };
    return fixture_for_each_engine("today", tests, G_N_ELEMENTS(tests));
}

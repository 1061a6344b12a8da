/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed, by whom and when: the list, one of them, and taking it back from there; and
 * Ctrl-Z in a program that was started anew. */
#include "tests/data/people.h"
#include "tests/tui/counters.h"
#include "tests/tui/desk.h"

#include "data/branch.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "tui/screens/card.h"
#include "tui/screens/changes.h"
#include "tui/screens/home.h"

/* Lina notes WORDS of the kind CODE about the customer at the UTC instant AT; the note's id. */
static gint64 note(Db *db, gint64 customer, const char *code, const char *words, const char *at)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, &error);
    expect_done(kinds != NULL, error);
    Who who = people_who(1);
    g_strlcpy(who.at, at, sizeof who.at);
    g_autoptr(Deed) deed = deed_begin(db, &who, "adding a note", &error);
    expect_done(deed != NULL, error);
    Fact *fact = record_new(&fact_type);
    fact->customer_id = customer;
    fact->kind_id = fact_kind_by_code(kinds, code)->head.id;
    record_set_text(&fact->words, words);
    bool done = record_insert(deed, fact, &error);
    gint64 id = fact->head.id;
    record_free(fact);
    expect_done(done, error);
    expect_done(deed_commit(deed, NULL, &error), error);
    return id;
}

static void reword(Db *db, gint64 id, const char *words, const char *at)
{
    g_autoptr(GError) error = NULL;
    Who who = people_who(1);
    g_strlcpy(who.at, at, sizeof who.at);
    Fact *fact = record_load(db, &fact_type, id, &error);
    expect_done(fact != NULL, error);
    record_set_text(&fact->words, words);
    g_autoptr(Deed) deed = deed_begin(db, &who, "changing a note", &error);
    expect_done(deed != NULL, error);
    bool done = record_update(deed, fact, &error);
    record_free(fact);
    expect_done(done, error);
    expect_done(deed_commit(deed, NULL, &error), error);
}

/* Some were changed, one of them twice. */
static Desk *changed_desk(int rows, int cols)
{
    Desk *desk = desk_new(rows, cols);
    Db *db = desk->emma->shop->db;
    gint64 hilde = emma_customer(desk->emma, "1001"), jens = emma_customer(desk->emma, "1005");
    gint64 fact = note(db, hilde, "likes", "Kirschen", "2026-11-20T09:12:00Z");
    reword(db, fact, "Sauerkirschen", "2026-11-21T08:05:00Z");
    note(db, jens, "allergy", "Haselnuss", "2026-11-21T09:30:00Z");
    return desk;
}

static void open_changes(const Desk *desk, const char *number)
{
    const ChangesArg arg = {number != NULL ? emma_customer(desk->emma, number) : 0};
    harness_open(desk->harness, &screen_changes, &arg);
}

static void changes__tell_what_was_done_of_a_customer(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = changed_desk(24, 80);
    open_changes(desk, "1001");
    harness_golden(desk->harness, "changes");
    harness_resize(desk->harness, 20, 60);
    harness_golden(desk->harness, "changes-60");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "changes-small");
    harness_resize(desk->harness, 24, 80);
    harness_press(desk->harness, "Enter");
    harness_golden(desk->harness, "changes-one");
    harness_press(desk->harness, "Esc");
    assert_string_equal(desk_top(desk), "changes");
}

static void changes__of_the_shop__keep_health_to_themselves(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = changed_desk(24, 80);
    open_changes(desk, NULL);
    harness_golden(desk->harness, "changes-shop");
    assert_false(harness_shows(desk->harness, "Haselnuss"));
    harness_press(desk->harness, "Enter");
    assert_false(harness_shows(desk->harness, "Haselnuss"));
}

static void changes__take_back_what_is_chosen__after_asking(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = changed_desk(24, 80);
    Db *db = desk->emma->shop->db;
    g_autofree char *before = people_dump(db);
    open_changes(desk, NULL);
    harness_press(desk->harness, "Down z");
    harness_golden(desk->harness, "changes-asks");
    harness_press(desk->harness, "Esc");
    g_autofree char *kept = people_dump(db);
    assert_string_equal(kept, before);
    harness_press(desk->harness, "z Enter");
    harness_expect(desk->harness, "Taken back: changing a note (Hilde Wagner).");
    harness_expect(desk->harness, "changing a note (taken back)");
    /* What takes it back stands first by now, and taking that back does it again. */
    harness_press(desk->harness, "Home z Enter");
    harness_expect(desk->harness, "Done again: changing a note (Hilde Wagner).");
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    harness_press(desk->harness, "z");
    harness_expect(desk->harness, "That was done again already.");
}

static void changes__say_what_stands_in_the_way(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = changed_desk(24, 80);
    open_changes(desk, "1001");
    harness_press(desk->harness, "Down z Enter");
    harness_golden(desk->harness, "changes-in-the-way");
    harness_press(desk->harness, "Esc Home z Enter Down z Enter");
    harness_expect(desk->harness, "Taken back: adding a note (Hilde Wagner).");
}

static void changes__name_nobody__while_it_is_discreet(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = changed_desk(24, 80);
    open_changes(desk, NULL);
    harness_press(desk->harness, "F12");
    harness_expect(desk->harness, "adding a note");
    assert_false(harness_shows(desk->harness, "Hilde"));
    assert_false(harness_shows(desk->harness, "Sauerkirschen"));
    harness_press(desk->harness, "Down Enter");
    assert_false(harness_shows(desk->harness, "Hilde"));
    assert_false(harness_shows(desk->harness, "Sauerkirschen"));
    harness_press(desk->harness, "z");
    assert_false(harness_shows(desk->harness, "Hilde"));
}

static void changes__go_on_to_the_oldest__page_by_page(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    Db *db = desk->emma->shop->db;
    gint64 hilde = emma_customer(desk->emma, "1001");
    gint64 fact = note(db, hilde, "likes", "Sorte 0", "2026-01-02T09:12:00Z");
    for (guint i = 1; i <= 350; i++) {
        g_autofree char *words = g_strdup_printf("Sorte %u", i);
        reword(db, fact, words, "2026-11-20T09:12:00Z");
    }
    open_changes(desk, "1001");
    harness_expect(desk->harness, "Sorte 350");
    harness_press(desk->harness, "PgDn PgDn PgDn PgDn");
    harness_expect(desk->harness, "Sorte 299");
    harness_press(desk->harness, "End");
    harness_expect(desk->harness, "Likes: Sorte 0");
    harness_press(desk->harness, "Home");
    harness_expect(desk->harness, "Sorte 350");
}

static void changes__begin_a_search__when_a_number_is_typed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = changed_desk(24, 80);
    harness_free(desk->harness);
    desk->harness = harness_new(24, 80, desk->emma->shop);
    home_open(harness_app(desk->harness), desk->emma->path, NULL);
    harness_settle(desk->harness);
    harness_press(desk->harness, "1 0 0 1 Enter s");
    assert_string_equal(desk_top(desk), "changes");
    harness_press(desk->harness, "1");
    assert_string_equal(desk_top(desk), "home");
    harness_press(desk->harness, "Esc Ctrl-R");
    assert_string_equal(desk_top(desk), "changes");
    harness_expect(desk->harness, "Jens Berg");
}

/* What was done by a program that is gone is taken back by the next one, and done again by a third.
 */
static void takeback__goes_on__in_a_program_started_anew(void **state)
{
    g_autoptr(Counters) counters = counters_new(*state);
    *state = NULL;
    g_autofree char *before = people_dump(counters->fixture->db);
    Window *window = counters_open(counters);
    harness_press(window->harness, "1 0 0 1 Enter n");
    harness_type(window->harness, "mag Quitten");
    harness_press(window->harness, "Enter");
    counters_settle(window);
    counters_close(window);
    g_autofree char *done = people_dump(counters->fixture->db);
    assert_string_not_equal(done, before);
    window = counters_open(counters);
    harness_press(window->harness, "Ctrl-Z");
    counters_settle(window);
    harness_expect(window->harness, "Taken back:");
    counters_close(window);
    g_autofree char *back = people_dump(counters->fixture->db);
    assert_string_equal(back, before);
    window = counters_open(counters);
    harness_press(window->harness, "Ctrl-Y");
    counters_settle(window);
    harness_expect(window->harness, "Done again:");
    counters_close(window);
    g_autofree char *again = people_dump(counters->fixture->db);
    assert_string_equal(again, done);
    people_expect_sound(counters->fixture->db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes__tell_what_was_done_of_a_customer),
        cmocka_unit_test(changes__of_the_shop__keep_health_to_themselves),
        cmocka_unit_test(changes__take_back_what_is_chosen__after_asking),
        cmocka_unit_test(changes__say_what_stands_in_the_way),
        cmocka_unit_test(changes__name_nobody__while_it_is_discreet),
        cmocka_unit_test(changes__go_on_to_the_oldest__page_by_page),
        cmocka_unit_test(changes__begin_a_search__when_a_number_is_typed),
    };
    const struct CMUnitTest engines[] = {
        cmocka_unit_test(takeback__goes_on__in_a_program_started_anew),
    };
    int failed = cmocka_run_group_tests_name("changes", tests, NULL, NULL);
    return failed + fixture_for_each_engine("changes", engines, G_N_ELEMENTS(engines));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done and to watch out for, on home; complaints and losses among the matches. */
#include "data/diary/promise.h"
#include "tests/data/people.h"
#include "tests/tui/past.h"
#include "tests/tui/stage.h"

#include <string.h>

static Stage *stage_past(int rows, int cols)
{
    Emma *emma = emma_new();
    past_fill(emma);
    return stage_on(emma, rows, cols);
}

static void home__shows_what_is_to_be_done__and_whom_to_watch(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_past(30, 80);
    harness_golden(stage->harness, "home-tasks");
    harness_resize(stage->harness, 40, 120);
    harness_golden(stage->harness, "home-tasks-wide");
    harness_resize(stage->harness, 30, 60);
    harness_golden(stage->harness, "home-tasks-60");
    harness_resize(stage->harness, 30, 40);
    harness_golden(stage->harness, "home-tasks-small");
}

/* Headings count what is hidden below them, with those that are only counted there, too. */
static void home__counts_all__where_it_is_discreet(void **state)
{
    (void)state;
    Emma *emma = emma_new();
    gint64 customer = people_add(emma->shop->db, &(Person){.given = "Uwe", .family = "Zapf"});
    Deed *deed = people_begin(emma->shop->db);
    for (guint i = 0; i < 9; i++) {
        g_autoptr(GError) error = NULL;
        Promise *promise = record_new(&promise_type);
        promise->customer_id = customer;
        record_set_text(&promise->due_day, "2026-11-20");
        record_set_text(&promise->words, "anrufen");
        expect_done(promise_save(deed, promise, &error), error);
        record_free(promise);
    }
    people_commit(deed);
    g_autoptr(Stage) stage = stage_on(emma, 40, 80);
    harness_expect(stage->harness, "and 2 more");
    harness_press(stage->harness, "F12");
    harness_expect(stage->harness, "TO DO  9");
}

/* Presses Down until the selected row has TEXT. */
static void select_row(Stage *stage, const char *text)
{
    int row = 0, col = 0;
    for (int i = 0; i < 30; i++) {
        harness_press(stage->harness, "Down");
        g_autofree char *line =
            harness_cursor(stage->harness, &row, &col) ? harness_line(stage->harness, row) : NULL;
        if (line != NULL && strstr(line, text) != NULL) {
            return;
        }
    }
    fail_msg("No row has %s.", text);
}

static void home__opens_the_card__of_a_task(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_past(40, 80);
    select_row(stage, "zurückrufen");
    harness_press(stage->harness, "Enter");
    assert_string_equal(stage_top(stage), "card");
    harness_expect(stage->harness, "Ott, Renate");
    harness_press(stage->harness, "Esc");
    select_row(stage, "Tür klemmt");
    harness_press(stage->harness, "Enter");
    assert_string_equal(stage_top(stage), "complaintcase");
}

static void home__ticks_a_promise_off__and_takes_it_back(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_past(40, 80);
    select_row(stage, "zurückrufen");
    harness_press(stage->harness, "Space");
    harness_expect(stage->harness, "Done: zurückrufen wegen Hochzeitstorte. Ctrl-Z takes it back.");
    assert_false(harness_shows(stage->harness, "promised: zurückrufen"));
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "promised: zurückrufen");
}

static void home__takes_a_tick_back__with_the_same_key(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_past(40, 80);
    Db *db = stage->emma->shop->db;
    static const char kept[] = "SELECT COUNT(*) FROM promise WHERE state = 'kept'";
    gint64 before = people_number(db, kept, DB_NO_VALUES);
    select_row(stage, "zurückrufen");
    harness_press(stage->harness, "Space");
    assert_int_equal(people_number(db, kept, DB_NO_VALUES), before + 1);
    harness_press(stage->harness, "Space");
    assert_int_equal(people_number(db, kept, DB_NO_VALUES), before);
    /* It is selected again. */
    harness_press(stage->harness, "Space");
    assert_int_equal(people_number(db, kept, DB_NO_VALUES), before + 1);
    assert_false(harness_shows(stage->harness, "promised: zurückrufen"));
}

static void home__hands_an_order_over__and_notes_the_visit(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_past(40, 80);
    Db *db = stage->emma->shop->db;
    gint64 customer = emma_customer(stage->emma, "1006");
    static const char count[] = "SELECT COUNT(*) FROM visit WHERE customer_id = $1";
    assert_int_equal(people_number(db, count, DB_VALUES(db_int(customer))), 0);
    select_row(stage, "Zwei Brote");
    harness_press(stage->harness, "Space");
    assert_false(harness_shows(stage->harness, "fetches: Zwei Brote"));
    assert_int_equal(people_number(db, count, DB_VALUES(db_int(customer))), 1);
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "fetches: Zwei Brote");
    assert_int_equal(people_number(db, count, DB_VALUES(db_int(customer))), 0);
}

static void matches__have_marks__of_complaints_and_losses(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_past(24, 80);
    harness_type(stage->harness, "wag");
    harness_expect(stage->harness, "⚑ ⚠ Mandel");
    harness_press(stage->harness, "Esc");
    harness_type(stage->harness, "zorn");
    harness_expect(stage->harness, "lost");
    harness_press(stage->harness, "Esc");
    harness_type(stage->harness, "berg");
    harness_golden(stage->harness, "matches-complaint");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(home__shows_what_is_to_be_done__and_whom_to_watch),
        cmocka_unit_test(home__counts_all__where_it_is_discreet),
        cmocka_unit_test(home__opens_the_card__of_a_task),
        cmocka_unit_test(home__ticks_a_promise_off__and_takes_it_back),
        cmocka_unit_test(home__takes_a_tick_back__with_the_same_key),
        cmocka_unit_test(home__hands_an_order_over__and_notes_the_visit),
        cmocka_unit_test(matches__have_marks__of_complaints_and_losses),
    };
    return cmocka_run_group_tests_name("hometasks", tests, NULL, NULL);
}

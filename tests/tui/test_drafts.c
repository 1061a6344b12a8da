/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts of forms: kept while typing, offered again, removed when they are no longer wanted. */
#include "tests/tui/till.h"

#include "data/customer/sheet.h"
#include "tests/data/people.h"
#include "tui/counter.h"
#include "tui/runlock.h"
#include "tui/screens/edit.h"
#include "tui/screens/home.h"

#define WORDS "{\"given_name\": [\"Xaver\", \"\"]}"

static void edit__is_offered_again__after_the_window_was_closed(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_edit(&window, till, "1001");
    harness_type(window.harness, "gard");
    till_close(&window);
    assert_int_equal(till_drafts(till), 1);
    window = till_open(till, 24, 80);
    harness_golden(window.harness, "home-draft");
    harness_press(window.harness, "Enter");
    harness_expect(window.harness, "What you typed at 14:32 is here again.");
    harness_golden(window.harness, "edit-restored");
    harness_press(window.harness, "F4");
    assert_string_equal(till_top(&window), "card");
    harness_expect(window.harness, "Wagner, Hildegard");
    assert_int_equal(till_drafts(till), 0);
    harness_press(window.harness, "Esc");
    assert_false(harness_shows(window.harness, "NOT FINISHED"));
    till_close(&window);
}

static void edit__offers_the_words__when_it_is_opened_for_the_same_customer(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_edit(&window, till, "1001");
    harness_type(window.harness, "gard");
    till_close(&window);
    window = till_open(till, 24, 80);
    till_edit(&window, till, "1006");
    assert_false(harness_shows(window.harness, "is here again"));
    harness_press(window.harness, "Esc");
    till_edit(&window, till, "1001");
    harness_expect(window.harness, "Hildegard");
    harness_expect(window.harness, "is here again");
    /* Esc asks as always, and throws the draft away as well. */
    harness_press(window.harness, "Esc");
    harness_expect(window.harness, "Throw it away?");
    harness_press(window.harness, "Enter");
    assert_int_equal(till_drafts(till), 0);
    till_edit(&window, till, "1001");
    assert_false(harness_shows(window.harness, "Hildegard"));
    till_close(&window);
}

static void edit__keeps_a_new_customer__with_what_came_from_the_box(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    harness_type(window.harness, "Xaver Unbekannt");
    harness_press(window.harness, "F2");
    harness_type(window.harness, "0421 77");
    harness_press(window.harness, "Tab");
    harness_type(window.harness, "0421 78");
    till_save(&window);
    till_close(&window);
    window = till_open(till, 24, 80);
    harness_expect(window.harness, "New customer: Xaver Unbekannt");
    /* Another new customer has nothing to do with it. */
    harness_press(window.harness, "F2");
    assert_false(harness_shows(window.harness, "Xaver"));
    harness_type(window.harness, "Zora");
    till_save(&window);
    assert_int_equal(till_drafts(till), 2);
    harness_press(window.harness, "Esc Enter");
    assert_int_equal(till_drafts(till), 1);
    harness_press(window.harness, "Enter");
    harness_expect(window.harness, "Xaver");
    harness_expect(window.harness, "0421 78");
    harness_press(window.harness, "F4");
    /* As after any new customer, the card opens. */
    assert_string_equal(till_top(&window), "card");
    harness_expect(window.harness, "Unbekannt, Xaver");
    assert_int_equal(till_drafts(till), 0);
    till_close(&window);
}

static void drafts__are_stored_once__and_go_when_the_words_go(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_edit(&window, till, "1001");
    till_save(&window);
    assert_int_equal(till_drafts(till), 0);
    harness_type(window.harness, "x");
    till_save(&window);
    gint64 writes = people_number(till->emma->shop->db, "PRAGMA data_version", DB_NO_VALUES);
    till_save(&window);
    assert_int_equal(people_number(till->emma->shop->db, "PRAGMA data_version", DB_NO_VALUES),
                     writes);
    harness_press(window.harness, "Backspace");
    till_save(&window);
    assert_int_equal(till_drafts(till), 0);
    till_close(&window);
}

static void drafts__are_left_alone__while_another_window_types_in_them(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    gint64 id = emma_customer(till->emma, "1001");
    RunLock *other = run_lock_new(till->folder);
    till_leave_of(&window, till, run_lock_name(other), "edit", id, WORDS);
    assert_false(harness_shows(window.harness, "NOT FINISHED"));
    till_edit(&window, till, "1001");
    assert_false(harness_shows(window.harness, "Xaver"));
    harness_press(window.harness, "Esc");
    /* The other one was killed: the form offers its draft. */
    run_lock_free(other);
    till_reload(&window);
    harness_expect(window.harness, "NOT FINISHED");
    till_edit(&window, till, "1001");
    harness_expect(window.harness, "Xaver");
    till_close(&window);
    assert_int_equal(till_drafts(till), 1);
}

static void drafts__go_to_one_window__when_two_want_them(void **state)
{
    const Till *till = *state;
    g_autoptr(GError) error = NULL;
    Window window = till_open(till, 24, 80);
    till_leave(&window, till, "edit", 0, WORDS);
    RunLock *other = run_lock_new(till->folder);
    expect_done(db_run(till->emma->shop->db, "UPDATE draft SET run = $1",
                       DB_VALUES(db_text(run_lock_name(other))), NULL, &error),
                error);
    harness_press(window.harness, "Ctrl-Home Enter");
    assert_false(harness_shows(window.harness, "Xaver"));
    harness_expect(window.harness, "open in another window");
    run_lock_free(other);
    till_close(&window);
    assert_int_equal(till_drafts(till), 1);
}

static void drafts__of_another_counter__are_not_shown(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_edit(&window, till, "1001");
    harness_type(window.harness, "gard");
    till_close(&window);
    const Till elsewhere = {till->emma, fixture_folder()};
    window = till_open(&elsewhere, 24, 80);
    assert_false(harness_shows(window.harness, "NOT FINISHED"));
    till_edit(&window, till, "1001");
    assert_false(harness_shows(window.harness, "Hildegard"));
    till_close(&window);
    fixture_remove_folder(elsewhere.folder);
}

static void home__throws_a_draft_away__after_asking(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_leave(&window, till, "edit", 0, WORDS);
    harness_expect(window.harness, "Left by a crash");
    harness_press(window.harness, "Ctrl-Home Delete");
    harness_golden(window.harness, "home-draft-throw-away");
    harness_press(window.harness, "Esc");
    assert_int_equal(till_drafts(till), 1);
    harness_press(window.harness, "Delete Enter");
    assert_int_equal(till_drafts(till), 0);
    assert_false(harness_shows(window.harness, "NOT FINISHED"));
    till_close(&window);
}

static void edit__lays_both_together__when_the_customer_was_changed_since(void **state)
{
    const Till *till = *state;
    g_autoptr(GError) error = NULL;
    Window window = till_open(till, 24, 80);
    till_edit(&window, till, "1001");
    harness_press(window.harness, "Tab");
    harness_type(window.harness, "-Alt");
    till_close(&window);
    gint64 id = emma_customer(till->emma, "1001");
    g_autoptr(Sheet) sheet = sheet_load(till->emma->shop->db, id, &error);
    expect_done(sheet != NULL, error);
    g_autoptr(Deed) deed = people_begin(till->emma->shop->db);
    record_set_text(&sheet->customer->family_name, "Wagner-Neu");
    record_set_text(&sheet->customer->company, "Blumen Wagner");
    expect_done(sheet_save(deed, sheet, &error), error);
    people_commit(g_steal_pointer(&deed));
    window = till_open(till, 24, 80);
    till_edit(&window, till, "1001");
    harness_golden(window.harness, "edit-restored-conflict");
    harness_expect(window.harness, "Somebody changed this since");
    harness_expect(window.harness, "Now stored: Wagner-Neu");
    harness_press(window.harness, "F4");
    g_autoptr(Sheet) after = sheet_load(till->emma->shop->db, id, &error);
    assert_string_equal(after->customer->family_name, "Wagner-Alt");
    assert_string_equal(after->customer->company, "Blumen Wagner");
    till_close(&window);
}

static void note__comes_back_over_its_card(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    harness_type(window.harness, "berg");
    harness_press(window.harness, "Enter n");
    harness_type(window.harness, "mag Mohn");
    harness_press(window.harness, "Tab");
    till_close(&window);
    window = till_open(till, 24, 80);
    harness_expect(window.harness, "Note on Jens Berg: mag Mohn");
    harness_press(window.harness, "Enter");
    assert_string_equal(till_top(&window), "note");
    harness_golden(window.harness, "note-restored");
    harness_press(window.harness, "Enter");
    assert_string_equal(till_top(&window), "card");
    harness_expect(window.harness, "mag Mohn");
    assert_int_equal(till_drafts(till), 0);
    till_close(&window);
}

static void person__comes_back_over_the_card(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_leave(&window, till, "person", emma_customer(till->emma, "1005"),
               "{\"name\": [\"Lotte\", \"\"], \"kind\": [\"999\", \"0\"], \"x\": [\"y\", \"\"]}");
    harness_press(window.harness, "Ctrl-Home Enter");
    assert_string_equal(till_top(&window), "person");
    harness_expect(window.harness, "Lotte");
    harness_expect(window.harness, "What you typed on 20 Nov is here again.");
    harness_press(window.harness, "F4");
    assert_int_equal(till_drafts(till), 0);
    harness_expect(window.harness, "Lotte");
    till_close(&window);
}

static void drafts__wait__until_the_customer_is_there_again(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_leave(&window, till, "edit", 4711, WORDS);
    harness_press(window.harness, "Ctrl-Home Enter");
    harness_expect(window.harness, "no longer in the shop");
    harness_press(window.harness, "Esc");
    harness_expect(window.harness, "Left by a crash");
    till_leave(&window, till, "no such form", 0, WORDS);
    harness_press(window.harness, "Ctrl-Home Enter");
    harness_expect(window.harness, "another version of Tresen");
    till_close(&window);
    assert_int_equal(till_drafts(till), 2);
}

static void drafts__go__in_the_very_deed_that_saves(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_edit(&window, till, "1001");
    const Screen *form = app_top(harness_app(window.harness));
    assert_string_equal(counter_who(form).draft, "");
    harness_type(window.harness, "gard");
    till_save(&window);
    const Who who = counter_who(form);
    assert_int_equal(people_number(till->emma->shop->db,
                                   "SELECT count(*) FROM draft WHERE uid = $1",
                                   DB_VALUES(db_text(who.draft))),
                     1);
    till_close(&window);
}

static void drafts__are_not_stored__after_what_was_saved(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_edit(&window, till, "1001");
    harness_type(window.harness, "gard");
    harness_hold(window.harness);
    harness_press_fast(window.harness, "F4");
    /* The timer comes, and the window is closed, before the worker has begun to save. */
    app_save_drafts(harness_app(window.harness));
    harness_go_on(window.harness);
    till_close(&window);
    assert_int_equal(till_drafts(till), 0);
    window = till_open(till, 24, 80);
    assert_false(harness_shows(window.harness, "NOT FINISHED"));
    harness_type(window.harness, "hildegard");
    harness_expect(window.harness, "Wagner");
    till_close(&window);
}

static void drafts__are_not_stored__in_another_shop(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    App *app = harness_app(window.harness);
    till_edit(&window, till, "1001");
    harness_type(window.harness, "gard");
    harness_hold(window.harness);
    app_save_drafts(app);
    app_set_shop(app, NULL);
    harness_go_on(window.harness);
    harness_settle(window.harness);
    assert_int_equal(till_drafts(till), 0);
    app_set_shop(app, window.shop);
    till_close(&window);
}

static void app__quits__with_what_is_typed_kept(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_edit(&window, till, "1001");
    harness_type(window.harness, "gard");
    harness_press(window.harness, "F10");
    harness_golden(window.harness, "app-quit-kept");
    harness_press(window.harness, "Enter");
    assert_int_equal(app_run(harness_app(window.harness)), APP_ENDED_BY_PERSON);
    till_close(&window);
    assert_int_equal(till_drafts(till), 1);
}

static void drafts__are_not_kept__where_the_shop_can_only_be_read(void **state)
{
    Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_leave(&window, till, "edit", 0, WORDS);
    till_close(&window);
    emma_reopen(till->emma, DB_READ_ONLY);
    g_autoptr(Harness) harness = harness_new(24, 80, till->emma->shop);
    counter_show(harness_app(harness));
    harness_open(harness, &screen_home, NULL);
    assert_null(app_drafts(harness_app(harness)));
    assert_false(harness_shows(harness, "NOT FINISHED"));
    const EditArg arg = {.customer_id = emma_customer(till->emma, "1001")};
    harness_open(harness, &screen_edit, &arg);
    harness_type(harness, "gard");
    app_save_drafts(harness_app(harness));
    harness_settle(harness);
    assert_false(harness_shows(harness, "cannot"));
}

static void home__shows_drafts__in_small_windows(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_leave(&window, till, "edit", 0, WORDS);
    till_edit(&window, till, "1010");
    harness_type(window.harness, "x");
    till_close(&window);
    window = till_open(till, 12, 40);
    harness_golden(window.harness, "home-drafts-small");
    harness_resize(window.harness, 20, 60);
    harness_golden(window.harness, "home-drafts-60");
    harness_resize(window.harness, 60, 200);
    harness_expect(window.harness, "Left by a crash");
    till_close(&window);
}

static void deeds_of_others__are_seen__beside_own_drafts(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    till_edit(&window, till, "1001");
    harness_type(window.harness, "gard");
    gpointer model = app_top(harness_app(window.harness))->model;
    till_save(&window);
    assert_int_equal(till_drafts(till), 1);
    /* Another process's deed is seen all the same; it comes after the draft. */
    people_add_clerk(till->emma->shop->db, "Zora");
    while (app_top(harness_app(window.harness))->model == model) {
        g_main_context_iteration(NULL, TRUE);
    }
    harness_settle(window.harness);
    till_close(&window);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        till_test(edit__is_offered_again__after_the_window_was_closed),
        till_test(edit__offers_the_words__when_it_is_opened_for_the_same_customer),
        till_test(edit__keeps_a_new_customer__with_what_came_from_the_box),
        till_test(drafts__are_stored_once__and_go_when_the_words_go),
        till_test(drafts__are_left_alone__while_another_window_types_in_them),
        till_test(drafts__go_to_one_window__when_two_want_them),
        till_test(drafts__of_another_counter__are_not_shown),
        till_test(home__throws_a_draft_away__after_asking),
        till_test(edit__lays_both_together__when_the_customer_was_changed_since),
        till_test(note__comes_back_over_its_card),
        till_test(person__comes_back_over_the_card),
        till_test(drafts__wait__until_the_customer_is_there_again),
        till_test(drafts__go__in_the_very_deed_that_saves),
        till_test(drafts__are_not_stored__after_what_was_saved),
        till_test(drafts__are_not_stored__in_another_shop),
        till_test(app__quits__with_what_is_typed_kept),
        till_test(drafts__are_not_kept__where_the_shop_can_only_be_read),
        till_test(home__shows_drafts__in_small_windows),
        till_test(deeds_of_others__are_seen__beside_own_drafts),
    };
    return cmocka_run_group_tests_name("drafts", tests, NULL, NULL);
}

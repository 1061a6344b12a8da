/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen with all keys: choosing one, refusing one, going back, and what is kept in the
 * file. */
#include "tests/tui/desk.h"

#include "tui/counter.h"
#include "tui/screens/card.h"
#include "tui/screens/keylist.h"

#include <string.h>

static char *own_file(const Desk *desk)
{
    const Counter *counter = app_data(harness_app(desk->harness));
    return g_build_filename(counter->config_folder, "keys", NULL);
}

static char *own_text(const Desk *desk)
{
    g_autofree char *path = own_file(desk);
    char *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) ? text : g_strdup("");
}

static void write_file(const Desk *desk, const char *text)
{
    g_autofree char *path = own_file(desk);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* Moves the selection to the row that reads LABEL, below the title TITLE. */
static void go_to(Desk *desk, const char *title, const char *label)
{
    harness_press(desk->harness, "Home");
    bool below = false;
    for (int i = 0; i < 400; i++) {
        g_autofree char *text = harness_text(desk->harness);
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        int row = 0, col = 0;
        below = below || g_strv_contains((const char *const *)lines, title);
        assert_true(harness_cursor(desk->harness, &row, &col));
        if (below && strstr(lines[row], label) == lines[row] + 1) {
            return;
        }
        harness_press(desk->harness, "Down");
    }
    fail_msg("there is no \"%s\" below \"%s\"", label, title);
}

static Desk *desk_with_list(void)
{
    Desk *desk = desk_new(24, 80);
    desk_open(desk, &screen_keylist, NULL);
    return desk;
}

static void keylist__takes_a_key__and_keeps_it(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_list();
    write_file(desk, "# mine\nstrange\n");
    go_to(desk, " Customer", "Note ");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Press the new key for \"Note\", or Esc.");
    harness_press(desk->harness, "F5");
    harness_expect(desk->harness, "F5 does \"Note\" now.");
    harness_expect(desk->harness, "F5, n");
    harness_expect(desk->harness, "usually n");
    g_autofree char *text = own_text(desk);
    assert_string_equal(text, "# mine\nstrange\ncard.note = F5|n\n");
    /* It holds at once. */
    harness_press(desk->harness, "Esc");
    const CardArg arg = {emma_customer(desk->emma, "1001")};
    desk_open(desk, &screen_card, &arg);
    g_autofree char *bar = harness_line(desk->harness, 23);
    assert_non_null(strstr(bar, "F5 Note"));
    harness_press(desk->harness, "F5");
    assert_string_equal(desk_top(desk), "note");
}

static void keylist__replaces_the_own_key__not_the_built_in_ones(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_list();
    go_to(desk, " Customer", "Note ");
    harness_press(desk->harness, "Enter F5 Enter F6");
    g_autofree char *text = own_text(desk);
    assert_non_null(strstr(text, "\ncard.note = F6|n\n"));
    /* One it has already comes to the front. */
    harness_press(desk->harness, "Enter n");
    g_autofree char *again = own_text(desk);
    assert_non_null(strstr(again, "\ncard.note = n\n"));
    assert_false(harness_shows(desk->harness, "usually n"));
}

static void keylist__refuses_a_key__that_is_taken_and_goes_on_waiting(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_list();
    go_to(desk, " Customer", "Note ");
    harness_press(desk->harness, "Enter g");
    harness_expect(desk->harness, "\"g\" already does \"Greeted\" (Customer).");
    harness_expect(desk->harness, "Press the new key for \"Note\", or Esc.");
    harness_press(desk->harness, "F1");
    harness_expect(desk->harness, "\"F1\" already does \"Help\" (Everywhere).");
    harness_press(desk->harness, "5");
    harness_expect(desk->harness, "\"5\" is for typing and moving here (Customer).");
    harness_press(desk->harness, "|");
    harness_expect(desk->harness, "This key cannot be told from another one.");
    harness_press(desk->harness, "Esc");
    assert_false(harness_shows(desk->harness, "Press the new key"));
    assert_string_equal(desk_top(desk), "keylist");
    g_autofree char *text = own_text(desk);
    assert_string_equal(text, "");
}

static void keylist__goes_back_to_the_usual_keys(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_list();
    go_to(desk, " Customer", "Note ");
    harness_press(desk->harness, "Delete");
    harness_expect(desk->harness, "There is nothing for this key to do at the moment.");
    harness_press(desk->harness, "Enter F5");
    harness_press(desk->harness, "Delete");
    harness_expect(desk->harness, "The usual keys hold again.");
    assert_false(harness_shows(desk->harness, "usually"));
    g_autofree char *text = own_text(desk);
    assert_null(strstr(text, "card.note"));
}

static void keylist__goes_back__where_a_line_for_all_screens_says_otherwise(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_list();
    write_file(desk, "*.undo = F11\n");
    /* Any change reads the file. */
    go_to(desk, " Customer", "Note ");
    harness_press(desk->harness, "Enter F5");
    go_to(desk, " Customer", "Take back ");
    harness_expect(desk->harness, "usually Ctrl-Z");
    harness_press(desk->harness, "Delete");
    g_autofree char *text = own_text(desk);
    assert_string_equal(text, "*.undo = F11\ncard.note = F5|n\ncard.undo = Ctrl-Z\n");
}

static void keylist__refuses_to_go_back__where_another_action_has_the_key(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_list();
    write_file(desk, "card.note = g\ncard.greet = n\n");
    go_to(desk, " Customer", "Edit ");
    harness_press(desk->harness, "Enter F6");
    go_to(desk, " Customer", "Note ");
    harness_press(desk->harness, "Delete");
    harness_expect(desk->harness, "\"n\" already does \"Greeted\" (Customer).");
    g_autofree char *text = own_text(desk);
    assert_string_equal(text, "card.note = g\ncard.greet = n\ncard.edit = F6|e\n");
}

static void keylist__ends_waiting__with_a_click_and_takes_no_paste(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_list();
    harness_press(desk->harness, "Enter");
    harness_paste(desk->harness, "n");
    harness_expect(desk->harness, "Press the new key");
    harness_click(desk->harness, 7, 3);
    assert_false(harness_shows(desk->harness, "Press the new key"));
    g_autofree char *text = own_text(desk);
    assert_string_equal(text, "");
}

static void keylist__tells__when_the_file_cannot_be_written(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_list();
    Counter *counter = app_data(harness_app(desk->harness));
    write_file(desk, "");
    g_autofree char *folder = counter->config_folder;
    counter->config_folder = own_file(desk);
    go_to(desk, " Customer", "Note ");
    harness_press(desk->harness, "Enter F5");
    assert_string_equal(desk_top(desk), "message");
    harness_press(desk->harness, "Enter");
    assert_false(harness_shows(desk->harness, "F5, n"));
    g_free(counter->config_folder);
    counter->config_folder = g_steal_pointer(&folder);
}

static void keylist__looks_right__at_all_sizes(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_list();
    harness_golden(desk->harness, "keylist");
    harness_press(desk->harness, "Enter F11");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "keylist-small");
    harness_resize(desk->harness, 20, 60);
    harness_golden(desk->harness, "keylist-60");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keylist__takes_a_key__and_keeps_it),
        cmocka_unit_test(keylist__replaces_the_own_key__not_the_built_in_ones),
        cmocka_unit_test(keylist__refuses_a_key__that_is_taken_and_goes_on_waiting),
        cmocka_unit_test(keylist__goes_back_to_the_usual_keys),
        cmocka_unit_test(keylist__goes_back__where_a_line_for_all_screens_says_otherwise),
        cmocka_unit_test(keylist__refuses_to_go_back__where_another_action_has_the_key),
        cmocka_unit_test(keylist__ends_waiting__with_a_click_and_takes_no_paste),
        cmocka_unit_test(keylist__tells__when_the_file_cannot_be_written),
        cmocka_unit_test(keylist__looks_right__at_all_sizes),
    };
    return cmocka_run_group_tests_name("keylist", tests, NULL, NULL);
}

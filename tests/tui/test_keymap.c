/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One's own keys: what the file may say, what it may not, and that it holds in bar, help, list of
 * commands, menu, and for the keys themselves. */
#include "tests/tui/desk.h"

#include "tui/counter.h"
#include "tui/globals.h"
#include "tui/keymap.h"
#include "tui/keysfile.h"
#include "tui/lineedit.h"
#include "tui/ownfiles.h"
#include "tui/screens/card.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/home.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const Action *row_of(const char *screen, const char *name)
{
    const Action *action =
        strcmp(screen, "global") == 0 ? global_actions() : screen_class(screen)->actions;
    while (action->name && strcmp(action->name, name) != 0) {
        action++;
    }
    assert_non_null(action->name);
    return action;
}

static const char *keys_of(const Keymap *keymap, const char *screen, const char *name)
{
    return keymap_keys(keymap, screen_class(screen), row_of(screen, name));
}

static void keymap__gives_built_in_keys__without_a_file(void **state)
{
    (void)state;
    g_autoptr(Keymap) keymap = keymap_new();
    assert_string_equal(keys_of(keymap, "card", "note"), "n");
    assert_string_equal(keys_of(keymap, "global", "help"), "F1|Ctrl-G");
}

static void keymap__reads_own_keys(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Keymap) keymap = keymap_read("# notes\r\n"
                                           "\n"
                                           "card.note = n | F5\r\n"
                                           "  global.quit=Ctrl-Q|F10|Ctrl-Q\n"
                                           "*.undo = F11\n"
                                           "people.undo = F6|Ctrl-Z\n"
                                           "card.remove =\n",
                                           "keys", faults);
    assert_int_equal(faults->len, 0);
    assert_string_equal(keys_of(keymap, "card", "note"), "n|F5");
    assert_string_equal(keys_of(keymap, "global", "quit"), "Ctrl-Q|F10");
    assert_string_equal(keys_of(keymap, "card", "undo"), "F11");
    assert_string_equal(keys_of(keymap, "home", "undo"), "F11");
    /* The line that names the screen counts more. */
    assert_string_equal(keys_of(keymap, "people", "undo"), "F6|Ctrl-Z");
    assert_string_equal(keys_of(keymap, "card", "remove"), "");
    assert_string_equal(keys_of(keymap, "card", "greet"), "g");
}

typedef struct {
    const char *text, *fault;
} FaultCase;

static const FaultCase fault_cases[] = {
    {"card.note n", "This line has no \"=\". It should look like \"card.note = n|F5\"."},
    {"note = n", "\"note\" should be a screen and an action, like \"card.note\"."},
    {"crad.note = n", "There is no screen called \"crad\"."},
    {"card.nota = n", "There is no action called \"card.nota\"."},
    {"global.note = F5", "There is no action called \"global.note\"."},
    {"*.nota = F5", "No screen has an action called \"nota\"."},
    {"card.note = ctrl-z",
     "There is no key called \"ctrl-z\". Keys are called like F5, Alt-n, Ctrl-Z, PgDn."},
    {"card.note = n|",
     "There is no key called \"\". Keys are called like F5, Alt-n, Ctrl-Z, PgDn."},
    {"card.note = g", "\"g\" already does \"Greeted\" (Customer)."},
    {"card.note = F1", "\"F1\" already does \"Help\" (Everywhere)."},
    {"global.help = F8", "\"F8\" already does \"Clerk\" (Today)."},
    {"home.menu = m", "\"m\" is for typing and moving here (Today). Take an F-key, or a letter "
                      "with Alt or Ctrl."},
    {"edit.save = F4|s|Enter", "\"s\" is for typing and moving here (Customer form)."},
    {"card.note = 5", "\"5\" is for typing and moving here (Customer)."},
    {"card.note = Ctrl-Down", "\"Ctrl-↓\" is for typing and moving here (Customer)."},
    {"home.menu = Ctrl-A", "\"Ctrl-A\" is for typing and moving here (Today)."},
    {"global.help = h", "\"h\" is for typing and moving here (Everywhere)."},
    {"*.undo = u", "\"u\" is for typing and moving here (Today)."},
    {"card.back = F6", "Esc has to stay one of the keys of \"Back\"."},
    {"home.open = F6", "Enter has to stay one of the keys of \"Open\"."},
    {"global.help =", "\"Help\" needs a key."},
    {"global.quit =", "\"Quit\" needs a key."},
    {"card.note = n|q|t|v|w|y|z", "More than 6 keys for the same are too many."},
};

static void keymap__leaves_out_a_line__and_says_why(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(fault_cases); i++) {
        const FaultCase *each = &fault_cases[i];
        g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
        g_autofree char *text = g_strdup_printf("# own\ncard.edit = F6|e\n%s\n", each->text);
        g_autofree char *sentence = g_strdup_printf("keys, line 3: %s", each->fault);
        g_autoptr(Keymap) keymap = keymap_read(text, "keys", faults);
        if (faults->len != 1 || !g_str_has_prefix(faults->pdata[0], sentence)) {
            fail_msg("\"%s\": %u faults, the first is \"%s\"", each->text, faults->len,
                     faults->len > 0 ? (const char *)faults->pdata[0] : "");
        }
        /* The rest holds. */
        assert_string_equal(keys_of(keymap, "card", "edit"), "F6|e");
        assert_string_equal(keys_of(keymap, "card", "note"), "n");
        assert_string_equal(keys_of(keymap, "card", "undo"), "Ctrl-Z");
    }
}

static void keymap__lets_two_actions_change_places(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Keymap) keymap = keymap_read("card.note = g\ncard.greet = n\n", "keys", faults);
    assert_int_equal(faults->len, 0);
    assert_string_equal(keys_of(keymap, "card", "note"), "g");
    assert_string_equal(keys_of(keymap, "card", "greet"), "n");
}

static void keymap__keeps_the_first__of_two_lines_in_each_others_way(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Keymap) keymap = keymap_read("card.note = F6\n"
                                           "card.greet = F6\n"
                                           "card.note = F5\n"
                                           "card.edit = p\n"
                                           "card.people = x\n",
                                           "keys", faults);
    assert_string_equal(keys_of(keymap, "card", "note"), "F6");
    assert_string_equal(keys_of(keymap, "card", "greet"), "g");
    assert_string_equal(keys_of(keymap, "card", "edit"), "e");
    assert_string_equal(keys_of(keymap, "card", "people"), "p");
    assert_int_equal(faults->len, 4);
    assert_string_equal(faults->pdata[0], "keys, line 2: \"F6\" already does \"Note\" (Customer).");
    assert_string_equal(faults->pdata[1], "keys, line 3: \"card.note\" stands in line 1 already.");
    /* Once "people" has to stay with p, "edit" has lost its new key. */
    assert_string_equal(faults->pdata[2],
                        "keys, line 4: \"p\" already does \"People\" (Customer).");
    assert_string_equal(faults->pdata[3],
                        "keys, line 5: \"x\" already does \"Remove customer\" (Customer).");
}

static void keymap__lets_rows_share__that_share_as_built_in(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Keymap) keymap =
        keymap_read("home.open = Enter|Alt-2\nhome.create = Enter|Alt-2\n", "keys", faults);
    assert_int_equal(faults->len, 0);
    assert_string_equal(keys_of(keymap, "home", "create"), "Enter|Alt-2");
}

static void keymap__survives_any_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\xff\xfe = \x80", "=",      "===",     ".=.",       "*.=",
        "global.=F5",      ". = F5", "\n\n\n#", "card. = n", "card.note = \xc3",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Keymap) keymap = keymap_read(texts[i], "keys", NULL);
        assert_string_equal(keys_of(keymap, "card", "note"), "n");
    }
}

/* What a line of typing takes before the rows are asked must not become a key there. */
static void keymap__refuses_every_key_the_box_takes(void **state)
{
    (void)state;
    g_autoptr(Keymap) keymap = keymap_new();
    const Action *menu = row_of("home", "menu");
    static const Key bases[] = {'a', 'z', K_UP, K_ESC, K_F0 + 1, K_F24};
    static const Key modifiers[] = {0, K_CTRL, K_ALT, K_SHIFT, K_CTRL | K_ALT};
    unsigned taken = 0;
    for (gsize i = 0; i + 1 < G_N_ELEMENTS(bases); i += 2) {
        for (Key base = bases[i]; base <= bases[i + 1]; base++) {
            for (gsize j = 0; j < G_N_ELEMENTS(modifiers); j++) {
                const Event event = {.kind = EVENT_KEY, .key = base | modifiers[j]};
                g_autoptr(LineEdit) line = line_edit_new(20);
                line_edit_set(line, "Anna Ott");
                g_autofree char *name = key_to_name(event.key);
                if (line_edit_input(line, &event) == OUTCOME_NONE || !key_from_name(name)) {
                    continue;
                }
                taken++;
                g_autofree char *keys = g_strdup_printf("%s|F9", name);
                g_autofree char *refusal = keymap_refusal(keymap, screen_class("home"), menu, keys);
                if (!refusal) {
                    fail_msg("%s is taken by the box and could be a key", name);
                }
            }
        }
    }
    assert_true(taken > 26);
}

/* ---- in the program ---- */

static Desk *desk_with_keys(const char *text)
{
    Desk *desk = desk_new(24, 80);
    app_set_keymap(harness_app(desk->harness), keymap_read(text, "keys", NULL));
    return desk;
}

static void open_card(Desk *desk)
{
    const CardArg arg = {emma_customer(desk->emma, "1001")};
    desk_open(desk, &screen_card, &arg);
}

static void own_keys__hold__on_the_screen(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_keys("card.note = F5|n\ncard.people = Alt-p\n");
    open_card(desk);
    harness_press(desk->harness, "F5");
    assert_string_equal(desk_top(desk), "note");
    harness_press(desk->harness, "Esc n");
    assert_string_equal(desk_top(desk), "note");
    harness_press(desk->harness, "Esc p");
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, "This key does nothing here: press F1.");
    harness_press(desk->harness, "Alt-p");
    assert_string_equal(desk_top(desk), "people");
}

static void own_keys__stand_in_bar_help_and_commands(void **state)
{
    (void)state;
    g_autoptr(Desk) desk =
        desk_with_keys("card.note = F5|n\nglobal.help = Alt-1|F1\ncard.edit =\n");
    open_card(desk);
    g_autofree char *bar = harness_line(desk->harness, 23);
    assert_non_null(strstr(bar, "F5 Note"));
    assert_non_null(strstr(bar, "Alt-1 Help"));
    assert_null(strstr(bar, "Edit"));
    harness_press(desk->harness, "z");
    harness_expect(desk->harness, "This key does nothing here: press Alt-1.");
    harness_press(desk->harness, "Alt-1");
    assert_string_equal(desk_top(desk), "help");
    harness_expect(desk->harness, "F5, n");
    harness_press(desk->harness, "Esc Ctrl-P");
    harness_type(desk->harness, "few words");
    harness_expect(desk->harness, "F5");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "note");
    /* What has no key is still among the commands. */
    harness_press(desk->harness, "Esc Ctrl-P");
    harness_type(desk->harness, "phone");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "edit");
}

static void own_keys__stand_in_the_menu(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_keys("home.clerk = Alt-2\nhome.menu = F11|F9\nhome.import =\n");
    desk_open(desk, &screen_home, NULL);
    harness_press(desk->harness, "F11");
    harness_press(desk->harness, "PgDn");
    harness_expect(desk->harness, "Clerk                       Alt-2");
    harness_expect(desk->harness, "Take over a customer list");
    assert_false(harness_shows(desk->harness, "Take over a customer list   Ctrl-O"));
}

static void own_quit__works_in_a_window_too_small(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_with_keys("global.quit = F11\n");
    harness_resize(desk->harness, 5, 20);
    harness_press(desk->harness, "F10");
    assert_non_null(app_top(harness_app(desk->harness)));
    const Event event = {.kind = EVENT_KEY, .key = K_F0 + 11};
    app_feed(harness_app(desk->harness), &event);
    assert_int_equal(app_run(harness_app(desk->harness)), APP_ENDED_BY_PERSON);
}

/* ---- the file ---- */

static char *in_folder(const Desk *desk)
{
    const Counter *counter = app_data(harness_app(desk->harness));
    return g_build_filename(counter->config_folder, "keys", NULL);
}

static void keys_file__is_read__and_missing_is_fine(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autofree char *path = in_folder(desk);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Keymap) none = keys_file_read(folder, faults);
    assert_string_equal(keys_of(none, "card", "note"), "n");
    assert_int_equal(faults->len, 0);
    assert_true(g_file_set_contents(path, "card.note = F5\nnonsense\n", -1, NULL));
    g_autoptr(Keymap) own = keys_file_read(folder, faults);
    assert_string_equal(keys_of(own, "card", "note"), "F5");
    assert_int_equal(faults->len, 1);
    assert_true(g_str_has_prefix(faults->pdata[0], "keys, line 2: "));
}

static void keys_file__changes_one_line__and_keeps_the_others(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    g_autofree char *path = in_folder(desk);
    g_autofree char *folder = g_path_get_dirname(path);
    assert_true(
        g_file_set_contents(path, "# mine\ncard.note=F5\n\nstrange line\r\n# end", -1, NULL));
    assert_int_equal(g_chmod(path, 0644), 0);
    assert_true(keys_file_set(folder, "card.note", "F6|n", &error));
    assert_true(keys_file_set(folder, "home.menu", "F11", &error));
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_string_equal(text,
                        "# mine\ncard.note = F6|n\n\nstrange line\r\n# end\nhome.menu = F11\n");
    GStatBuf status;
    assert_int_equal(g_stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_true(keys_file_set(folder, "card.note", NULL, &error));
    g_autofree char *rest = NULL;
    assert_true(g_file_get_contents(path, &rest, NULL, NULL));
    assert_string_equal(rest, "# mine\n\nstrange line\r\n# end\nhome.menu = F11\n");
}

static void keys_file__goes_through_a_link(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    g_autofree char *path = in_folder(desk);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *kept = g_build_filename(desk->emma->folder, "my-keys", NULL);
    assert_true(g_file_set_contents(kept, "# mine\n", -1, NULL));
    assert_int_equal(symlink(kept, path), 0);
    assert_true(keys_file_set(folder, "home.menu", "F11", &error));
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(kept, &text, NULL, NULL));
    assert_string_equal(text, "# mine\nhome.menu = F11\n");
    assert_true(g_file_test(path, G_FILE_TEST_IS_SYMLINK));
    g_unlink(kept);
}

static void keys_file__is_left_alone__when_it_is_no_file(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *path = in_folder(desk);
    g_autofree char *folder = g_path_get_dirname(path);
    /* Opening it would wait for somebody to write. */
    assert_int_equal(mkfifo(path, 0600), 0);
    g_autoptr(Keymap) keymap = keys_file_read(folder, faults);
    assert_string_equal(keys_of(keymap, "card", "note"), "n");
    assert_int_equal(faults->len, 1);
    assert_non_null(strstr(faults->pdata[0], path));
    assert_non_null(strstr(faults->pdata[0], "it is a pipe or a device"));
    assert_false(keys_file_set(folder, "card.note", "F5", &error));
    assert_non_null(strstr(error->message, path));
}

static void keys_file__says_so__when_it_cannot_be_written(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    g_autofree char *path = in_folder(desk);
    assert_true(g_file_set_contents(path, "", -1, NULL));
    /* A file where the folder should be: not even the superuser can write there. */
    assert_false(keys_file_set(path, "home.menu", "F11", &error));
    assert_non_null(strstr(error->message, "cannot be"));
}

/* ---- telling ---- */

static void faults__are_told_once__and_the_program_goes_on(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    desk_open(desk, &screen_home, NULL);
    own_files_tell_faults(harness_app(desk->harness), faults);
    assert_string_equal(desk_top(desk), "home");
    keymap_free(keymap_read("a\nb\nc\nd\ne\nf\n", "keys", faults));
    own_files_tell_faults(harness_app(desk->harness), faults);
    harness_settle(desk->harness);
    assert_string_equal(desk_top(desk), "message");
    harness_golden(desk->harness, "keymap-faults");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "home");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keymap__gives_built_in_keys__without_a_file),
        cmocka_unit_test(keymap__reads_own_keys),
        cmocka_unit_test(keymap__leaves_out_a_line__and_says_why),
        cmocka_unit_test(keymap__lets_two_actions_change_places),
        cmocka_unit_test(keymap__keeps_the_first__of_two_lines_in_each_others_way),
        cmocka_unit_test(keymap__lets_rows_share__that_share_as_built_in),
        cmocka_unit_test(keymap__survives_any_text),
        cmocka_unit_test(keymap__refuses_every_key_the_box_takes),
        cmocka_unit_test(own_keys__hold__on_the_screen),
        cmocka_unit_test(own_keys__stand_in_bar_help_and_commands),
        cmocka_unit_test(own_keys__stand_in_the_menu),
        cmocka_unit_test(own_quit__works_in_a_window_too_small),
        cmocka_unit_test(keys_file__is_read__and_missing_is_fine),
        cmocka_unit_test(keys_file__changes_one_line__and_keeps_the_others),
        cmocka_unit_test(keys_file__goes_through_a_link),
        cmocka_unit_test(keys_file__is_left_alone__when_it_is_no_file),
        cmocka_unit_test(keys_file__says_so__when_it_cannot_be_written),
        cmocka_unit_test(faults__are_told_once__and_the_program_goes_on),
    };
    return cmocka_run_group_tests_name("keymap", tests, NULL, NULL);
}

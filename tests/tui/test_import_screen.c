/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a list on the screen: picking the file, the columns, the run, the report. */
#include "tests/tui/desk.h"

#include "data/customer/customer.h"
#include "tests/data/people.h"
#include "tui/screens/import.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <utime.h>

enum { CHANGED = 1793000000 }; /* in October 2026 */

static const char list_text[] = "Vorname;Nachname;Telefon;Geburtstag;Lieblingsfarbe\r\n"
                                "Xaver;Huber;0171 1;3.5.1956;blau\r\n"
                                "Zita;\"Maier\";0421 84220;31.02.1980;\r\n"
                                ";;;;gelb\r\n"
                                "Otto;Zwo;;;\r\n";

/* Emma's shop, and a home folder with lists in it. */
typedef struct {
    Desk *desk;
    Harness *harness;
    GPtrArray *files;
} Stage;

static char *in_home(const char *name)
{
    return g_build_filename(g_get_home_dir(), name, NULL);
}

static void put(Stage *stage, const char *name, const char *text, gssize length)
{
    char *path = in_home(name);
    const struct utimbuf times = {CHANGED, CHANGED};
    assert_true(g_file_set_contents(path, text, length, NULL));
    assert_int_equal(utime(path, &times), 0);
    g_ptr_array_add(stage->files, path);
}

static Stage *stage_new(int rows, int cols)
{
    Stage *stage = g_new0(Stage, 1);
    stage->desk = desk_new(rows, cols);
    stage->harness = stage->desk->harness;
    stage->files = g_ptr_array_new_with_free_func(g_free);
    put(stage, "stammkunden.csv", list_text, -1);
    put(stage, "stammgäste.TXT", "Name\tOrt\nUwe Ypsilon\tBremen\n", -1);
    put(stage, "notes.md", "no list", -1);
    return stage;
}

static void stage_free(Stage *stage)
{
    desk_free(stage->desk);
    for (guint i = 0; i < stage->files->len; i++) {
        g_unlink(g_ptr_array_index(stage->files, i));
    }
    g_ptr_array_unref(stage->files);
    g_free(stage);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stage, stage_free)

/* The list at NAME in the home folder, its columns in sight. */
static void open_list(Stage *stage, const char *name)
{
    desk_open(stage->desk, &screen_import, NULL);
    harness_type(stage->harness, name);
    harness_press(stage->harness, "Enter");
}

static gint64 customers(const Stage *stage)
{
    gint64 count = 0;
    assert_true(customer_count(stage->desk->emma->shop->db, &count, NULL));
    return count;
}

/* Takes the file of refused rows away again, and says whether there was one. */
static bool remove_refused(void)
{
    g_autoptr(GDir) dir = g_dir_open(g_get_home_dir(), 0, NULL);
    bool found = false;
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        if (g_str_has_prefix(name, "stammkunden") && strcmp(name, "stammkunden.csv") != 0) {
            g_autofree char *path = in_home(name);
            found = g_unlink(path) == 0;
        }
    }
    return found;
}

static void import__lists_the_files_of_the_home_folder(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    desk_open(stage->desk, &screen_import, NULL);
    harness_golden(stage->harness, "import-pick");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "import-pick-small");
    harness_resize(stage->harness, 30, 120);
    harness_golden(stage->harness, "import-pick-wide");
}

static void import__says_so__where_there_is_no_list(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    g_autofree char *inside = in_home("bare");
    assert_int_equal(g_mkdir(inside, 0700), 0);
    desk_open(stage->desk, &screen_import, NULL);
    harness_expect(stage->harness, "Lists (.csv, .txt, .tsv), the latest first:");
    harness_type(stage->harness, "bare/");
    harness_expect(stage->harness, "No list (.csv, .txt, .tsv) here: choose a folder.");
    harness_expect(stage->harness, "../");
    g_rmdir(inside);
}

static void import__completes_names(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    desk_open(stage->desk, &screen_import, NULL);
    harness_type_fast(stage->harness, "st");
    harness_press(stage->harness, "Tab");
    harness_expect(stage->harness, "~/stamm");
    assert_false(harness_shows(stage->harness, "~/stammk"));
    harness_type_fast(stage->harness, "k");
    harness_press(stage->harness, "Tab");
    harness_expect(stage->harness, "~/stammkunden.csv");
    harness_press(stage->harness, "Enter");
    assert_string_equal(desk_top(stage->desk), "importmap");
}

static void import__goes_through_folders(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    g_autofree char *inside = in_home("lists");
    assert_int_equal(g_mkdir(inside, 0700), 0);
    g_autofree char *file = g_build_filename(inside, "a.csv", NULL);
    assert_true(g_file_set_contents(file, list_text, -1, NULL));
    desk_open(stage->desk, &screen_import, NULL);
    harness_type(stage->harness, "li");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "~/lists/");
    harness_expect(stage->harness, "a.csv");
    harness_press(stage->harness, "Down Enter");
    harness_expect(stage->harness, "stammkunden.csv");
    g_unlink(file);
    g_rmdir(inside);
}

static void import__takes_a_dropped_path(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    desk_open(stage->desk, &screen_import, NULL);
    g_autofree char *path = in_home("stammgäste.TXT");
    g_autofree char *uri = g_filename_to_uri(path, NULL, NULL);
    harness_paste(stage->harness, uri);
    harness_expect(stage->harness, "~/stammgäste.TXT");
    g_autofree char *quoted = g_strdup_printf("'%s' ", path);
    harness_press(stage->harness, "Ctrl-U");
    harness_paste(stage->harness, quoted);
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "1 record · UTF-8, divided by tab");
}

static void import__says_so__when_there_is_no_such_file(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    desk_open(stage->desk, &screen_import, NULL);
    harness_type(stage->harness, "nix");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "There is no such file.");
    harness_press(stage->harness, "Ctrl-U");
    harness_type(stage->harness, "/nowhere/at/all/");
    harness_expect(stage->harness, "The folder /nowhere/at/all cannot be read.");
}

static void import__refuses__what_is_no_list(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    put(stage, "cat.csv", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    put(stage, "empty.csv", "", 0);
    open_list(stage, "cat.csv");
    harness_expect(stage->harness, "picture");
    harness_press(stage->harness, "Esc");
    assert_string_equal(desk_top(stage->desk), "import");
    harness_press(stage->harness, "Ctrl-U");
    harness_type(stage->harness, "~/empty.csv");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "empty");
    harness_press(stage->harness, "Esc Esc");
    assert_true(stage->desk->opener->has_returned);
    assert_false(stage->desk->opener->has_result);
}

static void import__shows_what_the_columns_mean(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    open_list(stage, "stammkunden.csv");
    harness_golden(stage->harness, "import-map");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "import-map-small");
    harness_resize(stage->harness, 30, 120);
    harness_golden(stage->harness, "import-map-wide");
}

static void import__lets_the_meaning_be_changed(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    open_list(stage, "stammkunden.csv");
    harness_press(stage->harness, "End Enter");
    harness_expect(stage->harness, "What stands in “Lieblingsfarbe”?");
    harness_press(stage->harness, "Down Enter");
    g_autofree char *line = harness_line(stage->harness, 10);
    assert_non_null(strstr(line, "left out"));
    harness_press(stage->harness, "Right Left Left");
    g_autofree char *again = harness_line(stage->harness, 10);
    assert_non_null(strstr(again, "kept as a note"));
    /* Leaving asks now. */
    harness_press(stage->harness, "Esc");
    harness_expect(stage->harness, "The list is not taken over yet");
    harness_press(stage->harness, "Esc Esc Enter");
    assert_string_equal(desk_top(stage->desk), "import");
}

static void import__does_not_begin__when_nothing_tells_who_it_is(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    put(stage, "dull.csv", "Farbe;Form\nblau;rund\n", -1);
    open_list(stage, "dull.csv");
    harness_golden(stage->harness, "import-map-problem");
    gint64 before = customers(stage);
    harness_press(stage->harness, "F4");
    assert_string_equal(desk_top(stage->desk), "importmap");
    assert_int_equal(customers(stage), before);
}

static void import__takes_the_list_over__and_reports(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    gint64 before = customers(stage);
    open_list(stage, "stammkunden.csv");
    harness_press(stage->harness, "F4");
    harness_golden(stage->harness, "import-result");
    assert_int_equal(customers(stage), before + 3);
    harness_press(stage->harness, "Enter");
    assert_string_equal(desk_top(stage->desk), "message");
    harness_press(stage->harness, "Esc Down Space");
    harness_expect(stage->harness, "Line 3, Maier, Zita");
    harness_expect(stage->harness, "Geburtstag “31.02.1980”");
    harness_press(stage->harness, "Esc Enter");
    assert_string_equal(desk_top(stage->desk), "card");
    harness_expect(stage->harness, "Maier, Zita");
    harness_press(stage->harness, "Esc");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "import-result-small");
    harness_resize(stage->harness, 30, 120);
    harness_golden(stage->harness, "import-result-wide");
    harness_press(stage->harness, "Esc");
    assert_true(stage->desk->opener->has_result);
    assert_true(stage->desk->opener->result != 0);
    assert_true(remove_refused());
    people_expect_sound(stage->desk->emma->shop->db);
}

static void import__brings_nothing_new__the_second_time(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    open_list(stage, "stammkunden.csv");
    harness_press(stage->harness, "F4");
    harness_press(stage->harness, "Esc");
    gint64 before = customers(stage);
    open_list(stage, "stammkunden.csv");
    harness_press(stage->harness, "F4");
    harness_golden(stage->harness, "import-again");
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "This list changed nothing");
    assert_int_equal(customers(stage), before);
    harness_press(stage->harness, "Esc");
    assert_true(stage->desk->opener->has_result);
    assert_int_equal(customers(stage), before);
    remove_refused();
}

static void import__is_taken_back__with_one_key(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    Db *db = stage->desk->emma->shop->db;
    g_autofree char *before = people_dump(db);
    open_list(stage, "stammkunden.csv");
    harness_press(stage->harness, "F4");
    harness_expect(stage->harness, "is taken over");
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness,
                   "stammkunden.csv is taken back: everything is as it was before.");
    assert_false(harness_shows(stage->harness, "customers added"));
    assert_false(harness_shows(stage->harness, "Maier"));
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "This list is taken back already.");
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_expect_sound(db);
    harness_press(stage->harness, "Enter");
    assert_true(stage->desk->opener->has_returned);
    remove_refused();
}

static void import__does_no_harm__when_it_is_stopped_in_the_middle(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    Db *db = stage->desk->emma->shop->db;
    g_autofree char *before = people_dump(db);
    GString *many = g_string_new("Vorname;Nachname;Telefon\n");
    for (int i = 0; i < 4000; i++) {
        g_string_append_printf(many, "Vor%d;Nach%d;0421 %06d\n", i, i, i);
    }
    put(stage, "many.csv", many->str, -1);
    g_string_free(many, TRUE);
    open_list(stage, "many.csv");
    const Event begin = {.kind = EVENT_KEY, .key = K_F0 + 4};
    app_feed(harness_app(stage->harness), &begin);
    while (!app_is_idle(harness_app(stage->harness)) &&
           (!harness_shows(stage->harness, "%") || harness_shows(stage->harness, " 0 %"))) {
        g_main_context_iteration(NULL, TRUE);
    }
    harness_expect(stage->harness, "Taking over many.csv");
    harness_expect(stage->harness, "Esc Stop");
    harness_press(stage->harness, "Esc");
    harness_expect(stage->harness, "many.csv is not taken over");
    harness_expect(stage->harness, "Cancelled. Nothing was taken over.");
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_expect_sound(db);
    harness_press(stage->harness, "Enter");
    assert_string_equal(desk_top(stage->desk), "importmap");
}

static void import__says_why__and_tries_again(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    open_list(stage, "stammkunden.csv");
    g_autofree char *path = in_home("stammkunden.csv");
    g_unlink(path);
    harness_press(stage->harness, "F4");
    harness_expect(stage->harness, "stammkunden.csv is not taken over");
    put(stage, "stammkunden.csv", list_text, -1);
    harness_press(stage->harness, "F4");
    harness_expect(stage->harness, "stammkunden.csv is taken over");
    remove_refused();
}

static void import__stands_hostile_text(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    put(stage, "h\x1b[31m\u202E.csv",
        "Vorname;\x1b[31mNach\u202Ename;\"Ge\nburtstag\"\nZoé👩‍👩‍👧\x07;"
        "Donaudampfschifffahrtselektrizitätengesellschaft;\"31.\x1b[2J02\n1980\"\n",
        -1);
    desk_open(stage->desk, &screen_import, NULL);
    harness_type(stage->harness, "h");
    harness_press(stage->harness, "Enter");
    harness_golden(stage->harness, "import-map-hostile");
    harness_press(stage->harness, "F4");
    harness_golden(stage->harness, "import-result-hostile");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "import-result-hostile-small");
}

int main(void)
{
    /* GLib asks once for the home folder: it has to be the test's before anything else. */
    g_autoptr(GError) error = NULL;
    g_autofree char *home = g_dir_make_tmp("tresen-home-XXXXXX", &error);
    if (home == NULL || setenv("HOME", home, 1) != 0) {
        return EXIT_FAILURE;
    }
    unsetenv("XDG_CONFIG_HOME");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(import__lists_the_files_of_the_home_folder),
        cmocka_unit_test(import__says_so__where_there_is_no_list),
        cmocka_unit_test(import__completes_names),
        cmocka_unit_test(import__goes_through_folders),
        cmocka_unit_test(import__takes_a_dropped_path),
        cmocka_unit_test(import__says_so__when_there_is_no_such_file),
        cmocka_unit_test(import__refuses__what_is_no_list),
        cmocka_unit_test(import__shows_what_the_columns_mean),
        cmocka_unit_test(import__lets_the_meaning_be_changed),
        cmocka_unit_test(import__does_not_begin__when_nothing_tells_who_it_is),
        cmocka_unit_test(import__takes_the_list_over__and_reports),
        cmocka_unit_test(import__brings_nothing_new__the_second_time),
        cmocka_unit_test(import__is_taken_back__with_one_key),
        cmocka_unit_test(import__does_no_harm__when_it_is_stopped_in_the_middle),
        cmocka_unit_test(import__says_why__and_tries_again),
        cmocka_unit_test(import__stands_hostile_text),
    };
    int failed = cmocka_run_group_tests_name("import_screen", tests, NULL, NULL);
    g_rmdir(home);
    return failed;
}

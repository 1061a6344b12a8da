/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program around the screens: header, bar, messages, dialogs, help and palette, any size. */
#include "tests/tui/scene.h"

#include "data/base/fault.h"

#include <string.h>

static void app__draws__header_screen_and_bar(void **state)
{
    Scene *scene = *state;
    harness_type(scene->harness, "mül");
    harness_golden(scene->harness, "app-finder");
}

static void dialogs__answer__their_parent(void **state)
{
    Scene *scene = *state;
    harness_press(scene->harness, "F5");
    harness_type(scene->harness, " mag Eis ");
    harness_expect(scene->harness, "kind 0");
    harness_press(scene->harness, "Tab Tab");
    harness_golden(scene->harness, "app-prompt");
    harness_press(scene->harness, "Enter");
    assert_string_equal(scene->finder->answer, "mag Eis/2");
    harness_press(scene->harness, "F5 Enter");
    harness_expect(scene->harness, "What do you know?");
    harness_press(scene->harness, "Esc");
    assert_string_equal(scene->finder->answer, "none");
    harness_press(scene->harness, "F6");
    harness_golden(scene->harness, "app-choice");
    harness_press(scene->harness, "Down Enter");
    assert_string_equal(scene->finder->answer, "chose 2");
    harness_press(scene->harness, "F6 Esc");
    assert_string_equal(scene->finder->answer, "none");
}

static void screen_push__tells__why_a_screen_cannot_be_opened(void **state)
{
    Scene *scene = *state;
    assert_null(screen_push(&scene->finder->base, &scene_finder, "refuse", NULL));
    harness_expect(scene->harness, "This cannot be opened.");
    harness_press(scene->harness, "Esc");
    assert_ptr_equal(app_top(harness_app(scene->harness)), &scene->finder->base);
}

static void help__lists__the_rows_of_the_screen_below(void **state)
{
    Scene *scene = *state;
    harness_press(scene->harness, "F1");
    harness_golden(scene->harness, "app-help");
    harness_press(scene->harness, "F1");
    assert_ptr_equal(app_top(harness_app(scene->harness)), &scene->finder->base);
}

static void palette__finds_and_runs__an_action(void **state)
{
    Scene *scene = *state;
    harness_press(scene->harness, "Ctrl-P");
    harness_type(scene->harness, "coun");
    harness_golden(scene->harness, "app-palette");
    harness_press(scene->harness, "Enter");
    assert_int_equal(scene->finder->visits, 1);
    harness_press(scene->harness, "Ctrl-P");
    harness_type(scene->harness, "no such thing");
    harness_expect(scene->harness, "Nothing here is called that.");
    assert_false(harness_shows(scene->harness, "Do it"));
    harness_press(scene->harness, "Enter Esc");
    assert_ptr_equal(app_top(harness_app(scene->harness)), &scene->finder->base);
}

static void palette__obeys_the_keys__it_shows(void **state)
{
    Scene *scene = *state;
    harness_press(scene->harness, "Ctrl-P F2");
    assert_int_equal(scene->finder->visits, 1);
    /* Its own come first. */
    harness_press(scene->harness, "Ctrl-P Esc");
    assert_ptr_equal(app_top(harness_app(scene->harness)), &scene->finder->base);
    assert_int_equal(scene->finder->visits, 1);
}

static void app__runs__a_click_on_the_bar(void **state)
{
    Scene *scene = *state;
    g_autofree char *bar = harness_line(scene->harness, 23);
    const char *label = strstr(bar, "F2 Visit");
    assert_non_null(label);
    harness_click(scene->harness, 23, (int)(label - bar) + 4);
    assert_int_equal(scene->finder->visits, 1);
    harness_click(scene->harness, 23, 79);
    assert_int_equal(scene->finder->visits, 1);
}

static void app__never_acts__on_a_paste(void **state)
{
    Scene *scene = *state;
    harness_press(scene->harness, "F6");
    harness_paste(scene->harness, "\n\n");
    assert_null(scene->finder->answer);
    harness_press(scene->harness, "Esc");
    harness_paste(scene->harness, "Anna\nBert");
    assert_string_equal(line_edit_text(scene->finder->box), "Anna Bert");
    assert_null(scene->finder->opened);
}

static void app__says__what_to_do_with_a_strange_key(void **state)
{
    Scene *scene = *state;
    harness_press(scene->harness, "F8");
    harness_expect(scene->harness, "This key does nothing here: press F1.");
    /* A row that makes no sense now does not take its key. */
    harness_press(scene->harness, "F7");
    harness_expect(scene->harness, "There is nothing for this key to do at the moment.");
    harness_press(scene->harness, "F1 x");
    harness_expect(scene->harness, "This key does nothing here.");
    assert_false(harness_shows(scene->harness, "press F1"));
    harness_press(scene->harness, "Esc");
    assert_int_equal(scene->finder->visits, 0);
    harness_type(scene->harness, "a");
    harness_press(scene->harness, "F7");
    assert_int_equal(scene->finder->visits, 1);
}

static void app__asks__before_something_typed_is_lost(void **state)
{
    Scene *scene = *state;
    harness_type(scene->harness, "a");
    harness_press(scene->harness, "F10");
    harness_golden(scene->harness, "app-quit");
    harness_press(scene->harness, "Esc");
    assert_string_equal(line_edit_text(scene->finder->box), "a");
    harness_press(scene->harness, "F10 Enter");
    assert_int_equal(app_run(harness_app(scene->harness)), APP_ENDED_BY_PERSON);
}

static void app__ends__when_the_lowest_screen_closes(void **state)
{
    (void)state;
    g_autoptr(FakeShop) fake = fake_new();
    g_autoptr(Harness) harness = harness_new_on("xterm-256color", 24, 80, (Shop *)(gpointer)fake);
    harness_open(harness, &scene_finder, NULL);
    harness_press(harness, "Esc");
    assert_null(app_top(harness_app(harness)));
    assert_int_equal(app_run(harness_app(harness)), APP_ENDED_BY_PERSON);
}

static void app_home__keeps__what_is_unsaved(void **state)
{
    Scene *scene = *state;
    harness_open(scene->harness, &scene_floor, NULL);
    app_home(harness_app(scene->harness));
    harness_expect(scene->harness, "the floor");
    harness_open(scene->harness, &scene_finder, NULL);
    harness_type(scene->harness, "a");
    harness_open(scene->harness, &scene_floor, NULL);
    app_home(harness_app(scene->harness));
    harness_expect(scene->harness, "matches: a");
}

static void app__shows_a_notice__until_it_is_taken_away(void **state)
{
    Scene *scene = *state;
    app_notice(harness_app(scene->harness), "Waiting for another program …");
    harness_settle(scene->harness);
    harness_press(scene->harness, "Left");
    harness_expect(scene->harness, "Waiting for another program …");
    app_notice(harness_app(scene->harness), NULL);
    harness_settle(scene->harness);
    assert_false(harness_shows(scene->harness, "Waiting"));
}

static void app__does_nothing_unseen__when_the_window_is_too_small(void **state)
{
    Scene *scene = *state;
    harness_type(scene->harness, "a");
    harness_resize(scene->harness, 11, 40);
    harness_press(scene->harness, "F2 b Esc Enter F10");
    harness_resize(scene->harness, 24, 80);
    assert_string_equal(line_edit_text(scene->finder->box), "a");
    assert_int_equal(scene->finder->visits, 0);
    harness_press(scene->harness, "Backspace");
    harness_resize(scene->harness, 24, 39);
    harness_press(scene->harness, "F10");
    assert_int_equal(app_run(harness_app(scene->harness)), APP_ENDED_BY_PERSON);
}

static void app__stands__any_size(void **state)
{
    Scene *scene = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(13);
    static const char *const keys[] = {"a",   "ü",    "F1",   "F5",        "F6",     "Ctrl-P",
                                       "Esc", "Down", "PgDn", "Backspace", "Ctrl-L", "語"};
    harness_resize(scene->harness, 12, 40);
    harness_golden(scene->harness, "app-smallest");
    harness_resize(scene->harness, 11, 40);
    harness_golden(scene->harness, "app-too-small");
    for (int i = 0; i < 400; i++) {
        harness_resize(scene->harness, g_rand_int_range(random, 1, 60),
                       g_rand_int_range(random, 1, 220));
        if (app_top(harness_app(scene->harness)) != NULL && i % 2) {
            const char *key = keys[g_rand_int_range(random, 0, G_N_ELEMENTS(keys))];
            if (strcmp(key, "Esc") != 0 ||
                app_top(harness_app(scene->harness))->class != &scene_finder) {
                harness_press(scene->harness, key);
            }
        }
        g_autofree char *text = harness_text(scene->harness);
        assert_true(g_utf8_validate(text, -1, NULL));
    }
}

static void app__shows__hostile_text_as_text(void **state)
{
    Scene *scene = *state;
    app_set_header(harness_app(scene->harness), "\x1b]0;x\x07", "\u202egnp", "\xff");
    app_say(harness_app(scene->harness), AREA_WARNING, "PAID\b\b\b100\r\n");
    harness_expect(scene->harness, "␛]0;x␇ · <U+202E>gnp");
    harness_expect(scene->harness, "PAID␈␈␈100");
}

static void app__works__without_colours_and_signs(void **state)
{
    (void)state;
    g_autoptr(FakeShop) fake = fake_new();
    g_autoptr(Harness) harness = harness_new_on("vt100", 24, 80, (Shop *)(gpointer)fake);
    harness_open(harness, &scene_finder, NULL);
    harness_golden(harness, "app-vt100");
}

static void terminal_open__refuses__what_cannot_show_a_screen(void **state)
{
    (void)state;
    static const char *const types[] = {NULL, "", "dumb", "no-such-terminal", "../../etc/passwd"};
    g_autofree char *endless = g_strnfill(1000, 'x');
    g_autoptr(GError) error = NULL;
    FILE *nowhere = fopen("/dev/null", "r+");
    for (gsize i = 0; i <= G_N_ELEMENTS(types); i++) {
        const TerminalSetup setup = {.in = nowhere,
                                     .out = nowhere,
                                     .type = i < G_N_ELEMENTS(types) ? types[i] : endless,
                                     .rows = 24,
                                     .cols = 80};
        assert_null(terminal_open(&setup, &error));
        assert_true(g_error_matches(error, FAULT, FAULT_REFUSED));
        g_clear_error(&error);
    }
    fclose(nowhere);
}

/* Each of these tests has a scene of its own. */
#define scene_test(test) cmocka_unit_test_setup_teardown(test, scene_setup, scene_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        scene_test(app__draws__header_screen_and_bar),
        scene_test(dialogs__answer__their_parent),
        scene_test(screen_push__tells__why_a_screen_cannot_be_opened),
        scene_test(help__lists__the_rows_of_the_screen_below),
        scene_test(palette__finds_and_runs__an_action),
        scene_test(palette__obeys_the_keys__it_shows),
        scene_test(app__runs__a_click_on_the_bar),
        scene_test(app__never_acts__on_a_paste),
        scene_test(app__says__what_to_do_with_a_strange_key),
        scene_test(app__asks__before_something_typed_is_lost),
        cmocka_unit_test(app__ends__when_the_lowest_screen_closes),
        scene_test(app_home__keeps__what_is_unsaved),
        scene_test(app__shows_a_notice__until_it_is_taken_away),
        scene_test(app__does_nothing_unseen__when_the_window_is_too_small),
        scene_test(app__stands__any_size),
        scene_test(app__shows__hostile_text_as_text),
        cmocka_unit_test(app__works__without_colours_and_signs),
        cmocka_unit_test(terminal_open__refuses__what_cannot_show_a_screen),
    };
    return cmocka_run_group_tests_name("app", tests, NULL, NULL);
}

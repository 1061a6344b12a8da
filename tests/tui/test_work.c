/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads and jobs on the worker, and keys that come before they are done. */
#include "tests/tui/scene.h"

#include <string.h>
#include <unistd.h>

enum { PATIENCE_S = 20, LONG_ENOUGH_S = 1, MOST_TRIES = 100 };

static void app__holds_enter__until_the_matches_are_there(void **state)
{
    Scene *scene = *state;
    fake_set_gate(scene->fake, true);
    harness_type_fast(scene->harness, "ott");
    scene_press(scene, "Enter");
    assert_null(scene->finder->opened);
    /* What is typed behind it waits, in order, and is not lost. */
    harness_type_fast(scene->harness, "o");
    assert_string_equal(line_edit_text(scene->finder->box), "ott");
    assert_false(app_is_idle(harness_app(scene->harness)));
    fake_set_gate(scene->fake, false);
    harness_settle(scene->harness);
    assert_string_equal(scene->finder->opened, "opened ott");
    assert_string_equal(line_edit_text(scene->finder->box), "otto");
    harness_expect(scene->harness, "matches: otto");
}

static void app__shows_keys_at_once__while_a_load_runs(void **state)
{
    Scene *scene = *state;
    fake_set_gate(scene->fake, true);
    harness_type_fast(scene->harness, "mueller");
    assert_string_equal(line_edit_text(scene->finder->box), "mueller");
    assert_true(screen_is_loading(&scene->finder->base));
    scene_press(scene, "F2");
    assert_int_equal(scene->finder->visits, 1);
}

/* Types TEXT and holds its load up until it is painted. */
static void type_and_paint(Scene *scene, const char *text)
{
    unsigned before = scene->finder->pictures;
    fake_set_gate(scene->fake, true);
    harness_type_fast(scene->harness, text);
    alarm(PATIENCE_S);
    while (scene->finder->pictures == before) {
        g_main_context_iteration(NULL, TRUE);
    }
    alarm(0);
}

static void app__paints_what_is_typed__while_its_load_takes_long(void **state)
{
    Scene *scene = *state;
    harness_type(scene->harness, "mue");
    type_and_paint(scene, "ller");
    assert_true(screen_is_loading(&scene->finder->base));
    harness_expect(scene->harness, "› mueller");
    harness_expect(scene->harness, "matches: mue");
    assert_false(harness_shows(scene->harness, "matches: mueller"));
}

static void app__paints_a_key_once__when_its_load_is_quick(void **state)
{
    Scene *scene = *state;
    unsigned pictures = 0;
    /* The first picture waits longer. */
    type_and_paint(scene, "a");
    fake_set_gate(scene->fake, false);
    harness_settle(scene->harness);
    /* A busy machine may take longer than a picture waits, but not each time. */
    for (unsigned tries = 0; tries < MOST_TRIES && pictures != 1; tries++) {
        unsigned before = scene->finder->pictures;
        fake_set_gate(scene->fake, true);
        harness_type_fast(scene->harness, "b");
        while (g_main_context_iteration(NULL, FALSE)) {
        }
        fake_set_gate(scene->fake, false);
        harness_settle(scene->harness);
        pictures = scene->finder->pictures - before;
    }
    assert_int_equal(pictures, 1);
}

static void app__skips_loads__that_newer_ones_overtake(void **state)
{
    Scene *scene = *state;
    fake_set_gate(scene->fake, true);
    int before = scene->fake->loads;
    harness_type_fast(scene->harness, "a");
    fake_wait_for(scene->fake, &scene->fake->loads, before + 1);
    harness_type_fast(scene->harness, "bcdefg");
    fake_set_gate(scene->fake, false);
    harness_settle(scene->harness);
    /* The one that ran, and the latest. */
    assert_int_equal(scene->fake->loads, before + 2);
    harness_expect(scene->harness, "matches: abcdefg");
}

static void app__drops_a_load__of_a_screen_that_closes(void **state)
{
    Scene *scene = *state;
    int before = scene->fake->loads;
    fake_set_gate(scene->fake, true);
    harness_type_fast(scene->harness, "a");
    fake_wait_for(scene->fake, &scene->fake->loads, before + 1);
    scene_press(scene, "Esc");
    harness_expect(scene->harness, "the floor");
    fake_set_gate(scene->fake, false);
    harness_settle(scene->harness);
    harness_expect(scene->harness, "the floor");
}

static void app__tells__when_a_load_fails__and_tries_again(void **state)
{
    Scene *scene = *state;
    scene->fake->fail_load = true;
    harness_type(scene->harness, "x");
    harness_expect(scene->harness, "The shop cannot be reached.");
    harness_golden(scene->harness, "app-load-failed");
    scene->fake->fail_load = false;
    harness_press(scene->harness, "Enter");
    harness_expect(scene->harness, "matches: x");
    assert_false(harness_shows(scene->harness, "cannot be reached"));
}

static void app__drops_what_waited__when_the_load_fails(void **state)
{
    Scene *scene = *state;
    scene->fake->fail_load = true;
    fake_set_gate(scene->fake, true);
    harness_type_fast(scene->harness, "x");
    scene_press(scene, "Enter");
    scene_press(scene, "Enter");
    fake_set_gate(scene->fake, false);
    harness_settle(scene->harness);
    /* The second Enter has not answered the dialog. */
    harness_expect(scene->harness, "The shop cannot be reached.");
    assert_null(scene->finder->opened);
}

static void app_perform__does_nothing__where_the_row_makes_no_sense(void **state)
{
    Scene *scene = *state;
    Screen *finder = &scene->finder->base;
    const Action *clear = finder->class->actions;
    while (strcmp(clear->name, "clear") != 0) {
        clear++;
    }
    app_perform(finder, clear);
    assert_int_equal(scene->finder->visits, 0);
    harness_type(scene->harness, "a");
    app_perform(finder, clear);
    assert_int_equal(scene->finder->visits, 1);

    /* What made sense when it began to wait for the model need not do so any more. */
    Action late = *clear;
    late.needs_model = true;
    fake_set_gate(scene->fake, true);
    harness_type_fast(scene->harness, "b");
    app_perform(finder, &late);
    line_edit_set(scene->finder->box, NULL);
    fake_set_gate(scene->fake, false);
    harness_settle(scene->harness);
    assert_int_equal(scene->finder->visits, 1);
}

static void app_do__runs_a_job__and_holds_the_keys_behind_it(void **state)
{
    Scene *scene = *state;
    harness_type(scene->harness, "Erdbeer");
    fake_set_gate(scene->fake, true);
    int loads = scene->fake->loads;
    scene_press(scene, "F3");
    scene_press(scene, "F2");
    assert_int_equal(scene->finder->visits, 0);
    fake_set_gate(scene->fake, false);
    harness_settle(scene->harness);
    assert_int_equal(scene->finder->saved_seen, 1);
    assert_int_equal(scene->finder->visits, 1);
    assert_string_equal(scene->fake->saved, "Erdbeer");
    /* What is stored has changed: it was loaded anew. */
    assert_int_equal(scene->fake->loads, loads + 1);
}

static void app_do__goes_on_to_the_parent__when_done_closes(void **state)
{
    Scene *scene = *state;
    Finder *above = (Finder *)harness_open(scene->harness, &scene_finder, NULL);
    above->closes_when_saved = true;
    fake_set_gate(scene->fake, true);
    scene_press(scene, "F3");
    harness_type_fast(scene->harness, "für");
    fake_set_gate(scene->fake, false);
    harness_settle(scene->harness);
    /* Typed after the key that saves and closes: meant for what comes after. */
    assert_string_equal(line_edit_text(scene->finder->box), "für");
    assert_ptr_equal(app_top(harness_app(scene->harness)), &scene->finder->base);
}

static void app_do__does_not_hold__for_a_job_in_the_background(void **state)
{
    Scene *scene = *state;
    fake_set_gate(scene->fake, true);
    scene_press(scene, "F4");
    harness_type_fast(scene->harness, "x");
    assert_string_equal(line_edit_text(scene->finder->box), "x");
    app_cancel_job(&scene->finder->base);
    fake_set_gate(scene->fake, false);
    harness_settle(scene->harness);
    assert_true(scene->fake->stop_seen);
    assert_int_equal(scene->finder->saved_seen, 1);
}

static void app_do__tells_a_failure__and_tries_again_with_the_same(void **state)
{
    Scene *scene = *state;
    harness_type(scene->harness, "Dinkel");
    scene->fake->fail_save = true;
    harness_press(scene->harness, "F3");
    harness_expect(scene->harness, "The disk is full.");
    harness_press(scene->harness, "Enter");
    harness_expect(scene->harness, "The disk is full.");
    scene->fake->fail_save = false;
    harness_press(scene->harness, "Enter");
    assert_string_equal(scene->fake->saved, "Dinkel");
    harness_expect(scene->harness, "Noted.");
    harness_press(scene->harness, "Left");
    assert_false(harness_shows(scene->harness, "Noted."));
    scene->fake->fail_save = true;
    harness_press(scene->harness, "F3 Esc");
    assert_int_equal(scene->finder->saved_seen, 1);
}

static void app_do__closes_the_form__when_what_it_saves_was_stored_before(void **state)
{
    Scene *scene = *state;
    assert_non_null(harness_open(scene->harness, &scene_finder, NULL));
    harness_type(scene->harness, "Dinkel");
    scene->fake->says_stored = true;
    harness_press(scene->harness, "F3");
    harness_expect(scene->harness, "It was saved before.");
    assert_ptr_equal(app_top(harness_app(scene->harness)), &scene->finder->base);
    /* Nothing is typed here, so there is nothing to close. */
    harness_press(scene->harness, "F3");
    assert_ptr_equal(app_top(harness_app(scene->harness)), &scene->finder->base);
}

static void app_do__finishes_a_job__whose_screen_has_closed(void **state)
{
    Scene *scene = *state;
    harness_type(scene->harness, "Mandel");
    fake_set_gate(scene->fake, true);
    scene_press(scene, "F4");
    scene_press(scene, "Esc");
    scene->fake->fail_save = true;
    fake_set_gate(scene->fake, false);
    harness_settle(scene->harness);
    /* It failed, and that is told although the screen is gone. */
    harness_expect(scene->harness, "The disk is full.");
}

static void app_free__finishes__what_was_accepted(void **state)
{
    (void)state;
    g_autoptr(FakeShop) fake = fake_new();
    Harness *harness = harness_new_on("xterm-256color", 24, 80, (Shop *)(gpointer)fake);
    harness_open(harness, &scene_finder, NULL);
    harness_type(harness, "a");
    fake_set_gate(fake, true);
    const Event f3 = {.kind = EVENT_KEY, .key = K_F0 + 3};
    app_feed(harness_app(harness), &f3);
    fake_set_gate(fake, false);
    harness_free(harness);
    assert_string_equal(fake->saved, "a");
}

static void app_watch_file__loads_anew__when_another_process_writes(void **state)
{
    Scene *scene = *state;
    App *app = harness_app(scene->harness);
    g_autofree char *file = NULL;
    int descriptor = g_file_open_tmp("tresen-watch-XXXXXX", &file, NULL);
    assert_true(descriptor >= 0);
    app_watch_file(app, file);
    harness_type(scene->harness, "ot");
    int before = scene->fake->loads;
    assert_int_equal(write(descriptor, "x", 1), 1);
    close(descriptor);
    while (scene->fake->loads == before || !app_is_idle(app)) {
        g_main_context_iteration(NULL, TRUE);
    }
    /* What was typed is still there, and the watch can be taken away. */
    assert_string_equal(line_edit_text(scene->finder->box), "ot");
    app_watch_file(app, NULL);
    unlink(file);
}

static gint asked, news; /* atomic: the worker counts and reads them */

static char *fake_state(Shop *shop)
{
    (void)shop;
    g_atomic_int_inc(&asked);
    return g_strdup_printf("%d", g_atomic_int_get(&news));
}

/* Changes FILE and runs the loop until the state was asked for and all came of it. */
static void touch_file(const Scene *scene, const char *file)
{
    int before = g_atomic_int_get(&asked);
    assert_true(g_file_set_contents(file, "x", 1, NULL));
    while (g_atomic_int_get(&asked) == before || !app_is_idle(harness_app(scene->harness))) {
        g_main_context_iteration(NULL, TRUE);
    }
}

/* Free with g_free, after removing it. */
static char *watched_file(void)
{
    char *file = NULL;
    int descriptor = g_file_open_tmp("tresen-watch-XXXXXX", &file, NULL);
    assert_true(descriptor >= 0);
    close(descriptor);
    return file;
}

static void app_watch_shop__loads_anew__only_when_there_is_news(void **state)
{
    Scene *scene = *state;
    App *app = harness_app(scene->harness);
    g_autofree char *file = watched_file();
    int asked_before = g_atomic_int_get(&asked);
    app_watch_shop(app, file, fake_state);
    harness_type(scene->harness, "ot");
    assert_int_equal(g_atomic_int_get(&asked), asked_before);
    int before = scene->fake->loads;
    /* Nobody knows what stood there before the first one. */
    touch_file(scene, file);
    assert_true(scene->fake->loads > before);
    before = scene->fake->loads;
    touch_file(scene, file);
    assert_int_equal(scene->fake->loads, before);
    g_atomic_int_inc(&news);
    touch_file(scene, file);
    assert_true(scene->fake->loads > before);
    app_watch_shop(app, NULL, NULL);
    unlink(file);
}

static gboolean end_wait(gpointer is_over)
{
    *(bool *)is_over = true;
    return G_SOURCE_REMOVE;
}

static void app_watch_shop__asks_nobody__when_another_shop_took_its_place(void **state)
{
    Scene *scene = *state;
    App *app = harness_app(scene->harness);
    Shop *shop = app_shop(app);
    g_autofree char *file = watched_file();
    int before = g_atomic_int_get(&asked);
    bool is_over = false;
    app_watch_shop(app, file, fake_state);
    harness_hold(scene->harness);
    assert_true(g_file_set_contents(file, "x", 1, NULL));
    /* Several times as long as the change takes to become a question, which waits for the worker.
     */
    g_timeout_add_seconds(LONG_ENOUGH_S, end_wait, &is_over);
    while (!is_over) {
        g_main_context_iteration(NULL, TRUE);
    }
    app_set_shop(app, NULL);
    harness_go_on(scene->harness);
    harness_settle(scene->harness);
    assert_int_equal(g_atomic_int_get(&asked), before);
    app_watch_shop(app, NULL, NULL);
    app_set_shop(app, shop);
    unlink(file);
}

/* Each of these tests has a scene of its own. */
#define scene_test(test) cmocka_unit_test_setup_teardown(test, scene_setup, scene_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        scene_test(app__holds_enter__until_the_matches_are_there),
        scene_test(app__shows_keys_at_once__while_a_load_runs),
        scene_test(app__paints_what_is_typed__while_its_load_takes_long),
        scene_test(app__paints_a_key_once__when_its_load_is_quick),
        scene_test(app__skips_loads__that_newer_ones_overtake),
        scene_test(app__drops_a_load__of_a_screen_that_closes),
        scene_test(app__tells__when_a_load_fails__and_tries_again),
        scene_test(app__drops_what_waited__when_the_load_fails),
        scene_test(app_perform__does_nothing__where_the_row_makes_no_sense),
        scene_test(app_do__runs_a_job__and_holds_the_keys_behind_it),
        scene_test(app_do__goes_on_to_the_parent__when_done_closes),
        scene_test(app_do__does_not_hold__for_a_job_in_the_background),
        scene_test(app_do__tells_a_failure__and_tries_again_with_the_same),
        scene_test(app_do__closes_the_form__when_what_it_saves_was_stored_before),
        scene_test(app_do__finishes_a_job__whose_screen_has_closed),
        cmocka_unit_test(app_free__finishes__what_was_accepted),
        scene_test(app_watch_file__loads_anew__when_another_process_writes),
        scene_test(app_watch_shop__loads_anew__only_when_there_is_news),
        scene_test(app_watch_shop__asks_nobody__when_another_shop_took_its_place),
    };
    return cmocka_run_group_tests_name("work", tests, NULL, NULL);
}

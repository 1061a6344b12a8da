/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matches on the home screen: who is only alike, what Enter does then, and lists that are
 * longer than the window. */
#include "tests/data/people.h"
#include "tests/tui/stage.h"

#include "tui/counter.h"
#include "tui/screens/home_private.h"

#include <string.h>

static const HomeModel *model_of(const Stage *stage)
{
    return stage->home->model;
}

static void expect_selected(const Stage *stage, guint place)
{
    const HomeRow *row = home_selected(stage->home);
    const Found *found = model_of(stage)->found;
    assert_non_null(row);
    guint at;
    assert_true(g_ptr_array_find(found->matches, row->match, &at));
    assert_int_equal(at, place);
    /* And it is in sight. */
    g_autofree char *text = harness_text(stage->harness);
    assert_non_null(strstr(text, row->number));
}

static guint loaded(const Stage *stage)
{
    return model_of(stage)->found->matches->len;
}

/* In a theme that gives each area colours of its own, so that they can be told apart. */
static void picture(const Stage *stage, const char *name)
{
    g_autoptr(Theme) theme = theme_builtin("light");
    app_set_theme(harness_app(stage->harness), theme);
    harness_picture(stage->harness, name);
}

/* ---- alike ---- */

static void matches__say_how_they_are_alike__when_nobody_fits(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "mulelr");
    picture(stage, "matches-alike");
    harness_resize(stage->harness, 30, 140);
    harness_golden(stage->harness, "matches-alike-wide");
    harness_resize(stage->harness, 20, 60);
    harness_golden(stage->harness, "matches-alike-60");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "matches-alike-small");
}

static void matches__stand_above__who_is_only_alike(void **state)
{
    (void)state;
    static const Person people[] = {
        {.number = "7001", .given = "Eva", .family = "Meyer", .facts = "usual: Mohnkuchen"},
        {.number = "7002",
         .given = "Udo",
         .family = "Maier",
         .facts = "allergy: Nüsse; usual: Zwei Brezeln"},
        {.number = "7003",
         .given = "Ina",
         .family = "Zander",
         .facts = "talk: Ihre Nachbarin Frau Mayer grüßt immer"},
    };
    Emma *emma = emma_new();
    people_add_all(emma->shop->db, people, G_N_ELEMENTS(people));
    g_autoptr(Stage) stage = stage_on(emma, 24, 80);
    harness_type(stage->harness, "meyer");
    harness_golden(stage->harness, "matches-similar");
    harness_resize(stage->harness, 30, 140);
    picture(stage, "matches-similar-wide");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "matches-similar-small");
}

static void matches__tell_how__also_on_a_plain_terminal_and_hidden(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(12, 40);
    harness_type(stage->harness, "mulelr");
    harness_expect(stage->harness, " ≈ Müller, Anna");
    harness_press(stage->harness, "F12");
    harness_expect(stage->harness, " ≈ Müller, Anna");
    assert_false(harness_shows(stage->harness, "Cappuccino"));
}

static void enter__opens_who_is_alike__and_never_makes_a_card(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "mulelr");
    harness_expect(stage->harness, "Enter Open");
    harness_press(stage->harness, "Enter");
    assert_string_equal(stage_top(stage), "card");
    harness_expect(stage->harness, "Müller, Anna");
    harness_press(stage->harness, "Esc");
    /* Also before the matches are there. */
    harness_type_fast(stage->harness, "mulelr");
    harness_press(stage->harness, "Down Enter");
    assert_string_equal(stage_top(stage), "card");
    harness_expect(stage->harness, "Müller, Jürgen");
}

static void f2__takes_what_was_typed_along__whoever_is_alike(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "Mulelr");
    harness_expect(stage->harness, "F2 begins a new card with what you have typed.");
    harness_press(stage->harness, "F2");
    assert_string_equal(stage_top(stage), "edit");
    harness_expect(stage->harness, "Mulelr");
}

static void f2__is_not_told_of__when_the_shop_can_only_be_read(void **state)
{
    (void)state;
    Emma *emma = emma_new();
    emma_reopen(emma, DB_READ_ONLY);
    g_autoptr(Stage) stage = stage_on(emma, 24, 80);
    counter_show(harness_app(stage->harness));
    harness_settle(stage->harness);
    harness_type(stage->harness, "mulelr");
    harness_expect(stage->harness, "Nobody fits exactly. One of these?");
    assert_false(harness_shows(stage->harness, "F2"));
    harness_press(stage->harness, "Enter");
    assert_string_equal(stage_top(stage), "card");
}

static void a_scanner__opens_nobody__whose_number_is_another(void **state)
{
    (void)state;
    static const char *const scanned[] = {"0878", "10060", "0312", "4006381333931"};
    for (guint i = 0; i < G_N_ELEMENTS(scanned); i++) {
        g_autoptr(Stage) stage = stage_new(24, 80);
        harness_type_fast(stage->harness, scanned[i]);
        harness_press(stage->harness, "Enter");
        assert_string_not_equal(stage_top(stage), "card");
    }
}

static void a_click__selects_the_row_below_the_sentence(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "mulelr");
    g_autofree char *line = harness_line(stage->harness, 8);
    assert_non_null(strstr(line, "Müller, Jürgen"));
    harness_click(stage->harness, 8, 3);
    expect_selected(stage, 1);
    harness_click(stage->harness, 8, 3);
    harness_expect(stage->harness, "‹ Müller, Jürgen");
}

/* ---- windows ---- */

static void matches__are_loaded_for_the_window__and_more_when_one_goes_on(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new_crowded(24, 80, 230);
    harness_type(stage->harness, "zander");
    harness_expect(stage->harness, "more than 50 of 243");
    guint window = loaded(stage);
    assert_in_range(window, 18, 24);
    for (guint place = 1; place <= 50; place++) {
        harness_press(stage->harness, "Down");
        expect_selected(stage, place);
        assert_true(loaded(stage) > place + 1);
    }
    assert_in_range(loaded(stage), 68, 120);
    /* Another letter begins anew, at the top. */
    harness_type(stage->harness, " n");
    expect_selected(stage, 0);
    assert_int_equal(loaded(stage), window);
}

static void matches__come_one_after_another__however_fast_the_keys(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new_crowded(24, 80, 230);
    harness_type_fast(stage->harness, "zander");
    for (guint i = 0; i < 70; i++) {
        harness_press_fast(stage->harness, "Down");
    }
    harness_settle(stage->harness);
    expect_selected(stage, 70);
    harness_press(stage->harness, "PgDn PgDn PgDn");
    expect_selected(stage, 70 + 3 * 17);
    harness_press(stage->harness, "PgUp");
    expect_selected(stage, 70 + 2 * 17);
    harness_press(stage->harness, "Ctrl-Home Up");
    expect_selected(stage, 0);
}

static void matches__end_after_two_hundred__and_say_so(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new_crowded(24, 80, 230);
    harness_type(stage->harness, "zander");
    assert_false(harness_shows(stage->harness, "There are more."));
    harness_press(stage->harness, "Ctrl-End");
    assert_int_equal(loaded(stage), HOME_MOST_MATCHES);
    expect_selected(stage, HOME_MOST_MATCHES - 1);
    harness_expect(stage->harness, "There are more. Another letter or word");
    harness_press(stage->harness, "Up Down Down PgDn");
    expect_selected(stage, HOME_MOST_MATCHES - 1);
    /* The same as asked for at once. */
    g_autoptr(GError) error = NULL;
    g_autoptr(Found) all =
        lookup_find(stage->emma->shop->db, NULL, "zander", HOME_MOST_MATCHES, &error);
    expect_done(all != NULL, error);
    for (guint i = 0; i < HOME_MOST_MATCHES; i++) {
        const Match *one = g_ptr_array_index(all->matches, i);
        const Match *same = g_ptr_array_index(model_of(stage)->found->matches, i);
        assert_int_equal(same->customer_id, one->customer_id);
    }
}

static void matches__fill_the_window__when_it_becomes_larger(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new_crowded(24, 80, 230);
    harness_type(stage->harness, "zander");
    harness_press(stage->harness, "Down Down");
    harness_resize(stage->harness, 60, 80);
    expect_selected(stage, 2);
    assert_true(loaded(stage) >= 54);
    g_autofree char *last = harness_line(stage->harness, 57);
    assert_non_null(strstr(last, "Zander"));
}

static void the_count__is_of_all__when_they_are_few(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new_crowded(24, 80, 40);
    harness_type(stage->harness, "zander");
    harness_expect(stage->harness, "40 of 53");
}

static void the_count__is_told__as_far_as_it_is_known(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new_crowded(24, 80, 130);
    harness_type(stage->harness, "za");
    harness_expect(stage->harness, "more than 50 of 143");
    /* Who looks through them all knows. */
    harness_press(stage->harness, "Ctrl-End");
    expect_selected(stage, 129);
    harness_expect(stage->harness, " 130 of 143");
}

static void what_is_known_of_the_shop__is_asked_anew__when_something_changes(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "mü");
    const Person person = {.number = "7001", .given = "Eva", .family = "Müller"};
    people_add(stage->emma->shop->db, &person);
    harness_type(stage->harness, "l");
    harness_expect(stage->harness, "3 of 13");
    app_refresh(harness_app(stage->harness));
    harness_settle(stage->harness);
    harness_expect(stage->harness, "3 of 14");
    harness_type(stage->harness, "ler e");
    harness_expect(stage->harness, "1 of 14");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches__say_how_they_are_alike__when_nobody_fits),
        cmocka_unit_test(matches__stand_above__who_is_only_alike),
        cmocka_unit_test(matches__tell_how__also_on_a_plain_terminal_and_hidden),
        cmocka_unit_test(enter__opens_who_is_alike__and_never_makes_a_card),
        cmocka_unit_test(f2__takes_what_was_typed_along__whoever_is_alike),
        cmocka_unit_test(f2__is_not_told_of__when_the_shop_can_only_be_read),
        cmocka_unit_test(a_scanner__opens_nobody__whose_number_is_another),
        cmocka_unit_test(a_click__selects_the_row_below_the_sentence),
        cmocka_unit_test(matches__are_loaded_for_the_window__and_more_when_one_goes_on),
        cmocka_unit_test(matches__come_one_after_another__however_fast_the_keys),
        cmocka_unit_test(matches__end_after_two_hundred__and_say_so),
        cmocka_unit_test(matches__fill_the_window__when_it_becomes_larger),
        cmocka_unit_test(the_count__is_of_all__when_they_are_few),
        cmocka_unit_test(the_count__is_told__as_far_as_it_is_known),
        cmocka_unit_test(what_is_known_of_the_shop__is_asked_anew__when_something_changes),
    };
    return cmocka_run_group_tests_name("matches", tests, NULL, NULL);
}

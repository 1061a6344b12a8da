/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Back on the home screen from a card: the same matches, or an empty box. */
#include "tests/data/people.h"
#include "tests/tui/stage.h"

#include "tui/screens/home_private.h"

/* The number of the selected match, which has to be in sight. */
static void expect_selected(const Stage *stage, const char *number)
{
    const HomeRow *row = home_selected(stage->home);
    assert_non_null(row);
    assert_string_equal(row->number, number);
    harness_expect(stage->harness, number);
}

static const char *typed(const Stage *stage)
{
    return line_edit_text(((const Home *)stage->home)->line);
}

static void esc__comes_back_to_the_same_matches__from_a_card(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new_crowded(24, 80, 230);
    harness_type(stage->harness, "zander");
    for (guint i = 0; i < 40; i++) {
        harness_press(stage->harness, "Down");
    }
    harness_press(stage->harness, "Enter");
    assert_string_equal(stage_top(stage), "card");
    harness_press(stage->harness, "Esc");
    assert_string_equal(typed(stage), "zander");
    expect_selected(stage, "5040");
    /* The next of them is one key further. */
    harness_press(stage->harness, "Down Enter");
    harness_expect(stage->harness, "Zander, Nora-0041");
    harness_press(stage->harness, "Esc");
    expect_selected(stage, "5041");
    harness_press(stage->harness, "Esc");
    assert_string_equal(typed(stage), "");
    harness_expect(stage->harness, "BIRTHDAYS");
}

static void esc__comes_back_to_the_same_matches__when_others_have_saved(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "ott");
    harness_press(stage->harness, "Down Enter");
    harness_expect(stage->harness, "Ott, Kurt");
    const Person person = {.number = "7001", .given = "Eva", .family = "Ott", .visits = 999};
    people_add(stage->emma->shop->db, &person);
    app_refresh(harness_app(stage->harness));
    harness_settle(stage->harness);
    harness_press(stage->harness, "Esc");
    harness_expect(stage->harness, "Ott, Eva");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "Ott, Kurt");
}

static void a_letter__begins_a_new_search__after_a_card(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "mül");
    harness_press(stage->harness, "Down Enter Esc");
    /* In a theme that gives each area colours of its own. */
    g_autoptr(Theme) theme = theme_builtin("light");
    app_set_theme(harness_app(stage->harness), theme);
    harness_picture(stage->harness, "matches-back");
    harness_type(stage->harness, "ott");
    assert_string_equal(typed(stage), "ott");
    harness_expect(stage->harness, "Ott, Renate");
    /* A scanner, too. */
    harness_press(stage->harness, "Enter Esc");
    harness_type_fast(stage->harness, "0877");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "Mühlbauer, Ida");
    /* A blank goes on with another word. */
    harness_press(stage->harness, "Esc Esc");
    harness_type(stage->harness, "ott");
    harness_press(stage->harness, "Enter Esc");
    harness_type(stage->harness, " r");
    assert_string_equal(typed(stage), "ott r");
    harness_expect(stage->harness, "1 of 13");
    /* What erases a letter erases all. */
    harness_press(stage->harness, "Enter Esc Backspace");
    harness_expect(stage->harness, "BIRTHDAYS");
}

static void an_arrow__waits__for_the_same_words_typed_anew(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "ott");
    harness_press(stage->harness, "Enter Esc");
    harness_type_fast(stage->harness, "o");
    /* The matches of the first letter are found before the rest is typed, and shown after it. */
    g_usleep(100 * G_TIME_SPAN_MILLISECOND);
    harness_type_fast(stage->harness, "tt");
    harness_press(stage->harness, "Down Enter");
    assert_string_equal(stage_top(stage), "card");
    harness_expect(stage->harness, "Ott, Kurt");
}

static void the_box__is_empty__when_something_was_done_on_the_card(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "berg");
    harness_press(stage->harness, "Enter n");
    harness_type(stage->harness, "mag Mohn");
    harness_press(stage->harness, "Enter Esc");
    assert_string_equal(typed(stage), "");
    harness_expect(stage->harness, "BIRTHDAYS");
}

static void the_box__is_empty__when_nobody_came_back_from_the_card(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "berg");
    harness_press(stage->harness, "Enter");
    app_home(harness_app(stage->harness));
    harness_settle(stage->harness);
    assert_string_equal(stage_top(stage), "home");
    assert_string_equal(typed(stage), "");
    harness_expect(stage->harness, "BIRTHDAYS");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(esc__comes_back_to_the_same_matches__from_a_card),
        cmocka_unit_test(esc__comes_back_to_the_same_matches__when_others_have_saved),
        cmocka_unit_test(a_letter__begins_a_new_search__after_a_card),
        cmocka_unit_test(an_arrow__waits__for_the_same_words_typed_anew),
        cmocka_unit_test(the_box__is_empty__when_something_was_done_on_the_card),
        cmocka_unit_test(the_box__is_empty__when_nobody_came_back_from_the_card),
    };
    return cmocka_run_group_tests_name("comeback", tests, NULL, NULL);
}

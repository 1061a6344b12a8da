/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The home screen on a small shop: today, matches, ticks, and what Enter opens. */
#include "tests/data/people.h"
#include "tests/tui/stage.h"

#include "tui/counter.h"

#include <string.h>

static void home__shows_today__when_the_box_is_empty(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_golden(stage->harness, "home-today");
    harness_resize(stage->harness, 30, 120);
    harness_golden(stage->harness, "home-today-wide");
    harness_resize(stage->harness, 20, 60);
    harness_golden(stage->harness, "home-today-60");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "home-today-small");
    /* Whom somebody greeted has an allergy all the same. */
    harness_press(stage->harness, "Space");
    harness_expect(stage->harness, "☑⚠");
}

static void home__lists_who_fits__when_letters_are_typed(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "mül");
    harness_golden(stage->harness, "home-matches");
    harness_resize(stage->harness, 30, 120);
    harness_golden(stage->harness, "home-matches-wide");
    harness_resize(stage->harness, 20, 60);
    harness_golden(stage->harness, "home-matches-60");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "home-matches-small");
}

static void home__counts_the_customers__as_they_come_and_go(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "Wagner");
    harness_expect(stage->harness, " of 13");
    harness_press(stage->harness, "Esc");
    harness_type(stage->harness, "Zacharias Zimt");
    harness_press(stage->harness, "Enter Esc");
    harness_type(stage->harness, "zacharias");
    harness_expect(stage->harness, "1 of 14");
    harness_press(stage->harness, "Esc Ctrl-Z");
    harness_type(stage->harness, "Wagner");
    harness_expect(stage->harness, " of 13");
}

static void home__finds_by_facts_phones_and_descriptions(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "dackel");
    harness_expect(stage->harness, "hat einen Dackel n");
    harness_press(stage->harness, "Esc");
    harness_type(stage->harness, "84220");
    harness_expect(stage->harness, "0421 84220");
    harness_press(stage->harness, "Esc");
    harness_type(stage->harness, "gegen");
    harness_expect(stage->harness, "“Lina von gegenüber”");
    harness_expect(stage->harness, "1 of 13");
}

static void home__goes_back_to_today__when_the_box_is_emptied(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "ott");
    assert_false(harness_shows(stage->harness, "BIRTHDAYS"));
    harness_press(stage->harness, "Esc");
    harness_expect(stage->harness, "BIRTHDAYS");
    harness_type(stage->harness, "o");
    harness_press(stage->harness, "Backspace");
    harness_expect(stage->harness, "BIRTHDAYS");
}

static void home__offers_a_new_card__when_nobody_fits(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "Xaver Unbekannt");
    harness_golden(stage->harness, "home-nobody");
    harness_press(stage->harness, "Enter");
    assert_string_equal(stage_top(stage), "card");
    harness_expect(stage->harness, "Unbekannt, Xaver");
}

static void home__says_how_to_begin__in_an_empty_shop(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_on(emma_new_empty(), 24, 80);
    harness_golden(stage->harness, "home-empty-shop");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "home-empty-shop-small");
}

static void home__opens_what_was_typed__before_its_matches_are_there(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type_fast(stage->harness, "jens");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "Berg, Jens");
    harness_press(stage->harness, "Esc Esc");
    harness_expect(stage->harness, "BIRTHDAYS");
}

static void home__opens_the_card_of_a_scanned_number(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type_fast(stage->harness, "0877");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "Mühlbauer, Ida");
    /* Also from a card. */
    harness_type_fast(stage->harness, "1006");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "Müller, Anna");
}

static void home__opens_the_selected_row(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "ott");
    harness_press(stage->harness, "Down Enter");
    harness_expect(stage->harness, "Ott, Kurt");
    harness_press(stage->harness, "Esc Esc Enter");
    harness_expect(stage->harness, "Wagner, Hilde");
}

static void home__ticks_greetings_and_takes_them_back(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_press(stage->harness, "Space");
    harness_golden(stage->harness, "home-greeted");
    harness_press(stage->harness, "Space");
    harness_expect(stage->harness, "Not greeted yet: Hilde Wagner.");
    assert_false(harness_shows(stage->harness, "☑"));
    harness_press(stage->harness, "Space");
    harness_expect(stage->harness, "☑ Lina B. 14:32");
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "Taken back: ticking somebody as greeted (Hilde Wagner).");
    assert_false(harness_shows(stage->harness, "☑"));
}

static void home__types_a_blank__after_a_letter(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "ott r");
    harness_expect(stage->harness, "1 of 13");
    harness_expect(stage->harness, "Ott, Renate");
    assert_false(harness_shows(stage->harness, "Ott, Kurt"));
}

static void home__stays_in_its_lines__with_hostile_names(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(30, 120);
    harness_type(stage->harness, "donau");
    harness_golden(stage->harness, "home-hostile");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "home-hostile-small");
}

static void home__offers_no_deeds__when_the_shop_can_only_be_read(void **state)
{
    (void)state;
    Emma *emma = emma_new();
    emma_reopen(emma, DB_READ_ONLY);
    g_autoptr(Stage) stage = stage_on(emma, 24, 80);
    counter_show(harness_app(stage->harness));
    harness_settle(stage->harness);
    harness_golden(stage->harness, "home-read-only");
    harness_press(stage->harness, "Space F2");
    harness_type(stage->harness, "nobody at all");
    harness_press(stage->harness, "Enter");
    assert_string_equal(stage_top(stage), "home");
}

static void home__tells_namesakes_apart__by_where_they_live(void **state)
{
    (void)state;
    Emma *emma = emma_new();
    static const Person namesakes[] = {
        {.number = "2001",
         .given = "Frederic",
         .family = "Biba",
         .street = "Am Dobben 7",
         .place = "Bremen",
         .birthday = "1960-11-21",
         .facts = "allergy: Nussallergie; usual: Zwei Laugenstangen"},
        {.number = "2002",
         .given = "Frederic",
         .family = "Biba",
         .phone = "0421 556677",
         .birthday = "1990-11-22"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(namesakes); i++) {
        people_add(emma->shop->db, &namesakes[i]);
    }
    g_autoptr(Stage) stage = stage_on(emma, 24, 80);
    harness_expect(stage->harness, "Frederic Biba         turns 36      0421 556677");
    harness_type(stage->harness, "biba fre");
    harness_expect(stage->harness, "Am Dobben 7, Bremen");
    harness_expect(stage->harness, "0421 556677");
    /* What the warning says already is not said twice. */
    harness_press(stage->harness, "Esc");
    harness_type(stage->harness, "nussall");
    harness_expect(stage->harness, "⚠ Nussallergie  ★ today  Zwei Laugenstangen");
}

static void f1__tells_what_can_be_typed__before_the_keys(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_press(stage->harness, "F1");
    harness_expect(stage->harness, " What you can type");
    harness_expect(stage->harness, " 3.5., 3 May 1956  Birthdays.");
    harness_expect(stage->harness, "Your own words: ");
    harness_expect(stage->harness, "Enter             Opens the selected card.");
    harness_resize(stage->harness, 30, 120);
    harness_expect(stage->harness, " bob                                   Robert: short forms");
    harness_resize(stage->harness, 20, 60);
    harness_expect(stage->harness, " mül an            Names by how they begin, in any order.");
    harness_resize(stage->harness, 12, 40);
    harness_expect(stage->harness, "What you can type");
    harness_press(stage->harness, "Esc F9 Enter F1");
    assert_false(harness_shows(stage->harness, "What you can type"));
}

static void home__selects_by_mouse(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_type(stage->harness, "m");
    harness_click(stage->harness, 5, 3);
    harness_click(stage->harness, 5, 3);
    assert_string_equal(stage_top(stage), "card");
}

static void home__shows_a_menu__of_rarer_things(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_press(stage->harness, "F9");
    harness_golden(stage->harness, "home-menu");
}

static void home_menu__obeys_the_keys__it_shows(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    harness_press(stage->harness, "F9");
    harness_press(stage->harness, "F7");
    assert_string_equal(stage_top(stage), "customers");
    harness_press(stage->harness, "Esc");
    assert_string_equal(stage_top(stage), "home");
}

static void expect_cursor_on(Harness *harness, const char *text)
{
    int row = -1, col = -1;
    assert_true(harness_cursor(harness, &row, &col));
    g_autofree char *line = harness_line(harness, row);
    if (strstr(line, text) == NULL) {
        fail_msg("the cursor is on \"%s\" and not on \"%s\"", line, text);
    }
}

static void the_cursor__follows_the_arrows__until_something_is_typed(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new(24, 80);
    expect_cursor_on(stage->harness, "›");
    harness_press(stage->harness, "Down");
    expect_cursor_on(stage->harness, "Lina von");
    harness_press(stage->harness, "Space");
    expect_cursor_on(stage->harness, "Lina von");
    harness_type(stage->harness, "müll");
    expect_cursor_on(stage->harness, "› müll");
    harness_press(stage->harness, "Down");
    expect_cursor_on(stage->harness, "Müller");
    harness_press(stage->harness, "Backspace");
    expect_cursor_on(stage->harness, "› mül");
    harness_press(stage->harness, "F9");
    expect_cursor_on(stage->harness, "F6");
    harness_press(stage->harness, "Down");
    expect_cursor_on(stage->harness, "F5");
    harness_press(stage->harness, "Esc Ctrl-P Down");
    expect_cursor_on(stage->harness, "New");
    harness_type(stage->harness, "qui");
    expect_cursor_on(stage->harness, "› qui");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(home__shows_today__when_the_box_is_empty),
        cmocka_unit_test(home__lists_who_fits__when_letters_are_typed),
        cmocka_unit_test(home__counts_the_customers__as_they_come_and_go),
        cmocka_unit_test(home__finds_by_facts_phones_and_descriptions),
        cmocka_unit_test(home__goes_back_to_today__when_the_box_is_emptied),
        cmocka_unit_test(home__offers_a_new_card__when_nobody_fits),
        cmocka_unit_test(home__says_how_to_begin__in_an_empty_shop),
        cmocka_unit_test(home__opens_what_was_typed__before_its_matches_are_there),
        cmocka_unit_test(home__opens_the_card_of_a_scanned_number),
        cmocka_unit_test(home__opens_the_selected_row),
        cmocka_unit_test(home__ticks_greetings_and_takes_them_back),
        cmocka_unit_test(home__types_a_blank__after_a_letter),
        cmocka_unit_test(home__stays_in_its_lines__with_hostile_names),
        cmocka_unit_test(home__offers_no_deeds__when_the_shop_can_only_be_read),
        cmocka_unit_test(home__tells_namesakes_apart__by_where_they_live),
        cmocka_unit_test(f1__tells_what_can_be_typed__before_the_keys),
        cmocka_unit_test(home__selects_by_mouse),
        cmocka_unit_test(home__shows_a_menu__of_rarer_things),
        cmocka_unit_test(home_menu__obeys_the_keys__it_shows),
        cmocka_unit_test(the_cursor__follows_the_arrows__until_something_is_typed),
    };
    return cmocka_run_group_tests_name("home", tests, NULL, NULL);
}

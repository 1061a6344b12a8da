/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened, on the card: what is open, the own rhythm, the history beside the notes. */
#include "tests/tui/emma.h"
#include "tests/tui/harness.h"
#include "tests/tui/past.h"

#include "tui/screens/card.h"

#include <string.h>

typedef struct {
    Emma *emma;
    Harness *harness;
} Stage;

static Stage *stage_new(const char *number, int rows, int cols)
{
    Stage *stage = g_new0(Stage, 1);
    stage->emma = emma_new();
    past_fill(stage->emma);
    const CardArg arg = {emma_customer(stage->emma, number)};
    stage->harness = harness_new(rows, cols, stage->emma->shop);
    harness_open(stage->harness, &screen_card, &arg);
    return stage;
}

static void stage_free(Stage *stage)
{
    harness_free(stage->harness);
    emma_free(stage->emma);
    g_free(stage);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stage, stage_free)

static const char *top_name(const Stage *stage)
{
    return app_top(harness_app(stage->harness))->class->name;
}

static void card__shows_what_happened_beside_the_notes(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 24, 80);
    harness_golden(stage->harness, "card-past");
    harness_resize(stage->harness, 40, 120);
    harness_golden(stage->harness, "card-past-wide");
    harness_resize(stage->harness, 60, 200);
    harness_golden(stage->harness, "card-past-widest");
    harness_resize(stage->harness, 40, 60);
    harness_golden(stage->harness, "card-past-60");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "card-past-small");
}

static void card__tells_the_own_rhythm__or_that_it_is_not_known(void **state)
{
    (void)state;
    static const struct {
        const char *number, *words;
    } cases[] = {
        {"1001", "14 Oct, Markt, €54.00: every 5 weeks, now 38 days"},
        {"1009", "21 Oct, Markt, €4.20: every 9 days, now 31 days"},
        {"1009", "Mostly       Roggenbrot"},
        {"1004", "21 Nov, Markt · today · 26 visits, too few for a rhythm"},
        {"1006", "2 days ago · 90 visits"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Stage) stage = stage_new(cases[i].number, 24, 80);
        harness_expect(stage->harness, cases[i].words);
    }
}

static void card__does_not_say_today__of_a_visit_that_lies_ahead_of_the_clock(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1009", 24, 80);
    harness_press(stage->harness, "v Enter");
    harness_expect(stage->harness, "every 9 days, here today");
    harness_set_day(stage->harness, 10);
    const CardArg arg = {emma_customer(stage->emma, "1009")};
    harness_open(stage->harness, &screen_card, &arg);
    harness_expect(stage->harness, "every 9 days");
    g_autofree char *text = harness_text(stage->harness);
    assert_null(strstr(text, "here today"));
}

static void card__says_calmly__that_somebody_is_lost(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1012", 24, 80);
    harness_golden(stage->harness, "card-lost");
}

static void card__opens_what_happened__by_enter_on_a_narrow_screen(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1009", 40, 60);
    harness_expect(stage->harness, "HISTORY");
    harness_press(stage->harness, "Down Down Down Down Enter");
    assert_string_equal(top_name(stage), "timeline");
    harness_press(stage->harness, "Esc");
    assert_string_equal(top_name(stage), "card");
}

static void card__opens_the_visit__from_its_line(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1009", 24, 80);
    harness_press(stage->harness, "Down Down Enter");
    assert_string_equal(top_name(stage), "visit");
}

static void card__hides_what_happened__while_it_is_discreet(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 24, 80);
    harness_press(stage->harness, "F12");
    assert_false(harness_shows(stage->harness, "Torte"));
    assert_false(harness_shows(stage->harness, "54.00"));
    assert_false(harness_shows(stage->harness, "falsche"));
    assert_false(harness_shows(stage->harness, "Muster"));
}

static void card__tells_of_an_order__before_a_visit_is_noted_besides(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 24, 80);
    harness_press(stage->harness, "v");
    assert_string_equal(top_name(stage), "visit");
    harness_expect(stage->harness, "An order waits to be fetched: Esc, then b notes it");
}

static void card__says_nothing_of_orders__where_none_waits(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1002", 24, 80);
    harness_press(stage->harness, "v");
    assert_string_equal(top_name(stage), "visit");
    assert_false(harness_shows(stage->harness, "An order waits"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(card__tells_of_an_order__before_a_visit_is_noted_besides),
        cmocka_unit_test(card__says_nothing_of_orders__where_none_waits),
        cmocka_unit_test(card__shows_what_happened_beside_the_notes),
        cmocka_unit_test(card__tells_the_own_rhythm__or_that_it_is_not_known),
        cmocka_unit_test(card__does_not_say_today__of_a_visit_that_lies_ahead_of_the_clock),
        cmocka_unit_test(card__says_calmly__that_somebody_is_lost),
        cmocka_unit_test(card__opens_what_happened__by_enter_on_a_narrow_screen),
        cmocka_unit_test(card__opens_the_visit__from_its_line),
        cmocka_unit_test(card__hides_what_happened__while_it_is_discreet),
    };
    return cmocka_run_group_tests_name("cardpast", tests, NULL, NULL);
}

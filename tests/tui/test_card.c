/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card on a small shop: what it shows, and what its keys do. */
#include "tests/data/people.h"
#include "tests/tui/emma.h"
#include "tests/tui/harness.h"

#include "data/customer/fact.h"
#include "data/customer/sheet.h"
#include "tui/counter.h"
#include "tui/screens/card.h"

#include <string.h>

typedef struct {
    Emma *emma;
    Harness *harness;
} Stage;

/* The card of the customer with NUMBER, at ROWS by COLS. */
static Stage *stage_new(const char *number, int rows, int cols)
{
    Stage *stage = g_new0(Stage, 1);
    stage->emma = emma_new();
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

static void card__shows_all_there_is(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 24, 80);
    harness_golden(stage->harness, "card-full");
    harness_resize(stage->harness, 40, 120);
    harness_golden(stage->harness, "card-full-wide");
    harness_resize(stage->harness, 20, 60);
    harness_golden(stage->harness, "card-full-60");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "card-full-small");
}

static void card__shows_a_regular_nobody_knows_by_name(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1002", 24, 80);
    harness_golden(stage->harness, "card-nameless");
}

static void card__shows_the_days_of_people_near(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1004", 24, 80);
    harness_golden(stage->harness, "card-with-partner");
}

static void card__says_how_to_begin__when_nothing_is_noted(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1013", 24, 80);
    harness_golden(stage->harness, "card-bare");
    harness_press(stage->harness, "Down Enter Delete");
    assert_string_equal(top_name(stage), "card");
}

static void card__stays_in_its_lines__with_hostile_names(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1010", 30, 100);
    harness_golden(stage->harness, "card-hostile");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "card-hostile-small");
}

static void card__scrolls_to_the_end__by_arrows(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 16, 60);
    assert_false(harness_shows(stage->harness, "28195 Bremen"));
    harness_press(stage->harness, "Down End");
    harness_expect(stage->harness, "28195 Bremen");
    harness_press(stage->harness, "Home");
    harness_expect(stage->harness, "The usual");
}

static void card__guesses_the_kind_of_a_note(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1003", 24, 80);
    harness_press(stage->harness, "n");
    harness_type(stage->harness, "mag Erdbeere");
    harness_golden(stage->harness, "note-guessed");
    harness_press(stage->harness, "Enter");
    harness_golden(stage->harness, "note-saved");
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "Taken back: adding a note (Kurt Ott).");
    assert_false(harness_shows(stage->harness, "Erdbeere"));
}

static void card__takes_the_kind_somebody_chose(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1003", 24, 80);
    harness_press(stage->harness, "n");
    harness_type(stage->harness, "mag Erdbeere");
    harness_press(stage->harness, "Tab");
    harness_type(stage->harness, " gar nicht");
    harness_expect(stage->harness, "Dislikes");
    harness_press(stage->harness, "Shift-Tab Tab Enter");
    harness_expect(stage->harness, "Dislikes");
    harness_expect(stage->harness, "mag Erdbeere gar nicht");
}

static void card__keeps_a_day_that_is_noted(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1003", 24, 80);
    harness_press(stage->harness, "n");
    harness_type(stage->harness, "Hochzeitstag 24. November");
    harness_expect(stage->harness, "Wedding day: 24 November");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "★ Wedding day on Tue 24 Nov");
    harness_expect(stage->harness, "Hochzeitstag 24. November");
}

static void card__asks_before_typed_words_are_lost(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1003", 24, 80);
    harness_press(stage->harness, "n Enter");
    harness_expect(stage->harness, "Type a few words first");
    harness_type(stage->harness, "mag");
    harness_press(stage->harness, "Esc");
    assert_string_equal(top_name(stage), "confirm");
    harness_press(stage->harness, "Esc");
    harness_expect(stage->harness, "› mag");
    harness_press(stage->harness, "Esc Enter");
    assert_string_equal(top_name(stage), "card");
    harness_press(stage->harness, "n Esc");
    assert_string_equal(top_name(stage), "card");
}

static void card__asks_for_consent__after_a_note_about_health(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1003", 24, 80);
    harness_press(stage->harness, "n");
    harness_type(stage->harness, "Nussallergie");
    harness_golden(stage->harness, "note-health");
    harness_press(stage->harness, "Enter");
    harness_golden(stage->harness, "consent-asked");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "Noted: the customer agreed.");
    harness_expect(stage->harness,
                   "Health (allergies, diet): agreed · 21 November 2026 · in the shop");
    harness_expect(stage->harness, "⚠ Allergy: Nussallergie");
    assert_false(harness_shows(stage->harness, "Nobody has asked"));
    /* Known now: the next note asks nothing. */
    harness_press(stage->harness, "n");
    harness_type(stage->harness, "Laktoseintoleranz");
    assert_false(harness_shows(stage->harness, "consent, which nobody"));
    harness_press(stage->harness, "Enter");
    assert_string_equal(top_name(stage), "card");
}

static void card__removes_notes_about_health__when_consent_is_refused(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 24, 80);
    harness_expect(stage->harness, "Nobody has asked yet whether allergies may be noted: press i.");
    harness_press(stage->harness, "i Down Down Enter");
    harness_golden(stage->harness, "consent-refused");
    /* Going back here writes nothing down. */
    harness_press(stage->harness, "Esc");
    harness_expect(stage->harness, "Nobody has asked yet whether allergies may be noted: press i.");
    harness_press(stage->harness, "i Down Down Enter Down Enter");
    assert_false(harness_shows(stage->harness, "Mandel"));
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "⚠ Allergy: Mandel");
    harness_press(stage->harness, "i Down Down Enter Enter");
    harness_expect(stage->harness, "⚠ Allergy: Mandel");
    harness_expect(stage->harness, "The customer does not want allergies noted: i removes");
    assert_false(harness_shows(stage->harness, "Nobody has asked"));
}

static void card__ticks_the_greeting_and_takes_it_back(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 24, 80);
    harness_press(stage->harness, "g");
    harness_expect(stage->harness, "☑ greeted: Lina B. 14:32");
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "☐ not greeted yet");
}

static void card__ticks_a_note_off(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 24, 80);
    harness_press(stage->harness, "o");
    harness_expect(stage->harness, "Done: Schirm liegt hinter der Theke.");
    assert_false(harness_shows(stage->harness, "☐ Schirm"));
}

static void card__changes_and_removes_the_selected_note(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1006", 24, 80);
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "There is nothing for this key to do at the moment.");
    harness_press(stage->harness, "Down Enter");
    harness_expect(stage->harness, "› Torte, Cappuccino");
    harness_type(stage->harness, ", Wasser");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "Torte, Cappuccino, Wasser");
    harness_press(stage->harness, "Delete");
    harness_expect(stage->harness, "Removed: Torte, Cappuccino, Wasser. Ctrl-Z takes it back.");
    assert_false(harness_shows(stage->harness, "The usual"));
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "The usual");
}

static void card__opens_the_form__in_the_field_of_the_selected_line(void **state)
{
    (void)state;
    static const struct {
        const char *number, *keys, *field;
    } cases[] = {{"1011", "Down Down Enter", "Phone"},
                 {"1003", "Down Down Down Enter", "Birthday"}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Stage) stage = stage_new(cases[i].number, 24, 80);
        harness_press(stage->harness, cases[i].keys);
        assert_string_equal(top_name(stage), "edit");
        harness_press(stage->harness, "Ctrl-U");
        harness_type(stage->harness, "30.6.");
        g_autofree char *wanted = g_strdup_printf("%-8s", cases[i].field);
        bool found = false;
        for (int row = 0; row < 24; row++) {
            g_autofree char *line = harness_line(stage->harness, row);
            found = found || (strstr(line, wanted) != NULL && strstr(line, "30.6.") != NULL);
        }
        assert_true(found);
    }
}

static void card__asks__before_something_of_another_day_is_taken_back(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 24, 80);
    harness_press(stage->harness, "Ctrl-Z");
    harness_golden(stage->harness, "takeback-asks");
    harness_press(stage->harness, "Esc Down");
    harness_expect(stage->harness, "Wagner, Hilde");
    /* The card it was pressed on closes, the one below says why it is empty. */
    const CardArg arg = {emma_customer(stage->emma, "1001")};
    const Screen *below = app_top(harness_app(stage->harness));
    harness_open(stage->harness, &screen_card, &arg);
    harness_press(stage->harness, "Ctrl-Z Enter");
    harness_expect(stage->harness, "Taken back: taking over a list (13 customers).");
    assert_ptr_equal(app_top(harness_app(stage->harness)), below);
    harness_expect(stage->harness, "This customer is no longer in the shop.");
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "There is nothing to take back.");
}

/* What is selected first: "Torte für 12 …". */
static Fact *usual_of(const Stage *stage, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(stage->emma->shop->db, customer_id, &error);
    expect_done(sheet != NULL, error);
    return record_copy(g_ptr_array_index(sheet->facts, 0));
}

static void card__lets_one_choose_the_words__after_a_conflict_about_a_note(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 24, 80);
    gint64 id = emma_customer(stage->emma, "1001");
    g_autoptr(GError) error = NULL;
    harness_press(stage->harness, "Down Enter");
    harness_type(stage->harness, " mehr");
    Fact *theirs = usual_of(stage, id);
    g_autofree char *before = g_strdup(theirs->words);
    record_set_text(&theirs->words, "Torte für 20");
    Deed *deed = people_begin(stage->emma->shop->db);
    expect_done(record_update(deed, theirs, &error), error);
    people_commit(deed);
    record_free(theirs);
    harness_press(stage->harness, "Enter");
    assert_string_equal(top_name(stage), "conflict");
    harness_press(stage->harness, "Enter");
    assert_string_equal(top_name(stage), "card");
    Fact *mine = usual_of(stage, id);
    g_autofree char *wanted = g_strconcat(before, " mehr", NULL);
    assert_string_equal(mine->words, wanted);
    record_free(mine);
    harness_press(stage->harness, "Ctrl-Z");
    Fact *back = usual_of(stage, id);
    assert_string_equal(back->words, "Torte für 20");
    record_free(back);
}

static void card__takes_back_nothing_of_others__when_nobody_is_at_the_counter(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 24, 80);
    ((Counter *)app_data(harness_app(stage->harness)))->clerk_id = 0;
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "There is nothing to take back.");
    harness_press(stage->harness, "o Ctrl-Z");
    harness_expect(stage->harness, "Taken back: ticking a note off (Hilde Wagner).");
}

static void card__opens_what_was_typed_ahead__before_the_card_is_there(void **state)
{
    (void)state;
    static const struct {
        const char *key, *screen;
    } cases[] = {{"e", "edit"}, {"p", "people"}, {"n", "note"}};
    g_autoptr(Emma) emma = emma_new();
    const CardArg arg = {emma_customer(emma, "1001")};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Harness *harness = harness_new(24, 80, emma->shop);
        app_open(harness_app(harness), &screen_card, &arg);
        harness_press(harness, cases[i].key);
        assert_string_equal(app_top(harness_app(harness))->class->name, cases[i].screen);
        harness_free(harness);
    }
}

static void card__removes_a_customer__after_asking(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1005", 24, 80);
    harness_press(stage->harness, "x Esc");
    harness_expect(stage->harness, "Berg, Jens");
    const CardArg arg = {emma_customer(stage->emma, "1005")};
    harness_open(stage->harness, &screen_card, &arg);
    harness_press(stage->harness, "x Enter");
    harness_expect(stage->harness, "Removed: Jens Berg. Ctrl-Z takes it back.");
    harness_expect(stage->harness, "This customer is no longer in the shop.");
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, "Berg, Jens");
}

static void card__takes_no_notes__when_the_shop_can_only_be_read(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = g_new0(Stage, 1);
    stage->emma = emma_new();
    emma_reopen(stage->emma, DB_READ_ONLY);
    const CardArg arg = {emma_customer(stage->emma, "1001")};
    stage->harness = harness_new(24, 80, stage->emma->shop);
    harness_open(stage->harness, &screen_card, &arg);
    harness_golden(stage->harness, "card-read-only");
    harness_press(stage->harness, "n g o i e x Ctrl-Z Down Delete");
    assert_string_equal(top_name(stage), "card");
    harness_expect(stage->harness, "Wagner, Hilde");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(card__shows_all_there_is),
        cmocka_unit_test(card__shows_a_regular_nobody_knows_by_name),
        cmocka_unit_test(card__shows_the_days_of_people_near),
        cmocka_unit_test(card__says_how_to_begin__when_nothing_is_noted),
        cmocka_unit_test(card__stays_in_its_lines__with_hostile_names),
        cmocka_unit_test(card__scrolls_to_the_end__by_arrows),
        cmocka_unit_test(card__guesses_the_kind_of_a_note),
        cmocka_unit_test(card__takes_the_kind_somebody_chose),
        cmocka_unit_test(card__keeps_a_day_that_is_noted),
        cmocka_unit_test(card__asks_before_typed_words_are_lost),
        cmocka_unit_test(card__asks_for_consent__after_a_note_about_health),
        cmocka_unit_test(card__removes_notes_about_health__when_consent_is_refused),
        cmocka_unit_test(card__ticks_the_greeting_and_takes_it_back),
        cmocka_unit_test(card__ticks_a_note_off),
        cmocka_unit_test(card__changes_and_removes_the_selected_note),
        cmocka_unit_test(card__opens_the_form__in_the_field_of_the_selected_line),
        cmocka_unit_test(card__asks__before_something_of_another_day_is_taken_back),
        cmocka_unit_test(card__lets_one_choose_the_words__after_a_conflict_about_a_note),
        cmocka_unit_test(card__takes_back_nothing_of_others__when_nobody_is_at_the_counter),
        cmocka_unit_test(card__opens_what_was_typed_ahead__before_the_card_is_there),
        cmocka_unit_test(card__removes_a_customer__after_asking),
        cmocka_unit_test(card__takes_no_notes__when_the_shop_can_only_be_read),
    };
    return cmocka_run_group_tests_name("card", tests, NULL, NULL);
}

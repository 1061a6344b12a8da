/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two counters that change the same note: what warns is never lost. */
#include "tests/tui/conflictstage.h"

#include "tests/data/people.h"
#include "tui/screens/note.h"

#include <stddef.h>
#include <string.h>

/* ---- notes ---- */

static Fact *fact_of(const Sheet *sheet, const char *words)
{
    for (guint i = 0; i < sheet->facts->len; i++) {
        Fact *fact = g_ptr_array_index(sheet->facts, i);
        if (strcmp(fact->words, words) == 0) {
            return fact;
        }
    }
    return NULL;
}

/* Opens the note of the customer with NUMBER that says WORDS; its id. */
static gint64 open_fact(ConflictStage *stage, const char *number, const char *words)
{
    g_autoptr(GError) error = NULL;
    gint64 customer = conflict_customer(stage, number);
    g_autoptr(Sheet) sheet = conflict_sheet(stage, customer);
    g_autoptr(GPtrArray) kinds = fact_kind_list(stage->fixture->db, &error);
    const Fact *fact = fact_of(sheet, words);
    if (fact == NULL) {
        fail();
        return 0;
    }
    const NoteArg arg = {
        .customer_id = customer, .kinds = kinds, .fact = fact, .health_answered = true};
    harness_open(stage->harness, &screen_note, &arg);
    return fact->head.id;
}

static guint facts_of(const ConflictStage *stage, const char *number, const char *words)
{
    g_autoptr(Sheet) sheet = conflict_sheet(stage, conflict_customer(stage, number));
    guint count = 0;
    for (guint i = 0; i < sheet->facts->len; i++) {
        count += strcmp(((const Fact *)g_ptr_array_index(sheet->facts, i))->words, words) == 0;
    }
    return count;
}

static void note__keeps_an_allergy__whatever_is_chosen(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_fact(stage, "1006", "Nüsse");
    harness_press(stage->harness, "Ctrl-U");
    harness_type(stage->harness, "Haselnuss");
    conflict_change(stage, &fact_type, id, offsetof(Fact, words), "Nüsse und Soja");
    harness_press(stage->harness, "Enter");
    assert_string_equal(conflict_top(stage), "conflict");
    harness_golden(stage->harness, "conflict-note");
    harness_press(stage->harness, "Left Enter");
    assert_int_equal(facts_of(stage, "1006", "Nüsse und Soja"), 1);
    assert_int_equal(facts_of(stage, "1006", "Haselnuss"), 1);
    people_expect_sound(stage->fixture->db);
}

static void note__is_stored_once__when_both_say_the_same(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_fact(stage, "1006", "Nüsse");
    harness_type(stage->harness, ", Soja");
    conflict_change(stage, &fact_type, id, offsetof(Fact, words), "Nüsse, Soja");
    harness_press(stage->harness, "Enter");
    assert_string_equal(conflict_top(stage), "opener");
    assert_int_equal(facts_of(stage, "1006", "Nüsse, Soja"), 1);
    assert_int_equal(facts_of(stage, "1006", "Nüsse"), 0);
}

static void note__takes_the_place_of_theirs__when_nothing_warns(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_fact(stage, "1006", "Torte, Cappuccino");
    harness_type(stage->harness, ", Tee");
    conflict_change(stage, &fact_type, id, offsetof(Fact, words), "Torte, Espresso");
    harness_press(stage->harness, "Enter");
    harness_press(stage->harness, "Enter");
    assert_int_equal(facts_of(stage, "1006", "Torte, Cappuccino, Tee"), 1);
    assert_int_equal(facts_of(stage, "1006", "Torte, Espresso"), 0);
}

static void note__can_stay_as_theirs__or_stand_beside_it(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_fact(stage, "1006", "Torte, Cappuccino");
    harness_type(stage->harness, ", Tee");
    conflict_change(stage, &fact_type, id, offsetof(Fact, words), "Torte, Espresso");
    harness_press(stage->harness, "Enter");
    harness_press(stage->harness, "Right Enter");
    assert_string_equal(conflict_top(stage), "opener");
    assert_int_equal(facts_of(stage, "1006", "Torte, Espresso"), 1);
    assert_int_equal(facts_of(stage, "1006", "Torte, Cappuccino, Tee"), 0);

    open_fact(stage, "1006", "Torte, Espresso");
    harness_type(stage->harness, ", Tee");
    conflict_change(stage, &fact_type, id, offsetof(Fact, words), "Kuchen");
    harness_press(stage->harness, "Enter");
    harness_press(stage->harness, "b Enter");
    assert_int_equal(facts_of(stage, "1006", "Kuchen"), 1);
    assert_int_equal(facts_of(stage, "1006", "Torte, Espresso, Tee"), 1);
}

static void note__is_noted_again__when_somebody_removed_it(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_fact(stage, "1006", "Nüsse");
    harness_type(stage->harness, ", Soja");
    conflict_remove(stage, &fact_type, id);
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "Lina B. removed this note (14:30)");
    harness_press(stage->harness, "Esc");
    assert_string_equal(conflict_top(stage), "note");
    harness_press(stage->harness, "Enter");
    harness_press(stage->harness, "Enter");
    assert_int_equal(facts_of(stage, "1006", "Nüsse, Soja"), 1);
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(note__keeps_an_allergy__whatever_is_chosen),
        cmocka_unit_test(note__is_stored_once__when_both_say_the_same),
        cmocka_unit_test(note__takes_the_place_of_theirs__when_nothing_warns),
        cmocka_unit_test(note__can_stay_as_theirs__or_stand_beside_it),
        cmocka_unit_test(note__is_noted_again__when_somebody_removed_it),
    };
    return fixture_for_each_engine("conflictnote", tests, G_N_ELEMENTS(tests));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of notes: their list, their form, and notes of own kinds. */
#include "tests/tui/desk.h"

#include "data/customer/factkind.h"
#include "tests/data/people.h"
#include "tui/screens/card.h"
#include "tui/screens/kind.h"
#include "tui/screens/kinds.h"

static FactKind *with_code(const Desk *desk, const char *code)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) kinds = fact_kind_list(desk->emma->shop->db, &error);
    expect_done(kinds != NULL, error);
    const FactKind *kind = fact_kind_by_code(kinds, code);
    return kind != NULL ? record_copy(kind) : NULL;
}

/* Adds the kind NAME as it is offered. */
static void add(Desk *desk, const char *name)
{
    harness_press(desk->harness, "n");
    harness_type(desk->harness, name);
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "kinds");
}

static void open_card(Desk *desk, const char *number)
{
    const CardArg arg = {emma_customer(desk->emma, number)};
    desk_open(desk, &screen_card, &arg);
}

static void note(Desk *desk, const char *words)
{
    harness_press(desk->harness, "n");
    harness_type(desk->harness, words);
    harness_press(desk->harness, "Enter");
}

static void kinds__show_what_they_are(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_kinds, NULL);
    add(desk, "Haustier");
    harness_press(desk->harness, "Home Down Down Down Enter Ctrl-U");
    harness_type(desk->harness, "Wie immer");
    harness_press(desk->harness, "Enter");
    harness_golden(desk->harness, "kinds");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "kinds-small");
}

static void kinds__of_the_program__get_another_name_and_their_own_again(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_kinds, NULL);
    harness_press(desk->harness, "Enter");
    harness_golden(desk->harness, "kind-builtin");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "Verträgt nicht");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "was “Allergy”");
    open_card(desk, "1006");
    harness_expect(desk->harness, "Verträgt nicht: Nüsse");
    harness_press(desk->harness, "Esc Enter Ctrl-U Enter");
    FactKind *kind = with_code(desk, "allergy");
    assert_null(kind->label);
    record_free(kind);
    harness_expect(desk->harness, " Allergy");
}

static void kinds__of_the_owner__stand_where_they_shall(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_kinds, NULL);
    harness_press(desk->harness, "F2");
    harness_type(desk->harness, "Unverträglich");
    harness_press(desk->harness, "Tab Right Tab Right");
    harness_golden(desk->harness, "kind-new");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "kind-new-small");
    harness_resize(desk->harness, 24, 80);
    harness_press(desk->harness, "Ctrl-S");
    FactKind *kind = with_code(desk, "own_unvertraglich");
    assert_non_null(kind);
    assert_int_equal(kind->is_warning, 1);
    assert_int_equal(kind->is_once, 0);
    assert_string_equal(kind->sensitivity, "health");
    record_free(kind);
    /* Its name says what the note is, and health asks for consent. */
    open_card(desk, "1005");
    harness_press(desk->harness, "n");
    harness_type(desk->harness, "unverträglich: Sesam");
    harness_expect(desk->harness, "This needs consent.");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "May we note");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Unverträglich: Sesam");
}

static void kinds__of_the_owner__can_be_ticked_off(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_kinds, NULL);
    harness_press(desk->harness, "Insert");
    harness_type(desk->harness, "Fundsache");
    harness_press(desk->harness, "Tab Right Right F4");
    open_card(desk, "1005");
    note(desk, "Fundsache: blauer Schal");
    harness_expect(desk->harness, "☐ blauer Schal");
    harness_press(desk->harness, "o");
    assert_false(harness_shows(desk->harness, "☐ blauer Schal"));
}

static void kinds__keep_their_place__when_they_are_moved(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_kinds, NULL);
    add(desk, "Haustier");
    harness_press(desk->harness, "- - - Alt-Up +");
    FactKind *pet = with_code(desk, "own_haustier"), *belief = with_code(desk, "belief");
    FactKind *last = with_code(desk, "note");
    assert_true(pet->place < belief->place && belief->place < last->place);
    record_free(pet);
    record_free(belief);
    record_free(last);
    harness_press(desk->harness, "Ctrl-Z Ctrl-Z Ctrl-Z Ctrl-Z Ctrl-Z");
    FactKind *back = with_code(desk, "own_haustier"), *before = with_code(desk, "note");
    assert_true(back->place > before->place);
    record_free(back);
    record_free(before);
}

static void kinds__go__when_no_note_needs_them(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_kinds, NULL);
    add(desk, "Haustier");
    open_card(desk, "1005");
    note(desk, "Haustier Dackel");
    harness_press(desk->harness, "Esc Delete");
    harness_expect(desk->harness, "1 note is of this kind.");
    harness_press(desk->harness, "Enter");
    FactKind *kept = with_code(desk, "own_haustier");
    assert_non_null(kept);
    record_free(kept);
    /* One note fewer. */
    harness_press(desk->harness, "Ctrl-Z x");
    harness_expect(desk->harness, "Removed. Ctrl-Z takes it back.");
    assert_null(with_code(desk, "own_haustier"));
    harness_press(desk->harness, "Ctrl-Z");
    FactKind *again = with_code(desk, "own_haustier");
    assert_non_null(again);
    record_free(again);
    /* The program's own cannot go. */
    harness_press(desk->harness, "Home x");
    harness_expect(desk->harness, "This kind of note comes with the program and stays.");
    FactKind *allergy = with_code(desk, "allergy");
    assert_non_null(allergy);
    record_free(allergy);
}

static void kind__wants_a_name_of_its_own__and_asks_before_leaving(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_kinds, NULL);
    harness_press(desk->harness, "n F4");
    harness_expect(desk->harness, "The kind of note needs a name.");
    harness_type(desk->harness, "likes");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "There is already a kind of note called “Likes”.");
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "is not saved yet.");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "kinds");
    harness_press(desk->harness, "n Esc");
    assert_string_equal(desk_top(desk), "kinds");
}

static void kind__keeps_what_was_typed__after_a_conflict(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    desk_open(desk, &screen_kinds, NULL);
    add(desk, "Haustier");
    harness_press(desk->harness, "Enter");
    harness_type(desk->harness, "e");
    FactKind *theirs = with_code(desk, "own_haustier");
    theirs->is_warning = 1;
    Deed *deed = people_begin(desk->emma->shop->db);
    expect_done(fact_kind_change(deed, theirs, &error), error);
    people_commit(deed);
    record_free(theirs);
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Saved");
    FactKind *both = with_code(desk, "own_haustier");
    assert_string_equal(both->label, "Haustiere");
    assert_int_equal(both->is_warning, 1);
    record_free(both);
}

static void kinds__stand_hostile_names(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_kinds, NULL);
    harness_press(desk->harness, "n");
    harness_paste(desk->harness, "Zoé\u202E\x1b[31m 👩‍👩‍👧 العربية "
                                 "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk");
    harness_press(desk->harness, "F4");
    harness_golden(desk->harness, "kinds-hostile");
    open_card(desk, "1005");
    harness_press(desk->harness, "n");
    harness_type(desk->harness, "zoé");
    harness_press(desk->harness, "Shift-Tab Shift-Tab");
    harness_golden(desk->harness, "note-own-kinds");
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds__show_what_they_are),
        cmocka_unit_test(kinds__of_the_program__get_another_name_and_their_own_again),
        cmocka_unit_test(kinds__of_the_owner__stand_where_they_shall),
        cmocka_unit_test(kinds__of_the_owner__can_be_ticked_off),
        cmocka_unit_test(kinds__keep_their_place__when_they_are_moved),
        cmocka_unit_test(kinds__go__when_no_note_needs_them),
        cmocka_unit_test(kind__wants_a_name_of_its_own__and_asks_before_leaving),
        cmocka_unit_test(kind__keeps_what_was_typed__after_a_conflict),
        cmocka_unit_test(kinds__stand_hostile_names),
    };
    return cmocka_run_group_tests_name("kinds", tests, NULL, NULL);
}

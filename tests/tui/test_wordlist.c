/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of words the owner edits: with families and without. */
#include "tests/tui/desk.h"

#include "data/diary/complaintcause.h"
#include "data/diary/lossreason.h"
#include "tests/data/people.h"
#include "tui/screens/settings.h"
#include "tui/screens/wordlist.h"

static ListWord *with_code(const Desk *desk, const WordList *list, const char *code)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) words = wordlist_all(desk->emma->shop->db, list, &error);
    expect_done(words != NULL, error);
    const ListWord *word = wordlist_by_code(words, code);
    return word != NULL ? record_copy(word) : NULL;
}

static void add(Desk *desk, const char *name)
{
    harness_press(desk->harness, "n");
    harness_type(desk->harness, name);
    harness_press(desk->harness, "Enter");
}

static void wordlist__shows_adds_and_renames(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_wordlist, &complaint_causes);
    add(desk, "Falsche Inschrift");
    harness_expect(desk->harness, "Saved. Ctrl-Z takes it back.");
    harness_press(desk->harness, "Home Enter");
    harness_expect(desk->harness, "The program calls it “Quality”.");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "Schmeckt nicht");
    harness_press(desk->harness, "Enter");
    harness_golden(desk->harness, "wordlist");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "wordlist-small");
    harness_resize(desk->harness, 24, 80);
    harness_press(desk->harness, "Enter Ctrl-U");
    harness_type(desk->harness, "Quality");
    harness_press(desk->harness, "Enter");
    ListWord *quality = with_code(desk, &complaint_causes, "quality");
    assert_null(quality->label);
    record_free(quality);
}

static void wordlist__refuses_a_name_twice__and_keeps_what_was_typed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_wordlist, &complaint_causes);
    add(desk, "price");
    harness_expect(desk->harness, "“Price” is on the list already.");
    harness_type(desk->harness, "y");
    harness_press(desk->harness, "Enter");
    ListWord *own = with_code(desk, &complaint_causes, "own_pricey");
    assert_non_null(own);
    record_free(own);
}

static void wordlist__moves_and_removes(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_wordlist, &complaint_causes);
    add(desk, "Inschrift");
    harness_press(desk->harness, "- - Alt-Up +");
    ListWord *own = with_code(desk, &complaint_causes, "own_inschrift");
    ListWord *other = with_code(desk, &complaint_causes, "other");
    ListWord *damaged = with_code(desk, &complaint_causes, "damaged");
    assert_true(own->place < other->place && own->place > damaged->place);
    record_free(own);
    record_free(other);
    record_free(damaged);
    harness_press(desk->harness, "x");
    harness_expect(desk->harness, "Removed. Ctrl-Z takes it back.");
    assert_null(with_code(desk, &complaint_causes, "own_inschrift"));
    harness_press(desk->harness, "Ctrl-Z");
    ListWord *back = with_code(desk, &complaint_causes, "own_inschrift");
    assert_non_null(back);
    record_free(back);
    harness_press(desk->harness, "Home x");
    harness_expect(desk->harness, "This one came with the program and stays.");
}

static void wordlist__with_families__asks_for_one(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_wordlist, &loss_reasons);
    add(desk, "Parkplatz");
    harness_expect(desk->harness, "What does it belong to?");
    harness_press(desk->harness, "Down Enter");
    ListWord *own = with_code(desk, &loss_reasons, "own_parkplatz");
    assert_string_equal(own->family, "company");
    record_free(own);
    harness_golden(desk->harness, "wordlist-families");
    harness_press(desk->harness, "Enter");
    harness_type(desk->harness, "e");
    harness_press(desk->harness, "Enter Up Enter");
    ListWord *changed = with_code(desk, &loss_reasons, "own_parkplatz");
    assert_string_equal(changed->label, "Parkplatze");
    assert_string_equal(changed->family, "customer");
    record_free(changed);
}

static void settings__lead_to_the_causes(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_settings, NULL);
    for (int i = 0; i < 4; i++) {
        harness_press(desk->harness, "Down");
    }
    harness_expect(desk->harness, "Why people complain");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "wordlist");
    add(desk, "Inschrift");
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "12, 1 of them your own");
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wordlist__shows_adds_and_renames),
        cmocka_unit_test(wordlist__refuses_a_name_twice__and_keeps_what_was_typed),
        cmocka_unit_test(wordlist__moves_and_removes),
        cmocka_unit_test(wordlist__with_families__asks_for_one),
        cmocka_unit_test(settings__lead_to_the_causes),
    };
    return cmocka_run_group_tests_name("wordlist", tests, NULL, NULL);
}

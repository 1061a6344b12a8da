/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Complaints: noting one on the card, the case with its steps, drafts and conflicts. */
#include "tests/tui/desk.h"
#include "tests/tui/till.h"

#include "data/clerk.h"
#include "data/diary/complaint.h"
#include "data/diary/complaintcause.h"
#include "tests/data/people.h"
#include "tui/screens/card.h"
#include "tui/screens/complaint.h"
#include "tui/screens/complaintcase.h"

static void open_card(Desk *desk, const char *number)
{
    const CardArg arg = {emma_customer(desk->emma, number)};
    desk_open(desk, &screen_card, &arg);
}

/* The newest complaint of the shop; NULL when there is none. */
static Complaint *newest(const Desk *desk)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) all = record_list(desk->emma->shop->db, &complaint_type,
                                           "ORDER BY id DESC", DB_NO_VALUES, &error);
    expect_done(all != NULL, error);
    return all->len > 0 ? record_copy(g_ptr_array_index(all, 0)) : NULL;
}

static char *cause_code(const Desk *desk, gint64 id)
{
    g_autoptr(GError) error = NULL;
    ComplaintCause *cause = record_load(desk->emma->shop->db, &complaint_cause_type, id, &error);
    expect_done(cause != NULL, error);
    char *code = g_strdup(cause->code);
    record_free(cause);
    return code;
}

/* What happened to a customer of Emma's on 18 November. */
static gint64 add(const Desk *desk, const char *number, const char *words)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(desk->emma->shop->db);
    Complaint *complaint = record_new(&complaint_type);
    complaint->customer_id = number != NULL ? emma_customer(desk->emma, number) : 0;
    record_set_text(&complaint->day, "2026-11-18");
    record_set_text(&complaint->words, words);
    expect_done(complaint_add(deed, complaint, &error), error);
    gint64 id = complaint->head.id;
    record_free(complaint);
    people_commit(deed);
    return id;
}

static void open_case(Desk *desk, gint64 id)
{
    const ComplaintArg arg = {0, id};
    desk_open(desk, &screen_complaintcase, &arg);
}

static void complaint__needs_a_key_the_words_and_enter(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1005");
    harness_press_fast(desk->harness, "c");
    harness_type_fast(desk->harness, "falsche Inschrift");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, "The complaint is noted. Ctrl-Z takes it back.");
    Complaint *complaint = newest(desk);
    assert_string_equal(complaint->words, "falsche Inschrift");
    assert_string_equal(complaint->day, "2026-11-21");
    assert_string_equal(complaint->state, "received");
    assert_string_equal(complaint->severity, "middle");
    assert_string_equal(complaint->channel, "counter");
    assert_int_equal(complaint->customer_id, emma_customer(desk->emma, "1005"));
    assert_int_equal(complaint->cause_id, 0);
    record_free(complaint);
    harness_press(desk->harness, "Ctrl-Z");
    assert_null(newest(desk));
    harness_press(desk->harness, "Ctrl-Y");
    Complaint *again = newest(desk);
    assert_string_equal(again->words, "falsche Inschrift");
    record_free(again);
}

static void complaint__takes_cause_remedy_who_and_until_when(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1005");
    harness_press(desk->harness, "c");
    harness_type(desk->harness, "falsche Inschrift");
    harness_press(desk->harness, "Tab");
    harness_golden(desk->harness, "complaint-new");
    harness_press(desk->harness, "Right Right Tab Right Tab");
    harness_type(desk->harness, "neue Torte");
    harness_press(desk->harness, "Tab Right Tab");
    harness_type(desk->harness, "freitag");
    harness_expect(desk->harness, "27 Nov");
    harness_press(desk->harness, "Enter");
    Complaint *complaint = newest(desk);
    g_autofree char *code = cause_code(desk, complaint->cause_id);
    assert_string_equal(code, "wrong_delivery");
    assert_string_equal(complaint->severity, "high");
    assert_string_equal(complaint->remedy, "neue Torte");
    assert_string_equal(complaint->due_day, "2026-11-27");
    assert_int_not_equal(complaint->clerk_id, 0);
    record_free(complaint);
}

static void complaint__wants_words_and_asks_before_leaving(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1005");
    harness_press(desk->harness, "c Enter");
    harness_expect(desk->harness, "Please say what happened.");
    harness_type(desk->harness, "kalt");
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "is not saved yet.");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    assert_null(newest(desk));
    harness_press(desk->harness, "c Esc");
    assert_string_equal(desk_top(desk), "card");
}

static void complaint__on_the_card__leads_to_the_open_one(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    add(desk, "1005", "falsche Inschrift");
    open_card(desk, "1005");
    harness_press(desk->harness, "c");
    harness_expect(desk->harness, "falsche Inschrift (3 days)");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "complaintcase");
    harness_press(desk->harness, "Esc c Down Enter");
    assert_string_equal(desk_top(desk), "complaint");
}

static void case__goes_step_by_step__and_back(void **state)
{
    static const struct {
        const char *key, *state, *said;
    } cases[] = {
        {"a", "acknowledged", "Acknowledged. Ctrl-Z takes it back."},
        {"w", "working", "In work. Ctrl-Z takes it back."},
        {"r", "answered", "Answered. Enter notes what was said."},
        {"g", "agreed", "Closed, agreed."},
        {"d", "refused", "Closed, not agreed."},
        {"n", "received", "Back to the beginning."},
    };
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_case(desk, add(desk, "1005", "falsche Inschrift"));
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        harness_press(desk->harness, cases[i].key);
        harness_expect(desk->harness, cases[i].said);
        Complaint *complaint = newest(desk);
        assert_string_equal(complaint->state, cases[i].state);
        assert_int_equal(complaint->closed_day != NULL, i == 3 || i == 4);
        record_free(complaint);
    }
    harness_press(desk->harness, "Ctrl-Z Ctrl-Z");
    Complaint *complaint = newest(desk);
    assert_string_equal(complaint->state, "agreed");
    assert_string_equal(complaint->answered_day, "2026-11-21");
    record_free(complaint);
    harness_expect(desk->harness, "closed after 3 days");
}

static void case__takes_the_answer_the_cost_and_what_changed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_case(desk, add(desk, "1005", "falsche Inschrift"));
    harness_press(desk->harness, "r Enter");
    harness_type(desk->harness, "neue Torte gebracht");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "zwölf");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "complaint");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "12,50");
    harness_press(desk->harness, "Tab Right Tab");
    harness_type(desk->harness, "Zettel wird vorgelesen");
    harness_golden(desk->harness, "complaint-change");
    harness_press(desk->harness, "Enter g");
    Complaint *complaint = newest(desk);
    assert_string_equal(complaint->answer, "neue Torte gebracht");
    assert_int_equal(complaint->cost, 1250);
    assert_string_equal(complaint->content, "yes");
    assert_string_equal(complaint->changed, "Zettel wird vorgelesen");
    record_free(complaint);
    harness_golden(desk->harness, "complaintcase-closed");
    /* An empty cost is no cost that was told. */
    harness_press(desk->harness, "Enter Tab Ctrl-U Enter");
    Complaint *without = newest(desk);
    assert_true(without->cost == RECORD_NONE);
    record_free(without);
    harness_press(desk->harness, "Ctrl-Z");
    Complaint *again = newest(desk);
    assert_int_equal(again->cost, 1250);
    record_free(again);
}

static void case__shows_how_far_it_is(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = add(desk, "1005",
                    "falsche Inschrift auf der Torte: statt „Alles Gute, Jens“ stand da "
                    "„Alles Gute, Jan“, und gemerkt haben es erst die Gäste beim Anschneiden");
    open_case(desk, id);
    harness_press(desk->harness, "Enter Tab Right Tab Right Tab");
    harness_type(desk->harness, "das Geld zurück");
    harness_press(desk->harness, "Tab Right Tab");
    harness_type(desk->harness, "20.11.2026");
    harness_press(desk->harness, "Enter a w");
    harness_golden(desk->harness, "complaintcase");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "complaintcase-small");
    harness_resize(desk->harness, 24, 80);
    harness_press(desk->harness, "Down Enter");
    harness_type(desk->harness, "!");
    harness_press(desk->harness, "Enter");
    Complaint *complaint = newest(desk);
    assert_string_equal(complaint->remedy, "das Geld zurück!");
    record_free(complaint);
}

static void case__is_removed_and_comes_back(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = add(desk, "1005", "falsche Inschrift");
    open_card(desk, "1005");
    harness_press(desk->harness, "c Enter x");
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, "Removed. Ctrl-Z takes it back.");
    assert_null(newest(desk));
    harness_press(desk->harness, "Ctrl-Z");
    Complaint *back = newest(desk);
    assert_int_equal(back->head.id, id);
    record_free(back);
}

static void case__says_so__when_it_is_gone(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_case(desk, 4711);
    harness_expect(desk->harness, "This complaint is no longer there.");
    harness_press(desk->harness, "a g x Enter");
    assert_string_equal(desk_top(desk), "complaintcase");
}

static void complaint__keeps_what_was_typed__after_a_conflict(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    open_case(desk, add(desk, "1005", "falsche Inschrift"));
    harness_press(desk->harness, "Enter");
    harness_type(desk->harness, "!");
    Complaint *theirs = newest(desk);
    record_set_text(&theirs->remedy, "neue Torte");
    Deed *deed = people_begin(desk->emma->shop->db);
    expect_done(record_update(deed, theirs, &error), error);
    people_commit(deed);
    record_free(theirs);
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Saved, with what somebody else changed here, too");
    Complaint *both = newest(desk);
    assert_string_equal(both->words, "falsche Inschrift!");
    assert_string_equal(both->remedy, "neue Torte");
    record_free(both);
}

static void complaint__is_offered_again__after_the_window_was_closed(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    const CardArg arg = {emma_customer(till->emma, "1005")};
    harness_open(window.harness, &screen_card, &arg);
    harness_press(window.harness, "c");
    harness_type(window.harness, "kalt");
    harness_press(window.harness, "Tab Right");
    till_close(&window);
    assert_int_equal(till_drafts(till), 1);
    window = till_open(till, 24, 80);
    harness_expect(window.harness, "Complaint of Jens Berg: kalt");
    harness_press(window.harness, "Enter");
    assert_string_equal(till_top(&window), "complaint");
    harness_expect(window.harness, "What you typed at 14:32 is here again.");
    harness_expect(window.harness, "kalt");
    harness_expect(window.harness, "[Quality]");
    harness_press(window.harness, "Enter");
    assert_string_equal(till_top(&window), "card");
    assert_int_equal(till_drafts(till), 0);
    till_close(&window);
}

static void complaint__of_nobody__is_offered_again_on_home(void **state)
{
    const Till *till = *state;
    Window window = till_open(till, 24, 80);
    harness_press(window.harness, "F6 n");
    harness_type(window.harness, "anonymer Brief");
    till_close(&window);
    window = till_open(till, 24, 80);
    harness_expect(window.harness, "Complaint: anonymer Brief");
    harness_press(window.harness, "Enter");
    assert_string_equal(till_top(&window), "complaint");
    harness_press(window.harness, "Enter");
    assert_string_equal(till_top(&window), "home");
    assert_int_equal(till_drafts(till), 0);
    harness_press(window.harness, "Alt-c");
    assert_string_equal(till_top(&window), "complaints");
    harness_expect(window.harness, "anonymer Brief");
    /* A scanner's number looks for a customer from here as well. */
    harness_press(window.harness, "Enter");
    assert_string_equal(till_top(&window), "complaintcase");
    harness_type(window.harness, "1001");
    assert_string_equal(till_top(&window), "home");
    harness_expect(window.harness, "Hilde");
    till_close(&window);
}

static void complaint__stands_hostile_words(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1005");
    harness_press(desk->harness, "c");
    harness_paste(desk->harness, "Zoé\u202E\x1b[31m 👩‍👩‍👧 العربية "
                                 "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"
                                 "beamtengesellschaft und noch viel mehr, was niemand lesen mag");
    harness_press(desk->harness, "Enter c Enter");
    harness_golden(desk->harness, "complaintcase-hostile");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "complaintcase-hostile-small");
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(complaint__needs_a_key_the_words_and_enter),
        cmocka_unit_test(complaint__takes_cause_remedy_who_and_until_when),
        cmocka_unit_test(complaint__wants_words_and_asks_before_leaving),
        cmocka_unit_test(complaint__on_the_card__leads_to_the_open_one),
        cmocka_unit_test(case__goes_step_by_step__and_back),
        cmocka_unit_test(case__takes_the_answer_the_cost_and_what_changed),
        cmocka_unit_test(case__shows_how_far_it_is),
        cmocka_unit_test(case__is_removed_and_comes_back),
        cmocka_unit_test(case__says_so__when_it_is_gone),
        cmocka_unit_test(complaint__keeps_what_was_typed__after_a_conflict),
        till_test(complaint__is_offered_again__after_the_window_was_closed),
        till_test(complaint__of_nobody__is_offered_again_on_home),
        cmocka_unit_test(complaint__stands_hostile_words),
    };
    return cmocka_run_group_tests_name("complaint", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noting feedback, on a card and without one, the survey, and the list of what was said. */
#include "tests/data/people.h"
#include "tests/tui/desk.h"
#include "tests/tui/harness.h"

#include "data/diary/feedback.h"
#include "data/diary/visit.h"
#include "tui/screens/card.h"
#include "tui/screens/feedback.h"
#include "tui/screens/feedbacks.h"
#include "tui/screens/home.h"

#include <string.h>

/* The card of the customer with NUMBER. */
static Desk *open_card(const char *number, int rows, int cols)
{
    Desk *desk = desk_new(rows, cols);
    const CardArg arg = {emma_customer(desk->emma, number)};
    desk_open(desk, &screen_card, &arg);
    return desk;
}

/* The newest feedback; fails the test when there is none. */
static Feedback *newest(const Desk *desk)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = record_list(desk->emma->shop->db, &feedback_type,
                                            "ORDER BY id DESC LIMIT 1", DB_NO_VALUES, &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->len, 1);
    return record_copy(g_ptr_array_index(list, 0));
}

static gint64 count(const Desk *desk)
{
    return people_number(desk->emma->shop->db, "SELECT COUNT(*) FROM feedback", DB_NO_VALUES);
}

static void expect_newest(const Desk *desk, const char *kind, const char *brief)
{
    Feedback *feedback = newest(desk);
    g_autofree char *told = feedback_brief(feedback);
    assert_string_equal(told, brief);
    assert_string_equal(feedback->kind, kind);
    record_free(feedback);
}

static void feedback__is_three_keys__for_five_of_five(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_card("1003", 24, 80);
    g_autofree char *before = people_dump(desk->emma->shop->db);
    harness_press_fast(desk->harness, "f 5 Enter");
    harness_settle(desk->harness);
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, "Noted: 5 of 5. Ctrl-Z takes it back.");
    expect_newest(desk, "score", "5 of 5");
    Feedback *feedback = newest(desk);
    assert_int_equal(feedback->customer_id, emma_customer(desk->emma, "1003"));
    assert_string_equal(feedback->day, "2026-11-21");
    assert_int_equal(feedback->branch_id, 1);
    record_free(feedback);
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, "Taken back: noting feedback (Kurt Ott).");
    g_autofree char *after = people_dump(desk->emma->shop->db);
    assert_string_equal(after, before);
}

static void feedback__sorts_digits_and_letters(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *kind, *brief;
    } cases[] = {
        {"5 war wunderbar", "praise", "5 of 5 · “war wunderbar”"},
        {"war wunderbar", "praise", "“war wunderbar”"},
        {"2zu hell hier", "complaint", "2 of 5 · “zu hell hier”"},
        {"10 Euro sind zu viel", "opinion", "“10 Euro sind zu viel”"},
        {"Wann gibt es Stollen?", "question", "“Wann gibt es Stollen?”"},
    };
    g_autoptr(Desk) desk = open_card("1003", 24, 80);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        harness_press(desk->harness, "f");
        harness_type(desk->harness, cases[i].typed);
        harness_press(desk->harness, "Enter");
        assert_string_equal(desk_top(desk), "card");
        expect_newest(desk, cases[i].kind, cases[i].brief);
    }
}

static void feedback__shows_the_kind__and_tab_changes_it(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_card("1003", 24, 80);
    harness_press(desk->harness, "f");
    harness_golden(desk->harness, "feedback-empty");
    harness_type(desk->harness, "5 die Torte war wunderbar");
    harness_golden(desk->harness, "feedback-typed");
    harness_press(desk->harness, "Tab Right");
    harness_expect(desk->harness, "[Opinion]");
    harness_press(desk->harness, "Shift-Tab");
    harness_type(desk->harness, " und herrlich");
    harness_expect(desk->harness, "[Opinion]");
    harness_press(desk->harness, "Enter");
    expect_newest(desk, "opinion", "5 of 5 · “die Torte war wunderbar und herrlich”");
}

static void feedback__takes_all_there_is(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_card("1003", 24, 80);
    harness_press(desk->harness, "f 4 Tab Tab Tab");
    harness_type(desk->harness, "Stollen");
    harness_press(desk->harness, "Tab Right Right Right Tab");
    harness_type(desk->harness, "9");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "7");
    harness_expect(desk->harness, "very easy");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "ord");
    harness_press(desk->harness, "End Tab");
    harness_type(desk->harness, "Wochenmarkt");
    harness_press(desk->harness, "Tab Right Right Tab");
    harness_type(desk->harness, "yesterday");
    harness_golden(desk->harness, "feedback-full");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "feedback-full-small");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    Feedback *feedback = newest(desk);
    assert_int_equal(feedback->csat, 4);
    assert_int_equal(feedback->nps, 9);
    assert_int_equal(feedback->ces, 7);
    assert_string_equal(feedback->expectation, "above");
    assert_string_equal(feedback->phase, "order");
    assert_string_equal(feedback->touchpoint, "Wochenmarkt");
    assert_string_equal(feedback->channel, "phone");
    assert_string_equal(feedback->day, "2026-11-20");
    assert_true(feedback->article_id != 0);
    record_free(feedback);
}

static void feedback__says_what_is_missing__and_keeps_what_was_typed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_card("1003", 24, 80);
    harness_press(desk->harness, "f Enter");
    assert_string_equal(desk_top(desk), "feedback");
    harness_expect(desk->harness, "A number or a few words, please.");
    harness_press(desk->harness, "9 Enter");
    harness_expect(desk->harness, "1 to 5, please: 5 is very satisfied.");
    harness_press(desk->harness, "Esc");
    assert_string_equal(desk_top(desk), "confirm");
    harness_press(desk->harness, "Esc");
    harness_press(desk->harness, "Backspace 3 Enter");
    expect_newest(desk, "score", "3 of 5");
    assert_int_equal(count(desk), 1);
}

static void feedback__proposes_wishes_that_are_alike(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_card("1003", 24, 80);
    harness_press(desk->harness, "f");
    harness_type(desk->harness, "hätte gern Mohnkuchen");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    harness_press(desk->harness, "f");
    harness_type(desk->harness, "wünscht sich Mohnkuchen mit Sahne");
    harness_golden(desk->harness, "feedback-wish");
    harness_press(desk->harness, "Enter");
    harness_golden(desk->harness, "feedback-wish-asked");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    Db *db = desk->emma->shop->db;
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM wish", DB_NO_VALUES), 1);
    assert_int_equal(count(desk), 2);
    harness_press(desk->harness, "f");
    harness_type(desk->harness, "wünscht sich Mohnkuchen");
    harness_press(desk->harness, "Enter End Enter");
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM wish", DB_NO_VALUES), 2);
}

static void feedback__needs_no_customer__from_home(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_home, NULL);
    harness_press(desk->harness, "Alt-f");
    assert_string_equal(desk_top(desk), "feedback");
    harness_type(desk->harness, "mehr Platz wäre schön");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "home");
    Feedback *feedback = newest(desk);
    assert_int_equal(feedback->customer_id, 0);
    assert_string_equal(feedback->kind, "wish");
    record_free(feedback);
    harness_press(desk->harness, "F5");
    assert_string_equal(desk_top(desk), "feedback");
}

static void feedback__guesses_again__when_a_draft_is_gone_on_with(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_card("1003", 24, 80);
    g_autoptr(Draft) draft = draft_new();
    harness_press(desk->harness, "f");
    harness_type(desk->harness, "5 war wunderbar");
    Screen *form = app_top(harness_app(desk->harness));
    assert_true(form->class->draft(form, draft));
    assert_int_equal(draft->subject_id, emma_customer(desk->emma, "1003"));
    assert_false(g_hash_table_contains(draft->words, "kind"));
    harness_press(desk->harness, "Esc Enter f");
    form = app_top(harness_app(desk->harness));
    assert_false(form->class->restore(form, draft));
    harness_type(desk->harness, "!");
    harness_expect(desk->harness, "war wunderbar!");
    harness_expect(desk->harness, "[Praise]");
}

static void feedback__stays_in_its_lines__with_hostile_names(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_card("1010", 24, 80);
    harness_press(desk->harness, "f");
    harness_golden(desk->harness, "feedback-hostile");
}

/* ---- the survey ---- */

static void visit(const Desk *desk, const char *number, const char *day)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    Deed *deed = people_begin(desk->emma->shop->db);
    const VisitOrder order = visit_order(emma_customer(desk->emma, number), day);
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    people_commit(deed);
}

static Desk *open_due(void)
{
    Desk *desk = desk_new(24, 80);
    const CardArg arg = {emma_customer(desk->emma, "1003")};
    visit(desk, "1003", "2026-11-02");
    visit(desk, "1003", "2026-11-10");
    visit(desk, "1003", "2026-11-20");
    desk_open(desk, &screen_card, &arg);
    return desk;
}

static void survey__is_asked_on_the_card__until_it_was_answered(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_due();
    harness_press(desk->harness, "u");
    harness_golden(desk->harness, "survey");
    harness_press(desk->harness, "5 4");
    harness_type(desk->harness, "gut beraten");
    harness_golden(desk->harness, "survey-typed");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    expect_newest(desk, "survey", "product 5 · advice 4 · “gut beraten”");
    /* It is not due any more. */
    harness_press(desk->harness, "u");
    assert_string_equal(desk_top(desk), "card");
    harness_press(desk->harness, "Ctrl-Z u");
    assert_string_equal(desk_top(desk), "survey");
}

static void survey__may_be_declined(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_due();
    harness_press(desk->harness, "u F6");
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, "Survey: did not want to answer.");
    harness_press(desk->harness, "u");
    assert_string_equal(desk_top(desk), "card");
}

static void survey__wants_one_answer(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = open_due();
    harness_press(desk->harness, "u Enter");
    assert_string_equal(desk_top(desk), "survey");
    harness_press(desk->harness, "7 Shift-Tab Enter");
    assert_string_equal(desk_top(desk), "survey");
    harness_expect(desk->harness, "1 to 5, please: 5 is very good.");
}

/* ---- what was said ---- */

static void say(const Desk *desk, const char *number, const char *words, gint64 csat,
                const char *article, const char *touchpoint)
{
    g_autoptr(GError) error = NULL;
    FeedbackOrder order = feedback_order("2026-11-20");
    order.customer_id = number != NULL ? emma_customer(desk->emma, number) : 0;
    order.words = words;
    order.csat = csat;
    order.article = article;
    order.touchpoint = touchpoint;
    order.nps = csat * 2;
    order.ces = csat + 2;
    order.phase = "order";
    Deed *deed = people_begin(desk->emma->shop->db);
    expect_done(feedback_add(deed, &order, NULL, &error), error);
    people_commit(deed);
}

static void feedbacks__shows_what_was_said__and_figures_of_each_product(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    say(desk, "1001", "der Stollen ist herrlich", 5, "Stollen", "counter");
    say(desk, "1003", "Stollen etwas trocken", 3, "Stollen", "web");
    say(desk, NULL, "schöne Auslage", 5, NULL, "window");
    say(desk, "1010", "Brezel kalt", 1, "Brezel", "counter");
    desk_open(desk, &screen_feedbacks, NULL);
    harness_golden(desk->harness, "feedbacks");
    harness_press(desk->harness, "Tab");
    harness_golden(desk->harness, "feedbacks-products");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "What was said: Stollen");
    harness_expect(desk->harness, "etwas trocken");
    assert_false(harness_shows(desk->harness, "Brezel"));
    harness_press(desk->harness, "Esc Tab");
    harness_golden(desk->harness, "feedbacks-touchpoints");
    harness_press(desk->harness, "Tab");
    harness_golden(desk->harness, "feedbacks-phases");
    harness_press(desk->harness, "Tab");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "feedbacks-small");
}

static void feedbacks__changes_and_removes__and_takes_back(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    say(desk, "1003", "Stollen etwas trocken", 3, "Stollen", "web");
    g_autofree char *before = people_dump(desk->emma->shop->db);
    desk_open(desk, &screen_feedbacks, NULL);
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "feedback");
    harness_expect(desk->harness, "Web shop");
    harness_press(desk->harness, "Backspace 4 Enter");
    assert_string_equal(desk_top(desk), "feedbacks");
    harness_expect(desk->harness, "4 of 5");
    harness_press(desk->harness, "Ctrl-Z");
    g_autofree char *after = people_dump(desk->emma->shop->db);
    assert_string_equal(after, before);
    harness_press(desk->harness, "Delete");
    assert_int_equal(count(desk), 0);
    harness_press(desk->harness, "Ctrl-Z");
    assert_int_equal(count(desk), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(feedback__is_three_keys__for_five_of_five),
        cmocka_unit_test(feedback__sorts_digits_and_letters),
        cmocka_unit_test(feedback__shows_the_kind__and_tab_changes_it),
        cmocka_unit_test(feedback__takes_all_there_is),
        cmocka_unit_test(feedback__says_what_is_missing__and_keeps_what_was_typed),
        cmocka_unit_test(feedback__proposes_wishes_that_are_alike),
        cmocka_unit_test(feedback__needs_no_customer__from_home),
        cmocka_unit_test(feedback__guesses_again__when_a_draft_is_gone_on_with),
        cmocka_unit_test(feedback__stays_in_its_lines__with_hostile_names),
        cmocka_unit_test(survey__is_asked_on_the_card__until_it_was_answered),
        cmocka_unit_test(survey__may_be_declined),
        cmocka_unit_test(survey__wants_one_answer),
        cmocka_unit_test(feedbacks__shows_what_was_said__and_figures_of_each_product),
        cmocka_unit_test(feedbacks__changes_and_removes__and_takes_back),
    };
    return cmocka_run_group_tests_name("feedback", tests, NULL, NULL);
}

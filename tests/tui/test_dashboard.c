/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dashboard: figures of the month beside others, charts, and the way to the customers. */
#include "tests/data/people.h"
#include "tests/tui/desk.h"

#include "data/diary/complaint.h"
#include "data/diary/complaintcause.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/lossreason.h"
#include "data/diary/visit.h"
#include "tui/screens/behind.h"
#include "tui/screens/dashboard.h"
#include "tui/screens/home.h"

#include <string.h>

static const Day first_day = {2025, 6, 1}, last_day = {2026, 11, 21};

static const char *const numbers[] = {"1001", "1002", "1003", "1004", "1011", "1012", "1005"};

static void add_visit(Deed *deed, gint64 customer, Day day, gint64 minute)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = day_to_text(day);
    Visit *visit = record_new(&visit_type);
    visit->customer_id = customer;
    visit->minute = minute;
    visit->amount = 350 + minute % 7 * 240;
    record_set_text(&visit->kind, "visit");
    record_set_text(&visit->day, text);
    record_set_text(&visit->channel, "counter");
    expect_done(record_insert(deed, visit, &error), error);
    record_free(visit);
}

/* Each of Emma's customers in a rhythm of their own, never on Mondays; one comes for the first time
 * in this November, one has stayed away since August. */
static void add_visits(const Desk *desk, Deed *deed)
{
    static const int rhythms[] = {3, 7, 9, 14, 5, 21, 4};
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
        gint64 customer = emma_customer(desk->emma, numbers[i]);
        Day from = i == 4 ? (Day){2026, 11, 3} : first_day;
        Day to = i == 5 ? (Day){2026, 8, 20} : last_day;
        for (Day day = from; day_compare(day, to) <= 0; day = day_plus(day, rhythms[i])) {
            if (day_weekday(day) != 1) {
                add_visit(deed, customer, day,
                          60 * (8 + (day.day * 3 + (int)i * 2) % 10) + day.day);
            }
        }
    }
}

static void add_scores(const Desk *desk, Deed *deed)
{
    static const int csat[] = {5, 5, 4, 5, 3, 5, 4, 2, 5, 4};
    static const int nps[] = {10, 9, 9, 7, 6, 10, 8, 3, 10, 9};
    for (guint i = 0; i < 40; i++) {
        g_autoptr(GError) error = NULL;
        Feedback *feedback = record_new(&feedback_type);
        feedback->customer_id = i % 5 == 0 ? 0 : emma_customer(desk->emma, numbers[i % 7]);
        feedback->csat = csat[i % 10];
        feedback->nps = i < 12 ? nps[i % 10] : RECORD_NONE;
        record_set_text(&feedback->kind, i % 3 == 0 ? "praise" : "score");
        record_set_text(&feedback->day, i % 2 == 0 ? "2026-11-10" : "2026-11-12");
        record_set_text(&feedback->words, i % 3 == 0 ? "wunderbar wie immer" : NULL);
        expect_done(record_insert(deed, feedback, &error), error);
        record_free(feedback);
    }
}

static gint64 word_of(const Desk *desk, const WordList *list, const char *code)
{
    g_autoptr(GPtrArray) words = wordlist_all(desk->emma->shop->db, list, NULL);
    return wordlist_by_code(words, code)->head.id;
}

static void add_complaints(const Desk *desk, Deed *deed)
{
    static const char *const causes[] = {"wrong_delivery", "quality",        "wrong_delivery",
                                         "wrong_invoice",  "wrong_delivery", "quality"};
    for (guint i = 0; i < G_N_ELEMENTS(causes); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *answered = g_strdup_printf("2026-11-%02u", 10 + i * i / 2);
        Complaint *complaint = record_new(&complaint_type);
        complaint->customer_id = emma_customer(desk->emma, numbers[i]);
        complaint->cause_id = word_of(desk, &complaint_causes, causes[i]);
        complaint->cost = 450;
        record_set_text(&complaint->day, "2026-11-09");
        record_set_text(&complaint->state, i < 5 ? "agreed" : "received");
        record_set_text(&complaint->severity, "middle");
        record_set_text(&complaint->words, "falsche Inschrift");
        record_set_text(&complaint->answered_day, i < 5 ? answered : NULL);
        record_set_text(&complaint->closed_day, i < 5 ? answered : NULL);
        expect_done(record_insert(deed, complaint, &error), error);
        record_free(complaint);
    }
}

static void add_loss(const Desk *desk, Deed *deed, const char *number, const char *reason,
                     const char *back)
{
    g_autoptr(GError) error = NULL;
    Loss *loss = record_new(&loss_type);
    loss->customer_id = emma_customer(desk->emma, number);
    loss->real_reason_id = word_of(desk, &loss_reasons, reason);
    loss->value = 42000;
    record_set_text(&loss->day, "2026-11-02");
    record_set_text(&loss->how, "says");
    record_set_text(&loss->back_day, back);
    expect_done(record_insert(deed, loss, &error), error);
    record_free(loss);
}

/* Emma's shop after a year and a half, with the dashboard open. */
static Desk *busy_desk(int rows, int cols)
{
    Desk *desk = desk_new(rows, cols);
    Deed *deed = people_begin(desk->emma->shop->db);
    add_visits(desk, deed);
    add_scores(desk, deed);
    add_complaints(desk, deed);
    add_loss(desk, deed, "1006", "price", NULL);
    add_loss(desk, deed, "1002", "quality", "2026-11-20");
    people_commit(deed);
    desk_open(desk, &screen_dashboard, NULL);
    return desk;
}

static void dashboard__shows_the_month__beside_others(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = busy_desk(24, 80);
    harness_golden(desk->harness, "dashboard");
    harness_resize(desk->harness, 30, 120);
    harness_golden(desk->harness, "dashboard-wide");
    harness_resize(desk->harness, 20, 60);
    harness_golden(desk->harness, "dashboard-60");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "dashboard-small");
    harness_press(desk->harness, "Tab");
    harness_golden(desk->harness, "dashboard-small-chart");
}

static void dashboard__says_what_a_figure_rests_on(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = busy_desk(24, 80);
    harness_press(desk->harness, "Down Down Down Down Down Down");
    harness_golden(desk->harness, "dashboard-retention");
    harness_press(desk->harness, "Down Down");
    harness_golden(desk->harness, "dashboard-hours");
    harness_press(desk->harness, "Down");
    harness_golden(desk->harness, "dashboard-csat");
    harness_press(desk->harness, "Down Down");
    harness_golden(desk->harness, "dashboard-nps");
    harness_expect(desk->harness, "Shaky");
    harness_press(desk->harness, "Down");
    harness_golden(desk->harness, "dashboard-complaints");
    harness_press(desk->harness, "Down Down");
    harness_golden(desk->harness, "dashboard-lost");
}

static void dashboard__leads_to_the_customers(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = busy_desk(24, 80);
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "behind");
    harness_golden(desk->harness, "behind-visits");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    harness_press(desk->harness, "Esc Esc");
    /* The newcomer. */
    harness_press(desk->harness, "Down Down Down Enter");
    harness_expect(desk->harness, "New · 1 to 21 Nov 2026: 1");
    harness_expect(desk->harness, "Blumen Schröder GmbH");
    /* Who no longer comes, from the bar. */
    harness_press(desk->harness, "Esc Down Down Down Tab Down Enter");
    harness_expect(desk->harness, "stayed away");
    harness_press(desk->harness, "Esc Esc");
    assert_string_equal(desk_top(desk), "dashboard");
    harness_press(desk->harness, "Down Down Down Enter");
    harness_golden(desk->harness, "behind-csat");
}

static void dashboard__moves_in_charts(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = busy_desk(24, 80);
    harness_press(desk->harness, "Tab");
    harness_expect(desk->harness, "Sat 21 Nov:");
    harness_press(desk->harness, "Left Left");
    harness_expect(desk->harness, "Thu 19 Nov:");
    harness_golden(desk->harness, "dashboard-in-line");
    harness_press(desk->harness, "Home Left Esc Down Down Down Down Down Down Down Down Tab");
    harness_golden(desk->harness, "dashboard-in-heat");
    harness_press(desk->harness,
                  "Up Up Up Up Up Up Up Left Left Left Left Left Left Left Left Left");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "behind");
    harness_expect(desk->harness, "There is nobody behind this figure.");
}

static void dashboard__goes_from_month_to_month(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = busy_desk(24, 80);
    harness_expect(desk->harness, "all months up to the same day");
    harness_press(desk->harness, "Left");
    harness_expect(desk->harness, "October 2026");
    assert_false(harness_shows(desk->harness, "the same day"));
    harness_press(desk->harness, "Right Right");
    harness_expect(desk->harness, "1 to 21 Nov 2026");
}

static void dashboard__asks_for_the_window(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = busy_desk(24, 80);
    harness_press(desk->harness, "Down Down Down Down Down Down w");
    harness_expect(desk->harness, "now: 90 days");
    harness_type(desk->harness, "4 weeks");
    harness_golden(desk->harness, "dashboard-window");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Retention (28 d)");
    harness_press(desk->harness, "w");
    harness_type(desk->harness, "2");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "from 7 to 1096");
}

static void dashboard__says_so__where_there_is_too_little(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new_empty(24, 80);
    desk_open(desk, &screen_dashboard, NULL);
    harness_expect(desk->harness, "Nobody came in this span.");
    harness_golden(desk->harness, "dashboard-empty");
    harness_press(desk->harness, "Down Down Down Down Down Down");
    harness_expect(desk->harness, "there is no rate");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "There is nobody behind this figure.");
    harness_press(desk->harness, "Down Down Down");
    harness_expect(desk->harness, "Nobody was asked yet");
}

static void dashboard__is_silent__while_it_is_discreet(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = busy_desk(24, 80);
    harness_press(desk->harness, "F12");
    assert_false(harness_shows(desk->harness, "%"));
    harness_press(desk->harness, "Enter");
    assert_false(harness_shows(desk->harness, "Wagner"));
}

static void dashboard__draws_in_ascii__where_nothing_else_shows(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = busy_desk(24, 80);
    app_set_ascii(harness_app(desk->harness), true);
    harness_settle(desk->harness);
    harness_golden(desk->harness, "dashboard-ascii");
    harness_press(desk->harness, "Down Down Down Down Down Down Down Down");
    harness_golden(desk->harness, "dashboard-ascii-hours");
    g_autofree char *text = harness_text(desk->harness);
    assert_null(strstr(text, "█"));
    assert_null(strstr(text, "░"));
}

static void home__opens_the_dashboard(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_home, NULL);
    harness_press(desk->harness, "Alt-d");
    assert_string_equal(desk_top(desk), "dashboard");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dashboard__shows_the_month__beside_others),
        cmocka_unit_test(dashboard__says_what_a_figure_rests_on),
        cmocka_unit_test(dashboard__leads_to_the_customers),
        cmocka_unit_test(dashboard__moves_in_charts),
        cmocka_unit_test(dashboard__goes_from_month_to_month),
        cmocka_unit_test(dashboard__asks_for_the_window),
        cmocka_unit_test(dashboard__says_so__where_there_is_too_little),
        cmocka_unit_test(dashboard__is_silent__while_it_is_discreet),
        cmocka_unit_test(dashboard__draws_in_ascii__where_nothing_else_shows),
        cmocka_unit_test(home__opens_the_dashboard),
    };
    return cmocka_run_group_tests_name("dashboard", tests, NULL, NULL);
}

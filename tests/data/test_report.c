/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of visits over a span of days: spans, retention, repeat, and the customers behind them.
 */
#include "tests/data/reportshop.h"

#include "data/base/decimal.h"
#include "data/report/behind.h"
#include "data/report/presence.h"

static Presence *load(Db *db, const ReportSpan *span)
{
    g_autoptr(GError) error = NULL;
    Presence *presence = presence_load(db, span, PRESENCE_WINDOW, &error);
    expect_done(presence != NULL, error);
    return presence;
}

/* ---- spans ---- */

static void expect_span(ReportSpan span, const char *from, const char *to)
{
    g_autofree char *first = day_to_text(span.from);
    g_autofree char *last = day_to_text(span.to);
    assert_string_equal(first, from);
    assert_string_equal(last, to);
}

static void spans__are_the_same_part_of_another_month(void **state)
{
    (void)state;
    const Day today = {2026, 3, 21};
    ReportSpan now = span_month(today, 0);
    expect_span(now, "2026-03-01", "2026-03-21");
    expect_span(span_earlier(&now, 1), "2026-02-01", "2026-02-21");
    expect_span(span_earlier(&now, 12), "2025-03-01", "2025-03-21");
    expect_span(span_month(today, 1), "2026-02-01", "2026-02-28");
    expect_span(span_month(today, 3), "2025-12-01", "2025-12-31");
    ReportSpan february = span_month(today, 1);
    expect_span(span_earlier(&february, 1), "2026-01-01", "2026-01-31");
    ReportSpan thirty = {.from = {2026, 3, 1}, .to = {2026, 3, 30}};
    expect_span(span_earlier(&thirty, 1), "2026-02-01", "2026-02-28");
    assert_int_equal(span_days(&february), 28);
}

/* ---- retention ---- */

static void retention__is_as_the_worked_examples_have_it(void **state)
{
    (void)state;
    double rate = 0;
    assert_true(presence_retention(600, 620, 100, 0, &rate));
    g_autofree char *first = decimal_for_programs(rate, 1);
    assert_string_equal(first, "86.7");
    assert_true(presence_retention(400, 420, 80, 0, &rate));
    g_autofree char *second = decimal_for_programs(rate, 1);
    assert_string_equal(second, "85");
    assert_false(presence_retention(0, 5, 5, 0, &rate));
}

/* Each case on the day it turns. */
static void retention__counts__who_came_within_the_window(void **state)
{
    Fixture *fixture = *state;
    Deed *deed = people_begin(fixture->db);
    gint64 kept = add_customer(deed, "Kept"), gone = add_customer(deed, "Gone");
    gint64 fresh = add_customer(deed, "New"), back = add_customer(deed, "Back");
    gint64 early = add_customer(deed, "Early"), told = add_customer(deed, "Told");
    gint64 brief = add_customer(deed, "Brief");
    /* (28 February - 90 days, 28 February] begins with 1 December. */
    add_visit(deed, kept, "2025-12-01");
    add_visit(deed, kept, "2026-03-31");
    /* (31 March - 90 days, 31 March] begins with 1 January. */
    add_visit(deed, gone, "2025-12-31");
    add_visit(deed, fresh, "2026-03-01");
    add_visit(deed, fresh, "2026-03-02");
    add_visit(deed, back, "2025-11-30");
    add_visit(deed, back, "2026-03-05");
    add_visit(deed, early, "2025-11-30");
    add_visit(deed, brief, "2026-01-01");
    people_commit(deed);
    Customer *customer = record_load(fixture->db, &customer_type, told, NULL);
    customer->visits_before = 7;
    record_set_text(&customer->last_visit_before, "2026-01-05");
    deed = people_begin(fixture->db);
    assert_true(record_update(deed, customer, NULL));
    add_visit(deed, told, "2026-03-06");
    people_commit(deed);
    record_free(customer);
    g_autoptr(Presence) presence = load(fixture->db, &march);
    assert_int_equal(presence->start, 4); /* kept, gone, told, brief */
    assert_int_equal(presence->end, 5);   /* kept, fresh, back, told, brief */
    assert_int_equal(presence->new_at_end, 1);
    assert_int_equal(presence->returned, 1);
    assert_int_equal(presence->customers, 4);
    assert_int_equal(presence->fresh, 1);
    assert_int_equal(presence->repeaters, 1);
    assert_int_equal(presence->visits, 5);
    assert_int_equal(presence->amount, 5 * 450);
    double rate = 0;
    assert_true(presence_retention(presence->start, presence->end, presence->new_at_end,
                                   presence->returned, &rate));
    assert_true(rate > 74.99 && rate < 75.01);
    g_autoptr(GArray) gone_ids = guests_ids(presence->guests, presence_is_gone);
    assert_int_equal(gone_ids->len, 1);
    assert_int_equal(g_array_index(gone_ids, gint64, 0), gone);
    g_autoptr(GArray) back_ids = guests_ids(presence->guests, presence_is_won_back);
    assert_int_equal(back_ids->len, 1);
    assert_int_equal(g_array_index(back_ids, gint64, 0), back);
}

/* A newcomer who is no longer active at the end of a long span is not of its end. */
static void retention__leaves_out_newcomers__who_are_gone_by_its_end(void **state)
{
    Fixture *fixture = *state;
    Deed *deed = people_begin(fixture->db);
    gint64 passer = add_customer(deed, "Passer-by"), kept = add_customer(deed, "Kept");
    add_visit(deed, passer, "2026-01-02");
    add_visit(deed, kept, "2025-12-31");
    add_visit(deed, kept, "2026-12-24");
    people_commit(deed);
    const ReportSpan year = {.from = {2026, 1, 1}, .to = {2026, 12, 31}};
    g_autoptr(Presence) presence = load(fixture->db, &year);
    assert_int_equal(presence->start, 1);
    assert_int_equal(presence->end, 1);
    assert_int_equal(presence->new_at_end, 0);
    assert_int_equal(presence->fresh, 1);
    assert_int_equal(presence->returned, 0);
}

/* Sixty kept of a hundred, twenty new, five back again: by sums, and again after taking back. */
static void retention__follows_each_deed(void **state)
{
    Fixture *fixture = *state;
    Deed *deed = people_begin(fixture->db);
    for (guint i = 0; i < 125; i++) {
        g_autofree char *name = g_strdup_printf("Guest %u", i);
        gint64 id = add_customer(deed, name);
        if (i < 100) {
            add_visit(deed, id, "2026-02-10");
        } else if (i < 105) {
            add_visit(deed, id, "2025-06-01");
        }
    }
    people_commit(deed);
    g_autoptr(GArray) ids =
        db_get_ids(fixture->db, "SELECT id FROM customer ORDER BY id", DB_NO_VALUES, NULL);
    deed = people_begin(fixture->db);
    for (guint i = 0; i < 125; i++) {
        if (i < 60 || i >= 100) {
            add_visit(deed, g_array_index(ids, gint64, i), "2026-05-20");
        }
    }
    gint64 row = people_commit(deed);
    const ReportSpan span = {.from = {2026, 3, 1}, .to = {2026, 5, 31}};
    g_autoptr(Presence) presence = load(fixture->db, &span);
    assert_int_equal(presence->start, 100);
    assert_int_equal(presence->end, 85);
    assert_int_equal(presence->new_at_end, 20);
    assert_int_equal(presence->returned, 5);
    double rate = 0;
    assert_true(presence_retention(100, 85, 20, 5, &rate));
    assert_true(rate > 59.99 && rate < 60.01);
    people_undo(fixture->db, row);
    g_autoptr(Presence) before = load(fixture->db, &span);
    assert_int_equal(before->start, 100);
    assert_int_equal(before->end, 0);
}

static void visits__are_told_by_branch_hour_and_weekday(void **state)
{
    Fixture *fixture = *state;
    Deed *deed = people_begin(fixture->db);
    gint64 market = add_branch(deed, "Markt"), station = add_branch(deed, "Bahnhof");
    gint64 anna = add_customer(deed, "Anna"), bert = add_customer(deed, "Bert");
    add_visit_at(deed, anna, "2026-03-02", 9 * 60 + 59, market);
    add_visit_at(deed, anna, "2026-03-09", 9 * 60, market);
    add_visit_at(deed, anna, "2026-03-16", 10 * 60, market);
    add_visit_at(deed, anna, "2026-03-23", RECORD_NONE, market);
    add_visit_at(deed, bert, "2026-03-08", 23 * 60 + 59, station);
    people_commit(deed);
    ReportSpan span = march;
    span.branch_id = market;
    g_autoptr(Presence) presence = load(fixture->db, &span);
    assert_int_equal(presence->visits, 4);
    assert_int_equal(presence->customers, 1);
    assert_int_equal(presence->regulars, 1);
    assert_int_equal(presence->hours[0][9], 2);
    assert_int_equal(presence->hours[0][10], 1);
    assert_int_equal(presence->timeless, 1);
    assert_int_equal(g_array_index(presence->days, PresenceDay, 1).visits, 1);
    g_autoptr(Presence) all = load(fixture->db, &march);
    assert_int_equal(all->customers, 2);
    assert_int_equal(all->hours[6][23], 1);
    const Behind behind = {
        .kind = BEHIND_HOUR, .span = march, .window = PRESENCE_WINDOW, .weekday = 7, .hour = 23};
    g_autoptr(BehindList) list = behind_load(fixture->db, &behind, 10, NULL);
    assert_int_equal(list->total, 1);
    assert_string_equal(((BehindPerson *)g_ptr_array_index(list->people, 0))->name, "Bert");
}

static void behind__tells_the_later_day__of_visits_and_an_earlier_system(void **state)
{
    const Fixture *fixture = *state;
    static const Person told = {.family = "Ott", .visits = 7, .last_visit = "2026-03-20"};
    people_furnish(fixture->db);
    Deed *deed = people_begin(fixture->db);
    add_visit(deed, people_add_in(deed, &told), "2026-03-02");
    people_commit(deed);
    const Behind behind = {.kind = BEHIND_CAME, .span = march, .window = PRESENCE_WINDOW};
    g_autoptr(BehindList) list = behind_load(fixture->db, &behind, 10, NULL);
    assert_int_equal(list->total, 1);
    const BehindPerson *person = g_ptr_array_index(list->people, 0);
    assert_int_equal(person->visits, 8);
    assert_string_equal(person->last_day, "2026-03-20");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans__are_the_same_part_of_another_month),
        cmocka_unit_test(retention__is_as_the_worked_examples_have_it),
        cmocka_unit_test(retention__counts__who_came_within_the_window),
        cmocka_unit_test(retention__leaves_out_newcomers__who_are_gone_by_its_end),
        cmocka_unit_test(retention__follows_each_deed),
        cmocka_unit_test(visits__are_told_by_branch_hour_and_weekday),
        cmocka_unit_test(behind__tells_the_later_day__of_visits_and_an_earlier_system),
    };
    return fixture_for_each_engine("report", tests, G_N_ELEMENTS(tests));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of what was said over a span of days: scores, complaints, losses, and the customers
 * behind them; and all reports as they are written. */
#include "tests/data/reportshop.h"

#include "data/base/decimal.h"
#include "data/base/fault.h"
#include "data/diary/complaint.h"
#include "data/diary/complaintcause.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/lossreason.h"
#include "data/report/behind.h"
#include "data/report/cases.h"
#include "data/report/report.h"
#include "data/report/scores.h"

#include <string.h>

/* ---- scores ---- */

static Scores scores_of(const gint64 *pairs, guint count)
{
    Scores scores = {0};
    for (guint i = 0; i < count; i += 2) {
        scores_add(&scores, pairs[i], pairs[i + 1]);
    }
    return scores;
}

static void nps__of_70_20_10__is_60(void **state)
{
    (void)state;
    const gint64 pairs[] = {10, 40, 9, 30, 8, 12, 7, 8, 6, 6, 0, 4};
    Scores scores = scores_of(pairs, G_N_ELEMENTS(pairs));
    double nps = 0, margin = 0;
    assert_true(scores_nps(&scores, &nps));
    g_autofree char *text = decimal_for_programs(nps, 1);
    assert_string_equal(text, "60");
    /* sqrt((0.7 + 0.1 - 0.36) / 100) = 0.06633 */
    assert_true(scores_nps_margin(&scores, &margin));
    g_autofree char *points = decimal_for_programs(margin, 2);
    assert_string_equal(points, "13");
    assert_int_equal(scores_between(&scores, 7, 8), 20);
}

static void scores__have_no_figure__without_answers(void **state)
{
    (void)state;
    const Scores none = {0};
    double value = 17;
    for (guint score = 0; score < SCORE_COUNT; score++) {
        assert_false(scores_figure((Score)score, &none, &value));
        assert_false(scores_margin((Score)score, &none, &value));
    }
    const gint64 alike[] = {5, 8};
    Scores same = scores_of(alike, 2);
    assert_true(scores_share(&same, &value));
    assert_true(value > 99.9);
    assert_false(scores_share_margin(&same, &value));
}

static void add_feedback(Deed *deed, gint64 customer, gint64 csat, gint64 ces, gint64 nps,
                         const char *touchpoint)
{
    g_autoptr(GError) error = NULL;
    Feedback *feedback = record_new(&feedback_type);
    feedback->customer_id = customer;
    feedback->csat = csat;
    feedback->ces = ces;
    feedback->nps = nps;
    record_set_text(&feedback->kind, "score");
    record_set_text(&feedback->day, "2026-03-10");
    record_set_text(&feedback->touchpoint, touchpoint);
    record_set_text(&feedback->words, "Worte");
    expect_done(record_insert(deed, feedback, &error), error);
    record_free(feedback);
}

static void csat__counts_only_its_own_answers(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(fixture->db);
    gint64 anna = add_customer(deed, "Anna");
    add_feedback(deed, anna, 5, RECORD_NONE, 9, "counter");
    add_feedback(deed, anna, 4, 7, RECORD_NONE, "counter");
    add_feedback(deed, 0, 2, 3, 0, "web shop");
    add_feedback(deed, 0, RECORD_NONE, RECORD_NONE, 8, NULL);
    people_commit(deed);
    Scores csat, ces, nps;
    double value = 0;
    expect_done(scores_load(fixture->db, &march, SCORE_CSAT, &csat, &error), error);
    expect_done(scores_load(fixture->db, &march, SCORE_CES, &ces, &error), error);
    expect_done(scores_load(fixture->db, &march, SCORE_NPS, &nps, &error), error);
    assert_int_equal(csat.n, 3);
    assert_true(scores_share(&csat, &value) && value > 66.6 && value < 66.7);
    assert_true(scores_mean(&csat, &value) && value > 3.66 && value < 3.67);
    assert_int_equal(ces.n, 2);
    assert_true(scores_mean(&ces, &value) && value > 4.99 && value < 5.01);
    assert_int_equal(nps.n, 3);
    assert_true(scores_nps(&nps, &value) && value > -0.01 && value < 0.01);
    g_autoptr(GPtrArray) groups =
        scores_groups(fixture->db, &march, SCORE_CSAT, SCORE_BY_TOUCHPOINT, &error);
    expect_done(groups != NULL, error);
    assert_int_equal(groups->len, 2);
    assert_string_equal(((ScoreGroup *)g_ptr_array_index(groups, 0))->name, "counter");
    const Behind behind = {
        .kind = BEHIND_SCORE, .span = march, .score = SCORE_CSAT, .least = 1, .most = 5};
    g_autoptr(BehindList) list = behind_load(fixture->db, &behind, 10, &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->total, 2);
    assert_int_equal(list->unknown, 1);
    assert_string_equal(((BehindPerson *)g_ptr_array_index(list->people, 0))->detail,
                        "4 of 5 · Worte");
}

/* ---- complaints and losses ---- */

static gint64 word_id(Db *db, const WordList *list, const char *code)
{
    g_autoptr(GPtrArray) words = wordlist_all(db, list, NULL);
    return wordlist_by_code(words, code)->head.id;
}

static void add_complaint(Deed *deed, gint64 customer, gint64 cause, const char *answered)
{
    g_autoptr(GError) error = NULL;
    Complaint *complaint = record_new(&complaint_type);
    complaint->customer_id = customer;
    complaint->cause_id = cause;
    complaint->cost = 1000;
    record_set_text(&complaint->day, "2026-03-10");
    record_set_text(&complaint->state, answered != NULL ? "agreed" : "received");
    record_set_text(&complaint->severity, "middle");
    record_set_text(&complaint->words, "Falsche Torte");
    record_set_text(&complaint->answered_day, answered);
    record_set_text(&complaint->closed_day, answered);
    expect_done(record_insert(deed, complaint, &error), error);
    record_free(complaint);
}

static void furnish(Db *db)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(wordlist_add_builtin(deed, &complaint_causes, &error), error);
    expect_done(wordlist_add_builtin(deed, &loss_reasons, &error), error);
    people_commit(deed);
}

static const CaseCount *case_at(const GPtrArray *cases, guint index)
{
    return g_ptr_array_index(cases, index);
}

static void complaints__are_counted_by_cause__the_most_frequent_first(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    furnish(fixture->db);
    gint64 delivery = word_id(fixture->db, &complaint_causes, "wrong_delivery");
    gint64 quality = word_id(fixture->db, &complaint_causes, "quality");
    Deed *deed = people_begin(fixture->db);
    gint64 anna = add_customer(deed, "Anna");
    add_complaint(deed, anna, quality, "2026-03-10");
    add_complaint(deed, anna, delivery, "2026-03-13");
    add_complaint(deed, anna, delivery, "2026-03-20");
    add_complaint(deed, 0, 0, NULL);
    add_complaint(deed, 0, 0, NULL);
    people_commit(deed);
    g_autoptr(ComplaintSums) sums = complaint_sums_load(fixture->db, &march, &error);
    expect_done(sums != NULL, error);
    assert_int_equal(sums->n, 5);
    assert_int_equal(sums->open, 2);
    assert_int_equal(sums->answered, 3);
    assert_int_equal(sums->cost, 5000);
    assert_true(sums->mean_days > 4.33 && sums->mean_days < 4.34);
    assert_true(sums->median_days > 2.99 && sums->median_days < 3.01);
    assert_int_equal(sums->causes->len, 3);
    assert_string_equal(case_at(sums->causes, 0)->code, "wrong_delivery");
    assert_true(case_at(sums->causes, 0)->share > 39.9);
    assert_true(case_at(sums->causes, 1)->cumulated > 59.9 &&
                case_at(sums->causes, 1)->cumulated < 60.1);
    assert_int_equal(case_at(sums->causes, 2)->id, 0);
    const Behind waiting = {.kind = BEHIND_WAITING, .span = march};
    g_autoptr(BehindList) list = behind_load(fixture->db, &waiting, 10, &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->total, 3);
    assert_int_equal(list->unknown, 2);
    assert_string_equal(((BehindPerson *)g_ptr_array_index(list->people, 0))->detail,
                        "answered after 10 days · Falsche Torte");
}

static void lost__belong_to_the_branch_they_came_to_last(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    furnish(fixture->db);
    gint64 price = word_id(fixture->db, &loss_reasons, "price");
    Deed *deed = people_begin(fixture->db);
    gint64 market = add_branch(deed, "Markt"), station = add_branch(deed, "Bahnhof");
    gint64 anna = add_customer(deed, "Anna");
    add_visit_at(deed, anna, "2026-01-02", 600, station);
    add_visit_at(deed, anna, "2026-01-03", 600, market);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = anna;
    loss->real_reason_id = price;
    loss->value = 30000;
    record_set_text(&loss->day, "2026-03-10");
    record_set_text(&loss->how, "says");
    record_set_text(&loss->back_day, "2026-03-20");
    expect_done(record_insert(deed, loss, &error), error);
    record_free(loss);
    people_commit(deed);
    ReportSpan span = march;
    g_autoptr(LossSums) all = loss_sums_load(fixture->db, &span, &error);
    expect_done(all != NULL, error);
    assert_int_equal(all->n, 1);
    assert_int_equal(all->won_back, 1);
    assert_int_equal(all->value, 30000);
    assert_int_equal(case_at(all->stated, 0)->id, 0);
    assert_string_equal(case_at(all->real, 0)->code, "price");
    span.branch_id = market;
    g_autoptr(LossSums) here = loss_sums_load(fixture->db, &span, &error);
    assert_int_equal(here->n, 1);
    span.branch_id = station;
    g_autoptr(LossSums) there = loss_sums_load(fixture->db, &span, &error);
    assert_int_equal(there->n + there->won_back, 0);
    const Behind behind = {.kind = BEHIND_LOST, .span = march, .has_cause = true, .cause = price};
    g_autoptr(BehindList) list = behind_load(fixture->db, &behind, 10, &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->total, 1);
}

/* ---- reports ---- */

static const ReportValue *value_named(const GPtrArray *values, const char *name)
{
    for (guint i = 0; i < values->len; i++) {
        const ReportValue *value = g_ptr_array_index(values, i);
        if (strcmp(value->name, name) == 0) {
            return value;
        }
    }
    fail_msg("there is no figure “%s”", name);
    return NULL;
}

static void reports__say_n__and_nothing_where_there_is_nothing(void **state)
{
    Fixture *fixture = *state;
    static const char *const rates[] = {"rate", "rate", "nps", "share", "mean"};
    for (guint i = 0; reports[i] != NULL; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Report) report = report_load(fixture->db, reports[i], &march, NULL, &error);
        expect_done(report != NULL, error);
        assert_int_equal(value_named(report->values, "n")->count, 0);
        assert_true(report->notes->len > 0);
        if (i < G_N_ELEMENTS(rates)) {
            const ReportValue *rate = value_named(report->values, rates[i]);
            assert_false(rate->is_known);
            assert_null(report_value_for_programs(report, rate));
        }
        assert_ptr_equal(report_named(reports[i]->name), reports[i]);
    }
    assert_null(report_named("nothing"));
}

static void reports__are_written_for_spreadsheets(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(fixture->db);
    gint64 anna = add_customer(deed, "Anna");
    add_visit_at(deed, anna, "2026-03-02", 9 * 60, 0);
    people_commit(deed);
    g_autofree char *path = g_build_filename(fixture->folder, "visits.csv", NULL);
    g_autofree char *text = NULL;
    g_autoptr(Report) report = report_load(fixture->db, &report_visits, &march, NULL, &error);
    expect_done(report != NULL, error);
    expect_done(report_write_csv(fixture->db, report, path, &error), error);
    expect_done(g_file_get_contents(path, &text, NULL, &error), error);
    assert_non_null(strstr(text, "\"Takings\";;\"4.50\"\r\n"));
    assert_non_null(strstr(text, "\"Visits\";\"Mon 09:00\";\"1\"\r\n"));
    assert_false(report_write_csv(fixture->db, report, "/no/such/folder/x.csv", &error));
    expect_fault(error, FAULT_REFUSED);
}

static void decimals__are_rounded_and_grouped(void **state)
{
    (void)state;
    static const struct {
        double value;
        int digits;
        const char *people, *programs;
    } cases[] = {
        {1234567.25, 1, "1,234,567.2", "1234567.2"},
        {-0.04, 1, "0.0", "0"},
        {85, 1, "85.0", "85"},
        {-1234, 0, "-1,234", "-1234"},
        {0.5, 2, "0.50", "0.5"},
        {100, 0, "100", "100"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *people = decimal_for_people(cases[i].value, cases[i].digits);
        g_autofree char *programs = decimal_for_programs(cases[i].value, cases[i].digits);
        assert_string_equal(people, cases[i].people);
        assert_string_equal(programs, cases[i].programs);
    }
}

static void sizes__are_told_in_the_unit_that_fits(void **state)
{
    (void)state;
    static const struct {
        gint64 bytes;
        const char *words;
    } cases[] = {
        {-1, "0 bytes"},
        {1, "1 byte"},
        {999, "999 bytes"},
        {1000, "1.0\u00a0kB"},
        {999949, "999.9\u00a0kB"},
        {999950, "1.0\u00a0MB"},
        {4616192, "4.6\u00a0MB"},
        {2084151296, "2.1\u00a0GB"},
        {G_MAXINT64, "9.2\u00a0EB"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *words = decimal_size(cases[i].bytes);
        assert_string_equal(words, cases[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nps__of_70_20_10__is_60),
        cmocka_unit_test(scores__have_no_figure__without_answers),
        cmocka_unit_test(csat__counts_only_its_own_answers),
        cmocka_unit_test(complaints__are_counted_by_cause__the_most_frequent_first),
        cmocka_unit_test(lost__belong_to_the_branch_they_came_to_last),
        cmocka_unit_test(reports__say_n__and_nothing_where_there_is_nothing),
        cmocka_unit_test(reports__are_written_for_spreadsheets),
        cmocka_unit_test(decimals__are_rounded_and_grouped),
        cmocka_unit_test(sizes__are_told_in_the_unit_that_fits),
    };
    return fixture_for_each_engine("reportsaid", tests, G_N_ELEMENTS(tests));
}

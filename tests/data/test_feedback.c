/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noting feedback, guessing its kind, lists and groups of it, and when a survey is due. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/diary/feedback.h"
#include "data/diary/feedbacklist.h"
#include "data/diary/loss.h"
#include "data/diary/visit.h"
#include "data/diary/wish.h"
#include "data/setting.h"

#include <string.h>

static const Day today = {2026, 11, 21};

static gint64 customer(Db *db)
{
    return people_add(db, &people_hilde);
}

/* Notes ORDER in a deed of its own; *DEED (may be NULL) gets it. */
static gint64 add(Db *db, const FeedbackOrder *order, gint64 *deed_id)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    Deed *deed = people_begin(db);
    expect_done(feedback_add(deed, order, &id, &error), error);
    gint64 done = people_commit(deed);
    assert_true(done != 0);
    if (deed_id != NULL) {
        *deed_id = done;
    }
    return id;
}

static Feedback *load(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Feedback *feedback = record_load(db, &feedback_type, id, &error);
    expect_done(feedback != NULL, error);
    return feedback;
}

static void expect_refused(Db *db, const FeedbackOrder *order)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Deed) deed = people_begin(db);
    assert_false(feedback_add(deed, order, NULL, &error));
    expect_fault(error, FAULT_REFUSED);
}

static void feedback_add__stores_all_that_is_said__and_is_taken_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 whose = customer(db), deed = 0;
    g_autofree char *before = people_dump(db);
    FeedbackOrder order = feedback_order("2026-11-20");
    order.customer_id = whose;
    order.csat = 5;
    order.ces = 7;
    order.nps = 0;
    order.expectation = "above";
    order.phase = "Ordering";
    order.touchpoint = "Wochenmarkt";
    order.channel = "Phone";
    order.article = "Dinkelbrot";
    order.words = "  war\nwunderbar  ";
    gint64 id = add(db, &order, &deed);
    Feedback *feedback = load(db, id);
    assert_int_equal(feedback->customer_id, whose);
    assert_string_equal(feedback->day, "2026-11-20");
    assert_string_equal(feedback->kind, "praise");
    assert_int_equal(feedback->csat, 5);
    assert_int_equal(feedback->ces, 7);
    assert_int_equal(feedback->nps, 0);
    assert_true(feedback->product == RECORD_NONE);
    assert_string_equal(feedback->expectation, "above");
    assert_string_equal(feedback->phase, "order");
    assert_string_equal(feedback->touchpoint, "Wochenmarkt");
    assert_string_equal(feedback->channel, "phone");
    assert_true(feedback->article_id != 0);
    assert_string_equal(feedback->words, "war wunderbar");
    g_autofree char *brief = feedback_brief(feedback);
    assert_string_equal(brief, "5 of 5 · “war wunderbar” · ease 7 of 7 · recommends 0 of 10");
    record_free(feedback);
    people_expect_sound(db);
    people_undo(db, deed);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static void feedback_add__takes_scores_or_words_alone__and_needs_nobody(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    FeedbackOrder order = feedback_order("2026-11-20");
    order.csat = 5;
    Feedback *feedback = load(db, add(db, &order, NULL));
    assert_string_equal(feedback->kind, "score");
    assert_int_equal(feedback->customer_id, 0);
    assert_null(feedback->words);
    record_free(feedback);
    order.csat = RECORD_NONE;
    order.words = "Das Licht ist zu hell";
    feedback = load(db, add(db, &order, NULL));
    assert_string_equal(feedback->kind, "opinion");
    assert_true(feedback->csat == RECORD_NONE);
    record_free(feedback);
    order.kind = "idea";
    feedback = load(db, add(db, &order, NULL));
    assert_string_equal(feedback->kind, "idea");
    record_free(feedback);
}

static void feedback_add__refuses_what_no_scale_has(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const struct {
        gint64 csat, ces, nps, product;
    } wrong[] = {
        {0, 1, 0, 1},  {6, 1, 0, 1},  {1, 0, 0, 1}, {1, 8, 0, 1},
        {1, 1, -1, 1}, {1, 1, 11, 1}, {1, 1, 0, 0}, {1, 1, 0, 6},
    };
    FeedbackOrder order = feedback_order("2026-11-20");
    expect_refused(db, &order);
    for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
        order.csat = wrong[i].csat;
        order.ces = wrong[i].ces;
        order.nps = wrong[i].nps;
        order.product = wrong[i].product;
        expect_refused(db, &order);
    }
    order = feedback_order("2026-11-20");
    order.words = "   ";
    expect_refused(db, &order);
    order.words = "\t\u00a0";
    expect_refused(db, &order);
    order.kind = "wish";
    expect_refused(db, &order);
    order.words = "gut";
    order.kind = "nonsense";
    expect_refused(db, &order);
    order.kind = NULL;
    order.expectation = "sideways";
    expect_refused(db, &order);
    order.expectation = NULL;
    order.channel = "pigeon";
    expect_refused(db, &order);
    order.channel = NULL;
    order.day = "2026-02-30";
    expect_refused(db, &order);
    order.day = "2026-11";
    expect_refused(db, &order);
    order = feedback_order("2026-11-20");
    order.kind = "wish";
    order.csat = 5;
    expect_refused(db, &order);
}

static void feedback_change__replaces_what_was_said(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    FeedbackOrder order = feedback_order("2026-11-20");
    order.customer_id = customer(db);
    order.words = "Bitte mehr Dinkelbrot";
    gint64 id = add(db, &order, NULL);
    Feedback *feedback = load(db, id);
    assert_true(feedback->wish_id != 0);
    g_autofree char *before = people_dump(db);
    order.kind = "idea";
    order.nps = 10;
    Deed *deed = people_begin(db);
    expect_done(feedback_change(deed, feedback, &order, &error), error);
    gint64 done = people_commit(deed);
    record_free(feedback);
    feedback = load(db, id);
    assert_string_equal(feedback->kind, "idea");
    assert_int_equal(feedback->nps, 10);
    assert_int_equal(feedback->wish_id, 0);
    record_free(feedback);
    people_undo(db, done);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static void feedback_guess__knows_what_words_are(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        gint64 csat;
        const char *kind;
    } cases[] = {
        {NULL, 5, "score"},
        {"  ", 1, "score"},
        {"Die Torte war wunderbar!", RECORD_NONE, "praise"},
        {"The cake was delicious", RECORD_NONE, "praise"},
        {"Torte für die Taufe", 5, "praise"},
        {"Torte für die Taufe", RECORD_NONE, "opinion"},
        {"Torte für die Taufe", 2, "complaint"},
        {"hätte gern Dinkelbrot am Freitag", RECORD_NONE, "wish"},
        {"Könntet ihr glutenfreie Brezeln backen?", RECORD_NONE, "wish"},
        {"would like vegan cake", RECORD_NONE, "wish"},
        {"Vorschlag: Kaffee zum Mitnehmen", RECORD_NONE, "idea"},
        {"how about a loyalty card", RECORD_NONE, "idea"},
        {"Wann gibt es Stollen?", RECORD_NONE, "question"},
        {"Kuchen war trocken und zu teuer", RECORD_NONE, "complaint"},
        {"nicht gut", 4, "complaint"},
        {"Verkäuferin unfreundlich", RECORD_NONE, "complaint"},
        {"kauft die Torte wieder", RECORD_NONE, "opinion"},
        {"kommt wieder", RECORD_NONE, "again"},
        {"she will buy it again", RECORD_NONE, "again"},
        {"hat uns empfohlen", RECORD_NONE, "referral"},
        {"schrieb eine Bewertung mit fünf Sternen", RECORD_NONE, "review"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_string_equal(feedback_guess(cases[i].words, cases[i].csat, RECORD_NONE),
                            cases[i].kind);
    }
    assert_string_equal(feedback_guess("Na ja", RECORD_NONE, 3), "complaint");
}

static void feedback_groups__counts_each_touchpoint_and_product(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    const struct {
        const char *touchpoint, *article;
        gint64 csat, nps;
    } said[] = {
        {"counter", "Stollen", 5, 9},      {"counter", "Stollen", 3, 8},
        {"counter", NULL, 4, RECORD_NONE}, {"Wochenmarkt", "Stollen", 2, 6},
        {NULL, "Brezel", RECORD_NONE, 10},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(said); i++) {
        FeedbackOrder order = feedback_order("2026-11-20");
        order.touchpoint = said[i].touchpoint;
        order.article = said[i].article;
        order.csat = said[i].csat;
        order.nps = said[i].nps;
        add(db, &order, NULL);
    }
    g_autoptr(GPtrArray) places = feedback_groups(db, FEEDBACK_BY_TOUCHPOINT, 0, NULL, 10, &error);
    expect_done(places != NULL, error);
    assert_int_equal(places->len, 2);
    const FeedbackGroup *group = g_ptr_array_index(places, 0);
    assert_string_equal(feedback_group_label(FEEDBACK_BY_TOUCHPOINT, group), "Counter");
    assert_int_equal(group->count, 3);
    assert_int_equal(group->csat_count, 3);
    assert_int_equal(group->csat_satisfied, 2);
    assert_int_equal(group->csat_sum, 12);
    assert_int_equal(group->nps_count, 2);
    assert_int_equal(group->promoters, 1);
    assert_int_equal(group->detractors, 0);
    g_autoptr(GPtrArray) articles = feedback_groups(db, FEEDBACK_BY_ARTICLE, 0, NULL, 1, &error);
    expect_done(articles != NULL, error);
    assert_int_equal(articles->len, 1);
    group = g_ptr_array_index(articles, 0);
    assert_string_equal(group->words, "Stollen");
    assert_int_equal(group->count, 3);
    assert_int_equal(group->detractors, 1);
    g_autoptr(GPtrArray) none =
        feedback_groups(db, FEEDBACK_BY_ARTICLE, 0, "2026-11-21", 10, &error);
    expect_done(none != NULL, error);
    assert_int_equal(none->len, 0);
    const FeedbackFilter filter = {true, FEEDBACK_BY_ARTICLE, group->article_id, NULL, 0};
    g_autoptr(GPtrArray) list = feedback_list(db, &filter, 2, &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->len, 2);
    assert_string_equal(((const FeedbackEntry *)g_ptr_array_index(list, 0))->article, "Stollen");
    g_autoptr(GPtrArray) own = feedback_own_words(db, FEEDBACK_BY_TOUCHPOINT, &error);
    expect_done(own != NULL, error);
    assert_int_equal(own->len, 1);
    assert_string_equal(g_ptr_array_index(own, 0), "Wochenmarkt");
}

static void feedback_list__says_whose_it_is__the_latest_first(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    FeedbackOrder order = feedback_order("2026-11-19");
    order.csat = 4;
    add(db, &order, NULL);
    order.day = "2026-11-20";
    order.customer_id = customer(db);
    add(db, &order, NULL);
    const FeedbackFilter all = {0};
    g_autoptr(GPtrArray) list = feedback_list(db, &all, 10, &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->len, 2);
    assert_string_equal(((const FeedbackEntry *)g_ptr_array_index(list, 0))->whose,
                        "Wagner, Hilde");
    assert_null(((const FeedbackEntry *)g_ptr_array_index(list, 1))->whose);
}

static void feedback_is_ambassador__wants_deeds_and_no_doubt(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 whose = customer(db);
    FeedbackSigns signs;
    expect_done(feedback_signs_load(db, whose, &signs, &error), error);
    assert_true(signs.nps == RECORD_NONE && !feedback_is_ambassador(&signs));
    FeedbackOrder order = feedback_order("2026-11-01");
    order.customer_id = whose;
    order.kind = "referral";
    order.words = "brachte ihre Schwester mit";
    add(db, &order, NULL);
    order.kind = "review";
    add(db, &order, NULL);
    add(db, &order, NULL);
    expect_done(feedback_signs_load(db, whose, &signs, &error), error);
    assert_int_equal(signs.referrals, 1);
    assert_int_equal(signs.reviews, 2);
    assert_true(feedback_is_ambassador(&signs));
    order = feedback_order("2026-11-02");
    order.customer_id = whose;
    order.nps = 8;
    add(db, &order, NULL);
    expect_done(feedback_signs_load(db, whose, &signs, &error), error);
    assert_int_equal(signs.nps, 8);
    assert_false(feedback_is_ambassador(&signs));
    order.nps = 9;
    add(db, &order, NULL);
    expect_done(feedback_signs_load(db, whose, &signs, &error), error);
    assert_true(feedback_is_ambassador(&signs));
}

/* ---- the survey ---- */

static void visit(Db *db, gint64 whose, const char *day)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    Deed *deed = people_begin(db);
    const VisitOrder order = visit_order(whose, day);
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    people_commit(deed);
}

static bool is_due(Db *db, gint64 whose, Day day)
{
    g_autoptr(GError) error = NULL;
    bool due = false;
    expect_done(survey_is_due(db, whose, day, &due, &error), error);
    return due;
}

static void survey_is_due__after_the_third_visit__for_a_week(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 whose = customer(db);
    assert_false(is_due(db, whose, today));
    visit(db, whose, "2026-11-01");
    visit(db, whose, "2026-11-18");
    assert_false(is_due(db, whose, today));
    visit(db, whose, "2026-11-20");
    assert_true(is_due(db, whose, today));
    assert_true(is_due(db, whose, (Day){2026, 11, 27}));
    assert_false(is_due(db, whose, (Day){2026, 11, 28}));
}

static void survey_is_due__not_again_before_the_days_are_over(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 whose = customer(db);
    const char *const days[] = {"2026-06-01", "2026-07-01", "2026-11-20"};
    for (gsize i = 0; i < G_N_ELEMENTS(days); i++) {
        visit(db, whose, days[i]);
    }
    /* Somebody who does not want to answer was asked, too. */
    FeedbackOrder order = feedback_order("2026-08-23");
    order.customer_id = whose;
    order.kind = "survey";
    Feedback *survey = load(db, add(db, &order, NULL));
    g_autofree char *brief = feedback_brief(survey);
    assert_string_equal(brief, "did not want to answer");
    record_free(survey);
    assert_true(is_due(db, whose, today));
    assert_false(is_due(db, whose, (Day){2026, 11, 20}));
    expect_done(setting_set_int(db, SETTING_SURVEY_DAYS, 91, &error), error);
    assert_false(is_due(db, whose, today));
    expect_done(setting_set_int(db, SETTING_SURVEY_DAYS, 0, &error), error);
    assert_false(is_due(db, whose, today));
    expect_done(setting_set_int(db, SETTING_SURVEY_DAYS, 30, &error), error);
    assert_true(is_due(db, whose, today));
}

static void survey_is_due__never_for_who_is_lost(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 whose = customer(db);
    visit(db, whose, "2026-11-18");
    visit(db, whose, "2026-11-19");
    visit(db, whose, "2026-11-20");
    Loss *loss = record_new(&loss_type);
    loss->customer_id = whose;
    record_set_text(&loss->day, "2026-11-21");
    record_set_text(&loss->how, "died");
    Deed *deed = people_begin(db);
    expect_done(record_insert(deed, loss, &error), error);
    record_free(loss);
    gint64 done = people_commit(deed);
    assert_false(is_due(db, whose, today));
    people_undo(db, done);
    assert_true(is_due(db, whose, today));
}

int main(void)
{
    const struct CMUnitTest plain[] = {
        cmocka_unit_test(feedback_guess__knows_what_words_are),
    };
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(feedback_add__stores_all_that_is_said__and_is_taken_back),
        cmocka_unit_test(feedback_add__takes_scores_or_words_alone__and_needs_nobody),
        cmocka_unit_test(feedback_add__refuses_what_no_scale_has),
        cmocka_unit_test(feedback_change__replaces_what_was_said),
        cmocka_unit_test(feedback_groups__counts_each_touchpoint_and_product),
        cmocka_unit_test(feedback_list__says_whose_it_is__the_latest_first),
        cmocka_unit_test(feedback_is_ambassador__wants_deeds_and_no_doubt),
        cmocka_unit_test(survey_is_due__after_the_third_visit__for_a_week),
        cmocka_unit_test(survey_is_due__not_again_before_the_days_are_over),
        cmocka_unit_test(survey_is_due__never_for_who_is_lost),
    };
    int failed = cmocka_run_group_tests_name("feedback words", plain, NULL, NULL);
    return failed + fixture_for_each_engine("feedback", tests, G_N_ELEMENTS(tests));
}

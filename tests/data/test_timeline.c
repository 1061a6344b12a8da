/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that happened with a customer, in one order, page by page. */
#include "tests/data/people.h"

#include "data/agenda/due.h"
#include "data/agenda/interaction.h"
#include "data/agenda/reminder.h"
#include "data/customer/fact.h"
#include "data/diary/complaint.h"
#include "data/diary/extra.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/timeline.h"
#include "data/diary/visit.h"

#include <stdlib.h>
#include <string.h>

static const Day today = {2026, 3, 1};

static GPtrArray *page(Db *db, gint64 customer, guint kinds, TimelinePlace *place, guint limit)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *list = timeline_page(db, customer, kinds, 0, place, limit, &error);
    expect_done(list != NULL, error);
    return list;
}

static gint64 count(Db *db, gint64 customer, guint kinds)
{
    g_autoptr(GError) error = NULL;
    gint64 number = -1;
    expect_done(timeline_count(db, customer, kinds, 0, &number, &error), error);
    return number;
}

/* The page as lines "2026-02-27 visit: 2 x Brezel", read LIMIT entries at a time. */
static char *told(Db *db, gint64 customer, guint kinds, guint limit)
{
    GString *text = g_string_new(NULL);
    TimelinePlace place = {0};
    guint found = limit;
    while (found == limit) {
        g_autoptr(GPtrArray) list = page(db, customer, kinds, &place, limit);
        found = list->len;
        for (guint i = 0; i < found; i++) {
            const TimelineEntry *entry = g_ptr_array_index(list, i);
            g_string_append_printf(text, "%.10s %s: %s\n", entry->at, entry->kind, entry->text);
        }
    }
    return g_string_free(text, FALSE);
}

static void add_visit(Deed *deed, const VisitOrder *order)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    expect_done(visit_add(deed, order, &id, NULL, &error), error);
}

static void add_complaint(Deed *deed, gint64 customer, const char *day, const char *words)
{
    g_autoptr(GError) error = NULL;
    Complaint *complaint = record_new(&complaint_type);
    complaint->customer_id = customer;
    record_set_text(&complaint->day, day);
    record_set_text(&complaint->words, words);
    expect_done(complaint_add(deed, complaint, &error), error);
    record_free(complaint);
}

static void add_promise(Deed *deed, gint64 customer, const char *until, const char *words)
{
    g_autoptr(GError) error = NULL;
    Promise *promise = record_new(&promise_type);
    promise->customer_id = customer;
    record_set_text(&promise->due_day, until);
    record_set_text(&promise->words, words);
    expect_done(promise_save(deed, promise, &error), error);
    record_free(promise);
}

static void add_loss(Deed *deed, gint64 customer, const char *day)
{
    g_autoptr(GError) error = NULL;
    Loss *loss = record_new(&loss_type);
    loss->customer_id = customer;
    record_set_text(&loss->day, day);
    record_set_text(&loss->how, "moved");
    expect_done(loss_save(deed, loss, today, &error), error);
    record_free(loss);
}

static void add_preorder(Deed *deed, gint64 customer, const char *day)
{
    g_autoptr(GError) error = NULL;
    Preorder *preorder = record_new(&preorder_type);
    preorder->customer_id = customer;
    record_set_text(&preorder->day, day);
    record_set_text(&preorder->words, "Torte");
    preorder->amount = 4500;
    expect_done(preorder_save(deed, preorder, &error), error);
    record_free(preorder);
}

static void add_interaction(Deed *deed, gint64 customer, const char *day)
{
    g_autoptr(GError) error = NULL;
    Interaction *interaction = record_new(&interaction_type);
    interaction->customer_id = customer;
    interaction->minute = 9 * 60;
    record_set_text(&interaction->day, day);
    record_set_text(&interaction->direction, "in");
    record_set_text(&interaction->channel, "email");
    record_set_text(&interaction->outcome, "order");
    record_set_text(&interaction->words, "40 Cake-Pops");
    expect_done(interaction_save(deed, interaction, &error), error);
    record_free(interaction);
}

/* One that was done, or skipped. */
static void add_reminder(Deed *deed, gint64 customer, const char *words, bool is_skipped)
{
    g_autoptr(GError) error = NULL;
    const Series once = {.unit = SERIES_ONCE};
    Reminder *reminder = record_new(&reminder_type);
    reminder->customer_id = customer;
    record_set_text(&reminder->words, words);
    reminder_set_due(reminder, (Moment){{2026, 2, 20}, MINUTE_NONE}, &once);
    expect_done(reminder_save(deed, reminder, &error), error);
    const Moment due = reminder_due(reminder);
    expect_done(reminder_settle(deed, reminder->head.id, is_skipped ? &due : NULL,
                                (Moment){today, MINUTE_NONE}, &error),
                error);
    record_free(reminder);
}

/* A customer with something of each kind. */
static gint64 add_full(Db *db)
{
    g_autoptr(GError) error = NULL;
    const Person person = {
        .family = "Wagner", .facts = "likes: Erdbeere", .birthday = "1956-03-01"};
    people_furnish(db);
    gint64 customer = people_add(db, &person);
    gint64 occasion = people_number(db, "SELECT id FROM occasion WHERE customer_id = $1",
                                    DB_VALUES(db_int(customer)));
    Deed *deed = people_begin(db);
    const OrderItem items[] = {{"Brezel", 0, 2, RECORD_NONE}, {"Torte", 0, 1, RECORD_NONE}};
    VisitOrder order = visit_order(customer, "2026-02-27");
    order.items = items;
    order.items_count = G_N_ELEMENTS(items);
    order.occasion = "Taufe";
    order.for_whom = "Kurt";
    order.amount = 5400;
    order.minute = 14 * 60 + 5;
    add_visit(deed, &order);
    order = visit_order(customer, "2026-02-28");
    order.kind = "return";
    order.words = "zu trocken";
    order.channel = "phone";
    add_visit(deed, &order);
    FeedbackOrder feedback = feedback_order("2026-02-27");
    feedback.customer_id = customer;
    feedback.csat = 5;
    feedback.words = "wunderbar";
    feedback.kind = "praise";
    expect_done(feedback_add(deed, &feedback, NULL, &error), error);
    add_complaint(deed, customer, "2026-02-28", "falsche Inschrift");
    add_promise(deed, customer, "2026-03-06", "Muster zeigen");
    add_loss(deed, customer, "2026-01-02");
    add_preorder(deed, customer, "2026-03-05");
    expect_done(extra_add(deed, customer, (Day){2026, 2, 27}, 0, "Cake-Pops", NULL, &error), error);
    expect_done(due_greet_as(deed, occasion, 2026, "in the shop", "ein Lied", &error), error);
    add_interaction(deed, customer, "2026-02-28");
    add_reminder(deed, customer, "nachfragen", false);
    add_reminder(deed, customer, "anrufen", true);
    people_commit(deed);
    return customer;
}

static void timeline__tells_each_kind_in_words__newest_first(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = add_full(db);
    g_autofree char *text = told(db, customer, TIMELINE_ALL, 100);
    assert_string_equal(text, "2026-03-05 preorder: Torte\n"
                              "2026-03-01 promise: Muster zeigen · until 6 March 2026\n"
                              "2026-03-01 note: Likes: Erdbeere\n"
                              "2026-03-01 greeting: Birthday · in the shop: ein Lied\n"
                              "2026-03-01 reminder: nachfragen\n"
                              "2026-02-28 return: zu trocken · By phone\n"
                              "2026-02-28 complaint: falsche Inschrift · received\n"
                              "2026-02-28 contact: E-mail · from them · ordered · 40 Cake-Pops\n"
                              "2026-02-27 visit: 2 x Brezel, Torte · Taufe · for Kurt\n"
                              "2026-02-27 extra: Cake-Pops\n"
                              "2026-02-27 feedback: Praise · 5 of 5 · “wunderbar”\n"
                              "2026-01-02 lost: moved\n");
    TimelinePlace place = {0};
    g_autoptr(GPtrArray) list = page(db, customer, TIMELINE_VISITS, &place, 10);
    assert_int_equal(list->len, 2);
    const TimelineEntry *visit = g_ptr_array_index(list, 1);
    assert_string_equal(visit->at, "2026-02-27T14:05");
    assert_int_equal(visit->amount, 5400);
    assert_ptr_equal(visit->type, &visit_type);
    assert_true(((const TimelineEntry *)g_ptr_array_index(list, 0))->amount == RECORD_NONE);
}

static void timeline__is_the_same__whatever_the_size_of_a_page(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = add_full(db);
    g_autofree char *whole = told(db, customer, TIMELINE_ALL, 100);
    for (guint limit = 1; limit <= 13; limit++) {
        g_autofree char *text = told(db, customer, TIMELINE_ALL, limit);
        assert_string_equal(text, whole);
    }
}

static void timeline__has_only_the_kinds_that_are_asked_for(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = add_full(db);
    assert_int_equal(count(db, customer, TIMELINE_ALL), 12);
    assert_int_equal(count(db, customer, 0), 0);
    for (guint rank = 0; rank < TIMELINE_KINDS; rank++) {
        TimelinePlace place = {0};
        g_autoptr(GPtrArray) list = page(db, customer, 1U << rank, &place, 10);
        assert_int_equal(list->len, rank == 0 ? 2 : 1);
        assert_int_equal(count(db, customer, 1U << rank), list->len);
    }
    g_autofree char *some = told(db, customer, TIMELINE_LOSSES | TIMELINE_EXTRAS, 1);
    assert_string_equal(some, "2026-02-27 extra: Cake-Pops\n2026-01-02 lost: moved\n");
}

static void timeline__is_empty__for_somebody_who_was_never_there(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = people_add(db, &people_hilde);
    g_autofree char *text = told(db, customer, TIMELINE_ALL, 10);
    assert_string_equal(text, "");
    assert_int_equal(count(db, customer, TIMELINE_ALL), 0);
    assert_int_equal(count(db, 4711, TIMELINE_ALL), 0);
}

/* Many on one day, and days apart, of kinds with days and with instants. */
static void timeline__loses_nothing__between_many_of_one_day(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.family = "Ott"};
    gint64 customer = people_add(db, &person);
    Deed *deed = people_begin(db);
    for (int i = 0; i < 120; i++) {
        g_autofree char *day = day_to_text(day_plus(today, -(i * 7 % 4)));
        VisitOrder order = visit_order(customer, day);
        g_autofree char *words = g_strdup_printf("%d", i);
        order.words = words;
        add_visit(deed, &order);
        add_complaint(deed, customer, day, words);
        add_promise(deed, customer, "2026-04-01", words);
    }
    people_commit(deed);
    g_autofree char *whole = told(db, customer, TIMELINE_ALL, 1000);
    static const guint limits[] = {1, 7, 60, 360};
    for (guint i = 0; i < G_N_ELEMENTS(limits); i++) {
        g_autofree char *text = told(db, customer, TIMELINE_ALL, limits[i]);
        assert_string_equal(text, whole);
    }
    g_auto(GStrv) lines = g_strsplit(whole, "\n", -1);
    assert_int_equal(g_strv_length(lines), 361);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < 360; i++) {
        assert_true(g_hash_table_add(seen, lines[i] + strlen("2026-")));
        assert_true(i == 0 || strncmp(lines[i - 1], lines[i], 10) >= 0);
    }
}

/* Days are those of the shop's clock, also for what is stored as an instant. */
static void timeline__goes_by_the_local_day(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autofree char *before = g_strdup(g_getenv("TZ"));
    g_setenv("TZ", "America/Los_Angeles", TRUE);
    const Person person = {.family = "Ott"};
    gint64 customer = people_add(db, &person);
    Deed *deed = people_begin(db); /* 2026-03-01 08:00 UTC: midnight there */
    add_promise(deed, customer, "2026-04-01", "a");
    add_complaint(deed, customer, "2026-03-01", "b");
    add_complaint(deed, customer, "2026-02-28", "c");
    people_commit(deed);
    g_autofree char *whole = told(db, customer, TIMELINE_ALL, 10);
    g_autofree char *one = told(db, customer, TIMELINE_ALL, 1);
    if (before != NULL) {
        g_setenv("TZ", before, TRUE);
    } else {
        g_unsetenv("TZ");
    }
    assert_string_equal(whole, "2026-03-01 complaint: b · received\n"
                               "2026-03-01 promise: a · until 1 April 2026\n"
                               "2026-02-28 complaint: c · received\n");
    assert_string_equal(one, whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(timeline__tells_each_kind_in_words__newest_first),
        cmocka_unit_test(timeline__is_the_same__whatever_the_size_of_a_page),
        cmocka_unit_test(timeline__has_only_the_kinds_that_are_asked_for),
        cmocka_unit_test(timeline__is_empty__for_somebody_who_was_never_there),
        cmocka_unit_test(timeline__loses_nothing__between_many_of_one_day),
        cmocka_unit_test(timeline__goes_by_the_local_day),
    };
    return fixture_for_each_engine("timeline", tests, G_N_ELEMENTS(tests));
}

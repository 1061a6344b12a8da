/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules for tests. */
#include "tests/data/rules.h"

#include "data/agenda/reminder.h"
#include "data/diary/article.h"
#include "data/diary/complaint.h"
#include "data/diary/visit.h"

gint64 rules_customer(Db *db, const char *family)
{
    const Person person = {.salutation = "Frau", .family = family};
    return people_add(db, &person);
}

gint64 rules_add(Db *db, const char *event, gint64 days, const char *article, const char *words)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Rule *rule = record_new(&rule_type);
    record_set_text(&rule->event, event);
    record_set_text(&rule->action, "reminder");
    record_set_text(&rule->words, words);
    rule->days = days;
    rule->is_active = 1;
    if (article != NULL) {
        expect_done(article_named(deed, article, &rule->article_id, &error), error);
    }
    expect_done(rule_save(deed, rule, &error), error);
    gint64 id = rule->head.id;
    record_free(rule);
    people_commit(deed);
    return id;
}

gint64 rules_visit(Db *db, gint64 customer, const char *day, const char *article)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    Deed *deed = people_begin(db);
    const OrderItem item = {.name = article, .quantity = 1, .amount = RECORD_NONE};
    VisitOrder order = visit_order(customer, day);
    order.items = &item;
    order.items_count = article != NULL ? 1 : 0;
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    people_commit(deed);
    return id;
}

gint64 rules_complain(Db *db, gint64 customer, const char *words)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Complaint *complaint = record_new(&complaint_type);
    complaint->customer_id = customer;
    record_set_text(&complaint->day, "2026-03-01");
    record_set_text(&complaint->words, words);
    expect_done(complaint_add(deed, complaint, &error), error);
    gint64 id = complaint->head.id;
    record_free(complaint);
    people_commit(deed);
    return id;
}

void rules_put_complaint(Db *db, gint64 id, const char *into, Day day)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Complaint *complaint = record_load(db, &complaint_type, id, &error);
    expect_done(complaint != NULL, error);
    complaint_set_state(complaint, into, day);
    expect_done(record_update(deed, complaint, &error), error);
    record_free(complaint);
    people_commit(deed);
}

static Moment at(const char *day)
{
    Moment moment = {.minute = 9 * 60};
    assert_true(day_from_text(day, &moment.day));
    return moment;
}

guint rules_tend(Db *db, const char *day)
{
    g_autoptr(GError) error = NULL;
    Who who = people_who(0);
    guint made = 99;
    expect_done(rule_tend(db, at(day), &who, &made, &error), error);
    return made;
}

void rules_expect(Db *db, const char *wanted)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list =
        record_list(db, &reminder_type, "WHERE state = 'open' ORDER BY id", DB_NO_VALUES, &error);
    expect_done(list != NULL, error);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++) {
        const Reminder *one = g_ptr_array_index(list, i);
        g_string_append_printf(text, "%s%s %s", i > 0 ? "; " : "", one->day, one->words);
    }
    assert_string_equal(text->str, wanted);
}

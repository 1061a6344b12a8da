/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customers whose words stand in every text of every table. */
#include "tests/faults/wordy.h"

#include "data/customer/relation.h"
#include "data/db/fields.h"
#include "data/diary/article.h"
#include "data/diary/wish.h"
#include "data/draft.h"
#include "data/records.h"

#include <string.h>

/* What a column has to be, where not every text may stand. */
static const struct {
    const char *table, *column, *value;
} codes[] = {
    {"customer", "address_form", "sie"},
    {"customer", "preferred_channel", "phone"},
    {"customer", "since", "2014"},
    {"customer", "last_visit_before", "2025-05-01"},
    {"customer", "class", "A"},
    {"customer", "closeness", "close"},
    {"contact", "kind", "phone"},
    {"relation", "kind", "friend"},
    {"fact", "done_at", NULL},
    {"consent", "purpose", "news_post"},
    {"consent", "state", "given"},
    {"consent", "day", "2026-01-02"},
    {"occasion", "kind", "other"},
    {"visit", "kind", "visit"},
    {"visit", "day", "2026-02-03"},
    {"visit", "channel", "counter"},
    {"visit", "outside_id", NULL},
    {"extra", "day", "2026-02-03"},
    {"preorder", "state", "open"},
    {"preorder", "day", "2026-03-09"},
    {"preorder", "done_day", NULL},
    {"feedback", "day", "2026-02-03"},
    {"feedback", "kind", "wish"},
    {"feedback", "expectation", "met"},
    {"feedback", "channel", "counter"},
    {"feedback", "told_day", NULL},
    {"complaint", "day", "2026-02-03"},
    {"complaint", "state", "agreed"},
    {"complaint", "severity", "low"},
    {"complaint", "channel", "phone"},
    {"complaint", "due_day", NULL},
    {"complaint", "content", "yes"},
    {"complaint", "acknowledged_day", NULL},
    {"complaint", "answered_day", NULL},
    {"complaint", "closed_day", "2026-02-05"},
    {"promise", "due_day", "2026-03-09"},
    {"promise", "state", "open"},
    {"promise", "done_day", NULL},
    {"loss", "day", "2026-02-06"},
    {"loss", "how", "moved"},
    {"loss", "ask_day", "2026-03-09"},
    {"loss", "attempt_day", NULL},
    {"loss", "result", "open"},
    {"loss", "back_day", NULL},
    {"reminder", "due_day", "2026-03-09"},
    {"reminder", "day", "2026-03-09"},
    {"reminder", "repeats", NULL},
    {"reminder", "first_day", NULL},
    {"reminder", "state", "open"},
    {"reminder", "done_day", NULL},
    {"reminder", "cause", NULL},
    {"reminder", "channel", "phone"},
    {"reminder_event", "what", "moved"},
    {"reminder_event", "day", "2026-03-01"},
    {"reminder_event", "to_day", NULL},
    {"interaction", "day", "2026-02-03"},
    {"interaction", "direction", "out"},
    {"interaction", "channel", "phone"},
    {"interaction", "outcome", "talk"},
    {"interaction", "mood", "good"},
    {"care_plan", "class", NULL},
    {"care_plan", "tag", NULL},
    {"care_plan", "channel", "phone"},
    {"care_plan", "unit", "month"},
    {"care_plan", "from_day", "2026-01-01"},
    {"quiet", "until_day", "2026-04-01"},
    {"wish", "state", "open"},
    {"wish", "done_day", NULL},
};

/* Numbers that have to be something. */
static const struct {
    const char *table, *column;
    gint64 value;
} numbers[] = {
    {"occasion", "year", 1956}, {"occasion", "month", 5},      {"occasion", "day", 3},
    {"greeting", "year", 2026}, {"visit_item", "quantity", 2}, {"visit", "amount", 1250},
    {"visit", "minute", 600},   {"feedback", "csat", 4},       {"reminder", "step", 1},
    {"care_plan", "every", 2},  {"quiet", "weekdays", 3},      {"loss", "value", 4711},
};

static bool code_of(const char *table, const char *column, const char **value)
{
    for (guint i = 0; i < G_N_ELEMENTS(codes); i++) {
        if (strcmp(codes[i].table, table) == 0 && strcmp(codes[i].column, column) == 0) {
            *value = codes[i].value;
            return true;
        }
    }
    return false;
}

static void fill_number(const Subject *subject, const RecordType *type, const Field *field,
                        gpointer record)
{
    static const struct {
        const char *column, *table;
    } links[] = {{"relation_id", "relation"},
                 {"occasion_id", "occasion"},
                 {"visit_id", "visit"},
                 {"article_id", "article"},
                 {"wish_id", "wish"},
                 {"reminder_id", "reminder"},
                 {"kind_id", NULL}};
    gint64 *place = field_int(field, record);
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
        if (strcmp(numbers[i].table, type->table) == 0 &&
            strcmp(numbers[i].column, field->column) == 0) {
            *place = numbers[i].value;
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(links); i++) {
        if (strcmp(field->column, links[i].column) == 0) {
            *place = links[i].table != NULL
                         ? subject->made[records_rank(records_find(links[i].table))]
                         : 1;
        }
    }
    if ((field->traits & FIELD_OWNER) != 0) {
        *place = subject->id;
    }
}

static void fill(const Subject *subject, gpointer record, guint turn)
{
    const RecordType *type = record_type(record);
    for (guint i = 0; i < type->fields_count; i++) {
        const Field *field = &type->fields[i];
        const char *value = NULL;
        g_autofree char *words = g_strdup_printf("%u %s %s", turn, subject->first, subject->last);
        if (field->type != FIELD_TEXT) {
            fill_number(subject, type, field, record);
        } else if (code_of(type->table, field->column, &value)) {
            record_set_text(field_text(field, record), value);
        } else {
            record_set_text(field_text(field, record), words);
        }
    }
}

static void fill_customer(const Subject *subject, Customer *customer, guint turn)
{
    fill(subject, customer, turn);
    record_set_text(&customer->given_name, subject->first);
    record_set_text(&customer->family_name, subject->last);
}

static bool is_for_all(const RecordType *type)
{
    return record_owner_field(type) == NULL && type != &article_type && type != &wish_type;
}

/* All at once, as a list is taken over, and each thing changed by a deed of its own. */
static void make(Db *db, Subject *subject)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Customer *customer = record_new(&customer_type);
    fill_customer(subject, customer, 1);
    expect_done(record_insert(deed, customer, &error), error);
    subject->id = customer->head.id;
    subject->made[records_rank(&customer_type)] = subject->id;
    record_free(customer);
    for (guint i = 0; records[i] != NULL; i++) {
        if (records[i] == &customer_type || is_for_all(records[i])) {
            continue;
        }
        gpointer record = record_new(records[i]);
        fill(subject, record, 1);
        expect_done(record_insert(deed, record, &error), error);
        subject->made[i] = ((RecordHead *)record)->id;
        record_free(record);
    }
    people_commit(deed);
}

static void change_all(Db *db, Subject *subject)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    for (guint i = 0; records[i] != NULL; i++) {
        if (is_for_all(records[i])) {
            continue;
        }
        gpointer record = record_load(db, records[i], subject->made[i], &error);
        expect_done(record != NULL, error);
        if (records[i] == &customer_type) {
            fill_customer(subject, record, 2);
        } else {
            fill(subject, record, 2);
        }
        expect_done(record_update(deed, record, &error), error);
        record_free(record);
    }
    people_commit(deed);
}

/* Some of it goes into the bin. */
static void remove_some(Db *db, Subject *subject)
{
    g_autoptr(GError) error = NULL;
    static const char *const tables[] = {"contact", "extra", "preorder"};
    Deed *deed = people_begin(db);
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
        const RecordType *type = records_find(tables[i]);
        expect_done(record_remove(deed, type, subject->made[records_rank(type)], &error), error);
    }
    people_commit(deed);
}

/* Somebody who stays names them on their own card; what was noted of it changed once. */
static void name_elsewhere(Db *db, const Subject *subject, gint64 friend_id)
{
    g_autoptr(GError) error = NULL;
    Subject friend = *subject;
    gint64 id = 0;
    friend.id = friend_id;
    for (guint turn = 1; turn <= 2; turn++) {
        Deed *deed = people_begin(db);
        Relation *relation =
            turn == 1 ? record_new(&relation_type) : record_load(db, &relation_type, id, &error);
        fill(&friend, relation, turn);
        relation->other_customer_id = subject->id;
        expect_done(turn == 1 ? record_insert(deed, relation, &error)
                              : record_update(deed, relation, &error),
                    error);
        id = relation->head.id;
        record_free(relation);
        people_commit(deed);
    }
}

static void leave_drafts(Db *db, const Subject *subject)
{
    g_autoptr(GError) error = NULL;
    for (guint i = 0; i < 2; i++) {
        g_autoptr(Draft) draft = draft_new();
        g_autofree char *uid = g_uuid_string_random();
        g_autofree char *title = g_strdup_printf("%s %s", subject->first, subject->last);
        draft_set(&draft->uid, uid);
        draft_set(&draft->counter, i == 0 ? "here" : "elsewhere");
        draft_set(&draft->run, "");
        draft_set(&draft->screen, "edit");
        draft_set(&draft->title, i == 0 ? title : "new");
        draft->subject_id = i == 0 ? subject->id : 0;
        g_strlcpy(draft->saved_at, FIXTURE_NOW, sizeof draft->saved_at);
        draft_put(draft, "given", subject->first, NULL);
        draft_put(draft, "family", subject->last, NULL);
        expect_done(draft_save(db, draft, &error), error);
    }
}

void wordy_add(Db *db, Subject *subject, gint64 friend_id)
{
    make(db, subject);
    change_all(db, subject);
    remove_some(db, subject);
    name_elsewhere(db, subject, friend_id);
    leave_drafts(db, subject);
}

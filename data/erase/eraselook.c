/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What erasing a customer would do, told before it is done. */
#include "data/erase/erase_private.h"

#include "data/agenda/careplan.h"
#include "data/agenda/greeting.h"
#include "data/agenda/interaction.h"
#include "data/agenda/occasion.h"
#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/base/i18n.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/relation.h"
#include "data/db/fields.h"
#include "data/diary/complaint.h"
#include "data/diary/extra.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/visit.h"
#include "data/lookup/lookup.h"

#include <string.h>

enum { MOST_OTHERS = 20 };

static const char count_images[] =
    "SELECT COUNT(*) FROM change WHERE owner_id = $1 AND before IS NOT NULL";
static const char count_drafts[] = "SELECT COUNT(*) FROM draft WHERE subject_id = $1";
static const char count_links[] = "SELECT COUNT(*) FROM relation WHERE other_customer_id = $1";
static const char is_linked[] =
    "SELECT COUNT(*) FROM relation WHERE other_customer_id = $1 AND customer_id = $2";

/* What is told of, in the order it is told; what people do not know by a name is left out. */
static const struct {
    const RecordType *type;
    const char *label;
} kinds[] = {
    {&contact_type, N_("Phone numbers and e-mails")},
    {&address_type, N_("Addresses")},
    {&relation_type, N_("Related persons")},
    {&fact_type, N_("Notes")},
    {&occasion_type, N_("Birthdays and other days")},
    {&greeting_type, N_("Greetings")},
    {&consent_type, N_("Consents")},
    {&reminder_type, N_("Reminders")},
    {&promise_type, N_("Promises")},
    {&interaction_type, N_("Contacts noted")},
    {&preorder_type, N_("Pre-orders")},
    {&extra_type, N_("Free extras")},
    {&care_plan_type, N_("Own lines of the contact plan")},
    {&quiet_type, N_("Quiet times")},
    {&visit_type, N_("Visits with day, branch, goods and amount")},
    {&feedback_type, N_("Scores that were given")},
    {&complaint_type, N_("Closed complaints, for the figures")},
    {&loss_type, N_("Losses, for the figures")},
};

void erase_view_free(gpointer data)
{
    EraseView *view = data;
    if (view == NULL) {
        return;
    }
    g_free(view->number);
    g_free(view->name);
    g_strfreev(view->words);
    g_clear_pointer(&view->goes, g_array_unref);
    g_clear_pointer(&view->stays, g_array_unref);
    g_clear_pointer(&view->known, g_ptr_array_unref);
    g_clear_pointer(&view->others, g_ptr_array_unref);
    g_free(view);
}

static void add(GArray *counts, const char *label, gint64 count)
{
    const EraseCount entry = {.label = label, .count = count};
    if (count > 0) {
        g_array_append_val(counts, entry);
    }
}

/* Open complaints are dropped: of them nothing is left. */
static bool count_open(Db *db, gint64 id, gint64 *count, GError **error)
{
    g_autoptr(GPtrArray) open = complaint_open_of(db, id, error);
    *count = open != NULL ? open->len : 0;
    return open != NULL;
}

static bool count_kind(EraseView *view, Db *db, const RecordType *type, const char *label,
                       GError **error)
{
    g_autofree char *sql =
        g_strdup_printf("SELECT COUNT(*) FROM %s WHERE customer_id = $1", type->table);
    gint64 count = 0, open = 0;
    if (!db_get_int(db, sql, DB_VALUES(db_int(view->customer_id)), &count, NULL, error) ||
        (type == &complaint_type && !count_open(db, view->customer_id, &open, error))) {
        return false;
    }
    add(view->goes, N_("Open complaints"), open);
    add(erase_fate(type) == FATE_GOES ? view->goes : view->stays, label, count - open);
    return true;
}

static bool count_one(Db *db, const char *sql, gint64 id, GArray *counts, const char *label,
                      GError **error)
{
    gint64 count = 0;
    bool ok = db_get_int(db, sql, DB_VALUES(db_int(id)), &count, NULL, error);
    add(counts, label, count);
    return ok;
}

static bool count_all(EraseView *view, Db *db, GError **error)
{
    gint64 id = view->customer_id;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (!count_kind(view, db, kinds[i].type, kinds[i].label, error)) {
            return false;
        }
    }
    return count_one(db, count_links, id, view->goes, N_("Entries on the cards of others"),
                     error) &&
           count_one(db, count_drafts, id, view->goes, N_("Drafts"), error) &&
           count_one(db, count_images, id, view->goes, N_("Earlier versions and the bin"), error);
}

/* Whether the name stands in what was noted of OTHER, and not only where it goes by itself. */
static bool is_other(Db *db, const EraseView *view, const Match *match, bool *other, GError **error)
{
    gint64 linked = 0;
    *other = match->customer_id != view->customer_id &&
             (match->hit == GROUP_FACT || match->hit == GROUP_RELATION);
    if (!*other || match->hit == GROUP_FACT) {
        return true;
    }
    bool ok =
        db_get_int(db, is_linked, DB_VALUES(db_int(view->customer_id), db_int(match->customer_id)),
                   &linked, NULL, error);
    *other = linked == 0;
    return ok;
}

static bool find_others(EraseView *view, Db *db, GError **error)
{
    g_autofree char *query = g_strjoinv(" ", view->words);
    if (g_strv_length(view->words) < 2) {
        return true;
    }
    g_autoptr(Found) found = lookup_find(db, NULL, query, MOST_OTHERS + 1, error);
    guint certain = found != NULL ? MIN(found->alike_from, found->matches->len) : 0;
    for (guint i = 0; i < certain && view->others->len < MOST_OTHERS; i++) {
        const Match *match = g_ptr_array_index(found->matches, i);
        bool other = false;
        if (!is_other(db, view, match, &other, error)) {
            return false;
        }
        if (other) {
            g_autofree char *call = customer_call(match->sheet->customer, NAME_SPOKEN);
            g_ptr_array_add(view->others,
                            g_strdup_printf("%s, %s", call, match->sheet->customer->number));
        }
    }
    return found != NULL;
}

static EraseView *begin(const Customer *customer, bool in_bin)
{
    EraseView *view = g_new0(EraseView, 1);
    view->customer_id = customer->head.id;
    g_strlcpy(view->created_at, customer->head.created_at, sizeof view->created_at);
    view->number = g_strdup(customer->number);
    view->name = customer_call(customer, NAME_SPOKEN);
    view->in_bin = in_bin;
    view->words = erase_words(customer);
    view->goes = g_array_new(FALSE, FALSE, sizeof(EraseCount));
    view->stays = g_array_new(FALSE, FALSE, sizeof(EraseCount));
    view->others = g_ptr_array_new_with_free_func(g_free);
    return view;
}

EraseView *erase_look(Db *db, gint64 customer_id, GError **error)
{
    bool in_bin = false;
    Customer *customer = erase_person(db, customer_id, &in_bin, error);
    if (customer == NULL) {
        return NULL;
    }
    g_autoptr(EraseView) view = begin(customer, in_bin);
    record_free(customer);
    view->known = erase_known(db, customer_id, error);
    bool ok = view->known != NULL && count_all(view, db, error) && find_others(view, db, error);
    return ok ? g_steal_pointer(&view) : NULL;
}

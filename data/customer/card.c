/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card: what a clerk sees of a customer. */
#include "data/customer/card.h"

#include "data/clerk.h"
#include "data/customer/consent.h"
#include "data/customer/fact.h"

#include <string.h>

enum { DAYS_BEHIND = 7, DAYS_AHEAD = 7 };

void card_free(Card *card)
{
    if (card == NULL) {
        return;
    }
    sheet_free(card->sheet);
    g_clear_pointer(&card->kinds, g_ptr_array_unref);
    g_clear_pointer(&card->warnings, g_ptr_array_unref);
    g_clear_pointer(&card->near, g_ptr_array_unref);
    g_clear_pointer(&card->clerks, g_hash_table_unref);
    g_free(card);
}

const char *card_clerk(const Card *card, gint64 clerk_id)
{
    return g_hash_table_lookup(card->clerks, &clerk_id);
}

static GHashTable *load_clerks(Db *db, GError **error)
{
    g_autoptr(GPtrArray) list = record_list(db, &clerk_type, "ORDER BY id", DB_NO_VALUES, error);
    if (list == NULL) {
        return NULL;
    }
    GHashTable *clerks = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    for (guint i = 0; i < list->len; i++) {
        const Clerk *clerk = g_ptr_array_index(list, i);
        g_hash_table_insert(clerks, g_memdup2(&clerk->head.id, sizeof clerk->head.id),
                            g_strdup(clerk->name));
    }
    return clerks;
}

/* Whether facts of that sensitivity are there without an answer to whether they may be kept. */
static bool must_ask(const Card *card, const char *sensitivity)
{
    bool any = false;
    for (guint i = 0; i < card->sheet->facts->len && !any; i++) {
        const Fact *fact = g_ptr_array_index(card->sheet->facts, i);
        const FactKind *kind = fact_kind_by_id(card->kinds, fact->kind_id);
        any = kind != NULL && strcmp(kind->sensitivity, sensitivity) == 0;
    }
    for (guint i = 0; i < card->sheet->consents->len && any; i++) {
        const Consent *consent = g_ptr_array_index(card->sheet->consents, i);
        any = strcmp(consent->purpose, sensitivity) != 0;
    }
    return any;
}

static bool load(Db *db, Card *card, gint64 customer_id, Day today, GError **error)
{
    LeapRule rule;
    card->sheet = sheet_load(db, customer_id, error);
    if (card->sheet == NULL || !due_leap_rule(db, &rule, error)) {
        return false;
    }
    card->kinds = fact_kind_list(db, error);
    card->clerks = card->kinds != NULL ? load_clerks(db, error) : NULL;
    if (card->clerks == NULL) {
        return false;
    }
    card->near = due_of_sheet(db, card->sheet, day_plus(today, -DAYS_BEHIND),
                              day_plus(today, DAYS_AHEAD), rule, error);
    if (card->near == NULL) {
        return false;
    }
    for (guint i = card->near->len; i > 0; i--) {
        const Due *due = g_ptr_array_index(card->near, i - 1);
        if (due->greeted && day_compare(due->kept, today) < 0) {
            g_ptr_array_remove_index(card->near, i - 1);
        }
    }
    card->warnings = sheet_warnings(card->sheet, card->kinds);
    card->usual = sheet_fact(card->sheet, card->kinds, "usual");
    card->ask_health = must_ask(card, "health");
    card->ask_belief = must_ask(card, "belief");
    return true;
}

Card *card_load(Db *db, gint64 customer_id, Day today, GError **error)
{
    g_autoptr(Card) card = g_new0(Card, 1);
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    bool ok = load(db, card, customer_id, today, error);
    db_read_end(db);
    return ok ? g_steal_pointer(&card) : NULL;
}

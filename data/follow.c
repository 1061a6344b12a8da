/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from the rows. */
#include "data/follow.h"

#include "data/agenda/care.h"
#include "data/db/fields.h"
#include "data/db/seal.h"
#include "data/diary/sums.h"
#include "data/lookup/index.h"

/* Finding another place in the search index takes as long as saving a card: of a crowd it is left
 * for later. */
enum { CROWD = 200 };

struct Follow {
    GHashTable *customers; /* gint64 ids of those whose words may differ */
    Sums *sums;
    Care *care;
    Seals *seals;
    bool leaves_places; /* whoever came is a crowd */
};

Follow *follow_new(void)
{
    Follow *follow = g_new0(Follow, 1);
    follow->customers = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    follow->sums = sums_new();
    follow->care = care_new();
    follow->seals = seals_new();
    return follow;
}

void follow_free(Follow *follow)
{
    if (follow != NULL) {
        g_hash_table_unref(follow->customers);
        sums_free(follow->sums);
        care_free(follow->care);
        seals_free(follow->seals);
        g_free(follow);
    }
}

void follow_leave_places(Follow *follow)
{
    follow->leaves_places = true;
}

static void note_words(Follow *follow, gint64 customer_id)
{
    if (customer_id != 0) {
        g_hash_table_add(follow->customers, g_memdup2(&customer_id, sizeof customer_id));
    }
}

void follow_row(Follow *follow, gconstpointer record, int sign)
{
    seals_note(follow->seals, record, sign);
    switch (record_type(record)->derives) {
    case DERIVES_WORDS:
        note_words(follow, record_owner(record));
        break;
    case DERIVES_SUMS:
        sums_note(follow->sums, record, sign);
        break;
    case DERIVES_NOTHING:
        break;
    }
    if (record_type(record)->cares) {
        care_note(follow->care, record);
    }
}

/* Notes the words and sums that follow from the rows. */
static bool run_derived(Follow *follow, Db *db, const RecordType *type, gint64 first, gint64 last,
                        GError **error)
{
    if (type->derives == DERIVES_SUMS) {
        return sums_note_run(follow->sums, db, type, first, last, error);
    }
    if (type->derives == DERIVES_NOTHING) {
        return true;
    }
    g_autoptr(GArray) owners = record_owners(db, type, first, last, error);
    for (guint i = 0; owners != NULL && i < owners->len; i++) {
        note_words(follow, g_array_index(owners, gint64, i));
    }
    return owners != NULL;
}

bool follow_run(Follow *follow, Db *db, const RecordType *type, gint64 first, gint64 last,
                GError **error)
{
    return seals_note_run(follow->seals, db, type, first, last, error) &&
           run_derived(follow, db, type, first, last, error) &&
           (!type->cares || care_note_run(follow->care, db, type, first, last, error));
}

/* Calls REFRESH for each of CUSTOMERS. */
static bool refresh_each(Db *db, GHashTable *customers,
                         bool (*refresh)(Db *db, gint64 customer_id, GError **error),
                         GError **error)
{
    GHashTableIter iter;
    gpointer id;
    g_hash_table_iter_init(&iter, customers);
    while (g_hash_table_iter_next(&iter, &id, NULL)) {
        if (!refresh(db, *(const gint64 *)id, error)) {
            return false;
        }
    }
    return true;
}

static bool settle_sums(Follow *follow, Db *db, GError **error)
{
    g_autoptr(GHashTable) came = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    if (!sums_settle(follow->sums, db, came, error)) {
        return false;
    }
    bool is_crowd = follow->leaves_places || g_hash_table_size(came) > CROWD;
    return refresh_each(db, came, is_crowd ? index_recount : index_refresh, error) &&
           (g_hash_table_size(came) == 0 || is_crowd || index_tend(db, error));
}

static bool settle_words(Follow *follow, Db *db, GError **error)
{
    bool is_tended = follow->leaves_places || g_hash_table_size(follow->customers) == 0;
    return refresh_each(db, follow->customers, index_refresh, error) &&
           (is_tended || index_tend(db, error));
}

bool follow_settle(Follow *follow, Db *db, GError **error)
{
    bool ok = settle_sums(follow, db, error) && settle_words(follow, db, error) &&
              care_settle(follow->care, db, error) && seals_settle(follow->seals, db, error);
    g_hash_table_remove_all(follow->customers);
    return ok;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers behind a figure of visits. */
#include "data/report/behind_private.h"

#include "data/diary/sums.h"

/* A weekday's hour is not in the sums of days by customer: the visits themselves are read. */
static const char at_hour[] =
    "SELECT customer_id, day FROM visit WHERE day >= $1 AND day <= $2 AND kind = 'visit' "
    "AND minute >= $4 AND minute < $5 AND (branch_id = $3 OR $3 = 0)";
static const char all_visits[] =
    "SELECT c.id, c.visits_before + COALESCE(s.visits, 0) FROM customer c "
    "LEFT JOIN visit_sum s ON s.customer_id = c.id";
static const char visits_of[] = "SELECT c.visits_before + COALESCE(s.visits, 0) FROM customer c "
                                "LEFT JOIN visit_sum s ON s.customer_id = c.id WHERE c.id = $1";

/* Above so many customers, reading all sums is quicker than one by one. */
enum { FEW = 500 };

static bool (*const fits[])(const Guest *guest) = {
    [BEHIND_CAME] = presence_came,
    [BEHIND_NEW] = presence_is_new,
    [BEHIND_RETURNING] = presence_is_returning,
    [BEHIND_REGULARS] = presence_is_regular,
    [BEHIND_REPEATERS] = presence_is_repeater,
    [BEHIND_KEPT] = presence_is_kept,
    [BEHIND_GONE] = presence_is_gone,
    [BEHIND_WON_BACK] = presence_is_won_back,
};

static GArray *ids_of_hour(Db *db, const Behind *behind, GError **error)
{
    g_autofree char *from = day_to_text(behind->span.from);
    g_autofree char *to = day_to_text(behind->span.to);
    g_autoptr(Rows) rows =
        db_query(db, at_hour,
                 DB_VALUES(db_text(from), db_text(to), db_int(behind->span.branch_id),
                           db_int(behind->hour * 60), db_int(behind->hour * 60 + 60)),
                 error);
    g_autoptr(Guests) guests = guests_new();
    GError *fault = NULL;
    while (rows != NULL && rows_next(rows, &fault)) {
        Day day;
        if (day_from_text(rows_text(rows, 1), &day) && day_weekday(day) == behind->weekday) {
            guests_of(guests, rows_int(rows, 0))->marks = GUEST_CAME;
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL ? guests_ids(guests, presence_came) : NULL;
}

/* The ids (gint64, rising) of those the figure counts. NULL on a fault. */
static GArray *ids_of(Db *db, const Behind *behind, GError **error)
{
    if (behind->kind == BEHIND_HOUR) {
        return ids_of_hour(db, behind, error);
    }
    ReportSpan span = behind->span;
    bool is_day = behind->kind == BEHIND_DAY;
    if (is_day) {
        span.from = span.to = behind->day;
    }
    g_autoptr(Presence) presence = presence_load(db, &span, behind->window, error);
    return presence != NULL
               ? guests_ids(presence->guests, is_day ? presence_came : fits[behind->kind])
               : NULL;
}

/* How often each of ENTRIES, which is sorted by id, was there. */
static bool count_all(Db *db, GArray *entries, GError **error)
{
    g_autoptr(GHashTable) places = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < entries->len; i++) {
        BehindEntry *entry = &g_array_index(entries, BehindEntry, i);
        g_hash_table_insert(places, &entry->customer_id, entry);
    }
    g_autoptr(Rows) rows = db_query(db, all_visits, DB_NO_VALUES, error);
    GError *fault = NULL;
    while (rows != NULL && rows_next(rows, &fault)) {
        gint64 id = rows_int(rows, 0);
        BehindEntry *entry = g_hash_table_lookup(places, &id);
        if (entry != NULL) {
            entry->visits = rows_int(rows, 1);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL;
}

static bool count_visits(Db *db, GArray *entries, GError **error)
{
    bool ok = true;
    if (entries->len > FEW) {
        return count_all(db, entries, error);
    }
    for (guint i = 0; i < entries->len && ok; i++) {
        BehindEntry *entry = &g_array_index(entries, BehindEntry, i);
        ok = db_get_int(db, visits_of, DB_VALUES(db_int(entry->customer_id)), &entry->visits, NULL,
                        error);
    }
    return ok;
}

static gint by_visits(gconstpointer left, gconstpointer right)
{
    const BehindEntry *a = left, *b = right;
    gint order = (b->visits > a->visits) - (b->visits < a->visits);
    return order != 0 ? order
                      : (a->customer_id > b->customer_id) - (a->customer_id < b->customer_id);
}

bool behind_visits(Db *db, const Behind *behind, GArray *entries, GError **error)
{
    g_autoptr(GArray) ids = ids_of(db, behind, error);
    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        const BehindEntry entry = {.customer_id = g_array_index(ids, gint64, i)};
        g_array_append_val(entries, entry);
    }
    if (ids == NULL || !count_visits(db, entries, error)) {
        return false;
    }
    g_array_sort(entries, by_visits);
    return true;
}

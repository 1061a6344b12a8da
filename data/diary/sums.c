/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sums of visits follow each change. */
#include "data/diary/sums_private.h"

#include "data/db/fields.h"

#include <string.h>

static const char put_sum[] =
    "INSERT INTO visit_sum (customer_id, visits, returns, amount, first_day, last_day, rhythm, "
    "away_from, branch_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (customer_id) "
    "DO UPDATE SET "
    "visits = visit_sum.visits + excluded.visits, returns = visit_sum.returns + excluded.returns, "
    "amount = visit_sum.amount + excluded.amount, first_day = excluded.first_day, "
    "last_day = excluded.last_day, rhythm = excluded.rhythm, away_from = excluded.away_from, "
    "branch_id = excluded.branch_id";
static const char remove_empty[] =
    "DELETE FROM visit_sum WHERE customer_id = $1 AND visits = 0 AND returns = 0";
static const char put_uses[] =
    "INSERT INTO article_sum (article_id, uses) VALUES ($1, $2) ON CONFLICT (article_id) "
    "DO UPDATE SET uses = article_sum.uses + excluded.uses";
static const char remove_unused[] = "DELETE FROM article_sum WHERE article_id = $1 AND uses = 0";
static const char visits_of_run[] =
    "SELECT customer_id, kind, day, minute, branch_id, amount FROM visit "
    "WHERE id BETWEEN $1 AND $2";
static const char items_of_run[] = "SELECT article_id, COUNT(*) FROM visit_item "
                                   "WHERE id BETWEEN $1 AND $2 GROUP BY article_id";

static void day_change_free(gpointer data)
{
    DayChange *change = data;
    g_array_unref(change->came);
    g_array_unref(change->went);
    g_free(change);
}

Sums *sums_new(void)
{
    Sums *sums = g_new0(Sums, 1);
    sums->days = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, day_change_free);
    sums->customers = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    sums->articles = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    return sums;
}

void sums_free(Sums *sums)
{
    if (sums != NULL) {
        g_hash_table_unref(sums->days);
        g_hash_table_unref(sums->customers);
        g_hash_table_unref(sums->articles);
        g_free(sums);
    }
}

/* ---- noting ---- */

gint64 sums_day_key(const char *day, gint64 branch_id)
{
    gint64 digits = 0;
    for (; *day != '\0'; day++) {
        digits = *day != '-' ? digits * 10 + (*day - '0') : digits;
    }
    return (digits << 32) ^ branch_id;
}

static DayChange *day_change(Sums *sums, const char *day, gint64 branch_id)
{
    gint64 key = sums_day_key(day, branch_id);
    DayChange *change = g_hash_table_lookup(sums->days, &key);
    if (change == NULL) {
        change = g_new0(DayChange, 1);
        g_strlcpy(change->day, day, sizeof change->day);
        change->branch_id = branch_id;
        change->came = g_array_new(FALSE, FALSE, sizeof(gint64));
        change->went = g_array_new(FALSE, FALSE, sizeof(gint64));
        g_hash_table_insert(sums->days, g_memdup2(&key, sizeof key), change);
    }
    return change;
}

/* The entry of ID in TABLE, of SIZE bytes, zero at first. */
static gpointer entry_of(GHashTable *table, gint64 id, gsize size)
{
    gpointer entry = g_hash_table_lookup(table, &id);
    if (entry == NULL) {
        entry = g_malloc0(size);
        g_hash_table_insert(table, g_memdup2(&id, sizeof id), entry);
    }
    return entry;
}

static void note_visit(Sums *sums, const Visit *visit, int sign)
{
    DayChange *day = day_change(sums, visit->day, visit->branch_id);
    CustomerChange *customer = entry_of(sums->customers, visit->customer_id, sizeof *customer);
    gint64 amount = visit->amount != RECORD_NONE ? visit->amount * sign : 0;
    day->amount += amount;
    customer->amount += amount;
    if (strcmp(visit->kind, "return") == 0) {
        day->returns += sign;
        customer->returns += sign;
        return;
    }
    day->visits += sign;
    customer->visits += sign;
    if (visit->minute != RECORD_NONE) {
        day->hours[visit->minute / 60] += sign;
    }
    g_array_append_val(sign > 0 ? day->came : day->went, visit->customer_id);
}

static void note_uses(Sums *sums, gint64 article_id, gint64 count)
{
    gint64 *uses = entry_of(sums->articles, article_id, sizeof *uses);
    *uses += count;
}

void sums_note(Sums *sums, gconstpointer record, int sign)
{
    if (record_type(record) == &visit_type) {
        note_visit(sums, record, sign);
    } else {
        note_uses(sums, ((const VisitItem *)record)->article_id, sign);
    }
}

/* The part of a visit that counts. */
static void note_visit_row(Sums *sums, const Rows *rows, int sign)
{
    g_autofree char *kind = g_strdup(rows_text(rows, 1));
    g_autofree char *day = g_strdup(rows_text(rows, 2));
    const Visit visit = {
        .customer_id = rows_int(rows, 0),
        .kind = kind,
        .day = day,
        .minute = rows_is_null(rows, 3) ? RECORD_NONE : rows_int(rows, 3),
        .branch_id = rows_int(rows, 4),
        .amount = rows_is_null(rows, 5) ? RECORD_NONE : rows_int(rows, 5),
    };
    note_visit(sums, &visit, sign);
}

bool sums_note_rows(Sums *sums, Db *db, const RecordType *type, gint64 first, gint64 last, int sign,
                    GError **error)
{
    bool are_visits = type == &visit_type;
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, are_visits ? visits_of_run : items_of_run,
                                    DB_VALUES(db_int(first), db_int(last)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        if (are_visits) {
            note_visit_row(sums, rows, sign);
        } else {
            note_uses(sums, rows_int(rows, 0), sign * rows_int(rows, 1));
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

bool sums_note_run(Sums *sums, Db *db, const RecordType *type, gint64 first, gint64 last,
                   GError **error)
{
    return sums_note_rows(sums, db, type, first, last, -1, error);
}

/* ---- settling ---- */

static bool settle_customer(Db *db, gint64 id, const CustomerChange *change, GError **error)
{
    g_autoptr(VisitSum) days = visit_sum_of_days(db, id, error);
    return days != NULL &&
           db_run(db, put_sum,
                  DB_VALUES(db_int(id), db_int(change->visits), db_int(change->returns),
                            db_int(change->amount), db_text(days->first_day),
                            db_text(days->last_day), db_int_or_null(days->rhythm),
                            db_text(days->away_from), db_int_or_null(days->branch_id)),
                  NULL, error) &&
           (change->visits > 0 || change->returns > 0 ||
            db_run(db, remove_empty, DB_VALUES(db_int(id)), NULL, error));
}

static bool settle_customers(Sums *sums, Db *db, GHashTable *customers, GError **error)
{
    GHashTableIter iter;
    gpointer id, change;
    g_hash_table_iter_init(&iter, sums->customers);
    while (g_hash_table_iter_next(&iter, &id, &change)) {
        if (!settle_customer(db, *(const gint64 *)id, change, error)) {
            return false;
        }
        g_hash_table_add(customers, g_memdup2(id, sizeof(gint64)));
    }
    return true;
}

static bool settle_articles(Sums *sums, Db *db, GError **error)
{
    GHashTableIter iter;
    gpointer id, uses;
    g_hash_table_iter_init(&iter, sums->articles);
    while (g_hash_table_iter_next(&iter, &id, &uses)) {
        gint64 article = *(const gint64 *)id, count = *(const gint64 *)uses;
        if (!db_run(db, put_uses, DB_VALUES(db_int(article), db_int(count)), NULL, error) ||
            (count <= 0 && !db_run(db, remove_unused, DB_VALUES(db_int(article)), NULL, error))) {
            return false;
        }
    }
    return true;
}

static bool settle_days(Sums *sums, Db *db, GError **error)
{
    GHashTableIter iter;
    gpointer change;
    g_hash_table_iter_init(&iter, sums->days);
    while (g_hash_table_iter_next(&iter, NULL, &change)) {
        if (!sums_write_day(db, change, error)) {
            return false;
        }
    }
    return true;
}

static bool are_noted(const Sums *sums)
{
    return g_hash_table_size(sums->days) > 0 || g_hash_table_size(sums->articles) > 0;
}

bool sums_settle(Sums *sums, Db *db, GHashTable *customers, GError **error)
{
    bool ok = !are_noted(sums) ||
              (settle_days(sums, db, error) && settle_customers(sums, db, customers, error) &&
               settle_articles(sums, db, error));
    g_hash_table_remove_all(sums->days);
    g_hash_table_remove_all(sums->customers);
    g_hash_table_remove_all(sums->articles);
    return ok;
}

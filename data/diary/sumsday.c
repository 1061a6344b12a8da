/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sums of days: reading and writing them. */
#include "data/diary/sums_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/order.h"

#include <inttypes.h>
#include <string.h>

static const char load_day[] = "SELECT day, branch_id, visits, returns, amount, hours, visitors "
                               "FROM visit_day WHERE day = $1 AND branch_id = $2";
static const char put_day[] =
    "INSERT INTO visit_day (day, branch_id, visits, returns, amount, hours, visitors) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (day, branch_id) DO UPDATE SET "
    "visits = excluded.visits, returns = excluded.returns, amount = excluded.amount, "
    "hours = excluded.hours, visitors = excluded.visitors";
static const char remove_day[] = "DELETE FROM visit_day WHERE day = $1 AND branch_id = $2";
static const char days_of_all[] =
    "SELECT day, branch_id, visits, returns, amount, hours, visitors FROM visit_day "
    "WHERE day >= $1 AND day <= $2 ORDER BY day, branch_id";
static const char days_of_branch[] =
    "SELECT day, branch_id, visits, returns, amount, hours, visitors FROM visit_day "
    "WHERE day >= $1 AND day <= $2 AND branch_id = $3 ORDER BY day";

static bool damaged(GError **error)
{
    g_set_error_literal(error, FAULT, FAULT_DAMAGED,
                        _("The sums of the visits cannot be read. “tresen check --rebuild” makes "
                          "them anew from the visits."));
    return false;
}

/* The number at *AT, which goes behind it and one blank. A year has a million of them. */
static bool read_number(const char **at, gint64 *number)
{
    const char *digit = *at;
    gint64 value = 0;
    for (; g_ascii_isdigit(*digit) && value < G_MAXINT64 / 10; digit++) {
        value = value * 10 + (*digit - '0');
    }
    bool ok = digit != *at && (*digit == ' ' || *digit == '\0');
    *at = *digit == ' ' ? digit + 1 : digit;
    *number = value;
    return ok;
}

/* IDS as the distance of each from the one before. */
static GArray *read_visitors(const char *text, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    gint64 id = 0, step;
    while (*text != '\0') {
        if (!read_number(&text, &step) || step > G_MAXINT64 - id) {
            damaged(error);
            return NULL;
        }
        id += step;
        g_array_append_val(ids, id);
    }
    return g_steal_pointer(&ids);
}

static char *write_visitors(const GArray *ids)
{
    GString *text = g_string_new(NULL);
    gint64 before = 0;
    for (guint i = 0; i < ids->len; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        g_string_append_printf(text, "%s%" PRId64, i > 0 ? " " : "", id - before);
        before = id;
    }
    return g_string_free(text, FALSE);
}

static bool read_hours(const char *text, guint hours[24], GError **error)
{
    for (guint hour = 0; hour < 24; hour++) {
        gint64 count;
        if (!read_number(&text, &count) || count > G_MAXINT) {
            return damaged(error);
        }
        hours[hour] = (guint)count;
    }
    return true;
}

static char *write_hours(const guint hours[24])
{
    GString *text = g_string_new(NULL);
    for (guint hour = 0; hour < 24; hour++) {
        g_string_append_printf(text, "%s%u", hour > 0 ? " " : "", hours[hour]);
    }
    return g_string_free(text, FALSE);
}

static void visit_day_free(gpointer data)
{
    VisitDay *day = data;
    g_clear_pointer(&day->visitors, g_array_unref);
    g_free(day);
}

/* The rows of a query for days. */
static GPtrArray *read_days(Rows *rows, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(visit_day_free);
    GError *fault = NULL;
    while (fault == NULL && rows_next(rows, &fault)) {
        VisitDay *day = g_new0(VisitDay, 1);
        g_ptr_array_add(list, day);
        g_strlcpy(day->day, rows_text(rows, 0), sizeof day->day);
        day->branch_id = rows_int(rows, 1);
        day->visits = rows_int(rows, 2);
        day->returns = rows_int(rows, 3);
        day->amount = rows_int(rows, 4);
        if (read_hours(rows_text(rows, 5), day->hours, &fault)) {
            day->visitors = read_visitors(rows_text(rows, 6), &fault);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&list);
}

GPtrArray *visit_day_list(Db *db, const char *from, const char *to, gint64 branch_id,
                          GError **error)
{
    g_autoptr(Rows) rows =
        branch_id == 0 ? db_query(db, days_of_all, DB_VALUES(db_text(from), db_text(to)), error)
                       : db_query(db, days_of_branch,
                                  DB_VALUES(db_text(from), db_text(to), db_int(branch_id)), error);
    return rows != NULL ? read_days(rows, error) : NULL;
}

/* What is stored of a day; without visits where nothing is. */
static VisitDay *load_stored(Db *db, const char *day, gint64 branch_id, GError **error)
{
    g_autoptr(Rows) rows =
        db_query(db, load_day, DB_VALUES(db_text(day), db_int(branch_id)), error);
    g_autoptr(GPtrArray) list = rows != NULL ? read_days(rows, error) : NULL;
    if (list == NULL) {
        return NULL;
    }
    if (list->len > 0) {
        return g_ptr_array_steal_index(list, 0);
    }
    VisitDay *fresh = g_new0(VisitDay, 1);
    g_strlcpy(fresh->day, day, sizeof fresh->day);
    fresh->branch_id = branch_id;
    fresh->visitors = g_array_new(FALSE, FALSE, sizeof(gint64));
    return fresh;
}

/* IDS, which is in order, without one entry for each of WENT, which is, too. */
static void take_out(GArray *ids, const GArray *went)
{
    guint kept = 0, gone = 0;
    for (guint i = 0; i < ids->len; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        while (gone < went->len && g_array_index(went, gint64, gone) < id) {
            gone++;
        }
        if (gone < went->len && g_array_index(went, gint64, gone) == id) {
            gone++;
        } else {
            g_array_index(ids, gint64, kept++) = id;
        }
    }
    g_array_set_size(ids, kept);
}

static void apply(VisitDay *day, const DayChange *change)
{
    day->visits += change->visits;
    day->returns += change->returns;
    day->amount += change->amount;
    for (guint hour = 0; hour < 24; hour++) {
        gint64 count = (gint64)day->hours[hour] + change->hours[hour];
        day->hours[hour] = (guint)CLAMP(count, 0, G_MAXINT);
    }
    if (change->came->len > 0) {
        g_array_append_vals(day->visitors, change->came->data, change->came->len);
        g_array_sort(day->visitors, order_by_number);
    }
    if (change->went->len > 0) {
        g_array_sort(change->went, order_by_number);
        take_out(day->visitors, change->went);
    }
}

static bool store(Db *db, const VisitDay *day, GError **error)
{
    if (day->visits == 0 && day->returns == 0) {
        return db_run(db, remove_day, DB_VALUES(db_text(day->day), db_int(day->branch_id)), NULL,
                      error);
    }
    g_autofree char *hours = write_hours(day->hours);
    g_autofree char *visitors = write_visitors(day->visitors);
    return db_run(db, put_day,
                  DB_VALUES(db_text(day->day), db_int(day->branch_id), db_int(day->visits),
                            db_int(day->returns), db_int(day->amount), db_text(hours),
                            db_text(visitors)),
                  NULL, error);
}

bool sums_write_day(Db *db, const DayChange *change, GError **error)
{
    VisitDay *day = load_stored(db, change->day, change->branch_id, error);
    if (day == NULL) {
        return false;
    }
    apply(day, change);
    bool ok = store(db, day, error);
    visit_day_free(day);
    return ok;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a list of orders, a thousand at a time, in one deed. */
#include "data/list/orders.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/country.h"
#include "data/diary/loss.h"
#include "data/list/ordertake.h"
#include "data/list/refusedfile.h"
#include "data/setting.h"

#include <string.h>

enum {
    AT_ONCE = 1000,     /* orders that are put together before they are written */
    MOST_NOTES = 10000, /* about single orders, that are kept in memory */
    TELL_EVERY = 64     /* lines between two reports */
};

/* One run. */
typedef struct {
    Db *db;
    const ImportPlan *plan;
    Deed *deed;
    CsvFile *file;
    OrderColumns *columns;
    OrderReader reader;
    OrderTake *take;
    char *currency, *country;
    GPtrArray *orders;    /* Order, put together so far */
    GHashTable *by_id;    /* of those with an id; ids belong to the orders */
    RefusedFile *refused; /* NULL on a dry run */
    ImportResult *result;
} Run;

static void add_note(GPtrArray *list, const Order *order, const char *field, const char *value,
                     const char *reason)
{
    const OrderLine *line = g_ptr_array_index(order->lines, 0);
    ImportNote *note = import_note_new(line->number, field != NULL ? field : "",
                                       value != NULL ? value : "", reason);
    note->name = g_strdup(order->name);
    note->customer_id = order->customer_id;
    g_ptr_array_add(list, note);
}

/* All lines of it, so that they can be taken over from the file when it is mended. */
static bool refuse(Run *run, const Order *order, GError **error)
{
    if (run->result->refused->len < MOST_NOTES) {
        add_note(run->result->refused, order, order->field, order->value, order->reason);
    } else {
        run->result->refused_more++;
    }
    for (guint i = 0; run->refused != NULL && i < order->lines->len; i++) {
        const OrderLine *line = g_ptr_array_index(order->lines, i);
        if (!refused_file_add(run->refused, line->number, line->raw, order->reason, error)) {
            return false;
        }
    }
    return true;
}

static const char *branch_header(const Run *run)
{
    const GArray *asked = run->columns->asked[ORDER_BRANCH];
    return asked->len > 0 ? g_ptr_array_index(run->columns->all, g_array_index(asked, guint, 0))
                          : "";
}

/* What became of ORDER. */
static bool count(Run *run, const Order *order, GError **error)
{
    ImportResult *result = run->result;
    result->read++;
    if (order->reason != NULL) {
        return refuse(run, order, error);
    }
    if (order->is_placeless) {
        add_note(result->warnings, order, branch_header(run), order->branch,
                 _("The shop has no such branch. Orders from there were taken over without it."));
    }
    result->updated += order->is_paid_back;
    result->unchanged += order->is_known && !order->is_paid_back;
    result->added += !order->is_known;
    return true;
}

/* Writes what was put together so far. */
static bool take_orders(Run *run, GError **error)
{
    for (guint i = 0; i < run->orders->len; i++) {
        order_end(g_ptr_array_index(run->orders, i));
    }
    if (!order_take_all(run->take, run->orders, &run->result->articles, error)) {
        return false;
    }
    for (guint i = 0; i < run->orders->len; i++) {
        if (!count(run, g_ptr_array_index(run->orders, i), error)) {
            return false;
        }
    }
    g_hash_table_remove_all(run->by_id);
    g_ptr_array_set_size(run->orders, 0);
    return true;
}

static bool is_empty(const CsvRecord *record)
{
    for (guint i = 0; i < record->cells->len; i++) {
        if (*(const char *)g_ptr_array_index(record->cells, i) != '\0') {
            return false;
        }
    }
    return record->reason == NULL;
}

/* The order at hand that RECORD belongs to; NULL when it begins one. ID may be NULL. */
static Order *order_of(const Run *run, const CsvRecord *record, const char *id)
{
    if (id != NULL) {
        return g_hash_table_lookup(run->by_id, id);
    }
    bool goes_on = record->reason == NULL && run->orders->len > 0 &&
                   order_goes_on(run->columns, record->cells);
    return goes_on ? g_ptr_array_index(run->orders, run->orders->len - 1) : NULL;
}

static bool take_record(Run *run, const CsvRecord *record, GError **error)
{
    if (is_empty(record)) {
        return true;
    }
    g_autofree char *id =
        record->reason == NULL ? order_line_id(run->columns, record->cells) : NULL;
    Order *order = order_of(run, record, id);
    if (order != NULL) {
        order_add(&run->reader, order, record);
        return true;
    }
    if (run->orders->len >= AT_ONCE && !take_orders(run, error)) {
        return false;
    }
    order = order_begin(&run->reader, record);
    g_ptr_array_add(run->orders, order);
    if (order->id != NULL) {
        g_hash_table_insert(run->by_id, order->id, order);
    }
    return true;
}

static bool report(const Run *run, ImportProgress progress, gpointer data, guint lines,
                   GError **error)
{
    guint64 total = 0;
    guint64 done = csv_file_progress(run->file, &total);
    if (progress == NULL || progress(done, total, lines, data)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_CANCELLED, _("Cancelled. Nothing was taken over."));
    return false;
}

static bool take_all(Run *run, ImportProgress progress, gpointer data, GError **error)
{
    GError *fault = NULL;
    guint lines = 0;
    for (const CsvRecord *record; (record = csv_file_next(run->file, &fault)) != NULL; lines++) {
        if (!take_record(run, record, error) ||
            (lines % TELL_EVERY == 0 && !report(run, progress, data, lines, error))) {
            return false;
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return take_orders(run, error) && report(run, progress, data, lines, error);
}

/* What the dates of the list tell about the order of day and month: the whole list is looked
 * through only where they are written with strokes. */
static bool decide_days(Run *run, GError **error)
{
    enum { LOOK = 1000 };
    g_autoptr(OrderColumns) columns = NULL;
    g_autoptr(CsvFile) file = order_columns_open(run->plan->path, &columns, NULL, error);
    OrderDays days = {0};
    GError *fault = NULL;
    bool has_strokes = false;
    if (file == NULL) {
        return false;
    }
    for (guint i = 0; i < LOOK || has_strokes; i++) {
        const CsvRecord *record = csv_file_next(file, &fault);
        if (record == NULL) {
            break;
        }
        const char *date = order_cell(columns, record->cells, ORDER_DATE, NULL);
        has_strokes = has_strokes || strcspn(date, "/-") < 3;
        order_days_count(&days, date, run->plan->today);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    run->reader.day_order = order_days_decide(&days);
    return true;
}

static bool begin(Run *run, const Who *who, GError **error)
{
    g_autofree char *header = NULL;
    run->file = order_columns_open(run->plan->path, &run->columns, &header, error);
    if (run->file == NULL || !decide_days(run, error) ||
        !setting_get(run->db, SETTING_CURRENCY, "EUR", &run->currency, error) ||
        !country_code(run->db, &run->country, error)) {
        return false;
    }
    run->reader.columns = run->columns;
    run->reader.currency = run->currency;
    run->reader.today = run->plan->today;
    if (!run->plan->dry_run) {
        run->refused = refused_file_new(run->plan->path, run->plan->spare_folder, header,
                                        csv_file_separator(run->file));
    }
    run->deed = deed_begin(run->db, who, N_("taking over orders"), error);
    run->take = run->deed != NULL
                    ? order_take_new(run->deed, run->columns->source, run->country, error)
                    : NULL;
    return run->take != NULL;
}

static bool carry_out(Run *run, const Who *who, ImportProgress progress, gpointer data,
                      GError **error)
{
    if (!begin(run, who, error) || !take_all(run, progress, data, error)) {
        return false;
    }
    if (run->plan->dry_run) {
        return true;
    }
    /* Who stayed away may be back by one of the orders. */
    return (run->result->added == 0 || loss_follow_visits(run->deed, error)) &&
           refused_file_keep(run->refused, &run->result->refused_file, error) &&
           deed_commit(run->deed, &run->result->deed_id, error);
}

ImportResult *orders_run(Db *db, const ImportPlan *plan, const Who *who, ImportProgress progress,
                         gpointer data, GError **error)
{
    g_autoptr(ImportResult) result = import_result_new();
    Run run = {.db = db, .plan = plan, .result = result};
    result->is_orders = true;
    run.orders = g_ptr_array_new_with_free_func((GDestroyNotify)order_free);
    run.by_id = g_hash_table_new(g_str_hash, g_str_equal);
    bool ok = carry_out(&run, who, progress, data, error);
    order_take_free(run.take);
    deed_free(run.deed);
    refused_file_free(run.refused);
    order_reader_clear(&run.reader);
    g_hash_table_unref(run.by_id);
    g_ptr_array_unref(run.orders);
    order_columns_free(run.columns);
    csv_file_free(run.file);
    g_free(run.currency);
    g_free(run.country);
    return ok ? g_steal_pointer(&result) : NULL;
}

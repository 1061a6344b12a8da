/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a customer list, record by record, in one deed. */
#include "data/list/import.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/country.h"
#include "data/customer/factkind.h"
#include "data/list/importmatch.h"
#include "data/list/listhead.h"
#include "data/list/listseen.h"
#include "data/list/refusedfile.h"
#include "data/list/rowsheet.h"
#include "data/lookup/index.h"

#include <string.h>

/* How many records may pass before the search index follows. */
enum { FOLLOW_EVERY = 500, MANY_ADDED = 1000 };

/* One run. */
typedef struct {
    Db *db;
    const ImportPlan *plan;
    Deed *deed;
    CsvFile *file;
    Mapping *mapping;
    GPtrArray *kinds;
    char *country;
    RefusedFile *refused; /* NULL on a dry run */
    ImportResult *result;
    /* The record at hand: where it begins, whom it is about (as in ImportNote), and whether it was
     * taken over before. */
    guint line;
    gint64 customer_id;
    char *number, *name;
    bool is_seen;
} Run;

static void note_free(gpointer data)
{
    ImportNote *note = data;
    g_free(note->field);
    g_free(note->value);
    g_free(note->reason);
    g_free(note->number);
    g_free(note->name);
    g_free(note);
}

ImportNote *import_note_new(guint line, const char *field, const char *value, const char *reason)
{
    ImportNote *note = g_new0(ImportNote, 1);
    note->line = line;
    note->field = g_strdup(field);
    note->value = g_strdup(value);
    note->reason = g_strdup(reason);
    return note;
}

ImportResult *import_result_new(void)
{
    ImportResult *result = g_new0(ImportResult, 1);
    result->refused = g_ptr_array_new_with_free_func(note_free);
    result->warnings = g_ptr_array_new_with_free_func(note_free);
    return result;
}

void import_result_free(ImportResult *result)
{
    if (result != NULL) {
        g_ptr_array_unref(result->refused);
        g_ptr_array_unref(result->warnings);
        g_free(result->refused_file);
        g_free(result);
    }
}

/* Begins with the record at LINE, of whom nothing but the NUMBER is known. */
static void begin_record(Run *run, guint line, const char *number)
{
    run->line = line;
    run->is_seen = false;
    run->customer_id = 0;
    g_free(run->number);
    run->number = g_strdup(number);
    g_clear_pointer(&run->name, g_free);
}

/* What is noted from here on is about CUSTOMER. */
static void point_to(Run *run, const Customer *customer)
{
    run->customer_id = run->plan->dry_run ? 0 : customer->head.id;
    g_free(run->number);
    run->number = g_strdup(customer->number);
    g_free(run->name);
    run->name = customer_call(customer, NAME_SORTED);
}

static void add_note(const Run *run, GPtrArray *list, const char *field, const char *value,
                     const char *reason)
{
    ImportNote *note = import_note_new(run->line, field, value, reason);
    note->number = g_strdup(run->number);
    note->name = g_strdup(run->name);
    note->customer_id = run->customer_id;
    g_ptr_array_add(list, note);
}

static bool refuse(Run *run, const CsvRecord *record, const char *field, const char *value,
                   const char *reason, GError **error)
{
    add_note(run, run->result->refused, field, value, reason);
    return run->refused == NULL ||
           refused_file_add(run->refused, record->line, record->raw, reason, error);
}

static void tell_difference(const char *field, const char *value, const char *known, gpointer data)
{
    Run *run = data;
    g_autofree char *reason =
        g_strdup_printf(_("The shop has “%s” here. It was left as it is."), known);
    add_note(run, run->result->warnings, field, value, reason);
}

static bool remember(Run *run, gint64 customer_id, const char *key, GError **error)
{
    ListSeen *seen = record_new(&list_seen_type);
    seen->customer_id = customer_id;
    record_set_text(&seen->key, key);
    bool ok = record_insert(run->deed, seen, error);
    record_free(seen);
    return ok;
}

static bool add_customer(Run *run, const ListRow *row, Sheet *sheet, GError **error)
{
    run->result->added++;
    if (!sheet_save(run->deed, sheet, error)) {
        return false;
    }
    point_to(run, sheet->customer);
    return rowsheet_add_people_days(run->deed, row, sheet, error) &&
           remember(run, sheet->customer->head.id, row->key, error);
}

static bool update_customer(Run *run, const CsvRecord *record, const ListRow *row,
                            const Sheet *sheet, gint64 id, GError **error)
{
    g_autoptr(Sheet) known = sheet_load(run->db, id, error);
    if (known == NULL) {
        return false;
    }
    if (importmatch_is_stranger(known, sheet)) {
        g_autofree char *holder = customer_call(known->customer, NAME_SPOKEN);
        g_autofree char *reason = g_strdup_printf(_("This number belongs to %s already."), holder);
        run->name = customer_name(sheet->customer, NAME_SORTED);
        return refuse(run, record, _("Number"), row->number, reason, error);
    }
    point_to(run, known->customer);
    bool changed = importmatch_merge(known, sheet, run->country, tell_difference, run);
    run->result->updated += changed;
    run->result->unchanged += !changed;
    return (!changed || sheet_save(run->deed, known, error)) &&
           rowsheet_add_people_days(run->deed, row, known, error) &&
           remember(run, id, row->key, error);
}

static bool take_row(Run *run, const CsvRecord *record, const ListRow *row, GError **error)
{
    g_autoptr(Sheet) sheet = rowsheet_make(row, run->kinds, run->plan->today);
    gint64 id = 0;
    if (!importmatch_find(run->db, sheet, row->key, run->country, &id, &run->is_seen, error)) {
        return false;
    }
    if (run->is_seen) {
        run->result->unchanged++;
        return true;
    }
    if (id != 0) {
        return update_customer(run, record, row, sheet, id, error);
    }
    g_autoptr(GError) reason = NULL;
    if (!sheet_check(sheet, &reason)) {
        return refuse(run, record, "", "", reason->message, error);
    }
    return add_customer(run, row, sheet, error);
}

static bool take_record(Run *run, const CsvRecord *record, GError **error)
{
    if (record->reason != NULL) {
        run->result->read++;
        begin_record(run, record->line, NULL);
        return refuse(run, record, "", "", record->reason, error);
    }
    g_autoptr(ListRow) row =
        list_row_read(run->mapping, record->cells, record->line, run->plan->today, run->country);
    if (row->state == LIST_ROW_EMPTY) {
        return true;
    }
    run->result->read++;
    begin_record(run, record->line, row->number);
    if (row->state == LIST_ROW_REFUSED) {
        return refuse(run, record, "", "", row->reason, error);
    }
    guint refused = run->result->refused->len;
    if (!take_row(run, record, row, error)) {
        return false;
    }
    if (run->is_seen) {
        return true;
    }
    if (record->repaired) {
        add_note(run, run->result->warnings, "", "",
                 _("Some letters here were written in another encoding than the rest. Please look "
                   "at them once more."));
    }
    for (guint i = 0; run->result->refused->len == refused && i < row->warnings->len; i++) {
        const ListWarning *warning = g_ptr_array_index(row->warnings, i);
        add_note(run, run->result->warnings, warning->field, warning->value, warning->reason);
    }
    return true;
}

static bool report(const Run *run, ImportProgress progress, gpointer data, GError **error)
{
    guint64 total = 0;
    guint64 done = csv_file_progress(run->file, &total);
    if (progress == NULL || progress(done, total, run->result->read, data)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_CANCELLED, _("Cancelled. Nothing was taken over."));
    return false;
}

static bool take_all(Run *run, ImportProgress progress, gpointer data, GError **error)
{
    GError *fault = NULL;
    for (guint count = 1;; count++) {
        const CsvRecord *record = csv_file_next(run->file, &fault);
        if (record == NULL) {
            break;
        }
        if (!take_record(run, record, error) || !report(run, progress, data, error) ||
            (count % FOLLOW_EVERY == 0 && !deed_follow(run->deed, error))) {
            return false;
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

/* Reads up to the header, and with it what the columns mean. */
static bool read_header(Run *run, GError **error)
{
    g_autofree char *header = NULL;
    run->file = listhead_open(run->plan->path, &run->mapping, &header, error);
    if (run->file == NULL) {
        return false;
    }
    if (run->plan->mapping != NULL) {
        mapping_free(run->mapping);
        run->mapping = mapping_copy(run->plan->mapping);
    }
    const char *problem = mapping_problem(run->mapping);
    if (problem != NULL) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, problem);
        return false;
    }
    if (!run->plan->dry_run) {
        run->refused = refused_file_new(run->plan->path, run->plan->spare_folder, header,
                                        csv_file_separator(run->file));
    }
    return true;
}

/* Looks through the whole list for what it tells about the order of day and month, before a single
 * date is read. */
static bool decide_days(Run *run, GError **error)
{
    g_autoptr(Mapping) guessed = NULL;
    g_autoptr(CsvFile) file = listhead_open(run->plan->path, &guessed, NULL, error);
    GError *fault = NULL;
    if (file == NULL) {
        return false;
    }
    for (const CsvRecord *record; (record = csv_file_next(file, &fault)) != NULL;) {
        if (record->reason == NULL) {
            mapping_count_days(run->mapping, record->cells);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    mapping_decide_days(run->mapping);
    return true;
}

static bool carry_out(Run *run, const Who *who, ImportProgress progress, gpointer data,
                      GError **error)
{
    if (!read_header(run, error) || !decide_days(run, error) ||
        !country_code(run->db, &run->country, error)) {
        return false;
    }
    run->deed = deed_begin(run->db, who, N_("taking over a list"), error);
    run->kinds = run->deed != NULL ? fact_kind_list(run->db, error) : NULL;
    if (run->kinds == NULL || !take_all(run, progress, data, error)) {
        return false;
    }
    if (run->plan->dry_run) {
        return true;
    }
    /* Much that is new lies in many pieces of the index, each of which is looked into by every
     * search. */
    bool ok = run->result->added < MANY_ADDED || index_settle(run->db, error);
    return ok && refused_file_keep(run->refused, &run->result->refused_file, error) &&
           deed_commit(run->deed, &run->result->deed_id, error);
}

ImportResult *import_run(Db *db, const ImportPlan *plan, const Who *who, ImportProgress progress,
                         gpointer data, GError **error)
{
    GError *fault = NULL;
    g_autoptr(ImportResult) result = import_result_new();
    Run run = {.db = db, .plan = plan, .result = result};
    bool ok = carry_out(&run, who, progress, data, &fault);
    deed_free(run.deed);
    refused_file_free(run.refused);
    g_clear_pointer(&run.kinds, g_ptr_array_unref);
    mapping_free(run.mapping);
    csv_file_free(run.file);
    g_free(run.country);
    g_free(run.number);
    g_free(run.name);
    if (!ok) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&result);
}

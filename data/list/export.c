/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers as a CSV file. */
#include "data/list/export.h"

#include "data/base/i18n.h"
#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/sheet.h"
#include "data/list/csvout.h"

#include <string.h>

static const char next_customers[] =
    "SELECT id FROM customer WHERE id > $1 AND NOT " CUSTOMER_IS_ERASED(
        "customer") " ORDER BY id LIMIT 500";

/* What a column of the file takes from a sheet. A new string, "" when there is nothing. */
typedef struct {
    const char *header; /* N_() */
    char *(*value)(const Sheet *sheet);
} Column;

static char *copy(const char *text)
{
    return g_strdup(text != NULL ? text : "");
}

static char *number_of(const Sheet *sheet)
{
    return copy(sheet->customer->number);
}

static char *salutation_of(const Sheet *sheet)
{
    return copy(sheet->customer->salutation);
}

static char *title_of(const Sheet *sheet)
{
    return copy(sheet->customer->title);
}

static char *given_name_of(const Sheet *sheet)
{
    return copy(sheet->customer->given_name);
}

static char *family_name_of(const Sheet *sheet)
{
    return copy(sheet->customer->family_name);
}

static char *company_of(const Sheet *sheet)
{
    return copy(sheet->customer->company);
}

static char *description_of(const Sheet *sheet)
{
    return copy(sheet->customer->description);
}

static char *address_form_of(const Sheet *sheet)
{
    return copy(sheet->customer->address_form);
}

/* The first address; further ones are rare in a shop and stay in Tresen. */
static const Address *address_of(const Sheet *sheet)
{
    return sheet->addresses->len > 0 ? g_ptr_array_index(sheet->addresses, 0) : NULL;
}

static char *street_of(const Sheet *sheet)
{
    return copy(address_of(sheet) != NULL ? address_of(sheet)->street : NULL);
}

static char *postcode_of(const Sheet *sheet)
{
    return copy(address_of(sheet) != NULL ? address_of(sheet)->postcode : NULL);
}

static char *place_of(const Sheet *sheet)
{
    return copy(address_of(sheet) != NULL ? address_of(sheet)->place : NULL);
}

static char *country_of(const Sheet *sheet)
{
    return copy(address_of(sheet) != NULL ? address_of(sheet)->country : NULL);
}

static char *contacts_of(const Sheet *sheet, const char *kind)
{
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        if (strcmp(contact->kind, kind) == 0) {
            g_string_append_printf(lines, "%s%s", lines->len > 0 ? "\n" : "", contact->value);
        }
    }
    return g_string_free(lines, FALSE);
}

static char *phones_of(const Sheet *sheet)
{
    return contacts_of(sheet, "phone");
}

static char *emails_of(const Sheet *sheet)
{
    return contacts_of(sheet, "email");
}

static char *birthday_of(const Sheet *sheet)
{
    return day_to_text(sheet_birthday(sheet));
}

static char *since_of(const Sheet *sheet)
{
    return copy(sheet->customer->since);
}

static char *visits_of(const Sheet *sheet)
{
    gint64 visits = sheet->customer->visits_before;
    return visits > 0 ? g_strdup_printf("%" G_GINT64_FORMAT, visits) : g_strdup("");
}

static char *last_visit_of(const Sheet *sheet)
{
    return copy(sheet->customer->last_visit_before);
}

static char *class_of(const Sheet *sheet)
{
    return copy(sheet->customer->class);
}

static char *closeness_of(const Sheet *sheet)
{
    return copy(choice_label(customer_closenesses, sheet->customer->closeness));
}

/* After these, a column for each kind of fact. */
static const Column columns[] = {
    {N_("Number"), number_of},
    {N_("Salutation"), salutation_of},
    {N_("Title"), title_of},
    {N_("First name"), given_name_of},
    {N_("Last name"), family_name_of},
    {N_("Company"), company_of},
    {N_("Description"), description_of},
    {N_("Formal or informal"), address_form_of},
    {N_("Street"), street_of},
    {N_("Postcode"), postcode_of},
    {N_("Place"), place_of},
    {N_("Country"), country_of},
    {N_("Phone"), phones_of},
    {N_("E-mail"), emails_of},
    {N_("Birthday"), birthday_of},
    {N_("Customer since"), since_of},
    {N_("Class"), class_of},
    {N_("Closeness"), closeness_of},
    {N_("Visits so far"), visits_of},
    {N_("Last visit"), last_visit_of},
};

static char *facts_of(const Sheet *sheet, const FactKind *kind)
{
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < sheet->facts->len; i++) {
        const Fact *fact = g_ptr_array_index(sheet->facts, i);
        if (fact->kind_id == kind->head.id) {
            g_string_append_printf(lines, "%s%s", lines->len > 0 ? "\n" : "", fact->words);
        }
    }
    return g_string_free(lines, FALSE);
}

static bool write_header(CsvOut *out, const GPtrArray *kinds, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
        csv_out_cell(out, _(columns[i].header));
    }
    for (guint i = 0; i < kinds->len; i++) {
        csv_out_cell(out, fact_kind_label(g_ptr_array_index(kinds, i)));
    }
    return csv_out_end_row(out, error);
}

static bool write_customer(CsvOut *out, const Sheet *sheet, const GPtrArray *kinds, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
        g_autofree char *value = columns[i].value(sheet);
        csv_out_cell(out, value);
    }
    for (guint i = 0; i < kinds->len; i++) {
        g_autofree char *value = facts_of(sheet, g_ptr_array_index(kinds, i));
        csv_out_cell(out, value);
    }
    return csv_out_end_row(out, error);
}

static bool write_all(Db *db, CsvOut *out, gint64 *count, GError **error)
{
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, error);
    if (kinds == NULL || !write_header(out, kinds, error)) {
        return false;
    }
    for (gint64 last = 0;;) {
        g_autoptr(GArray) ids = db_get_ids(db, next_customers, DB_VALUES(db_int(last)), error);
        if (ids == NULL || ids->len == 0) {
            return ids != NULL;
        }
        for (guint i = 0; i < ids->len; i++) {
            last = g_array_index(ids, gint64, i);
            g_autoptr(Sheet) sheet = sheet_load(db, last, error);
            if (sheet == NULL || !write_customer(out, sheet, kinds, error)) {
                return false;
            }
            (*count)++;
        }
    }
}

bool export_csv(Db *db, const char *path, gint64 *count, GError **error)
{
    gint64 written = 0;
    g_autoptr(CsvOut) out = csv_out_begin(db, path, error);
    if (out == NULL || !db_read_begin(db, error)) {
        return false;
    }
    bool ok = write_all(db, out, &written, error);
    db_read_end(db);
    ok = ok && csv_out_commit(out, error);
    if (ok && count != NULL) {
        *count = written;
    }
    return ok;
}

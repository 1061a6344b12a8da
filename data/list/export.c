/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers as a CSV file. */
#include "data/list/export.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/sheet.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char next_customers[] = "SELECT id FROM customer WHERE id > $1 ORDER BY id LIMIT 500";

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

/* Whether each line of TEXT is a number or a phone number. */
static bool is_numbers(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *rest = *lines[i] == '+' || *lines[i] == '-' ? lines[i] + 1 : lines[i];
        if (rest[strspn(rest, "0123456789 ()/.,-")] != '\0') {
            return false;
        }
    }
    return true;
}

/* Whether a spreadsheet would run TEXT as a formula: it begins like one, and is more than numbers.
 */
static bool is_formula(const char *text)
{
    return *text != '\0' && strchr("=+-@\t\r\n", *text) != NULL && !is_numbers(text);
}

static void add_cell(GString *line, const char *text, bool first)
{
    g_autofree char *safe = is_formula(text) ? g_strconcat("'", text, NULL) : g_strdup(text);
    if (!first) {
        g_string_append_c(line, ';');
    }
    if (*safe == '\0') {
        return;
    }
    size_t room = csv_write(NULL, 0, safe, strlen(safe));
    gsize start = line->len;
    g_string_set_size(line, start + room);
    csv_write(line->str + start, room, safe, strlen(safe));
}

static bool put_line(FILE *file, GString *line)
{
    g_string_append(line, "\r\n");
    return fwrite(line->str, 1, line->len, file) == line->len;
}

static bool write_header(FILE *file, const GPtrArray *kinds)
{
    g_autoptr(GString) line = g_string_new("\xEF\xBB\xBF");
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
        add_cell(line, _(columns[i].header), i == 0);
    }
    for (guint i = 0; i < kinds->len; i++) {
        add_cell(line, fact_kind_label(g_ptr_array_index(kinds, i)), false);
    }
    return put_line(file, line);
}

static bool write_customer(FILE *file, const Sheet *sheet, const GPtrArray *kinds)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
        g_autofree char *value = columns[i].value(sheet);
        add_cell(line, value, i == 0);
    }
    for (guint i = 0; i < kinds->len; i++) {
        g_autofree char *value = facts_of(sheet, g_ptr_array_index(kinds, i));
        add_cell(line, value, false);
    }
    return put_line(file, line);
}

/* Whether PATH is the very file the shop lies in. */
static bool is_shop_itself(Db *db, const char *path)
{
    GStatBuf shop, target;
    return db_engine(db) == DB_SQLITE && g_stat(db_where(db), &shop) == 0 &&
           g_stat(path, &target) == 0 && shop.st_dev == target.st_dev &&
           shop.st_ino == target.st_ino;
}

static bool cannot_write(const char *path, GError **error)
{
    bool is_full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    g_set_error(error, FAULT, is_full ? FAULT_FULL : FAULT_REFUSED,
                _("The file %s cannot be written: %s. Choose another place."), path,
                g_strerror(errno));
    return false;
}

static bool write_all(Db *db, FILE *file, const char *path, gint64 *count, GError **error)
{
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, error);
    if (kinds == NULL || (!write_header(file, kinds) && !cannot_write(path, error))) {
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
            if (sheet == NULL ||
                (!write_customer(file, sheet, kinds) && !cannot_write(path, error))) {
                return false;
            }
            (*count)++;
        }
    }
}

/* Ends the file: what is not on the disk now is not written. */
static bool finish(FILE *file, const char *path, bool ok, GError **error)
{
    ok = ok && ((fflush(file) == 0 && fsync(fileno(file)) == 0) || cannot_write(path, error));
    return (fclose(file) == 0 || !ok || cannot_write(path, error)) && ok;
}

bool export_csv(Db *db, const char *path, gint64 *count, GError **error)
{
    if (is_shop_itself(db, path)) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("%s is the shop itself. Choose another name for the list."), path);
        return false;
    }
    gint64 written = 0;
    g_autofree char *beside = g_strconcat(path, ".XXXXXX", NULL);
    int handle = g_mkstemp_full(beside, O_WRONLY | O_CLOEXEC, 0600);
    if (handle < 0) {
        return cannot_write(path, error);
    }
    FILE *file = fdopen(handle, "wb");
    if (file == NULL) {
        cannot_write(path, error);
        close(handle);
        g_unlink(beside);
        return false;
    }
    bool ok = db_read_begin(db, error);
    if (ok) {
        ok = write_all(db, file, path, &written, error);
        db_read_end(db);
    }
    ok =
        finish(file, path, ok, error) && (g_rename(beside, path) == 0 || cannot_write(path, error));
    if (!ok) {
        g_unlink(beside);
    }
    if (ok && count != NULL) {
        *count = written;
    }
    return ok;
}

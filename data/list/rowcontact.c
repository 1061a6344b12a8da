/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phones, e-mails and websites of a row. */
#include "data/list/rowread.h"

#include "data/base/i18n.h"
#include "data/customer/phone.h"
#include "data/list/csvcell.h"

#include <string.h>

enum { DIGITS_OF_NUMBER = 6, DIGITS_WITHIN_TOWN = 5 };

/* Adds VALUE to CONTACTS; takes LABEL, which may be NULL. */
static void add_contact(GPtrArray *contacts, const char *value, char *label)
{
    ListContact *contact = g_new(ListContact, 1);
    contact->value = g_strdup(value);
    contact->label = label;
    g_ptr_array_add(contacts, contact);
}

/* Whether TEXT is a number that can be dialled from elsewhere. */
static bool is_whole_number(const char *text)
{
    const char *first = strpbrk(text, "0123456789+");
    return first && (*first == '0' || *first == '+') && cell_digits(text) >= DIGITS_OF_NUMBER;
}

/* Whether the mark at AT of TEXT stands between two numbers: "/" also stands within one. */
static bool divides(const char *text, const char *at)
{
    if (*at == ';' || *at == '\n') {
        return true;
    }
    if (*at != ',' && *at != '/') {
        return false;
    }
    g_autofree char *left = g_strndup(text, (gsize)(at - text));
    g_autofree char *right = g_strndup(at + 1, strcspn(at + 1, ",;\n"));
    if (*at == ',' && cell_digits(left) >= DIGITS_WITHIN_TOWN &&
        cell_digits(right) >= DIGITS_WITHIN_TOWN) {
        return true;
    }
    return is_whole_number(left) && is_whole_number(right);
}

/* The numbers of a cell. */
static GPtrArray *split_phones(const char *text)
{
    GPtrArray *numbers = g_ptr_array_new_with_free_func(g_free);
    const char *start = text;
    for (const char *at = text;; at++) {
        if (*at && !divides(start, at)) {
            continue;
        }
        char *number = g_strstrip(g_strndup(start, (gsize)(at - start)));
        if (*number) {
            g_ptr_array_add(numbers, number);
        } else {
            g_free(number);
        }
        if (!*at) {
            return numbers;
        }
        start = at + 1;
    }
}

static bool has_phone(const RowReader *reader, const char *digits)
{
    for (guint i = 0; i < reader->row->phones->len; i++) {
        const ListContact *known = g_ptr_array_index(reader->row->phones, i);
        g_autofree char *known_digits = phone_digits(known->value, reader->country);
        if (strcmp(known_digits, digits) == 0) {
            return true;
        }
    }
    return false;
}

/* "4,91716E+11": the spreadsheet has thrown the last digits away. */
static bool is_rounded(const char *number)
{
    return g_regex_match_simple("^[0-9][.,][0-9]+[eE]\\+[0-9]+$", number, 0, 0);
}

static void take_phone(RowReader *reader, const RowCell *cell, const char *number)
{
    const char *value = csv_cell_read(number);
    if (is_rounded(value)) {
        row_note_and_warn(reader, cell, value,
                          _("A spreadsheet has rounded this number, so its last digits are lost. "
                            "It was kept as a note."));
        return;
    }
    g_autofree char *digits = phone_digits(value, reader->country);
    if (!digits) {
        row_note_and_warn(reader, cell, value,
                          _("This is too short for a phone number. It was kept as a note."));
    } else if (!has_phone(reader, digits)) {
        add_contact(reader->row->phones, value, row_label(reader, cell));
    }
}

void row_read_phone(RowReader *reader, const RowCell *cell)
{
    if (cell_says_unknown(cell->line)) {
        return;
    }
    g_autoptr(GPtrArray) values = cell_values(cell->text);
    for (guint i = 0; i < values->len; i++) {
        g_autoptr(GPtrArray) numbers = split_phones(g_ptr_array_index(values, i));
        for (guint k = 0; k < numbers->len; k++) {
            take_phone(reader, cell, g_ptr_array_index(numbers, k));
        }
    }
}

/* The address in "Anna Ott <anna@example.org>" and "mailto:anna@example.org", with the domain in
 * small letters; NULL when TEXT cannot be an e-mail address. */
static char *email_of(const char *text)
{
    const char *open = strchr(text, '<');
    const char *close = open ? strchr(open, '>') : NULL;
    g_autofree char *bare = close ? g_strndup(open + 1, (gsize)(close - open - 1)) : g_strdup(text);
    g_strstrip(bare);
    char *email = g_ascii_strncasecmp(bare, "mailto:", 7) == 0 ? bare + 7 : bare;
    char *at = strchr(email, '@');
    const char *dot = at ? strrchr(at, '.') : NULL;
    if (!at || at == email || strchr(at + 1, '@') || !dot || dot == at + 1 || strlen(dot) < 3) {
        return NULL;
    }
    if (strpbrk(email, " \t\n,;:<>()[]\"\\") || strstr(email, "..") || *email == '.' ||
        at[-1] == '.' || at[1] == '.' || at[1] == '-') {
        return NULL;
    }
    *at = '\0';
    g_autofree char *domain = g_utf8_strdown(at + 1, -1);
    return g_strdup_printf("%s@%s", email, domain);
}

static void add_email(RowReader *reader, const RowCell *cell, const char *email)
{
    GPtrArray *emails = reader->row->emails;
    for (guint i = 0; i < emails->len; i++) {
        const ListContact *known = g_ptr_array_index(emails, i);
        if (g_ascii_strcasecmp(known->value, email) == 0) {
            return;
        }
    }
    g_autofree char *label = row_label(reader, cell);
    /* Some address books mix up the two columns. */
    bool is_label = label && !strchr(label, '@');
    add_contact(emails, email, is_label ? g_steal_pointer(&label) : NULL);
}

static void take_email(RowReader *reader, const RowCell *cell, const char *text)
{
    g_autofree char *email = email_of(text);
    g_autofree char *label = email ? NULL : row_label(reader, cell);
    g_autofree char *swapped = label ? email_of(label) : NULL;
    if (email || swapped) {
        add_email(reader, cell, email ? email : swapped);
    } else {
        row_note_and_warn(reader, cell, text,
                          _("This is not an e-mail address. It was kept as a note."));
    }
}

void row_read_email(RowReader *reader, const RowCell *cell)
{
    if (cell_says_unknown(cell->line)) {
        return;
    }
    g_autoptr(GPtrArray) values = cell_values(cell->text);
    for (guint i = 0; i < values->len; i++) {
        const char *value = g_ptr_array_index(values, i);
        const char *first = strchr(value, '@');
        bool several = first && strchr(first + 1, '@') && !strchr(value, '<');
        g_auto(GStrv) parts = g_strsplit_set(value, several ? ",;\n " : ";\n", -1);
        for (char **part = parts; *part; part++) {
            if (*g_strstrip(*part)) {
                take_email(reader, cell, *part);
            }
        }
    }
}

void row_read_website(RowReader *reader, const RowCell *cell)
{
    if (cell_says_unknown(cell->line)) {
        return;
    }
    g_autoptr(GPtrArray) values = cell_values(cell->text);
    for (guint i = 0; i < values->len; i++) {
        add_contact(reader->row->websites, g_ptr_array_index(values, i), row_label(reader, cell));
    }
}

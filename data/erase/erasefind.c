/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom an erasing is about, and by what words they are known elsewhere. */
#include "data/erase/erase_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/fields.h"
#include "data/db/removed.h"
#include "data/lookup/fold.h"

#include <string.h>

/* Fewer characters or digits are no phone number or e-mail that tells anybody. */
enum { LEAST_KNOWN = 6 };

static const char removed_customers[] =
    "SELECT first_id, before FROM change WHERE what = 'remove' AND table_name = 'customer' "
    "AND before IS NOT NULL ORDER BY id DESC";
static const char known_of[] = "SELECT value FROM contact WHERE customer_id = $1";

static void nobody(GError **error)
{
    g_set_error_literal(error, FAULT, FAULT_MISSING,
                        _("There is no such customer, neither in the shop nor in the bin."));
}

Customer *erase_person(Db *db, gint64 customer_id, bool *in_bin, GError **error)
{
    GError *fault = NULL;
    Customer *customer = removed_or_there(db, &customer_type, customer_id, in_bin, &fault);
    if (customer != NULL && customer_is_erased(customer)) {
        g_clear_pointer(&customer, record_free);
    }
    if (customer == NULL && (fault == NULL || g_error_matches(fault, FAULT, FAULT_MISSING))) {
        g_clear_error(&fault);
        nobody(error);
    } else if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return customer;
}

/* The customer with NUMBER in the bin; 0 in *ID when there is none. */
static bool find_removed(Db *db, const char *number, gint64 *id, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, removed_customers, DB_NO_VALUES, &fault);
    *id = 0;
    while (rows != NULL && *id == 0 && rows_next(rows, &fault)) {
        Customer *customer = record_from_image(&customer_type, rows_text(rows, 1), NULL);
        if (customer != NULL && g_strcmp0(customer->number, number) == 0) {
            *id = rows_int(rows, 0);
        }
        record_free(customer);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL;
}

bool erase_find(Db *db, const char *number, gint64 *customer_id, GError **error)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(number));
    if (!customer_find_number(db, trimmed, customer_id, error) ||
        (*customer_id == 0 && !find_removed(db, trimmed, customer_id, error))) {
        return false;
    }
    if (*customer_id == 0) {
        nobody(error);
    }
    return *customer_id != 0;
}

char **erase_words(const Customer *customer)
{
    const char *parts[] = {
        customer->given_name, customer->family_name,
        customer->given_name == NULL && customer->family_name == NULL ? customer->company : NULL};
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_auto(GStrv) folded = fold_words(parts[i] != NULL ? parts[i] : "");
        for (guint word = 0; folded[word] != NULL; word++) {
            if (*folded[word] != '\0' &&
                !g_ptr_array_find_with_equal_func(words, folded[word], g_str_equal, NULL)) {
                g_ptr_array_add(words, g_strdup(folded[word]));
            }
        }
    }
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&words), FALSE);
}

GPtrArray *erase_known(Db *db, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func(g_free);
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, known_of, DB_VALUES(db_int(customer_id)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        g_ptr_array_add(known, g_strdup(rows_text(rows, 0)));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL ? g_steal_pointer(&known) : NULL;
}

/* The digits of TEXT alone. Free with g_free. */
static char *digits_of(const char *text)
{
    GString *digits = g_string_new(NULL);
    for (; *text != '\0'; text++) {
        if (g_ascii_isdigit(*text)) {
            g_string_append_c(digits, *text);
        }
    }
    return g_string_free(digits, FALSE);
}

static bool is_known(const char *text, const char *known)
{
    if (strlen(known) >= LEAST_KNOWN && strstr(text, known) != NULL) {
        return true;
    }
    g_autofree char *wanted = strchr(known, '@') == NULL ? digits_of(known) : g_strdup("");
    if (strlen(wanted) < LEAST_KNOWN) {
        return false;
    }
    g_autofree char *digits = digits_of(text);
    return strstr(digits, wanted) != NULL;
}

/* Somebody with a single name shares it with many: then the text has to be the name. */
static bool has_words(const char *text, char **words)
{
    g_auto(GStrv) own = fold_words(text);
    guint count = g_strv_length(words);
    for (guint i = 0; i < count; i++) {
        if (!g_strv_contains((const char *const *)own, words[i])) {
            return false;
        }
    }
    return count > 1 || (count == 1 && g_strv_length(own) == 1);
}

bool erase_names(const char *text, char **words, const GPtrArray *known)
{
    for (guint i = 0; known != NULL && i < known->len; i++) {
        if (is_known(text, g_ptr_array_index(known, i))) {
            return true;
        }
    }
    return has_words(text, words);
}

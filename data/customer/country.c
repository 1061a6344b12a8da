/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The country of the shop's telephone numbers. */
#include "data/customer/country.h"

#include "data/customer/contact.h"
#include "data/db/seal.h"
#include "data/lookup/index.h"
#include "data/setting.h"

#include <string.h>

static const char list_phones[] =
    "SELECT id, customer_id, value, key FROM contact WHERE kind = 'phone' ORDER BY customer_id, id";
static const char set_key[] = "UPDATE contact SET key = $1 WHERE id = $2";

typedef struct {
    gint64 id, customer_id;
    char *key;
} Rekey;

static void rekey_clear(gpointer data)
{
    g_free(((Rekey *)data)->key);
}

bool country_code(Db *db, char **code, GError **error)
{
    return setting_get(db, SETTING_COUNTRY_CODE, COUNTRY_USUAL, code, error);
}

char *country_read(const char *typed)
{
    g_autofree char *text = g_strstrip(g_strdup(typed));
    const char *code = text;
    if (g_str_has_prefix(code, "+")) {
        code += 1;
    } else if (g_str_has_prefix(code, "00")) {
        code += 2;
    }
    gsize length = strspn(code, "0123456789");
    return length >= 1 && length <= 3 && code[length] == '\0' && *code != '0' ? g_strdup(code)
                                                                              : NULL;
}

/* The phones that compare otherwise with CODE; read to the end, so that what follows may write.
 * NULL on a fault. */
static GArray *find_changed(Db *db, const char *code, GError **error)
{
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(Rekey));
    g_autoptr(Rows) rows = db_query(db, list_phones, DB_NO_VALUES, error);
    GError *fault = NULL;
    g_array_set_clear_func(list, rekey_clear);
    while (rows != NULL && rows_next(rows, &fault)) {
        g_autofree char *key = contact_key("phone", rows_text(rows, 2), code);
        if (strcmp(key, rows_text(rows, 3)) != 0) {
            const Rekey one = {rows_int(rows, 0), rows_int(rows, 1), g_steal_pointer(&key)};
            g_array_append_val(list, one);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return rows != NULL ? g_steal_pointer(&list) : NULL;
}

/* Writes the key, which the seal of the row follows. */
static bool write_key(Db *db, const Rekey *one, Seals *seals, GError **error)
{
    Contact *contact = record_load(db, &contact_type, one->id, error);
    bool ok = contact != NULL &&
              db_run(db, set_key, DB_VALUES(db_text(one->key), db_int(one->id)), NULL, error);
    if (ok) {
        seals_note(seals, contact, -1);
        record_set_text(&contact->key, one->key);
        seals_note(seals, contact, 1);
    }
    record_free(contact);
    return ok;
}

static bool write_keys(Db *db, const GArray *list, GError **error)
{
    Seals *seals = seals_new();
    bool ok = true;
    for (guint i = 0; ok && i < list->len; i++) {
        ok = write_key(db, &g_array_index(list, Rekey, i), seals, error);
    }
    ok = ok && seals_settle(seals, db, error);
    seals_free(seals);
    return ok;
}

static bool write_changed(Db *db, const GArray *list, GError **error)
{
    if (!write_keys(db, list, error)) {
        return false;
    }
    /* The phones of a customer stand together: each is brought up to date once. */
    for (guint i = 0; i < list->len; i++) {
        gint64 customer_id = g_array_index(list, Rekey, i).customer_id;
        bool is_last =
            i + 1 == list->len || g_array_index(list, Rekey, i + 1).customer_id != customer_id;
        if (is_last && !index_refresh(db, customer_id, error)) {
            return false;
        }
    }
    return true;
}

bool country_change(Db *db, const char *code, gint64 *changed, GError **error)
{
    if (!db_begin(db, error)) {
        return false;
    }
    g_autoptr(GArray) list = find_changed(db, code, error);
    if (list == NULL || !setting_set(db, SETTING_COUNTRY_CODE, code, error) ||
        !write_changed(db, list, error)) {
        db_rollback(db);
        return false;
    }
    if (changed != NULL) {
        *changed = list->len;
    }
    return db_commit(db, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shop's settings, by name. */
#include "data/setting.h"

static const char first_deed[] = "SELECT uid FROM deed ORDER BY id LIMIT 1";
static const char get_setting[] = "SELECT value FROM setting WHERE name = $1";
static const char set_setting[] = "INSERT INTO setting (name, value) VALUES ($1, $2) "
                                  "ON CONFLICT (name) DO UPDATE SET value = excluded.value";

bool setting_get(Db *db, const char *name, const char *otherwise, char **value, GError **error)
{
    if (!db_get_text(db, get_setting, DB_VALUES(db_text(name)), value, error)) {
        return false;
    }
    if (*value == NULL) {
        *value = g_strdup(otherwise);
    }
    return true;
}

bool setting_get_int(Db *db, const char *name, gint64 otherwise, gint64 *value, GError **error)
{
    g_autofree char *text = NULL;
    if (!setting_get(db, name, NULL, &text, error)) {
        return false;
    }
    /* What somebody wrote there by hand and is no number counts as not set. */
    if (text == NULL || !g_ascii_string_to_signed(text, 10, G_MININT64, G_MAXINT64, value, NULL)) {
        *value = otherwise;
    }
    return true;
}

bool setting_set(Db *db, const char *name, const char *value, GError **error)
{
    if (!db_begin(db, error)) {
        return false;
    }
    if (!db_run(db, set_setting, DB_VALUES(db_text(name), db_text(value)), NULL, error)) {
        db_rollback(db);
        return false;
    }
    return db_commit(db, error);
}

bool setting_set_int(Db *db, const char *name, gint64 value, GError **error)
{
    g_autofree char *text = g_strdup_printf("%" G_GINT64_FORMAT, value);
    return setting_set(db, name, text, error);
}

char *setting_uid(Db *db, GError **error)
{
    g_autofree char *uid = NULL;
    if (!setting_get(db, SETTING_UID, NULL, &uid, error)) {
        return NULL;
    }
    if (uid != NULL) {
        return g_steal_pointer(&uid);
    }
    if (!db_get_text(db, first_deed, DB_NO_VALUES, &uid, error) ||
        (uid != NULL && !db_is_read_only(db) && !setting_set(db, SETTING_UID, uid, error))) {
        return NULL;
    }
    return uid != NULL ? g_steal_pointer(&uid) : g_strdup("");
}

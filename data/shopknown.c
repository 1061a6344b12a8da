/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where shops have been on this computer. */
#include "data/shopknown.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/smallfile.h"
#include "data/db/db.h"
#include "data/shopfile.h"

static const char group[] = "shops";

static char *path_in(const char *folder)
{
    return g_build_filename(folder, "shops.ini", NULL);
}

static GKeyFile *read_file(const char *path)
{
    GKeyFile *file = g_key_file_new();
    int fault;
    g_autofree char *text = small_file_read(path, &fault);
    if (text != NULL) {
        g_key_file_load_from_data(file, text, (gsize)-1, G_KEY_FILE_KEEP_COMMENTS, NULL);
    }
    return file;
}

static void write_file(const char *path, GKeyFile *file)
{
    g_autofree char *text = g_key_file_to_data(file, NULL, NULL);
    int fault;
    small_file_write(path, text, &fault);
}

/* The name under which WHERE is remembered: its folder as it is without links, which the file
 * itself, where it is gone, does not have any more. The characters are those a key may have. */
static char *key_of(const char *where)
{
    g_autofree char *whole = shopfile_path(where);
    return g_uri_escape_string(whole, NULL, FALSE);
}

static bool is_file(const char *folder, const char *where)
{
    return folder != NULL && where != NULL && *where != '\0' && !db_is_server(where);
}

bool shop_known_is(const char *folder, const char *where)
{
    if (!is_file(folder, where)) {
        return false;
    }
    g_autofree char *path = path_in(folder);
    g_autofree char *key = key_of(where);
    g_autoptr(GKeyFile) file = read_file(path);
    return g_key_file_has_key(file, group, key, NULL);
}

void shop_known_note(const char *folder, const char *where)
{
    if (!is_file(folder, where)) {
        return;
    }
    g_autofree char *path = path_in(folder);
    g_autofree char *key = key_of(where);
    g_autoptr(GKeyFile) file = read_file(path);
    if (!g_key_file_has_key(file, group, key, NULL)) {
        g_key_file_set_string(file, group, key, "here");
        write_file(path, file);
    }
}

void shop_known_forget(const char *folder, const char *where)
{
    if (!is_file(folder, where)) {
        return;
    }
    g_autofree char *path = path_in(folder);
    g_autofree char *key = key_of(where);
    g_autoptr(GKeyFile) file = read_file(path);
    if (g_key_file_remove_key(file, group, key, NULL)) {
        write_file(path, file);
    }
}

bool shop_known_gone(const char *folder, const char *where, GError **error)
{
    if (!shop_known_is(folder, where) || shopfile_exists(where)) {
        return false;
    }
    g_autofree char *shown = g_filename_display_name(where);
    g_set_error(error, FAULT, FAULT_MISSING,
                _("The shop %s was there before and is gone. Was it moved or renamed, or is a disk "
                  "not connected? Put it back, or bring back a backup of it."),
                shown);
    return true;
}

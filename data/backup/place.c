/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the backups of a shop lie, and what their names say. */
#include "data/backup/place.h"

#include "data/backup/backup_private.h"
#include "data/base/i18n.h"
#include "data/db/serverstring.h"
#include "data/shopfile.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static const char OPEN_ENDING[] = ".tresen";
static const char LOCKED_ENDING[] = ".vault";

typedef struct {
    const char *code; /* in the name of the file */
    const char *words;
} Why;

static const Why whys[] = {
    [BACKUP_DAILY] = {"daily", N_("by itself")},
    [BACKUP_BY_HAND] = {"manual", N_("made by hand")},
    [BACKUP_UPGRADE] = {"upgrade", N_("before a new version")},
    [BACKUP_IMPORT] = {"import", N_("before an import")},
    [BACKUP_RESTORE] = {"restore", N_("before a backup was brought back")},
    [BACKUP_OTHER] = {"other", N_("not known")},
};

const char *backup_why_words(BackupWhy why)
{
    return _(whys[why].words);
}

/* NAME as any file system takes it (a stick knows no ":" and no control characters), not hidden,
 * and short enough for what comes behind it. Free with g_free. */
static char *portable_name(const char *name)
{
    enum { LONGEST = 100 };
    char *text = g_utf8_make_valid(name, -1);
    while (strlen(text) > LONGEST) {
        *g_utf8_find_prev_char(text, text + strlen(text)) = '\0';
    }
    for (char *letter = text; *letter != '\0'; letter++) {
        if (g_ascii_iscntrl(*letter) || strchr("\"*/:<>?\\|", *letter) != NULL ||
            (letter == text && (*letter == '.' || *letter == '-'))) {
            *letter = '_';
        }
    }
    return text;
}

/* "/data/emma.tresen" is "emma"; a server's shop is called as its database. */
static char *shop_name(const char *where)
{
    if (db_is_server(where)) {
        g_autofree char *database = server_string_name(where);
        return portable_name(database);
    }
    g_autofree char *name = g_path_get_basename(where);
    if (g_str_has_suffix(name, OPEN_ENDING) && strlen(name) > strlen(OPEN_ENDING)) {
        name[strlen(name) - strlen(OPEN_ENDING)] = '\0';
    }
    return portable_name(name);
}

/* The whole path, without links; the file itself may be gone. */
static char *whole_path(const char *where)
{
    char real[PATH_MAX];
    return realpath(where, real) != NULL ? g_strdup(real) : shopfile_path(where);
}

/* The folder in FOLDER for the shop WHERE of this MACHINE. */
static char *folder_of(const char *folder, const char *machine, const char *where)
{
    g_autofree char *path = whole_path(where);
    g_autofree char *name = shop_name(path);
    g_autofree char *whole = g_strconcat(machine, path, NULL);
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, whole, -1);
    g_autofree char *own = g_strdup_printf("%s-%.8s", name, sum);
    return g_build_filename(folder, own, NULL);
}

char *backup_folder_of(const char *folder, const char *where)
{
    return folder_of(folder, "", where);
}

char *backup_second_folder(const char *second, const char *where)
{
    g_autofree char *machine = NULL;
    if (!g_file_get_contents("/etc/machine-id", &machine, NULL, NULL)) {
        machine = g_strdup(g_get_host_name());
    }
    g_strstrip(machine);
    return folder_of(second, machine, where);
}

/* NOW without what file names on other systems do not bear: 20260301T080000Z. */
static char *compact(const char *now)
{
    GString *text = g_string_new(NULL);
    for (; *now != '\0'; now++) {
        if (g_ascii_isalnum(*now)) {
            g_string_append_c(text, *now);
        }
    }
    return g_string_free(text, FALSE);
}

char *backup_name(const char *where, const char *now, BackupWhy why, bool is_locked, guint copy)
{
    g_autofree char *path = db_is_server(where) ? g_strdup(where) : whole_path(where);
    g_autofree char *shop = shop_name(path);
    g_autofree char *instant = compact(now);
    g_autofree char *again = copy > 1 ? g_strdup_printf("-%u", copy) : g_strdup("");
    return g_strdup_printf("%s-%s-%s%s%s", shop, instant, whys[why].code, again,
                           is_locked ? LOCKED_ENDING : OPEN_ENDING);
}

/* Whether PART is 20260301T080000Z; then MADE gets it as an instant. */
static bool read_instant(const char *part, char made[21])
{
    static const char shape[] = "########T######Z";
    if (strlen(part) != strlen(shape)) {
        return false;
    }
    for (guint i = 0; shape[i] != '\0'; i++) {
        if (shape[i] == '#' ? !g_ascii_isdigit(part[i]) : part[i] != shape[i]) {
            return false;
        }
    }
    g_autofree char *text = g_strdup_printf("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", part, part + 4,
                                            part + 6, part + 9, part + 11, part + 13);
    g_autoptr(GDateTime) when = g_date_time_new_from_iso8601(text, NULL);
    if (when != NULL) {
        g_strlcpy(made, text, 21);
    }
    return when != NULL;
}

static BackupWhy why_of(const char *code)
{
    for (guint i = 0; i < BACKUP_OTHER; i++) {
        if (strcmp(whys[i].code, code) == 0) {
            return (BackupWhy)i;
        }
    }
    return BACKUP_OTHER;
}

/* The words of a name between "-", from behind: a number, if it is a copy; why; the instant. */
static void read_words(const char *name, char made[21], BackupWhy *why)
{
    g_auto(GStrv) parts = g_strsplit(name, "-", -1);
    guint count = g_strv_length(parts);
    guint64 copy;
    if (count > 3 && g_ascii_string_to_unsigned(parts[count - 1], 10, 2, G_MAXUINT, &copy, NULL)) {
        count--;
    }
    *made = '\0';
    *why = BACKUP_OTHER;
    if (count >= 3 && read_instant(parts[count - 2], made)) {
        *why = why_of(parts[count - 1]);
    }
}

bool backup_name_read(const char *name, char *made, BackupWhy *why, bool *is_locked)
{
    bool locked = g_str_has_suffix(name, LOCKED_ENDING);
    if (name[0] == '.' || (!locked && !g_str_has_suffix(name, OPEN_ENDING))) {
        return false;
    }
    g_autofree char *bare =
        g_strndup(name, strlen(name) - strlen(locked ? LOCKED_ENDING : OPEN_ENDING));
    char instant[21];
    BackupWhy reason;
    read_words(bare, instant, &reason);
    if (made != NULL) {
        g_strlcpy(made, instant, sizeof instant);
    }
    if (why != NULL) {
        *why = reason;
    }
    if (is_locked != NULL) {
        *is_locked = locked;
    }
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and keeping what a person chose for this machine. */
#include "tui/preferences.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/smallfile.h"
#include "data/db/db.h"
#include "data/db/serverstring.h"

#include <errno.h>
#include <string.h>

static const char screen_group[] = "screen", shop_group[] = "shop", backup_group[] = "backup";

static const char *const languages[] = {"de", "en", NULL};

const char *const *preferences_languages(void)
{
    return languages;
}

/* Free with g_free. */
static char *file_path(const Preferences *preferences)
{
    return g_build_filename(preferences->folder, "tresen.conf", NULL);
}

/* What is in the file, "" when there is none. NULL and the errno when it cannot be read. */
static char *read_text(const char *path, int *fault)
{
    char *text = small_file_read(path, fault);
    return text == NULL && *fault == 0 ? g_strdup("") : text;
}

/* NULL when TEXT is no key file. */
static GKeyFile *parse(const char *text)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    GKeyFileFlags flags = G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS;
    return *text == '\0' || g_key_file_load_from_data(file, text, (gsize)-1, flags, NULL)
               ? g_steal_pointer(&file)
               : NULL;
}

/* The first line of TEXT that is none of a key file, from 1; GKeyFile itself does not tell. 0 if
 * each is one by itself. */
static unsigned find_broken_line(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    bool in_group = false;
    for (unsigned i = 0; lines[i] != NULL; i++) {
        g_autofree char *alone = g_strconcat(in_group ? "[x]\n" : "", lines[i], "\n", NULL);
        g_autoptr(GKeyFile) file = parse(alone);
        if (file == NULL) {
            return i + 1;
        }
        in_group = in_group || g_strstrip(lines[i])[0] == '[';
    }
    return 0;
}

/* Whether RAW ends in the middle of an escape: GLib gives a part of such a text, and a warning. */
static bool ends_in_escape(const char *raw)
{
    gsize length = strlen(raw), slashes = 0;
    while (slashes < length && raw[length - 1 - slashes] == '\\') {
        slashes++;
    }
    return slashes % 2 == 1;
}

/* The value of NAME in GROUP without blanks around it, NULL when there is none or it is empty. */
static char *get(GKeyFile *file, const char *group, const char *name)
{
    g_autoptr(GError) error = NULL;
    /* For a missing group GLib looks its own sentence up in catalogues, which a start would feel.
     */
    g_autofree char *raw =
        g_key_file_has_group(file, group) ? g_key_file_get_value(file, group, name, NULL) : NULL;
    g_autofree char *value = raw == NULL || ends_in_escape(g_strchomp(raw))
                                 ? NULL
                                 : g_key_file_get_string(file, group, name, &error);
    if (value == NULL || error != NULL) {
        /* As it stands there, if it is no text: then it is told as strange. GLib gives a part. */
        g_free(value);
        value = g_steal_pointer(&raw);
    }
    return value != NULL && g_strstrip(value)[0] != '\0' ? g_steal_pointer(&value) : NULL;
}

/* The whole path that VALUE says, or begins with the home folder; NULL: it says none. */
static char *path_meant(const char *value)
{
    if (g_str_has_prefix(value, "~/")) {
        return g_build_filename(g_get_home_dir(), value + 2, NULL);
    }
    return g_path_is_absolute(value) ? g_strdup(value) : NULL;
}

/* Takes VALUE (taken over, may be NULL) as a path into PATH, or into STRANGE if it is none. */
static void read_path(char *value, char **path, char **strange)
{
    *path = value != NULL ? path_meant(value) : NULL;
    if (*path != NULL) {
        g_free(value);
    } else {
        *strange = value;
    }
}

/* The same as the place of the shop, which may be a server. */
static void read_shop(Preferences *preferences, char *value)
{
    if (value != NULL && db_is_server(value)) {
        preferences->shop_has_password = server_string_has_password(value);
        preferences->shop = server_string_strip(value, NULL);
        g_free(value);
    } else {
        read_path(value, &preferences->shop, &preferences->strange_shop);
    }
}

static void read_entries(Preferences *preferences, GKeyFile *file)
{
    read_shop(preferences, get(file, shop_group, "shop"));
    read_path(get(file, backup_group, "second"), &preferences->second,
              &preferences->strange_second);
    preferences->theme = get(file, screen_group, "theme");
    g_autofree char *language = get(file, screen_group, "language");
    if (language != NULL && g_strv_contains(languages, language)) {
        preferences->language = g_steal_pointer(&language);
    } else {
        preferences->strange_language = g_steal_pointer(&language);
    }
    g_autofree char *symbols = get(file, screen_group, "symbols");
    preferences->ascii = g_strcmp0(symbols, "ascii") == 0;
    if (!preferences->ascii) {
        preferences->strange_symbols = g_steal_pointer(&symbols);
    }
}

Preferences *preferences_read(const char *config_folder)
{
    Preferences *preferences = g_new0(Preferences, 1);
    preferences->folder = g_strdup(config_folder);
    if (config_folder == NULL) {
        return preferences;
    }
    g_autofree char *path = file_path(preferences);
    g_autofree char *text = read_text(path, &preferences->unreadable);
    if (text == NULL) {
        return preferences;
    }
    g_autoptr(GKeyFile) file = parse(text);
    if (file == NULL) {
        preferences->broken = true;
        preferences->broken_line = find_broken_line(text);
        return preferences;
    }
    read_entries(preferences, file);
    return preferences;
}

void preferences_free(Preferences *preferences)
{
    if (preferences != NULL) {
        g_free(preferences->folder);
        g_free(preferences->theme);
        g_free(preferences->language);
        g_free(preferences->strange_language);
        g_free(preferences->strange_symbols);
        g_free(preferences->shop);
        g_free(preferences->second);
        g_free(preferences->strange_second);
        g_free(preferences->strange_shop);
        g_free(preferences);
    }
}

/* A value as it can stand in a sentence. Free with g_free. */
static char *readable(const char *value)
{
    return g_utf8_make_valid(value, (gssize)strnlen(value, 40));
}

static char *broken_sentence(const Preferences *preferences, const char *path)
{
    const char *what = _("This is neither a group like [screen] nor an entry like theme=light. "
                         "Until it is put right, nothing in this file counts.");
    return preferences->broken_line > 0
               /* TRANSLATORS: file, line number, and a sentence about the fault there. */
               ? g_strdup_printf(_("%s, line %u: %s"), path, preferences->broken_line, what)
               /* TRANSLATORS: file, and a sentence about the fault in it. */
               : g_strdup_printf(_("%s: %s"), path, what);
}

static void shop_faults(const Preferences *preferences, const char *path, GPtrArray *faults)
{
    if (preferences->strange_shop != NULL) {
        g_autofree char *value = readable(preferences->strange_shop);
        g_ptr_array_add(faults, g_strdup_printf(_("%s: The shop cannot be at \"%s\". It can be a "
                                                  "server, postgresql://…, or a whole path, "
                                                  "/…; without the line it is your own file."),
                                                path, value));
    }
    if (preferences->strange_second != NULL) {
        g_autofree char *value = readable(preferences->strange_second);
        g_ptr_array_add(faults,
                        g_strdup_printf(_("%s: The second place for backups cannot be \"%s\". It "
                                          "is the whole path of a folder, /…; without the line "
                                          "there is none."),
                                        path, value));
    }
    if (preferences->shop_has_password) {
        g_ptr_array_add(faults, g_strdup_printf(_("%s: A password stands in the line with the "
                                                  "shop. It is not used: put it into the file "
                                                  "~/.pgpass and take it away there."),
                                                path));
    }
}

void preferences_faults(const Preferences *preferences, GPtrArray *faults)
{
    if (preferences->folder == NULL) {
        return;
    }
    g_autofree char *path = file_path(preferences);
    if (preferences->unreadable != 0) {
        g_ptr_array_add(
            faults, g_strdup_printf(_("The file %s with what you chose for this machine cannot be "
                                      "read: %s. Until it can, Tresen looks as it does at first."),
                                    path, small_file_why(preferences->unreadable)));
    }
    if (preferences->broken) {
        g_ptr_array_add(faults, broken_sentence(preferences, path));
    }
    if (preferences->strange_language != NULL) {
        g_autofree char *value = readable(preferences->strange_language);
        g_ptr_array_add(faults,
                        g_strdup_printf(_("%s: Tresen does not speak the language \"%s\". It can "
                                          "be de or en; without the line it is the system's."),
                                        path, value));
    }
    if (preferences->strange_symbols != NULL) {
        g_autofree char *value = readable(preferences->strange_symbols);
        g_ptr_array_add(faults,
                        g_strdup_printf(_("%s: Symbols can be \"ascii\", not \"%s\"; without the "
                                          "line they are pictures."),
                                        path, value));
    }
    shop_faults(preferences, path, faults);
}

/* ---- keeping ---- */

static bool cannot_write(const char *path, int fault, GError **error)
{
    bool is_full = fault == ENOSPC || fault == EDQUOT;
    g_set_error(error, FAULT, is_full ? FAULT_FULL : FAULT_REFUSED,
                _("Your choice holds until you quit, but could not be kept: the file %s cannot be "
                  "written (%s)."),
                path, small_file_why(fault));
    return false;
}

static void put(GKeyFile *file, const char *group, const char *name, const char *value)
{
    if (value != NULL) {
        g_key_file_set_string(file, group, name, value);
    } else {
        g_key_file_remove_key(file, group, name, NULL);
    }
}

/* What is in the file now, which somebody may have changed since the start. */
static GKeyFile *open_file(const char *path, GError **error)
{
    int fault;
    g_autofree char *text = read_text(path, &fault);
    if (text == NULL) {
        cannot_write(path, fault, error);
        return NULL;
    }
    GKeyFile *file = parse(text);
    if (file == NULL) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("Your choice holds until you quit, but could not be kept: something is "
                      "wrong in the file %s. Put it right or remove it, then choose again."),
                    path);
    }
    return file;
}

/* Keeps the chosen values of the COUNT entries NAMES of GROUP. */
static bool keep(const Preferences *preferences, const char *group, const char *const *names,
                 const char *const *values, gsize count, GError **error)
{
    if (preferences->folder == NULL) {
        return true;
    }
    g_autofree char *path = file_path(preferences);
    g_autoptr(GKeyFile) file = open_file(path, error);
    if (file == NULL) {
        return false;
    }
    for (gsize i = 0; i < count; i++) {
        put(file, group, names[i], values[i]);
    }
    g_autofree char *text = g_key_file_to_data(file, NULL, NULL);
    int fault;
    return small_file_write(path, text, &fault) || cannot_write(path, fault, error);
}

/* Takes VALUE (taken over) as the member TEXT from now on. */
static void take(char **text, char *value)
{
    g_free(*text);
    *text = value;
}

/* The same, and keeps it as NAME of GROUP. */
static bool choose(Preferences *preferences, char **text, char *value, const char *group,
                   const char *name, GError **error)
{
    const char *const names[] = {name}, *const values[] = {value};
    take(text, value);
    return keep(preferences, group, names, values, 1, error);
}

bool preferences_set_looks(Preferences *preferences, const char *theme, bool ascii, GError **error)
{
    take(&preferences->theme, g_strdup(theme));
    preferences->ascii = ascii;
    static const char *const names[] = {"theme", "symbols"};
    const char *const values[] = {preferences->theme, ascii ? "ascii" : NULL};
    return keep(preferences, screen_group, names, values, G_N_ELEMENTS(names), error);
}

bool preferences_set_language(Preferences *preferences, const char *language, GError **error)
{
    return choose(preferences, &preferences->language, g_strdup(language), screen_group, "language",
                  error);
}

bool preferences_set_shop(Preferences *preferences, const char *shop, GError **error)
{
    char *stripped = shop != NULL ? server_string_strip(shop, NULL) : NULL;
    return choose(preferences, &preferences->shop, stripped, shop_group, "shop", error);
}

bool preferences_set_second(Preferences *preferences, const char *second, GError **error)
{
    return choose(preferences, &preferences->second, g_strdup(second), backup_group, "second",
                  error);
}

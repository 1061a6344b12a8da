/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files one can pick a customer list from. */
#include "tui/screens/importfolder.h"

#include "data/base/i18n.h"

#include <glib/gstdio.h>
#include <string.h>

static void entry_free(gpointer data)
{
    FolderEntry *entry = data;
    g_free(entry->name);
    g_free(entry->path);
    g_free(entry);
}

void folder_free(Folder *folder)
{
    if (folder != NULL) {
        g_free(folder->typed);
        g_free(folder->path);
        g_free(folder->fault);
        g_ptr_array_unref(folder->entries);
        g_free(folder);
    }
}

/* Without quotation marks around it. */
static char *unquoted(const char *typed)
{
    char *text = g_strstrip(g_strdup(typed));
    size_t length = strlen(text);
    if (length >= 2 && (*text == '\'' || *text == '"') && text[length - 1] == *text) {
        text[length - 1] = '\0';
        memmove(text, text + 1, length - 1);
    }
    return text;
}

char *folder_path(const char *typed)
{
    g_autofree char *text = unquoted(typed);
    if (g_str_has_prefix(text, "file://")) {
        char *path = g_filename_from_uri(text, NULL, NULL);
        return path != NULL ? path : g_strdup(text);
    }
    if (strcmp(text, "~") == 0 || g_str_has_prefix(text, "~/")) {
        return g_strconcat(g_get_home_dir(), text + 1, NULL);
    }
    return g_path_is_absolute(text) ? g_strdup(text)
                                    : g_strconcat(g_get_home_dir(), "/", text, NULL);
}

char *folder_short(const char *path)
{
    const char *home = g_get_home_dir();
    size_t length = strlen(home);
    bool inside =
        length > 1 && g_str_has_prefix(path, home) && (path[length] == '/' || path[length] == '\0');
    g_autofree char *rest = inside ? g_strconcat("~", path + length, NULL) : g_strdup(path);
    return g_filename_display_name(rest);
}

static bool is_list(const char *name)
{
    static const char *const endings[] = {".csv", ".txt", ".tsv"};
    g_autofree char *small = g_ascii_strdown(name, -1);
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (g_str_has_suffix(small, endings[i])) {
            return true;
        }
    }
    return false;
}

/* Whether NAME begins with PREFIX, whatever the case. */
static bool begins_with(const char *name, const char *prefix)
{
    g_autofree char *whole = g_utf8_casefold(name, -1), *start = g_utf8_casefold(prefix, -1);
    return g_str_has_prefix(whole, start);
}

/* NAME in the folder PARENT as an entry; NULL when it is neither list nor folder, or cannot be
 * looked at. */
static FolderEntry *entry_new(const char *parent, const char *name)
{
    GStatBuf info;
    g_autofree char *path = g_build_filename(parent, name, NULL);
    if (g_stat(path, &info) != 0) {
        return NULL;
    }
    bool is_folder = S_ISDIR(info.st_mode);
    if (!is_folder && !(S_ISREG(info.st_mode) && is_list(name))) {
        return NULL;
    }
    FolderEntry *entry = g_new0(FolderEntry, 1);
    g_autofree char *shown = g_filename_display_name(name);
    entry->name = g_strconcat(shown, is_folder ? "/" : "", NULL);
    entry->path = g_steal_pointer(&path);
    entry->is_folder = is_folder;
    entry->size = info.st_size;
    entry->changed = info.st_mtime;
    return entry;
}

static gint compare(gconstpointer left, gconstpointer right)
{
    const FolderEntry *a = *(FolderEntry *const *)left, *b = *(FolderEntry *const *)right;
    if (a->is_folder != b->is_folder) {
        return a->is_folder ? 1 : -1;
    }
    if (!a->is_folder && a->changed != b->changed) {
        return a->changed > b->changed ? -1 : 1;
    }
    return g_utf8_collate(a->name, b->name);
}

static void read_entries(Folder *folder, const char *parent, const char *prefix)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) dir = g_dir_open(parent, 0, &error);
    if (dir == NULL) {
        g_autofree char *shown = folder_short(parent);
        folder->fault =
            g_strdup_printf(_("The folder %s cannot be read. Choose another one."), shown);
        return;
    }
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *shown = g_filename_display_name(name);
        bool hidden = name[0] == '.' && prefix[0] != '.';
        FolderEntry *entry = !hidden && begins_with(shown, prefix) ? entry_new(parent, name) : NULL;
        if (entry != NULL) {
            g_ptr_array_add(folder->entries, entry);
        }
    }
    g_ptr_array_sort(folder->entries, compare);
    FolderEntry *up =
        prefix[0] == '\0' && strcmp(parent, "/") != 0 ? entry_new(parent, "..") : NULL;
    if (up != NULL) {
        g_free(up->path);
        up->path = g_path_get_dirname(parent);
        g_ptr_array_add(folder->entries, up);
    }
}

Folder *folder_read(const char *typed)
{
    Folder *folder = g_new0(Folder, 1);
    folder->entries = g_ptr_array_new_with_free_func(entry_free);
    folder->typed = g_strdup(typed);
    folder->path = folder_path(typed);
    folder->is_file = g_file_test(folder->path, G_FILE_TEST_EXISTS) &&
                      !g_file_test(folder->path, G_FILE_TEST_IS_DIR);
    const char *slash = strrchr(folder->path, '/');
    const char *prefix = slash != NULL ? slash + 1 : folder->path;
    g_autofree char *parent = prefix > folder->path + 1
                                  ? g_strndup(folder->path, (gsize)(prefix - folder->path) - 1)
                                  : g_strdup("/");
    read_entries(folder, parent, prefix);
    return folder;
}

static bool has_lists(const char *path)
{
    g_autofree char *inside = g_strconcat(path, "/", NULL);
    Folder *folder = folder_read(inside);
    const FolderEntry *first =
        folder->entries->len > 0 ? g_ptr_array_index(folder->entries, 0) : NULL;
    bool found = first != NULL && !first->is_folder;
    folder_free(folder);
    return found;
}

char *folder_first(void)
{
    /* A bare desktop does not say where its downloads lie. */
    g_autofree char *usual = g_build_filename(g_get_home_dir(), "Downloads", NULL);
    const char *told = g_get_user_special_dir(G_USER_DIRECTORY_DOWNLOAD);
    const char *downloads = told != NULL ? told : usual;
    bool use = has_lists(downloads);
    g_autofree char *shown = folder_short(use ? downloads : g_get_home_dir());
    return g_strconcat(shown, "/", NULL);
}

char *folder_complete(const Folder *folder)
{
    g_autofree char *common = NULL;
    for (guint i = 0; i < folder->entries->len; i++) {
        const FolderEntry *entry = g_ptr_array_index(folder->entries, i);
        if (strcmp(entry->name, "../") == 0) {
            continue;
        }
        if (common == NULL) {
            common = g_strdup(entry->name);
            continue;
        }
        char *end = common;
        for (gsize same = 0;
             *end != '\0' && g_utf8_get_char(end) == g_utf8_get_char(entry->name + same);) {
            end = g_utf8_next_char(end);
            same = (gsize)(end - common);
        }
        *end = '\0';
    }
    const char *slash = strrchr(folder->typed, '/');
    size_t kept = slash != NULL ? (size_t)(slash - folder->typed) + 1 : 0;
    /* Names that differ in case have less in common than was typed. */
    if (common == NULL || strlen(common) < strlen(folder->typed + kept)) {
        return g_strdup(folder->typed);
    }
    g_autofree char *start = g_strndup(folder->typed, kept);
    return g_strconcat(start, common, NULL);
}

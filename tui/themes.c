/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding themes by name. */
#include "tui/themes.h"

#include "data/base/i18n.h"
#include "data/base/smallfile.h"
#include "tui/theme_builtin.h"

#include <string.h>

enum { MOST_SHOWN = 40 };

static const char suffix[] = ".theme";

/* Whether NAME can be the name of an own theme: it leads to no other folder and is not hidden. */
static bool is_name(const char *name)
{
    return *name != '\0' && *name != '.' && strchr(name, '/') == NULL &&
           g_utf8_validate(name, -1, NULL);
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return g_utf8_collate(*(const char *const *)a, *(const char *const *)b);
}

/* The own themes in CONFIG_FOLDER, by name. Strings are owned. */
static GPtrArray *own_themes(const char *config_folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *folder =
        config_folder != NULL ? g_build_filename(config_folder, "themes", NULL) : NULL;
    g_autoptr(GDir) dir = folder != NULL ? g_dir_open(folder, 0, NULL) : NULL;
    const char *entry;
    while (dir != NULL && (entry = g_dir_read_name(dir)) != NULL) {
        if (g_str_has_suffix(entry, suffix)) {
            g_autofree char *name = g_strndup(entry, strlen(entry) - strlen(suffix));
            if (is_name(name)) {
                g_ptr_array_add(names, g_steal_pointer(&name));
            }
        }
    }
    g_ptr_array_sort(names, compare_names);
    return names;
}

static bool is_builtin(const char *name)
{
    for (unsigned i = 0; i < builtin_themes_count; i++) {
        if (strcmp(builtin_themes[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

char **theme_list(const char *config_folder)
{
    g_autoptr(GStrvBuilder) list = g_strv_builder_new();
    for (unsigned i = 0; i < builtin_themes_count; i++) {
        g_strv_builder_add(list, builtin_themes[i].name);
    }
    g_autoptr(GPtrArray) own = own_themes(config_folder);
    for (guint i = 0; i < own->len; i++) {
        const char *name = g_ptr_array_index(own, i);
        if (!is_builtin(name)) {
            g_strv_builder_add(list, name);
        }
    }
    return g_strv_builder_end(list);
}

/* The own theme NAME; NULL when there is none. *FAULT tells when it cannot be read. */
static Theme *load_own(const char *name, const char *config_folder, int *fault, GPtrArray *faults)
{
    g_autofree char *file = g_strconcat(name, suffix, NULL);
    g_autofree char *path = g_build_filename(config_folder, "themes", file, NULL);
    g_autofree char *text = small_file_read(path, fault);
    if (*fault != 0 && faults != NULL) {
        g_ptr_array_add(faults,
                        g_strdup_printf(_("The theme in %s cannot be read: %s. Another one takes "
                                          "its place."),
                                        path, small_file_why(*fault)));
    }
    return text != NULL ? theme_read(name, path, text, faults) : NULL;
}

static void complain_unknown(const char *name, GPtrArray *faults)
{
    if (faults != NULL) {
        g_autofree char *shown = g_utf8_make_valid(name, (gssize)strnlen(name, MOST_SHOWN));
        g_ptr_array_add(faults, g_strdup_printf(_("There is no theme called \"%s\". Choose another "
                                                  "one in the menu, under \"Look\"."),
                                                shown));
    }
}

Theme *theme_load(const char *name, const char *config_folder, GPtrArray *faults)
{
    int fault = 0;
    Theme *theme = config_folder != NULL && is_name(name)
                       ? load_own(name, config_folder, &fault, faults)
                       : NULL;
    if (theme == NULL) {
        theme = theme_builtin(name);
    }
    if (theme == NULL && fault == 0) {
        complain_unknown(name, faults);
    }
    return theme;
}

void theme_apply(App *app, const Preferences *preferences, GPtrArray *faults)
{
    const char *usual = app_usual_theme(app);
    g_autoptr(Theme) theme = preferences->theme != NULL
                                 ? theme_load(preferences->theme, preferences->folder, faults)
                                 : theme_load(usual, preferences->folder, faults);
    if (theme == NULL) {
        theme = theme_load(usual, preferences->folder, faults);
    }
    app_set_ascii(app, preferences->ascii);
    app_set_theme(app, theme);
}

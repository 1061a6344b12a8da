/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of the home screen: what is done more rarely. */
#include "tui/screens/homemenu.h"

#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/globals.h"
#include "tui/screens/dialogs.h"
#include "tui/text.h"

/* Blank columns between the labels and the keys. */
#define KEY_GAP 3

/* Adds those of ROWS that stand in the menu and make sense now. */
static void add_entries(GPtrArray *entries, const Action *rows, const Screen *screen)
{
    for (const Action *row = rows; row->name != NULL; row++) {
        if (row->menu && (row->when == NULL || row->when(screen))) {
            g_ptr_array_add(entries, (gpointer)(guintptr)row);
        }
    }
}

/* The rows in the menu, home's first. */
static GPtrArray *menu_entries(const Screen *screen)
{
    GPtrArray *entries = g_ptr_array_new();
    add_entries(entries, screen->class->actions, screen);
    add_entries(entries, global_actions(), screen);
    return entries;
}

static Outcome menu_answered(Screen *screen, gpointer answer)
{
    g_autoptr(GPtrArray) entries = menu_entries(screen);
    guint chosen = answer != NULL ? *(const guint *)answer : G_MAXUINT;
    return chosen < entries->len ? app_perform(screen, g_ptr_array_index(entries, chosen))
                                 : OUTCOME_HANDLED;
}

/* "Clerk          F8": whoever reads it learns the key. The keys stand below each other, after
 * labels of at most WIDTH cells. */
static char *menu_label(const Screen *screen, const Action *action, int width)
{
    g_autofree char *key_name = app_key_label(screen, action);
    const char *label = _(action->label);
    if (key_name[0] == '\0') {
        return g_strdup(label);
    }
    return g_strdup_printf("%s%*s%s", label, width - text_width_shown(label) + KEY_GAP, "",
                           key_name);
}

Outcome home_menu(Screen *screen)
{
    g_autoptr(GPtrArray) entries = menu_entries(screen);
    g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
    g_autofree const char **keys = g_new(const char *, entries->len);
    int width = 0;
    for (guint i = 0; i < entries->len; i++) {
        const Action *action = g_ptr_array_index(entries, i);
        width = MAX(width, text_width_shown(_(action->label)));
    }
    for (guint i = 0; i < entries->len; i++) {
        const Action *action = g_ptr_array_index(entries, i);
        g_ptr_array_add(labels, menu_label(screen, action, width));
        keys[i] = app_keys(screen, action);
    }
    return dialog_choice_keys(screen, _("Menu"), (const char *const *)labels->pdata, keys,
                              labels->len, menu_answered);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laying out, drawing and hitting the entries of the key bar. */
#include "tui/keybar.h"

#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/globals.h"
#include "tui/text.h"

#define GAP 2
/* Where the first entry begins: in the column of all other text. */
#define MARGIN 1

typedef struct {
    const Action *action;
    char *key, *label;
    int col, width;
} Entry;

struct KeyBar {
    GPtrArray *entries;
};

static void entry_free(gpointer data)
{
    Entry *entry = data;
    g_free(entry->key);
    g_free(entry->label);
    g_free(entry);
}

KeyBar *key_bar_new(void)
{
    KeyBar *bar = g_new0(KeyBar, 1);
    bar->entries = g_ptr_array_new_with_free_func(entry_free);
    return bar;
}

void key_bar_free(KeyBar *bar)
{
    if (bar) {
        g_ptr_array_unref(bar->entries);
        g_free(bar);
    }
}

static Entry *entry_new(const Screen *screen, const Action *action)
{
    Entry *entry = g_new0(Entry, 1);
    entry->action = action;
    entry->key = app_key_label(screen, action);
    entry->label = g_strdup(_(action->label));
    entry->width = text_width(entry->key) + 1 + text_width(entry->label);
    return entry;
}

/* Adds entries for ACTIONS up to column END; returns the column after the last one and its gap. */
static int add_entries(KeyBar *bar, const Action *actions, const Screen *screen, int col, int end)
{
    for (const Action *action = actions; action && action->name; action++) {
        if (action->quiet || *app_keys(screen, action) == '\0' ||
            (action->when && !action->when(screen))) {
            continue;
        }
        Entry *entry = entry_new(screen, action);
        if (col + entry->width > end) {
            entry_free(entry); /* a shorter one may still find room */
            continue;
        }
        entry->col = col;
        col += entry->width + GAP;
        g_ptr_array_add(bar->entries, entry);
    }
    return col;
}

void key_bar_fill(KeyBar *bar, const Screen *screen, int width)
{
    const Action *globals = global_actions();
    /* A first pass over the global ones tells how much room they need. */
    g_ptr_array_set_size(bar->entries, 0);
    int kept = add_entries(bar, globals, screen, 0, width - MARGIN);
    g_ptr_array_set_size(bar->entries, 0);
    int col = add_entries(bar, screen->class->actions, screen, MARGIN, width - kept);
    add_entries(bar, globals, screen, col, width);
}

void key_bar_draw(const KeyBar *bar, Canvas *canvas)
{
    canvas_text(canvas, 0, 0, canvas->cols, AREA_BAR, "");
    for (guint i = 0; i < bar->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(bar->entries, i);
        int col = canvas_put(canvas, 0, entry->col, AREA_BAR_KEY, entry->key);
        col = canvas_put(canvas, 0, col, AREA_BAR, " ");
        canvas_put(canvas, 0, col, AREA_BAR_LABEL, entry->label);
    }
}

const Action *key_bar_at(const KeyBar *bar, int col)
{
    for (guint i = 0; i < bar->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(bar->entries, i);
        if (col >= entry->col && col < entry->col + entry->width) {
            return entry->action;
        }
    }
    return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the text of a keymap: first every line for itself, then what is in each other's way. */
#include "tui/keymap_private.h"

#include "data/base/i18n.h"
#include "tui/globals.h"

#include <string.h>

/* What stands for a byte that is no text. */
#define BROKEN_BYTE 0xFFFD

typedef struct {
    unsigned line;
    char *text;
} LineFault;

typedef struct {
    Keymap *keymap;
    const char *source;
    unsigned line;       /* being read */
    GHashTable *lines;   /* "card.note" → the line that says it */
    GPtrArray *findings; /* LineFault */
} Reader;

static void line_fault_free(gpointer data)
{
    LineFault *fault = data;
    g_free(fault->text);
    g_free(fault);
}

/* WHAT is given away. */
static void complain(Reader *reader, unsigned line, char *what)
{
    LineFault *fault = g_new0(LineFault, 1);
    fault->line = line;
    /* TRANSLATORS: file, line number, and a sentence about the fault there. */
    fault->text = g_strdup_printf(_("%s, line %u: %s"), reader->source, line, what);
    g_free(what);
    g_ptr_array_add(reader->findings, fault);
}

/* The row called NAME of CLASS (NULL: of the global ones), or NULL. */
static const Action *find_row(const ScreenClass *class, const char *name)
{
    return action_named(class ? class->actions : global_actions(), name);
}

/* Notes KEYS for the row NAME of CLASS. Returns what is against it, NULL when nothing is. */
static char *bind_row(Reader *reader, const ScreenClass *class, const char *name, const char *keys,
                      bool is_shared)
{
    const Action *action = find_row(class, name);
    char *misfit = action ? keymap_misfit(class, action, keys) : NULL;
    if (action && !misfit) {
        Binding *binding = g_new0(Binding, 1);
        binding->class = class;
        binding->action = action;
        binding->keys = g_strdup(keys);
        binding->is_shared = is_shared;
        binding->line = reader->line;
        g_ptr_array_add(reader->keymap->bindings, binding);
    }
    return misfit;
}

static void drop_line(Reader *reader, unsigned line)
{
    GPtrArray *bindings = reader->keymap->bindings;
    for (guint i = bindings->len; i > 0; i--) {
        const Binding *binding = g_ptr_array_index(bindings, i - 1);
        if (binding->line == line) {
            g_ptr_array_remove_index(bindings, i - 1);
        }
    }
}

/* Notes KEYS for the row or rows that SCREEN and NAME mean. */
static char *bind_rows(Reader *reader, const char *screen, const char *name, const char *keys)
{
    bool is_shared = strcmp(screen, "*") == 0, is_global = strcmp(screen, "global") == 0;
    const ScreenClass *class = screen_class(screen);
    if (!is_shared && !is_global && !class) {
        return g_strdup_printf(_("There is no screen called \"%s\"."), screen);
    }
    if (!is_shared && !find_row(class, name)) {
        return g_strdup_printf(_("There is no action called \"%s.%s\"."), screen, name);
    }
    if (!is_shared) {
        return bind_row(reader, class, name, keys, false);
    }
    const ScreenClass *const *classes = screen_classes();
    bool is_known = false;
    for (gsize i = 0; classes[i]; i++) {
        is_known = is_known || find_row(classes[i], name);
        char *misfit = bind_row(reader, classes[i], name, keys, true);
        if (misfit) {
            return misfit;
        }
    }
    return is_known ? NULL : g_strdup_printf(_("No screen has an action called \"%s\"."), name);
}

/* TEXT, "n | F5", as an action row has it, "n|F5". NULL and a sentence in *FAULT when a key in it
 * does not exist. */
static char *tidy_keys(const char *text, char **fault)
{
    g_auto(GStrv) names = g_strsplit(text, "|", -1);
    g_autoptr(GString) keys = g_string_new(NULL);
    for (gsize i = 0; names[i]; i++) {
        Key key = key_from_name(g_strstrip(names[i]));
        if (key == K_NONE || key == BROKEN_BYTE) {
            *fault = g_strdup_printf(
                _("There is no key called \"%s\". Keys are called like F5, Alt-n, Ctrl-Z, PgDn."),
                names[i]);
            return NULL;
        }
        if (!keys_have(keys->str, key)) {
            g_string_append_printf(keys, "%s%s", keys->len > 0 ? "|" : "", names[i]);
        }
    }
    return g_string_free(g_steal_pointer(&keys), FALSE);
}

/* NAME, "card.note", and the text behind "=". Returns what is against it, NULL when nothing is. */
static char *take_line(Reader *reader, const char *name, const char *text)
{
    gpointer known = g_hash_table_lookup(reader->lines, name);
    guint before = GPOINTER_TO_UINT(known);
    if (before > 0) {
        return g_strdup_printf(_("\"%s\" stands in line %u already."), name, before);
    }
    const char *dot = strchr(name, '.');
    if (!dot) {
        return g_strdup_printf(_("\"%s\" should be a screen and an action, like \"card.note\"."),
                               name);
    }
    char *fault = NULL;
    g_autofree char *keys = tidy_keys(text, &fault);
    if (!keys) {
        return fault;
    }
    g_autofree char *screen = g_strndup(name, (gsize)(dot - name));
    fault = bind_rows(reader, screen, dot + 1, keys);
    if (!fault) {
        g_hash_table_insert(reader->lines, g_strdup(name), GUINT_TO_POINTER(reader->line));
    }
    return fault;
}

static void read_line(Reader *reader, char *line)
{
    g_strstrip(line);
    if (*line == '\0' || *line == '#') {
        return;
    }
    char *equals = strchr(line, '=');
    char *fault;
    if (equals) {
        *equals = '\0';
        fault = take_line(reader, g_strchomp(line), g_strchug(equals + 1));
    } else {
        fault = g_strdup(_("This line has no \"=\". It should look like \"card.note = n|F5\"."));
    }
    if (fault) {
        drop_line(reader, reader->line);
        complain(reader, reader->line, fault);
    }
}

/* Leaves out the last line that is in the way of something. Returns false when there is none. */
static bool drop_clash(Reader *reader)
{
    const Keymap *keymap = reader->keymap;
    for (guint i = keymap->bindings->len; i > 0; i--) {
        const Binding *binding = g_ptr_array_index(keymap->bindings, i - 1);
        bool holds = keymap_keys(keymap, binding->class, binding->action) == binding->keys;
        char *clash =
            holds ? keymap_clash(keymap, binding->class, binding->action, binding->keys) : NULL;
        if (clash) {
            unsigned line = binding->line;
            complain(reader, line, clash);
            drop_line(reader, line);
            return true;
        }
    }
    return false;
}

static int compare_faults(gconstpointer a, gconstpointer b)
{
    const LineFault *first = *(const LineFault *const *)a, *second = *(const LineFault *const *)b;
    return first->line < second->line ? -1 : first->line > second->line;
}

Keymap *keymap_read(const char *text, const char *source, GPtrArray *faults)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(line_fault_free);
    Reader reader = {.keymap = keymap_new(), .source = source, .lines = seen, .findings = findings};
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_auto(GStrv) lines = g_strsplit(g_strdelimit(valid, "\r", ' '), "\n", -1);
    for (unsigned i = 0; lines[i]; i++) {
        reader.line = i + 1;
        read_line(&reader, lines[i]);
    }
    while (drop_clash(&reader)) {
    }
    g_ptr_array_sort(findings, compare_faults);
    for (guint i = 0; faults && i < findings->len; i++) {
        g_ptr_array_add(faults, g_strdup(((const LineFault *)findings->pdata[i])->text));
    }
    return reader.keymap;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file with the person's own keys: reading, and changing one line of it. */
#include "tui/keysfile.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/smallfile.h"

#include <errno.h>
#include <string.h>

#define FILE_NAME "keys"

/* The text of the file; "" when there is none. NULL and ERROR when it cannot be read. */
static char *read_text(const char *path, GError **error)
{
    int fault;
    char *text = small_file_read(path, &fault);
    if (fault != 0) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("The file %s cannot be read: %s. The keys are as built in until it can."),
                    path, small_file_why(fault));
        return NULL;
    }
    return text != NULL ? text : g_strdup("");
}

Keymap *keys_file_read(const char *folder, GPtrArray *faults)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(folder, FILE_NAME, NULL);
    g_autofree char *text = read_text(path, &error);
    if (!text && faults) {
        g_ptr_array_add(faults, g_strdup(error->message));
    }
    return keymap_read(text ? text : "", FILE_NAME, faults);
}

/* Whether LINE says which keys the action NAME has. */
static bool is_about(const char *line, const char *name)
{
    const char *equals = strchr(line, '=');
    if (!equals) {
        return false;
    }
    g_autofree char *left = g_strndup(line, (gsize)(equals - line));
    return strcmp(g_strstrip(left), name) == 0;
}

/* TEXT with the line of NAME saying KEYS: where it stood, else at the end. Free with g_free. */
static char *change_text(const char *text, const char *name, const char *keys)
{
    g_autofree char *own = keys ? g_strdup_printf("%s = %s\n", name, keys) : NULL;
    GString *changed = g_string_new(NULL);
    while (*text) {
        const char *end = strchr(text, '\n');
        g_autofree char *line = g_strndup(text, end ? (gsize)(end - text) : strlen(text));
        text = end ? end + 1 : text + strlen(text);
        if (!is_about(line, name)) {
            g_string_append_printf(changed, "%s\n", line);
        } else if (own) {
            g_string_append(changed, own);
            g_clear_pointer(&own, g_free);
        }
    }
    g_string_append(changed, own ? own : "");
    return g_string_free(changed, FALSE);
}

static bool cannot_write(const char *path, int fault, GError **error)
{
    if (fault == ENOSPC || fault == EDQUOT) {
        g_set_error_literal(error, FAULT, FAULT_FULL,
                            _("The disk is full, so the key could not be kept. Free some space "
                              "and try again."));
    } else {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("The file %s cannot be written, so the key could not be kept. Look whose "
                      "folder it is."),
                    path);
    }
    return false;
}

bool keys_file_set(const char *folder, const char *name, const char *keys, GError **error)
{
    g_autofree char *path = g_build_filename(folder, FILE_NAME, NULL);
    g_autofree char *text = read_text(path, error);
    if (!text) {
        return false;
    }
    if (!*text) {
        g_free(text);
        /* TRANSLATORS: the first line of the file with one's own keys; the # has to stay. */
        text = g_strdup(_("# Own keys, one line an action. Nothing behind = means: no key.\n"));
    }
    g_autofree char *changed = change_text(text, name, keys);
    int fault;
    return small_file_write(path, changed, &fault) || cannot_write(path, fault, error);
}

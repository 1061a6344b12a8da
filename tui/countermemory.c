/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file with what is remembered of the counter. */
#include "tui/countermemory.h"

#include "data/base/smallfile.h"

#include <glib.h>

static char *path_in(const char *folder)
{
    return g_build_filename(folder, "counter.ini", NULL);
}

/* What is in the file; nothing where it cannot be read. */
static GKeyFile *read_memory(const char *path)
{
    GKeyFile *memory = g_key_file_new();
    int fault;
    g_autofree char *text = small_file_read(path, &fault);
    if (text != NULL) {
        g_key_file_load_from_data(memory, text, (gsize)-1, G_KEY_FILE_KEEP_COMMENTS, NULL);
    }
    return memory;
}

char *counter_recall(const char *folder, const char *group, const char *key)
{
    g_autofree char *path = path_in(folder);
    g_autoptr(GKeyFile) memory = read_memory(path);
    return g_key_file_get_string(memory, group, key, NULL);
}

void counter_remember(const char *folder, const char *group, const char *key, const char *value)
{
    g_autofree char *path = path_in(folder);
    g_autoptr(GKeyFile) memory = read_memory(path);
    g_key_file_set_string(memory, group, key, value);
    g_autofree char *text = g_key_file_to_data(memory, NULL, NULL);
    int fault;
    small_file_write(path, text, &fault);
}

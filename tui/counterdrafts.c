/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose the drafts typed here are. */
#include "tui/counterdrafts.h"

#include "tui/counter.h"

/* No shop's group is called so: the place of one has a slash or a colon in it. */
#define GROUP "counter"

static char *read_id(const Counter *counter)
{
    g_autoptr(GKeyFile) memory = g_key_file_new();
    g_autofree char *path = g_build_filename(counter->spare_folder, "counter.ini", NULL);
    g_key_file_load_from_file(memory, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
    char *id = g_key_file_get_string(memory, GROUP, "id", NULL);
    if (id != NULL && g_uuid_string_is_valid(id)) {
        return id;
    }
    g_free(id);
    id = g_uuid_string_random();
    g_key_file_set_string(memory, GROUP, "id", id);
    if (g_mkdir_with_parents(counter->spare_folder, 0700) == 0) {
        g_key_file_save_to_file(memory, path, NULL);
    }
    return id;
}

void counter_keep_drafts(App *app)
{
    Counter *counter = app_data(app);
    if (counter->read_only) {
        app_keep_drafts(app, NULL);
        return;
    }
    if (counter->run == NULL) {
        counter->run = run_lock_new(counter->spare_folder);
        counter->id = read_id(counter);
    }
    const AppDrafts drafts = {.counter = counter->id,
                              .run = run_lock_name(counter->run),
                              .folder = counter->spare_folder,
                              .clerk_id = &counter->clerk_id};
    app_keep_drafts(app, &drafts);
}

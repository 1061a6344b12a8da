/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose the drafts typed here are. */
#include "tui/counterdrafts.h"

#include "tui/counter.h"
#include "tui/countermemory.h"

/* No shop's group is called so: the place of one has a slash or a colon in it. */
#define GROUP "counter"

static char *read_id(const Counter *counter)
{
    char *id = counter_recall(counter->spare_folder, GROUP, "id");
    if (id == NULL || !g_uuid_string_is_valid(id)) {
        g_free(id);
        id = g_uuid_string_random();
        counter_remember(counter->spare_folder, GROUP, "id", id);
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
                              .run = counter->run,
                              .folder = counter->spare_folder,
                              .clerk_id = &counter->clerk_id};
    app_keep_drafts(app, &drafts);
}

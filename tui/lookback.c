/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at a backup as if it were the shop. */
#include "tui/lookback.h"

#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/screens/backups.h"
#include "tui/screens/backupwork.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/home.h"
#include "tui/screens/shopplacework.h"
#include "tui/shopswitch.h"

#include <glib/gstdio.h>

/* The passing copy and what the databases lay beside it. */
static char *copy_in(const char *folder)
{
    return g_build_filename(folder, "looked-at.tresen", NULL);
}

void lookback_tidy(const char *folder)
{
    g_autofree char *copy = copy_in(folder);
    g_autofree char *journal = g_strconcat(copy, "-journal", NULL);
    g_unlink(copy);
    g_unlink(journal);
}

typedef struct {
    BackupWork *work;
    char *folder;
} Viewing;

static void look_free(gpointer data)
{
    Viewing *look = data;
    backup_work_free(look->work);
    g_free(look->folder);
    g_free(look);
}

/* The copy is made as if the backup were brought back to a place of its own. */
static bool unpack(const Viewing *look, const char *copy, Work *job, GError **error)
{
    Restored restored = {0};
    g_autoptr(Restore) restore = backup_work_restore(look->work, copy, job, error);
    bool ok = restore != NULL &&
              restore_finish(restore, look->work->at, backup_work_step, job, &restored, error);
    restored_clear(&restored);
    return ok;
}

static gpointer look_run(Shop *shop, gpointer data, Work *job, GError **error)
{
    const Viewing *look = data;
    (void)shop;
    lookback_tidy(look->folder);
    g_autofree char *copy = copy_in(look->folder);
    if (!unpack(look, copy, job, error)) {
        return NULL;
    }
    Shop *there = shop_open(copy, DB_READ_ONLY, NULL, look->work->at, error);
    return there != NULL ? shop_box_new(there) : NULL;
}

static Outcome looked(Screen *screen, gpointer data)
{
    ShopBox *box = data;
    const BackupWork *asked = screen_kept(screen);
    Counter *counter = counter_of(screen);
    g_autoptr(GError) error = NULL;
    g_free(counter->left_shop);
    counter->left_shop = g_strdup(asked->where);
    if (!shopswitch_to(screen, box->shop, &error)) {
        g_clear_pointer(&counter->left_shop, g_free);
        app_tell(screen, error);
        return OUTCOME_HANDLED;
    }
    box->shop = NULL;
    app_say(screen->app, AREA_MESSAGE,
            _("This is a backup: it can only be looked at. Alt-v leads back to the shop."));
    return screen_done(screen);
}

/* Looks at the backup that SCREEN keeps. */
static Outcome look_with(Screen *screen, const char *passphrase)
{
    const BackupWork *asked = screen_kept(screen);
    Viewing *look = g_new0(Viewing, 1);
    look->work = backup_work_new(screen, asked->where, asked->path);
    look->work->passphrase = g_strdup(passphrase);
    look->folder = g_strdup(counter_of(screen)->spare_folder);
    const AppJob job = {.run = look_run,
                        .arg = look,
                        .arg_free = look_free,
                        .result_free = shop_box_free,
                        .done = looked,
                        .reads_only = true};
    return app_do(screen, &job);
}

static Outcome passphrase_given(Screen *screen, gpointer answer)
{
    return answer != NULL ? look_with(screen, ((const PromptAnswer *)answer)->text)
                          : OUTCOME_HANDLED;
}

Outcome lookback_begin(Screen *screen, const char *where, const Backup *backup)
{
    screen_keep(screen, backup_work_new(screen, where, backup->path), backup_work_free);
    return backup->is_locked ? backups_ask_passphrase(screen, passphrase_given)
                             : look_with(screen, NULL);
}

/* ---- and back ---- */

bool lookback_may_leave(const Screen *screen)
{
    return counter_of(screen)->left_shop != NULL;
}

/* Goes to the shop in BOX; NULL: it cannot be opened because of FAULT. */
static void arrive(Screen *home, ShopBox *box, const GError *fault)
{
    Counter *counter = counter_of(home);
    g_autofree char *where = g_steal_pointer(&counter->left_shop);
    g_autoptr(GError) error = NULL;
    if (box != NULL && shopswitch_to(home, box->shop, &error)) {
        box->shop = NULL;
    } else {
        shopswitch_to_none(home);
        home_tell_trouble(home, where, error != NULL ? error : fault);
    }
    lookback_tidy(counter->spare_folder);
}

static Outcome returned(Screen *home, gpointer box)
{
    arrive(home, box, NULL);
    return OUTCOME_REDRAW;
}

static bool failed(Screen *home, const GError *error)
{
    arrive(home, NULL, error);
    return true;
}

Outcome lookback_leave(Screen *home)
{
    const AppJob job = {.run = place_return_run,
                        .arg = place_work_new(home, counter_of(home)->left_shop),
                        .arg_free = place_work_free,
                        .result_free = shop_box_free,
                        .done = returned,
                        .failed = failed,
                        .reads_only = true};
    return app_do(home, &job);
}

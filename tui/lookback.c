/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at a backup as if it were the shop. */
#include "tui/lookback.h"

#include "data/backup/prove.h"
#include "data/backup/restore.h"
#include "data/base/i18n.h"
#include "data/shopknown.h"
#include "tui/app.h"
#include "tui/backupkeep.h"
#include "tui/counter.h"
#include "tui/screens/backupwork.h"
#include "tui/screens/home.h"
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
    const BackupWork *work = look->work;
    /* The list of those who were erased lies there. */
    const BackupPlace place = {.folder = work->folder};
    Restored restored = {0};
    g_autoptr(Backup) backup = backup_at(work->path, error);
    if (backup == NULL) {
        return false;
    }
    g_autoptr(Restore) restore = restore_begin(copy, &place, backup, work->passphrase, work->at,
                                               backup_work_step, job, error);
    bool ok = restore != NULL &&
              restore_finish(restore, work->at, backup_work_step, job, &restored, error);
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

/* What has to happen once the copy is open. */
typedef struct {
    char *where;
    Outcome (*opened)(Screen *screen, gpointer result);
} Waiting;

static void waiting_free(gpointer data)
{
    Waiting *waiting = data;
    g_free(waiting->where);
    g_free(waiting);
}

static Outcome looked(Screen *screen, gpointer data)
{
    ShopBox *box = data;
    const Waiting *waiting = screen_kept(screen);
    Counter *counter = counter_of(screen);
    g_autoptr(GError) error = NULL;
    g_free(counter->left_shop);
    counter->left_shop = g_strdup(waiting->where);
    if (!shopswitch_to(screen, box->shop, &error)) {
        g_clear_pointer(&counter->left_shop, g_free);
        app_tell(screen, error);
        return OUTCOME_HANDLED;
    }
    box->shop = NULL;
    backup_keep_forget(screen->app);
    app_say(screen->app, AREA_MESSAGE,
            _("This is a backup: it can only be looked at. Alt-v leads back to the shop."));
    return waiting->opened(screen, NULL);
}

Outcome lookback_begin(Screen *screen, const char *where, const char *path, const char *passphrase,
                       Outcome (*opened)(Screen *screen, gpointer result))
{
    Viewing *look = g_new0(Viewing, 1);
    look->work = backup_work_new(screen, where, path);
    look->work->passphrase = g_strdup(passphrase);
    look->folder = g_strdup(counter_of(screen)->spare_folder);
    Waiting *waiting = g_new0(Waiting, 1);
    waiting->where = g_strdup(look->work->where);
    waiting->opened = opened;
    screen_keep(screen, waiting, waiting_free);
    const AppJob job = {.run = look_run,
                        .arg = look,
                        .arg_free = look_free,
                        .result_free = shop_box_free,
                        .done = looked,
                        .reads_only = true};
    return app_do(screen, &job);
}

/* ---- and back ---- */

bool lookback_may_leave(const Screen *screen)
{
    return counter_of(screen)->left_shop != NULL;
}

/* The shop, or why it cannot be opened. */
typedef struct {
    Shop *shop;
    GError *fault;
} Back;

static void back_free(gpointer data)
{
    Back *back = data;
    shop_close(back->shop);
    g_clear_error(&back->fault);
    g_free(back);
}

static gpointer back_run(Shop *shop, gpointer data, Work *job, GError **error)
{
    const Viewing *look = data;
    Back *back = g_new0(Back, 1);
    (void)shop, (void)job, (void)error;
    if (!shop_known_gone(look->folder, look->work->where, &back->fault)) {
        back->shop = shop_open(look->work->where, DB_READ_WRITE, look->work->folder, look->work->at,
                               &back->fault);
    }
    return back;
}

static Outcome returned(Screen *home, gpointer data)
{
    Back *back = data;
    Counter *counter = counter_of(home);
    g_autofree char *where = g_steal_pointer(&counter->left_shop);
    g_autoptr(GError) error = NULL;
    if (back->shop != NULL && shopswitch_to(home, back->shop, &error)) {
        back->shop = NULL;
    } else {
        shopswitch_to_none(home);
        home_tell_trouble(home, where, error != NULL ? error : back->fault);
    }
    lookback_tidy(counter->spare_folder);
    return OUTCOME_REDRAW;
}

Outcome lookback_leave(Screen *home)
{
    const Counter *counter = counter_of(home);
    Viewing *look = g_new0(Viewing, 1);
    look->work = backup_work_new(home, counter->left_shop, NULL);
    look->folder = g_strdup(counter->spare_folder);
    const AppJob job = {.run = back_run,
                        .arg = look,
                        .arg_free = look_free,
                        .result_free = back_free,
                        .done = returned,
                        .reads_only = true};
    return app_do(home, &job);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bringing back a backup asks of the worker. */
#include "tui/screens/bringbackwork.h"

#include "tui/screens/backupwork.h"

#include <string.h>

BringBack *bring_back_ref(BringBack *ready)
{
    return g_atomic_rc_box_acquire(ready);
}

static void ready_clear(gpointer data)
{
    BringBack *ready = data;
    restore_free(ready->restore);
    g_free(ready->where);
    g_free(ready->folder);
}

void bring_back_unref(gpointer ready)
{
    g_atomic_rc_box_release_full(ready, ready_clear);
}

gpointer bring_back_prepare_run(Shop *shop, gpointer data, Work *job, GError **error)
{
    const BackupWork *work = data;
    (void)shop;
    Restore *restore = backup_work_restore(work, work->where, job, error);
    if (restore == NULL) {
        return NULL;
    }
    BringBack *ready = g_atomic_rc_box_new0(BringBack);
    ready->restore = restore;
    ready->where = g_strdup(work->where);
    ready->folder = g_strdup(work->folder);
    memcpy(ready->at, work->at, sizeof ready->at);
    return ready;
}

void brought_back_free(gpointer data)
{
    BroughtBack *end = data;
    shop_close(end->shop);
    restored_clear(&end->restored);
    g_clear_error(&end->fault);
    g_free(end);
}

gpointer bring_back_finish_run(Shop *shop, gpointer data, Work *job, GError **error)
{
    BringBack *ready = data;
    BroughtBack *end = g_new0(BroughtBack, 1);
    (void)shop, (void)error;
    bool ok = restore_finish(ready->restore, ready->at, backup_work_step, job, &end->restored,
                             &end->fault);
    if (ok || ready->had_shop) {
        g_autoptr(GError) closed = NULL;
        end->shop = shop_open(ready->where, DB_READ_WRITE, ready->folder, ready->at, &closed);
        if (end->shop == NULL && end->fault == NULL) {
            end->fault = g_steal_pointer(&closed);
        }
    }
    return end;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens about backups are opened with. */
#include "tests/tui/openings_private.h"

#include "data/backup/take.h"
#include "tests/data/fixture.h"
#include "tui/screens/bringback.h"

void fill_bringback(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};
    g_autofree char *folder = g_build_filename(opening->emma->folder, "backups", NULL);
    const BackupPlace place = {.folder = folder};
    g_autofree char *to = g_build_filename(opening->emma->folder, "copy.tresen", NULL);
    expect_done(backup_take_to(opening->shop->db, &place, to, "2026-11-21T12:00:00Z", NULL, NULL,
                               &made, &error),
                error);
    backup_made_clear(&made);
    opening->path = g_steal_pointer(&to);
    BringBackArg *arg = g_new0(BringBackArg, 1);
    arg->where = opening->emma->path;
    arg->path = opening->path;
    opening->arg = opening->own = arg;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emma's shop, the app on a terminal, and a folder for the shop's backups. */
#include "tests/tui/backupstage.h"

#include "data/backup/take.h"
#include "data/customer/customer.h"
#include "tests/data/fixture.h"
#include "tui/backupkeep.h"

static void put_app(BackupStage *stage, int rows, int cols)
{
    stage->harness = harness_new(rows, cols, stage->emma->shop);
    backup_stage_counter(stage)->backup_folder = g_strdup(stage->folder);
}

BackupStage *backup_stage_new(int rows, int cols)
{
    BackupStage *stage = g_new0(BackupStage, 1);
    stage->emma = emma_new();
    stage->folder = g_build_filename(stage->emma->folder, "backups", NULL);
    put_app(stage, rows, cols);
    stage->customers = backup_stage_count(stage);
    return stage;
}

void backup_stage_close_shop(BackupStage *stage)
{
    harness_free(stage->harness);
    g_clear_pointer(&stage->emma->shop, shop_close);
    put_app(stage, 24, 80);
}

void backup_stage_free(BackupStage *stage)
{
    backup_stage_wait(stage);
    Shop *shop = app_shop(harness_app(stage->harness));
    harness_free(stage->harness);
    stage->emma->shop = shop;
    emma_free(stage->emma);
    g_free(stage->folder);
    g_free(stage);
}

Counter *backup_stage_counter(const BackupStage *stage)
{
    return app_data(harness_app(stage->harness));
}

const char *backup_stage_top(const BackupStage *stage)
{
    return app_top(harness_app(stage->harness))->class->name;
}

gint64 backup_stage_count(const BackupStage *stage)
{
    gint64 count = -1;
    Shop *shop = app_shop(harness_app(stage->harness));
    assert_non_null(shop);
    assert_true(customer_count(shop->db, &count, NULL));
    return count;
}

char *backup_stage_take(const BackupStage *stage, const char *at)
{
    g_autoptr(GError) error = NULL;
    const BackupPlace place = {.folder = stage->folder};
    BackupMade made = {0};
    expect_done(
        backup_take(stage->emma->shop->db, &place, BACKUP_BY_HAND, at, NULL, NULL, &made, &error),
        error);
    char *path = g_steal_pointer(&made.path);
    backup_made_clear(&made);
    assert_non_null(path);
    return path;
}

void backup_stage_wait(const BackupStage *stage)
{
    const BackupKeep *keep = backup_stage_counter(stage)->keep;
    while (keep != NULL && !backup_keep_is_idle(keep)) {
        g_main_context_iteration(NULL, TRUE);
    }
    harness_settle(stage->harness);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups in a process whose calls can be made to fail. */
#include "tests/faults/benchbackup.h"

#include "data/backup/backup_private.h"
#include "data/backup/prove.h"
#include "data/backup/restore.h"
#include "data/backup/vault.h"
#include "data/base/fault.h"
#include "data/move.h"
#include "data/setting.h"
#include "tests/data/place.h"
#include "tests/faults/saving.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char PASSPHRASE[] = "vier rote Törtchen am Fenster";
static const char FIRST[] = "2026-03-01T09:00:00Z";
static const char LATER[] = "2026-03-03T09:00:00Z";

/* ---- what is done ---- */

static bool take(Bench *bench, GError **error)
{
    BackupMade made = {0};
    g_autoptr(Db) db = db_open(bench->where, DB_READ_WRITE, error);
    bool ok = db != NULL &&
              backup_take(db, &bench->place, BACKUP_BY_HAND, LATER, NULL, NULL, &made, error);
    if (ok && !g_file_test(made.path, G_FILE_TEST_IS_REGULAR)) {
        g_error("Done, but there is no %s.", made.path);
    }
    if (ok && (made.second_path == NULL) == (made.second_trouble == NULL)) {
        g_error("Neither copied nor said why not.");
    }
    backup_made_clear(&made);
    return ok;
}

static bool take_due(Bench *bench, GError **error)
{
    BackupMade made = {0};
    bool ok = backup_take_when_due(bench->where, &bench->place, LATER, NULL, NULL, &made, error);
    backup_made_clear(&made);
    return ok;
}

static bool take_to(Bench *bench, GError **error)
{
    BackupMade made = {0};
    g_autofree char *to = g_build_filename(bench->folder, "mine", NULL);
    g_autofree char *work = g_build_filename(bench->folder, "work", NULL);
    const BackupPlace place = {.folder = work};
    g_unlink(to);
    g_autoptr(Db) db = db_open(bench->where, DB_READ_WRITE, error);
    bool ok = db != NULL && backup_take_to(db, &place, to, LATER, NULL, NULL, &made, error);
    backup_made_clear(&made);
    return ok;
}

static bool prove(Bench *bench, GError **error)
{
    g_autoptr(Backup) backup = backup_at(bench->first, error);
    if (backup == NULL) {
        return false;
    }
    bool ok = backup_prove(backup, backup->is_locked ? PASSPHRASE : NULL, bench->stick, NULL, NULL,
                           error);
    if (!ok && backup->proof == BACKUP_BROKEN) {
        g_set_error_literal(error, FAULT, FAULT_DAMAGED, backup->trouble);
    }
    return ok;
}

static bool restore(Bench *bench, GError **error)
{
    Restored restored = {0};
    g_autoptr(Backup) backup = backup_at(bench->first, error);
    if (backup == NULL) {
        return false;
    }
    g_autoptr(Restore) ready =
        restore_begin(bench->where, &bench->place, backup, backup->is_locked ? PASSPHRASE : NULL,
                      LATER, NULL, NULL, error);
    bool ok = ready != NULL && restore_finish(ready, LATER, NULL, NULL, &restored, error);
    restored_clear(&restored);
    return ok;
}

static bool remove_passphrase(Bench *bench, GError **error)
{
    bool is_set = false;
    g_autoptr(Db) db = db_open(bench->where, DB_READ_WRITE, error);
    return db != NULL && vault_remove(db, error) && vault_is_set(db, &is_set, error);
}

const BenchDeed bench_deeds[] = {
    {"make a backup", BENCH_OPEN, BENCH_WHOLE, false, false, take},
    {"make an encrypted backup", BENCH_LOCKED, BENCH_WHOLE, false, false, take},
    {"make the backup of the day", BENCH_OPEN, BENCH_WHOLE, false, false, take_due},
    {"make a backup elsewhere", BENCH_OPEN, BENCH_WHOLE, false, false, take_to},
    {"prove a backup", BENCH_OPEN, BENCH_WHOLE, false, false, prove},
    {"prove an encrypted backup", BENCH_LOCKED, BENCH_WHOLE, false, false, prove},
    {"bring one back", BENCH_OPEN, BENCH_WHOLE, true, false, restore},
    {"bring an encrypted one back", BENCH_LOCKED, BENCH_WHOLE, true, false, restore},
    {"bring one back over a damaged shop", BENCH_OPEN, BENCH_DAMAGED, true, false, restore},
    {"bring one back over half a shop", BENCH_OPEN, BENCH_TORN, true, false, restore},
    {"bring one back where there is none", BENCH_LOCKED, BENCH_GONE, true, false, restore},
    {"take the passphrase away", BENCH_LOCKED, BENCH_WHOLE, false, true, remove_passphrase},
};
const guint bench_deeds_count = G_N_ELEMENTS(bench_deeds);

/* ---- the folder ---- */

/* What the shop in the file WHERE holds; NULL when it cannot be read. Free with g_free. */
static char *content_of(const char *where)
{
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, NULL);
    return db != NULL ? shop_content(db, NULL) : NULL;
}

/* A key that costs next to nothing: what is tried here is not the guessing. */
static void lock_cheaply(Db *db)
{
    VaultLock lock;
    g_autoptr(GError) error = NULL;
    const VaultDriver *driver = vault_driver(&error);
    expect_done(driver != NULL, error);
    assert_int_equal(driver->lock(PASSPHRASE, 1, 8 * 1024, &lock), VAULT_DONE);
    g_autofree char *text = vault_lock_text(&lock);
    expect_done(setting_set(db, SETTING_VAULT, text, &error), error);
}

/* Fills the trial's folder: a shop of one customer, a backup of it, and a second customer since. */
static void fill(const Bench *bench, BenchKind kind, BenchStart *start)
{
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};
    expect_done(saving_make(bench->where, &error), error);
    g_autoptr(Db) db = saving_open(bench->where);
    people_add(db, &people_hilde);
    if (kind == BENCH_LOCKED) {
        lock_cheaply(db);
    }
    assert_int_equal(g_mkdir(bench->stick, 0700), 0);
    expect_done(backup_take(db, &bench->place, BACKUP_BY_HAND, FIRST, NULL, NULL, &made, &error),
                error);
    start->first = g_strdup(made.path);
    start->then = shop_content(db, &error);
    expect_done(start->then != NULL, error);
    backup_made_clear(&made);
    people_add(db, &(Person){.family = "Später"});
}

bool bench_preload(char **words)
{
    if (!failing_is_possible() || !vault_available(NULL)) {
        return false;
    }
    if (g_getenv("TRESEN_FAILING") != NULL) {
        return true;
    }
    g_autofree char *plan = g_strdup_printf("%s/tresen-plan-XXXXXX", g_get_tmp_dir());
    int file = g_mkstemp(plan);
    if (file < 0) {
        return false;
    }
    close(file);
    failing_plan_free(failing_plan_open(plan));
    g_auto(GStrv) environment = failing_environ(g_get_environ(), plan);
    execve("/proc/self/exe", words, environment);
    return false;
}

int bench_begin(void **state)
{
    Bench *bench = g_new0(Bench, 1);
    bench->folder = fixture_folder();
    bench->where = g_build_filename(bench->folder, "shop.tresen", NULL);
    bench->backups = g_build_filename(bench->folder, "backups", NULL);
    bench->stick = g_build_filename(bench->folder, "stick", NULL);
    bench->place = (BackupPlace){.folder = bench->backups, .second = bench->stick};
    bench->plan = failing_plan_open(g_getenv("TRESEN_FAILING"));
    for (BenchKind kind = 0; kind < BENCH_KINDS; kind++) {
        BenchStart *start = &bench->starts[kind];
        fixture_empty_folder(bench->folder);
        fill(bench, kind, start);
        start->kept = fixture_folder();
        place_copy_folder(bench->folder, start->kept);
    }
    *state = bench;
    return 0;
}

int bench_end(void **state)
{
    Bench *bench = *state;
    failing_plan_free(bench->plan);
    g_unlink(g_getenv("TRESEN_FAILING"));
    fixture_remove_folder(bench->folder);
    for (BenchKind kind = 0; kind < BENCH_KINDS; kind++) {
        fixture_remove_folder(bench->starts[kind].kept);
        g_free(bench->starts[kind].then);
        g_free(bench->starts[kind].first);
    }
    g_free(bench->where);
    g_free(bench->backups);
    g_free(bench->stick);
    g_free(bench->hash);
    g_free(bench);
    return 0;
}

/* ---- a trial ---- */

/* Of the shop's file and its journal, as far as they are there. Free with g_free. */
static char *hash_of(const char *where)
{
    gsize length;
    g_autofree char *bytes = NULL;
    return g_file_get_contents(where, &bytes, &length, NULL)
               ? g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length)
               : NULL;
}

/* Makes of the shop's file what SHOP says. */
static void harm(const Bench *bench, BenchShop shop)
{
    gsize length;
    g_autofree guint8 *bytes = place_read(bench->where, &length);
    g_autofree char *journal = g_strconcat(bench->where, "-journal", NULL);
    if (shop == BENCH_WHOLE) {
        return;
    }
    g_unlink(bench->where);
    if (shop == BENCH_DAMAGED) {
        memset(bytes + length / 2, 0x55, 8192);
        place_write(bench->where, bytes, length);
    } else if (shop == BENCH_TORN) {
        place_write(bench->where, bytes, length / 3);
        place_write(journal, "half a journal", 14);
    }
}

void bench_reset(Bench *bench, const BenchDeed *deed)
{
    const BenchStart *start = &bench->starts[deed->kind];
    bench_calm(bench);
    fixture_empty_folder(bench->folder);
    place_copy_folder(start->kept, bench->folder);
    harm(bench, deed->shop);
    g_free(bench->hash);
    bench->hash = hash_of(bench->where);
    bench->first = start->first;
}

void bench_fail(Bench *bench, FailingKind kind, guint first, guint last, int reason)
{
    failing_plan_begin(bench->plan, bench->folder);
    failing_plan_refuse(bench->plan, kind, first, last, reason);
}

guint bench_calm(Bench *bench)
{
    bench->plan->first = 0;
    return bench->plan->failed;
}

/* What is wrong with the shop's file. */
static char *judge_shop(const Bench *bench, const BenchDeed *deed, bool done)
{
    g_autofree char *hash = hash_of(bench->where);
    bool is_as_it_was = g_strcmp0(hash, bench->hash) == 0;
    if (is_as_it_was && !(done && deed->replaces)) {
        return NULL;
    }
    if (!deed->replaces && !deed->writes) {
        return g_strdup("the shop's file is not as it was");
    }
    g_autofree char *content = content_of(bench->where);
    if (content == NULL) {
        return g_strdup("the shop cannot be read");
    }
    if (deed->replaces && strcmp(content, bench->starts[deed->kind].then) != 0) {
        return g_strdup("the shop is not what it is to be");
    }
    return NULL;
}

/* What is wrong with the backups: each that is listed has to be whole, and the first one there. */
static char *judge_backups(const Bench *bench)
{
    g_autoptr(GPtrArray) list = backup_list(&bench->place, bench->where, LATER);
    g_autofree char *second = backup_second_folder(bench->stick, bench->where);
    g_autoptr(GPtrArray) there = backup_list_folder(second);
    bool has_first = false;
    for (guint i = 0; i < list->len + there->len; i++) {
        g_autoptr(GError) error = NULL;
        Backup *backup =
            i < list->len ? g_ptr_array_index(list, i) : g_ptr_array_index(there, i - list->len);
        has_first = has_first || strcmp(backup->path, bench->first) == 0;
        if (!backup_prove(backup, PASSPHRASE, bench->backups, NULL, NULL, &error)) {
            return g_strdup_printf("%s: %s", backup->path,
                                   error != NULL ? error->message : backup->trouble);
        }
    }
    return has_first ? NULL : g_strdup("the first backup is gone");
}

char *bench_judge(Bench *bench, const BenchDeed *deed, bool done, const GError *fault)
{
    if (!done && (fault == NULL || fault->domain != FAULT || strlen(fault->message) < 10)) {
        return g_strdup("nothing was told");
    }
    if (done && fault != NULL) {
        return g_strdup("done, but with a fault");
    }
    char *trouble = judge_shop(bench, deed, done);
    return trouble != NULL ? trouble : judge_backups(bench);
}

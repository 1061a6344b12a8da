/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop of every earlier version is brought up to date with all it held, or stays what it was:
 * whatever moment the program is killed, told to end or finds the disk full. */
#include "data/backup/list.h"
#include "data/base/fault.h"
#include "data/db/backup.h"
#include "data/db/migrate.h"
#include "data/db/migrations.h"
#include "data/shop.h"
#include "tests/data/place.h"
#include "tests/faults/crashdisk.h"
#include "tests/faults/oldshop.h"
#include "tests/faults/saving.h"
#include "tests/faults/scale.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OLDEST = 1, LONGEST = 400000 };

typedef struct {
    CrashDisk *disk;
    GRand *chance;
    char *aside, *newest; /* a folder of its own with a shop that is up to date */
    char *folder, *path, *backups;
    int version; /* of the shop each upgrade begins with */
    guint8 *bytes;
    gsize length;
    OldContent *content;
} Upgrade;

/* Nothing but a folder for backups. */
static void clear(const Upgrade *upgrade)
{
    fixture_empty_folder(upgrade->folder);
    assert_int_equal(g_mkdir(upgrade->backups, 0700), 0);
}

static void put_back(const Upgrade *upgrade)
{
    clear(upgrade);
    place_write(upgrade->path, upgrade->bytes, upgrade->length);
}

/* From now on shops of VERSION. */
static void begin_with(Upgrade *upgrade, int version)
{
    clear(upgrade);
    old_shop_make(upgrade->newest, upgrade->path, version);
    g_clear_pointer(&upgrade->content, old_content_free);
    g_free(upgrade->bytes);
    upgrade->version = version;
    upgrade->content = old_content_of(upgrade->path);
    upgrade->bytes = place_read(upgrade->path, &upgrade->length);
}

static Shop *open_shop(const Upgrade *upgrade, IndexProgress progress, gpointer data,
                       GError **error)
{
    return shop_open_watched(upgrade->path, DB_READ_WRITE, upgrade->backups, FIXTURE_NOW, progress,
                             data, error);
}

/* The backups there are are whole and of the old version. */
static void expect_good_backup(const Upgrade *upgrade, bool has_to_be)
{
    g_autoptr(GError) error = NULL;
    const BackupPlace place = {.folder = upgrade->backups};
    g_autoptr(GPtrArray) backups = backup_list(&place, upgrade->path, FIXTURE_NOW);
    for (guint i = 0; i < backups->len; i++) {
        const Backup *backup = g_ptr_array_index(backups, i);
        expect_done(backup_verify(backup->path, &error), error);
        g_autoptr(Db) db = db_open(backup->path, DB_READ_ONLY, &error);
        expect_done(db != NULL, error);
        old_content_expect(upgrade->content, db);
    }
    assert_true(backups->len > 0 || !has_to_be);
}

/* What each version brings along is there. */
static void expect_furnished(Db *db)
{
    assert_true(people_number(db, "SELECT count(*) FROM fact_kind WHERE code IS NOT NULL",
                              DB_NO_VALUES) >= 15);
    assert_true(people_number(db, "SELECT count(*) FROM complaint_cause", DB_NO_VALUES) > 0);
    assert_true(people_number(db, "SELECT count(*) FROM loss_reason", DB_NO_VALUES) > 0);
    assert_true(people_number(db, "SELECT count(*) FROM rule", DB_NO_VALUES) > 0);
}

/* The shop is of the old version or of the new one, and holds what it held; the next start brings
 * it to the end. */
static void expect_nothing_lost(const Upgrade *upgrade)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = saving_open(upgrade->path);
    int version = migrate_version(db, &error);
    assert_true(version == upgrade->version || version == migrate_newest());
    old_content_expect(upgrade->content, db);
    g_clear_pointer(&db, db_close);
    expect_good_backup(upgrade, version > upgrade->version);
    g_autoptr(Shop) shop = open_shop(upgrade, NULL, NULL, &error);
    expect_done(shop != NULL, error);
    assert_int_equal(migrate_version(shop->db, &error), migrate_newest());
    old_content_expect(upgrade->content, shop->db);
    expect_furnished(shop->db);
    people_expect_sound(shop->db);
}

static void a_shop_of_each_version__keeps_all_it_held(void **state)
{
    Upgrade *upgrade = *state;
    for (int version = OLDEST; version < migrate_newest(); version++) {
        begin_with(upgrade, version);
        g_autoptr(GError) error = NULL;
        g_autoptr(Shop) shop = open_shop(upgrade, NULL, NULL, &error);
        expect_done(shop != NULL, error);
        g_clear_pointer(&shop, shop_close);
        expect_nothing_lost(upgrade);
        expect_good_backup(upgrade, true);
    }
    scale_tell(13, "shops of all %d earlier versions: rows and hashes of all tables as they were",
               migrate_newest() - OLDEST);
}

/* The suite has no time for all versions. */
static int stride(void)
{
    return scale_is_full() ? 1 : 3;
}

/* Killed, or with the power gone. */
static void an_upgrade_that_is_killed__is_done_or_not(void **state)
{
    Upgrade *upgrade = *state;
    guint cuts = scale(1, 60), all = 0;
    for (int version = OLDEST; version < migrate_newest(); version += stride()) {
        begin_with(upgrade, version);
        crash_disk_start(upgrade->disk, upgrade->folder, 0, CRASH_KEEPS_ALL);
        shop_close(open_shop(upgrade, NULL, NULL, NULL));
        guint operations = crash_disk_stop(upgrade->disk);
        for (guint i = 0; i < cuts; i++, all++) {
            put_back(upgrade);
            guint cut_at = (guint)g_rand_int_range(upgrade->chance, 1, (gint32)operations + 1);
            print_message("version %d: %u of %u\n", version, cut_at, operations);
            crash_disk_start(upgrade->disk, upgrade->folder, cut_at,
                             g_rand_int(upgrade->chance) % CRASH_KINDS);
            shop_close(open_shop(upgrade, NULL, NULL, NULL));
            crash_disk_stop(upgrade->disk);
            expect_nothing_lost(upgrade);
        }
    }
    scale_tell(13, "%u upgrades killed or without power at a write: nothing lost", all);
}

/* Somebody breaks it off while the search index is made. */
static bool break_off(guint done, guint total, gpointer data)
{
    (void)done, (void)total, (void)data;
    return false;
}

static void an_upgrade_that_is_broken_off__goes_on_the_next_time(void **state)
{
    Upgrade *upgrade = *state;
    g_autoptr(GError) error = NULL;
    begin_with(upgrade, 8);
    assert_null(open_shop(upgrade, break_off, NULL, &error));
    expect_fault(error, FAULT_CANCELLED);
    expect_nothing_lost(upgrade);
}

/* Runs in a process of its own, where no file may grow beyond LIMIT: a full disk. */
static bool upgrade_on_full_disk(const Upgrade *upgrade, rlim_t limit)
{
    g_autoptr(GError) error = NULL;
    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &(struct rlimit){limit, RLIM_INFINITY}) != 0) {
        return false;
    }
    g_autoptr(Shop) shop = open_shop(upgrade, NULL, NULL, &error);
    if (shop == NULL && !g_error_matches(error, FAULT, FAULT_FULL)) {
        print_message("%d: %s\n", error->code, error->message);
        return false;
    }
    return true;
}

static void an_upgrade_on_a_full_disk__says_so_and_loses_nothing(void **state)
{
    Upgrade *upgrade = *state;
    guint disks = scale(1, 12), all = 0;
    for (int version = OLDEST; version < migrate_newest(); version += stride()) {
        begin_with(upgrade, version);
        for (guint i = 0; i < disks; i++, all++) {
            put_back(upgrade);
            rlim_t limit = g_rand_int(upgrade->chance) % (2 * upgrade->length);
            pid_t child = place_fork();
            if (child == 0) {
                place_leave(upgrade_on_full_disk(upgrade, limit));
            }
            assert_true(place_ended_well(child));
            expect_nothing_lost(upgrade);
        }
    }
    scale_tell(13, "%u upgrades on a full disk: each said so, nothing lost", all);
}

static void an_upgrade_that_is_told_to_end__loses_nothing(void **state)
{
    Upgrade *upgrade = *state;
    guint ends = scale(1, 12), all = 0;
    for (int version = OLDEST; version < migrate_newest(); version += stride()) {
        begin_with(upgrade, version);
        for (guint i = 0; i < ends; i++, all++) {
            put_back(upgrade);
            gint32 wait = g_rand_int_range(upgrade->chance, 0, LONGEST);
            pid_t child = place_fork();
            if (child == 0) {
                shop_close(open_shop(upgrade, NULL, NULL, NULL));
                place_leave(true);
            }
            g_usleep((gulong)wait);
            kill(child, i % 2 == 0 ? SIGTERM : SIGHUP);
            waitpid(child, NULL, 0);
            expect_nothing_lost(upgrade);
        }
    }
    scale_tell(13, "%u upgrades ended by a signal: nothing lost", all);
}

/* Shops out there were made by the migrations as they are: a released one never changes. */
static void the_released_migrations__are_as_they_were(void **state)
{
    static const char *const hashes[] = {"0001-shop-both be066c73f5375447",
                                         "0002-customer-both 9757b34413a91f2f",
                                         "0003-agenda-both 7145a6653a0661d7",
                                         "0004-lookup-postgresql bcde15e87f890a21",
                                         "0004-lookup-sqlite 88b38f9454b96470",
                                         "0005-sortkey-postgresql c6569a18c9f05619",
                                         "0005-sortkey-sqlite 5c2d2ce94e0c9cee",
                                         "0006-suggest-postgresql 36e560d000a64d7e",
                                         "0006-suggest-sqlite 19c23d7e5138788b",
                                         "0007-draft-both 32a83d4a2ae28b11",
                                         "0008-bin-both 938dd6e556b4a250",
                                         "0009-forgiving-postgresql fe528815889a2f5d",
                                         "0009-forgiving-sqlite 0bde66cda851a186",
                                         "0010-diary-both 2cffef970ed34750",
                                         "0011-due-both 160eb9035e25827e",
                                         "0012-counters-both 30045b72678525dc",
                                         NULL};
    (void)state;
    for (guint i = 0; i < migrations_count; i++) {
        const Migration *step = &migrations[i];
        g_autofree char *name = g_strdup_printf("%04d-%s-%s", step->version, step->name,
                                                step->engine != NULL ? step->engine : "both");
        g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, step->sql, -1);
        hash[16] = '\0';
        g_autofree char *line = g_strdup_printf("%s %s", name, hash);
        if (step->version < migrate_newest() && !g_strv_contains(hashes, line)) {
            fail_msg("The migration was changed: %s", line);
        }
    }
}

static int set_up(void **state)
{
    Upgrade *upgrade = g_new0(Upgrade, 1);
    upgrade->chance = g_rand_new_with_seed(scale_seed());
    upgrade->disk = crash_disk_new(upgrade->chance);
    upgrade->aside = fixture_folder();
    upgrade->newest = g_build_filename(upgrade->aside, "newest.tresen", NULL);
    old_shop_make_newest(upgrade->newest);
    upgrade->folder = fixture_folder();
    upgrade->path = g_build_filename(upgrade->folder, "shop.tresen", NULL);
    upgrade->backups = g_build_filename(upgrade->folder, "backups", NULL);
    *state = upgrade;
    return 0;
}

static int tear_down(void **state)
{
    Upgrade *upgrade = *state;
    fixture_remove_folder(upgrade->folder);
    fixture_remove_folder(upgrade->aside);
    g_free(upgrade->newest);
    old_content_free(upgrade->content);
    g_rand_free(upgrade->chance);
    g_free(upgrade->path);
    g_free(upgrade->backups);
    g_free(upgrade->bytes);
    g_free(upgrade);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_released_migrations__are_as_they_were),
        cmocka_unit_test(a_shop_of_each_version__keeps_all_it_held),
        cmocka_unit_test(an_upgrade_that_is_killed__is_done_or_not),
        cmocka_unit_test(an_upgrade_that_is_broken_off__goes_on_the_next_time),
        cmocka_unit_test(an_upgrade_on_a_full_disk__says_so_and_loses_nothing),
        cmocka_unit_test(an_upgrade_that_is_told_to_end__loses_nothing),
    };
    return cmocka_run_group_tests_name("upgrades", tests, set_up, tear_down);
}

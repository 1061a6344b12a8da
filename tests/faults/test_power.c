/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The power goes in the middle of making a shop, of saves, of an upgrade, of a backup, and once
 * more while the shop is mended: what was acknowledged is there, and nothing is half. */
#include "data/db/backup.h"
#include "data/db/check.h"
#include "data/db/migrate.h"
#include "data/shop.h"
#include "tests/data/place.h"
#include "tests/faults/crashdisk.h"
#include "tests/faults/oldshop.h"
#include "tests/faults/saving.h"
#include "tests/faults/scale.h"

#include <glib/gstdio.h>

enum { SAVES = 3, AT_ONCE = 30, FEW_PAGES = 10 };

typedef struct {
    CrashDisk *disk;
    GRand *chance;
    char *folder, *path, *backups, *backup;
    guint8 *bytes; /* of the shop each run begins with */
    gsize length;
    guint acknowledged;
} Power;

/* What is cut. WORK stops at the first fault; CHECK is called when there is power again. */
typedef struct {
    const char *name;
    void (*prepare)(Power *power);
    void (*work)(Power *power);
    void (*check)(Power *power);
} Work;

static char *beside(const Power *power)
{
    return g_build_filename(power->folder, "aside.tresen", NULL);
}

/* Nothing but a folder for backups. */
static void clear(const Power *power)
{
    fixture_empty_folder(power->folder);
    assert_int_equal(g_mkdir(power->backups, 0700), 0);
}

static void remember(Power *power, char *aside)
{
    g_free(power->bytes);
    power->bytes = place_read(aside, &power->length);
    g_unlink(aside);
    g_free(aside);
}

static void begin_empty(Power *power)
{
    (void)power;
}

static void begin_with_customers(Power *power)
{
    g_autoptr(GError) error = NULL;
    char *aside = beside(power);
    expect_done(saving_make(aside, &error), error);
    g_autoptr(Db) db = saving_open(aside);
    expect_done(saving_add(db, 5, &error), error);
    g_clear_pointer(&db, db_close);
    remember(power, aside);
}

static void make(Power *power)
{
    power->acknowledged = saving_make(power->path, NULL);
}

static void check_made(Power *power)
{
    if (!shop_exists(power->path)) {
        assert_int_equal(power->acknowledged, 0);
    } else {
        assert_int_equal(saving_expect_whole(power->path), 0);
    }
}

static void save(Power *power)
{
    g_autoptr(Db) db = db_open(power->path, DB_READ_WRITE, NULL);
    while (db != NULL && power->acknowledged < SAVES && saving_add(db, 1, NULL)) {
        power->acknowledged++;
    }
}

static void check_saved(Power *power)
{
    gint64 saved = saving_expect_whole(power->path) - 5;
    assert_in_range(saved, power->acknowledged, MIN(power->acknowledged + 1, SAVES));
}

/* As a shop would be kept that does not care. */
static void save_carelessly(Power *power)
{
    g_autoptr(Db) db = db_open(power->path, DB_READ_WRITE, NULL);
    if (db != NULL && db_run_script(db, "PRAGMA synchronous = OFF", NULL)) {
        while (power->acknowledged < SAVES && saving_add(db, 1, NULL)) {
            power->acknowledged++;
        }
    }
}

/* With so little memory that pages reach the file before the commit. */
static void save_many(Power *power)
{
    g_autofree char *little =
        g_strdup_printf("PRAGMA cache_size = %d; PRAGMA cache_spill = %d", FEW_PAGES, FEW_PAGES);
    g_autoptr(Db) db = db_open(power->path, DB_READ_WRITE, NULL);
    power->acknowledged =
        db != NULL && db_run_script(db, little, NULL) && saving_add(db, AT_ONCE, NULL);
}

static void check_many(Power *power)
{
    gint64 saved = saving_expect_whole(power->path) - 5;
    assert_true(saved == AT_ONCE || (saved == 0 && power->acknowledged == 0));
}

static void begin_older(Power *power)
{
    char *aside = beside(power);
    g_autofree char *newest = g_strconcat(aside, ".newest", NULL);
    old_shop_make_newest(newest);
    old_shop_make(newest, aside, 8);
    g_unlink(newest);
    remember(power, aside);
}

static void upgrade(Power *power)
{
    g_autoptr(Shop) shop = shop_open(power->path, DB_READ_WRITE, power->backups, FIXTURE_NOW, NULL);
    power->acknowledged = shop != NULL;
}

/* As it was or brought up to date; and the next start goes on to the end. */
static void check_upgraded(Power *power)
{
    g_autoptr(GError) error = NULL;
    char *aside = beside(power);
    place_write(aside, power->bytes, power->length);
    g_autoptr(OldContent) content = old_content_of(aside);
    g_unlink(aside);
    g_free(aside);
    g_autoptr(Db) db = saving_open(power->path);
    int version = migrate_version(db, &error);
    assert_true(version == migrate_newest() || (version == 8 && power->acknowledged == 0));
    old_content_expect(content, db);
    g_clear_pointer(&db, db_close);
    g_autoptr(Shop) shop =
        shop_open(power->path, DB_READ_WRITE, power->backups, FIXTURE_NOW, &error);
    expect_done(shop != NULL, error);
    people_expect_sound(shop->db);
    old_content_expect(content, shop->db);
}

/* There is a good backup already when the next one is made over it. */
static void begin_with_backup(Power *power)
{
    g_autoptr(GError) error = NULL;
    begin_with_customers(power);
    place_write(power->path, power->bytes, power->length);
    g_autoptr(Db) db = saving_open(power->path);
    expect_done(backup_make(db, power->backup, &error), error);
    expect_done(saving_add(db, 1, &error), error);
    g_clear_pointer(&db, db_close);
    g_free(power->bytes);
    power->bytes = place_read(power->path, &power->length);
}

static void back_up(Power *power)
{
    g_autoptr(Db) db = db_open(power->path, DB_READ_WRITE, NULL);
    power->acknowledged = db != NULL && backup_make(db, power->backup, NULL);
}

static void check_backup(Power *power)
{
    g_autoptr(GError) error = NULL;
    assert_int_equal(saving_expect_whole(power->path), 6);
    expect_done(backup_verify(power->backup, &error), error);
    gint64 customers = saving_expect_whole(power->backup);
    assert_in_range(customers, power->acknowledged ? 6 : 5, 6);
}

/* Runs WORK until the power goes at the operation CUT_AT; how many there were. */
static guint run(Power *power, const Work *work, guint cut_at, CrashKind kind)
{
    power->acknowledged = 0;
    crash_disk_start(power->disk, power->folder, cut_at, kind);
    work->work(power);
    return crash_disk_stop(power->disk);
}

static void put_shop(const Power *power)
{
    if (power->bytes != NULL) {
        place_write(power->path, power->bytes, power->length);
    }
}

/* The next start may be cut off, too, while it takes back what was half. */
static void cut_the_mending(Power *power)
{
    guint cut_at = (guint)g_rand_int_range(power->chance, 1, 6);
    CrashKind kind = g_rand_int(power->chance) % CRASH_KINDS;
    crash_disk_start(power->disk, power->folder, cut_at, kind);
    db_close(db_open(power->path, DB_READ_WRITE, NULL));
    crash_disk_stop(power->disk);
}

static void cut_often(Power *power, const Work *work, guint cuts)
{
    g_clear_pointer(&power->bytes, g_free);
    clear(power);
    work->prepare(power);
    put_shop(power);
    guint operations = run(power, work, 0, CRASH_KEEPS_ALL);
    assert_true(power->acknowledged > 0);
    work->check(power);
    for (guint i = 0; i < cuts; i++) {
        g_unlink(power->path);
        if (work->check != check_backup) {
            fixture_empty_folder(power->backups);
        }
        put_shop(power);
        guint cut_at = (guint)g_rand_int_range(power->chance, 1, (gint32)operations + 1);
        CrashKind kind = i % CRASH_KINDS;
        print_message("%s: %u of %u, kind %d\n", work->name, cut_at, operations, (int)kind);
        run(power, work, cut_at, kind);
        if (g_rand_int_range(power->chance, 0, 3) == 0) {
            cut_the_mending(power);
        }
        work->check(power);
    }
    scale_tell(2,
               "%u power cuts (a third of them once more while mending) in %s of %u operations: "
               "nothing acknowledged was missing, nothing half",
               cuts, work->name, operations);
}

/* Whether the shop is there with what was acknowledged, as far as SQLite can tell. */
static bool is_well(const Power *power)
{
    gint64 customers = 0;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Db) db = db_open(power->path, DB_READ_WRITE, NULL);
    return db != NULL && check_database(db, findings, NULL) && findings->len == 0 &&
           db_get_int(db, "SELECT count(*) FROM customer", DB_NO_VALUES, &customers, NULL, NULL) &&
           customers >= 5 + (gint64)power->acknowledged;
}

/* The disk shows what is done wrong: else all the others prove nothing. */
static void the_power_goes__and_takes_what_was_never_synced(void **state)
{
    static const Work work = {"careless saves", begin_with_customers, save_carelessly, NULL};
    Power *power = *state;
    guint damaged = 0;
    clear(power);
    work.prepare(power);
    for (guint i = 0; i < 20; i++) {
        clear(power);
        put_shop(power);
        run(power, &work, 60 + 15 * i, CRASH_KEEPS_SOME);
        damaged += !is_well(power);
    }
    assert_true(damaged > 0);
}

static int set_up(void **state)
{
    Power *power = g_new0(Power, 1);
    power->chance = g_rand_new_with_seed(scale_seed());
    power->disk = crash_disk_new(power->chance);
    power->folder = fixture_folder();
    power->path = g_build_filename(power->folder, "shop.tresen", NULL);
    power->backups = g_build_filename(power->folder, "backups", NULL);
    power->backup = g_build_filename(power->backups, "kept.tresen", NULL);
    *state = power;
    return 0;
}

static int tear_down(void **state)
{
    Power *power = *state;
    fixture_remove_folder(power->folder);
    g_rand_free(power->chance);
    g_free(power->path);
    g_free(power->backups);
    g_free(power->backup);
    g_free(power->bytes);
    g_free(power);
    return 0;
}

static void the_power_goes__while_a_shop_is_made(void **state)
{
    static const Work work = {"the making of a shop", begin_empty, make, check_made};
    cut_often(*state, &work, scale(8, 100));
}

static void the_power_goes__between_saves_and_in_them(void **state)
{
    static const Work work = {"saves", begin_with_customers, save, check_saved};
    cut_often(*state, &work, scale(24, 500));
}

static void the_power_goes__in_a_long_save(void **state)
{
    static const Work work = {"a long save", begin_with_customers, save_many, check_many};
    cut_often(*state, &work, scale(12, 200));
}

static void the_power_goes__in_an_upgrade(void **state)
{
    static const Work work = {"an upgrade", begin_older, upgrade, check_upgraded};
    cut_often(*state, &work, scale(8, 200));
}

static void the_power_goes__while_a_backup_is_made(void **state)
{
    static const Work work = {"a backup", begin_with_backup, back_up, check_backup};
    cut_often(*state, &work, scale(8, 200));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_power_goes__while_a_shop_is_made),
        cmocka_unit_test(the_power_goes__between_saves_and_in_them),
        cmocka_unit_test(the_power_goes__in_a_long_save),
        cmocka_unit_test(the_power_goes__in_an_upgrade),
        cmocka_unit_test(the_power_goes__while_a_backup_is_made),
        cmocka_unit_test(the_power_goes__and_takes_what_was_never_synced),
    };
    return cmocka_run_group_tests_name("power", tests, set_up, tear_down);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop in a folder that a group shares belongs to that group, its journal and backups too; any
 * other one belongs to one person alone. */
#include "data/db/filegroup.h"

#include "data/db/backup.h"
#include "data/setting.h"
#include "data/shop.h"
#include "tests/data/fixture.h"
#include "tests/data/place.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Two people, each with a group of their own, and one that both are in. */
enum { LINA = 47001, IDA = 47002, SHOP_GROUP = 47100, OTHER_GROUP = 47200 };

static const ShopPlan plan = {.name = "Emma", .country_code = "49", .currency = "EUR"};

typedef struct {
    char *above, *folder, *path;
} Ground;

/* A folder of MODE that belongs to GROUP; without the rights for that, to the caller's. */
static Ground *ground_new(mode_t mode, gid_t group)
{
    Ground *ground = g_new0(Ground, 1);
    ground->above = fixture_folder();
    ground->folder = g_build_filename(ground->above, "laden", NULL);
    ground->path = g_build_filename(ground->folder, "shop.tresen", NULL);
    assert_int_equal(g_mkdir(ground->folder, 0700), 0);
    assert_int_equal(chmod(ground->above, 0755), 0);
    if (geteuid() == 0) {
        assert_int_equal(chown(ground->folder, LINA, group), 0);
    }
    assert_int_equal(chmod(ground->folder, mode), 0);
    return ground;
}

static void ground_free(Ground *ground)
{
    fixture_remove_folder(ground->above);
    g_free(ground->folder);
    g_free(ground->path);
    g_free(ground);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ground, ground_free)

static void expect_mode(const char *path, mode_t mode)
{
    GStatBuf info;
    assert_int_equal(g_lstat(path, &info), 0);
    if ((info.st_mode & 07777) != mode) {
        fail_msg("%s has mode %o, not %o", path, info.st_mode & 07777, mode);
    }
}

static void expect_group(const char *path, gid_t group)
{
    GStatBuf info;
    assert_int_equal(g_lstat(path, &info), 0);
    assert_int_equal(info.st_gid, group);
}

static void make_shop(const Ground *ground)
{
    g_autoptr(GError) error = NULL;
    expect_done(shop_create(ground->path, &plan, FIXTURE_NOW, &error), error);
}

static void filegroup_of__tells_shared_folders_from_others(void **state)
{
    static const struct {
        mode_t mode;
        bool is_shared;
    } cases[] = {
        {0700, false}, {0755, false},  {0770, true},  {0775, true},   {02770, true},
        {02750, true}, {02700, false}, {0777, false}, {01777, false}, {03777, false},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Ground) ground = ground_new(cases[i].mode, SHOP_GROUP);
        gid_t group = 0;
        if (filegroup_of(ground->folder, &group) != cases[i].is_shared) {
            fail_msg("mode %o", cases[i].mode);
        }
        assert_int_equal(chmod(ground->folder, 0700), 0);
    }
    gid_t group = 0;
    assert_false(filegroup_of("/nowhere/at/all", &group));
}

static void shop__is_for_its_owner__elsewhere(void **state)
{
    (void)state;
    g_autoptr(Ground) ground = ground_new(0755, SHOP_GROUP);
    mode_t mask = umask(0);
    make_shop(ground);
    umask(mask);
    expect_mode(ground->path, 0600);
}

/* With its journal, as it lies there in the middle of a deed, and a copy. */
static void expect_shared(const Ground *ground)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *journal = g_strconcat(ground->path, "-journal", NULL);
    g_autofree char *copy = g_build_filename(ground->folder, "copy.tresen", NULL);
    g_autofree char *sums = g_strconcat(copy, ".sha256", NULL);
    g_autoptr(Db) db = db_open(ground->path, DB_READ_WRITE, &error);
    expect_done(db != NULL && db_begin(db, &error), error);
    expect_done(setting_set(db, SETTING_SHOP_NAME, "Ida", &error), error);
    const char *const files[] = {ground->path, journal, copy, sums};
    expect_mode(journal, 0660);
    expect_done(db_commit(db, &error) && backup_make(db, copy, &error), error);
    expect_done(db_begin(db, &error), error);
    expect_done(setting_set(db, SETTING_SHOP_NAME, "Lina", &error), error);
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
        expect_mode(files[i], 0660);
        if (geteuid() == 0) {
            expect_group(files[i], SHOP_GROUP);
        }
    }
    expect_done(db_commit(db, &error), error);
}

static void shop__is_for_the_group__in_a_folder_it_shares(void **state)
{
    static const mode_t modes[] = {0770, 02770, 02775};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(modes); i++) {
        g_autoptr(Ground) ground = ground_new(modes[i], SHOP_GROUP);
        mode_t mask = umask(077);
        make_shop(ground);
        expect_shared(ground);
        umask(mask);
    }
}

static void shop__becomes_the_groups__when_its_owner_has_carried_it_there(void **state)
{
    (void)state;
    g_autoptr(Ground) ground = ground_new(0700, SHOP_GROUP);
    make_shop(ground);
    expect_mode(ground->path, 0600);
    assert_int_equal(chmod(ground->folder, 02770), 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(ground->path, DB_READ_ONLY, &error);
    expect_done(db != NULL, error);
    expect_mode(ground->path, 0660);
}

static void share__leaves_alone__what_leads_elsewhere(void **state)
{
    (void)state;
    g_autoptr(Ground) ground = ground_new(02770, SHOP_GROUP);
    g_autofree char *outside = g_build_filename(ground->above, "outside", NULL);
    g_autofree char *link = g_build_filename(ground->folder, "link", NULL);
    g_autofree char *second = g_build_filename(ground->folder, "second", NULL);
    place_write(outside, "x", 1);
    assert_int_equal(chmod(outside, 0600), 0);
    assert_int_equal(symlink(outside, link), 0);
    filegroup_share(link);
    expect_mode(outside, 0600);
    assert_int_equal(g_unlink(link), 0);
    assert_int_equal(linkat(AT_FDCWD, outside, AT_FDCWD, second, 0), 0);
    filegroup_share(second);
    expect_mode(outside, 0600);
    filegroup_share("/nowhere/at/all");
}

/* ---- two people of one group ---- */

/* Runs WORK on GROUND in a process that is PERSON, who is in GROUP as well. */
static pid_t run_as(uid_t person, gid_t group, bool (*work)(const Ground *), const Ground *ground)
{
    pid_t child = place_fork();
    if (child == 0) {
        umask(077);
        bool is_other = setgroups(1, &group) == 0 && setresgid(person, person, person) == 0 &&
                        setresuid(person, person, person) == 0;
        place_leave(is_other && work(ground));
    }
    return child;
}

static bool writes_name(const Ground *ground, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Shop) shop = shop_open(ground->path, DB_READ_WRITE, NULL, FIXTURE_NOW, &error);
    bool ok = shop != NULL && !db_is_read_only(shop->db) && shop_rename(shop, name, &error);
    if (error != NULL) {
        print_message("%s\n", error->message);
    }
    return ok;
}

static bool makes(const Ground *ground)
{
    return shop_create(ground->path, &plan, FIXTURE_NOW, NULL);
}

static bool writes(const Ground *ground)
{
    return writes_name(ground, "Ida");
}

static bool writes_again(const Ground *ground)
{
    return writes_name(ground, "Lina");
}

static bool is_refused(const Ground *ground)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(ground->path, DB_READ_WRITE, &error);
    return db == NULL && error != NULL;
}

/* Dies with half a deed in the file, the way a power cut leaves it. */
static bool dies_writing(const Ground *ground)
{
    Db *db = db_open(ground->path, DB_READ_WRITE, NULL);
    if (db != NULL && db_begin(db, NULL) &&
        db_run_script(db, "PRAGMA cache_size = 1; PRAGMA cache_spill = 1", NULL)) {
        for (int i = 0; i < 2000; i++) {
            g_autofree char *name = g_strdup_printf("half.%d", i);
            setting_set(db, name, "half a deed", NULL);
        }
        raise(SIGKILL);
    }
    return false;
}

static void expect_died(pid_t child)
{
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
}

static void two_people__work_in_one_shop(void **state)
{
    static const mode_t modes[] = {0770, 02770};
    (void)state;
    if (geteuid() != 0) {
        skip();
    }
    for (gsize i = 0; i < G_N_ELEMENTS(modes); i++) {
        g_autoptr(Ground) ground = ground_new(modes[i], SHOP_GROUP);
        g_autofree char *journal = g_strconcat(ground->path, "-journal", NULL);
        assert_true(place_ended_well(run_as(LINA, SHOP_GROUP, makes, ground)));
        expect_group(ground->path, SHOP_GROUP);
        expect_mode(ground->path, 0660);
        assert_true(place_ended_well(run_as(IDA, SHOP_GROUP, writes, ground)));
        /* The other one takes back what a killed program left, and goes on. */
        expect_died(run_as(IDA, SHOP_GROUP, dies_writing, ground));
        expect_group(journal, SHOP_GROUP);
        expect_mode(journal, 0660);
        assert_true(place_ended_well(run_as(LINA, SHOP_GROUP, writes_again, ground)));
        assert_int_equal(g_access(journal, F_OK), -1);
        /* Who is in another group has no way in. */
        assert_true(place_ended_well(run_as(IDA, OTHER_GROUP, is_refused, ground)));
    }
}

static void who_is_not_in_the_group__keeps_a_shop_alone(void **state)
{
    (void)state;
    if (geteuid() != 0) {
        skip();
    }
    /* The folder is Lina's, but she may not give files to its group. */
    g_autoptr(Ground) ground = ground_new(0770, SHOP_GROUP);
    assert_true(place_ended_well(run_as(LINA, OTHER_GROUP, makes, ground)));
    expect_mode(ground->path, 0600);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filegroup_of__tells_shared_folders_from_others),
        cmocka_unit_test(shop__is_for_its_owner__elsewhere),
        cmocka_unit_test(shop__is_for_the_group__in_a_folder_it_shares),
        cmocka_unit_test(shop__becomes_the_groups__when_its_owner_has_carried_it_there),
        cmocka_unit_test(share__leaves_alone__what_leads_elsewhere),
        cmocka_unit_test(two_people__work_in_one_shop),
        cmocka_unit_test(who_is_not_in_the_group__keeps_a_shop_alone),
    };
    return cmocka_run_group_tests_name("shared folders", tests, NULL, NULL);
}

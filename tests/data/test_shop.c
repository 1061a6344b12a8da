/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shops: made, opened, brought up to date. */
#include "tests/data/people.h"

#include "data/backup/list.h"
#include "data/base/fault.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/factkind.h"
#include "data/db/migrate.h"
#include "data/setting.h"
#include "data/shop.h"
#include "tests/data/place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const ShopPlan emma = {.name = "Konditorei Emma",
                              .branch = "Markt",
                              .clerk = "Lina",
                              .country_code = "49",
                              .currency = "EUR"};

typedef struct {
    char *folder, *path, *backups;
} Place;

static int make_place(void **state)
{
    Place *place = g_new0(Place, 1);
    place->folder = fixture_folder();
    place->path = g_build_filename(place->folder, "shop.tresen", NULL);
    place->backups = g_build_filename(place->folder, "backups", NULL);
    *state = place;
    return 0;
}

static int remove_place(void **state)
{
    Place *place = *state;
    fixture_remove_folder(place->folder);
    g_free(place->path);
    g_free(place->backups);
    g_free(place);
    return 0;
}

static void create(const char *path)
{
    g_autoptr(GError) error = NULL;
    bool done = shop_create(path, &emma, FIXTURE_NOW, &error);
    expect_done(done, error);
}

static Shop *open_shop(const Place *place)
{
    g_autoptr(GError) error = NULL;
    Shop *shop = shop_open(place->path, DB_READ_WRITE, place->backups, FIXTURE_NOW, &error);
    expect_done(shop != NULL, error);
    return shop;
}

static guint names_in(const char *folder)
{
    guint count = 0;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    while (g_dir_read_name(dir) != NULL) {
        count++;
    }
    return count;
}

static guint mode_of(const char *path)
{
    GStatBuf info;
    assert_int_equal(g_stat(path, &info), 0);
    return info.st_mode & 07777;
}

static void shop_create__makes_a_whole_shop__as_planned(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;
    assert_false(shop_exists(place->path));
    create(place->path);
    assert_true(shop_exists(place->path));
    g_autoptr(Shop) shop = open_shop(place);
    assert_string_equal(shop->name, "Konditorei Emma");
    assert_string_equal(shop->where, place->path);
    g_autoptr(GPtrArray) branches =
        record_list(shop->db, &branch_type, "ORDER BY id", DB_NO_VALUES, &error);
    g_autoptr(GPtrArray) clerks =
        record_list(shop->db, &clerk_type, "ORDER BY id", DB_NO_VALUES, &error);
    g_autoptr(GPtrArray) kinds = fact_kind_list(shop->db, &error);
    assert_int_equal(branches->len, 1);
    assert_int_equal(clerks->len, 1);
    assert_int_equal(kinds->len, 15);
    assert_string_equal(((const Clerk *)g_ptr_array_index(clerks, 0))->name, "Lina");
    g_autofree char *currency = NULL;
    expect_done(setting_get(shop->db, SETTING_CURRENCY, NULL, &currency, &error), error);
    assert_string_equal(currency, "EUR");
    people_expect_sound(shop->db);
    gint64 last = -1;
    const char *verb = NULL;
    expect_done(deed_last(shop->db, 0, &last, &verb, &error), error);
    assert_int_equal(last, 0); /* nobody takes the opening back */
}

static void shop_create__leaves_branch_and_clerk_out__when_there_are_none(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;
    const ShopPlan plan = {.name = "", .clerk = "", .country_code = "43", .currency = "EUR"};
    expect_done(shop_create(place->path, &plan, FIXTURE_NOW, &error), error);
    g_autoptr(Shop) shop = open_shop(place);
    assert_string_equal(shop->name, "");
    g_autoptr(GPtrArray) branches =
        record_list(shop->db, &branch_type, "ORDER BY id", DB_NO_VALUES, &error);
    g_autoptr(GPtrArray) clerks =
        record_list(shop->db, &clerk_type, "ORDER BY id", DB_NO_VALUES, &error);
    assert_int_equal(branches->len + clerks->len, 0);
}

static void shop_create__makes_missing_folders__for_the_owner_alone(void **state)
{
    const Place *place = *state;
    g_autofree char *outer = g_build_filename(place->folder, "a", NULL);
    g_autofree char *inner = g_build_filename(outer, "b c", NULL);
    g_autofree char *path = g_build_filename(inner, "shop.tresen", NULL);
    mode_t before = umask(0);
    create(path);
    umask(before);
    assert_int_equal(mode_of(outer), 0700);
    assert_int_equal(mode_of(inner), 0700);
    assert_int_equal(mode_of(path), 0600);
    assert_int_equal(names_in(inner), 1);
}

static void shop_create__touches_nothing__where_something_is(void **state)
{
    const Place *place = *state;
    g_autofree char *file = g_build_filename(place->folder, "file", NULL),
                    *empty = g_build_filename(place->folder, "empty", NULL);
    g_autofree char *folder = g_build_filename(place->folder, "folder", NULL),
                    *link = g_build_filename(place->folder, "link", NULL);
    g_autofree char *shop = g_build_filename(place->folder, "shop", NULL);
    place_write(file, "a letter", 8);
    place_write(empty, "", 0);
    assert_int_equal(g_mkdir(folder, 0700), 0);
    assert_int_equal(symlink("/nowhere/at/all", link), 0);
    create(shop);
    const char *const paths[] = {file, empty, folder, link, shop};
    g_autofree char *before = place_describe(place->folder);
    for (guint i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autoptr(GError) error = NULL;
        assert_true(shop_exists(paths[i]));
        assert_false(shop_create(paths[i], &emma, FIXTURE_NOW, &error));
        expect_fault(error, FAULT_TAKEN);
    }
    g_autofree char *after = place_describe(place->folder);
    assert_string_equal(after, before);
}

static void shop_create__says_so__where_no_folder_can_be_made(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *file = g_build_filename(place->folder, "file", NULL),
                    *path = g_build_filename(file, "below", "shop.tresen", NULL);
    place_write(file, "a letter", 8);
    assert_false(shop_create(path, &emma, FIXTURE_NOW, &error));
    expect_fault(error, FAULT_REFUSED);
    assert_int_equal(names_in(place->folder), 1);
}

static void shop_create__removes__what_killed_programs_left(void **state)
{
    const Place *place = *state;
    /* No process has the first number; the second one is this process's. */
    g_autofree char *strange = g_strdup_printf("%s.new-%d", place->path, 4194305);
    g_autofree char *own = g_strdup_printf("%s.new-%d", place->path, (int)getpid());
    g_autofree char *journal = g_strconcat(own, "-journal", NULL);
    const char *const left[] = {strange, own, journal};
    for (guint i = 0; i < G_N_ELEMENTS(left); i++) {
        place_write(left[i], "half", 4);
    }
    create(place->path);
    assert_int_equal(names_in(place->folder), 1);
}

/* Several counters start at once: one shop, and everybody else is told so. */
static void shop_create__makes_one_shop__when_many_try(void **state)
{
    const Place *place = *state;
    pid_t children[6];
    guint makers = 0;
    for (guint i = 0; i < G_N_ELEMENTS(children); i++) {
        children[i] = place_fork();
        if (children[i] == 0) {
            place_leave(shop_create(place->path, &emma, FIXTURE_NOW, NULL));
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(children); i++) {
        makers += place_ended_well(children[i]);
    }
    assert_int_equal(makers, 1);
    assert_int_equal(names_in(place->folder), 1);
    g_autoptr(Shop) shop = open_shop(place);
    people_expect_sound(shop->db);
}

static void shop_open__says_there_is_no_shop__and_makes_none(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;
    assert_null(shop_open(place->path, DB_READ_WRITE, place->backups, FIXTURE_NOW, &error));
    expect_fault(error, FAULT_NO_SHOP);
    assert_int_equal(names_in(place->folder), 0);
}

/* Makes a shop as it was before the fourth migration. A new migration has to be taken back here. */
static void create_older(const Place *place)
{
    static const char taking_back[] =
        "DROP INDEX address_by_street; DROP INDEX address_by_place; DROP INDEX address_by_postcode;"
        "DROP INDEX customer_by_company; DROP INDEX customer_by_title;"
        "DROP INDEX customer_by_salutation; DROP INDEX occasion_by_label; DROP INDEX fact_by_words;"
        "DROP TABLE draft; DROP INDEX change_removed_by_deed; DROP INDEX change_removed_row;"
        "DROP INDEX change_removed_run; DROP INDEX customer_told_before;"
        "DROP TABLE lookup_words; DROP TABLE lookup_doc; DROP TABLE lookup_word;"
        "DROP TABLE lookup_part; DELETE FROM fact_kind WHERE code = 'note';"
        "DROP TABLE care; DROP TABLE quiet; DROP TABLE care_plan; DROP TABLE interaction;"
        "DROP TABLE reminder_event; DROP TABLE reminder; DROP TABLE rule; DROP TABLE rule_made;"
        "DROP TABLE visit_item; DROP TABLE preorder; DROP TABLE visit; DROP TABLE extra;"
        "DROP TABLE feedback; DROP TABLE complaint; DROP TABLE promise; DROP TABLE loss;"
        "DROP TABLE wish; DROP TABLE article; DROP TABLE complaint_cause; DROP TABLE loss_reason;"
        "DROP TABLE visit_day; DROP TABLE visit_sum; DROP TABLE article_sum;"
        "DROP TABLE lookup_stale;"
        "DROP INDEX customer_by_class; DROP INDEX customer_by_clerk;"
        "ALTER TABLE customer DROP COLUMN class; ALTER TABLE customer DROP COLUMN closeness;"
        "ALTER TABLE customer DROP COLUMN clerk_id; ALTER TABLE greeting DROP COLUMN words;"
        "DROP TABLE erased; DROP TABLE seal; DROP INDEX change_by_owner; DROP INDEX change_by_row;"
        "DROP INDEX change_by_run;"
        "ALTER TABLE change DROP COLUMN owner_id;"
        "DROP INDEX clerk_by_branch; ALTER TABLE clerk DROP COLUMN branch_id;"
        "DELETE FROM migration WHERE version >= 4; PRAGMA user_version = 3";
    g_autoptr(GError) error = NULL;
    create(place->path);
    g_autoptr(Db) db = db_open(place->path, DB_READ_WRITE, &error);
    assert_int_equal(migrate_newest(), 13);
    expect_done(db_run_script(db, taking_back, &error), error);
}

static int version_of(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(path, DB_READ_ONLY, &error);
    int version = db != NULL ? migrate_version(db, &error) : -1;
    expect_done(version >= 0, error);
    return version;
}

static void shop_open__brings_an_older_shop_up_to_date__after_a_backup(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;
    create_older(place);
    g_autoptr(Shop) shop = open_shop(place);
    assert_int_equal(migrate_version(shop->db, &error), migrate_newest());
    g_autoptr(GPtrArray) kinds = fact_kind_list(shop->db, &error);
    assert_int_equal(kinds->len, 15);
    people_expect_sound(shop->db);
    assert_int_equal(mode_of(place->backups), 0700);
    const BackupPlace kept = {.folder = place->backups};
    g_autoptr(GPtrArray) list = backup_list(&kept, place->path, FIXTURE_NOW);
    assert_int_equal(list->len, 1);
    const Backup *backup = g_ptr_array_index(list, 0);
    assert_int_equal(backup->why, BACKUP_UPGRADE);
    assert_int_equal(version_of(backup->path), 3);
}

static void shop_open__leaves_an_older_shop_alone__without_a_backup(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;
    create_older(place);
    place_write(place->backups, "no folder", 9);
    assert_null(shop_open(place->path, DB_READ_WRITE, place->backups, FIXTURE_NOW, &error));
    assert_non_null(error);
    expect_fault(error, error->code);
    assert_int_equal(version_of(place->path), 3);
}

static void shop_open__refuses_an_older_shop__that_can_only_be_read(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;
    create_older(place);
    g_autofree char *before = place_describe(place->folder);
    assert_null(shop_open(place->path, DB_READ_ONLY, place->backups, FIXTURE_NOW, &error));
    expect_fault(error, FAULT_READ_ONLY);
    g_autofree char *after = place_describe(place->folder);
    assert_string_equal(after, before);
}

static void shop_exists__takes_servers_as_there__whatever_they_are(void **state)
{
    const Place *place = *state;
    assert_true(shop_exists("postgresql://nowhere.example/shop"));
    assert_true(shop_exists("host=nowhere.example dbname=shop"));
    assert_true(shop_exists(place->folder));
    assert_false(shop_exists(place->path));
}

#define shop_test(function) cmocka_unit_test_setup_teardown(function, make_place, remove_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        shop_test(shop_create__makes_a_whole_shop__as_planned),
        shop_test(shop_create__leaves_branch_and_clerk_out__when_there_are_none),
        shop_test(shop_create__makes_missing_folders__for_the_owner_alone),
        shop_test(shop_create__touches_nothing__where_something_is),
        shop_test(shop_create__says_so__where_no_folder_can_be_made),
        shop_test(shop_create__removes__what_killed_programs_left),
        shop_test(shop_create__makes_one_shop__when_many_try),
        shop_test(shop_open__says_there_is_no_shop__and_makes_none),
        shop_test(shop_open__brings_an_older_shop_up_to_date__after_a_backup),
        shop_test(shop_open__leaves_an_older_shop_alone__without_a_backup),
        shop_test(shop_open__refuses_an_older_shop__that_can_only_be_read),
        shop_test(shop_exists__takes_servers_as_there__whatever_they_are),
    };
    return cmocka_run_group_tests_name("shop", tests, NULL, NULL);
}

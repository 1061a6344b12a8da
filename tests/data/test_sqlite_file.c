/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every wrong thing that can stand where a shop is expected: refused with the right fault, and not
 * a byte touched. */
#include "data/db/sqlite_file.h"

#include "data/base/fault.h"
#include "data/db/migrate.h"
#include "tests/data/fixture.h"
#include "tests/data/place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where the header keeps what the tests change. */
enum {
    AT_PAGE_SIZE = 16,
    AT_WRITE_FORMAT = 18,
    AT_READ_FORMAT = 19,
    AT_USER_VERSION = 60,
    AT_APPLICATION_ID = 68
};

/* A finished shop as bytes, and a folder to put things into. */
typedef struct {
    guint8 *bytes;
    gsize length;
    gsize page_size;
    char *folder, *path;
} Ground;

static int set_up(void **state)
{
    Ground *ground = g_new0(Ground, 1);
    g_autoptr(Fixture) fixture = fixture_sqlite();

    g_clear_pointer(&fixture->db, db_close);
    ground->bytes = place_read(fixture->where, &ground->length);
    ground->page_size = (gsize)ground->bytes[AT_PAGE_SIZE] << 8 | ground->bytes[AT_PAGE_SIZE + 1];
    ground->folder = fixture_folder();
    ground->path = g_build_filename(ground->folder, "shop.tresen", NULL);
    *state = ground;
    return 0;
}

static int tear_down(void **state)
{
    Ground *ground = *state;

    fixture_remove_folder(ground->folder);
    g_free(ground->bytes);
    g_free(ground->path);
    g_free(ground);
    return 0;
}

/* Opens PATH in each way and expects FAULT, with the folder as it was. */
static void expect_refusal(const Ground *ground, const char *path, int fault)
{
    static const DbMode modes[] = {DB_READ_WRITE, DB_READ_ONLY};
    g_autofree char *before = place_describe(ground->folder);

    for (guint i = 0; i < G_N_ELEMENTS(modes); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(db_open(path, modes[i], &error));
        expect_fault(error, fault);
        g_autofree char *after = place_describe(ground->folder);
        assert_string_equal(after, before);
    }
}

/* Puts LENGTH bytes where the shop should be. */
static void put(const Ground *ground, gconstpointer bytes, gsize length)
{
    place_write(ground->path, bytes, length);
}

/* Puts the shop there with four bytes of its header changed. */
static void put_with(const Ground *ground, gsize at, guint32 value)
{
    g_autofree guint8 *copy = g_memdup2(ground->bytes, ground->length);
    guint32 big = GUINT32_TO_BE(value);

    memcpy(copy + at, &big, sizeof(big));
    put(ground, copy, ground->length);
}

/* Opens the shop, writes and reads, and closes it. */
static void expect_shop(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(path, DB_READ_WRITE, &error);
    gint64 count = 0;

    expect_done(db != NULL, error);
    assert_false(db_is_read_only(db));
    assert_string_equal(db_where(db), path);
    expect_done(db_run(db, "INSERT INTO setting (name, value) VALUES ('a', 'b')", DB_NO_VALUES,
                       NULL, &error),
                error);
    expect_done(db_get_int(db, "SELECT count(*) FROM setting", DB_NO_VALUES, &count, NULL, &error),
                error);
    assert_true(count == 1);
}

static void db_open__of_nothing__says_there_is_no_shop(void **state)
{
    const Ground *ground = *state;
    g_autofree char *folderless = g_build_filename(ground->folder, "nowhere", "shop.tresen", NULL);
    g_autofree char *dangling = g_build_filename(ground->folder, "link", NULL);
    g_autofree char *ring = g_build_filename(ground->folder, "ring", NULL);
    g_autofree char *long_name = g_strnfill(300, 'x');
    g_autofree char *too_long = g_build_filename(ground->folder, long_name, NULL);
    g_autofree char *long_path = g_strnfill(5000, '/');

    expect_refusal(ground, ground->path, FAULT_NO_SHOP);
    expect_refusal(ground, folderless, FAULT_NO_SHOP);
    expect_refusal(ground, too_long, FAULT_NO_SHOP);
    expect_refusal(ground, "", FAULT_NO_SHOP);
    expect_refusal(ground, ":memory:", FAULT_NO_SHOP);
    memset(long_path + 1, 'y', 4500);
    expect_refusal(ground, long_path, FAULT_NO_SHOP);
    assert_int_equal(symlink("/nowhere/shop.tresen", dangling), 0);
    expect_refusal(ground, dangling, FAULT_NO_SHOP);
    assert_int_equal(symlink("ring", ring), 0);
    expect_refusal(ground, ring, FAULT_NO_SHOP);
}

static void db_open__of_what_is_no_file__is_refused(void **state)
{
    const Ground *ground = *state;
    g_autofree char *fifo = g_build_filename(ground->folder, "fifo", NULL);
    g_autofree char *inside = g_build_filename(ground->path, "shop.tresen", NULL);

    assert_int_equal(mkfifo(fifo, 0600), 0);
    expect_refusal(ground, fifo, FAULT_FOREIGN);
    expect_refusal(ground, ground->folder, FAULT_FOREIGN);
    expect_refusal(ground, "/dev/null", FAULT_FOREIGN);
    expect_refusal(ground, "/dev/full", FAULT_FOREIGN);
    put(ground, "x", 1);
    expect_refusal(ground, inside, FAULT_NO_SHOP);
}

static void db_open__of_another_file__is_refused(void **state)
{
    static const char picture[] =
        "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xdb\0C\0\3\2\2\3\2\2\3\3\3\3";
    static const char text[] = "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE setting "
                               "(name TEXT);\nCOMMIT;\n";
    static const char nearly[] = "SQLite format 4";
    const Ground *ground = *state;
    g_autofree char *zeros = g_malloc0(8192);

    put(ground, "", 0);
    expect_refusal(ground, ground->path, FAULT_FOREIGN);
    put(ground, "S", 1);
    expect_refusal(ground, ground->path, FAULT_FOREIGN);
    put(ground, picture, sizeof(picture));
    expect_refusal(ground, ground->path, FAULT_FOREIGN);
    put(ground, text, sizeof(text) - 1);
    expect_refusal(ground, ground->path, FAULT_FOREIGN);
    put(ground, nearly, sizeof(nearly));
    expect_refusal(ground, ground->path, FAULT_FOREIGN);
    put(ground, zeros, 8192);
    expect_refusal(ground, ground->path, FAULT_FOREIGN);
}

static void db_open__of_another_programs_database__is_refused(void **state)
{
    const Ground *ground = *state;

    put_with(ground, AT_APPLICATION_ID, 0);
    expect_refusal(ground, ground->path, FAULT_FOREIGN);
    put_with(ground, AT_APPLICATION_ID, 252006673);
    expect_refusal(ground, ground->path, FAULT_FOREIGN);
}

static void db_open__of_another_version__is_refused(void **state)
{
    const guint32 newest = (guint32)migrate_newest();
    const struct {
        guint32 version;
        int fault;
    } cases[] = {
        {1000, FAULT_NEWER}, {newest + 1, FAULT_NEWER},   {newest - 1, FAULT_DAMAGED},
        {0, FAULT_DAMAGED},  {0xffffffff, FAULT_DAMAGED},
    };
    const Ground *ground = *state;

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        put_with(ground, AT_USER_VERSION, cases[i].version);
        expect_refusal(ground, ground->path, cases[i].fault);
        /* In the other journal mode, which would be changed. */
        for (guint8 write = 1; write <= 2; write++) {
            gsize length = 0;
            put_with(ground, AT_USER_VERSION, cases[i].version);
            g_autofree guint8 *copy = place_read(ground->path, &length);
            copy[AT_WRITE_FORMAT] = write;
            copy[AT_READ_FORMAT] = 2;
            put(ground, copy, length);
            expect_refusal(ground, ground->path, cases[i].fault);
        }
    }
}

static void db_open__of_half_a_shop__is_refused(void **state)
{
    static const gsize heads[] = {16, 50, 99, 100, 101, 512, 1024};
    const Ground *ground = *state;

    for (guint i = 0; i < G_N_ELEMENTS(heads); i++) {
        put(ground, ground->bytes, heads[i]);
        expect_refusal(ground, ground->path, FAULT_DAMAGED);
    }
    for (gsize length = ground->page_size; length < ground->length; length += ground->page_size) {
        put(ground, ground->bytes, length);
        expect_refusal(ground, ground->path, FAULT_DAMAGED);
    }
    put(ground, ground->bytes, ground->length - 1);
    expect_refusal(ground, ground->path, FAULT_DAMAGED);
}

static void db_open__of_a_shop_with_a_damaged_start__is_refused(void **state)
{
    const Ground *ground = *state;
    g_autofree guint8 *copy = g_memdup2(ground->bytes, ground->length);

    memset(copy + SQLITE_FILE_HEADER, 0xa5, ground->page_size - SQLITE_FILE_HEADER);
    put(ground, copy, ground->length);
    expect_refusal(ground, ground->path, FAULT_DAMAGED);
    memcpy(copy, ground->bytes, ground->length);
    memset(copy + ground->page_size, 0, ground->length - ground->page_size);
    put(ground, copy, ground->length);
    expect_refusal(ground, ground->path, FAULT_DAMAGED);
}

/* Any byte may be wrong: what is refused stays as it is, and what opens can be read or fails with a
 * sentence. */
static void db_open__of_a_shop_with_a_wrong_byte__never_crashes(void **state)
{
    const Ground *ground = *state;
    g_autoptr(GRand) chance = g_rand_new_with_seed(1);

    for (int i = 0; i < 300; i++) {
        g_autofree guint8 *copy = g_memdup2(ground->bytes, ground->length);
        gsize reach = i % 2 == 0 ? SQLITE_FILE_HEADER : ground->length;
        copy[g_rand_int_range(chance, 0, (gint32)reach)] ^=
            (guint8)(1 << g_rand_int_range(chance, 0, 8));
        put(ground, copy, ground->length);
        g_autofree char *before = place_describe(ground->folder);
        g_autoptr(GError) error = NULL;
        g_autoptr(Db) db = db_open(ground->path, DB_READ_ONLY, &error);
        g_autofree char *after = place_describe(ground->folder);
        assert_string_equal(after, before);
        if (db == NULL) {
            assert_non_null(error);
            continue;
        }
        gint64 count = 0;
        if (!db_get_int(db, "SELECT count(*) FROM sqlite_schema AS s, migration AS m", DB_NO_VALUES,
                        &count, NULL, &error)) {
            expect_fault(error, FAULT_DAMAGED);
        }
    }
}

static void db_open__with_strange_names__finds_the_shop(void **state)
{
    static const char *const names[] = {
        "mein Laden.tresen", "a\nb",  "what?mode=memory", "100%25", "#1", "file:shop.tresen",
        "Bäckerei",          "-shop", ":memory:"};
    const Ground *ground = *state;

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(ground->folder, names[i], NULL);
        place_write(path, ground->bytes, ground->length);
        expect_shop(path);
    }
}

static void db_open__through_a_link__opens_the_shop_it_points_to(void **state)
{
    const Ground *ground = *state;
    g_autofree char *link = g_build_filename(ground->folder, "link", NULL);
    struct stat info;

    put(ground, ground->bytes, ground->length);
    assert_int_equal(symlink("shop.tresen", link), 0);
    expect_shop(link);
    assert_int_equal(lstat(link, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
}

/* Somebody's tool left the shop in the other journal mode. */
static void db_open__of_a_shop_in_wal_mode__takes_the_journal_back(void **state)
{
    const Ground *ground = *state;
    g_autofree guint8 *copy = g_memdup2(ground->bytes, ground->length);
    gsize length = 0;

    copy[AT_WRITE_FORMAT] = copy[AT_READ_FORMAT] = 2;
    put(ground, copy, ground->length);
    expect_shop(ground->path);
    g_autofree guint8 *after = place_read(ground->path, &length);
    assert_int_equal(after[AT_WRITE_FORMAT], 1);
    assert_int_equal(after[AT_READ_FORMAT], 1);
}

static void db_open__of_a_shop_in_wal_mode__reads_it_as_well(void **state)
{
    g_autoptr(GError) error = NULL;
    const Ground *ground = *state;
    g_autofree guint8 *copy = g_memdup2(ground->bytes, ground->length);
    gint64 count = 1;

    copy[AT_WRITE_FORMAT] = copy[AT_READ_FORMAT] = 2;
    put(ground, copy, ground->length);
    g_autoptr(Db) db = db_open(ground->path, DB_READ_ONLY, &error);
    expect_done(db != NULL, error);
    expect_done(db_get_int(db, "SELECT count(*) FROM setting", DB_NO_VALUES, &count, NULL, &error),
                error);
    assert_int_equal(count, 0);
}

static void db_open__to_build__makes_a_private_file(void **state)
{
    const Ground *ground = *state;
    g_autoptr(GError) error = NULL;
    mode_t mask = umask(022);
    g_autoptr(Db) db = db_open(ground->path, DB_BUILD, &error);
    struct stat info;

    umask(mask);
    expect_done(db != NULL, error);
    assert_int_equal(stat(ground->path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
}

static void db_open__to_build__needs_a_free_place(void **state)
{
    const Ground *ground = *state;
    g_autofree char *link = g_build_filename(ground->folder, "link", NULL);
    g_autofree char *folderless = g_build_filename(ground->folder, "nowhere", "shop.tresen", NULL);
    const struct {
        const char *path;
        int fault;
    } cases[] = {{ground->path, FAULT_TAKEN},
                 {link, FAULT_TAKEN},
                 {ground->folder, FAULT_TAKEN},
                 {folderless, FAULT_NO_SHOP}};

    put(ground, "x", 1);
    assert_int_equal(symlink("elsewhere", link), 0);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *before = place_describe(ground->folder);
        g_autoptr(GError) error = NULL;
        assert_null(db_open(cases[i].path, DB_BUILD, &error));
        expect_fault(error, cases[i].fault);
        g_autofree char *after = place_describe(ground->folder);
        assert_string_equal(after, before);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(db_open__of_nothing__says_there_is_no_shop, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(db_open__of_what_is_no_file__is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(db_open__of_another_file__is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(db_open__of_another_programs_database__is_refused, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(db_open__of_another_version__is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(db_open__of_half_a_shop__is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(db_open__of_a_shop_with_a_damaged_start__is_refused, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(db_open__of_a_shop_with_a_wrong_byte__never_crashes, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(db_open__with_strange_names__finds_the_shop, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(db_open__through_a_link__opens_the_shop_it_points_to,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(db_open__of_a_shop_in_wal_mode__takes_the_journal_back,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(db_open__of_a_shop_in_wal_mode__reads_it_as_well, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(db_open__to_build__makes_a_private_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(db_open__to_build__needs_a_free_place, set_up, tear_down),
    };

    return cmocka_run_group_tests_name("what stands at a place", tests, NULL, NULL);
}

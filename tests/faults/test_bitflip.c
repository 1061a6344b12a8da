/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A single bit changes on the disk: in a backup it is always noticed; in a shop's file as often as
 * its checks can, which is measured, and nearly always where it hits what was saved. */
#include "data/check.h"
#include "data/db/backup.h"
#include "data/demo/demo.h"
#include "tests/data/place.h"
#include "tests/faults/saving.h"
#include "tests/faults/scale.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    char *folder, *path;
    GRand *chance;
} Scene;

/* What became of a flipped bit. */
typedef struct {
    guint flips, opening, quick, full; /* noticed at the latest by then */
} Noticed;

static void put_byte(const char *path, gsize at, guint8 byte)
{
    int file = g_open(path, O_WRONLY, 0);
    assert_true(file >= 0);
    assert_int_equal(pwrite(file, &byte, 1, (off_t)at), 1);
    close(file);
}

static int set_up(void **state)
{
    Scene *scene = g_new0(Scene, 1);
    scene->folder = fixture_folder();
    scene->path = g_build_filename(scene->folder, "shop.tresen", NULL);
    scene->chance = g_rand_new_with_seed(scale_seed());
    *state = scene;
    return 0;
}

static int tear_down(void **state)
{
    Scene *scene = *state;
    fixture_remove_folder(scene->folder);
    g_free(scene->path);
    g_rand_free(scene->chance);
    g_free(scene);
    return 0;
}

static void a_flipped_bit_in_a_backup__is_always_noticed(void **state)
{
    const Scene *scene = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *backup = g_build_filename(scene->folder, "kept.tresen", NULL);
    guint flips = scale(100, 1000);
    expect_done(saving_make(scene->path, &error), error);
    g_autoptr(Db) db = saving_open(scene->path);
    expect_done(saving_add(db, 10, &error) && backup_make(db, backup, &error), error);
    gsize length = 0;
    g_autofree guint8 *bytes = place_read(backup, &length);
    for (guint i = 0; i < flips; i++) {
        gsize at = g_rand_int(scene->chance) % length;
        put_byte(backup, at, bytes[at] ^ (guint8)(1 << (i % 8)));
        if (backup_verify(backup, NULL)) {
            fail_msg("Bit %u of byte %" G_GSIZE_FORMAT " was not missed.", i % 8, at);
        }
        put_byte(backup, at, bytes[at]);
    }
    expect_done(backup_verify(backup, &error), error);
    scale_tell(9, "%u flipped bits in a backup of %" G_GSIZE_FORMAT " bytes: %u noticed", flips,
               length, flips);
}

static guint damage_found(Db *db, CheckDepth depth)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Checked) checked = check_shop(db, depth, NULL, NULL, &error);
    return checked != NULL ? checked->damage->len + checked->behind->len : 1;
}

/* Opens the shop as anyone does, and checks it. */
static void look_at(const char *path, Noticed *noticed)
{
    g_autoptr(Db) db = db_open(path, DB_READ_WRITE, NULL);
    bool opening = db == NULL, quick = opening || damage_found(db, CHECK_QUICK) > 0;
    noticed->flips++;
    noticed->opening += opening;
    noticed->quick += quick;
    noticed->full += quick || damage_found(db, CHECK_FULL) > 0;
}

/* Whether a page holds nothing (any more) is told by its first bytes; see
 * https://www.sqlite.org/fileformat2.html#b_tree_pages. A bit in the space between the cells of a
 * page, or in a free page, is nobody's. */
enum { PAGE = 4096, HEADER = 100, LEAF_TABLE = 13, CELL_AREA = 5, HEADER_OF_PAGE = 8 };

/* Whether the byte AT lies among the cells of a page that holds rows of a table. */
static bool is_of_rows(const guint8 *bytes, gsize at)
{
    const guint8 *page = bytes + at / PAGE * PAGE;
    gsize begin = at < PAGE ? HEADER : 0;
    guint cells = (guint)page[begin + CELL_AREA] << 8 | page[begin + CELL_AREA + 1];
    return page[begin] == LEAF_TABLE && at % PAGE >= cells && at % PAGE >= begin + HEADER_OF_PAGE;
}

static void tell(const char *where, const Noticed *noticed)
{
    scale_tell(9,
               "%u flipped bits in %s: opening noticed %u (%.1f %%), a quick check %u (%.1f %%), a "
               "full check %u (%.1f %%)",
               noticed->flips, where, noticed->opening, 100.0 * noticed->opening / noticed->flips,
               noticed->quick, 100.0 * noticed->quick / noticed->flips, noticed->full,
               100.0 * noticed->full / noticed->flips);
}

/* Where in the file WORDS stands next, from FROM on; 0: nowhere. */
static gsize find(const guint8 *bytes, gsize length, const char *words, gsize from)
{
    const guint8 *found = memmem(bytes + from, length - from, words, strlen(words));
    return found != NULL ? (gsize)(found - bytes) : 0;
}

static void flip(const Scene *scene, const guint8 *bytes, gsize at, guint bit, Noticed *noticed)
{
    g_autofree char *journal = g_strconcat(scene->path, "-journal", NULL);
    put_byte(scene->path, at, bytes[at] ^ (guint8)(1 << bit));
    look_at(scene->path, noticed);
    put_byte(scene->path, at, bytes[at]);
    /* Nothing was written by looking. */
    assert_false(g_file_test(journal, G_FILE_TEST_EXISTS));
}

static void a_flipped_bit_in_a_shop__is_noticed_by_checks(void **state)
{
    const Scene *scene = *state;
    g_autoptr(GError) error = NULL;
    Noticed anywhere = {0}, rows = {0};
    guint flips = scale(60, 1000);
    gsize length = 0;
    expect_done(demo_make(scene->path, DEMO_LEAST, (Day){2026, 3, 1}, NULL, NULL, &error), error);
    g_autofree guint8 *bytes = place_read(scene->path, &length);
    for (guint i = 0; i < flips; i++) {
        gsize at = g_rand_int(scene->chance) % length;
        Noticed one = {0};
        flip(scene, bytes, at, i % 8, &one);
        Noticed *sums[] = {&anywhere, is_of_rows(bytes, at) ? &rows : NULL};
        for (guint sum = 0; sum < G_N_ELEMENTS(sums) && sums[sum] != NULL; sum++) {
            sums[sum]->flips += one.flips;
            sums[sum]->opening += one.opening;
            sums[sum]->quick += one.quick;
            sums[sum]->full += one.full;
        }
    }
    gsize after = 0;
    g_autofree guint8 *left = place_read(scene->path, &after);
    assert_int_equal(after, length);
    assert_memory_equal(left, bytes, length);
    tell("a shop", &anywhere);
    tell("the rows of a shop", &rows);
    assert_true(rows.full * 100 >= rows.flips * 80);
}

/* What was saved: the words that people typed. */
static void a_flipped_bit_in_what_was_saved__is_noticed(void **state)
{
    static const char words[] = "Wagner";
    const Scene *scene = *state;
    g_autoptr(GError) error = NULL;
    Noticed noticed = {0};
    guint flips = scale(40, 1000);
    gsize length = 0, at = 0;
    expect_done(saving_make(scene->path, &error), error);
    g_autoptr(Db) db = saving_open(scene->path);
    expect_done(saving_add(db, 10, &error), error);
    g_clear_pointer(&db, db_close);
    g_autofree guint8 *bytes = place_read(scene->path, &length);
    while (noticed.flips < flips) {
        at = find(bytes, length, words, at + 1);
        for (gsize i = 0; at > 0 && i < strlen(words) && noticed.flips < flips; i++) {
            flip(scene, bytes, at + i, (guint)g_rand_int_range(scene->chance, 0, 8), &noticed);
        }
    }
    tell("a customer's name", &noticed);
    assert_true(noticed.full * 100 >= noticed.flips * 99);
}

#define flip_test(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        flip_test(a_flipped_bit_in_a_backup__is_always_noticed),
        flip_test(a_flipped_bit_in_a_shop__is_noticed_by_checks),
        flip_test(a_flipped_bit_in_what_was_saved__is_noticed),
    };
    return cmocka_run_group_tests_name("flipped bits", tests, NULL, NULL);
}

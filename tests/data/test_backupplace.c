/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the backups of a shop lie, and what their names say. */
#include "data/backup/place.h"

#include "tests/data/fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void backup_name__is_read__as_it_was_made(void **state)
{
    (void)state;
    static const BackupWhy whys[] = {BACKUP_DAILY, BACKUP_BY_HAND, BACKUP_UPGRADE, BACKUP_IMPORT,
                                     BACKUP_RESTORE};
    for (guint i = 0; i < G_N_ELEMENTS(whys); i++) {
        for (guint copy = 1; copy < 4; copy++) {
            g_autofree char *name =
                backup_name("/x/emma-2-3.tresen", FIXTURE_NOW, whys[i], copy == 2, copy);
            char made[21];
            BackupWhy why;
            bool is_locked;
            assert_true(backup_name_read(name, made, &why, &is_locked));
            assert_string_equal(made, FIXTURE_NOW);
            assert_int_equal(why, whys[i]);
            assert_int_equal(is_locked, copy == 2);
        }
    }
    assert_true(strlen(backup_why_words(BACKUP_OTHER)) > 0);
}

static void backup_name_read__of_other_names__says_little_or_nothing(void **state)
{
    (void)state;
    static const char *const none[] = {"",         "emma",           "emma.tresen.tmp",
                                       "x.sha256", ".hidden.tresen", "a.tresen.sha256",
                                       "open.tmp", "x.vault.tmp",    "shop.tresen.damaged"};
    static const char *const odd[] = {".vault-x.vault",
                                      "letter.tresen",
                                      "a-b-c.tresen",
                                      "emma-20261399T080000Z-daily.tresen",
                                      "emma-20260301T080000Z.tresen",
                                      "-20260301T080000-daily.vault"};
    char made[21];
    BackupWhy why;
    for (guint i = 0; i < G_N_ELEMENTS(none); i++) {
        assert_false(backup_name_read(none[i], NULL, NULL, NULL));
    }
    for (guint i = 1; i < G_N_ELEMENTS(odd); i++) {
        assert_true(backup_name_read(odd[i], made, &why, NULL));
        assert_string_equal(made, "");
        assert_int_equal(why, BACKUP_OTHER);
    }
    assert_false(backup_name_read(odd[0], made, &why, NULL));
    assert_true(backup_name_read("e-20260301T080000Z-strange.tresen", made, &why, NULL));
    assert_string_equal(made, FIXTURE_NOW);
    assert_int_equal(why, BACKUP_OTHER);
}

static void backup_folder_of__tells_shops_apart__by_their_paths(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *link = g_build_filename(fixture->folder, "link.tresen", NULL);
    g_autofree char *one = backup_folder_of("/b", fixture->where);
    g_autofree char *other = backup_folder_of("/b", "/elsewhere/shop.tresen");
    assert_string_not_equal(one, other);
    /* A link is the file it leads to, and a shop that is gone keeps its folder. */
    assert_int_equal(symlink(fixture->where, link), 0);
    g_autofree char *linked = backup_folder_of("/b", link);
    assert_string_equal(linked, one);
    g_autofree char *moved = g_strconcat(fixture->where, ".away", NULL);
    assert_int_equal(g_rename(fixture->where, moved), 0);
    g_autofree char *gone = backup_folder_of("/b", fixture->where);
    assert_string_equal(gone, one);
    assert_int_equal(g_rename(moved, fixture->where), 0);
}

static void assert_named(const char *shop, const char *name)
{
    g_autofree char *where = g_strconcat("/x/", shop, NULL);
    g_autofree char *made = backup_name(where, FIXTURE_NOW, BACKUP_DAILY, false, 1);
    g_autofree char *expected = g_strconcat(name, "-20260301T080000Z-daily.tresen", NULL);
    assert_string_equal(made, expected);
}

static void backup_name__of_an_odd_shop__is_one_that_any_file_system_takes(void **state)
{
    (void)state;
    static const struct {
        const char *shop, *name;
    } cases[] = {
        {"emma.tresen", "emma"},
        {"emma", "emma"},
        {"Café zur Müllerin.tresen", "Café zur Müllerin"},
        {"a:b*c?d\"e\\f<g>h|i.tresen", "a_b_c_d_e_f_g_h_i"},
        {"a\tb\nc\x01\x1f\x7f.tresen", "a_b_c___"},
        {".emma.tresen", "_emma"},
        {"-emma.tresen", "_emma"},
        {"e.m-ma.tresen", "e.m-ma"},
        {".tresen", "_tresen"},
        {"a.tresen.tresen", "a.tresen"},
        {"a\xff"
         "b.tresen",
         "a\uFFFD"
         "b"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_named(cases[i].shop, cases[i].name);
    }
}

/* A hundred bytes, and no half letter. */
static void backup_name__of_a_shop_with_a_long_name__has_its_beginning(void **state)
{
    (void)state;
    g_autofree char *most = g_strnfill(100, 'x');
    g_autofree char *more = g_strnfill(200, 'x');
    g_autofree char *even = g_strnfill(98, 'x');
    g_autofree char *odd = g_strnfill(99, 'x');
    g_autofree char *even_more = g_strconcat(even, "äöü", NULL);
    g_autofree char *odd_more = g_strconcat(odd, "äöü", NULL);
    g_autofree char *even_cut = g_strconcat(even, "ä", NULL);
    assert_named(most, most);
    assert_named(more, most);
    assert_named(even_more, even_cut);
    assert_named(odd_more, odd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(backup_name__is_read__as_it_was_made),
        cmocka_unit_test(backup_name__of_an_odd_shop__is_one_that_any_file_system_takes),
        cmocka_unit_test(backup_name__of_a_shop_with_a_long_name__has_its_beginning),
        cmocka_unit_test(backup_name_read__of_other_names__says_little_or_nothing),
        cmocka_unit_test(backup_folder_of__tells_shops_apart__by_their_paths),
    };
    return fixture_on_sqlite("backupplace", tests, G_N_ELEMENTS(tests));
}

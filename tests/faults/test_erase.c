/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promise 25: erased is erased. Customers whose words stand in every text of every table are
 * erased; then no byte of those words is in any file of the shop, in no table of a server, and in
 * nothing that comes back from an older backup. */
#include "data/base/fault.h"
#include "data/db/backup.h"
#include "data/erase/erase.h"
#include "data/setting.h"
#include "data/shop.h"
#include "tests/data/people.h"
#include "tests/data/place.h"
#include "tests/faults/scale.h"
#include "tests/faults/wordy.h"

#include <string.h>

enum { WINDOW = 7, BITS = 20 };

typedef struct {
    GRand *chance;
    GArray *subjects;    /* Subject */
    GHashTable *windows; /* the first and last letters of each token, as a number */
    guint8 *bits;        /* which numbers may be among them */
    guint hits;
    char *example;
} World;

/* ---- words that stand nowhere else ---- */

static guint64 window_at(const char *text)
{
    guint64 value = 0;
    memcpy(&value, text, WINDOW);
    return value;
}

static guint bit_of(guint64 window)
{
    return (guint)((window * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)) >> (64 - BITS));
}

static void watch(World *world, const char *text)
{
    guint64 window = window_at(text);
    guint bit = bit_of(window);
    world->bits[bit / 8] |= (guint8)(1u << (bit % 8));
    g_hash_table_add(world->windows, g_memdup2(&window, sizeof window));
}

static void make_token(World *world, char token[WORDY_TOKEN + 1])
{
    static const char letters[] = "bcdfghjklmnpqrstvwxz";
    for (guint i = 0; i < WORDY_TOKEN; i++) {
        token[i] = letters[g_rand_int_range(world->chance, 0, (gint)strlen(letters))];
    }
    token[WORDY_TOKEN] = '\0';
    watch(world, token);
    watch(world, token + WORDY_TOKEN - WINDOW);
}

static void search(World *world, const char *bytes, gsize length, const char *where)
{
    for (gsize i = 0; i + WINDOW <= length; i++) {
        guint64 window = window_at(bytes + i);
        guint bit = bit_of(window);
        if ((world->bits[bit / 8] >> (bit % 8) & 1u) != 0 &&
            g_hash_table_contains(world->windows, &window)) {
            world->hits++;
            if (world->example == NULL) {
                gsize from = i > 30 ? i - 30 : 0;
                g_autofree char *around = g_strndup(bytes + from, MIN(length - from, 80));
                g_autofree char *shown = g_strescape(around, NULL);
                world->example = g_strdup_printf("%s, byte %zu: %s", where, i, shown);
            }
        }
    }
}

static void search_file(const char *path, gpointer world)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    if (g_file_get_contents(path, &bytes, &length, NULL)) {
        search(world, bytes, length, path);
    }
}

/* All rows of all tables of a server; of a file its bytes are searched. */
static void search_tables(World *world, Db *db)
{
    static const char all_tables[] = "SELECT table_name FROM information_schema.tables "
                                     "WHERE table_schema = current_schema()";
    if (db_engine(db) == DB_SQLITE) {
        search_file(db_where(db), world);
        return;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Rows) tables = db_query(db, all_tables, DB_NO_VALUES, &error);
    expect_done(tables != NULL, error);
    guint count = 0;
    for (; rows_next(tables, &error); count++) {
        const char *table = rows_text(tables, 0);
        g_autofree char *sql = g_strdup_printf("SELECT CAST(t AS text) FROM %s AS t", table);
        g_autoptr(Rows) rows = db_query(db, sql, DB_NO_VALUES, &error);
        expect_done(rows != NULL, error);
        while (rows_next(rows, &error)) {
            search(world, rows_text(rows, 0), strlen(rows_text(rows, 0)), table);
        }
        assert_null(error);
    }
    assert_null(error);
    assert_true(count > 0);
}

static void expect_nothing(World *world, const char *what)
{
    if (world->hits > 0) {
        fail_msg("%s: %u places still have words of the erased, such as %s (seed %u)", what,
                 world->hits, world->example, scale_seed());
    }
}

static void expect_found(World *world, guint least)
{
    assert_true(world->hits >= least);
    world->hits = 0;
    g_clear_pointer(&world->example, g_free);
}

/* Others who stay, so that what goes lies among what does not. */
static void add_neighbours(Db *db, GRand *chance)
{
    for (guint i = 0; i < 4; i++) {
        g_autofree char *given =
            g_strdup_printf("%c%u", 'a' + g_rand_int_range(chance, 0, 26), g_rand_int(chance));
        g_autofree char *family =
            g_strdup_printf("%c%u", 'a' + g_rand_int_range(chance, 0, 26), g_rand_int(chance));
        g_autofree char *facts =
            g_strdup_printf("likes: %u %s %s", g_rand_int(chance), family, given);
        const Person person = {.given = given, .family = family, .facts = facts};
        people_add(db, &person);
    }
}

static World *world_new(Db *db, guint count, gint64 friend_id)
{
    World *world = g_new0(World, 1);
    world->chance = g_rand_new_with_seed(scale_seed());
    world->subjects = g_array_new(FALSE, TRUE, sizeof(Subject));
    world->windows = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    world->bits = g_new0(guint8, (1u << BITS) / 8);
    for (guint i = 0; i < count; i++) {
        Subject subject = {0};
        add_neighbours(db, world->chance);
        make_token(world, subject.first);
        make_token(world, subject.last);
        wordy_add(db, &subject, friend_id);
        g_array_append_val(world->subjects, subject);
    }
    return world;
}

static void world_free(World *world)
{
    g_rand_free(world->chance);
    g_array_unref(world->subjects);
    g_hash_table_unref(world->windows);
    g_free(world->bits);
    g_free(world->example);
    g_free(world);
}

/* ---- the promise ---- */

/* A list of refused rows in FOLDER with a line of each. */
static char *leave_list(const World *world, const char *folder)
{
    g_autoptr(GString) text = g_string_new("\"Reason\";Name\r\n");
    for (guint i = 0; i < world->subjects->len; i++) {
        const Subject *one = &g_array_index(world->subjects, Subject, i);
        g_string_append_printf(text, "\"Line %u: no\";%s;%s\r\n", i + 2, one->last, one->first);
    }
    g_string_append(text, "\"Line 999: no\";Ott;Karl\r\n");
    char *path = g_build_filename(folder, "list-refused.csv", NULL);
    assert_true(g_file_set_contents(path, text->str, -1, NULL));
    return path;
}

static void erase_all(World *world, Fixture *fixture, const char *backups)
{
    g_autoptr(GError) error = NULL;
    Who who = people_who(0);
    for (guint i = 0; i < world->subjects->len; i++) {
        const Subject *one = &g_array_index(world->subjects, Subject, i);
        g_autoptr(EraseView) view = erase_look(fixture->db, one->id, &error);
        expect_done(view != NULL, error);
        guint lines = 0;
        expect_done(erase_customer(fixture->db, &who, one->id, &error) &&
                        erased_write(fixture->db, backups, &error),
                    error);
        expect_done(erase_refused(fixture->folder, view, &lines, &error), error);
        assert_int_equal(lines, 1);
    }
    expect_done(erase_clean(fixture->db, &error), error);
}

static gint64 number(Db *db, const char *sql)
{
    return people_number(db, sql, DB_NO_VALUES);
}

static void erased__is_nowhere__in_tables_files_and_what_comes_back(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    guint count = scale(12, 500);
    people_furnish(fixture->db);
    gint64 friend_id = people_add(fixture->db, &people_hilde);
    World *world = world_new(fixture->db, count, friend_id);
    g_free(leave_list(world, fixture->folder));
    g_autofree char *backups = g_build_filename(fixture->folder, "backups", NULL);
    char *aside = fixture_folder();
    g_autofree char *old = g_build_filename(aside, "older.tresen", NULL);
    bool is_file = db_engine(fixture->db) == DB_SQLITE;
    gint64 visits = number(fixture->db, "SELECT CAST(SUM(visits) AS BIGINT) FROM visit_day"),
           amount = number(fixture->db, "SELECT CAST(SUM(amount) AS BIGINT) FROM visit_day"),
           scores = number(fixture->db, "SELECT COUNT(*) FROM feedback WHERE csat = 4");
    expect_done(!is_file || backup_make(fixture->db, old, &error), error);
    search_tables(world, fixture->db);
    expect_found(world, count * 50);
    erase_all(world, fixture, backups);

    search_tables(world, fixture->db);
    expect_nothing(world, "tables");
    people_expect_sound(fixture->db);
    assert_int_equal(number(fixture->db, "SELECT CAST(SUM(visits) AS BIGINT) FROM visit_day"),
                     visits);
    assert_int_equal(number(fixture->db, "SELECT CAST(SUM(amount) AS BIGINT) FROM visit_day"),
                     amount);
    assert_int_equal(number(fixture->db, "SELECT COUNT(*) FROM feedback WHERE csat = 4"), scores);
    if (is_file) {
        g_autofree char *fresh = g_build_filename(fixture->folder, "later.tresen", NULL);
        expect_done(backup_make(fixture->db, fresh, &error), error);
        place_each_file(fixture->folder, search_file, world);
        expect_nothing(world, "files");
        search_file(old, world);
        expect_found(world, count);
        g_autoptr(Shop) shop = shop_open(old, DB_READ_WRITE, backups, FIXTURE_NOW, &error);
        expect_done(shop != NULL, error);
        search_tables(world, shop->db);
        people_expect_sound(shop->db);
        g_clear_pointer(&shop, shop_close);
        place_each_file(fixture->folder, search_file, world);
        place_each_file(aside, search_file, world);
        expect_nothing(world, "an older backup that came back");
    }
    scale_tell(25, "%s: %u customers erased, 0 places with their words%s",
               is_file ? "SQLite" : "PostgreSQL", count,
               is_file ? "; 0 after an older backup came back" : "");
    fixture_remove_folder(aside);
    world_free(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(erased__is_nowhere__in_tables_files_and_what_comes_back),
    };
    return fixture_for_each_engine("erase", tests, G_N_ELEMENTS(tests));
}

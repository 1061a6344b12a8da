/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promise 25: erased is erased. Customers whose words stand in every text of every table are
 * erased; then no byte of those words is in any file of the shop, in no table of a server, and in
 * nothing that comes back from an older backup. */
#include "data/base/fault.h"
#include "data/db/backup.h"
#include "data/erase/erase.h"
#include "data/records.h"
#include "data/setting.h"
#include "data/shop.h"
#include "tests/data/people.h"
#include "tests/faults/scale.h"
#include "tests/faults/wordy.h"

#include <glib/gstdio.h>
#include <string.h>

enum { TOKEN = WORDY_TOKEN, WINDOW = 7, BITS = 20 };

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

static void make_token(World *world, char token[TOKEN + 1])
{
    static const char letters[] = "bcdfghjklmnpqrstvwxz";
    for (guint i = 0; i < TOKEN; i++) {
        token[i] = letters[g_rand_int_range(world->chance, 0, (gint)strlen(letters))];
    }
    token[TOKEN] = '\0';
    watch(world, token);
    watch(world, token + TOKEN - WINDOW);
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

static void search_file(World *world, const char *path)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    if (g_file_get_contents(path, &bytes, &length, NULL)) {
        search(world, bytes, length, path);
    }
}

/* All files in FOLDER, but EXCEPT. */
static void search_folder(World *world, const char *folder, const char *except)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
            search_folder(world, path, except);
        } else if (except == NULL || strstr(path, except) == NULL) {
            search_file(world, path);
        }
    }
}

/* All rows of all tables of a server; of a file its bytes are searched. */
static void search_tables(World *world, Db *db)
{
    if (db_engine(db) == DB_SQLITE) {
        search_file(world, db_where(db));
        return;
    }
    g_autoptr(GError) error = NULL;
    static const char *const others[] = {"deed",         "change",     "setting",     "draft",
                                         "erased",       "lookup_doc", "lookup_word", "lookup_part",
                                         "visit_day",    "visit_sum",  "care",        "article_sum",
                                         "lookup_stale", "rule_made",  "seal"};
    g_autoptr(GPtrArray) tables = g_ptr_array_new();
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        g_ptr_array_add(tables, (gpointer)(guintptr)others[i]);
    }
    for (guint i = 0; records[i] != NULL; i++) {
        g_ptr_array_add(tables, (gpointer)(guintptr)records[i]->table);
    }
    for (guint i = 0; i < tables->len; i++) {
        const char *table = g_ptr_array_index(tables, i);
        g_autofree char *sql = g_strdup_printf("SELECT CAST(t AS text) FROM %s AS t", table);
        g_autoptr(Rows) rows = db_query(db, sql, DB_NO_VALUES, &error);
        expect_done(rows != NULL, error);
        while (rows_next(rows, &error)) {
            search(world, rows_text(rows, 0), strlen(rows_text(rows, 0)), table);
        }
        assert_null(error);
    }
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
        wordy_make(db, &subject);
        wordy_change(db, &subject);
        wordy_remove(db, &subject);
        wordy_name(db, &subject, friend_id);
        wordy_draft(db, &subject);
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
    g_autofree char *old = g_build_filename(fixture->folder, "older.tresen", NULL);
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
        search_folder(world, fixture->folder, "older.tresen");
        expect_nothing(world, "files");
        search_file(world, old);
        expect_found(world, count);
        g_autoptr(Shop) shop = shop_open(old, DB_READ_WRITE, backups, FIXTURE_NOW, &error);
        expect_done(shop != NULL, error);
        search_tables(world, shop->db);
        people_expect_sound(shop->db);
        g_clear_pointer(&shop, shop_close);
        search_folder(world, fixture->folder, NULL);
        expect_nothing(world, "an older backup that came back");
    }
    scale_tell(25, "%s: %u customers erased, 0 places with their words%s",
               is_file ? "SQLite" : "PostgreSQL", count,
               is_file ? "; 0 after an older backup came back" : "");
    world_free(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(erased__is_nowhere__in_tables_files_and_what_comes_back),
    };
    return fixture_for_each_engine("erase", tests, G_N_ELEMENTS(tests));
}

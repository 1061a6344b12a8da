/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promise 11: over a year of days, what the ladder keeps is what it says, each of them comes back
 * as the shop was then, is private, and the newest is never older than a day. */
#include "data/backup/ladder.h"
#include "data/backup/prove.h"
#include "data/backup/restore.h"
#include "data/backup/take.h"
#include "data/base/instant.h"
#include "data/move.h"
#include "tests/data/people.h"
#include "tests/data/place.h"
#include "tests/faults/scale.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

enum { DAY = 24 * 60 * 60, BEGIN = 1772355600 /* 2026-03-01 09:00 UTC, a Sunday */ };

/* A simulated life of a shop. */
typedef struct {
    Fixture *fixture;
    char *folder;
    BackupPlace place;
    GRand *chance;
    GArray *made;        /* gint64: each moment at which a backup was made */
    GHashTable *content; /* moment as text: what the shop held then */
    guint days;
    guint checked; /* backups that were brought back */
} Life;

static void write_instant(gint64 moment, char text[21])
{
    g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc(moment);
    instant_write(when, text);
}

/* A calendar that only counts on, so that nothing of the ladder's own arithmetic is used. */
typedef struct {
    int day, week, month;
} Stamp;

static Stamp stamp_of(gint64 moment)
{
    g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc(moment);
    int year, month, day;
    g_date_time_get_ymd(when, &year, &month, &day);
    return (Stamp){.day = (year * 100 + month) * 100 + day,
                   .week = g_date_time_get_week_numbering_year(when) * 100 +
                           g_date_time_get_week_of_year(when),
                   .month = year * 100 + month};
}

static int part_of(const Stamp *stamp, guint kind)
{
    return kind == 0 ? stamp->day : kind == 1 ? stamp->week : stamp->month;
}

/* How many different days (weeks, months) of MADE up to NOW are later than that of MOMENT, and
 * whether something later is of the same. */
static guint count_later(const GArray *made, gint64 moment, gint64 now, guint kind, bool *is_last)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    Stamp own = stamp_of(moment);
    *is_last = true;
    for (guint i = 0; i < made->len; i++) {
        gint64 other = g_array_index(made, gint64, i);
        Stamp its = stamp_of(other);
        if (other > now) {
            continue;
        }
        if (part_of(&its, kind) > part_of(&own, kind)) {
            g_hash_table_add(seen, GINT_TO_POINTER(part_of(&its, kind)));
        } else if (part_of(&its, kind) == part_of(&own, kind) && other > moment) {
            *is_last = false;
        }
    }
    return g_hash_table_size(seen);
}

/* By the words of the ladder, over everything that was ever made. */
static bool is_expected(const GArray *made, gint64 moment, gint64 now)
{
    bool is_last;
    if (moment > now) {
        return true;
    }
    guint days = count_later(made, moment, now, 0, &is_last);
    if (days < LADDER_ALL_DAYS || (days < LADDER_DAYS && is_last)) {
        return true;
    }
    guint weeks = count_later(made, moment, now, 1, &is_last);
    if (weeks < LADDER_WEEKS && is_last) {
        return true;
    }
    return count_later(made, moment, now, 2, &is_last) < LADDER_MONTHS && is_last;
}

static void expect_kept(const Life *life, gint64 now)
{
    char text[21];
    g_autoptr(GHashTable) there = g_hash_table_new(g_str_hash, g_str_equal);
    write_instant(now, text);
    g_autoptr(GPtrArray) list = backup_list(&life->place, life->fixture->where, text);
    for (guint i = 0; i < list->len; i++) {
        Backup *backup = g_ptr_array_index(list, i);
        g_hash_table_add(there, backup->made);
    }
    guint expected = 0;
    for (guint i = 0; i < life->made->len; i++) {
        gint64 moment = g_array_index(life->made, gint64, i);
        write_instant(moment, text);
        bool wanted = is_expected(life->made, moment, now);
        expected += wanted ? 1 : 0;
        if (wanted != g_hash_table_contains(there, text)) {
            fail_msg("seed %u, day %d: the backup of %s is %s", scale_seed(),
                     (int)((now - BEGIN) / DAY), text, wanted ? "missing" : "still there");
        }
    }
    assert_int_equal(list->len, expected);
}

static void expect_private(const char *path)
{
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
}

/* Every backup there is comes back into a file of its own, and is the shop of its moment. */
static void bring_all_back(Life *life, gint64 now)
{
    char text[21];
    g_autoptr(GError) error = NULL;
    write_instant(now, text);
    g_autofree char *where = g_build_filename(life->fixture->folder, "back.tresen", NULL);
    g_autoptr(GPtrArray) list = backup_list(&life->place, life->fixture->where, text);
    for (guint i = 0; i < list->len; i++) {
        const Backup *backup = g_ptr_array_index(list, i);
        g_autofree char *proof = g_strconcat(backup->path, ".sha256", NULL);
        expect_private(backup->path);
        expect_private(proof);
        g_unlink(where);
        g_autoptr(Restore) restore =
            restore_begin(where, &life->place, backup, NULL, text, NULL, NULL, &error);
        expect_done(restore != NULL && restore_finish(restore, text, NULL, NULL, NULL, &error),
                    error);
        g_autoptr(Db) db = db_open(where, DB_READ_ONLY, &error);
        g_autofree char *content = shop_content(db, &error);
        assert_string_equal(content, g_hash_table_lookup(life->content, backup->made));
        life->checked++;
    }
    g_unlink(where);
}

/* A start of the program at NOW: a backup when one is due. */
static void start_at(Life *life, gint64 now)
{
    char text[21];
    BackupMade made = {0};
    g_autoptr(GError) error = NULL;
    write_instant(now, text);
    g_autofree char *content = shop_content(life->fixture->db, &error);
    expect_done(
        backup_take_when_due(life->fixture->where, &life->place, text, NULL, NULL, &made, &error),
        error);
    if (made.path != NULL) {
        g_array_append_val(life->made, now);
        g_hash_table_insert(life->content, g_strdup(text), g_steal_pointer(&content));
    }
    BackupHealth health = backup_health(&life->place, life->fixture->where, text);
    assert_true(!health.is_due && health.days == 0);
    backup_made_clear(&made);
}

static void by_hand_at(Life *life, gint64 now)
{
    char text[21];
    g_autoptr(GError) error = NULL;
    write_instant(now, text);
    g_autofree char *content = shop_content(life->fixture->db, &error);
    expect_done(backup_take(life->fixture->db, &life->place, BACKUP_BY_HAND, text, NULL, NULL, NULL,
                            &error),
                error);
    g_array_append_val(life->made, now);
    g_hash_table_insert(life->content, g_strdup(text), g_steal_pointer(&content));
}

static Life life_of(void **state, guint days)
{
    Life life = {.fixture = *state, .days = days, .chance = g_rand_new_with_seed(scale_seed())};
    life.folder = g_build_filename(life.fixture->folder, "backups", NULL);
    life.place = (BackupPlace){.folder = life.folder};
    life.made = g_array_new(FALSE, FALSE, sizeof(gint64));
    life.content = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    people_furnish(life.fixture->db);
    return life;
}

static void life_clear(Life *life)
{
    g_free(life->folder);
    g_rand_free(life->chance);
    g_array_unref(life->made);
    g_hash_table_unref(life->content);
}

/* One day in seven the shop is closed, once a holiday of three weeks; one in five has a second
 * backup made by hand. */
static void the_ladder_keeps_what_it_says__over_many_days(void **state)
{
    Life life = life_of(state, scale(40, 400));
    mode_t mask = umask(0);
    gint64 now = BEGIN;
    for (guint day = 0; day < life.days; day++) {
        now = BEGIN + (gint64)day * DAY + g_rand_int_range(life.chance, 0, 3600);
        if (day % 7 == 6 || (day > 200 && day < 221)) {
            continue;
        }
        people_add(life.fixture->db, &(Person){.family = "Ladder", .visits = day});
        start_at(&life, now);
        if (g_rand_int_range(life.chance, 0, 5) == 0) {
            now += 4 * 3600;
            by_hand_at(&life, now);
        }
        expect_kept(&life, now);
        if (day % 100 == 30) {
            bring_all_back(&life, now);
        }
    }
    bring_all_back(&life, now);
    umask(mask);
    scale_tell(11,
               "%u days, %u backups made; each day what is kept was what the ladder says; %u "
               "backups brought back, each equal to the shop of its moment",
               life.days, life.made->len, life.checked);
    life_clear(&life);
}

/* The clock is ten years ahead for some starts, then right again; later it begins at 1970. */
static void no_backup_goes__because_the_clock_was_wrong(void **state)
{
    Life life = life_of(state, 10);
    const gint64 ahead = (gint64)3650 * DAY;
    gint64 now = BEGIN;
    for (guint day = 0; day < life.days; day++) {
        now = BEGIN + (gint64)day * DAY;
        start_at(&life, now);
    }
    guint before = life.made->len;
    start_at(&life, now + ahead);
    start_at(&life, now + ahead + DAY);
    start_at(&life, 3600);
    expect_kept(&life, now + ahead + DAY);
    for (guint day = 0; day < 3; day++) {
        now += DAY;
        start_at(&life, now);
        expect_kept(&life, now);
    }
    char text[21];
    write_instant(now, text);
    g_autoptr(GPtrArray) list = backup_list(&life.place, life.fixture->where, text);
    assert_int_equal(list->len, before + 6);
    life_clear(&life);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ladder_keeps_what_it_says__over_many_days),
        cmocka_unit_test(no_backup_goes__because_the_clock_was_wrong),
    };
    return fixture_on_sqlite("ladder", tests, G_N_ELEMENTS(tests));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demo shop: the same for the same day, believable, and never in the way of anything real. */
#include "data/demo/demo.h"

#include "data/agenda/today.h"
#include "data/base/fault.h"
#include "data/base/instant.h"
#include "data/demo/contacts.h"
#include "data/demo/newcomer.h"
#include "data/setting.h"
#include "data/shop.h"
#include "tests/data/foundtext.h"
#include "tests/data/people.h"
#include "tests/data/place.h"

#include <glib/gstdio.h>
#include <string.h>

static const Day the_day = {2026, 11, 21};

typedef struct {
    char *folder, *path;
} Place;

static int set_up(void **state)
{
    Place *place = g_new0(Place, 1);
    place->folder = fixture_folder();
    place->path = g_build_filename(place->folder, "demo.tresen", NULL);
    *state = place;
    return 0;
}

static int tear_down(void **state)
{
    Place *place = *state;
    fixture_remove_folder(place->folder);
    g_free(place->path);
    g_free(place);
    return 0;
}

static Db *open_it(const Place *place)
{
    g_autoptr(GError) error = NULL;
    Db *db = db_open(place->path, DB_READ_WRITE, &error);
    expect_done(db != NULL, error);
    return db;
}

static Db *made(const Place *place, guint customers, Day today)
{
    g_autoptr(GError) error = NULL;
    expect_done(demo_make(place->path, customers, today, NULL, NULL, &error), error);
    return open_it(place);
}

static gint64 number(Db *db, const char *sql)
{
    return people_number(db, sql, DB_NO_VALUES);
}

/* Everything in the shop, who wrote it when included, but for the uids of the deeds. */
static char *dump(Db *db)
{
    static const char deeds[] =
        "SELECT d.id, d.verb, d.at, d.clerk_id, d.branch_id, c.table_name, c.first_id, c.last_id "
        "FROM deed d LEFT JOIN change c ON c.deed_id = d.id ORDER BY d.id, c.id";
    static const char facts[] = "SELECT id, words, created_at, created_by, done_at, done_by, "
                                "updated_at, version FROM fact ORDER BY id";
    static const char *const queries[] = {deeds, facts};
    g_autoptr(GError) error = NULL;
    g_autofree char *records = people_dump(db);
    GString *text = g_string_new(records);
    for (guint i = 0; i < G_N_ELEMENTS(queries); i++) {
        g_autoptr(Rows) rows = db_query(db, queries[i], DB_NO_VALUES, &error);
        expect_done(rows != NULL, error);
        while (rows_next(rows, &error)) {
            for (guint column = 0; column < 8; column++) {
                const char *value = rows_text(rows, column);
                g_string_append_printf(text, "%s|", value != NULL ? value : "-");
            }
            g_string_append_c(text, '\n');
        }
        expect_done(error == NULL, error);
    }
    return g_string_free(text, FALSE);
}

static void demo_make__gives_the_same_shop__for_the_same_day(void **state)
{
    const Place *place = *state;
    g_autofree char *texts[3] = {NULL};
    const Day days[] = {the_day, the_day, {2026, 11, 24}};
    for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
        Db *db = made(place, 120, days[i]);
        texts[i] = dump(db);
        db_close(db);
    }
    assert_string_equal(texts[0], texts[1]);
    assert_string_not_equal(texts[0], texts[2]);
    g_free(texts[1]);
    g_free(texts[2]);
}

static void demo_make__makes_a_whole_shop__that_says_what_it_is(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = made(place, DEMO_CUSTOMERS, the_day);
    Day day = DAY_NONE;
    g_autofree char *name = NULL;
    people_expect_sound(db);
    assert_int_equal(number(db, "SELECT count(*) FROM customer"), DEMO_CUSTOMERS);
    expect_done(demo_day(db, &day, &error), error);
    assert_int_equal(day_compare(day, the_day), 0);
    expect_done(setting_get(db, SETTING_SHOP_NAME, "", &name, &error), error);
    assert_string_equal(name, "Konditorei Emma");
    assert_int_equal(number(db, "SELECT count(*) FROM branch"), 3);
    assert_int_equal(number(db, "SELECT count(*) FROM clerk WHERE active = 1"), 6);
    GStatBuf info;
    assert_int_equal(g_stat(place->path, &info), 0);
    assert_int_equal(info.st_mode & 0077, 0);
}

/* Who is found first for QUERY, as lists call them. */
static char *found(Db *db, const char *query)
{
    g_autoptr(Found) all = found_by(db, NULL, query, 1);
    assert_true(all->matches->len > 0);
    const Match *match = g_ptr_array_index(all->matches, 0);
    return customer_call(match->sheet->customer, NAME_SORTED);
}

static void demo_make__knows_the_regulars_everybody_meets(void **state)
{
    static const struct {
        const char *query, *call;
    } cases[] = {
        {"wagn hil", "Wagner, Hilde"},   {"lina geg", "“Lina von gegenüber”"},
        {"ott ku", "Ott, Kurt"},         {"ott ren", "Ott, Renate"},
        {"berg je", "Berg, Jens"},       {"klein mar", "Klein, Maria"},
        {"müll ann", "Müller, Anna"},    {"mull jur", "Müller, Jürgen"},
        {"muhlb", "Mühlbauer, Ida"},     {"dackel schoko", "Klein, Maria"},
        {"schirm", "Wagner, Hilde"},     {"1001", "Wagner, Hilde"},
        {"sonnenk", "Kita Sonnenkäfer"}, {"nguyen", "Nguyễn, Minh"},
    };
    g_autoptr(Db) db = made(*state, DEMO_CUSTOMERS, the_day);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *call = found(db, cases[i].query);
        assert_string_equal(call, cases[i].call);
    }
    /* Kurt is the customer, and knows no birthday twice. */
    assert_int_equal(number(db, "SELECT count(*) FROM relation r JOIN customer c ON c.id = "
                                "r.other_customer_id WHERE c.given_name = 'Kurt' AND r.name = "
                                "'Kurt' AND c.family_name = 'Ott'"),
                     1);
    assert_true(number(db,
                       "SELECT count(*) FROM (SELECT 1 FROM customer WHERE given_name IS NOT "
                       "NULL GROUP BY given_name, family_name HAVING count(*) > 1) AS same") >= 2);
}

static void demo_make__has_something_of_everything(void **state)
{
    static const struct {
        const char *sql;
        int least, most;
    } cases[] = {
        {"SELECT count(DISTINCT kind_id) FROM fact", 14, 14},
        {"SELECT count(*) FROM fact WHERE done_at IS NOT NULL", 3, 40},
        {"SELECT count(*) FROM customer WHERE company IS NOT NULL", 6, 25},
        {"SELECT count(*) FROM customer WHERE given_name IS NULL AND family_name IS NULL AND "
         "company IS NULL",
         6, 35},
        {"SELECT count(*) FROM customer WHERE family_name LIKE '%-%'", 3, 30},
        {"SELECT count(*) FROM customer WHERE address_form = 'du'", 20, 120},
        {"SELECT count(*) FROM customer WHERE title IS NOT NULL", 1, 20},
        {"SELECT count(*) FROM occasion WHERE month = 2 AND day = 29", 1, 3},
        {"SELECT count(*) FROM occasion WHERE kind = 'wedding'", 1, 9},
        {"SELECT count(*) FROM occasion WHERE kind = 'name_day'", 1, 9},
        {"SELECT count(*) FROM occasion WHERE year IS NULL", 5, 90},
        {"SELECT count(*) FROM occasion WHERE day IS NULL", 1, 30},
        {"SELECT count(*) FROM relation", 20, 90},
        {"SELECT count(*) FROM greeting", 40, 200},
        {"SELECT count(DISTINCT how) FROM greeting", 3, 3},
        {"SELECT count(DISTINCT state) FROM consent", 3, 3},
        {"SELECT count(DISTINCT purpose) FROM consent", 4, 6},
        {"SELECT count(*) FROM address WHERE place <> 'Lindenbrück'", 5, 60},
        {"SELECT count(DISTINCT created_by) FROM fact", 7, 7},
        {"SELECT count(DISTINCT branch_id) FROM deed", 3, 3},
        {"SELECT count(DISTINCT substr(at, 1, 7)) FROM deed", 12, 13},
        {"SELECT max(visits_before) FROM customer", 200, 400},
        {"SELECT count(*) FROM lookup_doc", 250, 250},
        /* Nobody's health or belief is noted whom somebody did not ask, but for a few. */
        {"SELECT count(*) FROM fact f JOIN fact_kind k ON k.id = f.kind_id WHERE k.sensitivity <> "
         "'plain' AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.customer_id = f.customer_id AND "
         "c.purpose = k.sensitivity)",
         1, 5},
        {"SELECT count(*) FROM fact f JOIN fact_kind k ON k.id = f.kind_id JOIN consent c ON "
         "c.customer_id = f.customer_id AND c.purpose = k.sensitivity WHERE c.state <> 'given'",
         0, 0},
    };
    g_autoptr(Db) db = made(*state, DEMO_CUSTOMERS, the_day);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        gint64 count = number(db, cases[i].sql);
        if (count < cases[i].least || count > cases[i].most) {
            fail_msg("%s: %d, wanted %d to %d", cases[i].sql, (int)count, cases[i].least,
                     cases[i].most);
        }
    }
}

static void demo_make__keeps_to_the_hours_of_the_shop(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = made(*state, DEMO_CUSTOMERS, the_day);
    g_autofree char *before = NULL;
    g_autoptr(Rows) rows = db_query(
        db, "SELECT at FROM deed WHERE clerk_id IS NOT NULL ORDER BY id", DB_NO_VALUES, &error);
    expect_done(rows != NULL, error);
    while (rows_next(rows, &error)) {
        const char *at = rows_text(rows, 0);
        g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601(at, NULL);
        g_autoptr(GDateTime) local = g_date_time_to_local(moment);
        assert_in_range(g_date_time_get_hour(local), 8, 17);
        assert_true(g_date_time_get_day_of_week(local) != 7);
        assert_true(day_compare(instant_day(local), the_day) < 0);
        assert_true(before == NULL || strcmp(before, at) <= 0);
        g_free(before);
        before = g_strdup(at);
    }
    expect_done(error == NULL, error);
}

static void demo_make__gives_out_only_what_is_nobodys(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = made(*state, 600, the_day);
    g_autoptr(Rows) rows = db_query(db, "SELECT kind, value FROM contact", DB_NO_VALUES, &error);
    expect_done(rows != NULL, error);
    while (rows_next(rows, &error)) {
        const char *kind = rows_text(rows, 0), *value = rows_text(rows, 1);
        bool ok = strcmp(kind, "phone") == 0
                      ? g_regex_match_simple("^(0171 39200\\d\\d|0176 040690\\d\\d|040 "
                                             "66969\\d{3}(-\\d+)?)$",
                                             value, 0, 0)
                      : g_regex_match_simple("^[a-z0-9.-]+@example\\.(de|org|net)$", value, 0, 0);
        if (!ok) {
            fail_msg("%s may be somebody's", value);
        }
    }
    expect_done(error == NULL, error);
}

static void contacts__are_no_ones_twice(void **state)
{
    (void)state;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < 5000; i++) {
        assert_true(g_hash_table_add(seen, contacts_landline(i)));
    }
    for (guint i = 0; i < 200; i++) {
        assert_true(g_hash_table_add(seen, contacts_mobile(i)));
    }
    g_autofree char *email = contacts_email("Özgür Ali", "Müller-Đặng", 0);
    assert_string_equal(email, "oezguer-ali.mueller-dang@example.de");
}

/* What home shows on a day, in turn for the smallest and the usual shop, once for a larger one. */
static void demo_make__has_a_believable_morning__on_any_day(void **state)
{
    static const Day days[] = {{2026, 11, 21}, {2026, 12, 31}, {2027, 1, 1},  {2027, 2, 27},
                               {2027, 2, 28},  {2027, 3, 1},   {2028, 2, 28}, {2028, 2, 29},
                               {2028, 3, 5},   {2027, 6, 14},  {2027, 10, 31}};
    static const guint counts[] = {DEMO_LEAST, DEMO_CUSTOMERS};
    for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
        g_autoptr(GError) error = NULL;
        guint count = i == 0 ? 1000 : counts[i % G_N_ELEMENTS(counts)];
        g_autoptr(Db) db = made(*state, count, days[i]);
        g_autoptr(Today) today = today_load(db, days[i], 0, &error);
        expect_done(today != NULL, error);
        guint birthdays = 0;
        for (guint d = 0; d < today->due->len; d++) {
            const Due *due = g_ptr_array_index(today->due, d);
            birthdays += due_is_birthday(due);
            assert_false(due->greeted);
        }
        assert_in_range(birthdays, 2, 4);
        assert_in_range(today->coming->len, 2, 7);
        /* A third one when 29 February was kept on the Sunday before. */
        assert_in_range(today->missed->len, 1, 3);
        gint64 customers = 0;
        expect_done(customer_count(db, &customers, &error), error);
        assert_int_equal(customers, count);
        assert_true(today->has_customers);
        people_expect_sound(db);
    }
}

static void newcomer_birthday__is_in_a_leap_year__on_29_february(void **state)
{
    (void)state;
    Day leap = newcomer_birthday((Day){2028, 2, 29}, 0, 70);
    assert_int_equal(day_compare(leap, (Day){1956, 2, 29}), 0);
    Day born = newcomer_birthday(the_day, 1, 62);
    assert_int_equal(day_compare(born, (Day){1964, 11, 22}), 0);
    born = newcomer_birthday((Day){2026, 12, 31}, 1, 50);
    assert_int_equal(day_compare(born, (Day){1977, 1, 1}), 0);
    assert_true(day_is_none(newcomer_birthday(the_day, STORY_NEVER, 0)));
}

/* ---- the file ---- */

static bool stop_late(guint done, guint total, gpointer data)
{
    guint *calls = data;
    assert_true(done <= total);
    return ++*calls < 20;
}

static void demo_make__leaves_nothing_behind__when_it_is_stopped(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;
    guint calls = 0;
    assert_false(demo_make(place->path, DEMO_MOST, the_day, stop_late, &calls, &error));
    expect_fault(error, FAULT_CANCELLED);
    assert_int_equal(calls, 20);
    g_autofree char *after = place_describe(place->folder);
    assert_string_equal(after, "");
}

/* Stops at once: what stood there before stays. */
static void demo_make__leaves_the_old_one__when_it_is_stopped(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;
    db_close(made(place, 10, the_day));
    g_autofree char *before = place_describe(place->folder);
    guint calls = 100;
    assert_false(demo_make(place->path, 500, the_day, stop_late, &calls, &error));
    g_autofree char *after = place_describe(place->folder);
    assert_string_equal(before, after);
}

static void expect_left_alone(const Place *place)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *before = place_describe(place->folder);
    assert_false(demo_provide(place->path, 10, the_day, NULL, NULL, &error));
    expect_fault(error, FAULT_TAKEN);
    g_autofree char *after = place_describe(place->folder);
    assert_string_equal(before, after);
}

static void demo_provide__never_touches__what_is_no_demo(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;
    place_write(place->path, "a letter", 8);
    expect_left_alone(place);
    g_unlink(place->path);
    place_write(place->path, "", 0);
    expect_left_alone(place);
    g_unlink(place->path);
    const ShopPlan plan = {.name = "Echt", .country_code = "49", .currency = "EUR"};
    expect_done(shop_create(place->path, &plan, FIXTURE_NOW, &error), error);
    expect_left_alone(place);
    g_unlink(place->path);
    assert_int_equal(g_mkdir(place->path, 0700), 0);
    expect_left_alone(place);
    g_rmdir(place->path);
}

static gint64 inode(const Place *place)
{
    GStatBuf info;
    assert_int_equal(g_stat(place->path, &info), 0);
    return (gint64)info.st_ino;
}

static gint64 provided(const Place *place, guint customers, Day today)
{
    g_autoptr(GError) error = NULL;
    expect_done(demo_provide(place->path, customers, today, NULL, NULL, &error), error);
    return inode(place);
}

static void demo_provide__makes_it_anew__on_another_day_or_with_another_number(void **state)
{
    const Place *place = *state;
    Demo demo;
    g_autoptr(GError) error = NULL;
    expect_done(demo_look(place->path, &demo, &error), error);
    assert_false(demo.is_there);
    gint64 first = provided(place, 30, the_day);
    assert_int_equal(provided(place, 30, the_day), first);
    assert_int_equal(provided(place, 0, the_day), first);
    /* Held open, so that the number of the file is not given out again. */
    Db *old = open_it(place);
    gint64 second = provided(place, 31, the_day);
    assert_int_not_equal(second, first);
    assert_int_equal(number(old, "SELECT count(*) FROM customer"), 30);
    Db *older = open_it(place);
    assert_int_not_equal(provided(place, 31, (Day){2026, 11, 22}), second);
    expect_done(demo_look(place->path, &demo, &error), error);
    assert_true(demo.is_there);
    assert_int_equal(demo.customers, 31);
    assert_int_equal(demo.day.day, 22);
    db_close(old);
    db_close(older);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(demo_make__gives_the_same_shop__for_the_same_day),
        TEST(demo_make__makes_a_whole_shop__that_says_what_it_is),
        TEST(demo_make__knows_the_regulars_everybody_meets),
        TEST(demo_make__has_something_of_everything),
        TEST(demo_make__keeps_to_the_hours_of_the_shop),
        TEST(demo_make__gives_out_only_what_is_nobodys),
        TEST(contacts__are_no_ones_twice),
        TEST(demo_make__has_a_believable_morning__on_any_day),
        TEST(newcomer_birthday__is_in_a_leap_year__on_29_february),
        TEST(demo_make__leaves_nothing_behind__when_it_is_stopped),
        TEST(demo_make__leaves_the_old_one__when_it_is_stopped),
        TEST(demo_provide__never_touches__what_is_no_demo),
        TEST(demo_provide__makes_it_anew__on_another_day_or_with_another_number),
    };
    return cmocka_run_group_tests_name("demo", tests, NULL, NULL);
}

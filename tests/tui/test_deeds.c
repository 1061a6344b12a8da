/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The deeds at the counter, counted in keys: what the program promises of its speed. */
#include "tests/data/fixture.h"
#include "tests/data/people.h"
#include "tests/tui/emma.h"
#include "tests/tui/harness.h"

#include "data/demo/demo.h"
#include "data/lookup/index.h"
#include "tui/screens/home.h"
#include "tui/screens/homemodel.h"

#include <string.h>

enum { REGULARS = 200, MEDIAN_LETTERS = 4 };

/* The clock of the harness. */
static const Day today = {2026, 11, 21};

/* Home on a shop, and how many keys were pressed there. */
typedef struct {
    Emma *emma; /* NULL: the shop is another one */
    Shop *shop;
    Harness *harness;
    guint keys;
} Counted;

static Counted *counted_on(Shop *shop)
{
    Counted *counted = g_new0(Counted, 1);
    counted->shop = shop;
    counted->harness = harness_new(24, 80, shop);
    harness_open(counted->harness, &screen_home, NULL);
    return counted;
}

static Counted *counted_new(void)
{
    Emma *emma = emma_new();
    Counted *counted = counted_on(emma->shop);
    counted->emma = emma;
    return counted;
}

static void counted_free(Counted *counted)
{
    harness_free(counted->harness);
    emma_free(counted->emma);
    g_free(counted);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Counted, counted_free)

/* Presses the keys called NAMES, and counts them. */
static void press(Counted *counted, const char *names)
{
    g_auto(GStrv) each = g_strsplit(names, " ", -1);
    counted->keys += g_strv_length(each);
    harness_press(counted->harness, names);
}

/* Types TEXT, a key a character, and counts them. */
static void type(Counted *counted, const char *text)
{
    counted->keys += (guint)g_utf8_strlen(text, -1);
    harness_type(counted->harness, text);
}

/* Fails when more than MOST keys were pressed since the last time. */
static void expect_keys(Counted *counted, guint most)
{
    if (counted->keys > most) {
        fail_msg("%u keys, and %u are promised", counted->keys, most);
    }
    counted->keys = 0;
}

static const char *top(const Counted *counted)
{
    return app_top(harness_app(counted->harness))->class->name;
}

/* Opens a card; what is counted begins there. */
static void go_to(Counted *counted, const char *number)
{
    type(counted, number);
    press(counted, "Enter");
    assert_string_equal(top(counted), "card");
    counted->keys = 0;
}

/* ---- finding ---- */

/* Who would be opened by Enter now. */
static gint64 first_match(const Counted *counted)
{
    const HomeModel *model = app_top(harness_app(counted->harness))->model;
    for (guint i = 0; i < model->rows->len; i++) {
        const HomeRow *row = g_ptr_array_index(model->rows, i);
        if (row->match != NULL) {
            return row->match->customer_id;
        }
    }
    return 0;
}

/* What somebody types who knows the customer: the family name, then the first one, else the words
 * they are known by. */
static char *words_of(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Customer *customer = record_load(db, &customer_type, id, &error);
    expect_done(customer != NULL, error);
    const char *given = customer->given_name, *family = customer->family_name;
    char *words = family != NULL && given != NULL ? g_strdup_printf("%s %s", family, given)
                  : family != NULL                ? g_strdup(family)
                  : given != NULL                 ? g_strdup(given)
                  : customer->description != NULL ? g_strdup(customer->description)
                                                  : g_strdup(customer->company);
    record_free(customer);
    assert_non_null(words);
    return words;
}

/* How many letters of the words it takes until the customer stands first; all of them and one more
 * when that never happens. */
static guint letters_until_first(Counted *counted, gint64 id)
{
    g_autofree char *words = words_of(counted->shop->db, id);
    guint before = counted->keys;
    bool found = false;
    for (const char *at = words; *at != '\0' && !found; at = g_utf8_find_next_char(at, NULL)) {
        g_autofree char *letter = g_utf8_substring(at, 0, 1);
        type(counted, letter);
        found = first_match(counted) == id;
    }
    guint letters = counted->keys - before + (found ? 0 : 1);
    harness_press(counted->harness, "Esc");
    return letters;
}

static gint compare(gconstpointer left, gconstpointer right)
{
    const guint *a = left, *b = right;
    return *a < *b ? -1 : *a > *b;
}

static const char regulars[] =
    "SELECT customer_id FROM lookup_doc WHERE visits > 0 ORDER BY place LIMIT $1";

/* The median over those who come most often; tells how it is spread. */
static guint median_letters(Counted *counted, guint most)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids =
        db_get_ids(counted->shop->db, regulars, DB_VALUES(db_int(most)), &error);
    expect_done(ids != NULL, error);
    assert_true(ids->len > 20);
    g_autoptr(GArray) letters = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < ids->len; i++) {
        guint count = letters_until_first(counted, g_array_index(ids, gint64, i));
        g_array_append_val(letters, count);
    }
    g_array_sort(letters, compare);
    guint median = g_array_index(letters, guint, letters->len / 2);
    print_message("%u regulars: median %u letters, nine of ten within %u, at most %u\n",
                  letters->len, median, g_array_index(letters, guint, letters->len * 9 / 10),
                  g_array_index(letters, guint, letters->len - 1));
    return median;
}

static void deed__finds_a_regular__with_four_letters_and_enter(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    char *folder = fixture_folder();
    g_autofree char *path = g_build_filename(folder, "demo.tresen", NULL);
    expect_done(demo_make(path, DEMO_CUSTOMERS, today, NULL, NULL, &error), error);
    Shop *shop = shop_open(path, DB_READ_WRITE, folder, "2026-11-21T13:32:00Z", &error);
    expect_done(shop != NULL, error);
    Counted *counted = counted_on(shop);
    assert_true(median_letters(counted, REGULARS) <= MEDIAN_LETTERS);
    /* And what they are for: Enter opens that card. */
    counted->keys = 0;
    type(counted, "wagn");
    gint64 id = first_match(counted);
    assert_true(id != 0);
    press(counted, "Enter");
    assert_string_equal(top(counted), "card");
    expect_keys(counted, MEDIAN_LETTERS + 1);
    counted_free(counted);
    shop_close(shop);
    fixture_remove_folder(folder);
}

/* ---- doing ---- */

static void deed__notes_a_fact__with_a_key_its_words_and_enter(void **state)
{
    (void)state;
    g_autoptr(Counted) counted = counted_new();
    go_to(counted, "1012");
    press(counted, "n");
    type(counted, "mag Marzipan");
    /* The kind is guessed and shown. */
    harness_expect(counted->harness, "Likes");
    press(counted, "Enter");
    assert_string_equal(top(counted), "card");
    harness_expect(counted->harness, "Noted: mag Marzipan.");
    harness_expect(counted->harness, "Likes      Marzipan");
    expect_keys(counted, 1 + (guint)strlen("mag Marzipan") + 1);
    /* Another kind is a key more. */
    press(counted, "n");
    type(counted, "mag Nougat");
    press(counted, "Tab Enter");
    assert_string_equal(top(counted), "card");
    expect_keys(counted, 1 + (guint)strlen("mag Nougat") + 2);
}

static void deed__notes_five_of_five__with_three_keys(void **state)
{
    (void)state;
    g_autoptr(Counted) counted = counted_new();
    go_to(counted, "1012");
    press(counted, "f 5 Enter");
    assert_string_equal(top(counted), "card");
    harness_expect(counted->harness, "Noted: 5 of 5.");
    expect_keys(counted, 3);
}

static void deed__marks_a_birthday_as_greeted__with_a_key(void **state)
{
    (void)state;
    g_autoptr(Counted) counted = counted_new();
    press(counted, "Space");
    harness_expect(counted->harness, "☑ Lina B. 14:32");
    expect_keys(counted, 1);
    /* On a card, too. */
    harness_press(counted->harness, "Ctrl-Z");
    go_to(counted, "1001");
    press(counted, "g");
    harness_expect(counted->harness, "☑");
    expect_keys(counted, 1);
}

static void deed__makes_a_new_card__of_what_is_in_the_box(void **state)
{
    (void)state;
    g_autoptr(Counted) counted = counted_new();
    static const char *const typed[] = {"Anna Neumann", "der mit der Klarinette", "Ypsilanti"};
    for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
        type(counted, typed[i]);
        press(counted, "Enter");
        assert_string_equal(top(counted), "card");
        harness_expect(counted->harness, "New card: ");
        expect_keys(counted, (guint)strlen(typed[i]) + 1);
        harness_press(counted->harness, "Esc");
    }
}

static void deed__is_taken_back__with_a_key(void **state)
{
    (void)state;
    g_autoptr(Counted) counted = counted_new();
    g_autofree char *before = people_dump(counted->shop->db);
    go_to(counted, "1012");
    harness_press(counted->harness, "n");
    harness_type(counted->harness, "mag Marzipan");
    harness_press(counted->harness, "Enter");
    press(counted, "Ctrl-Z");
    harness_expect(counted->harness, "Taken back: ");
    g_autofree char *after = people_dump(counted->shop->db);
    assert_string_equal(after, before);
    expect_keys(counted, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deed__finds_a_regular__with_four_letters_and_enter),
        cmocka_unit_test(deed__notes_a_fact__with_a_key_its_words_and_enter),
        cmocka_unit_test(deed__notes_five_of_five__with_three_keys),
        cmocka_unit_test(deed__marks_a_birthday_as_greeted__with_a_key),
        cmocka_unit_test(deed__makes_a_new_card__of_what_is_in_the_box),
        cmocka_unit_test(deed__is_taken_back__with_a_key),
    };
    return cmocka_run_group_tests_name("deeds", tests, NULL, NULL);
}

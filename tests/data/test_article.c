/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles: learned by name, the favourites of a customer and of the shop, lines of them as text.
 */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/diary/article.h"
#include "data/diary/itemwords.h"
#include "data/diary/usual.h"
#include "data/diary/visit.h"

#include <string.h>

static gint64 learn(Db *db, const char *name)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    Deed *deed = people_begin(db);
    expect_done(article_named(deed, name, &id, &error), error);
    people_commit(deed);
    return id;
}

static gint64 add_customer(Db *db, const char *facts)
{
    const Person person = {.family = "Ott", .facts = facts};
    return people_add(db, &person);
}

/* A visit with the articles of TEXT. */
static gint64 buy(Db *db, gint64 customer, const char *day, const char *text, gint64 amount)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) words = item_words_read(text);
    g_autofree OrderItem *items = g_new0(OrderItem, words->len + 1);
    VisitOrder order = visit_order(customer, day);
    gint64 id = 0;
    for (guint i = 0; i < words->len; i++) {
        const ItemWords *item = g_ptr_array_index(words, i);
        items[i] =
            (OrderItem){.name = item->name, .quantity = item->quantity, .amount = RECORD_NONE};
    }
    order.items = items;
    order.items_count = words->len;
    order.amount = amount;
    Deed *deed = people_begin(db);
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    people_commit(deed);
    return id;
}

static void article_named__learns_an_article_once__whatever_its_capitals(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 bread = learn(db, "Roggenbrötchen");
    assert_int_equal(learn(db, " ROGGENBRÖTCHEN "), bread);
    assert_int_equal(learn(db, "roggenbroetchen"), bread);
    gint64 cake = learn(db, "🍰"), coffee = learn(db, "☕");
    assert_int_not_equal(cake, coffee);
    assert_int_equal(learn(db, "🍰"), cake);
    assert_int_equal(learn(db, "Torte; groß"), learn(db, "torte, GROSS"));
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM article", DB_NO_VALUES), 4);
    people_undo(db, people_last(db, 0));
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM article", DB_NO_VALUES), 3);
}

static void article_named__refuses_a_name_of_nothing(void **state)
{
    static const char *const names[] = {"", "   ", "\t\n"};
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Deed) deed = people_begin(db);
        gint64 id = 0;
        assert_false(article_named(deed, names[i], &id, &error));
        expect_fault(error, FAULT_REFUSED);
    }
}

static void expect_favourites(Db *db, gint64 customer, guint limit, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = article_favourites(db, customer, limit, &error);
    g_autoptr(GString) names = g_string_new(NULL);
    expect_done(list != NULL, error);
    for (guint i = 0; i < list->len; i++) {
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "",
                               ((const Article *)g_ptr_array_index(list, i))->name);
    }
    assert_string_equal(names->str, expected);
}

static void article_favourites__are_the_customers__then_the_shops(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 ott = add_customer(db, NULL), berg = add_customer(db, NULL);
    expect_favourites(db, ott, 9, "");
    for (int i = 0; i < 5; i++) {
        buy(db, berg, "2026-01-02", "Kaffee, 2 x Brezel", RECORD_NONE);
    }
    buy(db, berg, "2026-01-03", "Kaffee", RECORD_NONE);
    buy(db, ott, "2026-01-03", "Torte", RECORD_NONE);
    buy(db, ott, "2026-01-04", "Torte, Brot", RECORD_NONE);
    expect_favourites(db, ott, 9, "Torte Brot Kaffee Brezel");
    expect_favourites(db, ott, 3, "Torte Brot Kaffee");
    expect_favourites(db, 0, 2, "Kaffee Brezel");
}

static void item_words__are_read_and_written__as_people_type_them(void **state)
{
    static const struct {
        const char *typed, *written;
    } cases[] = {
        {"", ""},
        {" , ,", ""},
        {"Brezel", "Brezel"},
        {"Brezel, Cappuccino", "Brezel, Cappuccino"},
        {"2 Brezel,Cappuccino", "2 x Brezel, Cappuccino"},
        {"2x Brezel", "2 x Brezel"},
        {"2 × Brezel", "2 x Brezel"},
        {"2×Brezel", "2 x Brezel"},
        {"Brezel x 2", "2 x Brezel"},
        {"Brezel x3, brezel", "4 x Brezel"},
        {"Brezel ×2", "2 x Brezel"},
        {"Torte für 12", "Torte für 12"},
        {"Torte für 12, Erdbeer;", "Torte für 12, Erdbeer;"},
        {"Torte, groß; Brezel", "Torte, groß; Brezel"},
        {"3-Korn-Brot", "3-Korn-Brot"},
        {"2xl Hemd", "2xl Hemd"},
        {"1 x 7 Up", "1 x 7 Up"},
        {"Pralinen, 200 g gemischt", "Pralinen, 200 g gemischt"},
        {"1 Pfund Kaffee", "1 Pfund Kaffee"},
        {"2 x 200 g Tee", "2 x 200 g Tee"},
        {"x 2", "x 2"},
        {"12", "12"},
        {"0 Brezel", "0 Brezel"},
        {"100000 Brezel, 5 Brezel", "100000 x Brezel"},
        {"100001 Brezel", "100001 Brezel"},
        {"99999999999999999999 Brezel", "99999999999999999999 Brezel"},
        {"\xFF", "\xEF\xBF\xBD"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GPtrArray) items = item_words_read(cases[i].typed);
        g_autofree char *written = item_words_write(items);
        if (strcmp(written, cases[i].written) != 0) {
            fail_msg("\"%s\" is written as \"%s\"", cases[i].typed, written);
        }
        g_autoptr(GPtrArray) again = item_words_read(written);
        g_autofree char *twice = item_words_write(again);
        assert_string_equal(twice, written);
        assert_int_equal(again->len, items->len);
    }
}

static void expect_usual(Db *db, gint64 customer, const char *articles, const char *words,
                         gint64 amount)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(UsualOrder) usual = usual_load(db, customer, &error);
    expect_done(usual != NULL, error);
    assert_string_equal(usual->articles, articles);
    assert_string_equal(usual->words, words);
    assert_int_equal(usual->amount, amount);
}

static void usual_load__takes_what_is_bought_again_and_again(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 ott = add_customer(db, NULL);
    expect_usual(db, ott, "", "", RECORD_NONE);
    buy(db, ott, "2026-01-01", "Brezel, Kaffee", 420);
    /* Once is no habit. */
    expect_usual(db, ott, "", "", RECORD_NONE);
    buy(db, ott, "2026-01-02", "Kaffee, 2 Brezel, Torte", 900);
    buy(db, ott, "2026-01-02", "", 100);
    expect_usual(db, ott, "Kaffee, 2 x Brezel", "", RECORD_NONE);
    buy(db, ott, "2026-01-03", "Brezel, Kaffee", 440);
    expect_usual(db, ott, "Brezel, Kaffee", "", 440);
    for (int i = 0; i < 3; i++) {
        buy(db, ott, "2026-01-04", "Brot", RECORD_NONE);
    }
    expect_usual(db, ott, "Brot", "", RECORD_NONE);
}

static void usual_load__believes_the_note(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 ott = add_customer(db, "usual: Torte für 12, Erdbeer, kein Marzipan");
    gint64 berg = add_customer(db, "usual: Kaffee, 2 Brezeln");
    expect_usual(db, ott, "Torte für 12", "Erdbeer, kein Marzipan", RECORD_NONE);
    expect_usual(db, berg, "Kaffee, 2 x Brezeln", "", RECORD_NONE);
    buy(db, ott, "2026-01-01", "Erdbeer", RECORD_NONE);
    buy(db, ott, "2026-01-02", "Erdbeer, Torte für 12", 5400);
    expect_usual(db, ott, "Torte für 12, Erdbeer", "kein Marzipan", 5400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(article_named__learns_an_article_once__whatever_its_capitals),
        cmocka_unit_test(article_named__refuses_a_name_of_nothing),
        cmocka_unit_test(article_favourites__are_the_customers__then_the_shops),
        cmocka_unit_test(item_words__are_read_and_written__as_people_type_them),
        cmocka_unit_test(usual_load__takes_what_is_bought_again_and_again),
        cmocka_unit_test(usual_load__believes_the_note),
    };
    return fixture_for_each_engine("article", tests, G_N_ELEMENTS(tests));
}

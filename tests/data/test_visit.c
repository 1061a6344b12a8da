/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Visits: what is told is stored, told twice counts once, and every deed can be taken back. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/base/money.h"
#include "data/diary/article.h"
#include "data/diary/visit.h"
#include "data/diary/visititem.h"

static gint64 add_ott(Db *db)
{
    const Person person = {.family = "Ott"};
    return people_add(db, &person);
}

static gint64 add(Db *db, const VisitOrder *order, bool expect_known)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    bool is_known = !expect_known;
    Deed *deed = people_begin(db);
    expect_done(visit_add(deed, order, &id, &is_known, &error), error);
    people_commit(deed);
    assert_int_equal(is_known, expect_known);
    assert_true(id > 0);
    return id;
}

static Visit *stored(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Visit *visit = record_load(db, &visit_type, id, &error);
    expect_done(visit != NULL, error);
    return visit;
}

static gint64 count(Db *db, const char *table)
{
    g_autofree char *sql = g_strdup_printf("SELECT COUNT(*) FROM %s", table);
    return people_number(db, sql, DB_NO_VALUES);
}

static void visit_add__stores_what_is_told__and_is_taken_back_whole(void **state)
{
    static const OrderItem items[] = {
        {.name = "Torte", .quantity = 1, .amount = 4200},
        {.name = "Brezel", .quantity = 3, .amount = RECORD_NONE},
        {.name = "torte", .quantity = 2, .amount = 0},
    };
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    gint64 ott = add_ott(db);
    g_autofree char *before = people_dump(db);
    VisitOrder order = visit_order(ott, "2026-02-03");
    order.minute = 0;
    order.channel = "phone";
    order.amount = 0;
    order.for_whom = " die\nNichte ";
    order.occasion = "Taufe";
    order.words = "";
    order.items = items;
    order.items_count = G_N_ELEMENTS(items);
    gint64 id = add(db, &order, false);
    Visit *visit = stored(db, id);
    assert_string_equal(visit->kind, "visit");
    assert_string_equal(visit->day, "2026-02-03");
    assert_string_equal(visit->channel, "phone");
    assert_int_equal(visit->minute, 0);
    assert_int_equal(visit->amount, 0);
    assert_string_equal(visit->for_whom, "die Nichte");
    assert_null(visit->words);
    assert_null(visit->outside_id);
    record_free(visit);
    g_autofree char *text = visit_items_text(db, id, &error);
    assert_string_equal(text, "3 x Torte, 3 x Brezel");
    g_autoptr(GPtrArray) rows = visit_items(db, id, &error);
    assert_int_equal(rows->len, 3);
    assert_int_equal(((const VisitItem *)g_ptr_array_index(rows, 0))->amount, 4200);
    assert_true(((const VisitItem *)g_ptr_array_index(rows, 1))->amount == RECORD_NONE);
    assert_int_equal(count(db, "article"), 2);

    g_autofree char *with = people_dump(db);
    gint64 undo = people_undo(db, people_last(db, 0));
    g_autofree char *without = people_dump(db);
    assert_string_equal(without, before);
    people_undo(db, undo);
    g_autofree char *again = people_dump(db);
    assert_string_equal(again, with);
    people_expect_sound(db);
}

static void visit_add__says_little__when_little_is_told(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    VisitOrder order = visit_order(add_ott(db), "2026-02-03");
    Visit *visit = stored(db, add(db, &order, false));
    assert_string_equal(visit->channel, "counter");
    assert_true(visit->minute == RECORD_NONE);
    assert_true(visit->amount == RECORD_NONE);
    record_free(visit);
}

static void visit_add__makes_returns_of_refunds(void **state)
{
    static const struct {
        const char *kind;
        gint64 amount;
        const char *expected;
        gint64 stored;
    } cases[] = {
        {NULL, -500, "return", -500},
        {NULL, 500, "visit", 500},
        {NULL, RECORD_NONE, "visit", RECORD_NONE},
        {"return", 500, "return", -500},
        {"return", -500, "return", -500},
        {"return", 0, "return", 0},
        {"return", RECORD_NONE, "return", RECORD_NONE},
        {"visit", -500, "visit", -500},
    };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    VisitOrder order = visit_order(add_ott(db), "2026-02-03");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        order.kind = cases[i].kind;
        order.amount = cases[i].amount;
        Visit *visit = stored(db, add(db, &order, false));
        assert_string_equal(visit->kind, cases[i].expected);
        assert_true(visit->amount == cases[i].stored);
        record_free(visit);
    }
}

static void visit_add__counts_once__what_is_told_twice(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 ott = add_ott(db), berg = add_ott(db);
    VisitOrder order = visit_order(ott, "2026-02-03");
    order.outside_id = "till 4711";
    gint64 first = add(db, &order, false);
    g_autofree char *before = people_dump(db);
    order.customer_id = berg;
    order.amount = 700;
    order.outside_id = " till 4711 ";
    assert_int_equal(add(db, &order, true), first);
    /* It says so even to somebody who tells nonsense along with it. */
    order.amount = G_MAXINT64;
    assert_int_equal(add(db, &order, true), first);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    /* No id is no id. */
    order.amount = 700;
    order.outside_id = "  ";
    add(db, &order, false);
    add(db, &order, false);
    assert_int_equal(count(db, "visit"), 3);
    /* What was taken back may be told again. */
    people_undo(db, people_last(db, 0));
    people_undo(db, people_last(db, 0));
    people_undo(db, people_last(db, 0));
    order.outside_id = "till 4711";
    add(db, &order, false);
    assert_int_equal(count(db, "visit"), 1);
}

static void visit_add__counts_once__what_two_tills_tell_at_the_same_time(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    people_furnish(fixture->db);
    VisitOrder order = visit_order(add_ott(fixture->db), "2026-02-03");
    order.outside_id = "4711";
    /* Within one deed, as an import does it. */
    gint64 first = 0, second = 0;
    bool is_known = false;
    Deed *deed = people_begin(fixture->db);
    expect_done(visit_add(deed, &order, &first, NULL, &error), error);
    expect_done(visit_add(deed, &order, &second, &is_known, &error), error);
    people_commit(deed);
    assert_true(is_known);
    assert_int_equal(first, second);
    assert_int_equal(count(fixture->db, "visit"), 1);
}

static void visit_add__refuses__what_cannot_be(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 ott = add_ott(db);
    OrderItem item = {.name = "Torte", .quantity = 1, .amount = RECORD_NONE};
    static const struct {
        gint64 amount, quantity, item_amount;
        const char *name, *channel;
        bool is_stranger;
        int fault;
    } cases[] = {
        {MONEY_MOST + 1, 1, 0, "x", NULL, false, FAULT_REFUSED},
        {-MONEY_MOST - 1, 1, 0, "x", NULL, false, FAULT_REFUSED},
        {G_MAXINT64, 1, 0, "x", NULL, false, FAULT_REFUSED},
        {0, 0, 0, "x", NULL, false, FAULT_REFUSED},
        {0, -1, 0, "x", NULL, false, FAULT_REFUSED},
        {0, G_MAXINT64, 0, "x", NULL, false, FAULT_REFUSED},
        {0, 1, G_MAXINT64, "x", NULL, false, FAULT_REFUSED},
        {0, 1, 0, " ", NULL, false, FAULT_REFUSED},
        {0, 1, 0, "x", "pigeon", false, FAULT_REFUSED},
        {0, 1, 0, "x", NULL, true, FAULT_MISSING},
    };
    g_autofree char *before = people_dump(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        gint64 id = 0;
        VisitOrder order = visit_order(cases[i].is_stranger ? 4711 : ott, "2026-02-03");
        item.name = cases[i].name;
        item.quantity = cases[i].quantity;
        item.amount = cases[i].item_amount;
        order.amount = cases[i].amount;
        order.channel = cases[i].channel;
        order.items = &item;
        order.items_count = 1;
        g_autoptr(Deed) deed = people_begin(db);
        assert_false(visit_add(deed, &order, &id, NULL, &error));
        expect_fault(error, cases[i].fault);
    }
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

static void visit_remove__takes_its_articles_along__and_comes_back_whole(void **state)
{
    static const OrderItem items[] = {{.name = "Torte", .quantity = 1, .amount = RECORD_NONE}};
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    VisitOrder order = visit_order(add_ott(db), "2026-02-03");
    order.items = items;
    order.items_count = G_N_ELEMENTS(items);
    gint64 id = add(db, &order, false);
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    expect_done(visit_remove(deed, id, &error), error);
    people_commit(deed);
    assert_int_equal(count(db, "visit") + count(db, "visit_item"), 0);
    assert_int_equal(count(db, "article"), 1);
    people_expect_sound(db);
    people_undo(db, people_last(db, 0));
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(visit_add__stores_what_is_told__and_is_taken_back_whole),
        cmocka_unit_test(visit_add__says_little__when_little_is_told),
        cmocka_unit_test(visit_add__makes_returns_of_refunds),
        cmocka_unit_test(visit_add__counts_once__what_is_told_twice),
        cmocka_unit_test(visit_add__counts_once__what_two_tills_tell_at_the_same_time),
        cmocka_unit_test(visit_add__refuses__what_cannot_be),
        cmocka_unit_test(visit_remove__takes_its_articles_along__and_comes_back_whole),
    };
    return fixture_for_each_engine("visit", tests, G_N_ELEMENTS(tests));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose days are kept silent, wherever days are listed. */
#include "tests/data/people.h"

#include "data/agenda/due.h"
#include "data/agenda/occasion.h"
#include "data/agenda/today.h"
#include "data/customer/card.h"
#include "data/customer/relation.h"
#include "data/diary/loss.h"

#include <string.h>

static const Day today = {2026, 3, 1};

/* Marks CUSTOMER as lost; the deed. */
static gint64 lose(Db *db, gint64 customer, const char *how, bool is_greeted)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = customer;
    loss->is_greeted = is_greeted;
    record_set_text(&loss->day, "2026-02-01");
    record_set_text(&loss->how, how);
    expect_done(loss_save(deed, loss, today, &error), error);
    record_free(loss);
    return people_commit(deed);
}

/* How many days the three ways to list them give for CUSTOMER today. They have to agree. */
static guint days_of(Db *db, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) all = due_list(db, today, today, NULL, LEAP_ON_28_FEBRUARY, &error);
    expect_done(all != NULL, error);
    bool is_cut = false;
    g_autoptr(GPtrArray) known =
        due_list_known(db, today, today, LEAP_ON_28_FEBRUARY, 1, &is_cut, &error);
    expect_done(known != NULL, error);
    g_autoptr(Card) card = card_load(db, customer, today, &error);
    expect_done(card != NULL, error);
    guint count = 0, among_known = 0;
    for (guint i = 0; i < all->len; i++) {
        const Due *due = g_ptr_array_index(all, i);
        count += due->customer->head.id == customer;
    }
    for (guint i = 0; i < known->len; i++) {
        const Due *due = g_ptr_array_index(known, i);
        among_known += due->customer->head.id == customer;
    }
    assert_int_equal(among_known, count);
    assert_int_equal(card->near->len, count);
    return count;
}

static gint64 hilde(Db *db)
{
    const Person person = {.number = "1",
                           .given = "Hilde",
                           .family = "Wagner",
                           .birthday = "1956-03-01",
                           .partner = "Kurt",
                           .partner_birthday = "--03-01"};
    return people_add(db, &person);
}

static void silence_keep__keeps_all_days_of_the_dead(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = hilde(db);
    assert_int_equal(days_of(db, customer), 2);
    gint64 deed = lose(db, customer, "died", true);
    assert_int_equal(days_of(db, customer), 0);
    g_autoptr(Today) day = today_load(db, today, TODAY_MOST, NULL);
    assert_non_null(day);
    assert_int_equal(day->due->len + day->coming->len + day->missed->len, 0);
    people_undo(db, deed);
    assert_int_equal(days_of(db, customer), 2);
}

static void silence_keep__keeps_those_of_the_lost__unless_the_owner_greets_them(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = hilde(db);
    gint64 deed = lose(db, customer, "says", false);
    assert_int_equal(days_of(db, customer), 0);
    people_undo(db, deed);
    lose(db, customer, "moved", true);
    assert_int_equal(days_of(db, customer), 2);
}

static void silence_keep__ends__when_they_come_back(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 customer = hilde(db);
    lose(db, customer, "stays_away", false);
    Deed *deed = people_begin(db);
    expect_done(loss_come_back(deed, customer, today, NULL, &error), error);
    people_commit(deed);
    assert_int_equal(days_of(db, customer), 2);
}

/* Kurt has a card of his own, and the two a wedding day. */
static void silence_keep__follows_whose_day_it_is__on_the_cards_of_others(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    const Person man = {.number = "2", .given = "Kurt", .family = "Wagner"};
    gint64 woman = hilde(db), kurt = people_add(db, &man);
    Deed *deed = people_begin(db);
    g_autoptr(GPtrArray) relations =
        record_list(db, &relation_type, "WHERE customer_id = $1", DB_VALUES(db_int(woman)), &error);
    expect_done(relations != NULL && relations->len == 1, error);
    Relation *relation = g_ptr_array_index(relations, 0);
    relation->other_customer_id = kurt;
    expect_done(record_update(deed, relation, &error), error);
    Occasion *wedding = record_new(&occasion_type);
    wedding->customer_id = woman;
    record_set_text(&wedding->kind, "wedding");
    occasion_set_day(wedding, (Day){1980, 3, 1});
    expect_done(record_insert(deed, wedding, &error), error);
    record_free(wedding);
    people_commit(deed);
    assert_int_equal(days_of(db, woman), 3);

    gint64 gone = lose(db, kurt, "stays_away", false);
    assert_int_equal(days_of(db, woman), 2);
    people_undo(db, gone);
    gone = lose(db, kurt, "died", false);
    assert_int_equal(days_of(db, woman), 1);
    people_undo(db, gone);
    assert_int_equal(days_of(db, woman), 3);
}

/* More days than one statement asks about. */
static void silence_keep__finds_the_silent_ones__among_many(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 ids[60];
    Deed *deed = people_begin(db);
    for (guint i = 0; i < G_N_ELEMENTS(ids); i++) {
        const Person person = {.given = "Lea", .family = "Berg", .birthday = "1990-03-01"};
        ids[i] = people_add_in(deed, &person);
    }
    people_commit(deed);
    lose(db, ids[0], "died", false);
    lose(db, ids[30], "says", false);
    lose(db, ids[59], "moved", false);
    g_autoptr(GPtrArray) all = due_list(db, today, today, NULL, LEAP_ON_28_FEBRUARY, &error);
    expect_done(all != NULL, error);
    assert_int_equal(all->len, 57);
    for (guint i = 0; i < all->len; i++) {
        gint64 id = ((const Due *)g_ptr_array_index(all, i))->customer->head.id;
        assert_true(id != ids[0] && id != ids[30] && id != ids[59]);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(silence_keep__keeps_all_days_of_the_dead),
        cmocka_unit_test(silence_keep__keeps_those_of_the_lost__unless_the_owner_greets_them),
        cmocka_unit_test(silence_keep__ends__when_they_come_back),
        cmocka_unit_test(silence_keep__follows_whose_day_it_is__on_the_cards_of_others),
        cmocka_unit_test(silence_keep__finds_the_silent_ones__among_many),
    };
    return fixture_for_each_engine("silence", tests, G_N_ELEMENTS(tests));
}

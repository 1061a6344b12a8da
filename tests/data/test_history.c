/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed, by whom and when. */
#include "data/history/history.h"

#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/customer/contact.h"
#include "data/customer/customer.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/diary/visit.h"
#include "data/records.h"

#include <string.h>

enum { LINES = 100, MANY = 10000, IN_A_DEED = 50, MANY_MOST_MS = 1000 };

/* ---- what the tests do ---- */

static Fixture *furnished(void **state)
{
    Fixture *fixture = *state;
    people_furnish(fixture->db);
    return fixture;
}

/* A deed of the clerk's at the branch. */
static Deed *begin(Db *db, gint64 clerk, gint64 branch, const char *verb)
{
    g_autoptr(GError) error = NULL;
    Who who = people_who(clerk);
    who.branch_id = branch;
    Deed *deed = deed_begin(db, &who, verb, &error);
    expect_done(deed != NULL, error);
    return deed;
}

static gint64 note(Db *db, gint64 customer, const char *kind, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, &error);
    expect_done(kinds != NULL, error);
    Fact *fact = record_new(&fact_type);
    fact->customer_id = customer;
    fact->kind_id = fact_kind_by_code(kinds, kind)->head.id;
    record_set_text(&fact->words, words);
    Deed *deed = begin(db, 0, 0, "adding a note");
    bool done = record_insert(deed, fact, &error);
    gint64 id = fact->head.id;
    record_free(fact);
    expect_done(done, error);
    people_commit(deed);
    return id;
}

static gint64 reword(Db *db, gint64 fact_id, const char *words)
{
    g_autoptr(GError) error = NULL;
    Fact *fact = record_load(db, &fact_type, fact_id, &error);
    expect_done(fact != NULL, error);
    record_set_text(&fact->words, words);
    Deed *deed = begin(db, 0, 0, "changing a note");
    bool done = record_update(deed, fact, &error);
    record_free(fact);
    expect_done(done, error);
    return people_commit(deed);
}

static gint64 drop(Db *db, const RecordType *type, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = begin(db, 0, 0, "removing");
    expect_done(record_remove(deed, type, id, &error), error);
    return people_commit(deed);
}

/* ---- what they look at ---- */

static GPtrArray *history(Db *db, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *list = history_of_customer(db, customer, 0, LINES, LINES, &error);
    expect_done(list != NULL, error);
    return list;
}

static const HistoryDeed *deed_at(const GPtrArray *list, guint index)
{
    assert_true(index < list->len);
    return g_ptr_array_index(list, index);
}

static void expect_summary(const GPtrArray *list, guint index, const char *wanted)
{
    g_autofree char *found = history_summary(deed_at(list, index));
    assert_string_equal(found, wanted);
}

static void expect_verb(const GPtrArray *list, guint index, const char *wanted)
{
    g_autofree char *found = history_verb(deed_at(list, index));
    assert_string_equal(found, wanted);
}

/* ---- the tests ---- */

static void history__tells_what_from_what_to_what__newest_first(void **state)
{
    Db *db = furnished(state)->db;
    gint64 hilde = people_add(db, &(Person){.given = "Hilde", .family = "Wagner"});
    gint64 fact = note(db, hilde, "likes", "strawberries");
    reword(db, fact, "cherries");
    drop(db, &fact_type, fact);
    g_autoptr(GPtrArray) list = history(db, hilde);
    assert_int_equal(list->len, 4);
    expect_summary(list, 0, "Likes: cherries");
    expect_summary(list, 1, "Likes: cherries (Fact strawberries → cherries)");
    expect_summary(list, 2, "Likes: strawberries");
    expect_summary(list, 3, "customer Hilde Wagner");
    expect_verb(list, 2, "adding a note");
    const HistoryLine *gone = g_ptr_array_index(deed_at(list, 0)->lines, 0);
    assert_int_equal(gone->what, HISTORY_REMOVED);
    const HistoryLine *new = g_ptr_array_index(deed_at(list, 2)->lines, 0);
    assert_int_equal(new->what, HISTORY_ADDED);
}

static void history__tells_who_and_where__of_each_deed(void **state)
{
    Db *db = furnished(state)->db;
    gint64 clerk = people_add_clerk(db, "Lina B."), branch = people_add_branch(db, "Markt");
    Deed *deed = begin(db, clerk, branch, "adding a customer");
    gint64 id = people_add_in(deed, &(Person){.family = "Ott"});
    people_commit(deed);
    g_autoptr(GPtrArray) list = history(db, id);
    assert_string_equal(deed_at(list, 0)->clerk, "Lina B.");
    assert_string_equal(deed_at(list, 0)->branch, "Markt");
    assert_string_equal(deed_at(list, 0)->at, FIXTURE_NOW);
}

static void history__says_values_as_people_read_them__not_as_they_are_stored(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = furnished(state)->db;
    gint64 clerk = people_add_clerk(db, "Lina B.");
    gint64 id = people_add(db, &(Person){.family = "Ott"});
    Customer *customer = record_load(db, &customer_type, id, &error);
    expect_done(customer != NULL, error);
    customer->clerk_id = clerk;
    record_set_text(&customer->address_form, "du");
    record_set_text(&customer->since, "2014-05");
    Deed *deed = begin(db, 0, 0, "changing a customer");
    bool done = record_update(deed, customer, &error);
    record_free(customer);
    expect_done(done, error);
    people_commit(deed);
    g_autoptr(GPtrArray) list = history(db, id);
    expect_summary(list, 0,
                   "Ott (Formal or informal – → informal, Customer since – → May 2014, Looked "
                   "after by – → Lina B.)");
}

static void history__tells_money_and_articles__of_a_visit(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = furnished(state)->db;
    gint64 id = people_add(db, &(Person){.family = "Ott"}), visit = 0;
    const OrderItem item = {.name = "Brezel", .quantity = 2, .amount = RECORD_NONE};
    VisitOrder order = visit_order(id, "2026-02-28");
    order.amount = 540;
    order.items = &item;
    order.items_count = 1;
    Deed *deed = begin(db, 0, 0, "noting a visit");
    expect_done(visit_add(deed, &order, &visit, NULL, &error), error);
    people_commit(deed);
    g_autoptr(GPtrArray) list = history(db, id);
    expect_summary(list, 0, "28 February 2026 · bought article 2 × Brezel");
    const HistoryLine *line = g_ptr_array_index(deed_at(list, 0)->lines, 0);
    bool has_amount = false;
    for (guint i = 0; i < line->fields->len; i++) {
        const HistoryField *field = g_ptr_array_index(line->fields, i);
        has_amount = has_amount || (strcmp(field->label, "Amount") == 0 &&
                                    strcmp(field->after, "€5.40") == 0 && field->before == NULL);
    }
    assert_true(has_amount);
}

static void history__tells_what_came_with_a_list__of_each_customer_alone(void **state)
{
    Db *db = furnished(state)->db;
    Deed *deed = begin(db, 0, 0, "taking over a list");
    gint64 anna = people_add_in(deed, &(Person){.family = "Ott", .facts = "likes: tea"});
    gint64 bert = people_add_in(deed, &(Person){.family = "Klein", .facts = "likes: jazz"});
    gint64 carl = people_add_in(deed, &(Person){.family = "Berg"});
    people_commit(deed);
    g_autoptr(GPtrArray) hers = history(db, anna);
    g_autoptr(GPtrArray) his = history(db, bert);
    g_autoptr(GPtrArray) other = history(db, carl);
    assert_int_equal(hers->len, 1);
    expect_summary(hers, 0, "customer Ott · Likes: tea");
    expect_summary(his, 0, "customer Klein · Likes: jazz");
    expect_summary(other, 0, "customer Berg");
}

static void history__keeps_what_came_with_a_list__when_it_went_since(void **state)
{
    Db *db = furnished(state)->db;
    Deed *deed = begin(db, 0, 0, "taking over a list");
    people_add_in(deed, &(Person){.family = "Ott", .facts = "likes: tea"});
    gint64 bert = people_add_in(deed, &(Person){.family = "Klein", .facts = "likes: jazz"});
    people_commit(deed);
    gint64 fact =
        people_number(db, "SELECT id FROM fact WHERE customer_id = $1", DB_VALUES(db_int(bert)));
    gint64 removal = drop(db, &fact_type, fact);
    g_autoptr(GPtrArray) list = history(db, bert);
    assert_int_equal(list->len, 2);
    expect_summary(list, 0, "Likes: jazz");
    expect_summary(list, 1, "customer Klein · Likes: jazz");
    /* Back again, by another deed than the one it came with. */
    people_undo(db, removal);
    g_autoptr(GPtrArray) again = history(db, bert);
    assert_int_equal(again->len, 3);
    expect_verb(again, 0, "taken back: removing");
    expect_summary(again, 0, "Likes: jazz");
    assert_true(deed_at(again, 1)->is_undone);
    expect_summary(again, 2, "customer Klein · Likes: jazz");
}

static void history__tells_the_turns__of_what_is_taken_back_and_done_again(void **state)
{
    Db *db = furnished(state)->db;
    gint64 id = people_add(db, &(Person){.family = "Ott"});
    gint64 fact = note(db, id, "likes", "tea"), deed = reword(db, fact, "coffee");
    gint64 back = people_undo(db, deed);
    people_undo(db, back);
    g_autoptr(GPtrArray) list = history(db, id);
    assert_int_equal(list->len, 5);
    assert_int_equal(deed_at(list, 0)->turn, HISTORY_DONE_AGAIN);
    assert_int_equal(deed_at(list, 1)->turn, HISTORY_TAKEN_BACK);
    assert_int_equal(deed_at(list, 2)->turn, HISTORY_DONE);
    assert_true(deed_at(list, 1)->is_undone);
    assert_false(deed_at(list, 2)->is_undone);
    expect_verb(list, 0, "done again: changing a note");
    expect_summary(list, 1, "Likes: tea (Fact coffee → tea)");
    expect_summary(list, 0, "Likes: coffee (Fact tea → coffee)");
}

static void history__pages__without_a_gap_or_a_double(void **state)
{
    Db *db = furnished(state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = people_add(db, &(Person){.family = "Ott"}), before = 0, last = G_MAXINT64;
    gint64 fact = note(db, id, "likes", "0");
    guint found = 0;
    for (guint i = 1; i <= 23; i++) {
        g_autofree char *words = g_strdup_printf("%u", i);
        reword(db, fact, words);
    }
    for (guint got = 7; got == 7;) {
        g_autoptr(GPtrArray) page = history_of_customer(db, id, before, 7, LINES, &error);
        expect_done(page != NULL, error);
        got = page->len;
        for (guint i = 0; i < got; i++, found++) {
            before = deed_at(page, i)->id;
            assert_true(before < last);
            last = before;
        }
    }
    assert_int_equal(found, 25);
}

static void history__leaves_out_what_is_too_much__and_says_how_many(void **state)
{
    Db *db = furnished(state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = people_add(db, &people_hilde);
    g_autoptr(GPtrArray) page = history_of_customer(db, id, 0, 1, 2, &error);
    expect_done(page != NULL, error);
    g_autoptr(GPtrArray) all = history(db, id);
    const HistoryDeed *deed = deed_at(page, 0);
    assert_int_equal(deed->lines->len, 2);
    assert_int_equal(deed->left_out, deed_at(all, 0)->lines->len - 2);
    assert_int_equal(deed_at(all, 0)->left_out, 0);
}

static void history_of_shop__names_nobodys_health__and_whom_it_was_about(void **state)
{
    Db *db = furnished(state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = people_add(db, &(Person){.given = "Hilde", .family = "Wagner"});
    gint64 fact = note(db, id, "allergy", "walnuts");
    reword(db, fact, "hazelnuts");
    g_autoptr(GPtrArray) list = history_of_shop(db, 0, LINES, LINES, &error);
    expect_done(list != NULL, error);
    expect_summary(list, 0, "note (sensitive)");
    assert_string_equal(deed_at(list, 0)->whom, "Hilde Wagner");
    g_autoptr(HistoryDeed) one = history_load(db, deed_at(list, 1)->id, 0, LINES, &error);
    expect_done(one != NULL, error);
    const HistoryLine *line = g_ptr_array_index(one->lines, 0);
    assert_true(line->is_sensitive);
    assert_null(line->call);
    assert_int_equal(line->fields->len, 0);
    g_autoptr(GPtrArray) hers = history(db, id);
    expect_summary(hers, 0, "Allergy: hazelnuts (Fact walnuts → hazelnuts)");
}

static void history_of_shop__counts_customers__of_a_deed_about_several(void **state)
{
    Db *db = furnished(state)->db;
    g_autoptr(GError) error = NULL;
    Deed *deed = begin(db, 0, 0, "taking over a list");
    for (guint i = 0; i < 12; i++) {
        people_add_in(deed, &(Person){.family = "Ott"});
    }
    people_commit(deed);
    g_autoptr(GPtrArray) list = history_of_shop(db, 0, 1, 3, &error);
    expect_done(list != NULL, error);
    assert_int_equal(deed_at(list, 0)->customers, 12);
    assert_null(deed_at(list, 0)->whom);
    assert_int_equal(deed_at(list, 0)->lines->len, 3);
}

/* Every column that is told has a label in words. */
static void history__never_names_a_column__of_any_table(void **state)
{
    (void)state;
    for (guint i = 0; records[i] != NULL; i++) {
        for (guint k = 0; k < records[i]->fields_count; k++) {
            const Field *field = &records[i]->fields[k];
            assert_true(field->label == NULL || strchr(field->label, '_') == NULL);
            assert_true(field->label == NULL || strcmp(field->label, field->column) != 0);
        }
    }
}

static void history__of_nobody__is_empty(void **state)
{
    Db *db = furnished(state)->db;
    g_autoptr(GPtrArray) list = history(db, 4711);
    assert_int_equal(list->len, 0);
    g_autoptr(GError) error = NULL;
    assert_null(history_load(db, 4711, 0, LINES, &error));
    expect_fault(error, FAULT_MISSING);
}

/* A customer of ten thousand changes among others. */
static void history__stays_quick__with_ten_thousand_changes(void **state)
{
    Db *db = furnished(state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = people_add(db, &(Person){.family = "Ott"});
    gint64 fact = note(db, id, "likes", "0");
    for (guint i = 0; i < MANY / IN_A_DEED; i++) {
        Deed *deed = begin(db, 0, 0, "changing a note");
        for (guint k = 0; k < IN_A_DEED; k++) {
            Fact *row = record_load(db, &fact_type, fact, &error);
            expect_done(row != NULL, error);
            g_autofree char *words = g_strdup_printf("%u", i * IN_A_DEED + k + 1);
            record_set_text(&row->words, words);
            bool done = record_update(deed, row, &error);
            record_free(row);
            expect_done(done, error);
        }
        people_commit(deed);
    }
    gint64 begun = g_get_monotonic_time();
    g_autoptr(GPtrArray) page = history_of_customer(db, id, 0, 100, 3, &error);
    expect_done(page != NULL, error);
    assert_true((g_get_monotonic_time() - begun) / 1000 < MANY_MOST_MS);
    expect_summary(page, 0, "Likes: 10000 (Fact 9950 → 10000)");
    expect_summary(page, 99, "Likes: 5050 (Fact 5000 → 5050)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(history__tells_what_from_what_to_what__newest_first),
        cmocka_unit_test(history__tells_who_and_where__of_each_deed),
        cmocka_unit_test(history__says_values_as_people_read_them__not_as_they_are_stored),
        cmocka_unit_test(history__tells_money_and_articles__of_a_visit),
        cmocka_unit_test(history__tells_what_came_with_a_list__of_each_customer_alone),
        cmocka_unit_test(history__keeps_what_came_with_a_list__when_it_went_since),
        cmocka_unit_test(history__tells_the_turns__of_what_is_taken_back_and_done_again),
        cmocka_unit_test(history__pages__without_a_gap_or_a_double),
        cmocka_unit_test(history__leaves_out_what_is_too_much__and_says_how_many),
        cmocka_unit_test(history_of_shop__names_nobodys_health__and_whom_it_was_about),
        cmocka_unit_test(history_of_shop__counts_customers__of_a_deed_about_several),
        cmocka_unit_test(history__never_names_a_column__of_any_table),
        cmocka_unit_test(history__of_nobody__is_empty),
        cmocka_unit_test(history__stays_quick__with_ten_thousand_changes),
    };
    return fixture_for_each_engine("history", tests, G_N_ELEMENTS(tests));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lost customers: marking, asking, coming back, who may be lost. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/diary/loss.h"
#include "data/diary/lossreason.h"
#include "data/diary/visit.h"

#include <string.h>

static const Day today = {2026, 3, 1};

static gint64 someone(Db *db, const char *number, const char *family)
{
    const Person person = {.number = number, .given = "Hilde", .family = family};
    return people_add(db, &person);
}

static Loss *new_loss(gint64 customer, const char *day, const char *how)
{
    Loss *loss = record_new(&loss_type);
    loss->customer_id = customer;
    record_set_text(&loss->day, day);
    record_set_text(&loss->how, how);
    return loss;
}

/* Stores LOSS, which it takes; the deed. */
static gint64 store(Db *db, Loss *loss)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(loss_save(deed, loss, today, &error), error);
    record_free(loss);
    return people_commit(deed);
}

static gint64 lose(Db *db, gint64 customer, const char *how)
{
    return store(db, new_loss(customer, "2026-02-01", how));
}

static Loss *current(Db *db, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    Loss *loss = NULL;
    expect_done(loss_current(db, customer, &loss, &error), error);
    return loss;
}

static bool is_lost(Db *db, gint64 customer)
{
    Loss *loss = current(db, customer);
    bool lost = loss != NULL;
    record_free(loss);
    return lost;
}

static void visit_in(Deed *deed, gint64 customer, Day day, gint64 amount)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = day_to_text(day);
    Visit *visit = record_new(&visit_type);
    visit->customer_id = customer;
    visit->amount = amount;
    record_set_text(&visit->kind, "visit");
    record_set_text(&visit->channel, "counter");
    record_set_text(&visit->day, text);
    expect_done(record_insert(deed, visit, &error), error);
    record_free(visit);
}

/* COUNT visits every RHYTHM days, the last one AWAY days ago, each for 10.00. */
static void come(Db *db, gint64 customer, int count, int rhythm, int away)
{
    Deed *deed = people_begin(db);
    for (int i = 0; i < count; i++) {
        visit_in(deed, customer, day_plus(today, -away - i * rhythm), 1000);
    }
    people_commit(deed);
}

/* ---- marking ---- */

static void loss_save__takes_one_loss_at_a_time__and_another_after_coming_back(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner");
    lose(db, hilde, "says");
    Loss *second = new_loss(hilde, "2026-03-01", "moved");
    Deed *deed = people_begin(db);
    assert_false(loss_save(deed, second, today, &error));
    expect_fault(error, FAULT_TAKEN);
    deed_free(deed);
    g_clear_error(&error);

    deed = people_begin(db);
    bool was_lost = false;
    expect_done(loss_come_back(deed, hilde, today, &was_lost, &error), error);
    assert_true(was_lost);
    people_commit(deed);
    assert_false(is_lost(db, hilde));
    deed = people_begin(db);
    expect_done(loss_come_back(deed, hilde, today, &was_lost, &error), error);
    assert_false(was_lost);
    assert_int_equal(people_commit(deed), 0);

    store(db, second);
    Loss *loss = current(db, hilde);
    assert_string_equal(loss->how, "moved");
    record_free(loss);
}

static void loss_save__is_taken_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner");
    g_autofree char *before = people_dump(db);
    gint64 undo = people_undo(db, lose(db, hilde, "died"));
    g_autofree char *after = people_dump(db);
    assert_string_equal(before, after);
    people_undo(db, undo);
    assert_true(is_lost(db, hilde));
    people_expect_sound(db);
}

static void deed_undo__of_coming_back__is_refused__while_another_loss_stands(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 hilde = someone(db, "1001", "Wagner");
    const Who who = people_who(0);
    lose(db, hilde, "says");
    Deed *deed = people_begin(db);
    expect_done(loss_come_back(deed, hilde, today, NULL, &error), error);
    gint64 back = people_commit(deed);
    gint64 again = lose(db, hilde, "moved");
    assert_false(deed_undo(db, &who, back, NULL, &error));
    expect_fault(error, FAULT_CONFLICT);
    Loss *loss = current(db, hilde);
    assert_string_equal(loss->how, "moved");
    record_free(loss);
    people_undo(db, again);
    people_undo(db, back);
    assert_true(is_lost(db, hilde));
}

static void loss_save__asks_nothing_of_the_dead(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner");
    Loss *loss = new_loss(hilde, "2026-02-01", "died");
    record_set_text(&loss->ask_day, "2026-02-20");
    record_set_text(&loss->attempt, "Gutschein");
    record_set_text(&loss->result, "came_back");
    loss->is_greeted = 1;
    store(db, loss);
    loss = current(db, hilde);
    assert_non_null(loss);
    assert_null(loss->ask_day);
    assert_null(loss->attempt);
    assert_null(loss->result);
    assert_int_equal(loss->is_greeted, 0);
    assert_true(loss_is_death(loss));
    record_free(loss);
}

static void loss_save__refuses_what_is_none(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner");
    static const char *const cases[][3] = {
        {"2026-02", "says", NULL},        {NULL, "says", NULL},
        {"2026-02-01", "vanished", NULL}, {"2026-02-01", NULL, NULL},
        {"2026-02-01", "says", "maybe"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Deed) deed = people_begin(db);
        Loss *loss = new_loss(hilde, cases[i][0], cases[i][1]);
        record_set_text(&loss->result, cases[i][2]);
        assert_false(loss_save(deed, loss, today, &error));
        expect_fault(error, FAULT_REFUSED);
        record_free(loss);
    }
}

static void loss_save__ends_the_loss__when_the_try_brought_them_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner");
    Loss *loss = new_loss(hilde, "2026-02-01", "says");
    record_set_text(&loss->attempt, "Gutschein");
    store(db, loss);
    loss = current(db, hilde);
    assert_string_equal(loss->result, "open");
    record_set_text(&loss->result, "came_back");
    record_set_text(&loss->attempt_day, "2026-02-20");
    store(db, loss);
    assert_false(is_lost(db, hilde));
    g_autoptr(GPtrArray) back = loss_list(db, LOSS_BACK, 0, 10, NULL);
    assert_int_equal(back->len, 1);
    assert_string_equal(((const Loss *)g_ptr_array_index(back, 0))->back_day, "2026-02-20");
}

/* ---- visits ---- */

static void loss_follow_visit__brings_back__only_who_stayed_away(void **state)
{
    static const struct {
        const char *how, *day;
        bool is_lost;
    } cases[] = {
        {"stays_away", "2026-02-01", false}, {"stays_away", "2026-01-31", true},
        {"says", "2026-03-01", true},        {"moved", "2026-03-01", true},
        {"died", "2026-03-01", true},
    };
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        Day day;
        char number[] = {(char)('1' + i), '\0'};
        gint64 customer = someone(db, number, "Wagner");
        lose(db, customer, cases[i].how);
        assert_true(day_from_text(cases[i].day, &day));
        Deed *deed = people_begin(db);
        expect_done(loss_follow_visit(deed, customer, day, &error), error);
        people_commit(deed);
        assert_int_equal(is_lost(db, customer), cases[i].is_lost);
    }
}

static void visit_add__brings_back_who_stayed_away__and_taking_it_back_loses_them(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner"), id = 0;
    lose(db, hilde, "stays_away");
    const VisitOrder order = visit_order(hilde, "2026-03-01");
    Deed *deed = people_begin(db);
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    gint64 number = people_commit(deed);
    assert_false(is_lost(db, hilde));
    people_undo(db, number);
    assert_true(is_lost(db, hilde));

    VisitOrder back = order;
    back.kind = "return";
    deed = people_begin(db);
    expect_done(visit_add(deed, &back, &id, NULL, &error), error);
    people_commit(deed);
    assert_true(is_lost(db, hilde));
}

static void loss_follow_visits__brings_back__all_who_came_again(void **state)
{
    static const char *const hows[] = {"stays_away", "stays_away", "says", "died"};
    static const Day days[] = {{2026, 2, 10}, {2026, 2, 1}, {2026, 2, 10}, {2026, 2, 10}};
    static const bool lost[] = {false, true, true, true};
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 ids[G_N_ELEMENTS(hows)];
    for (guint i = 0; i < G_N_ELEMENTS(hows); i++) {
        char number[] = {(char)('1' + i), '\0'};
        ids[i] = someone(db, number, "Wagner");
        lose(db, ids[i], hows[i]);
    }
    Deed *deed = people_begin(db);
    for (guint i = 0; i < G_N_ELEMENTS(hows); i++) {
        visit_in(deed, ids[i], days[i], 100);
    }
    visit_in(deed, ids[0], today, 100);
    expect_done(loss_follow_visits(deed, &error), error);
    gint64 number = people_commit(deed);
    for (guint i = 0; i < G_N_ELEMENTS(hows); i++) {
        assert_int_equal(is_lost(db, ids[i]), lost[i]);
    }
    g_autoptr(GPtrArray) back = loss_list(db, LOSS_BACK, 0, 10, NULL);
    assert_int_equal(back->len, 1);
    assert_string_equal(((const Loss *)g_ptr_array_index(back, 0))->back_day, "2026-02-10");
    people_undo(db, number);
    assert_true(is_lost(db, ids[0]));
}

static void loss_year_value__is_what_their_last_year_came_to(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner"), kurt = someone(db, "2", "Ott"), value = 0;
    Deed *deed = people_begin(db);
    visit_in(deed, hilde, (Day){2025, 6, 1}, 1250);
    visit_in(deed, hilde, (Day){2024, 6, 2}, 750);
    visit_in(deed, hilde, (Day){2024, 6, 1}, 99900);
    visit_in(deed, kurt, (Day){2025, 6, 1}, RECORD_NONE);
    people_commit(deed);
    expect_done(loss_year_value(db, hilde, &value, &error), error);
    assert_int_equal(value, 2000);
    expect_done(loss_year_value(db, kurt, &value, &error), error);
    assert_true(value == RECORD_NONE);
    expect_done(loss_year_value(db, someone(db, "3", "Neu"), &value, &error), error);
    assert_true(value == RECORD_NONE);
}

/* "1 usually 7, 40 away; …" */
static char *told(const GPtrArray *candidates)
{
    GString *text = g_string_new(NULL);
    assert_non_null(candidates);
    for (guint i = 0; i < candidates->len; i++) {
        const LossCandidate *one = g_ptr_array_index(candidates, i);
        g_string_append_printf(text, "%s%s usually %d, %d away", i > 0 ? "; " : "",
                               one->customer->number, (int)one->rhythm, one->away);
    }
    return g_string_free(text, FALSE);
}

static void expect_candidates(Db *db, guint limit, const char *wanted)
{
    g_autoptr(GPtrArray) candidates = loss_candidates(db, today, 0, limit, NULL);
    g_autofree char *text = told(candidates);
    assert_string_equal(text, wanted);
}

static void loss_candidates__are_those_beyond_their_rhythm__worst_first(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 weekly = someone(db, "1", "Wagner"), monthly = someone(db, "2", "Ott");
    gint64 loyal = someone(db, "3", "Berg"), seldom = someone(db, "4", "Klein");
    come(db, weekly, 8, 7, 40);
    come(db, monthly, 6, 30, 140);
    come(db, loyal, 8, 7, 6);
    come(db, seldom, 2, 7, 90);
    expect_candidates(db, 10, "1 usually 7, 40 away; 2 usually 30, 140 away");
    expect_candidates(db, 1, "1 usually 7, 40 away");
    gint64 deed = lose(db, weekly, "stays_away");
    expect_candidates(db, 10, "2 usually 30, 140 away");
    people_undo(db, deed);
    expect_candidates(db, 10, "1 usually 7, 40 away; 2 usually 30, 140 away");
}

/* ---- lists ---- */

static guint count(GPtrArray *list)
{
    assert_non_null(list);
    guint length = list->len;
    g_ptr_array_unref(list);
    return length;
}

static void loss_list__filters(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 asked = someone(db, "1", "Wagner"), back = someone(db, "4", "Berg");
    lose(db, someone(db, "2", "Ott"), "died");
    lose(db, someone(db, "3", "Klein"), "moved");
    lose(db, back, "says");
    Loss *loss = new_loss(asked, "2026-02-01", "says");
    record_set_text(&loss->ask_day, "2026-03-01");
    store(db, loss);
    Deed *deed = people_begin(db);
    expect_done(loss_come_back(deed, back, today, NULL, &error), error);
    people_commit(deed);
    assert_int_equal(count(loss_list(db, LOSS_STANDS, 0, 10, NULL)), 2);
    assert_int_equal(count(loss_list(db, LOSS_STANDS, 0, 1, NULL)), 1);
    assert_int_equal(count(loss_list(db, LOSS_ASKED, 0, 10, NULL)), 1);
    assert_int_equal(count(loss_list(db, LOSS_BACK, 0, 10, NULL)), 1);
    assert_int_equal(count(loss_list(db, LOSS_DEAD, 0, 10, NULL)), 1);
    assert_int_equal(count(loss_ask_due(db, day_plus(today, -1), 10, NULL)), 0);
    assert_int_equal(count(loss_ask_due(db, today, 10, NULL)), 1);
    loss = current(db, asked);
    record_set_text(&loss->outcome, "zu teuer");
    store(db, loss);
    assert_int_equal(count(loss_ask_due(db, today, 10, NULL)), 0);
    assert_int_equal(count(loss_list(db, LOSS_ASKED, 0, 10, NULL)), 0);
}

/* ---- reasons ---- */

static void loss_reasons__come_in_three_families__and_count_their_uses(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GPtrArray) reasons = wordlist_all(db, &loss_reasons, &error);
    expect_done(reasons != NULL, error);
    assert_int_equal(reasons->len, loss_reasons.builtin_count);
    for (guint i = 0; loss_families[i].code != NULL; i++) {
        guint of_family = 0;
        for (guint j = 0; j < reasons->len; j++) {
            const LossReason *reason = g_ptr_array_index(reasons, j);
            of_family += strcmp(reason->family, loss_families[i].code) == 0;
        }
        assert_in_range(of_family, 6, 12);
    }
    gint64 price = wordlist_by_code(reasons, "price")->head.id;
    gint64 quality = wordlist_by_code(reasons, "quality")->head.id;
    Loss *loss = new_loss(someone(db, "1", "Wagner"), "2026-02-01", "says");
    loss->reason_id = loss->real_reason_id = price;
    store(db, loss);
    loss = new_loss(someone(db, "2", "Ott"), "2026-02-01", "says");
    loss->reason_id = price;
    loss->real_reason_id = quality;
    store(db, loss);
    g_autoptr(GHashTable) uses = wordlist_uses(db, &loss_reasons, &error);
    expect_done(uses != NULL, error);
    assert_int_equal(*(const gint64 *)g_hash_table_lookup(uses, &price), 2);
    assert_int_equal(*(const gint64 *)g_hash_table_lookup(uses, &quality), 1);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(loss_save__takes_one_loss_at_a_time__and_another_after_coming_back),
        cmocka_unit_test(loss_save__is_taken_back),
        cmocka_unit_test(deed_undo__of_coming_back__is_refused__while_another_loss_stands),
        cmocka_unit_test(loss_save__asks_nothing_of_the_dead),
        cmocka_unit_test(loss_save__refuses_what_is_none),
        cmocka_unit_test(loss_save__ends_the_loss__when_the_try_brought_them_back),
        cmocka_unit_test(loss_follow_visit__brings_back__only_who_stayed_away),
        cmocka_unit_test(visit_add__brings_back_who_stayed_away__and_taking_it_back_loses_them),
        cmocka_unit_test(loss_follow_visits__brings_back__all_who_came_again),
        cmocka_unit_test(loss_year_value__is_what_their_last_year_came_to),
        cmocka_unit_test(loss_candidates__are_those_beyond_their_rhythm__worst_first),
        cmocka_unit_test(loss_list__filters),
        cmocka_unit_test(loss_reasons__come_in_three_families__and_count_their_uses),
    };
    return fixture_for_each_engine("loss", tests, G_N_ELEMENTS(tests));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Branches: whose customer somebody is, and what the list of one branch has. */
#include "tests/data/people.h"

#include "data/agenda/todo.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/diary/feedbacklist.h"
#include "data/diary/loss.h"
#include "data/diary/promise.h"
#include "data/diary/sums.h"
#include "data/diary/timeline.h"
#include "data/diary/visit.h"
#include "data/diary/wish.h"
#include "data/lookup/roster.h"

#include <string.h>

static const Day today = {2026, 3, 1};

/* Where CLERK works. */
static void place(Db *db, gint64 clerk_id, gint64 branch_id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Clerk *clerk = record_load(db, &clerk_type, clerk_id, &error);
    expect_done(clerk != NULL, error);
    clerk->branch_id = branch_id;
    expect_done(record_update(deed, clerk, &error), error);
    record_free(clerk);
    people_commit(deed);
}

static gint64 somebody(Db *db, const char *family)
{
    const Person person = {.family = family};
    return people_add(db, &person);
}

/* The visit; its deed into *NUMBER (may be NULL). */
static void come(Db *db, gint64 customer_id, const char *day, gint64 branch_id, gint64 *number)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    VisitOrder order = visit_order(customer_id, day);
    order.branch_id = branch_id;
    Deed *deed = people_begin(db);
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    gint64 done = people_commit(deed);
    if (number != NULL) {
        *number = done;
    }
}

static gint64 branch_of(Db *db, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(VisitSum) sum = visit_sum_load(db, customer_id, &error);
    expect_done(sum != NULL, error);
    return sum->branch_id;
}

/* "Berg; Ott": the customers in the list of BRANCH_ID from FIRST on, and how many there are. */
static char *roster(Db *db, gint64 branch_id, gint64 first, guint count, gint64 total)
{
    g_autoptr(GError) error = NULL;
    Tally tally = {0};
    GString *text = g_string_new(NULL);
    g_autoptr(Roster) list = roster_load(db, &tally, branch_id, first, count, &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->total, total);
    for (guint i = 0; i < list->entries->len; i++) {
        const RosterEntry *entry = g_ptr_array_index(list->entries, i);
        g_string_append_printf(text, "%s%s", i > 0 ? "; " : "", entry->name);
    }
    return g_string_free(text, FALSE);
}

static void expect_text(char *text, const char *expected)
{
    assert_string_equal(text, expected);
    g_free(text);
}

static void visit_sum__says_whose_customer_somebody_is__by_most_of_the_last_visits(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 markt = people_add_branch(db, "Markt"), bahnhof = people_add_branch(db, "Bahnhof"),
           deed = 0;
    gint64 id = somebody(db, "Wagner");
    people_furnish(db);
    assert_int_equal(branch_of(db, id), 0);
    come(db, id, "2026-01-01", 0, NULL);
    assert_int_equal(branch_of(db, id), 0);
    come(db, id, "2026-01-02", markt, NULL);
    assert_int_equal(branch_of(db, id), markt);
    come(db, id, "2026-01-03", bahnhof, &deed);
    assert_int_equal(branch_of(db, id), bahnhof);
    people_expect_sound(db);
    people_undo(db, deed);
    assert_int_equal(branch_of(db, id), markt);
    come(db, id, "2026-01-04", markt, NULL);
    come(db, id, "2026-01-05", bahnhof, NULL);
    assert_int_equal(branch_of(db, id), markt);
    /* Fifty visits later nothing of that counts any more. */
    for (int day = 0; day < 50; day++) {
        g_autofree char *text = day_to_text(day_plus(today, day));
        come(db, id, text, day % 2 == 0 ? bahnhof : 0, NULL);
    }
    assert_int_equal(branch_of(db, id), bahnhof);
    people_expect_sound(db);
}

static void visit_sum__does_not_count_returns__as_being_there(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 markt = people_add_branch(db, "Markt"), id = somebody(db, "Wagner");
    g_autoptr(GError) error = NULL;
    gint64 visit = 0;
    people_furnish(db);
    VisitOrder order = visit_order(id, "2026-01-01");
    order.branch_id = markt;
    order.amount = -300;
    Deed *deed = people_begin(db);
    expect_done(visit_add(deed, &order, &visit, NULL, &error), error);
    people_commit(deed);
    assert_int_equal(branch_of(db, id), 0);
    people_expect_sound(db);
}

static void roster__is_a_list_of_its_own__for_each_branch(void **state)
{
    static const char *const names[] = {"Zorn", "Ott", "Berg", "Adler", "Müller", "Muth"};
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 markt = people_add_branch(db, "Markt"), bahnhof = people_add_branch(db, "Bahnhof");
    gint64 ids[G_N_ELEMENTS(names)], at = 0;
    bool fits = false;
    people_furnish(db);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        ids[i] = somebody(db, names[i]);
        if (i < 5) {
            come(db, ids[i], "2026-01-01", i % 2 == 0 ? markt : bahnhof, NULL);
        }
    }
    expect_text(roster(db, 0, 0, 10, 6), "Adler; Berg; Müller; Muth; Ott; Zorn");
    expect_text(roster(db, markt, 0, 10, 3), "Berg; Müller; Zorn");
    expect_text(roster(db, markt, 1, 1, 3), "Müller");
    expect_text(roster(db, bahnhof, 0, 10, 2), "Adler; Ott");
    expect_text(roster(db, 4711, 0, 10, 0), "");
    expect_done(roster_place(db, markt, ids[0], &at, &error), error);
    assert_int_equal(at, 2);
    expect_done(roster_place(db, bahnhof, ids[0], &at, &error), error);
    assert_int_equal(at, -1);
    expect_done(roster_seek(db, markt, "mu", &at, &fits, &error), error);
    assert_true(fits);
    assert_int_equal(at, 1);
    expect_done(roster_seek(db, bahnhof, "mu", &at, &fits, &error), error);
    assert_false(fits);
    assert_int_equal(at, 1);
    /* Who comes elsewhere from now on changes over. */
    come(db, ids[2], "2026-01-02", bahnhof, NULL);
    expect_text(roster(db, markt, 0, 10, 2), "Müller; Zorn");
    expect_text(roster(db, bahnhof, 0, 10, 3), "Adler; Berg; Ott");
    people_expect_sound(db);
}

/* A promise of today to CUSTOMER_ID. */
static void promise(Db *db, gint64 customer_id, gint64 clerk_id, const char *words)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Promise *promise = record_new(&promise_type);
    promise->customer_id = customer_id;
    promise->clerk_id = clerk_id;
    record_set_text(&promise->words, words);
    record_set_text(&promise->due_day, "2026-03-01");
    expect_done(promise_save(deed, promise, &error), error);
    record_free(promise);
    people_commit(deed);
}

static char *promises(Db *db, gint64 branch_id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = promise_list(db, false, branch_id, 10, &error);
    expect_done(list != NULL, error);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++) {
        g_string_append_printf(text, "%s%s", i > 0 ? "; " : "",
                               ((const Promise *)g_ptr_array_index(list, i))->words);
    }
    return g_string_free(text, FALSE);
}

static char *tasks(Db *db, gint64 branch_id)
{
    g_autoptr(GError) error = NULL;
    const TodoAsk ask = {.today = today, .until = today, .branch_id = branch_id};
    g_autoptr(GPtrArray) list = todo_list(db, &ask, NULL, &error);
    expect_done(list != NULL, error);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++) {
        g_string_append_printf(text, "%s%s", i > 0 ? "; " : "",
                               ((const TodoItem *)g_ptr_array_index(list, i))->words);
    }
    return g_string_free(text, FALSE);
}

static void promises__are_of_the_branch__of_who_sees_to_them_else_of_the_customer(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 markt = people_add_branch(db, "Markt"), bahnhof = people_add_branch(db, "Bahnhof");
    gint64 lina = people_add_clerk(db, "Lina"), emma = people_add_clerk(db, "Emma");
    gint64 berg = somebody(db, "Berg"), ott = somebody(db, "Ott");
    place(db, lina, markt);
    come(db, berg, "2026-02-20", bahnhof, NULL);
    promise(db, berg, lina, "Lina für Berg");
    promise(db, berg, emma, "Emma für Berg");
    promise(db, berg, 0, "wer da ist für Berg");
    promise(db, ott, emma, "Emma für Ott");
    const char *of_markt = "Lina für Berg; Emma für Ott";
    const char *of_bahnhof = "Emma für Berg; wer da ist für Berg; Emma für Ott";
    expect_text(promises(db, markt), of_markt);
    expect_text(promises(db, bahnhof), of_bahnhof);
    expect_text(promises(db, 0), "Lina für Berg; Emma für Berg; wer da ist für Berg; Emma für Ott");
    expect_text(tasks(db, markt), of_markt);
    expect_text(tasks(db, bahnhof), of_bahnhof);
}

static void losses__are_of_the_branch__of_the_customer(void **state)
{
    static const char *const days[] = {"2025-10-01", "2025-10-03", "2025-10-05", "2025-10-07"};
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    gint64 markt = people_add_branch(db, "Markt"), bahnhof = people_add_branch(db, "Bahnhof");
    gint64 berg = somebody(db, "Berg"), ott = somebody(db, "Ott");
    for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
        come(db, berg, days[i], markt, NULL);
        come(db, ott, days[i], bahnhof, NULL);
    }
    g_autoptr(GPtrArray) all = loss_candidates(db, today, 0, 10, &error);
    g_autoptr(GPtrArray) some = loss_candidates(db, today, bahnhof, 10, &error);
    assert_int_equal(all->len, 2);
    assert_int_equal(some->len, 1);
    assert_int_equal(((const LossCandidate *)g_ptr_array_index(some, 0))->customer->head.id, ott);
    Deed *deed = people_begin(db);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = ott;
    record_set_text(&loss->day, "2026-02-01");
    record_set_text(&loss->how, "says");
    expect_done(loss_save(deed, loss, today, &error), error);
    record_free(loss);
    people_commit(deed);
    g_autoptr(GPtrArray) here = loss_list(db, LOSS_STANDS, bahnhof, 10, &error);
    g_autoptr(GPtrArray) there = loss_list(db, LOSS_STANDS, markt, 10, &error);
    assert_int_equal(here->len, 1);
    assert_int_equal(there->len, 0);
}

/* Somebody says WORDS, a wish, in the branch. */
static void wish(Db *db, gint64 customer_id, gint64 branch_id, const char *words)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    FeedbackOrder order = feedback_order("2026-02-01");
    order.customer_id = customer_id;
    order.kind = "wish";
    order.words = words;
    order.touchpoint = "counter";
    order.branch_id = branch_id;
    Deed *deed = people_begin(db);
    expect_done(feedback_add(deed, &order, &id, &error), error);
    people_commit(deed);
}

static void feedback_and_wishes__are_of_the_branch__where_they_were_said(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    gint64 markt = people_add_branch(db, "Markt"), bahnhof = people_add_branch(db, "Bahnhof");
    gint64 berg = somebody(db, "Berg"), ott = somebody(db, "Ott");
    wish(db, berg, markt, "Dinkelbrot");
    wish(db, ott, bahnhof, "Dinkelbrot");
    wish(db, ott, bahnhof, "Hafermilch");
    const FeedbackFilter here = {.branch_id = bahnhof};
    const FeedbackFilter at_counter = {
        .is_grouped = true, .by = FEEDBACK_BY_TOUCHPOINT, .words = "counter", .branch_id = markt};
    g_autoptr(GPtrArray) said = feedback_list(db, &here, 10, &error);
    g_autoptr(GPtrArray) grouped = feedback_list(db, &at_counter, 10, &error);
    g_autoptr(GPtrArray) groups =
        feedback_groups(db, FEEDBACK_BY_TOUCHPOINT, bahnhof, NULL, 10, &error);
    assert_int_equal(said->len, 2);
    assert_int_equal(grouped->len, 1);
    assert_int_equal(((const FeedbackGroup *)g_ptr_array_index(groups, 0))->count, 2);
    g_autoptr(GPtrArray) all = wish_list(db, 0, 10, &error);
    g_autoptr(GPtrArray) there = wish_list(db, markt, 10, &error);
    assert_int_equal(all->len, 2);
    assert_int_equal(((const WishEntry *)g_ptr_array_index(all, 0))->asked, 2);
    assert_int_equal(there->len, 1);
    assert_int_equal(((const WishEntry *)g_ptr_array_index(there, 0))->asked, 1);
}

static void timeline__shows_what_happened_in_a_branch__and_counts_it(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    gint64 markt = people_add_branch(db, "Markt"), bahnhof = people_add_branch(db, "Bahnhof"),
           count = 0;
    gint64 berg = somebody(db, "Berg");
    come(db, berg, "2026-01-01", markt, NULL);
    come(db, berg, "2026-01-02", bahnhof, NULL);
    come(db, berg, "2026-01-03", bahnhof, NULL);
    wish(db, berg, bahnhof, "Dinkelbrot");
    promise(db, berg, 0, "anrufen");
    TimelinePlace begin = {0};
    g_autoptr(GPtrArray) first = timeline_page(db, berg, TIMELINE_ALL, bahnhof, &begin, 2, &error);
    g_autoptr(GPtrArray) rest = timeline_page(db, berg, TIMELINE_ALL, bahnhof, &begin, 2, &error);
    assert_int_equal(first->len, 2);
    assert_int_equal(rest->len, 1);
    assert_string_equal(((const TimelineEntry *)g_ptr_array_index(rest, 0))->at, "2026-01-02");
    expect_done(timeline_count(db, berg, TIMELINE_ALL, bahnhof, &count, &error), error);
    assert_int_equal(count, 3);
    expect_done(timeline_count(db, berg, TIMELINE_ALL, 0, &count, &error), error);
    assert_int_equal(count, 5);
}

static void branch_remove__leaves_who_worked_there__and_is_taken_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    gint64 markt = people_add_branch(db, "Markt"), lina = people_add_clerk(db, "Lina"),
           left = markt;
    people_add_branch(db, "Bahnhof");
    people_add_branch(db, "Hafen");
    place(db, lina, markt);
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    expect_done(branch_remove(deed, markt, &error), error);
    gint64 number = people_commit(deed);
    Clerk *clerk = record_load(db, &clerk_type, lina, &error);
    expect_done(clerk != NULL, error);
    assert_int_equal(clerk->branch_id, 0);
    record_free(clerk);
    g_autoptr(GPtrArray) branches = branch_list(db, &left, &error);
    assert_int_equal(branches->len, 2);
    assert_int_equal(left, 0);
    people_undo(db, number);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(visit_sum__says_whose_customer_somebody_is__by_most_of_the_last_visits),
        cmocka_unit_test(visit_sum__does_not_count_returns__as_being_there),
        cmocka_unit_test(roster__is_a_list_of_its_own__for_each_branch),
        cmocka_unit_test(promises__are_of_the_branch__of_who_sees_to_them_else_of_the_customer),
        cmocka_unit_test(losses__are_of_the_branch__of_the_customer),
        cmocka_unit_test(feedback_and_wishes__are_of_the_branch__where_they_were_said),
        cmocka_unit_test(timeline__shows_what_happened_in_a_branch__and_counts_it),
        cmocka_unit_test(branch_remove__leaves_who_worked_there__and_is_taken_back),
    };
    return fixture_for_each_engine("branch", tests, G_N_ELEMENTS(tests));
}

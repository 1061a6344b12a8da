/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One key in all lists: one branch or all. */
#include "tests/tui/desk.h"

#include "data/branch.h"
#include "data/clerk.h"
#include "data/diary/visit.h"
#include "tests/data/people.h"
#include "tui/counter.h"
#include "tui/screens/clerk.h"
#include "tui/screens/complaints.h"
#include "tui/screens/customers.h"
#include "tui/screens/dashboard.h"
#include "tui/screens/due.h"
#include "tui/screens/feedbacks.h"
#include "tui/screens/losses.h"
#include "tui/screens/preorders.h"
#include "tui/screens/promises.h"
#include "tui/screens/timeline.h"
#include "tui/screens/wishes.h"

#include <string.h>

static void remove_branch(const Desk *desk, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(desk->emma->shop->db);
    expect_done(branch_remove(deed, id, &error), error);
    people_commit(deed);
}

/* The customer with NUMBER comes to the branch, more often than they ever came elsewhere. */
static void come(const Desk *desk, const char *number, gint64 branch_id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(desk->emma->shop->db);
    for (int i = 0; i < 30; i++) {
        gint64 id = 0;
        VisitOrder order = visit_order(emma_customer(desk->emma, number), "2026-11-20");
        order.branch_id = branch_id;
        expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    }
    people_commit(deed);
}

static void place(const Desk *desk, gint64 clerk_id, gint64 branch_id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(desk->emma->shop->db);
    Clerk *clerk = record_load(desk->emma->shop->db, &clerk_type, clerk_id, &error);
    expect_done(clerk != NULL, error);
    clerk->branch_id = branch_id;
    expect_done(record_update(deed, clerk, &error), error);
    record_free(clerk);
    people_commit(deed);
}

/* What every list does: the same key, the branch in the title, and the same when it is opened
 * again. */
static void expect_filter(const ScreenClass *class, gconstpointer arg, bool is_kept)
{
    g_autoptr(Desk) desk = desk_new(24, 80);
    people_add_branch(desk->emma->shop->db, "Hafen");
    desk_open(desk, class, arg);
    harness_press(desk->harness, "Ctrl-F");
    harness_expect(desk->harness, "Which branch?");
    harness_press(desk->harness, "End Enter");
    harness_expect(desk->harness, " · Hafen");
    harness_press(desk->harness, "Esc");
    if (strcmp(desk_top(desk), class->name) == 0) {
        harness_press(desk->harness, "Esc");
    }
    desk_open(desk, class, arg);
    assert_int_equal(harness_shows(desk->harness, " · Hafen"), is_kept);
    harness_press(desk->harness, "Ctrl-F Home Enter");
    assert_false(harness_shows(desk->harness, " · Hafen"));
    assert_string_equal(desk_top(desk), class->name);
}

static void every_list__shows_one_branch_or_all__by_the_same_key(void **state)
{
    (void)state;
    static const ScreenClass *const classes[] = {
        &screen_due,    &screen_complaints, &screen_dashboard, &screen_preorders, &screen_promises,
        &screen_losses, &screen_feedbacks,  &screen_wishes,    &screen_customers,
    };
    for (guint i = 0; i < G_N_ELEMENTS(classes); i++) {
        print_message("%s\n", classes[i]->name);
        expect_filter(classes[i], NULL, true);
    }
}

static void a_history__begins_with_all__each_time(void **state)
{
    (void)state;
    const TimelineArg arg = {.customer_id = 1};
    expect_filter(&screen_timeline, &arg, false);
}

static void a_list__has_no_such_key__where_the_shop_has_one_branch(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_promises, NULL);
    harness_press(desk->harness, "Ctrl-F");
    assert_false(harness_shows(desk->harness, "Which branch"));
    assert_false(harness_shows(desk->harness, "Markt ·"));
    harness_expect(desk->harness, "What we have promised");
}

static void a_list__shows_all__when_its_branch_is_gone(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = people_add_branch(desk->emma->shop->db, "Hafen");
    people_add_branch(desk->emma->shop->db, "Neustadt");
    desk_open(desk, &screen_promises, NULL);
    harness_press(desk->harness, "Ctrl-F Down Down Enter");
    harness_expect(desk->harness, "What we have promised · Hafen");
    harness_press(desk->harness, "Esc");
    remove_branch(desk, id);
    desk_open(desk, &screen_promises, NULL);
    assert_false(harness_shows(desk->harness, "promised ·"));
    harness_expect(desk->harness, "What we have promised");
}

static void what_is_due__begins_with_the_branch_of_the_counter(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    people_add_branch(desk->emma->shop->db, "Hafen");
    desk_open(desk, &screen_due, NULL);
    harness_expect(desk->harness, "Due within a week · Markt");
    harness_press(desk->harness, "Esc");
    desk_open(desk, &screen_preorders, NULL);
    harness_expect(desk->harness, "Pre-orders to be fetched · Markt");
}

static void customers__are_those_who_mostly_come_there__and_letters_jump_among_them(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 hafen = people_add_branch(desk->emma->shop->db, "Hafen");
    come(desk, "1001", hafen);
    desk_open(desk, &screen_customers, NULL);
    harness_expect(desk->harness, "Ott, Kurt");
    harness_press(desk->harness, "Ctrl-F End Enter");
    harness_golden(desk->harness, "customers-of-branch");
    assert_false(harness_shows(desk->harness, "Ott, Kurt"));
    harness_type(desk->harness, "ott");
    harness_expect(desk->harness, "no name begins so");
    harness_press(desk->harness, "Esc Enter");
    assert_string_equal(desk_top(desk), "card");
}

static void customers__say_so__where_nobody_comes(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(12, 40);
    people_add_branch(desk->emma->shop->db, "Hafen");
    desk_open(desk, &screen_customers, NULL);
    harness_press(desk->harness, "Ctrl-F End Enter");
    harness_golden(desk->harness, "customers-of-branch-empty");
}

static void a_choice__outlives_a_load__that_was_on_its_way(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    people_add_branch(desk->emma->shop->db, "Hafen");
    desk_open(desk, &screen_promises, NULL);
    harness_press(desk->harness, "Ctrl-F End");
    harness_hold(desk->harness);
    harness_press_fast(desk->harness, "Enter");
    harness_go_on(desk->harness);
    harness_settle(desk->harness);
    harness_expect(desk->harness, "What we have promised · Hafen");
}

static void the_clerks__of_this_branch_come_first__and_are_placed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    Db *db = desk->emma->shop->db;
    gint64 hafen = people_add_branch(desk->emma->shop->db, "Hafen");
    gint64 kurt = people_add_clerk(db, "Kurt"), zoe = people_add_clerk(db, "Zoe");
    place(desk, 1, hafen);
    place(desk, zoe, 1);
    desk_open(desk, &screen_clerk, NULL);
    harness_golden(desk->harness, "clerk-branches");
    harness_press(desk->harness, "Home Down Alt-w");
    harness_expect(desk->harness, "Where does Kurt usually work?");
    harness_press(desk->harness, "End Enter");
    g_autoptr(GError) error = NULL;
    Clerk *clerk = record_load(db, &clerk_type, kurt, &error);
    expect_done(clerk != NULL, error);
    assert_int_equal(clerk->branch_id, hafen);
    record_free(clerk);
    harness_press(desk->harness, "1");
    assert_int_equal(desk->opener->result, zoe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_list__shows_one_branch_or_all__by_the_same_key),
        cmocka_unit_test(a_history__begins_with_all__each_time),
        cmocka_unit_test(a_list__has_no_such_key__where_the_shop_has_one_branch),
        cmocka_unit_test(a_list__shows_all__when_its_branch_is_gone),
        cmocka_unit_test(what_is_due__begins_with_the_branch_of_the_counter),
        cmocka_unit_test(customers__are_those_who_mostly_come_there__and_letters_jump_among_them),
        cmocka_unit_test(customers__say_so__where_nobody_comes),
        cmocka_unit_test(a_choice__outlives_a_load__that_was_on_its_way),
        cmocka_unit_test(the_clerks__of_this_branch_come_first__and_are_placed),
    };
    return cmocka_run_group_tests_name("branchfilter", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands at the counter: two keys in all. */
#include "tests/tui/desk.h"

#include "data/clerk.h"
#include "tests/data/people.h"
#include "tui/counter.h"
#include "tui/screens/clerk.h"

static gint64 add_clerk(const Desk *desk, const char *name)
{
    return people_add_clerk(desk->emma->shop->db, name);
}

static Clerk *stored(const Desk *desk, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Clerk *clerk = record_load(desk->emma->shop->db, &clerk_type, id, &error);
    expect_done(clerk != NULL, error);
    return clerk;
}

/* A shop in which nobody is on the list. */
static Desk *desk_without_clerks(void)
{
    g_autoptr(GError) error = NULL;
    Desk *desk = desk_new_empty(24, 80);
    expect_done(
        db_run(desk->emma->shop->db, "UPDATE clerk SET active = 0", DB_NO_VALUES, NULL, &error),
        error);
    return desk;
}

static void clerk__is_chosen__by_one_key(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 kurt = add_clerk(desk, "Kurt");
    desk_open(desk, &screen_clerk, NULL);
    harness_golden(desk->harness, "clerk");
    harness_press(desk->harness, "2");
    assert_true(desk->opener->has_result);
    assert_int_equal(desk->opener->result, kurt);
}

static void clerk__is_chosen__before_the_names_are_there(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 kurt = add_clerk(desk, "Kurt");
    opener_open_fast(desk->opener, &screen_clerk, NULL);
    harness_press(desk->harness, "2");
    assert_int_equal(desk->opener->result, kurt);
}

static void clerk__is_chosen__by_a_letter__among_many(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(12, 40);
    gint64 last = 0;
    for (int i = 0; i < 14; i++) {
        g_autofree char *name = g_strdup_printf("Clerk %d", i + 2);
        last = add_clerk(desk, name);
    }
    desk_open(desk, &screen_clerk, NULL);
    harness_golden(desk->harness, "clerk-many-small");
    /* Lina, then fourteen: nine digits and a to f. */
    harness_press(desk->harness, "f");
    assert_int_equal(desk->opener->result, last);
    desk_open(desk, &screen_clerk, NULL);
    harness_press(desk->harness, "g");
    assert_false(desk->opener->has_returned);
    harness_press(desk->harness, "Down Enter");
    assert_int_equal(desk->opener->result, 2);
}

static void clerk__stays__when_nobody_is_chosen(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_clerk, NULL);
    harness_press(desk->harness, "7");
    assert_false(desk->opener->has_returned);
    harness_press(desk->harness, "Esc");
    assert_true(desk->opener->has_returned);
    assert_false(desk->opener->has_result);
}

static void clerk__is_added__by_name(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new_empty(24, 80);
    desk_open(desk, &screen_clerk, NULL);
    harness_press(desk->harness, "n");
    harness_type(desk->harness, "Zoé \u202E 12");
    harness_press(desk->harness, "Enter");
    assert_true(desk->opener->has_result);
    Clerk *clerk = stored(desk, desk->opener->result);
    assert_int_equal(clerk->active, 1);
    assert_non_null(clerk->name);
    record_free(clerk);
    desk_open(desk, &screen_clerk, NULL);
    harness_golden(desk->harness, "clerk-hostile");
}

static void clerk__goes_off_the_list__and_comes_back(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 kurt = add_clerk(desk, "Kurt");
    desk_open(desk, &screen_clerk, NULL);
    harness_press(desk->harness, "Down x");
    harness_expect(desk->harness, "Is Kurt no longer here?");
    harness_press(desk->harness, "Esc x Enter");
    assert_false(harness_shows(desk->harness, "2  Kurt"));
    Clerk *clerk = stored(desk, kurt);
    assert_int_equal(clerk->active, 0);
    record_free(clerk);
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, "2  Kurt");
}

static void clerk__is_added__by_a_name_typed_at_once(void **state)
{
    (void)state;
    static const char *const names[] = {"Lina", "nina", "7", "xaver"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(Desk) desk = desk_without_clerks();
        opener_open_fast(desk->opener, &screen_clerk, NULL);
        harness_type_fast(desk->harness, names[i]);
        harness_press(desk->harness, "Enter");
        assert_true(desk->opener->has_result);
        Clerk *clerk = stored(desk, desk->opener->result);
        assert_string_equal(clerk->name, names[i]);
        record_free(clerk);
    }
}

static void clerk__leaves_an_empty_list__with_one_key(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_without_clerks();
    desk_open(desk, &screen_clerk, NULL);
    assert_string_equal(desk_top(desk), "prompt");
    harness_press(desk->harness, "Esc");
    assert_true(desk->opener->has_returned);
    assert_false(desk->opener->has_result);
}

static void clerk__is_not_at_the_counter__once_off_the_list(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    Counter *counter = app_data(harness_app(desk->harness));
    add_clerk(desk, "Kurt");
    harness_expect(desk->harness, "Lina B.");
    desk_open(desk, &screen_clerk, NULL);
    harness_press(desk->harness, "x Enter");
    assert_int_equal(counter->clerk_id, 0);
    assert_null(counter->clerk);
    assert_false(harness_shows(desk->harness, "Lina B."));
}

static void clerk__is_not_at_the_counter__once_undone(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    Counter *counter = app_data(harness_app(desk->harness));
    gint64 kurt = add_clerk(desk, "Kurt");
    counter->clerk_id = kurt;
    counter_check_clerk(app_top(harness_app(desk->harness)));
    harness_settle(desk->harness);
    assert_int_equal(counter->clerk_id, kurt);
    g_autoptr(GError) error = NULL;
    expect_done(db_run(desk->emma->shop->db, "UPDATE clerk SET active = 0 WHERE id = $1",
                       DB_VALUES(db_int(kurt)), NULL, &error),
                error);
    counter_check_clerk(app_top(harness_app(desk->harness)));
    harness_settle(desk->harness);
    assert_int_equal(counter->clerk_id, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clerk__is_chosen__by_one_key),
        cmocka_unit_test(clerk__is_chosen__before_the_names_are_there),
        cmocka_unit_test(clerk__is_chosen__by_a_letter__among_many),
        cmocka_unit_test(clerk__stays__when_nobody_is_chosen),
        cmocka_unit_test(clerk__is_added__by_name),
        cmocka_unit_test(clerk__goes_off_the_list__and_comes_back),
        cmocka_unit_test(clerk__is_added__by_a_name_typed_at_once),
        cmocka_unit_test(clerk__leaves_an_empty_list__with_one_key),
        cmocka_unit_test(clerk__is_not_at_the_counter__once_off_the_list),
        cmocka_unit_test(clerk__is_not_at_the_counter__once_undone),
    };
    return cmocka_run_group_tests_name("clerk", tests, NULL, NULL);
}

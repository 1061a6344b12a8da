/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that happened with a customer: paging, filtering, opening, removing. */
#include "tests/data/people.h"
#include "tests/tui/emma.h"
#include "tests/tui/harness.h"
#include "tests/tui/past.h"

#include "tui/screens/timeline.h"

typedef struct {
    Emma *emma;
    Harness *harness;
} Stage;

/* The history of the customer with NUMBER, with CROWD visits more. */
static Stage *stage_new(const char *number, guint crowd, int rows, int cols)
{
    Stage *stage = g_new0(Stage, 1);
    stage->emma = emma_new();
    past_fill(stage->emma);
    if (crowd > 0) {
        past_crowd(stage->emma, number, crowd);
    }
    const TimelineArg arg = {emma_customer(stage->emma, number), NULL, 0};
    stage->harness = harness_new(rows, cols, stage->emma->shop);
    harness_open(stage->harness, &screen_timeline, &arg);
    return stage;
}

static void stage_free(Stage *stage)
{
    harness_free(stage->harness);
    emma_free(stage->emma);
    g_free(stage);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stage, stage_free)

static const char *top_name(const Stage *stage)
{
    return app_top(harness_app(stage->harness))->class->name;
}

static void timeline__shows_all_that_happened(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 0, 24, 80);
    harness_golden(stage->harness, "timeline");
    harness_resize(stage->harness, 30, 120);
    harness_golden(stage->harness, "timeline-wide");
    harness_resize(stage->harness, 20, 60);
    harness_golden(stage->harness, "timeline-60");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "timeline-small");
}

static void timeline__stays_in_its_lines__with_hostile_names(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1010", 0, 24, 80);
    harness_golden(stage->harness, "timeline-hostile");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "timeline-hostile-small");
}

static void timeline__shows_one_kind__and_everything_again(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 0, 24, 80);
    harness_press(stage->harness, "f Down Enter");
    harness_expect(stage->harness, "History of Hilde Wagner: Visits");
    harness_expect(stage->harness, "1 of 6");
    assert_false(harness_shows(stage->harness, "Inschrift"));
    harness_press(stage->harness, "f");
    harness_golden(stage->harness, "timeline-filter");
    harness_press(stage->harness, "End Enter");
    harness_expect(stage->harness, "Nothing of this kind has been noted yet.");
    harness_press(stage->harness, "Esc");
    harness_expect(stage->harness, "falsche Inschrift");
}

static void timeline__goes_on_to_the_end__page_by_page(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1009", 1500, 24, 80);
    harness_expect(stage->harness, "1 of 1,507");
    for (int i = 0; i < 30; i++) {
        harness_press(stage->harness, "PgDn");
    }
    assert_false(harness_shows(stage->harness, " 1 of 1,507"));
    harness_press(stage->harness, "Home End");
    harness_expect(stage->harness, "1,507 of 1,507");
    harness_press(stage->harness, "Home");
    harness_expect(stage->harness, "1 of 1,507");
    harness_press(stage->harness, "Ctrl-End Up");
    harness_expect(stage->harness, "1,506 of 1,507");
}

static void timeline__removes_an_entry__and_brings_it_back(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1009", 0, 24, 80);
    harness_expect(stage->harness, "1 of 7");
    harness_press(stage->harness, "Delete");
    harness_expect(stage->harness, "Removed: Visit · Roggenbrot · 4.20. Ctrl-Z takes it back.");
    harness_expect(stage->harness, "1 of 6");
    harness_press(stage->harness, "Ctrl-Z");
    harness_expect(stage->harness, " of 7");
    people_expect_sound(stage->emma->shop->db);
}

static void timeline__removes_whatever_it_shows(void **state)
{
    (void)state;
    g_autoptr(Stage) stage = stage_new("1001", 0, 40, 80);
    harness_press(stage->harness, "Delete");
    for (int i = 0; i < 30; i++) {
        harness_press(stage->harness, "Delete");
    }
    harness_expect(stage->harness, "Nothing of this kind has been noted yet.");
}

static void timeline__opens_each_entry__in_the_form_of_its_kind(void **state)
{
    (void)state;
    static const char *const screens[] = {"preorder", "promise", "complaintcase",
                                          NULL,       "visit",   "feedback"};
    g_autoptr(Stage) stage = stage_new("1001", 0, 40, 80);
    for (guint i = 0; i < G_N_ELEMENTS(screens); i++) {
        if (screens[i] != NULL) {
            harness_press(stage->harness, "Enter");
            assert_string_equal(top_name(stage), screens[i]);
            harness_press(stage->harness, "Esc");
        }
        assert_string_equal(top_name(stage), "timeline");
        harness_press(stage->harness, "Down");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(timeline__shows_all_that_happened),
        cmocka_unit_test(timeline__stays_in_its_lines__with_hostile_names),
        cmocka_unit_test(timeline__shows_one_kind__and_everything_again),
        cmocka_unit_test(timeline__goes_on_to_the_end__page_by_page),
        cmocka_unit_test(timeline__removes_an_entry__and_brings_it_back),
        cmocka_unit_test(timeline__removes_whatever_it_shows),
        cmocka_unit_test(timeline__opens_each_entry__in_the_form_of_its_kind),
    };
    return cmocka_run_group_tests_name("timeline", tests, NULL, NULL);
}

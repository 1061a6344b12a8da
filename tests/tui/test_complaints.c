/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The owner's board of complaints. */
#include "tests/tui/desk.h"

#include "tests/data/people.h"

#include "data/clerk.h"
#include "data/diary/complaint.h"
#include "data/diary/complaintcause.h"
#include "tui/screens/complaints.h"

/* What is NULL is not told. */
typedef struct {
    const char *number, *day, *words, *state, *cause, *due, *severity;
    bool is_elsewhere, is_linas;
    gint64 customer_id, cause_id; /* where there is no number or code */
} Told;

static gint64 first_id(const Desk *desk, const char *sql)
{
    return people_number(desk->emma->shop->db, sql, DB_NO_VALUES);
}

static gint64 cause_id(const Desk *desk, const char *code)
{
    return people_number(desk->emma->shop->db, "SELECT id FROM complaint_cause WHERE code = $1",
                         DB_VALUES(db_text(code)));
}

static void add(const Desk *desk, const Told *told)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(desk->emma->shop->db);
    Complaint *complaint = record_new(&complaint_type);
    complaint->customer_id =
        told->number != NULL ? emma_customer(desk->emma, told->number) : told->customer_id;
    complaint->cause_id = told->cause != NULL ? cause_id(desk, told->cause) : told->cause_id;
    complaint->branch_id = told->is_elsewhere ? first_id(desk, "SELECT MAX(id) FROM branch") : 0;
    complaint->clerk_id = told->is_linas ? first_id(desk, "SELECT MIN(id) FROM clerk") : 0;
    record_set_text(&complaint->day, told->day);
    record_set_text(&complaint->words, told->words);
    record_set_text(&complaint->severity, told->severity);
    record_set_text(&complaint->due_day, told->due);
    if (told->state != NULL) {
        complaint_set_state(complaint, told->state, (Day){2026, 11, 20});
    }
    expect_done(complaint_add(deed, complaint, &error), error);
    record_free(complaint);
    people_commit(deed);
}

static const Told month[] = {
    {.number = "1005",
     .day = "2026-11-18",
     .words = "falsche Inschrift",
     .cause = "quality",
     .severity = "high"},
    {.number = "1001",
     .day = "2026-11-09",
     .words = "Sahne war sauer",
     .state = "working",
     .cause = "quality",
     .due = "2026-11-19",
     .is_linas = true},
    {.day = "2026-11-21",
     .words = "Brief ohne Namen: zu lange gewartet",
     .cause = "waiting_time",
     .is_elsewhere = true},
    {.number = "1006",
     .day = "2026-10-02",
     .words = "zweimal berechnet",
     .state = "agreed",
     .cause = "wrong_invoice"},
    {.number = "1002",
     .day = "2026-10-05",
     .words = "Boden verbrannt",
     .state = "refused",
     .cause = "quality"},
    {.number = "1002",
     .day = "2026-07-05",
     .words = "Boden verbrannt",
     .state = "agreed",
     .cause = "quality"},
    {.number = "1003",
     .day = "2026-10-05",
     .words = "lange Schlange",
     .state = "agreed",
     .cause = "waiting_time"},
};

static Desk *board_of(int rows, int cols)
{
    Desk *desk = desk_new(rows, cols);
    people_add_branch(desk->emma->shop->db, "Am Markt");
    people_add_branch(desk->emma->shop->db, "Im Viertel");
    for (guint i = 0; i < G_N_ELEMENTS(month); i++) {
        add(desk, &month[i]);
    }
    desk_open(desk, &screen_complaints, NULL);
    return desk;
}

static void complaints__stand_by_state__with_what_repeats_on_top(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = board_of(24, 80);
    harness_golden(desk->harness, "complaints");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "complaints-small");
    harness_resize(desk->harness, 30, 120);
    harness_golden(desk->harness, "complaints-wide");
    harness_resize(desk->harness, 24, 80);
    harness_press(desk->harness, "a");
    harness_golden(desk->harness, "complaints-all");
}

static void complaints__are_filtered__until_esc(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = board_of(24, 80);
    harness_press(desk->harness, "c Down Enter");
    harness_expect(desk->harness, "Open complaints · Quality");
    assert_true(harness_shows(desk->harness, "Sahne war sauer"));
    assert_false(harness_shows(desk->harness, "Brief ohne Namen"));
    harness_press(desk->harness, "a");
    harness_expect(desk->harness, "All complaints · Quality");
    harness_expect(desk->harness, "Boden verbrannt");
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "Open complaints");
    harness_expect(desk->harness, "Brief ohne Namen");
    harness_press(desk->harness, "Ctrl-F End Enter");
    harness_expect(desk->harness, "Open complaints · Im Viertel");
    assert_false(harness_shows(desk->harness, "Sahne war sauer"));
    harness_press(desk->harness, "Ctrl-F Home Enter w Down Enter");
    assert_true(harness_shows(desk->harness, "Sahne war sauer"));
    assert_false(harness_shows(desk->harness, "Brief ohne Namen"));
    harness_press(desk->harness, "Ctrl-F Down Enter");
    harness_expect(desk->harness, "No complaint is like that.");
    harness_press(desk->harness, "Esc");
    assert_string_equal(desk_top(desk), "complaints");
    harness_press(desk->harness, "Esc");
    assert_string_not_equal(desk_top(desk), "complaints");
}

static void complaints__lead_to_the_case_and_from_a_cause_to_its_complaints(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = board_of(24, 80);
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "complaintcase");
    harness_expect(desk->harness, "falsche Inschrift");
    harness_press(desk->harness, "g Esc");
    assert_string_equal(desk_top(desk), "complaints");
    assert_false(harness_shows(desk->harness, "falsche Inschrift"));
    harness_press(desk->harness, "Home Enter");
    harness_expect(desk->harness, "All complaints · Quality");
    harness_expect(desk->harness, "falsche Inschrift");
}

static void complaints__take_one_of_somebody_nobody_knows(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_complaints, NULL);
    harness_expect(desk->harness, "No complaint is open.");
    harness_press(desk->harness, "n");
    harness_expect(desk->harness, "A complaint, nobody known");
    harness_type(desk->harness, "Haar in der Suppe");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "nobody known");
    harness_expect(desk->harness, "Haar in der Suppe");
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, "No complaint is open.");
}

static void complaints__stand_hostile_words(void **state)
{
    (void)state;
    static const char hostile[] = "Zoé\u202E\x1b[31m 👩‍👩‍👧 العربية "
                                  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau";
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(desk->emma->shop->db);
    ComplaintCause *cause = record_new(&complaint_cause_type);
    record_set_text(&cause->label, hostile);
    expect_done(wordlist_add(deed, &complaint_causes, cause, &error), error);
    people_commit(deed);
    const Person person = {.given = hostile, .family = hostile};
    gint64 customer_id = people_add(desk->emma->shop->db, &person);
    for (int i = 0; i < 2; i++) {
        add(desk, &(const Told){.day = "2026-11-18",
                                .words = hostile,
                                .customer_id = customer_id,
                                .cause_id = cause->head.id,
                                .due = i == 0 ? "2026-11-19" : NULL});
    }
    record_free(cause);
    desk_open(desk, &screen_complaints, NULL);
    harness_golden(desk->harness, "complaints-hostile");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "complaints-hostile-small");
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(complaints__stand_by_state__with_what_repeats_on_top),
        cmocka_unit_test(complaints__are_filtered__until_esc),
        cmocka_unit_test(complaints__lead_to_the_case_and_from_a_cause_to_its_complaints),
        cmocka_unit_test(complaints__take_one_of_somebody_nobody_knows),
        cmocka_unit_test(complaints__stand_hostile_words),
    };
    return cmocka_run_group_tests_name("complaints", tests, NULL, NULL);
}

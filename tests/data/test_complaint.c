/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Complaints: their steps and days, the open ones, the owner's board. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/diary/complaintboard.h"
#include "data/diary/complaintcause.h"

#include <string.h>

static const Day today = {2026, 3, 1};

/* What is NULL or 0 is not told. */
typedef struct {
    gint64 customer, cause, branch, clerk;
    const char *day, *words, *state, *closed;
} Told;

static Complaint *made(const Told *told)
{
    Complaint *complaint = record_new(&complaint_type);
    Day closed;
    complaint->customer_id = told->customer;
    complaint->cause_id = told->cause;
    complaint->branch_id = told->branch;
    complaint->clerk_id = told->clerk;
    record_set_text(&complaint->day, told->day != NULL ? told->day : "2026-02-20");
    record_set_text(&complaint->words, told->words != NULL ? told->words : "wrong");
    if (told->state != NULL) {
        complaint_set_state(complaint, told->state,
                            told->closed != NULL && day_from_text(told->closed, &closed) ? closed
                                                                                         : today);
    }
    return complaint;
}

static gint64 add(Db *db, const Told *told)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Complaint *complaint = made(told);
    expect_done(complaint_add(deed, complaint, &error), error);
    gint64 id = complaint->head.id;
    record_free(complaint);
    people_commit(deed);
    return id;
}

static Complaint *stored(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Complaint *complaint = record_load(db, &complaint_type, id, &error);
    expect_done(complaint != NULL, error);
    return complaint;
}

static gint64 add_customer(Db *db, const char *family)
{
    const Person person = {.family = family};
    return people_add(db, &person);
}

static gint64 cause(Db *db, const char *code)
{
    return people_number(db, "SELECT id FROM complaint_cause WHERE code = $1",
                         DB_VALUES(db_text(code)));
}

static void furnish(Db *db)
{
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    Deed *deed = people_begin(db);
    expect_done(wordlist_add_builtin(deed, &complaint_causes, &error), error);
    people_commit(deed);
}

/* The words of COMPLAINTS, with blanks between. */
static char *words_of(const GPtrArray *complaints)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < complaints->len; i++) {
        const Complaint *complaint = g_ptr_array_index(complaints, i);
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", complaint->words);
    }
    return g_string_free(text, FALSE);
}

static void complaint_set_state__sets_the_days_of_the_steps__and_clears_later_ones(void **state)
{
    static const struct {
        const char *state;
        int day; /* of March */
        const char *acknowledged, *answered, *closed;
    } cases[] = {
        {"acknowledged", 2, "2026-03-02", NULL, NULL},
        {"working", 3, "2026-03-02", NULL, NULL},
        {"agreed", 5, "2026-03-02", "2026-03-05", "2026-03-05"},
        {"refused", 6, "2026-03-02", "2026-03-05", "2026-03-05"},
        {"answered", 7, "2026-03-02", "2026-03-05", NULL},
        {"agreed", 8, "2026-03-02", "2026-03-05", "2026-03-08"},
        {"working", 9, "2026-03-02", NULL, NULL},
        {"received", 9, NULL, NULL, NULL},
        {"refused", 10, "2026-03-10", "2026-03-10", "2026-03-10"},
        {"strange", 11, NULL, NULL, NULL},
    };
    (void)state;
    Complaint *complaint = made(&(const Told){0});
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        complaint_set_state(complaint, cases[i].state, (Day){2026, 3, cases[i].day});
        const char *wanted = strcmp(cases[i].state, "strange") == 0 ? "received" : cases[i].state;
        assert_string_equal(complaint->state, wanted);
        assert_int_equal(g_strcmp0(complaint->acknowledged_day, cases[i].acknowledged), 0);
        assert_int_equal(g_strcmp0(complaint->answered_day, cases[i].answered), 0);
        assert_int_equal(g_strcmp0(complaint->closed_day, cases[i].closed), 0);
        assert_int_equal(complaint_is_open(complaint), cases[i].closed == NULL);
    }
    record_free(complaint);
}

static void complaint_age__counts_until_it_is_closed(void **state)
{
    static const struct {
        Told told;
        int age;
    } cases[] = {
        {{.day = "2026-02-20"}, 9},
        {{.day = "2026-03-01"}, 0},
        {{.day = "2026-03-05"}, 0},
        {{.day = "2026-02-20", .state = "agreed", .closed = "2026-02-22"}, 2},
        {{.day = "2026-02-20", .state = "answered"}, 9},
        {{.day = "somewhen"}, 0},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Complaint *complaint = made(&cases[i].told);
        assert_int_equal(complaint_age(complaint, today), cases[i].age);
        record_free(complaint);
    }
}

static void complaint_is_late__when_nobody_answered_in_time(void **state)
{
    static const struct {
        const char *due, *state;
        bool is_late;
    } cases[] = {
        {"2026-02-28", "received", true}, {"2026-03-01", "received", false},
        {"2026-02-28", "working", true},  {"2026-02-28", "answered", false},
        {"2026-02-28", "refused", false}, {NULL, "received", false},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Complaint *complaint = made(&(const Told){.state = cases[i].state});
        record_set_text(&complaint->due_day, cases[i].due);
        assert_int_equal(complaint_is_late(complaint, today), cases[i].is_late);
        record_free(complaint);
    }
}

static void complaint_add__fills_in_what_is_not_said(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    furnish(db);
    gint64 market = people_add_branch(db, "Market");
    Who who = people_who(0);
    who.branch_id = market;
    g_autoptr(GError) error = NULL;
    g_autoptr(Deed) deed = deed_begin(db, &who, "noting a complaint", &error);
    expect_done(deed != NULL, error);
    Complaint *complaint = made(&(const Told){.words = "burnt"});
    expect_done(complaint_add(deed, complaint, &error), error);
    expect_done(deed_commit(deed, NULL, &error), error);
    Complaint *there = stored(db, complaint->head.id);
    assert_string_equal(there->state, "received");
    assert_string_equal(there->severity, "middle");
    assert_int_equal(there->branch_id, market);
    assert_int_equal(there->customer_id, 0);
    assert_true(there->cost == RECORD_NONE);
    record_free(there);
    record_free(complaint);
}

static void complaint_add__refuses_no_words_and_strange_codes(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    furnish(db);
    for (int i = 0; i < 4; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Deed) deed = people_begin(db);
        Complaint *complaint = made(&(const Told){0});
        char **place[] = {&complaint->words, &complaint->severity, &complaint->channel,
                          &complaint->content};
        record_set_text(place[i], i == 0 ? "" : "strange");
        assert_false(complaint_add(deed, complaint, &error));
        expect_fault(error, FAULT_REFUSED);
        record_free(complaint);
    }
}

static void complaint__each_deed_is_taken_back_and_done_again(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    furnish(db);
    gint64 ott = add_customer(db, "Ott");
    g_autofree char *before = people_dump(db);
    gint64 id = add(db, &(const Told){.customer = ott});
    g_autofree char *received = people_dump(db);
    Deed *deed = people_begin(db);
    Complaint *complaint = stored(db, id);
    complaint_set_state(complaint, "agreed", today);
    complaint->cost = 1250;
    record_set_text(&complaint->content, "yes");
    record_set_text(&complaint->changed, "checklist at the oven");
    expect_done(record_update(deed, complaint, &error), error);
    record_free(complaint);
    people_commit(deed);
    g_autofree char *closed = people_dump(db);
    gint64 undo = people_undo(db, people_last(db, 0));
    g_autofree char *open = people_dump(db);
    assert_string_equal(open, received);
    people_undo(db, undo);
    g_autofree char *closed_again = people_dump(db);
    assert_string_equal(closed_again, closed);
    people_undo(db, people_last(db, 0));
    people_undo(db, people_last(db, 0));
    g_autofree char *gone = people_dump(db);
    assert_string_equal(gone, before);
    people_expect_sound(db);
}

static void complaint_open_of__lists_the_oldest_first(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    furnish(db);
    gint64 ott = add_customer(db, "Ott"), klein = add_customer(db, "Klein");
    add(db, &(const Told){.customer = ott, .day = "2026-02-22", .words = "b"});
    add(db, &(const Told){.customer = klein, .day = "2026-02-21", .words = "a"});
    add(db, &(const Told){.customer = ott, .day = "2026-02-23", .words = "c", .state = "answered"});
    add(db, &(const Told){.customer = ott, .day = "2026-02-01", .words = "d", .state = "refused"});
    add(db, &(const Told){.day = "2026-02-24", .words = "e"});
    g_autoptr(GPtrArray) of_ott = complaint_open_of(db, ott, &error);
    expect_done(of_ott != NULL, error);
    g_autofree char *otts = words_of(of_ott);
    assert_string_equal(otts, "b c");
}

/* What the board shows with FILTER: "words … of total". */
static char *board(Db *db, const ComplaintFilter *filter, guint limit)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ComplaintBoard) loaded = complaint_board_load(db, filter, today, limit, &error);
    expect_done(loaded != NULL, error);
    g_autofree char *words = words_of(loaded->complaints);
    return g_strdup_printf("%s of %d", words, (int)loaded->total);
}

static void complaint_board__stands_by_state__and_is_filtered(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    furnish(db);
    gint64 ott = add_customer(db, "Ott"), lina = people_add_clerk(db, "Lina");
    gint64 market = people_add_branch(db, "Market"), quality = cause(db, "quality");
    add(db,
        &(const Told){.customer = ott, .day = "2026-02-22", .words = "work", .state = "working"});
    add(db, &(const Told){.day = "2026-02-23", .words = "new", .branch = market});
    add(db, &(const Told){.day = "2026-02-21", .words = "older", .cause = quality});
    add(db, &(const Told){.day = "2026-02-01",
                          .words = "done",
                          .state = "agreed",
                          .closed = "2026-02-10",
                          .clerk = lina});
    add(db, &(const Told){.day = "2026-02-02",
                          .words = "later",
                          .state = "agreed",
                          .closed = "2026-02-12",
                          .cause = quality});
    add(db, &(const Told){.day = "2026-02-03", .words = "no", .state = "refused"});
    const struct {
        ComplaintFilter filter;
        guint limit;
        const char *shown;
    } cases[] = {
        {{0}, 10, "older new work of 3"},
        {{.with_closed = true}, 10, "older new work later done no of 6"},
        {{0}, 2, "older work of 3"},
        {{.with_closed = true}, 3, "older new work of 6"},
        {{.branch_id = market}, 10, "new of 1"},
        {{.cause_id = quality}, 10, "older of 1"},
        {{.with_closed = true, .cause_id = quality}, 10, "older later of 2"},
        {{.with_closed = true, .clerk_id = lina}, 10, "done of 1"},
        {{.clerk_id = lina}, 10, " of 0"},
        {{.branch_id = market, .cause_id = quality}, 10, " of 0"},
        {{.branch_id = G_MAXINT64}, 10, " of 0"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *shown = board(db, &cases[i].filter, cases[i].limit);
        assert_string_equal(shown, cases[i].shown);
    }
}

static void complaint_board__knows_who_complained(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    furnish(db);
    gint64 ott = add_customer(db, "Ott");
    add(db, &(const Told){.customer = ott, .day = "2026-02-20"});
    add(db, &(const Told){.customer = ott, .day = "2026-02-21"});
    add(db, &(const Told){.day = "2026-02-22"});
    g_autoptr(ComplaintBoard) loaded =
        complaint_board_load(db, &(const ComplaintFilter){0}, today, 10, &error);
    expect_done(loaded != NULL, error);
    for (guint i = 0; i < 2; i++) {
        const Customer *customer =
            complaint_board_customer(loaded, g_ptr_array_index(loaded->complaints, i));
        assert_non_null(customer);
        assert_string_equal(customer->family_name, "Ott");
    }
    assert_null(complaint_board_customer(loaded, g_ptr_array_index(loaded->complaints, 2)));
}

static void complaint_board__tells_what_comes_again__against_the_time_before(void **state)
{
    static const struct {
        const char *day, *code;
    } told[] = {
        {"2026-03-01", "quality"},       {"2026-02-01", "quality"},
        {"2025-12-02", "quality"},       {"2025-12-01", "quality"},
        {"2025-09-03", "quality"},       {"2025-09-02", "quality"},
        {"2026-02-02", "wrong_invoice"}, {"2026-02-02", "price"},
        {"2026-02-03", "price"},         {"2026-03-02", "wrong_invoice"},
        {"2026-02-03", "waiting_time"},  {"2026-02-03", "waiting_time"},
        {"2025-11-03", "waiting_time"},
    };
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    furnish(db);
    gint64 market = people_add_branch(db, "Market");
    for (guint i = 0; i < G_N_ELEMENTS(told); i++) {
        add(db, &(const Told){.day = told[i].day,
                              .cause = cause(db, told[i].code),
                              .state = "agreed",
                              .branch = strcmp(told[i].code, "price") == 0 ? market : 0});
    }
    add(db, &(const Told){.day = "2026-02-03"});
    add(db, &(const Told){.day = "2026-02-03"});
    g_autoptr(ComplaintBoard) all =
        complaint_board_load(db, &(const ComplaintFilter){0}, today, 10, &error);
    expect_done(all != NULL, error);
    const struct {
        const char *code;
        int now, before;
    } wanted[] = {{"quality", 3, 2}, {"price", 2, 0}, {"waiting_time", 2, 1}};
    assert_int_equal(all->repeats->len, G_N_ELEMENTS(wanted));
    for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) {
        const ComplaintRepeat *repeat = g_ptr_array_index(all->repeats, i);
        assert_int_equal(repeat->cause_id, cause(db, wanted[i].code));
        assert_int_equal(repeat->now, wanted[i].now);
        assert_int_equal(repeat->before, wanted[i].before);
    }
    g_autoptr(ComplaintBoard) there =
        complaint_board_load(db, &(const ComplaintFilter){.branch_id = market}, today, 10, &error);
    expect_done(there != NULL, error);
    assert_int_equal(there->repeats->len, 1);
}

static void complaint__goes_with_its_customer__and_comes_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    furnish(db);
    gint64 ott = add_customer(db, "Ott");
    gint64 id = add(db, &(const Told){.customer = ott, .words = "burnt"});
    Deed *deed = people_begin(db);
    expect_done(sheet_remove(deed, ott, &error), error);
    people_commit(deed);
    g_autofree char *none = board(db, &(const ComplaintFilter){0}, 10);
    assert_string_equal(none, " of 0");
    people_undo(db, people_last(db, 0));
    Complaint *back = stored(db, id);
    assert_string_equal(back->words, "burnt");
    assert_int_equal(back->customer_id, ott);
    record_free(back);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(complaint_set_state__sets_the_days_of_the_steps__and_clears_later_ones),
        cmocka_unit_test(complaint_age__counts_until_it_is_closed),
        cmocka_unit_test(complaint_is_late__when_nobody_answered_in_time),
        cmocka_unit_test(complaint_add__fills_in_what_is_not_said),
        cmocka_unit_test(complaint_add__refuses_no_words_and_strange_codes),
        cmocka_unit_test(complaint__each_deed_is_taken_back_and_done_again),
        cmocka_unit_test(complaint_open_of__lists_the_oldest_first),
        cmocka_unit_test(complaint_board__stands_by_state__and_is_filtered),
        cmocka_unit_test(complaint_board__knows_who_complained),
        cmocka_unit_test(complaint_board__tells_what_comes_again__against_the_time_before),
        cmocka_unit_test(complaint__goes_with_its_customer__and_comes_back),
    };
    return fixture_for_each_engine("complaint", tests, G_N_ELEMENTS(tests));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deeds: one transaction each, and what they remember. */
#include "tests/data/people.h"

#include "data/draft.h"

static const char count_deeds[] = "SELECT count(*) FROM deed";
static const char count_changes[] =
    "SELECT count(*) FROM change WHERE deed_id = $1 AND table_name = $2";

static void deed_commit__leaves_one_row__with_who_and_when(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    Who who = {
        .clerk_id = people_add_clerk(db, "Lina"), .branch_id = 3, .at = "2026-03-01T09:30:00Z"};
    g_autoptr(Deed) deed = deed_begin(db, &who, "noting a fact", &error);
    people_add_in(deed, &people_hilde);
    gint64 id = 0;
    expect_done(deed_commit(deed, &id, &error), error);
    assert_int_equal(
        people_number(db,
                      "SELECT count(*) FROM deed WHERE id = $1 AND clerk_id = $2 AND branch_id = 3 "
                      "AND verb = 'noting a fact' "
                      "AND at = '2026-03-01T09:30:00Z' AND undone_by IS NULL AND undoes IS NULL",
                      DB_VALUES(db_int(id), db_int(who.clerk_id))),
        1);
    assert_int_equal(people_number(db, "SELECT count(DISTINCT uid) FROM deed", DB_NO_VALUES),
                     people_number(db, count_deeds, DB_NO_VALUES));
}

static void deed_commit__takes_the_draft_with_it(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    static const char *const uids[] = {"saved", "other"};
    for (guint i = 0; i < G_N_ELEMENTS(uids); i++) {
        g_autoptr(Draft) draft = draft_new();
        draft->uid = g_strdup(uids[i]);
        draft->counter = g_strdup("till");
        draft->run = g_strdup("");
        draft->screen = g_strdup("edit");
        g_strlcpy(draft->saved_at, "2026-03-01T09:29:00Z", sizeof draft->saved_at);
        expect_done(draft_save(db, draft, &error), error);
    }
    const Who who = {.at = "2026-03-01T09:30:00Z", .draft = "saved"};
    g_autoptr(Deed) given_up = deed_begin(db, &who, "adding a customer", &error);
    people_add_in(given_up, &people_hilde);
    deed_free(g_steal_pointer(&given_up));
    assert_int_equal(people_number(db, "SELECT count(*) FROM draft", DB_NO_VALUES), 2);
    g_autoptr(Deed) deed = deed_begin(db, &who, "adding a customer", &error);
    people_add_in(deed, &people_hilde);
    expect_done(deed_commit(deed, NULL, &error), error);
    g_autoptr(Draft) left = draft_load(db, "other", &error);
    expect_done(left != NULL, error);
    assert_int_equal(people_number(db, "SELECT count(*) FROM draft", DB_NO_VALUES), 1);
}

static void deed_commit__leaves_no_trace__when_nothing_was_changed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    assert_int_equal(people_commit(people_begin(db)), 0);
    assert_int_equal(people_number(db, count_deeds, DB_NO_VALUES), 0);
    assert_false(db_in_transaction(db));
}

static void deed_free__rolls_back__when_not_committed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    people_add_in(deed, &people_hilde);
    deed_free(deed);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    assert_false(db_in_transaction(db));
    deed_free(NULL);
}

static void deed_commit__remembers_runs__for_new_rows(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    Deed *deed = people_begin(db);
    for (guint i = 0; i < 50; i++) {
        people_add_in(deed, &people_hilde);
    }
    gint64 id = people_commit(deed);
    static const char *const tables[] = {"customer", "contact", "address", "relation", "occasion"};
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
        assert_int_equal(
            people_number(db, count_changes, DB_VALUES(db_int(id), db_text(tables[i]))), 1);
    }
    assert_int_equal(people_number(db, "SELECT count(*) FROM customer", DB_NO_VALUES), 50);
    people_undo(db, id);
    assert_int_equal(people_number(db, "SELECT count(*) FROM customer", DB_NO_VALUES), 0);
}

static void deed_begin__joins_the_transaction__when_there_is_one(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    g_autofree char *before = people_dump(db);
    expect_done(db_begin(db, &error), error);
    people_add(db, &people_hilde);
    gint64 kept = people_last(db, 0);
    Deed *lost = people_begin(db);
    people_add_in(lost, &people_hilde);
    deed_free(lost);
    assert_int_equal(people_number(db, "SELECT count(*) FROM customer", DB_NO_VALUES), 1);
    people_undo(db, kept);
    g_autofree char *inside = people_dump(db);
    assert_string_equal(inside, before);
    people_add(db, &people_hilde);
    db_rollback(db);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    assert_int_equal(people_number(db, count_deeds, DB_NO_VALUES), 0);
}

static void deed_last__knows_each_clerk__and_nobody(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 lina = people_add_clerk(db, "Lina"), emma = people_add_clerk(db, "Emma"), ids[4];
    gint64 clerks[4] = {lina, 0, emma, lina};
    for (guint i = 0; i < 4; i++) {
        g_autoptr(GError) error = NULL;
        Who who = people_who(clerks[i]);
        g_autoptr(Deed) deed = deed_begin(db, &who, "a test", &error);
        people_add_in(deed, &people_hilde);
        expect_done(deed_commit(deed, &ids[i], &error), error);
    }
    assert_int_equal(people_last(db, lina), ids[3]);
    assert_int_equal(people_last(db, emma), ids[2]);
    assert_int_equal(people_last(db, 0), ids[1]);
    people_undo(db, ids[3]);
    assert_int_equal(people_last(db, lina), ids[0]);
    assert_int_equal(people_last(db, 4711), 0);
}

static void deed_follow__keeps_the_index_right__in_the_middle_of_a_deed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    people_add_in(deed, &people_hilde);
    assert_int_equal(people_number(db, "SELECT count(*) FROM lookup_doc", DB_NO_VALUES), 0);
    expect_done(deed_follow(deed, &error), error);
    assert_int_equal(people_number(db, "SELECT count(*) FROM lookup_doc", DB_NO_VALUES), 1);
    people_commit(deed);
    people_expect_sound(db);
}

/* A save that failed is tried again from a copy: the first sheet has ids that were rolled back. */
static void deed_free__lets_a_copy_be_saved_again__after_a_fault(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) typed = people_sheet(db, &people_hilde);
    for (guint i = 0; i < 2; i++) {
        g_autoptr(Sheet) copy = sheet_copy(typed);
        Deed *deed = people_begin(db);
        expect_done(sheet_save(deed, copy, &error), error);
        if (i == 0) {
            deed_free(deed);
        } else {
            people_commit(deed);
        }
    }
    assert_int_equal(people_number(db, "SELECT count(*) FROM contact", DB_NO_VALUES), 3);
    people_expect_sound(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deed_commit__leaves_one_row__with_who_and_when),
        cmocka_unit_test(deed_commit__takes_the_draft_with_it),
        cmocka_unit_test(deed_commit__leaves_no_trace__when_nothing_was_changed),
        cmocka_unit_test(deed_free__rolls_back__when_not_committed),
        cmocka_unit_test(deed_commit__remembers_runs__for_new_rows),
        cmocka_unit_test(deed_begin__joins_the_transaction__when_there_is_one),
        cmocka_unit_test(deed_last__knows_each_clerk__and_nobody),
        cmocka_unit_test(deed_follow__keeps_the_index_right__in_the_middle_of_a_deed),
        cmocka_unit_test(deed_free__lets_a_copy_be_saved_again__after_a_fault),
    };
    return fixture_for_each_engine("deed", tests, G_N_ELEMENTS(tests));
}

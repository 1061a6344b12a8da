/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that were removed: which of them a deed stands for. What becomes of them is in test_bin.c.
 */
#include "tests/data/people.h"

#include "data/agenda/occasion.h"
#include "data/db/removed.h"
#include "data/list/listseen.h"

enum { SEEN = 20 };

/* Notes SEEN rows of lists for the customer in DEED; their ids into IDS. */
static void add_seen(Deed *deed, gint64 customer, gint64 ids[SEEN])
{
    g_autoptr(GError) error = NULL;
    for (guint i = 0; i < SEEN; i++) {
        ListSeen *row = record_new(&list_seen_type);
        row->customer_id = customer;
        row->key = g_strdup_printf("%u", i);
        expect_done(record_insert(deed, row, &error), error);
        ids[i] = row->head.id;
        record_free(row);
    }
}

static GPtrArray *rows_of(Db *db, gint64 deed, bool only_called, guint limit)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *rows = removed_rows(db, deed, only_called, limit, &error);
    expect_done(rows != NULL, error);
    return rows;
}

static void removed_rows__leaves_out_what_is_nothing_to_people__where_asked(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GError) error = NULL;
    gint64 customer = people_add(db, &people_hilde), ids[SEEN];
    gint64 day = people_number(db, "SELECT min(id) FROM occasion", DB_NO_VALUES);
    Deed *deed = people_begin(db);
    add_seen(deed, customer, ids);
    people_commit(deed);
    deed = people_begin(db);
    for (guint i = 0; i < SEEN; i++) {
        expect_done(record_remove(deed, &list_seen_type, ids[i], &error), error);
    }
    expect_done(record_remove(deed, &occasion_type, day, &error), error);
    gint64 removal = people_commit(deed);
    g_autoptr(GPtrArray) all = rows_of(db, removal, false, G_MAXINT);
    assert_int_equal(all->len, SEEN + 1);
    g_autoptr(GPtrArray) called = rows_of(db, removal, true, 5);
    assert_int_equal(called->len, 1);
    assert_string_equal(((const Change *)g_ptr_array_index(called, 0))->table, "occasion");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(removed_rows__leaves_out_what_is_nothing_to_people__where_asked),
    };
    return fixture_for_each_engine("removed", tests, G_N_ELEMENTS(tests));
}

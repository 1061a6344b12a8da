/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of orders for tests, and what came of them. */
#include "tests/data/orderlist.h"

#include "data/branch.h"
#include "data/diary/sums.h"
#include "tests/data/place.h"

#include <glib/gstdio.h>
#include <string.h>

const Day order_list_today = {2026, 6, 30};

gint64 order_list_hilde;

/* Three customers, two of whom share a phone, and two branches. */
void order_list_furnish(Db *db)
{
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    order_list_hilde = people_add(db, &(Person){.number = "1042",
                                                .given = "Hilde",
                                                .family = "Wagner",
                                                .email = "Hilde@Example.de",
                                                .phone = "0421 84220"});
    people_add(
        db, &(Person){.number = "K-7", .given = "Kurt", .family = "Ott", .phone = "0171 3920017"});
    people_add(
        db,
        &(Person){.number = "8", .given = "Renate", .family = "Ott", .phone = "+49 171 3920017"});
    g_autoptr(Deed) deed = people_begin(db);
    static const char *const names[] = {"Markt", "Bahnhof"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        Branch *branch = record_new(&branch_type);
        record_set_text(&branch->name, names[i]);
        expect_done(record_insert(deed, branch, &error), error);
        record_free(branch);
    }
    people_commit(g_steal_pointer(&deed));
}

ImportResult *order_list_try(const Fixture *fixture, const char *text, ImportProgress progress,
                             GError **error)
{
    g_autofree char *path = g_build_filename(fixture->folder, "orders.csv", NULL);
    g_unlink(path);
    place_write(path, text, strlen(text));
    const ImportPlan plan = {.path = path, .today = order_list_today};
    const Who who = people_who(0);
    return orders_run(fixture->db, &plan, &who, progress, NULL, error);
}

ImportResult *order_list_take(const Fixture *fixture, const char *text)
{
    g_autoptr(GError) error = NULL;
    ImportResult *result = order_list_try(fixture, text, NULL, &error);
    expect_done(result != NULL, error);
    assert_int_equal(result->read,
                     result->added + result->updated + result->unchanged + result->refused->len);
    return result;
}

void order_list_expect(const ImportResult *result, guint added, guint unchanged, guint refused)
{
    for (guint i = refused; i < result->refused->len; i++) {
        print_message("refused: %s\n",
                      ((const ImportNote *)g_ptr_array_index(result->refused, i))->reason);
    }
    assert_int_equal(result->added, added);
    assert_int_equal(result->unchanged, unchanged);
    assert_int_equal(result->refused->len, refused);
}

/* All visits as "customer kind day minute branch channel amount outside: quantity x article amount,
 * …", one a line, in their order. Free with g_free. */
static char *visits(Db *db)
{
    static const char sql[] =
        "SELECT visit.id, customer.number, visit.kind, visit.day, visit.minute, branch.name, "
        "visit.channel, visit.amount FROM visit JOIN customer ON customer.id = visit.customer_id "
        "LEFT JOIN branch ON branch.id = visit.branch_id ORDER BY visit.id";
    static const char bought[] =
        "SELECT visit_item.quantity, article.name, visit_item.amount FROM visit_item JOIN article "
        "ON article.id = visit_item.article_id WHERE visit_item.visit_id = $1 ORDER BY "
        "visit_item.id";
    g_autoptr(GError) error = NULL;
    GString *text = g_string_new(NULL);
    g_autoptr(Rows) rows = db_query(db, sql, DB_NO_VALUES, &error);
    expect_done(rows != NULL, error);
    while (rows_next(rows, &error)) {
        g_string_append_printf(text, "%s %s %s", rows_text(rows, 1), rows_text(rows, 2),
                               rows_text(rows, 3));
        if (!rows_is_null(rows, 4)) {
            g_string_append_printf(text, " %02d:%02d", (int)(rows_int(rows, 4) / 60),
                                   (int)(rows_int(rows, 4) % 60));
        }
        const char *branch = rows_text(rows, 5);
        g_string_append_printf(text, " %s%s%s", branch != NULL ? branch : "",
                               branch != NULL ? " " : "", rows_text(rows, 6));
        if (!rows_is_null(rows, 7)) {
            g_string_append_printf(text, " %d", (int)rows_int(rows, 7));
        }
        g_autoptr(Rows) items = db_query(db, bought, DB_VALUES(db_int(rows_int(rows, 0))), &error);
        expect_done(items != NULL, error);
        while (rows_next(items, &error)) {
            g_string_append_printf(text, ", %dx %s", (int)rows_int(items, 0), rows_text(items, 1));
            if (!rows_is_null(items, 2)) {
                g_string_append_printf(text, " %d", (int)rows_int(items, 2));
            }
        }
        g_string_append_c(text, '\n');
    }
    expect_done(error == NULL, error);
    return g_string_free(text, FALSE);
}

void order_list_expect_visits(Db *db, const char *wanted)
{
    g_autofree char *found = visits(db);
    assert_string_equal(found, wanted);
}

void order_list_expect_sums(Db *db)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    expect_done(sums_check(db, NULL, NULL, findings, &error), error);
    assert_int_equal(findings->len, 0);
}

const ImportNote *order_list_note(const GPtrArray *notes, guint index)
{
    assert_true(index < notes->len);
    return g_ptr_array_index(notes, index);
}

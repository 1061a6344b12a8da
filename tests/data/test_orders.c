/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over orders: repeatable, all or nothing, and taken back as one deed. */
#include "tests/data/orderlist.h"

#include "data/base/fault.h"
#include "data/diary/loss.h"

#include <string.h>

static void orders_run__takes_plain_lists__in_both_writings(void **state)
{
    const Fixture *fixture = *state;
    order_list_furnish(fixture->db);
    g_autoptr(ImportResult) german =
        order_list_take(fixture, "Datum;Kunde;Betrag;Artikel\n"
                                 "01.03.2026;1042;12,50;Torte\n"
                                 "2.3.2026 14:05;hilde@example.DE;1.234,50 €;Torte\n"
                                 "03.03.2026;(0421) 84 220;-3,00;torte\n"
                                 "03.03.2026;K-7;;Brezel\n");
    order_list_expect(german, 4, 0, 0);
    assert_int_equal(german->articles, 4);
    g_autoptr(ImportResult) english = order_list_take(fixture, "date,customer,amount\n"
                                                               "2026-03-05T09:30:00,1042,12.50\n");
    order_list_expect(english, 1, 0, 0);
    order_list_expect_visits(fixture->db,
                             "1042 visit 2026-03-01 counter 1250, 1x Torte 1250\n"
                             "1042 visit 2026-03-02 14:05 counter 123450, 1x Torte 123450\n"
                             "1042 return 2026-03-03 counter -300, 1x Torte -300\n"
                             "K-7 visit 2026-03-03 counter, 1x Brezel\n"
                             "1042 visit 2026-03-05 09:30 counter 1250\n");
    assert_int_equal(people_number(fixture->db, "SELECT COUNT(*) FROM article", DB_NO_VALUES), 2);
    order_list_expect_sums(fixture->db);
}

static void orders_run__adds_nothing__when_it_comes_again(void **state)
{
    const Fixture *fixture = *state;
    static const char list[] = "date;customer;amount;article\n"
                               "2026-03-01;1042;3,20;Brezel\n"
                               "2026-03-01;1042;3,20;Brezel\n"
                               "2026-03-01;1042;3,20;Torte\n";
    order_list_furnish(fixture->db);
    g_autoptr(ImportResult) first = order_list_take(fixture, list);
    order_list_expect(first, 3, 0, 0);
    g_autofree char *longer = g_strconcat(list, "2026-03-01;hilde@example.de;3.20;BREZEL\n", NULL);
    g_autoptr(ImportResult) again = order_list_take(fixture, list);
    order_list_expect(again, 0, 3, 0);
    assert_int_equal(again->deed_id, 0);
    g_autoptr(ImportResult) more = order_list_take(fixture, longer);
    order_list_expect(more, 1, 3, 0);
    order_list_expect_sums(fixture->db);
}

static void orders_run__refuses_lines__each_with_its_reason(void **state)
{
    static const struct {
        const char *line, *reason;
    } cases[] = {
        {"2026-03-01;;3,20;Brezel", "does not say who"},
        {"2026-03-01;4711;3,20;Brezel", "Nobody in the shop"},
        {"2026-03-01;0171 3920017;3,20;Brezel", "Several customers"},
        {"2026-02-30;1042;3,20;Brezel", "no such day"},
        {"irgendwann;1042;3,20;Brezel", "not a date"},
        {";1042;3,20;Brezel", "when it was"},
        {"3/4/2026;1042;3,20;Brezel", "two ways"},
        {"2026-07-01;1042;3,20;Brezel", "lies ahead"},
        {"Mai 2026;1042;3,20;Brezel", "not a whole one"},
        {"2026-03-01;1042;drei;Brezel", "not an amount"},
        {"2026-03-01;1042;92233720368547758,08;Brezel", "more than can be kept"},
        {"2026-03-01;1042;;", "neither an amount"},
    };
    const Fixture *fixture = *state;
    g_autoptr(GString) list = g_string_new("date;customer;amount;article\n");
    order_list_furnish(fixture->db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_string_append_printf(list, "%s\n", cases[i].line);
    }
    g_autoptr(ImportResult) result = order_list_take(fixture, list->str);
    order_list_expect(result, 0, 0, G_N_ELEMENTS(cases));
    assert_int_equal(result->deed_id, 0);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const ImportNote *one = order_list_note(result->refused, i);
        assert_int_equal(one->line, i + 2);
        if (strstr(one->reason, cases[i].reason) == NULL) {
            fail_msg("%s: %s", cases[i].line, one->reason);
        }
    }
}

static void orders_run__says_what_is_missing__of_other_lists(void **state)
{
    static const char *const lists[] = {
        "Nr;Vorname;Nachname\n1;Anna;Müller\n",
        "Datum;Betrag\n01.03.2026;3,20\n",
        "Kunde;Betrag\n1042;3,20\n",
        "2026-03-01;1042;3,20\n",
    };
    const Fixture *fixture = *state;
    order_list_furnish(fixture->db);
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(ImportResult) result = order_list_try(fixture, lists[i], NULL, &error);
        assert_null(result);
        expect_fault(error, FAULT_REFUSED);
    }
}

static bool stop_late(guint64 done, guint64 total, guint records, gpointer data)
{
    (void)data;
    (void)records;
    return done < total;
}

/* COUNT lines, of three articles and two customers, on rising days. */
static char *long_list(guint count)
{
    GString *list = g_string_new("date;customer;amount;article\n");
    for (guint i = 0; i < count; i++) {
        g_autofree char *day = day_to_text(day_plus(order_list_today, -(int)(count - i) / 20));
        g_string_append_printf(list, "%s;%s;%u,%02u;Ware %u\n", day, i % 3 == 0 ? "1042" : "8",
                               i % 70, i % 100, i % 3);
    }
    return g_string_free(list, FALSE);
}

static void orders_run__counts_once__what_was_paid_back_and_is_told_twice(void **state)
{
    const Fixture *fixture = *state;
    order_list_furnish(fixture->db);
    g_autoptr(ImportResult) result =
        order_list_take(fixture, "Datum;Kunde;Summe;Bestellnummer;Status;Erstattet\n"
                                 "2026-03-01;1042;20,00;5;;5,00\n"
                                 "2026-03-02;1042;5,00;5;Retoure;\n");
    order_list_expect(result, 1, 1, 0);
    order_list_expect_visits(fixture->db, "1042 visit 2026-03-01 counter 2000\n"
                                          "1042 return 2026-03-01 counter -500\n");
    order_list_expect_sums(fixture->db);
}

static void orders_run__leaves_nothing__when_it_is_cancelled(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *list = long_list(3000);
    order_list_furnish(fixture->db);
    g_autofree char *before = people_dump(fixture->db);
    g_autoptr(ImportResult) result = order_list_try(fixture, list, stop_late, &error);
    assert_null(result);
    expect_fault(error, FAULT_CANCELLED);
    g_autofree char *after = people_dump(fixture->db);
    assert_string_equal(after, before);
}

static void orders_run__is_taken_back__as_ranges(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *list = long_list(3000);
    order_list_furnish(fixture->db);
    g_autofree char *before = people_dump(fixture->db);
    g_autoptr(ImportResult) result = order_list_take(fixture, list);
    order_list_expect(result, 3000, 0, 0);
    order_list_expect_sums(fixture->db);
    assert_int_equal(people_number(fixture->db, "SELECT COUNT(*) FROM change WHERE deed_id = $1",
                                   DB_VALUES(db_int(result->deed_id))),
                     3);
    people_undo(fixture->db, result->deed_id);
    order_list_expect_sums(fixture->db);
    g_autofree char *after = people_dump(fixture->db);
    assert_string_equal(after, before);
    people_expect_sound(fixture->db);
    g_autoptr(ImportResult) again = order_list_take(fixture, list);
    order_list_expect(again, 3000, 0, 0);
}

static void orders_run__says_so__where_lines_stand_apart(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GString) list = g_string_new("date;order number;customer;amount;article\n"
                                           "2026-03-01;A;1042;1,00;Brezel\n");
    order_list_furnish(fixture->db);
    for (guint i = 0; i < 1500; i++) {
        g_string_append_printf(list, "2026-03-01;%u;1042;1,00;Keks\n", i);
    }
    g_string_append(list, "2026-03-01;A;1042;1,00;Torte\n");
    g_autoptr(ImportResult) result = order_list_take(fixture, list->str);
    order_list_expect(result, 1501, 0, 1);
    assert_int_equal(order_list_note(result->refused, 0)->line, 1503);
}

static void orders_run__brings_back__who_stayed_away(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    order_list_furnish(fixture->db);
    g_autoptr(Deed) deed = people_begin(fixture->db);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = order_list_hilde;
    record_set_text(&loss->day, "2026-04-01");
    record_set_text(&loss->how, "stays_away");
    expect_done(loss_save(deed, loss, order_list_today, &error), error);
    record_free(loss);
    people_commit(g_steal_pointer(&deed));
    g_autoptr(ImportResult) before = order_list_take(fixture, "date;customer;amount\n"
                                                              "2026-03-01;1042;1,00\n");
    order_list_expect(before, 1, 0, 0);
    static const char lost[] = "SELECT COUNT(*) FROM loss WHERE back_day IS NULL";
    assert_int_equal(people_number(fixture->db, lost, DB_NO_VALUES), 1);
    g_autoptr(ImportResult) after = order_list_take(fixture, "date;customer;amount\n"
                                                             "2026-05-01;1042;1,00\n");
    assert_int_equal(people_number(fixture->db, lost, DB_NO_VALUES), 0);
    people_undo(fixture->db, after->deed_id);
    assert_int_equal(people_number(fixture->db, lost, DB_NO_VALUES), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(orders_run__takes_plain_lists__in_both_writings),
        cmocka_unit_test(orders_run__adds_nothing__when_it_comes_again),
        cmocka_unit_test(orders_run__refuses_lines__each_with_its_reason),
        cmocka_unit_test(orders_run__says_what_is_missing__of_other_lists),
        cmocka_unit_test(orders_run__counts_once__what_was_paid_back_and_is_told_twice),
        cmocka_unit_test(orders_run__leaves_nothing__when_it_is_cancelled),
        cmocka_unit_test(orders_run__is_taken_back__as_ranges),
        cmocka_unit_test(orders_run__says_so__where_lines_stand_apart),
        cmocka_unit_test(orders_run__brings_back__who_stayed_away),
    };
    return fixture_for_each_engine("orders", tests, G_N_ELEMENTS(tests));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The orders of Shopify, Square, WooCommerce and own tables. */
#include "tests/data/orderlist.h"

#include "tests/data/place.h"

#include <string.h>

static const char shopify[] =
    "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Refunded Amount,"
    "Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Notes,Phone,Id\n"
    "#1001,hilde@example.de,paid,2026-05-01 10:00:00 "
    "+0200,EUR,20.00,4.90,1.60,24.90,0.00,2026-05-01 10:00:00 +0200,2,Tasse,7.50,Hilde "
    "Wagner,\"bitte, klingeln\",,'123\n"
    "#1001,hilde@example.de,,,,,,,,,,1,Keks,5.00,,,,\n"
    ",,,,,,,,,,,3,Teebeutel,0.333,,,,\n"
    "#1002,nobody@example.de,paid,,EUR,5.00,0,0,5.00,0,2026-05-02 09:00:00 +0200,1,Keks,5.00,,,,\n"
    "#1002,,,,,,,,,,,1,Tasse,7.50,,,,\n"
    "#1003,,partially_refunded,,EUR,9.00,0,0,9.00,4.00,2026-05-03 18:59:59 "
    "+0200,1,Keks,5.00,Renate Ott,,'+491713920017,\n"
    "#1004,hilde@example.de,voided,,EUR,9.00,0,0,9.00,0,2026-05-04 10:00:00 +0200,1,Keks,5.00,,,,\n"
    "#1005,hilde@example.de,paid,,USD,9.00,0,0,9.00,0,2026-05-04 10:00:00 +0200,1,Keks,5.00,,,,\n";

static void orders_run__joins_the_lines_of_an_order__of_shopify(void **state)
{
    const Fixture *fixture = *state;
    order_list_furnish(fixture->db);
    g_autoptr(ImportResult) result = order_list_take(fixture, shopify);
    order_list_expect(result, 2, 0, 3);
    order_list_expect_visits(
        fixture->db,
        "1042 visit 2026-05-01 10:00 web 2490, 2x Tasse 1500, 1x Keks 500, 3x Teebeutel "
        "99\n"
        "8 visit 2026-05-03 18:59 web 900, 1x Keks 500\n"
        "8 return 2026-05-03 18:59 web -400\n");
    assert_int_equal(order_list_note(result->refused, 0)->line, 5);
    assert_non_null(strstr(order_list_note(result->refused, 0)->reason, "Nobody"));
    assert_string_equal(order_list_note(result->refused, 2)->field, "Currency");
    gsize length = 0;
    g_autofree guint8 *bytes = place_read(result->refused_file, &length);
    g_autofree char *text = g_strndup((const char *)bytes, length);
    assert_non_null(strstr(text, ",#1002,nobody@example.de"));
    assert_non_null(strstr(text, ",#1002,,"));

    /* Mended, the rest comes in; what is known stays. */
    people_add(fixture->db, &(Person){.number = "9", .given = "Neu", .email = "nobody@example.de"});
    g_autoptr(ImportResult) mended = order_list_take(fixture, text);
    order_list_expect(mended, 1, 0, 2);
    g_autoptr(ImportResult) again = order_list_take(fixture, shopify);
    order_list_expect(again, 0, 3, 2);
    order_list_expect_sums(fixture->db);
}

static void orders_run__adds_what_was_paid_back__of_a_known_order(void **state)
{
    const Fixture *fixture = *state;
    static const char head[] = "Name,Email,Financial Status,Created at,Total,Refunded Amount,"
                               "Lineitem quantity,Lineitem name,Lineitem price\n";
    order_list_furnish(fixture->db);
    g_autofree char *before = g_strconcat(
        head, "#1,hilde@example.de,paid,2026-05-01 10:00:00 +0200,9.00,0.00,1,Keks,9.00\n", NULL);
    g_autofree char *after = g_strconcat(
        head, "#1,hilde@example.de,refunded,2026-05-01 10:00:00 +0200,9.00,9.00,1,Keks,9.00\n",
        NULL);
    g_autoptr(ImportResult) first = order_list_take(fixture, before);
    order_list_expect(first, 1, 0, 0);
    g_autoptr(ImportResult) second = order_list_take(fixture, after);
    assert_int_equal(second->updated, 1);
    g_autoptr(ImportResult) third = order_list_take(fixture, after);
    order_list_expect(third, 0, 1, 0);
    order_list_expect_visits(fixture->db, "1042 visit 2026-05-01 10:00 web 900, 1x Keks 900\n"
                                          "1042 return 2026-05-01 10:00 web -900\n");
}

static void orders_run__reads_square__items_and_transactions(void **state)
{
    const Fixture *fixture = *state;
    order_list_furnish(fixture->db);
    g_autoptr(ImportResult) items = order_list_take(
        fixture,
        "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,"
        "Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,"
        "Location,Customer ID,Customer Name,Customer Reference ID,Channel\n"
        "2026-05-01,14:30:00,Berlin,Kuchen,Torte,1.5,,,,12.00,0.00,12.00,0.84,T1,P1,Kasse,,,"
        "Payment,Bahnhof,SQ9,Hilde Wagner,1042,Square Online\n"
        "2026-05-01,14:31:00,Berlin,Kuchen,Keks,1,,,,1.00,0.00,1.00,0.07,T2,P2,Kasse,,,"
        "Payment,Hafen,,Kurt Ott,K-7,\n"
        "2026-05-01,14:30:00,Berlin,Kuchen,Brezel,2,,,,2.00,0.00,2.00,0.14,T1,P1,Kasse,,,"
        "Payment,Bahnhof,SQ9,Hilde Wagner,1042,Square Online\n"
        "2026-05-02,10:00:00,Berlin,Kuchen,Brezel,-1,,,,-1.00,0.00,-1.00,-0.07,T1,P1,Kasse,,,"
        "Refund,Bahnhof,SQ9,Hilde Wagner,1042,\n");
    order_list_expect(items, 3, 0, 0);
    assert_int_equal(items->warnings->len, 1);
    assert_string_equal(order_list_note(items->warnings, 0)->value, "Hafen");
    g_autoptr(ImportResult) payments = order_list_take(
        fixture,
        "Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Tax,Tip,Partial Refunds,"
        "Total Collected,Source,Card,Cash,Fees,Net Total,Transaction ID,Payment ID,Device Name,"
        "Description,Event Type,Location,Customer ID,Customer Name,Customer Reference ID,Channel\n"
        "5/13/2026,2:05:00 PM,Berlin,€1.00,0,€1.00,€0.07,0,0,€1.07,Register,0,€1.07,0,€1.07,T8,P8,"
        "Kasse,Keks,Payment,Markt,K-7,Kurt Ott,,\n"
        "5/4/2026,9:00:00 AM,Berlin,-€1.00,0,0,0,0,0,(€1.07),Register,0,0,0,0,T9,P9,"
        "Kasse,Keks,Refund,Markt,K-7,Kurt Ott,,\n");
    order_list_expect(payments, 2, 0, 0);
    order_list_expect_visits(
        fixture->db, "1042 visit 2026-05-01 14:30 Bahnhof web 1498, 2x Torte 1284, 2x Brezel 214\n"
                     "K-7 visit 2026-05-01 14:31 counter 107, 1x Keks 107\n"
                     "1042 return 2026-05-02 10:00 Bahnhof counter -107, 1x Brezel -107\n"
                     "K-7 visit 2026-05-13 14:05 Markt counter 107\n"
                     "K-7 return 2026-05-04 09:00 Markt counter -107\n");
}

static void orders_run__reads_woocommerce__with_a_total_on_each_line(void **state)
{
    const Fixture *fixture = *state;
    order_list_furnish(fixture->db);
    g_autoptr(ImportResult) result = order_list_take(
        fixture, "order_number,order_date,status,order_total,order_currency,billing_email,"
                 "billing_phone,item_name,item_quantity,item_total\n"
                 "77,2026-05-01 08:15:00,completed,19.00,EUR,hilde@example.de,,Tasse,2,15.00\n"
                 "77,2026-05-01 08:15:00,completed,19.00,EUR,hilde@example.de,,Keks,1,4.00\n"
                 "78,2026-05-02 08:15:00,cancelled,4.00,EUR,hilde@example.de,,Keks,1,4.00\n"
                 "79,2026-05-03 08:15:00,refunded,4.00,EUR,,0421 84220,Keks,1,4.00\n");
    order_list_expect(result, 2, 0, 1);
    order_list_expect_visits(fixture->db,
                             "1042 visit 2026-05-01 08:15 web 1900, 2x Tasse 1500, 1x Keks 400\n"
                             "1042 visit 2026-05-03 08:15 web 400, 1x Keks 400\n"
                             "1042 return 2026-05-03 08:15 web -400\n");
}

static void orders_run__reads_strokes_in_one_order__that_the_list_shows(void **state)
{
    const Fixture *fixture = *state;
    order_list_furnish(fixture->db);
    g_autoptr(ImportResult) result = order_list_take(fixture, "date,customer,amount\n"
                                                              "3/4/2026,1042,1.00\n"
                                                              "3/14/2026,1042,2.00\n");
    order_list_expect(result, 2, 0, 0);
    /* 5 July would lie ahead. */
    g_autoptr(ImportResult) ahead = order_list_take(fixture, "date,customer,amount\n"
                                                             "7/5/2026,1042,1.00\n");
    order_list_expect(ahead, 1, 0, 0);
    order_list_expect_visits(fixture->db, "1042 visit 2026-03-04 counter 100\n"
                                          "1042 visit 2026-03-14 counter 200\n"
                                          "1042 visit 2026-05-07 counter 100\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(orders_run__joins_the_lines_of_an_order__of_shopify),
        cmocka_unit_test(orders_run__adds_what_was_paid_back__of_a_known_order),
        cmocka_unit_test(orders_run__reads_square__items_and_transactions),
        cmocka_unit_test(orders_run__reads_woocommerce__with_a_total_on_each_line),
        cmocka_unit_test(orders_run__reads_strokes_in_one_order__that_the_list_shows),
    };
    return fixture_for_each_engine("ordersources", tests, G_N_ELEMENTS(tests));
}

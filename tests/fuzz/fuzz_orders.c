/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of orders: what its columns mean, when and how much. */
#include "tests/fuzz/fuzz.h"

#include "data/base/money.h"
#include "data/db/record.h"
#include "data/list/orderread.h"

static void expect_amount(gint64 amount)
{
    fuzz_expect(amount == RECORD_NONE || ABS(amount) <= MONEY_MOST, "an amount beyond all");
}

static void expect_order(const Order *order)
{
    Day day = DAY_NONE;
    for (guint i = 0; i < order->keys->len; i++) {
        fuzz_expect_text(((OrderKey *)g_ptr_array_index(order->keys, i))->value);
    }
    fuzz_expect_text(order->name);
    fuzz_expect_text(order->words);
    fuzz_expect_text(order->reason);
    if (order->reason != NULL) {
        return;
    }
    fuzz_expect(day_from_text(order->day, &day) && day_is_whole(day), "on no day: %s", order->day);
    fuzz_expect(day_compare(day, fuzz_today) <= 0, "an order of tomorrow");
    fuzz_expect(order->minute == RECORD_NONE || (order->minute >= 0 && order->minute < 1440),
                "at no minute");
    expect_amount(order->amount);
    fuzz_expect(order->refunded >= 0 && order->refunded <= MONEY_MOST, "paid back beyond all");
    for (guint i = 0; i < order->items->len; i++) {
        const OrderPiece *piece = g_ptr_array_index(order->items, i);
        fuzz_expect_text(piece->article);
        fuzz_expect(piece->quantity >= 1, "none of an article");
        expect_amount(piece->amount);
    }
}

static void read_orders(CsvFile *file, OrderReader *reader)
{
    g_autoptr(Order) order = NULL;
    g_autofree char *last = NULL;
    for (const CsvRecord *record; (record = csv_file_next(file, NULL)) != NULL;) {
        g_autofree char *id =
            record->reason == NULL ? order_line_id(reader->columns, record->cells) : NULL;
        bool goes_on =
            order != NULL && record->reason == NULL &&
            (id != NULL ? g_strcmp0(id, last) == 0 : order_goes_on(reader->columns, record->cells));
        if (goes_on) {
            order_add(reader, order, record);
            continue;
        }
        if (order != NULL) {
            order_end(order);
            expect_order(order);
            order_free(order);
        }
        order = order_begin(reader, record);
        g_free(last);
        last = g_steal_pointer(&id);
    }
    if (order != NULL) {
        order_end(order);
        expect_order(order);
    }
}

void fuzz_orders(const guint8 *bytes, gsize length)
{
    const char *path = fuzz_file(bytes, length);
    g_autoptr(GError) error = NULL;
    g_autoptr(OrderColumns) columns = NULL;
    g_autofree char *header = NULL;
    g_autoptr(CsvFile) file = order_columns_open(path, &columns, &header, &error);
    fuzz_expect((file == NULL) == (error != NULL), "refused without a word");
    if (file == NULL) {
        return;
    }
    static const DayOrder orders[] = {DAY_ORDER_UNKNOWN, DAY_ORDER_DAY_FIRST,
                                      DAY_ORDER_MONTH_FIRST};
    OrderReader reader = {.columns = columns,
                          .currency = "EUR",
                          .today = fuzz_today,
                          .day_order = orders[length % G_N_ELEMENTS(orders)]};
    read_orders(file, &reader);
    order_reader_clear(&reader);
}

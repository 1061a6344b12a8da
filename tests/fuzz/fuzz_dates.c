/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people type them. */
#include "tests/fuzz/fuzz.h"

#include "data/base/daynear.h"
#include "data/list/orderday.h"

#include <string.h>

/* What is written comes back. */
static void expect_written(Day day)
{
    g_autofree char *text = day_to_text(day);
    g_autofree char *words = day_for_people(day);
    Day again = DAY_NONE;
    fuzz_expect(day_from_text(text, &again) && memcmp(&day, &again, sizeof day) == 0,
                "“%s” does not come back", text);
    fuzz_expect(day_read(text, fuzz_today, DAY_ORDER_UNKNOWN, &again) == DAY_READ_OK &&
                    memcmp(&day, &again, sizeof day) == 0,
                "“%s” is read otherwise", text);
    /* A bare day of a month is no date; two digits are no year without a month. */
    if (day.month != 0 && day.year == 0) {
        fuzz_expect(day_read(words, fuzz_today, DAY_ORDER_UNKNOWN, &again) == DAY_READ_OK &&
                        memcmp(&day, &again, sizeof day) == 0,
                    "“%s” is read otherwise", words);
    }
}

static void expect_reading(DayReading reading, Day day)
{
    fuzz_expect_day(day);
    fuzz_expect((reading == DAY_READ_OK) == !day_is_none(day), "read, and no day");
}

void fuzz_dates(const guint8 *bytes, gsize length)
{
    static const DayOrder orders[] = {DAY_ORDER_UNKNOWN, DAY_ORDER_DAY_FIRST,
                                      DAY_ORDER_MONTH_FIRST};
    g_autofree char *text = fuzz_text(bytes, length);
    Day day = DAY_NONE;
    for (guint i = 0; i < G_N_ELEMENTS(orders); i++) {
        DayReading reading = day_read(text, fuzz_today, orders[i], &day);
        expect_reading(reading, day);
        if (reading == DAY_READ_OK) {
            expect_written(day);
        }
    }
    DayReading reading = day_read_ahead(text, fuzz_today, &day);
    expect_reading(reading, day);
    fuzz_expect(reading != DAY_READ_OK || day_is_whole(day), "ahead, and not whole");
    reading = day_read_back(text, fuzz_today, &day);
    expect_reading(reading, day);
    fuzz_expect(reading != DAY_READ_OK || day_is_whole(day), "back, and not whole");
    if (day_from_text(text, &day)) {
        g_autofree char *again = day_to_text(day);
        fuzz_expect_same(text, again);
    }
    int minute = -1;
    const char *reason = NULL;
    OrderDays days = {0};
    order_days_count(&days, text, fuzz_today);
    if (order_day_read(text, "", fuzz_today, order_days_decide(&days), &day, &minute, &reason)) {
        fuzz_expect(day_is_whole(day) && day_is_valid(day), "an order on no day");
        fuzz_expect(minute >= -1 && minute < 1440, "at no minute");
    } else {
        fuzz_expect(reason != NULL, "refused without a word");
    }
}

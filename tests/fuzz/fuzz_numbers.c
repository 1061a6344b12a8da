/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts, counts and times of day as people type them. */
#include "tests/fuzz/fuzz.h"

#include "data/base/money.h"
#include "data/base/number.h"
#include "data/base/timeofday.h"

static void read_money(const char *text, const char *currency)
{
    gint64 amount = 0, again = 0;
    bool too_much = false;
    if (!money_read(text, currency, &amount, &too_much)) {
        g_autofree char *refused = money_refused(text, too_much);
        fuzz_expect_text(refused);
        return;
    }
    fuzz_expect(ABS(amount) <= MONEY_MOST, "more than all");
    g_autofree char *written = money_for_programs(amount, currency);
    g_autofree char *spoken = money_for_people(amount, currency);
    g_autofree char *bare = money_bare(amount, currency);
    fuzz_expect(money_read(spoken, currency, &again, NULL) && again == amount,
                "“%s” is read otherwise", spoken);
    fuzz_expect(money_read(bare, currency, &again, NULL) && again == amount,
                "“%s” is read otherwise", bare);
    fuzz_expect(money_read(written, currency, &again, NULL) && again == amount,
                "“%s” is read otherwise", written);
}

void fuzz_numbers(const guint8 *bytes, gsize length)
{
    static const char *const currencies[] = {"EUR", "JPY", "KWD", "USD"};
    g_autofree char *text = fuzz_text(bytes, length);
    for (guint i = 0; i < G_N_ELEMENTS(currencies); i++) {
        read_money(text, currencies[i]);
    }
    for (NumberUnit unit = NUMBER_DAYS; unit <= NUMBER_MINUTES; unit++) {
        int count = -1;
        if (number_read(text, unit, &count)) {
            fuzz_expect(count >= 0 && count <= NUMBER_MOST, "a count of %d", count);
        } else {
            fuzz_expect(count == -1, "not understood, and touched");
        }
    }
    gint64 minute = -1, again = -1;
    if (time_of_day_read(text, &minute)) {
        fuzz_expect(minute >= 0 && minute < 1440, "at no minute");
        g_autofree char *written = time_of_day_text(minute);
        fuzz_expect(time_of_day_read(written, &again) && again == minute, "“%s” is read otherwise",
                    written);
    } else {
        fuzz_expect(minute == -1, "not understood, and touched");
    }
}

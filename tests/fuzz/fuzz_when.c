/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reminders as people type them. */
#include "tests/fuzz/fuzz.h"

#include "data/agenda/reminderwords.h"

void fuzz_when(const guint8 *bytes, gsize length)
{
    static const Moment now = {.day = {2026, 3, 1}, .minute = 10 * 60};
    g_autofree char *text = fuzz_text(bytes, length);
    ReminderWords read = {0};
    reminder_words_read(text, now, &read);
    fuzz_expect(read.words != NULL, "no words");
    fuzz_expect_text(read.words);
    fuzz_expect_day(read.due.day);
    fuzz_expect(day_is_none(read.due.day) || day_is_whole(read.due.day), "on part of a day");
    fuzz_expect(read.due.minute == MINUTE_NONE || (read.due.minute >= 0 && read.due.minute < 1440),
                "at no minute");
    fuzz_expect(read.series.unit <= SERIES_YEARS, "a series of nothing");
    if (read.series.unit != SERIES_ONCE) {
        fuzz_expect(read.series.step >= 1 && read.series.step <= 999, "a series without a step");
        fuzz_expect(read.series.weekdays < 128, "an eighth weekday");
        fuzz_expect(day_is_whole(read.series.first), "a series that never begins");
        g_autofree char *words = series_words(&read.series);
        fuzz_expect_text(words);
        Day next = series_next(&read.series, fuzz_today);
        fuzz_expect_day(next);
        fuzz_expect(day_is_none(next) || day_compare(next, fuzz_today) > 0, "comes again before");
    }
    g_autofree char *reading = reminder_words_reading(&read, fuzz_today);
    fuzz_expect((reading == NULL) == day_is_none(read.due.day), "understood, and not said");
    fuzz_expect_text(reading);
    reminder_words_clear(&read);
}

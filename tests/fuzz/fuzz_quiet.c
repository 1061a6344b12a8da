/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quiet times as people say them. */
#include "tests/fuzz/fuzz.h"

#include "data/agenda/quiet.h"

static void expect_range(gint64 value, gint64 least, gint64 most)
{
    fuzz_expect(value == RECORD_NONE || (value >= least && value <= most),
                "%" G_GINT64_FORMAT " is not in %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, value,
                least, most);
}

void fuzz_quiet(const guint8 *bytes, gsize length)
{
    g_autofree char *text = fuzz_text(bytes, length);
    Quiet *quiet = record_new(&quiet_type);
    if (quiet_read(text, fuzz_today, quiet)) {
        expect_range(quiet->weekdays, 1, 127);
        expect_range(quiet->from_minute, 0, 1439);
        expect_range(quiet->to_minute, 1, 1440);
        fuzz_expect((quiet->from_minute == RECORD_NONE) == (quiet->to_minute == RECORD_NONE),
                    "half a time");
        expect_range(quiet->from_month, 0, 12);
        expect_range(quiet->to_month, 0, 12);
        fuzz_expect((quiet->from_month == 0) == (quiet->to_month == 0), "half a season");
        fuzz_expect_day((Day){0, (int)quiet->from_month, (int)quiet->from_day});
        fuzz_expect_day((Day){0, (int)quiet->to_month, (int)quiet->to_day});
        Day until = DAY_NONE;
        fuzz_expect(quiet->until_day == NULL ||
                        (day_from_text(quiet->until_day, &until) && day_is_whole(until)),
                    "until no day");
        g_autofree char *words = quiet_text(quiet);
        fuzz_expect_text(words);
        fuzz_expect(*words != '\0', "a time that cannot be said");
        g_autoptr(GPtrArray) list = g_ptr_array_new();
        g_ptr_array_add(list, quiet);
        fuzz_expect_day(quiet_day_after(list, fuzz_today));
        quiet_has(quiet, (Moment){fuzz_today, 600});
    }
    record_free(quiet);
}

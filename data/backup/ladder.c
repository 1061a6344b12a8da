/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which backups are kept. */
#include "data/backup/ladder.h"

enum { SECONDS_A_DAY = 24 * 60 * 60, EPOCH_WEEKDAY = 3 /* 1970-01-01 was a Thursday */ };

/* Days since 1970; before it they go on below 0. */
static gint64 day_of(gint64 made)
{
    return made >= 0 ? made / SECONDS_A_DAY : -((SECONDS_A_DAY - 1 - made) / SECONDS_A_DAY);
}

static gint64 week_of(gint64 made)
{
    gint64 day = day_of(made) + EPOCH_WEEKDAY;
    return day >= 0 ? day / 7 : -((6 - day) / 7);
}

static gint64 month_of(gint64 made)
{
    g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc(made);
    return when == NULL ? 0 : (gint64)g_date_time_get_year(when) * 12 + g_date_time_get_month(when);
}

static int newest_first(gconstpointer one, gconstpointer other)
{
    const LadderStep *a = *(LadderStep *const *)one;
    const LadderStep *b = *(LadderStep *const *)other;
    return a->made < b->made ? 1 : a->made > b->made ? -1 : 0;
}

/* Keeps the first of each of the MOST newest spans of SORTED; all of what is firm, or everything
 * when EVERY. */
static void keep_spans(const GPtrArray *sorted, gint64 (*span_of)(gint64 made), guint most,
                       bool firm, bool every)
{
    gint64 last = 0;
    guint spans = 0;
    for (guint i = 0; i < sorted->len; i++) {
        LadderStep *step = g_ptr_array_index(sorted, i);
        gint64 span = span_of(step->made);
        bool is_first = spans == 0 || span != last;
        if (is_first && ++spans > most) {
            return;
        }
        last = span;
        if (is_first || every || (firm && step->is_firm)) {
            step->is_kept = true;
        }
    }
}

void ladder_choose(LadderStep *steps, guint count, gint64 now)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    for (guint i = 0; i < count; i++) {
        steps[i].is_kept = steps[i].made > now;
        if (!steps[i].is_kept) {
            g_ptr_array_add(sorted, &steps[i]);
        }
    }
    g_ptr_array_sort(sorted, newest_first);
    keep_spans(sorted, day_of, LADDER_ALL_DAYS, true, true);
    keep_spans(sorted, day_of, LADDER_DAYS, true, false);
    keep_spans(sorted, week_of, LADDER_WEEKS, false, false);
    keep_spans(sorted, month_of, LADDER_MONTHS, false, false);
}

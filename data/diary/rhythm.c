/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rhythm of a customer from the gaps between their last visits. */
#include "data/diary/rhythm.h"

#include "data/base/i18n.h"
#include "data/diary/sums_private.h"

enum { DAYS_BELOW = 14, WEEKS_BELOW = 63, MONTHS_BELOW = 730 };

Rhythm rhythm_of(const gint64 *days, guint count)
{
    gint64 gaps[SUMS_DAYS];
    guint most = sums_gaps(days, count, gaps);
    Rhythm rhythm = {.usual = sums_rhythm(days, count), .days = MIN(count, SUMS_DAYS)};
    if (most > 0) {
        rhythm.low = MAX(gaps[most / 4], 1);
        rhythm.high = MAX(gaps[most - 1 - most / 4], 1);
    }
    return rhythm;
}

bool rhythm_load(Db *db, gint64 customer_id, Rhythm *rhythm, GError **error)
{
    gint64 days[SUMS_DAYS];
    guint count;
    Day last;
    if (!sums_last_days(db, customer_id, days, &count, &last, error)) {
        return false;
    }
    *rhythm = rhythm_of(days, count);
    return true;
}

/* How many units of LENGTH days DAYS are, at least one. */
static int units(gint64 days, double length)
{
    return MAX((int)((double)days / length + 0.5), 1);
}

static char *in_days(int low, int high)
{
    if (high == 1) {
        return g_strdup(_("every day"));
    }
    if (low == high) {
        return low == 7 ? g_strdup(_("every week")) : g_strdup_printf(_("every %d days"), low);
    }
    return g_strdup_printf(_("every %d–%d days"), low, high);
}

static char *in_weeks(int low, int high)
{
    if (low == high) {
        return low == 1 ? g_strdup(_("every week")) : g_strdup_printf(_("every %d weeks"), low);
    }
    return g_strdup_printf(_("every %d–%d weeks"), low, high);
}

static char *in_months(int low, int high)
{
    if (low == high) {
        return low == 1 ? g_strdup(_("every month")) : g_strdup_printf(_("every %d months"), low);
    }
    return g_strdup_printf(_("every %d–%d months"), low, high);
}

static char *in_years(int low, int high)
{
    if (low == high) {
        return low == 1 ? g_strdup(_("every year")) : g_strdup_printf(_("every %d years"), low);
    }
    return g_strdup_printf(_("every %d–%d years"), low, high);
}

char *rhythm_words(gint64 low, gint64 high)
{
    gint64 middle = (low + high) / 2;
    if (middle < DAYS_BELOW) {
        return in_days((int)low, (int)high);
    }
    if (middle < WEEKS_BELOW) {
        return in_weeks(units(low, 7), units(high, 7));
    }
    if (middle < MONTHS_BELOW) {
        return in_months(units(low, 30.44), units(high, 30.44));
    }
    return in_years(units(low, 365.25), units(high, 365.25));
}

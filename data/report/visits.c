/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of visits: how many, by whom, on which days, at which hours. */
#include "data/base/i18n.h"
#include "data/report/presence.h"
#include "data/report/report.h"

/* Only days on which there was something. */
static void add_days(Report *report, const Presence *presence)
{
    ReportTable *table = report_table(report, "days", NULL);
    for (guint i = 0; i < presence->days->len; i++) {
        const PresenceDay *day = &g_array_index(presence->days, PresenceDay, i);
        if (day->visits == 0 && day->amount == 0) {
            continue;
        }
        g_autofree char *date = day_to_text(day_plus(presence->span.from, (int)i));
        GPtrArray *row = report_row(table);
        report_text(row, "day", N_("Day"), date);
        report_count(row, "visits", N_("Visits"), day->visits);
        report_amount(row, "amount", N_("Takings"), true, day->amount);
    }
}

/* Only hours in which somebody came; weekdays from 1, Monday, on. */
static void add_hours(Report *report, const Presence *presence)
{
    ReportTable *table = report_table(report, "hours", NULL);
    for (int weekday = 0; weekday < 7; weekday++) {
        for (int hour = 0; hour < 24; hour++) {
            if (presence->hours[weekday][hour] == 0) {
                continue;
            }
            GPtrArray *row = report_row(table);
            report_count(row, "weekday", N_("Weekday"), weekday + 1);
            report_count(row, "hour", N_("Hour"), hour);
            report_count(row, "visits", N_("Visits"), presence->hours[weekday][hour]);
        }
    }
}

static bool fill(Report *report, Db *db, GError **error)
{
    int window;
    g_autoptr(Presence) presence = presence_window(db, &window, error)
                                       ? presence_load(db, &report->span, window, error)
                                       : NULL;
    if (presence == NULL) {
        return false;
    }
    double share = 0;
    bool is_known = presence_percent(presence->regulars, presence->customers, &share);
    report_count(report->values, "n", NULL, presence->visits);
    report_count(report->values, "visits", N_("Visits"), presence->visits);
    report_count(report->values, "returns", N_("Brought back"), presence->returns);
    report_amount(report->values, "amount", N_("Takings"), true, presence->amount);
    report_count(report->values, "customers", N_("Customers"), presence->customers);
    report_count(report->values, "new", N_("of them new"), presence->fresh);
    report_count(report->values, "returning", N_("of them known"),
                 presence->customers - presence->fresh);
    report_count(report->values, "regulars", N_("of them regulars"), presence->regulars);
    report_real(report->values, "regular_share", N_("Share of regulars"), N_("%s %%"), is_known,
                share, 1);
    report_count(report->values, "window_days", NULL, window);
    add_days(report, presence);
    add_hours(report, presence);
    g_autofree char *regulars =
        g_strdup_printf(_("Regulars were here %d times or more in the %d days up to the end."),
                        PRESENCE_REGULAR, window);
    report_note(report, regulars);
    if (presence->visits == 0) {
        report_note(report, _("Nobody came in this span."));
    }
    return true;
}

const ReportClass report_visits = {"visits", N_("Visits"), fill};

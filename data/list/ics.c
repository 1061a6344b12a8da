/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A feed for calendars. */
#include "data/list/ics.h"

#include "data/agenda/duesaid.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/module.h"
#include "data/base/outlet.h"
#include "data/list/fileout.h"
#include "data/list/icsdriver.h"
#include "data/setting.h"

#include <string.h>

enum {
    FIRST_YEAR = 1970, /* some calendars show nothing before it */
    EVERY_YEARS = 4,
    NO_LEAP_YEAR = 2100, /* where every four years a day is missing */
    LATEST_YEAR = 9996,  /* a leap year: every day there is falls into it */
    MONTHS = 12,
    SERIES_MOST = 5
};

#define YEARLY "FREQ=YEARLY"
#define LAST_OF_FEBRUARY "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
#define EVERY_FOUR_YEARS "FREQ=YEARLY;INTERVAL=4"

typedef struct {
    const IcsDriver *driver;
    FileOut *out;
    char *shop; /* what the UIDs end with */
    LeapRule rule;
    gint64 count;
} Feed;

/* Some of the years of a yearly day. */
typedef struct {
    Day first;
    const char *rule;
} Series;

static const IcsDriver *load_driver(GError **error)
{
    static const Module module = {
        .file = "tresen-calendar.so",
        .symbol = ICS_DRIVER_SYMBOL,
        .absent =
            N_("This Tresen was installed without its part for calendars. Install that package, or "
               "build Tresen with the library libical (Debian: libical-dev) and without "
               "--without-libical."),
        .broken = N_("The part for calendars, %s, cannot be loaded. Install the library libical "
                     "(Debian: libical3) and try again.")};
    /* ISO C has no cast between pointers to objects and to functions. */
    union {
        gpointer address;
        IcsDriverEntry entry;
    } found = {.address = module_need(&module, NULL, error)};
    return found.address != NULL ? found.entry() : NULL;
}

/* The first leap year from YEAR on. */
static int leap_year_from(int year)
{
    while (!day_is_leap_year(year)) {
        year++;
    }
    return year;
}

/* 29 February where it is kept on 1 March in common years, from YEAR on: no rule all calendars know
 * says that, so each of four years has its own. Returns how many SERIES there are. */
static guint split_leap_day(int year, Series *series)
{
    guint count = 0;
    series[count++] = (Series){{leap_year_from(year), 2, 29}, EVERY_FOUR_YEARS};
    for (int one = year; one < year + EVERY_YEARS; one++) {
        if (one % EVERY_YEARS != 0) {
            series[count++] = (Series){{one, 3, 1}, EVERY_FOUR_YEARS};
        }
    }
    if (year <= NO_LEAP_YEAR) {
        series[count++] = (Series){{NO_LEAP_YEAR, 3, 1}, NULL};
    }
    return count;
}

/* The years of BORN, which knows month and day; at most SERIES_MOST. Returns how many there are. */
static guint split(Day born, LeapRule rule, Series *series)
{
    int year = MAX(born.year, FIRST_YEAR);
    bool is_leap_day = born.month == 2 && born.day == 29;
    if (is_leap_day && rule == LEAP_ON_1_MARCH) {
        return split_leap_day(year, series);
    }
    Day first = day_kept_in(born, year, rule);
    series[0] = (Series){first, is_leap_day ? LAST_OF_FEBRUARY : YEARLY};
    return 1;
}

/* "Birthday: Kurt (with Hilde Wagner)". */
static char *title_of(const Due *due)
{
    g_autofree char *who = due_said_who(due);
    g_autofree char *title = g_strdup_printf("%s: %s", occasion_label(due->occasion), who);
    return outlet_text(OUTLET_LINE, title);
}

static char *note_of(const Due *due)
{
    const char *number = due->customer->number;
    Day day = occasion_day(due->occasion);
    g_autofree char *since = day_for_people(day);
    g_autofree char *note = NULL;
    if (day.year == 0) {
        note = g_strdup_printf(_("Customer number %s."), number);
    } else if (due_is_birthday(due)) {
        note = g_strdup_printf(_("Born on %s. Customer number %s."), since, number);
    } else {
        note = g_strdup_printf(_("Since %s. Customer number %s."), since, number);
    }
    return outlet_text(OUTLET_LINE, note);
}

/* When the day or the customer was changed last, as YYYYMMDDTHHMMSSZ. */
static char *stamp_of(const Due *due)
{
    const char *own = due->occasion->head.updated_at, *theirs = due->customer->head.updated_at;
    GString *stamp = g_string_new(strcmp(own, theirs) > 0 ? own : theirs);
    g_string_replace(stamp, "-", "", 0);
    g_string_replace(stamp, ":", "", 0);
    return g_string_free(stamp, FALSE);
}

static bool write_text(Feed *feed, const char *text, GError **error)
{
    if (text == NULL) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("The library for calendars could not write a day. Install a newer "
                              "libical (Debian: libical3) and try again."));
        return false;
    }
    return file_out_write(feed->out, text, strlen(text), error);
}

static bool write_due(Feed *feed, const Due *due, GError **error)
{
    Series series[SERIES_MOST];
    guint count = split(occasion_day(due->occasion), feed->rule, series);
    g_autofree char *title = title_of(due), *note = note_of(due), *stamp = stamp_of(due);
    for (guint i = 0; i < count; i++) {
        g_autofree char *part = i > 0 ? g_strdup_printf("-%u", i) : g_strdup("");
        g_autofree char *uid = g_strdup_printf("%" G_GINT64_FORMAT "%s@%s.tresen",
                                               due->occasion->head.id, part, feed->shop);
        const IcsEvent event = {.uid = uid,
                                .title = title,
                                .note = note,
                                .stamp = stamp,
                                .first = series[i].first,
                                .rule = series[i].rule};
        g_autofree char *text = feed->driver->event(&event);
        if (!write_text(feed, text, error)) {
            return false;
        }
    }
    feed->count++;
    return true;
}

static bool write_month(Db *db, Feed *feed, int month, GError **error)
{
    const Day first = {LATEST_YEAR, month, 1};
    Day after = month < MONTHS ? (Day){LATEST_YEAR, month + 1, 1} : (Day){LATEST_YEAR + 1, 1, 1};
    g_autoptr(GPtrArray) list = due_list(db, first, day_plus(after, -1), NULL, feed->rule, error);
    for (guint i = 0; list != NULL && i < list->len; i++) {
        if (!write_due(feed, g_ptr_array_index(list, i), error)) {
            return false;
        }
    }
    return list != NULL;
}

static bool write_all(Db *db, Feed *feed, const char *name, GError **error)
{
    g_autofree char *called = outlet_text(OUTLET_LINE, *name != '\0' ? name : "Tresen");
    g_autofree char *head = feed->driver->head("-//Tresen//Tresen " TRESEN_VERSION "//EN", called);
    bool ok = due_leap_rule(db, &feed->rule, error) && write_text(feed, head, error);
    for (int month = 1; ok && month <= MONTHS; month++) {
        ok = write_month(db, feed, month, error);
    }
    return ok && write_text(feed, "END:VCALENDAR\r\n", error);
}

bool ics_write(Db *db, const char *path, const char *name, gint64 *count, GError **error)
{
    Feed feed = {.driver = load_driver(error)};
    g_autoptr(FileOut) out = feed.driver != NULL ? file_out_begin(db, path, error) : NULL;
    g_autofree char *shop = out != NULL ? setting_uid(db, error) : NULL;
    if (shop == NULL || !db_read_begin(db, error)) {
        return false;
    }
    feed.out = out;
    feed.shop = shop;
    bool ok = write_all(db, &feed, name, error);
    db_read_end(db);
    ok = ok && file_out_commit(out, error);
    if (ok && count != NULL) {
        *count = feed.count;
    }
    return ok;
}

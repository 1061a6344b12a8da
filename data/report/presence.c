/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting who came: each visitor of each day is marked once, then the marks are counted. */
#include "data/report/presence.h"

#include "data/diary/sums.h"
#include "data/setting.h"

/* Whose first visit was in the span, and of whom no earlier system told visits. */
static const char newcomers[] =
    "SELECT s.customer_id FROM visit_sum s JOIN customer c ON c.id = s.customer_id "
    "WHERE s.first_day >= $1 AND s.first_day <= $2 AND c.visits_before = 0 "
    "AND c.last_visit_before IS NULL";
static const char told_before[] = "SELECT id, last_visit_before FROM customer "
                                  "WHERE last_visit_before >= $1 AND last_visit_before <= $2";

bool presence_window(Db *db, int *window, GError **error)
{
    gint64 days;
    if (!setting_get_int(db, SETTING_ACTIVE_DAYS, PRESENCE_WINDOW, &days, error)) {
        return false;
    }
    *window = (int)CLAMP(days, PRESENCE_WINDOW_LEAST, PRESENCE_WINDOW_MOST);
    return true;
}

/* Where a day lies in the span and its windows. */
typedef struct {
    int index;     /* in the span; negative before it */
    bool is_start; /* in the window before the span */
    bool is_end;   /* in the window before its last day */
    bool is_in;    /* in the span */
} Place;

static Place place_of(const Presence *presence, Day day)
{
    int index = day_between(presence->span.from, day);
    int days = (int)presence->days->len;
    return (Place){
        .index = index,
        .is_start = index < 0 && index >= -presence->window,
        .is_end = index < days && index >= days - presence->window,
        .is_in = index >= 0 && index < days,
    };
}

static void mark_visitors(Presence *presence, const VisitDay *day, Place place)
{
    const gint64 *ids = (const gint64 *)(gconstpointer)day->visitors->data;
    guint marks = (place.is_start ? GUEST_START : 0u) | (place.is_end ? GUEST_END : 0u) |
                  (place.is_in ? GUEST_CAME : 0u);
    for (guint i = 0; i < day->visitors->len; i++) {
        Guest *guest = guests_of(presence->guests, ids[i]);
        guest->marks |= (guint8)marks;
        guest->visits = (guint8)MIN(guest->visits + (place.is_in ? 1 : 0), G_MAXUINT8);
        guest->recent = (guint8)MIN(guest->recent + (place.is_end ? 1 : 0), G_MAXUINT8);
    }
}

static void add_day(Presence *presence, const VisitDay *day, Day date, int index)
{
    PresenceDay *sum = &g_array_index(presence->days, PresenceDay, index);
    int weekday = day_weekday(date) - 1;
    gint64 timed = 0;
    sum->visits += day->visits;
    sum->amount += day->amount;
    presence->visits += day->visits;
    presence->returns += day->returns;
    presence->amount += day->amount;
    for (int hour = 0; hour < 24; hour++) {
        presence->hours[weekday][hour] += day->hours[hour];
        timed += day->hours[hour];
    }
    presence->timeless += MAX(day->visits - timed, 0);
}

static bool read_days(Presence *presence, Db *db, GError **error)
{
    g_autofree char *from = day_to_text(day_plus(presence->span.from, -presence->window));
    g_autofree char *to = day_to_text(presence->span.to);
    g_autoptr(GPtrArray) list = visit_day_list(db, from, to, presence->span.branch_id, error);
    for (guint i = 0; list != NULL && i < list->len; i++) {
        const VisitDay *day = g_ptr_array_index(list, i);
        Day date;
        if (!day_from_text(day->day, &date) || !day_is_whole(date)) {
            continue;
        }
        Place place = place_of(presence, date);
        mark_visitors(presence, day, place);
        if (place.is_in) {
            add_day(presence, day, date, place.index);
        }
    }
    return list != NULL;
}

static bool mark_newcomers(Presence *presence, Db *db, GError **error)
{
    g_autofree char *from = day_to_text(presence->span.from);
    g_autofree char *to = day_to_text(presence->span.to);
    g_autoptr(GArray) ids = db_get_ids(db, newcomers, DB_VALUES(db_text(from), db_text(to)), error);
    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        guests_of(presence->guests, g_array_index(ids, gint64, i))->marks |= GUEST_NEW;
    }
    return ids != NULL;
}

/* What an earlier system told. One whose last visit it tells is in the span had earlier ones of
 * which nothing is known: being taken over wins nobody back. */
static bool mark_told(Presence *presence, Db *db, GError **error)
{
    if (presence->span.branch_id != 0) {
        return true;
    }
    g_autofree char *from = day_to_text(day_plus(presence->span.from, -presence->window));
    g_autofree char *to = day_to_text(presence->span.to);
    g_autoptr(Rows) rows = db_query(db, told_before, DB_VALUES(db_text(from), db_text(to)), error);
    GError *fault = NULL;
    while (rows != NULL && rows_next(rows, &fault)) {
        Day day;
        if (!day_from_text(rows_text(rows, 1), &day) || !day_is_whole(day)) {
            continue;
        }
        Place place = place_of(presence, day);
        guint marks =
            (place.is_start || place.is_in ? GUEST_START : 0u) | (place.is_end ? GUEST_END : 0u);
        guests_of(presence->guests, rows_int(rows, 0))->marks |= (guint8)marks;
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL;
}

bool presence_came(const Guest *guest)
{
    return (guest->marks & GUEST_CAME) != 0;
}

bool presence_is_new(const Guest *guest)
{
    return presence_came(guest) && (guest->marks & GUEST_NEW) != 0;
}

bool presence_is_returning(const Guest *guest)
{
    return presence_came(guest) && (guest->marks & GUEST_NEW) == 0;
}

bool presence_is_regular(const Guest *guest)
{
    return presence_came(guest) && guest->recent >= PRESENCE_REGULAR;
}

bool presence_is_repeater(const Guest *guest)
{
    return presence_came(guest) && guest->visits >= 2;
}

bool presence_is_gone(const Guest *guest)
{
    return (guest->marks & (GUEST_START | GUEST_END)) == GUEST_START;
}

bool presence_is_kept(const Guest *guest)
{
    return (guest->marks & (GUEST_START | GUEST_END)) == (GUEST_START | GUEST_END);
}

bool presence_is_won_back(const Guest *guest)
{
    return (guest->marks & (GUEST_START | GUEST_END | GUEST_NEW)) == GUEST_END;
}

static void count(gint64 id, const Guest *guest, gpointer data)
{
    (void)id;
    Presence *presence = data;
    bool is_end = (guest->marks & GUEST_END) != 0, is_new = (guest->marks & GUEST_NEW) != 0;
    presence->customers += presence_came(guest) ? 1 : 0;
    presence->fresh += presence_is_new(guest) ? 1 : 0;
    presence->regulars += presence_is_regular(guest) ? 1 : 0;
    presence->repeaters += presence_is_repeater(guest) ? 1 : 0;
    presence->start += (guest->marks & GUEST_START) != 0 ? 1 : 0;
    presence->end += is_end ? 1 : 0;
    presence->new_at_end += is_end && is_new ? 1 : 0;
    presence->returned += presence_is_won_back(guest) ? 1 : 0;
}

Presence *presence_load(Db *db, const ReportSpan *span, int window, GError **error)
{
    g_autoptr(Presence) presence = g_new0(Presence, 1);
    presence->span = *span;
    presence->window = window;
    presence->guests = guests_new();
    presence->days = g_array_new(FALSE, TRUE, sizeof(PresenceDay));
    g_array_set_size(presence->days, (guint)span_days(span));
    if (!read_days(presence, db, error) || !mark_newcomers(presence, db, error) ||
        !mark_told(presence, db, error)) {
        return NULL;
    }
    guests_each(presence->guests, count, presence);
    return g_steal_pointer(&presence);
}

void presence_free(Presence *presence)
{
    if (presence != NULL) {
        guests_free(presence->guests);
        g_array_unref(presence->days);
        g_free(presence);
    }
}

bool presence_retention(gint64 start, gint64 end, gint64 fresh, gint64 returned, double *rate)
{
    return presence_percent(end - fresh - returned, start, rate);
}

bool presence_percent(gint64 part, gint64 whole, double *rate)
{
    if (whole == 0) {
        return false;
    }
    *rate = 100.0 * (double)part / (double)whole;
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who came in a span of days, who came back, who stayed: the figures of visits and retention.
 *
 * A customer is active on a day D when they had a visit in the WINDOW days up to D: (D - WINDOW,
 * D]. Visits are told by the sums of days; the last visit an earlier system told of a customer
 * counts as one where all branches are asked for. */
#pragma once

#include "data/db/db.h"
#include "data/report/guests.h"
#include "data/report/span.h"

enum {
    PRESENCE_WINDOW = 90, /* days, unless the owner sets another */
    PRESENCE_WINDOW_LEAST = 7,
    PRESENCE_WINDOW_MOST = 1096,
    PRESENCE_REGULAR = 4 /* visits in the window make a regular */
};

/* One day of the span. */
typedef struct {
    gint64 visits, amount;
} PresenceDay;

typedef struct {
    ReportSpan span;
    int window;
    gint64 visits, returns, amount; /* of the span; the amount is of both */
    gint64 customers;               /* who came in the span */
    gint64 fresh;                   /* of them: for the first time ever */
    gint64 regulars;     /* of them: PRESENCE_REGULAR visits or more in the window before its end */
    gint64 repeaters;    /* of them: two visits or more in the span */
    gint64 start;        /* active the day before the span */
    gint64 end;          /* active on its last day */
    gint64 new_at_end;   /* of END: newcomers of the span */
    gint64 returned;     /* of END: known before, and not active at the start */
    GArray *days;        /* PresenceDay, one a day */
    gint64 hours[7][24]; /* visits from Monday on, by the hour in which they began */
    gint64 timeless;     /* visits whose hour nobody told */
    Guests *guests;
} Presence;

/* The window the owner has set; PRESENCE_WINDOW when none. False on a fault. */
bool presence_window(Db *db, int *window, GError **error);

/* Counts. NULL on a fault. Free with presence_free. */
Presence *presence_load(Db *db, const ReportSpan *span, int window, GError **error);
void presence_free(Presence *presence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Presence, presence_free)

/* Retention in per cent: (END - FRESH - RETURNED) / START x 100 (S3-18: those at the end without
 * the new ones, of those at the start; who was won back is not kept either). False, and *RATE
 * untouched, when START is 0. */
bool presence_retention(gint64 start, gint64 end, gint64 fresh, gint64 returned, double *rate);
/* PART of WHOLE in per cent. False, and *RATE untouched, when WHOLE is 0. */
bool presence_percent(gint64 part, gint64 whole, double *rate);

/* Whom to look for with guests_ids: in the span; new; not new; regulars; with two visits or more;
 * active at the start and no longer at the end; at both; won back. */
bool presence_came(const Guest *guest);
bool presence_is_new(const Guest *guest);
bool presence_is_returning(const Guest *guest);
bool presence_is_regular(const Guest *guest);
bool presence_is_repeater(const Guest *guest);
bool presence_is_gone(const Guest *guest);
bool presence_is_kept(const Guest *guest);
bool presence_is_won_back(const Guest *guest);

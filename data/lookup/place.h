/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a customer stands among those who fit alike: the place in the search index. */
#pragma once

#include <glib.h>

/* The place of a customer (id from 1 to 2^40 - 1) who has come VISITS times, for the last time on
 * LAST_VISIT (YYYY-MM-DD, NULL: not known): the smaller the better. It counts the last visit as a
 * day and each doubling of the visits as 120 days more, so it needs no "today": of two customers
 * the one who comes twice as often stays before the other for 120 days. Who has never come stands
 * last; among equals the id decides. Never two customers in one place. */
gint64 place_of(gint64 customer_id, gint64 visits, const char *last_visit);
/* The same for everybody who comes as often and lately; the smaller the better. */
gint64 place_rank(gint64 place);

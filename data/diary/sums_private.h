/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the sums share. */
#pragma once

#include "data/base/day.h"
#include "data/diary/sums.h"

/* So many days of visits make a rhythm at most. */
enum { SUMS_DAYS = 13 };

/* What changed of one day at one branch. */
typedef struct {
    char day[11];
    gint64 branch_id;
    gint64 visits, returns, amount;
    gint64 hours[24];
    GArray *came, *went; /* gint64 customer ids, one a visit */
} DayChange;

typedef struct {
    gint64 visits, returns, amount;
} CustomerChange;

struct Sums {
    GHashTable *days;      /* DayChange, by the digits of the day and the branch as one gint64 * */
    GHashTable *customers; /* CustomerChange, by gint64 * ids */
    GHashTable *articles;  /* gint64 * uses, by gint64 * ids */
};

/* The digits of DAY and the branch as one number. */
gint64 sums_day_key(const char *day, gint64 branch_id);
/* sums_note of the rows FIRST to LAST of TYPE. */
bool sums_note_rows(Sums *sums, Db *db, const RecordType *type, gint64 first, gint64 last, int sign,
                    GError **error);
/* Adds CHANGE to what is stored of its day. */
bool sums_write_day(Db *db, const DayChange *change, GError **error);
/* The last visits' days of a customer, all different, the latest first: the COUNT of them into
 * DAYS, as Julian day numbers, and the latest into *LAST. */
bool sums_last_days(Db *db, gint64 customer_id, gint64 days[SUMS_DAYS], guint *count, Day *last,
                    GError **error);
/* The gaps between the COUNT last DAYS, of which no more than SUMS_DAYS count, from the shortest to
 * the longest. Returns how many: 0 when there are too few days for a rhythm. */
guint sums_gaps(const gint64 *days, guint count, gint64 gaps[SUMS_DAYS]);
/* Of a customer's visits what follows from their days and places: first, last, rhythm, away_from,
 * branch; the rest is 0. Free with visit_sum_free; NULL on a fault. */
VisitSum *visit_sum_of_days(Db *db, gint64 customer_id, GError **error);

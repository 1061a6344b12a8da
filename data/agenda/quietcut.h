/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people say about times, cut into words, and the days, hours and weekdays among them. For
 * quiet_read. */
#pragma once

#include "data/base/day.h"

typedef enum { CUT_WORD, CUT_NUMBER, CUT_DASH, CUT_STOP } QuietCutKind;

typedef struct {
    QuietCutKind kind;
    char *raw;    /* as it was written: "11.30", "1.", "Sa" */
    char *folded; /* of a word: fold_spelled */
} QuietCut;

/* TEXT cut into words, numbers with the dots and colons in them, dashes, and stops (commas); all
 * else parts them. The array frees them. */
GPtrArray *quiet_cut(const char *text);
/* Whether the word at AT is one of WORDS, which ends with NULL; false behind the end. */
bool quiet_cut_is(const GPtrArray *cuts, guint at, const char *const *words);
/* Whether a dash, "to", "and" stands at AT. */
bool quiet_cut_joins(const GPtrArray *cuts, guint at);

/* Each reads what stands at AT, returns how many cuts it takes, and 0 when it is nothing of it. */

/* "1.11.", "1.11.2026", "2026-11-01", "1. November", "Nov 1", "November": *DAY, whose year, and day
 * of a month alone, are 0. TODAY is whole. */
guint quiet_cut_date(const GPtrArray *cuts, guint at, Day today, Day *day);
/* "11", "11:30", "11 Uhr", "2 pm", "midnight": *MINUTE, 0 to 1440. */
guint quiet_cut_time(const GPtrArray *cuts, guint at, gint64 *minute);
/* "Sa", "Saturdays", "Mo-Fr", "weekends", "Samstagvormittag": *WEEKDAYS as of Quiet; of the last
 * one *PART is the rest of the word, folded, else NULL. It belongs to CUTS. */
guint quiet_cut_weekdays(const GPtrArray *cuts, guint at, gint64 *weekdays, const char **part);
/* "Sommer", "Advent": the first and last day of a season that has a name; both without a year. */
guint quiet_cut_season(const GPtrArray *cuts, guint at, Day *first, Day *last);
/* The hours of a part of the day, "vormittags": *FIRST and *END as of Quiet. WORD is folded. */
bool quiet_part_of_day(const char *word, gint64 *first, gint64 *end);

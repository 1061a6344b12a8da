/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for when, one after another: what reminderwords.h is made of. */
#pragma once

#include "data/base/moment.h"
#include "data/base/series.h"

/* A word as it was typed. */
typedef struct {
    const char *start, *end; /* in what was typed */
    char *plain;             /* small letters, accents off, ß as ss, without a comma behind */
    char *bare;              /* likewise, without a full stop behind */
    bool is_apart;           /* a comma, colon or semicolon follows */
    bool is_capital;
} WhenWord;

/* What is read: the words from START on belong to when. */
typedef struct {
    const WhenWord *words;
    guint count;
    guint start;
    Moment now; /* with its minute */
} WhenScan;

/* A week may still get its weekday. */
typedef enum { WHEN_NO_DAY, WHEN_WEEKDAY, WHEN_WEEK, WHEN_NEAR, WHEN_DATE } WhenDay;

/* What the words said so far. When starts as WHEN_NOTHING. */
typedef struct {
    WhenDay kind;
    Day day;
    bool has_year;   /* the date was written with its year */
    gint64 clock;    /* the minute; MINUTE_NONE: not said */
    bool is_guessed; /* of a bare "3", that the afternoon is meant */
    gint64 part;     /* the minute that a part of the day stands for; MINUTE_NONE */
    SeriesUnit unit;
    int step;
    guint weekdays;
    int month_day; /* of each month; 0: not said */
} When;

static const When WHEN_NOTHING = {.clock = MINUTE_NONE, .part = MINUTE_NONE, .step = 1};

/* The bare word AT; "" beyond the last. */
const char *when_word(const WhenScan *scan, guint at);
/* The words AT to AT + COUNT as one text. Free with g_free. NULL when there are fewer, or a comma
 * parts them. */
char *when_join(const WhenScan *scan, guint at, guint count);

/* Each takes what is said at AT into WHEN and returns how many words that were; 0, and WHEN
 * untouched, when it is nothing of the kind or was said already. Words that may stand before ("am",
 * "at") are the caller's to skip. */
guint when_take_series(const WhenScan *scan, guint at, When *when);
guint when_take_time(const WhenScan *scan, guint at, When *when);
guint when_take_day(const WhenScan *scan, guint at, When *when);
/* A date with numbers only: "27.11.", "3. mai", "+14". */
guint when_take_date(const WhenScan *scan, guint at, When *when);
/* "ende mai", "mitte nächster woche"; "am wochenende", "im mai". */
guint when_take_edge(const WhenScan *scan, guint at, When *when);
guint when_take_span(const WhenScan *scan, guint at, When *when);
/* 1 to 7 when the word AT is a weekday there, which "so" and "do" are not always; 0. */
int when_weekday(const WhenScan *scan, guint at);

/* Sets the day of WHEN and returns USED; 0, and WHEN untouched, when there is no such day. */
guint when_set_day(When *when, WhenDay kind, Day day, guint used);
/* DAY later by COUNT months, on the last day of one that is too short. */
Day when_plus_months(Day day, int count);
/* The next WEEKDAY after TODAY. */
Day when_next_weekday(Day today, int weekday);

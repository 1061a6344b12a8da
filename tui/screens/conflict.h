/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two counters wrote, side by side, to choose from. rejoin.h opens it for forms. */
#pragma once

#include "data/base/day.h"
#include "tui/screen.h"

typedef enum { CONFLICT_MINE, CONFLICT_THEIRS, CONFLICT_BOTH } ConflictTake;

/* One thing both have written. */
typedef struct {
    const char *label;         /* translated */
    const char *mine, *theirs; /* as people read them; "": nothing stands there */
    bool has_both;             /* both can be kept */
    ConflictTake first;        /* what is marked at first */
} ConflictRow;

/* Everything is copied. */
typedef struct {
    const ConflictRow *rows;
    guint count;
    const char *clerk;  /* who saved first; NULL: nobody knows */
    const char *at;     /* UTC instant of that; NULL: nobody knows */
    const char *remark; /* a sentence that stands below; NULL: none */
} ConflictArg;

/* Opened with a const ConflictArg *. Result: a const ConflictTake * with one for each row; none
 * when it was left. */
extern const ScreenClass screen_conflict;

/* When AT, a UTC instant, was, as briefly as it stays clear on the day TODAY: "14:32", "yesterday,
 * 14:32". Free with g_free. */
char *conflict_when(const char *at, Day today);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores customers gave in a span of days, and the figures made of them. The answers are
 * stored as they were given; definitions: CSAT is the share of 4 and 5 of 1 to 5, CES the mean of 1
 * (very hard) to 7 (very easy), NPS the share of 9 and 10 less that of 0 to 6, in points. */
#pragma once

#include "data/db/db.h"
#include "data/report/span.h"

typedef enum { SCORE_CSAT, SCORE_CES, SCORE_NPS, SCORE_PRODUCT, SCORE_ADVICE, SCORE_COUNT } Score;

enum { SCORE_MOST = 10, SCORES_FEW = 30 /* fewer answers make a shaky figure */ };

typedef struct {
    gint64 n;
    gint64 counts[SCORE_MOST + 1]; /* how often each score was given */
} Scores;

/* The answers of SPAN. False on a fault. */
bool scores_load(Db *db, const ReportSpan *span, Score score, Scores *scores, GError **error);
/* Adds COUNT answers of POINTS, 0 to SCORE_MOST. */
void scores_add(Scores *scores, gint64 points, gint64 count);

/* How many answers are from LEAST to MOST. */
gint64 scores_between(const Scores *scores, int least, int most);
/* What follows is false, and *VALUE untouched, when there are too few answers for it. */
/* Per cent of 4 and 5. */
bool scores_share(const Scores *scores, double *value);
bool scores_mean(const Scores *scores, double *value);
/* Promoters less detractors in points, -100 to 100. */
bool scores_nps(const Scores *scores, double *value);
/* The margin of error in the unit of the figure: 1.96 standard errors, so that the true figure lies
 * within it 95 times of 100. Of a share p: sqrt(p (1 - p) / n); of the mean: s / sqrt(n) with s of
 * n - 1; of NPS, with p and d the shares of promoters and detractors: sqrt((p + d - (p - d)^2) /
 * n). Not to be had of fewer than two answers, nor where all are alike. */
bool scores_share_margin(const Scores *scores, double *value);
bool scores_mean_margin(const Scores *scores, double *value);
bool scores_nps_margin(const Scores *scores, double *value);

/* The figure that SCORE stands for, and its margin: the share of CSAT and of what a survey asks,
 * the mean of CES, NPS. */
bool scores_figure(Score score, const Scores *scores, double *value);
bool scores_margin(Score score, const Scores *scores, double *value);
/* The definition in a sentence for people, translated; static. */
const char *scores_definition(Score score);

/* How a group of the answers was: those of one touchpoint or phase. */
typedef struct {
    char *name;
    Scores scores;
} ScoreGroup;

/* By what the answers are parted. */
typedef enum { SCORE_BY_TOUCHPOINT, SCORE_BY_PHASE } ScorePart;

/* The groups with the most answers first; answers without a touchpoint or phase are in none. The
 * array frees them. NULL on a fault. */
GPtrArray *scores_groups(Db *db, const ReportSpan *span, Score score, ScorePart part,
                         GError **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reports of CSAT, CES and NPS have in common. */
#pragma once

#include "data/report/report.h"
#include "data/report/scores.h"

/* Adds the margin of error of the figure of SCORE, and the definition and what there is too little
 * of as notes. */
void score_report_end(Report *report, Score score, const Scores *scores);
/* Adds the table "answers": how often each score from LEAST to MOST was given. */
void score_report_answers(Report *report, const Scores *scores, int least, int most);
/* Adds the table of the figure of SCORE by touchpoint or phase. False on a fault. */
bool score_report_groups(Report *report, Db *db, Score score, ScorePart part, GError **error);

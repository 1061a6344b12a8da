/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of the selected figure: a chart, what the figure rests on, and who is behind each
 * part of the chart. */
#pragma once

#include "data/report/behind.h"
#include "tui/screens/dashboardrows.h"

typedef enum { DETAIL_BARS, DETAIL_LINE, DETAIL_HEAT } DetailKind;

/* A bar of the chart. */
typedef struct {
    char *label, *text;
    double value;
    bool leads; /* there are customers to show */
    Behind behind;
} DetailBar;

typedef struct {
    DashboardFigure figure;
    DetailKind kind;
    bool is_empty;    /* there is nothing to draw a chart of */
    GArray *bars;     /* DetailBar, for bars */
    GPtrArray *notes; /* char *: sentences below the chart */
} Detail;

/* What there is to FIGURE. Free with detail_free. */
Detail *detail_new(const DashboardModel *model, DashboardFigure figure);
void detail_free(Detail *detail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Detail, detail_free)

/* Adds a bar, and a sentence; for the files of the details. TEXT and SENTENCE are taken over. */
DetailBar *detail_bar(Detail *detail, const char *label, double value, char *text);
void detail_note(Detail *detail, char *sentence);
/* A Behind of KIND for span INDEX. */
Behind detail_behind(const DashboardModel *model, BehindKind kind, int index);
/* Fill the details of what was told: scores, complaints, losses. */
void detail_scores(Detail *detail, const DashboardModel *model);
void detail_cases(Detail *detail, const DashboardModel *model);

/* How many places the cursor can stand on in the chart; those of the heat map are hours from Monday
 * at 0 on. */
int detail_places(const Detail *detail, const DashboardModel *model);
/* Whom Enter shows on PLACE of the chart, -1: of the figure as a whole. *TITLE, to be freed, says
 * who it is. False when there is nobody to show. */
bool detail_leads(const Detail *detail, const DashboardModel *model, int place, Behind *behind,
                  char **title);
/* The first and last hour (both included) the heat map shows. */
void detail_hours(const DashboardModel *model, int *first, int *last);

/* Draws all of it; PLACE as above. */
void detail_draw(Canvas *canvas, const Detail *detail, const DashboardModel *model, int place);

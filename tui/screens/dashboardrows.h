/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the dashboard, one a row, each in three spans. */
#pragma once

#include "tui/screens/dashboardmodel.h"
#include "tui/widgets/list.h"

typedef enum {
    DASHBOARD_VISITS,
    DASHBOARD_TAKINGS,
    DASHBOARD_CUSTOMERS,
    DASHBOARD_NEW,
    DASHBOARD_KNOWN,
    DASHBOARD_REGULARS,
    DASHBOARD_RETENTION,
    DASHBOARD_REPEAT,
    DASHBOARD_HOURS,
    DASHBOARD_CSAT,
    DASHBOARD_CES,
    DASHBOARD_NPS,
    DASHBOARD_COMPLAINTS,
    DASHBOARD_ANSWERS,
    DASHBOARD_LOST,
    DASHBOARD_BACK,
    DASHBOARD_FIGURES
} DashboardFigure;

/* What a figure is called, translated. */
const char *dashboard_label(DashboardFigure figure);
/* The figure in span INDEX as a number for bars; false when it cannot be had. */
bool dashboard_number(const DashboardModel *model, DashboardFigure figure, int index,
                      double *number);
/* The same for people; "–" when it cannot be had. Free with g_free. */
char *dashboard_value(const DashboardModel *model, DashboardFigure figure, int index);
/* The weekday (0 for Monday) and hour with the most visits in span INDEX; false without any. */
bool dashboard_busiest(const DashboardModel *model, int index, int *weekday, int *hour);
/* "Sat 10–11". Free with g_free. */
char *dashboard_hour(int weekday, int hour);
/* "Mon". Free with g_free. */
char *dashboard_weekday(int weekday);

/* Draws the heads of the columns, where the rows have them, into LINE. */
void dashboard_heads(Canvas *line, const DashboardModel *model);
/* The figure in row ROW of the list; DASHBOARD_FIGURES for a heading. */
DashboardFigure dashboard_figure(guint row);
/* Its model is a DashboardModel. */
extern const ListClass dashboard_list;

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all reports. */
#include "data/report/report.h"

#include <string.h>

const ReportClass *const reports[] = {
    &report_retention, &report_repeat,     &report_nps,  &report_csat, &report_ces,
    &report_visits,    &report_complaints, &report_lost, NULL,
};

const ReportClass *report_named(const char *name)
{
    for (guint i = 0; reports[i] != NULL; i++) {
        if (strcmp(reports[i]->name, name) == 0) {
            return reports[i];
        }
    }
    return NULL;
}

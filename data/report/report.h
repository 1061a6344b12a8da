/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures over a span of days, for commands and files. A new report: data/report/NAME.c with its
 * `const ReportClass report_NAME`, one line here, one in reports.c, one in Makefile.am. */
#pragma once

#include "data/db/db.h"
#include "data/report/span.h"

typedef enum {
    REPORT_COUNT,  /* a whole number */
    REPORT_REAL,   /* with digits behind the comma */
    REPORT_AMOUNT, /* of money, in the smallest unit */
    REPORT_TEXT
} ReportKind;

/* One figure. */
typedef struct {
    const char *name;  /* for programs: "rate" */
    const char *label; /* N_(): for people; NULL: for programs only */
    const char *unit;  /* N_(): a pattern with %s, "%s %%"; NULL: none */
    ReportKind kind;
    bool is_known; /* false: it cannot be had, null for programs */
    gint64 count;  /* REPORT_COUNT, REPORT_AMOUNT */
    double real;   /* REPORT_REAL */
    int digits;    /* of REAL */
    char *text;    /* REPORT_TEXT */
} ReportValue;

/* Figures of which there are several: one row a cause, a touchpoint. */
typedef struct {
    const char *name;  /* for programs: "causes" */
    const char *label; /* N_(): its heading for people; NULL: for programs and files only */
    GPtrArray *rows;   /* GPtrArray of ReportValue: the same ones in each row, the first one tells
                          what the row is about */
} ReportTable;

typedef struct ReportClass ReportClass;

typedef struct {
    const ReportClass *class;
    ReportSpan span;
    char *branch;      /* NULL: all */
    char *currency;    /* of the amounts */
    GPtrArray *values; /* ReportValue */
    GPtrArray *tables; /* ReportTable */
    GPtrArray *notes;  /* char *: sentences for people: definitions, too little data */
} Report;

struct ReportClass {
    const char *name;
    const char *label; /* N_(): heads it */
    /* Adds figures, tables and notes. False on a fault. */
    bool (*fill)(Report *report, Db *db, GError **error);
};

extern const ReportClass report_retention, report_repeat, report_nps, report_csat, report_ces,
    report_visits, report_complaints, report_lost;

/* All of them; ends with NULL. */
extern const ReportClass *const reports[];
/* The one called NAME; NULL when there is none. */
const ReportClass *report_named(const char *name);

/* The report CLASS of SPAN; BRANCH is the name of its branch, NULL for all. NULL on a fault. Free
 * with report_free. */
Report *report_load(Db *db, const ReportClass *class, const ReportSpan *span, const char *branch,
                    GError **error);
void report_free(Report *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Report, report_free)

/* For `fill`. Each adds a figure to LIST (report->values, or a row); NAME, LABEL and UNIT are
 * static. */
void report_count(GPtrArray *list, const char *name, const char *label, gint64 count);
/* IS_KNOWN false: it cannot be had. */
void report_real(GPtrArray *list, const char *name, const char *label, const char *unit,
                 bool is_known, double real, int digits);
void report_amount(GPtrArray *list, const char *name, const char *label, bool is_known,
                   gint64 amount);
/* TEXT is copied; NULL cannot be had. */
void report_text(GPtrArray *list, const char *name, const char *label, const char *text);
/* A table without rows; it belongs to REPORT. */
ReportTable *report_table(Report *report, const char *name, const char *label);
/* A new row at its end; it belongs to TABLE. */
GPtrArray *report_row(ReportTable *table);
/* Adds a sentence, which is copied. */
void report_note(Report *report, const char *sentence);

/* A share of fewer than so many customers says little. */
enum { REPORT_FEW = 30 };
/* The sentence for people that says so, translated; static. */
const char *report_few_words(void);

/* VALUE for people, "" when it cannot be had; for programs, NULL when it cannot. Free with
 * g_free. */
char *report_value_for_people(const Report *report, const ReportValue *value);
char *report_value_for_programs(const Report *report, const ReportValue *value);

/* Writes REPORT to the file PATH for spreadsheets, a figure a line: what, of what, how much. See
 * csv_out_begin for faults. */
bool report_write_csv(Db *db, const Report *report, const char *path, GError **error);

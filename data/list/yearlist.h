/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yearly days of a whole year, for looking through and for paper. */
#pragma once

#include "data/agenda/due.h"

typedef struct {
    int year;
    GPtrArray *days;    /* Due, in the order of the days */
    GPtrArray *someday; /* Due of which the day is not known, in the order of the months */
} YearList;

/* The days of KIND (NULL: of every kind) in YEAR, 1 to 9999, by the shop's rule for 29 February.
 * NULL on a fault. Free with year_list_free. */
YearList *year_list_load(Db *db, int year, const char *kind, GError **error);
void year_list_free(YearList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(YearList, year_list_free)

/* What LIST, of KIND, is called on paper: "Birthdays 2027", and SHOP's name before it unless it is
 * "". Free with g_free. */
char *year_list_title(const YearList *list, const char *kind, const char *shop);
/* LIST as lines of at most 80 columns for paper, ending with a line break: TITLE (one line), then
 * under each month its days, round ones with "!", and last those whose day is not known. Free with
 * g_free. */
char *year_list_text(const YearList *list, const char *title);

/* Writes that text of the whole YEAR to PATH (see file_out_begin), headed by the name SHOP. *COUNT
 * gets how many days. Faults as there. */
bool year_list_write(Db *db, int year, const char *kind, const char *shop, const char *path,
                     gint64 *count, GError **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A complaint as rows of a list: what happened, the steps it went, what came of it. Long texts go
 * on in further rows. */
#pragma once

#include "tui/screens/complaintwork.h"
#include "tui/widgets/list.h"

/* The steps that are shown: the two ways to close are one. */
enum { COMPLAINT_STEPS = 5 };

/* The rows of MODEL for lines of COLS cells, on TODAY. KEYS are what brings a complaint to each of
 * complaint_states, as people read it; "" for none. The array frees its rows. */
GPtrArray *complaint_rows_new(const ComplaintModel *model, const char *const *keys, Day today,
                              int cols);
/* The field of the form that shows ROW of ROWS; NULL: none in particular. Static. */
const char *complaint_row_field(const GPtrArray *rows, guint row);

/* Draws such rows; its model is the array. */
extern const ListClass complaint_rows_list;

/* How long it has been open, or took: "since today", "3 days", "closed after 3 days". Free with
 * g_free. */
char *complaint_age_words(const Complaint *complaint, Day today);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the board of complaints: what repeats, then the complaints under their states. */
#pragma once

#include "data/diary/complaintboard.h"
#include "tui/widgets/list.h"

typedef struct {
    ComplaintBoard *board;
    GPtrArray *causes;   /* ComplaintCause */
    GPtrArray *branches; /* Branch */
    GPtrArray *clerks;   /* Clerk, all who ever were there */
    ComplaintFilter filter;
    Day today;
    GArray *rows; /* ComplaintsRow; made from the rest by complaints_rows_new */
} ComplaintsModel;

typedef enum {
    COMPLAINTS_BLANK,
    COMPLAINTS_HEADING,
    COMPLAINTS_REPEAT, /* a cause that repeats */
    COMPLAINTS_CASE
} ComplaintsRowKind;

typedef struct {
    ComplaintsRowKind kind;
    guint step;  /* of a heading: of complaint_states; G_MAXUINT: of what repeats */
    guint count; /* of a heading: how many are below it */
    const ComplaintRepeat *repeat; /* belongs to the board */
    const Complaint *complaint;
} ComplaintsRow;

/* The rows of MODEL, of which all but the rows is set. Unref the array. */
GArray *complaints_rows_new(const ComplaintsModel *model);
/* The row ROW of MODEL. */
const ComplaintsRow *complaints_row(const ComplaintsModel *model, guint row);

/* Draws them; its model is a ComplaintsModel. */
extern const ListClass complaints_list;

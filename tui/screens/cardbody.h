/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a card as rows of a list: the usual order and the last visit, then facts by kind,
 * contacts, people, days, addresses, consents. Long texts go on in further rows. What happened
 * stands beside the second part (cardhistory.h) or, where there is no room, among its rows. */
#pragma once

#include "data/customer/card.h"
#include "data/diary/timeline.h"
#include "tui/widgets/list.h"

typedef enum {
    CARD_BLANK,
    CARD_HEADING,
    CARD_LINE, /* begins a record */
    CARD_MORE  /* goes on with it */
} CardRowKind;

typedef struct {
    CardRowKind kind;
    const RecordHead
        *record; /* what the row shows; NULL for blanks and headings. Belongs to the card */
    char *label; /* what it is called; NULL where it is called as the row above */
    char *text;
    char *note;                 /* when and by whom; NULL: nothing */
    const char *field;          /* of the customer form that shows it; NULL: none */
    bool faded;                 /* done: of little interest */
    const TimelineEntry *entry; /* what happened: instead of a record. Belongs to the card */
} CardRow;

/* The rows of CARD for lines of COLS cells, on TODAY. The array of CardRow frees them. */
GPtrArray *card_rows_new(const Card *card, Day today, int cols);

/* How many of COLS cells the rows below the first heading take: fewer than COLS where what happened
 * stands beside them. */
int card_rows_split(const Card *card, int cols);
/* Where the first heading of ROWS is, or would be. */
int card_rows_heading(const GPtrArray *rows);

/* Draws such rows; its model is the array. Rows are known by their record. */
extern const ListClass card_list;

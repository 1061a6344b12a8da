/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a card as rows of a list: the usual order, facts by kind, contacts, people, days,
 * addresses, consents. Long texts go on in further rows. */
#pragma once

#include "data/customer/card.h"
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
    char *note;        /* when and by whom; NULL: nothing */
    const char *field; /* of the customer form that shows it; NULL: none */
    bool faded;        /* done: of little interest */
} CardRow;

/* The rows of CARD for lines of COLS cells, on TODAY. The array of CardRow frees them. */
GPtrArray *card_rows_new(const Card *card, Day today, int cols);

/* Draws such rows; its model is the array. Rows are known by their record. */
extern const ListClass card_list;

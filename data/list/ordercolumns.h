/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a list of orders mean, told from its header. */
#pragma once

#include "data/list/csv.h"

/* Who wrote the list. */
typedef enum {
    ORDERS_OWN, /* a table of the shop's own, or a till's: date, customer, amount, article */
    ORDERS_SHOPIFY,
    ORDERS_WOOCOMMERCE,
    ORDERS_SQUARE /* items or transactions */
} OrderSource;

/* What a column can mean. */
typedef enum {
    ORDER_LEFT_OUT,
    ORDER_ID,       /* the source's name for the order; further lines repeat it or leave it empty */
    ORDER_DATE,     /* with a time of day behind it or not */
    ORDER_TIME,     /* the time of day by itself */
    ORDER_CUSTOMER, /* a number, an e-mail address or a phone */
    ORDER_NUMBER,   /* the customer's */
    ORDER_EMAIL,
    ORDER_PHONE,
    ORDER_NAME,  /* of the customer: tells namesakes of a phone apart */
    ORDER_TOTAL, /* of the whole order, on one or all of its lines */
    ORDER_ARTICLE,
    ORDER_QUANTITY,
    ORDER_PRICE,    /* of one piece */
    ORDER_AMOUNT,   /* of the line */
    ORDER_TAX,      /* of the line, not yet in its amount */
    ORDER_REFUNDED, /* how much of the order was paid back */
    ORDER_CURRENCY,
    ORDER_STATE, /* paid, refunded, cancelled; payment or refund */
    ORDER_BRANCH,
    ORDER_CHANNEL,
    ORDER_WORDS,
    ORDER_ROLES /* how many there are */
} OrderRole;

typedef struct {
    OrderSource source;
    GArray *roles;  /* OrderRole, one a column of the list */
    GPtrArray *all; /* char *: the headers as they stand, one a column */
    /* private: guint, the columns of each role in the order in which they are asked */
    GArray *asked[ORDER_ROLES];
    bool recognised; /* says when, who and how much or what; else it is no list of orders */
} OrderColumns;

/* What HEADER (char *) says. Case, blanks and punctuation do not matter; German and English. Free
 * with order_columns_free. */
OrderColumns *order_columns_read(const GPtrArray *header);
void order_columns_free(OrderColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OrderColumns, order_columns_free)

/* Opens the list at PATH and reads up to its header: the first of its records (a title may stand
 * above it) that is one of orders; the next csv_file_next gives the first line. *COLUMNS gets what
 * it says, *HEADER (may be NULL) the header as it stands. Without such a header the file is NULL
 * with FAULT_REFUSED and a sentence about what has to be in it. */
CsvFile *order_columns_open(const char *path, OrderColumns **columns, char **header,
                            GError **error);

/* The first cell of ROLE among CELLS with something in it, without a spreadsheet's apostrophe; ""
 * when there is none. *COLUMN (may be NULL) gets its place. Belongs to CELLS. */
const char *order_cell(const OrderColumns *columns, const GPtrArray *cells, OrderRole role,
                       guint *column);
/* Whether the list has such a column. */
bool order_has(const OrderColumns *columns, OrderRole role);

/* What ROLE is called, translated; "" for ORDER_LEFT_OUT. Static. */
const char *order_role_label(OrderRole role);
/* What a list of SOURCE is and what becomes of it: whole sentences, translated. Static. */
const char *order_source_sentence(OrderSource source);
/* What stands before the ids of SOURCE, so that those of two sources never meet: "shopify:". */
const char *order_source_prefix(OrderSource source);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order put together from the lines of a list. */
#pragma once

#include "data/list/ordercolumns.h"
#include "data/list/orderday.h"

/* What the reading of all orders of a list rests on. Begins as {0} but for the first four. */
typedef struct {
    const OrderColumns *columns;
    const char *currency; /* the shop's */
    Day today;
    DayOrder day_order;
    /* private: the last date that was read, and as what. Cleared by order_reader_clear. */
    char *date, *time;
    char day[11];
    int minute;
    const char *reason;
} OrderReader;

typedef struct {
    guint number; /* in the file, 1 for the first */
    char *raw;    /* as it stands there */
} OrderLine;

typedef struct {
    char *article;
    gint64 quantity; /* at least 1 */
    gint64 amount;   /* of the line, in the smallest unit; RECORD_NONE: not told */
} OrderPiece;

/* How somebody is told. */
typedef struct {
    const char *kind; /* "number", "email", "phone"; static */
    char *value;
} OrderKey;

typedef struct {
    GPtrArray *lines; /* OrderLine */
    char *reason;     /* why it cannot be taken over: a whole sentence; NULL: nothing is wrong */
    char *field;      /* the header of the column that is wrong, and what stands there; or NULL */
    char *value;
    char *id;            /* the source's, without the source's name; NULL: none */
    char day[11];        /* YYYY-MM-DD */
    gint64 minute;       /* of it; RECORD_NONE: not told */
    GPtrArray *keys;     /* OrderKey: who it was, the surest first */
    char *name;          /* of the customer; NULL */
    gint64 amount;       /* of all; negative when it was given back; RECORD_NONE: not told */
    gint64 refunded;     /* paid back of it later, above 0; 0: nothing */
    char *branch;        /* NULL */
    const char *channel; /* a code of visit_channels; static */
    char *words;         /* NULL */
    GPtrArray *items;    /* OrderPiece */
    /* Set by order_take: */
    gint64 customer_id;
    bool is_known;     /* it was taken over before */
    bool is_paid_back; /* what is new is that some of it was paid back */
    bool is_placeless; /* the shop has no such branch; said once for each */
    /* private */
    gint64 sum; /* of the lines so far */
    bool has_total, is_back, is_refunded;
} Order;

/* What the lines of one order have in common: the source's id, and whether it is a refund. NULL
 * when the record has no id: it goes on the order before when order_goes_on, else it stands by
 * itself. Free with g_free. */
char *order_line_id(const OrderColumns *columns, const GPtrArray *cells);
/* Whether a record without an id is a further line of the order before it. */
bool order_goes_on(const OrderColumns *columns, const GPtrArray *cells);

/* A new order of which RECORD is the first line. Free with order_free. */
Order *order_begin(OrderReader *reader, const CsvRecord *record);
/* Adds a further line. */
void order_add(OrderReader *reader, Order *order, const CsvRecord *record);
/* To be called behind the last line: the amount is right from then on, and all that can be judged
 * without the shop is. */
void order_end(Order *order);
/* Says that ORDER cannot be taken over, because of REASON (copied); the first reason stays. */
void order_refuse(Order *order, const char *reason);
void order_free(Order *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Order, order_free)

void order_reader_clear(OrderReader *reader);

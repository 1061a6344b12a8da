/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A visit: somebody came, phoned, ordered; what it came to. */
#pragma once

#include "data/base/choice.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    char *kind;         /* "visit", "return" */
    char *day;          /* YYYY-MM-DD, of the shop's clock */
    gint64 minute;      /* of that day; RECORD_NONE: not known */
    gint64 branch_id;   /* where; 0: not told */
    char *channel;      /* "counter", "phone", "web", "delivery" */
    gint64
        amount; /* in the smallest unit, negative for what was paid back; RECORD_NONE: not told */
    char *for_whom;
    char *occasion;   /* what it was for: "Taufe" */
    char *words;      /* details, or why it came back */
    char *outside_id; /* of the till or web shop, with its name in front; NULL */
} Visit;

extern const RecordType visit_type;

/* "visit" and "return"; the ways a visit can come. */
extern const Choice visit_kinds[], visit_channels[];

/* One article of an order. */
typedef struct {
    const char *name;  /* as typed; not looked at when there is an id */
    gint64 article_id; /* 0: the article of that name, learned when it is new */
    gint64 quantity;   /* at least 1 */
    gint64 amount;     /* of the line; RECORD_NONE: not told */
} OrderItem;

/* A visit as it is told. Begin with visit_order; what is NULL was not told. All is borrowed. */
typedef struct {
    gint64 customer_id;
    const char *kind;    /* NULL: a return when the amount is below zero, else a visit */
    const char *day;     /* YYYY-MM-DD */
    gint64 minute;       /* RECORD_NONE: not told */
    gint64 branch_id;    /* 0: not told */
    const char *channel; /* NULL: the counter */
    gint64 amount;       /* RECORD_NONE: not told; of a return with either sign */
    const char *for_whom, *occasion, *words, *outside_id;
    const OrderItem *items;
    guint items_count;
} VisitOrder;

/* A visit of CUSTOMER_ID on DAY of which nothing else is told. */
static inline VisitOrder visit_order(gint64 customer_id, const char *day)
{
    return (VisitOrder){
        .customer_id = customer_id, .day = day, .minute = RECORD_NONE, .amount = RECORD_NONE};
}

/* Stores ORDER with its articles. *ID is the visit's. With an outside id that is known nothing is
 * added: *IS_KNOWN (may be NULL) is true then, and *ID the visit that has it. Who was marked as
 * lost because they stayed away is back by it (loss_follow_visit). Texts are made storable here.
 * FAULT_REFUSED when an amount is beyond MONEY_MOST or a quantity no count, FAULT_MISSING when
 * there is no such customer. */
bool visit_add(Deed *deed, const VisitOrder *order, gint64 *id, bool *is_known, GError **error);

/* Stores what was changed in VISIT, which was loaded, with the COUNT articles of ITEMS in the place
 * of those it has; NULL leaves them as they are. The amount of a return becomes negative. Texts are
 * made storable here. Faults of visit_add, FAULT_CONFLICT as record_update. */
bool visit_change(Deed *deed, Visit *visit, const OrderItem *items, guint count, GError **error);

/* Removes the visit with its articles; a pre-order fetched with it is open again. */
bool visit_remove(Deed *deed, gint64 id, GError **error);

/* The articles of the visit in their order. An array of VisitItem, which it frees. */
GPtrArray *visit_items(Db *db, gint64 id, GError **error);
/* Them as item_words_write has them, names looked up; "" when none are named. Free with g_free. */
char *visit_items_text(Db *db, gint64 id, GError **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer: the name, or only a description for a regular whose name nobody knows. */
#pragma once

#include "data/base/choice.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    char *number;     /* the shop's, as text; unique */
    char *salutation; /* "Frau", "Herr", "Familie" … as the shop writes it */
    char *title;      /* "Dr." */
    char *given_name;
    char *family_name; /* with particles: "von Buchholz" */
    char *company;
    char *description;       /* "Studentin von gegenüber" */
    char *address_form;      /* "du", "sie", NULL: not known */
    char *language;          /* two letters, NULL: not known */
    char *preferred_channel; /* phone, email, sms, post, social, counter; NULL: not known */
    char *since;             /* a partial day (day_to_text) */
    gint64 visits_before;    /* visits an earlier system had counted */
    char *last_visit_before; /* YYYY-MM-DD */
    char *class;             /* how much care they get: "A", "B", "C"; NULL: not said */
    char *closeness;         /* a code of customer_closenesses; NULL: not said */
    gint64 clerk_id;         /* who looks after them; 0: whoever is there */
} Customer;

extern const RecordType customer_type;

/* Of somebody who was erased for ever only a nameless row is left, for the visits that stay
 * (data/erase/erase.h). Its number begins with a blank, which no number that is typed or read from
 * a list does. */
bool customer_is_erased(const Customer *customer);
/* Part of a statement: whether the row of TABLE, a name of "customer" in it, is such a rest. */
#define CUSTOMER_IS_ERASED(table) "substr(" table ".number, 1, 1) = ' '"
/* Likewise: how many such rests there are. The table is short, also in a large shop. */
#define CUSTOMERS_ERASED                                                                           \
    "(SELECT COUNT(*) FROM erased JOIN customer AS rest ON rest.id = erased.customer_id "          \
    "AND " CUSTOMER_IS_ERASED("rest") ")"

typedef enum {
    NAME_SORTED, /* "Wagner, Hilde": for lists */
    NAME_SPOKEN  /* "Hilde Wagner": for sentences and files */
} NameOrder;

/* Whether a name or the company is known. */
bool customer_has_name(const Customer *customer);
/* The name with title, or the company; NULL when only a description is known. Free with g_free. */
char *customer_name(const Customer *customer, NameOrder order);
/* What to call the customer on the screen, never empty: the name, the description in quotes, or the
 * number. Free with g_free. */
char *customer_call(const Customer *customer, NameOrder order);
/* The same of the customer with that id into *CALL; NULL when there is none. False on a fault. */
bool customer_call_of(Db *db, gint64 customer_id, NameOrder order, char **call, GError **error);

/* The customer with that number (exact, blanks at the ends aside); 0 in *ID when there is none. */
bool customer_find_number(Db *db, const char *number, gint64 *id, GError **error);
/* A number that is free, counting on from the largest the program gave or saw. Free with g_free;
 * NULL on a fault. */
char *customer_next_number(Db *db, GError **error);
/* Tells the counter of customer_next_number that NUMBER is in use (no effect when it is not all
 * digits). */
bool customer_saw_number(Db *db, const char *number, GError **error);
/* Whether the shop has customers at all. */
bool customer_is_any(Db *db, bool *any, GError **error);
/* How many customers the shop has. It counts them: tally.h is for who asks often. */
bool customer_count(Db *db, gint64 *count, GError **error);

/* How a customer likes to be reached. */
extern const Choice customer_channels[];
/* "A", "B", "C". */
extern const Choice customer_classes[];
/* "close", "known", "distant": the closer, the more personal a contact is. */
extern const Choice customer_closenesses[];

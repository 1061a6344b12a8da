/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A counter of several, as a process of its own: it changes the same few customers as all others do
 * at the same time, and writes down what it did. */
#pragma once

#include "tests/data/people.h"

/* How many customers there are, and what of each of them is changed. */
enum { COUNTER_CUSTOMERS = 20, COUNTER_FIELDS = 5 };

/* What a counter did and saw. */
typedef struct {
    guint edits;    /* deeds that were done */
    guint injected; /* saves over a version that somebody else had changed for certain */
    guint shown;    /* how many of these were refused as conflicts */
    guint met;      /* conflicts beyond those: somebody was quicker between reading and saving */
    guint false_alarms; /* conflicts where nobody had changed anything */
} CounterFigures;

/* Makes EDITS edits to the customers whose ids are 1 to COUNTER_CUSTOMERS in the shop at WHERE, as
 * the counter NUMBER (from 0), and writes to the file JOURNAL: first the members of CounterFigures,
 * then a line for each thing it changed: "field CUSTOMER FIELD VERSION VALUE", where VERSION is the
 * one the customer has with it, "fact CUSTOMER WORDS", "visit CUSTOMER AMOUNT", "new NAME". Returns
 * false after anything that a clerk would have had to read and that was no conflict; it is printed.
 */
bool counter_work(const char *where, guint number, guint edits, const char *journal);

/* The place in CUSTOMER of FIELD (below COUNTER_FIELDS). */
char **counter_field(Customer *customer, guint field);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customers whose words stand in every text of every table, now and in what was before. */
#pragma once

#include "tests/data/people.h"

enum { WORDY_TOKEN = 14 };

/* Somebody to be erased. */
typedef struct {
    gint64 id;
    char first[WORDY_TOKEN + 1], last[WORDY_TOKEN + 1]; /* letters that stand nowhere else */
    gint64 made[64]; /* the row of each table of records[] */
} Subject;

/* Makes SUBJECT, whose texts are set, a customer with a row in each table, changes all these rows,
 * removes some of them, names the customer on the card of FRIEND_ID, which is changed once, and
 * leaves two drafts with the words, one of them about nobody. */
void wordy_add(Db *db, Subject *subject, gint64 friend_id);

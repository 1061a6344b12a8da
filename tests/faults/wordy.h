/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customers whose words stand in every text of every table, now and in what was before. */
#pragma once

#include "tests/data/people.h"

enum { WORDY_TOKEN = 14 };

/* Somebody to be erased. */
typedef struct {
    gint64 id;
    char first[WORDY_TOKEN + 1], last[WORDY_TOKEN + 1]; /* letters that stand nowhere else */
    char phone[12];
    gint64 made[64]; /* the row of each table of records[] */
} Subject;

/* Makes SUBJECT, whose texts are set, a customer with a row in each table, in one deed. */
void wordy_make(Db *db, Subject *subject);
/* Changes all these rows, in one deed. */
void wordy_change(Db *db, Subject *subject);
/* Removes some of them. */
void wordy_remove(Db *db, Subject *subject);
/* Names SUBJECT on the card of the customer FRIEND_ID, and changes that once. */
void wordy_name(Db *db, const Subject *subject, gint64 friend_id);
/* Leaves two drafts with their words, one of them about nobody. */
void wordy_draft(Db *db, const Subject *subject);

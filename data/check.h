/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a shop is whole: its database, what was saved, and what follows from that. */
#pragma once

#include "data/db/db.h"

typedef enum {
    CHECK_QUICK, /* the database only, without comparing its indexes with their tables */
    CHECK_FULL
} CheckDepth;

/* What is looked at, in this order. */
typedef enum {
    CHECK_DATABASE,
    CHECK_SEALS,    /* whether the rows are as they were saved */
    CHECK_SUMS,     /* of visits */
    CHECK_CONTACTS, /* who is to be contacted next */
    CHECK_INDEX,    /* of the search */
    CHECK_STEPS
} CheckStep;

/* What was found. */
typedef struct {
    gint64 customers;
    GPtrArray *damage; /* sentences (char *): what was saved is not there as it was; only a backup
                          helps */
    GPtrArray *behind; /* sentences: what follows from the rest is wrong; check_mend helps */
    bool is_all;       /* everything was looked at: not where a quick check was wanted, DAMAGE was
                          found, or the shop can only be read */
} Checked;

/* Called now and then with how much of a step is through. False breaks off. */
typedef bool (*CheckProgress)(CheckStep step, guint done, guint total, gpointer data);

/* A short name for what STEP looks at, for a line of progress: "What was saved". Static. */
const char *check_step_name(CheckStep step);

/* Looks at the shop; others may save meanwhile. NULL on a fault, FAULT_CANCELLED when PROGRESS (may
 * be NULL) breaks off. Free with checked_free. */
Checked *check_shop(Db *db, CheckDepth depth, CheckProgress progress, gpointer data,
                    GError **error);
/* NULL is fine. */
void checked_free(Checked *checked);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Checked, checked_free)

/* Makes anew what follows from the rest: sums, contacts, search index. */
bool check_mend(Db *db, CheckProgress progress, gpointer data, GError **error);
/* Takes what is saved for right as it is: for who has changed the shop's file past the program. */
bool check_accept(Db *db, CheckProgress progress, gpointer data, GError **error);

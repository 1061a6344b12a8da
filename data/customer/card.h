/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card: what a clerk sees of a customer, in one call. */
#pragma once

#include "data/agenda/careplan.h"
#include "data/agenda/due.h"
#include "data/customer/factkind.h"
#include "data/customer/sheet.h"
#include "data/diary/extra.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/rhythm.h"
#include "data/diary/sums.h"
#include "data/diary/visit.h"

typedef struct {
    Sheet *sheet;        /* without the days that are kept silent (silence.h) */
    GPtrArray *kinds;    /* FactKind, all of the shop, in their order */
    GPtrArray *warnings; /* char *: words of the facts that warn, ticked ones aside */
    const char *usual;   /* the usual order; NULL. Belongs to the sheet */
    GPtrArray *
        near; /* Due: own and related people's days from a week ago (not greeted) to a week ahead */
    GHashTable *clerks; /* clerk id (gint64 *) to name (char *) */
    bool ask_health;    /* health facts are there, and nobody asked for the consent yet */
    bool ask_belief;
    /* What happened. */
    VisitSum *sum;
    Rhythm rhythm;
    Visit *last;           /* the last visit; NULL: none was noted */
    char *often;           /* where no usual order was told, what they buy most often; NULL */
    Extra *extra;          /* given for nothing lately; NULL */
    GPtrArray *timeline;   /* TimelineEntry: the newest, notes aside, which stand on the card */
    GPtrArray *complaints; /* Complaint: open, oldest first */
    GPtrArray *promises;   /* Promise: open, the next first */
    GPtrArray *preorders;  /* Preorder: waiting, by day */
    Loss *loss;            /* they are lost; NULL */
    GPtrArray *reminders;  /* Reminder: open, the next first */
    GPtrArray *care;       /* CareItem: the next contacts of the plan, the next first */
    CarePlan *never;       /* their own line that says "never"; NULL */
    GPtrArray *quiet;      /* Quiet: when they are not to be bothered */
    bool survey_due;       /* they may be asked how it was */
    GPtrArray *wishes;     /* Wish: came true, and nobody told them yet */
    FeedbackSigns signs;   /* what they do for the shop */
    GHashTable *branches;  /* branch id (gint64 *) to name (char *) */
    char *currency;        /* of the shop's amounts */
} Card;

/* How many entries of the timeline a card has at most. */
enum { CARD_TIMELINE = 30 };

/* The card of a customer on the day TODAY (whole). NULL with FAULT_MISSING when there is none. Free
 * with card_free. */
Card *card_load(Db *db, gint64 customer_id, Day today, GError **error);
void card_free(Card *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Card, card_free)
/* The clerk's name, NULL when it is nobody's or not known. Belongs to the card. */
const char *card_clerk(const Card *card, gint64 clerk_id);
/* The branch's name, NULL when none is told. Belongs to the card. */
const char *card_branch(const Card *card, gint64 branch_id);
/* The day of the last visit, one that an earlier system told of included; DAY_NONE when there was
 * none. */
Day card_last_day(const Card *card);
/* How many visits there were, those an earlier system had counted included. */
gint64 card_visits(const Card *card);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop does by itself after something happened: it reminds somebody, or offers a text to
 * send. Nothing is ever sent. */
#pragma once

#include "data/base/choice.h"
#include "data/base/day.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    char *code;        /* of a rule that came with the program; NULL: an own one */
    char *event;       /* a code of rule_events */
    gint64 article_id; /* of "purchase": of what, or what has its name in its own; 0: of anything */
    gint64 days;       /* 0 to 999: so long after it; before it is due for "promise" */
    char *action;      /* "reminder", "draft" */
    char *channel;     /* by which way a draft would go, a code of customer_channels */
    char *words;       /* what to do, or the text, with placeholders; NULL: the program's */
    gint64 is_active;  /* 1, or 0 for a rule that rests */
    char *from_day;    /* what happened before is left alone; NULL: nothing is */
    gint64 place;      /* order in the list */
} Rule;

extern const RecordType rule_type;

/* "purchase", "complaint" (was closed), "first_visit", "wish" (was fulfilled), "promise" (is due),
 * "away" (for twice the own rhythm). */
extern const Choice rule_events[];
/* "reminder", "draft". */
extern const Choice rule_actions[];

/* The words of RULE: its own, else the program's, translated. Belongs to RULE or the catalogue. */
const char *rule_words(const Rule *rule);
/* "3 days after a purchase of Torte": for people. ARTICLE is the article's name, NULL without one.
 * Free with g_free. */
char *rule_when(const Rule *rule, const char *article);
/* Stores RULE as a new one at the end, or as it was changed when it has an id. FAULT_REFUSED, with
 * what is missing, when it says nothing to do or its placeholders are none. */
bool rule_save(Deed *deed, Rule *rule, GError **error);
/* Removes an own rule. FAULT_REFUSED for one of the program's, and with how many when it has made
 * reminders: it can rest. FAULT_MISSING when it is not there. */
bool rule_remove(Deed *deed, gint64 id, GError **error);
/* All rules in their order; the array frees them. NULL on a fault. */
GPtrArray *rule_list(Db *db, GError **error);
/* Adds the program's rules that the shop does not have yet, resting but for what hurts nobody: at
 * its making and after an upgrade. */
bool rule_add_builtin(Deed *deed, GError **error);

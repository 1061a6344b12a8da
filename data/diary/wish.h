/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something customers ask for, and what became of it. Who asked stands in feedback. */
#pragma once

#include "data/base/choice.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    char *words;       /* what is wished for */
    char *state;       /* a code of wish_states */
    gint64 article_id; /* what it is about; 0: none */
    char *done_day;    /* when it was fulfilled or declined */
} Wish;

extern const RecordType wish_type;

/* "open", "planned", "fulfilled", "declined". */
extern const Choice wish_states[];

/* A new open wish; *ID gets its id. FAULT_REFUSED when WORDS (NULL: none) say nothing. */
bool wish_add(Deed *deed, const char *words, gint64 article_id, gint64 *id, GError **error);
/* The wish ID is in STATE from DAY (YYYY-MM-DD) on. FAULT_REFUSED when there is no such state. */
bool wish_set_state(Deed *deed, gint64 id, const char *state, const char *day, GError **error);
/* Writes it in other words. FAULT_REFUSED when they say nothing. */
bool wish_reword(Deed *deed, gint64 id, const char *words, GError **error);
/* Who asked for the wish FROM asked for INTO; FROM goes. */
bool wish_join(Deed *deed, gint64 from, gint64 into, GError **error);
/* CUSTOMER_ID, who asked for the wish ID, was told on DAY (YYYY-MM-DD) that it came true; NULL: was
 * not told after all. */
bool wish_tell(Deed *deed, gint64 id, gint64 customer_id, const char *day, GError **error);

/* A wish with who asked. */
typedef struct {
    Wish *wish;
    gint64 asked;   /* how often somebody asked */
    gint64 known;   /* how many customers did */
    gint64 untold;  /* how many of them were not told yet that it came true */
    char *last_day; /* when somebody asked last, YYYY-MM-DD; NULL: nobody did */
} WishEntry;

/* The wishes, at most LIMIT of the newest: open ones, planned ones, those that came true (with
 * people to be told first), declined ones; in each those asked for most often first, then the
 * later ones. With a BRANCH_ID those somebody asked for in that branch, with who asked there. The
 * array frees them; NULL on a fault. */
GPtrArray *wish_list(Db *db, gint64 branch_id, guint limit, GError **error);
/* Open and planned wishes like WORDS, at most MOST, the likest first; WishEntry, freed by the
 * array. Alike are those that have half of the words that matter in common, endings and one typing
 * error aside. NULL on a fault. */
GPtrArray *wish_similar(Db *db, const char *words, guint most, GError **error);

/* The newest open or planned wish in the same WORDS (capitals and accents make no difference); 0 in
 * *ID when there is none. */
bool wish_find(Db *db, const char *words, gint64 *id, GError **error);

/* Somebody who asked for a wish. */
typedef struct {
    gint64 customer_id; /* 0: those who are not known */
    char *call;         /* the customer, as lists call them; NULL: not known */
    gint64 times;       /* how often */
    char *day;          /* the last time, YYYY-MM-DD */
    char *told_day;     /* when they were told; NULL: not yet */
    char *words;        /* what they said the last time; NULL */
} WishAsker;

/* Who asked for the wish ID, the latest first; who is not known is one of them, last. The array
 * frees them; NULL on a fault. */
GPtrArray *wish_askers(Db *db, gint64 id, GError **error);
/* The wishes (Wish) of a customer that came true and of which nobody told them yet, the latest
 * first. The array frees them; NULL on a fault. */
GPtrArray *wish_untold_of(Db *db, gint64 customer_id, GError **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding customers by whatever was typed into the one box. */
#pragma once

#include "data/customer/sheet.h"
#include "data/lookup/index.h"
#include "data/lookup/nearness.h"
#include "data/lookup/vocabulary.h"

/* One customer found, with what a row of the list needs. */
typedef struct {
    gint64 customer_id;
    /* Without consents, and the days that are kept silent (silence.h); contacts and relations only
     * where one is what fitted, relations also where a day is theirs. */
    Sheet *sheet;
    gint64 visits;
    char *last_visit;    /* YYYY-MM-DD or NULL */
    GPtrArray *warnings; /* char *: words of the facts that warn, in the order of the card */
    char *usual;         /* the usual order; NULL when not known */
    Nearness nearness;   /* of several words the farthest */
    WordGroup hit;       /* where the query fits; of several words the least telling one */
    char *hit_words;     /* the fact, phone number, e-mail, place, day … that fits; NULL for name,
                            description and number */
    char **marks;        /* folded: the customer's own words that fit, or how they begin */
} Match;

typedef struct {
    GPtrArray *matches; /* Match, best first */
    GPtrArray *kinds;   /* FactKind, all of the shop */
    gint64 total;       /* how many customers fit in all, those who are only alike as well */
    bool is_more;       /* there are more than `total`, which may be fewer than are listed */
    guint alike_from;   /* the first match that is only alike (NEAR_SOUND and beyond); matches->len
                           when there is none */
} Found;

/* The customers who fit QUERY, whatever the order of its words, at most LIMIT. First the one whose
 * number it is; then who has the words as typed or other words that mean the same, name,
 * description and number before phone and e-mail before the rest, whole words before beginnings;
 * then who has something that is only alike, by Nearness and spelling, at most 20, looked for when
 * fewer than five fit; who has the last word inside another one when fewer than fifty do. Among
 * equals who comes more often and later (place.h), then the name. Of more than fifty who fit in one
 * way (whole words of the name, beginnings of words of the name, whole words anywhere, beginnings
 * anywhere) the best known fifty are ranked; of several words each of which two hundred have, those
 * that are no names are left aside when ten have them in their names. What has an "@" is an e-mail
 * address: its words are whole ones, but for the one being typed, among e-mails, whose owners come
 * first, and the rest; where nobody has them they are looked for as other words are. VOCABULARY may
 * be NULL. With nothing to look for in QUERY nothing is found. NULL on a fault. Free with
 * found_free.
 */
Found *lookup_find(Db *db, const Vocabulary *vocabulary, const char *query, guint limit,
                   GError **error);
/* Reads the contacts of the matches: ALL, or only of those whom no address tells apart
 * (sheet_where). False on a fault. */
bool found_add_contacts(Db *db, Found *found, bool all, GError **error);
void found_free(Found *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Found, found_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card: what a clerk sees of a customer, in one call. */
#pragma once

#include "data/agenda/due.h"
#include "data/customer/factkind.h"
#include "data/customer/sheet.h"

typedef struct {
    Sheet *sheet;
    GPtrArray *kinds;    /* FactKind, all of the shop, in their order */
    GPtrArray *warnings; /* char *: words of the facts that warn, ticked ones aside */
    const char *usual;   /* the usual order; NULL. Belongs to the sheet */
    GPtrArray *
        near; /* Due: own and related people's days from a week ago (not greeted) to a week ahead */
    GHashTable *clerks; /* clerk id (gint64 *) to name (char *) */
    bool ask_health;    /* health facts are there, and nobody asked for the consent yet */
    bool ask_belief;
} Card;

/* The card of a customer on the day TODAY (whole). NULL with FAULT_MISSING when there is none. Free
 * with card_free. */
Card *card_load(Db *db, gint64 customer_id, Day today, GError **error);
void card_free(Card *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Card, card_free)
/* The clerk's name, NULL when it is nobody's or not known. Belongs to the card. */
const char *card_clerk(const Card *card, gint64 clerk_id);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new card at once from what stands in the box: a name or a description is enough. */
#pragma once

#include "tui/app.h"

/* Whether TYPED (words of the box; NULL: nothing) tells enough, and leaves no doubt: it reads as a
 * name (edit_typed) of nothing but letters and what stands between them, or as a description; it
 * has at least two letters, no digit and no "@". */
bool new_card_is_plain(const char *typed);

/* What came of it. */
typedef struct {
    gint64 customer_id; /* 0: somebody may be the same person, and nothing was written */
    char *call;         /* how the customer is called */
} NewCard;

/* Makes a card of TYPED, which is plain, as one deed in the name of SCREEN, unless a customer is
 * likely the same person. DONE gets a NewCard *, freed after the call. */
Outcome new_card_make(Screen *screen, const char *typed,
                      Outcome (*done)(Screen *screen, gpointer result));
/* Tells on CARD, its screen, what was made, with the keys that go on from there. */
void new_card_say(const Screen *card, const NewCard *made);

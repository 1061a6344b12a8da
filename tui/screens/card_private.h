/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the card, for the card*.c files: the screen in card.c, what it opens in cardopen.c,
 * deeds in carddeeds.c, consents in cardconsent.c. */
#pragma once

#include "data/agenda/gesture.h"
#include "data/base/moment.h"
#include "data/customer/card.h"
#include "tui/screen.h"
#include "tui/screens/cardbody.h"
#include "tui/widgets/list.h"

typedef struct CardScreen CardScreen;

/* What is done with the one of several that was picked: ID is a fact's or an occasion's. */
typedef Outcome (*PickFunc)(CardScreen *self, gint64 id);

struct CardScreen {
    Screen base;
    gint64 customer_id;
    Draft *draft;    /* to go on with; NULL: none */
    GPtrArray *rows; /* CardRow; NULL before the first load */
    int cols;        /* for which they were made */
    List list;
    bool choosing; /* somebody moved in the list: a row is selected */
    int body_row;  /* where the list began when it was last drawn */
    bool goes;     /* Ctrl-Z or Ctrl-Y was pressed last: without the customer it closes */
    GArray *picks; /* gint64: what a choice that is open offers */
    PickFunc picked;
    const char *purpose; /* of the consent that is asked for; static */
    guint answer;        /* what was chosen there */
    bool removes;        /* a refusal takes the notes along */
};

/* What a load returns. */
typedef struct {
    Card *card; /* NULL: the customer is no longer there */
    Gestures gestures;
    Day today;
    Moment now; /* of today, with its minute */
} CardModel;

/* The card, NULL before the first load and when the customer is gone. */
const Card *card_screen_card(const CardScreen *self);
/* The selected row, NULL when none is. */
const CardRow *card_screen_row(const CardScreen *self);
/* The record of the selected row, NULL when none is selected. */
const RecordHead *card_screen_selected(const CardScreen *self);

/* Closes the card: DIGIT begins a new search on home. */
Outcome card_find_other(Screen *screen, char digit);

/* Opens another screen over the card. */
Outcome card_note(Screen *screen);
Outcome card_edit(Screen *screen);
Outcome card_people(Screen *screen);
Outcome card_timeline(Screen *screen);
Outcome card_changes(Screen *screen);
Outcome card_promise(Screen *screen);
Outcome card_feedback(Screen *screen);
bool card_has_survey(const Screen *screen);
Outcome card_survey(Screen *screen);
Outcome card_lost(Screen *screen);
Outcome card_complain(Screen *screen);
/* What the selected row can be changed with. */
Outcome card_change(Screen *screen);

/* What is to be done for them. */
Outcome card_remind(Screen *screen);
Outcome card_contact(Screen *screen);
Outcome card_quiet(Screen *screen);
bool card_has_phone(const Screen *screen);
Outcome card_dial(Screen *screen);

/* What they buy. */
Outcome card_visit(Screen *screen);
Outcome card_preorder(Screen *screen);
Outcome card_extra(Screen *screen);

/* Deeds; each goes with the `when` of its row. */
/* How often they are contacted. */
Outcome card_often(Screen *screen);
bool card_has_near(const Screen *screen);
Outcome card_greet(Screen *screen);
Outcome card_greet_how(Screen *screen);
bool card_has_once(const Screen *screen);
Outcome card_tick_once(Screen *screen);
bool card_has_fact_selected(const Screen *screen);
Outcome card_remove_fact(Screen *screen);
Outcome card_remove(Screen *screen);

/* Consents. */
bool card_has_consent(const Screen *screen);
Outcome card_consent(Screen *screen);
/* Asks for the consent to PURPOSE ("health", "belief"). */
Outcome card_consent_ask(CardScreen *self, const char *purpose);
/* Whether somebody asked for it already. */
bool card_consent_answered(const Card *card, const char *purpose);
/* Whether notes stand on the card that the customer did not agree to. */
bool card_consent_missing(const Card *card, const char *purpose);

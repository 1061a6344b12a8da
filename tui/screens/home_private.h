/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the home screen, for home.c, the screen, and homedeeds.c, what its keys do. */
#pragma once

#include "tui/lineedit.h"
#include "tui/screens/homemodel.h"
#include "tui/screens/todowork.h"
#include "tui/widgets/list.h"

typedef struct {
    Screen base;
    LineEdit *line; /* the box */
    List list;
    int list_row;        /* where the list was last drawn */
    guint wanted;        /* how many matches, beside those for the window; 0: no more */
    bool wants_last;     /* the last of them is to be selected when they are there */
    bool counts;         /* the next load counts the customers, which takes a moment */
    guint count_id;      /* begins that load as soon as there is nothing else to do */
    bool is_same_search; /* the next load goes on with what is known of the shop */
    unsigned seen;       /* line_edit_changes of what the model shows */
    Key held;            /* moves the selection as soon as there is something to move to */
    char *thrown_away;   /* the uid of the draft that is asked about */
    bool is_away;        /* a card was opened from a row: what was typed waits for its end */
    unsigned stored;     /* app_stored when it was */
    TodoTick ticked;     /* what was ticked last */
    bool wants_ticked;   /* it is to be selected as soon as it is back */
} Home;

/* The selected row, NULL when there is none, as right after a tick. */
const HomeRow *home_selected(const Screen *screen);

/* Empties the box when the card closed without coming back here: nobody was there for some time. */
void home_arrive(Screen *screen);
/* Selects what was ticked and came back. For `loaded`. */
void home_find_ticked(Home *self);

/* For the action rows: `when` and `run`. */
bool home_is_draft(const Screen *screen);
bool home_has_card(const Screen *screen);
bool home_is_nobody(const Screen *screen);
bool home_can_greet(const Screen *screen);
bool home_can_tick(const Screen *screen);
bool home_can_untick(const Screen *screen);
bool home_can_put_off(const Screen *screen);
bool home_can_dial(const Screen *screen);
Outcome home_go_on(Screen *screen);
Outcome home_throw_away(Screen *screen);
Outcome home_enter(Screen *screen);
Outcome home_create(Screen *screen);
Outcome home_greet(Screen *screen);
Outcome home_greet_how(Screen *screen);
Outcome home_tick(Screen *screen);
Outcome home_untick(Screen *screen);
Outcome home_undo(Screen *screen);
Outcome home_put_off(Screen *screen);
Outcome home_dial(Screen *screen);
Outcome home_due(Screen *screen);
Outcome home_remind(Screen *screen);
Outcome home_new(Screen *screen);
Outcome home_clear(Screen *screen);
Outcome home_all(Screen *screen);
Outcome home_feedback(Screen *screen);
Outcome home_feedbacks(Screen *screen);
Outcome home_wishes(Screen *screen);
Outcome home_complaints(Screen *screen);
Outcome home_preorders(Screen *screen);
Outcome home_promises(Screen *screen);
Outcome home_losses(Screen *screen);
Outcome home_import(Screen *screen);
bool home_has_backups(const Screen *screen);
Outcome home_backups(Screen *screen);
Outcome home_bin(Screen *screen);
Outcome home_changes(Screen *screen);
Outcome home_calendar(Screen *screen);
Outcome home_dashboard(Screen *screen);
Outcome home_settings(Screen *screen);

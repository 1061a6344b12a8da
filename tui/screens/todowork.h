/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with something that is due, the same on the home screen and in the list. */
#pragma once

#include "data/agenda/todo.h"
#include "tui/screen.h"

/* What was ticked or skipped last on a screen, which keeps one, zeroed at first. */
typedef struct {
    TodoKind kind;
    gint64 id;   /* 0: nothing */
    gint64 deed; /* the tick, as long as no other key was pressed since; 0 */
} TodoTick;

/* Does ITEM now, as a deed, and says so. For kinds that todo_can_tick. TICK, the screen's own, is
 * told of it. */
Outcome todo_tick_now(Screen *screen, const TodoItem *item, TodoTick *tick);
/* Skips the reminder ITEM this time. */
Outcome todo_skip_now(Screen *screen, const TodoItem *item, TodoTick *tick);
/* For `input`, first: any event but Space ends that the same key takes a tick back. True when EVENT
 * does no more than that: Down and Enter, and one of the letters ROW_KEYS, only show which row took
 * the place of the one that went. */
bool todo_tick_ends(TodoTick *tick, const Event *event, const char *row_keys);
/* Takes the tick back that was made right before. */
Outcome todo_untick(Screen *screen, TodoTick *tick);
/* Opens the choice until when ITEM is put off, or with MOVES moved. */
Outcome todo_put_off(Screen *screen, const TodoItem *item, bool moves);
/* Opens the form of a reminder. */
Outcome todo_change(Screen *screen, gint64 reminder_id);
/* Opens what ITEM is about: the text it offers, the card of its customer, else itself. RETURNED
 * gets what the card gives. */
Outcome todo_open(Screen *screen, const TodoItem *item, ReturnFunc returned);
/* Shows the numbers of a customer. */
Outcome todo_dial(Screen *screen, gint64 customer_id);

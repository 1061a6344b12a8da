/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs for "not now": putting something that is due off (it only comes up later), and moving
 * it (something else was agreed). They do it themselves, as a deed, and say so. */
#pragma once

#include "data/agenda/todo.h"
#include "data/base/moment.h"
#include "tui/screen.h"

typedef struct {
    TodoKind kind;
    gint64 id;         /* as in TodoItem */
    Moment due;        /* when it comes up now; its day may be none */
    const char *words; /* what it is, for the head of the dialog; copied */
    bool moves;        /* it is moved, not put off: see putoff_can_move */
} PutoffArg;

/* Opened with a const PutoffArg *: offers an hour, a day and a week later, and takes a day and a
 * time as people type them. An hour is offered where a time makes sense: for reminders. Result: a
 * Moment *, until when; none when it was left. */
extern const ScreenClass screen_putoff;

/* Opens it over PARENT, which needs no answer: it loads again when something was stored. */
Outcome putoff_open(Screen *parent, const PutoffArg *arg);
/* Whether what is due of KIND can be moved; for putting off see todo_can_snooze. */
bool putoff_can_move(TodoKind kind);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for a line to the shop that is slow or down, or leads to a copy. */
#pragma once

#include "data/db/db.h"

typedef struct {
    DbLineKind kind;
    bool is_server;    /* the shop is on one; else in a file */
    bool is_held;      /* keys wait for what has been asked for */
    bool is_told;      /* somebody else is in the way: in a file another program that writes */
    guint seconds;     /* for how long nothing has answered; 0: all is well */
    const char *as_of; /* UTC instant of what is shown; "": nothing is */
} LineState;

/* What to tell of STATE at the time NOW, NULL when there is nothing to tell. Free with g_free. */
char *line_words(const LineState *state, GDateTime *now);
/* The loud word before the shop's name while the line is KIND; NULL: none. */
const char *line_mark(DbLineKind kind);

/* The server is there again. */
const char *line_words_back(void);
/* A failed save can be done now. */
const char *line_words_save_now(void);
/* A copy answers: why nothing can be changed. */
const char *line_words_copy(void);
/* The person gave up waiting; what became of the save shows the next one. */
const char *line_words_given_up(void);
/* Esc was pressed, a key that cannot do anything now, the key that quits. */
const char *line_words_stopping(void);
const char *line_words_not_now(void);
const char *line_words_quit(void);

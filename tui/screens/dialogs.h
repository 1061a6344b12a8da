/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs every screen can open. Each returns at once; the answer comes to ANSWERED in the
 * parent, which may be NULL where it says so. */
#pragma once

#include "tui/screen.h"

extern const ScreenClass screen_message, screen_confirm, screen_choice, screen_prompt;
/* These two are opened with the screen below as argument. */
extern const ScreenClass screen_help, screen_palette;

/* Says TEXT, a whole sentence with a way out, under TITLE (NULL: none). Enter or Esc closes it. */
Outcome dialog_message(Screen *parent, const char *title, const char *text);

/* The same with Enter = try again, Esc = leave it. ANSWERED gets non-NULL for "try again", NULL
 * for Esc. */
Outcome dialog_retry(Screen *parent, const char *text, ReturnFunc answered);

/* Changes what DIALOG, opened by dialog_retry, says: TEXT, and YES for Enter. */
void dialog_retry_say(Screen *dialog, const char *text, const char *yes);

/* Asks QUESTION; Enter is YES, Esc is NO (labels, translated: _("Throw away"), _("Go on
 * typing")). ANSWERED gets non-NULL for yes, NULL for no. A paste never answers. */
Outcome dialog_confirm(Screen *parent, const char *question, const char *yes, const char *no,
                       ReturnFunc answered);

/* For the row "Esc" of a screen with `unsaved`: closes SCREEN, after asking where something typed
 * would be lost. */
Outcome dialog_leave(Screen *screen);

/* Asks for one of COUNT OPTIONS (copied), with the one at FIRST selected. ANSWERED gets a const
 * guint * with its number, NULL for Esc. */
Outcome dialog_choice(Screen *parent, const char *title, const char *const *options, guint count,
                      guint first, ReturnFunc answered);

/* The same with the first one selected, and each has KEYS ("F2|Alt-n", copied) that take it at
 * once. */
Outcome dialog_choice_keys(Screen *parent, const char *title, const char *const *options,
                           const char *const *keys, guint count, ReturnFunc answered);

/* The same with options that are hidden while the app is discreet, the first one selected. */
Outcome dialog_choice_private(Screen *parent, const char *title, const char *const *options,
                              guint count, ReturnFunc answered);

/* What a prompt asks. Everything is copied but the context. */
typedef struct {
    const char *title;
    const char *question; /* a line above the box; may be NULL */
    const char *initial;  /* what stands in the box at first; may be NULL */
    bool is_guess;        /* typing takes the place of INITIAL, Enter takes it */
    bool is_secret;       /* a password: shown as dots, and taken with the blanks at its ends */
    const char *hint;     /* dim while the box is empty; may be NULL */
    /* What TYPED is understood as, a new string shown under the box while typing, or NULL. TURN
     * counts how often Tab was pressed: the caller may offer another reading each time ("likes",
     * "dislikes" …). May be NULL; then Tab does nothing. */
    char *(*reading)(const char *typed, guint turn, gconstpointer context);
    gconstpointer context; /* must outlive the prompt: the parent's */
    /* Whether TYPED, without blanks at its ends, may be taken; else a sentence in ERROR, which is
     * shown until the text is changed. READING then knows but one reading, and Tab does nothing.
     * May be NULL. */
    bool (*check)(const char *typed, gconstpointer context, GError **error);
} PromptQuestion;

typedef struct {
    const char *text; /* as typed, blanks at both ends left out but of what is secret */
    guint turn;
} PromptAnswer;

/* Asks for a line of text. ANSWERED gets a const PromptAnswer *, NULL for Esc. */
Outcome dialog_prompt(Screen *parent, const PromptQuestion *question, ReturnFunc answered);

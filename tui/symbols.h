/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The few pictures on the screen, each with an ASCII stand-in for terminals that cannot draw it.
 * Each means something only together with the words beside it. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
    SYMBOL_WARNING,  /* ⚠ ! */
    SYMBOL_BIRTHDAY, /* ★ * */
    SYMBOL_OPEN,     /* ☐ [ ] */
    SYMBOL_DONE,     /* ☑ [x] */
    SYMBOL_PROMPT,   /* › > */
    SYMBOL_BACK,     /* ‹ < */
    SYMBOL_DOT,      /* · - (between parts of a line) */
    SYMBOL_ELLIPSIS, /* … ... */
    SYMBOL_CURSOR,   /* ▸ > (before the one of several that is chosen) */
    SYMBOL_ABOVE,    /* ▴ ^ (there is more above) */
    SYMBOL_BELOW,    /* ▾ v (there is more below) */
    SYMBOL_HIDDEN,   /* · . (a cell of what a customer should not read) */
    SYMBOL_ALIKE,    /* ≈ ~ (only alike) */
    SYMBOL_FLAG,     /* ⚑ # (an open complaint) */
    SYMBOL_COUNT
} Symbol;

/* SYMBOL as text, in ASCII when ASCII is true. Static. */
const char *symbol_text(Symbol symbol, bool ascii);

/* TEXT with arrows, dashes, dots, quotation marks and the like in ASCII: "->", "-", "...". Letters
 * stay as they are. Free with g_free. */
char *symbols_plain(const char *text);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The few pictures on the screen, each with an ASCII stand-in for terminals that cannot draw it.
 * Each means something only together with the words beside it. */
#pragma once

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
    SYMBOL_COUNT
} Symbol;

/* SYMBOL as text, in ASCII when ASCII is true. Static. */
const char *symbol_text(Symbol symbol, bool ascii);

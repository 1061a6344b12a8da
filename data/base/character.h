/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of what a stored character could do where it is shown. The rules of the media are
 * built on it: outlet.h for text that leaves the program, tui/text.h for cells of the screen. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
    CHARACTER_PLAIN,    /* letters, digits, signs, blanks, marks, private use */
    CHARACTER_BREAK,    /* tab, LF, VT, FF, CR, NEL, line and paragraph separator */
    CHARACTER_CONTROL,  /* the other C0, DEL, the other C1: a terminal may obey them */
    CHARACTER_TURN,     /* turns the direction of writing, also that of what stands beside it */
    CHARACTER_JOINER,   /* zero-width joiner and non-joiner */
    CHARACTER_SELECTOR, /* variation selectors */
    CHARACTER_HIDDEN,   /* invisible and harmless: soft hyphen, byte order mark, fillers, tags … */
    CHARACTER_UNFIT     /* other format characters, noncharacters, surrogates, unassigned ones */
} CharacterKind;

/* What C is. Any number is allowed: above U+10FFFF it is unfit. */
CharacterKind character_kind(gunichar c);
/* Whether C is one of the 66 noncharacters. */
bool character_is_noncharacter(gunichar c);

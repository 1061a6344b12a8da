/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How words sound: words with the same code sound alike to a German ear. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* The code of WORD (folded, one word): Kölner Phonetik (H. J. Postel, Die Kölner Phonetik,
 * IBM-Nachrichten 19, 1969) of its letters, with the additions told in sound.c. "" when nothing
 * sounds. At most 60 bytes of ASCII. Free with g_free. */
char *sound_of(const char *word);

/* The same with the vowels kept, each sort of them as one letter (ai = ei = ay = ey, eu = oi = oy,
 * j = y = i), for sound_apart. At most 120 bytes of ASCII. Free with g_free. */
char *sound_with_vowels(const char *word);
/* How far apart the vowels of two words with the same code are, given by sound_with_vowels: 0 alike
 * (Meier, Mayer), 1 nearly so (Mayr; a folded umlaut: Böhm, Behm), more for others (Mohr).
 * UNFINISHED: of B only the beginning that fits best counts. */
guint sound_apart(const char *a, const char *b, bool unfinished);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that want to do harm where they are shown, and a shop in which every text a person can type
 * is one of them. */
#pragma once

#include "data/db/db.h"

/* Where the texts come from: every code point in turn, some in each text, or bytes by chance. */
typedef struct {
    GRand *chance;
    gunichar next; /* the next code point; above U+10FFFF: they have all been there */
    guint stride;  /* every so many-th of them; 0: only bytes by chance */
    guint texts;   /* how many were made */
} Poison;

/* The next text: with code points, or of bytes by chance when they have all been there. Not empty,
 * without NUL. Valid UTF-8 only where the code points are; free with g_free. */
char *poison_text(Poison *poison);
/* 1 to 40 bytes by chance, among them what terminals, printers and spreadsheets obey. */
char *poison_bytes(Poison *poison);

/* Writes such a text into every text of the shop that people type: as it is (IS_RAW), as another
 * program could have written it, or as this one stores it. Fails the test when it cannot. */
void poison_shop(Db *db, Poison *poison, bool is_raw);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts with placeholders, filled for a customer: a start for somebody who adds a personal line. */
#pragma once

#include "data/customer/sheet.h"

/* What a text can speak of; NULL: not known. */
typedef struct {
    const Customer *customer;
    const char *article; /* what was bought, or is there now */
    const char *words;   /* of the complaint, promise or wish */
    Day day;             /* when it happened; DAY_NONE */
    const char *shop;
    const char *clerk; /* who writes */
} LetterFacts;

/* What can stand in braces: "name", "salutation", "article", "words", "day", "shop", "clerk", or as
 * people read it. */
extern const Choice letter_placeholders[];

/* Whether each {name} in TEXT is a placeholder; FAULT_REFUSED, naming the first that is none. */
bool letter_check(const char *text, GError **error);
/* TEXT with what FACTS know in place of its placeholders, "" for what they do not; {salutation} is
 * "Liebe Frau Wagner", "Hallo Lina" or "Guten Tag", by form of address, salutation and language.
 * Blanks at the end go, and a colon behind which nothing is known. Free with g_free. */
char *letter_fill(const char *text, const LetterFacts *facts);

/* TEXT on one line for people to change, as verses are quoted: " / " stands for the end of a line,
 * " // " for an empty line; placeholders are called as people read them. Free with g_free. */
char *letter_on_a_line(const char *text);
/* What LINE means: the other way round, placeholders by their codes, blanks at the ends of lines
 * left out. Free with g_free. */
char *letter_of_a_line(const char *line);

/* TEXT with LINE as a paragraph of its own: before the last paragraph, which is how a letter ends,
 * where there are three or more, else behind all. Without words in LINE it is TEXT. Free with
 * g_free. */
char *letter_with_line(const char *text, const char *line);

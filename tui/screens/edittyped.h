/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the words from the box go when a new customer is made from them. */
#pragma once

#include <glib.h>

/* Puts TYPED into VALUES (values.h), the fields of the customer form (editsheet.h), where it fits:
 *
 * - "hilde@wagner.example": the e-mail address;
 * - "0171 2345678", "+49…", "84220": the phone; digits alone are a number when they are at most
 *   four, or eight and more, without a 0 in front;
 * - "Wagner, Hilde", "Hilde Wagner": the names; "Frau" and "Dr." in front go to salutation and
 *   title, "von" stays with the last name;
 * - "Hilde Wagner 0171 2345678": both;
 * - "müller", one word: the last name, with a capital letter;
 * - anything else (in quotes, with digits, several words in small letters, many words): the
 *   description.
 *
 * NULL and blanks put nothing. */
void edit_typed(GHashTable *values, const char *typed);

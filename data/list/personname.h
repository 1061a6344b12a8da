/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of people as lists write them, taken apart. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* What a name consists of; parts that are not there are NULL. */
typedef struct {
    char *salutation;
    char *title;
    char *given_name;
    char *family_name;
    char *company;
} PersonName;

/* Takes the one-line TEXT apart: "Müller, Anna", "Anna Müller", "Frau Dr. Anna von der Heide",
 * "Heide, Anna von der", "Familie Ott", "Ott GmbH". With FAMILY_FIRST, "Müller Anna" is a last and
 * a first name. Particles (von, van, de, zu, Freiherr von …) belong to the family name, so does
 * "jun."; a single word is a family name. No word is lost. Words in capitals are written as
 * person_name_case() does. Free with person_name_clear(). */
void person_name_read(const char *text, bool family_first, PersonName *name);

/* Frees the parts and sets them to NULL. */
void person_name_clear(PersonName *name);

/* TEXT with words of three or more letters that are all capitals written with one: "LUBINA-SAGONAS"
 * is "Lubina-Sagonas", "VAN DER BERG" is "van der Berg", "O'BRIEN" is "O'Brien". Shorter words,
 * initials and Roman numbers stay. Free with g_free(). */
char *person_name_case(const char *text);

/* Cuts salutation and titles off the beginning of TEXT, which stands in a column for one of them
 * ("Frau Dr.", "Prof. Dr."): sets *SALUTATION and *TITLE (free with g_free()) where they are found,
 * and returns what is left, "" mostly. Free with g_free(). */
char *person_titles_cut(const char *text, char **salutation, char **title);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PersonName, person_name_clear)

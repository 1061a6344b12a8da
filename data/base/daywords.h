/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that stand for dates, German and English. Words come in lower case, without accents,
 * ß as ss. */
#pragma once

#include <stdbool.h>

/* 1 to 12 for the name of a month, whole or shortened to three letters or more; 0 when WORD is
 * none. */
int day_word_month(const char *word);
/* 1 for Monday to 7 for Sunday; 0 when WORD is no weekday. */
int day_word_weekday(const char *word);
/* Whether WORD stands for a day near today ("morgen"); *COUNT is then how many days from today. */
bool day_word_shift(const char *word, int *count);
/* Whether WORD may stand in a date and means nothing ("am 3. Mai", "3rd of May"). */
bool day_word_is_filler(const char *word);
/* Whether TEXT, a whole entry, says that nothing is known ("unbekannt", "n/a"). */
bool day_word_is_nothing(const char *text);

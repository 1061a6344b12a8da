/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small things about the text of one cell. All returned strings are freed with g_free(). */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* A yes-or-no cell. */
typedef enum { LIST_ANSWER_UNKNOWN, LIST_ANSWER_YES, LIST_ANSWER_NO } ListAnswer;

/* TEXT on one line: every run of blanks and line breaks is one blank, none at the ends. */
char *cell_line(const char *text);

/* TEXT with its line breaks; within a line as cell_line(), empty lines dropped. */
char *cell_lines(const char *text);

/* The values of a cell that joins several by " ::: ", as address books do, each as cell_lines()
 * without "* " before it; empty ones and repeats dropped. An array of char * that frees them. */
GPtrArray *cell_values(const char *text);

/* Whether TEXT only says that nothing is known: "unbekannt", "Name unbekannt", "k. A.", "N.N.",
 * "?", "-". Also true of text without any letter or digit, up to 60 bytes. */
bool cell_says_unknown(const char *text);

/* Whether TEXT says that there is none: "keine", "none", "no", "nein", with words behind or not. */
bool cell_says_none(const char *text);

/* Reads yes and no in German and English as people and programs write them: ja, x, 1, true,
 * subscribed; nein, 0, no, unsubscribed. Empty and "unknown" are LIST_ANSWER_UNKNOWN. *UNDERSTOOD
 * is false for other words. */
ListAnswer cell_answer(const char *text, bool *understood);

/* How many ASCII digits TEXT has. */
guint cell_digits(const char *text);

/* Whether TEXT, folded, is one of NAMES: folded words of at most 60 bytes divided by "|". */
bool cell_is_one_of(const char *text, const char *names);

/* The same for a text that is folded already. */
bool cell_folded_is_one_of(const char *folded, const char *names);

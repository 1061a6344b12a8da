/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A closed list of codes, each with what people read for it. */
#pragma once

/* Tables end with {NULL, NULL}. */
typedef struct {
    const char *code;
    const char *label; /* N_() */
} Choice;

/* The label of CODE in CHOICES, translated; CODE itself when it is none of them, "" for NULL. */
const char *choice_label(const Choice *choices, const char *code);
/* The code in CHOICES that TEXT means: the code itself or its label, in English or translated,
 * whatever the capitals and blanks at the ends. NULL when it is none of them. Belongs to CHOICES.
 */
const char *choice_code(const Choice *choices, const char *text);
/* The place of CODE in CHOICES, from 1 on; 0 when it is none of them, as NULL is. */
unsigned choice_place(const Choice *choices, const char *code);

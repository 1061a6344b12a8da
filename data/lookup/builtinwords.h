/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of words/ inside the program; the table is made at build time. */
#pragma once

typedef struct {
    const char *name; /* "german.words" */
    const char *text;
} BuiltinWords;

extern const BuiltinWords builtin_words[];
extern const unsigned builtin_words_count;

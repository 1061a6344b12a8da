/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last step of folding, one character at a time: ae, oe, ue, blanks and apostrophes. Both
 * ways of folding end here. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
    GString *out;
    bool blank;      /* a blank is due before the next letter */
    bool apostrophe; /* the last thing seen was an apostrophe inside a word */
    bool swallow;    /* the last letter was a, o or u: an e that follows belongs to it */
    bool spelled;    /* such an e stays */
} FoldWriter;

/* Before a letter or digit: writes the blank that is due, if any. */
static inline void fold_writer_begin(FoldWriter *writer)
{
    if (writer->blank && writer->out->len > 0) {
        g_string_append_c(writer->out, ' ');
        writer->swallow = false;
    }
    writer->blank = false;
    writer->apostrophe = false;
}

/* Adds C, a small letter a to z or a digit. */
static inline void fold_writer_plain(FoldWriter *writer, char c)
{
    fold_writer_begin(writer);
    if (c == 'e' && writer->swallow) {
        writer->swallow = false;
        return;
    }
    g_string_append_c(writer->out, c);
    writer->swallow = !writer->spelled && (c == 'a' || c == 'o' || c == 'u');
}

/* Adds C, a letter or digit beyond ASCII. */
static inline void fold_writer_other(FoldWriter *writer, gunichar c)
{
    fold_writer_begin(writer);
    g_string_append_unichar(writer->out, c);
    writer->swallow = false;
}

/* What stands here ends a word. */
static inline void fold_writer_separate(FoldWriter *writer)
{
    writer->blank = true;
    writer->apostrophe = false;
}

/* An apostrophe: it vanishes when letters stand on both sides, else it ends the word. */
static inline void fold_writer_apostrophe(FoldWriter *writer)
{
    if (writer->apostrophe || writer->blank || writer->out->len == 0) {
        fold_writer_separate(writer);
    } else {
        writer->apostrophe = true;
    }
}

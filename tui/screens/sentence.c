/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaking a sentence for a dialog. */
#include "tui/screens/sentence.h"

#include "tui/text.h"

#define COMFORTABLE_COLS 56
#define LEAST_COLS 24

void sentence_measure(const char *text, int cols_max, int *rows, int *cols)
{
    g_auto(GStrv) lines = text_wrap(text, MIN(cols_max, COMFORTABLE_COLS));
    *rows = (int)g_strv_length(lines);
    *cols = MIN(LEAST_COLS, cols_max);
    for (int i = 0; lines[i]; i++) {
        *cols = MAX(*cols, text_width(lines[i]));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which character divides the cells of a list. */
#include "data/list/separator.h"

#include "data/list/cells.h"
#include "data/list/lines.h"

#include <stdbool.h>
#include <string.h>

enum { RECORDS_LOOKED_AT = 50 };

static const char candidates[] = ";,\t|";

/* How many cells the records of HEAD have, divided by SEPARATOR: an array of gsize. */
static GArray *count_cells(const GPtrArray *head, char separator)
{
    GArray *counts = g_array_new(FALSE, FALSE, sizeof(gsize));
    g_autoptr(CellsReader) reader = cells_new(separator);
    cells_restart(reader, CELLS_SLOPPY);
    for (guint i = 0; i < head->len && counts->len < RECORDS_LOOKED_AT; i++) {
        const ListLine *line = g_ptr_array_index(head, i);
        if (cells_feed(reader, line->text, line->length) != CELLS_DONE) {
            continue;
        }
        gsize count = cells_count(reader);
        g_array_append_val(counts, count);
    }
    return counts;
}

static guint how_often(const GArray *counts, gsize wanted)
{
    guint often = 0;
    for (guint i = 0; i < counts->len; i++) {
        often += g_array_index(counts, gsize, i) == wanted;
    }
    return often;
}

gsize separator_columns(const GPtrArray *head, char separator)
{
    g_autoptr(GArray) counts = count_cells(head, separator);
    gsize best = counts->len > 0 ? g_array_index(counts, gsize, 0) : 0;
    if (best > 1) {
        return best;
    }
    guint best_often = 0;
    for (guint i = 0; i < counts->len; i++) {
        gsize count = g_array_index(counts, gsize, i);
        guint often = how_often(counts, count);
        if (often > best_often) {
            best = count;
            best_often = often;
        }
    }
    return best;
}

/* How well SEPARATOR divides HEAD when the first record is the measure, or the most frequent kind
 * of record. 0: not at all. */
static gsize worth(const GPtrArray *head, char separator, bool by_first)
{
    g_autoptr(GArray) counts = count_cells(head, separator);
    if (counts->len == 0) {
        return 0;
    }
    gsize measure = by_first ? g_array_index(counts, gsize, 0) : separator_columns(head, separator);
    return measure < (by_first ? 2 : 3) ? 0 : measure * how_often(counts, measure);
}

static char best_of(const GPtrArray *head, bool by_first)
{
    char best = '\0';
    gsize best_worth = 0;
    for (const char *candidate = candidates; *candidate; candidate++) {
        gsize candidate_worth = worth(head, *candidate, by_first);
        if (candidate_worth > best_worth) {
            best = *candidate;
            best_worth = candidate_worth;
        }
    }
    return best;
}

char separator_guess(const GPtrArray *head)
{
    char best = best_of(head, true);
    /* A title may stand above the table. */
    if (!best) {
        best = best_of(head, false);
    }
    return best ? best : candidates[0];
}

char separator_named(const char *line)
{
    if (g_ascii_strncasecmp(line, "sep=", 4) != 0 || !line[4]) {
        return '\0';
    }
    char named = line[4];
    bool possible = named == '\t' || (g_ascii_ispunct(named) && named != '"');
    bool alone = line[5 + strspn(line + 5, " \t;,")] == '\0';
    return possible && alone ? named : '\0';
}

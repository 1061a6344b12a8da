/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All kinds of notes in a few lines, below the words of a note. */
#include "tui/screens/notekinds.h"

#include "tui/text.h"
#include "tui/widgets/list.h"

enum {
    GAP = 2,
    MARK = 1,
    EDGE = 1, /* where it is said that there are more kinds */
    LABEL_MOST = 24
};

/* A kind's place among all of them, which stand in a few lines. */
typedef struct {
    const FactKind *kind;
    char *shown;
    int row, col;
} KindPlace;

static void place_clear(gpointer place)
{
    g_free(((KindPlace *)place)->shown);
}

/* The places of all kinds in lines of COLS cells. Unref the array. */
static GArray *place_kinds(const NoteKind *self, int cols)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(KindPlace));
    int row = 0, col = 0;
    g_array_set_clear_func(places, place_clear);
    for (guint i = 0; i < self->kinds->len; i++) {
        const FactKind *kind = g_ptr_array_index(self->kinds, i);
        g_autofree char *shown = text_show(fact_kind_label(kind));
        char *label = text_cut(shown, LABEL_MOST, NULL);
        int width = MARK + text_width(label);
        if (col > 0 && col + width > cols) {
            row++;
            col = 0;
        }
        const KindPlace place = {kind, label, row, col};
        g_array_append_val(places, place);
        col += width + GAP;
    }
    return places;
}

static int count_kind_rows(const GArray *places)
{
    return places->len > 0 ? g_array_index(places, KindPlace, places->len - 1).row + 1 : 0;
}

int note_kinds_rows(const NoteKind *self, int cols)
{
    g_autoptr(GArray) places = place_kinds(self, cols - EDGE);
    return count_kind_rows(places);
}

void note_kinds_draw(const NoteKind *self, Canvas *canvas)
{
    g_autoptr(GArray) places = place_kinds(self, canvas->cols - EDGE);
    const FactKind *chosen = note_kind_get(self);
    int top = 0;
    for (guint i = 0; i < places->len; i++) {
        const KindPlace *place = &g_array_index(places, KindPlace, i);
        if (place->kind == chosen) {
            top = MAX(place->row - canvas->rows + 1, 0);
        }
    }
    list_draw_edges(canvas, top > 0, count_kind_rows(places) > top + canvas->rows);
    for (guint i = 0; i < places->len; i++) {
        const KindPlace *place = &g_array_index(places, KindPlace, i);
        bool is_it = place->kind == chosen;
        if (is_it) {
            canvas_put(canvas, place->row - top, place->col, AREA_ACCENT,
                       canvas_symbol(canvas, SYMBOL_CURSOR));
        }
        canvas_put(canvas, place->row - top, place->col + MARK, is_it ? AREA_ACCENT : AREA_DIALOG,
                   place->shown);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the card's head beside a list. */
#include "tui/screens/homebeside.h"

#include "data/base/i18n.h"
#include "tui/marks.h"
#include "tui/screens/cardparts.h"
#include "tui/screens/factwords.h"

#include <string.h>

enum {
    LABEL_COLS = 16,
    GAP = 2,
    MOST_ROWS = 4,
    WIDE_COLS = 100, /* from here on it stands beside the list */
    BEFORE = 3,      /* blank columns between the two */
    AFTER = 2        /* and at the right edge */
};

bool home_beside_fits(int cols)
{
    return cols >= WIDE_COLS;
}

bool home_beside_split(const Canvas *body, Canvas *list, Canvas *beside)
{
    bool is_wide = home_beside_fits(body->cols);
    int cols = is_wide ? body->cols * 3 / 5 : body->cols;
    *list = canvas_part(body, 0, 0, G_MAXINT, cols);
    *beside = canvas_part(body, 0, cols + BEFORE, G_MAXINT, body->cols - cols - BEFORE - AFTER);
    return is_wide;
}

/* Draws a label and its text from ROW on, with what fits MARKS marked; returns the row after
 * them. */
static int draw_line(Canvas *canvas, int row, const char *label, const char *text,
                     char *const *marks)
{
    Canvas hidden = canvas_private(canvas);
    canvas_text(&hidden, row, 0, LABEL_COLS, AREA_LABEL, label);
    return marks_wrapped(&hidden, row, LABEL_COLS + GAP, canvas->cols - LABEL_COLS - GAP, MOST_ROWS,
                         AREA_TEXT, text, marks);
}

/* Takes PARTS over. */
static int draw_parts(Canvas *canvas, int row, GPtrArray *parts, char *const *marks)
{
    for (guint i = 0; i < parts->len; i++) {
        const CardPart *part = g_ptr_array_index(parts, i);
        row = draw_line(canvas, row, part->label, part->text, marks);
    }
    g_ptr_array_unref(parts);
    return row;
}

/* The notes that still stand, in the order of their kinds, but for the usual order and the
 * warnings, which stand above. */
static int draw_facts(Canvas *canvas, int row, const CardHead *head)
{
    for (guint i = 0; i < head->kinds->len; i++) {
        const FactKind *kind = g_ptr_array_index(head->kinds, i);
        if (kind->is_warning || strcmp(kind->code, "usual") == 0) {
            continue;
        }
        for (guint j = 0; j < head->sheet->facts->len; j++) {
            const Fact *fact = g_ptr_array_index(head->sheet->facts, j);
            if (fact->kind_id == kind->head.id && !fact_is_done(fact)) {
                row = draw_line(canvas, row, fact_kind_label(kind), fact_words(fact, kind),
                                head->marks);
            }
        }
    }
    return row;
}

void home_beside_draw(Canvas *canvas, const CardHead *head, const char *usual, gint64 visits,
                      const char *last_visit)
{
    int at = card_head_draw(canvas, head, false) + 1;
    if (usual != NULL) {
        at = draw_line(canvas, at, _("The usual"), usual, head->marks);
    }
    at = draw_parts(canvas, at, card_parts_visits(head->sheet, visits, last_visit, head->today),
                    NULL);
    at = draw_facts(canvas, at, head);
    draw_parts(canvas, at, card_parts_contacts(head->sheet), head->marks);
}

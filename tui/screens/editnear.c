/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Likely duplicates as the customer form shows them. */
#include "tui/screens/editnear.h"

#include "data/base/i18n.h"
#include "data/customer/duplicate.h"

enum {
    ROWS_EACH = 3,
    MOST_BELOW = 3,
    ROWS_FOR_LIST = 16 /* with fewer rows the form keeps all but one */
};

static const Duplicate *at(const GPtrArray *near, guint index)
{
    return g_ptr_array_index(near, index);
}

guint edit_near_count(const GPtrArray *near)
{
    return near != NULL ? near->len : 0;
}

gint64 edit_near_id(const GPtrArray *near, guint index)
{
    return at(near, index)->customer_id;
}

static char *details(const Duplicate *duplicate)
{
    /* TRANSLATORS: a customer's number, and why it may be the same person: "no. 1042 · same
     * phone". */
    return g_strdup_printf(_("no. %s · %s"), duplicate->number, duplicate->why);
}

char *edit_near_label(const GPtrArray *near, guint index)
{
    g_autofree char *rest = details(at(near, index));
    return g_strdup_printf("%s · %s", at(near, index)->call, rest);
}

void edit_near_draw(Canvas *canvas, const GPtrArray *near)
{
    if (edit_near_count(near) == 0) {
        return;
    }
    Canvas hidden = canvas_private(canvas);
    canvas_put(canvas, 0, 0, AREA_HEADING, _("ALREADY HERE?"));
    for (guint i = 0; i < near->len; i++) {
        int row = 1 + (int)i * ROWS_EACH;
        /* The reason first: where the column is too narrow, the number may be cut. */
        g_autofree char *rest = g_strdup_printf("%s · %s", at(near, i)->why, at(near, i)->number);
        canvas_put(&hidden, row, 0, AREA_TITLE, at(near, i)->call);
        canvas_put(&hidden, row + 1, 0, AREA_DIM, rest);
    }
}

int edit_near_rows(const GPtrArray *near, int rows)
{
    int count = (int)edit_near_count(near);
    return count == 0 ? 0 : rows < ROWS_FOR_LIST ? 1 : 2 + MIN(count, MOST_BELOW);
}

static void draw_line(Canvas *canvas, const GPtrArray *near)
{
    guint count = edit_near_count(near);
    g_autofree char *label = edit_near_label(near, 0);
    g_autofree char *text =
        count == 1 ? g_strdup_printf(_("Already here? %s"), label)
                   : g_strdup_printf(ngettext("Already here? %s, and %u more",
                                              "Already here? %s, and %u more", count - 1),
                                     label, count - 1);
    canvas_put(canvas, 0, 0, AREA_ACCENT, text);
}

void edit_near_draw_below(Canvas *canvas, const GPtrArray *near)
{
    int count = (int)edit_near_count(near);
    Canvas hidden = canvas_private(canvas);
    if (count > 0 && canvas->rows <= 1) {
        draw_line(&hidden, near);
        return;
    }
    for (int i = 0; i < MIN(count, MOST_BELOW); i++) {
        bool is_rest = i + 1 == MOST_BELOW && count > MOST_BELOW;
        guint rest = (guint)(count - i);
        g_autofree char *text =
            is_rest ? g_strdup_printf(ngettext("and %u more", "and %u more", rest), rest)
                    : edit_near_label(near, (guint)i);
        canvas_put(&hidden, 2 + i, 0, is_rest ? AREA_DIM : AREA_TEXT, text);
    }
    if (count > 0) {
        canvas_put(canvas, 1, 0, AREA_HEADING, _("ALREADY HERE?"));
    }
}

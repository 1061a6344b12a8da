/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A title and a list below it. */
#include "tui/widgets/listpage.h"

enum {
    MARGIN = 1,
    TALL_ROWS = 12, /* from here on a blank row parts the title from the list */
    MOST_COLS = 100
};

void list_page_init(ListPage *page, const ListClass *class)
{
    *page = (ListPage){0};
    list_init(&page->list, class);
}

void list_page_show(ListPage *page, gconstpointer model)
{
    list_show(&page->list, model);
    if (page->wanted != 0 && list_select_id(&page->list, page->wanted)) {
        page->wanted = 0;
    }
}

Outcome list_page_input(ListPage *page, const Event *event)
{
    Event own = *event;
    own.row -= page->list_row;
    return list_input(&page->list, &own, true);
}

void list_page_draw(ListPage *page, Canvas *canvas, const char *title, const char *empty)
{
    page->list_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    canvas_text(canvas, 0, MARGIN, canvas->cols - 2 * MARGIN, AREA_TITLE, title);
    if (page->list.model == NULL) {
        return;
    }
    Canvas part = canvas_part(canvas, page->list_row, 0, G_MAXINT, MIN(canvas->cols, MOST_COLS));
    if (list_has_selection(&page->list)) {
        list_draw(&page->list, &part, !page->unsure);
    } else {
        canvas_wrapped(&part, 0, MARGIN, part.cols - 2 * MARGIN, part.rows, AREA_DIM, empty);
    }
}

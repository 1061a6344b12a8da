/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the home screen says above its list, and where there is nothing to list. */
#include "tui/screens/homesaid.h"

#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/screens/homemodel.h"

/* Where fewer rows are left for the list, words above it are few. */
enum { ROWS_WORDY = 8 };

/* That the key of the row NAME begins a new card, NULL where it does not now. Free with g_free. */
static char *way_to_card(const Screen *screen, const char *name)
{
    const Action *action = action_named(screen->class->actions, name);
    g_autofree char *key = app_key_label(screen, action);
    if (!action->when(screen) || *key == '\0') {
        return NULL;
    }
    /* TRANSLATORS: a key: "F2 begins a new card with what you have typed." */
    return g_strdup_printf(_("%s begins a new card with what you have typed."), key);
}

void home_draw_nothing(const Screen *screen, Canvas *canvas)
{
    const HomeModel *model = screen->model;
    Canvas text = canvas_part(canvas, 0, 1, G_MAXINT, canvas->cols - 2);
    if (model->query[0] != '\0') {
        int row = canvas_wrapped(&text, 0, 0, text.cols, 2, AREA_TEXT,
                                 _("Nobody matches what you have typed."));
        g_autofree char *way = way_to_card(screen, "create");
        canvas_wrapped(&text, row, 0, text.cols, 3, AREA_DIM, way != NULL ? way : "");
    } else if (!model->has_customers) {
        int row =
            canvas_wrapped(&text, 0, 0, text.cols, 2, AREA_TEXT, _("There are no customers yet."));
        int gap = canvas->rows > 10 ? 1 : 0;
        row = canvas_wrapped(&text, row + gap, 0, text.cols, 3, AREA_DIM,
                             _("Type a name, or a few words about somebody whose name you do not "
                               "know, and press Enter."));
        canvas_wrapped(&text, row + gap, 0, text.cols, 3, AREA_DIM,
                       _("Ctrl-O takes over a customer list you already have."));
    } else {
        canvas_wrapped(&text, 0, 0, text.cols, 3, AREA_DIM,
                       _("Nothing is due in the next days. Start typing to find somebody."));
    }
}

int home_draw_alike(const Screen *screen, Canvas *canvas)
{
    Canvas text = canvas_part(canvas, 0, 1, G_MAXINT, canvas->cols - 2);
    int row = canvas_wrapped(&text, 0, 0, text.cols, 2, AREA_TEXT,
                             _("Nobody fits exactly. One of these?"));
    g_autofree char *way = way_to_card(screen, "new");
    bool has_room = way != NULL && canvas->rows - row >= ROWS_WORDY;
    return has_room ? canvas_wrapped(&text, row, 0, text.cols, 2, AREA_DIM, way) + 1 : row;
}

int home_draw_news(const Screen *screen, Canvas *canvas)
{
    const Counter *counter = counter_of(screen);
    const HomeModel *model = screen->model;
    if (counter->backup_news == NULL || model->query[0] != '\0') {
        return 0;
    }
    const Action *action = action_named(screen->class->actions, "backups");
    g_autofree char *key = app_key_label(screen, action);
    g_autofree char *text =
        *key == '\0' ? g_strdup(counter->backup_news)
                     /* TRANSLATORS: a sentence of the program and a key: "No backup for 9 days.
                      * Alt-q shows more." */
                     : g_strdup_printf(_("%s %s shows more."), counter->backup_news, key);
    int col = canvas_put(canvas, 0, 1, AREA_WARNING, canvas_symbol(canvas, SYMBOL_WARNING)) + 1;
    int rows = canvas->rows >= ROWS_WORDY ? 2 : 1;
    return canvas_wrapped(canvas, 0, col, canvas->cols - col - 1, rows, AREA_WARNING, text) +
           (canvas->rows >= ROWS_WORDY ? 1 : 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing what became of a reminder so far. */
#include "tui/screens/reminderhistory.h"

#include "data/agenda/reminderevent.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/nametable.h"
#include "tui/dates.h"
#include "tui/screens/pastwords.h"

#include <string.h>

enum { GAP = 2, DAY_COLS = 12, ROWS_LEAST = 2 };

/* "put off until tomorrow"; a new string. */
static char *event_words(const ReminderEvent *event, Day today)
{
    const char *what = choice_label(reminder_deeds, event->what);
    Day to = DAY_NONE;
    if (event->to_day == NULL || !day_from_text(event->to_day, &to) || !day_is_whole(to)) {
        return g_strdup(what);
    }
    g_autofree char *when = pastwords_due(to, event->to_minute, today);
    return strcmp(event->what, "moved") == 0 ? g_strdup_printf(_("moved to %s"), when)
                                             : g_strdup_printf(_("put off until %s"), when);
}

void reminder_history_draw(Canvas *canvas, const ReminderModel *model, Day today)
{
    if (model->events->len == 0 || canvas->rows < ROWS_LEAST) {
        return;
    }
    Canvas hidden = canvas_private(canvas);
    canvas_put(canvas, 0, 0, AREA_HEADING, _("SO FAR"));
    int row = 1;
    for (guint i = 0; i < model->events->len && row < canvas->rows; i++, row++) {
        const ReminderEvent *event = g_ptr_array_index(model->events, i);
        Day day = instant_local_day(event->head.created_at);
        g_autofree char *when = day_is_none(day) ? g_strdup("") : dates_brief(day, today);
        g_autofree char *what = event_words(event, today);
        const char *clerk = nametable_name(model->names, event->head.created_by);
        int col = canvas_text(&hidden, row, 0, DAY_COLS, AREA_DIM, when);
        col = canvas_put(&hidden, row, col, AREA_TEXT, what) + GAP;
        canvas_put(&hidden, row, col, AREA_DIM, clerk != NULL ? clerk : "");
    }
}

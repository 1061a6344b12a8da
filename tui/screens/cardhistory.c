/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing what happened beside the notes of a card. */
#include "tui/screens/cardhistory.h"

#include "data/base/i18n.h"
#include "data/base/money.h"
#include "tui/dates.h"
#include "tui/text.h"

#include <string.h>

enum { GAP = 1, DAY_MOST = 12, KIND_MOST = 14, AMOUNT_MOST = 12, TEXT_LEAST = 8 };

/* The widest cells of each column. */
typedef struct {
    int day, kind, amount;
} Columns;

char *card_history_day(const TimelineEntry *entry, Day today)
{
    Day day;
    g_autofree char *text = g_strndup(entry->at, strlen("2026-11-21"));
    return day_from_text(text, &day) && day_is_whole(day) ? dates_brief(day, today)
                                                          : g_strdup(text);
}

/* NULL: it came to nothing. */
static char *amount_of(const TimelineEntry *entry, const char *currency)
{
    return entry->amount != RECORD_NONE ? money_bare(entry->amount, currency) : NULL;
}

char *card_history_line(const TimelineEntry *entry, const char *currency)
{
    g_autofree char *amount = amount_of(entry, currency);
    GString *line = g_string_new(timeline_kind_words(entry->kind));
    if (*entry->text != '\0') {
        g_string_append_printf(line, " · %s", entry->text);
    }
    if (amount != NULL) {
        g_string_append_printf(line, " · %s", amount);
    }
    return g_string_free(line, FALSE);
}

static Columns measure(const Card *card, Day today, guint rows)
{
    Columns columns = {0};
    for (guint i = 0; i < MIN(card->timeline->len, rows); i++) {
        const TimelineEntry *entry = g_ptr_array_index(card->timeline, i);
        g_autofree char *day = card_history_day(entry, today);
        g_autofree char *amount = amount_of(entry, card->currency);
        columns.day = MAX(columns.day, text_width_shown(day));
        columns.kind = MAX(columns.kind, text_width_shown(timeline_kind_words(entry->kind)));
        columns.amount = MAX(columns.amount, text_width_shown(amount));
    }
    columns.day = MIN(columns.day, DAY_MOST);
    columns.kind = MIN(columns.kind, KIND_MOST);
    columns.amount = MIN(columns.amount, AMOUNT_MOST);
    return columns;
}

/* A text may go on into the column of amounts where the row has none. */
static void draw_entry(Canvas *line, const TimelineEntry *entry, const Columns *columns,
                       const char *currency, Day today)
{
    Canvas hidden = canvas_private(line);
    g_autofree char *day = card_history_day(entry, today);
    g_autofree char *amount = amount_of(entry, currency);
    int col = canvas_text(&hidden, 0, 0, columns->day, AREA_DIM, day) + GAP;
    col = canvas_text(&hidden, 0, col, columns->kind, AREA_LABEL, timeline_kind_words(entry->kind));
    col += GAP;
    int end = line->cols;
    if (amount != NULL) {
        end -= columns->amount;
        canvas_text_right(&hidden, 0, end, columns->amount, AREA_TEXT, amount);
        end -= GAP;
    }
    if (end - col >= TEXT_LEAST) {
        canvas_text(&hidden, 0, col, end - col, AREA_TEXT, entry->text);
    }
}

void card_history_draw(Canvas *canvas, const Card *card, Day today)
{
    if (canvas->rows < 2) {
        return;
    }
    guint rows = (guint)canvas->rows - 1, all = card->timeline->len;
    bool is_cut = all > rows || all == CARD_TIMELINE;
    guint shown = is_cut ? MIN(all, rows - 1) : all;
    Columns columns = measure(card, today, shown);
    canvas_put(canvas, 0, 0, AREA_HEADING, _("HISTORY"));
    for (guint i = 0; i < shown; i++) {
        Canvas line = canvas_part(canvas, (int)i + 1, 0, 1, canvas->cols);
        draw_entry(&line, g_ptr_array_index(card->timeline, i), &columns, card->currency, today);
    }
    if (is_cut) {
        canvas_put(canvas, (int)shown + 1, 0, AREA_DIM, _("t shows all of it"));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change if a backup were brought back, drawn. */
#include "tui/screens/bringbackdraw.h"

#include "data/base/i18n.h"
#include "tui/figures.h"
#include "tui/screens/backupwork.h"
#include "tui/text.h"

#include <string.h>

enum { NUMBER_COLS = 10, GAP = 2, LABEL_MOST = 24, WHEN_FROM = 56, ROWS_WORDY = 14 };

static char *count_words(gint64 count)
{
    return count >= 0 ? figures_grouped(count) : g_strdup("–");
}

static int label_cols(const RestoreCount *counts, guint count)
{
    int widest = 0;
    for (guint i = 0; i < count; i++) {
        widest = MAX(widest, text_width_shown(_(counts[i].words)));
    }
    return MIN(widest, LABEL_MOST);
}

/* A kind of thing: how many now, how many then, and the newest then. */
static void draw_count(Canvas *canvas, int row, int label, const RestoreCount *count, Day today)
{
    g_autofree char *now = count_words(count->now);
    g_autofree char *then = count_words(count->then);
    bool differs = count->now != count->then;
    Area area = differs ? AREA_ACCENT : AREA_TEXT;
    int col = canvas_text(canvas, row, 0, label, AREA_LABEL, _(count->words)) + GAP;
    col = canvas_text_right(canvas, row, col, NUMBER_COLS, AREA_TEXT, now) + GAP;
    col = canvas_text_right(canvas, row, col, NUMBER_COLS, area, then) + GAP;
    if (canvas->cols >= WHEN_FROM && count->then_newest[0] != '\0') {
        g_autofree char *when = backup_when_words(count->then_newest, today);
        canvas_text(canvas, row, col, canvas->cols - col, AREA_DIM, when);
    }
}

/* Returns the row after the table. */
static int draw_table(const BringBack *ready, Canvas *canvas, Day today)
{
    guint count = 0;
    const RestoreCount *counts = restore_counts(ready->restore, &count);
    int label = label_cols(counts, count), col = label + GAP;
    /* TRANSLATORS: above a column of numbers: how many there are in the shop. */
    col = canvas_text_right(canvas, 0, col, NUMBER_COLS, AREA_DIM, _("now")) + GAP;
    /* TRANSLATORS: above a column of numbers: how many there are in the backup. */
    col = canvas_text_right(canvas, 0, col, NUMBER_COLS, AREA_DIM, _("backup")) + GAP;
    if (canvas->cols >= WHEN_FROM) {
        canvas_text(canvas, 0, col, canvas->cols - col, AREA_DIM, _("newest in the backup"));
    }
    int rows = MIN((int)count, MAX(canvas->rows - 5, 1));
    for (int i = 0; i < rows; i++) {
        draw_count(canvas, i + 1, label, &counts[i], today);
    }
    return rows + 1;
}

/* What is lost, in a sentence. Free with g_free. */
static char *loss_words(const BringBack *ready, Day today)
{
    gint64 deeds = restore_deeds_since(ready->restore);
    const char *last = restore_last_now(ready->restore);
    const char *then = restore_last_then(ready->restore);
    if (deeds < 0) {
        return g_strdup(restore_missing_words(ready->restore));
    }
    if (deeds == 0 && strcmp(then, last) > 0) {
        g_autofree char *when = backup_when_words(then, today);
        /* TRANSLATORS: a day and a time. */
        return g_strdup_printf(
            _("This backup is further on than the shop: the last change in it was made %s."), when);
    }
    if (deeds == 0) {
        return g_strdup(_("Nothing was done in the shop since this backup."));
    }
    g_autofree char *count = figures_grouped(deeds);
    g_autofree char *when = backup_when_words(last, today);
    return g_strdup_printf(
        ngettext("What was done since then would be gone: %s change, %s.",
                 "What was done since then would be gone: %s changes, the last one %s.",
                 (gulong)deeds),
        count, when);
}

void bring_back_draw(const BringBack *ready, Canvas *canvas, Day today)
{
    int gap = canvas->rows >= ROWS_WORDY ? 1 : 0;
    int row = draw_table(ready, canvas, today) + gap;
    const char *trouble = restore_trouble(ready->restore);
    if (restore_is_other_shop(ready->restore)) {
        row = canvas_wrapped(canvas, row, 0, canvas->cols, 2, AREA_WARNING,
                             _("Mind: this is a backup of another shop than the one that is there "
                               "now."));
    }
    if (trouble != NULL) {
        row = canvas_wrapped(canvas, row, 0, canvas->cols, 3, AREA_WARNING, trouble);
    }
    g_autofree char *loss = loss_words(ready, today);
    bool is_grave = restore_deeds_since(ready->restore) != 0;
    row =
        canvas_wrapped(canvas, row, 0, canvas->cols, 3, is_grave ? AREA_WARNING : AREA_TEXT, loss);
    const char *kept =
        !restore_replaces(ready->restore) ? _("Nothing is there that would be replaced.")
        : trouble != NULL
            ? _("The file that is there now will be kept as it is, beside the backups.")
            : _("The shop as it is now is kept among the backups, so this can be undone in the "
                "same way.");
    canvas_wrapped(canvas, row + gap, 0, canvas->cols, MAX(canvas->rows - row - gap, 0), AREA_DIM,
                   kept);
}

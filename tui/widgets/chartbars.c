/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars that lie. */
#include "tui/widgets/chart.h"

#include "tui/text.h"
#include "tui/widgets/list.h"

enum {
    GAP = 1,
    BAR_LEAST = 4, /* narrower bars say nothing */
    LABEL_MOST = 22,
    EIGHTHS = 8
};

int chart_bars_rows(const ChartBars *bars)
{
    return (int)bars->count;
}

/* How wide the parts of a row are. */
typedef struct {
    int label, bar, text;
    double most; /* the value of a whole bar */
} Measure;

static Measure measure(const ChartBars *bars, int cols)
{
    Measure measure = {0};
    for (guint i = 0; i < bars->count; i++) {
        const ChartBar *bar = &bars->bars[i];
        measure.label = MAX(measure.label, text_width_shown(bar->label));
        measure.text = MAX(measure.text, text_width_shown(bar->text));
        measure.most = MAX(measure.most, bar->value);
    }
    measure.text = MIN(measure.text, cols / 2);
    int room = cols - measure.text - GAP;
    /* Words come before bars, but not all the room. */
    measure.label = MIN(measure.label, MAX(MIN(LABEL_MOST, room * 3 / 4), 0));
    measure.bar = room - measure.label - GAP;
    if (measure.bar < BAR_LEAST) {
        measure.bar = 0;
        measure.label = MAX(room, 0);
    }
    return measure;
}

/* A bar of PART (0 to 1) of WIDTH cells; whatever is not nothing shows. Free with g_free. */
static char *bar_text(double part, int width, bool ascii)
{
    static const char *const ends[EIGHTHS] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    GString *text = g_string_new(NULL);
    int eighths = (int)(part * width * EIGHTHS + 0.5);
    eighths = part > 0 ? MAX(eighths, 1) : 0;
    int whole = ascii ? (eighths + EIGHTHS - 1) / EIGHTHS : eighths / EIGHTHS;
    for (int i = 0; i < whole; i++) {
        g_string_append(text, ascii ? "#" : "█");
    }
    g_string_append(text, ascii ? "" : ends[eighths % EIGHTHS]);
    return g_string_free(text, FALSE);
}

static void draw_bar(Canvas *line, const ChartBar *bar, const Measure *measure, bool selected)
{
    int col = canvas_text(line, 0, 0, measure->label, AREA_TEXT, bar->label) + GAP;
    if (measure->bar > 0) {
        double part = measure->most > 0 ? bar->value / measure->most : 0;
        g_autofree char *text = bar_text(part, measure->bar, canvas_is_ascii(line));
        canvas_text(line, 0, col, measure->bar, AREA_ACCENT, text);
        col += measure->bar + GAP;
    }
    canvas_text_right(line, 0, col, measure->text, AREA_TEXT, bar->text);
    if (selected) {
        canvas_cursor_selected(line, 0, 0);
    }
}

void chart_bars_draw(Canvas *canvas, const ChartBars *bars)
{
    Measure widths = measure(bars, canvas->cols);
    int count = (int)bars->count;
    int first = CLAMP(bars->selected - canvas->rows + 1, 0, MAX(count - canvas->rows, 0));
    for (int i = first; i < count && i - first < canvas->rows; i++) {
        Canvas line = canvas_part(canvas, i - first, 0, 1, G_MAXINT);
        if (i == bars->selected) {
            line = canvas_as_selected(&line);
            canvas_fill(&line, AREA_TEXT);
        }
        draw_bar(&line, &bars->bars[i], &widths, i == bars->selected);
    }
    list_draw_edges(canvas, first > 0, count - first > canvas->rows);
}

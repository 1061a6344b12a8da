/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of the sample, made up: they must not depend on what is in the shop. */
#include "tui/screens/lookssample.h"

#include "data/base/i18n.h"

enum { LABEL_COLS = 12, GAP = 3 };

static int put_symbol(Canvas *line, int col, Area area, Symbol symbol, const char *text)
{
    col = canvas_put(line, 0, col, area, canvas_symbol(line, symbol));
    col = canvas_put(line, 0, col, area, " ");
    return canvas_put(line, 0, col, area, text) + GAP;
}

static void draw_name(Canvas *line)
{
    canvas_put(line, 0, 0, AREA_TITLE, "Wagner, Hilde");
    canvas_text_right(line, 0, line->cols - 6, 6, AREA_DIM, "1042");
}

static void draw_warning(Canvas *line)
{
    put_symbol(line, 0, AREA_WARNING, SYMBOL_WARNING, _("Allergy: almonds"));
}

static void draw_birthday(Canvas *line)
{
    int col = put_symbol(line, 0, AREA_BIRTHDAY, SYMBOL_BIRTHDAY, _("Birthday today"));
    put_symbol(line, col, AREA_GOOD, SYMBOL_DONE, "Lina");
}

static void draw_rule(Canvas *line)
{
    canvas_rule(line, 0);
}

static void draw_heading(Canvas *line)
{
    canvas_put(line, 0, 0, AREA_HEADING, _("BIRTHDAYS"));
}

static void draw_row(Canvas *line)
{
    canvas_text(line, 0, 0, LABEL_COLS, AREA_DIM, _("today"));
    canvas_put(line, 0, LABEL_COLS + 1, AREA_TEXT, "Kurt Ott");
}

static void draw_selected(Canvas *line)
{
    Canvas selected = canvas_as_selected(line);
    canvas_fill(&selected, AREA_SELECTED);
    canvas_text(&selected, 0, 0, LABEL_COLS, AREA_DIM, _("tomorrow"));
    canvas_put(&selected, 0, LABEL_COLS + 1, AREA_TEXT, "Renate Ott");
}

static void draw_match(Canvas *line)
{
    static const Span span = {.start = 0, .length = 4};
    canvas_text_marked(line, 0, LABEL_COLS + 1, line->cols - LABEL_COLS - 1, AREA_TEXT,
                       "Müller, Anna", &span, 1);
}

static void draw_labelled(Canvas *line, Area label_area, const char *label, Area area,
                          const char *text)
{
    canvas_text(line, 0, 0, LABEL_COLS, label_area, label);
    canvas_text(line, 0, LABEL_COLS + 1, line->cols - LABEL_COLS - 1, area, text);
}

static void draw_value(Canvas *line)
{
    draw_labelled(line, AREA_LABEL, _("Phone"), AREA_TEXT, "0171 2345678");
}

static void draw_field(Canvas *line)
{
    draw_labelled(line, AREA_LABEL, _("Street"), AREA_FIELD, "Marktplatz 3");
}

static void draw_focus(Canvas *line)
{
    draw_labelled(line, AREA_ACCENT, _("Place"), AREA_FIELD_FOCUS, "Bremen");
}

static void draw_progress(Canvas *line)
{
    canvas_progress(line, 0, 0, line->cols, 3, 5);
}

static void draw_message(Canvas *line)
{
    canvas_text(line, 0, 0, line->cols, AREA_MESSAGE, _("Saved. Ctrl-Z takes it back."));
}

static void draw_bar(Canvas *line)
{
    canvas_fill(line, AREA_BAR);
    int col = canvas_put(line, 0, 0, AREA_BAR_KEY, "Enter") + 1;
    col = canvas_put(line, 0, col, AREA_BAR_LABEL, _("Open")) + 2;
    col = canvas_put(line, 0, col, AREA_BAR_KEY, "F1") + 1;
    canvas_put(line, 0, col, AREA_BAR_LABEL, _("Help"));
}

typedef struct {
    void (*draw)(Canvas *line);
    bool judged; /* also where there is little room */
} SampleRow;

static const SampleRow sample_rows[] = {
    {draw_name, false},   {draw_warning, true}, {draw_birthday, true}, {draw_rule, false},
    {draw_heading, true}, {draw_row, false},    {draw_selected, true}, {draw_match, false},
    {draw_value, false},  {draw_field, false},  {draw_focus, true},    {draw_progress, false},
    {draw_message, true}, {draw_bar, true},
};

void looks_sample_draw(Canvas *canvas)
{
    bool all = canvas->rows >= (int)G_N_ELEMENTS(sample_rows);
    int row = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(sample_rows); i++) {
        if (all || sample_rows[i].judged) {
            Canvas line = canvas_part(canvas, row++, 0, 1, canvas->cols);
            if (line.rows > 0) {
                sample_rows[i].draw(&line);
            }
        }
    }
}

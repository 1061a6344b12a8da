/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture: header, screens, message line, key bar. */
#include "tui/app_private.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "tui/dates.h"
#include "tui/discreet.h"
#include "tui/linewords.h"
#include "tui/screens/dialogs.h"
#include "tui/text.h"

#include <string.h>

#define LEAST_ROWS 12
#define LEAST_COLS 40
/* The header and its rule; the line for messages and the bar. */
#define HEAD_ROWS 2
#define FOOT_ROWS 2
#define MESSAGE_ROWS 3
/* What a message is about keeps as many cells, however long the message is. */
#define ABOUT_LEAST 8
#define DIALOG_COLS 72
/* The blank columns at both edges. */
#define MARGIN 1
/* Blank columns between the parts of the header. */
#define HEAD_GAP 2
/* A later part of the header is left out where fewer cells of it could be read. */
#define PART_LEAST 4

bool app_is_too_small(const App *app)
{
    return terminal_rows(app->terminal) < LEAST_ROWS || terminal_cols(app->terminal) < LEAST_COLS;
}

int screen_rows(const Screen *screen)
{
    int head = screen->class->place == SCREEN_BARE ? 0 : HEAD_ROWS;
    int rows = screen->app->terminal ? terminal_rows(screen->app->terminal) : 0;
    return MAX(rows - head - FOOT_ROWS, 0);
}

int screen_cols(const Screen *screen)
{
    return screen->app->terminal ? terminal_cols(screen->app->terminal) : 0;
}

/* The screen is too small to work on: says what it needs. */
static void draw_too_small(Canvas *all)
{
    g_autofree char *text = g_strdup_printf(
        _("This window is too small. Make it at least %d columns wide and %d rows high."),
        LEAST_COLS, LEAST_ROWS);
    canvas_wrapped(all, 0, 0, all->cols, all->rows, AREA_TEXT, text);
}

static int put_part(Canvas *line, int col, Area area, const char *text)
{
    if (!text) {
        return col;
    }
    if (col > 0) {
        g_autofree char *dot = g_strdup_printf(" %s ", canvas_symbol(line, SYMBOL_DOT));
        int least = MIN(text_width_shown(text), PART_LEAST);
        if (col + text_width(dot) + least > line->cols) {
            return line->cols;
        }
        col = canvas_put(line, 0, col, AREA_HEADER, dot);
    }
    return canvas_put(line, 0, col, area, text);
}

static void draw_header(App *app, Canvas *all)
{
    Canvas whole = canvas_part(all, 0, 0, 1, all->cols);
    canvas_fill(&whole, AREA_HEADER);
    Canvas line = canvas_part(&whole, 0, MARGIN, 1, all->cols - 2 * MARGIN);
    g_autoptr(GDateTime) now = app_now(app);
    g_autofree char *day = dates_weekday(instant_day(now));
    g_autofree char *clock = g_date_time_format(now, "%H:%M");
    g_autofree char *time = g_strdup_printf("%s  %s", day, clock);
    g_autofree char *whole_right =
        app->clerk ? g_strdup_printf("%s  %s", time, app->clerk) : g_strdup(time);
    g_autofree char *words = discreet_words(app_top(app));
    int kept = words ? text_width(words) + HEAD_GAP : 0;
    /* Where it is narrow the clerk goes first, then the time: that something is hidden stays. */
    const char *right = whole_right;
    if (kept + text_width_shown(right) > line.cols / 2) {
        right = words && kept + text_width(time) > line.cols / 2 ? "" : time;
    }
    int width = MIN(text_width_shown(right), line.cols / 2);
    int col = line.cols - width - (width > 0 ? kept : MAX(kept - HEAD_GAP, 0));
    canvas_text(&line, 0, line.cols - width, width, AREA_HEADER, right);
    canvas_put(&line, 0, col, AREA_ACCENT, words);
    Canvas left = canvas_part(&line, 0, 0, 1, col - HEAD_GAP);
    int end = put_part(&left, 0, AREA_WARNING, app->mark);
    end = put_part(&left, end, AREA_WARNING, line_mark(app_line_kind(app)));
    end = put_part(&left, end, AREA_TITLE, app->shop_name);
    put_part(&left, end, AREA_HEADER, app->branch);
    canvas_rule(all, 1);
}

/* TEXT in ROW, with what it is ABOUT (may be NULL) hidden while the app is discreet, wherever it
 * stands, and cut before the words around it are. */
static void draw_message_line(Canvas *all, int row, Area area, const char *text, const char *about)
{
    Canvas line = canvas_part(all, row, MARGIN, 1, all->cols - 2 * MARGIN);
    Canvas hidden = canvas_private(&line);
    int col = 0;
    int words = text_width_shown(text) - text_width_shown(about);
    canvas_text(all, row, 0, all->cols, area, "");
    for (const char *at; about && (at = strstr(text, about)); text = at + strlen(about)) {
        g_autofree char *before = g_strndup(text, (gsize)(at - text));
        g_autofree char *shown = text_show(about);
        int width = MIN(text_width(shown), MAX(line.cols - words, ABOUT_LEAST));
        col = canvas_put(&line, 0, col, area, before);
        col = canvas_text(&hidden, 0, col, width, area, shown);
    }
    canvas_put(&line, 0, col, area, text);
}

/* The message in as many lines as it takes, at most MESSAGE_ROWS, the last of them in ROW of PLACE,
 * the others above it across ALL. While the app is discreet what it is about must not be broken, so
 * that it is found and hidden. */
static void draw_message(const App *app, Canvas *all, Canvas *place, int row, const char *text)
{
    Area area = app->message ? app->message_area : AREA_MESSAGE;
    const char *about = app->message ? app->message_about : NULL;
    g_auto(GStrv) lines = text_wrap(text, MAX(place->cols - 2 * MARGIN, 1));
    int count = (int)g_strv_length(lines);
    if (count > MESSAGE_ROWS || (about && canvas_is_discreet(all))) {
        draw_message_line(place, row, area, text, about);
        return;
    }
    for (int i = 0; i < count; i++) {
        Canvas *line = i == count - 1 ? place : all;
        draw_message_line(line, row - count + 1 + i, area, lines[i], about);
    }
}

/* Where the header with its mark is missing: the mark at the right end of ROW. Returns what is left
 * of ALL. */
static Canvas draw_mark(const App *app, Canvas *all, int row)
{
    const char *words = line_mark(app_line_kind(app));
    g_autofree char *mark = g_strdup_printf(" %s ", words ? words : app->mark);
    int width = MIN(text_width_shown(mark), all->cols / 3);
    int col = all->cols - width - MARGIN;
    canvas_text(all, row, col, width, AREA_WARNING, mark);
    return canvas_part(all, 0, 0, G_MAXINT, col);
}

static void draw_foot(App *app, Canvas *all, const Screen *base)
{
    int row = all->rows - FOOT_ROWS;
    g_autofree char *line_words = app_line_words(app, base);
    const char *notice = line_words ? line_words : app->notice;
    const char *text = app->message ? app->message : notice;
    bool has_header = base->class->place != SCREEN_BARE;
    bool is_marked = app->mark || line_mark(app_line_kind(app));
    canvas_rule(all, row);
    Canvas place = is_marked && !has_header ? draw_mark(app, all, row) : *all;
    if (text) {
        draw_message(app, all, &place, row, text);
    }
    Canvas line = canvas_part(all, row + 1, 0, 1, all->cols);
    key_bar_fill(app->bar, app_top(app), line.cols);
    key_bar_draw(app->bar, &line);
}

/* The frame of a dialog and its inside, in the middle of BODY. */
static Canvas dialog_place(Screen *screen, const Canvas *body)
{
    int most_rows = body->rows - 2;
    int most_cols = MIN(body->cols, DIALOG_COLS) - 4;
    int rows = most_rows;
    int cols = most_cols;
    if (screen->class->measure) {
        screen->class->measure(screen, most_rows, most_cols, &rows, &cols);
    }
    rows = CLAMP(rows, 1, most_rows);
    cols = CLAMP(cols, 1, most_cols);
    int top = (body->rows - rows - 2) / 2;
    int left = (body->cols - cols - 4) / 2;
    Canvas outer = canvas_part(body, top, left, rows + 2, cols + 4);
    Canvas around = canvas_part(body, top, MAX(left - 1, 0), rows + 2, cols + 6);
    canvas_fill(&around, AREA_TEXT);
    canvas_fill(&outer, AREA_DIALOG);
    const char *heading = screen->class->heading ? screen->class->heading(screen) : NULL;
    canvas_frame(&outer, heading ? heading : _(screen->class->title));
    return canvas_part(&outer, 1, 2, rows, cols);
}

/* The lowest screen that is not covered. */
static guint first_visible(const App *app)
{
    guint i = app->stack->len - 1;
    while (i > 0 && ((Screen *)g_ptr_array_index(app->stack, i))->class->place == SCREEN_DIALOG) {
        i--;
    }
    return i;
}

static void draw_screens(App *app, Canvas *all)
{
    guint first = first_visible(app);
    const Screen *base = g_ptr_array_index(app->stack, first);
    int head = base->class->place == SCREEN_BARE ? 0 : HEAD_ROWS;
    if (head > 0) {
        draw_header(app, all);
    }
    Canvas body = canvas_part(all, head, 0, all->rows - head - FOOT_ROWS, all->cols);
    for (guint i = first; i < app->stack->len; i++) {
        Screen *screen = g_ptr_array_index(app->stack, i);
        if (screen->class == &screen_confirm && i + 1 < app->stack->len) {
            continue; /* one question at a time */
        }
        terminal_layer(app->terminal);
        screen->link->place =
            screen->class->place == SCREEN_DIALOG ? dialog_place(screen, &body) : body;
        Canvas canvas = screen->link->place;
        screen->class->draw(screen, &canvas);
    }
}

void app_draw(App *app)
{
    if (app->stack->len == 0 || app->is_ending) {
        return;
    }
    Canvas all = terminal_begin(app->terminal);
    if (app_is_too_small(app)) {
        draw_too_small(&all);
    } else {
        draw_screens(app, &all);
        const Screen *base = g_ptr_array_index(app->stack, first_visible(app));
        draw_foot(app, &all, base);
    }
    terminal_show(app->terminal);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the rows of the home screen. */
#include "tui/screens/homelist.h"

#include "data/base/i18n.h"
#include "tui/marks.h"
#include "tui/screens/homemodel.h"
#include "tui/text.h"

enum {
    MARGIN = 1,
    GAP = 2,
    NAME_LEAST = 16,
    NAME_MOST = 28,
    WARNING_MOST = 26,
    WARNING_LEAST = 14, /* unless it is shorter */
    WHAT_MOST = 12,
    WHAT_LEAST = 10, /* "turned 60!" */
    WIDE_COLS = 132, /* from here on a long name of a day has room, too */
    WHAT_WIDE = 24,
    PIECE_LEAST = 8,  /* of a text beside another */
    REST_LEAST = 12,  /* below that a hint is not worth its cells */
    TASK_LEAST = 20,  /* of what is to be done, beside since when */
    NARROW_COLS = 70, /* below that days are written briefly */
    EDGE_COLS = 100,  /* beyond that the right edge is too far off for since when */
    WHERE_LEAST = 12,
    WHERE_MOST = 30,
};

/* Beyond the ids of all other rows. */
#define FIRST_TASK (G_GINT64_CONSTANT(1) << 60)
#define TASK_KINDS 16

static const HomeRow *row_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const HomeModel *)model)->rows, row);
}

static guint count(gconstpointer model)
{
    return ((const HomeModel *)model)->rows->len;
}

static bool is_heading(gconstpointer model, guint row)
{
    HomeRowKind kind = row_at(model, row)->kind;
    return kind != HOME_DUE && kind != HOME_TASK && kind != HOME_MATCH && kind != HOME_DRAFT;
}

/* Days are known by the occasion, matches by the customer; the two never stand in one list. Drafts
 * and what is to be done stand among the days. */
static gint64 id(gconstpointer model, guint row)
{
    const HomeRow *at = row_at(model, row);
    if (at->draft != NULL) {
        return -at->draft->id;
    }
    if (at->task != NULL) {
        return FIRST_TASK + at->task->id * TASK_KINDS + at->task->kind;
    }
    return at->due != NULL ? at->due->occasion->head.id : home_row_customer(at);
}

/* The width of the next column: at most WANTED, and at most what is left of ROOM; 0 when that is
 * less than LEAST. Takes it and its gap off ROOM. */
static int take(int *room, int wanted, int least)
{
    int width = MIN(wanted, *room - GAP);
    if (wanted == 0 || width < MIN(least, wanted)) {
        return 0;
    }
    *room -= width + GAP;
    return width;
}

/* Where a column of WIDTH begins: at COL, which moves behind it. */
static int place(int *col, int width)
{
    int at = *col;
    *col += width > 0 ? width + GAP : 0;
    return at;
}

/* The name's column: steady on a screen, whatever is in the list. */
static int name_width(int cols)
{
    return CLAMP(cols / 3, NAME_LEAST, NAME_MOST);
}

/* What to know, and who greeted, in WIDTH cells: a warning holds after the greeting, too. */
static void draw_hint(Canvas *line, int col, int width, const HomeRow *row)
{
    Canvas part = canvas_part(line, 0, col, 1, width);
    int at = 0;
    if (row->greeter != NULL) {
        at = canvas_put(&part, 0, 0, AREA_GOOD, canvas_symbol(line, SYMBOL_DONE)) + 1;
        at = canvas_put(&part, 0, at, AREA_GOOD, row->greeter) + GAP;
    }
    if (row->warning != NULL) {
        g_autofree char *text =
            g_strdup_printf("%s %s", canvas_symbol(line, SYMBOL_WARNING), row->warning);
        at = canvas_put(&part, 0, at, AREA_WARNING, text) + GAP;
    }
    if (row->greeter == NULL) {
        canvas_put(&part, 0, at, AREA_DIM, row->hint != NULL ? row->hint : "");
    }
}

/* How what a day is about looks: round ones stand out until somebody has greeted. */
static Area area_of(const HomeRow *row)
{
    bool is_round = row->due != NULL && due_is_round(row->due);
    return row->greeter != NULL ? AREA_DIM : is_round ? AREA_BIRTHDAY : AREA_TEXT;
}

/* What a day is about, and behind it who greeted, else what to know. A long name of a day goes
 * on into the room of the hint. */
static void draw_about(Canvas *line, int col, int what, int rest, const HomeRow *row)
{
    g_autofree char *shown = text_show(row->what);
    int all = what + GAP + rest;
    int width = MIN(MAX(what, text_width(shown)), all);
    canvas_text(line, 0, col, width, area_of(row), shown);
    draw_hint(line, col + width + GAP, all - width - GAP, row);
}

/* Where there is no room for more than marks: ticked, and a warning to be read on the card. */
static void draw_marks(Canvas *line, const HomeRow *row)
{
    const char *warning = canvas_symbol(line, SYMBOL_WARNING);
    const char *done = canvas_symbol(line, SYMBOL_DONE);
    int end = line->cols - MARGIN;
    if (row->warning != NULL) {
        end -= text_width(warning);
        canvas_put(line, 0, end, AREA_WARNING, warning);
    }
    if (row->greeter != NULL) {
        canvas_put(line, 0, end - text_width(done), AREA_GOOD, done);
    }
}

/* The widths of a due day's columns. */
typedef struct {
    int when, name, what, rest;
} DueColumns;

static DueColumns due_columns(const Canvas *line, const HomeModel *model, bool narrow)
{
    const HomeWidths *widths = &model->widths;
    int room = line->cols - 2 * MARGIN + GAP, day = narrow ? widths->when_brief : widths->when;
    DueColumns columns = {.when = take(&room, day, day)};
    columns.name = take(&room, MIN(widths->name, name_width(line->cols)), NAME_LEAST);
    int what = line->cols >= WIDE_COLS ? WHAT_WIDE : WHAT_MOST;
    columns.what = take(&room, MIN(widths->what, what), 6);
    columns.rest = take(&room, room, REST_LEAST);
    if (columns.rest == 0) {
        int mark = 1 + text_width(canvas_symbol(line, SYMBOL_WARNING)) +
                   (widths->has_both_marks ? text_width(canvas_symbol(line, SYMBOL_DONE)) : 0);
        columns.name += CLAMP(room - mark, 0, MAX(widths->name - columns.name, 0));
        columns.what -= MAX(mark - room, 0);
        int lacking = CLAMP(MIN(widths->what, WHAT_LEAST) - columns.what, 0, columns.name / 4);
        columns.name -= lacking;
        columns.what += lacking;
    }
    return columns;
}

static void draw_due(Canvas *line, const HomeModel *model, const HomeRow *row)
{
    bool narrow = line->cols < NARROW_COLS, done = row->greeter != NULL;
    DueColumns columns = due_columns(line, model, narrow);
    bool is_today = day_compare(row->due->kept, model->today) == 0;
    Canvas hidden = canvas_private(line);
    int col = MARGIN;
    canvas_text(line, 0, place(&col, columns.when), columns.when,
                is_today && !done ? AREA_BIRTHDAY : AREA_DIM, narrow ? row->when_brief : row->when);
    canvas_text(&hidden, 0, place(&col, columns.name), columns.name, done ? AREA_DIM : AREA_TEXT,
                row->name);
    if (columns.rest > 0) {
        draw_about(&hidden, col, columns.what, columns.rest, row);
        return;
    }
    bool marked = done || row->warning != NULL;
    canvas_text(&hidden, 0, col, marked ? columns.what : line->cols - MARGIN - col, area_of(row),
                row->what);
    draw_marks(&hidden, row);
}

/* What is to be done: until when, for whom, what, and behind it how long it has been so. */
static void draw_task(Canvas *line, const HomeModel *model, const HomeRow *row)
{
    bool narrow = line->cols < NARROW_COLS;
    DueColumns columns = due_columns(line, model, narrow);
    Canvas hidden = canvas_private(line);
    int col = MARGIN;
    canvas_text(line, 0, place(&col, columns.when), columns.when,
                row->is_urgent ? AREA_ACCENT : AREA_DIM, narrow ? row->when_brief : row->when);
    canvas_text(&hidden, 0, place(&col, columns.name), columns.name, AREA_TEXT,
                row->name != NULL ? row->name : "");
    Canvas rest = canvas_part(&hidden, 0, col, 1, line->cols - MARGIN - col);
    int hint = row->hint != NULL ? text_width_shown(row->hint) + GAP : 0;
    bool has_hint = hint > 0 && rest.cols - hint >= TASK_LEAST;
    Canvas words = canvas_part(&rest, 0, 0, 1, rest.cols - (has_hint ? hint : 0));
    int end = canvas_put(&words, 0, 0, AREA_TEXT, row->what != NULL ? row->what : "");
    if (has_hint) {
        bool follows = line->cols > EDGE_COLS;
        int at = follows ? MIN(end, words.cols) + GAP : rest.cols - (hint - GAP);
        canvas_put(&rest, 0, at, AREA_DIM, row->hint);
    }
}

static void draw_draft(Canvas *line, const HomeModel *model, const HomeRow *row)
{
    bool narrow = line->cols < NARROW_COLS;
    int room = line->cols - 2 * MARGIN + GAP, col = MARGIN;
    int wanted = narrow ? model->widths.when_brief : model->widths.when;
    int when = take(&room, wanted, wanted);
    Canvas hidden = canvas_private(line);
    canvas_text(line, 0, place(&col, when), when, AREA_DIM, narrow ? row->when_brief : row->when);
    canvas_text(&hidden, 0, col, room - GAP, AREA_TEXT, row->name);
}

static void draw_warning(Canvas *line, int col, int width, const HomeRow *row)
{
    Canvas sign = canvas_part(line, 0, col, 1, width), part = canvas_private(&sign);
    int at = 0;
    if (row->complains) {
        at = canvas_put(&sign, 0, 0, AREA_WARNING, canvas_symbol(line, SYMBOL_FLAG));
        at = canvas_put(&sign, 0, at, AREA_WARNING, " ");
    }
    if (row->warning != NULL) {
        g_autofree char *shown = text_show(row->warning);
        at = canvas_put(&sign, 0, at, AREA_WARNING, canvas_symbol(line, SYMBOL_WARNING));
        at = canvas_put(&sign, 0, at, AREA_WARNING, " ");
        int cols = MIN(text_width(shown), part.cols - at);
        marks_text(&part, 0, at, cols, AREA_WARNING, row->warning, row->match->marks);
        at += cols + GAP;
    }
    if (row->coming != NULL) {
        g_autofree char *text =
            g_strdup_printf("%s %s", canvas_symbol(line, SYMBOL_BIRTHDAY), row->coming);
        canvas_put(&part, 0, at, AREA_BIRTHDAY, text);
    }
}

/* Where there is no column for the place: whether it says more of ROW than what it is about. */
static bool place_says_more(const HomeRow *row)
{
    return row->where != NULL && (row->extra == NULL || (row->is_namesake && !row->is_hit));
}

/* The widths of a match's columns. */
typedef struct {
    int name, number, last, warning, extra, where;
} MatchColumns;

/* What comes next is worth more than the end of a long warning: takes off *WARNING what ROOM lacks
 * for WIDTH cells. */
static void shorten(int *warning, int *room, int width)
{
    int lacking = CLAMP(width + GAP - *room, 0, MAX(*warning - WARNING_LEAST, 0));
    *warning -= lacking;
    *room += lacking;
}

static MatchColumns match_columns(const Canvas *line, const HomeWidths *widths)
{
    MatchColumns columns;
    int room = line->cols - 2 * MARGIN + GAP;
    columns.name = take(&room, name_width(line->cols), NAME_LEAST);
    /* How somebody fits is worth more than their number, but not than a warning. */
    int warned = widths->warning > 0 ? MIN(widths->warning, WARNING_LEAST) + GAP : 0;
    int how = widths->why + warned + GAP <= room ? widths->why : widths->how;
    how = how + warned + GAP <= room ? take(&room, how, how) : 0;
    columns.warning = take(&room, MIN(widths->warning, WARNING_MOST), 6);
    if (how > 0) {
        shorten(&columns.warning, &room, widths->number);
    }
    columns.number = take(&room, widths->number, widths->number);
    columns.last = take(&room, widths->last, widths->last);
    if (how == 0) {
        shorten(&columns.warning, &room, REST_LEAST);
    }
    room += how > 0 ? how + GAP : 0;
    columns.extra =
        take(&room, MAX(widths->extra, MIN(widths->where, WHERE_MOST)), how > 0 ? how : REST_LEAST);
    columns.where = take(&room, MIN(widths->where, WHERE_MOST), WHERE_LEAST);
    columns.name += CLAMP(room, 0, MAX(widths->name - columns.name, 0));
    return columns;
}

/* What ROW is about in WIDTH cells, as far as there is room beside how it fits: that stands before
 * it, in a column as wide as the WIDEST, but behind what matched. */
static void draw_about_match(Canvas *line, int col, int width, const HomeRow *row, int widest,
                             bool instead)
{
    const char *text = instead ? row->where : row->extra;
    bool is_hit = row->is_hit && !instead;
    Canvas part = canvas_part(line, 0, col, 1, width), hidden = canvas_private(&part);
    int how = text_width_shown(row->how), about = text_width_shown(text);
    bool says_how = how > 0 && how <= width;
    how = is_hit ? how : MIN(widest, width);
    int beside = width - how - GAP, piece = MIN(about, PIECE_LEAST);
    /* What fitted says more than how; the sign before the name says that it is only alike. */
    says_how = says_how && !(is_hit && beside < piece);
    int room = MIN(says_how ? beside : width, about);
    if (room < (says_how ? piece : 1)) {
        room = 0;
    }
    if (room > 0) {
        char *const *marks = row->match->marks;
        g_autofree char *shown = marks_excerpt(text, marks, room);
        marks_text(&hidden, 0, says_how && !is_hit ? how + GAP : 0, room,
                   instead ? AREA_DIM : AREA_TEXT, shown, marks);
    }
    if (says_how) {
        /* How somebody is alike tells nothing of them. */
        canvas_text(row->is_alike ? &part : &hidden, 0, is_hit && room > 0 ? room + GAP : 0, how,
                    AREA_DIM, row->how);
    }
}

static void draw_match(Canvas *line, const HomeModel *model, const HomeRow *row)
{
    MatchColumns columns = match_columns(line, &model->widths);
    char *const *marks = row->match->marks;
    Canvas hidden = canvas_private(line);
    int col = MARGIN, end = MARGIN + columns.name;
    int name = row->is_alike
                   ? canvas_put(line, 0, MARGIN, AREA_DIM, canvas_symbol(line, SYMBOL_ALIKE)) + 1
                   : MARGIN;
    /* Whom nobody knows by name has all there is to see in this column. */
    g_autofree char *excerpt = customer_has_name(row->match->sheet->customer)
                                   ? NULL
                                   : marks_excerpt(row->name, marks, end - name);
    marks_text(line, 0, name, end - name, AREA_TEXT, excerpt != NULL ? excerpt : row->name, marks);
    place(&col, columns.name);
    marks_text(line, 0, place(&col, columns.number), columns.number, AREA_DIM, row->number, marks);
    canvas_text(&hidden, 0, place(&col, columns.last), columns.last, AREA_DIM, row->last);
    draw_warning(line, place(&col, columns.warning), columns.warning, row);
    bool instead = columns.where == 0 && place_says_more(row);
    draw_about_match(line, place(&col, columns.extra), columns.extra, row, model->widths.how,
                     instead);
    marks_text(&hidden, 0, col, columns.where, AREA_DIM, row->where, marks);
}

/* A heading; while what stands below is hidden, with how many there are. */
static void draw_heading(Canvas *line, const HomeModel *model, guint index)
{
    int col = canvas_put(line, 0, MARGIN, AREA_HEADING, row_at(model, index)->text) + GAP;
    guint end = index + 1;
    while (end < count(model) && !is_heading(model, end)) {
        end++;
    }
    if (canvas_is_discreet(line)) {
        guint more = end < count(model) ? row_at(model, end)->more : 0;
        g_autofree char *number = g_strdup_printf("%u", end - index - 1 + more);
        canvas_put(line, 0, col, AREA_DIM, number);
    }
}

static void draw(Canvas *line, gconstpointer data, guint index)
{
    const HomeModel *model = data;
    const HomeRow *row = row_at(model, index);
    switch (row->kind) {
    case HOME_HEADING:
        draw_heading(line, model, index);
        break;
    case HOME_NOTE:
        canvas_put(line, 0, MARGIN, AREA_DIM, row->text);
        break;
    case HOME_DUE:
        draw_due(line, model, row);
        break;
    case HOME_TASK:
        draw_task(line, model, row);
        break;
    case HOME_DRAFT:
        draw_draft(line, model, row);
        break;
    case HOME_MATCH:
        draw_match(line, model, row);
        break;
    case HOME_BLANK:
        break;
    }
}

static bool is_title(gconstpointer model, guint row)
{
    return row_at(model, row)->kind == HOME_HEADING;
}

const ListClass home_list = {
    .count = count, .is_heading = is_heading, .is_title = is_title, .id = id, .draw = draw};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the board of complaints. */
#include "tui/screens/complaintslist.h"

#include "data/base/i18n.h"
#include "data/clerk.h"
#include "data/diary/complaintcause.h"
#include "tui/dates.h"
#include "tui/text.h"

enum {
    MARGIN = 1,
    GAP = 2,
    REPEATS_MOST = 3,
    NAME_COLS = 18,
    CAUSE_COLS = 18,
    CLERK_COLS = 14,
    AGE_COLS = 8,
    DAY_COLS = 12, /* of the day in a list with closed ones */
    TIMES_COLS = 10,
    REPEAT_COLS = 30,
    CAUSE_FROM = 70, /* narrower screens leave the cause out … */
    CLERK_FROM = 96, /* … and who answers */
    BEFORE_FROM = 60 /* … and how often something came before */
};

static void add_row(GArray *rows, ComplaintsRow row)
{
    g_array_append_val(rows, row);
}

static void add_heading(GArray *rows, guint step, guint count)
{
    if (rows->len > 0) {
        add_row(rows, (ComplaintsRow){.kind = COMPLAINTS_BLANK});
    }
    add_row(rows, (ComplaintsRow){.kind = COMPLAINTS_HEADING, .step = step, .count = count});
}

static void add_repeats(GArray *rows, const ComplaintBoard *board)
{
    for (guint i = 0; i < MIN(board->repeats->len, REPEATS_MOST); i++) {
        if (i == 0) {
            add_heading(rows, G_MAXUINT, board->repeats->len);
        }
        add_row(rows, (ComplaintsRow){.kind = COMPLAINTS_REPEAT,
                                      .repeat = g_ptr_array_index(board->repeats, i)});
    }
}

GArray *complaints_rows_new(const ComplaintsModel *model)
{
    GArray *rows = g_array_new(FALSE, TRUE, sizeof(ComplaintsRow));
    const GPtrArray *complaints = model->board->complaints;
    add_repeats(rows, model->board);
    for (guint from = 0, to = 0; from < complaints->len; from = to) {
        guint step =
            complaint_step(((const Complaint *)g_ptr_array_index(complaints, from))->state);
        while (to < complaints->len &&
               complaint_step(((const Complaint *)g_ptr_array_index(complaints, to))->state) ==
                   step) {
            to++;
        }
        add_heading(rows, step, to - from);
        for (guint i = from; i < to; i++) {
            add_row(rows, (ComplaintsRow){.kind = COMPLAINTS_CASE,
                                          .complaint = g_ptr_array_index(complaints, i)});
        }
    }
    return rows;
}

const ComplaintsRow *complaints_row(const ComplaintsModel *model, guint row)
{
    return &g_array_index(model->rows, ComplaintsRow, row);
}

/* ---- the list ---- */

static guint count_rows(gconstpointer model)
{
    return ((const ComplaintsModel *)model)->rows->len;
}

static bool is_heading(gconstpointer model, guint row)
{
    ComplaintsRowKind kind = complaints_row(model, row)->kind;
    return kind == COMPLAINTS_BLANK || kind == COMPLAINTS_HEADING;
}

static bool is_title(gconstpointer model, guint row)
{
    return complaints_row(model, row)->kind == COMPLAINTS_HEADING;
}

/* Causes are below zero, so that they are no complaints. */
static gint64 row_id(gconstpointer model, guint index)
{
    const ComplaintsRow *row = complaints_row(model, index);
    return row->complaint != NULL ? row->complaint->head.id
           : row->repeat != NULL  ? -row->repeat->cause_id
                                  : 0;
}

/* The states as headings, in the order of complaint_states. */
static const char *const headings[] = {
    N_("RECEIVED"), N_("ACKNOWLEDGED"),   N_("IN WORK"),
    N_("ANSWERED"), N_("CLOSED, AGREED"), N_("CLOSED, NOT AGREED"),
};

static void draw_heading(Canvas *line, const ComplaintsRow *row)
{
    bool repeats = row->step == G_MAXUINT;
    g_autofree char *count = repeats ? NULL : g_strdup_printf("%u", row->count);
    int col = canvas_put(line, 0, MARGIN, AREA_HEADING,
                         repeats ? _("AGAIN AND AGAIN") : _(headings[row->step]));
    canvas_put(line, 0, col + 1, AREA_DIM, repeats ? _("in the last 90 days") : count);
}

/* "5 times     3 in the 90 days before" */
static void draw_repeat(Canvas *line, const ComplaintsModel *model, const ComplaintRepeat *repeat)
{
    Canvas hidden = canvas_private(line);
    int now = (int)MIN(repeat->now, G_MAXINT), before = (int)MIN(repeat->before, G_MAXINT);
    int label = line->cols >= BEFORE_FROM ? REPEAT_COLS : line->cols / 2;
    int col = canvas_text(&hidden, 0, MARGIN, MIN(label, line->cols - MARGIN), AREA_TEXT,
                          complaint_cause_called(model->causes, repeat->cause_id)) +
              GAP;
    g_autofree char *times =
        g_strdup_printf(ngettext("%d time", "%d times", (unsigned long)now), now);
    col = canvas_text(&hidden, 0, col, TIMES_COLS,
                      repeat->now > repeat->before ? AREA_ACCENT : AREA_TEXT, times) +
          GAP;
    if (line->cols < BEFORE_FROM) {
        return;
    }
    g_autofree char *earlier =
        before == 0
            ? g_strdup(_("not once before"))
            : g_strdup_printf(ngettext("%d time in the 90 days before",
                                       "%d times in the 90 days before", (unsigned long)before),
                              before);
    canvas_text(&hidden, 0, col, line->cols - col - 1, AREA_DIM, earlier);
}

static const char *clerk_called(const GPtrArray *clerks, gint64 id)
{
    for (guint i = 0; id != 0 && i < clerks->len; i++) {
        const Clerk *clerk = g_ptr_array_index(clerks, i);
        if (clerk->head.id == id) {
            return clerk->name;
        }
    }
    return "";
}

/* "3 days", of a closed one the day. */
static char *age_of(const Complaint *complaint, Day today)
{
    Day closed;
    int age = complaint_age(complaint, today);
    if (!complaint_is_open(complaint) && day_from_text(complaint->closed_day, &closed) &&
        day_is_whole(closed)) {
        return dates_brief(closed, today);
    }
    return age == 0 ? g_strdup(_("today"))
                    : g_strdup_printf(ngettext("%d day", "%d days", (unsigned long)age), age);
}

/* Draws a sign before what happened where it is serious, and says where the answer is late. */
static int draw_sign(Canvas *line, int col, const Complaint *complaint, Day today)
{
    bool is_late = complaint_is_late(complaint, today);
    bool is_serious = g_strcmp0(complaint->severity, "high") == 0;
    if (!complaint_is_open(complaint) || (!is_late && !is_serious)) {
        return col;
    }
    const char *symbol = canvas_symbol(line, SYMBOL_WARNING);
    g_autofree char *sign =
        is_late ? g_strdup_printf("%s %s:", symbol, _("late")) : g_strdup(symbol);
    return canvas_put(line, 0, col, AREA_WARNING, sign) + 1;
}

static void draw_case(Canvas *line, const ComplaintsModel *model, const Complaint *complaint)
{
    Canvas hidden = canvas_private(line);
    const Customer *customer = complaint_board_customer(model->board, complaint);
    g_autofree char *name = customer != NULL ? customer_call(customer, NAME_SORTED) : NULL;
    g_autofree char *age = age_of(complaint, model->today);
    int ages = model->filter.with_closed ? DAY_COLS : AGE_COLS;
    int right = line->cols - 1 - ages;
    canvas_text_right(line, 0, right, ages, AREA_DIM, age);
    if (line->cols >= CLERK_FROM) {
        right -= CLERK_COLS + GAP;
        canvas_text(line, 0, right, CLERK_COLS, AREA_DIM,
                    clerk_called(model->clerks, complaint->clerk_id));
    }
    if (line->cols >= CAUSE_FROM) {
        right -= CAUSE_COLS + GAP;
        canvas_text(&hidden, 0, right, CAUSE_COLS, AREA_LABEL,
                    complaint_cause_called(model->causes, complaint->cause_id));
    }
    int names = MIN(NAME_COLS, line->cols / 3);
    int col =
        canvas_text(&hidden, 0, MARGIN, names, AREA_TEXT, name != NULL ? name : _("nobody known")) +
        GAP;
    col = draw_sign(line, col, complaint, model->today);
    canvas_text(&hidden, 0, col, right - GAP - col, AREA_TEXT, complaint->words);
}

static void draw_row(Canvas *line, gconstpointer data, guint index)
{
    const ComplaintsModel *model = data;
    const ComplaintsRow *row = complaints_row(model, index);
    switch (row->kind) {
    case COMPLAINTS_HEADING:
        draw_heading(line, row);
        break;
    case COMPLAINTS_REPEAT:
        draw_repeat(line, model, row->repeat);
        break;
    case COMPLAINTS_CASE:
        draw_case(line, model, row->complaint);
        break;
    case COMPLAINTS_BLANK:
        break;
    }
}

const ListClass complaints_list = {.count = count_rows,
                                   .is_heading = is_heading,
                                   .is_title = is_title,
                                   .id = row_id,
                                   .draw = draw_row};

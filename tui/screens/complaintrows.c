/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A complaint as rows of a list. */
#include "tui/screens/complaintrows.h"

#include "data/base/i18n.h"
#include "data/base/money.h"
#include "data/diary/complaintcause.h"
#include "data/diary/feedback.h"
#include "tui/dates.h"
#include "tui/text.h"

#include <string.h>

enum {
    MARGIN = 1,
    GAP = 2,
    LABEL_MOST = 18,
    LINES_MOST = 12,
    LINES_FEW = 3, /* on narrow screens, so that the steps are in sight */
    NARROW = 60,
    KEY_COLS = 2,
    EDGE = 2, /* the mark that the list goes on */
    STEP_RECEIVED = 0,
    STEP_ACKNOWLEDGED = 1,
    STEP_ANSWERED = 3,
    STEP_CLOSED = 4
};

typedef enum { ROW_BLANK, ROW_STEP, ROW_LINE, ROW_MORE } RowKind;

typedef struct {
    RowKind kind;
    char *label; /* NULL where the text goes on */
    char *text;
    const char *field; /* of the form; NULL: none */
    char *keys;        /* of a step */
    bool is_done;      /* of a step: it was reached */
    bool is_now;       /* of a step: here it stands */
    bool is_late;
    int label_cols;
} Row;

static void row_free(gpointer data)
{
    Row *row = data;
    g_free(row->label);
    g_free(row->text);
    g_free(row->keys);
    g_free(row);
}

static Row *add_row(GPtrArray *rows, RowKind kind)
{
    Row *row = g_new0(Row, 1);
    row->kind = kind;
    g_ptr_array_add(rows, row);
    return row;
}

char *complaint_age_words(const Complaint *complaint, Day today)
{
    int age = complaint_age(complaint, today);
    if (complaint_is_open(complaint)) {
        return age == 0 ? g_strdup(_("since today"))
                        : g_strdup_printf(ngettext("%d day", "%d days", (unsigned long)age), age);
    }
    return age == 0 ? g_strdup(_("closed the same day"))
                    : g_strdup_printf(ngettext("closed after %d day", "closed after %d days",
                                               (unsigned long)age),
                                      age);
}

/* ---- making them ---- */

/* TEXT (NULL or "": nothing is added) under LABEL. */
static void add_text(GPtrArray *rows, const char *label, const char *field, const char *text)
{
    if (text == NULL || *text == '\0') {
        return;
    }
    Row *row = add_row(rows, ROW_LINE);
    row->label = g_strdup(label);
    row->text = g_strdup(text);
    row->field = field;
}

static char *brief_day(const char *stored, Day today)
{
    Day day;
    bool is_day = stored != NULL && day_from_text(stored, &day) && day_is_whole(day);
    return is_day ? dates_brief(day, today) : g_strdup("");
}

/* Until when the answer is due, and by whom. */
static char *due_words(const ComplaintModel *model)
{
    const Complaint *complaint = model->complaint;
    const char *clerk = complaint_model_clerk(model, complaint->clerk_id);
    Day due;
    if (complaint->due_day == NULL || !day_from_text(complaint->due_day, &due) ||
        !day_is_whole(due)) {
        return g_strdup(clerk);
    }
    g_autofree char *day = dates_weekday(due);
    /* TRANSLATORS: until when a complaint is to be answered: a day, and who does it. */
    return *clerk != '\0' ? g_strdup_printf(_("until %s, %s"), day, clerk)
                          : g_strdup_printf(_("until %s"), day);
}

/* What stands beside a step. */
static char *step_words(const ComplaintModel *model, guint step, Day today)
{
    const Complaint *complaint = model->complaint;
    switch (step) {
    case STEP_RECEIVED: {
        g_autofree char *day = brief_day(complaint->day, today);
        const char *clerk = complaint_model_clerk(model, complaint->head.created_by);
        return *clerk != '\0' ? g_strdup_printf("%s  %s", day, clerk) : g_strdup(day);
    }
    case STEP_ACKNOWLEDGED:
        return brief_day(complaint->acknowledged_day, today);
    case STEP_ANSWERED:
        return complaint->answered_day != NULL || !complaint_is_open(complaint)
                   ? brief_day(complaint->answered_day, today)
                   : due_words(model);
    case STEP_CLOSED:
        return brief_day(complaint->closed_day, today);
    default:
        return g_strdup("");
    }
}

static void add_steps(GPtrArray *rows, const ComplaintModel *model, const char *const *keys,
                      Day today)
{
    const Complaint *complaint = model->complaint;
    guint now = complaint_step(complaint->state);
    add_row(rows, ROW_BLANK);
    for (guint step = 0; step < COMPLAINT_STEPS; step++) {
        bool is_last = step == STEP_CLOSED;
        Row *row = add_row(rows, ROW_STEP);
        row->is_done = now >= step;
        row->is_now = now == step || (is_last && now > step);
        row->is_late = step == STEP_ANSWERED && complaint_is_late(complaint, today);
        row->label = g_strdup(!is_last       ? _(complaint_states[step].label)
                              : row->is_done ? _(complaint_states[now].label)
                                             : _("closed"));
        row->text = step_words(model, step, today);
        row->keys = is_last ? g_strjoin(" ", keys[STEP_CLOSED], keys[STEP_CLOSED + 1], NULL)
                            : g_strdup(keys[step]);
    }
    add_row(rows, ROW_BLANK);
}

static void add_outcome(GPtrArray *rows, const ComplaintModel *model)
{
    const Complaint *complaint = model->complaint;
    g_autofree char *cost =
        complaint->cost != RECORD_NONE ? money_for_people(complaint->cost, model->currency) : NULL;
    add_text(rows, _("Our answer"), "answer", complaint->answer);
    add_text(rows, _("It cost us"), "cost", cost);
    add_text(rows, _("Content?"), "content", choice_label(complaint_contents, complaint->content));
    add_text(rows, _("We changed"), "changed", complaint->changed);
    add_text(rows, _("Cause"), "cause", complaint_cause_called(model->causes, complaint->cause_id));
    add_text(rows, _("How bad"), "severity",
             g_strcmp0(complaint->severity, "middle") != 0
                 ? choice_label(complaint_severities, complaint->severity)
                 : NULL);
    add_text(rows, _("Came by"), "channel", choice_label(feedback_channels, complaint->channel));
    add_text(rows, _("Article"), "article", model->article);
    add_text(rows, _("Branch"), "branch", complaint_model_branch(model));
}

static int label_cols(const GPtrArray *rows, int cols)
{
    int widest = 0;
    for (guint i = 0; i < rows->len; i++) {
        const Row *row = g_ptr_array_index(rows, i);
        widest = MAX(
            widest, row->label != NULL && row->kind == ROW_LINE ? text_width_shown(row->label) : 0);
    }
    return MIN(MIN(widest, LABEL_MOST), cols / 3);
}

/* Breaks the text of row INDEX into at most MOST lines of WIDTH cells, one row each. Returns the
 * row after them.
 */
static guint break_row(GPtrArray *rows, guint index, int width, guint most)
{
    Row *row = g_ptr_array_index(rows, index);
    g_auto(GStrv) lines = text_wrap(row->text, MAX(width, 1));
    guint count = MIN(g_strv_length(lines), most);
    if (count > 0) {
        g_free(row->text);
        row->text = g_strdup(lines[0]);
    }
    for (guint i = 1; i < count; i++) {
        Row *more = g_new0(Row, 1);
        more->kind = ROW_MORE;
        more->text = i + 1 < count || lines[count] == NULL ? g_strdup(lines[i])
                                                           : g_strdup_printf("%s …", lines[i]);
        more->label_cols = row->label_cols;
        g_ptr_array_insert(rows, (int)(index + i), more);
    }
    return index + MAX(count, 1);
}

GPtrArray *complaint_rows_new(const ComplaintModel *model, const char *const *keys, Day today,
                              int cols)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
    add_text(rows, _("What happened"), "words", model->complaint->words);
    add_text(rows, _("Asked for"), "remedy", model->complaint->remedy);
    add_steps(rows, model, keys, today);
    add_outcome(rows, model);
    int labels = label_cols(rows, cols);
    guint most = cols < NARROW ? LINES_FEW : LINES_MOST;
    for (guint i = 0; i < rows->len;) {
        Row *row = g_ptr_array_index(rows, i);
        row->label_cols = labels;
        i = row->kind == ROW_LINE ? break_row(rows, i, cols - MARGIN - labels - GAP - EDGE, most)
                                  : i + 1;
    }
    return rows;
}

const char *complaint_row_field(const GPtrArray *rows, guint row)
{
    return ((const Row *)g_ptr_array_index(rows, row))->field;
}

/* ---- the list ---- */

static const Row *row_at(gconstpointer model, guint row)
{
    return g_ptr_array_index((const GPtrArray *)model, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const GPtrArray *)model)->len;
}

static bool is_heading(gconstpointer model, guint row)
{
    return row_at(model, row)->kind != ROW_LINE;
}

static void draw_step(Canvas *line, const Row *row)
{
    int labels = MAX(row->label_cols, LABEL_MOST);
    Area area = row->is_now ? AREA_ACCENT : row->is_done ? AREA_TEXT : AREA_DIM;
    const char *mark = canvas_symbol(line, row->is_done ? SYMBOL_DONE : SYMBOL_OPEN);
    canvas_text(line, 0, MARGIN, KEY_COLS + 1, AREA_BAR_KEY, row->keys);
    int col = canvas_put(line, 0, MARGIN + KEY_COLS + GAP, area, mark) + 1;
    canvas_put(line, 0, MARGIN + KEY_COLS + 1, AREA_ACCENT,
               row->is_now ? canvas_symbol(line, SYMBOL_CURSOR) : " ");
    col = canvas_text(line, 0, col, MIN(labels, line->cols - col), area, row->label) + GAP;
    Canvas hidden = canvas_private(line);
    g_autofree char *late =
        row->is_late ? g_strdup_printf("%s %s", canvas_symbol(line, SYMBOL_WARNING), row->text)
                     : NULL;
    Area beside = row->is_late ? AREA_WARNING : row->is_now ? AREA_TEXT : AREA_DIM;
    canvas_put(&hidden, 0, col, beside, late != NULL ? late : row->text);
}

static void draw_row(Canvas *line, gconstpointer model, guint index)
{
    const Row *row = row_at(model, index);
    if (row->kind == ROW_BLANK) {
        return;
    }
    if (row->kind == ROW_STEP) {
        draw_step(line, row);
        return;
    }
    Canvas hidden = canvas_private(line);
    int col = MARGIN + row->label_cols + GAP;
    canvas_text(line, 0, MARGIN, row->label_cols, AREA_LABEL, row->label);
    canvas_text(&hidden, 0, col, line->cols - col - EDGE, AREA_TEXT, row->text);
}

const ListClass complaint_rows_list = {
    .count = count_rows, .is_heading = is_heading, .draw = draw_row};

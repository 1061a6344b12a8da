/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the list of feedback. */
#include "tui/screens/feedbacksrows.h"

#include "data/base/i18n.h"
#include "tui/dates.h"
#include "tui/text.h"

#include <inttypes.h>

enum {
    GAP = 2,
    DAY_COLS = 11,
    KIND_MOST = 16,
    KIND_FROM = 60, /* narrower screens do not say of what kind it was … */
    WHOSE_MOST = 18,
    WHOSE_FROM = 76, /* … nor whose */
    COUNT_COLS = 5,
    FIGURE_COLS = 20,
    FIGURE_FROM = 44, /* narrower screens do not show the first figure … */
    SECOND_FROM = 76, /* … nor the second */
    LABEL_MOST = 48
};

void feedbacks_model_free(gpointer data)
{
    FeedbacksModel *model = data;
    g_clear_pointer(&model->entries, g_ptr_array_unref);
    g_clear_pointer(&model->groups, g_ptr_array_unref);
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_free(model);
}

void feedbacks_measure(FeedbacksModel *model)
{
    for (guint i = 0; model->entries != NULL && i < model->entries->len; i++) {
        const FeedbackEntry *entry = g_ptr_array_index(model->entries, i);
        int kind = text_width_shown(choice_label(feedback_kinds, entry->feedback->kind));
        model->kind_cols = MAX(model->kind_cols, MIN(kind, KIND_MOST));
        model->whose_cols = MAX(model->whose_cols, MIN(text_width_shown(entry->whose), WHOSE_MOST));
    }
}

static guint count_rows(gconstpointer data)
{
    const FeedbacksModel *model = data;
    return model->entries != NULL ? model->entries->len : model->groups->len;
}

static gint64 row_id(gconstpointer data, guint row)
{
    const FeedbacksModel *model = data;
    return model->entries != NULL
               ? ((const FeedbackEntry *)g_ptr_array_index(model->entries, row))->feedback->head.id
               : (gint64)row + 1;
}

static void draw_day(Canvas *line, int col, const char *text, Day today)
{
    Day day;
    if (text != NULL && day_from_text(text, &day)) {
        g_autofree char *shown = dates_brief(day, today);
        canvas_text(line, 0, col, DAY_COLS, AREA_DIM, shown);
    }
}

/* When, of what kind, what about which product, and whose. */
static void draw_entry(Canvas *line, const FeedbackEntry *entry, const FeedbacksModel *model)
{
    const Feedback *feedback = entry->feedback;
    bool is_about = entry->article != NULL && !(model->is_open && model->by == FEEDBACK_BY_ARTICLE);
    Canvas hidden = canvas_private(line);
    g_autofree char *brief = feedback_brief(feedback);
    /* TRANSLATORS: a product, and what was said about it. */
    g_autofree char *about = is_about ? g_strdup_printf(_("%s: %s"), entry->article, brief) : NULL;
    int col = 1, end = line->cols - 2;
    draw_day(line, col, feedback->day, model->today);
    col += DAY_COLS + GAP;
    if (line->cols >= KIND_FROM) {
        canvas_text(line, 0, col, model->kind_cols, AREA_LABEL,
                    choice_label(feedback_kinds, feedback->kind));
        col += model->kind_cols + GAP;
    }
    if (line->cols >= WHOSE_FROM) {
        end -= model->whose_cols;
        canvas_text(&hidden, 0, end, model->whose_cols, AREA_DIM,
                    entry->whose != NULL ? entry->whose : "");
        end -= GAP;
    }
    canvas_text(&hidden, 0, col, end - col, AREA_TEXT, about != NULL ? about : brief);
}

/* "83 % (4.3), n 12" of satisfaction; "" without scores. Free with g_free. */
static char *csat_words(const FeedbackGroup *group)
{
    if (group->csat_count == 0) {
        return g_strdup("");
    }
    gint64 share = (group->csat_satisfied * 200 + group->csat_count) / (2 * group->csat_count);
    gint64 tenths = (group->csat_sum * 20 + group->csat_count) / (2 * group->csat_count);
    /* TRANSLATORS: the share of satisfied customers, the mean of their scores, and how many there
     * are; the dot is the decimal sign: "83 % (4.3), n 12". */
    return g_strdup_printf(_("%d %% (%d.%d), n %d"), (int)share, (int)(tenths / 10),
                           (int)(tenths % 10), (int)group->csat_count);
}

/* "NPS +40, n 5"; "" without scores. Free with g_free. */
static char *nps_words(const FeedbackGroup *group)
{
    if (group->nps_count == 0) {
        return g_strdup("");
    }
    gint64 points = (group->promoters - group->detractors) * 200, count = group->nps_count;
    gint64 rounded = (points + (points < 0 ? -count : count)) / (2 * count);
    return g_strdup_printf(_("NPS %+d, n %d"), (int)rounded, (int)count);
}

/* "5.4 of 7, n 12"; "" without scores. Free with g_free. */
static char *ces_words(const FeedbackGroup *group)
{
    if (group->ces_count == 0) {
        return g_strdup("");
    }
    gint64 tenths = (group->ces_sum * 20 + group->ces_count) / (2 * group->ces_count);
    /* TRANSLATORS: the mean of how easy it was, and how many scores there are; the dot is the
     * decimal sign: "5.4 of 7, n 12". */
    return g_strdup_printf(_("%d.%d of 7, n %d"), (int)(tenths / 10), (int)(tenths % 10),
                           (int)group->ces_count);
}

/* What it is, how much was said, and what the scores come to. */
static void draw_group(Canvas *line, FeedbackBy by, const FeedbackGroup *group)
{
    bool by_phase = by == FEEDBACK_BY_PHASE;
    g_autofree char *count = g_strdup_printf("%" PRId64, group->count);
    g_autofree char *first = by_phase ? ces_words(group) : csat_words(group);
    g_autofree char *second = by_phase ? csat_words(group) : nps_words(group);
    int figures = (line->cols >= FIGURE_FROM ? 1 : 0) + (line->cols >= SECOND_FROM ? 1 : 0);
    int cols = line->cols - 2 - COUNT_COLS - figures * (FIGURE_COLS + GAP);
    int col =
        canvas_text(line, 0, 1, MIN(cols, LABEL_MOST), AREA_TEXT, feedback_group_label(by, group));
    canvas_text_right(line, 0, col, COUNT_COLS, AREA_DIM, count);
    col += COUNT_COLS + GAP;
    if (figures > 0) {
        canvas_text_right(line, 0, col, FIGURE_COLS, AREA_TEXT, first);
        col += FIGURE_COLS + GAP;
    }
    if (figures > 1) {
        canvas_text_right(line, 0, col, FIGURE_COLS, AREA_TEXT, second);
    }
}

static void draw_row(Canvas *line, gconstpointer data, guint row)
{
    const FeedbacksModel *model = data;
    if (model->entries != NULL) {
        draw_entry(line, g_ptr_array_index(model->entries, row), model);
    } else {
        draw_group(line, model->by, g_ptr_array_index(model->groups, row));
    }
}

const ListClass feedbacks_list = {.count = count_rows, .id = row_id, .draw = draw_row};

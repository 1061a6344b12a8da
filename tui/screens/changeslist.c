/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading and drawing the list of what was changed. */
#include "tui/screens/changeslist.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/customer/customer.h"
#include "tui/dates.h"
#include "tui/figures.h"
#include "tui/text.h"

enum {
    MARGIN = 1,
    GAP = 2,
    LINES = 3, /* of a deed, told in one row */
    NAME_MOST = 12,
    WHOM_MOST = 22,
    CLOCK_FROM = 60,  /* narrower screens do not say at what time */
    CLERK_FROM = 72,  /* nor who did it */
    BRANCH_FROM = 100 /* nor where */
};

void changes_model_free(gpointer data)
{
    ChangesModel *model = data;
    g_free(model->call);
    g_clear_pointer(&model->deeds, g_ptr_array_unref);
    g_free(model);
}

const HistoryDeed *changes_model_deed(const ChangesModel *model, guint row)
{
    return g_ptr_array_index(model->deeds, row);
}

/* "Hilde Wagner", "3,060 customers"; NULL where it was nobody's. */
static char *whom_of(const HistoryDeed *deed)
{
    if (deed->customers == 0) {
        return g_strdup(deed->whom);
    }
    g_autofree char *count = figures_grouped(deed->customers);
    return g_strdup_printf(ngettext("%s customer", "%s customers", (unsigned long)deed->customers),
                           count);
}

/* "21 Nov 14:32" */
static char *when_of(const HistoryDeed *deed, Day today, bool has_clock)
{
    g_autofree char *day = dates_brief(instant_local_day(deed->at), today);
    g_autofree char *clock = dates_clock(deed->at);
    return has_clock ? g_strdup_printf("%s %s", day, clock) : g_steal_pointer(&day);
}

/* ---- the model ---- */

static void widen(int *width, const char *text, int most)
{
    *width = MIN(MAX(*width, text_width_shown(text)), most);
}

static void measure(ChangesModel *model)
{
    for (guint i = 0; i < model->deeds->len; i++) {
        const HistoryDeed *deed = changes_model_deed(model, i);
        g_autofree char *when = when_of(deed, model->today, true), *whom = whom_of(deed);
        widen(&model->when_cols, when, G_MAXINT);
        widen(&model->whom_cols, whom, WHOM_MOST);
        widen(&model->clerk_cols, deed->clerk, NAME_MOST);
        widen(&model->branch_cols, deed->branch, NAME_MOST);
    }
}

static bool load(Db *db, ChangesModel *model, const ChangesAsk *ask, GError **error)
{
    if (ask->customer_id == 0) {
        model->deeds = history_of_shop(db, ask->before, ask->limit, LINES, error);
    } else if (customer_call_of(db, ask->customer_id, NAME_SPOKEN, &model->call, error)) {
        model->deeds =
            history_of_customer(db, ask->customer_id, ask->before, ask->limit, LINES, error);
    }
    return model->deeds != NULL;
}

gpointer changes_model_load(Shop *shop, gconstpointer arg, GError **error)
{
    const ChangesAsk *ask = arg;
    ChangesModel *model = g_new0(ChangesModel, 1);
    model->has_branches = ask->has_branches;
    model->today = ask->today;
    model->before = ask->before;
    if (!load(shop->db, model, ask, error)) {
        changes_model_free(model);
        return NULL;
    }
    model->has_more = model->deeds->len == ask->limit;
    measure(model);
    return model;
}

void changes_model_join(ChangesModel *model, ChangesModel *old)
{
    g_ptr_array_extend_and_steal(old->deeds, model->deeds);
    model->deeds = g_ptr_array_ref(old->deeds);
    measure(model);
}

/* ---- the list ---- */

static guint count(gconstpointer model)
{
    return ((const ChangesModel *)model)->deeds->len;
}

static gint64 id(gconstpointer model, guint row)
{
    return changes_model_deed(model, row)->id;
}

/* Draws NAME, NULL for none, in a column of WIDTH at the right end of what is left of LINE. */
static void draw_name(Canvas *line, int *end, int width, const char *name)
{
    if (width > 0) {
        *end -= width;
        canvas_text(line, 0, *end, width, AREA_DIM, name != NULL ? name : "");
        *end -= GAP;
    }
}

/* What was done, and behind it to what. */
static void draw_what(Canvas *line, int col, int end, const HistoryDeed *deed)
{
    g_autofree char *verb = history_verb(deed), *summary = history_summary(deed);
    g_autofree char *undone =
        /* TRANSLATORS: behind what was done, when it was taken back since. */
        deed->is_undone ? g_strdup_printf("%s (%s)", verb, _("taken back")) : NULL;
    const char *shown = undone != NULL ? undone : verb;
    Area area = deed->is_undone ? AREA_DIM : AREA_TEXT;
    Canvas hidden = canvas_private(line);
    col = canvas_text(line, 0, col, MIN(text_width_shown(shown), end - col), area, shown) + GAP;
    if (col < end) {
        canvas_text(&hidden, 0, col, end - col, AREA_DIM, summary);
    }
}

static void draw(Canvas *line, gconstpointer data, guint row)
{
    const ChangesModel *model = data;
    const HistoryDeed *deed = changes_model_deed(model, row);
    bool has_clock = line->cols >= CLOCK_FROM;
    g_autofree char *when = when_of(deed, model->today, has_clock), *whom = whom_of(deed);
    Canvas hidden = canvas_private(line);
    int end = line->cols - 2, col = MARGIN;
    if (line->cols >= CLERK_FROM) {
        draw_name(line, &end, model->clerk_cols, deed->clerk);
    }
    if (line->cols >= BRANCH_FROM && model->has_branches) {
        draw_name(line, &end, model->branch_cols, deed->branch);
    }
    col = canvas_text(line, 0, col, has_clock ? model->when_cols : text_width_shown(when), AREA_DIM,
                      when) +
          GAP;
    if (model->whom_cols > 0) {
        int cols = MIN(model->whom_cols, (end - col) / 3);
        col = canvas_text(&hidden, 0, col, cols, AREA_LABEL, whom != NULL ? whom : "") + GAP;
    }
    draw_what(line, col, end, deed);
}

const ListClass changes_list = {.count = count, .id = id, .draw = draw};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading and drawing the rows of a timeline. */
#include "tui/screens/timelinelist.h"

#include "data/base/i18n.h"
#include "data/base/money.h"
#include "data/branch.h"
#include "data/customer/customer.h"
#include "data/nametable.h"
#include "data/records.h"
#include "data/setting.h"
#include "tui/screens/cardhistory.h"
#include "tui/text.h"

#include <string.h>

enum {
    MARGIN = 1,
    GAP = 2,
    DAY_MOST = 12,
    KIND_MOST = 14,
    AMOUNT_MOST = 12,
    NAME_MOST = 12,
    CLERK_FROM = 72,  /* narrower screens do not say who wrote it down */
    BRANCH_FROM = 90, /* nor where it was */
    TABLES_MOST = 64  /* more than there are */
};

void timeline_model_free(gpointer data)
{
    TimelineModel *model = data;
    g_free(model->call);
    g_clear_pointer(&model->entries, g_ptr_array_unref);
    g_clear_pointer(&model->branch_list, g_ptr_array_unref);
    g_clear_pointer(&model->clerks, g_hash_table_unref);
    g_clear_pointer(&model->branches, g_hash_table_unref);
    g_free(model->currency);
    g_free(model);
}

static char *amount_of(const TimelineModel *model, const TimelineEntry *entry)
{
    return entry->amount != RECORD_NONE ? money_bare(entry->amount, model->currency) : NULL;
}

static void widen(int *width, const char *text, int most)
{
    *width = MIN(MAX(*width, text_width_shown(text)), most);
}

static void measure(TimelineModel *model)
{
    for (guint i = 0; i < model->entries->len; i++) {
        const TimelineEntry *entry = timeline_model_entry(model, i);
        g_autofree char *day = card_history_day(entry, model->today);
        g_autofree char *amount = amount_of(model, entry);
        widen(&model->day_cols, day, DAY_MOST);
        widen(&model->kind_cols, timeline_kind_words(entry->kind), KIND_MOST);
        widen(&model->amount_cols, amount, AMOUNT_MOST);
        widen(&model->clerk_cols, nametable_name(model->clerks, entry->clerk_id), NAME_MOST);
        widen(&model->branch_cols, nametable_name(model->branches, entry->branch_id), NAME_MOST);
    }
}

static bool load_names(Db *db, TimelineModel *model, GError **error)
{
    model->clerks = nametable_clerks(db, error);
    model->branches = model->clerks != NULL ? nametable_branches(db, error) : NULL;
    model->branch_list = model->branches != NULL ? branch_list(db, &model->branch_id, error) : NULL;
    return model->branch_list != NULL &&
           setting_get(db, SETTING_CURRENCY, "EUR", &model->currency, error);
}

static bool load(Db *db, TimelineModel *model, const TimelineAsk *ask, GError **error)
{
    TimelinePlace newest = {0};
    if (!customer_call_of(db, ask->customer_id, NAME_SPOKEN, &model->call, error) ||
        !load_names(db, model, error) ||
        !timeline_count(db, ask->customer_id, ask->kinds, model->branch_id, &model->total, error)) {
        return false;
    }
    model->entries = timeline_page(db, ask->customer_id, ask->kinds, model->branch_id, &newest,
                                   ask->limit, error);
    return model->entries != NULL;
}

gpointer timeline_model_load(Shop *shop, gconstpointer arg, GError **error)
{
    const TimelineAsk *ask = arg;
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    TimelineModel *model = g_new0(TimelineModel, 1);
    model->kinds = ask->kinds;
    model->branch_id = ask->branch_id;
    model->limit = ask->limit;
    model->today = ask->today;
    bool ok = load(shop->db, model, ask, error);
    db_read_end(shop->db);
    if (!ok) {
        timeline_model_free(model);
        return NULL;
    }
    measure(model);
    return model;
}

const TimelineEntry *timeline_model_entry(const TimelineModel *model, guint row)
{
    return g_ptr_array_index(model->entries, row);
}

gint64 timeline_row_id(const RecordType *type, gint64 id)
{
    return id * TABLES_MOST + records_rank(type) + 1;
}

/* ---- the list ---- */

static guint count(gconstpointer model)
{
    return ((const TimelineModel *)model)->entries->len;
}

static gint64 id(gconstpointer model, guint row)
{
    const TimelineEntry *entry = timeline_model_entry(model, row);
    return timeline_row_id(entry->type, entry->id);
}

/* Draws NAME, NULL for none, in a column of WIDTH at the right end of what is left of LINE. */
static void draw_name(Canvas *line, int *end, int width, const char *name)
{
    if (width > 0) {
        *end -= width;
        canvas_text(line, 0, *end, width, AREA_DIM, name);
        *end -= GAP;
    }
}

static void draw(Canvas *line, gconstpointer data, guint row)
{
    const TimelineModel *model = data;
    const TimelineEntry *entry = timeline_model_entry(model, row);
    Canvas hidden = canvas_private(line);
    g_autofree char *day = card_history_day(entry, model->today);
    g_autofree char *amount = amount_of(model, entry);
    int end = line->cols - 2, col = MARGIN;
    if (line->cols >= CLERK_FROM) {
        draw_name(line, &end, model->clerk_cols, nametable_name(model->clerks, entry->clerk_id));
    }
    if (line->cols >= BRANCH_FROM && g_hash_table_size(model->branches) > 1) {
        draw_name(line, &end, model->branch_cols,
                  nametable_name(model->branches, entry->branch_id));
    }
    if (model->amount_cols > 0) {
        end -= model->amount_cols;
        canvas_text_right(&hidden, 0, end, model->amount_cols, AREA_TEXT, amount);
        end -= GAP;
    }
    col = canvas_text(&hidden, 0, col, model->day_cols, AREA_DIM, day) + GAP;
    col = canvas_text(&hidden, 0, col, model->kind_cols, AREA_LABEL,
                      timeline_kind_words(entry->kind));
    col += GAP;
    canvas_text(&hidden, 0, col, end - col, AREA_TEXT, entry->text);
}

const ListClass timeline_list = {.count = count, .id = id, .draw = draw};

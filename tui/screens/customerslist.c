/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading and drawing a stretch of the list of all customers. */
#include "tui/screens/customerslist.h"

#include "data/agenda/due.h"
#include "data/base/i18n.h"
#include "data/branch.h"
#include "data/customer/factkind.h"
#include "data/diary/complaint.h"
#include "tui/dates.h"
#include "tui/figures.h"
#include "tui/text.h"

enum {
    MARGIN = 1,
    GAP = 2,
    NAME_LEAST = 16,
    NAME_MOST = 28,
    NUMBER_MOST = 12,
    LAST_COLS = 14,  /* "12 months ago" */
    LAST_FROM = 56,  /* narrower lines show the name and the number only */
    WHERE_FROM = 72, /* and these not where they live */
    DAYS_NEAR = 7,
};

void customers_ask_free(gpointer data)
{
    CustomersAsk *ask = data;
    g_free(ask->typed);
    g_free(ask);
}

void customers_model_free(gpointer data)
{
    CustomersModel *model = data;
    if (model == NULL) {
        return;
    }
    roster_free(model->roster);
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_free(model->typed);
    sheet_free(model->sheet);
    visit_sum_free(model->sum);
    g_clear_pointer(&model->complaints, g_ptr_array_unref);
    record_free(model->loss);
    g_clear_pointer(&model->kinds, g_ptr_array_unref);
    g_clear_pointer(&model->near, g_ptr_array_unref);
    g_free(model);
}

const RosterEntry *customers_entry(const CustomersModel *model, gint64 row)
{
    const Roster *roster = model != NULL ? model->roster : NULL;
    gint64 index = roster != NULL ? row - roster->first : -1;
    return index >= 0 && index < roster->entries->len ? g_ptr_array_index(roster->entries, index)
                                                      : NULL;
}

/* ---- loading ---- */

static bool load_around(Shop *shop, CustomersModel *model, const CustomersAsk *ask, GError **error)
{
    g_clear_pointer(&model->roster, roster_free);
    gint64 first = MAX(model->row - ask->reach, 0);
    model->roster =
        roster_load(shop->db, &shop->tally, model->branch_id, first, 2 * ask->reach + 1, error);
    return model->roster != NULL;
}

static gint64 id_at(const CustomersModel *model, gint64 row)
{
    const RosterEntry *entry = customers_entry(model, row);
    return entry != NULL ? entry->customer_id : 0;
}

/* The stretch around what was typed, or around the customer, wherever they are by now; else around
 * the row. */
static bool load_roster(Shop *shop, CustomersModel *model, const CustomersAsk *ask, GError **error)
{
    model->row = ask->row;
    if (ask->typed != NULL &&
        !roster_seek(shop->db, model->branch_id, ask->typed, &model->row, &model->fits, error)) {
        return false;
    }
    if (!load_around(shop, model, ask, error)) {
        return false;
    }
    gint64 place = -1;
    bool has_moved = ask->typed == NULL && ask->id != 0 && id_at(model, model->row) != ask->id;
    if (has_moved && !roster_place(shop->db, model->branch_id, ask->id, &place, error)) {
        return false;
    }
    if (place >= 0) {
        model->row = place;
    }
    gint64 last = MAX(model->roster->total - 1, 0);
    bool is_beyond = model->row > last;
    model->row = MIN(model->row, last);
    return (place < 0 && !is_beyond) || load_around(shop, model, ask, error);
}

static bool load_card(Db *db, CustomersModel *model, GError **error)
{
    LeapRule rule;
    if (model->id == 0) {
        return true;
    }
    model->sheet = sheet_load(db, model->id, error);
    model->kinds = model->sheet != NULL ? fact_kind_list(db, error) : NULL;
    if (model->kinds == NULL || !due_leap_rule(db, &rule, error)) {
        return false;
    }
    Day from = day_plus(model->today, -DAYS_NEAR), to = day_plus(model->today, DAYS_NEAR);
    model->near = due_of_sheet(db, model->sheet, from, to, rule, error);
    model->sum = model->near != NULL ? visit_sum_load(db, model->id, error) : NULL;
    model->complaints = model->sum != NULL ? complaint_open_of(db, model->id, error) : NULL;
    return model->complaints != NULL && loss_current(db, model->id, &model->loss, error);
}

static bool load_all(Shop *shop, CustomersModel *model, const CustomersAsk *ask, GError **error)
{
    model->branch_id = ask->branch_id;
    model->branches = branch_list(shop->db, &model->branch_id, error);
    if (model->branches == NULL || !load_roster(shop, model, ask, error)) {
        return false;
    }
    model->id = id_at(model, model->row);
    for (guint i = 0; i < model->roster->entries->len; i++) {
        const RosterEntry *entry = g_ptr_array_index(model->roster->entries, i);
        model->number_cols = MAX(model->number_cols, text_width_shown(entry->number));
    }
    model->number_cols = MIN(model->number_cols, NUMBER_MOST);
    return load_card(shop->db, model, error);
}

gpointer customers_model_load(Shop *shop, gconstpointer data, GError **error)
{
    const CustomersAsk *ask = data;
    CustomersModel *model = g_new0(CustomersModel, 1);
    model->typed = g_strdup(ask->typed);
    model->today = ask->today;
    bool ok = shop == NULL;
    if (shop != NULL && db_read_begin(shop->db, error)) {
        ok = load_all(shop, model, ask, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        customers_model_free(model);
        return NULL;
    }
    return model;
}

/* ---- the list ---- */

static guint count(gconstpointer data)
{
    const CustomersModel *model = data;
    return model->roster != NULL ? (guint)MIN(model->roster->total, G_MAXINT) : 0;
}

static gint64 id(gconstpointer model, guint row)
{
    return id_at(model, row);
}

static int find(gconstpointer data, gint64 wanted, guint near)
{
    const CustomersModel *model = data;
    if (wanted == 0 || id_at(model, near) == wanted) {
        return wanted == 0 ? -1 : (int)near;
    }
    if (model->id == wanted) {
        return (int)model->row;
    }
    const Roster *roster = model->roster;
    for (guint i = 0; roster != NULL && i < roster->entries->len; i++) {
        const RosterEntry *entry = g_ptr_array_index(roster->entries, i);
        if (entry->customer_id == wanted) {
            return (int)(roster->first + i);
        }
    }
    return -1;
}

/* Until the row is there: which one it is. */
static void draw_place(Canvas *line, guint row)
{
    g_autofree char *place = figures_grouped((gint64)row + 1);
    int col = canvas_put(line, 0, MARGIN, AREA_DIM, place) + 1;
    canvas_put(line, 0, col, AREA_DIM, canvas_symbol(line, SYMBOL_ELLIPSIS));
}

static char *last_of(const RosterEntry *entry, Day today)
{
    Day day;
    bool is_day =
        entry->last_visit != NULL && day_from_text(entry->last_visit, &day) && day_is_whole(day);
    return is_day ? dates_since(day, today) : NULL;
}

static void draw(Canvas *line, gconstpointer data, guint row)
{
    const CustomersModel *model = data;
    const RosterEntry *entry = customers_entry(model, row);
    if (entry == NULL) {
        draw_place(line, row);
        return;
    }
    Canvas hidden = canvas_private(line);
    int number = model->number_cols, room = line->cols - 2 * MARGIN - number - GAP;
    int last = line->cols >= LAST_FROM ? LAST_COLS : 0;
    int where = line->cols >= WHERE_FROM ? room - NAME_MOST - last - 2 * GAP : 0;
    int name = room - (last > 0 ? last + GAP : 0) - (where > 0 ? where + GAP : 0);
    int col = canvas_text(line, 0, MARGIN, MAX(name, NAME_LEAST), AREA_TEXT, entry->name) + GAP;
    col = canvas_text(line, 0, col, number, AREA_DIM, entry->number) + GAP;
    if (last > 0) {
        g_autofree char *since = last_of(entry, model->today);
        col = canvas_text(&hidden, 0, col, last, AREA_DIM, since) + GAP;
    }
    if (where > 0) {
        canvas_text(&hidden, 0, col, where, AREA_DIM, entry->where);
    }
}

const ListClass customers_list = {.count = count, .id = id, .find = find, .draw = draw};

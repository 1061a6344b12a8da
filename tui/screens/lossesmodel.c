/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of lost customers shows. */
#include "tui/screens/lossesmodel.h"

#include "data/base/i18n.h"
#include "data/base/money.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/diary/lossreason.h"
#include "data/diary/rhythm.h"
#include "data/setting.h"
#include "tui/dates.h"
#include "tui/text.h"

#include <string.h>

enum {
    MOST = 500, /* more than anybody reads */
    MOST_CANDIDATES = 20,
    MARGIN = 1,
    GAP = 2,
    CALL_MOST = 24,
    WHEN_MOST = 22,
    WHEN_FROM = 66, /* narrower screens do not say since when */
    VALUE_FROM = 76 /* nor what it is worth */
};

typedef struct {
    Db *db;
    LossesModel *model;
    Day today;
    GPtrArray *reasons; /* LossReason */
    GPtrArray *clerks;  /* Clerk */
    char *currency;
} Loading;

static void row_free(gpointer data)
{
    LossesRow *row = data;
    g_free(row->call);
    g_free(row->when);
    g_free(row->what);
    g_free(row->value);
    g_free(row);
}

void losses_model_free(gpointer data)
{
    LossesModel *model = data;
    g_clear_pointer(&model->rows, g_ptr_array_unref);
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_free(model);
}

static LossesRow *add_row(LossesModel *model, LossesRowKind kind)
{
    LossesRow *row = g_new0(LossesRow, 1);
    row->kind = kind;
    g_ptr_array_add(model->rows, row);
    return row;
}

static void add_heading(LossesModel *model, const char *text)
{
    if (model->rows->len > 0) {
        add_row(model, LOSSES_BLANK);
    }
    add_row(model, LOSSES_HEADING)->call = g_strdup(text);
}

/* ---- who may be lost ---- */

/* "usually every 9 days, 31 days not here" */
static char *away_words(const LossCandidate *candidate)
{
    g_autofree char *rhythm = rhythm_words(candidate->rhythm, candidate->rhythm);
    /* TRANSLATORS: %s is "every 9 days", "every 2 weeks". */
    return g_strdup_printf(ngettext("usually %s, %d day not here", "usually %s, %d days not here",
                                    (unsigned long)candidate->away),
                           rhythm, candidate->away);
}

static bool add_candidates(Loading *loading, GError **error)
{
    g_autoptr(GPtrArray) list = loss_candidates(loading->db, loading->today,
                                                loading->model->branch_id, MOST_CANDIDATES, error);
    for (guint i = 0; list != NULL && i < list->len; i++) {
        const LossCandidate *candidate = g_ptr_array_index(list, i);
        if (i == 0) {
            add_heading(loading->model, _("WHO MAY BE LOST"));
        }
        LossesRow *row = add_row(loading->model, LOSSES_CANDIDATE);
        row->customer_id = candidate->customer->head.id;
        row->call = customer_call(candidate->customer, NAME_SORTED);
        row->what = away_words(candidate);
        row->when = dates_brief(candidate->last_day, loading->today);
    }
    return list != NULL;
}

/* ---- who is lost ---- */

static char *brief(const char *stored, Day today)
{
    Day day;
    bool is_day = stored != NULL && day_from_text(stored, &day) && day_is_whole(day);
    return is_day ? dates_brief(day, today) : NULL;
}

static const char *clerk_name(const Loading *loading, gint64 id)
{
    for (guint i = 0; i < loading->clerks->len; i++) {
        const Clerk *clerk = g_ptr_array_index(loading->clerks, i);
        if (clerk->head.id == id) {
            return clerk->name;
        }
    }
    return NULL;
}

static char *when_of(const Loading *loading, const Loss *loss)
{
    LossFilter filter = loading->model->filter;
    if (filter == LOSS_ASKED && loss->ask_day != NULL && loss->outcome == NULL) {
        g_autofree char *day = brief(loss->ask_day, loading->today);
        return g_strdup_printf(_("ask until %s"), day);
    }
    return brief(filter == LOSS_BACK ? loss->back_day : loss->day, loading->today);
}

/* The real reason, else the stated one; NULL where HOW says it already. */
static const char *reason_words(const Loading *loading, const Loss *loss)
{
    gint64 id = loss->real_reason_id != 0 ? loss->real_reason_id : loss->reason_id;
    const LossReason *reason = id != 0 ? wordlist_by_id(loading->reasons, id) : NULL;
    bool is_news = reason != NULL && strcmp(reason->code, loss->how) != 0;
    return is_news ? wordlist_label(&loss_reasons, reason) : NULL;
}

/* "stays away · Too expensive · Café Nord · Lina B." */
static char *what_of(const Loading *loading, const Loss *loss)
{
    const char *parts[] = {
        loss_is_death(loss) ? NULL : choice_label(loss_hows, loss->how),
        loss_is_death(loss) ? NULL : reason_words(loading, loss),
        loss->competitor,
        loading->model->filter == LOSS_ASKED ? clerk_name(loading, loss->clerk_id) : NULL,
        loss->result != NULL ? loss->attempt : NULL,
        loss->words,
    };
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i] != NULL) {
            g_string_append_printf(text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
        }
    }
    return g_string_free(text, FALSE);
}

static bool add_loss(Loading *loading, const Loss *loss, GError **error)
{
    Customer *customer = record_load(loading->db, &customer_type, loss->customer_id, error);
    if (customer == NULL) {
        return false;
    }
    LossesRow *row = add_row(loading->model, LOSSES_LOSS);
    row->customer_id = loss->customer_id;
    row->loss_id = loss->head.id;
    row->is_lost = loss->back_day == NULL;
    row->is_death = loss_is_death(loss);
    row->call = customer_call(customer, NAME_SORTED);
    row->when = when_of(loading, loss);
    row->what = what_of(loading, loss);
    if (loss->value != RECORD_NONE && loss->value > 0 && !row->is_death) {
        row->value = money_for_people(loss->value, loading->currency);
    }
    record_free(customer);
    return true;
}

static bool add_losses(Loading *loading, GError **error)
{
    g_autoptr(GPtrArray) list =
        loss_list(loading->db, loading->model->filter, loading->model->branch_id, MOST, error);
    bool ok = list != NULL;
    if (ok && list->len > 0 && loading->model->rows->len > 0) {
        add_heading(loading->model, _("MARKED AS LOST"));
    }
    for (guint i = 0; ok && i < list->len; i++) {
        ok = add_loss(loading, g_ptr_array_index(list, i), error);
    }
    return ok;
}

static void measure(LossesModel *model)
{
    for (guint i = 0; i < model->rows->len; i++) {
        const LossesRow *row = g_ptr_array_index(model->rows, i);
        if (row->customer_id != 0) {
            model->call_cols = MAX(model->call_cols, MIN(text_width_shown(row->call), CALL_MOST));
            model->when_cols = MAX(model->when_cols, MIN(text_width_shown(row->when), WHEN_MOST));
            model->value_cols = MAX(model->value_cols, text_width_shown(row->value));
        }
    }
}

static bool load(Loading *loading, GError **error)
{
    loading->reasons = wordlist_all(loading->db, &loss_reasons, error);
    loading->clerks = loading->reasons != NULL ? record_list(loading->db, &clerk_type,
                                                             "ORDER BY id", DB_NO_VALUES, error)
                                               : NULL;
    loading->model->branches = loading->clerks != NULL
                                   ? branch_list(loading->db, &loading->model->branch_id, error)
                                   : NULL;
    return loading->model->branches != NULL &&
           setting_get(loading->db, SETTING_CURRENCY, "EUR", &loading->currency, error) &&
           (loading->model->filter != LOSS_STANDS || add_candidates(loading, error)) &&
           add_losses(loading, error);
}

gpointer losses_model_load(Shop *shop, gconstpointer arg, GError **error)
{
    const LossesAsk *ask = arg;
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    LossesModel *model = g_new0(LossesModel, 1);
    model->filter = ask->filter;
    model->branch_id = ask->branch_id;
    model->rows = g_ptr_array_new_with_free_func(row_free);
    Loading loading = {.db = shop->db, .model = model, .today = ask->today};
    bool ok = load(&loading, error);
    db_read_end(shop->db);
    g_clear_pointer(&loading.reasons, g_ptr_array_unref);
    g_clear_pointer(&loading.clerks, g_ptr_array_unref);
    g_free(loading.currency);
    measure(model);
    if (!ok) {
        g_clear_pointer(&model, losses_model_free);
    }
    return model;
}

/* ---- the list ---- */

static const LossesRow *row_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const LossesModel *)model)->rows, row);
}

static guint count(gconstpointer model)
{
    return ((const LossesModel *)model)->rows->len;
}

static bool is_heading(gconstpointer model, guint row)
{
    return row_at(model, row)->customer_id == 0;
}

static bool is_title(gconstpointer model, guint row)
{
    return row_at(model, row)->kind == LOSSES_HEADING;
}

/* Candidates have no loss yet: their customers' ids stand below zero. */
static gint64 id(gconstpointer model, guint index)
{
    const LossesRow *row = row_at(model, index);
    return row->loss_id != 0 ? row->loss_id : -row->customer_id;
}

static void draw(Canvas *line, gconstpointer data, guint index)
{
    const LossesModel *model = data;
    const LossesRow *row = row_at(model, index);
    if (row->customer_id == 0) {
        canvas_put(line, 0, MARGIN, AREA_HEADING, row->call != NULL ? row->call : "");
        return;
    }
    Canvas hidden = canvas_private(line);
    int end = line->cols - 2;
    if (line->cols >= VALUE_FROM && model->value_cols > 0) {
        end -= model->value_cols;
        canvas_text_right(&hidden, 0, end, model->value_cols, AREA_TEXT,
                          row->value != NULL ? row->value : "");
        end -= GAP;
    }
    int col = MARGIN;
    int call = line->cols >= WHEN_FROM ? model->call_cols : MIN(model->call_cols, line->cols / 2);
    col = canvas_text(&hidden, 0, col, call, AREA_TEXT, row->call) + GAP;
    if (line->cols >= WHEN_FROM) {
        col = canvas_text(line, 0, col, model->when_cols, AREA_LABEL,
                          row->when != NULL ? row->when : "") +
              GAP;
    }
    canvas_text(&hidden, 0, col, end - col, AREA_TEXT, row->what);
}

const ListClass losses_list = {
    .count = count, .is_heading = is_heading, .is_title = is_title, .id = id, .draw = draw};

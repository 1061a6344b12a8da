/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the lines of the communication plan. */
#include "tui/screens/careplanlist.h"

#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "tui/figures.h"
#include "tui/text.h"

enum {
    MARGIN = 1,
    GAP = 2,
    LABEL_MOST = 26,
    LABEL_LEAST = 8,
    COUNT_FROM = 50, /* narrower screens leave the counts out */
    MISSED_FROM = 74
};

/* FORM of ngettext with NUMBER in groups of three for its %s. */
static char *with_number(const char *form, gint64 number)
{
    g_autofree char *figures = figures_grouped(number);
    g_auto(GStrv) around = g_strsplit(form, "%s", 2);
    return g_strjoinv(figures, around);
}

static char *count_words(const CarePlanCount *count)
{
    return with_number(ngettext("%s customer", "%s customers", (gulong)count->people),
                       count->people);
}

/* "" when all can be reached. */
static char *missed_words(const CarePlanCount *count)
{
    gint64 missed = care_plan_count_unreached(count);
    return missed > 0
               ? with_number(ngettext("%s not reached", "%s not reached", (gulong)missed), missed)
               : g_strdup("");
}

/* ---- the model ---- */

void care_plan_model_free(gpointer data)
{
    CarePlanModel *model = data;
    g_clear_pointer(&model->lines, g_ptr_array_unref);
    g_free(model->counts);
    g_free(model->call);
    g_free(model);
}

char *care_plan_label(const CarePlan *plan)
{
    if (plan->class != NULL) {
        return g_strdup_printf(_("Class %s"), plan->class);
    }
    if (plan->tag != NULL) {
        return g_strdup_printf(_("Group %s"), plan->tag);
    }
    return g_strdup(plan->channel != NULL ? choice_label(care_channels, plan->channel)
                                          : _("What fits"));
}

static bool load_customer(Db *db, gint64 id, CarePlanModel *model, GError **error)
{
    Customer *customer = record_load(db, &customer_type, id, error);
    model->call = customer != NULL ? customer_call(customer, NAME_SPOKEN) : NULL;
    record_free(customer);
    return model->call != NULL;
}

static bool load(Db *db, gint64 customer_id, CarePlanModel *model, GError **error)
{
    if (customer_id != 0 && !load_customer(db, customer_id, model, error)) {
        return false;
    }
    model->lines = care_plan_list(db, customer_id, error);
    model->counts = g_new0(CarePlanCount, model->lines != NULL ? MAX(model->lines->len, 1) : 1);
    for (guint i = 0; model->lines != NULL && i < model->lines->len; i++) {
        const CarePlan *plan = g_ptr_array_index(model->lines, i);
        g_autofree char *label = care_plan_label(plan);
        model->label_cols = MAX(model->label_cols, MIN(text_width_shown(label), LABEL_MOST));
        if (!care_plan_count(db, plan, &model->counts[i], error)) {
            return false;
        }
        g_autofree char *count = count_words(&model->counts[i]);
        g_autofree char *missed = missed_words(&model->counts[i]);
        model->count_cols = MAX(model->count_cols, text_width_shown(count));
        model->missed_cols = MAX(model->missed_cols, text_width_shown(missed));
    }
    return model->lines != NULL;
}

gpointer care_plan_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    CarePlanModel *model = g_new0(CarePlanModel, 1);
    bool ok = load(shop->db, *(const gint64 *)ask, model, error);
    db_read_end(shop->db);
    if (!ok) {
        g_clear_pointer(&model, care_plan_model_free);
    }
    return model;
}

/* ---- in words ---- */

static void tell(GString *text, gint64 number, const char *form)
{
    if (number > 0) {
        g_autofree char *sentence = with_number(form, number);
        g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", sentence);
    }
}

static const char *nobody(const CarePlan *plan)
{
    if (plan->tag != NULL) {
        return _("Nobody is in this group yet. On a card, n notes it: “group: choir”.");
    }
    return _("Nobody has this class yet. On a card, e changes it.");
}

/* Why a customer is not contacted by a line of their own. */
static void tell_own(GString *text, const CarePlanCount *count)
{
    tell(text, count->no_consent, _("They have not agreed to it."));
    tell(text, count->no_address, _("The shop has no number or address for it."));
    tell(text, count->other, _("Another line goes before it."));
    tell(text, count->lost, _("They are lost."));
}

static void tell_all(GString *text, const CarePlan *plan, const CarePlanCount *count)
{
    if (count->people == 0) {
        tell(text, 1, nobody(plan));
    } else if (plan->every == 0) {
        tell(text, 1, _("Nobody is contacted by it."));
    } else if (count->planned == 0) {
        tell(text, 1, _("Nobody is contacted by it for now."));
    }
    gulong planned = (gulong)count->planned, consent = (gulong)count->no_consent;
    gulong address = (gulong)count->no_address, other = (gulong)count->other;
    gulong lost = (gulong)count->lost;
    tell(text, count->planned,
         ngettext("%s customer is contacted.", "%s customers are contacted.", planned));
    tell(text, count->no_consent,
         ngettext("%s has not agreed to it.", "%s have not agreed to it.", consent));
    tell(text, count->no_address,
         ngettext("Of %s the shop has no number or address for it.",
                  "Of %s the shop has no number or address for it.", address));
    tell(text, count->other,
         ngettext("For %s something else holds.", "For %s something else holds.", other));
    tell(text, count->lost, ngettext("%s is lost.", "%s are lost.", lost));
}

char *care_plan_told(const CarePlanModel *model, guint row)
{
    const CarePlan *plan = g_ptr_array_index(model->lines, row);
    const CarePlanCount *count = &model->counts[row];
    GString *text = g_string_new(NULL);
    if (plan->words != NULL) {
        g_string_append_printf(text, _("“%s”"), plan->words);
    }
    if (model->call != NULL) {
        tell_own(text, count);
    } else {
        tell_all(text, plan, count);
    }
    return g_string_free(text, FALSE);
}

/* ---- the list ---- */

static const CarePlan *line_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const CarePlanModel *)model)->lines, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const CarePlanModel *)model)->lines->len;
}

static gint64 row_id(gconstpointer model, guint row)
{
    return line_at(model, row)->head.id;
}

/* The columns at the right, as far as there is room: for how many, and how many of them cannot be
 * reached. Returns where they begin. */
static int draw_counts(Canvas *line, const CarePlanModel *model, const CarePlanCount *count)
{
    int right = line->cols - MARGIN;
    if (model->missed_cols > 0 && line->cols >= MISSED_FROM) {
        right -= model->missed_cols;
        g_autofree char *text = missed_words(count);
        canvas_text_right(line, 0, right, model->missed_cols, AREA_ACCENT, text);
        right -= GAP;
    }
    if (line->cols >= COUNT_FROM) {
        right -= model->count_cols;
        g_autofree char *text = count_words(count);
        canvas_text_right(line, 0, right, model->count_cols, AREA_DIM, text);
        right -= GAP;
    }
    return right;
}

static void draw_row(Canvas *line, gconstpointer data, guint row)
{
    const CarePlanModel *model = data;
    const CarePlan *plan = line_at(model, row);
    g_autofree char *label = care_plan_label(plan);
    g_autofree char *words = care_plan_words(plan);
    int right =
        model->call != NULL ? line->cols - MARGIN : draw_counts(line, model, &model->counts[row]);
    int label_cols = CLAMP(model->label_cols, LABEL_LEAST, MAX(line->cols / 3, LABEL_LEAST));
    canvas_text(line, 0, MARGIN, label_cols, AREA_TEXT, label);
    int col = MARGIN + label_cols + GAP;
    canvas_text(line, 0, col, right - col, AREA_LABEL, words);
}

const ListClass care_plan_list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

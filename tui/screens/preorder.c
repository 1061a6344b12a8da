/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a pre-order. */
#include "tui/screens/preorder.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/preorderform.h"
#include "tui/screens/quicklist.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"

#include <string.h>

enum { FORM_COL = 1, FORM_COLS = 76, TALL_ROWS = 14, FORM_LEAST = 5, HELP_ROWS = 2 };

typedef struct {
    Screen base;
    PreorderArg whom;
    PreorderFields fields;
    Form *form;
    int form_row;     /* where it was drawn */
    guint quick;      /* how many earlier ones stand on the screen */
    Preorder *stored; /* as the form was filled with; NULL until it has been loaded */
    GHashTable *filled;
    Event *held; /* typed before the form was filled */
} PreorderForm;

static bool preorder_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    PreorderForm *self = (PreorderForm *)screen;
    self->whom = arg != NULL ? *(const PreorderArg *)arg : (PreorderArg){0};
    self->fields.context.today = counter_today(screen);
    self->form = preorder_form_new(&self->fields);
    self->filled = values_of_form(self->form);
    return true;
}

static void preorder_close(Screen *screen)
{
    PreorderForm *self = (PreorderForm *)screen;
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->held, event_free);
    record_free(self->stored);
    preorder_fields_clear(&self->fields);
}

static gpointer preorder_ask(Screen *screen)
{
    const PreorderForm *self = (const PreorderForm *)screen;
    const PreorderAsk ask = {self->whom.customer_id, self->whom.preorder_id};
    return g_memdup2(&ask, sizeof ask);
}

/* ---- filling ---- */

static void fill(PreorderForm *self, PreorderModel *model)
{
    bool is_first = self->stored == NULL;
    record_free(self->stored);
    self->stored = record_copy(model->preorder);
    preorder_fields_take(&self->fields, self->form, model);
    if (is_first && self->stored->head.id == 0) {
        self->stored->branch_id = counter_of(&self->base)->branch_id;
    }
    g_autoptr(GHashTable) base = g_steal_pointer(&self->filled);
    g_autoptr(GHashTable) mine = values_of_form(self->form);
    g_autoptr(GHashTable) values = preorder_fields_values(&self->fields, self->stored);
    values_to_form(values, self->form);
    self->filled = values_of_form(self->form);
    if (!is_first) {
        const RejoinSides sides = {&self->form,         base, mine, self->filled,
                                   &self->stored->head, NULL};
        rejoin_join(&self->base, &sides);
    }
}

static void preorder_loaded(Screen *screen, gpointer old)
{
    (void)old;
    PreorderForm *self = (PreorderForm *)screen;
    if (self->stored == NULL || rejoin_is_due(screen)) {
        fill(self, screen->model);
    }
}

static bool preorder_unsaved(const Screen *screen)
{
    const PreorderForm *self = (const PreorderForm *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->form);
    return self->stored != NULL && !values_equal(values, self->filled);
}

/* ---- drafts ---- */

static bool preorder_draft(const Screen *screen, Draft *draft)
{
    const PreorderForm *self = (const PreorderForm *)screen;
    const PreorderModel *model = screen->model;
    draft->subject_id = self->whom.customer_id;
    draft->part_id = self->whom.preorder_id;
    if (model == NULL || !preorder_unsaved(screen)) {
        return false;
    }
    draft->title =
        g_strdup_printf(_("Pre-order of %s: %s"), model->call, form_get(self->form, "words"));
    form_draft_keep(draft, self->form, self->filled);
    return true;
}

static bool preorder_restore(Screen *screen, const Draft *draft)
{
    PreorderForm *self = (PreorderForm *)screen;
    return form_draft_restore(draft, self->form, self->filled);
}

static Screen *preorder_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const PreorderArg arg = {draft->subject_id, draft->part_id};
    return screen_push(parent, &screen_preorder, &arg, returned);
}

/* ---- typing ---- */

/* Whether an earlier one can be had again now: nothing is typed yet. */
static bool offers_earlier(const PreorderForm *self)
{
    const PreorderModel *model = self->base.model;
    return model != NULL && model->earlier->len > 0 && self->whom.preorder_id == 0 &&
           strcmp(form_focus(self->form), "words") == 0 && *form_get(self->form, "words") == '\0';
}

/* The earlier one whose digit EVENT is; NULL: it is typed. */
static const Preorder *chosen_earlier(const PreorderForm *self, const Event *event)
{
    const PreorderModel *model = self->base.model;
    bool is_digit = event->kind == EVENT_KEY && event->key >= '1' && event->key <= '9';
    return is_digit && offers_earlier(self) && event->key - '1' < self->quick
               ? g_ptr_array_index(model->earlier, event->key - '1')
               : NULL;
}

/* As then, but on the next day of that date; which day it is to be is what is typed next. */
static Outcome choose(PreorderForm *self, const Preorder *earlier)
{
    static const char *const names[] = {"words", "amount", "for_whom", "occasion", "time", "day"};
    g_autoptr(GHashTable) values = preorder_fields_again(&self->fields, earlier);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        form_type(self->form, names[i], values_get(values, names[i]));
    }
    form_set_focus(self->form, "day");
    form_select(self->form, "day");
    return OUTCOME_REDRAW;
}

static Outcome give_to_form(PreorderForm *self, const Event *event)
{
    const Preorder *earlier = chosen_earlier(self, event);
    return earlier != NULL ? choose(self, earlier)
                           : form_input_at(self->form, event, self->form_row, FORM_COL);
}

static Outcome give_held(Screen *screen)
{
    PreorderForm *self = (PreorderForm *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL ? give_to_form(self, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome preorder_input(Screen *screen, const Event *event)
{
    PreorderForm *self = (PreorderForm *)screen;
    if (self->stored != NULL) {
        return give_to_form(self, event);
    }
    if (!form_is_typing(event) || self->held != NULL) {
        return OUTCOME_NONE;
    }
    self->held = event_copy(event);
    return app_after_load(screen, give_held);
}

/* ---- drawing ---- */

/* "24 Dec 2025 Cake for 12" */
static GPtrArray *earlier_lines(const PreorderModel *model, Day today)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < model->earlier->len; i++) {
        const Preorder *earlier = g_ptr_array_index(model->earlier, i);
        Day day = DAY_NONE;
        day_from_text(earlier->day, &day);
        g_autofree char *when = day_is_whole(day) ? dates_brief(day, today) : g_strdup("");
        g_ptr_array_add(lines, g_strdup_printf("%s  %s", when, earlier->words));
    }
    return lines;
}

static void preorder_draw(Screen *screen, Canvas *canvas)
{
    PreorderForm *self = (PreorderForm *)screen;
    const PreorderModel *model = screen->model;
    int cols = MIN(canvas->cols - 2, FORM_COLS);
    bool is_tall = canvas->rows >= TALL_ROWS;
    g_autofree char *title =
        g_strdup_printf(_("Pre-order of %s"), model != NULL ? model->call : "…");
    canvas_text(canvas, 0, FORM_COL, canvas->cols - 2, AREA_TITLE, title);
    self->form_row = is_tall ? 2 : 1;
    self->quick = 0;
    int spare = canvas->rows - self->form_row - FORM_LEAST - (is_tall ? HELP_ROWS : 0);
    g_autoptr(GPtrArray) lines =
        offers_earlier(self) ? earlier_lines(model, self->fields.context.today) : g_ptr_array_new();
    int quick = MIN((int)lines->len, MAX(spare, 0));
    int below = is_tall && quick > 0 ? quick + HELP_ROWS : quick;
    Canvas part =
        canvas_part(canvas, self->form_row, FORM_COL, canvas->rows - self->form_row - below, cols);
    form_draw(self->form, &part);
    if (quick > 0) {
        int row = canvas->rows - quick;
        if (is_tall) {
            row = MIN(row, self->form_row + (int)form_count(self->form) + HELP_ROWS);
            canvas_text(canvas, row - 1, FORM_COL, cols, AREA_LABEL, _("As before, with a digit:"));
        }
        Canvas list = canvas_part(canvas, row, FORM_COL, G_MAXINT, cols);
        self->quick = quick_list_draw(&list, 0, quick, 1, lines);
    }
}

/* ---- saving ---- */

static Outcome preorder_saved(Screen *screen, gpointer id)
{
    app_say(screen->app, AREA_GOOD, _("The pre-order is noted. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(id, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static bool preorder_not_saved(Screen *screen, const GError *error)
{
    return rejoin_refused(screen, ((const PreorderForm *)screen)->stored, error);
}

/* Nothing is ordered without words and a day. */
static bool see_to_all(Form *form)
{
    g_autofree char *words = g_strstrip(g_strdup(form_get(form, "words")));
    g_autofree char *day = g_strstrip(g_strdup(form_get(form, "day")));
    if (!form_check(form)) {
        return false;
    }
    if (*words == '\0') {
        form_complain(form, "words", _("Please say what is ordered."));
    } else if (*day == '\0') {
        form_complain(form, "day", _("Please say for which day."));
    }
    return *words != '\0' && *day != '\0';
}

static Outcome preorder_do_save(Screen *screen)
{
    PreorderForm *self = (PreorderForm *)screen;
    if (self->stored == NULL) {
        return OUTCOME_HANDLED;
    }
    if (!see_to_all(self->form)) {
        return OUTCOME_REDRAW;
    }
    Who who = counter_who(screen);
    g_autoptr(GHashTable) values = values_of_form(self->form);
    Preorder *preorder = preorder_fields_typed(&self->fields, self->stored, values, self->filled);
    const AppJob job = {
        .run = preorder_save_run,
        .arg = preorder_save_new(preorder, &who),
        .arg_free = preorder_save_free,
        .result_free = g_free,
        .done = preorder_saved,
        .failed = preorder_not_saved,
    };
    return app_do(screen, &job);
}

static Outcome preorder_next(Screen *screen)
{
    return form_next(((PreorderForm *)screen)->form);
}

static const Action actions[] = {
    {"save", "F4|Ctrl-S|Enter", N_("Save"),
     N_("Saves the form; in the last field Enter does it, too."), .run = preorder_do_save,
     .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = preorder_next},
    {0},
};

const ScreenClass screen_preorder = {
    .name = "preorder",
    .title = N_("Pre-order"),
    .size = sizeof(PreorderForm),
    .actions = actions,
    .open = preorder_open,
    .ask = preorder_ask,
    .ask_free = g_free,
    .load = preorder_model_load,
    .model_free = preorder_model_free,
    .loaded = preorder_loaded,
    .load_failed = rejoin_load_failed,
    .input = preorder_input,
    .draw = preorder_draw,
    .unsaved = preorder_unsaved,
    .draft = preorder_draft,
    .restore = preorder_restore,
    .resume = preorder_resume,
    .close = preorder_close,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a line of the communication plan: for whom, how often, how. */
#include "tui/screens/careline.h"

#include "data/agenda/care.h"
#include "data/agenda/careoften.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/series.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/screens/carelinework.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"
#include "tui/text.h"

#include <string.h>

enum { FORM_COL = 1, FORM_COLS = 76, TALL_ROWS = 12, MOST_CHARS = 120, HELP_ROWS = 3, SPARE = 2 };

typedef struct {
    Screen base;
    CareLineArg whose;
    Form *form;
    int form_row; /* where it was drawn */
    const char **channels;
    CarePlan *stored; /* as the form was filled with; NULL until it has been loaded */
    GHashTable *filled;
    Event *held; /* typed before the form was filled */
} LineForm;

/* ---- the fields ---- */

/* The class that TYPED names; NULL when it names a group. */
static const char *class_of(const char *typed)
{
    g_autofree char *text = g_strstrip(g_ascii_strup(typed, -1));
    for (guint i = 0; customer_classes[i].code != NULL; i++) {
        if (strcmp(text, customer_classes[i].code) == 0) {
            return customer_classes[i].code;
        }
    }
    return NULL;
}

static char *whom_reading(const char *typed, gconstpointer context)
{
    (void)context;
    g_autofree char *text = g_strstrip(g_strdup(typed));
    const char *class = class_of(text);
    if (class != NULL) {
        return g_strdup_printf(_("class %s"), class);
    }
    return *text != '\0' ? g_strdup_printf(_("the group “%s”"), text) : NULL;
}

/* How often TYPED says, as the plan says it; NULL when it is not understood. */
static char *often_reading(const char *typed, gconstpointer context)
{
    (void)context;
    CarePlan plan = {0};
    const char *unit = NULL;
    if (!care_often_read(typed, &plan.every, &unit)) {
        return NULL;
    }
    plan.unit = g_strdup(unit);
    char *words = care_plan_words(&plan);
    g_free(plan.unit);
    return words;
}

static bool often_check(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    g_autofree char *text = g_strstrip(g_strdup(typed));
    gint64 every = 0;
    const char *unit = NULL;
    if (*text == '\0' || care_often_read(text, &every, &unit)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("Please say how often: “every 6 weeks”, “quarterly”, “twice a year”, or "
                          "“never”."));
    return false;
}

static const FormField whom_field = {.name = "whom",
                                     .label = N_("For whom"),
                                     .kind = FORM_DATE,
                                     .hint = N_("A, B, C, or a group: choir"),
                                     .max_chars = MOST_CHARS,
                                     .reading = whom_reading};

static bool line_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    LineForm *self = (LineForm *)screen;
    self->whose = arg != NULL ? *(const CareLineArg *)arg : (CareLineArg){0};
    self->channels = values_labels(N_("what fits"), care_channels);
    const FormField fields[] = {
        {.name = "often",
         .label = N_("How often"),
         .kind = FORM_DATE,
         .hint = N_("every quarter, every 6 weeks, never"),
         .max_chars = MOST_CHARS,
         .reading = often_reading,
         .check = often_check},
        {.name = "channel", .label = N_("Way"), .kind = FORM_CHOICE, .choices = self->channels},
        {.name = "words",
         .label = N_("About"),
         .kind = FORM_TEXT,
         .joins = true,
         .max_chars = MOST_CHARS},
    };
    self->form = form_new(fields, G_N_ELEMENTS(fields), NULL);
    if (self->whose.customer_id == 0) {
        form_insert(self->form, 0, &whom_field);
        form_set_focus(self->form, "whom");
    }
    self->filled = values_of_form(self->form);
    return true;
}

static void line_close(Screen *screen)
{
    LineForm *self = (LineForm *)screen;
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->held, event_free);
    record_free(self->stored);
    g_free(self->channels);
}

static gpointer line_ask(Screen *screen)
{
    return g_memdup2(&((const LineForm *)screen)->whose, sizeof(CareLineArg));
}

/* ---- filling ---- */

static GHashTable *values_of_plan(const CarePlan *plan)
{
    GHashTable *values = values_new();
    CarePlan often = {.every = plan->every, .unit = plan->unit};
    g_autofree char *words = plan->head.id != 0 ? care_plan_words(&often) : g_strdup("");
    values_set(values, "whom", plan->class != NULL ? plan->class : plan->tag);
    values_set(values, "often", words);
    values_set_choice(values, "channel", choice_place(care_channels, plan->channel));
    values_set(values, "words", plan->words);
    return values;
}

static void fill(LineForm *self, const CareLineModel *model)
{
    bool is_first = self->stored == NULL;
    record_free(self->stored);
    self->stored = record_copy(model->plan);
    g_autoptr(GHashTable) base = g_steal_pointer(&self->filled);
    g_autoptr(GHashTable) mine = values_of_form(self->form);
    g_autoptr(GHashTable) values = values_of_plan(self->stored);
    values_to_form(values, self->form);
    self->filled = values_of_form(self->form);
    if (!is_first) {
        const RejoinSides sides = {&self->form,         base, mine, self->filled,
                                   &self->stored->head, NULL};
        rejoin_join(&self->base, &sides);
    }
}

static void line_loaded(Screen *screen, gpointer old)
{
    (void)old;
    LineForm *self = (LineForm *)screen;
    if (self->stored == NULL || rejoin_is_due(screen)) {
        fill(self, screen->model);
    }
}

static bool line_unsaved(const Screen *screen)
{
    const LineForm *self = (const LineForm *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->form);
    return self->stored != NULL && !values_equal(values, self->filled);
}

/* ---- typing and drawing ---- */

static Outcome give_to_form(LineForm *self, const Event *event)
{
    return form_input_at(self->form, event, self->form_row, FORM_COL);
}

static Outcome give_held(Screen *screen)
{
    LineForm *self = (LineForm *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL ? give_to_form(self, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome line_input(Screen *screen, const Event *event)
{
    LineForm *self = (LineForm *)screen;
    if (self->stored != NULL) {
        return give_to_form(self, event);
    }
    if (!form_is_typing(event) || self->held != NULL) {
        return OUTCOME_NONE;
    }
    self->held = event_copy(event);
    return app_after_load(screen, give_held);
}

static char *title_of(const LineForm *self, const CareLineModel *model)
{
    if (self->whose.customer_id != 0) {
        return g_strdup_printf(_("How often %s is contacted"), model != NULL ? model->call : "…");
    }
    return g_strdup(self->whose.plan_id != 0 ? _("A line of the communication plan")
                                             : _("A new line of the communication plan"));
}

/* Whether the form says, unlike what is stored, that there is to be none. */
static bool says_never(const LineForm *self)
{
    CarePlan typed = {.every = -1};
    const char *unit = NULL;
    bool is_stored =
        self->stored != NULL && self->stored->head.id != 0 && care_plan_is_never(self->stored);
    return !is_stored && form_chosen(self->form, "channel") == 0 &&
           care_often_read(form_get(self->form, "often"), &typed.every, &unit) && typed.every == 0;
}

/* Since when or from when the contact ITEM is due, and from which line that follows. */
static char *now_words(const CareItem *item, Day today)
{
    g_autofree char *origin = care_plan_origin(item->plan, true);
    int order = day_compare(item->due, today);
    g_autofree char *day = order < 0 ? dates_brief(item->due, today) : dates_near(item->due, today);
    /* TRANSLATORS: "Now: class A, every quarter by phone, next tomorrow." */
    return order > 0    ? g_strdup_printf(_("Now: %s, next %s."), origin, day)
           : order == 0 ? g_strdup_printf(_("Now: %s, due today."), origin)
                        /* TRANSLATORS: "Now: class A, every quarter by phone, due since 3 Nov." */
                        : g_strdup_printf(_("Now: %s, due since %s."), origin, day);
}

/* What holds for the customer now, or what a line of the shop does. */
static char *help_of(const LineForm *self, const CareLineModel *model)
{
    if (self->whose.customer_id == 0) {
        return g_strdup(_("“What fits” is chosen by how close a customer is and what they agreed "
                          "to. A customer's own line goes before that of a group, and that before "
                          "the class."));
    }
    if (says_never(self)) {
        return g_strdup(_("From now on no contact is planned."));
    }
    bool has_next = model != NULL && model->next->len > 0;
    bool has_own = model != NULL && model->plan->head.id != 0;
    g_autofree char *now =
        has_next ? now_words(g_ptr_array_index(model->next, 0), counter_today(&self->base))
                 : g_strdup(_("Now no contact is planned."));
    return has_own ? g_strdup_printf("%s %s", now,
                                     _("Empty “How often”, and the plan for all holds again."))
                   : g_steal_pointer(&now);
}

static void line_draw(Screen *screen, Canvas *canvas)
{
    LineForm *self = (LineForm *)screen;
    const CareLineModel *model = screen->model;
    bool tall = canvas->rows >= TALL_ROWS;
    int cols = MIN(canvas->cols - 2, FORM_COLS);
    g_autofree char *title = title_of(self, model);
    g_autofree char *help = help_of(self, model);
    g_auto(GStrv) lines = text_wrap(help, MAX(cols, 1));
    int help_rows = tall ? MIN((int)g_strv_length(lines), HELP_ROWS) : 0;
    canvas_text(canvas, 0, FORM_COL, canvas->cols - 2, AREA_TITLE, title);
    self->form_row = tall ? 2 : 1;
    int below = self->form_row + (int)form_count(self->form) + SPARE;
    int help_row = MIN(canvas->rows - help_rows, below);
    Canvas part = canvas_part(canvas, self->form_row, FORM_COL, help_row - self->form_row, cols);
    form_draw(self->form, &part);
    Canvas told = self->whose.customer_id != 0 ? canvas_private(canvas) : *canvas;
    canvas_wrapped(&told, help_row, FORM_COL, cols, help_rows, AREA_DIM, help);
}

/* ---- saving ---- */

static Outcome line_saved(Screen *screen, gpointer id)
{
    app_say(screen->app, AREA_GOOD,
            *(const gint64 *)id != 0 ? _("Saved. Ctrl-Z takes it back.")
                                     : _("Removed. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(id, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static bool line_not_saved(Screen *screen, const GError *error)
{
    LineForm *self = (LineForm *)screen;
    if (g_error_matches(error, FAULT, FAULT_TAKEN) ||
        g_error_matches(error, FAULT, FAULT_REFUSED)) {
        form_complain(self->form, self->whose.customer_id != 0 ? "often" : "whom", error->message);
        return true;
    }
    return rejoin_refused(screen, self->stored, error);
}

/* What is to be stored. A frequency that still says what it did stays as it is. */
static CarePlan *typed_plan(LineForm *self)
{
    CarePlan *plan = record_copy(self->stored);
    g_autoptr(GHashTable) values = values_of_form(self->form);
    const char *unit = NULL;
    if (plan->customer_id == 0) {
        const char *whom = values_get(values, "whom");
        const char *class = class_of(whom);
        record_set_text(&plan->class, class);
        if (class != NULL) {
            record_set_text(&plan->tag, NULL);
        } else {
            values_store(values, "whom", &plan->tag);
        }
    }
    if (care_often_read(values_get(values, "often"), &plan->every, &unit)) {
        record_set_text(&plan->unit, unit);
    }
    guint channel = values_get_choice(values, "channel");
    record_set_text(&plan->channel, channel > 0 ? care_channels[channel - 1].code : NULL);
    values_store(values, "words", &plan->words);
    if (plan->from_day == NULL) {
        g_autofree char *today = day_to_text(counter_today(&self->base));
        record_set_text(&plan->from_day, today);
    }
    return plan;
}

static bool is_empty(const Form *form, const char *name)
{
    g_autofree char *text = g_strstrip(g_strdup(form_get(form, name)));
    return *text == '\0';
}

/* A line needs for whom and how often. */
static bool see_to_all(LineForm *self)
{
    if (!form_check(self->form)) {
        return false;
    }
    if (self->whose.customer_id == 0 && is_empty(self->form, "whom")) {
        form_complain(self->form, "whom", _("Please say for whom: A, B, C, or a group."));
        return false;
    }
    if (is_empty(self->form, "often")) {
        form_complain(self->form, "often", _("Please say how often, such as “every quarter”."));
        return false;
    }
    return true;
}

static Outcome line_save(Screen *screen)
{
    LineForm *self = (LineForm *)screen;
    if (self->stored == NULL) {
        return OUTCOME_HANDLED;
    }
    bool removes =
        self->whose.customer_id != 0 && self->stored->head.id != 0 && is_empty(self->form, "often");
    if (!removes && !see_to_all(self)) {
        return OUTCOME_REDRAW;
    }
    Who who = counter_who(screen);
    CarePlan *plan = typed_plan(self);
    const AppJob job = {
        .run = removes ? care_line_remove_run : care_line_save_run,
        .arg = care_line_save_new(plan, &who),
        .arg_free = care_line_save_free,
        .result_free = g_free,
        .done = line_saved,
        .failed = line_not_saved,
    };
    record_free(plan);
    return app_do(screen, &job);
}

static Outcome line_next(Screen *screen)
{
    return form_next(((LineForm *)screen)->form);
}

static const Action actions[] = {
    {"save", "F4|Ctrl-S|Enter", N_("Save"),
     N_("Saves the form; in the last field Enter does it, too."), .run = line_save,
     .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = line_next},
    {0},
};

const ScreenClass screen_careline = {
    .name = "careline",
    .title = N_("Line of the plan"),
    .size = sizeof(LineForm),
    .actions = actions,
    .open = line_open,
    .ask = line_ask,
    .ask_free = g_free,
    .load = care_line_model_load,
    .model_free = care_line_model_free,
    .loaded = line_loaded,
    .load_failed = rejoin_load_failed,
    .input = line_input,
    .draw = line_draw,
    .unsaved = line_unsaved,
    .close = line_close,
};

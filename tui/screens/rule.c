/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a rule. */
#include "tui/screens/rule.h"

#include "data/agenda/letter.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/customer/customer.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/rulework.h"
#include "tui/screens/values.h"
#include "tui/text.h"

#include <string.h>

enum {
    FORM_COL = 1,
    FORM_COLS = 76,
    TALL_ROWS = 12,
    MOST_NAME = 120,
    MOST_WORDS = 2000,
    MOST_DAYS = 999,
    DAYS_CHARS = 5,
    HELP_ROWS = 3,
    SPARE = 6 /* rows a field may grow by */
};

typedef struct {
    Screen base;
    gint64 id; /* 0: a new one */
    Form *form;
    int form_row; /* where it was drawn */
    const char **events, **rule_does, **channels;
    Rule *stored; /* as the form was filled with; NULL until it has been loaded */
    GHashTable *filled;
    Event *held; /* typed before the form was filled */
} RuleForm;

/* ---- the fields ---- */

/* The days in TYPED; -1 when it is no such number. */
static gint64 days_of(const char *typed)
{
    g_autofree char *text = g_strstrip(g_strdup(typed));
    guint64 days = 0;
    if (*text == '\0') {
        return 0;
    }
    return g_ascii_string_to_unsigned(text, 10, 0, MOST_DAYS, &days, NULL) ? (gint64)days : -1;
}

static const char *event_chosen(const RuleForm *self)
{
    return rule_events[form_chosen(self->form, "event")].code;
}

static bool is_draft(const RuleForm *self)
{
    return strcmp(rule_actions[form_chosen(self->form, "action")].code, "draft") == 0;
}

/* When the rule would do something, as it stands in the form. */
static char *days_reading(const char *typed, gconstpointer context)
{
    const RuleForm *self = context;
    g_autofree char *event = g_strdup(event_chosen(self));
    g_autofree char *article = g_strstrip(g_strdup(form_get(self->form, "article")));
    const Rule rule = {.event = event, .days = days_of(typed)};
    return rule.days >= 0 ? rule_when(&rule, *article != '\0' ? article : NULL) : NULL;
}

static bool days_check(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    if (days_of(typed) >= 0) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("Please give the days as a number from 0 to 999."));
    return false;
}

static bool words_check(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    return letter_check(typed, error);
}

static bool rule_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    RuleForm *self = (RuleForm *)screen;
    self->id = arg != NULL ? ((const RuleArg *)arg)->rule_id : 0;
    self->events = values_labels(NULL, rule_events);
    self->rule_does = values_labels(NULL, rule_actions);
    self->channels = values_labels(N_("not said"), customer_channels);
    const FormField fields[] = {
        {.name = "event", .label = N_("After"), .kind = FORM_CHOICE, .choices = self->events},
        {.name = "article",
         .label = N_("Article"),
         .kind = FORM_TEXT,
         .hint = N_("of a purchase; empty: any"),
         .max_chars = MOST_NAME},
        {.name = "days",
         .label = N_("Days"),
         .kind = FORM_DATE,
         .hint = N_("how many days later; before a promise"),
         .max_chars = DAYS_CHARS,
         .reading = days_reading,
         .check = days_check},
        {.name = "action", .label = N_("Does"), .kind = FORM_CHOICE, .choices = self->rule_does},
        {.name = "words",
         .label = N_("Words"),
         .kind = FORM_TEXT,
         .hint = N_("ask how the {article} was"),
         .max_chars = MOST_WORDS,
         .check = words_check},
        {.name = "channel", .label = N_("Way"), .kind = FORM_CHOICE, .choices = self->channels},
    };
    self->form = form_new(fields, G_N_ELEMENTS(fields), self);
    self->filled = values_of_form(self->form);
    return true;
}

static void rule_close(Screen *screen)
{
    RuleForm *self = (RuleForm *)screen;
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->held, event_free);
    record_free(self->stored);
    g_free(self->events);
    g_free(self->rule_does);
    g_free(self->channels);
}

static gpointer rule_ask(Screen *screen)
{
    return g_memdup2(&((const RuleForm *)screen)->id, sizeof(gint64));
}

/* ---- filling ---- */

static GHashTable *values_of(const RuleModel *model)
{
    const Rule *rule = model->rule;
    GHashTable *values = values_new();
    g_autofree char *days = g_strdup_printf("%d", (int)rule->days);
    g_autofree char *words = letter_on_a_line(rule_words(rule));
    values_set_code(values, "event", rule_events, rule->event);
    values_set(values, "article", model->article);
    values_set(values, "days", days);
    values_set_code(values, "action", rule_actions, rule->action);
    values_set(values, "words", words);
    values_set_choice(values, "channel", choice_place(customer_channels, rule->channel));
    return values;
}

static void fill(RuleForm *self, const RuleModel *model)
{
    bool is_first = self->stored == NULL;
    record_free(self->stored);
    self->stored = record_copy(model->rule);
    g_autoptr(GHashTable) base = g_steal_pointer(&self->filled);
    g_autoptr(GHashTable) mine = values_of_form(self->form);
    g_autoptr(GHashTable) values = values_of(model);
    values_to_form(values, self->form);
    self->filled = values_of_form(self->form);
    if (!is_first) {
        const RejoinSides sides = {&self->form,         base, mine, self->filled,
                                   &self->stored->head, NULL};
        rejoin_join(&self->base, &sides);
    }
}

static void rule_loaded(Screen *screen, gpointer old)
{
    (void)old;
    RuleForm *self = (RuleForm *)screen;
    if (self->stored == NULL || rejoin_is_due(screen)) {
        fill(self, screen->model);
    }
}

static bool rule_unsaved(const Screen *screen)
{
    const RuleForm *self = (const RuleForm *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->form);
    return self->stored != NULL && !values_equal(values, self->filled);
}

/* ---- typing and drawing ---- */

static Outcome give_to_form(RuleForm *self, const Event *event)
{
    return form_input_at(self->form, event, self->form_row, FORM_COL);
}

static Outcome give_held(Screen *screen)
{
    RuleForm *self = (RuleForm *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL ? give_to_form(self, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome rule_input(Screen *screen, const Event *event)
{
    RuleForm *self = (RuleForm *)screen;
    if (self->stored != NULL) {
        return give_to_form(self, event);
    }
    if (!form_is_typing(event) || self->held != NULL) {
        return OUTCOME_NONE;
    }
    self->held = event_copy(event);
    return app_after_load(screen, give_held);
}

static void rule_draw(Screen *screen, Canvas *canvas)
{
    RuleForm *self = (RuleForm *)screen;
    int cols = MIN(canvas->cols - 2, FORM_COLS);
    canvas_text(canvas, 0, FORM_COL, canvas->cols - 2, AREA_TITLE,
                self->id == 0 ? _("A new rule") : _("A rule"));
    self->form_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    bool is_article = strcmp(form_focus(self->form), "article") == 0;
    const char *help =
        is_article       ? _("Every article with this in its name counts.")
        : is_draft(self) ? _("{salutation}, {name}, {article}, {words}, {day}, {clerk} and {shop} "
                             "are filled in. “ / ” begins a new line, “ // ” leaves one empty.")
                         : _("{name}, {article}, {words} and {day} are filled in.");
    g_auto(GStrv) lines = text_wrap(help, MAX(cols, 1));
    int help_rows = MIN((int)g_strv_length(lines), HELP_ROWS);
    int help_row =
        MIN(canvas->rows - help_rows, self->form_row + (int)form_count(self->form) + SPARE);
    Canvas part = canvas_part(canvas, self->form_row, FORM_COL, help_row - self->form_row, cols);
    form_draw(self->form, &part);
    canvas_wrapped(canvas, help_row, FORM_COL, cols, help_rows, AREA_DIM, help);
}

/* ---- saving ---- */

static Outcome rule_saved(Screen *screen, gpointer id)
{
    app_say(screen->app, AREA_GOOD, _("Saved. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(id, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static bool rule_not_saved(Screen *screen, const GError *error)
{
    RuleForm *self = (RuleForm *)screen;
    if (g_error_matches(error, FAULT, FAULT_REFUSED)) {
        form_complain(self->form, "words", error->message);
        return true;
    }
    return rejoin_refused(screen, self->stored, error);
}

/* What is to be stored. The program's words stay the program's as long as nobody changes them. */
static Rule *typed_rule(const RuleForm *self)
{
    Rule *rule = record_copy(self->stored);
    guint channel = form_chosen(self->form, "channel");
    const char *typed = form_get(self->form, "words");
    record_set_text(&rule->event, event_chosen(self));
    record_set_text(&rule->action, rule_actions[form_chosen(self->form, "action")].code);
    record_set_text(&rule->channel, channel > 0 ? customer_channels[channel - 1].code : NULL);
    rule->days = days_of(form_get(self->form, "days"));
    if (strcmp(typed, values_get(self->filled, "words")) != 0) {
        g_autofree char *line = utf8_storable(typed, -1, true, NULL);
        g_autofree char *words = letter_of_a_line(line);
        record_set_text(&rule->words, words);
    }
    return rule;
}

static bool see_to_all(const RuleForm *self)
{
    Form *form = self->form;
    g_autofree char *article = g_strstrip(g_strdup(form_get(form, "article")));
    if (!form_check(form)) {
        return false;
    }
    if (*article != '\0' && strcmp(event_chosen(self), "purchase") != 0) {
        form_complain(form, "article", _("Only a purchase is of an article. Empty this field."));
        return false;
    }
    if (is_draft(self) && form_chosen(form, "channel") == 0) {
        form_complain(form, "channel", _("Please say by which way the text would go."));
        return false;
    }
    return true;
}

static Outcome rule_do_save(Screen *screen)
{
    RuleForm *self = (RuleForm *)screen;
    if (self->stored == NULL) {
        return OUTCOME_HANDLED;
    }
    if (!see_to_all(self)) {
        return OUTCOME_REDRAW;
    }
    Who who = counter_who(screen);
    Rule *rule = typed_rule(self);
    g_autofree char *article = utf8_storable(form_get(self->form, "article"), -1, true, NULL);
    const AppJob job = {
        .run = rule_run,
        .arg = rule_job_new(RULE_SAVE, rule, article, counter_today(screen), &who),
        .arg_free = rule_job_free,
        .result_free = g_free,
        .done = rule_saved,
        .failed = rule_not_saved,
    };
    record_free(rule);
    return app_do(screen, &job);
}

static Outcome rule_next(Screen *screen)
{
    return form_next(((RuleForm *)screen)->form);
}

static const Action actions[] = {
    {"save", "F4|Ctrl-S|Enter", N_("Save"),
     N_("Saves the form; in the last field Enter does it, too."), .run = rule_do_save,
     .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = rule_next},
    {0},
};

const ScreenClass screen_rule = {
    .name = "rule",
    .title = N_("Rule"),
    .size = sizeof(RuleForm),
    .actions = actions,
    .open = rule_open,
    .ask = rule_ask,
    .ask_free = g_free,
    .load = rule_model_load,
    .model_free = rule_model_free,
    .loaded = rule_loaded,
    .load_failed = rejoin_load_failed,
    .input = rule_input,
    .draw = rule_draw,
    .unsaved = rule_unsaved,
    .close = rule_close,
};

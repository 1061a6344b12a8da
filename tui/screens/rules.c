/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules in their order: which act, when, and what they do. */
#include "tui/screens/rules.h"

#include "data/agenda/letter.h"
#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/removal.h"
#include "tui/screens/rule.h"
#include "tui/screens/rulework.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

#include <string.h>

enum {
    MARGIN = 1,
    GAP = 2,
    STATE_COLS = 7,
    WHEN_LEAST = 20,
    WHEN_MOST = 44,
    WORDS_FROM = 56, /* narrower screens leave out what is done */
    WORDS_LEAST = 16
};

typedef struct {
    GPtrArray *rules; /* RuleModel */
    int when_cols;    /* the widest "when" */
} Model;

typedef struct {
    Screen base;
    ListPage page;
} Rules;

/* ---- the model ---- */

static void model_free(gpointer data)
{
    Model *model = data;
    g_clear_pointer(&model->rules, g_ptr_array_unref);
    g_free(model);
}

static gpointer rules_load(Shop *shop, gconstpointer ask, GError **error)
{
    (void)ask;
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    Model *model = g_new0(Model, 1);
    model->rules = rule_models(shop->db, error);
    db_read_end(shop->db);
    if (model->rules == NULL) {
        model_free(model);
        return NULL;
    }
    for (guint i = 0; i < model->rules->len; i++) {
        const RuleModel *row = g_ptr_array_index(model->rules, i);
        g_autofree char *when = rule_when(row->rule, row->article);
        model->when_cols = MAX(model->when_cols, MIN(text_width_shown(when), WHEN_MOST));
    }
    return model;
}

/* ---- the list ---- */

static const RuleModel *row_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Model *)model)->rules, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->rules->len;
}

static gint64 row_id(gconstpointer model, guint row)
{
    return row_at(model, row)->rule->head.id;
}

/* What a rule does, in one line: a new string. */
static char *deed_of(const Rule *rule)
{
    g_autofree char *words = letter_on_a_line(rule_words(rule));
    return strcmp(rule->action, "draft") == 0 ? g_strdup_printf(_("text: %s"), words)
                                              : g_steal_pointer(&words);
}

static void draw_row(Canvas *line, gconstpointer data, guint row)
{
    const Model *model = data;
    const RuleModel *one = row_at(model, row);
    bool is_on = one->rule->is_active != 0;
    bool has_words = line->cols >= WORDS_FROM;
    int col = canvas_text(line, 0, MARGIN, STATE_COLS, is_on ? AREA_GOOD : AREA_DIM,
                          is_on ? _("on") : _("off")) +
              1;
    int room = line->cols - col - 1;
    int when = has_words ? MIN(model->when_cols, MAX(room - GAP - WORDS_LEAST, WHEN_LEAST)) : room;
    g_autofree char *text = rule_when(one->rule, one->article);
    col = canvas_text(line, 0, col, when, is_on ? AREA_TEXT : AREA_DIM, text) + GAP;
    if (has_words) {
        g_autofree char *deed = deed_of(one->rule);
        canvas_text(line, 0, col, line->cols - 1 - col, AREA_DIM, deed);
    }
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

/* ---- the screen ---- */

static bool rules_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    list_page_init(&((Rules *)screen)->page, &list_class);
    return true;
}

static void rules_loaded(Screen *screen, gpointer old)
{
    (void)old;
    list_page_show(&((Rules *)screen)->page, screen->model);
}

static Outcome rules_input(Screen *screen, const Event *event)
{
    return list_page_input(&((Rules *)screen)->page, event);
}

static void rules_draw(Screen *screen, Canvas *canvas)
{
    list_page_draw(&((Rules *)screen)->page, canvas, _("Rules: nothing is ever sent by itself"),
                   _("There is no rule yet. n makes one."));
}

/* ---- what can be done ---- */

static const Rule *selected(const Screen *screen)
{
    int row = list_selected(&((const Rules *)screen)->page.list);
    return row >= 0 ? row_at(screen->model, (guint)row)->rule : NULL;
}

static bool can_change(const Screen *screen)
{
    return selected(screen) != NULL && counter_may_write(screen);
}

static bool can_remove(const Screen *screen)
{
    const Rule *rule = selected(screen);
    return rule != NULL && rule->code == NULL && counter_may_write(screen);
}

static Outcome rule_saved(Screen *screen, gpointer id)
{
    if (id == NULL) {
        return OUTCOME_HANDLED;
    }
    ((Rules *)screen)->page.wanted = *(const gint64 *)id;
    return OUTCOME_RELOAD;
}

static Outcome open_rule(Screen *screen, gint64 id)
{
    const RuleArg arg = {id};
    screen_push(screen, &screen_rule, &arg, rule_saved);
    return OUTCOME_HANDLED;
}

static Outcome rules_change(Screen *screen)
{
    const Rule *rule = selected(screen);
    return rule != NULL ? open_rule(screen, rule->head.id) : OUTCOME_HANDLED;
}

static Outcome rules_add(Screen *screen)
{
    return open_rule(screen, 0);
}

static Outcome removed(Screen *screen, gpointer id)
{
    (void)id;
    app_say(screen->app, AREA_GOOD, _("Removed. Ctrl-Z takes it back."));
    return OUTCOME_HANDLED;
}

static Outcome do_deed(Screen *screen, RuleDeed deed)
{
    const Rule *rule = selected(screen);
    if (rule == NULL) {
        return OUTCOME_HANDLED;
    }
    Who who = counter_who(screen);
    const AppJob job = {
        .run = rule_run,
        .arg = rule_job_new(deed, rule, NULL, counter_today(screen), &who),
        .arg_free = rule_job_free,
        .result_free = g_free,
        .done = deed == RULE_REMOVE ? removed : NULL,
        .failed = removal_refused,
    };
    return app_do(screen, &job);
}

static Outcome rules_switch(Screen *screen)
{
    return do_deed(screen, RULE_SWITCH);
}

static Outcome rules_remove(Screen *screen)
{
    return do_deed(screen, RULE_REMOVE);
}

static const Action actions[] = {
    {"change", "Enter", N_("Change"), N_("Changes what the selected rule does, and when."),
     .run = rules_change, .when = can_change, .needs_model = true},
    {"switch", "Space", N_("On or off"), N_("Switches the selected rule on, from today, or off."),
     .run = rules_switch, .when = can_change, .needs_model = true},
    {"add", "n|F2|Alt-n|Insert", N_("New"), N_("Adds a rule of your own."), .run = rules_add,
     .when = counter_may_write, .needs_model = true},
    {"remove", "Delete|x", N_("Remove"),
     N_("Removes a rule of your own that has done nothing yet. Ctrl-Z takes it back."),
     .run = rules_remove, .when = can_remove, .needs_model = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the settings."), .run = screen_leave},
    {0},
};

const ScreenClass screen_rules = {
    .name = "rules",
    .title = N_("Rules"),
    .size = sizeof(Rules),
    .actions = actions,
    .open = rules_open,
    .load = rules_load,
    .model_free = model_free,
    .loaded = rules_loaded,
    .input = rules_input,
    .draw = rules_draw,
};

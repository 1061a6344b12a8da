/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a visit: filled with what is usual, so that Enter notes it. */
#include "tui/screens/visit.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/diary/article.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/quicklist.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"
#include "tui/screens/visitform.h"

#include <string.h>

enum {
    FORM_COL = 1,
    FORM_COLS = 76,
    TALL_ROWS = 14,
    FORM_LEAST = 5, /* rows the form keeps before anything stands below it */
    HELP_ROWS = 2
};

typedef struct {
    Screen base;
    VisitArg whom;
    VisitFields fields;
    Form *form;
    int form_row;  /* where it was drawn */
    guint quick;   /* how many favourites stand on the screen */
    GString *run;  /* the digits that were pressed one after the other to choose some */
    char *before;  /* what stood there before them */
    Visit *stored; /* as the form was filled with; NULL until it has been loaded */
    GHashTable *filled;
    Event *held; /* typed before the form was filled */
} VisitForm;

static bool visit_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    VisitForm *self = (VisitForm *)screen;
    self->whom = arg != NULL ? *(const VisitArg *)arg : (VisitArg){0};
    visit_fields_init(&self->fields, counter_today(screen));
    self->form = visit_form_new(&self->fields);
    self->run = g_string_new(NULL);
    self->filled = values_of_form(self->form);
    return true;
}

static void visit_close(Screen *screen)
{
    VisitForm *self = (VisitForm *)screen;
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->held, event_free);
    g_string_free(self->run, TRUE);
    g_free(self->before);
    record_free(self->stored);
    visit_fields_clear(&self->fields);
}

static gpointer visit_ask(Screen *screen)
{
    const VisitForm *self = (const VisitForm *)screen;
    const VisitAsk ask = {self->whom.customer_id, self->whom.visit_id, self->fields.context.today};
    return g_memdup2(&ask, sizeof ask);
}

/* ---- filling ---- */

static void fill(VisitForm *self, const VisitModel *model)
{
    bool is_first = self->stored == NULL;
    record_free(self->stored);
    self->stored = record_copy(model->visit);
    g_autoptr(GHashTable) base = g_steal_pointer(&self->filled);
    g_autoptr(GHashTable) mine = values_of_form(self->form);
    g_autoptr(GHashTable) values = visit_fields_values(&self->fields, model);
    values_to_form(values, self->form);
    self->filled = values_of_form(self->form);
    if (is_first) {
        form_select(self->form, "articles");
        return;
    }
    const RejoinSides sides = {&self->form, base, mine, self->filled, &self->stored->head, NULL};
    rejoin_join(&self->base, &sides);
}

static void visit_loaded(Screen *screen, gpointer old)
{
    (void)old;
    VisitForm *self = (VisitForm *)screen;
    if (self->stored == NULL || rejoin_is_due(screen)) {
        fill(self, screen->model);
    }
}

static bool visit_unsaved(const Screen *screen)
{
    const VisitForm *self = (const VisitForm *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->form);
    return self->stored != NULL && !values_equal(values, self->filled);
}

/* ---- drafts ---- */

static bool visit_draft(const Screen *screen, Draft *draft)
{
    const VisitForm *self = (const VisitForm *)screen;
    const VisitModel *model = screen->model;
    draft->subject_id = self->whom.customer_id;
    draft->part_id = self->whom.visit_id;
    if (model == NULL || !visit_unsaved(screen)) {
        return false;
    }
    draft->title =
        g_strdup_printf(_("Visit of %s: %s"), model->call, form_get(self->form, "articles"));
    form_draft_keep(draft, self->form, self->filled);
    return true;
}

static bool visit_restore(Screen *screen, const Draft *draft)
{
    VisitForm *self = (VisitForm *)screen;
    return form_draft_restore(draft, self->form, self->filled);
}

static Screen *visit_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const VisitArg arg = {draft->subject_id, draft->part_id};
    return screen_push(parent, &screen_visit, &arg, returned);
}

/* ---- typing ---- */

static bool is_in_articles(const VisitForm *self)
{
    return strcmp(form_focus(self->form), "articles") == 0;
}

/* The field NAME was filled for the usual articles; it is empty while there are others, unless
 * somebody typed something there. */
static void follow_usual(VisitForm *self, const char *name)
{
    const char *usual = values_get(self->filled, name), *now = form_get(self->form, name);
    bool is_usual =
        strcmp(form_get(self->form, "articles"), values_get(self->filled, "articles")) == 0;
    if (self->whom.visit_id != 0 || *usual == '\0') {
        return;
    }
    if (!is_usual && strcmp(now, usual) == 0) {
        form_set(self->form, name, "");
    } else if (is_usual && *now == '\0') {
        form_set(self->form, name, usual);
    }
}

/* The article whose digit EVENT is, where the next one can begin; NULL: it is typed. */
static const Article *chosen_article(const VisitForm *self, const Event *event)
{
    const VisitModel *model = self->base.model;
    if (event->kind != EVENT_KEY || event->key < '1' || event->key > '9' || !is_in_articles(self) ||
        event->key - '1' >= self->quick) {
        return NULL;
    }
    g_autofree char *typed = g_strchomp(g_strdup(form_get(self->form, "articles")));
    gsize length = strlen(typed);
    bool is_free = length == 0 || form_is_selected(self->form, "articles") ||
                   strchr(",;", typed[length - 1]) != NULL;
    return is_free ? g_ptr_array_index(model->favourites, event->key - '1') : NULL;
}

static Outcome choose(VisitForm *self, const Article *article, Key digit)
{
    bool is_new = form_is_selected(self->form, "articles");
    g_autofree char *typed = g_strdup(is_new ? "" : form_get(self->form, "articles"));
    g_autofree char *text = visit_with_article(typed, article->name);
    if (self->run->len == 0) {
        g_free(self->before);
        self->before = g_steal_pointer(&typed);
    }
    g_string_append_c(self->run, (char)digit);
    form_type(self->form, "articles", text);
    return OUTCOME_REDRAW;
}

/* Digits with a blank or "x" behind them were no choice but a count: "2 pretzels". */
static void take_as_count(VisitForm *self, const Event *event)
{
    bool is_count = event->kind == EVENT_KEY && self->run->len > 0 && is_in_articles(self) &&
                    (event->key == ' ' || event->key == 'x' || event->key == 0xD7);
    if (is_count) {
        g_autofree char *text = g_strconcat(self->before, self->run->str, NULL);
        form_type(self->form, "articles", text);
    }
    g_string_truncate(self->run, 0);
}

static void complete(VisitForm *self)
{
    const VisitModel *model = self->base.model;
    const char *typed = form_get(self->form, "articles");
    if (is_in_articles(self) && model != NULL && !form_is_selected(self->form, "articles")) {
        g_autofree char *text = visit_complete(model->favourites, typed);
        form_suggest(self->form, "articles", typed, text);
    }
}

static Outcome give_to_form(VisitForm *self, const Event *event)
{
    const Article *article = chosen_article(self, event);
    unsigned before = form_changes(self->form);
    Event own = *event;
    own.row -= self->form_row;
    own.col -= FORM_COL;
    if (article == NULL) {
        take_as_count(self, event);
    }
    Outcome outcome =
        article != NULL ? choose(self, article, event->key) : form_input(self->form, &own);
    if (form_changes(self->form) != before) {
        if (is_in_articles(self)) {
            follow_usual(self, "amount");
            follow_usual(self, "words");
        }
        complete(self);
    }
    return outcome;
}

static Outcome give_held(Screen *screen)
{
    VisitForm *self = (VisitForm *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL ? give_to_form(self, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome visit_input(Screen *screen, const Event *event)
{
    VisitForm *self = (VisitForm *)screen;
    if (event->kind == EVENT_KEY && event->key == K_ENTER) {
        /* It saves from every field: what is usual takes two keys. */
        return OUTCOME_NONE;
    }
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

/* What a digit chooses now: the names of the favourites, borrowed. */
static GPtrArray *offered(const VisitForm *self)
{
    const VisitModel *model = self->base.model;
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; model != NULL && is_in_articles(self) && i < model->favourites->len; i++) {
        g_ptr_array_add(names, ((const Article *)g_ptr_array_index(model->favourites, i))->name);
    }
    return names;
}

static void visit_draw(Screen *screen, Canvas *canvas)
{
    VisitForm *self = (VisitForm *)screen;
    const VisitModel *model = screen->model;
    int cols = MIN(canvas->cols - 2, FORM_COLS), columns = quick_list_columns(cols);
    bool is_tall = canvas->rows >= TALL_ROWS;
    g_autofree char *title = g_strdup_printf(_("Visit of %s"), model != NULL ? model->call : "…");
    canvas_text(canvas, 0, FORM_COL, canvas->cols - 2, AREA_TITLE, title);
    self->form_row = is_tall ? 2 : 1;
    int spare = canvas->rows - self->form_row - FORM_LEAST - (is_tall ? HELP_ROWS : 0);
    g_autoptr(GPtrArray) names = offered(self);
    int quick = quick_list_rows(names->len, columns, spare);
    int below = is_tall && quick > 0 ? quick + HELP_ROWS : quick;
    Canvas part =
        canvas_part(canvas, self->form_row, FORM_COL, canvas->rows - self->form_row - below, cols);
    form_draw(self->form, &part);
    self->quick = 0;
    if (quick > 0) {
        int row = canvas->rows - quick;
        if (is_tall) {
            row = MIN(row, self->form_row + (int)form_count(self->form) + HELP_ROWS);
            canvas_text(canvas, row - 1, FORM_COL, cols, AREA_LABEL, _("With a digit:"));
        }
        Canvas list = canvas_part(canvas, row, FORM_COL, G_MAXINT, cols);
        self->quick = quick_list_draw(&list, 0, quick, columns, names);
    }
}

/* ---- saving ---- */

static Outcome visit_saved(Screen *screen, gpointer id)
{
    bool is_known = ((const VisitForm *)screen)->whom.visit_id != 0;
    app_say(screen->app, AREA_GOOD,
            is_known ? _("The visit is changed. Ctrl-Z takes it back.")
                     : _("The visit is noted. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(id, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static bool visit_not_saved(Screen *screen, const GError *error)
{
    VisitForm *self = (VisitForm *)screen;
    if (g_error_matches(error, FAULT, FAULT_REFUSED)) {
        form_complain(self->form, "articles", error->message);
        return true;
    }
    return rejoin_refused(screen, self->stored, error);
}

static Outcome visit_do_save(Screen *screen)
{
    VisitForm *self = (VisitForm *)screen;
    if (self->stored == NULL) {
        return OUTCOME_HANDLED;
    }
    if (!form_check(self->form)) {
        return OUTCOME_REDRAW;
    }
    Who who = counter_who(screen);
    g_autoptr(GHashTable) values = values_of_form(self->form);
    const char *articles = values_get(values, "articles");
    bool is_same =
        self->whom.visit_id != 0 && strcmp(articles, values_get(self->filled, "articles")) == 0;
    const AppJob job = {
        .run = visit_save_run,
        .arg = visit_save_new(visit_fields_typed(&self->fields, self->stored, values, &who),
                              is_same ? NULL : articles, &who),
        .arg_free = visit_save_free,
        .result_free = g_free,
        .done = visit_saved,
        .failed = visit_not_saved,
    };
    return app_do(screen, &job);
}

static Outcome visit_next(Screen *screen)
{
    return form_next(((VisitForm *)screen)->form);
}

static const Action actions[] = {
    {"save", "Enter|F4|Ctrl-S", N_("Save"), N_("Notes the visit as it stands in the form."),
     .run = visit_do_save, .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = visit_next},
    {0},
};

static char **visit_examples(const Screen *screen)
{
    (void)screen;
    g_autoptr(GStrvBuilder) lines = g_strv_builder_new();
    g_strv_builder_add_many(lines, _("2 pretzels, cappuccino"),
                            _("What was bought, with how many of each."), NULL);
    g_strv_builder_add_many(
        lines, "1", _("The article with this digit; the same digit again is one more."), NULL);
    g_strv_builder_add_many(lines, _("12.50"), _("What it came to."), NULL);
    g_strv_builder_add_many(lines, _("-3.20"), _("What was paid back: a return."), NULL);
    return g_strv_builder_end(lines);
}

const ScreenClass screen_visit = {
    .name = "visit",
    .title = N_("Visit"),
    .size = sizeof(VisitForm),
    .actions = actions,
    .open = visit_open,
    .ask = visit_ask,
    .ask_free = g_free,
    .load = visit_model_load,
    .model_free = visit_model_free,
    .loaded = visit_loaded,
    .load_failed = rejoin_load_failed,
    .input = visit_input,
    .draw = visit_draw,
    .examples = visit_examples,
    .unsaved = visit_unsaved,
    .draft = visit_draft,
    .restore = visit_restore,
    .resume = visit_resume,
    .close = visit_close,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for what somebody says of the shop. */
#include "tui/screens/feedback.h"

#include "data/base/i18n.h"
#include "data/diary/wish.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/feedbackform.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"

#include <string.h>

enum {
    FORM_COL = 1,
    FORM_COLS = 78,
    TALL_ROWS = 14,
    SIMILAR_ROWS = 18, /* lower windows do not show wishes like it before they are asked for */
    AMBASSADOR_COLS = 16,
    AMBASSADOR_FROM = 60
};

typedef struct {
    Screen base;
    FeedbackArg whom;
    FeedbackForm rows;
    int form_row;       /* where the form was drawn */
    Feedback *stored;   /* as the form was filled with; NULL until it has been loaded */
    GHashTable *filled; /* what it was filled with */
    Event *held;        /* typed before the form was filled */
    GArray *offered;    /* gint64: the wishes of the question that is open */
} FeedbackScreen;

static bool feedback_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    FeedbackScreen *self = (FeedbackScreen *)screen;
    self->whom = arg != NULL ? *(const FeedbackArg *)arg : (FeedbackArg){0};
    feedback_form_init(&self->rows, counter_today(screen));
    self->filled = values_of_form(self->rows.form);
    return true;
}

static void feedback_close(Screen *screen)
{
    FeedbackScreen *self = (FeedbackScreen *)screen;
    feedback_form_clear(&self->rows);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->held, event_free);
    g_clear_pointer(&self->offered, g_array_unref);
    record_free(self->stored);
}

/* What is wished for, when it is a wish that is not one of the list yet. A new string or NULL. */
static char *new_wish(const FeedbackScreen *self)
{
    bool is_wish = strcmp(feedback_form_kind(&self->rows), "wish") == 0;
    bool has_one = self->stored != NULL && self->stored->wish_id != 0;
    return is_wish && !has_one ? g_strstrip(g_strdup(form_get(self->rows.form, "words"))) : NULL;
}

static gpointer feedback_ask(Screen *screen)
{
    const FeedbackScreen *self = (const FeedbackScreen *)screen;
    FeedbackAsk *ask = g_new(FeedbackAsk, 1);
    *ask = (FeedbackAsk){self->whom.customer_id, self->whom.feedback_id, new_wish(self)};
    return ask;
}

static void fill(FeedbackScreen *self, const FeedbackModel *model)
{
    Form *form = self->rows.form;
    record_free(self->stored);
    self->stored = record_copy(model->feedback);
    g_autoptr(GHashTable) base = g_steal_pointer(&self->filled);
    g_autoptr(GHashTable) mine = values_of_form(form);
    g_autoptr(GHashTable) values = feedback_form_values(self->stored, model->article);
    values_to_form(values, form);
    self->filled = values_of_form(form);
    self->rows.is_chosen = self->rows.is_chosen || self->stored->head.id != 0;
    if (rejoin_is_due(&self->base)) {
        const RejoinSides sides = {&self->rows.form,    base, mine, self->filled,
                                   &self->stored->head, NULL};
        rejoin_join(&self->base, &sides);
    }
}

static void feedback_loaded(Screen *screen, gpointer old)
{
    (void)old;
    FeedbackScreen *self = (FeedbackScreen *)screen;
    if (self->stored == NULL || rejoin_is_due(screen)) {
        fill(self, screen->model);
    }
}

static bool feedback_unsaved(const Screen *screen)
{
    const FeedbackScreen *self = (const FeedbackScreen *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->rows.form);
    /* The kind follows from the words. */
    values_set(values, "kind", values_get(self->filled, "kind"));
    return self->stored != NULL && !values_equal(values, self->filled);
}

/* ---- drafts ---- */

static bool feedback_draft(const Screen *screen, Draft *draft)
{
    const FeedbackScreen *self = (const FeedbackScreen *)screen;
    const FeedbackModel *model = screen->model;
    draft->subject_id = self->stored != NULL ? self->stored->customer_id : self->whom.customer_id;
    draft->part_id = self->whom.feedback_id;
    if (model == NULL || !feedback_unsaved(screen)) {
        return false;
    }
    /* A guessed kind is guessed again. */
    g_autoptr(GHashTable) base = values_merge(self->filled, self->filled, self->filled);
    if (!self->rows.is_chosen) {
        values_set(base, "kind", form_get(self->rows.form, "kind"));
    }
    const char *words = form_get(self->rows.form, "words");
    draft->title = model->call != NULL
                       ? g_strdup_printf(_("Feedback of %s: %s"), model->call, words)
                       : g_strdup_printf(_("Feedback: %s"), words);
    form_draft_keep(draft, self->rows.form, base);
    return true;
}

static bool feedback_restore(Screen *screen, const Draft *draft)
{
    FeedbackScreen *self = (FeedbackScreen *)screen;
    Form *form = self->rows.form;
    g_autoptr(GHashTable) base = NULL;
    g_autoptr(GHashTable) mine = NULL;
    g_autoptr(GHashTable) both = form_draft_merge(draft, form, self->filled, &base, &mine);
    values_to_form(both, form);
    form_draft_focus(form, mine);
    values_tell_clashes(form, base, mine, self->filled);
    self->rows.is_chosen = self->rows.is_chosen || g_hash_table_contains(mine, "kind");
    feedback_form_guess(&self->rows);
    return form_draft_clashes(base, mine, self->filled);
}

static Screen *feedback_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const FeedbackArg arg = {draft->subject_id, draft->part_id};
    return screen_push(parent, &screen_feedback, &arg, returned);
}

/* ---- typing and drawing ---- */

static Outcome give_to_form(FeedbackScreen *self, const Event *event)
{
    Event own = *event;
    own.row -= self->form_row;
    own.col -= FORM_COL;
    g_autofree char *before = new_wish(self);
    Outcome outcome = feedback_form_input(&self->rows, &own, self->base.model);
    g_autofree char *after = new_wish(self);
    return g_strcmp0(before, after) != 0 ? outcome | OUTCOME_RELOAD : outcome;
}

static Outcome give_held(Screen *screen)
{
    FeedbackScreen *self = (FeedbackScreen *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL ? give_to_form(self, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome feedback_input(Screen *screen, const Event *event)
{
    FeedbackScreen *self = (FeedbackScreen *)screen;
    if (self->stored != NULL) {
        return give_to_form(self, event);
    }
    if (!form_is_typing(event) || self->held != NULL) {
        return OUTCOME_NONE;
    }
    self->held = event_copy(event);
    return app_after_load(screen, give_held);
}

/* "Mohnkuchen (3 times)". Free with g_free. */
static char *wish_line(const WishEntry *entry)
{
    unsigned long asked = (unsigned long)entry->asked;
    /* TRANSLATORS: a wish, and how often customers asked for it. */
    return g_strdup_printf(ngettext("%s (asked once)", "%s (asked %lu times)", asked),
                           entry->wish->words, asked);
}

/* Wishes like the one that is typed, at the foot. Returns how many rows are left above. */
static int draw_similar(const FeedbackModel *model, Canvas *canvas)
{
    int rows = (int)model->similar->len;
    if (rows == 0 || canvas->rows < SIMILAR_ROWS) {
        return canvas->rows;
    }
    int top = canvas->rows - rows - 1;
    Canvas hidden = canvas_private(canvas);
    canvas_text(canvas, top, 1, canvas->cols - 2, AREA_HEADING, _("ASKED FOR BEFORE"));
    for (int i = 0; i < rows; i++) {
        g_autofree char *line = wish_line(g_ptr_array_index(model->similar, i));
        canvas_text(&hidden, top + 1 + i, 1, canvas->cols - 2, AREA_TEXT, line);
    }
    return top - 1;
}

static void draw_title(const FeedbackScreen *self, Canvas *canvas)
{
    const FeedbackModel *model = self->base.model;
    bool is_theirs = self->whom.customer_id != 0 || (model != NULL && model->call != NULL);
    const char *call = model != NULL && model->call != NULL ? model->call : "…";
    g_autofree char *title = is_theirs ? g_strdup_printf(_("What %s says"), call)
                                       : g_strdup(_("Feedback without a name"));
    int cols = canvas->cols - 2;
    if (model != NULL && model->is_ambassador && canvas->cols >= AMBASSADOR_FROM) {
        Canvas hidden = canvas_private(canvas);
        cols -= AMBASSADOR_COLS;
        canvas_text_right(&hidden, 0, 1 + cols, AMBASSADOR_COLS, AREA_GOOD, _("brings others"));
    }
    canvas_text(canvas, 0, 1, cols, AREA_TITLE, title);
}

static void feedback_draw(Screen *screen, Canvas *canvas)
{
    FeedbackScreen *self = (FeedbackScreen *)screen;
    draw_title(self, canvas);
    int rows = screen->model != NULL ? draw_similar(screen->model, canvas) : canvas->rows;
    self->form_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    Canvas part = canvas_part(canvas, self->form_row, FORM_COL, rows - self->form_row,
                              MIN(canvas->cols - 2, FORM_COLS));
    form_draw(self->rows.form, &part);
}

/* ---- saving ---- */

static Outcome feedback_saved(Screen *screen, gpointer brief)
{
    g_autofree char *message =
        g_strdup_printf(_("Noted: %s. Ctrl-Z takes it back."), (const char *)brief);
    app_say_about(screen->app, AREA_MESSAGE, message, brief);
    return OUTCOME_CLOSE;
}

static bool feedback_not_saved(Screen *screen, const GError *error)
{
    return rejoin_refused(screen, ((const FeedbackScreen *)screen)->stored, error);
}

/* Stores what was typed as the wish WISH_ID (0: as a new one, if it is one). */
static Outcome save(FeedbackScreen *self, gint64 wish_id)
{
    Who who = counter_who(&self->base);
    g_autofree char *day = NULL;
    FeedbackOrder order = feedback_form_order(&self->rows, self->stored, &day);
    if (self->stored->head.id == 0) {
        order.branch_id = who.branch_id;
    }
    if (wish_id != 0) {
        order.wish_id = wish_id;
    }
    const AppJob job = {
        .run = feedback_save_run,
        .arg = feedback_save_new(self->stored, &order, &who),
        .arg_free = feedback_save_free,
        .result_free = g_free,
        .done = feedback_saved,
        .failed = feedback_not_saved,
    };
    return app_do(&self->base, &job);
}

static Outcome wish_chosen(Screen *screen, gpointer answer)
{
    FeedbackScreen *self = (FeedbackScreen *)screen;
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    guint chosen = *(const guint *)answer;
    return save(self,
                chosen < self->offered->len ? g_array_index(self->offered, gint64, chosen) : 0);
}

/* Which of the wishes like it is meant, or none of them. */
static Outcome ask_wish(FeedbackScreen *self, const GPtrArray *similar)
{
    g_autoptr(GPtrArray) options = g_ptr_array_new_with_free_func(g_free);
    g_clear_pointer(&self->offered, g_array_unref);
    self->offered = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < similar->len; i++) {
        const WishEntry *entry = g_ptr_array_index(similar, i);
        g_array_append_val(self->offered, entry->wish->head.id);
        g_ptr_array_add(options, wish_line(entry));
    }
    g_ptr_array_add(options, g_strdup(_("none of these: a new wish")));
    return dialog_choice_private(&self->base, _("Is it one of these wishes?"),
                                 (const char *const *)options->pdata, options->len, wish_chosen);
}

static bool is_empty(const Form *form, const char *name)
{
    const char *text = form_get(form, name);
    return text[strspn(text, " ")] == '\0';
}

/* False, with a sentence, when there is nothing to store yet. */
static bool says_something(FeedbackScreen *self)
{
    Form *form = self->rows.form;
    bool has_words = !is_empty(form, "words");
    if (strcmp(feedback_form_kind(&self->rows), "wish") == 0 && !has_words) {
        form_complain(form, "words", _("Type in a few words what is wished for."));
        return false;
    }
    if (has_words || !is_empty(form, "csat") || !is_empty(form, "nps") || !is_empty(form, "ces") ||
        form_chosen(form, "expectation") > 0) {
        return true;
    }
    form_complain(form, "csat", _("A number or a few words, please. Esc goes back."));
    return false;
}

static Outcome feedback_do_save(Screen *screen)
{
    FeedbackScreen *self = (FeedbackScreen *)screen;
    const FeedbackModel *model = screen->model;
    if (self->stored == NULL || !form_check(self->rows.form) || !says_something(self)) {
        return OUTCOME_REDRAW;
    }
    g_autofree char *wish = new_wish(self);
    bool asks = wish != NULL && g_strcmp0(wish, model->wish) == 0 && model->similar->len > 0;
    return asks ? ask_wish(self, model->similar) : save(self, 0);
}

static Outcome feedback_next(Screen *screen)
{
    return form_next(((FeedbackScreen *)screen)->rows.form);
}

static const Action actions[] = {
    {"save", "Enter|F4|Ctrl-S", N_("Save"), N_("Saves what was typed, in whichever field you are."),
     .run = feedback_do_save, .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = feedback_next},
    {0},
};

const ScreenClass screen_feedback = {
    .name = "feedback",
    .title = N_("Feedback"),
    .size = sizeof(FeedbackScreen),
    .actions = actions,
    .open = feedback_open,
    .ask = feedback_ask,
    .ask_free = feedback_ask_free,
    .load = feedback_load,
    .model_free = feedback_model_free,
    .loaded = feedback_loaded,
    .load_failed = rejoin_load_failed,
    .input = feedback_input,
    .draw = feedback_draw,
    .unsaved = feedback_unsaved,
    .draft = feedback_draft,
    .restore = feedback_restore,
    .resume = feedback_resume,
    .close = feedback_close,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a kind of note: its name, and for the owner's own where its notes stand and what
 * they may tell. */
#include "tui/screens/kind.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/kindwords.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"
#include "tui/text.h"

#include <string.h>

enum {
    FORM_COL = 1,
    FORM_COLS = 76,
    TALL_ROWS = 12,
    MOST_CHARS = 60,
    HELP_ROWS = 3,
    FORM_SPARE_ROWS = 2
};

typedef struct {
    Screen base;
    FactKind *kind; /* as it was stored when the form was filled; without an id: a new one */
    Form *form;
    int form_row; /* where it was drawn */
    const char **places, **sensitivities;
    GHashTable *filled; /* what the form was filled with */
} Kind;

static bool is_own(const Kind *self)
{
    return self->kind->head.id == 0 || fact_kind_is_own(self->kind);
}

/* What is stored, as the form shows it. */
static GHashTable *values_of_kind(const FactKind *kind)
{
    GHashTable *values = values_new();
    values_set(values, "label", kind->code != NULL ? fact_kind_label(kind) : "");
    values_set_choice(values, "place", kind_place(kind));
    values_set_choice(values, "sensitivity", kind_sensitivity(kind));
    return values;
}

static void fill(Kind *self)
{
    g_autoptr(GHashTable) values = values_of_kind(self->kind);
    values_to_form(values, self->form);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    self->filled = values_of_form(self->form);
}

static bool kind_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Kind *self = (Kind *)screen;
    self->kind = arg != NULL ? record_copy(arg) : record_new(&fact_kind_type);
    self->places = values_labels(NULL, kind_places);
    self->sensitivities = values_labels(NULL, kind_sensitivities);
    const FormField fields[] = {
        {.name = "label", .label = N_("Name"), .kind = FORM_TEXT, .max_chars = MOST_CHARS},
        {.name = "place", .label = N_("Stands"), .kind = FORM_CHOICE, .choices = self->places},
        {.name = "sensitivity",
         .label = N_("Tells of"),
         .kind = FORM_CHOICE,
         .choices = self->sensitivities},
    };
    self->form = form_new(fields, is_own(self) ? G_N_ELEMENTS(fields) : 1, NULL);
    fill(self);
    return true;
}

static void kind_close(Screen *screen)
{
    Kind *self = (Kind *)screen;
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    record_free(self->kind);
    g_free(self->places);
    g_free(self->sensitivities);
}

static gpointer kind_ask(Screen *screen)
{
    return g_memdup2(&((const Kind *)screen)->kind->head.id, sizeof(gint64));
}

/* A record without an id for a new kind. */
static gpointer kind_load(Shop *shop, gconstpointer ask, GError **error)
{
    gint64 id = *(const gint64 *)ask;
    return id != 0 ? record_load(shop->db, &fact_kind_type, id, error)
                   : record_new(&fact_kind_type);
}

static void kind_loaded(Screen *screen, gpointer old)
{
    (void)old;
    Kind *self = (Kind *)screen;
    if (!rejoin_is_due(screen)) {
        return;
    }
    g_autoptr(GHashTable) base = g_steal_pointer(&self->filled);
    g_autoptr(GHashTable) mine = values_of_form(self->form);
    record_free(self->kind);
    self->kind = record_copy(screen->model);
    fill(self);
    const RejoinSides sides = {&self->form, base, mine, self->filled, &self->kind->head, NULL};
    rejoin_join(screen, &sides);
}

static bool kind_unsaved(const Screen *screen)
{
    const Kind *self = (const Kind *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->form);
    return !values_equal(values, self->filled);
}

static Outcome kind_input(Screen *screen, const Event *event)
{
    Kind *self = (Kind *)screen;
    return form_input_at(self->form, event, self->form_row, FORM_COL);
}

/* What is good to know below the form. A new string. */
static char *help_of(const Kind *self)
{
    if (!is_own(self)) {
        return g_strdup_printf(
            _("This kind comes with the program, which calls it “%s”. With an empty name it is "
              "called so again."),
            fact_kind_word(self->kind));
    }
    return g_strdup(_("Begin a note with this name, or press Tab while you type it, and it is of "
                      "this kind."));
}

static void kind_draw(Screen *screen, Canvas *canvas)
{
    Kind *self = (Kind *)screen;
    bool tall = canvas->rows >= TALL_ROWS;
    int cols = MIN(canvas->cols - 2, FORM_COLS);
    canvas_text(canvas, 0, FORM_COL, canvas->cols - 2, AREA_TITLE,
                self->kind->head.id == 0 ? _("A new kind of note") : fact_kind_label(self->kind));
    self->form_row = tall ? 2 : 1;
    int below = self->form_row + (int)form_count(self->form) + FORM_SPARE_ROWS;
    g_autofree char *help = help_of(self);
    g_auto(GStrv) lines = text_wrap(help, MAX(cols, 1));
    int help_rows = MIN((int)g_strv_length(lines), HELP_ROWS);
    int help_row = MIN(canvas->rows - help_rows, below);
    Canvas part = canvas_part(canvas, self->form_row, FORM_COL, help_row - self->form_row, cols);
    form_draw(self->form, &part);
    canvas_wrapped(canvas, help_row, FORM_COL, cols, help_rows, AREA_DIM, help);
}

/* ---- saving ---- */

typedef struct {
    FactKind *kind;
    Who who;
} Save;

static void save_free(gpointer data)
{
    Save *save = data;
    record_free(save->kind);
    g_free(save);
}

static gpointer save_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Save *save = arg;
    bool is_new = save->kind->head.id == 0;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &save->who,
                   is_new ? N_("adding a kind of note") : N_("changing a kind of note"), error);
    if (deed == NULL) {
        return NULL;
    }
    /* A copy, so that trying again begins with what was given. */
    FactKind *kind = record_copy(save->kind);
    bool ok = (is_new ? fact_kind_add : fact_kind_change)(deed, kind, error) &&
              deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&kind->head.id, sizeof(gint64)) : NULL;
    record_free(kind);
    return id;
}

static Outcome saved(Screen *screen, gpointer id)
{
    app_say(screen->app, AREA_GOOD, _("Saved. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(id, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static bool not_saved(Screen *screen, const GError *error)
{
    Kind *self = (Kind *)screen;
    if (g_error_matches(error, FAULT, FAULT_TAKEN) ||
        g_error_matches(error, FAULT, FAULT_REFUSED)) {
        form_complain(self->form, "label", error->message);
        return true;
    }
    return rejoin_refused(screen, self->kind, error);
}

/* What is to be stored. */
static FactKind *typed_kind(const Kind *self)
{
    FactKind *kind = record_copy(self->kind);
    g_autofree char *label = utf8_storable(form_get(self->form, "label"), -1, true, NULL);
    const char *word = self->kind->head.id != 0 ? fact_kind_word(self->kind) : NULL;
    record_set_text(&kind->label, g_strcmp0(label, word) == 0 ? NULL : label);
    if (is_own(self)) {
        kind_set_place(kind, form_chosen(self->form, "place"));
        kind_set_sensitivity(kind, form_chosen(self->form, "sensitivity"));
    }
    return kind;
}

static Outcome kind_save(Screen *screen)
{
    Kind *self = (Kind *)screen;
    if (!form_check(self->form)) {
        return OUTCOME_REDRAW;
    }
    Save *save = g_new0(Save, 1);
    save->kind = typed_kind(self);
    save->who = counter_who(screen);
    const AppJob job = {
        .run = save_run,
        .arg = save,
        .arg_free = save_free,
        .result_free = g_free,
        .done = saved,
        .failed = not_saved,
    };
    return app_do(screen, &job);
}

static Outcome kind_next(Screen *screen)
{
    return form_next(((Kind *)screen)->form);
}

static const Action actions[] = {
    {"save", "F4|Ctrl-S|Enter", N_("Save"),
     N_("Saves the form; in the last field Enter does it, too."), .run = kind_save,
     .when = counter_may_write},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = kind_next},
    {0},
};

const ScreenClass screen_kind = {
    .name = "kind",
    .title = N_("Kind of note"),
    .size = sizeof(Kind),
    .actions = actions,
    .open = kind_open,
    .ask = kind_ask,
    .ask_free = g_free,
    .load = kind_load,
    .model_free = record_free,
    .loaded = kind_loaded,
    .load_failed = rejoin_load_failed,
    .input = kind_input,
    .draw = kind_draw,
    .unsaved = kind_unsaved,
    .close = kind_close,
};

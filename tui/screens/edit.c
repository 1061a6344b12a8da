/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a new customer and for changing one. What stands in it is compared with what it
 * was filled with, so that nothing typed is lost unasked; after a conflict both are laid
 * together. */
#include "tui/screens/edit.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/editform.h"
#include "tui/screens/editlines.h"
#include "tui/screens/editnear.h"
#include "tui/screens/editsheet.h"
#include "tui/screens/edittyped.h"
#include "tui/screens/editwork.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"

enum {
    FORM_COL = 1,
    FORM_COLS = 76, /* wider forms are hard to read along */
    NEAR_COL = FORM_COLS + 4,
    BESIDE_COLS = NEAR_COL + 24, /* from here on duplicates stand beside the form, else below */
    TALL_ROWS = 14               /* from here on there is air below the title */
};

typedef struct {
    Screen base;
    gint64 customer_id; /* 0: a new one */
    EditForm form;
    int form_row;       /* where it was drawn */
    GHashTable *filled; /* what the form was filled with */
    Sheet *stored;      /* NULL until it has been loaded */
    bool want_stored;   /* the next load brings it (again) */
    char *call;
    char *field; /* that is to listen once the form is filled; NULL: as it is */
    Event *held; /* typed before the form was filled; the app holds what came after it */
} Edit;

static const EditModel *model_of(const Edit *edit)
{
    return edit->base.model;
}

static bool edit_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    const EditArg *wanted = arg;
    Edit *edit = (Edit *)screen;
    edit->customer_id = wanted != NULL ? wanted->customer_id : 0;
    edit->want_stored = edit->customer_id != 0;
    edit->field = g_strdup(wanted != NULL ? wanted->field : NULL);
    edit_form_init(&edit->form, counter_today(screen));
    edit->filled = values_new();
    if (edit->customer_id == 0) {
        edit->stored = sheet_new();
        edit_typed(edit->filled, wanted != NULL ? wanted->typed : NULL);
        edit_form_fill(&edit->form, edit->filled);
    }
    g_hash_table_unref(edit->filled);
    edit->filled = values_of_form(edit->form.form);
    return true;
}

static void edit_close(Screen *screen)
{
    Edit *edit = (Edit *)screen;
    edit_form_clear(&edit->form);
    g_clear_pointer(&edit->filled, g_hash_table_unref);
    g_clear_pointer(&edit->stored, sheet_free);
    g_clear_pointer(&edit->held, event_free);
    g_free(edit->call);
    g_free(edit->field);
}

static gpointer edit_ask(Screen *screen)
{
    Edit *edit = (Edit *)screen;
    EditAsk *ask = g_new0(EditAsk, 1);
    ask->customer_id = edit->customer_id;
    ask->want_stored = edit->want_stored || rejoin_is_due(screen);
    ask->today = edit->form.today;
    ask->values = values_of_form(edit->form.form);
    ask->suggest = form_suggest_ask(edit->form.form);
    return ask;
}

static void put(Screen *screen, GHashTable *values)
{
    Edit *edit = (Edit *)screen;
    edit_form_fill(&edit->form, values);
    edit_form_grow(&edit->form);
}

/* After somebody else has saved what was stored as in BEFORE. BASE is what both began with. */
static void rejoin(Edit *edit, const Sheet *before, GHashTable *base, GHashTable *mine)
{
    edit_lines_align(before, edit->stored, base, mine);
    const RejoinSides sides = {
        &edit->form.form, base, mine, edit->filled, edit_lines_changed(before, edit->stored), put};
    rejoin_join(&edit->base, &sides);
}

static void take_stored(Edit *edit, EditModel *model)
{
    edit->want_stored = false;
    g_autoptr(Sheet) before = g_steal_pointer(&edit->stored);
    edit->stored = g_steal_pointer(&model->stored);
    g_free(edit->call);
    edit->call = g_strdup(model->call);
    g_autoptr(GHashTable) base = g_steal_pointer(&edit->filled);
    g_autoptr(GHashTable) mine = values_of_form(edit->form.form);
    g_autoptr(GHashTable) values = edit_sheet_values(edit->stored);
    edit_form_fill(&edit->form, values);
    edit->filled = values_of_form(edit->form.form);
    if (rejoin_is_due(&edit->base)) {
        rejoin(edit, before, base, mine);
    }
}

/* Once: what was asked for when the form was opened. */
static void focus_wanted(Edit *edit)
{
    if (edit->field != NULL && form_find(edit->form.form, edit->field) >= 0) {
        form_set_focus(edit->form.form, edit->field);
    }
    g_clear_pointer(&edit->field, g_free);
}

/* Who may look after the customer is known with the first load. */
static void add_clerks(Edit *edit, EditModel *model)
{
    if (model->clerks != NULL) {
        edit_form_add_clerks(&edit->form, g_steal_pointer(&model->clerks));
        if (form_find(edit->form.form, "clerk") >= 0 &&
            !g_hash_table_contains(edit->filled, "clerk")) {
            values_set_choice(edit->filled, "clerk", 0);
        }
    }
}

static void edit_loaded(Screen *screen, gpointer old)
{
    (void)old;
    Edit *edit = (Edit *)screen;
    EditModel *model = screen->model;
    add_clerks(edit, model);
    if ((edit->want_stored || rejoin_is_due(screen)) && model->stored != NULL) {
        take_stored(edit, model);
        focus_wanted(edit);
    }
    form_suggest_show(edit->form.form, &model->suggestion);
    if (model->next_number != NULL) {
        edit_form_hint_number(&edit->form, model->next_number);
    }
}

static bool edit_unsaved(const Screen *screen)
{
    const Edit *edit = (const Edit *)screen;
    g_autoptr(GHashTable) values = values_of_form(edit->form.form);
    return edit->stored != NULL && !values_equal(values, edit->filled);
}

/* ---- drafts ---- */

/* What home shows of it. */
static char *draft_title(const Edit *edit)
{
    if (edit->customer_id != 0) {
        g_autofree char *call = customer_call(edit->stored->customer, NAME_SPOKEN);
        return g_strdup_printf(_("%s changed"), call);
    }
    const Form *form = edit->form.form;
    const char *given = form_get(form, "given_name"), *family = form_get(form, "family_name");
    g_autofree char *both = g_strdup_printf("%s %s", given, family);
    const char *name = *g_strstrip(both) != '\0' ? both : form_get(form, "description");
    return *name != '\0' ? g_strdup_printf(_("New customer: %s"), name)
                         : g_strdup(_("New customer"));
}

static bool edit_draft(const Screen *screen, Draft *draft)
{
    const Edit *edit = (const Edit *)screen;
    draft->subject_id = edit->customer_id;
    if (!edit_unsaved(screen)) {
        return false;
    }
    draft->title = draft_title(edit);
    form_draft_keep(draft, edit->form.form, edit->customer_id != 0 ? edit->filled : NULL);
    return true;
}

static bool edit_restore(Screen *screen, const Draft *draft)
{
    Edit *edit = (Edit *)screen;
    g_autoptr(GHashTable) base = NULL;
    g_autoptr(GHashTable) mine = NULL;
    g_autoptr(GHashTable) both =
        form_draft_merge(draft, edit->form.form, edit->filled, &base, &mine);
    edit_form_fill(&edit->form, both);
    edit_form_grow(&edit->form);
    form_draft_focus(edit->form.form, mine);
    values_tell_clashes(edit->form.form, base, mine, edit->filled);
    return form_draft_clashes(base, mine, edit->filled);
}

static Screen *edit_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const EditArg arg = {.customer_id = draft->subject_id};
    return screen_push(parent, &screen_edit, &arg, returned);
}

/* ---- typing and drawing ---- */

static Outcome give_to_form(Edit *edit, const Event *event)
{
    unsigned before = form_changes(edit->form.form);
    g_autofree char *focus = g_strdup(form_focus(edit->form.form));
    Outcome outcome = form_input_at(edit->form.form, event, edit->form_row, FORM_COL);
    bool changed = form_changes(edit->form.form) != before;
    bool asks = form_suggest_is_due(edit->form.form, before, focus) ||
                (changed && edit_form_tells_who(focus));
    if (changed) {
        edit_form_grow(&edit->form);
    }
    return asks ? outcome | OUTCOME_RELOAD : outcome;
}

static Outcome give_held(Screen *screen)
{
    Edit *edit = (Edit *)screen;
    g_autoptr(Event) event = g_steal_pointer(&edit->held);
    return event != NULL ? give_to_form(edit, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome edit_input(Screen *screen, const Event *event)
{
    Edit *edit = (Edit *)screen;
    if (edit->stored == NULL) {
        if (!form_is_typing(event) || edit->held != NULL) {
            return OUTCOME_NONE;
        }
        edit->held = event_copy(event);
        return app_after_load(screen, give_held);
    }
    return give_to_form(edit, event);
}

static void edit_draw(Screen *screen, Canvas *canvas)
{
    Edit *edit = (Edit *)screen;
    const EditModel *model = model_of(edit);
    g_autofree char *title =
        edit->customer_id == 0
            ? g_strdup(_("New customer"))
            : g_strdup_printf(_("Change %s"), edit->call != NULL ? edit->call : "…");
    canvas_text(canvas, 0, 1, canvas->cols - 2, AREA_TITLE, title);
    edit->form_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    const GPtrArray *near = model != NULL ? model->near : NULL;
    bool beside = canvas->cols >= BESIDE_COLS;
    int rows = canvas->rows - edit->form_row;
    int below = beside ? 0 : edit_near_rows(near, rows);
    Canvas part = canvas_part(canvas, edit->form_row, FORM_COL, rows - below,
                              MIN(canvas->cols - 2, FORM_COLS));
    form_draw(edit->form.form, &part);
    Canvas others =
        beside ? canvas_part(canvas, edit->form_row, NEAR_COL, G_MAXINT, G_MAXINT)
               : canvas_part(canvas, canvas->rows - below, FORM_COL, below, canvas->cols - 2);
    if (beside) {
        edit_near_draw(&others, near);
    } else {
        edit_near_draw_below(&others, near);
    }
}

/* ---- saving ---- */

static Outcome edit_saved(Screen *screen, gpointer result)
{
    const Edit *edit = (const Edit *)screen;
    const EditSaved *saved = result;
    const char *message = !saved->changed ? _("Nothing was changed.")
                          : edit->customer_id == 0
                              ? _("The customer is added. Ctrl-Z takes it back.")
                              : _("Saved. Ctrl-Z takes it back.");
    app_say(screen->app, saved->changed ? AREA_GOOD : AREA_MESSAGE, message);
    screen_result(screen, g_memdup2(&saved->customer_id, sizeof saved->customer_id), g_free);
    return OUTCOME_CLOSE;
}

/* What the person can mend in the form is shown there; the rest is the app's. */
static bool edit_not_saved(Screen *screen, const GError *error)
{
    Edit *edit = (Edit *)screen;
    if (g_error_matches(error, FAULT, FAULT_TAKEN)) {
        form_complain(edit->form.form, "number", _("This number is another customer's."));
    } else if (g_error_matches(error, FAULT, FAULT_REFUSED)) {
        form_set_focus(edit->form.form, "given_name");
        app_say(screen->app, AREA_WARNING, error->message);
    } else {
        return rejoin_refused(screen, edit->stored->customer, error);
    }
    return true;
}

static Outcome edit_save(Screen *screen)
{
    Edit *edit = (Edit *)screen;
    if (edit->stored == NULL) {
        return OUTCOME_HANDLED;
    }
    if (!form_check(edit->form.form)) {
        return OUTCOME_REDRAW;
    }
    /* What nobody touched is stored as it was, also where a field cannot show it (several
     * lines). */
    g_autoptr(GHashTable) typed = edit_form_values(&edit->form);
    g_autoptr(GHashTable) stored = edit_sheet_values(edit->stored);
    g_autoptr(GHashTable) shown =
        edit->customer_id != 0 ? g_hash_table_ref(edit->filled) : values_new();
    if (values_same(shown, typed, "clerk") && edit->customer_id != 0) {
        g_hash_table_remove(typed, "clerk_id");
    }
    g_autoptr(GHashTable) values = values_merge(shown, typed, stored);
    Who who = counter_who(screen);
    const AppJob job = {
        .run = edit_save_run,
        .arg = edit_save_new(edit->stored, values, &who, edit->form.today),
        .arg_free = edit_save_free,
        .result_free = g_free,
        .done = edit_saved,
        .failed = edit_not_saved,
    };
    return app_do(screen, &job);
}

/* ---- taking a likely duplicate instead ---- */

static Outcome take_near(Edit *edit, guint index)
{
    const EditModel *model = model_of(edit);
    if (model == NULL || index >= edit_near_count(model->near)) {
        return OUTCOME_HANDLED;
    }
    gint64 id = edit_near_id(model->near, index);
    screen_result(&edit->base, g_memdup2(&id, sizeof id), g_free);
    return OUTCOME_CLOSE;
}

static Outcome near_chosen(Screen *screen, gpointer chosen)
{
    return chosen != NULL ? take_near((Edit *)screen, *(const guint *)chosen) : OUTCOME_HANDLED;
}

static Outcome near_confirmed(Screen *screen, gpointer yes)
{
    return yes != NULL ? take_near((Edit *)screen, 0) : OUTCOME_HANDLED;
}

static Outcome edit_take_near(Screen *screen)
{
    Edit *edit = (Edit *)screen;
    const EditModel *model = model_of(edit);
    guint count = edit_near_count(model->near);
    if (count > 1) {
        g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
        for (guint i = 0; i < count; i++) {
            g_ptr_array_add(labels, edit_near_label(model->near, i));
        }
        return dialog_choice_private(screen, _("Open which card? What is typed here is not kept."),
                                     (const char *const *)labels->pdata, count, near_chosen);
    }
    if (count == 0 || !edit_unsaved(screen)) {
        return take_near(edit, 0);
    }
    g_autofree char *label = edit_near_label(model->near, 0);
    g_autofree char *question = g_strdup_printf(
        _("Open the card of %s instead? What you typed here is not kept then."), label);
    return dialog_confirm(screen, question, _("Open that card"), _("Go on typing"), near_confirmed);
}

static bool has_near(const Screen *screen)
{
    const Edit *edit = (const Edit *)screen;
    const EditModel *model = model_of(edit);
    return edit->customer_id == 0 && model != NULL && edit_near_count(model->near) > 0;
}

static Outcome edit_next(Screen *screen)
{
    return form_next(((Edit *)screen)->form.form);
}

static const Action actions[] = {
    {"save", "F4|Ctrl-S|Enter", N_("Save"),
     N_("Saves the form; in the last field Enter does it, too."), .run = edit_save,
     .needs_model = true},
    {"near", "F3|Alt-o", N_("Open that card"),
     N_("Opens the card already here instead of adding them again."), .run = edit_take_near,
     .when = has_near, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = edit_next},
    {0},
};

const ScreenClass screen_edit = {
    .name = "edit",
    .title = N_("Customer form"),
    .size = sizeof(Edit),
    .actions = actions,
    .open = edit_open,
    .ask = edit_ask,
    .ask_free = edit_ask_free,
    .load = edit_load,
    .model_free = edit_model_free,
    .loaded = edit_loaded,
    .load_failed = rejoin_load_failed,
    .input = edit_input,
    .draw = edit_draw,
    .unsaved = edit_unsaved,
    .draft = edit_draft,
    .restore = edit_restore,
    .resume = edit_resume,
    .close = edit_close,
};

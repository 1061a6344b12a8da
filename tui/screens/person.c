/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a person who belongs to a customer. */
#include "tui/screens/person.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/relation.h"
#include "tui/counter.h"
#include "tui/screens/dayfield.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/personwork.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"
#include "tui/widgets/form.h"

#include <string.h>

enum { FORM_COL = 1, FORM_COLS = 76, TALL_ROWS = 14 };

/* What the rows' functions read. */
typedef struct {
    Day today; /* first: see dayfield.h */
    const PersonModel *model;
} Context;

typedef struct {
    Screen base;
    PersonArg whom;
    Form *form;
    int form_row; /* where it was drawn */
    Context context;
    const char **kinds;
    PersonStored *stored; /* NULL until it has been loaded */
    GHashTable *filled;   /* what the form was filled with */
    bool want_stored;
    Event *held; /* typed before the form was filled */
} Person;

/* What stands beside the field; NULL as long as it is being looked up. */
static const char *link_verdict(const PersonModel *model, const char *typed)
{
    g_autofree char *link = g_strstrip(g_strdup(typed));
    if (*link == '\0' || model == NULL || strcmp(link, model->link) != 0) {
        return NULL;
    }
    return model->link_id != 0     ? model->link_call
           : model->link_count > 1 ? _("several match: type the number")
                                   : _("no such customer");
}

static char *link_reading(const char *typed, gconstpointer context)
{
    return g_strdup(link_verdict(((const Context *)context)->model, typed));
}

static bool link_check(const char *typed, gconstpointer context, GError **error)
{
    const PersonModel *model = ((const Context *)context)->model;
    const char *verdict = link_verdict(model, typed);
    if (verdict == NULL || model->link_id != 0) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        model->link_count > 1 ? _("Several customers match: type the number.")
                                              : _("No customer matches. Leave it empty."));
    return false;
}

static const FormField upper_fields[] = {
    {.name = "name", .label = N_("Name"), .kind = FORM_TEXT},
    {.name = "link",
     .label = N_("Customer too?"),
     .kind = FORM_DATE,
     .hint = N_("number or name"),
     .reading = link_reading,
     .check = link_check},
};

static const FormField note_field = {
    .name = "note", .label = N_("Note"), .kind = FORM_TEXT, .joins = true};

static bool person_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Person *person = (Person *)screen;
    person->whom = arg != NULL ? *(const PersonArg *)arg : (PersonArg){0};
    person->context.today = counter_today(screen);
    person->kinds = values_labels(NULL, relation_kinds);
    const FormField kind = {
        .name = "kind", .label = N_("Who"), .kind = FORM_CHOICE, .choices = person->kinds};
    person->form = form_new(&kind, 1, &person->context);
    form_append(person->form, upper_fields, G_N_ELEMENTS(upper_fields));
    form_append(person->form, &day_field_birthday, 1);
    form_append(person->form, &day_field_name_day, 1);
    form_append(person->form, &day_field_wedding, 1);
    form_append(person->form, &day_field_own, 1);
    form_append(person->form, &day_field_own_label, 1);
    form_append(person->form, &note_field, 1);
    form_set_focus(person->form, "kind");
    person->filled = values_of_form(person->form);
    person->want_stored = true;
    return true;
}

static void person_close(Screen *screen)
{
    Person *person = (Person *)screen;
    g_clear_pointer(&person->form, form_free);
    g_clear_pointer(&person->kinds, g_free);
    g_clear_pointer(&person->stored, person_stored_free);
    g_clear_pointer(&person->filled, g_hash_table_unref);
    g_clear_pointer(&person->held, event_free);
}

static gpointer person_ask(Screen *screen)
{
    const Person *person = (const Person *)screen;
    PersonAsk *ask = g_new0(PersonAsk, 1);
    ask->customer_id = person->whom.customer_id;
    ask->relation_id = person->whom.relation_id;
    ask->want_stored = person->want_stored || rejoin_is_due(screen);
    ask->link = g_strstrip(g_strdup(form_get(person->form, "link")));
    ask->vocabulary = counter_vocabulary(screen);
    ask->suggest = form_suggest_ask(person->form);
    return ask;
}

static void take_stored(Person *person, PersonModel *model)
{
    person->want_stored = false;
    PersonStored *before = g_steal_pointer(&person->stored);
    person->stored = g_steal_pointer(&model->stored);
    g_autoptr(GHashTable) base = g_steal_pointer(&person->filled);
    g_autoptr(GHashTable) mine = values_of_form(person->form);
    g_autoptr(GHashTable) values = person_stored_values(person->stored);
    values_to_form(values, person->form);
    person->filled = values_of_form(person->form);
    if (rejoin_is_due(&person->base)) {
        const RejoinSides sides = {&person->form,
                                   base,
                                   mine,
                                   person->filled,
                                   person_stored_changed(before, person->stored),
                                   NULL};
        rejoin_join(&person->base, &sides);
    }
    person_stored_free(before);
}

static void person_loaded(Screen *screen, gpointer old)
{
    (void)old;
    Person *person = (Person *)screen;
    PersonModel *model = screen->model;
    person->context.model = model;
    if ((person->want_stored || rejoin_is_due(screen)) && model->stored != NULL) {
        take_stored(person, model);
    }
    form_suggest_show(person->form, &model->suggestion);
}

/* Whether the model knows of what is typed now. */
static bool is_looked_up(const Person *person)
{
    g_autofree char *link = g_strstrip(g_strdup(form_get(person->form, "link")));
    return strcmp(link, person->context.model->link) == 0;
}

static bool person_unsaved(const Screen *screen)
{
    const Person *person = (const Person *)screen;
    g_autoptr(GHashTable) values = values_of_form(person->form);
    return person->stored != NULL && !values_equal(values, person->filled);
}

static bool person_draft(const Screen *screen, Draft *draft)
{
    const Person *person = (const Person *)screen;
    const PersonModel *model = screen->model;
    draft->subject_id = person->whom.customer_id;
    draft->part_id = person->whom.relation_id;
    if (model == NULL || !person_unsaved(screen)) {
        return false;
    }
    const char *name = form_get(person->form, "name");
    draft->title =
        *name != '\0'
            ? g_strdup_printf(_("Somebody who belongs to %s: %s"), model->customer_call, name)
            : g_strdup_printf(_("Somebody who belongs to %s"), model->customer_call);
    form_draft_keep(draft, person->form, person->filled);
    return true;
}

static bool person_restore(Screen *screen, const Draft *draft)
{
    Person *person = (Person *)screen;
    return form_draft_restore(draft, person->form, person->filled);
}

static Screen *person_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const PersonArg arg = {.customer_id = draft->subject_id, .relation_id = draft->part_id};
    return screen_push(parent, &screen_person, &arg, returned);
}

static Outcome give_to_form(Person *person, const Event *event)
{
    unsigned before = form_changes(person->form);
    g_autofree char *focus = g_strdup(form_focus(person->form));
    bool is_link = strcmp(focus, "link") == 0;
    Outcome outcome = form_input_at(person->form, event, person->form_row, FORM_COL);
    bool asks = form_suggest_is_due(person->form, before, focus) ||
                (is_link && form_changes(person->form) != before);
    return asks ? outcome | OUTCOME_RELOAD : outcome;
}

static Outcome give_held(Screen *screen)
{
    Person *person = (Person *)screen;
    g_autoptr(Event) event = g_steal_pointer(&person->held);
    return event != NULL ? give_to_form(person, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome person_input(Screen *screen, const Event *event)
{
    Person *person = (Person *)screen;
    if (person->stored != NULL) {
        return give_to_form(person, event);
    }
    if (!form_is_typing(event) || person->held != NULL) {
        return OUTCOME_NONE;
    }
    person->held = event_copy(event);
    return app_after_load(screen, give_held);
}

static void person_draw(Screen *screen, Canvas *canvas)
{
    Person *person = (Person *)screen;
    const PersonModel *model = screen->model;
    const char *whose = model != NULL ? model->customer_call : "…";
    g_autofree char *title = g_strdup_printf(_("Somebody who belongs to %s"), whose);
    canvas_text(canvas, 0, 1, canvas->cols - 2, AREA_TITLE, title);
    person->form_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    Canvas part =
        canvas_part(canvas, person->form_row, FORM_COL, G_MAXINT, MIN(canvas->cols - 2, FORM_COLS));
    form_draw(person->form, &part);
}

/* ---- saving ---- */

static Outcome person_saved(Screen *screen, gpointer result)
{
    app_say(screen->app, AREA_GOOD, _("Saved. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(result, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static bool person_not_saved(Screen *screen, const GError *error)
{
    const Person *person = (const Person *)screen;
    return rejoin_refused(screen, person_stored_record(person->stored), error);
}

/* A customer's name need not be typed again. False, with a complaint, when there is no name at
 * all. */
static bool see_to_name(Person *person, GHashTable *values)
{
    g_autofree char *name = g_strstrip(g_strdup(values_get(values, "name")));
    if (*name != '\0') {
        return true;
    }
    if (person->context.model->link_name == NULL) {
        form_complain(person->form, "name", _("Please type a name."));
        return false;
    }
    values_set(values, "name", person->context.model->link_name);
    return true;
}

static Outcome person_save(Screen *screen)
{
    Person *person = (Person *)screen;
    if (person->stored == NULL) {
        return OUTCOME_HANDLED;
    }
    if (!is_looked_up(person)) {
        if (!screen_is_loading(screen)) {
            app_reload(screen);
        }
        return app_after_load(screen, person_save);
    }
    g_autoptr(GHashTable) typed = values_of_form(person->form);
    g_autoptr(GHashTable) stored = person_stored_values(person->stored);
    g_autoptr(GHashTable) values = values_merge(person->filled, typed, stored);
    if (!form_check(person->form) || !see_to_name(person, values)) {
        return OUTCOME_REDRAW;
    }
    Who who = counter_who(screen);
    gint64 link_id = person->context.model->link_id;
    const AppJob job = {
        .run = person_save_run,
        .arg = person_save_new(person->stored, values, link_id, &who, person->context.today),
        .arg_free = person_save_free,
        .result_free = g_free,
        .done = person_saved,
        .failed = person_not_saved,
    };
    return app_do(screen, &job);
}

static Outcome person_next(Screen *screen)
{
    return form_next(((Person *)screen)->form);
}

static const Action actions[] = {
    {"save", "F4|Ctrl-S|Enter", N_("Save"),
     N_("Saves the form; in the last field Enter does it, too."), .run = person_save,
     .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = person_next},
    {0},
};

const ScreenClass screen_person = {
    .name = "person",
    .title = N_("Related person"),
    .size = sizeof(Person),
    .actions = actions,
    .open = person_open,
    .ask = person_ask,
    .ask_free = person_ask_free,
    .load = person_load,
    .model_free = person_model_free,
    .loaded = person_loaded,
    .load_failed = rejoin_load_failed,
    .input = person_input,
    .draw = person_draw,
    .unsaved = person_unsaved,
    .draft = person_draft,
    .restore = person_restore,
    .resume = person_resume,
    .close = person_close,
};

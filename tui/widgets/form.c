/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a form: values, focus, checks, keys. Drawing is in form_draw.c. */
#include "tui/widgets/form.h"

#include "data/base/i18n.h"
#include "tui/widgets/form_private.h"

#include <string.h>

static void entry_free(gpointer data)
{
    FormEntry *entry = data;
    line_edit_free(entry->line);
    g_free(entry->original);
    g_free(entry->message);
    g_free(entry);
}

Form *form_new(const FormField *fields, unsigned count, gconstpointer context)
{
    Form *form = g_new0(Form, 1);
    form->entries = g_ptr_array_new_with_free_func(entry_free);
    form->context = context;
    form_append(form, fields, count);
    form->focus = 0;
    return form;
}

void form_free(Form *form)
{
    if (form) {
        g_ptr_array_unref(form->entries);
        completion_clear(&form->completion);
        g_free(form);
    }
}

FormEntry *form_entry(const Form *form, unsigned index)
{
    return g_ptr_array_index(form->entries, index);
}

void form_insert(Form *form, unsigned index, const FormField *field)
{
    FormEntry *entry = g_new0(FormEntry, 1);
    entry->field = *field;
    entry->line = line_edit_new(field->max_chars);
    entry->original = g_strdup("");
    g_ptr_array_insert(form->entries, (gint)MIN(index, form->entries->len), entry);
    if (index <= form->focus && form->entries->len > 1) {
        form->focus++;
    }
}

void form_append(Form *form, const FormField *fields, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        form_insert(form, form_count(form), &fields[i]);
    }
}

unsigned form_count(const Form *form)
{
    return form->entries->len;
}

const FormField *form_field(const Form *form, unsigned index)
{
    return &form_entry(form, index)->field;
}

int form_find(const Form *form, const char *name)
{
    for (guint i = 0; i < form->entries->len; i++) {
        if (strcmp(form_entry(form, i)->field.name, name) == 0) {
            return (int)i;
        }
    }
    return -1;
}

/* The row called NAME, which is a mistake in the program if it does not exist. */
static FormEntry *entry_of(const Form *form, const char *name)
{
    int index = form_find(form, name);
    g_return_val_if_fail(index >= 0, NULL);
    return form_entry(form, (unsigned)index);
}

void form_set_choices(Form *form, const char *name, const char *const *choices)
{
    FormEntry *entry = entry_of(form, name);
    if (entry) {
        entry->field.choices = choices;
    }
}

const char *form_get(const Form *form, const char *name)
{
    FormEntry *entry = entry_of(form, name);
    if (!entry) {
        return "";
    }
    if (entry->field.kind == FORM_CHOICE) {
        g_snprintf(entry->chosen_text, sizeof entry->chosen_text, "%u", entry->chosen);
        return entry->chosen_text;
    }
    return line_edit_text(entry->line);
}

void form_set(Form *form, const char *name, const char *text)
{
    FormEntry *entry = entry_of(form, name);
    if (entry) {
        line_edit_set(entry->line, text);
        g_free(entry->original);
        entry->original = g_strdup(line_edit_text(entry->line));
        g_clear_pointer(&entry->message, g_free);
        form->changes++;
    }
}

unsigned form_chosen(const Form *form, const char *name)
{
    const FormEntry *entry = entry_of(form, name);
    return entry ? entry->chosen : 0;
}

void form_choose(Form *form, const char *name, unsigned choice)
{
    FormEntry *entry = entry_of(form, name);
    if (entry) {
        entry->chosen = entry->original_choice = choice;
        form->changes++;
    }
}

bool form_is_changed(const Form *form)
{
    for (guint i = 0; i < form->entries->len; i++) {
        const FormEntry *entry = form_entry(form, i);
        if (entry->chosen != entry->original_choice ||
            strcmp(line_edit_text(entry->line), entry->original) != 0) {
            return true;
        }
    }
    return false;
}

unsigned form_changes(const Form *form)
{
    return form->changes;
}

const char *form_focus(const Form *form)
{
    return form->entries->len > 0 ? form_entry(form, form->focus)->field.name : "";
}

void form_set_focus(Form *form, const char *name)
{
    int index = form_find(form, name);
    if (index >= 0) {
        form->focus = (unsigned)index;
    }
}

void form_select(Form *form, const char *name)
{
    FormEntry *entry = entry_of(form, name);
    if (entry) {
        line_edit_select_all(entry->line);
    }
}

bool form_is_selected(const Form *form, const char *name)
{
    const FormEntry *entry = entry_of(form, name);
    return entry && line_edit_is_selected(entry->line);
}

void form_type(Form *form, const char *name, const char *text)
{
    FormEntry *entry = entry_of(form, name);
    if (entry) {
        line_edit_replace(entry->line, text);
        g_clear_pointer(&entry->message, g_free);
        form->changes++;
    }
}

SuggestWhat form_suggests(const Form *form)
{
    return form->entries->len > 0 ? form_entry(form, form->focus)->field.suggest : SUGGEST_NOTHING;
}

/* The field that is completed listens. */
static bool is_completed(const Form *form)
{
    return form->completed && strcmp(form->completed, form_focus(form)) == 0;
}

void form_suggest(Form *form, const char *name, const char *asked, const char *text)
{
    const FormEntry *entry = entry_of(form, name);
    if (entry) {
        completion_set(&form->completion, asked, text);
        form->completed = entry->field.name;
    }
}

void form_complain(Form *form, const char *name, const char *message)
{
    FormEntry *entry = entry_of(form, name);
    if (entry) {
        g_free(entry->message);
        entry->message = g_strdup(message);
        if (message) {
            form_set_focus(form, name);
        }
    }
}

/* Asks the row's check; its message stands under the field afterwards. */
static bool check_entry(const Form *form, FormEntry *entry)
{
    g_autoptr(GError) error = NULL;
    g_clear_pointer(&entry->message, g_free);
    if (!entry->field.check ||
        entry->field.check(line_edit_text(entry->line), form->context, &error)) {
        return true;
    }
    entry->message = g_strdup(error ? error->message : _("This cannot be saved like that."));
    return false;
}

bool form_check(Form *form)
{
    int first_bad = -1;
    for (guint i = 0; i < form->entries->len; i++) {
        if (!check_entry(form, form_entry(form, i)) && first_bad < 0) {
            first_bad = (int)i;
        }
    }
    if (first_bad >= 0) {
        form->focus = (unsigned)first_bad;
    }
    return first_bad < 0;
}

/* Leaves the field for the one at INDEX. An empty field is not blamed for being left. */
static Outcome go_to(Form *form, unsigned index)
{
    FormEntry *entry = form_entry(form, form->focus);
    if (!line_edit_is_empty(entry->line)) {
        check_entry(form, entry);
    }
    form->focus = index;
    line_edit_set_cursor(form_entry(form, index)->line, G_MAXSIZE);
    return OUTCOME_REDRAW;
}

static unsigned count_choices(const FormField *field)
{
    unsigned count = 0;
    while (field->choices && field->choices[count]) {
        count++;
    }
    return count;
}

/* The next choice after the present one whose label begins with the letter KEY; the present one
 * if there is none. */
static unsigned find_choice(const FormEntry *entry, unsigned count, Key key)
{
    for (unsigned step = 1; step <= count; step++) {
        unsigned index = (entry->chosen + step) % count;
        gunichar first = g_utf8_get_char(_(entry->field.choices[index]));
        if (g_unichar_tolower(first) == g_unichar_tolower(key)) {
            return index;
        }
    }
    return entry->chosen;
}

static Outcome press_in_choice(FormEntry *entry, Key key)
{
    unsigned count = count_choices(&entry->field);
    if (count == 0) {
        return OUTCOME_NONE;
    }
    if (key == K_RIGHT || key == ' ') {
        entry->chosen = (entry->chosen + 1) % count;
    } else if (key == K_LEFT) {
        entry->chosen = (entry->chosen + count - 1) % count;
    } else if (key_is_text(key)) {
        entry->chosen = find_choice(entry, count, key);
    } else {
        return OUTCOME_NONE;
    }
    return OUTCOME_REDRAW;
}

static Outcome type_in_field(Form *form, const Event *event)
{
    FormEntry *entry = form_entry(form, form->focus);
    unsigned before = line_edit_changes(entry->line);
    unsigned chosen = entry->chosen;
    Outcome outcome;
    if (entry->field.kind == FORM_CHOICE) {
        outcome = event->kind == EVENT_KEY ? press_in_choice(entry, event->key) : OUTCOME_NONE;
    } else if (event->kind == EVENT_KEY && event->key == K_CTRL + 'z') {
        outcome = line_edit_undo(entry->line) ? OUTCOME_REDRAW : OUTCOME_NONE;
    } else if (event->kind == EVENT_KEY && event->key == K_CTRL + 'y') {
        outcome = line_edit_redo(entry->line) ? OUTCOME_REDRAW : OUTCOME_NONE;
    } else if (is_completed(form) && completion_take(&form->completion, entry->line, event)) {
        outcome = OUTCOME_REDRAW;
    } else {
        outcome = line_edit_input(entry->line, event);
    }
    if (line_edit_changes(entry->line) != before || entry->chosen != chosen) {
        form->changes++;
        g_clear_pointer(&entry->message, g_free);
    }
    return outcome;
}

static Outcome click(Form *form, const Event *event)
{
    for (guint i = 0; i < form->entries->len; i++) {
        const FormEntry *entry = form_entry(form, i);
        if (entry->row >= 0 && event->row >= entry->row && event->row < entry->row + entry->rows) {
            return go_to(form, i);
        }
    }
    return OUTCOME_NONE;
}

bool form_is_typing(const Event *event)
{
    return event->kind == EVENT_PASTE ||
           (event->kind == EVENT_KEY &&
            (key_is_text(event->key) || event->key == K_TAB || event->key == K_BACKSPACE));
}

Outcome form_input(Form *form, const Event *event)
{
    unsigned count = form->entries->len;
    if (count == 0) {
        return OUTCOME_NONE;
    }
    if (event->kind == EVENT_CLICK) {
        return click(form, event);
    }
    if (event->kind == EVENT_KEY) {
        switch (event->key) {
        case K_ENTER:
            return form->focus + 1 < count ? go_to(form, form->focus + 1) : OUTCOME_NONE;
        case K_TAB:
        case K_DOWN:
            return go_to(form, (form->focus + 1) % count);
        case K_SHIFT + K_TAB:
        case K_UP:
            return go_to(form, (form->focus + count - 1) % count);
        default:
            break;
        }
    }
    return type_in_field(form, event);
}

Outcome form_input_at(Form *form, const Event *event, int row, int col)
{
    Event own = *event;
    own.row -= row;
    own.col -= col;
    return form_input(form, &own);
}

Outcome form_next(Form *form)
{
    const Event tab = {.kind = EVENT_KEY, .key = K_TAB};
    return form_input(form, &tab);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the customer form. */
#include "tui/screens/editform.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/screens/dayfield.h"
#include "tui/screens/editwork.h"
#include "tui/screens/values.h"

#include <string.h>

static const char *const address_forms[] = {N_("not known"), N_("Sie (formal)"),
                                            N_("du (informal)"), NULL};

static bool check_email(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    g_autofree char *email = g_strstrip(g_strdup(typed));
    const char *at = strchr(email, '@');
    if (*email == '\0' ||
        (at != NULL && at > email && at[1] != '\0' && strpbrk(email, " ,;") == NULL)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED, _("Not an e-mail address."));
    return false;
}

static const FormField phone_field = {.name = "phone0", .label = N_("Phone"), .kind = FORM_TEXT};
static const FormField email_field = {
    .name = "email0", .label = N_("E-mail"), .kind = FORM_TEXT, .check = check_email};

/* What is asked most stands first; only a name or a description is needed. */
static const FormField upper_fields[] = {
    {.name = "given_name", .label = N_("First name"), .kind = FORM_TEXT},
    {.name = "family_name", .label = N_("Last name"), .kind = FORM_TEXT},
    {.name = "description",
     .label = N_("Description"),
     .kind = FORM_TEXT,
     .hint = N_("if you do not know the name")},
};

static const FormField middle_fields[] = {
    {.name = "birthday",
     .label = N_("Birthday"),
     .kind = FORM_DATE,
     .hint = N_("3.5. or May 1956"),
     .reading = day_field_reading,
     .check = day_field_check_past},
    {.name = "address_form",
     .label = N_("Sie or du"),
     .kind = FORM_CHOICE,
     .choices = address_forms},
    {.name = "salutation", .label = N_("Salutation"), .kind = FORM_TEXT},
    {.name = "title", .label = N_("Title"), .kind = FORM_TEXT},
    {.name = "company", .label = N_("Company"), .kind = FORM_TEXT},
};

static const FormField lower_fields[] = {
    {.name = "street", .label = N_("Street"), .kind = FORM_TEXT},
    {.name = "postcode", .label = N_("Postcode"), .kind = FORM_TEXT},
    {.name = "place", .label = N_("Place"), .kind = FORM_TEXT},
    {.name = "name_day",
     .label = N_("Name day"),
     .kind = FORM_DATE,
     .hint = N_("3.5."),
     .reading = day_field_reading,
     .check = day_field_check},
    {.name = "wedding",
     .label = N_("Wedding day"),
     .kind = FORM_DATE,
     .hint = N_("3.5.1998"),
     .reading = day_field_reading,
     .check = day_field_check},
    {.name = "since",
     .label = N_("Customer since"),
     .kind = FORM_DATE,
     .hint = N_("2014"),
     .reading = day_field_reading,
     .check = day_field_check_past},
};

static void append(EditForm *form, const FormField *fields, guint count)
{
    for (guint i = 0; i < count; i++) {
        form_insert(form->form, form_count(form->form), &fields[i]);
    }
}

void edit_form_init(EditForm *form, Day today)
{
    form->today = today;
    form->names = g_ptr_array_new_with_free_func(g_free);
    form->form = form_new(upper_fields, G_N_ELEMENTS(upper_fields), form);
    append(form, &phone_field, 1);
    append(form, &email_field, 1);
    append(form, middle_fields, G_N_ELEMENTS(middle_fields));
    form->channels = edit_channel_labels();
    const FormField channel = {.name = "preferred_channel",
                               .label = N_("Reach by"),
                               .kind = FORM_CHOICE,
                               .choices = form->channels};
    append(form, &channel, 1);
    append(form, lower_fields, G_N_ELEMENTS(lower_fields));
    edit_form_hint_number(form, NULL);
    const FormField number = {
        .name = "number", .label = N_("Number"), .kind = FORM_DATE, .hint = form->number_hint};
    append(form, &number, 1);
    form->phones = form->emails = 1;
    form_set_focus(form->form, upper_fields[0].name);
}

void edit_form_clear(EditForm *form)
{
    g_clear_pointer(&form->form, form_free);
    g_clear_pointer(&form->channels, g_free);
    g_clear_pointer(&form->names, g_ptr_array_unref);
}

void edit_form_hint_number(EditForm *form, const char *number)
{
    g_autofree char *hint = number != NULL ? g_strdup_printf(_("empty: %s"), number)
                                           : g_strdup(_("empty: the next free one"));
    g_strlcpy(form->number_hint, hint, sizeof form->number_hint);
}

/* Puts a line named KIND and COUNT, the number of those that are there, below them. */
static void add_line(EditForm *form, const char *kind, const FormField *like, guint *count)
{
    g_autofree char *last = g_strdup_printf("%s%u", kind, *count - 1);
    char *name = g_strdup_printf("%s%u", kind, (*count)++);
    g_ptr_array_add(form->names, name);
    FormField field = *like;
    field.name = name;
    form_insert(form->form, (unsigned)form_find(form->form, last) + 1, &field);
}

static void grow(EditForm *form, const char *kind, const FormField *like, guint *count)
{
    g_autofree char *last = g_strdup_printf("%s%u", kind, *count - 1);
    if (*form_get(form->form, last) != '\0') {
        add_line(form, kind, like, count);
    }
}

void edit_form_grow(EditForm *form)
{
    grow(form, "phone", &phone_field, &form->phones);
    grow(form, "email", &email_field, &form->emails);
}

static void show_fields(EditForm *form, GHashTable *values, const FormField *fields, guint count)
{
    for (guint i = 0; i < count; i++) {
        if (fields[i].kind == FORM_CHOICE) {
            form_choose(form->form, fields[i].name, values_get_choice(values, fields[i].name));
        } else {
            form_set(form->form, fields[i].name, values_get(values, fields[i].name));
        }
    }
}

static void show_lines(EditForm *form, GHashTable *values, const char *kind, const FormField *like,
                       guint *count)
{
    while (*values_get_at(values, kind, *count - 1) != '\0') {
        add_line(form, kind, like, count);
    }
    for (guint i = 0; i < *count; i++) {
        g_autofree char *name = g_strdup_printf("%s%u", kind, i);
        form_set(form->form, name, values_get(values, name));
    }
}

/* A new card with both names goes on with the phone. */
static void skip_names(EditForm *form, GHashTable *values)
{
    if (strcmp(form_focus(form->form), upper_fields[0].name) == 0 &&
        *values_get(values, "given_name") != '\0' && *values_get(values, "family_name") != '\0' &&
        *values_get(values, "number") == '\0') {
        form_set_focus(form->form, phone_field.name);
    }
}

void edit_form_fill(EditForm *form, GHashTable *values)
{
    g_autofree char *focus = g_strdup(form_focus(form->form));
    show_fields(form, values, upper_fields, G_N_ELEMENTS(upper_fields));
    show_fields(form, values, middle_fields, G_N_ELEMENTS(middle_fields));
    show_fields(form, values, lower_fields, G_N_ELEMENTS(lower_fields));
    form_choose(form->form, "preferred_channel", values_get_choice(values, "preferred_channel"));
    form_set(form->form, "number", values_get(values, "number"));
    show_lines(form, values, "phone", &phone_field, &form->phones);
    show_lines(form, values, "email", &email_field, &form->emails);
    form_set_focus(form->form, focus);
    if (!form->is_filled) {
        skip_names(form, values);
    }
    form->is_filled = true;
}

static void take_fields(const EditForm *form, GHashTable *values, const FormField *fields,
                        guint count)
{
    for (guint i = 0; i < count; i++) {
        values_set(values, fields[i].name, form_get(form->form, fields[i].name));
    }
}

static void take_lines(const EditForm *form, GHashTable *values, const char *kind, guint count)
{
    for (guint i = 0; i < count; i++) {
        g_autofree char *name = g_strdup_printf("%s%u", kind, i);
        values_set(values, name, form_get(form->form, name));
    }
}

GHashTable *edit_form_values(const EditForm *form)
{
    GHashTable *values = values_new();
    take_fields(form, values, upper_fields, G_N_ELEMENTS(upper_fields));
    take_fields(form, values, middle_fields, G_N_ELEMENTS(middle_fields));
    take_fields(form, values, lower_fields, G_N_ELEMENTS(lower_fields));
    take_lines(form, values, "phone", form->phones);
    take_lines(form, values, "email", form->emails);
    values_set(values, "preferred_channel", form_get(form->form, "preferred_channel"));
    values_set(values, "number", form_get(form->form, "number"));
    return values;
}

bool edit_form_tells_who(const char *name)
{
    return strcmp(name, "given_name") == 0 || strcmp(name, "family_name") == 0 ||
           g_str_has_prefix(name, "phone") || g_str_has_prefix(name, "email");
}

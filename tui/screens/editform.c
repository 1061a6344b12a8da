/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the customer form. */
#include "tui/screens/editform.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "tui/screens/dayfield.h"
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
     .joins = true,
     .hint = N_("if you do not know the name")},
};

static const FormField middle_fields[] = {
    {.name = "address_form",
     .label = N_("Sie or du"),
     .kind = FORM_CHOICE,
     .choices = address_forms},
    {.name = "salutation",
     .label = N_("Salutation"),
     .kind = FORM_TEXT,
     .suggest = SUGGEST_SALUTATION},
    {.name = "title", .label = N_("Title"), .kind = FORM_TEXT, .suggest = SUGGEST_TITLE},
    {.name = "company", .label = N_("Company"), .kind = FORM_TEXT, .suggest = SUGGEST_COMPANY},
};

static const FormField lower_fields[] = {
    {.name = "street", .label = N_("Street"), .kind = FORM_TEXT, .suggest = SUGGEST_STREET},
    {.name = "postcode", .label = N_("Postcode"), .kind = FORM_TEXT, .suggest = SUGGEST_POSTCODE},
    {.name = "place", .label = N_("Place"), .kind = FORM_TEXT, .suggest = SUGGEST_PLACE},
};

static const FormField since_field = {.name = "since",
                                      .label = N_("Customer since"),
                                      .kind = FORM_DATE,
                                      .hint = N_("2014"),
                                      .reading = day_field_reading,
                                      .check = day_field_check_past};

/* How much care they get is the owner's to say. */
static void append_care(EditForm *form)
{
    form->classes = values_labels(N_("not told"), customer_classes);
    form->closenesses = values_labels(N_("not told"), customer_closenesses);
    const FormField rows[] = {
        {.name = "class", .label = N_("Class"), .kind = FORM_CHOICE, .choices = form->classes},
        {.name = "closeness",
         .label = N_("Closeness"),
         .kind = FORM_CHOICE,
         .choices = form->closenesses},
    };
    form_append(form->form, rows, G_N_ELEMENTS(rows));
}

void edit_form_add_clerks(EditForm *form, GPtrArray *clerks)
{
    if (form->clerk.clerks != NULL) {
        clerk_field_renew(&form->clerk, clerks, form->form, "clerk");
    }
    if (form->clerk.clerks != NULL || clerks->len == 0) {
        g_ptr_array_unref(clerks);
        return;
    }
    clerk_field_init(&form->clerk, clerks, N_("whoever is there"));
    const FormField row = {.name = "clerk",
                           .label = N_("Looked after by"),
                           .kind = FORM_CHOICE,
                           .choices = form->clerk.labels};
    form_insert(form->form, (unsigned)form_find(form->form, "closeness") + 1, &row);
}

GHashTable *edit_form_values(const EditForm *form)
{
    GHashTable *values = values_of_form(form->form);
    if (form->clerk.clerks != NULL) {
        gint64 id = clerk_field_id(&form->clerk, form_chosen(form->form, "clerk"));
        g_autofree char *text = g_strdup_printf("%" G_GINT64_FORMAT, id);
        values_set(values, "clerk_id", text);
    }
    return values;
}

void edit_form_init(EditForm *form, Day today)
{
    form->today = today;
    form->names = g_ptr_array_new_with_free_func(g_free);
    form->form = form_new(upper_fields, G_N_ELEMENTS(upper_fields), form);
    form_append(form->form, &phone_field, 1);
    form_append(form->form, &email_field, 1);
    form_append(form->form, &day_field_birthday, 1);
    form_append(form->form, middle_fields, G_N_ELEMENTS(middle_fields));
    form->channels = values_labels(N_("not known"), customer_channels);
    const FormField channel = {.name = "preferred_channel",
                               .label = N_("Reach by"),
                               .kind = FORM_CHOICE,
                               .choices = form->channels};
    form_append(form->form, &channel, 1);
    form_append(form->form, lower_fields, G_N_ELEMENTS(lower_fields));
    form_append(form->form, &day_field_name_day, 1);
    form_append(form->form, &day_field_wedding, 1);
    form_append(form->form, &day_field_own, 1);
    form_append(form->form, &day_field_own_label, 1);
    form_append(form->form, &since_field, 1);
    append_care(form);
    edit_form_hint_number(form, NULL);
    const FormField number = {
        .name = "number", .label = N_("Number"), .kind = FORM_DATE, .hint = form->number_hint};
    form_append(form->form, &number, 1);
    form->phones = form->emails = 1;
    form_set_focus(form->form, upper_fields[0].name);
}

void edit_form_clear(EditForm *form)
{
    g_clear_pointer(&form->form, form_free);
    g_clear_pointer(&form->channels, g_free);
    g_clear_pointer(&form->classes, g_free);
    g_clear_pointer(&form->closenesses, g_free);
    clerk_field_clear(&form->clerk);
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

/* Adds lines until there is one more than VALUES has. */
static void grow_to(EditForm *form, GHashTable *values, const char *kind, const FormField *like,
                    guint *count)
{
    while (*values_get_at(values, kind, *count - 1) != '\0') {
        add_line(form, kind, like, count);
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
    grow_to(form, values, "phone", &phone_field, &form->phones);
    grow_to(form, values, "email", &email_field, &form->emails);
    if (g_hash_table_contains(values, "clerk_id")) {
        gint64 id = g_ascii_strtoll(values_get(values, "clerk_id"), NULL, 10);
        values_set_choice(values, "clerk", clerk_field_choice(&form->clerk, id));
    }
    values_to_form(values, form->form);
    form_set_focus(form->form, focus);
    if (!form->is_filled) {
        skip_names(form, values);
    }
    form->is_filled = true;
}

bool edit_form_tells_who(const char *name)
{
    return strcmp(name, "given_name") == 0 || strcmp(name, "family_name") == 0 ||
           g_str_has_prefix(name, "phone") || g_str_has_prefix(name, "email");
}

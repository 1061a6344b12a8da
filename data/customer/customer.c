/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customers: their table, their names and their numbers. */
#include "data/customer/customer.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/setting.h"

#include <stddef.h>
#include <string.h>

static const char find_number[] = "SELECT id FROM customer WHERE number = $1";
static const char any_customer[] =
    "SELECT id FROM customer WHERE NOT " CUSTOMER_IS_ERASED("customer") " LIMIT 1";
static const char count_customers[] = "SELECT COUNT(*) - " CUSTOMERS_ERASED " FROM customer";

static const Field fields[] = {
    {"number", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Customer, number),
     N_("Number")},
    {"salutation", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, salutation), N_("Salutation")},
    {"title", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, title), N_("Title")},
    {"given_name", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, given_name), N_("First name")},
    {"family_name", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, family_name), N_("Last name")},
    {"company", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, company), N_("Company")},
    {"description", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, description), N_("Description")},
    {"address_form", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, address_form),
     N_("Formal or informal")},
    {"language", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, language), N_("Language")},
    {"preferred_channel", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, preferred_channel),
     N_("Reach by")},
    {"since", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, since), N_("Customer since")},
    {"visits_before", FIELD_INT, FIELD_PERSONAL, offsetof(Customer, visits_before),
     N_("Visits so far")},
    {"last_visit_before", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, last_visit_before),
     N_("Last visit")},
    {"class", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, class), N_("Class")},
    {"closeness", FIELD_TEXT, FIELD_PERSONAL, offsetof(Customer, closeness), N_("Closeness")},
    {"clerk_id", FIELD_REF, FIELD_PLAIN, offsetof(Customer, clerk_id), N_("Looked after by")},
};

static char *call(gconstpointer record)
{
    return customer_call(record, NAME_SPOKEN);
}

const RecordType customer_type = {
    .table = "customer",
    .label = N_("customer"),
    .size = sizeof(Customer),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .cares = true,
    .call = call,
};

const Choice customer_channels[] = {
    {"phone", N_("Phone")}, {"email", N_("E-mail")},          {"sms", N_("SMS")},
    {"post", N_("Post")},   {"social", N_("Social network")}, {"counter", N_("At the counter")},
    {NULL, NULL},
};

const Choice customer_classes[] = {
    {"A", N_("A: much care")},
    {"B", N_("B: usual care")},
    {"C", N_("C: little care")},
    {NULL, NULL},
};

const Choice customer_closenesses[] = {
    {"close", N_("close")},
    {"known", N_("known")},
    {"distant", N_("distant")},
    {NULL, NULL},
};

bool customer_is_erased(const Customer *customer)
{
    return customer->number != NULL && customer->number[0] == ' ';
}

static bool has(const char *text)
{
    return text != NULL && *text != '\0';
}

/* The parts that are there, with one blank between them. */
static char *join(const char *first, const char *second, const char *third)
{
    GString *text = g_string_new(NULL);
    const char *parts[] = {first, second, third};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (has(parts[i])) {
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", parts[i]);
        }
    }
    return g_string_free(text, FALSE);
}

static bool is_person(const Customer *customer)
{
    return has(customer->given_name) || has(customer->family_name);
}

bool customer_has_name(const Customer *customer)
{
    return is_person(customer) || has(customer->company);
}

char *customer_name(const Customer *customer, NameOrder order)
{
    if (!is_person(customer)) {
        return has(customer->company) ? g_strdup(customer->company) : NULL;
    }
    if (order == NAME_SPOKEN || !has(customer->family_name)) {
        return join(customer->title, customer->given_name, customer->family_name);
    }
    g_autofree char *rest = join(customer->title, customer->given_name, NULL);
    return has(rest) ? g_strdup_printf("%s, %s", customer->family_name, rest)
                     : g_strdup(customer->family_name);
}

char *customer_call(const Customer *customer, NameOrder order)
{
    char *name = customer_name(customer, order);
    if (name != NULL) {
        return name;
    }
    if (has(customer->description)) {
        /* TRANSLATORS: the description of a customer without a name, in quotes. */
        return g_strdup_printf(_("“%s”"), customer->description);
    }
    return g_strdup_printf(_("Customer no. %s"), customer->number);
}

bool customer_call_of(Db *db, gint64 customer_id, NameOrder order, char **call, GError **error)
{
    GError *fault = NULL;
    Customer *customer = record_load(db, &customer_type, customer_id, &fault);
    *call = customer != NULL ? customer_call(customer, order) : NULL;
    record_free(customer);
    if (g_error_matches(fault, FAULT, FAULT_MISSING)) {
        g_clear_error(&fault);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

bool customer_find_number(Db *db, const char *number, gint64 *id, GError **error)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(number));
    *id = 0;
    return db_get_int(db, find_number, DB_VALUES(db_text(trimmed)), id, NULL, error);
}

/* The value of an all-digit number that leaves room to count on; -1 for anything else. */
static gint64 number_value(const char *number)
{
    size_t length = strlen(number);
    if (length == 0 || length > 12 || strspn(number, "0123456789") != length) {
        return -1;
    }
    return g_ascii_strtoll(number, NULL, 10);
}

char *customer_next_number(Db *db, GError **error)
{
    gint64 next = 0;
    if (!setting_get_int(db, SETTING_NEXT_NUMBER, 1, &next, error)) {
        return NULL;
    }
    for (;; next++) {
        g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, next);
        gint64 id = 0;
        if (!customer_find_number(db, number, &id, error)) {
            return NULL;
        }
        if (id == 0) {
            return g_steal_pointer(&number);
        }
    }
}

bool customer_saw_number(Db *db, const char *number, GError **error)
{
    gint64 value = number_value(number), next = 0;
    if (!setting_get_int(db, SETTING_NEXT_NUMBER, 1, &next, error)) {
        return false;
    }
    return value < next || setting_set_int(db, SETTING_NEXT_NUMBER, value + 1, error);
}

bool customer_is_any(Db *db, bool *any, GError **error)
{
    gint64 id = 0;
    return db_get_int(db, any_customer, DB_NO_VALUES, &id, any, error);
}

bool customer_count(Db *db, gint64 *count, GError **error)
{
    return db_get_int(db, count_customers, DB_NO_VALUES, count, NULL, error);
}

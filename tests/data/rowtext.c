/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record of a list became, as one line of text. */
#include "tests/data/rowtext.h"

#include <string.h>

GPtrArray *row_cells(const char *line)
{
    GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) parts = g_strsplit(line, "|", -1);
    for (char **part = parts; *part; part++) {
        g_ptr_array_add(cells, g_strdup(*part));
    }
    return cells;
}

ListRow *row_from(const char *header, const char *line)
{
    g_autoptr(GPtrArray) headers = row_cells(header);
    g_autoptr(GPtrArray) cells = row_cells(line);
    g_autoptr(Mapping) mapping = mapping_guess(headers);
    return list_row_read(mapping, cells, 7, row_today, "49");
}

static void add(GString *to, const char *name, const char *value)
{
    if (value) {
        g_string_append_printf(to, "%s%s=%s", to->len > 0 ? "; " : "", name, value);
    }
}

static void add_day(GString *to, const char *name, Day day)
{
    g_autofree char *text = day_to_text(day);
    add(to, name, *text ? text : NULL);
}

static void add_contacts(GString *to, const char *name, const GPtrArray *contacts)
{
    for (guint i = 0; i < contacts->len; i++) {
        const ListContact *contact = g_ptr_array_index(contacts, i);
        g_autofree char *text = contact->label
                                    ? g_strdup_printf("%s (%s)", contact->value, contact->label)
                                    : g_strdup(contact->value);
        add(to, name, text);
    }
}

static void add_addresses(GString *to, const GPtrArray *addresses)
{
    for (guint i = 0; i < addresses->len; i++) {
        const ListAddress *address = g_ptr_array_index(addresses, i);
        g_autofree char *text = g_strdup_printf(
            "%s,%s,%s,%s,%s,%s", address->label ? address->label : "",
            address->street ? address->street : "", address->postcode ? address->postcode : "",
            address->place ? address->place : "", address->region ? address->region : "",
            address->country ? address->country : "");
        add(to, "address", text);
    }
}

static void add_people(GString *to, const ListRow *row)
{
    for (guint i = 0; i < row->people->len; i++) {
        const ListPerson *person = g_ptr_array_index(row->people, i);
        add(to, person->kind, person->name);
        add(to, "is", person->note);
        add_day(to, "born", person->birthday);
    }
    for (guint i = 0; i < row->occasions->len; i++) {
        const ListOccasion *occasion = g_ptr_array_index(row->occasions, i);
        g_autofree char *name =
            g_strdup_printf("day of %s", occasion->label ? occasion->label : occasion->kind);
        add_day(to, name, occasion->day);
    }
}

static void add_words(GString *to, const ListRow *row)
{
    for (guint i = 0; i < row->facts->len; i++) {
        const ListFact *fact = g_ptr_array_index(row->facts, i);
        add(to, fact->kind, fact->words);
    }
    for (guint i = 0; i < row->warnings->len; i++) {
        const ListWarning *warning = g_ptr_array_index(row->warnings, i);
        g_autofree char *text = g_strdup_printf("%s:%s", warning->field, warning->value);
        add(to, "warning", text);
        assert_int_equal(warning->line, 7);
        assert_true(g_str_has_suffix(warning->reason, "."));
    }
}

static const char *answer_text(ListAnswer answer)
{
    return answer == LIST_ANSWER_YES ? "yes" : answer == LIST_ANSWER_NO ? "no" : NULL;
}

char *row_text(const ListRow *row)
{
    if (row->state == LIST_ROW_EMPTY) {
        return g_strdup("empty");
    }
    GString *text = g_string_new(row->state == LIST_ROW_REFUSED ? "refused" : "");
    add(text, "nr", row->number);
    add(text, "salutation", row->salutation);
    add(text, "title", row->title);
    add(text, "given", row->given_name);
    add(text, "family", row->family_name);
    add(text, "company", row->company);
    add(text, "description", row->description);
    add(text, "form", row->address_form);
    add(text, "language", row->language);
    add(text, "class", row->class);
    add(text, "closeness", row->closeness);
    add(text, "channel", row->channel);
    add_day(text, "birthday", row->birthday);
    add_day(text, "since", row->since);
    add_day(text, "last visit", row->last_visit);
    if (row->visits >= 0) {
        g_string_append_printf(text, "; visits=%d", row->visits);
    }
    add(text, "news", answer_text(row->news_email));
    add(text, "sms", answer_text(row->news_sms));
    add_contacts(text, "phone", row->phones);
    add_contacts(text, "email", row->emails);
    add_contacts(text, "web", row->websites);
    add_addresses(text, row->addresses);
    add_people(text, row);
    add_words(text, row);
    return g_string_free(text, FALSE);
}

void assert_row(const char *header, const char *line, const char *expected)
{
    g_autoptr(ListRow) row = row_from(header, line);
    g_autofree char *text = row_text(row);
    assert_string_equal(text, expected);
    assert_true((row->state == LIST_ROW_REFUSED) == (row->reason != NULL));
}

void assert_row_cells(const char *header, const RowCase *cases, gsize count)
{
    g_autofree char *headers = g_strdup_printf("Kundennummer|%s", header);
    for (gsize i = 0; i < count; i++) {
        g_autofree char *line = g_strdup_printf("1|%s", cases[i].cell);
        g_autofree char *expected =
            g_strdup_printf("nr=1%s%s", *cases[i].expected ? "; " : "", cases[i].expected);
        assert_row(headers, line, expected);
    }
}

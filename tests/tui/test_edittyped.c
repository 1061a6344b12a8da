/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the words from the box go when a new customer is made from them. */
#include "tui/screens/edittyped.h"
#include "tui/screens/values.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static int compare(gconstpointer left, gconstpointer right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The fields as "name=text name=text", in the order of the names. */
static char *told(GHashTable *values)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    GHashTableIter iter;
    gpointer name, text;
    g_hash_table_iter_init(&iter, values);
    while (g_hash_table_iter_next(&iter, &name, &text)) {
        g_ptr_array_add(parts, g_strdup_printf("%s=%s", (char *)name, (char *)text));
    }
    g_ptr_array_sort(parts, compare);
    g_ptr_array_add(parts, NULL);
    return g_strjoinv("|", (char **)parts->pdata);
}

static void typed__goes_where_it_fits(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *fields;
    } cases[] = {
        {NULL, ""},
        {"   ", ""},
        {"hilde@wagner.example", "email0=hilde@wagner.example"},
        {"0171 2345678", "phone0=0171 2345678"},
        {"+49 171 2345678", "phone0=+49 171 2345678"},
        {"84220", "phone0=84220"},
        {"017112345678", "phone0=017112345678"},
        {"1042", "number=1042"},
        {"4006381333931", "number=4006381333931"},
        {"Hilde Wagner", "family_name=Wagner|given_name=Hilde"},
        {"  Hilde   Wagner ", "family_name=Wagner|given_name=Hilde"},
        {"Wagner, Hilde", "family_name=Wagner|given_name=Hilde"},
        {"wagner, hilde", "family_name=Wagner|given_name=Hilde"},
        {"von der Heide, Anna", "family_name=von der Heide|given_name=Anna"},
        {"blaue Jacke, Anna", "description=blaue Jacke, Anna"},
        {"Anna Maria Ott", "family_name=Ott|given_name=Anna Maria"},
        {"Hilde von Buchholz", "family_name=von Buchholz|given_name=Hilde"},
        {"Frau Müller", "family_name=Müller|salutation=Frau"},
        {"Herr Dr. Karl Ott", "family_name=Ott|given_name=Karl|salutation=Herr|title=Dr."},
        {"Dr. Ott", "family_name=Ott|title=Dr."},
        {"Frau", "family_name=Frau"},
        {"müller", "family_name=Müller"},
        {"ärzte", "family_name=Ärzte"},
        {"O'Brien", "family_name=O'Brien"},
        {"dackel schoko", "description=dackel schoko"},
        {"Frau mit Dackel", "description=Frau mit Dackel"},
        {"Frau mit dem braunen Dackel", "description=Frau mit dem braunen Dackel"},
        {"“Lina von gegenüber”", "description=Lina von gegenüber"},
        {"\"Lina\"", "description=Lina"},
        {"Studentin, rote Brille", "description=Studentin, rote Brille"},
        {"Torte 12", "description=Torte 12"},
        {"Anna Neumann 0421 998877", "family_name=Neumann|given_name=Anna|phone0=0421 998877"},
        {"neumann +49 421/998877", "family_name=Neumann|phone0=+49 421/998877"},
        {"der mit dem Hut 0421 998877", "description=der mit dem Hut 0421 998877"},
        {"\"", "description=\""},
        {",", "description=,"},
        {"-", "description=-"},
        {"Wagner,", "family_name=Wagner"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GHashTable) values = values_new();
        edit_typed(values, cases[i].typed);
        g_autofree char *fields = told(values);
        if (strcmp(fields, cases[i].fields) != 0) {
            fail_msg("\"%s\" went to \"%s\", not to \"%s\"", cases[i].typed, fields,
                     cases[i].fields);
        }
    }
}

static void values__merge__keep_what_was_typed_and_take_the_rest(void **state)
{
    (void)state;
    g_autoptr(GHashTable) base = values_new();
    g_autoptr(GHashTable) mine = values_new();
    g_autoptr(GHashTable) theirs = values_new();
    static const char *const rows[][4] = {/* name, base, mine, theirs */
                                          {"a", "1", "1", "2"},
                                          {"b", "1", "3", "1"},
                                          {"c", "1", "3", "2"},
                                          {"d", "1", "2", "2"},
                                          {"e", "1", " 1 ", "2"}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        values_set(base, rows[i][0], rows[i][1]);
        values_set(mine, rows[i][0], rows[i][2]);
        values_set(theirs, rows[i][0], rows[i][3]);
    }
    g_autoptr(GHashTable) both = values_merge(base, mine, theirs);
    g_autofree char *text = told(both);
    assert_string_equal(text, "a=2|b=3|c=3|d=2|e=2");
    assert_true(values_clash(base, mine, theirs, "c"));
    assert_false(values_clash(base, mine, theirs, "a"));
    assert_false(values_clash(base, mine, theirs, "b"));
    assert_false(values_clash(base, mine, theirs, "d"));
}

static void values__are_equal__when_only_blanks_and_empty_fields_differ(void **state)
{
    (void)state;
    g_autoptr(GHashTable) a = values_new();
    g_autoptr(GHashTable) b = values_new();
    values_set(a, "name", "Ott ");
    values_set(b, "name", "Ott");
    values_set(b, "note", "");
    assert_true(values_equal(a, b));
    values_set(b, "note", "x");
    assert_false(values_equal(a, b));
    values_set_at(a, "phone", 1, "12");
    assert_string_equal(values_get(a, "phone1"), "12");
    assert_string_equal(values_get_at(a, "phone", 1), "12");
    values_set_choice(a, "kind", 3);
    assert_int_equal(values_get_choice(a, "kind"), 3);
    assert_int_equal(values_get_choice(b, "kind"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typed__goes_where_it_fits),
        cmocka_unit_test(values__merge__keep_what_was_typed_and_take_the_rest),
        cmocka_unit_test(values__are_equal__when_only_blanks_and_empty_fields_differ),
    };
    return cmocka_run_group_tests_name("edittyped", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of lists and the customers they become: whom a list tells of, and what about them. */
#include "tests/data/rowtext.h"

#include "data/list/csv.h"

#include <string.h>

static void list_row_read__sorts_remarks__where_that_is_safe(void **state)
{
    (void)state;
    static const RowCase cases[] = {
        {"Nussallergie", "family=Ott; allergy=Nussallergie"},
        {"keine Nussallergie", "family=Ott; note=keine Nussallergie"},
        {"\nDiabetikerin", "family=Ott; allergy=Diabetikerin"},
        {"mag Erdbeertorte\narbeitet in der Bücherei",
         "family=Ott; likes=mag Erdbeertorte; note=arbeitet in der Bücherei"},
        {"Hochzeitstag 12. Juni",
         "family=Ott; day of wedding=--06-12; occasion=Hochzeitstag 12. Juni"},
        {"Name unbekannt; Schoko-Croissant, täglich",
         "family=Ott; note=Name unbekannt; note=Schoko-Croissant, täglich"},
        {"isst kein Marzipan", "family=Ott; dislikes=isst kein Marzipan"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *line = g_strdup_printf("Ott|%s", cases[i].cell);
        assert_row("Name|Bemerkung", line, cases[i].expected);
    }
}

static void list_row_read__describes__who_has_no_name(void **state)
{
    (void)state;
    static const RowCase cases[] = {
        {"Frau mit roter Brille, Studentin von gegenüber",
         "description=Frau mit roter Brille, Studentin von gegenüber"},
        {"Name unbekannt; Schoko-Croissant, täglich", "description=Schoko-Croissant, täglich"},
        {"Diabetikerin", "allergy=Diabetikerin"},
        {"Diabetikerin\nFrau mit Hund\nzahlt bar",
         "description=Frau mit Hund; allergy=Diabetikerin; note=zahlt bar"},
        {"mag Erdbeertorte\nzahlt bar", "description=zahlt bar; likes=mag Erdbeertorte"},
        {"mag Erdbeertorte", "description=mag Erdbeertorte; likes=mag Erdbeertorte"},
    };
    assert_row_cells("Bemerkung", cases, G_N_ELEMENTS(cases));
}

static void list_row_read__tells__whom_it_takes(void **state)
{
    (void)state;
    const char *header = "Kd-Nr.|Name|Telefon|E-Mail|PLZ|Bemerkung";
    assert_row(header, "|||||", "empty");
    assert_row(header, " |\t||\n||", "empty");
    assert_row(header, "7|||||", "nr=7");
    assert_row(header, "'7|||||", "nr=7");
    assert_row(header, "||0421 84220|||", "phone=0421 84220");
    assert_row(header, "|||a@example.org||", "email=a@example.org");
    assert_row(header, "||||28195|", "refused; address=,,28195,,,");
    assert_row(header, "|?|||28195|Nussallergie",
               "refused; address=,,28195,,,; allergy=Nussallergie");
    assert_row(header, "|Ott", "family=Ott");
    assert_row(header, "|Ott|||||mehr|", "family=Ott; note=mehr; warning=:mehr");
    assert_row("Name|Priorität", "|Normal", "refused");
}

static void list_row_read__keeps__what_nobody_knows(void **state)
{
    (void)state;
    assert_row("Name|Schuhgröße|", "Ott|44|mehr", "family=Ott; note=Schuhgröße: 44; note=mehr");
    assert_row("Name|Total Spent|Discount", "Ott|54.00|0.00",
               "family=Ott; note=Total Spent: 54.00");
    assert_row("Name|Schuhgröße", "Ott|0", "family=Ott; note=Schuhgröße: 0");
    assert_row("Name|Kd-Nr|Customer ID", "Ott|1|2", "nr=1; family=Ott; note=Customer ID: 2");
    assert_row("Name|Priority|Notiz", "Ott|Normal|x", "family=Ott; note=x");
}

static void list_row_read__reads_answers_and_facts(void **state)
{
    (void)state;
    static const RowCase news[] = {
        {"ja", "news=yes"},
        {"x", "news=yes"},
        {"X", "news=yes"},
        {"1", "news=yes"},
        {"TRUE", "news=yes"},
        {"Subscribed", "news=yes"},
        {"✓", "news=yes"},
        {"nein", "news=no"},
        {"no", "news=no"},
        {"Unsubscribed", "news=no"},
        {"0", "news=no"},
        {"unknown", ""},
        {"-", ""},
        {"nur Ostern", "note=Newsletter: nur Ostern; warning=Newsletter:nur Ostern"},
    };
    static const RowCase allergies[] = {
        {"Nüsse, Milch", "allergy=Nüsse, Milch"}, {"Nüsse; Milch", "allergy=Nüsse; allergy=Milch"},
        {"keine", "note=Allergien: keine"},       {"Nüsse?", "note=Allergien: Nüsse?"},
        {"ja", "allergy=Allergien: ja"},          {"-", ""},
    };
    assert_row_cells("Newsletter", news, G_N_ELEMENTS(news));
    assert_row_cells("Allergien", allergies, G_N_ELEMENTS(allergies));
    assert_row("Name|Mag|mag nicht|Üblich", "Ott|Torte|Marzipan|2 Brötchen",
               "family=Ott; likes=Torte; dislikes=Marzipan; usual=2 Brötchen");
    assert_row("Name|Tags", "Ott|VIP, Nussallergie ::: * myContacts",
               "family=Ott; tag=VIP; allergy=Nussallergie");
    assert_row("Name|Kundenklasse|Gruppe|Nähe", "Ott|a|Chor, Verein|bekannt",
               "family=Ott; class=A; closeness=known; tag=Chor; tag=Verein");
    assert_row("Name|ABC|Closeness", "Ott|B-Kunde|close", "family=Ott; class=B; closeness=close");
    assert_row("Name|Klasse|Nähe", "Ott|Gold|nebenan",
               "family=Ott; note=Klasse: Gold; note=Nähe: nebenan");
    assert_row("Name|Du/Sie|Sprache|Kontaktweg", "Ott|Du|Englisch|per E-Mail",
               "family=Ott; form=du; language=en; channel=email");
    assert_row("Name|Kunde seit|letzter Besuch|Besuche", "Ott|seit 2014|3.2.2026|12",
               "family=Ott; since=2014; last visit=2026-02-03; visits=12");
    assert_row("Name|letzter Besuch|Besuche", "Ott|2027-01-01|viele",
               "family=Ott; note=letzter Besuch: 2027-01-01; note=Besuche: viele; "
               "warning=letzter Besuch:2027-01-01; warning=Besuche:viele");
}

static void list_row_read__gives_the_same_key__for_the_same_row_only(void **state)
{
    (void)state;
    g_autoptr(ListRow) one = row_from("Kd-Nr|Name|Notiz|Priorität", "1|Ott|a\nb|hoch");
    g_autoptr(ListRow) same = row_from("Notiz|Kunden-Nr.|Name", "a\r\nb| 1 |Ott ");
    g_autoptr(ListRow) other = row_from("Kd-Nr|Name|Notiz|Priorität", "1|Ott|a b|hoch");
    g_autoptr(ListRow) shifted = row_from("Kd-Nr|Vorname|Nachname", "1|Ott|");
    g_autoptr(ListRow) family = row_from("Kd-Nr|Vorname|Nachname", "1||Ott");
    assert_int_equal(strlen(one->key), 64);
    assert_string_equal(one->key, same->key);
    assert_string_not_equal(one->key, other->key);
    assert_string_not_equal(shifted->key, family->key);
}

/* Whatever the cells: no crash, and a row is read, empty or refused with a reason. */
static void list_row_read__stands__random_cells(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "Ott",
        "Dr.",
        ",",
        "von",
        "Frau",
        " ",
        "0421",
        "/",
        "84220",
        "@",
        "example.org",
        "31.02.",
        "1980",
        "\n",
        ";",
        ":::",
        "* ",
        "'",
        "(",
        ")",
        "unbekannt",
        "keine",
        "ja",
        "GmbH",
        "MÜLLER",
        "-",
        "<",
        ">",
        "ß",
        "\u00a0",
        "😀",
        "und",
        "Hochzeitstag 12. Juni",
        "Nussallergie",
        "28195",
        ":",
        "T12:30",
        "*",
        "geb.",
        "=1+1",
        "",
    };
    g_autoptr(GPtrArray) header = g_ptr_array_new();
    for (ListField field = LIST_IGNORE; field < LIST_FIELD_COUNT; field++) {
        g_ptr_array_add(header, (gpointer)(guintptr) "x");
    }
    g_autoptr(Mapping) mapping = mapping_guess(header);
    for (guint field = 0; field < LIST_FIELD_COUNT; field++) {
        mapping_set_field(mapping, field, (ListField)field);
    }
    g_autoptr(GRand) dice = g_rand_new_with_seed(20260301);
    for (int round = 0; round < 3000; round++) {
        g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);
        for (int i = 0; i < LIST_FIELD_COUNT + 1; i++) {
            GString *cell = g_string_new(NULL);
            for (int k = g_rand_int_range(dice, 0, 6); k > 0; k--) {
                g_string_append(cell, pieces[g_rand_int_range(dice, 0, G_N_ELEMENTS(pieces))]);
            }
            g_ptr_array_add(cells, g_string_free(cell, FALSE));
        }
        g_autoptr(ListRow) row = list_row_read(mapping, cells, 7, row_today, "49");
        g_autofree char *text = row_text(row);
        assert_true(g_utf8_validate(text, -1, NULL));
        assert_true(day_is_valid(row->birthday));
        assert_true(row->state == LIST_ROW_EMPTY || row->key);
    }
}

/* What the list of the project holds, counted by other means. */
static void list_row_read__takes_every_customer__of_the_list(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        guint rows, phones, emails, birthdays, warnings, yes, no;
    } lists[] = {
        {"stammkunden.csv", 3060, 2261, 1112, 2070, 21, 1235, 575},
        {"stammkunden-cp1252.csv", 400, 289, 148, 270, 3, 158, 76},
    };
    const char *source = g_getenv("top_srcdir");
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_autofree char *path =
            g_build_filename(source ? source : ".", "tests", "fixtures", lists[i].name, NULL);
        g_autoptr(CsvFile) file = csv_file_open(path, NULL);
        const CsvRecord *record = csv_file_next(file, NULL);
        g_autoptr(Mapping) mapping = mapping_guess(record->cells);
        g_autoptr(GHashTable) keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        guint phones = 0, emails = 0, birthdays = 0, warnings = 0, yes = 0, no = 0;
        while ((record = csv_file_next(file, NULL))) {
            g_autoptr(ListRow) row =
                list_row_read(mapping, record->cells, record->line, row_today, "49");
            assert_int_equal(row->state, LIST_ROW_READ);
            g_hash_table_add(keys, g_strdup(row->key));
            phones += row->phones->len;
            emails += row->emails->len;
            birthdays += !day_is_none(row->birthday);
            warnings += row->warnings->len;
            yes += row->news_email == LIST_ANSWER_YES;
            no += row->news_email == LIST_ANSWER_NO;
        }
        assert_int_equal(g_hash_table_size(keys), lists[i].rows);
        assert_int_equal(phones, lists[i].phones);
        assert_int_equal(emails, lists[i].emails);
        assert_int_equal(birthdays, lists[i].birthdays);
        assert_int_equal(warnings, lists[i].warnings);
        assert_int_equal(yes, lists[i].yes);
        assert_int_equal(no, lists[i].no);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list_row_read__sorts_remarks__where_that_is_safe),
        cmocka_unit_test(list_row_read__describes__who_has_no_name),
        cmocka_unit_test(list_row_read__tells__whom_it_takes),
        cmocka_unit_test(list_row_read__keeps__what_nobody_knows),
        cmocka_unit_test(list_row_read__reads_answers_and_facts),
        cmocka_unit_test(list_row_read__gives_the_same_key__for_the_same_row_only),
        cmocka_unit_test(list_row_read__stands__random_cells),
        cmocka_unit_test(list_row_read__takes_every_customer__of_the_list),
    };
    return cmocka_run_group_tests_name("row", tests, NULL, NULL);
}

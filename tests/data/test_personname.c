/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of people in lists. */
#include "tests/data/rowtext.h"

#include "data/list/personname.h"

static void list_row_read__takes_names_apart__as_lists_write_them(void **state)
{
    (void)state;
    static const RowCase cases[] = {
        {"Anna Müller", "given=Anna; family=Müller"},
        {"Müller, Anna", "given=Anna; family=Müller"},
        {"  Müller ,  Anna ", "given=Anna; family=Müller"},
        {"Müller", "family=Müller"},
        {"MÜLLER, ANNA", "given=Anna; family=Müller"},
        {"Frau Müller", "salutation=Frau; family=Müller"},
        {"Fr. Dr. Anna Müller", "salutation=Frau; title=Dr.; given=Anna; family=Müller"},
        {"Prof. Dr. med. Anna Maria Müller-Thurgau",
         "title=Prof. Dr. med.; given=Anna Maria; family=Müller-Thurgau"},
        {"Müller, Dr. Anna", "title=Dr.; given=Anna; family=Müller"},
        {"Dr. Müller, Anna", "title=Dr.; given=Anna; family=Müller"},
        {"Dipl.-Ing. Jens Berg", "title=Dipl.-Ing.; given=Jens; family=Berg"},
        {"Maren von Siebel", "given=Maren; family=von Siebel"},
        {"Siebel, Maren von", "given=Maren; family=von Siebel"},
        {"von Siebel, Maren", "given=Maren; family=von Siebel"},
        {"von Siebel", "family=von Siebel"},
        {"Bent van der Aschenbroich", "given=Bent; family=van der Aschenbroich"},
        {"Karl Freiherr von Hohenfels", "given=Karl; family=Freiherr von Hohenfels"},
        {"Gräfin von Hohenfels", "family=Gräfin von Hohenfels"},
        {"Anna Graf", "given=Anna; family=Graf"},
        {"Jan 't Hooft", "given=Jan; family='t Hooft"},
        {"Le Van Thanh", "given=Le Van; family=Thanh"},
        {"Familie Ott", "salutation=Familie; family=Ott"},
        {"Herr und Frau Ott", "salutation=Herr und Frau; family=Ott"},
        {"Mr. John Smith Jr.", "salutation=Mr; given=John; family=Smith Jr."},
        {"Anna Müller, geb. Schmidt", "given=Anna; family=Müller geb. Schmidt"},
        {"Ott GmbH & Co. KG", "company=Ott GmbH & Co. KG"},
        {"Turnverein Bremen e.V.", "company=Turnverein Bremen e.V."},
        {"Firma Blumen Klein", "salutation=Firma; company=Blumen Klein"},
        {"B. Hiller", "given=B.; family=Hiller"},
        {"Anna MELZER", "given=Anna; family=Melzer"},
        {"Müller, Frau Anna", "salutation=Frau; given=Anna; family=Müller"},
        {"Müller, Dr.", "title=Dr.; family=Müller"},
        {"unbekannt", ""},
        {"?", ""},
        {"N.N.", ""},
        {",", ""},
    };
    static const RowCase sorted[] = {
        {"Müller Anna", "given=Anna; family=Müller"},
        {"Müller Anna Maria", "given=Anna Maria; family=Müller"},
        {"Müller, Anna", "given=Anna; family=Müller"},
        {"Frau Dr. von der Heide Anna",
         "salutation=Frau; title=Dr.; given=Anna; family=von der Heide"},
        {"Müller", "family=Müller"},
    };
    assert_row_cells("Name", cases, G_N_ELEMENTS(cases));
    assert_row_cells("Name, Vorname", sorted, G_N_ELEMENTS(sorted));
}

static void list_row_read__puts_names_together__from_their_columns(void **state)
{
    (void)state;
    assert_row("Anrede|Vorname|Nachname", "Frau|MINA|LUBINA-SAGONAS",
               "salutation=Frau; given=Mina; family=Lubina-Sagonas");
    assert_row("Anrede|Vorname|Nachname", "Herrn Dr.|Bent|van der Heide",
               "salutation=Herr; title=Dr.; given=Bent; family=van der Heide");
    assert_row("Vorname|Nachname", "Viktoria|  Klopsch ", "given=Viktoria; family=Klopsch");
    assert_row("Vorname|Nachname", "Dr. Anna|Frau Ott",
               "salutation=Frau; title=Dr.; given=Anna; family=Ott");
    assert_row("Titel|Anrede|Nachname", "Prof.|w|Ott", "salutation=Frau; title=Prof.; family=Ott");
    assert_row("Title|First Name|Middle Name|Last Name|Suffix", "Mrs.|Mary|Ann|Smith|Jr.",
               "salutation=Mrs; given=Mary Ann; family=Smith Jr.");
    assert_row("Name|Vorname", "Ott|Jens", "given=Jens; family=Ott");
    assert_row("Name|Vorname|Nachname", "Jens Ott|Jens|Ott", "given=Jens; family=Ott");
    assert_row("Name|Vorname|Nachname", "Jens Ott||", "given=Jens; family=Ott");
    assert_row("Name|Vorname|Nachname", "Bäckerei|Jens|Ott",
               "given=Jens; family=Ott; note=Bäckerei");
    assert_row("Anrede|Nachname", "Firma|Blumen Klein", "salutation=Firma; company=Blumen Klein");
    assert_row("Anrede|Nachname", "Sehr geehrte Frau Ott|Ott",
               "family=Ott; note=Anrede: Sehr geehrte Frau Ott");
    assert_row("Vorname|Spitzname", "Jens|Kalle", "given=Jens; note=Spitzname: Kalle");
    assert_row("Vorname|Spitzname", "|Kalle", "description=Kalle");
    assert_row("Company Name|First Name", "Ott GmbH|Jens", "given=Jens; company=Ott GmbH");
    assert_row("Vorname|Nachname|Notiz", "'t|'t Hooft|x", "given='t; family='t Hooft; note=x");
}

static void person_name_case__changes_only_what_is_shouted(void **state)
{
    (void)state;
    static const RowCase cases[] = {
        {"MELZER", "Melzer"},
        {"ABDUL", "Abdul"},
        {"LUBINA-SAGONAS", "Lubina-Sagonas"},
        {"HÄFNER", "Häfner"},
        {"WEIß", "Weiß"},
        {"B.", "B."},
        {"J.R.R.", "J.R.R."},
        {"LI", "LI"},
        {"VAN DER BERG", "van der Berg"},
        {"DE VRIES", "de Vries"},
        {"O'BRIEN", "O'Brien"},
        {"D’ANGELO", "D’Angelo"},
        {"KARL III", "Karl III"},
        {"McDonald", "McDonald"},
        {"van Dyck", "van Dyck"},
        {"Ida MÜLLER", "Ida Müller"},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *fixed = person_name_case(cases[i].cell);
        assert_string_equal(fixed, cases[i].expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list_row_read__takes_names_apart__as_lists_write_them),
        cmocka_unit_test(list_row_read__puts_names_together__from_their_columns),
        cmocka_unit_test(person_name_case__changes_only_what_is_shouted),
    };
    return cmocka_run_group_tests_name("personname", tests, NULL, NULL);
}

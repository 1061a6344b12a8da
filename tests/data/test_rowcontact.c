/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of lists: phones, e-mails, addresses, days and people. */
#include "tests/data/rowtext.h"

static void list_row_read__takes_phones(void **state)
{
    (void)state;
    static const RowCase cases[] = {
        {"0421/84220", "phone=0421/84220"},
        {"Tel. 0179 9503346", "phone=Tel. 0179 9503346"},
        {"+49 (0)4221 265 3222", "phone=+49 (0)4221 265 3222"},
        {"'+31612345678", "phone=+31612345678"},
        {"'0421 84220", "phone=0421 84220"},
        {"0421 84220, 0171 2345678", "phone=0421 84220; phone=0171 2345678"},
        {"0421/84220 / 0171/2345678", "phone=0421/84220; phone=0171/2345678"},
        {"0421/84220;84221", "phone=0421/84220; phone=84221"},
        {"0421 84220\n0421 84221", "phone=0421 84220; phone=0421 84221"},
        {"84220, 84221", "phone=84220; phone=84221"},
        {"0421 84220/30", "phone=0421 84220/30"},
        {"0421 84220, ab 18 Uhr", "phone=0421 84220, ab 18 Uhr"},
        {"0421 84220 ::: 0421-84220 ::: 0171 1", "phone=0421 84220; phone=0171 1"},
        {"12", "note=Telefon: 12; warning=Telefon:12"},
        {"steht im Buch", "note=Telefon: steht im Buch; warning=Telefon:steht im Buch"},
        {"4,91716E+11", "note=Telefon: 4,91716E+11; warning=Telefon:4,91716E+11"},
        {"-", ""},
        {"unbekannt", ""},
    };
    assert_row_cells("Telefon", cases, G_N_ELEMENTS(cases));
    assert_row("Handy|Telefon privat|Telefon 2", "0171 1234567|0421 84220|",
               "phone=0171 1234567 (mobile); phone=0421 84220 (home)");
}

static void list_row_read__takes_emails(void **state)
{
    (void)state;
    static const RowCase cases[] = {
        {"Anna.Ott@Example.ORG", "email=Anna.Ott@example.org"},
        {"Anna Ott <anna@example.org>", "email=anna@example.org"},
        {"mailto:anna@example.org", "email=anna@example.org"},
        {"a@example.org; b@example.org", "email=a@example.org; email=b@example.org"},
        {"a@example.org, b@example.org", "email=a@example.org; email=b@example.org"},
        {"a@example.org ::: A@example.org", "email=a@example.org"},
        {"andré.müller@bücher.example", "email=andré.müller@bücher.example"},
        {"anna@", "note=Mail: anna@; warning=Mail:anna@"},
        {"anna.example.org", "note=Mail: anna.example.org; warning=Mail:anna.example.org"},
        {"anna@example", "note=Mail: anna@example; warning=Mail:anna@example"},
        {"a@b@example.org", "note=Mail: a@b@example.org; warning=Mail:a@b@example.org"},
        {"keine Angabe", ""},
    };
    assert_row_cells("Mail", cases, G_N_ELEMENTS(cases));
}

static void list_row_read__takes_addresses(void **state)
{
    (void)state;
    static const RowCase whole[] = {
        {"Hauptstr. 5, 28195 Bremen", "address=,Hauptstr. 5,28195,Bremen,,"},
        {"Hauptstr. 5\nD-28195 Bremen\nDeutschland",
         "address=,Hauptstr. 5,D-28195,Bremen,,Deutschland"},
        {"am Markt", "address=,am Markt,,,,"},
    };
    static const RowCase place[] = {
        {"28195 Bremen", "address=,,28195,Bremen,,"},
        {"Bremen", "address=,,,Bremen,,"},
        {"28195", "address=,,28195,,,"},
        {"1234 AB Groningen", "address=,,1234 AB,Groningen,,"},
    };
    assert_row_cells("Adresse", whole, G_N_ELEMENTS(whole));
    assert_row_cells("PLZ Ort", place, G_N_ELEMENTS(place));
    assert_row("Name|Straße|Hausnummer|PLZ|Ort|Land", "Ott|Am Markt|5|'28195|Bremen|",
               "family=Ott; address=,Am Markt 5,28195,Bremen,,");
    assert_row("Name|Ort", "Ott|28195 Bremen", "family=Ott; address=,,28195,Bremen,,");
    assert_row(
        "Name|Straße geschäftlich|Straße geschäftlich 2|Ort geschäftlich|Straße privat|Ort privat",
        "Ott|A 1|Hof|Bremen|B 2|Verden",
        "family=Ott; address=work,A 1, Hof,,Bremen,,; address=home,B 2,,Verden,,");
    assert_row("Name|City|Province|Province Code|Country|Country Code",
               "Ott|Bremen|Bremen|HB|Germany|DE", "family=Ott; address=,,,Bremen,Bremen,Germany");
}

static void list_row_read__takes_birthdays(void **state)
{
    (void)state;
    static const RowCase cases[] = {
        {"03.05.1956", "birthday=1956-05-03"},
        {"3.5.", "birthday=--05-03"},
        {"16.8.34", "birthday=1934-08-16"},
        {"13. März 1984", "birthday=1984-03-13"},
        {"1940-04-12", "birthday=1940-04-12"},
        {"1940-04-12 00:00:00", "birthday=1940-04-12"},
        {"12/25/1980 12:00:00 AM", "birthday=1980-12-25"},
        {"'1940-04-12", "birthday=1940-04-12"},
        {"geb. am 3.5.1956", "birthday=1956-05-03"},
        {"*3.5.1956", "birthday=1956-05-03"},
        {"1969", "birthday=1969"},
        {"29.02.", "birthday=--02-29"},
        {"unbekannt", ""},
        {"00.00.0000", ""},
        {"0/0/00", ""},
        {"31.02.1980", "warning=Geb.:31.02.1980"},
        {"32.1.1975", "warning=Geb.:32.1.1975"},
        {"3/5/1956", "warning=Geb.:3/5/1956"},
        {"02.03.2026", "warning=Geb.:02.03.2026"},
        {"2027", "warning=Geb.:2027"},
        {"01.03.2026", "birthday=2026-03-01"},
        {"01.01.1900", "warning=Geb.:01.01.1900"},
        {"im Frühling", "note=Geb.: im Frühling; warning=Geb.:im Frühling"},
    };
    assert_row_cells("Geb.", cases, G_N_ELEMENTS(cases));
}

static void list_row_read__reads_days__in_the_order_of_the_column(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) header = row_cells("Name|Birthday");
    g_autoptr(Mapping) mapping = mapping_guess(header);
    g_autoptr(GPtrArray) first = row_cells("Ott|3/5/1956");
    g_autoptr(GPtrArray) second = row_cells("Berg|12/25/1980");
    mapping_count_days(mapping, first);
    mapping_count_days(mapping, second);
    mapping_decide_days(mapping);
    g_autoptr(ListRow) row = list_row_read(mapping, first, 2, row_today, "49");
    assert_int_equal(row->birthday.month, 3);
    assert_int_equal(row->birthday.day, 5);
    assert_int_equal(row->warnings->len, 0);
}

static void list_row_read__takes_people_and_their_days(void **state)
{
    (void)state;
    assert_row(
        "Name|Partner|Kinder", "Ott|Kurt, 3.5.|Lina (2015), Tom und Ida",
        "family=Ott; partner=Kurt; born=--05-03; child=Lina; born=2015; child=Tom; child=Ida");
    assert_row("Name|Kinder", "Ott|2", "family=Ott; note=Kinder: 2");
    assert_row("Name|Kinder", "Ott|keine", "family=Ott; note=Kinder: keine");
    assert_row("Name|Hochzeitstag|Namenstag", "Ott|12.6.|4. Juli",
               "family=Ott; day of wedding=--06-12; day of name_day=--07-04");
}

static void list_row_read__understands__the_address_book(void **state)
{
    (void)state;
    assert_row(
        "First Name|Phone 1 - Label|Phone 1 - Value|Phone 2 - Label|Phone 2 - Value|E-mail 1 - "
        "Label|"
        "E-mail 1 - Value|Address 1 - Label|Address 1 - Formatted|Address 1 - Street|Address 1 - "
        "City|"
        "Address 1 - Postal Code|Relation 1 - Label|Relation 1 - Value|Event 1 - Label|Event 1 - "
        "Value|"
        "Custom Field 1 - Label|Custom Field 1 - Value|Labels|Website 1 - Label|Website 1 - Value",
        "Anna|* Mobile|0171 1234567 ::: 0171 7654321|Kiosk|0421 84220|* Home|a@example.org|* "
        "Work|x|"
        "Am Markt 5|Bremen|28195|Spouse|Kurt|Anniversary|2010-06-12|Hund|Waldi|* myContacts|Profil|"
        "https://example.org",
        "given=Anna; phone=0171 1234567 (mobile); phone=0171 7654321 (mobile); "
        "phone=0421 84220 (Kiosk); email=a@example.org (home); web=https://example.org (Profil); "
        "address=work,Am Markt 5,28195,Bremen,,; partner=Kurt; day of wedding=2010-06-12; "
        "note=Hund: Waldi");
    assert_row("First Name|E-mail 1 - Label|E-mail 1 - Value", "Anna|a@example.org|* Home",
               "given=Anna; email=a@example.org");
    assert_row("First Name|Event 1 - Label|Event 1 - Value", "Anna|Taufe|3.5.2020",
               "given=Anna; day of Taufe=2020-05-03");
    assert_row("First Name|Relation 1 - Label|Relation 1 - Value", "Anna|Nachbarin|Eva",
               "given=Anna; other=Eva; is=Nachbarin");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list_row_read__takes_phones),
        cmocka_unit_test(list_row_read__takes_emails),
        cmocka_unit_test(list_row_read__takes_addresses),
        cmocka_unit_test(list_row_read__takes_birthdays),
        cmocka_unit_test(list_row_read__reads_days__in_the_order_of_the_column),
        cmocka_unit_test(list_row_read__takes_people_and_their_days),
        cmocka_unit_test(list_row_read__understands__the_address_book),
    };
    return cmocka_run_group_tests_name("rowcontact", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers of lists and what they mean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/list/header.h"
#include "data/list/mapping.h"

#include <string.h>

static GPtrArray *cells_of(const char *line, const char *separator)
{
    GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) parts = g_strsplit(line, separator, -1);
    for (char **part = parts; *part; part++) {
        g_ptr_array_add(cells, g_strdup(*part));
    }
    return cells;
}

static Mapping *guess(const char *line, const char *separator)
{
    g_autoptr(GPtrArray) cells = cells_of(line, separator);
    return mapping_guess(cells);
}

/* The fields as codes, with ":label", "#number" and "?" for columns of labels. */
static char *fields_of(const Mapping *mapping)
{
    GString *fields = g_string_new(NULL);
    for (guint i = 0; i < mapping->columns->len; i++) {
        const MappingColumn *column = g_ptr_array_index(mapping->columns, i);
        g_string_append_printf(fields, "%s%s", i > 0 ? " " : "", list_field_code(column->field));
        if (column->label) {
            g_string_append_printf(fields, ":%s", column->label);
        }
        if (column->number > 0) {
            g_string_append_printf(fields, "#%u", column->number);
        }
        if (column->is_label) {
            g_string_append_c(fields, '?');
        }
    }
    return g_string_free(fields, FALSE);
}

static void assert_fields(const char *header, const char *expected)
{
    g_autoptr(Mapping) mapping = guess(header, ",");
    g_autofree char *fields = fields_of(mapping);
    assert_string_equal(fields, expected);
}

static const char google[] =
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,"
    "Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,"
    "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
    "Relation 1 - Label,Relation 1 - Value,Website 1 - Label,Website 1 - Value,Event 1 - Label,"
    "Event 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value";

static const char outlook_german[] =
    "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,"
    "Straße geschäftlich 2,Straße geschäftlich 3,Ort geschäftlich,Region geschäftlich,"
    "Postleitzahl geschäftlich,Land/Region geschäftlich,Straße privat,Straße privat 2,"
    "Straße privat 3,Ort privat,Bundesland/Kanton privat,Postleitzahl privat,Land/Region privat,"
    "Weitere Straße,Weitere Straße 2,Weitere Straße 3,Weiterer Ort,Weiteres/r Bundesland/Kanton,"
    "Weitere Postleitzahl,Weiteres/e Land/Region,Telefon Assistent,Fax geschäftlich,"
    "Telefon geschäftlich,Telefon geschäftlich 2,Rückmeldung,Autotelefon,Telefon Firma,Fax privat,"
    "Telefon (privat),Telefon (privat 2),ISDN,Mobiltelefon,Weiteres Fax,Weiteres Telefon,Pager,"
    "Haupttelefon,Mobiltelefon 2,Telefon für Hörbehinderte,Telex,Abrechnungsinformation,"
    "Assistent(in),Benutzer 1,Benutzer 2,Benutzer 3,Benutzer "
    "4,Beruf,Büro,E-Mail-Adresse,E-Mail-Typ,"
    "E-Mail: Angezeigter Name,E-Mail 2: Adresse,E-Mail 2: Typ,E-Mail 2: Angezeigter Name,"
    "E-Mail 3: Adresse,E-Mail 3: Typ,E-Mail 3: Angezeigter Name,Empfohlen "
    "von,Geburtstag,Geschlecht,"
    "Hobby,Initialen,Internet Frei/Gebucht,Jahrestag,Kategorien,Kinder,Konto,"
    "Name des/r Vorgesetzten,Notizen,Organisationsnr.,Ort,Partner/in,Postfach geschäftlich,"
    "Postfach privat,Priorität,Privat,Reisekilometer,Sozialversicherungsnr.,Sprache,Stichwörter,"
    "Vertraulichkeit,Verzeichnisserver,Webseite,Weiteres Postfach";

static const char outlook_english[] =
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
    "Business Street 2,Business Street 3,Business City,Business State,Business Postal Code,"
    "Business Country/Region,Home Street,Home Street 2,Home Street 3,Home City,Home State,"
    "Home Postal Code,Home Country/Region,Other Street,Other Street 2,Other Street 3,Other City,"
    "Other State,Other Postal Code,Other Country/Region,Assistant's Phone,Business Fax,"
    "Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,"
    "Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,Primary Phone,Radio Phone,"
    "TTY/TDD Phone,Telex,Account,Anniversary,Assistant's Name,Billing Information,Birthday,"
    "Business Address PO Box,Categories,Children,Directory Server,E-mail Address,E-mail Type,"
    "E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,Gender,"
    "Government ID Number,Hobby,Home Address PO Box,Initials,Internet Free Busy,Keywords,Language,"
    "Location,Manager's Name,Mileage,Notes,Office Location,Organizational ID Number,"
    "Other Address PO Box,Priority,Private,Profession,Referred By,Sensitivity,Spouse,User 1,User 2,"
    "User 3,User 4,Web Page";

static const char square[] =
    "Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,"
    "Street Address 1,Street Address 2,City,State,Postal Code,Birthday,Memo,Square Customer ID,"
    "Creation Source,First Visit,Last Visit,Transaction Count,Lifetime Spend,"
    "Email Subscription Status,Instant Profile,Blocked from online booking";

static const char shopify_old[] =
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,"
    "Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,"
    "Total Orders,Tags,Note,Tax Exempt";

static const char shopify_new[] =
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,"
    "Default Address Address1,Default Address Address2,Default Address City,"
    "Default Address Province Code,Default Address Country Code,Default Address Zip,"
    "Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,"
    "Tags,Geburt (customer.metafields.facts.birth_date)";

static const char shopify_import[] =
    "First Name,Last Name,Email,Company,Address1,Address2,City,Province,Province Code,Country,"
    "Country Code,Zip,Phone,Accepts Email Marketing,Accepts SMS Marketing,Tags,Note,Tax Exempt";

static const char woocommerce[] =
    "Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,"
    "Postal Code,Billing Phone,Shipping Phone,Role";

static const char point_of_sale[] =
    "First Name,Last Name,Gender,Consent,Email,Phone Number,Address 1,Address2,City,State,Zip,"
    "Country,Comments,Company,Account Number,Discount,Discount_Type,Taxable";

static const char terminal[] = "Account Name,Address,Phone,DM,Email,Note,Creator,Created At";

static void mapping_guess__knows_every_column__of_the_known_exports(void **state)
{
    (void)state;
    static const char *const headers[] = {
        google,      outlook_german, outlook_english, square,   shopify_old,
        shopify_new, shopify_import, woocommerce,     terminal, point_of_sale,
    };
    for (gsize i = 0; i < G_N_ELEMENTS(headers); i++) {
        g_autoptr(Mapping) mapping = guess(headers[i], ",");
        g_autoptr(GPtrArray) unknown = mapping_unrecognised(mapping);
        for (guint c = 0; c < unknown->len; c++) {
            print_message("unknown: %s\n",
                          ((MappingColumn *)g_ptr_array_index(unknown, c))->header);
        }
        assert_int_equal(unknown->len, 0);
        assert_null(mapping_problem(mapping));
        assert_false(mapping->headerless);
    }
}

static void mapping_guess__tells_the_fields__of_each_export(void **state)
{
    (void)state;
    assert_fields(
        google,
        "given_name middle_name family_name ignore ignore ignore title name_suffix nickname ignore "
        "company keep keep birthday remark ignore tags email#1? email#1 email#2? email#2 phone#1? "
        "phone#1 address#1? address#1 street#1 place#1 street_more#1 region#1 postcode#1 country#1 "
        "street_more#1 relation#1? relation#1 website#1? website#1 event#1? event#1 keep#1? "
        "keep#1");
    assert_fields(
        square,
        "number given_name family_name email phone nickname company street street_more place "
        "region postcode birthday remark number ignore since last_visit visits keep news_email "
        "ignore keep");
    assert_fields(
        shopify_new,
        "number given_name family_name email news_email company street street_more place region "
        "country postcode phone phone news_sms keep visits remark ignore tags birthday");
    assert_fields(
        shopify_old,
        "number given_name family_name email news_email company street street_more place region "
        "region country country postcode phone news_sms keep visits tags remark ignore");
    assert_fields(woocommerce,
                  "full_name ignore last_visit since email visits keep ignore country place region "
                  "postcode phone:other phone:other ignore");
    assert_fields(
        point_of_sale,
        "given_name family_name ignore ignore email phone street street_more place region "
        "postcode country remark company number keep ignore ignore");
    assert_fields(terminal, "full_name address phone keep email remark ignore since");
}

static void mapping_guess__tells_the_places__of_the_address_book(void **state)
{
    (void)state;
    assert_fields("Straße geschäftlich,Straße geschäftlich 2,Ort geschäftlich,Telefon (privat 2),"
                  "Mobiltelefon,Telefon geschäftlich,Fax privat,Weitere Straße,E-Mail 2: Adresse",
                  "street:work street_more:work place:work phone:home#2 phone:mobile phone:work "
                  "ignore:home street:other email#2");
    assert_fields(
        "Business Street,Home Street 3,Other City,Home Phone 2,Mobile Phone,E-mail 3 Address",
        "street:work street_more:home place:other phone:home#2 phone:mobile email#3");
}

static void mapping_guess__understands__what_people_write(void **state)
{
    (void)state;
    static const struct {
        const char *header, *expected;
    } cases[] = {
        {"Kd-Nr.|Anrede|Vorname|Nachname|Straße|PLZ|Ort|Telefon|E-Mail|Geburtstag|Bemerkung|"
         "Newsletter",
         "number salutation given_name family_name street postcode place phone email birthday "
         "remark "
         "news_email"},
        {"KUNDENNR|NAME|Tel.|Geb.|Info", "number full_name phone birthday remark"},
        {"Kunden-Nr|Name|Vorname|Telefon privat|Handy|Mail|geb. am|PLZ Ort|Strasse|Hausnummer",
         "number family_name given_name phone:home phone:mobile email birthday postcode_place "
         "street "
         "house_number"},
        {"Nr|Kundennummer|Name", "keep number full_name"},
        {"Nr.|Name|Adresse", "number full_name address"},
        {"Name|Adresse|PLZ|Wohnort", "full_name street postcode place"},
        {"Vor- und Nachname|Handy-Nr.|Mailadresse|Geburtsdatum|Allergien|Kommentar",
         "full_name phone:mobile email birthday allergy remark"},
        {"Kunde Vorname|Kunde Nachname|Customer Email|Telefon 2|Telefon dienstlich",
         "given_name family_name email phone#2 phone:work"},
        {"Beschreibung|Übliches|mag nicht|Kunde seit|letzter Besuch|Besuche|Du/Sie|Hochzeitstag",
         "description usual dislikes since last_visit visits address_form wedding"},
        {"Geburtstag (TT.MM.JJJJ)|Telefon*|E_Mail|#", "birthday phone email number"},
        {"first name|LAST_NAME|Date of birth|ZIP|Preferred contact",
         "given_name family_name birthday postcode channel"},
        {"Number|Salutation|Title|First name|Last name|Company|Description|Formal or "
         "informal|Street|"
         "Postcode|Place|Country|Phone|E-mail|Birthday|Customer since|Visits so far|Last "
         "visit|Allergy|"
         "Careful|The usual|Likes|Dislikes|How to address|Do not call|To talk "
         "about|Family|Interest|Note",
         "number salutation title given_name family_name company description address_form street "
         "postcode place country phone email birthday since visits last_visit allergy caution "
         "usual "
         "likes dislikes keep keep keep keep interest remark"},
        {"Nummer|Anrede|Titel|Vorname|Nachname|Firma|Beschreibung|Sie oder du|Straße|PLZ|Ort|Land|"
         "Telefon|E-Mail|Geburtstag|Bei uns seit|Besuche bisher|Letzter Besuch|Allergie|Achtung|"
         "Einmalig|Üblich|Mag|Mag nicht|Anredewunsch|Nicht anrufen|Gesprächsstoff|Familie|"
         "Interesse|Anlass|Glaube|Notiz",
         "number salutation title given_name family_name company description address_form street "
         "postcode place country phone email birthday since visits last_visit allergy caution keep "
         "usual likes dislikes keep keep keep keep interest keep keep remark"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Mapping) mapping = guess(cases[i].header, "|");
        g_autofree char *fields = fields_of(mapping);
        assert_string_equal(fields, cases[i].expected);
        assert_null(mapping_problem(mapping));
        assert_int_equal(mapping_recognised(mapping), mapping->columns->len);
    }
}

static void mapping_guess__keeps__what_nobody_knows(void **state)
{
    (void)state;
    g_autoptr(Mapping) mapping = guess("Name;Schuhgröße;;Lieblingsfarbe", ";");
    g_autofree char *fields = fields_of(mapping);
    assert_string_equal(fields, "full_name keep keep keep");
    g_autoptr(GPtrArray) unknown = mapping_unrecognised(mapping);
    assert_int_equal(unknown->len, 3);
    assert_string_equal(((MappingColumn *)g_ptr_array_index(unknown, 0))->header, "Schuhgröße");
    mapping_set_field(mapping, 1, LIST_IGNORE);
    mapping_set_field(mapping, 3, LIST_LIKES);
    g_autofree char *changed = fields_of(mapping);
    assert_string_equal(changed, "full_name ignore keep likes");
    assert_int_equal(mapping_recognised(mapping), 3);
}

static void mapping_problem__says__what_is_missing(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        bool headerless;
        const char *word;
    } cases[] = {
        {"Artikel;Preis;Menge", false, "who the customers are"},
        {"Müller;Anna;0421 84220;anna@example.org", true, "already a customer"},
        {"1042;Müller;Anna;28195;Bremen", true, "already a customer"},
        {"Anna Müller;anna@example.org", true, "already a customer"},
        {"Kundenliste 2024", false, "who the customers are"},
        {"Name;Umsatz 2023;Umsatz 2024", false, NULL},
        {"Telefon", false, NULL},
        {"Kd-Nr.", false, NULL},
        {"E-Mail", false, NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Mapping) mapping = guess(cases[i].header, ";");
        assert_int_equal(mapping->headerless, cases[i].headerless);
        const char *problem = mapping_problem(mapping);
        if (cases[i].word) {
            assert_non_null(strstr(problem, cases[i].word));
        } else {
            assert_null(problem);
        }
    }
}

static DayOrder order_of(const char *days)
{
    g_autoptr(Mapping) mapping = guess("Birthday", ";");
    g_auto(GStrv) list = g_strsplit(days, " ", -1);
    for (char **day = list; *day; day++) {
        g_autoptr(GPtrArray) cells = cells_of(*day, ";");
        mapping_count_days(mapping, cells);
    }
    mapping_decide_days(mapping);
    return ((MappingColumn *)g_ptr_array_index(mapping->columns, 0))->day_order;
}

static void mapping_decide_days__finds_the_order__from_the_whole_column(void **state)
{
    (void)state;
    assert_int_equal(order_of("3/5/1956 25/12/1980"), DAY_ORDER_DAY_FIRST);
    assert_int_equal(order_of("3/5/1956 12/25/1980 '12/31/1999"), DAY_ORDER_MONTH_FIRST);
    assert_int_equal(order_of("3/5/1956 25/12/1980 12/25/1980"), DAY_ORDER_UNKNOWN);
    assert_int_equal(order_of("3/5/1956 1980-12-25 25.12.1980 33/44/1980"), DAY_ORDER_UNKNOWN);
    assert_int_equal(order_of(""), DAY_ORDER_UNKNOWN);
}

static void mapping_copy__is_its_own(void **state)
{
    (void)state;
    g_autoptr(Mapping) mapping = guess("Name;Telefon privat;x", ";");
    Mapping *copy = mapping_copy(mapping);
    mapping_set_field(copy, 0, LIST_IGNORE);
    g_autofree char *fields = fields_of(mapping);
    g_autofree char *copied = fields_of(copy);
    mapping_free(copy);
    assert_string_equal(fields, "full_name phone:home keep");
    assert_string_equal(copied, "ignore phone:home keep");
}

static void list_field_label__is_there__for_every_choice(void **state)
{
    (void)state;
    gsize count;
    const ListField *choices = list_field_choices(&count);
    for (gsize i = 0; i < count; i++) {
        assert_true(*list_field_label(choices[i]) != '\0');
        for (gsize k = 0; k < i; k++) {
            assert_int_not_equal(choices[i], choices[k]);
            assert_string_not_equal(list_field_label(choices[i]), list_field_label(choices[k]));
        }
    }
    for (ListField field = LIST_IGNORE; field < LIST_FIELD_COUNT; field++) {
        assert_non_null(list_field_code(field));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mapping_guess__knows_every_column__of_the_known_exports),
        cmocka_unit_test(mapping_guess__tells_the_fields__of_each_export),
        cmocka_unit_test(mapping_guess__tells_the_places__of_the_address_book),
        cmocka_unit_test(mapping_guess__understands__what_people_write),
        cmocka_unit_test(mapping_guess__keeps__what_nobody_knows),
        cmocka_unit_test(mapping_problem__says__what_is_missing),
        cmocka_unit_test(mapping_decide_days__finds_the_order__from_the_whole_column),
        cmocka_unit_test(mapping_copy__is_its_own),
        cmocka_unit_test(list_field_label__is_there__for_every_choice),
    };
    return cmocka_run_group_tests_name("mapping", tests, NULL, NULL);
}

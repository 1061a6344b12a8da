/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that columns of customer lists have: hand-kept lists, address books, shop systems, in
 * German and English. */
#include "data/list/headernames.h"

static const HeaderName names[] = {
    /* Who it is. */
    {"Kundennummer|Kunden-Nr|Kunden-Nr.|Kundennr|Kundnr|Kd-Nr|Kdnr|KdNummer|Kunde Nr|"
     "Kunde Nummer|Kunden ID|Kundenkennung|Debitor|Debitorennummer|Debitoren-Nr|Kartennummer|"
     "Karten-Nr|Kundenkarte|Mitgliedsnummer|Mitglieds-Nr|Customer Number|Customer No|Customer Nr|"
     "Customer ID|Customer #|Cust No|Client ID|Client Number|Member Number|Member ID|"
     "Account Number|Account No|Card Number|Reference ID|Square Customer ID",
     LIST_NUMBER, NULL, false, false},
    {"Nr|Nummer|No|Number|ID|Lfd Nr|Lfd|Laufende Nummer|Autoincrement", LIST_NUMBER, NULL, false,
     true},
    {"Anrede|Salutation|Honorific", LIST_SALUTATION, NULL, false, false},
    {"Titel|Title|Akad Titel|Akademischer Titel|Name Prefix|Prefix|Namenspräfix|Namenszusatz",
     LIST_TITLE, NULL, false, false},
    {"Vorname|Vornamen|Rufname|First Name|Firstname|First|Given Name|Givenname|Forename",
     LIST_GIVEN_NAME, NULL, false, false},
    {"Weitere Vornamen|Zweiter Vorname|2. Vorname|Middle Name|Middlename|Additional Name",
     LIST_MIDDLE_NAME, NULL, false, false},
    {"Nachname|Nachnamen|Familienname|Zuname|Last Name|Lastname|Last|Surname|Family Name",
     LIST_FAMILY_NAME, NULL, false, false},
    {"Suffix|Name Suffix|Namenssuffix", LIST_NAME_SUFFIX, NULL, false, false},
    {"Name|Kunde|Kundin|Kundenname|Name des Kunden|Vollständiger Name|Ganzer Name|"
     "Vor- und Nachname|Vorname Nachname|Vorname und Nachname|"
     "Vorname Name|Kontakt|Kontaktname|Ansprechpartner|Full Name|Fullname|"
     "Customer|Customer Name|Client|Client Name|Contact|Contact Name|Display Name|Anzeigename|"
     "First and Last Name|Account Name",
     LIST_FULL_NAME, NULL, false, false},
    {"Nachname Vorname|Nachname und Vorname|Name Vorname|Name und Vorname|Last Name First Name",
     LIST_FULL_NAME, "sorted", false, false},
    {"Spitzname|Nickname|Nick|Alias", LIST_NICKNAME, NULL, false, false},
    {"Firma|Firmenname|Unternehmen|Betrieb|Organisation|Company|Company Name|Organization|"
     "Organization Name|Business|Business Name|Default Address Company|Billing Company",
     LIST_COMPANY, NULL, false, false},
    {"Beschreibung|Erkennungsmerkmal|Merkmal|Aussehen|Description|Looks", LIST_DESCRIPTION, NULL,
     false, false},
    {"Du/Sie|Du oder Sie|Sie oder du|Du|Duzen|Sie/Du|Anredeform|Formal or informal|Formal|"
     "Address Form|How formal",
     LIST_ADDRESS_FORM, NULL, false, false},

    /* Where they live. */
    {"Straße|Strasse|Str|Straße Nr|Straße und Nr|Straße und Hausnummer|Straße Hausnummer|"
     "Straße Haus-Nr|Str Nr|Str Hausnummer|Anschrift Straße|Adresszeile|Adresszeile 1|Adresse 1|"
     "Anschrift 1|Rechnungsadresse 1|Street|Street Address|Street Address 1|Street 1|Address 1|"
     "Address1|Address Line|Address Line 1|Address Street|Address - Street|Billing Address 1|"
     "Default Address Address1",
     LIST_STREET, NULL, false, false},
    {"Hausnummer|Hausnr|Haus-Nr|HNr|House Number|House No|Street Number", LIST_HOUSE_NUMBER, NULL,
     false, false},
    {"Straße 2|Straße 3|Adresszusatz|Adresszeile 2|Adresse 2|Anschrift 2|Postfach|Zusatz|c/o|"
     "Stockwerk|Wohnung|Street 2|Street 3|Street Address 2|Address 2|Address2|Address 3|"
     "Address Line 2|Apartment|Apt|PO Box|Address - PO Box|Address - Extended Address|"
     "Billing Address 2|Default Address Address2",
     LIST_STREET_MORE, NULL, false, false},
    {"PLZ|Postleitzahl|Post-Leitzahl|ZIP|Zip Code|Zipcode|Postal Code|Postcode|Post Code|"
     "Address - Postal Code|Default Address Zip",
     LIST_POSTCODE, NULL, false, false},
    {"Ort|Stadt|Wohnort|Ortschaft|Gemeinde|City|Town|Place|Locality|Address - City|"
     "Default Address City",
     LIST_PLACE, NULL, false, false},
    {"PLZ Ort|PLZ/Ort|PLZ und Ort|PLZ Wohnort|PLZ Stadt|Postleitzahl Ort|Postleitzahl und Ort|"
     "Zip City|Postcode and place",
     LIST_POSTCODE_PLACE, NULL, false, false},
    {"Bundesland|Region|Kanton|Bundesland/Kanton|Provinz|State|Province|County|State/Province|"
     "Address - Region|Province Code|Default Address Province|Default Address Province Code",
     LIST_REGION, NULL, false, false},
    {"Land|Staat|Land/Region|Country|Country/Region|Country Code|Ländercode|Address - Country|"
     "Default Address Country|Default Address Country Code",
     LIST_COUNTRY, NULL, false, false},
    {"Adresse|Anschrift|Postanschrift|Wohnadresse|Address|Mailing Address|Postal Address|"
     "Full Address|Address - Formatted",
     LIST_ADDRESS, NULL, false, false},
    {"Address - Label|Address - Type", LIST_ADDRESS, NULL, true, false},
    {"Weitere Straße", LIST_STREET, "other", false, false},
    {"Weitere Straße 2|Weitere Straße 3|Weiteres Postfach", LIST_STREET_MORE, "other", false,
     false},
    {"Weiterer Ort", LIST_PLACE, "other", false, false},
    {"Weiteres/r Bundesland/Kanton", LIST_REGION, "other", false, false},
    {"Weitere Postleitzahl", LIST_POSTCODE, "other", false, false},
    {"Weiteres/e Land/Region", LIST_COUNTRY, "other", false, false},

    /* How to reach them. */
    {"Telefon|Tel|Telefonnummer|Telefon-Nr|Telefonnr|Tel Nr|Telnr|Rufnummer|Fon|Festnetz|"
     "Haupttelefon|Telefon/Handy|Telefon Mobil|Tel Handy|Telefon oder Handy|Phone|Phone Number|"
     "Phone No|Phone #|Telephone|Telephone Number|Primary Phone|Main Phone|Phone - Value|"
     "Default Address Phone|Landline",
     LIST_PHONE, NULL, false, false},
    {"Handy|Mobil|Mobiltelefon|Mobilnummer|Handynummer|Handynr|Handy-Nr|Mobilfunk|Mobile|"
     "Mobile Phone|Mobile Number|Cell|Cell Phone|Cellphone|Cell Number|WhatsApp|Autotelefon|"
     "Car Phone",
     LIST_PHONE, "mobile", false, false},
    {"Telefon Firma|Company Main Phone|Telefon Büro|Telefon Arbeit|Tel g|Tel d|Büro Telefon",
     LIST_PHONE, "work", false, false},
    {"Tel p|Festnetz privat", LIST_PHONE, "home", false, false},
    {"Weiteres Telefon|Billing Phone|Shipping Phone|Telefon für Hörbehinderte|TTY/TDD Phone|"
     "Callback|Rückmeldung|Radio Phone|Telefon alternativ|Zweitnummer",
     LIST_PHONE, "other", false, false},
    {"Phone - Label|Phone - Type", LIST_PHONE, NULL, true, false},
    {"E-Mail|Email|Mail|eMail-Adresse|E-Mail-Adresse|Mailadresse|E-Mail Adresse|Mail-Adresse|"
     "E-Mail: Adresse|Email Address|E-mail Address|Mail Address|E-mail - Value|Email - Value",
     LIST_EMAIL, NULL, false, false},
    {"E-mail - Label|E-mail - Type|Email - Type|Email - Label", LIST_EMAIL, NULL, true, false},
    {"Webseite|Website|Homepage|Internet|Internetseite|Web Page|URL|Web|Website - Value|"
     "Persönliche Webseite",
     LIST_WEBSITE, NULL, false, false},
    {"Website - Label|Website - Type", LIST_WEBSITE, NULL, true, false},
    {"Kontaktweg|Bevorzugter Kontaktweg|Bevorzugter Kontakt|Erreichbar per|Preferred Contact|"
     "Preferred way of contact|Preferred Channel|Preferred Contact Method|Contact Preference",
     LIST_CHANNEL, NULL, false, false},
    {"Sprache|Language|Locale", LIST_LANGUAGE, NULL, false, false},
    {"Klasse|Kundenklasse|ABC|ABC-Klasse|ABC-Kunde|A/B/C|Kundenwert|Betreuungsklasse|Class|"
     "Customer Class|ABC Class|Client Class",
     LIST_CLASS, NULL, false, false},
    {"Nähe|Wie nah|Closeness", LIST_CLOSENESS, NULL, false, false},
    {"Newsletter|Newsletter ja/nein|Newsletter per E-Mail|E-Mail-Werbung|Werbung per E-Mail|"
     "Werbung E-Mail|Werbung|Werbeeinwilligung|Accepts Email Marketing|Accepts Marketing|"
     "Email Marketing|Email Subscription Status|E-Mail-Marketing|Agreed to news by e-mail|"
     "Marketing Consent|Newsletter abonniert",
     LIST_NEWS_EMAIL, NULL, false, false},
    {"Accepts SMS Marketing|SMS Marketing|SMS-Werbung|Werbung per SMS|Newsletter per SMS|"
     "Agreed to news by SMS",
     LIST_NEWS_SMS, NULL, false, false},
    {"Werbung per Telefon|Telefonwerbung|Agreed to news by phone", LIST_NEWS_PHONE, NULL, false,
     false},
    {"Werbung per Post|Postwerbung|Agreed to news by post", LIST_NEWS_POST, NULL, false, false},

    /* Days and people. */
    {"Geburtstag|Geburtsdatum|Geb|Geb-Datum|Geb-Dat|Geb Datum|Geb am|Geboren|Geboren am|Geb-Tag|"
     "Geburtstag am|Birthday|Birth Date|Birthdate|Date of Birth|DOB|Born|Bday|Born on|"
     "Fecha de nacimiento|Geboortedatum",
     LIST_BIRTHDAY, NULL, false, false},
    {"Hochzeitstag|Hochzeit|Hochzeitsdatum|Jahrestag|Anniversary|Wedding|Wedding Day|"
     "Wedding Date|Wedding Anniversary",
     LIST_WEDDING, NULL, false, false},
    {"Namenstag|Name Day|Nameday", LIST_NAME_DAY, NULL, false, false},
    {"Event - Value", LIST_EVENT, NULL, false, false},
    {"Event - Label|Event - Type", LIST_EVENT, NULL, true, false},
    {"Partner|Partnerin|Partner/in|Partner(in)|Ehepartner|Ehemann|Ehefrau|Mann|Lebenspartner|"
     "Spouse|Husband|Wife",
     LIST_PARTNER, NULL, false, false},
    {"Kinder|Kind|Tochter|Sohn|Children|Child|Kids", LIST_CHILDREN, NULL, false, false},
    {"Relation - Value", LIST_RELATION, NULL, false, false},
    {"Relation - Label|Relation - Type", LIST_RELATION, NULL, true, false},
    {"Kunde seit|Bei uns seit|Stammkunde seit|Kundin seit|Seit|Angelegt|Angelegt am|Erstellt|"
     "Erstellt am|Erfasst am|Eintritt|Registriert am|Erster Besuch|Customer Since|Since|Client "
     "Since|"
     "Member Since|First Visit|Sign Up|Registered|Created|Created At|Date Created|Date Added|"
     "Anmeldung|Registrierung",
     LIST_SINCE, NULL, false, false},
    {"Letzter Besuch|Zuletzt da|Zuletzt|Zuletzt besucht|Letzter Einkauf|Letzter Kauf|Last Visit|"
     "Last Purchase|Last Seen|Last Order|Last Order Date|Last Active|Zuletzt aktiv",
     LIST_LAST_VISIT, NULL, false, false},
    {"Besuche|Anzahl Besuche|Besuche bisher|Einkäufe|Anzahl Einkäufe|Bestellungen|Visits|"
     "Visits so far|Visit Count|Total Visits|Number of Visits|Transaction Count|Orders|"
     "Total Orders|Orders Count|Order Count",
     LIST_VISITS, NULL, false, false},

    /* What is known of them. */
    {"Bemerkung|Bemerkungen|Notiz|Notizen|Kommentar|Kommentare|Info|Infos|Anmerkung|Anmerkungen|"
     "Hinweis|Hinweise|Sonstiges|Vermerk|Besonderheit|Besonderheiten|Zusatzinfo|Memo|Text|"
     "Freitext|Note|Notes|Comment|Comments|Remark|Remarks|Customer Note|Internal Note",
     LIST_REMARK, NULL, false, false},
    {"Mag|Mag gern|Vorlieben|Vorliebe|Lieblingskuchen|Lieblingsprodukt|Lieblingsartikel|Favorit|"
     "Favoriten|Likes|Preferences|Favorites|Favourites|Favorite",
     LIST_LIKES, NULL, false, false},
    {"Mag nicht|Abneigung|Abneigungen|Dislikes", LIST_DISLIKES, NULL, false, false},
    {"Allergie|Allergien|Allergene|Unverträglichkeit|Unverträglichkeiten|"
     "Allergie/Unverträglichkeit|Allergien/Unverträglichkeiten|Allergien und Unverträglichkeiten|"
     "Allergy|Allergies|Allergens|Intolerance|Intolerances|Dietary Restrictions|Diät",
     LIST_ALLERGY, NULL, false, false},
    {"Üblich|Übliches|Wie immer|Das Übliche|Stammbestellung|Bestellt immer|Standardbestellung|"
     "Usual|The usual|Usual Order",
     LIST_USUAL, NULL, false, false},
    {"Hobby|Hobbys|Hobbies|Interessen|Interesse|Interests|Interest", LIST_INTEREST, NULL, false,
     false},
    {"Achtung|Vorsicht|Warnung|Caution|Warning|Careful", LIST_CAUTION, NULL, false, false},
    {"Tags|Schlagworte|Schlagwörter|Stichwörter|Stichworte|Kategorie|Kategorien|Gruppe|Gruppen|"
     "Kundengruppe|Categories|Category|Keywords|Labels|Group|Groups|Group Membership",
     LIST_TAGS, NULL, false, false},

    /* Known, and worth a note with its heading when there is something in it. */
    {"Abteilung|Department|Organization Department|Position|Job Title|Organization Title|Beruf|"
     "Profession|Büro|Office Location|Assistent(in)|Assistent|Assistant's Name|Telefon Assistent|"
     "Assistant's Phone|Name des/r Vorgesetzten|Manager's Name|Empfohlen von|Referred By|Pager|"
     "Location|Custom Field - Value|Benutzer|User|Occasion|Anlass|Family|Familie|How to address|"
     "Anredewunsch|Do not call|Nicht anrufen|To talk about|Gesprächsstoff|Belief|Glaube|Once|"
     "Einmalig|Umsatz|Lifetime Spend|Total Spent|Total Spend|Amount Spent|"
     "Gesamtausgaben|Blocked from online booking|Discount|Rabatt|DM",
     LIST_KEEP, NULL, false, false},
    {"Custom Field - Label|Custom Field - Type", LIST_KEEP, NULL, true, false},

    /* Known, and of no use at the counter. */
    {"Phonetic First Name|Phonetic Middle Name|Phonetic Last Name|File As|Photo|Initialen|"
     "Initials|Geschlecht|Gender|Sex|Fax|Telefax|Faxnummer|Fax Number|Weiteres Fax|Other Fax|"
     "Business Fax|Home Fax|Telex|ISDN|Abrechnungsinformation|Billing Information|E-Mail-Typ|"
     "E-Mail: Typ|E-mail Type|E-Mail: Angezeigter Name|E-mail Display Name|Internet Frei/Gebucht|"
     "Internet Free Busy|Konto|Account|Organisationsnr|Organizational ID Number|Priorität|"
     "Priority|Privat|Private|Reisekilometer|Mileage|Sozialversicherungsnr|Government ID Number|"
     "Vertraulichkeit|Sensitivity|Verzeichnisserver|Directory Server|Creation Source|"
     "Instant Profile|Tax Exempt|Taxable|Discount Type|Consent|Username|Benutzername|Role|AOV|"
     "Active|Affiliate Code|Bound Sales Channel ID|Campaign Code|Creator|Updated At|Version|"
     "Steuerbefreit",
     LIST_IGNORE, NULL, false, false},
};

const HeaderName *header_names(gsize *count)
{
    *count = G_N_ELEMENTS(names);
    return names;
}

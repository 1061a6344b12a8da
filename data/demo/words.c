/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the clerks of a cake shop write of their customers. */
#include "data/demo/words.h"

#define TABLE(name) const WordTable words_##name = {name, G_N_ELEMENTS(name)}

static const char *const usual[] = {
    "Zwei Stück Käsekuchen",
    "Cappuccino und Croissant",
    "Roggenbrot, geschnitten",
    "Vier Dinkelbrötchen",
    "Sechs Brötchen, gemischt",
    "Nusshörnchen, kleiner Kaffee",
    "Apfeltasche, warm",
    "Mohnstriezel",
    "Streuselkuchen, zwei Stück",
    "Schwarzwälder, ein Stück",
    "Franzbrötchen",
    "Franzbrötchen, Latte macchiato",
    "Vollkornbrot, ein halbes",
    "Bienenstich, drei Stück",
    "Rosinenbrötchen, Kakao",
    "Torte für 8, Frankfurter Kranz",
    "Butterkuchen am Samstag",
    "Ein Pfund Kaffee, gemahlen",
    "Zitronenrolle",
    "Schokotorte für 12",
    "Quarkbällchen, eine Tüte",
    "Laugenecke, Orangensaft",
    "Kürbiskernbrot",
    "Zwei Berliner, ein Tee",
    "Baguette und Zopf",
    "Pralinen, 200 g gemischt",
    "Erdbeerschnitte, im Sommer",
    "Apfelstrudel mit Sahne",
    "Hefezopf am Sonntagmorgen",
    "Obstboden, klein",
    "Marmorkuchen, ein halber",
    "Espresso, ein Amarettini",
    "Windbeutel, zwei",
    "Brezel, ohne Salz",
    "Donauwelle",
    "Friesentorte, zwei Stück",
    "Milchkaffee und die Zeitung",
    "Zimtschnecke",
    "Sachertorte, klein",
    "Mandelhörnchen",
    "Linzer Torte",
    "Tee, ein Stück Möhrenkuchen",
    "Acht Brötchen, freitags",
    "Sauerteigbrot, 750 g",
    "Käsebrötchen auf die Hand",
    "Waffel mit Kirschen",
    "Heiße Schokolade",
    "Puddingbrezel",
    "Sonntags vier Stück Torte",
    "Rhabarberkuchen, im Mai",
    "Baiser, eine Tüte",
};
TABLE(usual);

static const char *const company_usual[] = {
    "Freitags 20 Brötchen, belegt", "Montags Obstkuchen, ein Blech", "Kaffee für die Besprechung",
    "Torte bei Jubiläen, mit Logo", "Frühstück für 12, monatlich",   "Kekse für den Empfang",
    "Adventsgebäck für Kunden",     "Zwei Bleche Streusel",
};
TABLE(company_usual);

static const char *const likes[] = {
    "Erdbeer",
    "Vanille",
    "Zartbitter",
    "Pistazie",
    "Nougat",
    "Marzipan",
    "Kirschen",
    "wenig Sahne",
    "Zitrone",
    "Himbeer",
    "Sitzplatz am Fenster",
    "starker Kaffee",
    "Mohn",
    "Haselnuss",
    "Randstücke",
    "frisch aus dem Ofen",
    "Hafermilch",
    "Rhabarber",
    "dunkle Kruste",
    "Zimt",
    "Karamell",
    "Baiser",
    "Kaffee ohne Zucker",
    "Eierlikör",
    "Buttercreme",
};
TABLE(likes);

static const char *const dislikes[] = {
    "Rosinen",      "Marzipan",   "Buttercreme",      "Alkohol in der Torte", "Kokos", "zu süß",
    "Plastiktüten", "Zitronat",   "Gelatine",         "Warten an der Kasse",  "Mohn",  "Lakritz",
    "Kümmel",       "viel Sahne", "Papierstrohhalme",
};
TABLE(dislikes);

static const char *const allergy[] = {
    "Haselnuss", "Walnuss", "Erdnuss", "Gluten",      "Laktose",   "Ei",
    "Soja",      "Sesam",   "Mandel",  "Milcheiweiß", "Erdbeeren", "Fruktose",
};
TABLE(allergy);

static const char *const caution[] = {
    "hört schlecht",       "Rollstuhl: Tür auf", "zahlt nur bar",      "keine Umarmung",
    "Hund bleibt draußen", "braucht Quittung",   "nichts anschreiben", "sieht schlecht",
};
TABLE(caution);

static const char *const no_call[] = {
    "vor 10 Uhr",         "Sa vormittag",       "nach 20 Uhr", "mittags, da schläft das Kind",
    "während der Arbeit", "freitags ab 14 Uhr", "sonntags",    "im August",
};
TABLE(no_call);

static const char *const belief[] = {
    "isst halal",        "ohne Gelatine vom Schwein",     "isst koscher",
    "fastet im Ramadan", "fastet vor Ostern, kein Süßes",
};
TABLE(belief);

static const char *const interest[] = {
    "singt im Kirchenchor",
    "Schrebergarten am Kanal",
    "Fußball, Dauerkarte",
    "malt Aquarelle",
    "fährt Rennrad",
    "sammelt alte Postkarten",
    "hat einen Dackel",
    "Imker, sechs Völker",
    "spielt Skat, donnerstags",
    "segelt",
    "hat zwei Katzen",
    "näht Trachten",
    "liest Krimis",
    "läuft Marathon",
    "Modelleisenbahn",
    "züchtet Rosen",
    "kegelt, dienstags",
    "tanzt Tango",
    "geht pilgern",
    "Fotoclub",
    "backt selbst gern Brot",
    "Theater-Abo",
    "wandert im Harz",
    "spielt Saxophon",
};
TABLE(interest);

static const char *const occasion[] = {
    "Weihnachten: Stollen, zwei Stück",
    "Ostern: Osterzopf, groß",
    "Kohlfahrt im Februar, Kuchen für 20",
    "Sommerfest im Juli",
    "Zuckerfest: Baklava, ein Blech",
    "Adventskaffee mit den Nachbarn",
    "Erntedank: drei Brote",
    "Klassentreffen im September",
};
TABLE(occasion);

static const char *const talk[] = {
    "War zwei Wochen auf Rügen",
    "Enkelin ist eingeschult",
    "Neue Hüfte, geht jetzt ohne Stock",
    "Sohn macht das Abitur",
    "Baut gerade um",
    "Hat eine neue Stelle",
    "Die Tochter heiratet im Mai",
    "Umzug nach Neustadt geplant",
    "Hat den Führerschein bestanden",
    "Fragt nach dem Rezept vom Mohnkuchen",
    "Urlaub in der Bretagne",
    "Ist Oma geworden",
    "Neues Fahrrad mit Motor",
    "Der Garten stand unter Wasser",
    "Macht jetzt einen Backkurs",
    "War beim Konzert im Stadtpark",
    "Ist in Rente seit dem Frühjahr",
    "Lernt Italienisch",
    "Der Hund war beim Tierarzt",
    "Hat im Lotto drei Richtige",
    "Wie war die Taufe?",
    "Wie läuft der neue Laden?",
    "Fußballturnier der Enkel",
    "Renovierte Küche, endlich fertig",
    "Prüfung bestanden, gratulieren",
    "Kreuzfahrt nach Norwegen",
    "Ehrenamt bei der Tafel",
    "Schreibt an einem Buch",
    "Der neue Kater heißt Moritz",
    "Erntet dieses Jahr viele Quitten",
};
TABLE(talk);

static const char *const note[] = {
    "Bringt die Tortenplatte immer zurück",
    "Holt für die Nachbarin mit ab",
    "Hat nach veganem Kuchen gefragt",
    "Möchte den Kassenbon nicht",
    "Kommt mit eigener Dose",
    "Sitzt gern hinten am Ofen",
    "Bestellt lieber am Telefon",
    "Kommt meistens kurz vor Schluss",
    "Hat die neue Torte probiert, begeistert",
    "Nimmt für das Büro mit",
    "Kuchenmesser ausgeliehen und gebracht",
    "Probierte den Stollen, gern wieder",
    "Fand die Kruste diesmal zu dunkel",
    "Lobte die Bedienung am Bahnhof",
    "Zahlt mit Karte",
    "Fragte nach Öffnungszeiten an Feiertagen",
    "Hat uns weiterempfohlen",
    "Wollte mehr Auswahl ohne Zucker",
    "Gutschein verschenkt",
    "Kommt jetzt öfter nach Neustadt",
};
TABLE(note);

static const char *const once[] = {
    "Schal im Büro",     "Probe mitgeben",     "Rückgeld 2,00 €",   "Brille im Büro",
    "Rezept mitgeben",   "Handschuhe im Büro", "Osterliste zeigen", "Buch von Emma",
    "Tortenbuch zeigen", "Platte abholen",
};
TABLE(once);

static const char *const family[] = {
    "drei Enkel",
    "Zwillinge, zwei Jahre alt",
    "Sohn lebt in Kanada",
    "Mutter wohnt im Lindenstift",
    "Mann ist Lehrer am Gymnasium",
    "vier Geschwister",
    "Tochter studiert in Leipzig",
    "verwitwet seit 2019",
    "Patentante von Emmas Nichte",
    "frisch verheiratet",
    "zwei Söhne, beide im Handball",
    "Schwiegermutter kommt freitags",
};
TABLE(family);

static const char *const description[] = {
    "Studentin mit Cello",          "Der mit dem Hut",
    "Postbotin, mag Kakao",         "Opa mit den Zwillingen",
    "Radfahrer, gelber Helm",       "Frau mit Dackel Waldi",
    "Herr vom Finanzamt",           "Lehrerin mit roter Brille",
    "Busfahrer der Linie 4",        "Zahnarzthelferin von nebenan",
    "Handwerker, blauer Kombi",     "Die drei vom Chor",
    "Junger Vater mit Lastenrad",   "Dame mit dem Silberfuchs",
    "Schachspieler am Fenster",     "Läuferin, immer um sieben",
    "Zwei Polizisten, Frühschicht", "Mann mit dem Pudel",
    "Studentin mit grünen Haaren",  "Ältere Dame, Gehwagen",
    "Bauarbeiter von der Brücke",   "Pfarrer aus Erlenau",
    "Frau mit den Katzenohrringen", "Marktfrau vom Käsestand",
};
TABLE(description);

static const char *const company[] = {
    "Blumen Schröder",       "Zahnarztpraxis am Markt", "Steuerbüro Kühn & Partner",
    "Kita Regenbogen",       "Autohaus Petersen",       "Buchhandlung Seitenwind",
    "Kanzlei Dr. Vogt",      "Tischlerei Holst",        "Optik Lindner",
    "Fahrschule Neustadt",   "Hotel Zur Post",          "Apotheke am Bahnhof",
    "Friseur Schnittstelle", "Stadtbücherei",           "Seniorenstift Lindenhof",
    "Malerbetrieb Yıldız",   "Reisebüro Fernweh",       "Grundschule am Kanal",
    "Elektro Nowak GmbH",    "Musikschule Allegro",     "Yogastudio Atempause",
    "Feuerwehr Lindenbrück", "Weinhandlung Rossi",      "Radhaus Neustadt",
};
TABLE(company);

static const char *const street[] = {
    "Am Markt",
    "Bahnhofstraße",
    "Lindenallee",
    "Schulstraße",
    "Gartenweg",
    "Am Kanal",
    "Kirchplatz",
    "Mühlenweg",
    "Rosenstraße",
    "Neustädter Ring",
    "Bergstraße",
    "Goethestraße",
    "Birkenweg",
    "Lange Straße",
    "Am Dobben",
    "Feldstraße",
    "Hafenstraße",
    "Brückenstraße",
    "Wiesengrund",
    "Schillerstraße",
    "Eichendorffweg",
    "Marienstraße",
    "Alte Gasse",
    "Kastanienallee",
    "Ringstraße",
    "Fliederweg",
    "Deichstraße",
    "Turmstraße",
    "Poststraße",
    "Große Straße",
    "Amselweg",
    "Heinrich-Heine-Straße",
    "Sankt-Jürgen-Straße",
};
TABLE(street);

/* An invented town and the villages around it, with postcodes nobody has. */
const WordPlace words_place[] = {
    {"21999", "Lindenbrück"},
    {"21998", "Erlenau"},
    {"21997", "Moorkamp"},
    {"21996", "Hohenrath"},
};
const guint words_place_count = G_N_ELEMENTS(words_place);

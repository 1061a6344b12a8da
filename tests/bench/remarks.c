/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What clerks write of people, and where people live. */
#include "tests/bench/remarks.h"

#include "data/demo/words.h"
#include "tests/bench/zipf.h"

struct BenchRemarks {
    char **tastes, **bakes; /* "Erdbeer" and "torte" */
    char **streets;         /* without numbers */
    Zipf *taste_zipf, *bake_zipf, *street_zipf, *town_zipf;
};

static const char tastes[] =
    "Erdbeer Schoko Apfel Käse Nuss Mohn Kirsch Butter Dinkel Roggen Vollkorn Quark Mandel Vanille "
    "Himbeer Zitronen Zimt Pflaumen Sahne Marzipan Nougat Haselnuss Karamell Rhabarber Heidelbeer "
    "Möhren Kürbis Walnuss Pistazien Johannisbeer Stachelbeer Birnen Aprikosen Pfirsich Bananen "
    "Kokos Kaffee Mokka Joghurt Buttermilch Honig Weizen Hafer Sesam Sonnenblumen Leinsamen Malz "
    "Kartoffel Zwiebel Oliven Rosinen Ingwer Orangen Mango Maracuja Holunder Brombeer Trauben "
    "Kräuter Speck Laugen Milch Grieß Lebkuchen Spekulatius Amaretto Rum Eierlikör Cassis Feigen "
    "Maronen Sanddorn Hagebutten Pfeffer Lavendel";
static const char bakes[] =
    "torte kuchen brötchen brot schnitte hörnchen tasche rolle strudel schnecke zopf muffin "
    "streusel stange plätzchen kekse brezel roulade creme kranz törtchen taler ecke stollen waffel "
    "eis pralinen krapfen traum küsse flammkuchen knoten kipferl fladen";
static const char *const how_many[] = {
    "zwei Stück ", "vier ", "sechs ", "ein halbes ", "zehn ", "drei ", "", "", "", ""};
static const char *const when[] = {" am Samstag",
                                   " freitags",
                                   " zum Frühstück",
                                   " ohne Zucker",
                                   " mit Sahne",
                                   " warm",
                                   "",
                                   "",
                                   "",
                                   ""};

static const char *const animals[] = {
    "Dackel",        "Pudel",        "Labrador",   "Schäferhund",
    "Terrier",       "Kater",        "Mops",       "Beagle",
    "Boxer",         "Collie",       "Papagei",    "Hamster",
    "Wellensittich", "Bernhardiner", "Dalmatiner", "Husky",
    "Rauhaardackel", "Spaniel",      "Windhund",   "Igel",
    "Spitz",         "Setter",       "Esel",       "Berner Sennenhund",
};
static const char *const pet_names[] = {
    "Waldi",  "Bello", "Luna",  "Emma",  "Balu",    "Rocky", "Max",  "Paula",  "Lotte", "Felix",
    "Moritz", "Kira",  "Oskar", "Minka", "Strolch", "Jacko", "Rudi", "Hexe",   "Fips",  "Susi",
    "Bruno",  "Sam",   "Amy",   "Nala",  "Idefix",  "Lumpi", "Paco", "Flocke", "Tiger", "Momo",
};
static const char *const work[] = {
    "arbeitet im Rathaus",
    "Lehrerin an der Gesamtschule",
    "fährt Bus, Linie 4",
    "Ärztin im Klinikum",
    "hat die Gärtnerei am Wall",
    "Tischler, eigene Werkstatt",
    "Steuerberater am Markt",
    "Krankenpfleger, Nachtschicht",
    "arbeitet bei der Sparkasse",
    "Hebamme",
    "Architektin",
    "Schornsteinfeger",
    "studiert Geografie",
    "Polizistin, Frühdienst",
    "Hausmeister der Grundschule",
    "Optikerin von gegenüber",
    "Journalist beim Kurier",
    "leitet den Kirchenchor",
    "Fischhändler am Hafen",
    "Küster von Sankt Martin",
    "Fahrlehrer",
    "Bibliothekarin",
    "Physiotherapeut",
    "Goldschmiedin im Viertel",
    "Rentner, war Werftarbeiter",
    "Kapitänin",
    "Imker mit Marktstand",
};

static const char *const who[] = {
    "Studentin",
    "Student",
    "Herr",
    "Dame",
    "Opa",
    "Oma",
    "Frau",
    "Mann",
    "Lehrerin",
    "Handwerker",
    "Postbotin",
    "Radfahrer",
    "Läuferin",
    "Junge",
    "Mädchen",
    "Busfahrer",
    "Polizist",
    "Pfarrer",
    "Malerin",
    "Bauarbeiter",
    "Krankenschwester",
    "Vater",
    "Mutter",
    "Nachbarin",
    "Rentner",
    "Professor",
    "Marktfrau",
    "Fischer",
    "Musiker",
    "Gärtnerin",
    "Taxifahrer",
    "Tänzerin",
    "Hausmeister",
    "Zahnarzthelferin",
};
static const char *const with[] = {
    "mit Cello",        "mit Dackel",       "mit gelbem Helm",     "mit Zwillingen",
    "mit Gehwagen",     "mit roter Brille", "mit grünen Haaren",   "mit Lastenrad",
    "mit dem Hut",      "mit Pudel",        "mit Katzenohrringen", "mit Silberfuchs",
    "mit langem Bart",  "mit Pfeife",       "mit Kinderwagen",     "mit Rucksack",
    "mit Geige",        "mit Regenschirm",  "mit Glatze",          "mit Locken",
    "mit Zopf",         "mit Latzhose",     "mit Krawatte",        "mit Motorrad",
    "mit Schäferhund",  "mit Skateboard",   "mit blauem Mantel",   "mit Strohhut",
    "mit Tätowierung",  "mit Hosenträgern", "mit Einkaufsroller",  "mit Gipsarm",
    "mit Sonnenbrille", "mit Kopfhörern",   "mit Zeitung",         "mit Perlenkette",
    "mit Stock",        "mit Schirmmütze",  "mit Lederjacke",      "mit Fahrradkorb",
};
static const char *const besides[] = {
    "von gegenüber",      "vom Finanzamt",     "immer um sieben",      "aus der Apotheke",
    "vom Chor",           "kurz vor Schluss",  "vom Bauhof",           "mag Kakao",
    "sitzt am Fenster",   "spielt Schach",     "liest Krimis",         "holt für die Kita",
    "aus dem Yogastudio", "montags",           "donnerstags",          "am Monatsende",
    "zahlt klein",        "lacht laut",        "spricht Platt",        "aus Schottland",
    "wohnt im Turm",      "vom Käsestand",     "trinkt Espresso",      "bringt die Dose mit",
    "von der Fähre",      "singt beim Warten", "aus dem Plattenladen", "vom Ruderverein",
};
static const char *const trades[] = {
    "Bäckerei",   "Praxis",       "Kanzlei",      "Autohaus",    "Blumen",
    "Tischlerei", "Optik",        "Friseur",      "Elektro",     "Steuerbüro",
    "Fahrschule", "Buchhandlung", "Malerbetrieb", "Weinhandel",  "Metzgerei",
    "Gasthof",    "Gärtnerei",    "Reisebüro",    "Architekten", "Dachdecker",
};
static const char *const forms[] = {"GmbH", "& Söhne", "KG", "& Partner", "", "", "", ""};

static const char street_heads[] =
    "Bahnhof Schul Garten Haupt Kirch Mühlen Berg Linden Birken Feld Hafen Brücken Goethe Schiller "
    "Ring Rosen Wald Wiesen Eichen Markt Deich Post Turm Amsel Flieder Kastanien Marien Ahorn "
    "Buchen Tannen Erlen Weiden Ulmen Eschen Kiefern Finken Drossel Meisen Lerchen Schwalben "
    "Mozart Beethoven Lessing Kant Hegel Luther Bismarck Wilhelm Friedrich Karl Johannes Jakobi "
    "Petri Paulus Martini Nikolai Kloster Burg Schloss Park See Teich Bach Quellen Brunnen Moor "
    "Heide Sand Kies Ziegel Töpfer Weber Schmiede Gerber Fischer Schäfer Jäger Bauern Nelken "
    "Tulpen Astern Dahlien Veilchen Holunder Hasel Schlehen Kirschen Apfel Birnen Sonnen Stern "
    "Nord Süd Ost West Ober Unter Neu Alt";
static const char street_ends[] = "straße weg allee platz gasse ring damm ufer winkel";

typedef struct {
    const char *name;
    guint postcode, postcodes; /* the first, and how many follow each other */
} Town;
static const Town towns[] = {
    {"Bremen", 28195, 140},
    {"Delmenhorst", 27749, 5},
    {"Oldenburg", 26121, 14},
    {"Achim", 28832, 1},
    {"Stuhr", 28816, 1},
    {"Weyhe", 28844, 1},
    {"Lilienthal", 28865, 1},
    {"Ritterhude", 27721, 1},
    {"Syke", 28857, 1},
    {"Verden", 27283, 1},
    {"Worpswede", 27726, 1},
    {"Ganderkesee", 27777, 1},
    {"Bremerhaven", 27568, 12},
    {"Schwanewede", 28790, 1},
    {"Oyten", 28876, 1},
    {"Ottersberg", 28870, 1},
    {"Bassum", 27211, 1},
    {"Wildeshausen", 27793, 1},
    {"Hude", 27798, 1},
    {"Osterholz-Scharmbeck", 27711, 1},
    {"Rotenburg", 27356, 1},
    {"Brake", 26919, 1},
    {"Berne", 27804, 1},
    {"Lemwerder", 27809, 1},
    {"Hamburg", 20095, 400},
    {"Hannover", 30159, 90},
    {"Bad Zwischenahn", 26160, 1},
    {"Westerstede", 26655, 1},
    {"Cuxhaven", 27472, 6},
    {"Zeven", 27404, 1},
    {"Vechta", 49377, 1},
    {"Cloppenburg", 49661, 1},
    {"Diepholz", 49356, 1},
    {"Nienburg", 31582, 1},
    {"Sulingen", 27232, 1},
    {"Twistringen", 27239, 1},
    {"Thedinghausen", 27321, 1},
    {"Langwedel", 27299, 1},
    {"Grasberg", 28879, 1},
    {"Tarmstedt", 27412, 1},
};

#define PICK(chance, table) chance_pick(chance, table, G_N_ELEMENTS(table))

static char **all_streets(void)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    g_auto(GStrv) heads = g_strsplit(street_heads, " ", -1);
    g_auto(GStrv) ends = g_strsplit(street_ends, " ", -1);
    for (guint i = 0; i < words_street.count; i++) {
        g_ptr_array_add(list, g_strdup(words_street.texts[i]));
    }
    for (guint k = 0; ends[k] != NULL; k++) {
        for (guint i = 0; heads[i] != NULL; i++) {
            g_ptr_array_add(list, g_strconcat(heads[i], ends[k], NULL));
        }
    }
    g_ptr_array_add(list, NULL);
    return (char **)g_ptr_array_steal(list, NULL);
}

BenchRemarks *bench_remarks_new(void)
{
    BenchRemarks *remarks = g_new0(BenchRemarks, 1);
    remarks->tastes = g_strsplit(tastes, " ", -1);
    remarks->bakes = g_strsplit(bakes, " ", -1);
    remarks->streets = all_streets();
    remarks->taste_zipf = zipf_new(g_strv_length(remarks->tastes), 1, 2);
    remarks->bake_zipf = zipf_new(g_strv_length(remarks->bakes), 1, 2);
    remarks->street_zipf = zipf_new(g_strv_length(remarks->streets), 0.7, 5);
    remarks->town_zipf = zipf_new(G_N_ELEMENTS(towns), 1.3, 0);
    return remarks;
}

void bench_remarks_free(BenchRemarks *remarks)
{
    if (remarks != NULL) {
        g_strfreev(remarks->tastes);
        g_strfreev(remarks->bakes);
        g_strfreev(remarks->streets);
        zipf_free(remarks->taste_zipf);
        zipf_free(remarks->bake_zipf);
        zipf_free(remarks->street_zipf);
        zipf_free(remarks->town_zipf);
        g_free(remarks);
    }
}

static char *article(const BenchRemarks *remarks, Chance *chance)
{
    return g_strconcat(remarks->tastes[zipf_draw(remarks->taste_zipf, chance)],
                       remarks->bakes[zipf_draw(remarks->bake_zipf, chance)], NULL);
}

static char *order(const BenchRemarks *remarks, Chance *chance)
{
    g_autofree char *what = article(remarks, chance);
    return g_strconcat(PICK(chance, how_many), what, PICK(chance, when), NULL);
}

static char *from_table(Chance *chance, const WordTable *table)
{
    return g_strdup(table->texts[chance_ranked(chance, table->count)]);
}

static char *pet(Chance *chance)
{
    const char *animal = PICK(chance, animals);
    return chance_of(chance, 60)
               ? g_strdup_printf("hat einen %s, %s", animal, PICK(chance, pet_names))
               : g_strdup_printf("hat einen %s", animal);
}

char *bench_remarks_fact(const BenchRemarks *remarks, Chance *chance, const char **kind)
{
    guint dice = chance_below(chance, 100);
    if (dice < 34) {
        *kind = "usual";
        return order(remarks, chance);
    }
    if (dice < 54) {
        *kind = "likes";
        return chance_of(chance, 60) ? article(remarks, chance) : from_table(chance, &words_likes);
    }
    if (dice < 60) {
        *kind = "dislikes";
        return from_table(chance, &words_dislikes);
    }
    if (dice < 65) {
        *kind = "allergy";
        return from_table(chance, &words_allergy);
    }
    *kind = dice < 82 ? "interest" : "note";
    if (dice < 74) {
        return pet(chance);
    }
    return dice < 82   ? from_table(chance, &words_interest)
           : dice < 91 ? g_strdup(PICK(chance, work))
                       : from_table(chance, &words_note);
}

char *bench_remarks_description(Chance *chance)
{
    const char *person = PICK(chance, who), *thing = PICK(chance, with);
    return chance_of(chance, 70)
               ? g_strdup_printf("%s %s, %s", person, thing, PICK(chance, besides))
               : g_strdup_printf("%s %s", person, thing);
}

char *bench_remarks_company(Chance *chance, const char *family)
{
    const char *trade = PICK(chance, trades), *form = PICK(chance, forms);
    return g_strconcat(trade, " ", family, *form != '\0' ? " " : "", form, NULL);
}

char *bench_remarks_street(const BenchRemarks *remarks, Chance *chance)
{
    const char *street = remarks->streets[zipf_draw(remarks->street_zipf, chance)];
    guint number = 1 + chance_ranked(chance, 180);
    return chance_of(chance, 12)
               ? g_strdup_printf("%s %u%c", street, number, 'a' + (char)chance_below(chance, 4))
               : g_strdup_printf("%s %u", street, number);
}

const char *bench_remarks_town(const BenchRemarks *remarks, Chance *chance, char **postcode)
{
    const Town *town = &towns[zipf_draw(remarks->town_zipf, chance)];
    *postcode = g_strdup_printf("%05u", town->postcode + chance_below(chance, town->postcodes));
    return town->name;
}

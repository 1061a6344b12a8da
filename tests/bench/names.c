/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of a whole region. */
#include "tests/bench/names.h"

#include "data/demo/names.h"
#include "tests/bench/families.h"
#include "tests/bench/zipf.h"

#include <string.h>

/* Shares of a hundred people: a double family name, two given names, a rarer given name than those
 * of the tables, a given name from where the family came (of those who came from elsewhere), a
 * title. */
enum {
    DOUBLE_PERCENT = 4,
    SECOND_PERCENT = 7,
    RARE_PERCENT = 12,
    OWN_PERCENT = 75,
    TITLE_PERCENT = 2
};

/* How steeply family names fall off: Müller then is about 0.9 % and the hundredth name a tenth of
 * it, as in German telephone books. */
#define FAMILY_SLOPE 0.85
#define FAMILY_FLAT 4.5
#define GIVEN_SLOPE 0.9
#define GIVEN_FLAT 12.0

struct BenchNames {
    GArray *families;
    Zipf *family_zipf;
    char **women, **men; /* the rarer ones */
    Zipf *women_zipf, *men_zipf;
};

static const char more_women[] =
    "Adelheid Agathe Agnes Aileen Alena Alice Alina Alma Almut Amanda Anastasia Angela Anita "
    "Anneke "
    "Annelie Annemarie Annette Annika Antonia Ariane Astrid Auguste Aurelia Babette Beatrix Berta "
    "Bettina Bianca Brunhilde Carina Carla Carola Carolin Cäcilia Celina Christel Clarissa "
    "Constanze Cora Dana Daria Denise Diana Dora Dorothea Edda Edeltraud Elena Eleonore Elisa "
    "Ella Elli Elvira Emilia Emmy Erna Esther Eugenie Eva-Maria Evelyn Fabienne Felicitas Fenja "
    "Fiona Friederike Gabi Geraldine Gerlinde Gertrud Gesa Gesine Gisa Gloria Gudrun Gundula "
    "Hanna Hedwig Hella Henriette Hermine Herta Hildegard Ilka Ilona Imke Ina Ines Inga Inge "
    "Insa Irene Iris Irma Isabel Isabella Janina Janine Jasmin Jeanette Jennifer Joana Johanne "
    "Jolanda Josefine Judith Juliane Jytte Karla Karoline Käthe Kathleen Kira Klara Klaudia "
    "Kordula Kristin Larissa Leila Leonore Liane Liesel Lilli Lina Linda Lore Louisa Lucia "
    "Lydia Lynn Magda Magdalena Maike Malin Mandy Manuela Mara Mareike Margit Margot Margret "
    "Marianne Marieke Marina Marit Marlene Marlies Mathilde Mechthild Meike Melina Meta Michaela "
    "Milena Mina Mirja Mirjam Nadja Natalie Natascha Nora Olivia Ortrud Ottilie Pamela Patricia "
    "Peggy Philippa Rabea Ramona Rebecca Rieke Rita Romy Ronja Rosa Rosalie Rosina Rosi Sabrina "
    "Sandy Saskia Selina Selma Senta Sibylle Sieglinde Sigrid Sina Solveig Sophia Stella Susann "
    "Svea Svenja Sybille Tamara Tatjana Thea Theodora Thekla Tilda Tina Traudel Ulla Undine Uta "
    "Valentina Valeria Vanessa Vera Veronika Viktoria Viola Vivien Walburga Wanda Wilma Yara "
    "Zita";
static const char more_men[] =
    "Achim Adalbert Adam Adrian Albert Albrecht Alex Alois Alwin Andre Ansgar Armin Arno Arnold "
    "Arthur August Balthasar Bastian Beat Ben Benedikt Benno Bernhard Berthold Bertram Bodo "
    "Boris Bruno Burkhard Christoph Clemens Conrad Constantin Cornelius Damian Danny Dominik "
    "Eberhard Edgar Edmund Eduard Egbert Eike Elmar Emmerich Engelbert Erhard Eric Erich Erik "
    "Eugen Fabio Falk Ferdinand Frank-Walter Franz Friedhelm Friedrich Fritz Gabriel Georg "
    "Gereon Gernot Gero Gisbert Gottfried Gottlieb Gregor Guido Gunnar Gunther Gustav Hajo "
    "Hanno Harald Harm Harro Hauke Heiner Heini Heinz-Peter Helge Hendrik Henning Henrik Henry "
    "Heribert Hermann Hilmar Hinnerk Hinrich Hubert Hubertus Hugo Ingmar Ingo Isidor Ivo Jakob "
    "Janek Jannis Jaron Jasper Jesko Jochen Johann Jonathan Jobst Jorge Josef Joshua Josua Jost "
    "Julius Justus Kajetan Kalle Kaspar Kilian Knut Konrad Konstantin Korbinian Kornelius Kuno "
    "Lambert Laurenz Lennart Lennert Leo Leonard Leonhard Leopold Levin Lorenz Louis Luca Ludger "
    "Ludwig Luis Lutz Magnus Marc Marco Marius Mario Marvin Matteo Maurice Max Meinhard Melchior "
    "Meinolf Mirko Nepomuk Nico Nikolaus Noah Olaf Onno Ortwin Ottmar Pascal Philip Pius Quentin "
    "Quirin Raimund Ralph Raphael Reiner Reinhold Rene Richard Robert Robin Roderich Roland Roman "
    "Ronald Rouven Ruben Rüdiger Rupert Samuel Severin Sigmund Silas Silvio Sönke Steffen Swen "
    "Tade Tamme Theodor Thilo Thies Tilman Timo Tom Toni Tristan Udo Urs Valentin Veit Viktor "
    "Vincent Vinzenz Waldemar Wendelin Wenzel Werner Wieland Wiegand Wilfried Wilko Willibald "
    "Winfried Xaver Yannick Zacharias";
static const char made_women[] = "Al Am An Ar Bel Ber Bri Cal Car Cel Clar Dan Del Dor El Em Est "
                                 "Fab Fel Flor Gal Geor Gil Hel Il Is Jan Jos Kal Kar Lar Lav Lin "
                                 "Lor Luc Mad Mal Mar Mel Mil Mir Nad Nic Nor Od Pal Per Ral Ros "
                                 "Sab Sal Sar Sel Ser Sil Tam Tel Ver Vil Xen Zor";
static const char made_women_ends[] = "ina inka ia ella ette ine isa ana andra etta inda ona";
static const char made_men[] = "Ad Al Am Ans Ar Bal Ber Bor Bran Cor Dag Dam Dar Del Ed El Em Er "
                               "Fab Fal Fer Ful Gar Ger Gis God Hag Har Hel Her Il Ing Jar Jor Kas "
                               "Kon Lam Leo Lin Lud Mal Mar Mel Mil Nor Ol Or Os Rad Ram Ric Rod "
                               "Ro Sal Sig Tam Til Val Vol Wil Win";
static const char made_men_ends[] = "ian in mar wig ald ard ander en ius old rik win";

static void add_words(GPtrArray *list, const char *words)
{
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        g_ptr_array_add(list, g_strdup(parts[i]));
    }
}

static void add_made(GPtrArray *list, const char *first, const char *ends)
{
    g_auto(GStrv) firsts = g_strsplit(first, " ", -1);
    g_auto(GStrv) seconds = g_strsplit(ends, " ", -1);
    for (guint i = 0; firsts[i] != NULL; i++) {
        for (guint k = 0; seconds[k] != NULL; k++) {
            /* Each stem meets the ends in another order, so that none is all rare. */
            guint end = (i * 7 + k) % g_strv_length(seconds);
            g_ptr_array_add(list, g_strconcat(firsts[i], seconds[end], NULL));
        }
    }
}

static char **rarer(const char *words, const char *first, const char *ends)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    add_words(list, words);
    add_made(list, first, ends);
    g_ptr_array_add(list, NULL);
    return (char **)g_ptr_array_steal(list, NULL);
}

BenchNames *bench_names_new(void)
{
    BenchNames *names = g_new0(BenchNames, 1);
    names->families = families_new();
    names->family_zipf = zipf_new(names->families->len, FAMILY_SLOPE, FAMILY_FLAT);
    names->women = rarer(more_women, made_women, made_women_ends);
    names->men = rarer(more_men, made_men, made_men_ends);
    names->women_zipf = zipf_new(g_strv_length(names->women), GIVEN_SLOPE, GIVEN_FLAT);
    names->men_zipf = zipf_new(g_strv_length(names->men), GIVEN_SLOPE, GIVEN_FLAT);
    return names;
}

void bench_names_free(BenchNames *names)
{
    if (names != NULL) {
        g_array_unref(names->families);
        zipf_free(names->family_zipf);
        g_strfreev(names->women);
        g_strfreev(names->men);
        zipf_free(names->women_zipf);
        zipf_free(names->men_zipf);
        g_free(names);
    }
}

static const char *one_given(const BenchNames *names, Chance *chance, int born, bool is_woman)
{
    if (!chance_of(chance, RARE_PERCENT)) {
        return names_given(chance, born, is_woman);
    }
    return is_woman ? names->women[zipf_draw(names->women_zipf, chance)]
                    : names->men[zipf_draw(names->men_zipf, chance)];
}

char *bench_name_given(const BenchNames *names, Chance *chance, int born, bool is_woman)
{
    const char *first = one_given(names, chance, born, is_woman);
    if (!chance_of(chance, SECOND_PERCENT)) {
        return g_strdup(first);
    }
    const char *second = one_given(names, chance, born, is_woman);
    return first == second ? g_strdup(first)
                           : g_strconcat(first, chance_of(chance, 50) ? "-" : " ", second, NULL);
}

static const char *foreign_given(Chance *chance, guint origin, bool is_woman)
{
    const NameSet *set = &names_foreign[origin - 1];
    return is_woman ? set->women[chance_ranked(chance, set->women_count)]
                    : set->men[chance_ranked(chance, set->men_count)];
}

/* -ski and -ow are called -ska and -owa when she is a woman. */
static char *of_gender(const Family *family, bool is_woman)
{
    const char *name = family->name;
    bool changes = is_woman && family->origin != 0 && names_foreign[family->origin - 1].by_gender;
    if (changes && g_str_has_suffix(name, "ki")) {
        g_autofree char *stem = g_strndup(name, strlen(name) - 1);
        return g_strconcat(stem, "a", NULL);
    }
    return changes && g_str_has_suffix(name, "ow") ? g_strconcat(name, "a", NULL) : g_strdup(name);
}

BenchName bench_name_draw(const BenchNames *names, Chance *chance, int born)
{
    bool is_woman = chance_of(chance, 56);
    const Family *family =
        &g_array_index(names->families, Family, zipf_draw(names->family_zipf, chance));
    BenchName name = {.family = of_gender(family, is_woman)};
    if (chance_of(chance, DOUBLE_PERCENT)) {
        const Family *other =
            &g_array_index(names->families, Family, zipf_draw(names->family_zipf, chance));
        g_autofree char *first = name.family;
        name.family = g_strconcat(first, "-", other->name, NULL);
    }
    name.given = family->origin != 0 && chance_of(chance, OWN_PERCENT)
                     ? g_strdup(foreign_given(chance, family->origin, is_woman))
                     : bench_name_given(names, chance, born, is_woman);
    if (chance_of(chance, TITLE_PERCENT)) {
        name.title = chance_of(chance, 12) ? "Prof. Dr." : "Dr.";
    }
    return name;
}

void bench_name_clear(BenchName *name)
{
    g_clear_pointer(&name->given, g_free);
    g_clear_pointer(&name->family, g_free);
}

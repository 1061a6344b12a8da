/* SPDX-License-Identifier: GPL-3.0-or-later */
/* German names: family names by how common they are, given names by the years they were given. */
#include "data/demo/names.h"

const char *const names_family[] = {
    "Müller",     "Schmidt",  "Schneider", "Fischer",   "Weber",     "Meyer",      "Wagner",
    "Becker",     "Schulz",   "Hoffmann",  "Schäfer",   "Koch",      "Bauer",      "Richter",
    "Klein",      "Wolf",     "Schröder",  "Neumann",   "Schwarz",   "Zimmermann", "Braun",
    "Krüger",     "Hofmann",  "Hartmann",  "Lange",     "Schmitt",   "Werner",     "Schmitz",
    "Krause",     "Meier",    "Lehmann",   "Schmid",    "Schulze",   "Maier",      "Köhler",
    "Herrmann",   "König",    "Walter",    "Mayer",     "Huber",     "Kaiser",     "Fuchs",
    "Peters",     "Lang",     "Scholz",    "Möller",    "Weiß",      "Jung",       "Hahn",
    "Schubert",   "Vogel",    "Friedrich", "Keller",    "Günther",   "Frank",      "Berger",
    "Winkler",    "Roth",     "Beck",      "Lorenz",    "Baumann",   "Franke",     "Albrecht",
    "Schuster",   "Simon",    "Ludwig",    "Böhm",      "Winter",    "Kraus",      "Martin",
    "Schumacher", "Krämer",   "Vogt",      "Stein",     "Jäger",     "Otto",       "Sommer",
    "Groß",       "Seidel",   "Heinrich",  "Brandt",    "Haas",      "Schreiber",  "Graf",
    "Schulte",    "Dietrich", "Ziegler",   "Kuhn",      "Kühn",      "Pohl",       "Engel",
    "Horn",       "Busch",    "Bergmann",  "Thomas",    "Voigt",     "Sauer",      "Arnold",
    "Wolff",      "Pfeiffer", "Ernst",     "Hansen",    "Petersen",  "Janssen",    "Lindner",
    "Nowak",      "Paul",     "Wenzel",    "Barth",     "Jansen",    "Kern",       "Riedel",
    "Steiner",    "Zimmer",   "Götz",      "Kurz",      "Schilling", "Ott",        "Behrens",
    "Ritter",     "Marx",     "Berg",      "Schenk",    "Hermann",   "Fritz",      "Jahn",
    "Kaufmann",   "Beyer",    "Bock",      "Stahl",     "Nagel",     "Baier",      "Reuter",
    "Kunz",       "Hesse",    "Wagener",   "Burger",    "Fink",      "Hinz",       "Dreyer",
    "Ahrens",     "Carstens", "Claußen",   "Lüders",    "Harms",     "Thiessen",   "Wiese",
    "Bruns",      "Evers",    "Gerdes",    "Heinemann", "Holst",     "Kröger",     "Lührs",
    "Mertens",    "Ohlsen",   "Paulsen",   "Rohde",     "Sievers",   "Stöver",     "Tietjen",
    "Ulrich",     "Vollmer",  "Wulf",      "Zander",    "Adler",     "Bachmann",   "Bender",
    "Binder",     "Blum",     "Brinkmann", "Buchholz",  "Dittmann",  "Ebert",      "Eckert",
    "Fiedler",    "Förster",  "Freitag",   "Gärtner",   "Gebhardt",  "Grimm",      "Haase",
    "Heller",     "Henkel",   "Hummel",    "Jacobs",    "Kirchner",  "Knoll",      "Kolb",
    "Konrad",     "Lutz",     "Menzel",    "Metzger",   "Moser",     "Naumann",    "Noack",
    "Opitz",      "Oswald",   "Pfeifer",   "Preuß",     "Rausch",    "Reichert",   "Reimann",
    "Rieger",     "Rothe",    "Runge",     "Sander",    "Schlüter",  "Siebert",    "Stark",
    "Straub",     "Strauß",   "Thiel",     "Trautmann", "Uhlig",     "Unger",      "Völker",
    "Wegner",     "Weidner",  "Wendt",     "Wiedemann", "Wirth",     "Witte",      "Wunderlich",
};
const guint names_family_count = G_N_ELEMENTS(names_family);

static const char *const women_1930[] = {
    "Ursula",   "Helga", "Ingrid",    "Gisela", "Renate",    "Hannelore", "Erika",     "Christa",
    "Elfriede", "Gerda", "Waltraud",  "Edith",  "Hilde",     "Irmgard",   "Margarete", "Lieselotte",
    "Ruth",     "Ilse",  "Elisabeth", "Käthe",  "Anneliese", "Karin",     "Brigitte",  "Rosemarie",
};
static const char *const men_1930[] = {
    "Günter", "Hans", "Karl",    "Heinz",     "Werner",   "Gerhard", "Horst",      "Helmut",
    "Walter", "Kurt", "Herbert", "Siegfried", "Rolf",     "Manfred", "Karl-Heinz", "Ernst",
    "Erwin",  "Otto", "Wilhelm", "Alfred",    "Heinrich", "Willi",   "Egon",       "Rudolf",
};
static const char *const women_1950[] = {
    "Monika",  "Sabine", "Petra",     "Gabriele", "Angelika", "Susanne", "Birgit",   "Andrea",
    "Martina", "Ute",    "Heike",     "Barbara",  "Claudia",  "Marion",  "Cornelia", "Brigitte",
    "Karin",   "Renate", "Ulrike",    "Beate",    "Silvia",   "Jutta",   "Regina",   "Eva",
    "Bärbel",  "Elke",   "Christine", "Doris",    "Anke",     "Maria",   "Dagmar",   "Roswitha",
};
static const char *const men_1950[] = {
    "Michael",     "Thomas",     "Peter",  "Wolfgang", "Klaus",   "Jürgen", "Andreas", "Bernd",
    "Frank",       "Uwe",        "Dieter", "Rainer",   "Ralf",    "Stefan", "Norbert", "Joachim",
    "Hans-Jürgen", "Matthias",   "Volker", "Reinhard", "Jörg",    "Martin", "Detlef",  "Holger",
    "Axel",        "Karl-Heinz", "Ulrich", "Hartmut",  "Günther", "Lothar", "Eckhard", "Christian",
};
static const char *const women_1970[] = {
    "Nicole",  "Stefanie", "Katrin", "Tanja",     "Anja",      "Sandra",  "Julia", "Christina",
    "Melanie", "Daniela",  "Anna",   "Katharina", "Sonja",     "Nadine",  "Silke", "Kerstin",
    "Sarah",   "Jana",     "Yvonne", "Maren",     "Simone",    "Britta",  "Nina",  "Alexandra",
    "Wiebke",  "Annika",   "Verena", "Miriam",    "Franziska", "Jessica", "Antje", "Imke",
};
static const char *const men_1970[] = {
    "Christian", "Stefan",   "Markus", "Sven",    "Jan",     "Alexander", "Daniel",  "Sebastian",
    "Tobias",    "Matthias", "Marco",  "Torsten", "Dirk",    "Oliver",    "Florian", "Dennis",
    "Jens",      "Carsten",  "Björn",  "Marcel",  "Philipp", "Benjamin",  "Arne",    "Heiko",
    "Simon",     "Patrick",  "Nils",   "Thorben", "Kai",     "Fabian",    "Lars",    "Johannes",
};
static const char *const women_1988[] = {
    "Anna",   "Lena",  "Laura",   "Lea",    "Julia",  "Marie", "Sophie",    "Johanna",
    "Hannah", "Lisa",  "Emma",    "Leonie", "Clara",  "Paula", "Charlotte", "Ida",
    "Mia",    "Greta", "Merle",   "Nele",   "Amelie", "Luisa", "Pauline",   "Frieda",
    "Jule",   "Finja", "Theresa", "Maja",   "Helene", "Lotta",
};
static const char *const men_1988[] = {
    "Lukas", "Jonas",  "Finn",   "Leon",   "Maximilian", "Paul",  "Felix",  "Tim",
    "Jan",   "Niklas", "Moritz", "Julian", "David",      "Jakob", "Elias",  "Anton",
    "Emil",  "Henri",  "Till",   "Ole",    "Jannik",     "Malte", "Bennet", "Theo",
    "Oskar", "Mats",   "Linus",  "Karl",   "Hannes",     "Lasse",
};

const NameYears names_years[] = {
    {1900, women_1930, G_N_ELEMENTS(women_1930), men_1930, G_N_ELEMENTS(men_1930)},
    {1948, women_1950, G_N_ELEMENTS(women_1950), men_1950, G_N_ELEMENTS(men_1950)},
    {1968, women_1970, G_N_ELEMENTS(women_1970), men_1970, G_N_ELEMENTS(men_1970)},
    {1988, women_1988, G_N_ELEMENTS(women_1988), men_1988, G_N_ELEMENTS(men_1988)},
};
const guint names_years_count = G_N_ELEMENTS(names_years);

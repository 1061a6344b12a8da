/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Family names: the common ones of data/demo, then tens of thousands put together from parts. */
#include "tests/bench/families.h"

#include "data/demo/names.h"

enum { GERMAN, TURKISH, POLISH, ARABIC, VIETNAMESE, ITALIAN, RUSSIAN, SOUTHERN, WESTERN };

/* After how many common German names the foreign ones begin, and how many behind each. */
enum { FOREIGN_FROM = 45, STREWN = 1 };

/* Names made of each of FIRST with each of SECOND. */
typedef struct {
    guint origin;
    const char *first, *second;
} Parts;

static const Parts parts[] = {
    {GERMAN,
     "Acker Adel Alten Amsel Apfel Auer Bach Bären Berg Bichl Bier Birken Blumen Boden Brand "
     "Breiten Brücken Brunnen Buch Buchen Burg Busch Dachs Deich Distel Dorn Drechsel Eber Eck "
     "Edel Eich Eichen Eisen Engel Erlen Eschen Falken Feld Fels Fichten Finken Fisch Flach "
     "Föhren Frauen Frei Frieden Fuchs Garten Geiß Gersten Glocken Gold Graben Grün Gutten "
     "Haber Hafer Hahn Hammer Hasel Hasen Hecken Heide Heim Herren Himmel Hirsch Hoch Hohen "
     "Holder Holl Holz Hopfen Horn Hummel Immen Jung Kaiser Kalten Kampf Kessel Kirch Kirsch "
     "Klee Klingen Kloster König Kohl Korn Krähen Kranz Kreuz Kron Kupfer Land Langen Lauter "
     "Lehm Lerchen Lichten Liebes Linden Loh Löwen Luchs Mai Marder Markt Mauer Meer Meister "
     "Milch Mitter Moor Moos Morgen Mühl Nacht Nebel Nessel Neu Nieder Nord Nuss Ober Ochsen "
     "Oster Otter Pech Pfaffen Pfeil Quell Raben Rauch Reb Rehm Reichen Rein Riesen Ritter "
     "Röder Roggen Rosen Rot Rüben Sachsen Salz Sand Schaf Schatten Scheuer Schild Schlehen "
     "Schloss Schmal Schnee Schön Schwalben Schwan Schwarz See Seiden Silber Sonnen Spatzen "
     "Specht Sperl Stahl Staufen Stein Stern Stock Storch Strauch Süd Tannen Tauben Teich Thal "
     "Tief Trauben Treu Turm Uhlen Ulmen Unter Vogel Vor Wachs Wacker Wald Wall Wasser Weg "
     "Weiden Weiher Wein Weiß Weizen Wenden Wester Wiesen Wild Wind Winter Wolken Wolfs Zeit "
     "Ziegel Zimmer Zucker Zwing",
     "ach acker au auer bach bacher bauer baum beck berg berger bichler born brand braun brecht "
     "brink brock bruck brucker brunn brunner burg burger busch dorf dorfer eck ecker egger feld "
     "felder feldt fels fried fuß furt gärtner gasser graf graber gruber hagen hammer hart haupt "
     "haus hausen hauser häuser heim heimer hof hofer hoff hoffer holz holzer horn horst huber "
     "hut kamp kamper kofler kopf lechner leitner lohe mann meier maier meyer mayr meister moser "
     "mühle müller müllner nagel pichler pointner rath reich reiter reuter rieder ried roth sack "
     "schläger schmidt schmied schneider schuh schulte schulze see seder siepen stätter stein "
     "steiner stock stöcker strasser thal thaler trup wald waldt walder weber wieser winkel "
     "winkler wirth wolf zeller"},
    {GERMAN,
     "Albr Arn Bald Bart Bern Bert Bod Brun Burk Dahl Diet Ditt Eck Eil Elb Eng Erd Ever Fahr "
     "Fink Flor Fried Geb Geis Ger Gott Grab Gün Haf Hag Hall Harm Hart Heid Heil Hein Helm Henn "
     "Herb Hild Hinr Hirt Hol Hub Ill Irm Jahn Jen Joh Kahl Kar Kell Kien Kist Klaus Knop Kob "
     "Kol Konr Kort Kram Kreb Kuhl Küst Lamp Land Leh Lein Lem Leop Lind Lip Lor Lüb Lud Mang "
     "Mark Mart Mein Merk Mich Mor Nett Niem Nied Nol Olb Orth Pap Paul Pet Pfal Piep Pohl Prei "
     "Rab Rad Rapp Reim Renn Rich Ried Rin Rod Rol Rub Rud Sand Schad Schar Scher Schell Schim "
     "Schnell Schram Schrö Schub Seeg Seif Sieb Spie Stang Stei Stor Strei Tamm Tess Thom Til "
     "Trapp Uhl Ulm Vath Veit Voll Wachs Wag Wal Warn Weig Wen Werd Wich Wiel Will Wint Witt "
     "Wöhr Wolt Zach Zeis Zim Zöll",
     "el els elt er ers ert ke kes mann manns meier sen ing inger ings ich icke ig iger len ler "
     "lein lich lin ling ner ners olt old ow nick rich rath ring ski stein te ter ens hard hardt "
     "hoff bach"},
    {POLISH,
     "Adam Bart Biel Borow Bron Brzez Chmiel Chom Czar Dąb Domań Gab Gałk Głow Górn Grab Grzel "
     "Jabłoń Jan Jaro Jasiń Kalin Kaczm Kamień Karp Kłos Kos Kra Król Krup Kub Kuch Lis Maj Malin "
     "Mar Mat Mich Now Olsz Ost Paw Piąt Pietr Piotr Rad Rog Rut Sad Sik Sob Sok Stan Szczep "
     "Szyma Tom Urb Wal Wilcz Witk Wró Zaj Zaw Ziół",
     "owski ewski iński ański ecki czyk czak ak ek owicz ewicz ała ik iak"},
    {RUSSIAN,
     "Alex Anton Baran Bel Bog Bond Bor Bul Dan Denis Fedor Fom Gavril Gerasim Golub Grig Gusch "
     "Ignat Ilj Iwan Jegor Jerem Kal Karp Kirill Klim Kol Kor Kos Krawtsch Kusm Laz Leb Leon Log "
     "Luk Mak Maksim Mark Mat Mich Mir Nik Now Orl Pan Paw Petr Pol Rom Saw Schew Schuk Sem Serg "
     "Sid Sok Sol Step Tar Tim Tit Tkat Ust Was Wlas Wor Zwet",
     "ow enko jew in uk tschuk owitsch kin tschenko sky"},
    {TURKISH,
     "Ak Al Alp Altın Ars Ay Bal Baş Bay Bil Boz Can Çak Çel Dağ Dem Der Dur Er Eren Esen Gök "
     "Gül Gün Han Ilg Işık Kap Kara Kay Kes Koca Kor Kurt Kut Oğuz Ok Ön Öz Pek Sarı Sav Say Sön "
     "Taş Tek Tem Tun Türk Uç Ulu Uz Var Yal Yav Yıl Yüce",
     "türk demir kaya taş can er han soy tekin oğlu kan alp dağ maz göz gül baş bay bulut dal "
     "doğan gün kılıç mez pınar sel soylu tepe var yurt"},
    {ARABIC, "Al- El- Abu Ben Bin Bou",
     "Abdi Aziz Bakri Chalabi Daher Farah Fares Ghanem Habib Hadi Halabi Hamid Hariri Hatem Issa "
     "Jaber Jamal Kabbani Karam Khatib Maalouf Mahdi Majid Masri Mokhtar Najib Nouri Omari "
     "Qasim Rashid Rifai Sabbagh Sadiq Salim Shami Sharif Sultan Taha Tamimi Yassin Zahra Zein"},
    {SOUTHERN,
     "Alexi Anagnost Andrik Angel Apost Athanas Christ Dim Economo Elefther Georg Gian Ioann "
     "Karagian Karal Konst Kost Kyri Lamb Makr Mitro Nikol Panag Papaioann Paraskev Pavl Savv "
     "Spyr Stav Theod Tsak Vasil Vlach Zach",
     "opoulos idis akis ou iadis oglou"},
    {SOUTHERN,
     "Anđel Ant Babi Bog Boži Bran Dami Drag Đorđ Filip Gavr Ili Iv Jakov Jovan Kati Kova Kneže "
     "Laz Luk Marin Mark Mat Mihajl Mil Mitr Nikol Pavl Per Petr Rad Rist Simon Stank Stef Stoj "
     "Tom Todor Vas Vuk Zdrav Živ",
     "ović ić ević inić anović"},
    {SOUTHERN,
     "Alb Alv Bar Cab Cal Carv Cast Cor Dom Esp Fer Fig Gal Gom Gut Her Jim Lop Mar Mend Mor Ort "
     "Per Quint Ram Rib Rod Sal Sanch Sil Sot Tav Val Var Vas Vel",
     "ez eira anda illo ado eiro ares inho"},
    {ITALIAN,
     "Alb Bald Barb Bas Bell Ben Bert Bon Bran Cal Cap Car Cas Cat Cav Cer Cos Crist Ferr Fior "
     "Gal Gar Gent Giord Grim Guid Lomb Mag Man Mar Mart Maz Mont Mor Nap Pal Pan Par Pel Per "
     "Piaz Pin Ric Riv Ros Sal San Sart Scar Sor Tad Tom Val Ven Vit Zan",
     "ini elli etti ino one acci ucci aro ato ese"},
    {VIETNAMESE, "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi", "-Văn -Thị -Đức -Ngọc -Minh -Quang"},
    {WESTERN,
     "Ander Chri Daniel David Erik Frederik Gustaf Hen Isak Jacob Jen Jon Knud Mad Magnu Matt "
     "Mikkel Mogen Nil Ole Pal Peder Ras Richard Robert Svend Thom William",
     "son sen sson"},
    {WESTERN,
     "Ash Black Brad Burn Clay Cole Cran Dal East Fair Green Hal Hart Hay Kings Lang Law Long "
     "Mid New North Nor Pres Rad Red Rich Shel Stan Staf Stock Thorn Wake Wal Wel Wes Whit Wood",
     "ford ton ley field well wood more land worth ham"},
    {WESTERN,
     "Beau Bois Bon Bour Cham Char Chau De Du Fon Gau Gir Lam Lau Le Mar Mon Mou Per Rous "
     "Val Ver",
     "bert champ chet del din geois let lin mont pierre rand reau roux sard seau tier tin ville"},
    {WESTERN,
     "Agye Bala Boat Chat Desh Gup Iy Kap Kum Mal Meh Nair Oba Oko Owu Pat Rah Red Sen Shar Tha",
     "man ta el mani wal ra ji ye su di gupta nkwo eng"},
};

static const char nobles[] = "von zu vom von_der van_der van de";
static const char noble_heads[] =
    "Alten Ahlen Bergen Bernstorff Bodden Bredow Bülow Dohna Eichen Ende Estorff Flemming Freyberg "
    "Gagern Gersdorff Grote Haar Hagen Heide Heyde Horst Issen Kamp Kleist Knesebeck Laak Lindau "
    "Lühe Maltzahn Marwitz Meer Mühlen Oertzen Ohe Osten Platen Putten Recke Rosen Schulenburg "
    "Staden Stein Tann Thun Velde Wense Wiek Winden Zitzewitz";

static void add(GArray *families, GHashTable *seen, char *name, guint origin)
{
    if (g_hash_table_contains(seen, name)) {
        g_free(name);
        return;
    }
    g_hash_table_add(seen, name);
    const Family family = {name, origin};
    g_array_append_val(families, family);
}

/* The foreign name at PLACE, the sets taking turns; nothing when its set is at the end. */
static void add_foreign(GArray *families, GHashTable *seen, guint place)
{
    guint set = place % names_foreign_count, rank = place / names_foreign_count;
    if (rank < names_foreign[set].families) {
        add(families, seen, g_strdup(names_foreign[set].family[rank]), set + 1);
    }
}

/* Germans in the order of how common they are, foreigners strewn in between. */
static void add_common(GArray *families, GHashTable *seen)
{
    for (guint i = 0; i < names_family_count; i++) {
        add(families, seen, g_strdup(names_family[i]), GERMAN);
        for (guint n = 0; i >= FOREIGN_FROM && n < STREWN; n++) {
            add_foreign(families, seen, (i - FOREIGN_FROM) * STREWN + n);
        }
    }
}

static char *joined(const char *first, const char *second)
{
    bool is_word = !g_str_has_suffix(first, "-") && g_unichar_isupper(g_utf8_get_char(second));
    return g_strconcat(first, is_word ? " " : "", second, NULL);
}

static void add_parts(GArray *families, GHashTable *seen, const Parts *made)
{
    g_auto(GStrv) firsts = g_strsplit(made->first, " ", -1);
    g_auto(GStrv) seconds = g_strsplit(made->second, " ", -1);
    for (guint i = 0; firsts[i] != NULL; i++) {
        for (guint k = 0; seconds[k] != NULL; k++) {
            add(families, seen, joined(firsts[i], seconds[k]), made->origin);
        }
    }
}

static void add_nobles(GArray *families, GHashTable *seen)
{
    g_auto(GStrv) particles = g_strsplit(nobles, " ", -1);
    g_auto(GStrv) heads = g_strsplit(noble_heads, " ", -1);
    for (guint i = 0; particles[i] != NULL; i++) {
        g_strdelimit(particles[i], "_", ' ');
        for (guint k = 0; heads[k] != NULL; k++) {
            add(families, seen, g_strconcat(particles[i], " ", heads[k], NULL), GERMAN);
        }
    }
}

/* Mueller beside Müller: one in twelve names with an umlaut is also spelled so. */
static void add_respelled(GArray *families, GHashTable *seen, Chance *chance)
{
    guint count = families->len;
    for (guint i = 0; i < count; i++) {
        g_autoptr(GString) name = g_string_new(g_array_index(families, Family, i).name);
        guint changes = g_string_replace(name, "ü", "ue", 0) +
                        g_string_replace(name, "ö", "oe", 0) +
                        g_string_replace(name, "ä", "ae", 0) + g_string_replace(name, "ß", "ss", 0);
        if (changes > 0 && chance_below(chance, 12) == 0) {
            add(families, seen, g_strdup(name->str), GERMAN);
        }
    }
}

static void family_clear(gpointer data)
{
    Family *family = data;
    g_free(family->name);
}

GArray *families_new(void)
{
    Chance chance = {20240117};
    GArray *families = g_array_new(FALSE, FALSE, sizeof(Family));
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_array_set_clear_func(families, family_clear);
    add_common(families, seen);
    guint common = families->len;
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        add_parts(families, seen, &parts[i]);
    }
    add_nobles(families, seen);
    add_respelled(families, seen, &chance);
    /* Which of the rare ones is rarer is left to chance. */
    for (guint i = families->len - 1; i > common; i--) {
        guint other = common + chance_below(&chance, i - common + 1);
        Family *a = &g_array_index(families, Family, i),
               *b = &g_array_index(families, Family, other);
        Family kept = *a;
        *a = *b;
        *b = kept;
    }
    return families;
}

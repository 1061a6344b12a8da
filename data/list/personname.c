/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of people as lists write them, taken apart. */
#include "data/list/personname.h"

#include "data/list/cell.h"
#include "data/lookup/fold.h"

#include <string.h>

/* In bytes, points and accents and all. */
enum { LONGEST_SALUTATION = 20 };

typedef struct {
    const char *words; /* as fold_text() makes them, divided by "|" */
    const char *salutation;
} Salutation;

static const Salutation salutations[] = {
    {"frau|fr|w|weiblich", "Frau"},
    {"herr|hr|herrn|hrn|m|mannlich", "Herr"},
    {"fraulein|frl", "Fräulein"},
    {"familie|fam", "Familie"},
    {"firma|fa", "Firma"},
    {"eheleute|ehepaar", "Eheleute"},
    {"mr|mister|male", "Mr"},
    {"mrs", "Mrs"},
    {"ms|female", "Ms"},
    {"miss", "Miss"},
    {"mx", "Mx"},
};

static const char titles_plain[] = "dr|prof|professor|professorin|doktor|drs";
/* These are titles only with a point or a hyphen: "Ing." but not "Ing". */
static const char titles_pointed[] =
    "dipl|diplom|ing|dipl ing|dipl kfm|dipl kffr|dipl pad|dipl phys|dipl psych|mag|med|phil|jur|"
    "rer|nat|pol|oc|theol|vet|dent|habil|h c|hc|pharm|techn|msc|bsc|m sc|b sc|m a|b a";
static const char particles[] =
    "von|vom|van|zu|zum|zur|der|den|dem|de|del|della|delle|di|da|dos|das|do|du|des|la|le|el|al|"
    "ten|ter|te|af|av|bin|ibn|ben|op|t|y|e";
static const char ranks[] =
    "freiherr|freifrau|graf|grafin|baron|baronin|ritter|edler|edle|furst|furstin|prinz|prinzessin";
static const char suffixes[] = "jun|jr|junior|sen|sr|senior|ii|iii|iv";
static const char company_words[] = "gmbh|ag|kg|ohg|ug|gbr|e v|ev|e k|ek|ltd|inc|llc|mbh|verein";

void person_name_clear(PersonName *name)
{
    g_free(name->salutation);
    g_free(name->title);
    g_free(name->given_name);
    g_free(name->family_name);
    g_free(name->company);
    *name = (PersonName){NULL, NULL, NULL, NULL, NULL};
}

/* The salutation that TEXT is, as the program writes it ("Frau" for "fr.", "w" and "weiblich");
 * NULL when it is none. Static. */
static const char *salutation_of(const char *text)
{
    if (strlen(text) > LONGEST_SALUTATION) {
        return NULL;
    }
    g_autofree char *folded = fold_text(text);
    for (gsize i = 0; i < G_N_ELEMENTS(salutations); i++) {
        if (cell_folded_is_one_of(folded, salutations[i].words)) {
            return salutations[i].salutation;
        }
    }
    return NULL;
}

static bool is_title(const char *word)
{
    if (!strpbrk(word, ".-")) {
        return cell_is_one_of(word, titles_plain);
    }
    return cell_is_one_of(word, titles_plain) || cell_is_one_of(word, titles_pointed);
}

/* Particles stand in small letters: "Le" and "Da" are given names elsewhere. Ranks are written with
 * a capital. */
static bool is_particle(const char *word, bool first)
{
    if (cell_is_one_of(word, ranks)) {
        return !first;
    }
    if (first) {
        return cell_is_one_of(word, "von|vom|van|zu|zum|zur");
    }
    gunichar letter = g_utf8_get_char(*word == '\'' ? word + 1 : word);
    return g_unichar_islower(letter) && cell_is_one_of(word, particles);
}

/* WORDS from FROM to before TO with blanks between; NULL when there are none. */
static char *join(char **words, guint from, guint to)
{
    if (from >= to) {
        return NULL;
    }
    GString *joined = g_string_new(words[from]);
    for (guint i = from + 1; i < to; i++) {
        g_string_append_printf(joined, " %s", words[i]);
    }
    return g_string_free(joined, FALSE);
}

/* Appends MORE to *TEXT, which may be NULL, with a blank; takes MORE, which may be NULL. */
static void append(char **text, char *more)
{
    if (!more) {
        return;
    }
    char *joined = *text ? g_strdup_printf("%s %s", *text, more) : g_strdup(more);
    g_free(*text);
    g_free(more);
    *text = joined;
}

/* How many of WORDS from AT on are a salutation; "Herr und Frau" are three. */
static guint salutation_length(char **words, guint at, guint count)
{
    guint length = 0;
    while (at + length < count && strlen(words[at + length]) > 1 &&
           salutation_of(words[at + length])) {
        length++;
        bool joined = at + length + 1 < count && cell_is_one_of(words[at + length], "und|u|and") &&
                      salutation_of(words[at + length + 1]);
        if (!joined) {
            break;
        }
        length++;
    }
    return length;
}

/* Takes a salutation off WORDS from *AT on; a last word is left to be the name. */
static void take_salutation(char **words, guint *at, guint count, PersonName *name)
{
    guint length = salutation_length(words, *at, count);
    if (length == 0 || *at + length >= count || name->salutation) {
        return;
    }
    name->salutation =
        length == 1 ? g_strdup(salutation_of(words[*at])) : join(words, *at, *at + length);
    *at += length;
}

/* Takes titles off WORDS from *AT to before END. */
static void take_titles(char **words, guint *at, guint end, PersonName *name)
{
    guint first = *at;
    while (*at < end && is_title(words[*at])) {
        ++*at;
    }
    append(&name->title, join(words, first, *at));
}

static bool is_company(char **words)
{
    for (; *words; words++) {
        if (cell_is_one_of(*words, company_words)) {
            return true;
        }
    }
    return false;
}

/* Where the family name begins in WORDS from FROM to before COUNT (at least one). */
static guint family_start(char **words, guint from, guint count)
{
    bool ranked = cell_is_one_of(words[from], ranks) && from + 2 < count &&
                  is_particle(words[from + 1], false);
    if (ranked || (is_particle(words[from], true) && count - from > 1)) {
        return from;
    }
    for (guint i = from + 1; i + 1 < count; i++) {
        if (is_particle(words[i], false)) {
            return i;
        }
    }
    bool suffixed = count - from > 2 && cell_is_one_of(words[count - 1], suffixes);
    return count - (suffixed ? 2 : 1);
}

/* "Anna Müller", "Frau Dr. Anna von der Heide". */
static void read_spoken(char **words, PersonName *name)
{
    guint count = g_strv_length(words);
    guint at = 0;
    take_salutation(words, &at, count, name);
    take_titles(words, &at, count - 1, name);
    guint family = family_start(words, at, count);
    append(&name->given_name, join(words, at, family));
    append(&name->family_name, join(words, family, count));
}

/* "Heide, Anna von der": LEFT and RIGHT of the comma. */
static void read_sorted(char **left, char **right, PersonName *name)
{
    guint count = g_strv_length(left);
    guint at = 0;
    take_salutation(left, &at, count, name);
    take_titles(left, &at, count - 1, name);
    char *family = join(left, at, count);
    count = g_strv_length(right);
    at = 0;
    take_salutation(right, &at, count, name);
    take_titles(right, &at, count, name);
    guint particle = count;
    while (particle > at + 1 && is_particle(right[particle - 1], false)) {
        particle--;
    }
    append(&name->given_name, join(right, at, particle));
    append(&name->family_name, join(right, particle, count));
    append(&name->family_name, family);
}

static void fix_case(char **text)
{
    if (!*text) {
        return;
    }
    char *fixed = person_name_case(*text);
    g_free(*text);
    *text = fixed;
}

/* "Müller Anna", "Dr. von Siebel Maren": one word of a family name, with what belongs before it. */
static void read_family_first(char **words, PersonName *name)
{
    guint at = 0;
    while (words[at] && words[at + 1] &&
           (is_title(words[at]) || is_particle(words[at], at == 0) || salutation_of(words[at]))) {
        at++;
    }
    g_autofree char *sorted = join(words, 0, at + 1);
    g_auto(GStrv) left = g_strsplit(sorted, " ", -1);
    read_sorted(left, words + at + 1, name);
}

void person_name_read(const char *text, bool family_first, PersonName *name)
{
    *name = (PersonName){NULL, NULL, NULL, NULL, NULL};
    g_auto(GStrv) halves = g_strsplit(text, ",", 2);
    g_auto(GStrv) left = g_strsplit(halves[0] ? g_strstrip(halves[0]) : "", " ", -1);
    g_auto(GStrv) right = g_strsplit(halves[0] && halves[1] ? g_strstrip(halves[1]) : "", " ", -1);
    g_auto(GStrv) all = g_strsplit(text, " ", -1);
    if (!all[0]) {
        return;
    }
    if (is_company(all)) {
        bool marked = all[1] && g_strcmp0(salutation_of(all[0]), "Firma") == 0;
        name->company = join(all, marked, g_strv_length(all));
        return;
    }
    if (left[0] && right[0] && cell_is_one_of(right[0], "geb|geborene|geborener|nee|born")) {
        read_spoken(left, name);
        append(&name->family_name, join(right, 0, g_strv_length(right)));
    } else if (left[0] && right[0]) {
        read_sorted(left, right, name);
    } else if (family_first && left[0] && left[1]) {
        read_family_first(left, name);
    } else {
        read_spoken(left[0] ? left : right[0] ? right : all, name);
    }
    if (g_strcmp0(name->salutation, "Firma") == 0) {
        name->company = g_steal_pointer(&name->given_name);
        append(&name->company, g_steal_pointer(&name->family_name));
        return;
    }
    fix_case(&name->given_name);
    fix_case(&name->family_name);
}

char *person_titles_cut(const char *text, char **salutation, char **title)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    guint count = g_strv_length(words);
    guint at = salutation_length(words, 0, count);
    if (at == 0 && count == 1 && salutation_of(text)) {
        at = 1;
    }
    if (at > 0) {
        *salutation = at == 1 ? g_strdup(salutation_of(words[0])) : join(words, 0, at);
    }
    guint end = at;
    while (end < count && is_title(words[end])) {
        end++;
    }
    *title = join(words, at, end);
    char *rest = join(words, end, count);
    return rest ? rest : g_strdup("");
}

/* What decides about the capitals of a word. */
static bool all_capitals(const char *word, gsize length, guint *letters)
{
    bool capitals = true;
    *letters = 0;
    for (const char *at = word; at < word + length; at += g_utf8_skip[(guchar)*at]) {
        gunichar letter = g_utf8_get_char(at);
        if (!g_unichar_isalpha(letter)) {
            continue;
        }
        ++*letters;
        /* Nobody writes the capital ß. */
        capitals = capitals && (g_unichar_isupper(letter) || letter == 0xdf);
    }
    return capitals && *letters > 0;
}

/* Appends the LENGTH bytes of WORD with one capital; a second one behind the apostrophe of
 * "O'Brien". */
static void append_word(GString *to, const char *word, gsize length)
{
    bool capital = true;
    for (const char *at = word; at < word + length; at += g_utf8_skip[(guchar)*at]) {
        gunichar letter = g_utf8_get_char(at);
        g_string_append_unichar(to, capital ? letter : g_unichar_tolower(letter));
        bool apostrophe = letter == '\'' || letter == 0x2019;
        capital = (capital && !g_unichar_isalpha(letter)) || (apostrophe && at - word <= 2);
    }
}

char *person_name_case(const char *text)
{
    GString *fixed = g_string_new(NULL);
    guint letters;
    bool shouted = all_capitals(text, strlen(text), &letters);
    while (*text) {
        gsize length = strcspn(text, " -");
        bool last = text[length] == '\0';
        g_autofree char *word = g_strndup(text, length);
        if (!all_capitals(word, length, &letters) || strchr(word, '.')) {
            g_string_append(fixed, word);
        } else if (shouted && !last && text[length] == ' ' && cell_is_one_of(word, particles)) {
            g_autofree char *small = g_utf8_strdown(word, -1);
            g_string_append(fixed, small);
        } else if (letters < 3 || cell_is_one_of(word, suffixes)) {
            g_string_append(fixed, word);
        } else {
            append_word(fixed, word, length);
        }
        text += length;
        if (*text) {
            g_string_append_c(fixed, *text++);
        }
    }
    return g_string_free(fixed, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kölner Phonetik, and before it what foreign names are said like: a clerk types what was heard. */
#include "data/lookup/sound.h"

#include <string.h>

enum { MOST_CODE = 60, MOST_WITH_VOWELS = 120 };

typedef enum { ANYWHERE, BEGINS, ENDS, WHOLE } Place;

/* Letters that are said like others; the first row that fits counts. */
typedef struct {
    char letters[8];
    char said[8];
    Place place;
    char after[8];  /* one of these letters stands before, unless "" */
    char before[8]; /* one of these letters stands behind, unless "" */
} Saying;

/* What needs no row, as the phonetics do it by themselves: y = j = i, th = dt = t, ph = v = f,
 * sz = cz = sh = tsch = sch, x = ks = chs, -wicz = -vic = -witsch, ci = tschi, kh = gh = ch. */
static const Saying sayings[] = {
    {"tchen", "tchen", ENDS, "", ""},       /* Gretchen has no tsch */
    {"tch", "tsch", ANYWHERE, "", ""},      /* Mitchell = Mitschell */
    {"shch", "sch", ANYWHERE, "", ""},      /* Shcherbakov = Schtscherbakow */
    {"xh", "dsch", ANYWHERE, "", ""},       /* Hoxha = Hodscha */
    {"drz", "dsch", ANYWHERE, "", ""},      /* Andrzej = Andschej */
    {"trz", "tsch", ANYWHERE, "", ""},      /* Trzaska = Tschaska */
    {"rz", "sch", ANYWHERE, "bgkpw", ""},   /* Krzysztof = Kschischtof; Herz stays */
    {"rz", "sch", BEGINS, "", ""},          /* Rzepka = Schepka */
    {"ng", "n", BEGINS, "", ""},            /* Nguyen = Nujen */
    {"pf", "f", BEGINS, "", ""},            /* Pfeiffer = Feifer */
    {"gi", "j", BEGINS, "", "aou"},         /* Giovanni = Jovanni */
    {"qu", "kw", BEGINS, "", "ai"},         /* Quandt = Kwant */
    {"igli", "ili", ANYWHERE, "", "aeou"},  /* Modigliani = Modiliani */
    {"eaux", "o", ENDS, "", ""},            /* Devereaux = Devero */
    {"oux", "u", ENDS, "", ""},             /* Leroux = Leru */
    {"ault", "o", ENDS, "", ""},            /* Renault = Reno */
    {"oglu", "olu", ENDS, "", ""},          /* Mustafaoğlu = Mustafaolu */
    {"vich", "witsch", ENDS, "", ""},       /* Petrovich = Petrowitsch */
    {"charl", "scharl", BEGINS, "", ""},    /* Charlotte = Scharlotte */
    {"chant", "schant", BEGINS, "", ""},    /* Chantal = Schantal */
    {"michell", "mischel", BEGINS, "", ""}, /* Michelle = Mischell */
    {"cacil", "zazil", BEGINS, "", ""},     /* Cäcilie = Zäzilie */
    {"casar", "zasar", BEGINS, "", ""},     /* Cäsar = Zäsar */
    {"rc", "rk", ENDS, "", ""},             /* Marc = Mark; other ends with c are tsch: Koç */
    {"eric", "erik", WHOLE, "", ""},        /* Eric = Erik, but Perić = Peritsch */
    {"luc", "luk", WHOLE, "", ""},          /* Luc = Luk */
    {"deric", "derik", ENDS, "", ""},       /* Frederic = Frederik */
    {"dric", "drik", ENDS, "", ""},         /* Cedric = Cedrik */
    {"tric", "trik", ENDS, "", ""},         /* Patric = Patrick */
    {"minic", "minik", ENDS, "", ""},       /* Dominic = Dominik */
};

/* Whether C, which is no end, is one of LETTERS. */
static bool is_one_of(char c, const char *letters)
{
    return c != '\0' && strchr(letters, c) != NULL;
}

static bool saying_fits(const Saying *saying, const char *word, const char *at)
{
    gsize length = strlen(saying->letters);
    if (at[0] != saying->letters[0] || strncmp(at, saying->letters, length) != 0) {
        return false;
    }
    bool first = at == word;
    bool last = at[length] == '\0';
    if ((!first && (saying->place == BEGINS || saying->place == WHOLE)) ||
        (!last && (saying->place == ENDS || saying->place == WHOLE))) {
        return false;
    }
    if (saying->after[0] != '\0' && (first || !is_one_of(at[-1], saying->after))) {
        return false;
    }
    return saying->before[0] == '\0' || is_one_of(at[length], saying->before);
}

/* WORD as it is said, in its letters from a to z. */
static GString *say(const char *word)
{
    GString *said = g_string_sized_new(MOST_CODE);
    const char *at = word;
    while (*at != '\0') {
        guint i = 0;
        while (i < G_N_ELEMENTS(sayings) && !saying_fits(&sayings[i], word, at)) {
            i++;
        }
        if (i < G_N_ELEMENTS(sayings)) {
            g_string_append(said, sayings[i].said);
            at += strlen(sayings[i].letters);
        } else {
            if (g_ascii_islower(*at)) {
                g_string_append_c(said, *at);
            }
            at++;
        }
    }
    return said;
}

/* The letter c. Unlike in the original, a c before other consonants is a k (Victor = Viktor), and
 * so is one after s before a dark vowel (Oscar = Oskar); of two, the second counts (Rocco = Rokko).
 */
static const char *code_of_c(char before, char next)
{
    if (next == 'c') {
        return "";
    }
    if (next == 'h') {
        return before == 's' ? "8" : "4";
    }
    return next == '\0' || is_one_of(next, "eijysz") ? "8" : "4";
}

/* The code of the letter C between BEFORE and NEXT, '\0' at the ends. */
static const char *code_of_letter(char before, char c, char next)
{
    switch (c) {
    case 'b':
        return "1";
    case 'p':
        return next == 'h' ? "3" : "1";
    case 'd':
    case 't':
        return is_one_of(next, "csz") ? "8" : "2";
    case 'f':
    case 'v':
    case 'w':
        return "3";
    case 'g':
    case 'k':
    case 'q':
        return "4";
    case 'c':
        return code_of_c(before, next);
    case 'x':
        return is_one_of(before, "ckq") ? "8" : "48";
    case 'l':
        return "5";
    case 'm':
    case 'n':
        return "6";
    case 'r':
        return "7";
    case 's':
    case 'z':
        return "8";
    default:
        return "";
    }
}

/* The sort of the vowel or pair of vowels at AT, and in *LETTERS how many letters it has; '\0' when
 * there is none. */
static char vowel_at(const char *at, gsize *letters)
{
    static const struct {
        char pair[4];
        char sort;
    } pairs[] = {
        {"ai", 'A'}, {"ei", 'A'}, {"au", 'W'}, {"eu", 'E'}, {"oi", 'E'}, {"ie", 'i'},
        {"ou", 'u'}, {"aa", 'a'}, {"ee", 'e'}, {"ii", 'i'}, {"oo", 'o'}, {"uu", 'u'},
    };
    char first = is_one_of(at[0], "jy") ? 'i' : at[0];
    char second = first != '\0' && is_one_of(at[1], "jy") ? 'i' : at[1];
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        if (first == pairs[i].pair[0] && second == pairs[i].pair[1]) {
            *letters = 2;
            return pairs[i].sort;
        }
    }
    *letters = 1;
    return is_one_of(first, "aeiou") ? first : '\0';
}

static void append_code(GString *code, const char *digits)
{
    for (; *digits != '\0'; digits++) {
        if (code->len == 0 || code->str[code->len - 1] != *digits) {
            g_string_append_c(code, *digits);
        }
    }
}

char *sound_with_vowels(const char *word)
{
    g_autoptr(GString) said = say(word);
    GString *code = g_string_sized_new(MOST_WITH_VOWELS);
    const char *at = said->str;
    while (*at != '\0' && code->len < MOST_WITH_VOWELS - 1) {
        gsize letters = 1;
        char vowel = vowel_at(at, &letters);
        if (vowel != '\0') {
            g_string_append_c(code, vowel);
        } else {
            append_code(code, code_of_letter(at > said->str ? at[-1] : '\0', at[0], at[1]));
        }
        at += letters;
    }
    return g_string_free(code, FALSE);
}

char *sound_of(const char *word)
{
    g_autofree char *heard = sound_with_vowels(word);
    GString *code = g_string_sized_new(MOST_CODE);
    for (const char *at = heard; *at != '\0' && code->len < MOST_CODE; at++) {
        if (g_ascii_isdigit(*at)) {
            g_string_append_c(code, *at);
        } else if (code->len == 0) {
            g_string_append_c(code, '0');
        }
    }
    return g_string_free(code, FALSE);
}

/* What it costs to take the sound A for B. Folded a, o and u may have been ä, ö and ü. */
static guint cost_of(char a, char b)
{
    static const char near[][3] = {"ae", "eo", "ou", "iu", "ei", "EW", "AE"};
    if (a == b) {
        return 0;
    }
    if (g_ascii_isdigit(a) || g_ascii_isdigit(b)) {
        return 3;
    }
    for (guint i = 0; i < G_N_ELEMENTS(near); i++) {
        if ((near[i][0] == a && near[i][1] == b) || (near[i][0] == b && near[i][1] == a)) {
            return 1;
        }
    }
    return 2;
}

guint sound_apart(const char *a, const char *b, bool unfinished)
{
    guint costs[MOST_WITH_VOWELS + 2] = {0};
    gsize length = MIN(strlen(a), MOST_WITH_VOWELS);
    for (gsize i = 1; i <= length; i++) {
        costs[i] = costs[i - 1] + (g_ascii_isdigit(a[i - 1]) ? 3 : 1);
    }
    guint least = costs[length];
    for (; *b != '\0'; b++) {
        guint extra = g_ascii_isdigit(*b) ? 3 : 1;
        guint diagonal = costs[0];
        costs[0] += extra;
        for (gsize i = 1; i <= length; i++) {
            guint missing = costs[i - 1] + (g_ascii_isdigit(a[i - 1]) ? 3 : 1);
            guint other = diagonal + cost_of(a[i - 1], *b);
            diagonal = costs[i];
            costs[i] = MIN(MIN(missing, other), costs[i] + extra);
        }
        least = MIN(least, costs[length]);
    }
    return unfinished ? least : costs[length];
}

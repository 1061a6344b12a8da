/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How names come across a counter. */
#include "tests/bench/slips.h"

#include "data/lookup/fold.h"

#include <string.h>

enum { TRIES = 50 };

/* The rows of a German keyboard: neighbours are hit by mistake. */
static const char *const key_rows[] = {"qwertzuiopü", "asdfghjklöä", "yxcvbnm"};

static gunichar any_letter(Chance *chance)
{
    return 'a' + chance_below(chance, 26);
}

/* A key beside that of LETTER, or any one. */
static gunichar beside(Chance *chance, gunichar letter)
{
    for (guint i = 0; i < G_N_ELEMENTS(key_rows) && chance_of(chance, 75); i++) {
        g_autofree gunichar *row = g_utf8_to_ucs4_fast(key_rows[i], -1, NULL);
        for (guint k = 0; row[k] != 0; k++) {
            bool goes_left = k > 0 && (row[k + 1] == 0 || chance_of(chance, 50));
            if (row[k] == letter) {
                return goes_left ? row[k - 1] : row[k + 1];
            }
        }
    }
    return any_letter(chance);
}

/* One error in LETTERS. */
static void slip(Chance *chance, GArray *letters)
{
    guint at = chance_below(chance, letters->len);
    gunichar letter = g_array_index(letters, gunichar, at), other = beside(chance, letter);
    switch (chance_below(chance, 4)) {
    case 0:
        g_array_insert_val(letters, at, other);
        break;
    case 1:
        g_array_remove_index(letters, at);
        break;
    case 2:
        g_array_index(letters, gunichar, at) = other;
        break;
    default:
        if (at + 1 < letters->len) {
            g_array_insert_val(letters, at + 2, letter);
            g_array_remove_index(letters, at);
        }
    }
}

static bool is_same(const char *a, const char *b)
{
    g_autofree char *left = fold_text(a), *right = fold_text(b);
    return strcmp(left, right) == 0;
}

static char *slip_once(Chance *chance, const char *small, guint errors)
{
    glong length;
    g_autofree gunichar *ucs4 = g_utf8_to_ucs4_fast(small, -1, &length);
    g_autoptr(GArray) letters = g_array_new(FALSE, FALSE, sizeof(gunichar));
    g_array_append_vals(letters, ucs4, (guint)length);
    for (guint i = 0; i < errors; i++) {
        slip(chance, letters);
    }
    return g_ucs4_to_utf8((const gunichar *)(gconstpointer)letters->data, letters->len, NULL, NULL,
                          NULL);
}

char *slips_typed(Chance *chance, const char *word, guint errors)
{
    g_autofree char *small = g_utf8_strdown(word, -1);
    char *wrong = slip_once(chance, small, errors);
    for (guint i = 0; i < TRIES && is_same(wrong, small); i++) {
        g_free(wrong);
        wrong = slip_once(chance, small, errors);
    }
    return wrong;
}

/* What is heard as the same, more or less: either may be written for the other. A blank at the end
 * stands for the end of a word. */
static const char *const sounds[][2] = {
    {"ph", "f"},     {"f", "v"},    {"th", "t"},   {"ai", "ei"},  {"ay", "ei"},   {"ey", "ei"},
    {"ck", "k"},     {"dt", "t"},   {"dt", "tt"},  {"c", "k"},    {"y", "i"},     {"ie", "i"},
    {"ä", "e"},      {"äu", "eu"},  {"nn", "n"},   {"mm", "m"},   {"ll", "l"},    {"rr", "r"},
    {"ss", "s"},     {"ff", "f"},   {"tt", "t"},   {"pp", "p"},   {"ah", "a"},    {"oh", "o"},
    {"eh", "e"},     {"uh", "u"},   {"sz", "ss"},  {"tz", "z"},   {"d ", "t "},   {"b ", "p "},
    {"g ", "k "},    {"x", "chs"},  {"x", "ks"},   {"qu", "kw"},  {"ch", "k"},    {"sch", "sh"},
    {"ş", "sch"},    {"ç", "tsch"}, {"ć", "tsch"}, {"č", "tsch"}, {"cz", "tsch"}, {"sz", "sch"},
    {"ow ", "off "}, {"ou", "u"},   {"zi", "ci"},  {"ze", "ce"},  {"j", "y"},     {"w", "v"},
};

/* All places of SPELLED in NAME: their offsets. */
static void find_places(const char *name, const char *spelled, GArray *places)
{
    for (const char *at = strstr(name, spelled); at != NULL; at = strstr(at + 1, spelled)) {
        gsize offset = (gsize)(at - name);
        g_array_append_val(places, offset);
    }
}

/* NAME (with a blank at its end) with one sound written otherwise; NULL when none fits. */
static char *hear_once(Chance *chance, const char *name)
{
    guint first = chance_below(chance, 2 * G_N_ELEMENTS(sounds));
    for (guint i = 0; i < 2 * G_N_ELEMENTS(sounds); i++) {
        guint rule = (first + i * 7) % (2 * G_N_ELEMENTS(sounds));
        const char *from = sounds[rule / 2][rule % 2], *to = sounds[rule / 2][1 - rule % 2];
        g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(gsize));
        find_places(name, from, places);
        /* Letters that were there once are doubled inside a word only, and few people do so. */
        bool is_rare = strlen(to) > strlen(from) && chance_of(chance, 50);
        if (places->len == 0 || is_rare) {
            continue;
        }
        gsize at = g_array_index(places, gsize, chance_below(chance, places->len));
        GString *heard = g_string_new(name);
        g_string_erase(heard, (gssize)at, (gssize)strlen(from));
        g_string_insert(heard, (gssize)at, to);
        return g_string_free(heard, FALSE);
    }
    return NULL;
}

char *slips_heard(Chance *chance, const char *name)
{
    g_autofree char *small = g_utf8_strdown(name, -1);
    g_autofree char *word = g_strconcat(small, " ", NULL);
    for (guint i = 0; i < TRIES; i++) {
        g_autofree char *heard = hear_once(chance, word);
        if (heard != NULL && chance_of(chance, 30)) {
            char *again = hear_once(chance, heard);
            g_free(heard);
            heard = again;
        }
        if (heard != NULL && !is_same(heard, name)) {
            return g_strchomp(g_steal_pointer(&heard));
        }
    }
    return NULL;
}

char *slips_plain(const char *text)
{
    static const char *const letters[][2] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"},
                                             {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}};
    GString *plain = g_string_new(text);
    guint changes = 0;
    for (guint i = 0; i < G_N_ELEMENTS(letters); i++) {
        changes += g_string_replace(plain, letters[i][0], letters[i][1], 0);
    }
    return g_string_free(plain, changes == 0);
}

static const char *const short_forms[][2] = {
    {"Josef", "Sepp"},        {"Hannelore", "Hanne"},  {"Ursula", "Uschi"},
    {"Katharina", "Kathi"},   {"Katharina", "Käthe"},  {"Johannes", "Jo"},
    {"Johannes", "Hannes"},   {"Joachim", "Achim"},    {"Rosemarie", "Rosi"},
    {"Monika", "Moni"},       {"Gabriele", "Gabi"},    {"Susanne", "Susi"},
    {"Barbara", "Bärbel"},    {"Barbara", "Babsi"},    {"Cornelia", "Conny"},
    {"Stefanie", "Steffi"},   {"Christina", "Tina"},   {"Christian", "Chris"},
    {"Michael", "Micha"},     {"Michael", "Michi"},    {"Thomas", "Tom"},
    {"Peter", "Pit"},         {"Wolfgang", "Wolfi"},   {"Bernd", "Bernie"},
    {"Dieter", "Didi"},       {"Matthias", "Matze"},   {"Hans-Jürgen", "Hajo"},
    {"Ulrich", "Uli"},        {"Karl-Heinz", "Kalle"}, {"Alexandra", "Alex"},
    {"Alexander", "Alex"},    {"Franziska", "Franzi"}, {"Julia", "Jule"},
    {"Theresa", "Resi"},      {"Maximilian", "Max"},   {"Sebastian", "Basti"},
    {"Tobias", "Tobi"},       {"Florian", "Flo"},      {"Oliver", "Olli"},
    {"Benjamin", "Benni"},    {"Nikolaus", "Klaus"},   {"Klaus", "Klausi"},
    {"Wilhelm", "Willi"},     {"Rudolf", "Rudi"},      {"Heinrich", "Heini"},
    {"Lieselotte", "Lilo"},   {"Brigitte", "Gitti"},   {"Waltraud", "Traudl"},
    {"Irmgard", "Irmi"},      {"Hildegard", "Hilde"},  {"Manfred", "Manni"},
    {"Siegfried", "Siggi"},   {"Friedrich", "Fritz"},  {"Melanie", "Melli"},
    {"Daniela", "Dani"},      {"Nicole", "Nicki"},     {"Katrin", "Kati"},
    {"Charlotte", "Lotte"},   {"Magdalena", "Lena"},   {"Helene", "Leni"},
    {"Anton", "Toni"},        {"Veronika", "Vroni"},   {"Eva", "Evi"},
    {"Sabine", "Bine"},       {"Birgit", "Biggi"},     {"Elisabeth", "Elli"},
    {"Elisabeth", "Lisbeth"}, {"Margarete", "Grete"},  {"Johanna", "Hanna"},
    {"Angelika", "Geli"},     {"Annemarie", "Anni"},   {"Georg", "Schorsch"},
    {"Ludwig", "Wiggerl"},    {"Jakob", "Jockel"},     {"Andreas", "Andi"},
    {"Stefan", "Steff"},      {"Philipp", "Phil"},     {"Patrick", "Paddy"},
    {"Reinhard", "Reini"},    {"Günter", "Günni"},     {"Werner", "Werni"},
    {"Claudia", "Claudi"},    {"Petra", "Peti"},       {"Jürgen", "Jogi"},
};

const char *slips_short(Chance *chance, const char *given)
{
    const char *fits[8];
    guint count = 0;
    for (guint i = 0; i < G_N_ELEMENTS(short_forms) && count < G_N_ELEMENTS(fits); i++) {
        if (strcmp(short_forms[i][0], given) == 0) {
            fits[count++] = short_forms[i][1];
        }
    }
    return count > 0 ? chance_pick(chance, fits, count) : NULL;
}

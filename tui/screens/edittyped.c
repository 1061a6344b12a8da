/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the words from the box go when a new customer is made from them. */
#include "tui/screens/edittyped.h"

#include "data/customer/phone.h"
#include "tui/screens/values.h"

#include <string.h>

enum { LONGEST_NAME = 4 }; /* words; more are a description */

static const char quotes[] = "\"'“”„‚‘’«»";

/* The word with a capital letter. */
static char *capital(const char *word)
{
    g_autofree char *first = g_utf8_substring(word, 0, 1);
    g_autofree char *upper = g_utf8_strup(first, -1);
    return g_strconcat(upper, g_utf8_find_next_char(word, NULL), NULL);
}

static bool is_capital(const char *word)
{
    return g_unichar_isupper(g_utf8_get_char(word));
}

static bool is_one_of(const char *word, const char *const *words)
{
    return g_strv_contains(words, word);
}

static bool is_particle(const char *word)
{
    static const char *const particles[] = {"von", "vom", "van", "zu", "zum", "zur", "der",
                                            "den", "de",  "del", "la", "le",  "di",  "da",
                                            "dos", "ter", "ten", "el", "al",  NULL};
    return is_one_of(word, particles);
}

static bool is_salutation(const char *word)
{
    static const char *const words[] = {"Frau", "Herr", "Familie", "Fam.", "Mr", "Mr.",
                                        "Mrs",  "Mrs.", "Ms",      "Ms.",  NULL};
    return is_one_of(word, words);
}

static bool is_title(const char *word)
{
    static const char *const words[] = {"Dr.", "Dr", "Prof.", "Prof", "Dipl.-Ing.", NULL};
    return is_one_of(word, words);
}

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

static bool has_letter(const char *text)
{
    const char *at = text;
    while (*at != '\0' && !g_unichar_isalpha(g_utf8_get_char(at))) {
        at = g_utf8_find_next_char(at, NULL);
    }
    return *at != '\0';
}

static bool has_quote(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        /* O'Brien and D’Angelo are names: what counts is a mark at the edge of a word. */
        const char *next = g_utf8_find_next_char(at, NULL);
        bool edge = at == text || at[-1] == ' ' || *next == '\0' || *next == ' ';
        if (edge && g_utf8_strchr(quotes, -1, g_utf8_get_char(at)) != NULL) {
            return true;
        }
    }
    return false;
}

static bool put_digits(GHashTable *values, const char *text)
{
    size_t digits = strspn(text, "0123456789");
    if (text[digits] == '\0') {
        bool number = text[0] != '0' && (digits <= 4 || digits >= 8);
        values_set(values, number ? "number" : "phone0", text);
        return true;
    }
    if (phone_looks_like(text)) {
        values_set(values, "phone0", text);
        return true;
    }
    return false;
}

/* Whether all WORDS could be of a name: capital letters, particles between them. */
static bool all_names(char *const *words)
{
    for (guint i = 0; words[i] != NULL; i++) {
        if (!is_capital(words[i]) && !(is_particle(words[i]) && words[i + 1] != NULL)) {
            return false;
        }
    }
    return true;
}

/* "Family, Given", in any letters. */
static bool put_listed(GHashTable *values, const char *text)
{
    g_auto(GStrv) sides = g_strsplit(text, ",", 2);
    if (sides[1] == NULL || strchr(sides[1], ',') != NULL) {
        return false;
    }
    g_strstrip(sides[0]);
    g_strstrip(sides[1]);
    g_auto(GStrv) family = g_strsplit(sides[0], " ", -1), given = g_strsplit(sides[1], " ", -1);
    bool several = family[0] == NULL || given[0] == NULL ||
                   g_strv_length(family) + g_strv_length(given) > LONGEST_NAME;
    /* "müller, anna" is a name too; "blaue jacke, brille" is not. */
    bool plain = g_strv_length(family) == 1 && g_strv_length(given) == 1;
    if (several || !(plain || (all_names(family) && all_names(given)))) {
        return false;
    }
    g_autofree char *first = plain ? capital(sides[1]) : g_strdup(sides[1]);
    g_autofree char *last = plain ? capital(sides[0]) : g_strdup(sides[0]);
    values_set(values, "given_name", first);
    values_set(values, "family_name", last);
    return true;
}

/* "Frau Dr. Hilde von Wagner". */
static bool put_spoken(GHashTable *values, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    char **from = words;
    const char *salutation = NULL, *title = NULL;
    if (is_salutation(*from) && from[1] != NULL) {
        salutation = *from++;
    }
    if (is_title(*from) && from[1] != NULL) {
        title = *from++;
    }
    guint count = g_strv_length(from);
    if (count > LONGEST_NAME || (count > 1 && !all_names(from)) ||
        (count == 1 && salutation != NULL && !is_capital(*from))) {
        return false;
    }
    /* The last name is the last word with the particles before it. */
    guint last = count - 1;
    while (last > 1 && is_particle(from[last - 1])) {
        last--;
    }
    g_autofree char *family = g_strjoinv(" ", from + last);
    g_autofree char *family_capital = count == 1 ? capital(family) : g_strdup(family);
    char *first_of_family = from[last];
    from[last] = NULL;
    g_autofree char *given = g_strjoinv(" ", from);
    from[last] = first_of_family;
    values_set(values, "family_name", family_capital);
    if (*given != '\0') {
        values_set(values, "given_name", given);
    }
    if (salutation != NULL) {
        values_set(values, "salutation", salutation);
    }
    if (title != NULL) {
        values_set(values, "title", title);
    }
    return true;
}

/* "Anna Neumann 0421 998877": a name, and a phone behind it. */
static bool put_named_phone(GHashTable *values, const char *text)
{
    static const char of_phones[] = "0123456789+-/() ";
    gsize length = strlen(text);
    while (length > 0 && strchr(of_phones, text[length - 1]) != NULL) {
        length--;
    }
    gsize start = length + strspn(text + length, " ");
    if (start == length || !phone_looks_like(text + start)) {
        return false;
    }
    g_autofree char *name = g_strndup(text, length);
    if (!has_letter(name) || has_quote(name) || has_digit(name) ||
        !(put_listed(values, name) || put_spoken(values, name))) {
        return false;
    }
    values_set(values, "phone0", text + start);
    return true;
}

/* TYPED with single blanks between the words and none at the ends. */
static char *tidy(const char *typed)
{
    g_auto(GStrv) words = g_strsplit_set(typed, " \t\n", -1);
    GString *text = g_string_new(NULL);
    for (guint i = 0; words[i] != NULL; i++) {
        if (*words[i] != '\0') {
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", words[i]);
        }
    }
    return g_string_free(text, FALSE);
}

/* The description without the quotation marks around it. */
static char *unquoted(const char *text)
{
    const char *start = text;
    while (*start != '\0' && g_utf8_strchr(quotes, -1, g_utf8_get_char(start)) != NULL) {
        start = g_utf8_find_next_char(start, NULL);
    }
    const char *end = start + strlen(start);
    while (end > start &&
           g_utf8_strchr(quotes, -1, g_utf8_get_char(g_utf8_prev_char(end))) != NULL) {
        end = g_utf8_prev_char(end);
    }
    return g_strstrip(g_strndup(start, (gsize)(end - start)));
}

void edit_typed(GHashTable *values, const char *typed)
{
    g_autofree char *text = tidy(typed != NULL ? typed : "");
    if (strlen(text) > 1 && g_str_has_suffix(text, ",")) {
        /* "Wagner, Hilde", and Enter came early. */
        text[strlen(text) - 1] = '\0';
    }
    if (*text == '\0') {
        return;
    }
    if (strchr(text, '@') != NULL && strchr(text, ' ') == NULL) {
        values_set(values, "email0", text);
        return;
    }
    if (put_digits(values, text)) {
        return;
    }
    if (has_letter(text) && !has_quote(text) && !has_digit(text) &&
        (put_listed(values, text) || put_spoken(values, text))) {
        return;
    }
    if (put_named_phone(values, text)) {
        return;
    }
    g_autofree char *description = unquoted(text);
    values_set(values, "description", *description != '\0' ? description : text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts with placeholders, filled for a customer. */
#include "data/agenda/letter.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/lookup/fold.h"

#include <string.h>

/* How a letter of one language begins; %s is what somebody is called. */
typedef struct {
    const char *language; /* two letters */
    const char *woman, *man, *family;
    const char *friendly, *friendly_bare; /* to whom one says "du" */
    const char *neutral, *bare;
} Beginnings;

/* In the languages customers are asked for: the words of a letter are not those of the screen. */
static const Beginnings beginnings[] = {
    {"en", "Dear Ms %s", "Dear Mr %s", "Dear %s family", "Hello %s", "Hello", "Dear %s", "Hello"},
    {"de", "Liebe Frau %s", "Lieber Herr %s", "Liebe Familie %s", "Hallo %s", "Hallo",
     "Guten Tag %s", "Guten Tag"},
};

static const char *const women[] = {"frau", "fr", "ms", "mrs", "miss", NULL};
static const char *const men[] = {"herr", "herrn", "hr", "mr", NULL};
static const char *const families[] = {"familie", "fam", "family", NULL};

const Choice letter_placeholders[] = {
    {"name", N_("name")},       {"salutation", N_("salutation")},
    {"article", N_("article")}, {"words", N_("words")},
    {"day", N_("day")},         {"shop", N_("shop")},
    {"clerk", N_("clerk")},     {NULL, NULL},
};

static const Beginnings *beginnings_of(const char *language)
{
    for (guint i = 0; i < G_N_ELEMENTS(beginnings); i++) {
        if (g_strcmp0(beginnings[i].language, language) == 0) {
            return &beginnings[i];
        }
    }
    return NULL;
}

/* The beginnings in the language of CUSTOMER, else in that of the program. */
static const Beginnings *beginnings_for(const Customer *customer)
{
    const Beginnings *own = beginnings_of(customer->language);
    /* TRANSLATORS: The two letters of your language, "de" in German: how letters begin then. */
    const Beginnings *here = own != NULL ? own : beginnings_of(_("en"));
    return here != NULL ? here : &beginnings[0];
}

static char *begin(const char *pattern, const char *name)
{
    const char *place = strstr(pattern, "%s");
    return place == NULL ? g_strdup(pattern)
                         : g_strdup_printf("%.*s%s%s", (int)(place - pattern), pattern, name,
                                           place + strlen("%s"));
}

/* How a letter to somebody of this salutation begins; NULL: it says nothing. */
static const char *by_salutation(const Beginnings *words, const char *salutation)
{
    g_autofree char *folded = fold_text(salutation != NULL ? salutation : "");
    if (g_strv_contains(women, folded)) {
        return words->woman;
    }
    if (g_strv_contains(men, folded)) {
        return words->man;
    }
    return g_strv_contains(families, folded) ? words->family : NULL;
}

static char *greeting_of(const Customer *customer)
{
    const Beginnings *words = beginnings_for(customer);
    if (g_strcmp0(customer->address_form, "du") == 0) {
        return customer->given_name != NULL ? begin(words->friendly, customer->given_name)
                                            : g_strdup(words->friendly_bare);
    }
    const char *formal = by_salutation(words, customer->salutation);
    if (formal != NULL && customer->family_name != NULL) {
        bool has_title = customer->title != NULL && formal != words->family;
        g_autofree char *called = g_strconcat(has_title ? customer->title : "",
                                              has_title ? " " : "", customer->family_name, NULL);
        return begin(formal, called);
    }
    bool is_person = customer->given_name != NULL || customer->family_name != NULL;
    g_autofree char *name = is_person ? customer_name(customer, NAME_SPOKEN) : NULL;
    return name != NULL ? begin(words->neutral, name) : g_strdup(words->bare);
}

/* What FACTS know for the placeholder called NAME; NULL when it is none. Free with g_free. */
static char *value_of(const char *name, gconstpointer data)
{
    const LetterFacts *facts = data;
    const char *placeholder = choice_code(letter_placeholders, name);
    if (placeholder == NULL) {
        return NULL;
    }
    if (strcmp(placeholder, "name") == 0) {
        char *called = facts->customer != NULL ? customer_name(facts->customer, NAME_SPOKEN) : NULL;
        return called != NULL ? called : g_strdup("");
    }
    if (strcmp(placeholder, "salutation") == 0) {
        return facts->customer != NULL ? greeting_of(facts->customer) : g_strdup("");
    }
    if (strcmp(placeholder, "day") == 0) {
        return day_for_people(facts->day);
    }
    const struct {
        const char *name, *value;
    } plain[] = {{"article", facts->article},
                 {"words", facts->words},
                 {"shop", facts->shop},
                 {"clerk", facts->clerk}};
    for (guint i = 0; i < G_N_ELEMENTS(plain); i++) {
        if (strcmp(placeholder, plain[i].name) == 0) {
            return g_strdup(plain[i].value != NULL ? plain[i].value : "");
        }
    }
    return NULL;
}

bool letter_check(const char *text, GError **error)
{
    for (const char *open = strchr(text, '{'); open != NULL; open = strchr(open + 1, '{')) {
        const char *close = strchr(open, '}');
        g_autofree char *name =
            close != NULL ? g_strndup(open + 1, (gsize)(close - open - 1)) : NULL;
        if (name != NULL && choice_code(letter_placeholders, name) == NULL) {
            g_set_error(error, FAULT, FAULT_REFUSED,
                        _("{%s} is nothing that can be filled in. There are {name}, {salutation}, "
                          "{article}, {words}, {day}, {shop} and {clerk}."),
                        name);
            return false;
        }
    }
    return true;
}

/* Takes the blanks off the end of TEXT, and a colon behind which nothing came. */
static void end_well(GString *text, bool is_open)
{
    gsize length = text->len;
    while (length > 0 && g_ascii_isspace(text->str[length - 1])) {
        length--;
    }
    if (is_open && length > 0 && text->str[length - 1] == ':') {
        length--;
    }
    g_string_truncate(text, length);
}

/* TEXT with what REPLACE gives for the name in each pair of braces in place of it, where that is
 * not NULL; IS_OPEN, unless NULL: whether nothing came behind an empty one. */
static GString *replace_names(const char *text, char *(*replace)(const char *, gconstpointer),
                              gconstpointer data, bool *is_open)
{
    GString *filled = g_string_new(NULL);
    const char *rest = text;
    bool is_empty = false;
    for (const char *open = strchr(rest, '{'); open != NULL; open = strchr(open, '{')) {
        const char *close = strchr(open, '}');
        g_autofree char *name =
            close != NULL ? g_strndup(open + 1, (gsize)(close - open - 1)) : NULL;
        g_autofree char *value = name != NULL ? replace(name, data) : NULL;
        if (value == NULL) {
            open++;
            continue;
        }
        g_string_append_len(filled, rest, open - rest);
        g_string_append(filled, value);
        is_empty = *value == '\0';
        open = close + 1;
        rest = open;
    }
    g_string_append(filled, rest);
    if (is_open != NULL) {
        *is_open = is_empty && *rest == '\0';
    }
    return filled;
}

char *letter_fill(const char *text, const LetterFacts *facts)
{
    bool is_open = false;
    GString *filled = replace_names(text, value_of, facts, &is_open);
    end_well(filled, is_open);
    return g_string_free(filled, FALSE);
}

/* ---- on one line, for people to change ---- */

static char *label_in_braces(const char *name, gconstpointer data)
{
    (void)data;
    const char *code = choice_code(letter_placeholders, name);
    return code != NULL ? g_strdup_printf("{%s}", choice_label(letter_placeholders, code)) : NULL;
}

static char *code_in_braces(const char *name, gconstpointer data)
{
    (void)data;
    const char *code = choice_code(letter_placeholders, name);
    return code != NULL ? g_strdup_printf("{%s}", code) : NULL;
}

char *letter_on_a_line(const char *text)
{
    GString *line = replace_names(text, label_in_braces, NULL, NULL);
    g_string_replace(line, "\n\n", " // ", 0);
    g_string_replace(line, "\n", " / ", 0);
    return g_string_free(line, FALSE);
}

char *letter_of_a_line(const char *line)
{
    GString *text = g_string_new(NULL);
    g_auto(GStrv) words = g_strsplit_set(line, " \t\n", -1);
    const char *between = "";
    for (guint i = 0; words[i] != NULL; i++) {
        bool is_empty_line = strcmp(words[i], "//") == 0;
        if (is_empty_line || strcmp(words[i], "/") == 0) {
            g_string_append(text, is_empty_line ? "\n\n" : "\n");
            between = "";
        } else if (*words[i] != '\0') {
            g_string_append(text, between);
            g_string_append(text, words[i]);
            between = " ";
        }
    }
    g_autofree char *plain = g_strstrip(g_string_free(text, FALSE));
    return g_string_free(replace_names(plain, code_in_braces, NULL, NULL), FALSE);
}

char *letter_with_line(const char *text, const char *line)
{
    g_autofree char *own = g_strstrip(g_strdup(line));
    g_auto(GStrv) parts = g_strsplit(text, "\n\n", -1);
    guint count = g_strv_length(parts);
    if (*own == '\0') {
        return g_strdup(text);
    }
    guint before = count >= 3 ? count - 1 : count;
    GString *whole = g_string_new(NULL);
    for (guint i = 0; i <= count; i++) {
        const char *part = i < before ? parts[i] : i == before ? own : parts[i - 1];
        g_string_append(whole, i > 0 ? "\n\n" : "");
        g_string_append(whole, part);
    }
    return g_string_free(whole, FALSE);
}

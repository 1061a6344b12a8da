/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meaning of one column's header. */
#include "data/list/header.h"

#include "data/list/headernames.h"
#include "data/lookup/fold.h"

#include <string.h>

/* Words beside a name that say which of several it is. */
typedef struct {
    const char *words; /* divided by "|" */
    const char *label; /* NULL: the word says nothing */
} SideWords;

static const SideWords side_words[] = {
    {"privat|private|privates|zuhause|daheim|home|personal", "home"},
    {"geschäftlich|geschäftl|gesch|dienstlich|dienstl|beruflich|arbeit|büro|firma|business|work|"
     "office",
     "work"},
    {"other|weitere|weiterer|weiteres|sonstige|sonstiger|sonstiges|alternativ|alternative",
     "other"},
    {"kunde|kunden|kundin|customer|client|contact|kontakt|default|primary|billing|shipping|"
     "rechnung|rechnungs|rechnungsadresse|lieferadresse|bitte|optional",
     NULL},
};

/* How much may be taken off a header; each step takes more. */
typedef enum { OFF_NOTHING, OFF_NUMBERS, OFF_PLACES, OFF_WORDS } Off;

struct HeaderTable {
    GHashTable *names; /* folded without blanks -> const HeaderName */
    GHashTable *sides; /* folded word -> const SideWords */
};

static char *fold_tight(const char *text)
{
    g_auto(GStrv) words = fold_words(text);
    return g_strjoinv("", words);
}

/* Adds each of NAMES, folded, with VALUE. */
static void add_names(GHashTable *to, const char *names, gconstpointer value)
{
    g_auto(GStrv) parts = g_strsplit(names, "|", -1);
    for (char **part = parts; *part; part++) {
        g_hash_table_insert(to, fold_tight(*part), (gpointer)(guintptr)value);
    }
}

HeaderTable *header_table_new(void)
{
    HeaderTable *table = g_new(HeaderTable, 1);
    table->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    table->sides = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gsize count;
    const HeaderName *names = header_names(&count);
    for (gsize i = 0; i < count; i++) {
        add_names(table->names, names[i].names, &names[i]);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(side_words); i++) {
        add_names(table->sides, side_words[i].words, &side_words[i]);
    }
    return table;
}

void header_table_free(HeaderTable *table)
{
    if (!table) {
        return;
    }
    g_hash_table_unref(table->names);
    g_hash_table_unref(table->sides);
    g_free(table);
}

/* Cuts the digits off the end of WORD; 0 when there are none. */
static guint cut_number(char *word)
{
    gsize length = strlen(word);
    gsize start = length;
    while (start > 0 && g_ascii_isdigit(word[start - 1])) {
        start--;
    }
    if (start == length || length - start > 3) {
        return 0;
    }
    guint number = (guint)g_ascii_strtoull(word + start, NULL, 10);
    word[start] = '\0';
    return number;
}

/* Looks up WORDS less what OFF allows. */
static bool find_words(const HeaderTable *table, char **words, Off off, HeaderMeaning *meaning)
{
    g_autoptr(GString) joined = g_string_new(NULL);
    const char *label = NULL;
    guint number = 0;
    bool number_is_last = false;
    for (char **word = words; *word; word++) {
        g_autofree char *rest = g_strdup(*word);
        guint here = off >= OFF_NUMBERS ? cut_number(rest) : 0;
        number = here ? here : number;
        number_is_last = here > 0;
        const SideWords *side = g_hash_table_lookup(table->sides, rest);
        if (side && side->label && off >= OFF_PLACES) {
            label = side->label;
        } else if (!side || off < OFF_WORDS) {
            g_string_append(joined, rest);
        }
    }
    const HeaderName *name = g_hash_table_lookup(table->names, joined->str);
    if (!name) {
        return false;
    }
    *meaning = (HeaderMeaning){.field = name->field,
                               .label = name->label ? name->label : label,
                               .number = number,
                               .is_label = name->is_label,
                               .weak = name->weak,
                               .recognised = true};
    if (name->field == LIST_FULL_NAME && name->label) {
        meaning->label = NULL;
        meaning->family_first = true;
    }
    if (name->field == LIST_STREET && number_is_last && number > 1) {
        meaning->field = LIST_STREET_MORE;
        meaning->number = 0;
    }
    return true;
}

static bool find(const HeaderTable *table, const char *header, HeaderMeaning *meaning)
{
    g_auto(GStrv) words = fold_words(header);
    for (Off off = OFF_NOTHING; off <= OFF_WORDS; off++) {
        if (find_words(table, words, off, meaning)) {
            return true;
        }
    }
    return false;
}

/* HEADER without what stands in brackets. */
static char *without_brackets(const char *header)
{
    GString *rest = g_string_new(NULL);
    int depth = 0;
    for (; *header; header++) {
        if (*header == '(' || *header == '[') {
            depth++;
        } else if ((*header == ')' || *header == ']') && depth > 0) {
            depth--;
        } else if (depth == 0) {
            g_string_append_c(rest, *header);
        }
    }
    return g_string_free(rest, FALSE);
}

/* The last word of "… (customer.metafields.facts.birth_date)"; NULL for other headers. */
static char *metafield_word(const char *header)
{
    const char *open = strrchr(header, '(');
    const char *dot = strrchr(header, '.');
    if (!open || !dot || dot < open || !strstr(open, "metafields.")) {
        return NULL;
    }
    return g_strndup(dot + 1, strcspn(dot + 1, ")"));
}

HeaderMeaning header_meaning(const HeaderTable *table, const char *header)
{
    HeaderMeaning meaning = {.field = LIST_KEEP};
    if (find(table, header, &meaning)) {
        return meaning;
    }
    g_autofree char *own = metafield_word(header);
    if (own && find(table, own, &meaning)) {
        return meaning;
    }
    g_autofree char *plain = without_brackets(header);
    if (find(table, plain, &meaning)) {
        return meaning;
    }
    if (strcmp(g_strstrip(plain), "#") == 0) {
        meaning = (HeaderMeaning){.field = LIST_NUMBER, .weak = true, .recognised = true};
    }
    return meaning;
}

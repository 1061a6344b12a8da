/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words under which a customer is found. */
#include "data/lookup/words.h"

#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/phone.h"
#include "data/customer/relation.h"
#include "data/lookup/fold.h"

#include <string.h>

/* PostgreSQL refuses documents of 1 MiB; nobody looks for what stands behind the first ten thousand
 * words. */
enum { LONGEST_WORD = 60, LONGEST_DOCUMENT = 65536, MOST_QUERY_WORDS = 16, SHORTEST_PHONE_END = 3 };

/* Cuts WORD to what the index holds of it, between characters. */
static void cut_word(char *word)
{
    if (strlen(word) > LONGEST_WORD) {
        char *end = word + LONGEST_WORD;
        while (((guchar)*end & 0xC0) == 0x80) {
            end--;
        }
        *end = '\0';
    }
}

/* The next of the words at *REST, a folded text, in whose place it stands; NULL at the end. */
static char *next_word(char **rest)
{
    char *word = *rest != NULL && **rest != '\0' ? strsep(rest, " ") : NULL;
    if (word != NULL) {
        cut_word(word);
    }
    return word;
}

static void add_word(GString *words, const char *word)
{
    if (words->len > 0) {
        g_string_append_c(words, ' ');
    }
    g_string_append(words, word);
}

static bool is_full(const GString *words)
{
    return words->len >= LONGEST_DOCUMENT;
}

static void add_text(GString *words, const char *text)
{
    if (text == NULL) {
        return;
    }
    g_autofree char *folded = fold_text(text);
    char *rest = folded;
    for (char *word = next_word(&rest); word != NULL && !is_full(words); word = next_word(&rest)) {
        add_word(words, word);
    }
}

/* Each end of the digits is a word, so that a query for any piece is a query for a beginning. */
static void add_phone(GString *words, const char *digits)
{
    size_t length = strlen(digits);
    /* The key of what is hardly a number is the text as typed. */
    if (strspn(digits, "0123456789") != length) {
        add_text(words, digits);
        return;
    }
    for (size_t start = 0;
         start + SHORTEST_PHONE_END <= length && start < LONGEST_WORD && !is_full(words); start++) {
        g_autofree char *end = g_strndup(digits + start, LONGEST_WORD);
        add_word(words, end);
    }
}

static void add_contacts(GString *words, const Sheet *sheet, const char *kind)
{
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        if ((strcmp(contact->kind, "phone") == 0) != (strcmp(kind, "phone") == 0)) {
            continue;
        }
        if (strcmp(kind, "phone") == 0) {
            add_phone(words, contact->key);
        } else {
            add_text(words, contact->value);
        }
    }
}

static void add_group(GString *words, const Sheet *sheet, WordGroup group)
{
    const Customer *customer = sheet->customer;
    switch (group) {
    case GROUP_NAME:
        add_text(words, customer->family_name);
        add_text(words, customer->given_name);
        add_text(words, customer->title);
        add_text(words, customer->company);
        break;
    case GROUP_DESCRIPTION:
        add_text(words, customer->description);
        break;
    case GROUP_NUMBER:
        add_text(words, customer->number);
        break;
    case GROUP_PHONE:
        add_contacts(words, sheet, "phone");
        break;
    case GROUP_EMAIL:
        add_contacts(words, sheet, "email");
        break;
    case GROUP_RELATION:
        for (guint i = 0; i < sheet->relations->len; i++) {
            add_text(words, ((const Relation *)g_ptr_array_index(sheet->relations, i))->name);
        }
        break;
    case GROUP_FACT:
        for (guint i = 0; i < sheet->facts->len; i++) {
            add_text(words, ((const Fact *)g_ptr_array_index(sheet->facts, i))->words);
        }
        break;
    case GROUP_PLACE:
        for (guint i = 0; i < sheet->addresses->len; i++) {
            const Address *address = g_ptr_array_index(sheet->addresses, i);
            add_text(words, address->street);
            add_text(words, address->postcode);
            add_text(words, address->place);
            add_text(words, address->country);
        }
        break;
    case GROUP_COUNT:
        break;
    }
}

char *words_of_sheet(const Sheet *sheet)
{
    GString *words = g_string_new(NULL);
    for (WordGroup group = GROUP_NAME; group < GROUP_COUNT; group++) {
        if (group > GROUP_NAME) {
            add_word(words, WORD_BREAK);
        }
        add_group(words, sheet, group);
    }
    return g_string_free(words, FALSE);
}

/* The groups stand in the order of their worth, so the first that fits is the best. */
WordGroup words_match(const char *words, const char *word, bool *whole)
{
    size_t length = strlen(word);
    WordGroup group = GROUP_NAME, best = GROUP_COUNT;
    *whole = false;
    for (const char *at = words; *at != '\0';) {
        const char *end = strchrnul(at, ' ');
        size_t size = (size_t)(end - at);
        if (size == 1 && *at == *WORD_BREAK) {
            group++;
        } else if (size >= length && memcmp(at, word, length) == 0 &&
                   (best == GROUP_COUNT || (!*whole && group == best))) {
            best = group;
            *whole = size == length;
        }
        at = *end != '\0' ? end + 1 : end;
    }
    return best;
}

char **words_of_query(const char *query, const char *country, bool phones_as_one)
{
    g_autoptr(GStrvBuilder) words = g_strv_builder_new();
    g_autofree char *digits =
        phones_as_one && phone_looks_like(query) ? phone_digits(query, country) : NULL;
    if (digits != NULL) {
        cut_word(digits);
        g_strv_builder_add(words, digits);
        return g_strv_builder_end(words);
    }
    g_autofree char *folded = fold_text(query);
    char *rest = folded, *word = next_word(&rest);
    for (guint i = 0; word != NULL && i < MOST_QUERY_WORDS; i++, word = next_word(&rest)) {
        g_strv_builder_add(words, word);
    }
    return g_strv_builder_end(words);
}

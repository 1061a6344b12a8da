/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words under which a customer is found. */
#include "data/lookup/words.h"

#include "data/agenda/occasion.h"
#include "data/base/utf8.h"
#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/relation.h"
#include "data/lookup/dictionary.h"
#include "data/lookup/fold.h"

#include <string.h>

/* PostgreSQL refuses documents of 1 MiB; nobody looks for what stands behind the first ten thousand
 * words. */
enum { LONGEST_DOCUMENT = 65536 };

#define STREET "strasse"

static void add_token(GString *words, char class, const char *word)
{
    if (words->len > 0) {
        g_string_append_c(words, ' ');
    }
    g_string_append_c(words, class);
    g_string_append_len(words, word, (gssize)utf8_fitting(word, WORD_LONGEST));
}

static void add_word(GString *words, char class, const char *word)
{
    if (words->len < LONGEST_DOCUMENT && *word != '\0') {
        add_token(words, class, word);
    }
}

static void add_each(GString *words, char class, char **each)
{
    for (guint i = 0; each[i] != NULL && words->len < LONGEST_DOCUMENT; i++) {
        add_word(words, class, each[i]);
    }
}

/* The words of TEXT, which may be NULL, as far as a document can hold them. */
static char **text_words(const char *text)
{
    const char *start = text != NULL ? text : "";
    g_autofree char *begin = g_strndup(start, utf8_fitting(start, LONGEST_DOCUMENT));
    return fold_words(begin);
}

static void add_text(GString *words, char class, const char *text)
{
    g_auto(GStrv) each = text_words(text);
    add_each(words, class, each);
}

/* Of several words all as one: "Müller-Lüdenscheidt" is also told in one breath. */
static void add_joined(GString *words, const char *text)
{
    g_auto(GStrv) each = text_words(text);
    if (each[0] != NULL && each[1] != NULL) {
        g_autofree char *joined = g_strjoinv("", each);
        add_word(words, CLASS_WHO, joined);
    }
}

static void add_name(GString *words, const Customer *customer)
{
    add_text(words, CLASS_WHO, customer->family_name);
    add_text(words, CLASS_WHO, customer->given_name);
    add_text(words, CLASS_WHO, customer->title);
    add_text(words, CLASS_WHO, customer->company);
    add_joined(words, customer->family_name);
    add_joined(words, customer->given_name);
}

char *word_of_end(const char *digits)
{
    size_t length = strlen(digits);
    g_autofree char *end = g_strdup(digits + (length > WORD_END ? length - WORD_END : 0));
    return g_strdup_printf("%c%s", CLASS_END, g_strreverse(end));
}

char **words_of_pieces(const char *digits, guint most)
{
    size_t length = strlen(digits);
    g_autoptr(GStrvBuilder) pieces = g_strv_builder_new();
    for (guint i = 0; i + WORD_PIECE <= length && i < most; i++) {
        g_autofree char *piece = g_strdup_printf("%c%.*s", CLASS_PIECE, WORD_PIECE, digits + i);
        g_strv_builder_add(pieces, piece);
    }
    return g_strv_builder_end(pieces);
}

static void add_phone(GString *words, const char *digits)
{
    /* The key of what is hardly a number is the text as typed. */
    if (digits[strspn(digits, "0123456789")] != '\0') {
        add_text(words, CLASS_REST, digits);
        return;
    }
    g_autofree char *whole = g_strndup(digits, WORD_LONGEST);
    g_autofree char *end = word_of_end(whole);
    g_auto(GStrv) pieces = words_of_pieces(whole, WORD_LONGEST);
    add_word(words, CLASS_PHONE, whole);
    add_word(words, CLASS_END, end + 1);
    for (guint i = 0; pieces[i] != NULL; i++) {
        add_word(words, CLASS_PIECE, pieces[i] + 1);
    }
}

static void add_contacts(GString *words, const Sheet *sheet, bool phones)
{
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        bool is_phone = strcmp(contact->kind, "phone") == 0;
        if (is_phone && phones) {
            add_phone(words, contact->key);
        } else if (!is_phone && !phones) {
            add_text(words, CLASS_MAIL, contact->value);
        }
    }
}

/* "0042" is also "42". */
static void add_number(GString *words, const char *number)
{
    add_text(words, CLASS_WHO, number);
    add_joined(words, number);
    const char *rest = number != NULL ? number + strspn(number, "0") : "";
    if (rest != number && *rest != '\0' && rest[strspn(rest, "0123456789")] == '\0') {
        add_word(words, CLASS_WHO, rest);
    }
}

/* "Meierstr. 12" and "Meier Str. 12" are "meierstrasse" and "strasse", too. */
static void add_street(GString *words, const char *street)
{
    g_auto(GStrv) each = text_words(street);
    add_each(words, CLASS_REST, each);
    for (guint i = 0; each[i] != NULL; i++) {
        bool is_short = g_str_has_suffix(each[i], "str");
        if (!is_short && !g_str_has_suffix(each[i], STREET)) {
            continue;
        }
        size_t stem = strlen(each[i]) - strlen(is_short ? "str" : STREET);
        const char *before = stem == 0 && i > 0 ? each[i - 1] : "";
        g_autofree char *whole = g_strdup_printf("%s%.*s" STREET, before, (int)stem, each[i]);
        add_word(words, CLASS_REST, whole);
        add_word(words, CLASS_REST, STREET);
    }
}

static void add_places(GString *words, const Sheet *sheet)
{
    for (guint i = 0; i < sheet->addresses->len; i++) {
        const Address *address = g_ptr_array_index(sheet->addresses, i);
        add_street(words, address->street);
        add_text(words, CLASS_REST, address->postcode);
        add_text(words, CLASS_REST, address->place);
        add_text(words, CLASS_REST, address->country);
    }
}

char *word_of_day(int month, int day, int year)
{
    return year != 0 ? g_strdup_printf("%c%02d%02d%04d", CLASS_DAY, month, day, year)
                     : g_strdup_printf("%c%02d%02d", CLASS_DAY, month, day);
}

static void add_days(GString *words, const Sheet *sheet)
{
    for (guint i = 0; i < sheet->occasions->len; i++) {
        const Occasion *occasion = g_ptr_array_index(sheet->occasions, i);
        int month = (int)occasion->month, day = (int)occasion->day, year = (int)occasion->year;
        bool is_birthday = strcmp(occasion->kind, "birthday") == 0;
        if (month == 0 || day == 0) {
            continue;
        }
        g_autofree char *yearly = word_of_day(month, day, 0);
        g_autofree char *whole = word_of_day(month, day, year);
        /* However long the notes are: the day's list reads these. */
        add_token(words, is_birthday ? CLASS_DAY : CLASS_OTHER, yearly + 1);
        if (is_birthday && year != 0) {
            add_token(words, CLASS_DAY, whole + 1);
        }
    }
}

static bool two_digits(const char *text, int *number)
{
    if (!g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[1])) {
        return false;
    }
    *number = (text[0] - '0') * 10 + text[1] - '0';
    return true;
}

const char *words_next_day(const char *words, int *month, int *day)
{
    const char *last = strrchr(words, *WORD_BREAK);
    const char *at = last != NULL ? last + 1 : words;
    for (at = strchr(at, ' '); at != NULL; at = strchr(at + 1, ' ')) {
        bool is_day = at[1] == CLASS_DAY || at[1] == CLASS_OTHER;
        if (is_day && two_digits(at + 2, month) && two_digits(at + 4, day)) {
            return at + 1;
        }
    }
    return NULL;
}

static void add_group(GString *words, const Sheet *sheet, WordGroup group)
{
    switch (group) {
    case GROUP_NAME:
        add_name(words, sheet->customer);
        break;
    case GROUP_DESCRIPTION:
        add_text(words, CLASS_WHO, sheet->customer->description);
        break;
    case GROUP_NUMBER:
        add_number(words, sheet->customer->number);
        break;
    case GROUP_PHONE:
        add_contacts(words, sheet, true);
        break;
    case GROUP_EMAIL:
        add_contacts(words, sheet, false);
        break;
    case GROUP_RELATION:
        for (guint i = 0; i < sheet->relations->len; i++) {
            add_text(words, CLASS_REST,
                     ((const Relation *)g_ptr_array_index(sheet->relations, i))->name);
        }
        break;
    case GROUP_FACT:
        for (guint i = 0; i < sheet->facts->len; i++) {
            add_text(words, CLASS_REST, ((const Fact *)g_ptr_array_index(sheet->facts, i))->words);
        }
        break;
    case GROUP_PLACE:
        add_places(words, sheet);
        break;
    case GROUP_DAY:
        add_days(words, sheet);
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
            g_string_append(words, words->len > 0 ? " " WORD_BREAK : WORD_BREAK);
        }
        add_group(words, sheet, group);
    }
    return g_string_free(words, FALSE);
}

static gint compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char **words_to_learn(const char *words)
{
    g_auto(GStrv) tokens = g_strsplit(words, " ", -1);
    g_autoptr(GPtrArray) learned = g_ptr_array_new();
    WordGroup group = GROUP_NAME;
    for (guint i = 0; tokens[i] != NULL; i++) {
        if (strcmp(tokens[i], WORD_BREAK) == 0) {
            group++;
        } else if (group != GROUP_NUMBER && dictionary_takes(tokens[i])) {
            g_ptr_array_add(learned, tokens[i]);
        }
    }
    g_ptr_array_sort(learned, compare_texts);
    g_autoptr(GStrvBuilder) each = g_strv_builder_new();
    for (guint i = 0; i < learned->len; i++) {
        const char *token = g_ptr_array_index(learned, i);
        if (i == 0 || strcmp(token, g_ptr_array_index(learned, i - 1)) != 0) {
            g_strv_builder_add(each, token);
        }
    }
    return g_strv_builder_end(each);
}

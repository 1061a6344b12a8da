/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what was typed into the box. */
#include "data/lookup/query.h"

#include "data/base/utf8.h"
#include "data/customer/phone.h"
#include "data/lookup/fold.h"
#include "data/lookup/queryspan.h"

#include <string.h>

/* Nobody types more than the first words; what is pasted may be a book. */
enum {
    MOST_TERMS = 16,
    LONGEST_WORD = 60,
    LONGEST_TYPED = 4096,
    MOST_CHUNKS = 64,
    LEAST_WHOLE_PHONE = 6,
    LONGEST_BEGINNING = 3 /* letters of "Mac", "van", "el" */
};

typedef struct {
    Query *query;
    const char *country;
    bool is_full; /* something was left out */
} Reader;

static void term_free(gpointer data)
{
    Term *term = data;
    g_free(term->word);
    g_strfreev(term->same);
    g_free(term);
}

static bool same_term(const Term *a, const Term *b)
{
    return a->kind == b->kind && strcmp(a->word, b->word) == 0 && a->day == b->day &&
           a->month == b->month && a->year == b->year;
}

/* Takes TERM; one that is there already is moved to the end, where the last one is looked for. */
static void add_term(Reader *reader, Term *term)
{
    GPtrArray *terms = reader->query->terms;
    for (guint i = 0; i < terms->len; i++) {
        if (same_term(g_ptr_array_index(terms, i), term)) {
            g_ptr_array_remove_index(terms, i);
            break;
        }
    }
    if (terms->len < MOST_TERMS) {
        g_ptr_array_add(terms, term);
    } else {
        reader->is_full = true;
        term_free(term);
    }
}

/* What stands for WORD, itself left out. */
static char **read_same(const Vocabulary *vocabulary, const char *word)
{
    g_autoptr(GStrvBuilder) same = g_strv_builder_new();
    if (vocabulary != NULL) {
        const char *const *others = vocabulary_same(vocabulary, word);
        for (; *others != NULL; others++) {
            g_strv_builder_add(same, *others);
        }
        vocabulary_respell(vocabulary, word, same);
    }
    return g_strv_builder_end(same);
}

static void add_word(Reader *reader, TermKind kind, const char *word)
{
    Term *term = g_new0(Term, 1);
    term->kind = kind;
    term->word = g_strndup(word, utf8_fitting(word, LONGEST_WORD));
    add_term(reader, term);
}

static void add_day(Reader *reader, Day day)
{
    Term *term = g_new0(Term, 1);
    *term = (Term){.kind = TERM_DAY, .day = day.day, .month = day.month, .year = day.year};
    term->word = g_strdup("");
    add_term(reader, term);
}

static bool is_number(const char *word)
{
    return strspn(word, "0123456789") == strlen(word);
}

/* The folded words of TEXT, each for itself; with IS_MAIL those of an e-mail address. */
static void add_words(Reader *reader, const char *text, bool is_mail)
{
    g_auto(GStrv) words = fold_words(text);
    for (char **word = words; *word != NULL && !reader->is_full; word++) {
        TermKind kind = is_number(*word) ? TERM_DIGITS : TERM_WORD;
        if (**word != '\0') {
            add_word(reader, is_mail ? TERM_MAIL : kind, *word);
        }
    }
}

/* Whether the folded WORD is perhaps the beginning of a name that was heard as two. */
static bool is_beginning(const char *word, const Vocabulary *vocabulary)
{
    return *word != '\0' && g_utf8_strlen(word, -1) <= LONGEST_BEGINNING && !is_number(word) &&
           (vocabulary == NULL || !vocabulary_is_idle(vocabulary, word));
}

/* The words of TEXT, where short ones begin the next. */
static char *join_words(const char *text, const Vocabulary *vocabulary)
{
    g_auto(GStrv) words = fold_words(text);
    GString *joined = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++) {
        bool joins = is_beginning(*word, vocabulary) && word[1] != NULL && !is_number(word[1]);
        g_string_append_printf(joined, "%s%s", *word, joins ? "" : " ");
    }
    return g_string_free(joined, FALSE);
}

/* False when TEXT has too few digits. */
static bool add_phone(Reader *reader, const char *text)
{
    g_autofree char *digits = phone_digits(text, reader->country);
    if (digits != NULL) {
        add_word(reader, TERM_PHONE, digits);
    }
    return digits != NULL;
}

/* Whether TEXT as a whole is a telephone number. A few digits without any mark may be a number, a
 * postcode or a year as well. */
static bool is_phone(const char *text)
{
    g_autofree char *bare = g_strstrip(g_strdup(text));
    bool is_short = strlen(bare) < LEAST_WHOLE_PHONE && is_number(bare);
    return !is_short && phone_looks_like(bare);
}

/* Adds what begins at the chunk FIRST and returns how many chunks that was. */
static guint add_span(Reader *reader, const GArray *chunks, guint first, bool is_open)
{
    Day day;
    guint count = query_day(chunks, first, is_open, &day);
    if (count > 0) {
        add_day(reader, day);
        return count;
    }
    count = query_phone(chunks, first);
    guint last = first + MAX(count, 1) - 1;
    const char *start = g_array_index(chunks, Chunk, first).start;
    const char *end = g_array_index(chunks, Chunk, last).end;
    g_autofree char *text = g_strndup(start, (gsize)(end - start));
    if (count == 0 || !add_phone(reader, text)) {
        add_words(reader, text, strchr(text, '@') != NULL);
    }
    return MAX(count, 1);
}

static bool has_day(const GArray *chunks, bool is_open)
{
    Day day;
    for (guint at = 0; at < chunks->len; at++) {
        if (query_day(chunks, at, is_open, &day) > 0) {
            return true;
        }
    }
    return false;
}

static void read_whole(Reader *reader, const char *text, bool is_open)
{
    g_autoptr(GArray) chunks = query_chunks(text, MOST_CHUNKS);
    if (is_phone(text) && !has_day(chunks, is_open) && add_phone(reader, text)) {
        return;
    }
    for (guint at = 0; at < chunks->len && !reader->is_full;) {
        at += add_span(reader, chunks, at, is_open);
    }
}

/* Whether what was typed ends in the middle of a word. */
static bool ends_open(const char *text)
{
    const char *end = text + strlen(text);
    const char *last = g_utf8_find_prev_char(text, end);
    gunichar c = last != NULL ? g_utf8_get_char_validated(last, end - last) : 0;
    if (c == 0 || c == (gunichar)-1 || c == (gunichar)-2) {
        return false;
    }
    return g_unichar_isalnum(c) || g_unichar_ismark(c) || c == '\'' || c == 0x2019;
}

/* What the vocabulary says of the terms, now that all are known. The word being typed is not idle:
 * it may become a name. */
static void ask_vocabulary(const Query *query, const Vocabulary *vocabulary)
{
    guint idle = 0;
    for (guint i = 0; i < query->terms->len; i++) {
        Term *term = g_ptr_array_index(query->terms, i);
        bool is_known = vocabulary != NULL && term->kind == TERM_WORD;
        term->same = read_same(is_known ? vocabulary : NULL, term->word);
        term->is_idle =
            is_known && !term->is_unfinished && vocabulary_is_idle(vocabulary, term->word);
        idle += term->is_idle;
    }
    for (guint i = 0; idle == query->terms->len && i < idle; i++) {
        ((Term *)g_ptr_array_index(query->terms, i))->is_idle = false;
    }
}

/* The beginning of TYPED, without blanks before it. *IS_CUT says whether something is missing. */
static char *beginning(const char *typed, bool *is_cut)
{
    const char *start = typed;
    while (g_ascii_isspace(*start)) {
        start++;
    }
    gsize length = utf8_fitting(start, LONGEST_TYPED);
    *is_cut = start[length] != '\0';
    return g_strndup(start, length);
}

Query *query_read(const char *typed, const char *country, const Vocabulary *vocabulary,
                  Reading reading)
{
    Query *query = g_new0(Query, 1);
    query->terms = g_ptr_array_new_with_free_func(term_free);
    Reader reader = {.query = query, .country = country};
    bool is_cut;
    g_autofree char *text = beginning(typed, &is_cut);
    bool is_open = !is_cut && ends_open(text);
    if (reading == READ_WHOLE) {
        read_whole(&reader, text, is_open);
    } else {
        g_autofree char *joined = reading == READ_JOINED ? join_words(text, vocabulary) : NULL;
        add_words(&reader, joined != NULL ? joined : text, false);
    }
    if (query->terms->len > 0) {
        Term *last = g_ptr_array_index(query->terms, query->terms->len - 1);
        last->is_unfinished = is_open && !reader.is_full;
    }
    ask_vocabulary(query, vocabulary);
    return query;
}

bool query_equal(const Query *a, const Query *b)
{
    if (a->terms->len != b->terms->len) {
        return false;
    }
    for (guint i = 0; i < a->terms->len; i++) {
        const Term *one = g_ptr_array_index(a->terms, i), *other = g_ptr_array_index(b->terms, i);
        if (!same_term(one, other) || one->is_idle != other->is_idle ||
            one->is_unfinished != other->is_unfinished) {
            return false;
        }
    }
    return true;
}

void query_free(Query *query)
{
    if (query != NULL) {
        g_ptr_array_unref(query->terms);
        g_free(query);
    }
}

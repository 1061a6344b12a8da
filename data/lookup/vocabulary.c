/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short forms, words that mean the same, words that say nothing. The lines are folded once and kept
 * as one text; what they say of a word is put together when the word is asked for. Reading all of
 * them into a table took ten times as long, and a command asks for a word or two. */
#include "data/lookup/vocabulary.h"

#include "data/base/i18n.h"
#include "data/base/smallfile.h"
#include "data/base/utf8.h"
#include "data/lookup/builtinwords.h"
#include "data/lookup/fold.h"
#include "data/lookup/wordline.h"

#include <string.h>

/* A line that may say something. */
typedef struct {
    gsize at;         /* where it begins in the folded text */
    const char *text; /* as it was written; ends with the line or with NUL */
    gsize length;
    bool is_for_all; /* takes words out wherever they stand */
} Line;

/* Two ends of words that mean the same. */
typedef struct {
    char *from, *to;
} Ends;

/* What is said of a word. */
typedef struct {
    GPtrArray *same; /* words, NULL at the end */
    bool is_idle;
} Entry;

/* What the lines say. */
typedef struct {
    gsize is_filled;
    GString *folded; /* the lines' words, each with a blank on either side */
    GArray *lines;   /* Line, in order */
    GArray *ends;    /* Ends */
    GMutex lock;     /* over what follows */
    GHashTable
        *entries; /* Entry, by the words that were asked for and of which something is said */
} Store;

struct Vocabulary {
    gatomicrefcount references;
    GPtrArray *own; /* texts that were added */
    Store *store;
};

static void entry_free(gpointer data)
{
    Entry *entry = data;
    g_ptr_array_unref(entry->same);
    g_free(entry);
}

static void ends_clear(gpointer data)
{
    Ends *ends = data;
    g_free(ends->from);
    g_free(ends->to);
}

static Store *store_new(void)
{
    Store *store = g_new0(Store, 1);
    store->folded = g_string_new(NULL);
    store->lines = g_array_new(FALSE, FALSE, sizeof(Line));
    store->ends = g_array_new(FALSE, FALSE, sizeof(Ends));
    g_array_set_clear_func(store->ends, ends_clear);
    store->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, entry_free);
    g_mutex_init(&store->lock);
    return store;
}

static void store_free(Store *store)
{
    g_string_free(store->folded, TRUE);
    g_array_unref(store->lines);
    g_array_unref(store->ends);
    g_hash_table_unref(store->entries);
    g_mutex_clear(&store->lock);
    g_free(store);
}

/* ---- filling the store ---- */

static bool read_line(const Line *line, WordLine *words)
{
    g_autofree char *text = g_strndup(line->text, line->length);
    return word_line_read(text, words, NULL);
}

static void drop_ends(Store *store, const char *from, const char *to)
{
    for (guint i = store->ends->len; i > 0; i--) {
        const Ends *ends = &g_array_index(store->ends, Ends, i - 1);
        if (strcmp(ends->from, from) == 0 && strcmp(ends->to, to) == 0) {
            g_array_remove_index(store->ends, i - 1);
        }
    }
}

static void take_ends(Store *store, const WordLine *words)
{
    for (char **from = words->left; *from != NULL; from++) {
        for (char **to = words->left; *to != NULL; to++) {
            if (strcmp(*from, *to) == 0) {
                continue;
            }
            drop_ends(store, *from, *to);
            if (!words->is_out) {
                const Ends ends = {g_strdup(*from), g_strdup(*to)};
                g_array_append_val(store->ends, ends);
            }
        }
    }
}

/* Adds the line LENGTH bytes long at TEXT. */
static void add_line(Store *store, const char *text, gsize length)
{
    const char *comment = memchr(text, '#', length);
    g_autofree char *bare = g_strndup(text, comment != NULL ? (gsize)(comment - text) : length);
    g_strstrip(bare);
    if (*bare == '\0') {
        return;
    }
    Line line = {.at = store->folded->len, .text = text, .length = length};
    if (*bare == '*' || *bare == '-') {
        g_auto(WordLine) words = {0};
        bool is_good = word_line_read(bare, &words, NULL);
        line.is_for_all = is_good && words.kind == LINE_WORD;
        if (is_good && words.kind == LINE_ENDS) {
            take_ends(store, &words);
            return;
        }
    }
    g_autofree char *folded = fold_text(bare);
    g_string_append_c(store->folded, ' ');
    g_string_append(store->folded, folded);
    g_string_append(store->folded, " \n");
    g_array_append_val(store->lines, line);
}

static void add_text(Store *store, const char *text)
{
    for (const char *at = text; *at != '\0';) {
        const char *end = strchrnul(at, '\n');
        add_line(store, at, (gsize)(end - at));
        at = *end != '\0' ? end + 1 : end;
    }
}

/* The store with all that was read. */
static Store *filled(const Vocabulary *vocabulary)
{
    Store *store = vocabulary->store;
    if (g_once_init_enter(&store->is_filled)) {
        for (unsigned i = 0; i < builtin_words_count; i++) {
            add_text(store, builtin_words[i].text);
        }
        for (guint i = 0; i < vocabulary->own->len; i++) {
            add_text(store, g_ptr_array_index(vocabulary->own, i));
        }
        g_once_init_leave(&store->is_filled, 1);
    }
    return store;
}

/* ---- what is said of a word ---- */

static guint find_same(const Entry *entry, const char *word)
{
    guint at = 0;
    while (at < entry->same->len && strcmp(g_ptr_array_index(entry->same, at), word) != 0) {
        at++;
    }
    return at;
}

/* WORDS mean the same as SELF, or with IS_OUT do not. */
static void take_words(Entry *entry, char *const *words, const char *self, bool is_out)
{
    for (; *words != NULL; words++) {
        guint at = find_same(entry, *words);
        if (is_out && at < entry->same->len) {
            g_ptr_array_remove_index(entry->same, at);
        } else if (!is_out && at == entry->same->len && strcmp(*words, self) != 0) {
            g_ptr_array_add(entry->same, g_strdup(*words));
        }
    }
}

static void take_short(Entry *entry, const WordLine *words, const char *self)
{
    if (g_strv_contains((const char *const *)words->left, self)) {
        if (!words->is_out) {
            take_words(entry, words->left, self, false);
        }
        take_words(entry, words->right, self, words->is_out);
    }
    if (g_strv_contains((const char *const *)words->right, self)) {
        take_words(entry, words->left, self, words->is_out);
    }
}

/* What LINE, read as WORDS, does to ENTRY, which is about SELF. */
static void take_line(Entry *entry, const WordLine *words, const char *self)
{
    bool is_named = g_strv_contains((const char *const *)words->left, self);
    switch (words->kind) {
    case LINE_SAME:
        if (is_named) {
            take_words(entry, words->left, self, words->is_out);
        }
        break;
    case LINE_SHORT:
        take_short(entry, words, self);
        break;
    case LINE_IDLE:
        entry->is_idle = is_named ? !words->is_out : entry->is_idle;
        break;
    case LINE_WORD:
        if (is_named) {
            g_ptr_array_set_size(entry->same, 0);
            entry->is_idle = false;
        }
        take_words(entry, words->left, self, true);
        break;
    case LINE_ENDS:
    case LINE_EMPTY:
        break;
    }
}

/* Reads the lines of STORE that have WORD, or may be about any word, in order. */
static Entry *read_entry(const Store *store, const char *word)
{
    Entry *entry = g_new0(Entry, 1);
    entry->same = g_ptr_array_new_null_terminated(0, g_free, TRUE);
    g_autofree char *needle = g_strdup_printf(" %s ", word);
    const char *next = strstr(store->folded->str, needle);
    for (guint i = 0; next != NULL && i < store->lines->len; i++) {
        const Line *line = &g_array_index(store->lines, Line, i);
        bool is_last = i + 1 == store->lines->len;
        const char *end = store->folded->str + (is_last ? store->folded->len : line[1].at);
        if (next >= end && !line->is_for_all) {
            continue;
        }
        g_auto(WordLine) words = {0};
        if (read_line(line, &words)) {
            take_line(entry, &words, word);
        }
        if (next < end) {
            const char *after = strstr(end, needle);
            /* What follows may still take words out. */
            next = after != NULL ? after : store->folded->str + store->folded->len;
        }
    }
    return entry;
}

/* What is said of WORD; NULL when there is nothing. */
static const Entry *entry_of(const Vocabulary *vocabulary, const char *word)
{
    Store *store = filled(vocabulary);
    g_mutex_lock(&store->lock);
    Entry *entry = g_hash_table_lookup(store->entries, word);
    if (entry == NULL) {
        entry = read_entry(store, word);
        if (entry->same->len > 0 || entry->is_idle) {
            g_hash_table_insert(store->entries, g_strdup(word), entry);
        } else {
            g_clear_pointer(&entry, entry_free);
        }
    }
    g_mutex_unlock(&store->lock);
    return entry;
}

const char *const *vocabulary_same(const Vocabulary *vocabulary, const char *word)
{
    static const char *const none[] = {NULL};
    const Entry *entry = entry_of(vocabulary, word);
    return entry != NULL && entry->same->len > 0 ? (const char *const *)entry->same->pdata : none;
}

bool vocabulary_is_idle(const Vocabulary *vocabulary, const char *word)
{
    const Entry *entry = entry_of(vocabulary, word);
    return entry != NULL && entry->is_idle;
}

void vocabulary_respell(const Vocabulary *vocabulary, const char *word, GStrvBuilder *words)
{
    const GArray *ends = filled(vocabulary)->ends;
    gsize length = strlen(word);
    for (guint i = 0; i < ends->len; i++) {
        const Ends *pair = &g_array_index(ends, Ends, i);
        gsize end = strlen(pair->from);
        if (length > end && strcmp(word + length - end, pair->from) == 0) {
            g_autofree char *stem = g_strndup(word, length - end);
            g_autofree char *other = g_strconcat(stem, pair->to, NULL);
            g_strv_builder_add(words, other);
        }
    }
}

/* ---- making one ---- */

Vocabulary *vocabulary_new(void)
{
    Vocabulary *vocabulary = g_new0(Vocabulary, 1);
    g_atomic_ref_count_init(&vocabulary->references);
    vocabulary->own = g_ptr_array_new_with_free_func(g_free);
    vocabulary->store = store_new();
    return vocabulary;
}

Vocabulary *vocabulary_ref(Vocabulary *vocabulary)
{
    g_atomic_ref_count_inc(&vocabulary->references);
    return vocabulary;
}

void vocabulary_unref(Vocabulary *vocabulary)
{
    if (vocabulary != NULL && g_atomic_ref_count_dec(&vocabulary->references)) {
        g_ptr_array_unref(vocabulary->own);
        store_free(vocabulary->store);
        g_free(vocabulary);
    }
}

/* TEXT as UTF-8, without the mark some editors put in front. */
static char *tidy_text(const char *text)
{
    gsize length = strlen(text);
    if (!utf8_is_clean(text, length)) {
        return utf8_from_cp1252(text, length, &length);
    }
    return g_strdup(g_str_has_prefix(text, "\xEF\xBB\xBF") ? text + 3 : text);
}

static void check_text(const char *text, const char *source, GPtrArray *faults)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (unsigned i = 0; lines[i] != NULL; i++) {
        g_auto(WordLine) words = {0};
        g_autofree char *fault = NULL;
        if (!word_line_read(lines[i], &words, &fault)) {
            /* TRANSLATORS: file, line number, and a sentence about the fault there. */
            g_ptr_array_add(faults, g_strdup_printf(_("%s, line %u: %s"), source, i + 1, fault));
        }
    }
}

void vocabulary_read(Vocabulary *vocabulary, const char *text, const char *source,
                     GPtrArray *faults)
{
    char *tidy = tidy_text(text);
    if (faults != NULL) {
        check_text(tidy, source, faults);
    }
    g_ptr_array_add(vocabulary->own, tidy);
}

void vocabulary_read_file(Vocabulary *vocabulary, const char *path, GPtrArray *faults)
{
    int fault;
    g_autofree char *text = small_file_read(path, &fault);
    if (text != NULL) {
        g_autofree char *name = g_path_get_basename(path);
        vocabulary_read(vocabulary, text, name, faults);
    } else if (fault != 0 && faults != NULL) {
        g_ptr_array_add(faults, g_strdup_printf(_("The file %s cannot be read: %s. Only the words "
                                                  "built in are used until it can."),
                                                path, small_file_why(fault)));
    }
}

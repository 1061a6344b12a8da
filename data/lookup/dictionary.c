/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dictionary's two tables: words with their sounds, and the ends of words. Every look is along
 * an index and bounded. */
#include "data/lookup/dictionary_private.h"

#include "data/lookup/sound.h"
#include "data/lookup/typo.h"
#include "data/lookup/words.h"

#include <string.h>

enum {
    LEAST_CHARS = 3,
    MOST_CHARS = 40,
    BEGINS_FROM_CODE = 3, /* shorter codes begin too many others */
    SHORT_CODE = 2,       /* up to here the vowels have to be nearly alike */
    NEARLY_ALIKE = 1,
    MOST_SPELLING = 6, /* errors that are counted when sorting by spelling */
    MOST_ROWS = 400,   /* read for one question */
    MOST_BEGUN = 200   /* and of words that only begin as it sounds */
};

static const char add_word[] =
    "INSERT INTO lookup_word (token, sound) VALUES ($1, $2) ON CONFLICT DO NOTHING";
static const char add_part[] =
    "INSERT INTO lookup_part (part, token) VALUES ($1, $2) ON CONFLICT DO NOTHING";
static const char remove_word[] = "DELETE FROM lookup_word WHERE token = $1";
static const char remove_part[] = "DELETE FROM lookup_part WHERE part = $1 AND token = $2";
static const char remove_words[] = "DELETE FROM lookup_word";
static const char remove_parts[] = "DELETE FROM lookup_part";
static const char one_word[] = "SELECT 1 FROM lookup_word WHERE token = $1";
static const char words_between[] =
    "SELECT token FROM lookup_word WHERE token >= $1 AND token < $2 ORDER BY token LIMIT $3";
static const char words_of_sound[] =
    "SELECT token FROM lookup_word WHERE sound = $1 ORDER BY token LIMIT $2";
static const char words_of_longer_sound[] =
    "SELECT token FROM lookup_word WHERE sound > $1 AND sound < $2 ORDER BY sound, token LIMIT $3";
static const char words_with_part[] =
    "SELECT token FROM lookup_part WHERE part >= $1 AND part < $2 ORDER BY part, token LIMIT $3";

bool dictionary_takes(const char *token)
{
    bool is_class = token[0] == CLASS_WHO || token[0] == CLASS_REST;
    if (!is_class || !g_unichar_isalpha(g_utf8_get_char(token + 1))) {
        return false;
    }
    glong chars = g_utf8_strlen(token + 1, -1);
    return chars >= LEAST_CHARS && chars <= MOST_CHARS;
}

char *dictionary_sound(const char *token)
{
    g_autofree char *code = sound_of(token[0] != '\0' ? token + 1 : "");
    return g_strdup_printf("%c%s", token[0], code);
}

GPtrArray *dictionary_parts(const char *token)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);
    const char *at = dictionary_takes(token) ? g_utf8_find_next_char(token + 1, NULL) : "";
    for (glong left = g_utf8_strlen(at, -1); left >= LEAST_CHARS; left--) {
        g_ptr_array_add(parts, g_strdup_printf("%c%s", token[0], at));
        at = g_utf8_find_next_char(at, NULL);
    }
    return parts;
}

/* Runs SQL for each end of TOKEN. */
static bool run_parts(Db *db, const char *sql, const char *token, GError **error)
{
    g_autoptr(GPtrArray) parts = dictionary_parts(token);
    for (guint i = 0; i < parts->len; i++) {
        if (!db_run(db, sql, DB_VALUES(db_text(parts->pdata[i]), db_text(token)), NULL, error)) {
            return false;
        }
    }
    return true;
}

bool dictionary_learn(Db *db, const char *const *tokens, GError **error)
{
    for (; *tokens != NULL; tokens++) {
        if (!dictionary_takes(*tokens)) {
            continue;
        }
        g_autofree char *sound = dictionary_sound(*tokens);
        gint64 added = 0;
        if (!db_run(db, add_word, DB_VALUES(db_text(*tokens), db_text(sound)), &added, error) ||
            (added > 0 && !run_parts(db, add_part, *tokens, error))) {
            return false;
        }
    }
    return true;
}

bool dictionary_forget(Db *db, const char *const *tokens, GError **error)
{
    for (; *tokens != NULL; tokens++) {
        if (!dictionary_takes(*tokens)) {
            continue;
        }
        gint64 removed = 0;
        if (!db_run(db, remove_word, DB_VALUES(db_text(*tokens)), &removed, error) ||
            (removed > 0 && !run_parts(db, remove_part, *tokens, error))) {
            return false;
        }
    }
    return true;
}

bool dictionary_clear(Db *db, GError **error)
{
    return db_run(db, remove_words, DB_NO_VALUES, NULL, error) &&
           db_run(db, remove_parts, DB_NO_VALUES, NULL, error);
}

/* A token found, and what it is sorted by. */
typedef struct {
    char *token;
    bool is_other; /* the less likely kind: it only begins so, or the part is not its end */
    guint far;     /* the smaller the likelier */
} Found;

static void found_free(gpointer data)
{
    Found *found = data;
    g_free(found->token);
    g_free(found);
}

static gint compare_found(gconstpointer a, gconstpointer b)
{
    const Found *const *first = a;
    const Found *const *second = b;
    if ((*first)->is_other != (*second)->is_other) {
        return (*first)->is_other ? 1 : -1;
    }
    if ((*first)->far != (*second)->far) {
        return (*first)->far < (*second)->far ? -1 : 1;
    }
    return strcmp((*first)->token, (*second)->token);
}

/* The first MOST of FOUND, sorted: strings the array frees. */
static GPtrArray *best_tokens(GPtrArray *found, guint most)
{
    GPtrArray *tokens = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_sort(found, compare_found);
    for (guint i = 0; i < found->len && i < most; i++) {
        Found *one = found->pdata[i];
        g_ptr_array_add(tokens, g_steal_pointer(&one->token));
    }
    return tokens;
}

bool dictionary_has(Db *db, const char *token, bool *has, GError **error)
{
    gint64 one = 0;
    return db_get_int(db, one_word, DB_VALUES(db_text(token)), &one, has, error);
}

/* The tokens SQL gives from FIRST to before BEHIND, at most MOST. NULL on a fault. */
static GPtrArray *read_between(Db *db, const char *sql, const char *first, const char *behind,
                               guint most, GError **error)
{
    g_autoptr(GPtrArray) tokens = g_ptr_array_new_with_free_func(g_free);
    GError *fault = NULL;
    g_autoptr(Rows) rows =
        db_query(db, sql, DB_VALUES(db_text(first), db_text(behind), db_int(most)), error);
    if (rows == NULL) {
        return NULL;
    }
    while (rows_next(rows, &fault)) {
        g_ptr_array_add(tokens, g_strdup(rows_text(rows, 0)));
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return NULL;
    }
    return g_steal_pointer(&tokens);
}

GPtrArray *dictionary_by_begin(Db *db, const char *token, guint most, GError **error)
{
    g_autofree char *behind = g_strconcat(token, DICTIONARY_BEHIND, NULL);
    return read_between(db, words_between, token, behind, most, error);
}

GPtrArray *dictionary_ending(Db *db, const char *first, const char *behind, guint most,
                             GError **error)
{
    return read_between(db, words_with_part, first, behind, most, error);
}

/* A word that was heard, and those that sound so. */
typedef struct {
    const char *word;
    char *heard;
    bool is_short;
    GPtrArray *found;
} Hearing;

static void add_heard(Hearing *hearing, const char *token, bool only_begins)
{
    const char *word = token[0] != '\0' ? token + 1 : "";
    g_autofree char *heard = sound_with_vowels(word);
    guint apart = sound_apart(hearing->heard, heard, only_begins);
    if (strcmp(word, hearing->word) == 0 || (hearing->is_short && apart > NEARLY_ALIKE)) {
        return;
    }
    Found *found = g_new0(Found, 1);
    found->token = g_strdup(token);
    found->is_other = only_begins;
    found->far = 2 * apart + (only_begins ? 0 : typo_errors(hearing->word, word, MOST_SPELLING));
    g_ptr_array_add(hearing->found, found);
}

/* Adds the tokens of ROWS. Takes ROWS, which may be NULL after a fault. */
static bool hear_rows(Hearing *hearing, Rows *rows, bool only_begins, GError **error)
{
    GError *fault = NULL;
    while (rows != NULL && rows_next(rows, &fault)) {
        add_heard(hearing, rows_text(rows, 0), only_begins);
    }
    bool done = rows != NULL && fault == NULL;
    rows_free(rows);
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return done;
}

GPtrArray *dictionary_by_sound(Db *db, char class, const char *word, bool unfinished, guint most,
                               GError **error)
{
    g_autofree char *code = sound_of(word);
    if (*code == '\0') {
        return g_ptr_array_new_with_free_func(g_free);
    }
    g_autofree char *heard = sound_with_vowels(word);
    g_autofree char *sound = g_strdup_printf("%c%s", class, code);
    g_autofree char *behind = g_strconcat(sound, DICTIONARY_BEHIND, NULL);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(found_free);
    Hearing hearing = {word, heard, strlen(code) <= SHORT_CODE, found};

    Rows *whole = db_query(db, words_of_sound, DB_VALUES(db_text(sound), db_int(MOST_ROWS)), error);
    if (!hear_rows(&hearing, whole, false, error)) {
        return NULL;
    }
    if (unfinished && strlen(code) >= BEGINS_FROM_CODE && found->len < most) {
        Rows *begun =
            db_query(db, words_of_longer_sound,
                     DB_VALUES(db_text(sound), db_text(behind), db_int(MOST_BEGUN)), error);
        if (!hear_rows(&hearing, begun, true, error)) {
            return NULL;
        }
    }
    return best_tokens(found, most);
}

GPtrArray *dictionary_by_part(Db *db, char class, const char *part, guint most, GError **error)
{
    g_autofree char *first = g_strdup_printf("%c%s", class, part);
    g_autofree char *behind = g_strconcat(first, DICTIONARY_BEHIND, NULL);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(found_free);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    if (g_utf8_strlen(part, -1) < LEAST_CHARS) {
        return best_tokens(found, most);
    }
    g_autoptr(GPtrArray) tokens = dictionary_ending(db, first, behind, MOST_ROWS, error);
    for (guint i = 0; tokens != NULL && i < tokens->len; i++) {
        char *token = g_ptr_array_index(tokens, i);
        if (g_hash_table_add(known, token)) { /* else the part is in it twice */
            Found *one = g_new0(Found, 1);
            one->token = g_strdup(token);
            one->is_other = !g_str_has_suffix(token, part);
            one->far = (guint)g_utf8_strlen(token, -1);
            g_ptr_array_add(found, one);
        }
    }
    return tokens != NULL ? best_tokens(found, most) : NULL;
}

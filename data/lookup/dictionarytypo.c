/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the dictionary with typing errors. */
#include "data/lookup/dictionary_private.h"
#include "data/lookup/typo.h"

#include <string.h>

/* Sorts behind one text and before those that begin with it. */
#define BEHIND_ITSELF "\x01"

enum {
    MOST_LOOKS = 3000,    /* of one walk */
    STEPS_SQLITE = 4,     /* a new look costs about as much as reading so many words */
    STEPS_POSTGRES = 128, /* there it is a way to the server and back, worth more than a hundred */
    LEAST_HALF = 3,       /* letters: the dictionary knows no shorter ends */
    MOST_ENDING = 400     /* words with one ending that are read */
};

static const char words_from[] =
    "SELECT token FROM lookup_word WHERE token >= $1 ORDER BY token LIMIT $2";

/* The words of the dictionary, a few rows at a time. */
typedef struct {
    Db *db;
    Rows *rows;       /* NULL before the first look */
    const char *word; /* the present row's */
    guint steps;
    guint left; /* rows that may still come */
} Pages;

/* Goes to the next row; word is NULL at the end. False on a fault. */
static bool pages_step(Pages *pages, GError **error)
{
    GError *fault = NULL;
    pages->word = NULL;
    if (pages->left > 0 && rows_next(pages->rows, &fault)) {
        pages->left--;
        pages->word = rows_text(pages->rows, 0);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

static const char *pages_seek(gpointer data, const char *from, GError **error)
{
    Pages *pages = data;
    while (pages->word != NULL && strcmp(pages->word, from) < 0) {
        if (!pages_step(pages, error)) {
            return NULL;
        }
    }
    if (pages->word != NULL) {
        return pages->word;
    }
    g_clear_pointer(&pages->rows, rows_free);
    pages->left = pages->steps;
    pages->rows =
        db_query(pages->db, words_from, DB_VALUES(db_text(from), db_int(pages->steps)), error);
    if (pages->rows == NULL || !pages_step(pages, error)) {
        return NULL;
    }
    return pages->word;
}

/* The words that have the last letters of QUESTION, those behind the sure ones and the next; with
 * beginnings, followed by others, too. At most MOST_ENDING. NULL on a fault. */
static GPtrArray *read_ending(Db *db, const TypoQuestion *question, GError **error)
{
    const char *ending = g_utf8_offset_to_pointer(question->word, question->sure + 1);
    g_autofree char *first = g_strconcat(question->begin, ending, NULL);
    g_autofree char *behind =
        g_strconcat(first, question->with_beginnings ? DICTIONARY_BEHIND : BEHIND_ITSELF, NULL);
    return dictionary_ending(db, first, behind, MOST_ENDING, error);
}

static GPtrArray *walk(Db *db, const TypoQuestion *question, GError **error)
{
    Pages pages = {
        .db = db,
        .steps = db_engine(db) == DB_SQLITE ? STEPS_SQLITE : STEPS_POSTGRES,
    };
    const TypoSource source = {pages_seek, &pages};
    GPtrArray *hits = typo_walk(&source, question, MOST_LOOKS, error);
    rows_free(pages.rows);
    return hits;
}

/* Most of a walk for two errors is for those that are both in the first half. Where few words have
 * the second half right, or somewhat more of the word, they are read instead. */
static GPtrArray *find(Db *db, TypoQuestion *question, GError **error)
{
    guint half = (guint)g_utf8_strlen(question->word, -1) / 2;
    g_autoptr(GPtrArray) ending = NULL;
    question->sure = question->errors > 1 && half >= LEAST_HALF ? half - 1 : 0;
    while (question->sure > 0 && ending == NULL) {
        ending = read_ending(db, question, error);
        if (ending == NULL) {
            return NULL;
        }
        if (ending->len >= MOST_ENDING) {
            g_clear_pointer(&ending, g_ptr_array_unref);
            question->sure--;
        }
    }
    GPtrArray *hits = walk(db, question, error);
    for (guint i = 0; hits != NULL && ending != NULL && i < ending->len; i++) {
        typo_add(hits, question, g_ptr_array_index(ending, i));
    }
    return hits;
}

GPtrArray *dictionary_by_typo(Db *db, char class, const char *word, guint errors, bool unfinished,
                              guint most, GError **error)
{
    const char begin[] = {class, '\0'};
    TypoQuestion question = {
        .begin = begin, .word = word, .errors = errors, .with_beginnings = unfinished};
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    GPtrArray *hits = find(db, &question, error);
    db_read_end(db);
    if (hits != NULL) {
        typo_settle(hits, most);
    }
    return hits;
}

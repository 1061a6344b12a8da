/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The distinct words of all customers: what is misheard or mistyped is compared with these, and not
 * with the customers. A token is the letter of its class (words.h) and a folded word. Only words of
 * CLASS_WHO and CLASS_REST that begin with a letter, of 3 to 40 characters, are in it. */
#pragma once

#include "data/db/db.h"

/* Whether TOKEN belongs into the dictionary. */
bool dictionary_takes(const char *token);
/* Adds those of TOKENS (NULL at the end) that belong into it and are not there yet. In a
 * transaction. */
bool dictionary_learn(Db *db, const char *const *tokens, GError **error);
/* Takes out TOKENS, which no customer has any more. */
bool dictionary_forget(Db *db, const char *const *tokens, GError **error);
bool dictionary_clear(Db *db, GError **error);

/* What stands beside TOKEN: the letter of its class and how its word sounds. Free with g_free. */
char *dictionary_sound(const char *token);
/* The ends of the word of TOKEN under which it is found by a piece, each with the letter of its
 * class: from the second letter on, of at least 3 letters. Strings the array frees. */
GPtrArray *dictionary_parts(const char *token);
/* Whether TOKENS, a set of strings that all belong into it, is what the dictionary has, with the
 * right sounds and ends. */
bool dictionary_check(Db *db, GHashTable *tokens, bool *right, GError **error);

/* Whether TOKEN is in it. False on a fault. */
bool dictionary_has(Db *db, const char *token, bool *has, GError **error);
/* Tokens that begin with TOKEN, itself as well, at most MOST. Strings the array frees. NULL on a
 * fault. */
GPtrArray *dictionary_by_begin(Db *db, const char *token, guint most, GError **error);
/* Tokens of CLASS that sound as WORD does, whole ones before those that only begin so (from a code
 * of 3 on and UNFINISHED), the likelier by spelling first, WORD itself left out; at most MOST. With
 * a code of 1 or 2 the vowels have to be nearly alike, too (sound_apart). Of the whole ones the
 * first 400 are looked at, of the others 200. Strings the array frees. NULL on a fault. */
GPtrArray *dictionary_by_sound(Db *db, char class, const char *word, bool unfinished, guint most,
                               GError **error);
/* Tokens of CLASS with 1 to ERRORS typing errors against WORD: see typo_walk. An array of TypoHit,
 * words with the letter of the class. At 200,000 words on SQLite one error takes about 80
 * statements and 0.3 ms, two some hundred; of a server, which gives more words at once, about half
 * as many are asked. */
GPtrArray *dictionary_by_typo(Db *db, char class, const char *word, guint errors, bool unfinished,
                              guint most, GError **error);
/* Tokens of CLASS that hold PART, at least 3 letters, elsewhere than at the beginning; those that
 * end with it first, then the shorter ones, then by word. At most MOST, of the first 400 in the
 * order of their ends. */
GPtrArray *dictionary_by_part(Db *db, char class, const char *part, guint most, GError **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of words the owner edits: causes of complaints, reasons of losses. Some come with the
 * program, known by their code; the owner adds own ones, known by their label. The screen for any
 * such list is tui/screens/wordlist.h. */
#pragma once

#include "data/base/choice.h"
#include "data/db/record.h"

/* One of them: the record of every such list. */
typedef struct {
    RecordHead head;
    char *code;   /* unique; own ones get one made from their label */
    char *label;  /* the owner's wording; NULL: the program's */
    char *family; /* what it belongs to, one of WordList.families; NULL in lists without */
    gint64 place; /* order in lists */
} ListWord;

/* One that comes with the program. */
typedef struct {
    const char *code;
    const char *label;  /* N_() */
    const char *family; /* NULL in lists without */
} BuiltinWord;

/* A list is described once, in a constant. */
typedef struct {
    const RecordType *type; /* whose struct is ListWord */
    const BuiltinWord *builtin;
    guint builtin_count;
    const Choice *families; /* NULL: its words belong to no families */
    const char *title;      /* N_(): heads the list, "Causes of complaints" */
    /* N_(): the verbs of the deeds that change the list. */
    const char *adding, *renaming, *moving, *removing;
    /* SQL with the columns id and how often it is used, a row for each that is used. */
    const char *count_uses;
    /* "3 complaints", and why one that is used so often cannot go: a whole sentence with the way
     * out. Free with g_free. */
    char *(*uses_words)(gint64 count);
    char *(*in_use)(gint64 count);
} WordList;

/* What people read for WORD of LIST. Belongs to WORD or the catalogue. */
const char *wordlist_label(const WordList *list, const ListWord *word);
/* The program's own wording, translated; NULL for one the owner added. Static. */
const char *wordlist_builtin(const WordList *list, const ListWord *word);

/* All words in their order; the array frees them. NULL on a fault. */
GPtrArray *wordlist_all(Db *db, const WordList *list, GError **error);
/* How many words there are, and how many of them the owner added. False on a fault. */
bool wordlist_count(Db *db, const WordList *list, guint *all, guint *own, GError **error);
/* The one of WORDS (of wordlist_all) with CODE or ID; NULL when there is none. */
const ListWord *wordlist_by_code(const GPtrArray *words, const char *code);
const ListWord *wordlist_by_id(const GPtrArray *words, gint64 id);
/* The one of WORDS meant by TEXT: its code ("wrong_invoice", "wrong-invoice"), the shop's wording
 * or the program's; capitals, accents and blanks make no difference. NULL when there is none. */
const ListWord *wordlist_named(const WordList *list, const GPtrArray *words, const char *text);

/* Whether the word ID (0: a new one) of WORDS may be called LABEL. FAULT_REFUSED when it is empty
 * and the program has no word for it, FAULT_TAKEN when another one is called so (capitals and
 * accents make no difference). */
bool wordlist_may_be_called(const WordList *list, const GPtrArray *words, gint64 id,
                            const char *label, GError **error);

/* Stores WORD, of which label and, where the list has them, family are set, as an own one behind
 * all others: code and place are made here. Faults of wordlist_may_be_called; FAULT_REFUSED when
 * the family is none of the list's. */
bool wordlist_add(Deed *deed, const WordList *list, ListWord *word, GError **error);
/* Stores another label (empty: the program's again) and, for an own one, another family. Faults of
 * wordlist_add and record_update. */
bool wordlist_change(Deed *deed, const WordList *list, ListWord *word, GError **error);
/* Moves the word STEP places down (negative: up), as far as there are places. */
bool wordlist_move(Deed *deed, const WordList *list, gint64 id, int step, GError **error);
/* Removes one the owner added. FAULT_REFUSED, with how often, when it is used, and for one of the
 * program's. */
bool wordlist_remove(Deed *deed, const WordList *list, gint64 id, GError **error);
/* How often each is used: a table of gint64 * by id (gint64 *), without those that are not. NULL on
 * a fault. Unref it. */
GHashTable *wordlist_uses(Db *db, const WordList *list, GError **error);

/* Adds the program's words that the shop does not have yet: at its making and after an upgrade. */
bool wordlist_add_builtin(Deed *deed, const WordList *list, GError **error);

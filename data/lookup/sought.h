/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a query may mean: for each of its terms the words of the index that count as it, and how
 * near they are. */
#pragma once

#include "data/lookup/index.h"
#include "data/lookup/nearness.h"
#include "data/lookup/query.h"

typedef enum {
    FIT_EQUAL,  /* a token is the word */
    FIT_BEGINS, /* a token begins with the word */
    FIT_HOLDS   /* a token has the word somewhere inside */
} Fit;

/* One way in which a customer may have a term. */
typedef struct {
    GPtrArray *asked;  /* IndexWord: one of them is what the index is asked for */
    char *token;       /* class and word: what a customer's token is compared with … */
    size_t length;     /* of token, in bytes */
    Fit fit;           /* … and how */
    Nearness nearness; /* at best */
    guint apart;       /* how many letters are spelled otherwise than typed */
} Variant;

/* A term and all that counts as it. */
typedef struct {
    const Term *term;
    GPtrArray *variants; /* Variant */
    bool is_common;      /* kept by lookup.c: more have one of the variants than are read at once */
    Nearness from; /* the index is asked for what is as far as this or farther: who has the nearer
                      is known */
} Sought;

/* For each term of QUERY, which has to stay, what has it as typed (NEAR_WHOLE and NEAR_BEGIN). DB
 * is asked for the words that begin with a long one. The array of Sought frees them. NULL on a
 * fault. */
GPtrArray *sought_new(Db *db, const Query *query, GError **error);
/* Whether what is only alike counts for a term: a word that says something, without digits. */
bool sought_may_be_alike(const Sought *sought);
/* Adds to SOUGHT what the dictionary has for its word that is only alike: of NEARNESS, one of
 * NEAR_SOUND to NEAR_INSIDE. */
bool sought_add_alike(Db *db, Sought *sought, Nearness nearness, GError **error);
/* The same of names that sound alike only. */
bool sought_add_heard(Db *db, Sought *sought, GError **error);

/* Adds the variant for WORD of CLASS without asking the index for anything yet. */
Variant *sought_add(Sought *sought, char class, const char *word, Fit fit, Nearness nearness);
/* Asks the index for the tokens of VARIANT: the word itself, or those that begin with it. */
bool sought_ask(Db *db, Variant *variant, GError **error);

/* Among which words of a customer a term is looked for. */
typedef enum {
    SCOPE_WHO,  /* who they are */
    SCOPE_SAID, /* all but e-mails */
    SCOPE_ALL
} Scope;

/* The clauses for index_candidates: each term that must be there, in any of its variants in SCOPE,
 * only as whole words where WHOLE. Of many terms only the longest: the others are compared by
 * rank.h. Borrows from SOUGHT; unref it before. */
GPtrArray *sought_clauses(const GPtrArray *sought, Scope scope, bool whole);
/* The clause of one term alone; borrows, too. */
GPtrArray *sought_clause(const Sought *sought, Scope scope);

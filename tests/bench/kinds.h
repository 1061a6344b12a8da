/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways in which a clerk asks for somebody, each as a function that gives the query. */
#pragma once

#include "data/demo/chance.h"
#include "tests/bench/corpus.h"

typedef struct {
    const char *name; /* one word */
    /* What is typed for PERSON; NULL when nobody can be asked for in this way. Free with g_free. */
    char *(*make)(Chance *chance, const CorpusPerson *person);
} QueryKind;

/* Ends with a kind without a name. */
extern const QueryKind query_kinds[];

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same shop twice, in a file and on a server: what is asked of both has to have one answer. */
#pragma once

#include "data/lookup/lookup.h"
#include "data/shop.h"
#include "tests/data/fixture.h"

typedef struct {
    Fixture *file_fixture, *server_fixture;
    Shop *file, *server;
    Vocabulary *vocabulary;
} TwoEngines;

/* COUNT customers of the benchmark's corpus, in a file and, carried over by shop_move, on the
 * server of $TRESEN_TEST_PG, which has to be set. Free with two_engines_free. */
TwoEngines *two_engines_new(guint count);
void two_engines_free(TwoEngines *engines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TwoEngines, two_engines_free)

/* Fails the test unless both find the same for TYPED: who, in which order, why, and what is said of
 * how many there are. *REQUESTS, unless NULL, gets how often the server was asked. Returns how many
 * were found. */
guint two_engines_expect_same(const TwoEngines *engines, const char *typed, guint64 *requests);
/* Does CHANGE, which is given a deed and DATA, in both shops, and compares the texts it returns and
 * frees; NULL for nothing to compare. */
void two_engines_do(const TwoEngines *engines, char *(*change)(Deed *deed, gpointer data),
                    gpointer data);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts as they stand beside the name of their kind. */
#pragma once

#include "data/customer/fact.h"
#include "data/customer/factkind.h"

/* The words of FACT without what the kind's name says already: "mag Erdbeere" under "Likes" is
 * "Erdbeere". What is stored stays whole. KIND may be NULL. Belongs to FACT. */
const char *fact_words(const Fact *fact, const FactKind *kind);
/* WORDS without how clerks begin a note of the kind CODE: "Erdbeere" of "mag Erdbeere" for
 * "likes"; all of them where they begin otherwise, or nothing would be left. Belongs to WORDS. */
const char *fact_words_after(const char *words, const char *code);
/* Whether it is a one-time note that was ticked. */
bool fact_is_done(const Fact *fact);

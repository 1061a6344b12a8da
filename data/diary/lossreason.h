/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why customers stay away: a list the owner edits, in three families. */
#pragma once

#include "data/diary/wordlist.h"

typedef ListWord LossReason;

extern const RecordType loss_reason_type;

/* Whose reason it is: "customer", "company", "competitor". */
extern const Choice loss_families[];

/* The list, for the functions of wordlist.h. The reasons for private customers after
 * business-wissen.de, "Warum wandern Kunden ab?". */
extern const WordList loss_reasons;

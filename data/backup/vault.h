/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passphrase of a shop's backups. The shop keeps only a public key made from it: backups are
 * encrypted without anybody typing it, and nothing on the machine can open them again. */
#pragma once

#include "data/db/db.h"

typedef enum {
    PASSPHRASE_SHORT,
    PASSPHRASE_WEAK,
    PASSPHRASE_FAIR,
    PASSPHRASE_STRONG
} PassphraseStrength;

enum { PASSPHRASE_LEAST = 10, PASSPHRASE_MOST = 200 }; /* characters */

/* How hard PASSPHRASE is to guess, by its length and variety: PASSPHRASE_SHORT is refused. */
PassphraseStrength passphrase_strength(const char *passphrase);
/* The word for it, translated. */
const char *passphrase_strength_words(PassphraseStrength strength);
/* What the owner has to know beforehand, a few sentences, translated: a lost passphrase cannot be
 * helped. */
const char *passphrase_warning(void);
/* Blots PASSPHRASE out and frees it. NULL is fine. */
void passphrase_free(char *passphrase);

/* Whether this machine can encrypt and decrypt: the module is installed. FAULT_MISSING and how to
 * get it, else. */
bool vault_available(GError **error);
/* Whether a passphrase is set for the shop. */
bool vault_is_set(Db *db, bool *is_set, GError **error);
/* Sets PASSPHRASE for all backups from now on (about a second: the key is made slowly on purpose).
 * FAULT_REFUSED when it is too short or too long. Earlier backups keep theirs. Outside a
 * transaction. */
bool vault_set(Db *db, const char *passphrase, GError **error);
/* Backups are not encrypted any more from now on; earlier ones stay as they are. */
bool vault_remove(Db *db, GError **error);

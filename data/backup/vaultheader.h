/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning of an encrypted backup, as bytes. */
#pragma once

#include "data/backup/vaultdriver.h"

/* "TRESENBK", version (2), passes (4), memory in KiB (4), salt, public key, sealed key, stream;
 * numbers with the highest byte first. */
enum { VAULT_HEADER = 8 + 2 + 4 + 4 + VAULT_SALT + VAULT_KEY + VAULT_SEALED_KEY + VAULT_STREAM };

/* HEADER as VAULT_HEADER bytes. */
void vault_header_write(const VaultHeader *header, guint8 *bytes);
/* Reads the first LENGTH bytes of the file called NAME, which is said in sentences. FAULT_FOREIGN:
 * it is no encrypted backup; FAULT_NEWER: of a newer version of the program; FAULT_DAMAGED: it ends
 * too early, or its numbers are out of range. */
bool vault_header_read(const guint8 *bytes, gsize length, const char *name, VaultHeader *header,
                       GError **error);
/* Whether LENGTH bytes begin like an encrypted backup. */
bool vault_header_is(const guint8 *bytes, gsize length);
/* Whether LOCK's passes and memory are within what a key may cost. */
bool vault_lock_is_sane(const VaultLock *lock);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stream of an encrypted backup: what was compressed, in authenticated chunks, of which the
 * last one says so. Part of the module. */
#pragma once

#include "data/backup/vaultheader.h"

#include <sodium.h>

enum { STREAM_SUM = 32 };

/* Compresses the file FROM to its end, and encrypts that to the file TO. HEADER is
 * authenticated with each chunk. SUM gets the hash of what FROM had. */
VaultEnd stream_push(int from, int to, crypto_secretstream_xchacha20poly1305_state *state,
                     const guint8 header[VAULT_HEADER], guint8 sum[STREAM_SUM]);
/* The way back, into the file TO (-1: nowhere). VAULT_BROKEN unless FROM ends with the last
 * chunk. */
VaultEnd stream_pull(int from, int to, crypto_secretstream_xchacha20poly1305_state *state,
                     const guint8 header[VAULT_HEADER], guint8 sum[STREAM_SUM]);

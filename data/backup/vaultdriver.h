/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the module for encrypted backups offers, and how such a file begins. It uses GLib,
 * libsodium, zlib and headers, and takes no function of the program but base/filebytes.h, which is
 * built into both. */
#pragma once

#include "data/base/fault.h"

#include <stdbool.h>

enum {
    VAULT_SALT = 16,
    VAULT_KEY = 32,
    VAULT_SEALED_KEY = 80, /* a key, sealed to a public one: 48 bytes more */
    VAULT_STREAM = 24,     /* how a secretstream begins */
    VAULT_VERSION = 1
};

/* What a passphrase was made into, and how: nothing of it is secret. */
typedef struct {
    guint32 passes; /* of argon2id */
    guint32 memory; /* KiB */
    guint8 salt[VAULT_SALT];
    guint8 public_key[VAULT_KEY];
} VaultLock;

/* How an encrypted backup begins. */
typedef struct {
    VaultLock lock;
    guint8 sealed_key[VAULT_SEALED_KEY]; /* the file's own key, for the lock's secret one */
    guint8 stream[VAULT_STREAM];
} VaultHeader;

/* What came of it. */
typedef enum {
    VAULT_DONE,
    VAULT_WRONG,     /* another passphrase */
    VAULT_BROKEN,    /* the file is not as it was written: changed, cut off, or longer */
    VAULT_NO_MEMORY, /* making a key takes more memory than there is */
    VAULT_INPUT,     /* the first file cannot be read; errno says why */
    VAULT_OUTPUT     /* the second file cannot be written; errno says why */
} VaultEnd;

typedef struct {
    gsize size; /* sizeof(VaultDriver): a module of another version has other members */
    /* Makes a lock for PASSPHRASE with a new salt, by PASSES over MEMORY KiB. */
    VaultEnd (*lock)(const char *passphrase, guint32 passes, guint32 memory, VaultLock *lock);
    /* Compresses and encrypts what the file FROM has from its present place on: a new key sealed to
     * LOCK, then the header, made by WRITE_HEADER, and the stream go to the file TO. Then reads TO,
     * which is open for reading as well, and compares. */
    VaultEnd (*seal)(int from, int to, const VaultLock *lock,
                     void (*write_header)(const VaultHeader *header, guint8 *bytes));
    /* Decrypts what the file FROM has behind its header, which BYTES are and HEADER says, into the
     * file TO. */
    VaultEnd (*open)(int from, int to, const char *passphrase, const VaultHeader *header,
                     const guint8 *bytes);
} VaultDriver;

/* The one symbol of the module: const VaultDriver *tresen_vault_driver(void). */
#define VAULT_DRIVER_SYMBOL "tresen_vault_driver"
typedef const VaultDriver *(*VaultDriverEntry)(void);
const VaultDriver *tresen_vault_driver(void);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The module for encrypted backups: a key of its own for each, sealed to the shop's public key, and
 * a stream of compressed and authenticated chunks. */
#include "data/backup/vaultdriver.h"
#include "data/backup/vaultstream.h"
#include "data/base/filebytes.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

G_STATIC_ASSERT(VAULT_SALT == crypto_pwhash_SALTBYTES);
G_STATIC_ASSERT(VAULT_KEY == crypto_box_PUBLICKEYBYTES);
G_STATIC_ASSERT(VAULT_KEY == crypto_secretstream_xchacha20poly1305_KEYBYTES);
G_STATIC_ASSERT(VAULT_SEALED_KEY == VAULT_KEY + crypto_box_SEALBYTES);
G_STATIC_ASSERT(VAULT_STREAM == crypto_secretstream_xchacha20poly1305_HEADERBYTES);

/* The two keys PASSPHRASE makes with the salt and the cost of LOCK. False: there is not the memory
 * for it. */
static bool make_keys(const char *passphrase, const VaultLock *lock, guint8 *public_key,
                      guint8 *secret_key)
{
    guint8 seed[crypto_box_SEEDBYTES];
    bool made =
        crypto_pwhash(seed, sizeof seed, passphrase, strlen(passphrase), lock->salt, lock->passes,
                      (size_t)lock->memory * 1024, crypto_pwhash_ALG_ARGON2ID13) == 0 &&
        crypto_box_seed_keypair(public_key, secret_key, seed) == 0;
    sodium_memzero(seed, sizeof seed);
    return made;
}

static VaultEnd make_lock(const char *passphrase, guint32 passes, guint32 memory, VaultLock *lock)
{
    guint8 secret_key[VAULT_KEY];
    *lock = (VaultLock){.passes = passes, .memory = memory};
    randombytes_buf(lock->salt, sizeof lock->salt);
    bool made = make_keys(passphrase, lock, lock->public_key, secret_key);
    sodium_memzero(secret_key, sizeof secret_key);
    return made ? VAULT_DONE : VAULT_NO_MEMORY;
}

/* Whether what was written to TO behind the header BYTES can be read again, and has SUM. It comes
 * from the disk, where the system allows that, and not from memory. */
static VaultEnd read_back(int to, crypto_secretstream_xchacha20poly1305_state *state,
                          const guint8 *key, const VaultHeader *header, const guint8 *bytes,
                          const guint8 *sum)
{
    guint8 read_sum[STREAM_SUM];

    if (fsync(to) != 0) {
        return VAULT_OUTPUT;
    }
    posix_fadvise(to, 0, 0, POSIX_FADV_DONTNEED);
    VaultEnd end =
        lseek(to, VAULT_HEADER, SEEK_SET) >= 0 &&
                crypto_secretstream_xchacha20poly1305_init_pull(state, header->stream, key) == 0
            ? stream_pull(to, -1, state, bytes, read_sum)
            : VAULT_BROKEN;
    return end == VAULT_DONE && memcmp(sum, read_sum, sizeof read_sum) != 0 ? VAULT_BROKEN : end;
}

static VaultEnd seal_with(int from, int to, const guint8 *key, VaultHeader *header,
                          void (*write_header)(const VaultHeader *header, guint8 *bytes))
{
    guint8 bytes[VAULT_HEADER], sum[STREAM_SUM];
    crypto_secretstream_xchacha20poly1305_state state;

    crypto_secretstream_xchacha20poly1305_init_push(&state, header->stream, key);
    write_header(header, bytes);
    VaultEnd end = file_write_all(to, bytes, sizeof bytes)
                       ? stream_push(from, to, &state, bytes, sum)
                       : VAULT_OUTPUT;
    if (end == VAULT_DONE) {
        end = read_back(to, &state, key, header, bytes, sum);
    }
    sodium_memzero(&state, sizeof state);
    return end;
}

static VaultEnd seal(int from, int to, const VaultLock *lock,
                     void (*write_header)(const VaultHeader *header, guint8 *bytes))
{
    guint8 key[VAULT_KEY];
    VaultHeader header = {.lock = *lock};

    crypto_secretstream_xchacha20poly1305_keygen(key);
    VaultEnd end = crypto_box_seal(header.sealed_key, key, sizeof key, lock->public_key) == 0
                       ? seal_with(from, to, key, &header, write_header)
                       : VAULT_BROKEN;
    sodium_memzero(key, sizeof key);
    return end;
}

/* The file's own key from HEADER. */
static VaultEnd find_key(const char *passphrase, const VaultHeader *header, guint8 *key)
{
    guint8 public_key[VAULT_KEY], secret_key[VAULT_KEY];
    VaultEnd end = VAULT_DONE;

    if (!make_keys(passphrase, &header->lock, public_key, secret_key)) {
        end = VAULT_NO_MEMORY;
    } else if (sodium_memcmp(public_key, header->lock.public_key, VAULT_KEY) != 0) {
        end = VAULT_WRONG;
    } else if (crypto_box_seal_open(key, header->sealed_key, VAULT_SEALED_KEY, public_key,
                                    secret_key) != 0) {
        end = VAULT_BROKEN;
    }
    sodium_memzero(secret_key, sizeof secret_key);
    return end;
}

static VaultEnd open_vault(int from, int to, const char *passphrase, const VaultHeader *header,
                           const guint8 *bytes)
{
    guint8 key[VAULT_KEY], sum[STREAM_SUM];
    crypto_secretstream_xchacha20poly1305_state state;

    VaultEnd end = find_key(passphrase, header, key);
    if (end != VAULT_DONE) {
        return end;
    }
    end = crypto_secretstream_xchacha20poly1305_init_pull(&state, header->stream, key) == 0
              ? stream_pull(from, to, &state, bytes, sum)
              : VAULT_BROKEN;
    sodium_memzero(key, sizeof key);
    sodium_memzero(&state, sizeof state);
    return end;
}

const VaultDriver *tresen_vault_driver(void)
{
    static const VaultDriver driver = {
        .size = sizeof(VaultDriver), .lock = make_lock, .seal = seal, .open = open_vault};
    return sodium_init() >= 0 ? &driver : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning of an encrypted backup, as bytes. */
#include "data/backup/vaultheader.h"

#include "data/base/i18n.h"

#include <string.h>

static const guint8 MAGIC[8] = {'T', 'R', 'E', 'S', 'E', 'N', 'B', 'K'};

/* What a key may cost: more would be an attack on the machine, less none on the passphrase. */
enum { PASSES_MOST = 20, MEMORY_LEAST = 8 * 1024, MEMORY_MOST = 1024 * 1024 };

static guint8 *put_bytes(guint8 *at, const guint8 *bytes, gsize length)
{
    memcpy(at, bytes, length);
    return at + length;
}

static guint8 *put_number(guint8 *at, guint32 number, guint length)
{
    for (guint i = 0; i < length; i++) {
        at[i] = (guint8)(number >> (8 * (length - 1 - i)));
    }
    return at + length;
}

static guint32 get_number(const guint8 *at, guint length)
{
    guint32 number = 0;
    for (guint i = 0; i < length; i++) {
        number = number << 8 | at[i];
    }
    return number;
}

void vault_header_write(const VaultHeader *header, guint8 *bytes)
{
    guint8 *at = put_bytes(bytes, MAGIC, sizeof MAGIC);
    at = put_number(at, VAULT_VERSION, 2);
    at = put_number(at, header->lock.passes, 4);
    at = put_number(at, header->lock.memory, 4);
    at = put_bytes(at, header->lock.salt, VAULT_SALT);
    at = put_bytes(at, header->lock.public_key, VAULT_KEY);
    at = put_bytes(at, header->sealed_key, VAULT_SEALED_KEY);
    put_bytes(at, header->stream, VAULT_STREAM);
}

bool vault_header_is(const guint8 *bytes, gsize length)
{
    return length >= sizeof MAGIC && memcmp(bytes, MAGIC, sizeof MAGIC) == 0;
}

bool vault_lock_is_sane(const VaultLock *lock)
{
    return lock->passes >= 1 && lock->passes <= PASSES_MOST && lock->memory >= MEMORY_LEAST &&
           lock->memory <= MEMORY_MOST;
}

bool vault_header_read(const guint8 *bytes, gsize length, const char *name, VaultHeader *header,
                       GError **error)
{
    if (!vault_header_is(bytes, length)) {
        g_set_error(error, FAULT, FAULT_FOREIGN,
                    _("%s is not an encrypted backup of Tresen but some other file. Name the "
                      "backup's file."),
                    name);
        return false;
    }
    const guint8 *at = bytes + sizeof MAGIC;
    if (length >= sizeof MAGIC + 2 && get_number(at, 2) > VAULT_VERSION) {
        g_set_error(error, FAULT, FAULT_NEWER,
                    _("The backup %s was made by a newer version of Tresen. Install that version "
                      "here, then bring it back."),
                    name);
        return false;
    }
    if (length >= VAULT_HEADER && get_number(at, 2) == VAULT_VERSION) {
        at += 2;
        header->lock.passes = get_number(at, 4);
        header->lock.memory = get_number(at + 4, 4);
        at += 8;
        memcpy(header->lock.salt, at, VAULT_SALT);
        memcpy(header->lock.public_key, at + VAULT_SALT, VAULT_KEY);
        memcpy(header->sealed_key, at + VAULT_SALT + VAULT_KEY, VAULT_SEALED_KEY);
        memcpy(header->stream, at + VAULT_SALT + VAULT_KEY + VAULT_SEALED_KEY, VAULT_STREAM);
        if (vault_lock_is_sane(&header->lock)) {
            return true;
        }
    }
    g_set_error(error, FAULT, FAULT_DAMAGED, _("The backup %s is damaged. Use another backup."),
                name);
    return false;
}

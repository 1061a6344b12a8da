/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning of an encrypted backup; what is accepted comes back when it is written again. */
#include "tests/fuzz/fuzz.h"

#include "data/backup/vaultheader.h"

#include <string.h>

void fuzz_vault(const guint8 *bytes, gsize length)
{
    VaultHeader header = {0};
    g_autoptr(GError) error = NULL;
    if (!vault_header_read(bytes, length, "x.tresen-backup", &header, &error)) {
        fuzz_expect(error != NULL, "refused without a word");
        fuzz_expect_text(error->message);
        return;
    }
    guint8 again[VAULT_HEADER] = {0};
    fuzz_expect(length >= VAULT_HEADER && vault_header_is(bytes, length), "read, and is none");
    fuzz_expect(vault_lock_is_sane(&header.lock), "a key that costs too much");
    vault_header_write(&header, again);
    fuzz_expect(memcmp(bytes, again, VAULT_HEADER) == 0, "another header");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A module for encrypted backups that belongs to another version of the program, for the tests. */
#include "data/backup/vaultdriver.h"

const VaultDriver *tresen_vault_driver(void)
{
    static const VaultDriver driver = {.size = sizeof driver - 1};
    return &driver;
}

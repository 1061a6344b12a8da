/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passphrase of a shop's backups, and the files it locks. */
#include "data/backup/vault.h"

#include "data/backup/backup_private.h"
#include "data/backup/vaultheader.h"
#include "data/base/filebytes.h"
#include "data/base/i18n.h"
#include "data/base/module.h"
#include "data/db/backup_file.h"
#include "data/setting.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What the setting begins with: how the rest is written. */
enum { FORM = 1 };

static const Module module = {
    "tresen-vault.so", VAULT_DRIVER_SYMBOL,
    N_("Encrypted backups need the module tresen-vault, which is not installed here. It comes with "
       "the complete Tresen, built with libsodium."),
    N_("The module for encrypted backups, %s, does not work here. Is the library libsodium "
       "installed (Debian: libsodium23)?")};

const VaultDriver *vault_driver(GError **error)
{
    g_autofree char *path = NULL;
    gpointer address = module_need(&module, &path, error);
    VaultDriverEntry entry;
    if (address == NULL) {
        return NULL;
    }
    memcpy(&entry, &address, sizeof entry);
    const VaultDriver *driver = entry();
    if (driver == NULL || driver->size != sizeof *driver) {
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("The module for encrypted backups, %s, belongs to another version of Tresen. "
                      "Install both from the same version."),
                    path);
        return NULL;
    }
    return driver;
}

bool vault_available(GError **error)
{
    return vault_driver(error) != NULL;
}

static void write_hex(GString *text, const guint8 *bytes, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        g_string_append_printf(text, "%02x", bytes[i]);
    }
}

static bool read_hex(const char *text, guint8 *bytes, gsize length)
{
    if (strlen(text) != 2 * length) {
        return false;
    }
    for (gsize i = 0; i < 2 * length; i++) {
        int digit = g_ascii_xdigit_value(text[i]);
        if (digit < 0) {
            return false;
        }
        bytes[i / 2] = (guint8)(i % 2 == 0 ? digit << 4 : bytes[i / 2] | digit);
    }
    return true;
}

char *vault_lock_text(const VaultLock *lock)
{
    GString *text = g_string_new(NULL);
    g_string_printf(text, "%d %u %u ", FORM, lock->passes, lock->memory);
    write_hex(text, lock->salt, sizeof lock->salt);
    g_string_append_c(text, ' ');
    write_hex(text, lock->public_key, sizeof lock->public_key);
    return g_string_free(text, FALSE);
}

static bool read_number(const char *text, guint32 *number)
{
    guint64 value;
    bool ok = g_ascii_string_to_unsigned(text, 10, 0, G_MAXUINT32, &value, NULL);
    *number = ok ? (guint32)value : 0;
    return ok;
}

static bool read_lock(const char *text, VaultLock *lock)
{
    guint32 form;
    g_auto(GStrv) parts = g_strsplit(text, " ", -1);
    return g_strv_length(parts) == 5 && read_number(parts[0], &form) && form == FORM &&
           read_number(parts[1], &lock->passes) && read_number(parts[2], &lock->memory) &&
           read_hex(parts[3], lock->salt, sizeof lock->salt) &&
           read_hex(parts[4], lock->public_key, sizeof lock->public_key) &&
           vault_lock_is_sane(lock);
}

bool vault_lock_of(Db *db, VaultLock *lock, bool *is_set, GError **error)
{
    g_autofree char *text = NULL;
    *is_set = false;
    if (!setting_get(db, SETTING_VAULT, "", &text, error)) {
        return false;
    }
    if (*text == '\0') {
        return true;
    }
    *is_set = read_lock(text, lock);
    if (!*is_set) {
        g_set_error_literal(error, FAULT, FAULT_DAMAGED,
                            _("The shop's passphrase for backups cannot be used by this version of "
                              "Tresen, so no backup was made. Set it anew."));
    }
    return *is_set;
}

bool vault_is_set(Db *db, bool *is_set, GError **error)
{
    g_autofree char *text = NULL;
    bool ok = setting_get(db, SETTING_VAULT, "", &text, error);
    *is_set = ok && *text != '\0';
    return ok;
}

/* The same letters typed on another machine give the same key. Free with passphrase_free. */
static char *normal(const char *passphrase)
{
    char *text = g_utf8_normalize(passphrase, -1, G_NORMALIZE_NFC);
    return text != NULL ? text : g_strdup(passphrase);
}

static bool refuse_no_memory(GError **error)
{
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("There is too little memory free for the passphrase just now. Close "
                          "other programs and try again."));
    return false;
}

static bool make_lock(const char *passphrase, VaultLock *lock, GError **error)
{
    /* libsodium's "moderate": three quarters of a second. Where that memory is not free, the
     * least it calls safe for what is typed now and then. */
    static const struct {
        guint32 passes, memory;
    } costs[] = {{3, 256 * 1024}, {4, 64 * 1024}};
    const VaultDriver *driver = vault_driver(error);
    if (driver == NULL) {
        return false;
    }
    char *text = normal(passphrase);
    VaultEnd end = VAULT_NO_MEMORY;
    for (guint i = 0; end == VAULT_NO_MEMORY && i < G_N_ELEMENTS(costs); i++) {
        end = driver->lock(text, costs[i].passes, costs[i].memory, lock);
    }
    passphrase_free(text);
    return end == VAULT_DONE || refuse_no_memory(error);
}

bool vault_set(Db *db, const char *passphrase, GError **error)
{
    VaultLock lock;
    glong length = g_utf8_strlen(passphrase, -1);
    if (length < PASSPHRASE_LEAST || length > PASSPHRASE_MOST) {
        g_set_error(
            error, FAULT, FAULT_REFUSED,
            _("The passphrase needs at least %d and at most %d characters. A few words in a "
              "row are good and easy to remember."),
            (int)PASSPHRASE_LEAST, (int)PASSPHRASE_MOST);
        return false;
    }
    if (!make_lock(passphrase, &lock, error)) {
        return false;
    }
    g_autofree char *text = vault_lock_text(&lock);
    return setting_set(db, SETTING_VAULT, text, error);
}

bool vault_remove(Db *db, GError **error)
{
    return setting_set(db, SETTING_VAULT, "", error);
}

/* The sentence for what became of the backup PATH. */
static bool tell_end(VaultEnd end, const char *path, int reason, GError **error)
{
    switch (end) {
    case VAULT_DONE:
        return true;
    case VAULT_WRONG:
        g_set_error(
            error, FAULT, FAULT_REFUSED,
            _("That is not the passphrase of the backup %s. Try again; capital and small "
              "letters count. A backup keeps the passphrase that was set when it was made."),
            path);
        return false;
    case VAULT_NO_MEMORY:
        return refuse_no_memory(error);
    case VAULT_INPUT:
    case VAULT_OUTPUT:
        return backup_file_refuse(error, path, reason);
    case VAULT_BROKEN:
    default:
        g_set_error(error, FAULT, FAULT_DAMAGED, _("The backup %s is damaged. Use another backup."),
                    path);
        return false;
    }
}

bool vault_seal(const char *from, const char *target, const VaultLock *lock, GError **error)
{
    const VaultDriver *driver = vault_driver(error);
    if (driver == NULL) {
        return false;
    }
    int plain = g_open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
    if (plain < 0) {
        return backup_file_refuse(error, from, errno);
    }
    g_autofree char *aside = g_strconcat(target, ".tmp", NULL);
    int file = backup_file_create(aside, error);
    bool ok = file >= 0;
    if (ok) {
        VaultEnd end = driver->seal(plain, file, lock, vault_header_write);
        g_autofree char *hash =
            tell_end(end, target, errno, error) ? backup_file_hash(aside, error) : NULL;
        ok = hash != NULL && backup_file_place(file, aside, target, hash, error);
        backup_file_discard(file, aside);
    }
    close(plain);
    return ok;
}

/* What the open file FROM, called PATH, has behind its header goes to the file TO. */
static bool open_file(int from, const char *path, const char *to, const char *passphrase,
                      VaultHeader *header, GError **error)
{
    guint8 bytes[VAULT_HEADER];
    const VaultDriver *driver = vault_driver(error);
    if (driver == NULL) {
        return false;
    }
    gssize length = file_read(from, bytes, sizeof bytes);
    if (length < 0) {
        return backup_file_refuse(error, path, errno);
    }
    if (!vault_header_read(bytes, (gsize)length, path, header, error)) {
        return false;
    }
    int file = backup_file_create(to, error);
    if (file < 0) {
        return false;
    }
    char *text = normal(passphrase);
    VaultEnd end = driver->open(from, file, text, header, bytes);
    int reason = errno;
    passphrase_free(text);
    if (end == VAULT_DONE) {
        close(file);
        return true;
    }
    backup_file_discard(file, to);
    return tell_end(end, end == VAULT_OUTPUT ? to : path, reason, error);
}

bool vault_open(const char *from, const char *to, const char *passphrase, VaultLock *lock,
                GError **error)
{
    VaultHeader header;
    int file = g_open(from, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
    if (file < 0) {
        return backup_file_refuse(error, from, errno);
    }
    bool ok = open_file(file, from, to, passphrase, &header, error);
    close(file);
    if (ok && lock != NULL) {
        *lock = header.lock;
    }
    return ok;
}

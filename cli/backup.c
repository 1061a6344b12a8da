/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen backup: makes a backup of the shop, shows those there are, and proves them. */
#include "data/backup/prove.h"

#include "cli/backuplines.h"
#include "cli/call.h"
#include "cli/print.h"
#include "cli/secret.h"
#include "data/backup/vault.h"
#include "data/base/i18n.h"

static CliStatus show_list(const Call *call)
{
    const BackupPlace place = backuplines_place(call);
    g_autoptr(GPtrArray) list = backup_list(&place, call->where, call->at);
    if (list->len == 0) {
        print_sentence(_("There is no backup of this shop yet. “tresen backup” makes one."));
        return CLI_NOTHING;
    }
    backuplines_print(list);
    return CLI_DONE;
}

/* The passphrase for BACKUP, where one was given: without it an encrypted backup is only compared
 * with its proof. */
static bool prove_one(const Call *call, Backup *backup, const char *passphrase)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *work = backup_folder_of(call->world->backup_folder, call->where);
    g_autofree char *name = g_path_get_basename(backup->path);
    bool ok = backup_prove(backup, backup->is_locked ? passphrase : NULL, work, NULL, NULL, &error);
    if (ok) {
        g_autofree char *line = g_strdup_printf(_("whole: %s"), name);
        print_line(line);
    } else {
        print_sentence(error != NULL ? error->message : backup->trouble);
    }
    return ok;
}

/* All of the shop's, or the one that is named. */
static CliStatus prove(const Call *call)
{
    g_autoptr(GError) error = NULL;
    const BackupPlace place = backuplines_place(call);
    g_autoptr(GPtrArray) list = backup_list(&place, call->where, call->at);
    if (call->words[0] != NULL) {
        Backup *one = backuplines_take(list, call->words[0], &error);
        if (one == NULL) {
            return call_refused(error);
        }
        g_ptr_array_set_size(list, 0);
        g_ptr_array_add(list, one);
    }
    if (list->len == 0) {
        return show_list(call);
    }
    char *passphrase = NULL;
    if (call_has(call, "passphrase-file")) {
        passphrase = secret_ask(call, "", NULL);
        if (passphrase == NULL) {
            return CLI_NOTHING;
        }
    }
    bool ok = true;
    for (guint i = 0; i < list->len; i++) {
        ok = prove_one(call, g_ptr_array_index(list, i), passphrase) && ok;
    }
    passphrase_free(passphrase);
    return ok ? CLI_DONE : CLI_NOTHING;
}

static CliStatus set_passphrase(const Call *call, Shop *shop)
{
    g_autoptr(GError) error = NULL;
    if (!vault_available(&error)) {
        return call_refused(error);
    }
    print_sentence(passphrase_warning());
    char *passphrase = secret_ask(call, _("Passphrase of the backups: "), _("Once more: "));
    if (passphrase == NULL) {
        return CLI_NOTHING;
    }
    g_autofree char *sentence =
        g_strdup_printf(_("From now on backups are encrypted. The passphrase is %s."),
                        passphrase_strength_words(passphrase_strength(passphrase)));
    bool ok = vault_set(shop->db, passphrase, &error);
    passphrase_free(passphrase);
    if (!ok) {
        return call_refused(error);
    }
    print_line(sentence);
    return CLI_DONE;
}

static CliStatus remove_passphrase(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    if (!vault_remove(shop->db, &error)) {
        return call_refused(error);
    }
    print_line(_("From now on backups are not encrypted. Earlier ones keep their passphrase."));
    return CLI_DONE;
}

/* How a server's shop is kept safe, where nothing was said about a file. */
static CliStatus tell_server(void)
{
    print_sentence(
        _("This shop is on a server, whose backups are its keeper's: “pg_dump -Fc -f shop.dump "
          "DATABASE”, each night (see the handbook). “tresen backup --to FILE” makes a copy of the "
          "whole shop in one file, which you can take home and open."));
    return CLI_WRONG;
}

static CliStatus make(const Call *call, Shop *shop)
{
    g_autoptr(GError) error = NULL;
    const BackupPlace place = backuplines_place(call);
    const char *to = call_option(call, "to");
    BackupMade made = {0};
    bool ok;
    if (to != NULL) {
        ok = backup_take_to(shop->db, &place, to, call->at, backuplines_tell_step, NULL, &made,
                            &error);
    } else if (db_engine(shop->db) != DB_SQLITE) {
        return tell_server();
    } else if (call_has(call, "due")) {
        ok = backup_take_when_due(call->where, &place, call->at, backuplines_tell_step, NULL, &made,
                                  &error);
    } else {
        ok = backup_take(shop->db, &place, BACKUP_BY_HAND, call->at, backuplines_tell_step, NULL,
                         &made, &error);
    }
    if (!ok) {
        backup_made_clear(&made);
        return call_refused(error);
    }
    if (made.path != NULL) {
        print_line(made.path);
    }
    if (made.second_trouble != NULL) {
        print_sentence(made.second_trouble);
    }
    CliStatus status = made.second_trouble != NULL ? CLI_NOTHING : CLI_DONE;
    backup_made_clear(&made);
    return status;
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    if (call_has(call, "list")) {
        return show_list(call);
    }
    if (call_has(call, "verify")) {
        return prove(call);
    }
    if (call->words[0] != NULL) {
        print_sentence(_("Which backup is only asked with --verify; “tresen restore” brings one "
                         "back."));
        return CLI_WRONG;
    }
    g_autoptr(Shop) shop = call_open_shop(call, call->where, &error);
    if (shop == NULL) {
        return call_refused(error);
    }
    if (call_has(call, "encrypt")) {
        return set_passphrase(call, shop);
    }
    return call_has(call, "no-encrypt") ? remove_passphrase(shop) : make(call, shop);
}

static const CommandOption options[] = {
    {"to", N_("PLACE"), N_("put it there: a folder, or a file that is not there yet")},
    {"list", NULL, N_("show the backups there are, the newest first")},
    {"verify", NULL, N_("read them all through, or the one that is named")},
    {"due", NULL, N_("make one only when the last is a day old")},
    {"encrypt", NULL, N_("set a passphrase: from now on backups are encrypted")},
    {"no-encrypt", NULL, N_("take the passphrase away again")},
    SECRET_OPTION,
    {NULL, NULL, NULL},
};

const Command command_backup = {
    .name = "backup",
    .arguments = N_("[FILE|NUMBER]"),
    .summary = N_("make a backup of the shop, show them, prove them"),
    .help = N_("Copies the shop, reads the copy through, and only then lets old backups go: all of "
               "two days stay, one a day for fourteen days, one a week for eight weeks, one a "
               "month for six months. “tresen restore” brings one back. A lost passphrase cannot "
               "be helped."),
    .options = options,
    .most = 1,
    .needs = SHOP_OWN,
    .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen restore: brings a backup back, after saying what would change. */
#include "data/backup/restore.h"

#include "cli/backuplines.h"
#include "cli/call.h"
#include "cli/print.h"
#include "cli/secret.h"
#include "data/backup/vault.h"
#include "data/base/i18n.h"

#include <inttypes.h>
#include <string.h>

/* A number that may not be known. Free with g_free. */
static char *number_text(gint64 number)
{
    return number < 0 ? g_strdup("–") : g_strdup_printf("%" PRId64, number);
}

static void add_row(GPtrArray *rows, const char *words, char *now, char *then)
{
    char **cells = g_new0(char *, 4);
    cells[0] = g_strdup(words);
    cells[1] = now;
    cells[2] = then;
    g_ptr_array_add(rows, cells);
}

static void tell_counts(const Restore *restore)
{
    static const int most[] = {30, 20};
    guint count;
    const RestoreCount *counts = restore_counts(restore, &count);
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    add_row(rows, "", g_strdup(_("now")), g_strdup(_("then")));
    for (guint i = 0; i < count; i++) {
        add_row(rows, _(counts[i].words), number_text(counts[i].now), number_text(counts[i].then));
    }
    add_row(rows, _("Last change"), backuplines_when(restore_last_now(restore)),
            backuplines_when(restore_last_then(restore)));
    print_table(rows, most, 3, 0);
}

/* The last things that were done since. */
static void tell_since(const GPtrArray *since)
{
    enum { CELLS = 4 };
    static const int most[] = {16, 40, 30};
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; since != NULL && i < since->len; i++) {
        const HistoryDeed *deed = g_ptr_array_index(since, i);
        char **cells = g_new0(char *, CELLS + 1);
        cells[0] = backuplines_when(deed->at);
        cells[1] = history_verb(deed);
        cells[2] = g_strdup(deed->whom != NULL ? deed->whom : "");
        cells[3] = g_strdup(deed->clerk != NULL ? deed->clerk : "");
        g_ptr_array_add(rows, cells);
    }
    if (rows->len > 0) {
        print_heading(_("What was done last:"));
        print_table(rows, most, CELLS, 2);
    }
}

/* What would be gone. */
static void tell_loss(const Restore *restore)
{
    gint64 since = restore_deeds_since(restore);
    if (restore_is_other_shop(restore)) {
        print_sentence(_("Mind: this is a backup of another shop than the one that is there now."));
    }
    if (restore_trouble(restore) != NULL) {
        print_sentence(restore_trouble(restore));
        print_sentence(restore_missing_words(restore));
        print_sentence(_("The file that is there now will be kept as it is, beside the backups."));
    } else if (restore_replaces(restore) && since > 0) {
        g_autofree char *sentence = g_strdup_printf(
            ngettext("%" PRId64 " change since then would be gone. The shop as it is now will be "
                     "kept as a backup.",
                     "%" PRId64 " changes since then would be gone. The shop as it is now will be "
                     "kept as a backup.",
                     (gulong)since),
            since);
        tell_since(restore_since(restore));
        print_sentence(sentence);
    } else if (restore_replaces(restore)) {
        print_sentence(_("Nothing was changed since then. The shop as it is now will be kept as a "
                         "backup."));
    }
}

/* Whether the person said yes, by --yes or at the terminal. */
static bool is_wanted(const Call *call)
{
    if (call_has(call, "yes")) {
        return true;
    }
    g_autofree char *answer =
        call_ask(_("Bring it back? Type “yes” and press Enter; anything else leaves the shop as "
                   "it is."),
                 _("Nothing was changed. “--yes” brings it back without asking."));
    if (answer == NULL) {
        return false;
    }
    bool yes = g_ascii_strcasecmp(answer, "yes") == 0 || strcmp(answer, _("yes")) == 0;
    if (!yes) {
        print_sentence(_("Nothing was changed."));
    }
    return yes;
}

static CliStatus tell_done(const Backup *backup, const Restored *restored)
{
    g_autofree char *when = backuplines_when(backup->made);
    g_autofree char *line = g_strdup_printf(_("The shop is again as it was at %s."), when);
    print_line(line);
    if (restored->kept != NULL) {
        g_autofree char *kept =
            g_strdup_printf(_("As it was before, it is kept in %s."), restored->kept);
        print_sentence(kept);
    }
    if (restored->erased > 0) {
        g_autofree char *erased =
            g_strdup_printf(ngettext("%u customer who had been erased for ever was erased again.",
                                     "%u customers who had been erased for ever were erased again.",
                                     restored->erased),
                            restored->erased);
        print_sentence(erased);
    }
    return CLI_DONE;
}

static CliStatus bring(const Call *call, const Backup *backup, const char *passphrase)
{
    g_autoptr(GError) error = NULL;
    const BackupPlace place = backuplines_place(call);
    Restored restored = {0};
    g_autoptr(Restore) restore = restore_begin(call->where, &place, backup, passphrase, call->at,
                                               backuplines_tell_step, NULL, &error);
    if (restore == NULL) {
        return call_refused(error);
    }
    tell_counts(restore);
    tell_loss(restore);
    if (!is_wanted(call)) {
        return CLI_NOTHING;
    }
    CliStatus status =
        restore_finish(restore, call->at, backuplines_tell_step, NULL, &restored, &error)
            ? tell_done(backup, &restored)
            : call_refused(error);
    restored_clear(&restored);
    return status;
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    const BackupPlace place = backuplines_place(call);
    g_autoptr(GPtrArray) list = backup_list(&place, call->where, call->at);
    if (call->words[0] == NULL) {
        backuplines_print(list);
        print_sentence(list->len > 0 ? _("Which one? “tresen restore 1” brings back the newest.")
                                     : _("There is no backup of this shop here. “tresen restore "
                                         "FILE” brings back one from elsewhere."));
        return CLI_NOTHING;
    }
    g_autoptr(Backup) backup = backuplines_take(list, call->words[0], &error);
    if (backup == NULL) {
        return call_refused(error);
    }
    char *passphrase = NULL;
    if (backup->is_locked) {
        passphrase = secret_ask(call, _("Passphrase of this backup: "), NULL);
        if (passphrase == NULL) {
            return CLI_NOTHING;
        }
    }
    CliStatus status = bring(call, backup, passphrase);
    passphrase_free(passphrase);
    return status;
}

static const CommandOption options[] = {
    {"yes", NULL, N_("do not ask")},
    SECRET_OPTION,
    {NULL, NULL, NULL},
};

const Command command_restore = {
    .name = "restore",
    .arguments = N_("[FILE|NUMBER]"),
    .summary = N_("bring back a backup"),
    .help = N_("Says what would change and asks. The shop as it is now is kept as a backup before; "
               "a damaged one is kept as it is. Customers who were erased for ever since then are "
               "erased again. NUMBER is one of “tresen backup --list”."),
    .options = options,
    .most = 1,
    .needs = SHOP_OWN,
    .run = run,
};

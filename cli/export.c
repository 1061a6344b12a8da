/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen export --csv FILE: the customers for a spreadsheet. */
#include "data/list/export.h"

#include "cli/call.h"
#include "cli/print.h"
#include "data/base/i18n.h"

#include <glib/gstdio.h>
#include <inttypes.h>

/* Whether PATH is the shop's own file, by whatever name. */
static bool is_the_shop(const Call *call, const char *path)
{
    GStatBuf shop, target;
    return db_engine(call->shop->db) == DB_SQLITE && g_stat(call->where, &shop) == 0 &&
           g_stat(path, &target) == 0 && shop.st_dev == target.st_dev &&
           shop.st_ino == target.st_ino;
}

static CliStatus run(const Call *call)
{
    const char *path = call_option(call, "csv");
    if (path == NULL || *path == '\0') {
        print_sentence(_("Say where the list should go: “tresen export --csv customers.csv”."));
        return CLI_WRONG;
    }
    if (is_the_shop(call, path)) {
        print_sentence(_("This file is the shop itself. Choose another name for the list; nothing "
                         "was changed."));
        return CLI_NOTHING;
    }
    g_autoptr(GError) error = NULL;
    gint64 count = 0;
    if (!export_csv(call->shop->db, path, &count, &error))
        return call_refused(error);
    g_autofree char *sentence =
        g_strdup_printf(ngettext("%" PRId64 " customer was written to %s.",
                                 "%" PRId64 " customers were written to %s.", (gulong)count),
                        count, path);
    print_line(sentence);
    return CLI_DONE;
}

static const CommandOption options[] = {
    {"csv", N_("FILE"), N_("the file to write; one that is there is replaced")},
    {NULL, NULL, NULL},
};

const Command command_export = {
    .name = "export",
    .summary = N_("write the customers to a file"),
    .help =
        N_("Writes all customers to a CSV file that spreadsheets and “tresen import” can read."),
    .options = options,
    .needs = SHOP_READ,
    .run = run,
};
